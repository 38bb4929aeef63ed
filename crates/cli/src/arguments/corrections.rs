//! The words for correcting what was read, judging doubts and reading again.

use clap::{Args, ValueEnum};

use super::TermArguments;

/// 举措的一项
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum CorrectableField {
    /// 标题
    Title,
    /// 内容
    Text,
    /// 牵头单位
    Leads,
    /// 配合单位
    CoUnits,
    /// 完成时限
    Deadline,
    /// 类别
    Class,
    /// 分管领导、责任人、联系人
    People,
    /// 是否列为事项
    Dropped,
}

/// 类别
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Class {
    /// 举措
    Measure,
    /// 保障措施
    Safeguard,
    /// 文中要求
    Embedded,
}

#[derive(Debug, Args)]
pub(crate) struct CorrectArguments {
    /// 举措或督办事项的编号
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// 标题
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// 内容
    #[arg(long)]
    pub(crate) text: Option<String>,
    #[command(flatten)]
    pub(crate) terms: TermArguments,
    /// 类别
    #[arg(long)]
    pub(crate) class: Option<Class>,
    /// 分管领导；几个人就写几次，写空（--leader ""）为没有。没有写的一种不变
    #[arg(long, value_name = "NAME")]
    pub(crate) leader: Vec<String>,
    /// 责任人；写法同上
    #[arg(long, value_name = "NAME")]
    pub(crate) responsible: Vec<String>,
    /// 联系人；写法同上
    #[arg(long, value_name = "NAME")]
    pub(crate) contact: Vec<String>,
    /// 不列为督办事项，写明原因；用 --as-read dropped 重新列入
    #[arg(long, value_name = "REASON")]
    pub(crate) drop: Option<String>,
    /// 改为未写明的项
    #[arg(long, value_name = "FIELD")]
    pub(crate) clear: Vec<CorrectableField>,
    /// 取消更正、恢复为原读的项
    #[arg(long, value_name = "FIELD")]
    pub(crate) as_read: Vec<CorrectableField>,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DoubtArguments {
    /// 文件、举措或督办事项的编号
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// 要处理的疑点在列表中的序号；不写则列出
    #[arg(value_name = "NUMBER", requires = "judgement")]
    pub(crate) number: Option<usize>,
    #[command(flatten)]
    pub(crate) judgement: Judgement,
    /// 已处理的也列出
    #[arg(long)]
    pub(crate) all: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

/// What is said of a doubt.
#[derive(Debug, Args)]
#[group(id = "judgement", multiple = false, requires = "number")]
pub(crate) struct Judgement {
    /// 确有疑问：文件本身写得不清，留待请示
    #[arg(long)]
    pub(crate) accept: bool,
    /// 原读无误
    #[arg(long)]
    pub(crate) dismiss: bool,
    /// 重新待核对
    #[arg(long)]
    pub(crate) reopen: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RereadArguments {
    /// 文件编号；会重新识读它所在的整个原文件
    #[arg(value_name = "ID", required_unless_present_any = ["all", "list"], conflicts_with_all = ["all", "list"])]
    pub(crate) ids: Vec<String>,
    /// 全部由旧版规则识读的文件
    #[arg(long, conflicts_with = "list")]
    pub(crate) all: bool,
    /// 只列出由旧版规则识读的文件
    #[arg(long)]
    pub(crate) list: bool,
    /// 只说明会改变什么，不写入台账
    #[arg(long, conflicts_with = "list")]
    pub(crate) rehearse: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

//! The words for taking documents in and for looking at what they were read as.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::Reading;

#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// 文件或文件夹
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// 不等人确认，直接把举措转为督办事项
    #[arg(long)]
    pub(crate) yes: bool,
    /// 只说明会导入什么，不写入台账
    #[arg(long)]
    pub(crate) rehearse: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AccountArguments {
    /// 文件或文件夹
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// 每份文件也分别列出
    #[arg(long)]
    pub(crate) by_document: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReadArguments {
    /// 文件或文件夹
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ConfirmArguments {
    /// 文件编号；不写则确认全部待确认的文件
    #[arg(value_name = "ID")]
    pub(crate) ids: Vec<String>,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReviewArguments {
    /// 文件编号；不写则为待确认的文件
    #[arg(value_name = "ID")]
    pub(crate) ids: Vec<String>,
    /// 先记下这个 JSON 文件里的核对意见：{"measures":[{"measure":编号,"fields":[…],"accepted":true}]}；- 为标准输入
    #[arg(long, value_name = "FILE")]
    pub(crate) said: Option<PathBuf>,
    /// 按记下的意见更正、剔除，并确认文件
    #[arg(long)]
    pub(crate) finish: bool,
    /// 只说明会怎样，不写入台账
    #[arg(long, conflicts_with = "finish")]
    pub(crate) rehearse: bool,
    /// 列出这条举措各项依据的原文
    #[arg(long, value_name = "MEASURE")]
    pub(crate) sources: Option<String>,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct NoticesArguments {
    /// 标题、文号或发文机关中含有的字词
    #[arg(long)]
    pub(crate) words: Option<String>,
    /// 只列这个地区的，如 杭州市
    #[arg(long)]
    pub(crate) region: Option<String>,
    /// 只列待确认的
    #[arg(long)]
    pub(crate) unconfirmed: bool,
    /// 按什么排列
    #[arg(long, value_enum, default_value_t = NoticeOrder::Added)]
    pub(crate) sort: NoticeOrder,
    /// 倒过来排
    #[arg(long)]
    pub(crate) descending: bool,
    /// 最多列出多少份；0 为全部
    #[arg(long, default_value_t = 0)]
    pub(crate) limit: u32,
    /// 从这份文件之后列起：上一页末尾写明的编号
    #[arg(long, value_name = "ID")]
    pub(crate) after: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// 文件的排列
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum NoticeOrder {
    /// 导入的先后
    Added,
    /// 印发日期；未载明的在后
    Issued,
    /// 举措的多少
    Measures,
}

#[derive(Debug, Subcommand)]
pub(crate) enum VersionsAction {
    /// 停办旧版：新版确认后，旧版还在办理的事项列为被替代，各由对应的新事项接续
    Retire(RetireArguments),
}

#[derive(Debug, Args)]
pub(crate) struct RetireArguments {
    /// 旧版的文件编号
    #[arg(value_name = "OLD")]
    pub(crate) older: String,
    /// 新版的文件编号
    #[arg(long, value_name = "NEW")]
    pub(crate) by: String,
    /// 旧事项的进展由对应的新事项沿用
    #[arg(long)]
    pub(crate) carry_progress: bool,
    /// 只说明会怎样，不写入台账
    #[arg(long)]
    pub(crate) rehearse: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct VersionsArguments {
    #[command(subcommand)]
    pub(crate) action: Option<VersionsAction>,
    /// 文件编号：列出它的各个版本，并与上一版逐条对照；不写则列出全部版本关系
    #[arg(value_name = "ID")]
    pub(crate) notice: Option<String>,
    /// 与这一份对照（作为旧版）；不写则为上一版
    #[arg(long, value_name = "ID", requires = "notice")]
    pub(crate) with: Option<String>,
    /// 一条督办事项的编号：列出它在新版文件中的变化
    #[arg(long, value_name = "ID", conflicts_with = "notice")]
    pub(crate) task: Option<String>,
    /// 没有变化的举措也列出
    #[arg(long)]
    pub(crate) all: bool,
    /// 把这一份设为上一版
    #[arg(long, value_name = "ID", requires = "notice", conflicts_with_all = ["with", "not"])]
    pub(crate) follows: Option<String>,
    /// 与这一份不是版本关系，取消
    #[arg(long, value_name = "ID", requires = "notice", conflicts_with = "with")]
    pub(crate) not: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct SampleArguments {
    /// 另一套示例：外省市的文件汇编；不写则为杭州市督查室的
    #[arg(long)]
    pub(crate) provinces: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

//! The words for progress.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::Reading;

#[derive(Debug, Subcommand)]
pub(crate) enum ProgressAction {
    /// 登记一次进展，可附佐证材料
    Add(AddProgressArguments),
    /// 列出进展，近的在前
    List(ListProgressArguments),
    /// 一条事项本月与上月的进展对照
    Compare(CompareProgressArguments),
    /// 把一份佐证材料另存为文件
    Save(SaveEvidenceArguments),
}

#[derive(Debug, Args)]
pub(crate) struct AddProgressArguments {
    /// 督办事项的编号
    #[arg(value_name = "TASK")]
    pub(crate) task: String,
    /// 进展
    #[arg(value_name = "TEXT")]
    pub(crate) words: String,
    /// 完成了百分之几
    #[arg(long, value_name = "PERCENT")]
    pub(crate) share: Option<i64>,
    /// 存在困难
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) difficulty: String,
    /// 下一步
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) next: String,
    /// 哪一天的进展；不写则为今天
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) on: Option<NaiveDate>,
    /// 填报单位：这条事项的牵头或配合单位
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// 佐证材料；几个文件就写几次，每个不超过 100 MB
    #[arg(long, value_name = "FILE")]
    pub(crate) evidence: Vec<PathBuf>,
    /// 更正哪一次进展：写那一次的编号，原来的保留
    #[arg(long, value_name = "ID")]
    pub(crate) replaces: Option<String>,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ListProgressArguments {
    /// 只列这条督办事项的
    #[arg(long, value_name = "ID")]
    pub(crate) task: Option<String>,
    /// 只列这份文件的事项的
    #[arg(long, value_name = "ID")]
    pub(crate) notice: Option<String>,
    /// 只列这个单位填报的
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// 只列含有这些字词的；空格分开的须同时出现
    #[arg(long)]
    pub(crate) words: Option<String>,
    /// 从这一天起
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) from: Option<NaiveDate>,
    /// 到这一天止
    #[arg(long, value_name = "DATE", value_parser = domain::parse_day)]
    pub(crate) until: Option<NaiveDate>,
    /// 最多列出多少次；0 为全部
    #[arg(long, default_value_t = 0)]
    pub(crate) limit: u32,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct CompareProgressArguments {
    /// 督办事项的编号
    #[arg(value_name = "TASK")]
    pub(crate) task: String,
    /// 哪一个月，如 2022-06；不写则为本月
    #[arg(long)]
    pub(crate) month: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct SaveEvidenceArguments {
    /// 佐证材料的编号：duban progress list --json 给出
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// 写入的文件
    #[arg(value_name = "FILE")]
    pub(crate) to: PathBuf,
    /// 文件已存在时不再询问，直接覆盖
    #[arg(long)]
    pub(crate) yes: bool,
}

//! The words for the history.

use chrono::NaiveDate;
use clap::Args;

use super::Reading;

#[derive(Debug, Args)]
pub(crate) struct StatusArguments {
    /// 改为列出从这时起改动了哪些内容：上一次 `status --json` 答的 revision
    #[arg(long, value_name = "REVISION")]
    pub(crate) since: Option<i64>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct HistoryArguments {
    /// 只列这一类操作，如“导入文件”
    #[arg(long, value_name = "LABEL")]
    pub(crate) label: Option<String>,
    /// 只列操作、内容或操作人中写有这些字的
    #[arg(long)]
    pub(crate) words: Option<String>,
    /// 只列这一天及以后的
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<NaiveDate>,
    /// 只列这一天及以前的
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<NaiveDate>,
    /// 接在这一次操作之后往前列：上一页最后一条的编号
    #[arg(long, value_name = "ID")]
    pub(crate) after: Option<String>,
    /// 最多列出多少条
    #[arg(long, default_value_t = 20)]
    pub(crate) limit: u32,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct UndoArguments {
    /// 操作的编号（duban history 列出）；不写则撤销最近一次
    pub(crate) id: Option<String>,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RedoArguments {
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

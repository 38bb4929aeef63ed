//! The words for the history.

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

#[derive(Debug, Args)]
pub(crate) struct HistoryArguments {
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

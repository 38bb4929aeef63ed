//! The words for backups, archives, checks and real deletion.

use std::path::PathBuf;

use clap::Args;

use super::Reading;

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// 修复能重新生成的内容（件数、索引），从备份找回损坏的原文；修不好的逐项说明
    #[arg(long)]
    pub(crate) mend: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct BackupArguments {
    /// 写入的文件；不写则放进台账旁的 backups 文件夹
    #[arg(long, value_name = "FILE")]
    pub(crate) to: Option<PathBuf>,
    /// 文件已存在时不再询问，直接覆盖
    #[arg(long, requires = "to")]
    pub(crate) yes: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct BackupsArguments {
    /// 把每份备份读到底，再次核验
    #[arg(long)]
    pub(crate) verify: bool,
    /// 设定保留规则：多少天内全部保留、之后每周一份共几周、再之后每月一份到几个月，如 --keep 7 8 12
    #[arg(long, num_args = 3, value_names = ["DAYS", "WEEKS", "MONTHS"])]
    pub(crate) keep: Vec<u16>,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RestoreArguments {
    /// 备份的名称，或时间（如 2026-11-20、"2026-11-20 08:30"，取那时最近的一份；latest 为最近一份），或备份文件
    #[arg(value_name = "FILE|WHEN", required_unless_present = "list")]
    pub(crate) from: Option<PathBuf>,
    /// 列出备份
    #[arg(long, conflicts_with = "from")]
    pub(crate) list: bool,
    /// 不再询问，直接恢复
    #[arg(long, requires = "from")]
    pub(crate) yes: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExportAllArguments {
    /// 归档文件，如 台账.zip
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// 文件已存在时不再询问，直接覆盖
    #[arg(long)]
    pub(crate) yes: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ImportAllArguments {
    /// 归档文件，如 台账.zip
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PurgeArguments {
    /// 文件名、文件编号，或其中一份通知的编号
    #[arg(value_name = "FILE", required_unless_present = "list")]
    pub(crate) files: Vec<String>,
    /// 列出台账里保存着的全部文件，已撤销导入的也在内
    #[arg(long, conflicts_with = "files")]
    pub(crate) list: bool,
    /// 含有这些文件的备份保留不动
    #[arg(long)]
    pub(crate) keep_backups: bool,
    /// 不再询问，直接清除
    #[arg(long)]
    pub(crate) yes: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

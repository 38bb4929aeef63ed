//! Why the register could not be read or written.

use std::path::PathBuf;

/// A failure with a sentence for the person.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A newer program has written the file.
    #[error(
        "台账文件由更新版本的程序写成（第 {found} 版，本程序只认到第 {known} 版）。请升级本程序后再打开，文件未作改动。"
    )]
    Newer {
        /// Version of the file.
        found: usize,
        /// Version of this program.
        known: usize,
    },
    /// The folder cannot be made.
    #[error("无法建立台账文件夹“{}”。请检查路径和权限，或用 --store 指定别的文件夹。", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is no register or is damaged.
    #[error("台账文件“{}”打不开：不是台账数据库，或已经损坏。请用备份替换它，或用 --store 指定别的文件夹。", file.display())]
    NotAStore {
        /// The file.
        file: PathBuf,
        /// Why.
        source: rusqlite::Error,
    },
    /// Another program holds the file.
    #[error("另一个程序正在写台账，这一步没有完成。请稍候再试。")]
    Busy(#[source] rusqlite::Error),
    /// Nothing is there under this id.
    #[error("没有找到{what}“{id}”，也可能已被撤销。请核对后再试。")]
    NotFound {
        /// 督办事项, 文件, 单位
        what: &'static str,
        /// What was asked for.
        id: String,
    },
    /// There is no operation left to undo.
    #[error("没有可以撤销的操作。")]
    NothingToUndo,
    /// A value in the file is not one this program writes.
    #[error("台账文件中有不认识的内容（{0}）。请运行“检查”，必要时用备份恢复。")]
    Strange(String),
    /// SQLite refused.
    #[error("读写台账文件时出错，这一步没有完成。请检查磁盘空间和权限后重试。")]
    Sqlite(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => Self::Busy(error),
            _ => Self::Sqlite(error),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Strange(error.to_string())
    }
}

impl StoreError {
    /// What SQLite or the system said, for the log.
    pub fn detail(&self) -> Option<String> {
        std::error::Error::source(self).map(ToString::to_string)
    }
}

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
    /// The folder holds no register.
    #[error("“{}”里没有台账。请检查 --store 写的文件夹；要新建台账，请用 duban import 导入文件，或用 duban sample 载入示例。", folder.display())]
    NoStore {
        /// The folder.
        folder: PathBuf,
    },
    /// The file is there and has no content.
    #[error("台账文件“{}”是空的，内容已经丢失，没有在它上面新建台账。请用备份替换它；确认不再需要时，先把它移走再新建。", file.display())]
    Emptied {
        /// The file.
        file: PathBuf,
    },
    /// The file is a database of another program.
    #[error("“{}”是别的程序的数据库，不是台账，未作改动。请检查 --store 写的文件夹。", file.display())]
    Foreign {
        /// The file.
        file: PathBuf,
    },
    /// The system does not let the file be looked at.
    #[error("台账文件“{}”读不了。请检查文件和文件夹的权限。", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The disk has no room left.
    #[error("磁盘已满，这一步没有完成，台账仍是原来的内容。请腾出空间后重试。")]
    DiskFull(#[source] rusqlite::Error),
    /// The file or its folder may not be written.
    #[error("台账文件或它所在的文件夹不能写入，这一步没有完成。请检查权限，或把台账复制到自己的文件夹。")]
    ReadOnly(#[source] rusqlite::Error),
    /// The system refuses to open the file, or has too many open.
    #[error("系统没有让程序打开台账文件，这一步没有完成。请检查文件夹的权限；若打开的文件太多，请关掉一些程序后重试。")]
    CannotOpen(#[source] rusqlite::Error),
    /// The disk or the system failed while reading or writing.
    #[error("读写磁盘时出错，这一步没有完成。请确认磁盘或U盘连接正常后重试；若反复出现，请先备份台账。")]
    Disk(#[source] rusqlite::Error),
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
    #[error("读写台账文件时出错，这一步没有完成。请重试；若反复出现，请运行“检查”。")]
    Sqlite(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => Self::Busy(error),
            Some(rusqlite::ErrorCode::DiskFull) => Self::DiskFull(error),
            Some(rusqlite::ErrorCode::ReadOnly | rusqlite::ErrorCode::PermissionDenied) => Self::ReadOnly(error),
            Some(rusqlite::ErrorCode::CannotOpen) => Self::CannotOpen(error),
            Some(rusqlite::ErrorCode::SystemIoFailure) => Self::Disk(error),
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

//! Why a backup could not be made, read or put back.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::StoreError;
use crate::access::is_too_many;

/// A failure with a sentence for the person.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The register could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No room for the file.
    #[error("磁盘空间不足，“{}”没有写成，没有留下半份文件，台账未受影响。请腾出空间后重试。", file.display())]
    NoRoom {
        /// What was to be written.
        file: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The system does not allow it.
    #[error("没有权限读写“{}”，这一步没有完成，台账未受影响。请检查文件和文件夹的权限，或换一个位置。", file.display())]
    NotAllowed {
        /// The file.
        file: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// As many files are open as may be.
    #[error("打开的文件太多，系统没有让程序再打开“{}”，这一步没有完成。请关掉一些程序后重试。", file.display())]
    TooManyOpen {
        /// The file.
        file: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Reading or writing failed.
    #[error("读写“{}”时出错，这一步没有完成，台账未受影响。请确认磁盘或U盘连接正常后重试。", file.display())]
    Disk {
        /// The file.
        file: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// There is no such folder to write to.
    #[error("文件夹“{}”不存在，没有写成。请先建好这个文件夹，或换一个位置。", .0.display())]
    NoFolder(PathBuf),
    /// There is no such backup.
    #[error("没有找到备份“{0}”。备份用 duban backups 列出。")]
    NotFound(String),
    /// There is no such archive of everything.
    #[error("没有找到归档“{}”，没有导入。请核对文件名和所在的文件夹。", .0.display())]
    NoArchive(PathBuf),
    /// The file is there and is not what was once written, or no register.
    #[error("“{}”不能用来恢复：{found}。台账未作改动，请换一份备份。", file.display())]
    NotWhole {
        /// The file.
        file: PathBuf,
        /// What is wrong with it: a clause.
        found: String,
    },
    /// The copy is as the register is, and SQLite finds it damaged.
    #[error(
        "没有写成：台账{found}，这样的一份恢复时会被拒绝。以前的备份都还在，请用其中一份恢复，或先用 duban check --mend 试着修复。"
    )]
    DamagedRegister {
        /// What is wrong with it: a clause.
        found: String,
    },
    /// The copy is as the register is, and the register holds contents that are damaged.
    #[error(
        "没有写成：台账里有 {count} 段原文或识读结果已损坏，与存入时不符{}，这样的一份恢复时会被拒绝。以前的备份都还在。请用 duban check --mend 从以前的备份里找回，找不回的重新导入相应文件，然后再做一次。",
        among(files)
    )]
    DamagedContents {
        /// How many.
        count: usize,
        /// The files they belong to.
        files: String,
    },
    /// The copy differs from the register.
    #[error("备份写成后与台账的条数不一致，已经丢弃。请重试；若反复出现，请运行 duban check。")]
    Differs,
    /// The register is in memory.
    #[error("这份台账不在磁盘上，没有可以备份的文件。")]
    InMemory,
    /// The file to restore from or to write to is the register in use.
    #[error("“{}”就是正在使用的台账。请换一个文件。", .0.display())]
    OwnFile(PathBuf),
    /// The place to write to holds something of a register.
    #[error("“{}”是台账的日志、备份，或另一份台账，没有覆盖它。请换一个文件名。", .0.display())]
    KeptFile(PathBuf),
    /// The place is taken.
    #[error("“{}”里已经有台账，没有改动它。请换一个空的文件夹。", .0.display())]
    NotEmpty(PathBuf),
}

impl BackupError {
    /// What the system said about this file.
    pub(crate) fn of(file: &Path, source: std::io::Error) -> Self {
        let file = file.to_owned();
        match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                Self::NoRoom { file, source }
            }
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NotAllowed { file, source },
            ErrorKind::NotFound => Self::NotFound(file.display().to_string()),
            _ if is_too_many(&source) => Self::TooManyOpen { file, source },
            _ => Self::Disk { file, source },
        }
    }

    /// What SQLite said while it wrote or read this file, which is not the register.
    pub(crate) fn sqlite(file: &Path, error: rusqlite::Error) -> Self {
        let kind = match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => ErrorKind::StorageFull,
            _ if crate::error::is_without_room(&error) => ErrorKind::StorageFull,
            Some(rusqlite::ErrorCode::SystemIoFailure) => ErrorKind::Other,
            Some(rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::ReadOnly) => ErrorKind::PermissionDenied,
            _ => return Self::Store(StoreError::from(error)),
        };
        Self::of(file, std::io::Error::new(kind, error))
    }

    /// Whether what was to be copied contradicts itself.
    pub(crate) fn is_damage(&self) -> bool {
        let in_register = |error: &StoreError| matches!(error, StoreError::Damaged(_) | StoreError::Sqlite(_));
        matches!(
            self,
            Self::NotWhole { .. } | Self::DamagedRegister { .. } | Self::DamagedContents { .. } | Self::Differs
        ) || matches!(self, Self::Store(error) if in_register(error))
    }

    pub(crate) fn not_whole(file: &Path, found: impl Into<String>) -> Self {
        Self::NotWhole { file: file.to_owned(), found: found.into() }
    }

    /// What SQLite or the system said, for the log.
    pub fn detail(&self) -> Option<String> {
        match self {
            Self::Store(error) => error.detail(),
            other => std::error::Error::source(other).map(ToString::to_string),
        }
    }
}

fn among(files: &str) -> String {
    if files.is_empty() { String::new() } else { format!("（涉及{files}）") }
}

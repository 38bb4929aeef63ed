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
    #[error("无法建立台账文件夹“{}”。请检查路径和权限。", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The folder holds no register.
    #[error("“{}”里没有台账。", folder.display())]
    NoStore {
        /// The folder.
        folder: PathBuf,
    },
    /// The folder holds no register, and backups of one that was there.
    #[error("“{}”里的台账文件不见了，它的备份还在。请把台账文件移回来，或从备份恢复；确实要另建新台账的，先把其中的 backups 文件夹移到别处，再重新打开程序。", folder.display())]
    Gone {
        /// The folder.
        folder: PathBuf,
    },
    /// The file is there and has no content.
    #[error("台账文件“{}”是空的，里面没有台账的内容，没有在它上面新建台账。请从备份恢复。", file.display())]
    Emptied {
        /// The file.
        file: PathBuf,
    },
    /// The file is a database of another program.
    #[error("“{}”是别的程序的数据库，不是台账，未作改动。", file.display())]
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
    /// The system refuses to open the file.
    #[error("系统没有让程序打开台账文件，这一步没有完成。请检查文件和文件夹的权限。")]
    CannotOpen(#[source] rusqlite::Error),
    /// The program, or the machine, has as many files open as it may.
    #[error("打开的文件太多，系统没有让程序再打开台账，这一步没有完成，台账未受影响。请关掉一些程序后重试。")]
    TooManyOpen(#[source] std::io::Error),
    /// The folder may not be written and the register has a log that cannot be read without writing.
    #[error("台账文件夹“{}”不能写入，而上次没有正常退出，最后的操作还在“-wal”文件里，只读时读不全。请把整个文件夹复制到自己的文件夹再打开。", folder.display())]
    LogInReadOnlyFolder {
        /// The folder.
        folder: PathBuf,
    },
    /// An older program has written the register, and it may not be written.
    #[error("台账文件“{}”由旧版程序写成，要先升级才能打开，但它或它的文件夹不能写入。请把整个文件夹复制到自己的文件夹再打开。", file.display())]
    NotUpgraded {
        /// The file.
        file: PathBuf,
    },
    /// The backup before bringing an older register up to date failed.
    #[error("台账由旧版程序写成，升级之前要先备份，备份没有做成，所以没有升级，也没有打开。{0}")]
    NotBackedUp(#[source] Box<crate::BackupError>),
    /// A log that belongs to another file cannot be put away.
    #[error("“{}”是换上备份之前那份台账的，不能并入备份，也没能把它移开。请把它移到别处后再打开。", file.display())]
    Leftover {
        /// The log.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// SQLite has taken back all that was to be kept together.
    #[error("这一批文件没能一起存入，台账仍是原来的内容。请确认磁盘有空间、连接正常后重试。")]
    TakenBack,
    /// What was written is not sure to be on the disk.
    #[error("写入的内容没能全部存到磁盘，断电可能丢失最后几步。请确认磁盘或U盘连接正常，再做一次。")]
    NotOnDisk(#[source] std::io::Error),
    /// The disk or the system failed while reading or writing.
    #[error("读写磁盘时出错，这一步没有完成。请确认磁盘或U盘连接正常后重试；若反复出现，请先备份台账。")]
    Disk(#[source] rusqlite::Error),
    /// The file is no database.
    #[error("台账文件“{}”打不开：它不是数据库，可能已被别的程序改写。请从备份恢复。", file.display())]
    NotAStore {
        /// The file.
        file: PathBuf,
        /// Why.
        source: rusqlite::Error,
    },
    /// The content of the file contradicts itself.
    #[error("台账文件已损坏，这一步没有完成。请从备份恢复。")]
    Damaged(#[source] rusqlite::Error),
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
    /// There is no operation left to do again.
    #[error("没有可以重做的操作。")]
    NothingToRedo,
    /// Later operations build on the one that is to be taken back.
    #[error("“{label}”不能单独撤销：后来的操作（{}）以它为基础。请先撤销后来的操作。", later.join("；"))]
    DependedOn {
        /// The operation.
        label: String,
        /// Those that depend on it, latest first.
        later: Vec<String>,
    },
    /// The operation has been taken back already, or is itself a step back.
    #[error("“{label}”已经撤销过，或本身就是撤销，不能再撤销。")]
    NotStanding {
        /// The operation.
        label: String,
    },
    /// What the operation did was removed for good.
    #[error("“{label}”的内容已经彻底清除，没有可以撤销的了。要撤销更早的操作，请在操作记录里指定那一次。")]
    NothingLeft {
        /// The operation.
        label: String,
    },
    /// The operation removed things for good.
    #[error("“{label}”把内容从台账里彻底清除了，不能撤销。要撤销更早的操作，请在操作记录里指定那一次。")]
    Purged {
        /// The operation.
        label: String,
    },
    /// The operation put another register in place.
    #[error(
        "“{label}”不能撤销。原来的台账另外保留着：读得出的是一份“恢复前”的备份，读不出的在备份文件夹的 damaged- 子文件夹里。要换回它，请恢复那一份。"
    )]
    Restored {
        /// The operation.
        label: String,
    },
    /// The operation gave damaged contents back what they were.
    #[error("“{label}”只把损坏的内容恢复成原样，不能撤销。")]
    Mending {
        /// The operation.
        label: String,
    },
    /// What a row refers to is not among the contents.
    #[error("台账里缺少一段原文或识读结果（{content} 号），这一步没有完成。请运行 duban check，必要时用备份恢复。")]
    Missing {
        /// Its number.
        content: i64,
    },
    /// A content does not unpack to the bytes that were kept.
    #[error(
        "台账里有一段原文或识读结果（{content} 号）已损坏，与存入时不符，多半是磁盘出错，所以没有用它，这一步没有完成。请用 duban check --mend 从备份里找回；找不回时，duban check 会列出是哪些文件，重新导入它们。"
    )]
    DamagedContent {
        /// Its number.
        content: i64,
        /// Why.
        source: std::io::Error,
    },
    /// A content could not be packed.
    #[error("压缩原文时出错，这一步没有完成。请重试；若反复出现，请把文件交给维护人员。")]
    Packing(#[source] std::io::Error),
    /// A value in the file is not one this program writes.
    #[error("台账文件中有不认识的内容（{0}）。请运行“检查”，必要时用备份恢复。")]
    UnknownValue(String),
    /// SQLite refused.
    #[error("读写台账文件时出错，这一步没有完成。请重试；若反复出现，请运行“检查”。")]
    Sqlite(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            // The last of the three comes from folders on a network.
            Some(
                rusqlite::ErrorCode::DatabaseBusy
                | rusqlite::ErrorCode::DatabaseLocked
                | rusqlite::ErrorCode::FileLockingProtocolFailed,
            ) => Self::Busy(error),
            Some(rusqlite::ErrorCode::DiskFull) => Self::DiskFull(error),
            _ if is_without_room(&error) => Self::DiskFull(error),
            Some(rusqlite::ErrorCode::ReadOnly | rusqlite::ErrorCode::PermissionDenied) => Self::ReadOnly(error),
            Some(rusqlite::ErrorCode::CannotOpen) => Self::CannotOpen(error),
            Some(rusqlite::ErrorCode::SystemIoFailure) => Self::Disk(error),
            Some(rusqlite::ErrorCode::DatabaseCorrupt) => Self::Damaged(error),
            _ => Self::Sqlite(error),
        }
    }
}

/// SQLite calls it a failure to read or write when there is no room for the map of the log (`-shm`).
pub(crate) fn is_without_room(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE)
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::UnknownValue(error.to_string())
    }
}

impl StoreError {
    /// Another program has the register, and waiting did not help.
    pub(crate) fn in_use() -> Self {
        let busy = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
        Self::Busy(rusqlite::Error::SqliteFailure(busy, None))
    }

    /// Whether the register cannot be opened for what it holds or that it is not there, so that a backup may take its
    /// place. Where the system is the reason, the register may be whole.
    pub fn is_about_content(&self) -> bool {
        match self {
            Self::NotBackedUp(error) => error.is_damage(),
            Self::NoStore { .. }
            | Self::Gone { .. }
            | Self::Emptied { .. }
            | Self::Foreign { .. }
            | Self::Newer { .. }
            | Self::NotAStore { .. }
            | Self::Damaged(_)
            | Self::UnknownValue(_)
            | Self::Sqlite(_) => true,
            _ => false,
        }
    }

    /// Whether trying again may help without anybody putting anything right.
    pub fn passes(&self) -> bool {
        matches!(self, Self::Busy(_) | Self::TooManyOpen(_) | Self::DiskFull(_) | Self::Disk(_))
    }

    /// What SQLite or the system said, for the log.
    pub fn detail(&self) -> Option<String> {
        std::error::Error::source(self).map(ToString::to_string)
    }
}

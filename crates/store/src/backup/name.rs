//! What the file of a backup is called: when it was made, why, and by what its bytes are known.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};

const START: &str = "duban-";
const END: &str = ".sqlite3";
const TIME: &str = "%Y%m%dT%H%M%S%3fZ";

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A person asked for it.
    Person,
    /// A day had passed since the last.
    Daily,
    /// Before an import of many tasks.
    Import,
    /// Before a newer program changed the schema.
    Migration,
    /// Before a backup was put in the place of the register.
    Restore,
    /// After something was purged, in the place of backups that still held it.
    Purge,
}

impl Reason {
    const ALL: [Self; 6] = [Self::Person, Self::Daily, Self::Import, Self::Migration, Self::Restore, Self::Purge];

    /// As it stands in the name of the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Daily => "daily",
            Self::Import => "import",
            Self::Migration => "migration",
            Self::Restore => "restore",
            Self::Purge => "purge",
        }
    }
}

/// A backup in the folder of backups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Name of the file, without folders.
    pub name: String,
    /// The file.
    pub file: PathBuf,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Why.
    pub reason: Reason,
    /// Bytes.
    pub size: u64,
    /// The beginning of the SHA-256 of its bytes when it was made.
    pub(crate) checksum: String,
}

impl Backup {
    pub(crate) fn name(made_at: DateTime<Utc>, reason: Reason, checksum: &str) -> String {
        format!("{START}{}-{}-{checksum}{END}", made_at.format(TIME), reason.code())
    }

    /// The backup in this file, when its name is that of one.
    pub(crate) fn of(file: &Path, size: u64) -> Option<Self> {
        let name = file.file_name()?.to_str()?;
        let mut parts = name.strip_prefix(START)?.strip_suffix(END)?.split('-');
        let (time, code, checksum) = (parts.next()?, parts.next()?, parts.next()?);
        let is_checksum = checksum.len() == 16 && checksum.bytes().all(|byte| byte.is_ascii_hexdigit());
        if parts.next().is_some() || !is_checksum {
            return None;
        }
        Some(Self {
            name: name.to_owned(),
            file: file.to_owned(),
            made_at: NaiveDateTime::parse_from_str(time, TIME).ok()?.and_utc(),
            reason: Reason::ALL.into_iter().find(|reason| reason.code() == code)?,
            size,
            checksum: checksum.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_when_why_and_what() {
        let made_at = "2026-11-21T20:53:06.120Z".parse().unwrap();
        let name = Backup::name(made_at, Reason::Import, "0123456789abcdef");
        assert_eq!(name, "duban-20261121T205306120Z-import-0123456789abcdef.sqlite3");
        let backup = Backup::of(&Path::new("/a").join(&name), 7).unwrap();
        assert_eq!((backup.made_at, backup.reason, backup.size), (made_at, Reason::Import, 7));
        for other in
            ["duban.sqlite3", "duban-20261121T205306120Z-import.sqlite3", "duban-x-import-0123456789abcdef.sqlite3"]
        {
            assert_eq!(Backup::of(Path::new(other), 7), None, "{other}");
        }
    }
}

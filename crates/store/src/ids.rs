//! Ids for exchange: unique everywhere, in the order they were made, and not to be mixed up with each other.
//!
//! Inside a register rows are joined by their numbers; outside they are known by these.

use chrono::{DateTime, Utc};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Value, ValueRef};
use uuid::{NoContext, Timestamp, Uuid};

/// An id as it was given: what is none can be asked for and is found nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Given {
    Id(Uuid),
    Words(Box<str>),
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Given);

        impl $name {
            #[allow(dead_code)] // not every kind is made outside the journal
            pub(crate) fn new(now: DateTime<Utc>) -> Self {
                Self(Given::Id(fresh(now)))
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(Uuid::try_parse(text).map_or_else(|_| Given::Words(text.into()), Given::Id))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match &self.0 {
                    Given::Id(id) => id.fmt(f),
                    Given::Words(words) => f.write_str(words),
                }
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Owned(self.into()))
            }
        }

        impl From<&$name> for Value {
            fn from(id: &$name) -> Self {
                match &id.0 {
                    Given::Id(id) => Self::Blob(id.as_bytes().to_vec()),
                    Given::Words(_) => Self::Null,
                }
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let id = Uuid::from_slice(value.as_blob()?).map_err(|error| FromSqlError::Other(Box::new(error)))?;
                Ok(Self(Given::Id(id)))
            }
        }
    )*};
}

ids! {
    /// Of a file handed in.
    SourceId;
    /// Of a notice.
    NoticeId;
    /// Of a unit.
    UnitId;
    /// Of a task.
    TaskId;
    /// Of an entry of progress.
    ProgressId;
    /// Of a file that is evidence.
    EvidenceId;
    /// Of an operation of the journal.
    OperationId;
}

/// Of a measure: its notice and its key in the reading of that. It stays when a better reader reads the same file again.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MeasureId {
    pub(crate) notice: NoticeId,
    pub(crate) key: i64,
}

impl MeasureId {
    /// The notice it stands in.
    pub fn notice(&self) -> &NoticeId {
        &self.notice
    }

    /// The measure that these words name; none when they name nothing.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (notice, key) = text.rsplit_once('_')?;
        Some(Self { notice: NoticeId::from(notice), key: i64::from_str_radix(key, 16).ok()? })
    }
}

impl std::fmt::Display for MeasureId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}_{:x}", self.notice, self.key)
    }
}

/// A new id made at this moment: UUIDv7, so that ids of several machines never meet and sort by time.
pub(crate) fn fresh(now: DateTime<Utc>) -> Uuid {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_measure_reads_back() {
        let id = MeasureId { notice: NoticeId::new(DateTime::UNIX_EPOCH), key: 0x1f3a };
        assert_eq!(MeasureId::parse(&id.to_string()), Some(id));
        assert_eq!(MeasureId::parse("没有"), None);
    }
}

//! Files that can be read again.

use domain::LineRole;
use domain::tree::DocumentTree;
use rusqlite::Row;

use crate::{NewSource, NoticeId, NoticeRecord, Reader, SourceRecord, StoreError, Writer};

/// A file that is kept, with the version of the reader that read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadFile {
    /// The file.
    pub source: SourceRecord,
    /// The version of the reader, as it was given.
    pub reader: String,
    /// Notices found in it.
    pub notices: u32,
    /// Size in bytes.
    pub size: u64,
}

impl ReadFile {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            source: SourceRecord::of(row)?,
            reader: row.get("reader")?,
            notices: row.get("notices")?,
            size: row.get("size")?,
        })
    }
}

impl Reader<'_> {
    /// Every file, in the order they came, with the reader that read it.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub fn files(&self) -> Result<Vec<ReadFile>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("files.sql"))?;
        let rows = statement.query_map([], ReadFile::of)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The version of the reader that read a file, as it was given.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub fn reader_of(&self, source: &SourceRecord) -> Result<String, StoreError> {
        let reader = "SELECT reader FROM sources WHERE id = ?1";
        Ok(self.connection.prepare_cached(reader)?.query_row([source.number], |row| row.get(0))?)
    }

    /// The notices of a file, repetitions included, in order.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub fn notices_of_file(&self, source: &SourceRecord) -> Result<Vec<NoticeRecord>, StoreError> {
        let of_file = "SELECT uid FROM notices WHERE source = ?1 ORDER BY first_line, id";
        let mut statement = self.connection.prepare_cached(of_file)?;
        let ids = statement.query_map([source.number], |row| row.get::<_, NoticeId>("uid"))?;
        ids.collect::<Result<Vec<_>, _>>()?.iter().map(|id| self.notice(id)).collect()
    }
}

impl Writer<'_> {
    /// Keeps what the lines of a file were read as now, and by which reader.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn put_lines(
        &self,
        source: &SourceRecord,
        tree: &DocumentTree,
        roles: &[LineRole],
        reader: &str,
    ) -> Result<(), StoreError> {
        let read = NewSource { name: &source.name, bytes: &[], tree, roles, reader };
        let lines = self.keep_lines(&read, self.content_of(source)?)?;
        let put = "UPDATE sources SET lines = ?2, reader = ?3 WHERE id = ?1";
        self.connection().prepare_cached(put)?.execute((source.number, lines, reader))?;
        Ok(())
    }
}

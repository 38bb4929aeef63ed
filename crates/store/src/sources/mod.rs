//! Files as they were handed in: bytes, lines, and what each line was read as.

pub(crate) mod lines;

pub(crate) use lines::RunningText;

use domain::LineRole;
use domain::tree::DocumentTree;
use rusqlite::{OptionalExtension as _, Row, named_params};

use crate::contents::digest;
use crate::{Reader, SourceId, StoreError, Writer};

/// A file to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewSource<'a> {
    /// File name, without folders.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What was read from it.
    pub tree: &'a DocumentTree,
    /// What each piece of the tree was read as.
    pub roles: &'a [LineRole],
    /// The version of the reader.
    pub reader: &'a str,
}

/// A file that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRecord {
    /// Its id.
    pub id: SourceId,
    /// Its number within this register.
    pub(crate) number: i64,
    /// File name.
    pub name: String,
}

/// A line of a file that is kept. A source line that held several blocks of markup has several entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLineRecord {
    /// Number in the file, from 1.
    pub number: u32,
    /// Printed page.
    pub page: Option<u32>,
    /// Its text; cells are joined by U+2003.
    pub text: String,
    /// What it was read as.
    pub role: LineRole,
}

impl SourceRecord {
    pub(crate) fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { id: row.get("source_id")?, number: row.get("source")?, name: row.get("source_name")? })
    }
}

impl Reader<'_> {
    /// The file with exactly these bytes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn source_with_bytes(&self, bytes: &[u8]) -> Result<Option<SourceRecord>, StoreError> {
        let same = include_str!("with_content.sql");
        let found = self.connection.prepare_cached(same)?.query_row([digest(bytes)], SourceRecord::of);
        Ok(found.optional()?)
    }

    /// The lines of a file from `first` to `last`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn source_lines(
        &self,
        source: &SourceRecord,
        first: u32,
        last: u32,
    ) -> Result<Vec<SourceLineRecord>, StoreError> {
        let mut lines = self.all_lines(source.number)?;
        lines.retain(|line| (first..=last).contains(&line.number));
        Ok(lines)
    }

    /// The bytes of a file as they were handed in.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn source_bytes(&self, source: &SourceRecord) -> Result<Vec<u8>, StoreError> {
        self.content(self.content_of(source)?)
    }

    /// The number of its bytes among the contents.
    pub(crate) fn content_of(&self, source: &SourceRecord) -> Result<i64, StoreError> {
        let content = "SELECT content FROM sources WHERE id = ?1";
        Ok(self.connection.prepare_cached(content)?.query_row([source.number], |row| row.get(0))?)
    }

    pub(crate) fn all_lines(&self, source: i64) -> Result<Vec<SourceLineRecord>, StoreError> {
        lines::unpack(&self.packed_lines(source)?)
    }

    /// The texts of all its lines.
    pub(crate) fn running_text(&self, source: i64) -> Result<RunningText, StoreError> {
        lines::unpack_text(&self.packed_lines(source)?)
    }

    fn packed_lines(&self, source: i64) -> Result<Vec<u8>, StoreError> {
        let lines = "SELECT lines FROM sources WHERE id = ?1";
        self.content(self.connection.prepare_cached(lines)?.query_row([source], |row| row.get(0))?)
    }

    /// Whether no file has been imported.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        let empty = "SELECT NOT EXISTS (SELECT 1 FROM sources)";
        Ok(self.connection.prepare_cached(empty)?.query_row([], |row| row.get(0))?)
    }
}

impl Writer<'_> {
    /// Keeps a file with its lines.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn add_source(&self, source: NewSource<'_>) -> Result<SourceRecord, StoreError> {
        let id = SourceId::new(self.now);
        let content = self.keep_content(source.bytes)?;
        let lines = self.keep_lines(&source, content)?;
        self.connection().prepare_cached(include_str!("add.sql"))?.execute(named_params! {
            ":uid": id,
            ":name": source.name,
            ":content": content,
            ":lines": lines,
            ":reader": source.reader,
            ":imported_at": self.now.to_rfc3339(),
        })?;
        Ok(SourceRecord { id, number: self.connection().last_insert_rowid(), name: source.name.to_owned() })
    }

    /// Keeps the lines of a file beside its bytes, and gives their number among the contents.
    pub(crate) fn keep_lines(&self, source: &NewSource<'_>, content: i64) -> Result<i64, StoreError> {
        self.keep_content_beside(&packed_lines(source)?, content)
    }
}

/// The lines of a file as they are packed.
pub(crate) fn packed_lines(source: &NewSource<'_>) -> Result<Vec<u8>, StoreError> {
    lines::pack(&lines_of(source))
}

fn lines_of(source: &NewSource<'_>) -> Vec<SourceLineRecord> {
    let roles = source.roles.iter().copied().chain(std::iter::repeat(LineRole::NotUnderstood));
    let pieces = source.tree.pieces();
    let line = |(line, role): (&domain::tree::Piece<'_>, LineRole)| SourceLineRecord {
        number: line.number,
        page: line.page,
        text: line.words(),
        role,
    };
    pieces.pieces.iter().zip(roles).map(line).collect()
}

//! Files as they were handed in: bytes, lines, and what each line was read as.

use domain::LineRole;
use domain::tree::{DocumentTree, PieceContent};
use rusqlite::{OptionalExtension as _, named_params};
use sha2::{Digest as _, Sha256};

use crate::rows::coded;
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
}

/// A file that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRecord {
    /// Its id.
    pub id: SourceId,
    /// Its number within this register.
    pub(crate) seq: i64,
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

/// What the bytes of a file are recognised by.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Reader<'_> {
    /// The file with exactly these bytes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn source_with_bytes(&self, bytes: &[u8]) -> Result<Option<SourceRecord>, StoreError> {
        let same = "SELECT seq, id, name FROM sources WHERE sha256 = ?1";
        let record = self.connection.prepare_cached(same)?.query_row([sha256(bytes)], |row| {
            Ok(SourceRecord { id: row.get("id")?, seq: row.get("seq")?, name: row.get("name")? })
        });
        Ok(record.optional()?)
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
        let mut statement = self.connection.prepare_cached(include_str!("lines.sql"))?;
        let mut rows = statement.query(named_params! { ":source": source.seq, ":first": first, ":last": last })?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            lines.push(SourceLineRecord {
                number: row.get("number")?,
                page: row.get("page")?,
                text: row.get("text")?,
                role: coded(row, "role")?,
            });
        }
        Ok(lines)
    }
}

impl Writer<'_> {
    /// Keeps a file with its lines.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn add_source(&self, source: NewSource<'_>) -> Result<SourceRecord, StoreError> {
        let connection = self.connection();
        let id = SourceId::new(self.now);
        connection.prepare_cached(include_str!("add.sql"))?.execute(named_params! {
            ":id": id,
            ":name": source.name,
            ":sha256": sha256(source.bytes),
            ":size": source.bytes.len(),
            ":imported_at": self.now.to_rfc3339(),
        })?;
        let seq = connection.last_insert_rowid();
        let keep = "INSERT INTO source_contents (source, bytes) VALUES (?1, ?2)";
        connection.prepare_cached(keep)?.execute((seq, source.bytes))?;
        let mut add_line = connection.prepare_cached(include_str!("add_line.sql"))?;
        let roles = source.roles.iter().copied().chain(std::iter::repeat(LineRole::NotUnderstood));
        for ((entry, line), role) in source.tree.pieces().pieces.iter().enumerate().zip(roles) {
            let content = match line.content {
                PieceContent::Text(_) => "text",
                PieceContent::Row { .. } => "row",
                PieceContent::Blank => "blank",
                PieceContent::PageBreak => "page_mark",
                PieceContent::FrontMatter => "front_matter",
                PieceContent::Furniture => "markup",
            };
            let text = line.words();
            add_line.execute((seq, entry, line.number, line.page, content, role.code(), text))?;
        }
        Ok(SourceRecord { id, seq, name: source.name.to_owned() })
    }
}

impl Reader<'_> {
    /// Whether no file has been imported.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        let empty = "SELECT NOT EXISTS (SELECT 1 FROM sources)";
        Ok(self.connection.prepare_cached(empty)?.query_row([], |row| row.get(0))?)
    }
}

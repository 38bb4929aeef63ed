//! The files as they were handed in.

use crate::{Reader, SourceRecord, StoreError};

/// All files, in the order in which they came.
pub(super) fn all(reader: Reader<'_>) -> Result<Vec<SourceRecord>, StoreError> {
    let all = "SELECT uid AS source_id, id AS source, name AS source_name FROM sources ORDER BY id";
    let mut statement = reader.connection.prepare(all)?;
    Ok(statement.query_map([], SourceRecord::of)?.collect::<Result<_, _>>()?)
}

/// A name for a file of an archive, safe on every system: a name of a document never leads out of its folder.
pub(super) fn harmless(name: &str) -> String {
    let ill = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let name: String = name.chars().map(|c| if ill(c) { '_' } else { c }).take(120).collect();
    let name = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
    if name.is_empty() { "文件".to_owned() } else { name.to_owned() }
}

//! Whether what was kept packed is still what it was.

use crate::contents::digest;
use crate::{Reader, StoreError};

/// The contents that do not unpack to the bytes they were made of.
pub(super) fn damaged(read: Reader<'_>) -> Result<Vec<i64>, StoreError> {
    let mut statement = read.connection.prepare("SELECT id, sha256 FROM contents ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut damaged = Vec::new();
    while let Some(row) = rows.next()? {
        let id = row.get("id")?;
        let whole = read.content(id).is_ok_and(|bytes| {
            row.get_ref("sha256").is_ok_and(|kept| kept.as_blob().is_ok_and(|kept| kept == digest(&bytes)))
        });
        if !whole {
            damaged.push(id);
        }
    }
    Ok(damaged)
}

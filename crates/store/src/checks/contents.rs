//! Whether what was kept packed is still what it was.

use crate::contents::digest;
use crate::{Reader, StoreError};

/// How many contents do not unpack to the bytes they were made of.
pub(super) fn damaged(read: Reader<'_>) -> Result<i64, StoreError> {
    let mut statement = read.connection.prepare("SELECT id, sha256 FROM contents ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut damaged = 0;
    while let Some(row) = rows.next()? {
        let whole = read.content(row.get("id")?).is_ok_and(|bytes| {
            row.get_ref("sha256").is_ok_and(|kept| kept.as_blob().is_ok_and(|kept| kept == digest(&bytes)))
        });
        damaged += i64::from(!whole);
    }
    Ok(damaged)
}

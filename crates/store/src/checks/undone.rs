//! Whether operations are marked as taken back by those that took them back. Seals leave the mark out, for it changes: it
//! follows from what each operation says it undoes, which they cover.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::StoreError;

/// How many operations carry another mark than they should.
pub(super) fn astray(connection: &Connection) -> Result<usize, StoreError> {
    Ok(marks_astray(connection)?.len())
}

/// Marks them anew.
pub(super) fn mark_anew(connection: &Connection) -> Result<(), StoreError> {
    let mut mark = connection.prepare("UPDATE operations SET undone_by = ?2 WHERE id = ?1")?;
    for right in marks_astray(connection)? {
        mark.execute(right)?;
    }
    Ok(())
}

/// The operations with a wrong mark, and which it should be.
fn marks_astray(connection: &Connection) -> Result<Vec<(i64, Option<i64>)>, StoreError> {
    let mut statement = connection.prepare("SELECT id, undoes, undone_by FROM operations ORDER BY id DESC")?;
    let mut rows = statement.query([])?;
    let mut undone_by: HashMap<i64, i64> = HashMap::new();
    let mut astray = Vec::new();
    while let Some(row) = rows.next()? {
        let id = row.get("id")?;
        // What took it back is newer and was met before; what was taken back itself took nothing back.
        let right = undone_by.get(&id).copied();
        if right != row.get("undone_by")? {
            astray.push((id, right));
        }
        if let (None, Some(undoes)) = (right, row.get("undoes")?) {
            undone_by.entry(undoes).or_insert(id);
        }
    }
    Ok(astray)
}

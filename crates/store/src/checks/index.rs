//! Whether the search index holds what the texts say: every pair of every entry, and none besides.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};

use rusqlite::Connection;

use crate::StoreError;
use crate::search::each_entry;

/// The tables of the index, with the statement that lists the words of each.
const INDEXES: [(&str, &str); 2] = [
    ("notices", "CREATE VIRTUAL TABLE temp.indexed_words USING fts5vocab(main, notice_index, instance)"),
    ("tasks", "CREATE VIRTUAL TABLE temp.indexed_words USING fts5vocab(main, task_index, instance)"),
];

/// How many notices and tasks the index misses, or holds other words of than they have.
///
/// The words of an entry are compared by a sum of their hashes: in whatever order they come, one word more, less or other
/// gives another sum.
pub(super) fn astray(connection: &Connection) -> Result<usize, StoreError> {
    let hashes = RandomState::new();
    let mut astray = 0;
    for (table, words) in INDEXES {
        let mut sums = indexed(connection, words, &hashes)?;
        each_entry(connection, table, |number, pairs| {
            let kept = sums.remove(&number);
            // A damaged text is named by another rule.
            let Some(pairs) = pairs else { return };
            let words = pairs.split(' ').filter(|word| !word.is_empty());
            let sum = words.fold(0_u64, |sum, word| sum.wrapping_add(hashes.hash_one(word)));
            astray += usize::from(kept.unwrap_or_default() != sum);
        })?;
        astray += sums.len();
    }
    Ok(astray)
}

/// The sum of the hashes of the words that the index holds, by entry.
fn indexed(connection: &Connection, words: &str, hashes: &RandomState) -> Result<HashMap<i64, u64>, StoreError> {
    connection.execute_batch(words)?;
    let sums = sums(connection, hashes);
    connection.execute_batch("DROP TABLE temp.indexed_words")?;
    sums
}

fn sums(connection: &Connection, hashes: &RandomState) -> Result<HashMap<i64, u64>, StoreError> {
    let mut sums: HashMap<i64, u64> = HashMap::new();
    let mut statement = connection.prepare("SELECT term, doc FROM temp.indexed_words")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        // Not as text: a damaged word need not be UTF-8.
        let word = row.get_ref("term")?.as_bytes().map_err(rusqlite::Error::from)?;
        let word = String::from_utf8_lossy(word);
        let sum = sums.entry(row.get("doc")?).or_default();
        *sum = sum.wrapping_add(hashes.hash_one(word.as_ref()));
    }
    Ok(sums)
}

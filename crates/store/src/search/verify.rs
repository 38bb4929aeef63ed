//! Whether the words of a question really stand in a text: the index knows pairs of characters and no places.

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};

use super::pairs;

/// Words as they are compared, separated by blanks.
pub(crate) fn holds<'a>(words: &str, texts: impl Iterator<Item = &'a str>) -> bool {
    let texts: Vec<&str> = texts.collect();
    words.split(' ').all(|word| texts.iter().any(|text| pairs::stands_in(text, word)))
}

/// Gives statements the function `holds(words, text, …)`: whether each word stands in one of the texts.
pub(crate) fn install(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_DIRECTONLY;
    connection.create_scalar_function("holds", -1, flags, |values: &Context<'_>| {
        let text = |at: usize| values.get_raw(at).as_str_or_null().ok().flatten();
        Ok(holds(text(0).unwrap_or_default(), (1..values.len()).filter_map(text)))
    })
}

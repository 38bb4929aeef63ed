//! The whole schema as SQL text, committed as `schema.sql` so that a change of it is seen in review.

use crate::{Reader, StoreError};

/// Every table, index and trigger of a fresh register, in order of name; SQLite's own left out.
///
/// # Errors
/// When the schema cannot be read.
pub fn dump(reader: Reader<'_>) -> Result<String, StoreError> {
    let mut statement = reader.connection.prepare(include_str!("schema.sql"))?;
    let rows = statement.query_map([], |row| row.get::<_, String>("sql"))?;
    let mut text = "-- Made from crates/store/migrations; see src/schema.rs. Do not edit.\n".to_owned();
    for sql in rows {
        text.push('\n');
        text.push_str(&sql?);
        text.push_str(";\n");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use crate::Store;

    #[test]
    fn the_committed_schema_is_that_of_a_fresh_register() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schema.sql");
        let now = super::dump(Store::in_memory().unwrap().read()).unwrap();
        if std::env::var_os("UPDATE_GENERATED").is_some() {
            std::fs::write(&path, &now).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(committed, now, "schema.sql is stale: run UPDATE_GENERATED=1 cargo test -p store");
    }
}

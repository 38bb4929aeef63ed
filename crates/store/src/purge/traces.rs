//! Everything in a register that came from a file: rows, rows that only the journal still holds, packed contents.
//!
//! Found by the references that the tables declare, so that a table added later is followed without a word here.

use rusqlite::{Connection, OptionalExtension as _};

use crate::journal::tables;
use crate::{SourceId, StoreError, contents};

/// Names that several files share: removed only when nothing else speaks of them.
const SHARED: [&str; 2] = ["units", "people"];

/// A column of a recorded table that refers to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) table: String,
    pub(crate) column: String,
    pub(crate) parent: String,
}

/// The traces of some files, gathered in tables of the connection's own (`traces`, `trace_contents`).
pub(crate) struct Traces<'a> {
    connection: &'a Connection,
    references: Vec<Reference>,
}

impl<'a> Traces<'a> {
    /// Gathers the traces of these files, whether they are there or their import was taken back.
    pub(crate) fn of(connection: &'a Connection, files: &[SourceId]) -> Result<Self, StoreError> {
        connection.execute_batch(include_str!("gather.sql"))?;
        let traces = Self { connection, references: references(connection)? };
        for file in files {
            if connection.prepare_cached(include_str!("file.sql"))?.execute([file])? == 0 {
                return Err(StoreError::NotFound { what: "文件", id: file.to_string() });
            }
        }
        traces.follow()?;
        traces.add_shared_names()?;
        traces.add_contents()?;
        Ok(traces)
    }

    /// How many rows of this table are there now.
    pub(super) fn count(&self, table: &str) -> Result<u32, StoreError> {
        let sql = format!("SELECT count(*) FROM {table} WHERE id IN {}", of(table));
        Ok(self.connection.query_row(&sql, [], |row| row.get(0))?)
    }

    /// The values of a column of the rows of a table that are there now.
    pub(super) fn texts(&self, table: &str, column: &str) -> Result<Vec<String>, StoreError> {
        let sql = format!("SELECT {column} FROM {table} WHERE id IN {} ORDER BY id", of(table));
        let mut statement = self.connection.prepare(&sql)?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Removes the rows. Rows of the same table that refer to one let go of it first.
    pub(super) fn remove_rows(&self) -> Result<(), StoreError> {
        self.connection.execute(include_str!("unconfirm.sql"), [])?;
        for Reference { table, column, parent } in &self.references {
            if table == parent {
                let loosen = format!(
                    "UPDATE {table} SET {column} = NULL WHERE {column} IN {} AND id NOT IN {}",
                    of(parent),
                    of(table)
                );
                self.connection.execute(&loosen, [])?;
            }
        }
        self.connection.execute_batch(include_str!("derived.sql"))?;
        for table in tables(self.connection)? {
            self.connection.execute(&format!("DELETE FROM {table} WHERE id IN {}", of(&table)), [])?;
        }
        Ok(())
    }

    /// Removes what the journal says of the rows, and the summaries of the operations that wrote them.
    pub(super) fn remove_from_journal(&self) -> Result<(), StoreError> {
        Ok(self.connection.execute_batch(include_str!("journal.sql"))?)
    }

    /// Removes the contents that nothing else refers to, now or in the journal.
    pub(super) fn remove_contents(&self) -> Result<(), StoreError> {
        for Reference { table, column, .. } in self.references.iter().filter(|to| to.parent == "contents") {
            let keep = format!(
                "DELETE FROM trace_contents WHERE id IN (SELECT {column} FROM {table} WHERE {column} IS NOT NULL)
                 OR id IN (SELECT before ->> '$.{column}' FROM changes
                    WHERE before IS NOT NULL AND place = (SELECT number FROM recorded_tables WHERE name = '{table}'))"
            );
            self.connection.execute(&keep, [])?;
        }
        contents::pack_alone(self.connection, include_str!("packed_beside.sql"))?;
        self.connection.execute("DELETE FROM contents WHERE id IN (SELECT id FROM trace_contents)", [])?;
        Ok(())
    }

    /// Adds every row that refers to a trace, until there is none.
    fn follow(&self) -> Result<(), StoreError> {
        loop {
            let mut found = 0;
            for Reference { table, column, parent } in self.references.iter().filter(|to| to.table != to.parent) {
                let add = format!(
                    "INSERT OR IGNORE INTO traces (place, row)
                     SELECT '{table}', id FROM {table} WHERE {column} IN {parents}
                     UNION SELECT place, row FROM gone WHERE place = '{table}' AND before ->> '$.{column}' IN {parents}",
                    parents = of(parent)
                );
                found += self.connection.prepare_cached(&add)?.execute([])?;
            }
            if found == 0 {
                return Ok(());
            }
        }
    }

    /// Adds units and people that only the traces speak of.
    fn add_shared_names(&self) -> Result<(), StoreError> {
        for shared in SHARED {
            self.connection.execute("DELETE FROM named", [])?;
            // What is said of a name itself (spellings) does not keep it.
            let speaking = |to: &&Reference| to.parent == shared && !is_about_names(&to.table);
            for Reference { table, column, .. } in self.references.iter().filter(speaking) {
                let name = format!(
                    "INSERT INTO named (row, is_trace)
                     SELECT {column}, id IN {traces} FROM {table} WHERE {column} IS NOT NULL
                     UNION SELECT before ->> '$.{column}', row IN {traces} FROM gone
                     WHERE place = '{table}' AND before ->> '$.{column}' IS NOT NULL",
                    traces = of(table)
                );
                self.connection.execute(&name, [])?;
            }
            let add = "INSERT OR IGNORE INTO traces (place, row)
                SELECT ?1, row FROM named GROUP BY row HAVING min(is_trace)";
            self.connection.execute(add, [shared])?;
        }
        self.follow()
    }

    fn add_contents(&self) -> Result<(), StoreError> {
        for Reference { table, column, .. } in self.references.iter().filter(|to| to.parent == "contents") {
            let add = format!(
                "INSERT OR IGNORE INTO trace_contents (id)
                 SELECT {column} FROM {table} WHERE {column} IS NOT NULL AND id IN {traces}
                 UNION SELECT before ->> '$.{column}' FROM changes
                 WHERE place = (SELECT number FROM recorded_tables WHERE name = '{table}') AND row IN {traces}
                   AND before ->> '$.{column}' IS NOT NULL",
                traces = of(table)
            );
            self.connection.execute(&add, [])?;
        }
        Ok(())
    }
}

/// The rows of a table that are traces.
fn of(table: &str) -> String {
    format!("(SELECT row FROM traces WHERE place = '{table}')")
}

fn is_about_names(table: &str) -> bool {
    table.starts_with("unit_aliases") || table.starts_with("unit_distinctions")
}

/// Which recorded table refers to which.
pub(crate) fn references(connection: &Connection) -> Result<Vec<Reference>, StoreError> {
    let mut references = Vec::new();
    for table in tables(connection)? {
        let mut statement = connection.prepare_cached("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
        let rows = statement.query_map([&table], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for row in rows {
            let (column, parent) = row?;
            references.push(Reference { table: table.clone(), column, parent });
        }
    }
    Ok(references)
}

/// The last seal there is.
pub(super) fn last_seal(connection: &Connection) -> Result<Option<Vec<u8>>, StoreError> {
    let last = "SELECT seal FROM seals ORDER BY id DESC LIMIT 1";
    Ok(connection.query_row(last, [], |row| row.get(0)).optional()?)
}

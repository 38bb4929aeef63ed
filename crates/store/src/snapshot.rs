//! The register at one moment: what reads it in many statements sees none of what is written meanwhile.

use rusqlite::Transaction;

use crate::{Reader, Store, StoreError};

/// The register as it stood when this was made, as long as it is kept.
#[derive(Debug)]
pub struct Snapshot<'a> {
    transaction: Transaction<'a>,
}

impl Snapshot<'_> {
    /// For reading.
    pub fn read(&self) -> Reader<'_> {
        Reader { connection: &self.transaction }
    }
}

impl Store {
    /// Holds the register as it stands for many questions. Others may write; nothing is written through this store.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn snapshot(&self) -> Result<Snapshot<'_>, StoreError> {
        let transaction = self.connection.unchecked_transaction()?;
        // Only what is read begins the moment.
        transaction.query_row("SELECT count(*) FROM current_operation", [], |_| Ok(()))?;
        Ok(Snapshot { transaction })
    }
}

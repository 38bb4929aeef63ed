//! By what a notice is recognised when another text of it arrives: it follows a new reading, and goes back with it.

use rusqlite::OptionalExtension as _;

use crate::notices::fingerprint::{add_looked_up, packed};
use crate::{NoticeId, StoreError, Writer};

impl Writer<'_> {
    /// Has a notice found by this title key from now on.
    ///
    /// # Errors
    /// When there is no such notice, or SQLite refuses.
    pub fn change_title_key(&self, notice: &NoticeId, title_key: &str) -> Result<(), StoreError> {
        let number = self.notice_number(notice)?;
        let before = self.kept_title_key(number)?;
        if before.is_none() {
            return self.keep_title_key(notice, title_key);
        }
        if before.as_deref() == Some(title_key) {
            return Ok(());
        }
        let change = "INSERT INTO recognitions (notice, title_key_before, title_key_after) VALUES (?1, ?2, ?3)";
        self.connection().prepare_cached(change)?.execute((number, before, title_key))?;
        Ok(())
    }

    /// Has a notice recognised by these hashes from now on.
    pub(super) fn change_fingerprint(&self, notice: i64, hashes: &[u32]) -> Result<(), StoreError> {
        let kept = "SELECT hashes FROM fingerprints WHERE notice = ?1";
        let mut statement = self.connection().prepare_cached(kept)?;
        let before: Option<Vec<u8>> = statement.query_row([notice], |row| row.get("hashes")).optional()?;
        if before.is_none() {
            return self.keep_fingerprint(notice, hashes);
        }
        let change = "INSERT INTO recognitions (notice, hashes_before, hashes_after) VALUES (?1, ?2, ?3)";
        self.connection().prepare_cached(change)?.execute((notice, before, packed(hashes)))?;
        // Those it was found by before stay, for the reading may be taken back.
        add_looked_up(self.connection(), notice, hashes)
    }

    fn kept_title_key(&self, notice: i64) -> Result<Option<String>, StoreError> {
        let kept = "SELECT title_key FROM title_keys WHERE notice = ?1";
        let mut statement = self.connection().prepare_cached(kept)?;
        Ok(statement.query_row([notice], |row| row.get("title_key")).optional()?.flatten())
    }
}

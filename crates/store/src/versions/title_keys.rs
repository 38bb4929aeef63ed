//! Finding the notices whose titles differ from one by the marks of an edition only.

use rusqlite::{OptionalExtension as _, TransactionBehavior};

use crate::notices::fingerprint;
use crate::{NoticeId, Reader, Store, StoreError, Writer};

/// How many notices of one title are looked at, the latest first.
const CANDIDATES: u32 = 32;

impl Reader<'_> {
    /// The notices whose titles leave this, the latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn notices_titled(&self, title_key: &str) -> Result<Vec<NoticeId>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("titled.sql"))?;
        let rows = statement.query_map((title_key, CANDIDATES), |row| row.get("uid"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The notices that an earlier program kept without one: each with its title and region.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn notices_without_title_key(&self) -> Result<Vec<(NoticeId, String, Option<String>)>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("without_title_key.sql"))?;
        let rows = statement.query_map([], |row| Ok((row.get("uid")?, row.get("title")?, row.get("region")?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The notices whose kept title key is gone or not what `key` makes of their title and region, each with the right one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn title_keys_astray(
        &self,
        key: impl Fn(&str, Option<&str>) -> String,
    ) -> Result<Vec<(NoticeId, String)>, StoreError> {
        let mut statement = self.connection.prepare(include_str!("title_keys.sql"))?;
        let mut rows = statement.query([])?;
        let mut astray = Vec::new();
        while let Some(row) = rows.next()? {
            let (title, region): (String, Option<String>) = (row.get("title")?, row.get("region")?);
            let right = key(&title, region.as_deref());
            let kept = row.get_ref("title_key")?.as_bytes_or_null().map_err(rusqlite::Error::from)?;
            if kept != Some(right.as_bytes()) {
                astray.push((row.get("uid")?, right));
            }
        }
        Ok(astray)
    }

    /// What the text of a notice is recognised by; nothing for one that repeats another.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn hashes_of(&self, notice: &NoticeId) -> Result<Vec<u32>, StoreError> {
        let hashes = "SELECT f.hashes FROM fingerprints AS f JOIN notices AS n ON n.id = f.notice WHERE n.uid = ?1";
        let mut statement = self.connection.prepare_cached(hashes)?;
        let bytes: Option<Vec<u8>> = statement.query_row([notice], |row| row.get("hashes")).optional()?;
        Ok(fingerprint::unpacked(&bytes.unwrap_or_default()))
    }
}

impl Writer<'_> {
    /// Keeps what the title of a notice leaves.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn keep_title_key(&self, notice: &NoticeId, title_key: &str) -> Result<(), StoreError> {
        self.connection().prepare_cached(include_str!("keep_title_key.sql"))?.execute((notice, title_key))?;
        Ok(())
    }
}

impl Store {
    /// Puts title keys right: derived, so no operation of the journal.
    ///
    /// # Errors
    /// When SQLite refuses; then none is changed.
    pub fn put_title_keys(&mut self, keys: &[(NoticeId, String)]) -> Result<(), StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (notice, key) in keys {
            transaction.prepare_cached(include_str!("keep_title_key.sql"))?.execute((notice, key))?;
        }
        Ok(transaction.commit()?)
    }
}

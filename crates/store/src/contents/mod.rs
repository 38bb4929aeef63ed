//! Bytes that never change, packed, each kept once: files as handed in, their lines as read, readings of notices.
//!
//! They lie outside the journal: an operation that is taken back leaves them, so that it can be done again; only a purge
//! removes what nothing refers to.

use rusqlite::OptionalExtension as _;
use sha2::{Digest as _, Sha256};

use crate::{Reader, StoreError, Writer};

/// How hard bytes are packed: further levels take much longer and win little on texts of this size.
const LEVEL: i32 = 3;

/// No content is larger: SQLite holds no larger value. A length beyond it is damage, and no room is made for it.
const LARGEST: usize = 1 << 30;

/// What bytes are recognised by.
pub(crate) fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

impl Reader<'_> {
    /// The bytes kept under this number.
    pub(crate) fn content(&self, number: i64) -> Result<Vec<u8>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT size, packed FROM contents WHERE id = ?1")?;
        let mut rows = statement.query([number])?;
        let Some(row) = rows.next()? else { return Err(StoreError::Missing { content: number }) };
        let size: usize = row.get("size")?;
        let packed = row.get_ref("packed")?.as_blob().map_err(rusqlite::Error::from)?;
        let damaged = |source| StoreError::Unpacking { content: number, source };
        let bytes = zstd::bulk::decompress(packed, size.min(LARGEST)).map_err(damaged)?;
        if bytes.len() == size { Ok(bytes) } else { Err(damaged(std::io::ErrorKind::InvalidData.into())) }
    }

    pub(crate) fn content_with(&self, digest: &[u8; 32]) -> Result<Option<i64>, StoreError> {
        let same = "SELECT id FROM contents WHERE sha256 = ?1";
        Ok(self.connection.prepare_cached(same)?.query_row([digest], |row| row.get(0)).optional()?)
    }
}

impl Writer<'_> {
    /// Keeps bytes and gives their number; the same bytes keep theirs, and mend it where it was damaged meanwhile.
    pub(crate) fn keep_content(&self, bytes: &[u8]) -> Result<i64, StoreError> {
        let digest = digest(bytes);
        let known = self.content_with(&digest)?;
        if let Some(known) = known.filter(|known| self.content(*known).is_ok_and(|kept| kept == bytes)) {
            return Ok(known);
        }
        let packed = pack(bytes)?;
        if let Some(damaged) = known {
            let mend = "UPDATE contents SET size = ?2, packed = ?3 WHERE id = ?1";
            self.connection().prepare_cached(mend)?.execute((damaged, bytes.len(), packed))?;
            return Ok(damaged);
        }
        let keep = "INSERT INTO contents (sha256, size, packed) VALUES (?1, ?2, ?3)";
        self.connection().prepare_cached(keep)?.execute((digest, bytes.len(), packed))?;
        Ok(self.connection().last_insert_rowid())
    }
}

pub(crate) fn pack(bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
    zstd::bulk::compress(bytes, LEVEL).map_err(StoreError::Packing)
}

#[cfg(test)]
mod tests {
    use crate::Store;
    use crate::testing::operate;

    #[test]
    fn bytes_come_back_as_they_were_and_are_kept_once() {
        let mut store = Store::in_memory().unwrap();
        let long = "牵头单位：市财政局。".repeat(1000);
        operate(&mut store, "导入文件", |writer| {
            let kept = writer.keep_content(long.as_bytes())?;
            assert_eq!(writer.keep_content(long.as_bytes())?, kept);
            assert_eq!(writer.content(kept)?, long.as_bytes());
            let empty = writer.keep_content(b"")?;
            assert_eq!(writer.content(empty)?, b"");
            assert!(writer.content(99).is_err());
            Ok(())
        });
    }

    #[test]
    fn damage_is_an_error_and_is_mended_when_the_bytes_come_again() {
        for damage in ["packed = x'00'", "size = 1 << 60", "size = -1"] {
            let mut store = Store::in_memory().unwrap();
            operate(&mut store, "导入文件", |writer| {
                let kept = writer.keep_content("市财政局".as_bytes())?;
                writer.connection().execute(&format!("UPDATE contents SET {damage}"), [])?;
                assert!(writer.content(kept).is_err(), "{damage}");
                assert_eq!(writer.keep_content("市财政局".as_bytes())?, kept);
                assert_eq!(writer.content(kept)?, "市财政局".as_bytes());
                Ok(())
            });
        }
    }
}

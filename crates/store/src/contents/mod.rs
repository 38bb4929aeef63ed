//! Bytes that never change, packed, each kept once: files as handed in, their lines as read, readings of notices.
//!
//! Lines and readings say again what their file says, so they are packed beside it, as with a dictionary.
//!
//! They lie outside the journal: an operation that is taken back leaves them, so that it can be done again; only a purge
//! removes what nothing refers to.

mod packed;

use rusqlite::{Connection, OptionalExtension as _};
use sha2::{Digest as _, Sha256};
use zstd::bulk::Compressor;
use zstd::zstd_safe::CParameter;

pub(crate) use packed::Packed;

use crate::{Reader, StoreError, Writer};

/// How hard bytes are packed: further levels take much longer and win little on texts of this size.
const LEVEL: i32 = 3;

/// What bytes are recognised by.
pub(crate) fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A dictionary larger than this is unpacked too often for what it saves.
const LARGEST_DICTIONARY: usize = 16 << 20;

impl Reader<'_> {
    /// The bytes kept under this number.
    pub(crate) fn content(&self, number: i64) -> Result<Vec<u8>, StoreError> {
        self.packed(number)?.unpack()
    }

    fn whole_content(&self, number: i64) -> Result<Vec<u8>, StoreError> {
        self.packed_alone(number)?.unpack()
    }

    pub(crate) fn content_with(&self, digest: &[u8; 32]) -> Result<Option<i64>, StoreError> {
        let same = "SELECT id FROM contents WHERE sha256 = ?1";
        Ok(self.connection.prepare_cached(same)?.query_row([digest], |row| row.get(0)).optional()?)
    }
}

impl Writer<'_> {
    /// Keeps bytes and gives their number; the same bytes keep theirs, and mend it where it was damaged meanwhile.
    pub(crate) fn keep_content(&self, bytes: &[u8]) -> Result<i64, StoreError> {
        self.keep(bytes, None)
    }

    /// Keeps bytes that say much the same as those kept under `other`: they pack to a fraction beside them.
    pub(crate) fn keep_content_beside(&self, bytes: &[u8], other: i64) -> Result<i64, StoreError> {
        self.keep(bytes, Some(other))
    }

    /// Mends a content that is kept and damaged, now that its bytes have come again. Says whether there was one.
    pub(crate) fn mend_content(&self, bytes: &[u8]) -> Result<bool, StoreError> {
        let Some(known) = self.content_with(&digest(bytes))? else { return Ok(false) };
        if self.content(known).is_ok() {
            return Ok(false);
        }
        put_alone(self.connection(), known, bytes)?;
        Ok(true)
    }

    fn keep(&self, bytes: &[u8], beside: Option<i64>) -> Result<i64, StoreError> {
        let digest = digest(bytes);
        let known = self.content_with(&digest)?;
        if let Some(known) = known.filter(|known| self.content(*known).is_ok_and(|kept| kept == bytes)) {
            return Ok(known);
        }
        let (packed, beside) = self.pack(bytes, beside.filter(|beside| known != Some(*beside)))?;
        if let Some(damaged) = known {
            // Others may be packed beside it, so it is packed alone.
            put_alone(self.connection(), damaged, bytes)?;
            return Ok(damaged);
        }
        let keep = "INSERT INTO contents (sha256, size, packed, beside) VALUES (?1, ?2, ?3, ?4)";
        self.connection().prepare_cached(keep)?.execute((digest, bytes.len(), packed, beside))?;
        Ok(self.connection().last_insert_rowid())
    }

    fn pack(&self, bytes: &[u8], beside: Option<i64>) -> Result<(Vec<u8>, Option<i64>), StoreError> {
        let Some(other) = beside else { return Ok((pack(bytes)?, None)) };
        let mut dictionary = self.dictionary.borrow_mut();
        if dictionary.as_ref().is_none_or(|kept| kept.content != other) {
            // What cannot be unpacked is mended when its bytes come again; these are packed alone.
            let other_bytes = self.whole_content(other).unwrap_or_default();
            *dictionary = Some(Dictionary::of(other, &other_bytes).map_err(StoreError::Packing)?);
        }
        match dictionary.as_mut().and_then(|kept| kept.packing.as_mut()) {
            Some(packing) => Ok((packing.compress(bytes).map_err(StoreError::Packing)?, beside)),
            None => Ok((pack(bytes)?, None)),
        }
    }
}

/// The content that others are packed beside, made ready once: a file of a hundred notices has a hundred readings.
pub(crate) struct Dictionary {
    content: i64,
    /// None when nothing can be packed beside it.
    packing: Option<Compressor<'static>>,
}

impl Dictionary {
    fn of(content: i64, bytes: &[u8]) -> std::io::Result<Self> {
        let packing = if is_dictionary(bytes) { Some(packing_beside(bytes)?) } else { None };
        Ok(Self { content, packing })
    }
}

impl std::fmt::Debug for Dictionary {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Dictionary").field("content", &self.content).finish_non_exhaustive()
    }
}

/// Gives a content that is kept its bytes, packed by themselves.
pub(crate) fn put_alone(connection: &Connection, number: i64, bytes: &[u8]) -> Result<(), StoreError> {
    let put = "UPDATE contents SET size = ?2, packed = ?3, beside = NULL WHERE id = ?1";
    connection.prepare_cached(put)?.execute((number, bytes.len(), pack(bytes)?))?;
    Ok(())
}

/// Packs the contents that this statement names by themselves, so that what they were packed beside can go.
pub(crate) fn pack_alone(connection: &Connection, which: &str) -> Result<(), StoreError> {
    let mut statement = connection.prepare(which)?;
    let numbers = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    for number in numbers {
        let bytes = Reader { connection }.content(number)?;
        put_alone(connection, number, &bytes)?;
    }
    Ok(())
}

pub(crate) fn pack(bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
    zstd::bulk::compress(bytes, LEVEL).map_err(StoreError::Packing)
}

/// Whether bytes can be packed beside these. What begins like a trained dictionary would be taken for one.
fn is_dictionary(bytes: &[u8]) -> bool {
    const TRAINED: [u8; 4] = [0x37, 0xA4, 0x30, 0xEC];
    !bytes.is_empty() && bytes.len() <= LARGEST_DICTIONARY && !bytes.starts_with(&TRAINED)
}

fn packing_beside(dictionary: &[u8]) -> std::io::Result<Compressor<'static>> {
    let mut packing = Compressor::with_dictionary(LEVEL, dictionary)?;
    // As far back as the beginning of the dictionary, from the end of a text as long.
    let reach = (2 * dictionary.len()).max(1).ilog2() + 1;
    packing.set_parameter(CParameter::WindowLog(reach.clamp(10, 27)))?;
    packing.set_parameter(CParameter::EnableLongDistanceMatching(reach > 18))?;
    Ok(packing)
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
        let other = super::pack("市财政馬".as_bytes()).unwrap();
        let other: String = other.iter().map(|byte| format!("{byte:02x}")).collect();
        let unpacks_to_another = format!("packed = x'{other}'");
        for damage in ["packed = x'00'", &unpacks_to_another, "size = 1 << 60", "size = -1"] {
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
    #[test]
    fn what_says_the_same_is_packed_beside_it_and_comes_back() {
        let mut store = Store::in_memory().unwrap();
        let mut chance = 7_u32;
        let mut next = || {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from_u32(0x4E00 + (chance >> 16) % 0x5000).unwrap()
        };
        let file: String = (0..200_000).map(|_| next()).collect();
        let said: String =
            file.chars().rev().collect::<Vec<_>>().chunks(400).rev().flat_map(|run| run.iter().rev()).collect();
        operate(&mut store, "导入文件", |writer| {
            let source = writer.keep_content(file.as_bytes())?;
            let lines = writer.keep_content_beside(format!("一\n{said}").as_bytes(), source)?;
            assert_eq!(writer.content(lines)?, format!("一\n{said}").as_bytes());
            let packed = "SELECT length(packed) FROM contents WHERE id = ?1";
            let room: usize = writer.connection().query_row(packed, [lines], |row| row.get(0))?;
            assert!(room < file.len() / 20, "{room}");
            assert_eq!(writer.keep_content_beside(file.as_bytes(), source)?, source);
            // A file that begins like a trained dictionary is no dictionary.
            let trained = writer.keep_content(&[0x37, 0xA4, 0x30, 0xEC, 1, 2, 3])?;
            let beside = writer.keep_content_beside("市财政局".as_bytes(), trained)?;
            assert_eq!(writer.content(beside)?, "市财政局".as_bytes());
            Ok(())
        });
    }
    #[test]
    fn what_was_packed_beside_another_can_be_packed_alone() {
        let mut store = Store::in_memory().unwrap();
        let long = "牵头单位：市财政局。".repeat(100);
        operate(&mut store, "导入文件", |writer| {
            let file = writer.keep_content(long.as_bytes())?;
            let lines = writer.keep_content_beside(format!("一{long}").as_bytes(), file)?;
            super::pack_alone(writer.connection(), "SELECT id FROM contents WHERE beside IS NOT NULL")?;
            writer.connection().execute("DELETE FROM contents WHERE id = ?1", [file])?;
            assert_eq!(writer.content(lines)?, format!("一{long}").as_bytes());
            Ok(())
        });
    }
}

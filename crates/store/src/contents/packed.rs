//! A content as it is packed, taken out of the register: it can be unpacked anywhere and at any time.

use std::cell::RefCell;
use std::io::ErrorKind;
use std::rc::Rc;

use rusqlite::OptionalExtension as _;
use zstd::bulk::Decompressor;

use super::digest;
use crate::{Reader, StoreError};

/// No content is larger: SQLite holds no larger value. A length beyond it is damage, and no room is made for it.
const LARGEST: usize = 1 << 30;

/// A larger one is unpacked each time: every thread keeps one.
const LARGEST_DICTIONARY_KEPT: usize = 4 << 20;

/// A content that was unpacked for what is packed beside it.
struct Dictionary {
    size: usize,
    packed: Vec<u8>,
    bytes: Rc<[u8]>,
}

thread_local! {
    static LAST_DICTIONARY: RefCell<Option<Dictionary>> = const { RefCell::new(None) };
}

/// The packed bytes of a content, with those it is packed beside.
#[derive(Debug)]
pub(crate) struct Packed {
    number: i64,
    size: usize,
    /// What the bytes are recognised by.
    sha256: Vec<u8>,
    bytes: Vec<u8>,
    beside: Option<Box<Packed>>,
}

impl Packed {
    /// The bytes as they were kept: what has become other bytes is damage, however well it unpacks.
    pub(crate) fn unpack(&self) -> Result<Vec<u8>, StoreError> {
        let bytes = self.unpack_unseen()?;
        if *self.sha256 == digest(&bytes) {
            return Ok(bytes);
        }
        Err(self.damaged(std::io::Error::new(ErrorKind::InvalidData, "other bytes than were kept")))
    }

    /// The bytes as they come out. Those of a dictionary are judged by what is unpacked with them.
    fn unpack_unseen(&self) -> Result<Vec<u8>, StoreError> {
        let unpacked = match &self.beside {
            Some(other) => {
                let dictionary = other.unpack_dictionary()?;
                unpack_beside(&self.bytes, self.size, &dictionary)
            }
            None => unpack_beside(&self.bytes, self.size, &[]),
        };
        let bytes = unpacked.map_err(|source| self.damaged(source))?;
        if bytes.len() == self.size { Ok(bytes) } else { Err(self.damaged(ErrorKind::InvalidData.into())) }
    }

    /// The same, where others are packed beside this one: all readings of a file are, and are read one after another.
    fn unpack_dictionary(&self) -> Result<Rc<[u8]>, StoreError> {
        let kept = LAST_DICTIONARY.with_borrow(|last| {
            // By its packed bytes, not its number: another register has other contents, and damage must not be passed over.
            let same = last.as_ref().filter(|last| last.size == self.size && last.packed == self.bytes)?;
            Some(Rc::clone(&same.bytes))
        });
        if let Some(bytes) = kept {
            return Ok(bytes);
        }
        let bytes: Rc<[u8]> = self.unpack_unseen()?.into();
        if bytes.len() <= LARGEST_DICTIONARY_KEPT {
            let dictionary = Dictionary { size: self.size, packed: self.bytes.clone(), bytes: Rc::clone(&bytes) };
            LAST_DICTIONARY.set(Some(dictionary));
        }
        Ok(bytes)
    }

    fn damaged(&self, source: std::io::Error) -> StoreError {
        StoreError::DamagedContent { content: self.number, source }
    }
}

impl Reader<'_> {
    /// What is kept under this number, as it is packed.
    pub(crate) fn packed(&self, number: i64) -> Result<Packed, StoreError> {
        let (packed, beside) = self.packed_row(number)?;
        match beside {
            Some(other) => Ok(Packed { beside: Some(Box::new(self.packed_alone(other)?)), ..packed }),
            None => Ok(packed),
        }
    }

    /// The same of what others are packed beside. Nothing is packed beside what is itself packed beside another: damage
    /// must not send this round in a circle.
    pub(super) fn packed_alone(&self, number: i64) -> Result<Packed, StoreError> {
        match self.packed_row(number)? {
            (packed, None) => Ok(packed),
            (_, Some(_)) => Err(StoreError::UnknownValue(format!("contents.beside: {number}"))),
        }
    }

    fn packed_row(&self, number: i64) -> Result<(Packed, Option<i64>), StoreError> {
        let row = "SELECT size, sha256, packed, beside FROM contents WHERE id = ?1";
        let mut statement = self.connection.prepare_cached(row)?;
        let row = statement.query_row([number], |row| {
            let (size, sha256) = (row.get("size")?, row.get("sha256")?);
            let packed = Packed { number, size, sha256, bytes: row.get("packed")?, beside: None };
            Ok((packed, row.get("beside")?))
        });
        row.optional()?.ok_or(StoreError::Missing { content: number })
    }
}

fn unpack_beside(packed: &[u8], size: usize, dictionary: &[u8]) -> std::io::Result<Vec<u8>> {
    thread_local! {
        // Making one takes longer than unpacking a notice.
        static UNPACKING: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
    }
    UNPACKING.with_borrow_mut(|kept| {
        let mut unpacking = match kept.take() {
            Some(unpacking) => unpacking,
            None => Decompressor::new()?,
        };
        unpacking.set_dictionary(dictionary)?;
        let bytes = unpacking.decompress(packed, size.min(LARGEST))?;
        // Only one that has not failed is used again.
        *kept = Some(unpacking);
        Ok(bytes)
    })
}

//! A content as it is packed, taken out of the register: it can be unpacked anywhere and at any time.

use std::cell::RefCell;

use rusqlite::OptionalExtension as _;
use zstd::bulk::Decompressor;

use crate::{Reader, StoreError};

/// No content is larger: SQLite holds no larger value. A length beyond it is damage, and no room is made for it.
const LARGEST: usize = 1 << 30;

/// The packed bytes of a content, with those it is packed beside.
#[derive(Debug)]
pub(crate) struct Packed {
    number: i64,
    size: usize,
    bytes: Vec<u8>,
    beside: Option<Box<Packed>>,
}

impl Packed {
    /// The bytes as they were kept.
    pub(crate) fn unpack(&self) -> Result<Vec<u8>, StoreError> {
        let damaged = |source| StoreError::Unpacking { content: self.number, source };
        let dictionary = match &self.beside {
            Some(other) => other.unpack()?,
            None => Vec::new(),
        };
        let bytes = unpack_beside(&self.bytes, self.size, &dictionary).map_err(damaged)?;
        if bytes.len() == self.size { Ok(bytes) } else { Err(damaged(std::io::ErrorKind::InvalidData.into())) }
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
        let row = "SELECT size, packed, beside FROM contents WHERE id = ?1";
        let mut statement = self.connection.prepare_cached(row)?;
        let row = statement.query_row([number], |row| {
            let packed = Packed { number, size: row.get("size")?, bytes: row.get("packed")?, beside: None };
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

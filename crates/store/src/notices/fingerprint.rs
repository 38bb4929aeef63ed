//! Finding a notice that was met before by the hashes of its text.

use std::collections::HashMap;

use rusqlite::OptionalExtension as _;

use crate::{NoticeId, Reader, StoreError, Writer};

/// How many hashes are looked up. A copy cut to half its length still shares one of so many spread evenly with
/// a likelihood beyond doubt; what is found is then compared as a whole.
const PROBES: usize = 48;

/// How many notices are compared as a whole.
const CANDIDATES: usize = 8;

impl Reader<'_> {
    /// The notices that share most of these hashes, each with all of its own; most alike first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn alike(&self, hashes: &[u64]) -> Result<Vec<(NoticeId, Vec<u64>)>, StoreError> {
        let mut shared: HashMap<i64, usize> = HashMap::new();
        let mut lookup = self.connection.prepare_cached("SELECT notice FROM fingerprint_hashes WHERE hash = ?1")?;
        for hash in hashes.iter().step_by((hashes.len() / PROBES).max(1)) {
            let mut rows = lookup.query([hash.cast_signed()])?;
            while let Some(row) = rows.next()? {
                *shared.entry(row.get("notice")?).or_default() += 1;
            }
        }
        let mut notices: Vec<(i64, usize)> = shared.into_iter().collect();
        notices.sort_by_key(|&(notice, count)| (std::cmp::Reverse(count), notice));
        let mut whole = self.connection.prepare_cached(include_str!("fingerprint.sql"))?;
        let mut alike = Vec::new();
        for (notice, _) in notices {
            if alike.len() == CANDIDATES {
                break;
            }
            let found =
                whole.query_row([notice], |row| Ok((row.get("uid")?, row.get::<_, Vec<u8>>("hashes")?))).optional()?;
            // A notice that was taken back leaves its hashes, for it may come back.
            let Some((id, bytes)) = found else { continue };
            let (hashes, _) = bytes.as_chunks::<8>();
            alike.push((id, hashes.iter().map(|hash| u64::from_le_bytes(*hash)).collect()));
        }
        Ok(alike)
    }
}

impl Writer<'_> {
    pub(super) fn keep_fingerprint(&self, notice: i64, hashes: &[u64]) -> Result<(), StoreError> {
        let bytes: Vec<u8> = hashes.iter().flat_map(|hash| hash.to_le_bytes()).collect();
        let keep = "INSERT OR REPLACE INTO fingerprints (notice, hashes) VALUES (?1, ?2)";
        self.connection().prepare_cached(keep)?.execute((notice, bytes))?;
        let add = "INSERT OR IGNORE INTO fingerprint_hashes (hash, notice) VALUES (?1, ?2)";
        let mut add = self.connection().prepare_cached(add)?;
        for hash in hashes {
            add.execute((hash.cast_signed(), notice))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::Store;
    use crate::testing::{Given, operate};

    #[test]
    fn the_most_alike_come_first_with_all_their_hashes() {
        let mut store = Store::in_memory().unwrap();
        let far: Vec<u64> = (0..100).map(|n| n * 1_000_003).chain([u64::MAX]).collect();
        let near: Vec<u64> = far.iter().copied().take(10).collect();
        let (whole, part) = operate(&mut store, "导入文件", |writer| {
            let whole = Given::notice("全文").recognised_by(far.clone()).keep(writer)?;
            let part = Given::notice("节选").recognised_by(near.clone()).keep(writer)?;
            Given::notice("无关").recognised_by(vec![7, 8, 9]).keep(writer)?;
            Ok((whole, part))
        });
        let alike = store.read().alike(&far).unwrap();
        assert_eq!(alike, [(whole, far), (part, near)]);
        assert!(store.read().alike(&[]).unwrap().is_empty());
    }
}

//! Finding a notice that was met before by the hashes of its text.
//!
//! All hashes of a notice are kept together. Those it is looked up by are a share of them, chosen by their own value, so
//! that two texts with a part in common have looked up hashes in common; of a short text every one.

use std::cmp::Reverse;
use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension as _};

use crate::contents::digest;
use crate::{NoticeId, Reader, StoreError, Writer};

/// One hash in so many is looked up.
const SHARE: u32 = 4;

/// With no more hashes (some thousand letters) a text is found by each of them.
const FEW: usize = 64;

/// How many hashes are looked up. A copy cut to half its length still shares one of so many spread evenly with
/// a likelihood beyond doubt; what is found is then compared as a whole.
const PROBES: usize = 48;

/// How many notices are compared as a whole.
const CANDIDATES: usize = 8;

/// A hash of so many notices is a turn of speech that tells little: only the latest of them are counted, behind what rarer
/// hashes find, so that looking up takes no longer in a large register.
const COMMON: usize = 256;

/// How many of the hashes looked up a notice has. Rare ones weigh more than any number of common ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Shared {
    rare: usize,
    common: usize,
}

impl Reader<'_> {
    /// The notices that share most of these hashes, each with all of its own; most alike first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn alike(&self, hashes: &[u32]) -> Result<Vec<(NoticeId, Vec<u32>)>, StoreError> {
        let mut shared: HashMap<i64, Shared> = HashMap::new();
        let with_hash = "SELECT notice FROM fingerprint_hashes WHERE hash = ?1 ORDER BY notice DESC LIMIT ?2";
        let mut lookup = self.connection.prepare_cached(with_hash)?;
        for hash in probes(hashes) {
            let notices =
                lookup.query_map((hash, COMMON), |row| row.get("notice"))?.collect::<Result<Vec<i64>, _>>()?;
            let is_common = notices.len() == COMMON;
            for notice in notices {
                let shared = shared.entry(notice).or_default();
                if is_common { shared.common += 1 } else { shared.rare += 1 }
            }
        }
        let mut notices: Vec<(i64, Shared)> = shared.into_iter().collect();
        notices.sort_unstable_by_key(|&(notice, count)| (Reverse(count), notice));
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
            alike.push((id, unpacked(&bytes)));
        }
        Ok(alike)
    }
}

/// The hashes to look up: of those that longer texts are found by, and of those that only short texts are.
fn probes(hashes: &[u32]) -> impl Iterator<Item = u32> {
    let (shared, others): (Vec<u32>, Vec<u32>) = hashes.iter().partition(|hash| is_shared(**hash));
    let spread = |hashes: Vec<u32>| {
        let step = hashes.len().div_ceil(PROBES).max(1);
        hashes.into_iter().step_by(step)
    };
    spread(shared).chain(spread(others))
}

fn is_shared(hash: u32) -> bool {
    hash.is_multiple_of(SHARE)
}

/// The hashes that a text is found by.
pub(crate) fn looked_up(hashes: &[u32]) -> impl Iterator<Item = u32> {
    let few = hashes.len() <= FEW;
    hashes.iter().copied().filter(move |hash| few || is_shared(*hash))
}

/// How many bytes of their digest follow the hashes. Less than a hash has, so that both are told apart.
const CHECKED: usize = 3;

/// Hashes as they are kept, in their order, and by what a changed byte is seen.
pub(crate) fn packed(hashes: &[u32]) -> Vec<u8> {
    let mut bytes: Vec<u8> = hashes.iter().flat_map(|hash| hash.to_le_bytes()).collect();
    let digest = digest(&bytes);
    bytes.extend(digest.iter().take(CHECKED));
    bytes
}

/// Whether packed hashes are what was packed. Registers of before 2026-11-22 kept hashes alone, of which nothing is known.
pub(crate) fn is_whole(bytes: &[u8]) -> bool {
    let (hashes, kept) = bytes.split_at(bytes.len() - bytes.len() % 4);
    match kept.len() {
        0 => true,
        CHECKED => digest(hashes).starts_with(kept),
        _ => false,
    }
}

pub(crate) fn unpacked(bytes: &[u8]) -> Vec<u32> {
    let (hashes, _) = bytes.as_chunks::<4>();
    hashes.iter().map(|hash| u32::from_le_bytes(*hash)).collect()
}

impl Writer<'_> {
    pub(crate) fn keep_fingerprint(&self, notice: i64, hashes: &[u32]) -> Result<(), StoreError> {
        let keep = "INSERT OR REPLACE INTO fingerprints (notice, hashes) VALUES (?1, ?2)";
        self.connection().prepare_cached(keep)?.execute((notice, packed(hashes)))?;
        add_looked_up(self.connection(), notice, hashes)
    }
}

/// Has a notice found by the hashes of its text; those it is found by already stay.
pub(crate) fn add_looked_up(connection: &Connection, notice: i64, hashes: &[u32]) -> Result<(), StoreError> {
    let add = "INSERT OR IGNORE INTO fingerprint_hashes (hash, notice) VALUES (?1, ?2)";
    let mut add = connection.prepare_cached(add)?;
    for hash in looked_up(hashes) {
        add.execute((hash, notice))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::Store;
    use crate::testing::{Given, operate};

    #[test]
    fn the_most_alike_come_first_with_all_their_hashes() {
        let mut store = Store::in_memory().unwrap();
        let far: Vec<u32> = (0..100).map(|n| n * 1_000_003).chain([u32::MAX]).collect();
        let near: Vec<u32> = far.iter().copied().take(10).collect();
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

    #[test]
    fn among_many_that_share_their_turns_of_speech_the_same_text_is_found() {
        let mut store = Store::in_memory().unwrap();
        let common: Vec<u32> = (1..30).map(|n| n * 400_000).collect();
        let text = |n: u32| -> Vec<u32> { common.iter().copied().chain([n * 4 + 8]).collect() };
        let ids = operate(&mut store, "导入文件", |writer| {
            let keep = |n| Given::notice(&format!("方案{n}")).recognised_by(text(n)).keep(writer);
            (0..300).map(keep).collect::<Result<Vec<_>, _>>()
        });
        for place in [0, 20, 299] {
            let found = store.read().alike(&text(place)).unwrap();
            assert_eq!(found.first().map(|(first, _)| first), ids.get(place as usize), "{place}");
        }
    }

    #[test]
    fn a_part_finds_the_whole_and_the_whole_its_part() {
        // As texts have them: spread over all values.
        let hashes = |of: u32, count: u32| -> Vec<u32> {
            (0..count).map(|n| (of * 100_000 + n).wrapping_mul(0x9E37_79B1).rotate_left(15)).collect()
        };
        for (whole, part) in [(40, 30), (64, 40), (65, 40), (200, 100), (2_000, 100), (20_000, 1_000)] {
            let long = hashes(whole, whole);
            let short: Vec<u32> = long.iter().copied().skip(5).take(part as usize).collect();
            for (kept, asked) in [(&long, &short), (&short, &long)] {
                let mut store = Store::in_memory().unwrap();
                let id = operate(&mut store, "导入文件", |writer| {
                    Given::notice("无关").recognised_by(hashes(7, 300)).keep(writer)?;
                    Given::notice("文件").recognised_by(kept.clone()).keep(writer)
                });
                let found = store.read().alike(asked).unwrap();
                assert_eq!(found.first().map(|(first, _)| first), Some(&id), "{part} of {whole}");
            }
        }
    }
}

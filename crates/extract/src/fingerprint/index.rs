//! Finding the earlier document that a text repeats without comparing it with every one.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::{Fingerprint, Mixed};

/// Which documents hold which samples.
#[derive(Debug, Default)]
pub(crate) struct Index {
    holders: HashMap<u64, Vec<usize>, BuildHasherDefault<Mixed>>,
    sizes: Vec<usize>,
}

impl Index {
    /// Adds the next document.
    pub(crate) fn add(&mut self, fingerprint: &Fingerprint) {
        let document = self.sizes.len();
        self.sizes.push(fingerprint.hashes().len());
        for hash in fingerprint.hashes() {
            let holders = self.holders.entry(*hash).or_default();
            if holders.last() != Some(&document) {
                holders.push(document);
            }
        }
    }

    /// The documents that share enough samples to be repeated by this text, in order.
    pub(crate) fn candidates(&self, fingerprint: &Fingerprint) -> Vec<usize> {
        let mut shared = vec![0_usize; self.sizes.len()];
        for hash in fingerprint.hashes() {
            for holder in self.holders.get(hash).into_iter().flatten() {
                if let Some(count) = shared.get_mut(*holder) {
                    *count += 1;
                }
            }
        }
        let enough = |(document, count): (usize, &usize)| {
            let size = self.sizes.get(document).copied().unwrap_or_default();
            (*count > 0 && *count >= fingerprint.least_overlap(size)).then_some(document)
        };
        shared.iter().enumerate().filter_map(enough).collect()
    }
}

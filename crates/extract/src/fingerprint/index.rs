//! Finding the earlier document that a text repeats without comparing it with every one.

use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasherDefault;

use super::{Fingerprint, Mixed};

/// Which documents hold which samples.
#[derive(Debug, Default)]
pub(crate) struct Index {
    holders: HashMap<u32, Holders, BuildHasherDefault<Mixed>>,
    sizes: Vec<usize>,
}

/// The documents that hold a sample; nearly always it is one.
#[derive(Debug)]
struct Holders {
    first: usize,
    others: Vec<usize>,
}

impl Index {
    /// Adds the next document.
    pub(crate) fn add(&mut self, fingerprint: &Fingerprint) {
        let document = self.sizes.len();
        self.sizes.push(fingerprint.hashes().len());
        self.holders.reserve(fingerprint.hashes().len());
        for hash in fingerprint.hashes() {
            let holders = self.holders.entry(*hash).or_insert(Holders { first: document, others: Vec::new() });
            if *holders.others.last().unwrap_or(&holders.first) != document {
                holders.others.push(document);
            }
        }
    }

    /// Passes over the next document: it repeats an earlier one, by which further copies are found.
    pub(crate) fn pass_over(&mut self) {
        self.sizes.push(0);
    }

    /// The documents that share enough samples to be repeated by this text, in order.
    pub(crate) fn candidates(&self, fingerprint: &Fingerprint) -> Vec<usize> {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for hash in fingerprint.hashes() {
            let holders = self.holders.get(hash).into_iter();
            for holder in holders.flat_map(|holders| std::iter::once(&holders.first).chain(&holders.others)) {
                *shared.entry(*holder).or_default() += 1;
            }
        }
        let enough = |(document, count): (usize, usize)| {
            let size = self.sizes.get(document).copied().unwrap_or_default();
            (count >= fingerprint.least_overlap(size)).then_some(document)
        };
        shared.into_iter().filter_map(enough).collect()
    }
}

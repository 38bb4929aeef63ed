//! What the text of a document is recognised by, whatever its wrapping, markup and punctuation.
//!
//! The text is taken as one run of letters and digits. Every run of sixteen of them is hashed, and one hash in sixteen
//! is kept, chosen by its own value: the same words give the same samples in whatever file they stand. Two documents
//! are the same when their samples follow one another in the same order with hardly a gap, save that either may be cut
//! at an end or wrapped in other words. A draft and its final text, or the plans of two years, differ all over and show
//! gaps; a short quotation is too little to be the document.

mod index;
mod letters;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use domain::tree::Piece;

pub(crate) use index::Index;

/// Samples of a text in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fingerprint {
    samples: Vec<u32>,
}

/// Length of the runs that are hashed, in letters.
const RUN: usize = 16;
/// One hash in so many is kept.
const SHARE: u64 = 16;
/// A text with fewer samples (some five hundred letters) repeats another only when all of them are the same.
const FEWEST: usize = 32;
/// The part of a longer document that a cut one must still hold, as one in so many.
const SMALLEST_PART: usize = 25;
/// Factor of the rolling hash: odd, with bits all over.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

impl Fingerprint {
    /// The fingerprint of these lines.
    pub(crate) fn of(lines: &[Piece<'_>]) -> Self {
        let mut window = Window::default();
        let mut samples = Vec::new();
        letters::of_lines(lines, |letter| {
            if let Some(mixed) = window.slide(letter).map(mix)
                && mixed.is_multiple_of(SHARE)
            {
                // The low bits chose it and tell nothing more.
                samples.push((mixed >> 32) as u32);
            }
        });
        Self { samples }
    }

    /// The sampled hashes in the order of the text, for keeping; the order is part of the fingerprint.
    pub fn hashes(&self) -> &[u32] {
        &self.samples
    }

    /// A fingerprint that was kept: the hashes in the order in which [`Self::hashes`] gave them.
    pub fn from_hashes(hashes: Vec<u32>) -> Self {
        Self { samples: hashes }
    }

    /// Whether this text goes notably beyond one that it repeats: more than a quarter longer, as a notice with its annexes
    /// is beyond its body alone. Wrappers and cut ends stay below that.
    pub fn is_fuller_than(&self, other: &Self) -> bool {
        self.samples.len() * 4 > other.samples.len() * 5
    }

    /// How many samples of this text the other holds too. Cheap to ask of an index of hashes beforehand:
    /// [`Self::repeats`] is never true below [`Self::least_overlap`].
    pub fn overlap(&self, other: &Self) -> usize {
        let places = other.places();
        self.samples.iter().filter(|hash| places.contains_key(hash)).count()
    }

    /// The fewest samples that must be shared with a text of so many samples to repeat it.
    pub fn least_overlap(&self, other_samples: usize) -> usize {
        let smaller = self.samples.len().min(other_samples);
        if smaller < FEWEST { smaller } else { smaller / 2 }
    }

    /// Whether both are the same document, one of them perhaps cut at an end or in another wrapper.
    pub fn repeats(&self, other: &Self) -> bool {
        let (small, large) = if self.samples.len() <= other.samples.len() { (self, other) } else { (other, self) };
        let count = small.samples.len();
        if count < FEWEST {
            return count >= 2 && small.samples == large.samples;
        }
        if large.samples.len() > count * SMALLEST_PART {
            return false;
        }
        runs_along(small, large)
    }

    /// Where each sample stands; `None` for one that stands in several places.
    fn places(&self) -> Places {
        let mut places = Places::with_capacity_and_hasher(self.samples.len(), BuildHasherDefault::default());
        for (place, hash) in self.samples.iter().enumerate() {
            places.entry(*hash).and_modify(|known| *known = None).or_insert(Some(place));
        }
        places
    }
}

/// The last letters of a text, and the hash of their run.
#[derive(Debug, Default)]
struct Window {
    values: [u64; RUN],
    letters: usize,
    hash: u64,
}

impl Window {
    /// The factor of the first letter of a run.
    const FIRST: u64 = FACTOR.wrapping_pow(RUN as u32 - 1);

    /// Takes the next letter in and the first out; gives the hash of the run, once there is one.
    #[inline]
    fn slide(&mut self, letter: char) -> Option<u64> {
        let value = u64::from(letter) + 1;
        let slot = self.values.get_mut(self.letters % RUN)?;
        let out = std::mem::replace(slot, value);
        self.hash = self.hash.wrapping_sub(out.wrapping_mul(Self::FIRST)).wrapping_mul(FACTOR).wrapping_add(value);
        self.letters += 1;
        (self.letters >= RUN).then_some(self.hash)
    }
}

type Places = HashMap<u32, Option<usize>, BuildHasherDefault<Mixed>>;

/// Whether the samples of one text stand in another in the same order and close together: what is missing or added lies
/// at the ends. Phrases that recur within either text tell no place and are passed over.
fn runs_along(small: &Fingerprint, large: &Fingerprint) -> bool {
    let (own, others) = (small.places(), large.places());
    let mut met: Vec<(usize, usize)> = Vec::new();
    // Places in the small text that tell something, counted up to each.
    let mut told = 0;
    for hash in &small.samples {
        let recurs = |places: &Places| matches!(places.get(hash), Some(None));
        if recurs(&own) || recurs(&others) {
            continue;
        }
        if let Some(Some(place)) = others.get(hash) {
            met.push((told, *place));
        }
        told += 1;
    }
    if told < FEWEST / 2 || met.len() * 2 < told {
        return false;
    }
    // The shift that most samples share; it drifts by the recurring ones, which are not counted.
    let shift_of = |(place, other): &(usize, usize)| *other as i64 - *place as i64;
    let mut shifts: Vec<i64> = met.iter().map(shift_of).collect();
    let middle = shifts.len() / 2;
    let (_, shared, _) = shifts.select_nth_unstable(middle);
    let shared = *shared;
    let slack = 2 + small.samples.len() as i64 / 50 + (small.samples.len() - told) as i64;
    let in_step: Vec<usize> =
        met.iter().filter(|pair| (shift_of(pair) - shared).abs() <= slack).map(|(place, _)| *place).collect();
    let (Some(first), Some(last)) = (in_step.first(), in_step.last()) else { return false };
    let span = last - first + 1;
    let gaps = span - in_step.len();
    span * 2 >= told && gaps * 40 <= span
}

/// Spreads a hash over all its bits.
#[inline]
fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    hash ^ (hash >> 32)
}

/// Takes a sample as its own hash: its bits are mixed already.
#[derive(Debug, Default)]
pub(crate) struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u32(&mut self, value: u32) {
        // A table of hashes wants bits at both ends.
        self.0 = u64::from(value).wrapping_mul(FACTOR);
    }
}

#[cfg(test)]
mod tests;

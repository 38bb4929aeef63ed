//! Versions: texts that follow one another, as a draft and its final text or the plans of two years do, and what changed
//! between their measures.
//!
//! `title` takes a title apart into what names the matter and what names the edition, `kinship` says whether two notices
//! are versions and why, `compare` finds the measures that correspond, `differences` marks where two wordings part.

mod compare;
mod differences;
mod kinship;
mod title;

pub(crate) use compare::likeness;
pub use compare::{Clause, Correspondence, compare};
pub use differences::{Run, differences};
pub use kinship::{Kinship, Version, kinship};
pub use title::{Edition, Stage, is_other_edition};

#[cfg(test)]
mod tests;

//! Search that misses no run of two characters or more.
//!
//! `pairs` makes the overlapping pairs that are indexed and asked, `follow` keeps the index in step with the journal,
//! `find` answers, `verify` looks whether the words really stand in a text, `texts` unpacks it, `mark` shows where, `words`
//! knows the dictionary.

mod find;
mod follow;
mod mark;
pub(crate) mod pairs;
#[cfg(test)]
mod tests;
mod texts;
pub(crate) mod verify;
mod words;

pub use find::{Found, Hit, HitKind};
pub(crate) use follow::{each_entry, follow, rebuild, sweep};
pub use mark::Segment;
pub use words::load_dictionary;

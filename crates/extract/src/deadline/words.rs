//! The words of time in seeds/lexicon/times.txt, read once.

use std::sync::LazyLock;

use crate::lexicon::Lexicon;

/// The table.
pub(super) static WORDS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(include_str!("../../../../seeds/lexicon/times.txt")));

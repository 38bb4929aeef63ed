//! Labels of the head table that a government site prints around a notice: seeds/lexicon/head-labels.txt.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::CharacterBits;
use crate::lexicon::tables::HEAD_LABELS;

/// What the value behind a label says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum HeadField {
    /// 发文字号.
    Number,
    /// 发文机关.
    Issuer,
    /// 标题.
    Title,
    /// 成文日期.
    Signed,
    /// 发布日期: when the site put it up.
    Published,
    /// 来源: whom the site has it from.
    Source,
    /// Anything else the table says: 索引号, 主题分类.
    Other,
}

/// A label of the head table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    /// What its value says.
    pub(crate) field: HeadField,
    /// Whether it is seldom met elsewhere.
    pub(crate) certain: bool,
}

/// The longest label, in characters.
pub(super) const LONGEST: usize = 12;

static LABELS: LazyLock<HashMap<&'static str, Label>> = LazyLock::new(|| {
    use HeadField::{Issuer, Number, Other, Published, Signed, Source, Title};
    let fields = [
        (Number, "number", "number-common"),
        (Issuer, "issuer", "issuer-common"),
        (Title, "title", "title-common"),
        (Signed, "signed", "signed-common"),
        (Published, "published", "published-common"),
        (Source, "source", "source-common"),
        (Other, "other", "other-common"),
    ];
    let mut labels = HashMap::new();
    for (field, certain, common) in fields {
        for (kind, certain) in [(certain, true), (common, false)] {
            labels.extend(HEAD_LABELS.words(kind).iter().map(|word| (*word, Label { field, certain })));
        }
    }
    labels
});

/// The label that a text without blanks is.
pub(crate) fn label(text: &str) -> Option<Label> {
    let last = text.chars().next_back()?;
    if may_end_with(last) { LABELS.get(text).copied() } else { None }
}

/// Whether a label may begin with a character; most lines begin with other words.
pub(super) fn may_begin_with(c: char) -> bool {
    static FIRST: LazyLock<CharacterBits> =
        LazyLock::new(|| CharacterBits::of(LABELS.keys().filter_map(|label| label.chars().next())));
    FIRST.may_hold(c)
}

/// Whether a label may end with a character; most colons stand behind other words.
pub(super) fn may_end_with(c: char) -> bool {
    static LAST: LazyLock<CharacterBits> =
        LazyLock::new(|| CharacterBits::of(LABELS.keys().filter_map(|label| label.chars().next_back())));
    LAST.may_hold(c)
}

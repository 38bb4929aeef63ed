//! Labels of the head table that a government site prints around a notice: seeds/lexicon/head-labels.txt.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::head::lexicon;
use crate::lexicon::CharacterBits;

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
    let mut labels = HashMap::new();
    for (topic, words) in lexicon::topics(include_str!("../../../../../seeds/lexicon/head-labels.txt")) {
        let field = match topic {
            "number" => HeadField::Number,
            "issuer" => HeadField::Issuer,
            "title" => HeadField::Title,
            "signed" => HeadField::Signed,
            "published" => HeadField::Published,
            "source" => HeadField::Source,
            _ => HeadField::Other,
        };
        let (certain, others) = words.split_once('|').unwrap_or((words, ""));
        for (words, certain) in [(certain, true), (others, false)] {
            labels.extend(words.split_whitespace().map(|word| (word, Label { field, certain })));
        }
    }
    labels
});

/// The label that a text without blanks is.
pub(crate) fn label(text: &str) -> Option<Label> {
    let last = text.chars().next_back()?;
    if may_end_with(last) { LABELS.get(text).copied() } else { None }
}

/// Whether a label may end with a character; most colons stand behind other words.
pub(super) fn may_end_with(c: char) -> bool {
    static LAST: LazyLock<CharacterBits> =
        LazyLock::new(|| CharacterBits::of(LABELS.keys().filter_map(|label| label.chars().next_back())));
    LAST.may_hold(c)
}

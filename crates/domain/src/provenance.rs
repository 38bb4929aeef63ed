//! Where a field came from, and what about it a person should check.

use crate::tree::SourceRange;

/// A field of a notice or measure that a rule fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Title of the notice or measure.
    Title,
    /// Text of the measure.
    Text,
    /// 发文字号.
    Number,
    /// Issuing bodies.
    Issuers,
    /// Dates of the notice.
    Dates,
    /// Lead units.
    Leads,
    /// Co-units.
    CoUnits,
    /// Deadline.
    Deadline,
    /// Leaders and persons.
    People,
    /// Region of the notice.
    Region,
    /// Class of the measure.
    Class,
    /// Extent of the document or clause.
    Extent,
    /// Whether the measure is to be followed at all.
    Dropped,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 13] = [
        Self::Title,
        Self::Text,
        Self::Number,
        Self::Issuers,
        Self::Dates,
        Self::Leads,
        Self::CoUnits,
        Self::Deadline,
        Self::People,
        Self::Region,
        Self::Class,
        Self::Extent,
        Self::Dropped,
    ];

    /// The word used in exports and in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Text => "text",
            Self::Number => "number",
            Self::Issuers => "issuers",
            Self::Dates => "dates",
            Self::Leads => "leads",
            Self::CoUnits => "co_units",
            Self::Deadline => "deadline",
            Self::People => "people",
            Self::Region => "region",
            Self::Class => "class",
            Self::Extent => "extent",
            Self::Dropped => "dropped",
        }
    }

    /// What an office calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "标题",
            Self::Text => "内容",
            Self::Number => "文号",
            Self::Issuers => "发文机关",
            Self::Dates => "日期",
            Self::Leads => "牵头单位",
            Self::CoUnits => "配合单位",
            Self::Deadline => "完成时限",
            Self::People => "责任人",
            Self::Region => "地区",
            Self::Class => "类别",
            Self::Extent => "起止范围",
            Self::Dropped => "是否列为事项",
        }
    }

    /// The field a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }
}

/// Which rule filled a field, from which words on which line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The field filled.
    pub field: Field,
    /// Name of the rule, stable across versions: `bracket.labelled`.
    pub rule: &'static str,
    /// The words of the source.
    pub words: String,
    /// Line of the source file.
    pub line: u32,
    /// The exact characters of the source, where the words stand in it as they are.
    pub source: Option<SourceRange>,
}

/// Something about a field that a rule is not sure of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The field in doubt.
    pub field: Field,
    /// Name of the rule that doubts.
    pub rule: &'static str,
    /// The words that cause the doubt.
    pub words: String,
    /// What else the words could mean, in a Chinese sentence for the person.
    pub alternative: String,
    /// Line of the source file that it is about, where the rule knows one.
    pub line: Option<u32>,
    /// The exact characters of the source that it is about.
    pub source: Option<SourceRange>,
}

impl Doubt {
    /// A doubt about some words.
    pub fn new(field: Field, rule: &'static str, words: impl Into<String>, alternative: impl Into<String>) -> Self {
        Self { field, rule, words: words.into(), alternative: alternative.into(), line: None, source: None }
    }

    /// The same doubt about words on a line of the source.
    #[must_use]
    pub fn on_line(self, line: u32) -> Self {
        Self { line: Some(line), ..self }
    }
}

/// What a person has said of a doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DoubtState {
    /// Nothing yet.
    #[default]
    Open,
    /// The doubt is justified, and the field is left as it is: the notice itself says no more.
    Accepted,
    /// The field was corrected.
    Corrected,
    /// The field was read rightly.
    Dismissed,
}

impl DoubtState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Open, Self::Accepted, Self::Corrected, Self::Dismissed];

    /// The word used in exports and in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Corrected => "corrected",
            Self::Dismissed => "dismissed",
        }
    }

    /// What an office calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "待核对",
            Self::Accepted => "确有疑问",
            Self::Corrected => "已更正",
            Self::Dismissed => "原读无误",
        }
    }

    /// The state a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

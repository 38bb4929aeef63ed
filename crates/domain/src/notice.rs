//! A notice: one policy document, with what it says of itself.

use chrono::NaiveDate;

/// What sort of document a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum NoticeKind {
    /// 方案, 计划, 工作要点.
    Plan,
    /// 措施, 若干政策.
    Measures,
    /// 意见.
    Opinions,
    /// 通知 that carries its own content.
    Notice,
    /// 实施细则, 管理办法 for a fund or a policy.
    DetailedRules,
    /// 条例, 规定, 办法.
    Regulation,
    /// 解读 or essay about a notice.
    Interpretation,
    /// 清单, 目录.
    List,
    /// A news page.
    News,
    /// 会议纪要: each decision is an order.
    Minutes,
    /// 批复: an answer that orders.
    Reply,
    /// 函.
    Letter,
    /// 督办单, 交办单: one task on one sheet.
    Card,
    /// What orders nothing: 招聘, 招标, 征集, 请示, 职责, 总结, 讲话, 名单 and their like.
    Information,
    /// Anything else.
    #[default]
    Other,
}

impl NoticeKind {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::Plan,
        Self::Measures,
        Self::Opinions,
        Self::Notice,
        Self::DetailedRules,
        Self::Regulation,
        Self::Interpretation,
        Self::List,
        Self::News,
        Self::Minutes,
        Self::Reply,
        Self::Letter,
        Self::Card,
        Self::Information,
        Self::Other,
    ];

    /// The word used in the store and in the window.
    pub fn code(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Measures => "measures",
            Self::Opinions => "opinions",
            Self::Notice => "notice",
            Self::DetailedRules => "detailed-rules",
            Self::Regulation => "regulation",
            Self::Interpretation => "interpretation",
            Self::List => "list",
            Self::News => "news",
            Self::Minutes => "minutes",
            Self::Reply => "reply",
            Self::Letter => "letter",
            Self::Card => "card",
            Self::Information => "information",
            Self::Other => "other",
        }
    }

    /// The word used in the export, whose list of kinds is fixed (READING.md).
    pub fn export_code(self) -> &'static str {
        match self {
            Self::Minutes | Self::Reply | Self::Letter | Self::Card | Self::Information => Self::Other.code(),
            listed => listed.code(),
        }
    }

    /// Whether documents of this kind order nothing, whatever their clauses look like.
    pub fn orders_nothing(self) -> bool {
        matches!(self, Self::Interpretation | Self::News | Self::Information)
    }

    /// The kind a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What a notice says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NoticeFacts {
    /// Title of the plan itself, wraps removed.
    pub title: String,
    /// Whether the title is not printed in the source and was put together from its words.
    pub title_inferred: bool,
    /// Title of the wrapper: …关于印发…的通知.
    pub notice_title: Option<String>,
    /// 发文字号. Not unique: the same number is met on different documents.
    pub number: Option<String>,
    /// Issuing bodies in the order signed.
    pub issuers: Vec<String>,
    /// City or province the units of the notice belong to: 杭州市.
    pub region: Option<String>,
    /// Day of issue.
    pub issued: Option<NaiveDate>,
    /// First day of force.
    pub effective: Option<NaiveDate>,
    /// Last day of force.
    pub expires: Option<NaiveDate>,
    /// The unit named in 由X负责牵头组织实施.
    pub organizer: Option<String>,
    /// What sort of document it is.
    pub kind: NoticeKind,
}

/// What a notice counts of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClaimSubject {
    /// 10个方面: the sections of a table or plan.
    Aspects,
    /// 101项: rows of a table, or tasks.
    Items,
    /// 344条改革举措: measures.
    Measures,
}

impl ClaimSubject {
    /// Every subject.
    pub const ALL: [Self; 3] = [Self::Aspects, Self::Items, Self::Measures];

    /// The word used in exports and in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::Aspects => "aspects",
            Self::Items => "items",
            Self::Measures => "measures",
        }
    }
}

/// A count that a notice states of itself beside the count found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What is counted.
    pub what: ClaimSubject,
    /// The number the notice states.
    pub claimed: u32,
    /// The number read.
    pub found: u32,
    /// Line of the statement.
    pub line: u32,
    /// The words of the statement.
    pub raw: String,
}

impl Claim {
    /// Whether the notice was read as it counts itself.
    pub fn is_met(&self) -> bool {
        self.claimed == self.found
    }
}

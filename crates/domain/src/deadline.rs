//! Deadlines: the time by which a measure must be done, as written and as a civil date.

use chrono::NaiveDate;

/// What kind of time a notice states for a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DeadlineKind {
    /// A day is named: 2022年6月15日前.
    Date,
    /// A month is named: 2022年6月, 6月底前. Due on its last day.
    Month,
    /// A quarter or half-year is named: 三季度, 上半年. Due on its last day.
    Quarter,
    /// A year or plan period is named: 2025年底前, “十四五”期间. Due on 31 December.
    Year,
    /// Counted from another day: 印发后20日内.
    Relative,
    /// A rhythm of reporting or checking: 每季度.
    Periodic,
    /// To be kept up without end: 长期, 持续推进.
    Ongoing,
    /// At once, without a day: 立行立改, 即日起.
    Immediate,
    /// Nothing is stated.
    #[default]
    None,
}

impl DeadlineKind {
    /// Every kind, in the order of the export format.
    pub const ALL: [Self; 9] = [
        Self::Date,
        Self::Month,
        Self::Quarter,
        Self::Year,
        Self::Relative,
        Self::Periodic,
        Self::Ongoing,
        Self::Immediate,
        Self::None,
    ];

    /// The word used in exports and in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Relative => "relative",
            Self::Periodic => "periodic",
            Self::Ongoing => "ongoing",
            Self::Immediate => "immediate",
            Self::None => "none",
        }
    }

    /// The kind a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One of several times stated for the same measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// The words of the notice.
    pub raw: String,
    /// The last day they allow.
    pub due: NaiveDate,
}

/// How long a policy or service stays in force. Never a deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Validity {
    /// The words of the notice: 执行至2024年12月31日.
    pub raw: String,
    /// The last day of force, where a day can be told.
    pub until: Option<NaiveDate>,
}

/// A day that the notice suggests without stating it, from its year, plan period or expiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The words it rests on.
    pub raw: String,
    /// The day proposed.
    pub due: NaiveDate,
}

/// The time by which a measure or its main part must be done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deadline {
    /// The words of the notice, wraps removed.
    pub raw: Option<String>,
    /// The last day allowed. `None` for periodic, ongoing, immediate and absent deadlines.
    pub due: Option<NaiveDate>,
    /// What kind of time is stated.
    pub kind: DeadlineKind,
    /// All the times stated, earliest first; the last is `due`. Empty when there is only one.
    pub milestones: Vec<Milestone>,
    /// How long the policy runs, kept apart from the deadline.
    pub validity: Option<Validity>,
    /// What the notice suggests where it states nothing.
    pub proposal: Option<Proposal>,
}

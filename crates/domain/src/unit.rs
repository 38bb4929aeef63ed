//! Who is named on a measure, in which role, and where the notice says so.

/// Whether a unit answers for a task or assists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitRole {
    /// 牵头单位: answers for the task.
    Lead,
    /// 责任单位 or 配合单位 beside a lead: assists.
    CoUnit,
}

impl UnitRole {
    /// Both roles.
    pub const ALL: [Self; 2] = [Self::Lead, Self::CoUnit];

    /// The word used in exports and in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::CoUnit => "co",
        }
    }

    /// What it is called, in lists, figures and exports alike. Notices write 责任, 配合, 协办 and 参与 for the second.
    pub fn word(self) -> &'static str {
        match self {
            Self::Lead => "牵头",
            Self::CoUnit => "配合",
        }
    }
}

/// Which statement of the notice the units of a measure were taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum UnitBasis {
    /// Roles are spelled out: 牵头单位：X；责任单位：Y.
    Labelled,
    /// A list without a lead label; the first listed leads.
    FirstListed,
    /// The heading above gives the units.
    Section,
    /// The table row gives the units.
    Row,
    /// The document says it once for all that follows.
    Document,
    /// A sentence of the clause orders the unit.
    Sentence,
    /// No unit is stated.
    #[default]
    None,
}

impl UnitBasis {
    /// Every basis.
    pub const ALL: [Self; 7] =
        [Self::Labelled, Self::FirstListed, Self::Section, Self::Row, Self::Document, Self::Sentence, Self::None];

    /// The word used in exports and in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::Labelled => "labelled",
            Self::FirstListed => "first-listed",
            Self::Section => "section",
            Self::Row => "row",
            Self::Document => "document",
            Self::Sentence => "sentence",
            Self::None => "none",
        }
    }

    /// The basis a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.code() == code)
    }
}

/// The units of a measure as the notice writes them, wraps removed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitAssignment {
    /// Units that answer for the measure, in the order written.
    pub leads: Vec<String>,
    /// Units that assist, in the order written.
    pub co_units: Vec<String>,
    /// Units of the enclosing heading, kept where the measure has a list of its own.
    pub section_leads: Vec<String>,
    /// Which statement they come from.
    pub basis: UnitBasis,
}

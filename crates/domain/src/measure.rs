//! A measure: the smallest clause of a notice that orders something.

use chrono::NaiveDate;

use crate::{Deadline, Doubt, Provenance, UnitAssignment};

/// What part a clause plays in its notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MeasureClass {
    /// 举措: a clause of the action part or of a task table.
    #[default]
    Measure,
    /// 保障措施, 组织实施, 工作要求.
    Safeguard,
    /// An order with a time, found in a sentence elsewhere.
    Embedded,
}

impl MeasureClass {
    /// Every class.
    pub const ALL: [Self; 3] = [Self::Measure, Self::Safeguard, Self::Embedded];

    /// The word used in exports and in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Safeguard => "safeguard",
            Self::Embedded => "embedded",
        }
    }

    /// The class a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }
}

/// A column of a task table beyond units and time: 分管领导, 责任人, 联系人, 目标, 成果形式, 备注.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnField {
    /// The heading of the column as printed.
    pub heading: String,
    /// The text of the cell.
    pub text: String,
}

/// A quantified target: 不少于150个, 达到70%以上.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// What is counted.
    pub name: String,
    /// The figure as written, digits normalised: 150, 70, 1.5万.
    pub figure: String,
    /// The unit of the figure: 个, %, 亿元.
    pub unit: String,
    /// The words that give the direction: 不少于, 以上, 压缩至.
    pub direction: String,
    /// By when, where the same clause says so.
    pub by: Option<NaiveDate>,
}

/// The smallest clause that orders something to be done, with who, by when and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measure {
    /// First line in the source file, counted from 1.
    pub line: u32,
    /// Last line in the source file that belongs to the text.
    pub last_line: u32,
    /// Printed page, where the source marks pages.
    pub page: Option<u32>,
    /// Path of labels: 二/（一）/3.
    pub number: String,
    /// Enclosing headings, outermost first.
    pub section: Vec<String>,
    /// Title, where the clause has one.
    pub title: Option<String>,
    /// The clause without its label and without its closing unit bracket, hard wraps joined.
    pub text: String,
    /// Who answers and who assists.
    pub units: UnitAssignment,
    /// By when.
    pub deadline: Deadline,
    /// What part it plays.
    pub class: MeasureClass,
    /// Quantified targets stated in the clause.
    pub indicators: Vec<Indicator>,
    /// Further columns of a task table.
    pub columns: Vec<ColumnField>,
    /// For each field, the rule and the words it came from.
    pub provenance: Vec<Provenance>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
}

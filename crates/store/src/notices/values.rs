//! Lists that are kept as JSON beside their owner, because they are only ever read whole with it.
//!
//! Rules are named by static words in the domain; what comes back from a file is text, so these are types of their own.

use chrono::NaiveDate;
use domain::tree::SourceRange;
use domain::{Claim, ColumnField, Doubt, Indicator, Milestone, People, Provenance};
use serde::{Deserialize, Serialize};

macro_rules! value {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }
    };
}

value! {
    /// A count that a notice states of itself.
    ClaimValue {
        /// aspects, items or measures.
        what: String,
        /// What it says.
        claimed: u32,
        /// What was found.
        found: u32,
        /// Line of the statement.
        line: u32,
        /// Its words.
        raw: String,
    }
}
value! {
    /// What a person should look at.
    DoubtValue {
        /// The field.
        field: String,
        /// The rule that doubts.
        rule: String,
        /// The words.
        words: String,
        /// What else they could mean.
        alternative: String,
        /// Line in the file that it is about. Registers of older programs lack it, and the characters.
        line: Option<u32>,
        /// The exact characters that it is about, as in [`ProvenanceValue`].
        source: Option<[u32; 4]>,
    }
}
value! {
    /// Where a field came from.
    ProvenanceValue {
        /// The field.
        field: String,
        /// The rule.
        rule: String,
        /// The words.
        words: String,
        /// Line in the file.
        line: u32,
        /// The exact characters, where they are known: first line, last line, first character on the first line and the one
        /// behind the last on the last line, counted from 0. Registers of older programs lack it.
        source: Option<[u32; 4]>,
    }
}
value! {
    /// One of several times stated.
    MilestoneValue {
        /// The words.
        raw: String,
        /// The day.
        due: NaiveDate,
    }
}
/// The people that a notice names on a measure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PeopleValue {
    /// In charge.
    pub leader: Vec<String>,
    /// Responsible.
    pub responsible: Vec<String>,
    /// To be asked.
    pub contact: Vec<String>,
}

value! {
    /// A further column of a task table.
    ColumnValue {
        /// Its heading.
        heading: String,
        /// The cell.
        text: String,
    }
}
value! {
    /// A quantified target.
    IndicatorValue {
        /// What is counted.
        name: String,
        /// The figure.
        figure: String,
        /// Its unit.
        unit: String,
        /// At least, at most.
        direction: String,
        /// By when.
        by: Option<NaiveDate>,
    }
}

impl From<&Claim> for ClaimValue {
    fn from(claim: &Claim) -> Self {
        let Claim { what, claimed, found, line, raw } = claim;
        Self { what: what.code().to_owned(), claimed: *claimed, found: *found, line: *line, raw: raw.clone() }
    }
}

impl From<&Doubt> for DoubtValue {
    fn from(doubt: &Doubt) -> Self {
        let Doubt { field, rule, words, alternative, line, source } = doubt;
        Self {
            field: field.code().to_owned(),
            rule: (*rule).to_owned(),
            words: words.clone(),
            alternative: alternative.clone(),
            line: *line,
            source: source.as_ref().map(characters),
        }
    }
}

/// First line, last line, first character and the one behind the last.
fn characters(source: &SourceRange) -> [u32; 4] {
    [source.line, source.last_line, source.characters.start, source.characters.end]
}

impl From<&Provenance> for ProvenanceValue {
    fn from(provenance: &Provenance) -> Self {
        let Provenance { field, rule, words, line, source } = provenance;
        let source = source.as_ref().map(characters);
        Self { field: field.code().to_owned(), rule: (*rule).to_owned(), words: words.clone(), line: *line, source }
    }
}

impl From<&Milestone> for MilestoneValue {
    fn from(milestone: &Milestone) -> Self {
        let Milestone { raw, due } = milestone;
        Self { raw: raw.clone(), due: *due }
    }
}

impl From<&ColumnField> for ColumnValue {
    fn from(column: &ColumnField) -> Self {
        let ColumnField { heading, text } = column;
        Self { heading: heading.clone(), text: text.clone() }
    }
}

impl From<&People> for PeopleValue {
    fn from(people: &People) -> Self {
        let People { leaders, responsible, contacts } = people;
        Self { leader: leaders.clone(), responsible: responsible.clone(), contact: contacts.clone() }
    }
}

impl From<&Indicator> for IndicatorValue {
    fn from(indicator: &Indicator) -> Self {
        let Indicator { name, figure, unit, direction, by } = indicator;
        Self { name: name.clone(), figure: figure.clone(), unit: unit.clone(), direction: direction.clone(), by: *by }
    }
}

/// A list as JSON.
pub(crate) fn list<'a, T: 'a, V: From<&'a T> + Serialize>(items: &'a [T]) -> Result<String, crate::StoreError> {
    crate::rows::to_json(&values_of::<T, V>(items))
}

/// A list as it is kept.
pub(crate) fn values_of<'a, T: 'a, V: From<&'a T>>(items: &'a [T]) -> Vec<V> {
    items.iter().map(V::from).collect()
}

impl PeopleValue {
    /// Whether nobody is named.
    pub(crate) fn is_empty(&self) -> bool {
        self.leader.is_empty() && self.responsible.is_empty() && self.contact.is_empty()
    }
}

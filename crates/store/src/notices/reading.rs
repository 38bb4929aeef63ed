//! The reading of a notice: what one version of the reader found in it, measure by measure, packed and never changed.
//!
//! A measure is known by a key made of where it stands and what it says. A reading is kept whole, because it is only ever
//! read whole; what is worked with every day stands in the task made of a measure.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::Measure;
use serde::{Deserialize, Serialize};

use super::values::{ColumnValue, DoubtValue, IndicatorValue, MilestoneValue, PeopleValue, ProvenanceValue, values_of};
use crate::StoreError;
use crate::contents::digest;

/// A measure as it is packed. What is empty is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct ReadMeasure {
    pub(crate) key: i64,
    pub(crate) line: u32,
    pub(crate) last_line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) page: Option<u32>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) number: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) section: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<String>,
    pub(crate) text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) leads: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) co_units: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) section_leads: Vec<String>,
    pub(crate) unit_basis: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) deadline_raw: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) due: Option<NaiveDate>,
    pub(crate) deadline_kind: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) milestones: Vec<MilestoneValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) validity_raw: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) validity_until: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) proposal_raw: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) proposal_due: Option<NaiveDate>,
    pub(crate) class: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) indicators: Vec<IndicatorValue>,
    #[serde(skip_serializing_if = "PeopleValue::is_empty")]
    pub(crate) people: PeopleValue,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) columns: Vec<ColumnValue>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) provenance: Vec<ProvenanceValue>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) doubts: Vec<DoubtValue>,
    /// A later reader finds no measure here; it stays because a task was made of it or a person corrected it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) gone: bool,
    /// Why a person says that it is nothing to be followed. Never read, only laid over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dropped: Option<String>,
}

impl Default for ReadMeasure {
    fn default() -> Self {
        Self::of(&Measure::default(), 0)
    }
}

impl ReadMeasure {
    pub(crate) fn of(measure: &Measure, key: i64) -> Self {
        let (units, deadline) = (&measure.units, &measure.deadline);
        Self {
            key,
            line: measure.line,
            last_line: measure.last_line,
            page: measure.page,
            number: measure.number.clone(),
            section: measure.section.clone(),
            title: measure.title.clone(),
            text: measure.text.clone(),
            leads: units.leads.clone(),
            co_units: units.co_units.clone(),
            section_leads: units.section_leads.clone(),
            unit_basis: units.basis.code().to_owned(),
            deadline_raw: deadline.raw.clone(),
            due: deadline.due,
            deadline_kind: deadline.kind.code().to_owned(),
            milestones: values_of(&deadline.milestones),
            validity_raw: deadline.validity.as_ref().map(|validity| validity.raw.clone()),
            validity_until: deadline.validity.as_ref().and_then(|validity| validity.until),
            proposal_raw: deadline.proposal.as_ref().map(|proposal| proposal.raw.clone()),
            proposal_due: deadline.proposal.as_ref().map(|proposal| proposal.due),
            class: measure.class.code().to_owned(),
            indicators: values_of(&measure.indicators),
            people: PeopleValue::from(&measure.people),
            columns: values_of(&measure.columns),
            provenance: values_of(&measure.provenance),
            doubts: values_of(&measure.doubts),
            gone: false,
            dropped: None,
        }
    }
}

/// The reading of a document with these measures as it is packed.
pub(crate) fn packed_reading(measures: &[Measure]) -> Result<Vec<u8>, StoreError> {
    Ok(serde_json::to_vec(&reading_of(measures))?)
}

/// The measures of a document as they are packed, each with its key.
fn reading_of(measures: &[Measure]) -> Vec<ReadMeasure> {
    reading_with(measures, &[], HashSet::new())
}

/// The same where some measures have been known under these keys before and other keys are taken. A measure keeps the
/// key under which it was first found.
pub(crate) fn reading_with(measures: &[Measure], known: &[Option<i64>], mut taken: HashSet<i64>) -> Vec<ReadMeasure> {
    taken.extend(known.iter().flatten());
    let mut key = |measure: &Measure| {
        // Two rows of a table may say the same on the same line: the next is known by its place among them.
        (0_u32..)
            .map(|place| key(measure.line, &measure.text, place))
            .find(|key| taken.insert(*key))
            .unwrap_or_default()
    };
    let known = known.iter().copied().chain(std::iter::repeat(None));
    measures
        .iter()
        .zip(known)
        .map(|(measure, known)| ReadMeasure::of(measure, known.unwrap_or_else(|| key(measure))))
        .collect()
}

/// A key of 40 bits: never 0, which stands for the notice itself.
pub(crate) fn key(line: u32, text: &str, place: u32) -> i64 {
    let mut facts = format!("{line}/{place}/");
    facts.extend(text.chars().filter(|character| character.is_alphanumeric()));
    let hash = digest(facts.as_bytes());
    hash.iter().take(5).fold(0, |key, byte| (key << 8) | i64::from(*byte)).max(1)
}

#[cfg(test)]
mod tests {
    use crate::testing::measure;

    #[test]
    fn a_key_is_made_of_place_and_words_and_no_two_are_the_same() {
        let same = measure("简化材料。", "", "", "");
        let keys = |measures: &[domain::Measure]| -> Vec<i64> {
            super::reading_of(measures).iter().map(|measure| measure.key).collect()
        };
        let twice = keys(&[same.clone(), same.clone()]);
        assert_ne!(twice[0], twice[1]);
        let respaced = measure("简化 材料", "市财政局", "", "2022-06-30");
        assert_eq!(keys(&[respaced])[0], twice[0], "marks, blanks, units and times make no other key");
        let elsewhere = domain::Measure { line: 9, ..same };
        assert_ne!(keys(&[elsewhere])[0], twice[0]);
    }
}

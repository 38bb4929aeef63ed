//! A heading that spans a row of a table, and what it states for the rows below it: 一、老旧小区（2025年6月底前完成）.
//!
//! The nearest statement governs: what the row says itself, then the heading next above it.

use domain::{DeadlineKind, Doubt, Field, Measure, Provenance, UnitAssignment, UnitBasis};

use super::columns::shape::{Shape, shape};
use super::numbering::heading;
use crate::deadline::{DeadlineContext, doubts, read_cell, read_with_rule};
use crate::outline::label;
use crate::prose::stated_in;

rules! {
    SECTION_ROW_TIME = "table.section_row_time", "本行没有写明时限，取自上方的小标题行";
    SECTION_ROW_UNITS = "table.section_row_units", "本行没有写明单位，取自上方的小标题行";
}

/// A heading between the rows of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SectionRow {
    /// Its words, with its number.
    pub(super) words: String,
    /// The line it stands on.
    pub(super) line: u32,
}

impl SectionRow {
    /// Gives a measure below it the units and the time that the heading states and the row does not. A column of times that is
    /// blank in the row may mean that there is none.
    pub(super) fn supply(&self, measure: &mut Measure, time_is_blank: bool, context: &DeadlineContext) {
        let stated = stated_in(&self.words).map(|(_, stated)| stated);
        if let Some(stated) = stated.as_ref().filter(|stated| !stated.leads.is_empty())
            && measure.units.basis == UnitBasis::None
        {
            let (leads, co_units) = (stated.leads.clone(), stated.co_units.clone());
            self.add(measure, Field::Leads, SECTION_ROW_UNITS, &leads.join("、"));
            measure.units = UnitAssignment { leads, co_units, section_leads: Vec::new(), basis: UnitBasis::Section };
            measure.doubts.retain(|doubt| doubt.field != Field::Leads);
        }
        if measure.deadline.kind != DeadlineKind::None {
            return;
        }
        let labelled = stated.and_then(|stated| stated.deadline);
        let bracketed = labelled.as_deref().or_else(|| self.bracketed_time());
        let read = match bracketed {
            Some(words) => read_cell(words, context),
            None => read_with_rule(self.unnumbered(), context).0,
        };
        let Some(words) = read.raw.clone().filter(|_| bracketed.is_some() || read.due.is_some()) else { return };
        measure.doubts.extend(doubts(&read, context));
        if bracketed.is_none() || time_is_blank {
            let alternative = "完成时限取自上方的小标题行，本行没有单独写明，请对照原文核对。";
            measure
                .doubts
                .push(Doubt::new(Field::Deadline, SECTION_ROW_TIME, words.as_str(), alternative).on_line(self.line));
        }
        self.add(measure, Field::Deadline, SECTION_ROW_TIME, &words);
        measure.deadline = read;
    }

    /// Its words without the number: of 二、6月底前 the time is 6月底前.
    fn unnumbered(&self) -> &str {
        let length = heading(&self.words).and_then(|_| label::read(&self.words)).map_or(0, |label| label.length);
        self.words.get(length..).unwrap_or(&self.words)
    }

    /// The words of a last bracket that holds a time and nothing else.
    fn bracketed_time(&self) -> Option<&str> {
        let before = self.words.strip_suffix(['）', ')'])?;
        let (_, inner) = before.rsplit_once(['（', '('])?;
        (shape(inner) == Shape::Time).then_some(inner)
    }

    fn add(&self, measure: &mut Measure, field: Field, rule: &'static str, words: &str) {
        measure.provenance.push(Provenance { field, rule, words: words.to_owned(), line: self.line, source: None });
    }
}

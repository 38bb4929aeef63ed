//! What the text of a row says itself where no column does: units in a closing bracket or behind a label, units that a
//! sentence orders, the time in the sentence.

use domain::{DeadlineKind, Field, Measure, Provenance, UnitAssignment, UnitBasis};

use crate::deadline::{DeadlineContext, doubts, read_cell, read_with_rule};
use crate::prose::stated_in;
use crate::units::sentence_units;

/// Reads the units of a row whose cells name none. Says whether it found some.
pub(super) fn units(measure: &mut Measure, context: &DeadlineContext) -> bool {
    if let Some((text, stated)) = stated_in(&measure.text).filter(|(_, stated)| !stated.leads.is_empty()) {
        add(measure, Field::Leads, stated.rule, &stated.leads.join("、"));
        if let Some(words) = stated.deadline.filter(|_| measure.deadline.kind == DeadlineKind::None) {
            measure.deadline = read_cell(&words, context);
            measure.doubts.extend(doubts(&measure.deadline, context));
            add(measure, Field::Deadline, stated.rule, &words);
        }
        measure.text = text;
        measure.columns.extend(stated.columns);
        measure.people.leaders.extend(stated.people.leaders);
        measure.people.responsible.extend(stated.people.responsible);
        measure.people.contacts.extend(stated.people.contacts);
        measure.units = UnitAssignment {
            leads: stated.leads,
            co_units: stated.co_units,
            section_leads: Vec::new(),
            basis: stated.basis,
        };
        return true;
    }
    let found = sentence_units(&measure.text);
    if found.leads.is_empty() {
        return false;
    }
    add(measure, Field::Leads, found.rule, &found.words);
    let basis = UnitBasis::Sentence;
    measure.units = UnitAssignment { leads: found.leads, co_units: found.co_units, section_leads: Vec::new(), basis };
    true
}

/// Reads the time in the sentence of a row whose cells state none.
pub(super) fn time(measure: &mut Measure, context: &DeadlineContext) {
    let (deadline, rule) = read_with_rule(&measure.text, context);
    if let Some(raw) = deadline.raw.clone() {
        add(measure, Field::Deadline, rule, &raw);
        measure.doubts.extend(doubts(&deadline, context));
    }
    measure.deadline = deadline;
}

fn add(measure: &mut Measure, field: Field, rule: &'static str, words: &str) {
    measure.provenance.push(Provenance { field, rule, words: words.to_owned(), line: measure.line, source: None });
}

//! What the text of a row says itself where no column does: units in a closing bracket or behind a label, units that a
//! sentence orders, the time in the sentence.

use domain::{DeadlineKind, Doubt, Field, Measure, Provenance, UnitAssignment, UnitBasis};

use super::columns::shape;
use crate::deadline::{DeadlineContext, doubts, read_cell, read_with_rule};
use crate::prose::stated_in;
use crate::units::{BracketReading, sentence_units};

rules! {
    TIME_IN_SCHEDULE = "table.time_in_schedule", "取自表格中每步开头的时间";
    TIME_OF_STAGE = "table.time-of-stage", "取自最后一个有内容的阶段栏目";
    STATED_IN_TITLE = "table.stated-in-title", "表格的标题写明，适用于各行";
}

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

/// Takes the last stage that has words for the time of the whole: 一季度 | 二季度 | 三季度 | 四季度.
pub(super) fn time_of_stage(measure: &mut Measure, stage: &str, context: &DeadlineContext) {
    if measure.deadline.kind != DeadlineKind::None {
        return;
    }
    let read = read_cell(stage, context);
    if read.due.is_some() {
        measure.deadline = read;
        add(measure, Field::Deadline, TIME_OF_STAGE, stage);
        let alternative = "完成时限取自最后一个有内容的阶段栏目，原文没有单独写明。";
        measure.doubts.push(Doubt::new(Field::Deadline, TIME_OF_STAGE, stage, alternative));
    }
}

/// Gives a row what the title of its table states for all of them, where the row itself states none.
pub(super) fn stated_in_title(measure: &mut Measure, stated: &BracketReading, context: &DeadlineContext) {
    if let Some(words) = stated.deadline.as_ref().filter(|_| measure.deadline.kind == DeadlineKind::None) {
        measure.deadline = read_cell(words, context);
        measure.doubts.extend(doubts(&measure.deadline, context));
        add(measure, Field::Deadline, STATED_IN_TITLE, words);
    }
    if measure.units.basis == UnitBasis::None && !stated.leads.is_empty() {
        let (leads, co_units) = (stated.leads.clone(), stated.co_units.clone());
        add(measure, Field::Leads, STATED_IN_TITLE, &leads.join("、"));
        measure.units = UnitAssignment { leads, co_units, section_leads: Vec::new(), basis: UnitBasis::Section };
        measure.doubts.retain(|doubt| doubt.field != Field::Leads);
    }
}

/// Reads the time that a line of a schedule begins with: 3月：启动，12月：组织验收 ends with the last of them.
pub(super) fn opening_time(measure: &mut Measure, context: &DeadlineContext) {
    if measure.deadline.kind != DeadlineKind::None {
        return;
    }
    let last = measure.text.split(['，', '；', ',', ';', '。', '\n']).filter_map(shape::opening_time).next_back();
    let Some(words) = last.map(str::to_owned) else { return };
    measure.deadline = read_cell(&words, context);
    measure.doubts.extend(doubts(&measure.deadline, context));
    add(measure, Field::Deadline, TIME_IN_SCHEDULE, &words);
}

fn add(measure: &mut Measure, field: Field, rule: &'static str, words: &str) {
    measure.provenance.push(Provenance { field, rule, words: words.to_owned(), line: measure.line, source: None });
}

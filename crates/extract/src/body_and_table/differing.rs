//! A body and a table that say the same task differently: the table's word is taken, and a doubt says what the body has.
//!
//! Only what both state of their own differs. A clause that several rows share out may name the units of all of them and the last of their
//! days: a row differs only where it says what the clause does not hold.

use domain::{Doubt, Field, Measure, UnitBasis};

use crate::units::comparison_key;

rules! {
    BODY_NAMES_OTHER_UNITS = "body.other-units", "正文与表格写的单位不同";
    BODY_STATES_OTHER_TIME = "body.other-time", "正文与表格写的时限不同";
}

/// Leaves doubts on a row where a clause that says the same task states other units or another day. `only` says that no other row shares the
/// clause.
pub(super) fn leave_doubts(row: &mut Measure, clause: &Measure, only: bool) {
    if names_units(row) && names_units(clause) {
        let (own, said) = (&row.units, &clause.units);
        let all_own: Vec<String> = own.leads.iter().chain(&own.co_units).cloned().collect();
        let all_said: Vec<String> = said.leads.iter().chain(&said.co_units).cloned().collect();
        let (leads_differ, others_differ) = if only {
            (!are_same(&own.leads, &said.leads), !are_same(&all_own, &all_said))
        } else {
            (!are_among(&own.leads, &all_said), !are_among(&all_own, &all_said))
        };
        let field = if leads_differ { Some(Field::Leads) } else { others_differ.then_some(Field::CoUnits) };
        if let Some(field) = field {
            let (in_row, in_body) = (names(row), names(clause));
            let alternative = format!("正文（第{}行）写的是{in_body}，这里按表格读取，请核对以哪处为准", clause.line);
            row.doubts.push(Doubt::new(field, BODY_NAMES_OTHER_UNITS, in_row, alternative));
        }
    }
    let (own, said) = (&row.deadline, &clause.deadline);
    let Some((in_row, in_body)) = own.raw.clone().zip(said.raw.clone()) else { return };
    let differs = match (own.due, said.due) {
        (Some(own), Some(said)) => own != said && (only || own > said),
        _ => own.due != said.due || own.kind != said.kind,
    };
    if differs {
        let alternative = format!("正文（第{}行）写的是“{in_body}”，这里按表格读取，请核对以哪处为准", clause.line);
        row.doubts.push(Doubt::new(Field::Deadline, BODY_STATES_OTHER_TIME, in_row, alternative));
    }
}

/// Whether a measure names units of its own, not those of a heading above it.
fn names_units(measure: &Measure) -> bool {
    !matches!(measure.units.basis, UnitBasis::None | UnitBasis::Section | UnitBasis::Document)
}

/// Whether two lists name the same units.
fn are_same(one: &[String], other: &[String]) -> bool {
    are_among(one, other) && are_among(other, one)
}

/// Whether all of some units are among others.
fn are_among(some: &[String], others: &[String]) -> bool {
    some.iter().all(|one| others.iter().any(|other| is_same(one, other)))
}

/// Whether two names are those of one unit: the same, or the one short for the other, 县住建局 for 县住房城乡建设局.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (comparison_key(one), comparison_key(other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let ends = short.chars().next() == long.chars().next() && short.chars().next_back() == long.chars().next_back();
    let mut letters = long.chars();
    ends && short.chars().all(|c| letters.any(|letter| letter == c))
}

/// The units of a measure in a sentence.
fn names(measure: &Measure) -> String {
    measure.units.leads.iter().chain(&measure.units.co_units).cloned().collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use domain::{Deadline, DeadlineKind, UnitAssignment};

    use super::*;

    fn measure(leads: &[&str], co_units: &[&str], day: Option<&str>) -> Measure {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let (leads, co_units) = (owned(leads), owned(co_units));
        let due = day.and_then(|day| day.parse().ok());
        let kind = if day.is_some() { DeadlineKind::Date } else { DeadlineKind::None };
        Measure {
            units: UnitAssignment { leads, co_units, section_leads: Vec::new(), basis: UnitBasis::Labelled },
            deadline: Deadline { due, raw: day.map(str::to_owned), kind, ..Deadline::default() },
            ..Measure::default()
        }
    }

    #[test]
    fn what_differs_is_told() {
        let check = |row: &Measure, clause: &Measure, only: bool, expected: &[&str]| {
            let mut row = row.clone();
            leave_doubts(&mut row, clause, only);
            let rules: Vec<&str> = row.doubts.iter().map(|doubt| doubt.rule).collect();
            assert_eq!(rules, expected, "{row:?} {clause:?}");
        };
        let september = Some("2026-09-30");
        let row = measure(&["县住建局"], &["县财政局"], september);
        check(&row, &row, true, &[]);
        check(&row, &measure(&["县水利局"], &["县财政局"], september), true, &["body.other-units"]);
        check(&row, &measure(&["县住建局"], &[], september), true, &["body.other-units"]);
        check(&row, &measure(&["县住建局"], &["县财政局"], Some("2026-10-31")), true, &["body.other-time"]);
        check(&row, &measure(&["县住房城乡建设局"], &["县财政局"], september), true, &[]);
        // A row that takes its share of a clause.
        let shared = measure(&["县水利局"], &["县住建局", "县财政局"], Some("2026-12-31"));
        check(&row, &shared, false, &[]);
        check(&row, &measure(&["县水利局"], &[], Some("2026-06-30")), false, &["body.other-units", "body.other-time"]);
    }
}

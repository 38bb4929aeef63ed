//! A body and a table that say the same task differently: the table's word is taken, and a doubt says what the body has.
//!
//! Only what both state of their own differs. A clause that several rows share out may name the units of all of them and the last of their
//! days: a row differs only where it says what the clause does not hold.

use std::collections::HashSet;

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
        let (own, said) = (keys(&row.units.leads), keys(&clause.units.leads));
        let all_said: HashSet<String> = said.union(&keys(&clause.units.co_units)).cloned().collect();
        let all_own: HashSet<String> = own.union(&keys(&row.units.co_units)).cloned().collect();
        let leads_differ = if only { own != said } else { !own.is_subset(&all_said) };
        let others_differ = if only { all_own != all_said } else { !all_own.is_subset(&all_said) };
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

fn keys(names: &[String]) -> HashSet<String> {
    names.iter().map(|name| comparison_key(name)).collect()
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
        // A row that takes its share of a clause.
        let shared = measure(&["县水利局"], &["县住建局", "县财政局"], Some("2026-12-31"));
        check(&row, &shared, false, &[]);
        check(&row, &measure(&["县水利局"], &[], Some("2026-06-30")), false, &["body.other-units", "body.other-time"]);
    }
}

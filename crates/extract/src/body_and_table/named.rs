//! A table whose rows only name the tasks that the body orders: 推动学校体育场馆开放 | 市教育局 | 8月底前.
//!
//! The clause says more, so that it stays, and takes its row's units and time: the table hands the tasks out.

use std::collections::{HashMap, HashSet};

use domain::{DeadlineKind, Field, Measure, Provenance, UnitBasis};

use super::{differing, is_row};
use crate::letters::letters_of;

rules! {
    CLAUSE_ALSO_IN_TABLE = "clause.also_in_table", "表格的一行只写了事项名称，单位和时限取自该行，与正文合为一项";
}

/// Shortest name that tells which clause is meant, in letters.
const SHORTEST: usize = 5;

/// Joins the rows that only name a clause with it.
pub(super) fn join(measures: &mut Vec<Measure>) {
    let mut named: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, clause) in measures.iter().enumerate().filter(|(_, one)| !is_row(one)) {
        if let Some(name) = name_of_clause(clause) {
            named.entry(name).or_default().push(at);
        }
    }
    let mut rows: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, row) in measures.iter().enumerate().filter(|(_, one)| is_row(one)) {
        if let Some([clause]) = named.get(&letters_of(&row.text)).map(Vec::as_slice) {
            rows.entry(*clause).or_default().push(at);
        }
    }
    let mut gone = HashSet::new();
    for (clause, rows) in rows {
        // Several rows of one name are several tasks.
        let [row] = rows.as_slice() else { continue };
        let Some(taken) = measures.get(*row).cloned() else { continue };
        if let Some(clause) = measures.get_mut(clause) {
            take_from_row(clause, taken);
            gone.insert(*row);
        }
    }
    let mut at = 0;
    measures.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
}

/// What a clause that orders more than its name is called: its title, or its first sentence.
fn name_of_clause(clause: &Measure) -> Option<String> {
    let first = clause.text.split(['。', '：']).next().unwrap_or_default();
    let name = letters_of(clause.title.as_deref().unwrap_or(first));
    let says_more = letters_of(&clause.text).chars().count() > name.chars().count();
    (says_more && name.chars().count() >= SHORTEST).then_some(name)
}

/// Gives a clause its second source, and what its row says of units, time and people.
fn take_from_row(clause: &mut Measure, row: Measure) {
    let mut row = row;
    differing::leave_doubts(&mut row, clause, true);
    let mut from_row: Vec<Field> = Vec::new();
    if row.units.basis != UnitBasis::None {
        clause.units = row.units;
        from_row.extend([Field::Leads, Field::CoUnits]);
    }
    if row.deadline.kind != DeadlineKind::None {
        clause.deadline = row.deadline;
        from_row.push(Field::Deadline);
    }
    clause.provenance.retain(|one| !from_row.contains(&one.field));
    clause.doubts.retain(|one| !from_row.contains(&one.field));
    clause.provenance.extend(row.provenance.into_iter().filter(|one| from_row.contains(&one.field)));
    clause.doubts.extend(row.doubts.into_iter().filter(|one| from_row.contains(&one.field)));
    clause.provenance.push(Provenance {
        field: Field::Text,
        rule: CLAUSE_ALSO_IN_TABLE,
        words: row.text,
        line: row.line,
        source: None,
    });
    if clause.people.is_empty() {
        clause.people = row.people;
    }
    clause.columns.extend(row.columns);
}

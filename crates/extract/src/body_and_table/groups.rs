//! A body whose clauses are the groups of the table: 一、整治养殖污染。… over the rows of 1 整治养殖污染, which split it and say who answers.
//!
//! The rows are the measures, the clause is their second source. Must not take out a body that names units of its own, or one of whose
//! clauses only some have a group.

use std::collections::HashSet;

use domain::{Field, Measure, MeasureClass, Provenance};

use super::{TABLE_ALSO_IN_BODY, is_row};
use crate::letters::letters_of;

/// So many clauses must be groups of the table.
const FEWEST: usize = 3;
/// So much of the name of a group, in percent, must stand in the first words of its clause.
const SAME: usize = 50;
/// Shorter names of groups are no more than a subject: 农业.
const SHORTEST: usize = 4;

/// Takes the clauses out that are groups of rows.
pub(super) fn join(measures: &mut Vec<Measure>) {
    let groups = groups(measures);
    let own = |one: &Measure| one.class == MeasureClass::Measure && !is_row(one);
    let body: Vec<usize> = (0..measures.len()).filter(|at| measures.get(*at).is_some_and(own)).collect();
    if groups.len() < FEWEST || body.len() < FEWEST {
        return;
    }
    let mut next = 0;
    let mut found: Vec<(usize, &[usize])> = Vec::new();
    for at in &body {
        let Some(clause) = measures.get(*at).filter(|clause| clause.units.leads.is_empty()) else { continue };
        let words = pairs(&letters_of(first_words(&clause.text)));
        let group = groups.iter().enumerate().skip(next).find(|(_, group)| group.is_named_in(&words));
        if let Some((place, group)) = group {
            found.push((*at, &group.rows));
            next = place + 1;
        }
    }
    if found.len() < FEWEST || found.len() * 3 < body.len() * 2 || found.len() * 3 < groups.len() * 2 {
        return;
    }
    for (at, rows) in &found {
        let Some(clause) = measures.get(*at).map(|clause| (clause.line, first_words(&clause.text).to_owned())) else {
            continue;
        };
        for row in *rows {
            if let Some(row) = measures.get_mut(*row) {
                let (line, words) = clause.clone();
                row.provenance.push(Provenance {
                    field: Field::Text,
                    rule: TABLE_ALSO_IN_BODY,
                    words,
                    line,
                    source: None,
                });
            }
        }
    }
    let gone: HashSet<usize> = found.iter().map(|(at, _)| *at).collect();
    let mut at = 0;
    measures.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
}

/// Rows below one heading of the table.
struct Group {
    /// The pairs of letters of its name.
    name: HashSet<Pair>,
    rows: Vec<usize>,
}

impl Group {
    /// Whether most of the name stands in the first words of a clause.
    fn is_named_in(&self, words: &HashSet<Pair>) -> bool {
        let shared = self.name.iter().filter(|pair| words.contains(pair)).count();
        !self.name.is_empty() && shared * 100 >= self.name.len() * SAME
    }
}

/// The groups of a table in order, their numbers left out.
fn groups(measures: &[Measure]) -> Vec<Group> {
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    for (at, row) in measures.iter().enumerate().filter(|(_, one)| is_row(one)) {
        let Some(heading) = row.section.last() else { continue };
        match groups.last_mut().filter(|(last, _)| last == heading) {
            Some((_, rows)) => rows.push(at),
            None => groups.push((heading, vec![at])),
        }
    }
    let group = |(heading, rows): (&str, Vec<usize>)| {
        let name = letters_of(heading.trim_start_matches(|c: char| c.is_numeric() || !c.is_alphabetic()));
        (name.chars().count() >= SHORTEST).then(|| Group { name: pairs(&name), rows })
    };
    groups.into_iter().filter_map(group).collect()
}

/// The first sentence of a clause, which is its title.
fn first_words(text: &str) -> &str {
    text.split('。').next().unwrap_or_default()
}

/// Two letters that follow each other.
type Pair = (char, char);

/// The pairs of some letters.
fn pairs(letters: &str) -> HashSet<Pair> {
    letters.chars().zip(letters.chars().skip(1)).collect()
}

//! A body followed by the table that splits the same tasks: each task is a measure once, with both places as its sources.
//!
//! The record stands at the table's row. What only the body says of it (units, time) is taken from there. Where the rows only name
//! the tasks, the record stands at the clause (`named`). Where the clauses are the groups of the rows, at the rows (`groups`).

pub(crate) mod differing;
mod groups;
pub(crate) mod named;

use std::collections::{HashMap, HashSet};

use domain::{DeadlineKind, Doubt, Field, Measure, MeasureClass, Provenance, UnitBasis};

use crate::letters::is_letter_or_digit;

rules! {
    TABLE_ALSO_IN_BODY = "table.also_in_body", "正文写了同一事项，与表格的一行合为一项";
    BODY_SAYS_MORE = "body.says-more", "正文的一条分在表格的几行，还写了别的";
}

/// Letters in a row that make two texts comparable.
const SHINGLE: usize = 5;
/// A shingle that stands in more clauses than this tells nothing.
const MOST_PLACES: usize = 12;
/// So much of a text, in percent, must stand in the other.
const SAME: usize = 75;
/// So much of a clause, in percent of its letters, must stand in the row that repeats it.
const COVERED: usize = 50;
/// So much in two rows, and in more: what a clause says around its tasks makes it long.
const COVERED_BY_TWO: usize = 40;
const COVERED_BY_SEVERAL: usize = 25;

/// Whether a measure was read from the row of a table.
pub(crate) fn is_row(measure: &Measure) -> bool {
    measure.provenance.iter().any(|one| one.field == Field::Text && one.rule.starts_with("table."))
}

/// Takes the clauses of a body out that the rows of a table repeat, and gives the rows their second source.
pub(crate) fn join(measures: &mut Vec<Measure>) {
    let rows = measures.iter().filter(|measure| is_row(measure)).count();
    if rows == 0 || rows == measures.len() {
        return;
    }
    named::join(measures);
    groups::join(measures);
    let clauses = Clauses::of(measures);
    // For each clause of the body the rows that repeat it, and how many of its letters they hold.
    let mut repeated: HashMap<usize, (Vec<usize>, usize)> = HashMap::new();
    for (row, measure) in measures.iter().enumerate().filter(|(_, measure)| is_row(measure)) {
        if let Some((clause, shared)) = clauses.repeated_by(measure) {
            let (rows, covered) = repeated.entry(clause).or_default();
            rows.push(row);
            *covered += shared + SHINGLE - 1;
        }
    }
    repeated.retain(|clause, (rows, covered)| clauses.covered(*clause, *covered) >= least_covered(rows.len()));
    // A body whose other clauses stand in no row says more than the table: none of it is taken out.
    if repeated.len() * 2 < clauses.sizes.len() {
        return;
    }
    let mut found: Vec<(usize, Vec<usize>, bool)> = repeated
        .into_iter()
        .map(|(clause, (rows, covered))| (clause, rows, clauses.covered(clause, covered) < COVERED))
        .collect();
    found.sort_unstable();
    for (clause, rows, says_more) in &found {
        let Some(clause) = measures.get(*clause).cloned() else { continue };
        let only = rows.len() == 1;
        if *says_more && let Some(first) = rows.iter().min().and_then(|row| measures.get_mut(*row)) {
            first.doubts.push(says_more_than_rows(&clause));
        }
        for row in rows {
            if let Some(row) = measures.get_mut(*row) {
                differing::leave_doubts(row, &clause, only);
                add_source(row, &clause);
            }
        }
    }
    let gone: HashSet<usize> = found.into_iter().map(|(clause, ..)| clause).collect();
    let mut at = 0;
    measures.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
}

/// How much of a clause, in percent, so many rows that repeat it must hold together.
fn least_covered(rows: usize) -> usize {
    match rows {
        0 | 1 => COVERED,
        2 => COVERED_BY_TWO,
        _ => COVERED_BY_SEVERAL,
    }
}

/// What to say of a clause of which the rows hold less than half.
fn says_more_than_rows(clause: &Measure) -> Doubt {
    let words: String = clause.text.chars().take(24).collect();
    let alternative =
        format!("正文（第{}行）的这一条按表格的几行读取，还写了别的内容，请核对有没有另一项", clause.line);
    Doubt::new(Field::Extent, BODY_SAYS_MORE, words, alternative).on_line(clause.line)
}

/// The clauses of a body by what they say.
struct Clauses {
    /// Where each run of letters stands.
    places: HashMap<Shingle, Vec<usize>>,
    /// How many runs each clause has.
    sizes: HashMap<usize, usize>,
}

impl Clauses {
    fn of(measures: &[Measure]) -> Self {
        let mut clauses = Self { places: HashMap::new(), sizes: HashMap::new() };
        let bodies = measures.iter().enumerate().filter(|(_, one)| one.class == MeasureClass::Measure && !is_row(one));
        for (at, measure) in bodies {
            let shingles = shingles(&measure.text);
            clauses.sizes.insert(at, shingles.len());
            for shingle in shingles {
                clauses.places.entry(shingle).or_default().push(at);
            }
        }
        clauses
    }

    /// The clause that says what a row says, and how many runs they share.
    fn repeated_by(&self, row: &Measure) -> Option<(usize, usize)> {
        let own = shingles(&row.text);
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for places in
            own.iter().filter_map(|shingle| self.places.get(shingle)).filter(|places| places.len() <= MOST_PLACES)
        {
            places.iter().for_each(|at| *shared.entry(*at).or_default() += 1);
        }
        let (clause, count) = shared.into_iter().max_by_key(|(at, count)| (*count, std::cmp::Reverse(*at)))?;
        let size = self.sizes.get(&clause).copied().unwrap_or(0);
        let smaller = own.len().min(size);
        (smaller > 0 && count * 100 >= smaller * SAME).then_some((clause, count))
    }

    /// How much of the letters of a clause, in percent, so many are.
    fn covered(&self, clause: usize, letters: usize) -> usize {
        let size = self.sizes.get(&clause).copied().unwrap_or(0) + SHINGLE - 1;
        letters * 100 / size
    }
}

/// A run of letters, one behind the other in a number; of a shorter text what there is.
type Shingle = u128;
/// No character takes more bits.
const BITS: usize = 21;

/// The runs of letters of a text, each once, punctuation and blanks left out; a short text is one run.
fn shingles(text: &str) -> Vec<Shingle> {
    let mut found = Vec::with_capacity(text.len() / 3);
    let (mut run, mut count) = (0, 0);
    for letter in text.chars().filter(|c| is_letter_or_digit(*c)) {
        run = (run << BITS | Shingle::from(u32::from(letter))) & ((1 << (BITS * SHINGLE)) - 1);
        count += 1;
        if count >= SHINGLE {
            found.push(run);
        }
    }
    if (1..SHINGLE).contains(&count) {
        found.push(run);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Gives a row its second source, and what only the body says.
fn add_source(row: &mut Measure, clause: &Measure) {
    let words = clause.text.chars().take(24).collect();
    row.provenance.push(Provenance {
        field: Field::Text,
        rule: TABLE_ALSO_IN_BODY,
        words,
        line: clause.line,
        source: None,
    });
    let sources = |fields: &[Field]| -> Vec<Provenance> {
        clause.provenance.iter().filter(|one| fields.contains(&one.field)).cloned().collect()
    };
    if row.units.basis == UnitBasis::None && clause.units.basis != UnitBasis::None {
        row.units = clause.units.clone();
        row.provenance.extend(sources(&[Field::Leads, Field::CoUnits]));
        row.doubts.retain(|doubt| !matches!(doubt.field, Field::Leads | Field::CoUnits));
    }
    if row.deadline.kind == DeadlineKind::None && clause.deadline.kind != DeadlineKind::None {
        row.deadline = clause.deadline.clone();
        row.provenance.extend(sources(&[Field::Deadline]));
        row.doubts.retain(|doubt| doubt.field != Field::Deadline);
    }
    if row.people.is_empty() {
        row.people = clause.people.clone();
    }
    if row.title.is_none() {
        row.title.clone_from(&clause.title);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clause(text: &str) -> Measure {
        Measure { line: 3, text: text.to_owned(), ..Measure::default() }
    }

    fn row(text: &str) -> Measure {
        let provenance = vec![Provenance {
            field: Field::Text,
            rule: "table.measure_cell",
            words: String::new(),
            line: 9,
            source: None,
        }];
        Measure { line: 9, text: text.to_owned(), provenance, ..Measure::default() }
    }

    #[test]
    fn what_a_table_repeats_is_one_measure() {
        let check = |body: &[&str], table: &[&str], expected: &[&str]| {
            let mut measures: Vec<Measure> =
                body.iter().map(|text| clause(text)).chain(table.iter().map(|text| row(text))).collect();
            join(&mut measures);
            let found: Vec<&str> = measures.iter().map(|one| one.text.as_str()).collect();
            assert_eq!(found, expected);
        };
        let (park, pipe) = ("新建口袋公园5个，完善健身设施。", "改造老旧供水管网12公里，降低漏损率。");
        check(&[park, pipe], &[park, pipe], &[park, pipe]);
        check(
            &["新建口袋公园5个、完善健身设施", "加强宣传引导，营造良好氛围。"],
            &[park],
            &["加强宣传引导，营造良好氛围。", park],
        );
        check(&[park], &[pipe, pipe], &[park, pipe, pipe]);
        // One row says only a small part of a long clause: both stay.
        let long = "统筹城市更新各项工作，完善规划体系，健全资金保障，新建口袋公园5个，改造背街小巷30条，整治城中村8处，增设停车泊位2000个，打造示范街区。";
        check(&[long], &["新建口袋公园5个"], &[long, "新建口袋公园5个"]);
        // Several rows share it out, and each has it as its second source.
        let rows = ["新建口袋公园5个", "改造背街小巷30条", "整治城中村8处", "增设停车泊位2000个"];
        check(&[long], &rows, &rows);
        let mut measures: Vec<Measure> =
            std::iter::once(clause(long)).chain(rows.iter().map(|text| row(text))).collect();
        join(&mut measures);
        let also = |one: &Measure| one.provenance.iter().any(|from| from.rule == TABLE_ALSO_IN_BODY && from.line == 3);
        assert!(measures.iter().all(also), "{measures:?}");
    }

    #[test]
    fn a_row_takes_from_the_body_what_it_does_not_say() {
        let mut body = clause("新建口袋公园5个，完善健身设施。");
        body.units = domain::UnitAssignment {
            leads: vec!["市住建局".to_owned()],
            basis: UnitBasis::Labelled,
            ..Default::default()
        };
        let mut measures = vec![body, row("新建口袋公园5个，完善健身设施。")];
        join(&mut measures);
        let found = measures.first().map(|one| (one.line, one.units.leads.clone(), one.provenance.len()));
        assert_eq!(found, Some((9, vec!["市住建局".to_owned()], 2)));
    }
}

//! Tables written as records: one field a line with its label, record after record with the same labels.
//!
//! Recognised by lines of label and colon whose labels come again in the same order. A record may lack a field, a field may
//! go on over lines without a label. Not a table: the labels behind the items of a numbered text, a single card.

use domain::tree::{Cell, Paragraph, TableRow};

use super::Found;
use super::atoms::Atom;
use crate::letters::signs;
use crate::outline;
use crate::table::evidence::{CaptionKind, caption};

/// No label has more characters.
const LONGEST_LABEL: usize = 10;
/// A record has at least so many fields.
const FEWEST_FIELDS: usize = 3;
/// A field goes on over so many lines at most.
const MOST_LINES: usize = 6;
/// A record has no more fields.
const MOST_FIELDS: usize = 24;

/// The table whose first record begins at an atom, and the atom behind it.
pub(super) fn find(atoms: &[Atom<'_>], at: usize) -> Option<(Found, usize)> {
    let (first_label, _) = field(atoms.get(at)?)?;
    // The first label may be one never met before, where the next is known: 议题, and below it 议定事项.
    let next_is_known = || atoms.get(at + 1).and_then(field).is_some_and(|(label, _)| caption(label).is_some());
    if caption(first_label).is_none() && !next_is_known() {
        return None;
    }
    let mut labels: Vec<&str> = Vec::new();
    let mut records: Vec<Vec<(usize, Vec<usize>)>> = Vec::new();
    let mut behind = at;
    let mut waiting = 0;
    while let Some(atom) = atoms.get(behind).filter(|atom| behind == at || !atom.after_break) {
        match field(atom) {
            Some((label, _)) if label == first_label => {
                // What stands without a label before the first one is the text that the labels belong to. The first record
                // tells; without fields enough nothing further is looked at.
                if waiting > 0 || records.len() == 1 && !tells(&labels) {
                    return None;
                }
                records.push(vec![(0, vec![behind])]);
                if labels.is_empty() {
                    labels.push(label);
                }
                waiting = 0;
            }
            Some((label, _)) => {
                let record = records.last_mut()?;
                let last = record.last().map_or(0, |(column, _)| *column);
                let known = labels.iter().position(|one| *one == label);
                let column = match known {
                    Some(column) if column > last => column,
                    None if records.len() == 1 && labels.len() < MOST_FIELDS => labels.len(),
                    _ => break,
                };
                if column == labels.len() {
                    labels.push(label);
                }
                records.last_mut()?.push((column, vec![behind]));
                waiting = 0;
            }
            // What has no label goes on with the field, where a label follows.
            None if waiting < MOST_LINES && !labels.is_empty() && goes_on(atoms, behind, &labels) => {
                records.last_mut()?.last_mut()?.1.push(behind);
                waiting += 1;
            }
            None => break,
        }
        behind += 1;
    }
    let fits = records.len() >= 2 && tells(&labels);
    // A field of one record only may belong to what follows the records.
    let full = records.iter().filter(|record| record.len() * 3 >= labels.len() * 2).count();
    if !fits || full * 2 < records.len() {
        return None;
    }
    let captions = labels.iter().enumerate().map(|(column, label)| {
        let words = Paragraph {
            text: (*label).to_owned(),
            runs: label_runs(atoms, at, &records, column),
            ..Paragraph::default()
        };
        Cell::at(column, vec![words])
    });
    let first = atoms.get(at)?;
    let mut rows: Vec<(usize, TableRow)> = vec![(first.block, super::row_of_cells(captions.collect()))];
    for record in &records {
        let begin = record.first().and_then(|(_, lines)| lines.first())?;
        rows.push((atoms.get(*begin)?.block, row(atoms, record)));
    }
    let last = atoms.get(behind.checked_sub(1)?)?;
    Some((Found { blocks: first.block..last.behind, rows }, behind))
}

/// Whether labels are those of tasks: most known as captions, one of them of a unit, a person or a time.
fn tells(labels: &[&str]) -> bool {
    let known: Vec<CaptionKind> = labels.iter().filter_map(|label| caption(label)).collect();
    let owned = known.iter().any(|kind| matches!(kind, CaptionKind::Unit | CaptionKind::Person | CaptionKind::Time));
    labels.len() >= FEWEST_FIELDS && known.len() * 2 >= labels.len() && owned
}

/// The label of a line and the byte its words begin at.
fn field<'a>(atom: &'a Atom<'_>) -> Option<(&'a str, usize)> {
    if atom.paragraphs.len() != 1 {
        return None;
    }
    let text = atom.text.as_ref();
    let mut signs = signs(text).filter(|(_, c)| matches!(c, '：' | ':' | '。' | '，' | '；' | '（' | '、' | '《'));
    let (at, colon) = signs.next().filter(|(_, c)| matches!(c, '：' | ':'))?;
    let label = text.get(..at)?.trim();
    let plain = (2..=LONGEST_LABEL).contains(&label.chars().count()) && !label.contains(' ');
    // 任务1：… is the text that labels follow.
    let is_label = plain && !label.starts_with(|c: char| c.is_ascii_digit()) && outline::label::read(text).is_none();
    is_label.then_some((label, at + colon.len_utf8()))
}

/// Whether a label that is known follows soon.
fn goes_on(atoms: &[Atom<'_>], at: usize, labels: &[&str]) -> bool {
    atoms
        .iter()
        .skip(at + 1)
        .take(MOST_LINES)
        .find_map(|atom| field(atom).map(|(label, _)| label))
        .is_some_and(|label| labels.contains(&label))
}

/// Where the label of a column stands first.
fn label_runs(
    atoms: &[Atom<'_>],
    at: usize,
    records: &[Vec<(usize, Vec<usize>)>],
    column: usize,
) -> Vec<domain::tree::Run> {
    let place = records.iter().flatten().find(|(one, _)| *one == column).and_then(|(_, lines)| lines.first());
    let paragraph = atoms.get(*place.unwrap_or(&at)).and_then(|atom| atom.paragraphs.first());
    paragraph.map(|paragraph| paragraph.runs_of(0..1)).unwrap_or_default()
}

fn row(atoms: &[Atom<'_>], record: &[(usize, Vec<usize>)]) -> TableRow {
    let cell = |(column, lines): &(usize, Vec<usize>)| {
        let mut words = Vec::new();
        for (place, atom) in lines.iter().filter_map(|at| atoms.get(*at)).enumerate() {
            let Some(paragraph) = atom.paragraphs.first() else { continue };
            let from = if place == 0 { field(atom).map_or(0, |(_, from)| from) } else { 0 };
            let rest = paragraph.text.get(from..).unwrap_or("");
            let from = from + (rest.len() - rest.trim_start().len());
            let text = rest.trim().to_owned();
            if !text.is_empty() {
                let runs = paragraph.runs_of(from..from + text.len());
                words.push(Paragraph { text, runs, is_whole: true, ..Paragraph::default() });
            }
        }
        Cell::at(*column, words)
    };
    super::row_of_cells(record.iter().map(cell).collect())
}

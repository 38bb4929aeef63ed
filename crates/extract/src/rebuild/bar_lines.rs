//! Cells with a bar on a line of its own between them.
//!
//! Where a bar stands before the first cell, too, two bars stand between rows and say where each begins; else two bars hold a cell
//! without words. Which of both it is, the captions tell: framed, they are a row by themselves.

use std::ops::Range;

use super::atoms::{Atom, BARS, MOST_LINES, joined};

/// A table has at least so many columns and at most so many.
const COLUMNS: std::ops::RangeInclusive<usize> = 2..=18;

/// Whether a line is nothing but a bar.
pub(super) fn is_bar(atom: &Atom<'_>) -> bool {
    let mut chars = atom.text.chars();
    chars.next().is_some_and(|c| BARS.contains(&c)) && chars.next().is_none()
}

/// The atoms with cells in the place of lines and the bars between them.
pub(super) fn cells<'a>(lines: &[Atom<'a>]) -> Vec<Atom<'a>> {
    let mut atoms: Vec<Atom<'a>> = Vec::with_capacity(lines.len());
    let mut next = 0;
    for region in regions(lines) {
        atoms.extend_from_slice(lines.get(next..region.start).unwrap_or_default());
        let inside = lines.get(region.clone()).unwrap_or_default();
        match framed(inside) {
            Some(rows) => rows.into_iter().for_each(|row| atoms.extend(row)),
            None => {
                // The first cell stands before the first bar.
                let first = atoms.pop_if(|_| region.start > next);
                atoms.extend(unframed(first, inside));
            }
        }
        next = region.end;
    }
    let mut rest = lines.get(next..).unwrap_or_default().iter().cloned();
    // No row goes on behind the last bar.
    atoms.extend(rest.next().map(|mut atom| {
        atom.after_break |= next > 0;
        atom
    }));
    atoms.extend(rest);
    atoms
}

/// Stretches from a first bar to a last one, with no more lines between two bars than a cell may have.
fn regions(lines: &[Atom<'_>]) -> Vec<Range<usize>> {
    let mut regions: Vec<Range<usize>> = Vec::new();
    for (at, _) in lines.iter().enumerate().filter(|(_, line)| is_bar(line)) {
        let goes_on = regions.last().is_some_and(|last| {
            let between = lines.get(last.end..=at).unwrap_or_default();
            between.len() <= MOST_LINES && between.iter().all(|line| !line.after_break)
        });
        match regions.last_mut().filter(|_| goes_on) {
            Some(last) => last.end = at + 1,
            None => regions.push(at..at + 1),
        }
    }
    regions.retain(|region| region.len() > 5);
    regions
}

/// The rows of a region whose bars frame them; `None` where its first row is none of captions.
fn framed<'a>(lines: &[Atom<'a>]) -> Option<Vec<Vec<Atom<'a>>>> {
    let mut rows: Vec<Vec<Atom<'a>>> = vec![Vec::new()];
    for part in lines.split(is_bar).skip(1) {
        match rows.last_mut() {
            Some(row) if !part.is_empty() => row.push(cell(part)),
            Some(row) if !row.is_empty() => rows.push(Vec::new()),
            _ => {}
        }
    }
    rows.retain(|row| !row.is_empty());
    let header = rows.first()?;
    let known = header.iter().filter(|cell| cell.caption().is_some()).count();
    let fits = COLUMNS.contains(&header.len()) && known * 2 >= header.len() && known >= 2;
    if rows.len() < 2 || !fits || rows.iter().any(|row| row.len() > header.len()) {
        return None;
    }
    rows.iter_mut().filter_map(|row| row.first_mut()).for_each(|cell| cell.begins_row = true);
    Some(rows)
}

/// The cells of a region in which a bar stands between two cells.
fn unframed<'a>(first: Option<Atom<'a>>, lines: &[Atom<'a>]) -> Vec<Atom<'a>> {
    let parts = lines.split(is_bar).skip(1);
    let blank = |at: usize| lines.get(at).map(Atom::without_words);
    let mut cells: Vec<Atom<'a>> = first.into_iter().collect();
    let mut at = 0;
    let count = lines.iter().filter(|line| is_bar(line)).count();
    for (place, part) in parts.enumerate() {
        if !part.is_empty() {
            cells.push(cell(part));
        } else if place + 1 < count {
            cells.extend(blank(at));
        }
        at += part.len() + 1;
    }
    cells
}

fn cell<'a>(lines: &[Atom<'a>]) -> Atom<'a> {
    joined(lines, None)
}

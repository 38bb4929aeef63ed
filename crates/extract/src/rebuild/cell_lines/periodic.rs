//! Rows without numbers: lines that look alike at the distance of the captions.

use super::super::atoms::Atom;
use super::super::fitting::tells;
use super::{FEWEST_COLUMNS, Layout, MOST_IN_FRONT, Row, may_be_caption};
use crate::table::evidence::{CaptionKind, CellKind};

/// The rows of a table without numbers: lines that look alike at the distance of the captions.
pub(super) fn unnumbered(atoms: &[Atom<'_>], at: usize, run: usize) -> Option<Layout> {
    let has_numbers = atoms.get(at..at + run)?.iter().any(|atom| atom.caption() == Some(CaptionKind::Number));
    let told = |atom: &Atom<'_>| matches!(atom.caption(), Some(CaptionKind::Unit | CaptionKind::Time));
    if has_numbers || !atoms.get(at..at + run)?.iter().any(told) {
        return None;
    }
    // Of two widths the one whose captions say best what stands below them, of equals the wider.
    let (_, rows) =
        (FEWEST_COLUMNS..=run).filter_map(|width| periodic(atoms, at, width)).max_by_key(|(fits, _)| *fits)?;
    Some(Layout { rows, uncaptioned: None, agreeing: 0 })
}

/// The rows below so many captions, as long as their telling columns stay alike. At least two are needed. Cells in front may be
/// left out where they reach down from above, once a row had all.
fn periodic(atoms: &[Atom<'_>], at: usize, width: usize) -> Option<(i32, Vec<Row>)> {
    let first: Vec<CellKind> = atoms.get(at + width..at + width * 2)?.iter().map(|atom| atom.cell()).collect();
    let telling: Vec<(usize, CellKind)> = first.iter().copied().enumerate().filter(|(_, kind)| tells(*kind)).collect();
    // How many cells belie their column, of a row without so many cells in front; `None` where a telling one does.
    let belied = |start: usize, missing: usize| {
        let row = atoms.get(start..start + width - missing)?;
        let kind = |column: &usize| column.checked_sub(missing).and_then(|at| row.get(at)).map(|atom| atom.cell());
        let unbroken = row.iter().all(|atom| !atom.after_break);
        let told = telling.iter().filter(|(column, _)| *column >= missing);
        let agree = told.clone().filter(|(column, own)| kind(column) == Some(*own)).count();
        // 视情况推进 where the rows above name a day: one cell may tell nothing where several others agree.
        let odd = told.clone().filter(|(column, own)| kind(column) != Some(*own));
        let silent = odd.clone().all(|(column, _)| kind(column).is_some_and(|kind| !tells(kind)));
        let fits = unbroken && agree > 0 && (odd.clone().count() == 0 || odd.count() == 1 && silent && agree > 1);
        let others = first.iter().enumerate().skip(missing).filter(|(_, own)| !tells(**own));
        fits.then(|| others.filter(|(column, _)| kind(column).is_some_and(tells)).count())
    };
    // The captions say the same of the columns as the cells do.
    let fits: Vec<i32> = telling
        .iter()
        .filter_map(|(column, kind)| {
            let said = atoms.get(at + column).and_then(|atom| atom.caption())?;
            match (said, kind) {
                (CaptionKind::Unit, CellKind::Unit) | (CaptionKind::Time, CellKind::Time) => Some(1),
                (CaptionKind::Unit | CaptionKind::Time | CaptionKind::Text, _) => Some(-1),
                _ => None,
            }
        })
        .collect();
    let agrees = fits.contains(&1);
    // 责任部门 right behind the captions: they begin later. 泵站使用单位 further on is a body called by what it does.
    let is_caption = |atom: &Atom<'_>| matches!(atom.caption(), Some(CaptionKind::Unit | CaptionKind::Time));
    let captions_below = atoms
        .get(at + width..at + width * 2)?
        .iter()
        .take_while(|atom| atom.caption().is_some() && atom.may_be_caption(may_be_caption))
        .any(is_caption);
    if captions_below || !agrees || !first.iter().any(|kind| matches!(kind, CellKind::Text | CellKind::Other)) {
        return None;
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut start = at + width;
    let most = MOST_IN_FRONT.min(width.saturating_sub(FEWEST_COLUMNS - 1));
    while let Some(missing) = (0..=if rows.is_empty() { 0 } else { most })
        .filter_map(|missing| Some((belied(start, missing)?, missing)))
        .min()
        .map(|(_, missing)| missing)
    {
        let end = start + width - missing;
        rows.push(Row { atoms: start..end, columns: (missing..width).collect(), is_heading: false });
        start = end;
    }
    (rows.len() >= 2).then(|| (fits.iter().sum(), rows))
}

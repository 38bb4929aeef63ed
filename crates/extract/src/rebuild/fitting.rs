//! Lines of a row that are more or fewer than its columns: which line belongs to which column.

use crate::table::evidence::{CaptionKind, CellKind};

/// What the cells of a column look like.
#[derive(Debug, Clone, Default)]
pub(super) struct Column {
    /// How many cells of each kind were seen in rows that leave no doubt.
    seen: Vec<(CellKind, usize)>,
    /// What its caption says.
    caption: Option<CaptionKind>,
}

impl Column {
    /// A column of which only the caption is known.
    pub(super) fn under(caption: Option<CaptionKind>) -> Self {
        Self { seen: Vec::new(), caption }
    }

    /// Whether its caption says that such cells stand in it.
    pub(super) fn expects(&self, kind: CellKind) -> bool {
        self.expected() == Some(kind)
    }

    /// The column as only its caption tells it.
    pub(super) fn without_cells(&self) -> Self {
        Self::under(self.caption)
    }

    /// Whether its caption says that numbers stand in it.
    pub(super) fn holds_numbers(&self) -> bool {
        self.caption == Some(CaptionKind::Number)
    }

    /// Takes note of a cell.
    pub(super) fn see(&mut self, kind: CellKind) {
        match self.seen.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => self.seen.push((kind, 1)),
        }
    }

    /// The kind most cells are of, where most are of one kind.
    pub(super) fn usual(&self) -> Option<CellKind> {
        let filled: usize = self.seen.iter().filter(|(kind, _)| *kind != CellKind::Blank).map(|(_, count)| count).sum();
        let most = self.seen.iter().filter(|(kind, _)| *kind != CellKind::Blank).max_by_key(|(_, count)| *count)?;
        (most.1 * 3 >= filled * 2).then_some(most.0)
    }

    /// Whether the caption says what most cells look like.
    pub(super) fn agrees(&self) -> bool {
        self.expected().is_some_and(|expected| self.usual() == Some(expected))
    }

    /// What cells should look like by the caption, where it says.
    fn expected(&self) -> Option<CellKind> {
        match self.caption? {
            CaptionKind::Number => Some(CellKind::Number),
            CaptionKind::Unit => Some(CellKind::Unit),
            CaptionKind::Time => Some(CellKind::Time),
            CaptionKind::Person => Some(CellKind::Person),
            CaptionKind::Text => Some(CellKind::Text),
            CaptionKind::Other => None,
        }
    }

    /// What a further line costs: a number stands alone in its cell.
    fn further(&self) -> i32 {
        let numbers = self.usual() == Some(CellKind::Number) || self.caption == Some(CaptionKind::Number);
        if numbers { FURTHER * 6 } else { FURTHER }
    }

    /// How well a cell fits, from -4 to 4.
    fn fit(&self, kind: CellKind) -> i32 {
        if let Some(usual) = self.usual() {
            return if usual == kind {
                4
            } else if tells(usual) || tells(kind) {
                -4
            } else {
                0
            };
        }
        let Some(expected) = self.expected() else { return 0 };
        if expected == kind {
            3
        } else if tells(expected) && tells(kind) {
            -4
        } else {
            -1
        }
    }
}

/// Whether a kind tells a column apart.
pub(super) fn tells(kind: CellKind) -> bool {
    matches!(kind, CellKind::Number | CellKind::Unit | CellKind::Time | CellKind::Person)
}

/// No row of more lines is fitted.
const MOST_LINES: usize = 80;
/// What a column without a line costs, and a further line in a column.
const EMPTY: i32 = -2;
const FURTHER: i32 = -1;

/// What it costs that the columns begin again.
const AGAIN: i32 = -4;

/// For each line the column it belongs to, lines and columns both in order; `None` for a row too long to fit.
pub(super) fn fit(kinds: &[CellKind], columns: &[Column]) -> Option<Vec<usize>> {
    place(kinds, columns, None)
}

/// The same of a row with parts: behind the column of the number the columns may begin again.
pub(super) fn fit_parts(kinds: &[CellKind], columns: &[Column], number: usize) -> Option<Vec<usize>> {
    place(kinds, columns, Some(number))
}

fn place(kinds: &[CellKind], columns: &[Column], number: Option<usize>) -> Option<Vec<usize>> {
    if kinds.len() > MOST_LINES || columns.is_empty() {
        return None;
    }
    // best[line][column]: the best score with that line in that column, and the column of the line before.
    let mut best: Vec<Vec<(i32, usize)>> = Vec::with_capacity(kinds.len());
    for (line, kind) in kinds.iter().enumerate() {
        let mut scores = Vec::with_capacity(columns.len());
        for (at, column) in columns.iter().enumerate() {
            let own = column.fit(*kind);
            let skipped = |from: usize| i32::try_from(at - from).unwrap_or(i32::MAX).saturating_mul(EMPTY);
            let score = match best.last() {
                None => (own + skipped(0), 0),
                Some(before) => before
                    .iter()
                    .enumerate()
                    .take(if number.is_some_and(|number| at > number) { columns.len() } else { at + 1 })
                    .map(|(from, (score, _))| {
                        let step = match from.cmp(&at) {
                            std::cmp::Ordering::Equal => column.further(),
                            std::cmp::Ordering::Less => skipped(from + 1),
                            std::cmp::Ordering::Greater => AGAIN,
                        };
                        (score + step + own, from)
                    })
                    .max_by_key(|(score, from)| (*score, *from))
                    .unwrap_or((i32::MIN / 2, 0)),
            };
            scores.push(score);
        }
        debug_assert_eq!(best.len(), line);
        best.push(scores);
    }
    let last = best.last()?;
    let behind = |at: usize| i32::try_from(columns.len() - 1 - at).unwrap_or(i32::MAX).saturating_mul(EMPTY);
    let (mut column, _) = last.iter().enumerate().max_by_key(|(at, (score, _))| score + behind(*at))?;
    let mut fitted = Vec::with_capacity(kinds.len());
    for scores in best.iter().rev() {
        fitted.push(column);
        column = scores.get(column).map_or(0, |(_, from)| *from);
    }
    fitted.reverse();
    Some(fitted)
}

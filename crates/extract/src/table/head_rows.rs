//! Where the captions of a table stand: in one row, in two or three with spans, behind a title row, or nowhere.

use std::collections::HashMap;

use super::columns::Caption;
use super::columns::parts;
use super::columns::shape::{Shape, is_ordinal, shape};
use super::grid::Grid;

/// The rows of captions.
#[derive(Debug, Default)]
pub(super) struct HeadRows {
    /// First row of captions; rows before it are titles.
    pub(super) from: usize,
    /// First row behind them.
    pub(super) behind: usize,
    /// The captions, one a column; none where the table has no captions.
    pub(super) captions: Vec<Caption>,
}

/// Captions stand among the first rows of a table.
const MOST_TITLES: usize = 4;
/// No header has more rows.
const MOST_ROWS: usize = 3;
/// No caption has more characters.
const LONGEST: usize = 24;

/// Finds the captions of a table.
pub(super) fn find(grid: &Grid) -> HeadRows {
    // 填报单位：… 填报日期：… may stand over the captions; behind it only captions known as such are taken.
    let mut behind_cells = false;
    for row in 0..grid.len().min(MOST_TITLES) {
        if is_head(grid, row, behind_cells) {
            if let Some(captions) = spliced(grid, row) {
                return HeadRows { from: row, behind: row + 2, captions };
            }
            let mut behind = row + 1;
            while behind < row + MOST_ROWS && behind < grid.len() && goes_on(grid, row, behind) {
                behind += 1;
            }
            return HeadRows { from: row, behind, captions: captions(grid, row..behind) };
        }
        behind_cells |= grid.own_words(row).len() > 1;
    }
    HeadRows::default()
}

/// Captions in two rows of a text that left the places of spanned captions out: 序号 | 任务 | 责任落实 | 时限 and below it
/// 牵头单位 | 配合单位, where the rows have five cells. The lower captions stand in the place of the vaguest upper one.
fn spliced(grid: &Grid, row: usize) -> Option<Vec<Caption>> {
    let (upper, lower) = (grid.own_words(row), grid.own_words(row + 1));
    let is_caption = |words: &str| !is_cell(words) && !parts::read(words).is_empty();
    let full = (row + 2..grid.len().min(row + 6)).map(|below| grid.cells_in(below)).max()?;
    let fits = lower.len() >= 2 && upper.len() + lower.len() == full + 1 && grid.cells_in(row) < full;
    if !fits || !lower.iter().all(|(_, words)| is_caption(words)) {
        return None;
    }
    let weight = |words: &str| parts::read(words).iter().map(|one| one.weight).max().unwrap_or(0);
    let vaguest = upper.iter().enumerate().min_by_key(|(_, (_, words))| weight(words)).map(|(at, _)| at)?;
    let one = |(_, words): &(usize, &str)| caption(&[without_blanks(words)], false);
    let (left, right) = (upper.get(..vaguest)?, upper.get(vaguest + 1..)?);
    Some(left.iter().chain(&lower).chain(right).map(one).collect())
}

/// Whether a row repeats the captions, as after a page break.
pub(super) fn repeats(grid: &Grid, head: &HeadRows, row: usize) -> bool {
    (head.from..head.behind).any(|caption| {
        let words = grid.own_words(row);
        words.len() > 1
            && words.iter().all(|(column, words)| without_blanks(words) == without_blanks(grid.words(caption, *column)))
    })
}

/// Whether a row holds captions: words known as such, or at least short words unlike the cells below.
fn is_head(grid: &Grid, row: usize, known_only: bool) -> bool {
    let words = grid.own_words(row);
    if words.len() < 2 || words.iter().any(|(_, words)| words.chars().filter(|c| !c.is_whitespace()).count() > LONGEST)
    {
        return false;
    }
    let known = words.iter().filter(|(_, words)| !parts::read(words).is_empty()).count();
    let foreign = words.iter().filter(|(_, words)| is_cell(words)).count();
    if grid.is_marked_heading(row) && foreign == 0 {
        return true;
    }
    // Two by two, caption and value: a card, not a header.
    if foreign > 0 && foreign * 2 >= words.len() {
        return false;
    }
    if known >= 2 && known * 2 > words.len() && foreign == 0 {
        return true;
    }
    known >= 2 && known > foreign * 2 && known * 2 > words.len()
        || !known_only && foreign == 0 && row + 1 < grid.len() && unlike_below(grid, row)
}

/// Words that stand in cells and not over them.
fn is_cell(words: &str) -> bool {
    let known = parts::read(words);
    match shape(words) {
        Shape::Ordinal | Shape::Phone | Shape::Clock | Shape::Amount => !known.iter().any(|one| one.weight >= 6),
        Shape::Time => known.is_empty(),
        Shape::Text => words.contains(['。', '；']) || known.is_empty() && words.chars().count() > 16,
        Shape::Unit | Shape::Person => known.is_empty(),
        Shape::Blank | Shape::Short => false,
    }
}

/// Whether most cells below a row of short words are of another kind than short words.
fn unlike_below(grid: &Grid, row: usize) -> bool {
    const LOOKED_AT: usize = 12;
    let below = row + 1..grid.len().min(row + 1 + LOOKED_AT);
    let rows = below.len();
    let words = grid.own_words(row);
    let unlike = words.iter().filter(|(column, _)| {
        let telling =
            below.clone().filter(|at| !matches!(shape(grid.words(*at, *column)), Shape::Blank | Shape::Short)).count();
        telling * 2 > rows
    });
    let count = unlike.count();
    rows > 0 && count >= 2 && count * 2 > words.len()
}

/// Whether a further row belongs to the captions: it fills in below those that reach over several columns.
fn goes_on(grid: &Grid, first: usize, row: usize) -> bool {
    let new: Vec<(usize, &str)> =
        grid.own_words(row).into_iter().filter(|(column, words)| *words != grid.words(first, *column)).collect();
    if new.is_empty() || new.iter().any(|(_, words)| is_cell(words) || words.chars().count() > LONGEST) {
        return false;
    }
    if is_ordinal(grid.words(row, 0)) {
        return false;
    }
    let below_span = |(column, _): &(usize, &str)| {
        let reaches = grid.reaches_right(first, *column)
            || column.checked_sub(1).is_some_and(|left| grid.reaches_right(first, left));
        reaches || grid.words(first, *column).is_empty()
    };
    let others_carried = (0..grid.width).any(|column| {
        grid.is_carried(row, column)
            || grid.words(row, column).is_empty()
            || grid.words(row, column) == grid.words(first, column)
    });
    let known = new.iter().filter(|(_, words)| !parts::read(words).is_empty()).count();
    new.iter().all(below_span) && others_carried && (known * 2 >= new.len() || grid.is_marked_heading(row))
}

/// The captions column by column: the lowest words, with those above where the lowest alone say too little.
fn captions(grid: &Grid, rows: std::ops::Range<usize>) -> Vec<Caption> {
    let stacks: Vec<Vec<String>> = (0..grid.width)
        .map(|column| {
            let mut stack: Vec<String> = Vec::new();
            for row in rows.clone() {
                let mut words = without_blanks(grid.words(row, column));
                if words.is_empty() && row == rows.start && rows.len() > 1 {
                    // A text table leaves the places of a merged caption blank.
                    words = (0..column)
                        .rev()
                        .map(|left| without_blanks(grid.words(row, left)))
                        .find(|w| !w.is_empty())
                        .unwrap_or_default();
                    if grid.words(rows.end - 1, column).is_empty() {
                        words.clear();
                    }
                }
                if !words.is_empty() && stack.last() != Some(&words) {
                    stack.push(words);
                }
            }
            stack
        })
        .collect();
    let mut lowest: HashMap<&str, usize> = HashMap::new();
    stacks.iter().filter_map(|stack| stack.last()).for_each(|words| *lowest.entry(words).or_default() += 1);
    stacks
        .iter()
        .map(|stack| {
            caption(stack, stack.last().is_some_and(|words| lowest.get(words.as_str()).is_some_and(|n| *n > 1)))
        })
        .collect()
}

fn caption(stack: &[String], ambiguous: bool) -> Caption {
    let Some(last) = stack.last() else { return Caption::default() };
    let all = stack.concat();
    let mut candidates = parts::read(last);
    if stack.len() > 1 && candidates.iter().all(|one| one.weight < 6) {
        let more = parts::read(&all);
        let above = stack.iter().rev().skip(1).map(|words| parts::below(words, last)).find(|found| !found.is_empty());
        if !more.is_empty() {
            candidates = more;
        } else if candidates.is_empty() {
            candidates = above.unwrap_or_default();
        }
    }
    let words = if ambiguous && stack.len() > 1 { stack.join(" ") } else { last.clone() };
    Caption { words, candidates }
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

//! Cells that say nothing of their own: 同上, blank cells that go on from above, merged cells left out in front.

use super::is_owner;
use crate::lexicon::tables::CAPTIONS;
use crate::table::captions::Column;
use crate::table::columns::Judged;
use crate::table::columns::shape::{Shape, is_ordinal, is_person, shape};
use crate::table::grid::Grid;

/// 同上, 〃.
pub(super) fn says_as_above(words: &str) -> bool {
    let bare = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '（' | '）' | '(' | ')' | '。'));
    CAPTIONS.is("as-above", bare)
}

/// Whether a blank cell goes on from above: a group always; an owner or a time where the column is blank so often that its
/// cells were merged, or where what the row is about is blank, too, and goes on.
pub(super) fn goes_on(one: &Judged, owner_blank: bool, name_blank: bool) -> bool {
    let rows = one.shares.filled + one.shares.blank();
    let merged = rows >= 4 && (one.shares.blank() * 5 >= rows * 2 || name_blank && one.shares.blank() > 1);
    match one.column {
        Column::Group => true,
        Column::Lead | Column::Units | Column::Leader | Column::Responsible => merged && owner_blank,
        Column::Time => merged && owner_blank,
        _ => false,
    }
}

/// How many columns in front are blank where the table prints no numbers: 3月 | 任务, and below it blank | 任务. They were one merged
/// cell of what the rows share.
pub(super) fn blank_in_front(columns: &[Judged], words: &[String]) -> usize {
    let shared = |one: &Judged| {
        is_owner(one.column) || matches!(one.column, Column::Group | Column::Name | Column::Time | Column::Leader)
    };
    let numbered = columns.iter().any(|one| one.column == Column::Number);
    let blank = columns.iter().zip(words).take_while(|(one, words)| words.is_empty() && shared(one)).count();
    let then_text = columns.get(blank).is_some_and(|one| one.column == Column::Measures);
    if !numbered && then_text { blank } else { 0 }
}

/// How many cells are missing in front: a merged first cell is left out in tables of text.
pub(super) fn missing_in_front(grid: &Grid, columns: &[Judged], at: usize) -> usize {
    // Readers may have filled the row up behind its last cell.
    let filled = grid.own_words(at).last().map_or(0, |(column, _)| column + 1);
    let missing = columns.len().saturating_sub(filled);
    // Where the source says how far its cells reach, none is left out.
    let spanned = (0..columns.len()).any(|column| grid.is_carried(at, column));
    if missing == 0 || filled < 2 || spanned {
        return 0;
    }
    let fits = |offset: usize| {
        let fit = |(column, one): (usize, &Judged)| {
            let words = column.checked_sub(offset).map_or("", |place| grid.words(at, place));
            let found = shape(words);
            match one.column {
                Column::Number => {
                    if is_ordinal(words) {
                        3
                    } else if found == Shape::Blank {
                        0
                    } else {
                        -3
                    }
                }
                Column::Lead | Column::Units | Column::CoUnits => {
                    if found == Shape::Unit {
                        2
                    } else if found == Shape::Blank {
                        0
                    } else {
                        -1
                    }
                }
                Column::Time => {
                    if found == Shape::Time {
                        2
                    } else if found == Shape::Blank {
                        0
                    } else {
                        -1
                    }
                }
                Column::Responsible | Column::Leader => i32::from(is_person(words)) * 2,
                Column::Measures => {
                    if found == Shape::Text {
                        1
                    } else if found == Shape::Unit {
                        -1
                    } else {
                        0
                    }
                }
                _ => 0,
            }
        };
        columns.iter().enumerate().map(fit).sum::<i32>()
    };
    let still = fits(0);
    (1..=missing).rev().find(|offset| fits(*offset) > still).unwrap_or(0)
}

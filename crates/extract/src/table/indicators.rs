//! Tables of figures to be reached: each row is an indicator of the notice, none is a measure.
//!
//! | 指标名称 | 单位 | 2025年指标 | name | figure | unit | direction | by |
//! |---|---|---|---|---|---|---|---|
//! | 服务业增加值 | 亿元 | 15000 | 服务业增加值 | 15000 | 亿元 | | 2025-12-31 |
//! | 服务业增加值比重 | % | 68左右 | 服务业增加值比重 | 68 | % | 左右 | 2025-12-31 |
//! | 实际利用外资增速 | % | 高于全省 | 实际利用外资增速 | | % | 高于全省 | 2025-12-31 |

use chrono::NaiveDate;
use domain::Indicator;

use super::captions::Column;
use super::columns::Judged;
use super::grid::Grid;
use crate::numerals::fold_digits;

/// The indicators of the rows from `first` on, where the table has a column of figures.
pub(super) fn read(grid: &Grid, columns: &[Judged], first: usize) -> Vec<Indicator> {
    let caption = columns.iter().rev().find(|one| one.column == Column::Figure).map(|one| &one.caption);
    let Some(caption) = caption.filter(|_| columns.iter().any(|one| one.column == Column::Indicator)) else {
        return Vec::new();
    };
    let year: Option<i32> = caption.split('年').next().and_then(|year| year.parse().ok());
    let by = year.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
    let indicator = |row: usize| {
        let missing = columns.len().saturating_sub(grid.cells_in(row));
        // A merged first cell is left out in tables of text.
        let grouped = columns.first().is_some_and(|one| one.column == Column::Group);
        let offset = if grouped { missing } else { 0 };
        let under = |wanted| {
            let places = columns.iter().enumerate().filter(|(_, one)| one.column == wanted);
            let words = places.filter_map(|(at, _)| at.checked_sub(offset).map(|at| grid.words(row, at)));
            words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("、")
        };
        let (name, stated) = (under(Column::Indicator), under(Column::Figure));
        let (figure, direction) = figure_and_direction(&stated);
        let unit = under(Column::FigureUnit);
        (!name.is_empty() && !stated.is_empty()).then_some(Indicator { name, figure, unit, direction, by })
    };
    (first..grid.len()).filter_map(indicator).collect()
}

/// The number in a cell, and the words around it.
fn figure_and_direction(stated: &str) -> (String, String) {
    let folded = fold_digits(stated);
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let Some(start) = folded.find(|c: char| c.is_ascii_digit()) else { return (String::new(), stated.to_owned()) };
    let behind = folded.get(start..).unwrap_or_default();
    let length = behind.find(|c| !is_figure(c)).unwrap_or(behind.len());
    let (figure, after) = behind.split_at_checked(length).unwrap_or((behind, ""));
    let before = folded.get(..start).unwrap_or_default();
    (figure.trim_end_matches(['.', ',']).to_owned(), format!("{}{}", before.trim(), after.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_gives_its_figure_and_what_limits_it() {
        let check = |stated: &str, figure: &str, direction: &str| {
            assert_eq!(figure_and_direction(stated), (figure.to_owned(), direction.to_owned()), "{stated}");
        };
        check("15000", "15000", "");
        check("5.50", "5.50", "");
        check("68左右", "68", "左右");
        check("不低于１２", "12", "不低于");
        check("显著高于全省年均增速", "", "显著高于全省年均增速");
    }
}

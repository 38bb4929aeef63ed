//! Tables of text whose columns stay straight under wide characters.

use chrono::{DateTime, Local};
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets};

/// Blanks between columns.
const BETWEEN: u16 = 2;

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Column {
    /// Words, from the left.
    Words(&'static str),
    /// Figures, to the right.
    Figures(&'static str),
}

/// The rows under their headings; a sentence where there are none.
pub(crate) fn table(columns: &[Column], rows: Vec<Vec<String>>, empty: &str) -> String {
    if rows.is_empty() {
        return format!("{empty}\n");
    }
    LongTable::of(columns).lines(rows)
}

/// A table laid out part by part: its columns are as wide as the widest cell so far.
pub(crate) struct LongTable {
    columns: Vec<Column>,
    widths: Vec<u16>,
}

impl LongTable {
    pub(crate) fn of(columns: &[Column]) -> Self {
        Self { columns: columns.to_vec(), widths: Vec::new() }
    }

    /// The lines of further rows, the first of them under the headings.
    pub(crate) fn lines(&mut self, rows: Vec<Vec<String>>) -> String {
        if rows.is_empty() {
            return String::new();
        }
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
        if self.widths.is_empty() {
            table.set_header(self.columns.iter().map(|column| match column {
                Column::Words(name) | Column::Figures(name) => *name,
            }));
        }
        table.add_rows(rows);
        for (column, kind) in table.column_iter_mut().zip(&self.columns) {
            column.set_padding((0, BETWEEN));
            if matches!(kind, Column::Figures(_)) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        let before = self.widths.iter().copied().chain(std::iter::repeat(0));
        self.widths =
            table.column_max_content_widths().into_iter().zip(before).map(|(now, before)| now.max(before)).collect();
        for (column, width) in table.column_iter_mut().zip(&self.widths) {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(width + BETWEEN)));
        }
        let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
        lines.join("\n") + "\n"
    }
}

/// The first characters of a text on one line, with a mark where it goes on.
pub(crate) fn shorten(text: &str, characters: usize) -> String {
    let flat: String = text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
    match flat.char_indices().nth(characters) {
        Some((end, _)) => format!("{}…", flat.get(..end).unwrap_or(&flat)),
        None => flat,
    }
}

/// The clock of this place to the second; the register keeps UTC.
pub(crate) fn local(at: &str) -> String {
    DateTime::parse_from_rfc3339(at)
        .map_or_else(|_| at.to_owned(), |at| at.with_timezone(&Local).format("%Y-%m-%d %H:%M:%S").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_keep_columns_straight() {
        let rows = vec![vec!["市发改委".into(), "7".into()], vec!["A".into(), "120".into()]];
        let text = table(&[Column::Words("单位"), Column::Figures("牵头")], rows, "没有");
        assert_eq!(text, "单位      牵头\n市发改委     7\nA          120\n");
    }

    #[test]
    fn a_long_table_goes_on_in_the_same_columns_and_widens_them() {
        let mut table = LongTable::of(&[Column::Words("单位"), Column::Figures("牵头")]);
        assert_eq!(table.lines(vec![vec!["市发改委".into(), "7".into()]]), "单位      牵头\n市发改委     7\n");
        assert_eq!(table.lines(vec![vec!["A".into(), "120".into()]]), "A          120\n");
        assert_eq!(table.lines(vec![vec!["市公共资源中心".into(), "1".into()]]), "市公共资源中心     1\n");
        assert_eq!(table.lines(vec![vec!["A".into(), "2".into()]]), "A                  2\n");
    }

    #[test]
    fn an_empty_table_is_a_sentence() {
        assert_eq!(table(&[Column::Words("单位")], Vec::new(), "没有单位。"), "没有单位。\n");
    }

    #[test]
    fn long_texts_end_with_a_mark() {
        assert_eq!(shorten("一二三四", 4), "一二三四");
        assert_eq!(shorten("一二三四五", 4), "一二三四…");
        assert_eq!(shorten("一\n二", 4), "一 二");
    }
}

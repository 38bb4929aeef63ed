//! A document as one run of letters and digits.

use domain::tree::Piece;

use crate::letters;

/// The letters and digits of all lines in order, of one width and case.
///
/// Lines of figures alone are left out: page numbers and serial numbers stand elsewhere in every printing.
pub(super) fn of_lines(lines: &[Piece<'_>]) -> Vec<char> {
    let mut all = Vec::with_capacity(lines.iter().map(|line| line.text().len() / 3).sum());
    let mut of_text = |text: &str| {
        if says_something(text) {
            all.extend(text.chars().filter_map(letters::letter));
        }
    };
    for line in lines {
        of_text(line.text());
        for cell in line.row().iter().flat_map(|row| &row.cells) {
            cell.paragraphs.iter().for_each(|paragraph| of_text(&paragraph.text));
        }
    }
    all
}

fn says_something(text: &str) -> bool {
    text.chars().any(letters::is_letter)
}

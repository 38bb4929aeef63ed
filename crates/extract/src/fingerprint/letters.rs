//! A document as one run of letters and digits.

use domain::tree::Piece;

use crate::letters;

/// Gives the letters and digits of all lines in order, of one width and case.
///
/// Lines of figures alone are left out: page numbers and serial numbers stand elsewhere in every printing.
pub(super) fn of_each(lines: &[Piece<'_>], mut take: impl FnMut(u32)) {
    for text in lines.iter().flat_map(texts).filter(|text| says_something(text)) {
        for letter in letters::letters(text) {
            take(u32::from(letter));
        }
    }
}

fn texts<'a>(line: &'a Piece<'a>) -> impl Iterator<Item = &'a str> {
    let cells = line.row().into_iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs);
    std::iter::once(line.text()).chain(cells.map(|paragraph| paragraph.text.as_str()))
}

fn says_something(text: &str) -> bool {
    text.chars().any(letters::is_letter)
}

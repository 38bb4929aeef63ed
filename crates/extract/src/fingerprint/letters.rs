//! A document as one run of letters and digits.

use domain::tree::Piece;

use crate::letters;

/// The letters and digits of all lines in order, of one width and case.
///
/// Lines of figures alone are left out: page numbers and serial numbers stand elsewhere in every printing.
pub(crate) fn letters<'a>(lines: &'a [Piece<'a>]) -> impl Iterator<Item = u32> + 'a {
    lines.iter().flat_map(texts).filter(|text| says_something(text)).flat_map(letters::letters).map(u32::from)
}

fn texts<'a>(line: &'a Piece<'a>) -> impl Iterator<Item = &'a str> {
    let cells = line.row().into_iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs);
    std::iter::once(line.text()).chain(cells.map(|paragraph| paragraph.text.as_str()))
}

fn says_something(text: &str) -> bool {
    text.chars().any(letters::is_letter)
}

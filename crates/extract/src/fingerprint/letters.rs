//! A document as one run of letters and digits.

use domain::source::{Line, LineContent};

use crate::numerals::half_width;

/// The letters and digits of all lines in order, of one width and case.
///
/// Lines of figures alone are left out: page numbers and serial numbers stand elsewhere in every printing.
pub(crate) fn letters(lines: &[Line]) -> impl Iterator<Item = u32> + '_ {
    lines.iter().flat_map(texts).filter(|text| says_something(text)).flat_map(|text| {
        text.chars().map(half_width).filter(|c| c.is_alphanumeric()).map(|c| u32::from(c.to_ascii_lowercase()))
    })
}

fn texts(line: &Line) -> impl Iterator<Item = &str> {
    let (text, cells): (Option<&str>, &[String]) = match &line.content {
        LineContent::Text(text) => (Some(text), &[]),
        LineContent::Row { cells, .. } => (None, cells),
        _ => (None, &[]),
    };
    text.into_iter().chain(cells.iter().map(String::as_str))
}

fn says_something(text: &str) -> bool {
    text.chars().any(|c| c.is_alphabetic())
}

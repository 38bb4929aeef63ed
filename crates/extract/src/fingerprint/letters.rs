//! A document as one run of letters and digits.

use domain::tree::Piece;

use crate::letters;

/// Gives the letters and digits of all lines in order, of one width and case.
///
/// Lines of figures alone are left out: page numbers and serial numbers stand elsewhere in every printing.
pub(super) fn of_lines(lines: &[Piece<'_>], mut take: impl FnMut(char)) {
    let mut of_text = |text: &str| {
        if says_something(text) {
            letters::letters(text).for_each(&mut take);
        }
    };
    for line in lines {
        of_text(line.text());
        for cell in line.row().iter().flat_map(|row| &row.cells) {
            cell.paragraphs.iter().for_each(|paragraph| of_text(&paragraph.text));
        }
    }
}

fn says_something(text: &str) -> bool {
    text.chars().any(letters::is_letter)
}

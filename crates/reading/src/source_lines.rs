//! The numbered lines of a decoded file.

/// The lines of a text with their numbers, counted from 1 and split on LF.
///
/// A file of an old Macintosh has CR alone and is split on that. In any other file a lone CR, a form feed or a Unicode
/// line separator breaks a line in two parts that share its number.
pub(crate) struct SourceLines<'a> {
    /// Number and text of each part, in order.
    parts: Vec<(u32, &'a str)>,
}

/// Breaks inside a numbered line.
const INNER_BREAKS: [char; 6] = ['\r', '\u{000B}', '\u{000C}', '\u{0085}', '\u{2028}', '\u{2029}'];

impl<'a> SourceLines<'a> {
    /// Splits a text. What follows the last line end is a line only when it has characters.
    pub(crate) fn of(text: &'a str) -> Self {
        let end = if text.contains('\n') || !text.contains('\r') { '\n' } else { '\r' };
        let mut parts = Vec::with_capacity(text.len() / 40 + 1);
        let whole = text.strip_suffix(end).unwrap_or(text);
        for (number, line) in (1..).zip(whole.split(end)) {
            let line = line.strip_suffix('\r').unwrap_or(line);
            if line.contains(INNER_BREAKS) {
                parts.extend(line.split(INNER_BREAKS).map(|part| (number, part)));
            } else {
                parts.push((number, line));
            }
        }
        Self { parts }
    }

    /// Number and raw text of each part, in order.
    pub(crate) fn parts(&self) -> &[(u32, &'a str)] {
        &self.parts
    }
}

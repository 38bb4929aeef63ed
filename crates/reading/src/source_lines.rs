//! The numbered lines of a decoded file.

/// The lines of a text with their numbers, counted from 1 and split on LF.
///
/// A file of an old Macintosh has CR alone and is split on that. In any other file a lone CR, a form feed or a Unicode
/// line separator breaks a line in two parts that share its number.
pub(crate) struct SourceLines<'a> {
    parts: Vec<Part<'a>>,
    line_end: u8,
}

/// A line, or the part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part<'a> {
    /// Number of the line.
    pub(crate) number: u32,
    /// Where the part begins in the text, in bytes.
    pub(crate) start: usize,
    /// How many characters of the line stand before it.
    pub(crate) column: u32,
    /// The characters, line end excluded.
    pub(crate) text: &'a str,
}

/// Breaks inside a numbered line.
const INNER_BREAKS: [char; 6] = ['\r', '\u{000B}', '\u{000C}', '\u{0085}', '\u{2028}', '\u{2029}'];

/// Whether a break may stand among the bytes of a line. Breaks are rare, and looking for their first bytes is several times
/// faster.
fn may_hold_break(bytes: &[u8]) -> bool {
    let suspect = bytes.iter().fold(false, |any, b| any | matches!(b, 0x0B..=0x0D));
    // U+0085 is C2 85; U+2028 and U+2029 are E2 80 and A8 or A9, unlike quotation marks and dashes.
    let is_pair = |a: u8, b: u8| (a == 0xC2) & (b == 0x85) | (a == 0x80) & ((b == 0xA8) | (b == 0xA9));
    let behind = bytes.get(1..).unwrap_or_default();
    suspect || bytes.iter().zip(behind).fold(false, |any, (a, b)| any | is_pair(*a, *b))
}

/// How many characters a text has.
pub(crate) fn count(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

impl<'a> SourceLines<'a> {
    /// Splits a text. What follows the last line end is a line only when it has characters.
    pub(crate) fn of(text: &'a str) -> Self {
        let end = if text.contains('\n') || !text.contains('\r') { '\n' } else { '\r' };
        let mut parts = Vec::with_capacity(text.len() / 40 + 1);
        let whole = text.strip_suffix(end).unwrap_or(text);
        let mut start = 0;
        for (number, line) in (1..).zip(whole.split(end)) {
            let next = start + line.len() + 1;
            let line = line.strip_suffix('\r').unwrap_or(line);
            if may_hold_break(line.as_bytes()) && line.contains(INNER_BREAKS) {
                let mut column = 0;
                for part in line.split_inclusive(INNER_BREAKS) {
                    parts.push(Part { number, start, column, text: part.trim_end_matches(INNER_BREAKS) });
                    start += part.len();
                    column += count(part);
                }
            } else {
                parts.push(Part { number, start, column: 0, text: line });
            }
            start = next;
        }
        Self { parts, line_end: u8::try_from(end).unwrap_or(b'\n') }
    }

    /// The same lines with other words.
    pub(crate) fn with_parts<'b>(&self, parts: Vec<Part<'b>>) -> SourceLines<'b> {
        SourceLines { parts, line_end: self.line_end }
    }

    /// Each line or part of a line, in order.
    pub(crate) fn parts(&self) -> &[Part<'a>] {
        &self.parts
    }

    /// The byte that ends a line.
    pub(crate) fn line_end(&self) -> u8 {
        self.line_end
    }
}

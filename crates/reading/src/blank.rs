//! Which characters are blank, and trimming them.
//!
//! Offices pad with U+3000, web pages with U+00A0, exports begin with a byte order mark; all of them are blanks here.

/// Whether a character prints nothing and separates nothing.
pub(crate) fn is_blank_char(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{00AD}' | '\u{001A}' | '\0')
}

/// Whether a text holds nothing but blanks.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(is_blank_char)
}

/// A text without the blanks at both ends.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank_char)
}

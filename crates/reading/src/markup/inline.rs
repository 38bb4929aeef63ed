//! The words of one block, put together from text between inline tags.

use crate::blank::{is_blank_char, trim};

/// The words of a block in the making.
#[derive(Debug, Default)]
pub(super) struct Inline {
    text: String,
    /// Line of the first character that is no blank.
    line: u32,
    /// A run of blanks not yet written, and whether it holds a line end.
    gap: Option<bool>,
}

impl Inline {
    /// Adds text that begins on a line. Runs of blanks become one; a line end between two characters of a wide script
    /// leaves nothing, since there no blank was meant.
    pub(super) fn push(&mut self, text: &str, first_line: u32) {
        let mut line = first_line;
        for c in text.chars() {
            if c == '\n' {
                line = line.saturating_add(1);
                self.gap = Some(true);
            } else if c.is_ascii_whitespace() || c == '\u{00A0}' {
                self.gap.get_or_insert(false);
            } else {
                if self.text.is_empty() {
                    if is_blank_char(c) {
                        continue;
                    }
                    self.line = line;
                    self.gap = None;
                } else if let Some(broken) = self.gap.take() {
                    let wide = self.text.chars().next_back().is_some_and(is_wide) && is_wide(c);
                    if !(broken && wide) {
                        self.text.push(' ');
                    }
                }
                self.text.push(c);
            }
        }
    }

    /// Takes the finished words with their line; `None` when there are none.
    pub(super) fn take(&mut self) -> Option<(u32, String)> {
        self.gap = None;
        let text = std::mem::take(&mut self.text);
        let trimmed = trim(&text);
        (!trimmed.is_empty()).then(|| (self.line, trimmed.to_owned()))
    }
}

/// Whether a character belongs to a script written without blanks between words, or to its punctuation.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

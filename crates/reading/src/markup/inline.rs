//! The words of one block, put together from text between inline tags.

use domain::tree::{Paragraph, Run};

use crate::blank::{is_blank_char, trim};
use crate::places::Runs;

/// The words of a block in the making.
#[derive(Debug, Default)]
pub(super) struct Inline {
    text: String,
    runs: Runs,
    /// A run of blanks not yet written, and whether it holds a line end.
    gap: Option<bool>,
    /// How many characters stand outside bold tags.
    plain: usize,
}

impl Inline {
    /// Adds a character that stands at a place of the source. Runs of blanks become one; a line end between two characters of
    /// a wide script leaves nothing, since there no blank was meant.
    pub(super) fn push(&mut self, c: char, place: (u32, u32), is_bold: bool) {
        if c == '\n' {
            self.gap = Some(true);
        } else if c.is_ascii_whitespace() || c == '\u{00A0}' {
            self.gap.get_or_insert(false);
        } else {
            if self.text.is_empty() {
                if is_blank_char(c) {
                    return;
                }
                self.gap = None;
            } else if let Some(broken) = self.gap.take() {
                let wide = self.text.chars().next_back().is_some_and(is_wide) && is_wide(c);
                if !(broken && wide) {
                    self.text.push(' ');
                    self.runs.add_blank();
                }
            }
            self.runs.add(self.text.len(), place);
            self.text.push(c);
            self.plain += usize::from(!is_bold);
        }
    }

    /// Takes the finished paragraph; `None` when there are no words.
    pub(super) fn take(&mut self) -> Option<Paragraph> {
        let Self { mut text, mut runs, plain, .. } = std::mem::take(self);
        text.truncate(trim(&text).len());
        let mut runs: Vec<Run> = runs.take();
        runs.retain(|run| run.start < text.len());
        if text.is_empty() {
            return None;
        }
        let mut paragraph = Paragraph { text, runs, is_whole: true, ..Paragraph::default() };
        paragraph.style.bold = plain == 0;
        Some(paragraph)
    }
}

/// Whether a character belongs to a script written without blanks between words, or to its punctuation.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

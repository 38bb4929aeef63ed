//! Running text: the paragraphs that no table and no line of the head has claimed, and which line every character came from.

use std::ops::Range;

use domain::LineRole;
use domain::tree::{self, Paragraph, PieceContent};

use crate::letters::trimmed;

/// A paragraph of running text, not yet claimed by the head or a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'a> {
    /// Place in the pieces of the document.
    pub(crate) index: usize,
    /// Number of its first line in the source file.
    pub(crate) number: u32,
    /// Printed page.
    pub(crate) page: Option<u32>,
    /// Its words, trimmed.
    pub(crate) text: &'a str,
    /// The paragraph, which knows where its words stand.
    pub(crate) paragraph: &'a Paragraph,
    /// Whether a table or a line of the head stands between this piece and the one before.
    pub(crate) after_gap: bool,
    /// Whether a table follows it directly.
    pub(crate) before_table: bool,
}

/// The running text of a document.
#[derive(Debug)]
pub(crate) struct Flow<'a> {
    /// Its paragraphs.
    pub(crate) pieces: Vec<Piece<'a>>,
}

impl Piece<'_> {
    /// Whether the source says that it is the item of a list.
    pub(crate) fn is_item(&self) -> bool {
        self.paragraph.style.list_item
    }
}

impl<'a> Flow<'a> {
    /// The pieces outside `tables` that carry words and that the head has not claimed.
    pub(crate) fn of(lines: &[tree::Piece<'a>], tables: &[Range<usize>], roles: &[LineRole]) -> Self {
        let mut pieces: Vec<Piece<'a>> = Vec::new();
        let mut after_gap = false;
        let mut table = 0;
        for (index, line) in lines.iter().enumerate() {
            while tables.get(table).is_some_and(|extent| extent.end <= index) {
                table += 1;
            }
            let in_table = tables.get(table).is_some_and(|extent| extent.contains(&index));
            let claimed = roles.get(index).is_some_and(|role| *role != LineRole::NotUnderstood);
            if in_table || (claimed && line.is_content()) {
                let of_table = in_table || line.row().is_some();
                if let Some(last) = pieces.last_mut().filter(|_| of_table && !after_gap) {
                    last.before_table = true;
                }
                after_gap = true;
                continue;
            }
            if let PieceContent::Text(paragraph) = line.content
                && !claimed
                && let text = trimmed(&paragraph.text)
                && !text.is_empty()
            {
                pieces.push(Piece {
                    index,
                    number: line.number,
                    page: line.page,
                    text,
                    paragraph,
                    after_gap,
                    before_table: false,
                });
                after_gap = false;
            }
        }
        Self { pieces }
    }
}

/// The month, quarter or week that a paragraph begins with: 8—9月 of 8—9月，逐户排查, 8月至9月; not the day of a report (3月11日，…).
pub(crate) fn leading_month(text: &str) -> Option<&str> {
    const TO: [char; 7] = ['至', '到', '—', '-', '－', '～', '~'];
    let mut end = month_at(text)?;
    let rest = text.get(end..)?;
    let second = rest.trim_start_matches(TO);
    if second.len() < rest.len() {
        end += rest.len() - second.len() + month_at(second)?;
    }
    let (time, rest) = text.split_at_checked(end)?;
    rest.starts_with(['，', ',', '：', ':']).then_some(time)
}

/// The byte behind the month, quarter or week at the beginning of a text.
fn month_at(text: &str) -> Option<usize> {
    const LONGEST: usize = 14;
    const NOUNS: [&str; 10] = ["月份", "月底前", "月底", "月上旬", "月中旬", "月下旬", "月", "季度", "半年", "周"];
    let is_figure = |c: char| {
        let is_sign = matches!(c, '—' | '–' | '-' | '－' | '~' | '～' | '、');
        let is_word = matches!(
            c,
            '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '第' | '至' | '上' | '下' | '年'
        );
        is_sign || is_word || crate::numerals::half_width(c).is_ascii_digit()
    };
    let (at, _) = text.char_indices().take(LONGEST).find(|(_, c)| !is_figure(*c)).filter(|(at, _)| *at > 0)?;
    let noun = NOUNS.iter().find(|noun| text.get(at..).is_some_and(|rest| rest.starts_with(**noun)))?;
    Some(at + noun.len())
}

/// Whether a character ends a sentence.
pub(crate) fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | ';' | '!' | '?')
}

/// Whether a character closes a bracket or quotation.
pub(crate) fn is_closing(c: char) -> bool {
    matches!(c, '）' | ')' | '］' | ']' | '】' | '〕' | '”' | '’' | '》' | '」' | '』')
}

/// The beginning of a paragraph in a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    /// Byte of the text.
    start: usize,
    /// Place of its piece in the flow.
    place: usize,
}

/// Where words of a passage stand in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SourceLine {
    /// Byte of the text from which on they stand there.
    start: usize,
    /// Line of the source.
    pub(crate) number: u32,
    /// Printed page.
    pub(crate) page: Option<u32>,
}

impl SourceLine {
    /// The line of words that stand on it from their first byte on.
    pub(crate) fn whole(number: u32, page: Option<u32>) -> Self {
        Self { start: 0, number, page }
    }
}

/// Paragraphs of running text whose characters know their lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Passage {
    /// The text.
    pub(crate) text: String,
    /// Where each paragraph begins in the text.
    marks: Vec<Mark>,
    /// Where each line of the source begins in the text.
    lines: Vec<SourceLine>,
}

impl Passage {
    /// Appends words of the piece at `place`.
    pub(crate) fn push(&mut self, flow: &Flow<'_>, place: usize, words: &str) {
        let words = words.trim();
        let base = self.text.len();
        self.marks.push(Mark { start: base, place });
        if let Some(piece) = flow.pieces.get(place) {
            let bytes = bytes_in(&piece.paragraph.text, words);
            let runs = piece.paragraph.runs.as_slice();
            let first = runs.partition_point(|run| run.start <= bytes.start).saturating_sub(1);
            let inside = runs.get(first..).unwrap_or_default().iter().take_while(|run| run.start < bytes.end);
            for run in inside {
                let start = base + run.start.saturating_sub(bytes.start);
                if self.lines.last().is_none_or(|last| last.number != run.line) {
                    self.lines.push(SourceLine { start, number: run.line, page: run.page });
                }
            }
        }
        self.text.push_str(words);
    }

    /// A passage of words that stand on no line.
    pub(crate) fn of_words(words: &str) -> Self {
        Self { text: words.to_owned(), marks: vec![Mark { start: 0, place: 0 }], lines: Vec::new() }
    }

    /// Appends another passage after a label of its own.
    pub(crate) fn append(&mut self, label: &str, other: &Self) {
        let Some(first) = other.marks.first() else { return };
        let base = self.text.len();
        self.text.push_str(label);
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.marks.push(Mark { start: base, ..*first });
        self.marks.extend(other.marks.iter().skip(1).map(|mark| Mark { start: mark.start + shift, ..*mark }));
        let line =
            |line: &SourceLine| SourceLine { start: if line.start == 0 { base } else { line.start + shift }, ..*line };
        self.lines.extend(other.lines.iter().map(line));
    }

    /// Takes off what stands from a byte on.
    pub(crate) fn truncate(&mut self, end: usize) {
        self.marks.retain(|mark| mark.start < end);
        self.lines.retain(|line| line.start < end);
        self.text.truncate(end);
    }

    /// Place in the flow of the piece that a byte of the text came from.
    pub(crate) fn piece_at(&self, offset: usize) -> Option<usize> {
        let after = self.marks.partition_point(|mark| mark.start <= offset);
        after.checked_sub(1).and_then(|mark| self.marks.get(mark)).map(|mark| mark.place)
    }

    /// The line of the source that a byte of the text came from.
    pub(crate) fn line_at(&self, offset: usize) -> Option<SourceLine> {
        let after = self.lines.partition_point(|line| line.start <= offset);
        after.checked_sub(1).and_then(|line| self.lines.get(line)).copied()
    }

    /// The paragraphs of the text.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let ends = self.marks.iter().skip(1).map(|mark| mark.start).chain([self.text.len()]);
        self.marks.iter().zip(ends).map(|(mark, end)| mark.start..end)
    }

    /// Whether a paragraph begins at this byte of the text.
    pub(crate) fn starts_paragraph(&self, offset: usize) -> bool {
        self.marks.binary_search_by_key(&offset, |mark| mark.start).is_ok()
    }
}

/// Where a part of a text stands in it.
pub(crate) fn bytes_in(text: &str, part: &str) -> Range<usize> {
    // The part was sliced out of the text, so that the distance of the two is its place.
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + part.len()
}

//! Lines to running text: which lines are hard-wrapped, where a line broke, and which line every character came from.

use std::ops::Range;

use domain::LineRole;
use domain::tree::{self, LineBreaks};

use crate::outline::label;

/// One line of running text, not yet claimed by the head or a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'a> {
    /// Place in the lines of the document.
    pub(crate) index: usize,
    /// Number in the source file.
    pub(crate) number: u32,
    /// Printed page.
    pub(crate) page: Option<u32>,
    /// The line, trimmed.
    pub(crate) text: &'a str,
    /// Width in half-width columns, together with the pieces before it on the same printed line: a PDF reader breaks
    /// printed lines after punctuation, too.
    pub(crate) width: u32,
    /// Whether a table or a line of the head stands between this piece and the one before.
    pub(crate) after_gap: bool,
    /// Whether a table follows it directly.
    pub(crate) before_table: bool,
    /// Whether the source says that it is the item of a list.
    pub(crate) is_item: bool,
}

/// The running text of a document.
#[derive(Debug)]
pub(crate) struct Flow<'a> {
    /// Its lines.
    pub(crate) pieces: Vec<Piece<'a>>,
    /// Whether the lines are hard-wrapped parts of paragraphs.
    pub(crate) wrapped: bool,
    /// Width of a full line; only of use in wrapped text.
    full: u32,
}

/// A line that is this much narrower than a full one was not broken for want of room.
const SLACK: u32 = 10;

impl<'a> Flow<'a> {
    /// The lines outside `tables` that carry text and that the head has not claimed.
    pub(crate) fn of(
        lines: &[tree::Piece<'a>],
        breaks: LineBreaks,
        tables: &[Range<usize>],
        roles: &[LineRole],
    ) -> Self {
        let mut pieces: Vec<Piece<'a>> = Vec::new();
        let mut after_gap = false;
        let mut table = 0;
        for (index, line) in lines.iter().enumerate() {
            while tables.get(table).is_some_and(|extent| extent.end <= index) {
                table += 1;
            }
            let in_table = tables.get(table).is_some_and(|extent| extent.contains(&index));
            let claimed = roles.get(index).is_some_and(|role| *role != LineRole::NotUnderstood);
            let text = line.text().trim();
            if in_table || (claimed && line.is_content()) {
                let of_table = in_table || line.row().is_some();
                if let Some(last) = pieces.last_mut().filter(|_| of_table && !after_gap) {
                    last.before_table = true;
                }
                after_gap = true;
            } else if !text.is_empty() && !claimed {
                let width = text.bytes().map(columns).sum();
                pieces.push(Piece {
                    index,
                    number: line.number,
                    page: line.page,
                    text,
                    width,
                    after_gap,
                    before_table: false,
                    is_item: is_list_item(line),
                });
                after_gap = false;
            }
        }
        let full = full_width(&pieces);
        let wrapped = breaks == LineBreaks::Unknown && is_wrapped(&pieces, full);
        if wrapped {
            add_up_printed_lines(&mut pieces, full);
        }
        Self { pieces, wrapped, full }
    }

    /// Whether a piece ends where no room was wanting.
    pub(crate) fn is_short(&self, piece: &Piece<'_>) -> bool {
        !self.wrapped || piece.width + SLACK < self.full
    }

    /// Whether a piece leaves so much room that it can only be a title or the end of a paragraph.
    pub(crate) fn leaves_room(&self, piece: &Piece<'_>) -> bool {
        !self.wrapped || piece.width * 4 <= self.full * 3
    }
}

/// Whether the source sets a line as the item of a list.
fn is_list_item(line: &tree::Piece<'_>) -> bool {
    matches!(line.content, tree::PieceContent::Text(paragraph) if paragraph.style.list_item)
}

/// Gives each piece the width of its printed line so far.
fn add_up_printed_lines(pieces: &mut [Piece<'_>], full: u32) {
    const OVERHANG: u32 = 4;
    let mut line = 0;
    let mut broken_at_mark = false;
    for piece in pieces {
        let goes_on = broken_at_mark && line + piece.width <= full + OVERHANG && label::read(piece.text).is_none();
        line = if goes_on { line + piece.width } else { piece.width };
        piece.width = line;
        let last = piece.text.chars().next_back().unwrap_or('。');
        broken_at_mark = line + SLACK < full && (last.is_ascii_punctuation() || !last.is_alphanumeric());
    }
}

/// Columns a character takes, by its bytes: the first of several stands for all.
fn columns(byte: u8) -> u32 {
    match byte {
        0..0x80 => 1,
        0x80..0xC0 => 0,
        0xC0.. => 2,
    }
}

/// The width that the widest lines share; narrow enough that one stray line does not set it.
fn full_width(pieces: &[Piece<'_>]) -> u32 {
    let mut widths: Vec<u32> = pieces.iter().map(|piece| piece.width).collect();
    let place = widths.len() * 19 / 20;
    match widths.get(place) {
        Some(_) => *widths.select_nth_unstable(place).1,
        None => 0,
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
    const FIGURES: &str = "一二三四五六七八九十第—–-－~～至、上下年";
    let is_figure = |c: char| crate::numerals::half_width(c).is_ascii_digit() || FIGURES.contains(c);
    let (at, _) = text.char_indices().take(LONGEST).find(|(_, c)| !is_figure(*c))?;
    let noun = NOUNS.iter().find(|noun| text.get(at..).is_some_and(|rest| rest.starts_with(**noun)))?;
    (at > 0).then_some(at + noun.len())
}

/// Lines are wrapped when none is long and many full ones end in the middle of a sentence.
fn is_wrapped(pieces: &[Piece<'_>], full: u32) -> bool {
    const WIDEST_PAGE: u32 = 110;
    if full > WIDEST_PAGE || pieces.len() < 8 {
        return false;
    }
    let broken = pieces
        .iter()
        .filter(|piece| piece.width + SLACK >= full)
        .filter(|piece| piece.text.chars().next_back().is_some_and(|c| !is_sentence_end(c) && !is_closing(c)))
        .count();
    broken >= 3 && broken * 20 >= pieces.len()
}

/// Whether a character ends a sentence.
pub(crate) fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | ';' | '!' | '?')
}

/// Whether a character closes a bracket or quotation.
pub(crate) fn is_closing(c: char) -> bool {
    matches!(c, '）' | ')' | '］' | ']' | '】' | '〕' | '”' | '’' | '》' | '」' | '』')
}

/// The beginning of a line in a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    /// Byte of the text.
    start: usize,
    /// Place of its piece in the flow.
    place: usize,
    /// Whether the line ends with room to spare, so that the next one is a new paragraph.
    ends_paragraph: bool,
}

/// A line inside a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PassageLine {
    /// First byte.
    pub(crate) start: usize,
    /// Byte after the last.
    pub(crate) end: usize,
    /// Whether the next line is a new paragraph.
    pub(crate) ends_paragraph: bool,
}

/// Running text whose characters know their lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Passage {
    /// The text, wraps removed.
    pub(crate) text: String,
    /// Where each line begins in the text.
    marks: Vec<Mark>,
}

impl Passage {
    /// Appends words of the piece at `place`; in wrapped text blanks beside Chinese characters go.
    pub(crate) fn push(&mut self, flow: &Flow<'_>, place: usize, words: &str) {
        let ends_paragraph = flow.pieces.get(place).is_none_or(|piece| flow.is_short(piece));
        self.marks.push(Mark { start: self.text.len(), place, ends_paragraph });
        if !flow.wrapped || !words.contains(char::is_whitespace) {
            self.text.push_str(words.trim());
            return;
        }
        let mut blank = false;
        for c in words.trim().chars() {
            if c.is_whitespace() {
                blank = true;
                continue;
            }
            let before = self.text.chars().next_back();
            if blank && c.is_ascii() && before.is_some_and(|b| b.is_ascii()) {
                self.text.push(' ');
            }
            blank = false;
            self.text.push(c);
        }
    }

    /// A passage of words that stand on no line.
    pub(crate) fn of_words(words: &str) -> Self {
        Self { text: words.to_owned(), marks: vec![Mark { start: 0, place: 0, ends_paragraph: true }] }
    }

    /// Appends another passage after a label of its own.
    pub(crate) fn append(&mut self, label: &str, other: &Self) {
        let Some(first) = other.marks.first() else { return };
        self.marks.push(Mark { start: self.text.len(), ..*first });
        self.text.push_str(label);
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.marks.extend(other.marks.iter().skip(1).map(|mark| Mark { start: mark.start + shift, ..*mark }));
    }

    /// Takes off what stands from a byte on.
    pub(crate) fn truncate(&mut self, end: usize) {
        self.marks.retain(|mark| mark.start < end);
        self.text.truncate(end);
    }

    /// Place in the flow of the piece that a byte of the text came from.
    pub(crate) fn piece_at(&self, offset: usize) -> Option<usize> {
        let after = self.marks.partition_point(|mark| mark.start <= offset);
        after.checked_sub(1).and_then(|mark| self.marks.get(mark)).map(|mark| mark.place)
    }

    /// The lines of the text.
    pub(crate) fn lines(&self) -> impl Iterator<Item = PassageLine> + '_ {
        let ends = self.marks.iter().skip(1).map(|mark| mark.start).chain([self.text.len()]);
        let line =
            |(mark, end): (&Mark, usize)| PassageLine { start: mark.start, end, ends_paragraph: mark.ends_paragraph };
        self.marks.iter().zip(ends).map(line)
    }

    /// The paragraphs of the text.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut start = 0;
        let closes = |line: &PassageLine| line.ends_paragraph || line.end == self.text.len();
        self.lines().filter(closes).map(move |line| std::mem::replace(&mut start, line.end)..line.end)
    }

    /// Whether a line begins at this byte of the text.
    pub(crate) fn starts_line(&self, offset: usize) -> bool {
        self.marks.binary_search_by_key(&offset, |mark| mark.start).is_ok()
    }
}

//! A notice that arrives in one line, put back into paragraphs: from tree to tree, before tables are rebuilt.
//!
//! Copies of notices are kept with every line feed lost. Where paragraphs ended is told by the blanks they were indented with and by the
//! run of their numbering: 一、 over （一） over 1., the articles of a regulation, each number behind the one before. A paragraph is parted
//! only where it is far longer than clauses are and several numbers of one shape follow each other in it; a shorter one where items run on
//! in the line of their heading.

mod heading_line;
mod opening;
mod red_head;
mod signature;

use std::collections::HashSet;
use std::ops::Range;

use domain::LineRole;
use domain::tree::{Block, BlockContent, DocumentTree, Paragraph, Run};

use crate::flow::{is_closing, is_sentence_end};
use crate::numerals::is_han_numeral;
use crate::outline::label::{self, Label, Shape};
use crate::prose::section_kind::{heading_in_front, heads_no_tasks};
use crate::rebuild::run_on;

/// Shorter paragraphs are clauses with items of their own, in characters.
const SHORTEST: usize = 400;
/// So many blanks in the middle of a line were the indent of a paragraph.
const INDENT: usize = 2;
/// So many indents show that line feeds were lost.
const FEW_INDENTS: usize = 3;
/// A heading without a stop is at most so many characters long.
const LONGEST_HEADING: usize = 60;
/// A heading that a blank parts from its text is at most so many characters long.
const LONGEST_PARTED_HEADING: usize = 20;
/// What labels end with whose words stand behind a clause and have no stop: 责任单位, 配合部门, 牵头领导, 责任人, 完成时限.
const ENDS_OF_LABELS: [char; 8] = ['位', '门', '室', '导', '人', '限', '间', '体'];
/// How far a number may jump where clauses were left out.
const JUMP: u32 = 4;

/// A tree whose glued paragraphs are parted.
#[derive(Debug)]
pub(crate) struct Parted {
    /// The tree with a block for each paragraph.
    pub(crate) tree: DocumentTree,
    /// Where the pieces of the tree before went.
    pub(crate) places: Places,
}

/// For each piece of a tree, the pieces it was parted into.
#[derive(Debug)]
pub(crate) struct Places(Vec<Range<usize>>);

impl Places {
    /// The roles of the pieces of the tree before: of a parted paragraph what matters most of its parts.
    pub(crate) fn roles_before(&self, roles: &[LineRole]) -> Vec<LineRole> {
        let of = |pieces: &Range<usize>| {
            let parts = roles.get(pieces.clone()).unwrap_or_default();
            let weighty = [LineRole::NotUnderstood, LineRole::Measure].into_iter().find(|role| parts.contains(role));
            weighty.or(parts.first().copied()).unwrap_or(LineRole::NotUnderstood)
        };
        self.0.iter().map(of).collect()
    }
}

/// Where paragraphs begin in each block of a tree, behind its first; `None` where no paragraph is glued.
pub(crate) fn starts(tree: &DocumentTree) -> Option<Vec<Vec<usize>>> {
    let mut next = None;
    let mut found = Vec::with_capacity(tree.blocks.len());
    for block in tree.blocks.iter().rev() {
        let BlockContent::Paragraph(words) = &block.content else {
            found.push(Vec::new());
            continue;
        };
        found.push(starts_in(&words.text, next));
        next = Some(words.text.trim_start()).filter(|text| !text.is_empty()).or(next);
    }
    found.reverse();
    found.iter().any(|starts| !starts.is_empty()).then_some(found)
}

/// Parts the glued paragraphs of a tree; `starts` are those of [`starts`].
pub(crate) fn part(tree: &DocumentTree, starts: Vec<Vec<usize>>) -> Parted {
    let mut blocks = Vec::with_capacity(tree.blocks.len());
    let mut pieces = Vec::with_capacity(tree.blocks.len());
    let mut passed = 0;
    for (block, starts) in tree.blocks.iter().zip(starts) {
        match &block.content {
            BlockContent::Paragraph(words) if !starts.is_empty() => {
                let first = passed;
                let parts = cut(words, &ranges(&words.text, &starts));
                passed += parts.len();
                let block_of = |part| Block { anchor: block.anchor, content: BlockContent::Paragraph(part) };
                blocks.extend(parts.into_iter().map(block_of));
                pieces.push(first..passed);
            }
            content => {
                let rows = if let BlockContent::Table(table) = content { table.rows.len() } else { 1 };
                pieces.extend((passed..passed + rows).map(|at| at..at + 1));
                passed += rows;
                blocks.push(block.clone());
            }
        }
    }
    Parted { tree: DocumentTree { blocks, front_matter: tree.front_matter.clone() }, places: Places(pieces) }
}

/// The trimmed words between starts of paragraphs; the text before the first is a paragraph too.
fn ranges(text: &str, starts: &[usize]) -> Vec<Range<usize>> {
    let ends = starts.iter().copied().chain([text.len()]);
    let trimmed = |(from, to): (usize, usize)| {
        let words = text.get(from..to)?;
        let from = from + words.len() - words.trim_start().len();
        let words = words.trim();
        (!words.is_empty()).then_some(from..from + words.len())
    };
    std::iter::once(0).chain(starts.iter().copied()).zip(ends).filter_map(trimmed).collect()
}

/// The words of each range with the places they come from; ranges in order, so that characters are counted once.
fn cut(words: &Paragraph, ranges: &[Range<usize>]) -> Vec<Paragraph> {
    let mut runs = words.runs.iter().copied().peekable();
    let mut run = Run::default();
    let mut passed = 0;
    let mut parts = Vec::with_capacity(ranges.len());
    for range in ranges {
        while let Some(next) = runs.next_if(|next| next.start <= range.start) {
            (run, passed) = (next, next.start);
        }
        let between = words.text.get(passed..range.start).unwrap_or_default().chars().count();
        run.column = run.column.saturating_add(u32::try_from(between).unwrap_or(u32::MAX));
        passed = range.start;
        let mut own = vec![Run { start: 0, ..run }];
        while let Some(next) = runs.next_if(|next| next.start < range.end) {
            own.push(Run { start: next.start - range.start, ..next });
            (run, passed) = (next, next.start);
        }
        let text = words.text.get(range.clone()).unwrap_or_default().to_owned();
        parts.push(Paragraph { text, runs: own, level: None, style: words.style, is_whole: true });
    }
    parts
}

/// Where paragraphs behind the first begin in a text; `next` is the paragraph behind it.
fn starts_in(text: &str, next: Option<&str>) -> Vec<usize> {
    let head = red_head::starts(text);
    let mut glued = if head.is_empty() { starts_of_paragraphs(text) } else { parted(text) };
    if !head.is_empty() {
        glued.retain(|at| head.iter().all(|of_head| at > of_head));
        glued.extend(head);
        glued.sort_unstable();
    }
    if glued.is_empty() { heading_line::starts(text, next) } else { glued }
}

/// Where the paragraphs behind the first begin in a glued text; none where the text is one paragraph.
fn starts_of_paragraphs(text: &str) -> Vec<usize> {
    // Most lines are short: no character is looked at.
    if text.len() < SHORTEST || text.chars().take(SHORTEST).count() < SHORTEST {
        return Vec::new();
    }
    parted(text)
}

/// Where the paragraphs behind the first begin in a text of any length.
fn parted(text: &str) -> Vec<usize> {
    // A table whose cells run on is put together as one text.
    if let Some(table) = run_on::begins_in(text) {
        let mut starts = starts_of_paragraphs(text.get(..table).unwrap_or_default());
        starts.push(table);
        return starts;
    }
    let mut starts = indents(text);
    if starts.len() < FEW_INDENTS {
        starts.clear();
    }
    let numbered = numbered(text);
    let signed = signature::starts(text);
    if starts.is_empty() && numbered.is_empty() && signed.is_empty() {
        return Vec::new();
    }
    starts.extend(numbered.iter().filter_map(|at| behind_heading(text, *at)));
    let first = starts.iter().chain(&numbered).chain(&signed).copied().min().unwrap_or(text.len());
    starts.extend(numbered);
    starts.extend(signed);
    starts.extend(annexes(text));
    starts.extend(opening::starts(text.get(..first).unwrap_or_default()));
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// Where the list of annexes begins behind the last sentence: 附件：1.…
fn annexes(text: &str) -> Vec<usize> {
    let begins = |at: &usize| {
        let before = text.get(..*at).unwrap_or_default().trim_end();
        before.ends_with(|c: char| is_sentence_end(c) || is_closing(c))
    };
    ["附件：", "附件:"].iter().flat_map(|label| text.match_indices(label).map(|(at, _)| at)).filter(begins).collect()
}

/// The words behind the indents of paragraphs: two blanks of full width.
fn indents(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut blanks = 0;
    for (at, c) in text.char_indices() {
        if c == '\u{3000}' {
            blanks += 1;
        } else if !c.is_whitespace() {
            if blanks >= INDENT && at > 0 {
                starts.push(at);
            }
            blanks = 0;
        }
    }
    starts
}

/// Where the text behind the heading begins of a section that begins here and has no tasks: 一、工作目标 到2027年，…. A blank ends the
/// heading, or its words are those of a whole one.
fn behind_heading(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let label = label::read(rest).filter(|label| matches!(label.shape, Shape::Han | Shape::BracketedHan))?;
    let words = rest.get(label.length..)?;
    let ends = words.char_indices().take(LONGEST_PARTED_HEADING).find(|(_, c)| !c.is_alphanumeric());
    let end = match ends {
        Some((end, c)) if c.is_whitespace() && words.get(..end).is_some_and(heads_no_tasks) => end,
        _ => heading_in_front(words)?,
    };
    let behind = words.get(end..)?.trim_start();
    // What goes on with a number is parted by it already.
    let begins_text =
        behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '“' | '《')) && label::read(behind).is_none();
    (end > 0 && begins_text).then(|| text.len() - behind.len())
}

/// A label that was found, and where.
struct Mark {
    at: usize,
    label: Label,
}

/// The labels that count on, where several of one outer shape do.
fn numbered(text: &str) -> Vec<usize> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut counted = Counted::default();
    let mut before = Before::default();
    for (at, c) in text.char_indices() {
        if may_begin(c)
            && before.may_precede(c)
            && let Some(label) = text.get(at..).and_then(label::read)
            && counted.goes_on(&label)
            && before.ends_paragraph(&label)
        {
            before.heading = Some(0);
            before.labelled = false;
            counted.pass(&label);
            marks.push(Mark { at, label });
        }
        before.pass(c);
    }
    keep_rows(&marks)
}

/// Whether a label may begin with a character.
fn may_begin(c: char) -> bool {
    matches!(c, '第' | '（' | '(') || is_han_numeral(c) || c.is_ascii_digit()
}

/// What stands before a character.
#[derive(Debug, Default)]
struct Before {
    /// The last character that is no blank.
    last: Option<char>,
    /// Whether a blank stands directly before.
    blank: bool,
    /// How many characters have passed since a label without a sentence's end.
    heading: Option<usize>,
    /// Whether the words before are 第, a numeral or a digit: the middle of a number.
    in_number: bool,
    /// Whether a label of units or time and its colon were met behind the last sentence: 责任单位：市财政局.
    labelled: bool,
}

impl Before {
    fn pass(&mut self, c: char) {
        self.blank = c.is_whitespace();
        if self.blank {
            return;
        }
        if matches!(c, '：' | ':') {
            self.labelled |= self.last.is_some_and(|last| ENDS_OF_LABELS.contains(&last));
        } else if is_sentence_end(c) {
            self.labelled = false;
        }
        self.in_number = c == '第' || is_han_numeral(c) || c.is_ascii_digit();
        self.heading = self.heading.map(|passed| passed + 1).filter(|passed| *passed <= LONGEST_HEADING && c != '。');
        self.last = Some(c);
    }

    /// Whether a label that begins with `c` may stand here at all.
    fn may_precede(&self, c: char) -> bool {
        let open =
            self.last.is_some_and(|last| matches!(last, '（' | '(' | '〔' | '《' | '“' | '、' | '，' | '和' | '及'));
        let within_number = self.in_number && !self.blank && !matches!(c, '（' | '(');
        !open && !within_number
    }

    /// Whether the words before a label are at an end: a sentence, a bracket, a blank, or a heading over the label.
    fn ends_paragraph(&self, label: &Label) -> bool {
        let Some(last) = self.last else { return false };
        let stopped = is_sentence_end(last) || is_closing(last) || matches!(last, '：' | ':');
        let outer = label.shape <= Shape::BracketedHan;
        // （一）景区、场馆等1.健全制度。2.…: a row that begins below a heading without a stop.
        let begins_row = matches!(label.shape, Shape::Arabic | Shape::BracketedArabic) && label.number == 1;
        let below_heading = (outer || begins_row) && self.heading.is_some_and(|passed| passed > 1);
        if label.shape == Shape::BracketedArabic && begins_row {
            // （1） behind a sentence numbers the items of a clause.
            return below_heading;
        }
        stopped
            || (self.blank && !matches!(last, '“' | '《'))
            || below_heading
            || self.labelled
            || label.shape == Shape::Chapter && label.number == 1
    }
}

/// The numbers met so far.
#[derive(Debug, Default)]
struct Counted {
    /// Of each shape the last number, and which of all labels it was.
    last: [Option<(u32, usize)>; Shape::COUNT],
    labels: usize,
}

impl Counted {
    fn pass(&mut self, label: &Label) {
        self.labels += 1;
        if let Some(slot) = self.last.get_mut(label.shape.index()) {
            *slot = Some((label.number, self.labels));
        }
    }

    /// Whether a number follows the last one of its shape, or begins a row below a label of an outer shape.
    fn goes_on(&self, label: &Label) -> bool {
        if label.glued || label.shape > Shape::Arabic && label.shape != Shape::BracketedArabic {
            return false;
        }
        let of = |shape: usize| self.last.get(shape).copied().flatten();
        match of(label.shape.index()) {
            Some((last, at)) => {
                let outer = (0..label.shape.index()).filter_map(of).any(|(_, outer)| outer > at);
                // Behind a label of an outer shape an Arabic row is at its end, unless its numbers run on: （二） 6. 7. （三） 8.
                let reach = match label.shape {
                    Shape::BracketedArabic if outer => 0,
                    Shape::BracketedArabic => 1,
                    Shape::Arabic if outer => 1,
                    _ => JUMP,
                };
                label.number == 1 && outer || (last + 1..=last + reach).contains(&label.number)
            }
            None => label.number == 1 || label.shape <= Shape::BracketedHan,
        }
    }
}

/// The marks of rows: at least two numbers of an outer shape in order, and below them rows of at least two Arabic numbers.
fn keep_rows(marks: &[Mark]) -> Vec<usize> {
    let mut shapes: HashSet<Shape> = HashSet::new();
    let mut last: [Option<u32>; Shape::COUNT] = [None; Shape::COUNT];
    for mark in marks {
        let Some(slot) = last.get_mut(mark.label.shape.index()) else { continue };
        if mark.label.shape < Shape::Arabic && slot.is_some_and(|before| before + 1 == mark.label.number) {
            shapes.insert(mark.label.shape);
        }
        *slot = Some(mark.label.number);
    }
    if shapes.is_empty() {
        return Vec::new();
    }
    let of_row = |(at, mark): (usize, &Mark)| {
        let Label { shape, number, .. } = mark.label;
        let behind = marks.get(at + 1..).unwrap_or_default();
        let next = || behind.iter().map(|next| &next.label).find(|next| next.shape <= shape);
        let is_single =
            shape >= Shape::Arabic && number == 1 && next().is_none_or(|next| (next.shape, next.number) != (shape, 2));
        (!is_single).then_some(mark.at)
    };
    marks.iter().enumerate().filter_map(of_row).filter(|at| *at > 0).collect()
}

#[cfg(test)]
mod tests;

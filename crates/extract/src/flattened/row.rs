//! A row of a flattened table: its lines back into cells.
//!
//! A PDF reader writes a table column by column, page by page. Within a page the cells of a row follow each other: number,
//! name, content, measures, lead, co-units, time. What a page break tore off comes behind the time, again in the order of
//! the columns; there it is told by what was left open (an unclosed quotation, an unfinished sentence or name) and by
//! the width of its lines.

use super::blocks::{self, Block};
use super::header::Header;
use super::layout::Layout;
use super::segments::Segment;
use crate::lexicon::tables::BODIES;
use crate::table::captions::Column;
use crate::table::cells::{Entry, ends_sentence, ends_with_colon, is_whole_unit_list, join_wrapped, label, width};

/// The lines of a cell.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell<'a> {
    /// Its words with their wraps joined.
    pub(super) words: String,
    /// Its lines, or what it has of them, each with the byte of the words it begins at.
    pub(super) lines: Vec<(usize, Entry<'a>)>,
}

impl<'a> Cell<'a> {
    /// A cell that stands on one line.
    pub(super) fn on_line(line: Entry<'a>) -> Self {
        let mut cell = Self::default();
        cell.push(line);
        cell
    }

    /// Adds a line of the cell.
    pub(super) fn push(&mut self, line: Entry<'a>) {
        join_wrapped(&mut self.words, line.text);
        self.lines.push((self.words.len() - line.text.len(), line));
    }

    /// Whether the cell holds nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// A clause of a cell of measures.
#[derive(Debug, Clone, Default)]
pub(super) struct Clause<'a> {
    /// Its printed number; none for a cell without numbers.
    label: Option<u32>,
    /// Its words with the number.
    pub(super) cell: Cell<'a>,
}

/// A part of a row with units and a time of its own. Most rows have one.
#[derive(Debug, Clone, Default)]
pub(super) struct Part<'a> {
    /// The words above its measures: 在成品油领域建立监管机制：
    pub(super) caption: Cell<'a>,
    /// Its measures.
    pub(super) clauses: Vec<Clause<'a>>,
    /// 牵头单位.
    pub(super) lead: Cell<'a>,
    /// 责任单位, 配合单位.
    pub(super) co_units: Cell<'a>,
    /// 完成时限.
    pub(super) time: Cell<'a>,
}

impl<'a> Part<'a> {
    /// The cell of units that a page break tore, so that it goes on with these words.
    fn torn_units(&mut self, words: &str) -> Option<&mut Cell<'a>> {
        let torn = |cell: &Cell<'_>| !cell.is_empty() && !is_whole_unit_list(&cell.words);
        let goes_on = words.starts_with(['、', '，', '）', '等']) || BODIES.begins("torn-end", words);
        if torn(&self.lead) {
            return Some(&mut self.lead);
        }
        let last = if self.co_units.is_empty() { &mut self.lead } else { &mut self.co_units };
        (torn(last) || goes_on && !last.is_empty()).then_some(last)
    }

    /// Whether nobody is named and no time is stated.
    pub(super) fn is_unowned(&self) -> bool {
        self.lead.is_empty() && self.co_units.is_empty() && self.time.is_empty()
    }
}

/// A numbered row.
#[derive(Debug, Clone, Default)]
pub(super) struct Row<'a> {
    /// Printed number.
    pub(super) number: Cell<'a>,
    /// What the row is about.
    pub(super) name: Cell<'a>,
    /// Background; all that stands behind the name in a table that orders nothing.
    pub(super) content: Cell<'a>,
    /// Its parts.
    pub(super) parts: Vec<Part<'a>>,
}

/// Reads one row.
pub(super) fn read<'a>(header: &Header, layout: &Layout, segment: &Segment<'a>, entries: &[Entry<'a>]) -> Row<'a> {
    let mut reader = Reader { header, layout, row: Row::default() };
    let lines = reader.take_number(segment, entries);
    let body = reader.read_name(&lines, segment.name.is_some());
    if header.orders() {
        reader.read_cells(body);
    } else {
        // Which columns the lines belong to cannot be told.
        body.iter().for_each(|line| reader.row.content.push(*line));
    }
    reader.row
}

struct Reader<'h, 'a> {
    header: &'h Header,
    layout: &'h Layout,
    row: Row<'a>,
}

impl<'a> Reader<'_, 'a> {
    /// Takes the number; gives the lines of the other cells.
    fn take_number(&mut self, segment: &Segment<'a>, entries: &[Entry<'a>]) -> Vec<Entry<'a>> {
        let mut lines: Vec<Entry<'a>> = segment.lines.iter().filter_map(|at| entries.get(*at)).copied().collect();
        if let Some(number) = entries.get(segment.number_at) {
            let digits = number.text.split_whitespace().next().unwrap_or_default();
            self.row.number = Cell::on_line(Entry { text: digits, ..*number });
            if let Some(name) = segment.name {
                lines.insert(0, Entry { text: name, ..*number });
            }
        }
        lines
    }

    /// Reads what stands behind the name.
    fn read_cells(&mut self, body: &[Entry<'a>]) {
        let blocks = blocks::find(self.header, body, self.layout.measure);
        let first_end = blocks.first().map_or(body.len(), |block| block.start);
        let first = body.get(..first_end).unwrap_or_default();
        let (content, measures) = first.split_at(self.end_of_content(first));
        content.iter().for_each(|line| self.row.content.push(*line));
        let mut part = Part::default();
        Self::fill_clauses(&mut part, measures);
        self.row.parts.push(part);
        for (at, block) in blocks.iter().enumerate() {
            self.fill_units(body, *block);
            let next = blocks.get(at + 1);
            let tail_end = next.map_or(body.len(), |next| next.start);
            self.read_tail(body.get(block.end..tail_end).unwrap_or_default(), next.is_some());
        }
    }

    /// Takes the name from the front; gives the lines behind it.
    fn read_name<'l>(&mut self, lines: &'l [Entry<'a>], on_number: bool) -> &'l [Entry<'a>] {
        let mut taken = 0;
        if self.layout.name > 0 {
            taken = lines.iter().take_while(|line| self.is_name_line(line)).count();
            // Words behind the number are the name however wide they are.
            taken = taken.max(usize::from(on_number));
        }
        let (name, body) = lines.split_at(taken.min(lines.len()));
        name.iter().for_each(|line| self.row.name.push(*line));
        body
    }

    fn is_name_line(&self, line: &Entry<'_>) -> bool {
        width(line.text) <= self.layout.name && label(line.text).is_none() && !ends_sentence(line.text)
    }

    /// How many of the lines between name and units are background.
    fn end_of_content(&self, lines: &[Entry<'_>]) -> usize {
        if !(self.header.has(Column::Content) && self.header.has(Column::Measures)) {
            return 0;
        }
        let numbered = lines.iter().any(|line| label(line.text).is_some());
        for (at, line) in lines.iter().enumerate() {
            let too_wide = self.layout.content_limit.is_some_and(|limit| width(line.text) > limit);
            // A sentence that ends before its line is full ends a cell, unless numbers tell where the measures begin.
            let before = at.checked_sub(1).and_then(|before| lines.get(before));
            let cell_ended = !numbered
                && before.is_some_and(|before| ends_sentence(before.text) && !self.layout.fills_content(before.text));
            if label(line.text).is_some() || too_wide || cell_ended {
                return at;
            }
        }
        lines.len()
    }

    /// Adds the clauses on these lines to a part: new ones at numbers in sequence, else more of the last.
    fn fill_clauses(part: &mut Part<'a>, lines: &[Entry<'a>]) {
        let mut rest = lines;
        if part.clauses.is_empty() {
            let first_label = lines.iter().position(|line| label(line.text).is_some());
            let caption_end = first_label.unwrap_or_else(|| {
                let colon = lines.iter().take(3).position(|line| ends_with_colon(line.text));
                colon.map_or(0, |at| at + 1).min(lines.len().saturating_sub(1))
            });
            let (caption, clauses) = lines.split_at(caption_end.min(lines.len()));
            caption.iter().for_each(|line| part.caption.push(*line));
            rest = clauses;
        }
        for line in rest {
            let last = part.clauses.last().and_then(|clause| clause.label);
            let next = label(line.text).map(|(number, _)| number).filter(|number| match last {
                Some(last) => *number == last + 1,
                None => part.clauses.is_empty(),
            });
            match part.clauses.last_mut().filter(|_| next.is_none()) {
                Some(clause) => clause.cell.push(*line),
                None => part.clauses.push(Clause { label: next, cell: Cell::on_line(*line) }),
            }
        }
    }

    fn fill_units(&mut self, body: &[Entry<'a>], block: Block) {
        let lines = body.get(block.start..block.end).unwrap_or_default();
        if self.row.parts.last().is_none_or(|part| !part.is_unowned()) {
            // Units and time without a measure between them and the last: kept apart, nothing is overwritten.
            self.row.parts.push(Part::default());
        }
        if let Some(part) = self.row.parts.last_mut() {
            blocks::fill(part, self.header, self.layout.lead_limit, lines);
        }
    }

    /// Reads what stands behind a time: the rest of torn cells, and further parts of the row.
    fn read_tail(&mut self, lines: &[Entry<'a>], owned: bool) {
        let mut rest = lines;
        if !owned {
            rest = self.take_units_tail(rest);
        }
        rest = self.take_name_tail(rest);
        rest = self.take_content_tail(rest, owned);
        let new_part = self.start_of_part(rest, owned);
        let (tail, further) = rest.split_at(new_part.min(rest.len()));
        if let Some(mut part) = self.row.parts.pop() {
            Self::fill_clauses(&mut part, tail);
            self.row.parts.push(part);
        }
        if !further.is_empty() {
            let mut part = Part::default();
            Self::fill_clauses(&mut part, further);
            self.row.parts.push(part);
        }
    }

    /// The torn end of the last units, which comes behind everything else.
    fn take_units_tail<'l>(&mut self, lines: &'l [Entry<'a>]) -> &'l [Entry<'a>] {
        let mut start = lines.len();
        while let Some(line) = start.checked_sub(1).and_then(|before| lines.get(before)) {
            if ends_sentence(line.text) || label(line.text).is_some() || width(line.text) + 4 > self.layout.measure {
                break;
            }
            start -= 1;
        }
        let (before, tail) = lines.split_at(start);
        let Some(first) = tail.first() else { return lines };
        let Some(part) = self.row.parts.last_mut() else { return lines };
        let Some(cell) = part.torn_units(first.text) else { return lines };
        tail.iter().for_each(|line| cell.push(*line));
        before
    }

    /// The torn end of the name, which comes before everything else. Narrow lines that end no sentence are no end of
    /// a content or a measure.
    fn take_name_tail<'l>(&mut self, lines: &'l [Entry<'a>]) -> &'l [Entry<'a>] {
        let narrow = lines.iter().take_while(|line| self.is_name_line(line)).count();
        let (name, rest) = lines.split_at(narrow);
        name.iter().for_each(|line| self.row.name.push(*line));
        rest
    }

    /// The torn end of the content: narrow lines until its sentence is finished. Where a measure is torn as well, its
    /// end comes behind.
    fn take_content_tail<'l>(&mut self, lines: &'l [Entry<'a>], owned: bool) -> &'l [Entry<'a>] {
        let content = &self.row.content.words;
        // A content may be torn between two sentences; then nothing else may begin here.
        let between = !owned && self.clauses_closed() && self.layout.content_limit.is_some();
        if content.is_empty() || ends_sentence(content) && !between {
            return lines;
        }
        let fits = |line: &&Entry<'_>| {
            self.layout.content_limit.is_none_or(|limit| width(line.text) <= limit) && label(line.text).is_none()
        };
        let narrow = lines.iter().take_while(fits).count();
        let ends: Vec<usize> = (0..narrow).filter(|at| lines.get(*at).is_some_and(|l| ends_sentence(l.text))).collect();
        let taken = match (self.clauses_closed(), ends.as_slice()) {
            // Without a difference in width only the first sentence end is sure.
            (_, [first, ..]) if self.layout.content_limit.is_none() => first + 1,
            (false, [.., last, _]) => last + 1,
            _ => narrow,
        };
        let (content, rest) = lines.split_at(taken);
        content.iter().for_each(|line| self.row.content.push(*line));
        rest
    }

    /// Where a further part begins among the lines behind a time: at a number 1, with its caption, or, where the lines
    /// have units and a time of their own, at once.
    fn start_of_part(&self, lines: &[Entry<'_>], owned: bool) -> usize {
        let last = self.row.parts.last().and_then(|part| part.clauses.last());
        let last_label = last.and_then(|clause| clause.label);
        if let Some(first) = lines.iter().position(|line| label(line.text).is_some_and(|(number, _)| number == 1)) {
            let mut start = first;
            while let Some(line) = start.checked_sub(1).and_then(|before| lines.get(before)) {
                if ends_sentence(line.text) || label(line.text).is_some() {
                    break;
                }
                start -= 1;
            }
            let captioned = first > start && lines.get(first - 1).is_some_and(|line| ends_with_colon(line.text));
            return if captioned || self.clauses_closed() && start == 0 { start } else { first };
        }
        if !owned {
            return lines.len();
        }
        let follows =
            |line: &Entry<'_>| label(line.text).is_some_and(|(number, _)| last_label.is_some_and(|l| number == l + 1));
        match lines.iter().position(follows) {
            Some(next) => next,
            None if self.clauses_closed() => 0,
            None => lines.len(),
        }
    }

    /// Whether the last clause read is a finished sentence.
    fn clauses_closed(&self) -> bool {
        let last = self.row.parts.last().and_then(|part| part.clauses.last());
        last.is_none_or(|clause| ends_sentence(&clause.cell.words))
    }
}

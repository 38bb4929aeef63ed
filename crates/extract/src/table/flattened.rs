//! A row of a flattened table: its lines back into cells.
//!
//! A PDF reader writes a table column by column, page by page. Within a page the cells of a row follow each other: number,
//! name, content, measures, lead, co-units, time. What a page break tore off comes behind the time, again in the order of
//! the columns; there it is told by what was left open (an unclosed quotation, an unfinished sentence or name) and by
//! the width of its lines.

use domain::{BackgroundReason, LineRole};

use super::blocks::{self, Block};
use super::captions::Column;
use super::cells::{Entry, ends_sentence, ends_with_colon, label, width};
use super::header::Header;
use super::layout::Layout;
use super::rows::{Cell, Clause, Row, SubRow};
use super::segments::Segment;

/// A row and what its lines were read as, by place among the lines of the document.
#[derive(Debug, Default)]
pub(super) struct ReadRow {
    pub(super) row: Row,
    pub(super) roles: Vec<(usize, LineRole)>,
}

/// Reads one row.
pub(super) fn read(header: &Header, layout: &Layout, segment: &Segment<'_>, entries: &[Entry<'_>]) -> ReadRow {
    let mut reader = Reader { header, layout, read: ReadRow::default() };
    reader.read.row.headings.clone_from(&segment.headings);
    let mut lines: Vec<Entry<'_>> = segment.lines.iter().filter_map(|at| entries.get(*at)).copied().collect();
    if let Some(number) = entries.get(segment.number_at) {
        reader.read.row.number = Cell::on_line(&segment.number.to_string(), number.number);
        reader.mark(number, LineRole::Heading);
        if let Some(name) = segment.name {
            lines.insert(0, Entry { text: name, ..*number });
        }
    }
    reader.read_lines(&lines, segment.name.is_some());
    reader.read
}

struct Reader<'a> {
    header: &'a Header,
    layout: &'a Layout,
    read: ReadRow,
}

impl Reader<'_> {
    fn read_lines(&mut self, lines: &[Entry<'_>], name_on_number: bool) {
        let body = self.read_name(lines, name_on_number);
        let blocks = blocks::find(self.header, body, self.layout.measure);
        let first_end = blocks.first().map_or(body.len(), |block| block.start);
        let first = body.get(..first_end).unwrap_or_default();
        let (content, measures) = first.split_at(self.end_of_content(first));
        content.iter().for_each(|line| self.push_content(line));
        let mut part = SubRow::default();
        self.fill_clauses(&mut part, measures);
        self.read.row.parts.push(part);
        for (at, block) in blocks.iter().enumerate() {
            self.fill_units(body, *block);
            let next = blocks.get(at + 1);
            let tail_end = next.map_or(body.len(), |next| next.start);
            self.read_tail(body.get(block.end..tail_end).unwrap_or_default(), next.is_some());
        }
        self.share_units();
        if self.read.row.does_not_apply() {
            for (_, role) in self.read.roles.iter_mut().filter(|(_, role)| *role == LineRole::Measure) {
                *role = LineRole::Background(BackgroundReason::NotApplicable);
            }
        }
    }

    /// Takes the name from the front; gives the lines behind it.
    fn read_name<'l, 'e>(&mut self, lines: &'l [Entry<'e>], on_number: bool) -> &'l [Entry<'e>] {
        let mut taken = 0;
        if self.layout.name > 0 {
            taken = lines.iter().take_while(|line| self.is_name_line(line)).count();
            // Words behind the number are the name however wide they are.
            taken = taken.max(usize::from(on_number));
        }
        let (name, body) = lines.split_at(taken.min(lines.len()));
        name.iter().for_each(|line| self.push_name(line));
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
    fn fill_clauses(&mut self, part: &mut SubRow, lines: &[Entry<'_>]) {
        let mut rest = lines;
        if part.clauses.is_empty() {
            let first_label = lines.iter().position(|line| label(line.text).is_some());
            let caption_end = first_label.unwrap_or_else(|| {
                let colon = lines.iter().take(3).position(|line| ends_with_colon(line.text));
                colon.map_or(0, |at| at + 1).min(lines.len().saturating_sub(1))
            });
            let (caption, clauses) = lines.split_at(caption_end.min(lines.len()));
            for line in caption {
                part.caption.push(line.text, line.number);
                self.mark(line, LineRole::Heading);
            }
            rest = clauses;
        }
        for line in rest {
            let last = part.clauses.last().and_then(|clause| clause.label);
            let next = label(line.text).filter(|(number, _)| match last {
                Some(last) => *number == last + 1,
                None => part.clauses.is_empty(),
            });
            match (next, part.clauses.last_mut()) {
                (Some((number, words)), _) => part.clauses.push(Clause {
                    label: Some(number),
                    cell: Cell::on_line(words, line.number),
                    page: line.page,
                }),
                (None, Some(clause)) => clause.cell.push(line.text, line.number),
                (None, None) => part.clauses.push(Clause {
                    label: None,
                    cell: Cell::on_line(line.text, line.number),
                    page: line.page,
                }),
            }
            self.mark(line, LineRole::Measure);
        }
    }

    fn fill_units(&mut self, body: &[Entry<'_>], block: Block) {
        let lines = body.get(block.start..block.end).unwrap_or_default();
        lines.iter().for_each(|line| self.mark(line, LineRole::Measure));
        if self.read.row.parts.last().is_none_or(|part| !part.is_unowned()) {
            // Units and time without a measure between them and the last: kept apart, nothing is overwritten.
            self.read.row.parts.push(SubRow::default());
        }
        if let Some(part) = self.read.row.parts.last_mut() {
            blocks::fill(part, self.header, self.layout.lead_limit, lines);
        }
    }

    /// Reads what stands behind a time: the rest of torn cells, and further parts of the row.
    fn read_tail(&mut self, lines: &[Entry<'_>], owned: bool) {
        let mut rest = lines;
        if !owned {
            rest = self.take_units_tail(rest);
        }
        rest = self.take_name_tail(rest);
        rest = self.take_content_tail(rest, owned);
        let new_part = self.start_of_part(rest, owned);
        let (tail, further) = rest.split_at(new_part.min(rest.len()));
        if let Some(mut part) = self.read.row.parts.pop() {
            self.fill_clauses(&mut part, tail);
            self.read.row.parts.push(part);
        }
        if !further.is_empty() {
            let mut part = SubRow::default();
            self.fill_clauses(&mut part, further);
            self.read.row.parts.push(part);
        }
    }

    /// The torn end of the last units, which comes behind everything else.
    fn take_units_tail<'l, 'e>(&mut self, lines: &'l [Entry<'e>]) -> &'l [Entry<'e>] {
        let mut start = lines.len();
        while let Some(line) = start.checked_sub(1).and_then(|before| lines.get(before)) {
            if ends_sentence(line.text) || label(line.text).is_some() || width(line.text) + 4 > self.layout.measure {
                break;
            }
            start -= 1;
        }
        let (before, tail) = lines.split_at(start);
        let Some(first) = tail.first() else { return lines };
        let Some(part) = self.read.row.parts.last_mut() else { return lines };
        let Some(cell) = part.torn_units(first.text) else { return lines };
        for line in tail {
            cell.push(line.text, line.number);
            self.read.roles.push((line.index, LineRole::Measure));
        }
        before
    }

    /// The torn end of the name, which comes before everything else. Narrow lines that end no sentence are no end of
    /// a content or a measure.
    fn take_name_tail<'l, 'e>(&mut self, lines: &'l [Entry<'e>]) -> &'l [Entry<'e>] {
        let narrow = lines.iter().take_while(|line| self.is_name_line(line)).count();
        let (name, rest) = lines.split_at(narrow);
        name.iter().for_each(|line| self.push_name(line));
        rest
    }

    /// The torn end of the content: narrow lines until its sentence is finished. Where a measure is torn as well, its
    /// end comes behind.
    fn take_content_tail<'l, 'e>(&mut self, lines: &'l [Entry<'e>], owned: bool) -> &'l [Entry<'e>] {
        let content = &self.read.row.content.words;
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
        content.iter().for_each(|line| self.push_content(line));
        rest
    }

    /// Where a further part begins among the lines behind a time: at a number 1, with its caption, or, where the lines
    /// have units and a time of their own, at once.
    fn start_of_part(&self, lines: &[Entry<'_>], owned: bool) -> usize {
        let last = self.read.row.parts.last().and_then(|part| part.clauses.last());
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
        let last = self.read.row.parts.last().and_then(|part| part.clauses.last());
        last.is_none_or(|clause| ends_sentence(&clause.cell.words))
    }

    /// Parts without units of their own share those of the next part that has some: the cell was merged.
    fn share_units(&mut self) {
        let mut next: Option<(Cell, Cell, Cell, bool)> = None;
        for part in self.read.row.parts.iter_mut().rev() {
            if !part.is_unowned() {
                next = Some((part.lead.clone(), part.co_units.clone(), part.time.clone(), part.first_leads));
            } else if let Some((lead, co_units, time, first_leads)) = &next {
                part.lead.clone_from(lead);
                part.co_units.clone_from(co_units);
                part.time.clone_from(time);
                part.first_leads = *first_leads;
            }
        }
    }

    fn push_name(&mut self, line: &Entry<'_>) {
        self.read.row.name.push(line.text, line.number);
        self.mark(line, LineRole::Heading);
    }

    fn push_content(&mut self, line: &Entry<'_>) {
        self.read.row.content.push(line.text, line.number);
        self.mark(line, LineRole::Background(BackgroundReason::Description));
    }

    fn mark(&mut self, line: &Entry<'_>, role: LineRole) {
        self.read.roles.push((line.index, role));
    }
}

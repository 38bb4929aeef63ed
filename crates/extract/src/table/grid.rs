//! Real tables, whose cells are known: rows of markup, lines with tabs or bars, one cell a line.

use domain::{BackgroundReason, ColumnField, Doubt, Field, LineRole};

use super::captions::Column;
use super::cells::{ends_sentence, join_wrapped, label};
use super::header::Header;
use super::rows::{Cell, Clause, Row, SubRow};

/// One row with its cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct GridRow {
    /// Cells in order, trimmed.
    pub(super) cells: Vec<String>,
    /// Line of the source file.
    pub(super) line: u32,
    /// Printed page.
    pub(super) page: Option<u32>,
    /// Places of its lines among the lines of the document.
    pub(super) indices: Vec<usize>,
}

/// The rows of a table, and what the lines of each were read as.
#[derive(Debug, Default)]
pub(super) struct ReadGrid {
    pub(super) rows: Vec<Row>,
    pub(super) roles: Vec<(usize, LineRole)>,
    /// How many headings stand between the rows.
    pub(super) headings: u32,
}

/// Reads the rows below a header.
pub(super) fn read(header: &Header, rows: &[GridRow]) -> ReadGrid {
    let mut read = ReadGrid::default();
    let mut heading: Option<String> = None;
    for grid_row in rows {
        let mut mark = |role| read.roles.extend(grid_row.indices.iter().map(|index| (*index, role)));
        if Header::of_cells(&grid_row.cells).is_some_and(|again| again.columns == header.columns) {
            mark(LineRole::Furniture);
            continue;
        }
        if let Some(words) = only_words(&grid_row.cells) {
            mark(LineRole::Heading);
            read.headings += 1;
            heading = Some(words.to_owned());
            continue;
        }
        mark(LineRole::Measure);
        let cells = Cells { header, row: grid_row, offset: missing_in_front(header, grid_row) };
        let number = cells.words(Column::Number).trim_end_matches(['.', '、', '．']).to_owned();
        let (name, text) = cells.name_and_text();
        let part = cells.part(&text);
        let continues = read.rows.last().is_some_and(|last| {
            let same_number = number.is_empty() || number == last.number.words;
            let same_name = name.is_empty() || name == last.name.words;
            same_number && same_name && !(number.is_empty() && name.is_empty() && !header.has(Column::Number))
        });
        match read.rows.last_mut().filter(|_| continues) {
            Some(row) => add_part(row, part),
            None => {
                let group = cells.words(Column::Group);
                let headings = [heading.clone().unwrap_or_default(), group].into_iter().filter(|h| !h.is_empty());
                read.rows.push(Row {
                    headings: headings.collect(),
                    number: Cell::on_line(&number, grid_row.line),
                    name: Cell::on_line(&name, grid_row.line),
                    content: Cell::default(),
                    parts: vec![part],
                });
                if read.rows.last().is_some_and(Row::does_not_apply) {
                    read.roles.extend(
                        grid_row
                            .indices
                            .iter()
                            .map(|index| (*index, LineRole::Background(BackgroundReason::NotApplicable))),
                    );
                }
            }
        }
    }
    read
}

/// Adds a row without a number of its own to the row above; empty cells of units and time go on from above.
fn add_part(row: &mut Row, mut part: SubRow) {
    if let Some(above) = row.parts.last_mut() {
        if part.is_unowned() {
            part.lead.clone_from(&above.lead);
            part.co_units.clone_from(&above.co_units);
            part.time.clone_from(&above.time);
            part.first_leads = above.first_leads;
        }
        let last = above.clauses.last().and_then(|clause| clause.label);
        let next = part.clauses.first().and_then(|clause| clause.label);
        let same_owner = above.lead.words == part.lead.words
            && above.co_units.words == part.co_units.words
            && above.time.words == part.time.words;
        if same_owner && (next.is_none() || next == last.map(|last| last + 1)) {
            above.clauses.append(&mut part.clauses);
            return;
        }
    }
    row.parts.push(part);
}

/// The words of a row that holds nothing else: a heading over the rows below, its cell perhaps merged over all columns.
fn only_words(cells: &[String]) -> Option<&str> {
    let mut filled = cells.iter().filter(|cell| !cell.is_empty());
    let first = filled.next()?;
    let alone = filled.all(|cell| cell == first);
    (alone && cells.len() > 1 && first.chars().count() > 1 && !first.bytes().all(|b| b.is_ascii_digit()))
        .then_some(first)
}

/// How many cells are missing in front: a merged first cell leaves a blank that trimming the line takes away.
fn missing_in_front(header: &Header, row: &GridRow) -> usize {
    let grouped = header.columns.first().is_some_and(|(column, _)| *column == Column::Group);
    if grouped { header.columns.len().saturating_sub(row.cells.len()) } else { 0 }
}

/// The words of a row under all columns of a kind.
pub(super) fn words_under(header: &Header, row: &GridRow, wanted: Column) -> String {
    Cells { header, row, offset: missing_in_front(header, row) }.words(wanted)
}

/// The cells of a row under the columns of a header.
struct Cells<'a> {
    header: &'a Header,
    row: &'a GridRow,
    offset: usize,
}

impl Cells<'_> {
    fn at(&self, column: usize) -> &str {
        column.checked_sub(self.offset).and_then(|at| self.row.cells.get(at)).map_or("", String::as_str)
    }

    /// The words under all columns of a kind.
    fn words(&self, wanted: Column) -> String {
        let columns = self.header.columns.iter().enumerate().filter(|(_, (column, _))| *column == wanted);
        let words: Vec<&str> = columns.map(|(at, _)| self.at(at)).filter(|words| !words.is_empty()).collect();
        words.join("、")
    }

    /// What the row is about, and the words that order something. Without a column of measures the content orders,
    /// without one of contents the name does.
    fn name_and_text(&self) -> (String, String) {
        let name = self.words(Column::Name);
        for column in [Column::Measures, Column::Content] {
            if self.header.has(column) {
                return (name, self.words(column));
            }
        }
        (String::new(), name)
    }

    fn part(&self, text: &str) -> SubRow {
        let line = self.row.line;
        let cell = |words: &str| if words.is_empty() { Cell::default() } else { Cell::on_line(words, line) };
        let has_lead = self.header.has(Column::Lead);
        let has_co_units = self.header.has(Column::CoUnits);
        let (lead, co_units, first_leads) = match (has_lead, has_co_units) {
            (true, _) => {
                let both = [self.words(Column::Units), self.words(Column::CoUnits)];
                let listed: Vec<&str> = both.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
                (self.words(Column::Lead), listed.join("、"), false)
            }
            (false, true) => (self.words(Column::Units), self.words(Column::CoUnits), false),
            (false, false) => (String::new(), self.words(Column::Units), true),
        };
        let extra = self.header.columns.iter().enumerate().filter(|(_, (column, _))| *column == Column::Other);
        let extra =
            extra.map(|(at, (_, caption))| ColumnField { heading: caption.clone(), text: self.at(at).to_owned() });
        SubRow {
            clauses: clauses(text, line, self.row.page),
            lead: cell(&lead),
            co_units: cell(&co_units),
            first_leads,
            time: cell(&self.words(Column::Time)),
            extra: extra.filter(|field| !field.text.is_empty()).collect(),
            doubts: self.doubts(),
            ..SubRow::default()
        }
    }

    fn doubts(&self) -> Vec<Doubt> {
        let surplus = self.row.cells.len() > self.header.columns.len();
        let doubt = || Doubt {
            field: Field::Extent,
            rule: "table.more_cells_than_captions",
            words: self.row.cells.join(" | "),
            alternative: "这一行的单元格比表头多，各栏可能错位，请对照原文。".to_owned(),
        };
        surplus.then(doubt).into_iter().collect()
    }
}

/// The clauses of a cell: its numbered sentences, or the cell as a whole.
pub(super) fn clauses(text: &str, line: u32, page: Option<u32>) -> Vec<Clause> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut starts: Vec<(usize, u32)> = Vec::new();
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let may_begin = before.is_none_or(|b| b.is_whitespace() || ends_sentence(b.encode_utf8(&mut [0; 4])));
        if may_begin && (c.is_ascii_digit() || matches!(c, '（' | '(' | '０'..='９')) {
            // A cell of a row torn in two may begin with any number; the others follow in sequence.
            let wanted = starts.last().map(|(_, number)| number + 1);
            let found =
                text.get(at..).and_then(label).filter(|(number, _)| wanted.is_none_or(|wanted| wanted == *number));
            starts.extend(found.map(|(number, _)| (at, number)));
        }
        before = Some(c);
    }
    let clause = |label, words: &str| Clause { label, cell: Cell::on_line(&without_breaks(words), line), page };
    if starts.first().is_none_or(|(at, _)| *at > 0) {
        return vec![clause(None, text)];
    }
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    let pieces = starts.iter().zip(ends).filter_map(|((at, _), end)| text.get(*at..end).and_then(label));
    pieces.map(|(number, words)| clause(Some(number), words)).collect()
}

/// The words of a cell without the line breaks inside it.
fn without_breaks(words: &str) -> String {
    let mut joined = String::with_capacity(words.len());
    words.lines().for_each(|line| join_wrapped(&mut joined, line.trim()));
    joined
}

//! Task tables, whatever they were rebuilt from.
//!
//! [`annex`] reads what stands over a table, [`reading`] the table: laid out as a [`grid`], its captions ([`head_rows`]) and cells
//! tell what each column holds ([`columns`]). That gives [`rows`], and rows give measures. Tables that order nothing are background.

pub(crate) mod annex;
pub(crate) mod body;
pub(crate) mod captions;
mod card;
mod cell_lines;
pub(crate) mod cells;
mod clauses;
mod columns;
pub(crate) mod evidence;
mod grid;
mod head_rows;
pub(crate) mod in_text;
mod indicators;
mod matrix;
mod not_applicable;
pub(crate) mod numbering;
mod purpose;
pub(crate) mod reading;
mod remains;
pub(crate) mod row_cells;
pub(crate) mod rows;
pub(crate) mod section_row;
#[cfg(test)]
mod tests;
mod unit_cells;

pub(crate) use columns::{is_person, is_surely_person};

use std::ops::Range;

use domain::tree::{Piece, PieceContent, Table};
use domain::{Claim, ClaimSubject, Doubt, Field, Indicator, LineRole, Measure, NoticeFacts};

use crate::deadline::DeadlineContext;
use crate::flattened::header::Header;
use cells::Entry;
use purpose::Purpose;
use rows::Row;

rules! {
    TABLE_REMAINS = "table.remains", "像是表格，但没有读出";
    TABLE_NO_ROWS = "table.no_rows", "像任务表的表头，下面没有读出行";
    TABLE_ROW_WITHOUT_MEASURE = "table.row_without_measure", "表格的行里没有读出举措";
}

/// What was read from the tables of a document.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// Where the tables stand, as ranges of the document's lines; prose is read between them.
    pub(crate) extents: Vec<Range<usize>>,
    /// The measures of all tables.
    pub(crate) measures: Vec<Measure>,
    /// Figures to be reached, from tables of indicators.
    pub(crate) indicators: Vec<Indicator>,
    /// Counts stated above the tables.
    pub(crate) claims: Vec<Claim>,
    /// What a person should look at.
    pub(crate) doubts: Vec<Doubt>,
}

/// Reads the task tables among the lines of one document and marks their lines in `roles`.
pub(crate) fn read(lines: &[Piece<'_>], facts: &NoticeFacts, roles: &mut [LineRole]) -> Tables {
    let context = DeadlineContext::of(facts);
    let title = [facts.title.as_str(), facts.notice_title.as_deref().unwrap_or_default()].join("\n");
    let mut reader = Reader { lines, context, title, captions: Vec::new(), roles, tables: Tables::default() };
    let entries: Vec<Entry<'_>> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| matches!(line.content, PieceContent::Text(_)))
        .map(|(index, line)| Entry { index, number: line.number, text: line.text() })
        .collect();
    reader.doubt_bare_captions(&entries);
    reader.read_markup_tables(&entries);
    reader.leave_remains(&entries);
    reader.tables.extents.sort_by_key(|extent| extent.start);
    reader.tables
}

struct Reader<'a> {
    lines: &'a [Piece<'a>],
    context: DeadlineContext,
    /// The titles of the notice.
    title: String,
    /// The captions of the task table before.
    captions: Vec<columns::Caption>,
    roles: &'a mut [LineRole],
    tables: Tables,
}

impl Reader<'_> {
    /// Doubts the captions of flattened tables under which no rows were found.
    fn doubt_bare_captions(&mut self, entries: &[Entry<'_>]) {
        let mut at = 0;
        while at < entries.len() {
            let Some((header, behind)) = Header::flattened(entries, at) else {
                at += 1;
                continue;
            };
            if header.orders() {
                let line = entries.get(at).map_or(0, |entry| entry.number);
                let alternative = "这里像任务表的表头，但下面没有读出带序号的行，请对照原文核对。";
                let doubt = Doubt::new(Field::Extent, TABLE_NO_ROWS, format!("第{line}行"), alternative);
                self.tables.doubts.push(doubt.on_line(line));
            }
            at = behind;
        }
    }

    /// Reads a table whose cells are known; `places` are those of each row among the lines of the document.
    fn read_grid(&mut self, table: &Table, places: &[Vec<usize>], entries: &[Entry<'_>], caption: &annex::Caption) {
        let indices = || places.iter().flatten().copied();
        let (Some(first), Some(last)) = (indices().min(), indices().max()) else { return };
        let over = caption.from..entries.partition_point(|entry| entry.index < first);
        let read = reading::read_table(table, &self.title_over(entries, over.end), &self.captions);
        let from = entries.get(over.start).filter(|_| !over.is_empty()).map_or(first, |entry| entry.index);
        self.tables.extents.push(from..last + 1);
        self.mark_all(from..last + 1, LineRole::NotUnderstood);
        self.mark(entries, over, LineRole::Heading);
        for (places, role) in places.iter().zip(&read.roles) {
            places.iter().for_each(|index| self.set(*index, *role));
        }
        self.tables.indicators.extend(read.indicators);
        self.tables.doubts.extend(read.doubts);
        let before = std::mem::replace(&mut self.captions, read.captions);
        let goes_on = !before.is_empty() && before == self.captions;
        if read.purpose == Purpose::Tasks {
            let torn = usize::from(goes_on && read.rows.first().is_some_and(|row| self.append_torn(row)));
            let kept = self.tables.measures.len();
            self.keep(read.rows.get(torn..).unwrap_or_default(), caption, read.headings);
            if let Some(stated) = read.stated {
                let measures = self.tables.measures.get_mut(kept..).unwrap_or_default();
                measures.iter_mut().for_each(|measure| in_text::stated_in_title(measure, &stated, &self.context));
            }
        }
    }

    /// Adds the first row of a table to the last measure where a page break tore it off; says whether it did.
    fn append_torn(&mut self, row: &Row) -> bool {
        let Some(tail) = row.torn_tail() else { return false };
        let Some(last) = self.tables.measures.last_mut() else { return false };
        let torn = !cells::ends_sentence(&last.text) && cells::ends_sentence(tail);
        if torn {
            last.text.push_str(tail);
            last.last_line = row.last_line().max(last.last_line);
        }
        torn
    }

    /// The lines over a table and the titles of its notice.
    fn title_over(&self, entries: &[Entry<'_>], end: usize) -> String {
        let near = entries.get(end.saturating_sub(3)..end).unwrap_or_default();
        let short = near.iter().map(|entry| entry.text).filter(|text| text.chars().count() <= 40);
        short.chain([self.title.as_str()]).collect::<Vec<_>>().join("\n")
    }

    /// Keeps the measures of a table, and its claims beside what was found.
    fn keep(&mut self, rows: &[Row], caption: &annex::Caption, aspects: u32) {
        let above: Vec<String> = caption.label.iter().cloned().collect();
        let before = self.tables.measures.len();
        for row in rows {
            let measures = row.measures(&above, &self.context);
            if measures.is_empty() && !row.does_not_apply() {
                let doubt = Doubt::new(Field::Text, TABLE_ROW_WITHOUT_MEASURE, row.words(), row.missed());
                self.tables.doubts.push(doubt.on_line(row.first_line()));
            }
            self.tables.measures.extend(measures);
        }
        let measures = self.tables.measures.len() - before;
        for claim in &caption.claims {
            let found = match claim.what {
                ClaimSubject::Aspects => aspects,
                ClaimSubject::Items => u32::try_from(rows.len()).unwrap_or(u32::MAX),
                ClaimSubject::Measures => u32::try_from(measures).unwrap_or(u32::MAX),
            };
            self.tables.claims.push(Claim { found, ..claim.clone() });
        }
    }

    fn read_markup_tables(&mut self, entries: &[Entry<'_>]) {
        // The rows that a document has of a table, by place in the table.
        let mut groups: Vec<(&Table, Vec<Vec<usize>>)> = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            let PieceContent::Row { table, row } = line.content else { continue };
            if groups.last().is_none_or(|(group, _)| !std::ptr::eq(*group, table)) {
                groups.push((table, vec![Vec::new(); table.rows.len()]));
            }
            if let Some(place) = groups.last_mut().and_then(|(_, places)| places.get_mut(row)) {
                place.push(index);
            }
        }
        let mut after = 0;
        for (table, places) in groups {
            let first = places.iter().flatten().next().copied().unwrap_or_default();
            let at = entries.partition_point(|entry| entry.index < first);
            self.read_grid(table, &places, entries, &annex::above(entries, at, after));
            after = at;
        }
    }

    /// Leaves what looks like a table that could not be read to a person.
    fn leave_remains(&mut self, entries: &[Entry<'_>]) {
        let taken = &mut self.tables.extents;
        taken.sort_by_key(|extent| extent.start);
        let is_free = |entry: &Entry<'_>| {
            let claimed = self.roles.get(entry.index).is_some_and(|role| *role != LineRole::NotUnderstood);
            let next = taken.partition_point(|extent| extent.end <= entry.index);
            !claimed && taken.get(next).is_none_or(|extent| entry.index < extent.start)
        };
        let found = remains::find(entries, is_free);
        for range in found {
            let extent = document_range(entries, range.clone());
            self.mark_all(extent.clone(), LineRole::NotUnderstood);
            self.tables.extents.push(extent);
            let line = entries.get(range.start).map_or(0, |entry| entry.number);
            let alternative = "这里像是一张表格，但各栏已经散开，没有读出，请对照原文补录。";
            self.tables
                .doubts
                .push(Doubt::new(Field::Extent, TABLE_REMAINS, format!("第{line}行"), alternative).on_line(line));
        }
    }

    fn mark(&mut self, entries: &[Entry<'_>], places: impl IntoIterator<Item = usize>, role: LineRole) {
        places.into_iter().filter_map(|at| entries.get(at)).for_each(|entry| self.set(entry.index, role));
    }

    /// Marks every line of an extent; blanks and page marks as what they are.
    fn mark_all(&mut self, extent: Range<usize>, role: LineRole) {
        for index in extent {
            let role = match self.lines.get(index).map(|line| &line.content) {
                Some(PieceContent::Blank) => LineRole::Blank,
                Some(PieceContent::PageBreak | PieceContent::Furniture | PieceContent::FrontMatter) => {
                    LineRole::Furniture
                }
                _ => role,
            };
            self.set(index, role);
        }
    }

    fn set(&mut self, index: usize, role: LineRole) {
        if let Some(mark) = self.roles.get_mut(index) {
            *mark = role;
        }
    }
}

/// The lines of the document from the first to the last of these entries.
fn document_range(entries: &[Entry<'_>], places: Range<usize>) -> Range<usize> {
    let first = entries.get(places.start).map_or(0, |entry| entry.index);
    let last = places.end.checked_sub(1).and_then(|at| entries.get(at)).map_or(first, |entry| entry.index);
    first..last + 1
}

//! The cells of one row under the columns of its table.

mod blanks;
mod sources;

use domain::tree::{Cell as TableCell, Paragraph, Table};
use domain::{ColumnField, Doubt, Field, People, Provenance};

use super::captions::Column;
use super::cell_lines::CellLines;
use super::columns::places::is_plan;
use super::columns::shape::{Shape, shape};
use super::columns::{FurtherTime, Judged};
use super::grid::Grid;
use super::rows::{Cell, SubRow};
use super::unit_cells;
use crate::deadline::states_rhythm;
use crate::units::split_people;
use blanks::{blank_in_front, goes_on, missing_in_front, says_as_above};

rules! {
    TABLE_COLUMN = "table.column", "表格各栏按表头、单元格和位置判断含义";
    TABLE_MORE_CELLS_THAN_CAPTIONS = "table.more_cells_than_captions", "单元格比表头多";
    TABLE_AS_ABOVE = "table.as_above", "单元格是空的，按同上读取";
    TABLE_OTHER_TIME = "table.other_time", "两栏都写了时间";
    TABLE_THIN_COLUMN = "table.thin_column", "一栏的含义依据不足";
}

/// A cell that reaches over many rows is repeated in each; so many characters of it are.
const LONGEST_CARRIED: usize = 600;

/// The words of one row, column by column, as they count: 同上 and the like resolved.
pub(super) struct RowCells<'a> {
    columns: &'a [Judged],
    words: Vec<String>,
    /// The cell that the words of each column were read from.
    cells: Vec<Option<&'a TableCell>>,
    line: u32,
    page: Option<u32>,
    measure_is_carried: bool,
    /// Columns whose words were taken from the row above although the cell is blank.
    as_above: Vec<usize>,
    /// More cells than columns.
    surplus: Option<String>,
}

impl<'a> RowCells<'a> {
    /// Takes the cells of a row; `above` holds the words that count in the row above, and those of this row afterwards.
    pub(super) fn of(table: &'a Table, grid: &Grid, columns: &'a [Judged], at: usize, above: &mut Vec<String>) -> Self {
        let offset = missing_in_front(grid, columns, at);
        let mut words: Vec<String> = (0..columns.len())
            .map(|column| match column.checked_sub(offset) {
                Some(place) if grid.is_carried(at, place) => {
                    grid.words(at, place).chars().take(LONGEST_CARRIED).collect()
                }
                Some(place) => grid.words(at, place).to_owned(),
                None => String::new(),
            })
            .collect();
        let cell = |column: usize| grid.cell(table, at, column.checked_sub(offset)?);
        let cells = (0..columns.len()).map(cell).collect();
        let mut as_above = Vec::new();
        let owner_blank = columns.iter().zip(&words).all(|(one, words)| !is_owner(one.column) || words.is_empty());
        let is_name = |one: &Judged| matches!(one.column, Column::Group | Column::Name);
        let name_blank = columns.iter().zip(&words).any(|(one, words)| is_name(one) && words.is_empty());
        // Those who assist go on with the lead, whose blank cell says that both were merged.
        let lead_goes_on = columns.iter().any(|one| is_lead(one.column) && goes_on(one, owner_blank, name_blank));
        let in_front = blank_in_front(columns, &words);
        for (column, (one, words)) in columns.iter().zip(words.iter_mut()).enumerate() {
            let Some(before) = above.get(column) else { continue };
            let merged = goes_on(one, owner_blank, name_blank) || one.column == Column::CoUnits && lead_goes_on;
            if says_as_above(words) {
                words.clone_from(before);
            } else if words.is_empty() && !before.is_empty() && (merged || column < in_front) {
                words.clone_from(before);
                if one.column != Column::Group && column >= in_front {
                    as_above.push(column);
                }
            }
        }
        let row = table.rows.get(at);
        let measure = columns.iter().position(|one| one.column == Column::Measures);
        let measure_is_carried =
            measure.is_some_and(|measure| measure.checked_sub(offset).is_some_and(|place| grid.is_carried(at, place)));
        let surplus = (grid.cells_in(at) > columns.len()).then(|| grid.row(at).collect::<Vec<_>>().join(" | "));
        above.clone_from(&words);
        Self {
            columns,
            words,
            cells,
            line: row.map_or(0, |row| row.line),
            page: row.and_then(|row| row.page),
            measure_is_carried,
            as_above,
            surplus,
        }
    }

    /// The ordinal, without its stops.
    pub(super) fn number(&self) -> String {
        self.first(Column::Number).trim_end_matches(['.', '、', '．', '。']).to_owned()
    }

    /// What the row is about.
    pub(super) fn name(&self) -> String {
        self.joined(Column::Name)
    }

    /// Headings that stand in columns of the row.
    pub(super) fn groups(&self) -> Vec<String> {
        self.under(Column::Group)
            .filter(|words| !words.is_empty())
            .map(|words| words.split_whitespace().collect())
            .collect()
    }

    /// The words that order something.
    pub(super) fn text(&self) -> String {
        let own = self.first(Column::Measures);
        if is_sign_or_figure_unit(own) { self.longest_words().unwrap_or(own).to_owned() } else { own.to_owned() }
    }

    /// The longest words of the row that are neither those of an owner nor a time.
    fn longest_words(&self) -> Option<&str> {
        const SHORTEST: usize = 4;
        let others = self.columns.iter().zip(&self.words).filter(|(one, _)| field_of(one.column).is_none());
        let words = others.map(|(_, words)| words.as_str()).filter(|words| words.chars().count() >= SHORTEST);
        words
            .filter(|words| matches!(shape(words), Shape::Text | Shape::Short))
            .max_by_key(|words| words.chars().count())
    }

    /// Whether the text began in a row above.
    pub(super) fn measure_is_carried(&self) -> bool {
        self.measure_is_carried
    }

    /// The row as a part with its units, time, people and further fields.
    pub(super) fn part(&self) -> SubRow {
        let cell = |words: &str, columns: &[Column]| match words {
            "" => Cell::default(),
            _ => Cell { words: words.to_owned(), lines: self.lines_under(columns), place: self.source_under(columns) },
        };
        let (lead, units, co) = (self.joined(Column::Lead), self.joined(Column::Units), self.joined(Column::CoUnits));
        let has = |column| self.columns.iter().any(|one| one.column == column);
        let owners = unit_cells::read(&unit_cells::Stated {
            lead: &lead,
            units: &units,
            co_units: &co,
            lead_column: has(Column::Lead),
            co_column: has(Column::CoUnits),
        });
        let mut named = self.people();
        for (list, found) in [(&mut named.leaders, owners.leaders), (&mut named.responsible, owners.people)] {
            for name in found {
                if !list.contains(&name) {
                    list.push(name);
                }
            }
        }
        SubRow {
            clauses: self.clauses(),
            lead: cell(&owners.lead, &[Column::Lead, Column::Units, Column::CoUnits]),
            co_units: cell(&owners.co_units, &[Column::CoUnits, Column::Units, Column::Lead]),
            lead_is_blank: owners.lead.is_empty() && has(Column::Lead),
            first_leads: owners.first_leads,
            first_place: self.source_under(&[Column::Units, Column::CoUnits]),
            time: cell(&self.time().split_whitespace().collect::<Vec<_>>().join(" "), &[Column::Time]),
            people: named,
            extra: self.fields(),
            doubts: self.doubts(),
            reasons: self.reasons(),
            scheduled: self.columns.iter().any(|one| one.column == Column::Measures && one.shares.scheduled() >= 60),
            last_stage: self.last_stage(),
            has_unit_column: self.columns.iter().any(|one| is_owner(one.column)),
            has_time_column: has(Column::Time),
        }
    }

    /// The words of the time, from a further column of times where its own cell is blank.
    fn time(&self) -> &str {
        let own = self.first(Column::Time);
        if own.is_empty() { self.further_times().next().map_or("", |(_, words)| words) } else { own }
    }

    /// The days that columns of times beside that of the deadline state.
    fn further_times(&self) -> impl Iterator<Item = (&Judged, &str)> {
        let columns = self.columns.iter().zip(&self.words).filter(|(one, _)| one.further_time.is_some());
        columns.map(|(one, words)| (one, words.as_str())).filter(|(_, words)| is_day(words))
    }

    fn under(&self, wanted: Column) -> impl Iterator<Item = &str> {
        let columns = self.columns.iter().zip(&self.words);
        columns.filter(move |(one, _)| one.column == wanted).map(|(_, words)| words.as_str())
    }

    /// Where the words of the first filled column of a kind stand.
    fn place(&self, wanted: Column) -> CellLines {
        let columns = self.columns.iter().zip(&self.words).zip(&self.cells);
        let mut cells = columns.filter(|((one, words), _)| one.column == wanted && !words.is_empty());
        CellLines::of(cells.next().and_then(|(_, cell)| *cell), self.line, self.page)
    }

    /// The lines of words read from columns of the first of some kinds that has any: the first, or all where the words run on
    /// over several.
    fn lines_under(&self, kinds: &[Column]) -> Vec<u32> {
        let filled = |kind: &&Column| self.under(**kind).any(|words| !words.is_empty());
        let Some(kind) = kinds.iter().find(filled) else { return vec![self.line] };
        let columns = self.columns.iter().zip(&self.cells).filter(|(one, _)| one.column == *kind);
        let mut paragraphs = columns.filter_map(|(_, cell)| *cell).flat_map(|cell| &cell.paragraphs);
        let runs_on =
            |words: &Paragraph| words.runs.first().map(|run| run.line) != words.runs.last().map(|run| run.line);
        let place = self.place(*kind);
        if paragraphs.any(runs_on) { place.lines(0..usize::MAX) } else { vec![place.first()] }
    }

    fn first(&self, wanted: Column) -> &str {
        self.under(wanted).find(|words| !words.is_empty()).unwrap_or("")
    }

    fn joined(&self, wanted: Column) -> String {
        self.under(wanted).filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn people(&self) -> People {
        let names = |column| {
            split_people(&self.joined(column)).into_iter().filter(|name| shape(name) != Shape::Blank).collect()
        };
        let mut named = People {
            leaders: names(Column::Leader),
            responsible: names(Column::Responsible),
            contacts: names(Column::Contact),
        };
        let phone = self.first(Column::Phone);
        if let ([only], false) = (named.contacts.as_mut_slice(), phone.is_empty()) {
            only.push(' ');
            only.push_str(phone);
        }
        named
    }

    /// The caption of the last stage that has words.
    fn last_stage(&self) -> Option<String> {
        let stages = self.columns.iter().zip(&self.words).filter(|(one, _)| one.column == Column::Stage);
        let filled = stages.filter(|(_, words)| shape(words) != Shape::Blank);
        filled.map(|(one, _)| one.caption.split(['（', '(']).next().unwrap_or_default().to_owned()).next_back()
    }

    /// Every column that is none of the row's own parts.
    fn fields(&self) -> Vec<ColumnField> {
        use Column::{
            CoUnits, Contact, FigureUnit, Group, Lead, Leader, Measures, Name, Number, Phone, Responsible, Time, Units,
        };
        let one_contact = split_people(&self.joined(Contact)).len() == 1;
        let own = |column: Column| {
            matches!(
                column,
                Number
                    | Group
                    | Name
                    | Measures
                    | Lead
                    | Units
                    | CoUnits
                    | Time
                    | Leader
                    | Responsible
                    | Contact
                    | FigureUnit
            ) || column == Phone && one_contact
        };
        // 进度安排 that gives the time keeps its words as a field, too.
        let is_schedule = |one: &Judged| one.column == Time && is_plan(&one.caption);
        let further = self
            .columns
            .iter()
            .zip(&self.words)
            .enumerate()
            .filter(|(_, (one, words))| !words.is_empty() && (!own(one.column) || is_schedule(one)));
        further
            .map(|(at, (one, words))| {
                let heading = if one.caption.is_empty() { format!("第{}栏", at + 1) } else { one.caption.clone() };
                ColumnField { heading, text: words.clone() }
            })
            .collect()
    }

    fn doubts(&self) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        if let Some(cells) = &self.surplus {
            let alternative = "这一行的单元格比表头多，各栏可能错位，请对照原文。";
            doubts.push(Doubt::new(Field::Extent, TABLE_MORE_CELLS_THAN_CAPTIONS, cells.clone(), alternative));
        }
        doubts.extend(self.doubted_times());
        for (one, words) in self.columns.iter().zip(&self.words) {
            if let Some(field) = field_of(one.column).filter(|_| one.thin && !words.is_empty()) {
                let caption = if one.caption.is_empty() { "（无表头）" } else { one.caption.as_str() };
                let alternative = format!("{}，依据不足，请对照原文核对。", one.why());
                doubts.push(Doubt::new(field, TABLE_THIN_COLUMN, caption, alternative));
            }
        }
        for column in &self.as_above {
            let Some(field) = self.columns.get(*column).and_then(|one| field_of(one.column)) else { continue };
            let words = self.words.get(*column).cloned().unwrap_or_default();
            let alternative = "单元格是空的，按“同上”读取，原文也可能没有写明。";
            doubts.push(Doubt::new(field, TABLE_AS_ABOVE, words, alternative));
        }
        doubts.into_iter().map(|doubt| doubt.on_line(self.line)).collect()
    }

    /// A deadline that stands in another column of times than its own, or another day in a column that says as much.
    fn doubted_times(&self) -> Option<Doubt> {
        let own = self.first(Column::Time);
        let (column, words) = self.further_times().next()?;
        let alternative = if own.is_empty() {
            format!("完成时限一栏是空的，取自“{}”一栏，请对照原文核对。", column.caption)
        } else if column.further_time == Some(FurtherTime::Equal) && own != words {
            format!("“{}”一栏写的是“{words}”，两栏都可能是完成时限，请对照原文核对。", column.caption)
        } else {
            return None;
        };
        Some(Doubt::new(Field::Deadline, TABLE_OTHER_TIME, if own.is_empty() { words } else { own }, alternative))
    }

    /// Why each column was taken as what it was.
    fn reasons(&self) -> Vec<Provenance> {
        let filled = self.columns.iter().zip(&self.words).filter(|(_, words)| !words.is_empty());
        let reason = |(one, _): (&Judged, &String)| {
            let field = field_of(one.column)?;
            Some(Provenance { field, rule: TABLE_COLUMN, words: one.why(), line: self.line, source: None })
        };
        filled.filter_map(reason).collect()
    }
}

/// %, -, 万亩: a cell that slipped under the wrong caption orders nothing.
fn is_sign_or_figure_unit(words: &str) -> bool {
    const UNITS: &str = "个座万亿千亩吨项家件人次户条公里平方米处所台套元名辆班张份期场";
    let words = words.trim();
    !words.is_empty() && words.chars().count() <= 3 && words.chars().all(|c| !c.is_alphabetic() || UNITS.contains(c))
}

/// The field that a column fills.
fn field_of(column: Column) -> Option<Field> {
    match column {
        Column::Measures => Some(Field::Text),
        Column::Lead | Column::Units => Some(Field::Leads),
        Column::CoUnits => Some(Field::CoUnits),
        Column::Time => Some(Field::Deadline),
        Column::Leader | Column::Responsible | Column::Contact => Some(Field::People),
        _ => None,
    }
}

/// Whether words state a day or a period, and not only a rhythm.
fn is_day(words: &str) -> bool {
    shape(words) == Shape::Time && !states_rhythm(words)
}

/// Whether a column says who answers or by when.
fn is_owner(column: Column) -> bool {
    matches!(column, Column::Lead | Column::Units | Column::CoUnits)
}

/// Whether a column says who answers first.
fn is_lead(column: Column) -> bool {
    matches!(column, Column::Lead | Column::Units)
}

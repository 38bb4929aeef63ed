//! The rows of a task table below its captions: sections, sums, repeated captions, rows with parts, rows torn by a page.

use domain::tree::Table;
use domain::{BackgroundReason, Doubt, Field, LineRole};

use super::captions::Column;
use super::cells::ends_sentence;
use super::clauses::bullet;
use super::columns::Judged;
use super::columns::shape::{Shape, is_ordinal, shape};
use super::grid::Grid;
use super::head_rows::{self, HeadRows};
use super::numbering::heading;
use super::row_cells::RowCells;
use super::rows::{Cell, Row, SubRow};
use super::section_row::SectionRow;
use crate::letters::without_blanks;
use crate::lexicon::tables::CAPTIONS;
use crate::numerals::is_han_numeral;

rules! {
    TABLE_MISSING_ROW = "table.missing_row", "表格的序号不连续";
}

/// The rows of a table, and what each was read as.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Rows that order something.
    pub(super) rows: Vec<Row>,
    /// What each row of the table was read as, those of the captions included.
    pub(super) roles: Vec<LineRole>,
    /// Gaps in the ordinals.
    pub(super) doubts: Vec<Doubt>,
    /// How many headings of the outermost level stand between the rows.
    pub(super) headings: u32,
}

/// Reads the rows of a task table.
pub(super) fn read(table: &Table, grid: &Grid, head: &HeadRows, columns: &[Judged]) -> Body {
    let mut body = Body { roles: vec![LineRole::Heading; head.from], ..Body::default() };
    body.roles.resize(head.behind, LineRole::Furniture);
    let mut reader = Reader {
        table,
        grid,
        columns,
        body,
        open: Vec::new(),
        above: vec![String::new(); grid.width],
        last_number: None,
        style_of_rows: style_of_rows(grid, head),
    };
    for row in head.behind..grid.len() {
        let role = if head_rows::repeats(grid, head, row) { LineRole::Furniture } else { reader.read_row(row) };
        reader.body.roles.push(role);
    }
    reader.body
}

struct Reader<'a> {
    table: &'a Table,
    grid: &'a Grid,
    columns: &'a [Judged],
    body: Body,
    /// Headings over the rows, outermost first.
    open: Vec<OpenSection>,
    /// The words that count in each column of the row above.
    above: Vec<String>,
    last_number: Option<u32>,
    /// How the ordinals of most rows are written.
    style_of_rows: NumeralStyle,
}

/// A heading over the rows that are read.
struct OpenSection {
    level: u8,
    ordinal: u32,
    row: SectionRow,
}

/// How an ordinal is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NumeralStyle {
    /// 1
    Arabic,
    /// 一、
    Chinese,
    /// （一）
    Bracketed,
}

fn numeral_style(words: &str) -> Option<NumeralStyle> {
    let bare = words.trim_matches(['（', '）', '(', ')', '、', '.', ' ']);
    if bare.is_empty() || !is_ordinal(words) {
        return None;
    }
    let chinese = bare.chars().all(is_han_numeral);
    Some(match (chinese, words.starts_with(['（', '('])) {
        (false, _) => NumeralStyle::Arabic,
        (true, true) => NumeralStyle::Bracketed,
        (true, false) => NumeralStyle::Chinese,
    })
}

/// The style of most ordinals that stand in rows with more than a name.
fn style_of_rows(grid: &Grid, head: &HeadRows) -> NumeralStyle {
    let full = (head.behind..grid.len()).filter(|row| grid.own_words(*row).len() > 2);
    let styles: Vec<NumeralStyle> = full.filter_map(|row| numeral_style(grid.words(row, 0))).collect();
    let count = |style| styles.iter().filter(|one| **one == style).count();
    [NumeralStyle::Arabic, NumeralStyle::Bracketed, NumeralStyle::Chinese]
        .into_iter()
        .rev()
        .max_by_key(|style| count(*style))
        .unwrap_or(NumeralStyle::Arabic)
}

impl Reader<'_> {
    fn read_row(&mut self, at: usize) -> LineRole {
        let words = self.grid.own_words(at);
        let Some((first_column, first)) = words.first().copied() else {
            return if self.grid.cells_in(at) == 0 { LineRole::Blank } else { LineRole::Furniture };
        };
        let bare = without_blanks(first);
        if (CAPTIONS.begins("sum", &bare) && bare.chars().count() <= 4)
            || words.get(1).is_some_and(|(_, second)| is_sum(first, second))
        {
            return LineRole::Background(BackgroundReason::Sums);
        }
        if words.len() == 1 && CAPTIONS.begins("remark", &bare) {
            return LineRole::Background(BackgroundReason::Remark);
        }
        if let Some(title) = self.section(at, &words, first_column) {
            // No merged cell reaches over a row of its own.
            self.above.fill(String::new());
            self.open_section(&title, at);
            return LineRole::Heading;
        }
        if let Some(title) = self.title_of_bullets(at) {
            // Its units and time go on over the rows below it.
            RowCells::of(self.table, self.grid, self.columns, at, &mut self.above);
            self.open_section(&title, at);
            return LineRole::Heading;
        }
        self.read_task(at)
    }

    /// The words of a row without a bullet before one that begins with it, where tasks are marked so: 抓好财税工作, and below it
    /// △加强预算管理.
    fn title_of_bullets(&self, at: usize) -> Option<String> {
        let measure = self.columns.iter().position(|one| one.column == Column::Measures)?;
        let (here, next) = (self.grid.words(at, measure), self.grid.words(at + 1, measure));
        let marked = bullet(next).is_some() && bullet(here).is_none() && !self.grid.is_carried(at, measure);
        let plain = !here.is_empty() && !ends_sentence(here) && here.chars().count() <= 40;
        (marked && plain).then(|| here.to_owned())
    }

    /// The words of a row that is a heading over the rows below it.
    fn section(&self, at: usize, words: &[(usize, &str)], first_column: usize) -> Option<String> {
        let measure = self.columns.iter().position(|one| one.column == Column::Measures);
        match words {
            [(_, only)] => {
                let reaches = self.grid.reaches_right(at, first_column) || self.grid.cells_in(at) == 1;
                let carries = (0..self.grid.width).any(|column| self.grid.is_carried(at, column));
                let in_front = first_column == 0 || measure.is_some_and(|measure| first_column < measure);
                let is_title =
                    !is_ordinal(only) && only.chars().count() > 1 && only.chars().count() <= 60 && !ends_sentence(only);
                (is_title && !carries && (reaches || in_front && Some(first_column) != measure))
                    .then(|| (*only).to_owned())
            }
            // 一 | 养老服务 | | |, where most rows have 1, 2, 3 or （一）, （二）.
            [(0, numeral), (_, name)] => {
                let style = numeral_style(numeral)?;
                let title = name.split(['（', '(']).next().unwrap_or(name);
                let plain = title.chars().count() <= 30 && !ends_sentence(name) && shape(title) != Shape::Unit;
                let numbered = self.columns.first().is_some_and(|one| one.column == Column::Number);
                let is_section = plain && numbered && self.style_of_rows != style;
                is_section.then(|| format!("{}、{name}", numeral.trim_matches(['（', '）', '(', ')', '、'])))
            }
            _ => None,
        }
    }

    fn open_section(&mut self, title: &str, at: usize) {
        let words: String = title.split_whitespace().collect();
        let (level, ordinal) = heading(&words).unwrap_or((1, 0));
        let last = self.open.iter().find(|open| open.level == level).map_or(0, |open| open.ordinal);
        // （五） behind 四、 is the fifth of the same; （一） behind 四、 stands below it.
        let nested = level > 1
            && self.open.iter().any(|open| open.level < level)
            && (ordinal == 1 || ordinal == last + 1 && last > 0);
        if nested {
            self.open.retain(|open| open.level < level);
        } else {
            self.open.clear();
        }
        self.open.push(OpenSection { level, ordinal, row: SectionRow { words, line: self.line_of(at) } });
        self.body.headings += u32::from(self.open.len() == 1);
    }

    fn line_of(&self, at: usize) -> u32 {
        self.table.rows.get(at).map_or(0, |row| row.line)
    }

    fn read_task(&mut self, at: usize) -> LineRole {
        let line = self.line_of(at);
        let cells = RowCells::of(self.table, self.grid, self.columns, at, &mut self.above);
        let number = cells.number();
        let (name, text) = (cells.name(), cells.text());
        let part = cells.part();
        if part.clauses.is_empty() && part.is_unowned() && number.is_empty() && name.is_empty() {
            return LineRole::NotUnderstood;
        }
        let has_number = self.columns.iter().any(|one| one.column == Column::Number);
        if number.is_empty() && name.is_empty() && part.is_unowned() && self.append_torn(&text, &part) {
            return LineRole::Measure;
        }
        let continues = self.body.rows.last().is_some_and(|last| {
            let same_number = number.is_empty() || number == last.number.words;
            let same_name = name.is_empty() || name == last.name.words;
            // 存在问题 reaching down over rows without a number goes on with the same row.
            let in_front = self.columns.iter().position(|one| one.column == Column::Measures).unwrap_or(0);
            let reached = (0..in_front).any(|column| self.grid.is_carried(at, column));
            same_number && same_name && (has_number || !name.is_empty() || reached)
        });
        // 1 | 措施 spanning rows of units: each further row adds its units, not the measure again.
        let same_text = self.body.rows.last().is_some_and(|last| number.is_empty() && name == last.name.words);
        if (continues || same_text) && cells.measure_is_carried() {
            if let Some(above) = self.body.rows.last_mut().and_then(|row| row.parts.last_mut()) {
                above.add_owners(part);
            }
            return LineRole::Measure;
        }
        let empty = part.clauses.is_empty();
        match self.body.rows.last_mut().filter(|_| continues) {
            Some(row) => add_part(row, part),
            None => {
                self.note_gap(&number, line);
                let row = Row {
                    sections: self.open.iter().map(|open| open.row.clone()).collect(),
                    groups: cells.groups(),
                    ordinal: (!has_number).then_some(self.body.rows.len() as u32 + 1),
                    number: Cell::on_line(&number, line),
                    name: Cell::on_line(&name, line),
                    parts: vec![part],
                };
                let not_applicable = row.does_not_apply();
                self.body.rows.push(row);
                if not_applicable {
                    return LineRole::Background(BackgroundReason::NotApplicable);
                }
            }
        }
        if empty { LineRole::NotUnderstood } else { LineRole::Measure }
    }

    /// Adds text that a page break tore from the clause above; says whether it did.
    fn append_torn(&mut self, text: &str, part: &SubRow) -> bool {
        let unlabelled = part.clauses.first().is_some_and(|clause| clause.label.is_none());
        let last =
            self.body.rows.last_mut().and_then(|row| row.parts.last_mut()).and_then(|part| part.clauses.last_mut());
        let Some(last) = last else { return false };
        let torn = !ends_sentence(&last.cell.words) && last.cell.words.chars().count() >= 12 && ends_sentence(text);
        if unlabelled && torn {
            if let Some(clause) = part.clauses.first() {
                last.cell.append(&clause.cell);
            }
            return true;
        }
        false
    }

    /// Ordinals that do not follow each other: rows may be missing.
    fn note_gap(&mut self, number: &str, line: u32) {
        let Ok(found) = number.parse::<u32>() else { return };
        let before = self.last_number.replace(found);
        if let Some(before) = before.filter(|before| found > before + 1) {
            let words = format!("序号{before}之后是{found}（第{line}行）");
            let alternative = "序号不连续，中间的行可能缺失或没有读出，请对照原文核对。";
            self.body.doubts.push(Doubt::new(Field::Extent, TABLE_MISSING_ROW, words, alternative).on_line(line));
        }
    }
}

/// 4 | 合计 | …
fn is_sum(first: &str, second: &str) -> bool {
    let bare = without_blanks(second);
    is_ordinal(first) && CAPTIONS.is("sum", &bare)
}

/// Adds a row without a number of its own to the row above; empty cells of units and time go on from above.
fn add_part(row: &mut Row, mut part: SubRow) {
    if let Some(above) = row.parts.last_mut() {
        if part.is_unowned() {
            part.lead.clone_from(&above.lead);
            part.co_units.clone_from(&above.co_units);
            part.time.clone_from(&above.time);
            part.first_leads = above.first_leads;
            part.people.clone_from(&above.people);
        }
        let last = above.clauses.last().and_then(|clause| clause.label);
        let next = part.clauses.first().and_then(|clause| clause.label);
        let same_owner = above.lead.words == part.lead.words
            && above.co_units.words == part.co_units.words
            && above.time.words == part.time.words
            && above.people == part.people
            && above.extra == part.extra;
        if same_owner && (next.is_none() || next == last.map(|last| last + 1)) {
            above.clauses.append(&mut part.clauses);
            return;
        }
    }
    row.parts.push(part);
}

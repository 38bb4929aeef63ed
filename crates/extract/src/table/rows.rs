//! A row of a task table, whatever shape it was read from, and the measures it gives.

use domain::tree::SourceRange;
use domain::{ColumnField, Doubt, Field, Measure, People, Provenance, UnitAssignment, UnitBasis};

use super::cells::{is_balanced, is_whole_unit_list, join_wrapped, without_justification};
use super::section_row::SectionRow;
use super::{in_text, not_applicable};
use crate::deadline::{DeadlineContext, doubts, read_cell, reported_state};
use crate::units::{looks_like_unit, split_list};

rules! {
    TABLE_LEAD_CELL = "table.lead_cell", "取自表格的牵头单位一栏";
    TABLE_FIRST_LISTED = "table.first_listed", "没有牵头单位一栏，取自责任单位一栏列在首位的";
    TABLE_LEAD_CELL_BLANK = "table.lead_cell_blank", "牵头单位一栏是空的，取自责任单位一栏列在首位的";
    TABLE_CO_UNIT_CELL = "table.co_unit_cell", "取自表格的责任、配合单位一栏";
    TABLE_NUMBERED_MEASURE = "table.numbered_measure", "取自表格举措一栏中带编号的一项";
    TABLE_MEASURE_CELL = "table.measure_cell", "取自表格的举措一栏";
    TABLE_TIME_CELL = "table.time_cell", "取自表格的时间一栏";
    TABLE_STRANGE_UNIT = "table.strange_unit", "单位一栏里的名称不像单位";
    TABLE_NO_UNITS = "table.no_units", "表格的行里没有单位", chance 80;
    TABLE_TORN_CO_UNITS = "table.torn_co_units", "配合单位可能被换页或换行截断", chance 60;
    TABLE_TORN_LEAD = "table.torn_lead", "牵头单位可能被换页或换行截断", chance 60;
}

/// So many characters of a name are kept. A table torn beyond reading pours page after page into the name, and every
/// measure of the row repeats it.
const LONGEST_NAME: usize = 200;

/// The words of a cell and the lines they stand on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// Words with their wraps joined.
    pub(super) words: String,
    /// Lines of the source file, in order.
    pub(super) lines: Vec<u32>,
    /// Where the words stand, where they come from one cell: the same words may stand in another of the row, too.
    pub(super) place: Option<SourceRange>,
}

impl Cell {
    /// A cell that stands on one line.
    pub(super) fn on_line(words: &str, line: u32) -> Self {
        let mut cell = Self::default();
        cell.push(words, line);
        cell
    }

    /// Adds a line of the cell.
    pub(super) fn push(&mut self, words: &str, line: u32) {
        join_wrapped(&mut self.words, words);
        self.lines.push(line);
        self.place = None;
    }

    /// Adds the words of another cell.
    pub(super) fn append(&mut self, more: &Self) {
        join_wrapped(&mut self.words, &more.words);
        self.lines.extend(&more.lines);
        self.place = None;
    }

    /// Whether the cell holds nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn first_line(&self) -> u32 {
        self.lines.first().copied().unwrap_or_default()
    }
}

/// One clause of a cell of measures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Clause {
    /// Its printed number; none for a cell without numbers.
    pub(super) label: Option<u32>,
    /// Its words without the number.
    pub(super) cell: Cell,
    /// Printed page of its first line.
    pub(super) page: Option<u32>,
}

/// A part of a row with units and a time of its own. Most rows have one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SubRow {
    /// Its measures.
    pub(super) clauses: Vec<Clause>,
    /// 牵头单位.
    pub(super) lead: Cell,
    /// 责任单位, 配合单位.
    pub(super) co_units: Cell,
    /// Whether the units come without a lead column: the first listed leads.
    pub(super) first_leads: bool,
    /// Where the first listed stands, when it leads.
    pub(super) first_place: Option<SourceRange>,
    /// Whether the table has a column that leads, blank in this row.
    pub(super) lead_is_blank: bool,
    /// 完成时限.
    pub(super) time: Cell,
    /// Leaders, persons responsible, contacts.
    pub(super) people: People,
    /// Columns beyond those.
    pub(super) extra: Vec<ColumnField>,
    /// Why each column was taken as what it was.
    pub(super) reasons: Vec<Provenance>,
    /// Whether the table has a column of units, so that a row without any is odd.
    pub(super) has_unit_column: bool,
    /// Whether the table has a column of times.
    pub(super) has_time_column: bool,
    /// Whether the texts begin with the time they are done by: 3月：完成选址.
    pub(super) scheduled: bool,
    /// The caption of the last stage that has words: 四季度.
    pub(super) last_stage: Option<String>,
    /// What the reader of the row was not sure of.
    pub(super) doubts: Vec<Doubt>,
}

impl SubRow {
    /// Adds the units and the time of a further row over which the text reaches.
    pub(super) fn add_owners(&mut self, more: Self) {
        // A cell may reach over very many rows.
        const LONGEST: usize = 2000;
        let cells = [(&mut self.lead, more.lead), (&mut self.co_units, more.co_units), (&mut self.time, more.time)];
        for (cell, more) in cells {
            if !more.is_empty() && cell.words.len() < LONGEST && !cell.words.contains(&more.words) {
                cell.place = if cell.is_empty() { more.place } else { None };
                if !cell.is_empty() {
                    cell.words.push('；');
                }
                cell.words.push_str(&more.words);
                cell.lines.extend(more.lines);
            }
        }
        for (names, more) in [
            (&mut self.people.leaders, more.people.leaders),
            (&mut self.people.responsible, more.people.responsible),
            (&mut self.people.contacts, more.people.contacts),
        ] {
            if names.len() < LONGEST / 10 {
                names.extend(more);
                names.dedup();
            }
        }
    }

    /// Whether nobody is named and no time is stated.
    pub(super) fn is_unowned(&self) -> bool {
        self.lead.is_empty() && self.co_units.is_empty() && self.time.is_empty()
    }
}

/// A numbered row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Headings that span rows above it, outermost first.
    pub(super) sections: Vec<SectionRow>,
    /// Headings that stand in columns of the row.
    pub(super) groups: Vec<String>,
    /// Place among the rows of a table that prints no numbers.
    pub(super) ordinal: Option<u32>,
    /// Printed number.
    pub(super) number: Cell,
    /// What the row is about.
    pub(super) name: Cell,
    /// Its parts.
    pub(super) parts: Vec<SubRow>,
}

impl Row {
    /// Whether the row only says that its item does not apply here.
    pub(super) fn does_not_apply(&self) -> bool {
        let [part] = self.parts.as_slice() else { return false };
        let [clause] = part.clauses.as_slice() else { return false };
        not_applicable::says_so(&clause.cell.words)
    }

    /// The words of a row that holds nothing else: no number, no name, nobody and no time.
    pub(super) fn torn_tail(&self) -> Option<&str> {
        let [part] = self.parts.as_slice() else { return None };
        let [clause] = part.clauses.as_slice() else { return None };
        let alone = self.ordinal.is_none() && self.number.is_empty() && self.name.is_empty() && part.is_unowned();
        (alone && clause.label.is_none()).then_some(clause.cell.words.as_str())
    }

    /// The last line of the row.
    pub(super) fn last_line(&self) -> u32 {
        let clauses = self.parts.iter().flat_map(|part| &part.clauses);
        clauses.flat_map(|clause| &clause.cell.lines).copied().max().unwrap_or_default()
    }

    /// Line of its number or name.
    pub(super) fn first_line(&self) -> u32 {
        self.number.lines.first().or(self.name.lines.first()).copied().unwrap_or_default()
    }

    /// Where the row stands and how it begins.
    pub(super) fn words(&self) -> String {
        let line = self.first_line();
        let words = [self.number.words.as_str(), self.name.words.as_str()].join(" ");
        format!("第{line}行 {}", opening(words.trim())).trim().to_owned()
    }

    /// What to say of a row that gave no measure.
    pub(super) fn missed(&self) -> String {
        let line = self.first_line();
        format!("表格第{line}行未读成事项，请对照原文核对。")
    }

    /// The measures of the row. `above` are the headings over the table.
    pub(super) fn measures(&self, above: &[String], context: &DeadlineContext) -> Vec<Measure> {
        if self.does_not_apply() {
            return Vec::new();
        }
        let mut section: Vec<String> = above.to_vec();
        section.extend(self.sections.iter().map(|section| section.words.clone()).chain(self.groups.iter().cloned()));
        let name = without_justification(&self.name.words);
        let name: String = name.chars().take(LONGEST_NAME).collect();
        let title = [self.number.words.as_str(), name.as_str()].join(" ").trim().to_owned();
        if !title.is_empty() {
            section.push(title);
        }
        let marked = self.numbers_repeat();
        let mut measures = Vec::new();
        for (at, part) in self.parts.iter().enumerate() {
            let (units, missing) = (part.units(), part.missing());
            let mark = if marked { format!("#{}", at + 1) } else { String::new() };
            for (place, clause) in part.clauses.iter().enumerate() {
                let row = self.ordinal.map_or_else(|| self.number.words.clone(), |ordinal| ordinal.to_string());
                let number = format!("{row}/{}{mark}", clause.number_at(place));
                let number = number.trim_start_matches('/').to_owned();
                let mut measure = part.measure(clause, number, &section, context);
                measure.units.clone_from(&units);
                if units.basis != UnitBasis::None || !in_text::units(&mut measure, context) {
                    measure.doubts.extend(missing.iter().cloned());
                }
                for section in self.sections.iter().rev() {
                    section.supply(&mut measure, part.has_time_column, context);
                }
                measures.push(measure);
            }
        }
        measures
    }
}

impl Row {
    /// Whether a number stands on clauses of several parts, so that the part has to be named with it.
    fn numbers_repeat(&self) -> bool {
        let mut numbers: Vec<u32> = Vec::new();
        for part in &self.parts {
            numbers.extend(part.clauses.iter().enumerate().map(|(place, clause)| clause.number_at(place)));
        }
        let count = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.len() < count
    }
}

impl Clause {
    /// The printed number, or the place of a clause without one.
    fn number_at(&self, place: usize) -> u32 {
        self.label.unwrap_or(place as u32 + 1)
    }
}

impl SubRow {
    /// Who is named on every measure of the part.
    fn units(&self) -> UnitAssignment {
        let mut leads = split_list(&self.lead.words);
        let mut co_units = split_list(&self.co_units.words);
        if self.first_leads && leads.is_empty() && !co_units.is_empty() {
            leads.push(co_units.remove(0));
        }
        co_units.retain(|unit| !leads.contains(unit));
        let named = !leads.is_empty() || !co_units.is_empty();
        let basis = if named { UnitBasis::Row } else { UnitBasis::None };
        UnitAssignment { leads, co_units, section_leads: Vec::new(), basis }
    }

    fn measure(&self, clause: &Clause, number: String, section: &[String], context: &DeadlineContext) -> Measure {
        let (first, last) = extent(&clause.cell.lines);
        let mut measure = Measure {
            line: first,
            last_line: last,
            page: clause.page,
            number,
            section: section.to_vec(),
            text: clause.cell.words.clone(),
            people: self.people.clone(),
            columns: self.extra.clone(),
            doubts: self.doubts.clone(),
            ..Measure::default()
        };
        if !self.time.is_empty() {
            measure.deadline = read_cell(&self.time.words, context);
            measure.doubts.extend(doubts(&measure.deadline, context));
            measure.columns.extend(reported_state(&measure.deadline));
        }
        measure.provenance = self.provenance(clause);
        if self.time.is_empty() {
            in_text::time(&mut measure, context);
            if self.scheduled {
                in_text::opening_time(&mut measure, context);
            }
            if let Some(stage) = &self.last_stage {
                in_text::time_of_stage(&mut measure, stage, context);
            }
        }
        measure.provenance.extend(self.reasons.iter().cloned());
        measure
    }

    fn provenance(&self, clause: &Clause) -> Vec<Provenance> {
        let text_rule = if clause.label.is_some() { TABLE_NUMBERED_MEASURE } else { TABLE_MEASURE_CELL };
        let lead_rule = match (self.first_leads, self.lead_is_blank) {
            (true, true) => TABLE_LEAD_CELL_BLANK,
            (true, false) => TABLE_FIRST_LISTED,
            _ => TABLE_LEAD_CELL,
        };
        let cells = [
            (Field::Text, text_rule, &clause.cell),
            (Field::Leads, lead_rule, if self.first_leads { &self.co_units } else { &self.lead }),
            (Field::CoUnits, TABLE_CO_UNIT_CELL, &self.co_units),
            (Field::Deadline, TABLE_TIME_CELL, &self.time),
        ];
        let first_place =
            |field: Field| self.first_place.as_ref().filter(|_| field == Field::Leads && self.first_leads);
        let filled = cells.into_iter().filter(|(_, _, cell)| !cell.is_empty());
        filled
            .map(|(field, rule, cell)| {
                let place = first_place(field);
                Provenance {
                    field,
                    rule,
                    words: if field == Field::Text { opening(&cell.words) } else { cell.words.clone() },
                    line: place.map_or_else(|| cell.first_line(), |place| place.line),
                    source: place.or(cell.place.as_ref()).cloned(),
                }
            })
            .collect()
    }

    /// Doubts about units that a row of a task table should have and this one lacks or has only in part.
    fn missing(&self) -> Vec<Doubt> {
        if self.lead.is_empty() && self.co_units.is_empty() && !self.has_unit_column {
            return Vec::new();
        }
        if self.lead.is_empty() && self.co_units.is_empty() {
            let alternative = "这一行没有读出单位，可能被分页打断或排在别处，请对照原文补上。";
            return vec![Doubt::new(Field::Leads, TABLE_NO_UNITS, "", alternative)];
        }
        // A name may be torn where its words run over several lines, or where a bracket stays open.
        let may_be_torn = |cell: &Cell| cell.lines.len() > 1 || !is_balanced(&cell.words);
        let torn = |cell: &Cell| may_be_torn(cell) && !is_whole_unit_list(&cell.words);
        let alternative = "单位名称似乎不完整，可能被分页打断，或与相邻单元格连在了一起，请对照原文核对。";
        let mut doubts = Vec::new();
        if torn(&self.lead) {
            let doubt = Doubt::new(Field::Leads, TABLE_TORN_LEAD, self.lead.words.as_str(), alternative);
            doubts.push(doubt.on_line(self.lead.first_line()));
        }
        if torn(&self.co_units) {
            let doubt = Doubt::new(Field::CoUnits, TABLE_TORN_CO_UNITS, self.co_units.words.as_str(), alternative);
            doubts.push(doubt.on_line(self.co_units.first_line()));
        }
        if self.first_leads && self.lead_is_blank {
            let alternative = "牵头单位一栏是空的，按责任单位中列在首位的牵头读取，原文也可能没有指定牵头单位。";
            let doubt = Doubt::new(Field::Leads, TABLE_LEAD_CELL_BLANK, self.co_units.words.as_str(), alternative);
            doubts.push(doubt.on_line(self.co_units.first_line()));
        }
        if doubts.is_empty() { self.strange_names() } else { doubts }
    }
}

impl SubRow {
    /// Names in cells of units that do not look like units.
    fn strange_names(&self) -> Vec<Doubt> {
        let cells = [(Field::Leads, &self.lead), (Field::CoUnits, &self.co_units)];
        let strange = cells.into_iter().filter_map(|(field, cell)| {
            let names =
                split_list(&cell.words).into_iter().filter(|name| !name.starts_with('各') && !looks_like_unit(name));
            let names = names.collect::<Vec<_>>().join("、");
            let alternative = "这个名称不像单位，可能断错了，也可能是人名或别的内容，请对照原文核对。";
            let line = cell.first_line();
            (!names.is_empty()).then(|| Doubt::new(field, TABLE_STRANGE_UNIT, names, alternative).on_line(line))
        });
        strange.collect()
    }
}

/// First and last of some lines.
fn extent(lines: &[u32]) -> (u32, u32) {
    (lines.iter().min().copied().unwrap_or_default(), lines.iter().max().copied().unwrap_or_default())
}

/// The first words of a text, enough to find it again.
pub(super) fn opening(text: &str) -> String {
    text.chars().take(24).collect()
}

//! A sheet that hands out one task: 督办单, 交办单, 转办单, with a label before everything it says.
//!
//! 督办事项：落实运转经费。承办单位：区财政局。办结时限：7月底前. The labels stand on lines of their own with the words behind
//! or below them, several on a line, or in the cells of a table; they are in seeds/lexicon/card-labels.txt. Must not
//! catch a plan whose clauses close with 责任单位：: a sheet says of itself where the task comes from.

use std::sync::LazyLock;

use domain::tree::{Cell, Piece, TableRow};
use domain::{
    ColumnField, Doubt, Field, LineRole, Measure, MeasureClass, NoticeFacts, NoticeKind, Provenance, UnitAssignment,
    UnitBasis,
};

use crate::deadline::{self, DeadlineContext};
use crate::letters::signs;
use crate::lexicon::tables::CARD_LABELS;
use crate::outline::label;
use crate::table::evidence::{self, CaptionKind};
use crate::units::{looks_like_unit, split_list};

rules! {
    CARD_UNITS = "card.units", "督办单上写明的承办、协办单位";
    CARD_TASK = "card.task", "督办单上的事项";
    CARD_TIME = "card.time", "督办单上的时限";
    CARD_STRANGE_UNIT = "card.strange-unit", "督办单上的名称不像单位";
}

/// What a label stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Task,
    Lead,
    CoUnit,
    Time,
    Leader,
    Responsible,
    Contact,
    Phone,
    Paper,
    Addressee,
    Other,
}

/// The parts by their names in the table.
const PARTS: [(&str, Part); 10] = [
    ("task", Part::Task),
    ("lead", Part::Lead),
    ("co", Part::CoUnit),
    ("time", Part::Time),
    ("leader", Part::Leader),
    ("responsible", Part::Responsible),
    ("contact", Part::Contact),
    ("phone", Part::Phone),
    ("paper", Part::Paper),
    ("addressee", Part::Addressee),
];

/// A label with the words behind it.
#[derive(Debug)]
struct Entry {
    part: Part,
    label: String,
    words: String,
    /// Where it stands among the lines.
    lines: Vec<usize>,
}

/// Longest sheet, in lines of text.
const LONGEST: usize = 80;

/// Reads the tasks of a sheet and marks its lines; `None` for a text that is no such sheet.
pub(crate) fn read(lines: &[Piece<'_>], facts: &NoticeFacts, roles: &mut [LineRole]) -> Option<Vec<Measure>> {
    if lines.iter().filter(|line| line.is_content()).count() > LONGEST {
        return None;
    }
    let entries = entries(lines, roles);
    let has = |part: Part| entries.iter().filter(|entry| entry.part == part && !entry.words.is_empty()).count();
    let is_card = facts.kind == NoticeKind::Card;
    let from_paper = has(Part::Paper) >= if is_card { 1 } else { 2 } || is_card && has(Part::Addressee) > 0;
    let answered = has(Part::Lead) + has(Part::Time) + has(Part::Addressee) > 0;
    if has(Part::Task) == 0 || !from_paper || !answered {
        return None;
    }
    let context = DeadlineContext::of(facts);
    let mut starts: Vec<usize> =
        entries.iter().enumerate().filter(|(_, entry)| entry.part == Part::Task).map(|(at, _)| at).collect();
    // What stands above the first task belongs to it.
    if let Some(first) = starts.first_mut() {
        *first = 0;
    }
    let ends = starts.iter().skip(1).copied().chain([entries.len()]);
    let sheets = starts.iter().zip(ends).filter_map(|(start, end)| entries.get(*start..end));
    let measures: Vec<Measure> = sheets.filter_map(|sheet| task(sheet, lines, &context)).collect();
    for entry in &entries {
        let role = if entry.part == Part::Paper { LineRole::Metadata } else { LineRole::Measure };
        for line in &entry.lines {
            if let Some(slot) = roles.get_mut(*line).filter(|slot| **slot == LineRole::NotUnderstood) {
                *slot = role;
            }
        }
    }
    (!measures.is_empty()).then_some(measures)
}

/// The labels of a text with their words; what a page prints around the sheet is none of it.
fn entries(lines: &[Piece<'_>], roles: &[LineRole]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if matches!(roles.get(at), Some(LineRole::Furniture)) {
            continue;
        }
        let before = entries.len();
        match line.row() {
            Some(row) => read_cells(row, at, &mut entries),
            // A signature goes on from no label.
            None if roles.get(at) == Some(&LineRole::Metadata) && label_starts(line.text()).is_empty() => {}
            None => read_line(line.text(), at, &mut entries),
        }
        // The head table of a site names its own 责任部门: of facts of the page only those of the paper count.
        if line.row().is_some() && matches!(roles.get(at), Some(LineRole::Metadata)) {
            let own = entries.split_off(before);
            entries.extend(own.into_iter().filter(|entry| entry.part == Part::Paper));
        }
    }
    entries
}

/// A line: labels with colons, or words that go on from the line before.
fn read_line(text: &str, at: usize, entries: &mut Vec<Entry>) {
    let text = without_number(text.trim());
    if text.is_empty() {
        return;
    }
    let mut starts = label_starts(text);
    // 主送单位 alone: its words stand below.
    if starts.is_empty() && part_of(text) != Part::Other {
        starts.push((0, text.len()));
    }
    let first = starts.first().map_or(text.len(), |(start, _)| *start);
    let before = text.get(..first).unwrap_or_default().trim();
    if let Some(last) = entries.last_mut().filter(|_| !before.is_empty()) {
        last.words.push_str(before);
        last.lines.push(at);
    }
    for (place, (start, words_at)) in starts.iter().enumerate() {
        let end = starts.get(place + 1).map_or(text.len(), |(next, _)| *next);
        let label = text.get(*start..*words_at).unwrap_or_default();
        let words = text.get(*words_at..end).unwrap_or_default();
        push(entries, label, words, at);
    }
}

/// A line without the number before its label: 一、主送单位：…; of one that is nothing but number and label the label, with a colon to come.
fn without_number(text: &str) -> &str {
    let Some(rest) = label::read(text).and_then(|number| text.get(number.length..)) else { return text };
    let labelled = label_starts(rest).first().is_some_and(|(start, words)| {
        *start == 0 && rest.get(..*words).is_some_and(|label| part_of(label) != Part::Other)
    });
    if labelled || part_of(rest) != Part::Other { rest.trim_start() } else { text }
}

/// Where labels begin in a line and where their words do: at its beginning and behind blanks or a stop.
fn label_starts(text: &str) -> Vec<(usize, usize)> {
    const LONGEST_LABEL: usize = 8;
    /// No label reaches further back from its colon, in bytes.
    const REACH: usize = 96;
    let mut starts = Vec::new();
    for (colon, mark) in signs(text).filter(|(_, c)| matches!(c, '：' | ':')) {
        let behind = starts.last().map_or(0, |(_, words)| *words);
        let near = (colon.saturating_sub(REACH)..colon).find(|at| text.is_char_boundary(*at)).unwrap_or(colon);
        let from = behind.max(near);
        let before = text.get(from..colon).unwrap_or_default();
        let edge = before.rfind([' ', '\u{3000}', '\t', '。', '；', '，', '|']);
        let start = match edge {
            Some(at) => from + at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8),
            None if from == 0 => 0,
            None => continue,
        };
        let label = text.get(start..colon).unwrap_or_default();
        let known = part_of(label) != Part::Other;
        let plausible = start == 0 && label.chars().count() <= LONGEST_LABEL && label.chars().all(char::is_alphabetic);
        // A blank inside a label: 编 号：
        let whole = text.get(from..colon).unwrap_or_default();
        if starts.is_empty() && from == 0 && part_of(whole) != Part::Other {
            starts.push((0, colon + mark.len_utf8()));
        } else if known || plausible {
            starts.push((start, colon + mark.len_utf8()));
        }
    }
    starts
}

/// The cells of a row: each label with the cells up to the next label.
fn read_cells(row: &TableRow, at: usize, entries: &mut Vec<Entry>) {
    for (place, cell) in row.cells.iter().map(Cell::text).enumerate() {
        let cell = cell.trim();
        // A label that the table does not list is read from its parts: 牵头办理, 报结日期.
        let built = (place % 2 == 0 && place + 1 < row.cells.len()).then(|| built_part(cell)).flatten();
        if part_of(cell) != Part::Other {
            push(entries, cell, "", at);
        } else if let Some(part) = built {
            push(entries, cell, "", at);
            entries.last_mut().into_iter().for_each(|entry| entry.part = part);
        } else if label_starts(cell).first().is_some_and(|(start, _)| *start == 0) {
            read_line(cell, at, entries);
        } else if let Some(last) = entries.last_mut() {
            last.words.push_str(cell);
            if last.lines.last() != Some(&at) {
                last.lines.push(at);
            }
        }
    }
}

fn push(entries: &mut Vec<Entry>, label: &str, words: &str, at: usize) {
    let label: String = label.chars().filter(|c| !c.is_whitespace() && !matches!(c, '：' | ':')).collect();
    entries.push(Entry { part: part_of(&label), label, words: words.trim().to_owned(), lines: vec![at] });
}

fn part_of(label: &str) -> Part {
    static LONGEST: LazyLock<usize> =
        LazyLock::new(|| CARD_LABELS.all_words().map(|word| word.chars().count()).max().unwrap_or(0));
    let letters = || label.chars().filter(|c| !c.is_whitespace() && !matches!(c, '：' | ':'));
    // Every line is asked, and hardly one is short enough.
    if letters().nth(*LONGEST).is_some() {
        return Part::Other;
    }
    let label: String = letters().collect();
    PARTS.iter().find(|(name, _)| CARD_LABELS.is(name, &label)).map_or(Part::Other, |(_, part)| *part)
}

/// What a label stands for by its parts, as over the column of a table.
fn built_part(label: &str) -> Option<Part> {
    Some(match evidence::caption(label)? {
        CaptionKind::Unit if evidence::assists(label) => Part::CoUnit,
        CaptionKind::Unit if evidence::leads(label) => Part::Lead,
        CaptionKind::Time => Part::Time,
        _ => Part::Other,
    })
}

/// The task of one sheet.
fn task(sheet: &[Entry], lines: &[Piece<'_>], context: &DeadlineContext) -> Option<Measure> {
    let subject = sheet.iter().find(|entry| entry.part == Part::Task && !entry.words.is_empty())?;
    let place = |entry: &Entry| entry.lines.first().and_then(|at| lines.get(*at));
    let number = |entry: &Entry| place(entry).map_or(0, |line| line.number);
    let last = subject.lines.last().and_then(|at| lines.get(*at)).map_or(0, |line| line.number);
    let mut measure = Measure {
        line: number(subject),
        last_line: last,
        page: place(subject).and_then(|line| line.page),
        text: subject.words.clone(),
        class: MeasureClass::Measure,
        ..Measure::default()
    };
    let mut provenance = vec![(Field::Text, CARD_TASK, subject), (Field::Class, CARD_TASK, subject)];
    let mut units = UnitAssignment { basis: UnitBasis::Labelled, ..UnitAssignment::default() };
    let mut addressed: Vec<String> = Vec::new();
    for entry in sheet.iter().filter(|entry| !entry.words.is_empty()) {
        match entry.part {
            Part::Lead => {
                // Several that answer: the first leads, unless others are said to assist.
                let mut named = split_list(&entry.words);
                let rest = named.split_off(named.len().min(1));
                units.leads.extend(named);
                units.co_units.extend(rest);
                provenance.push((Field::Leads, CARD_UNITS, entry));
            }
            Part::CoUnit => {
                units.co_units.extend(split_list(&entry.words));
                provenance.push((Field::CoUnits, CARD_UNITS, entry));
            }
            Part::Time => {
                measure.deadline = deadline::read_cell(&entry.words, context);
                provenance.push((Field::Deadline, CARD_TIME, entry));
            }
            Part::Leader => measure.people.leaders.extend(names(&entry.words)),
            Part::Responsible => measure.people.responsible.extend(names(&entry.words)),
            Part::Contact => measure.people.contacts.extend(names(&entry.words)),
            Part::Phone => match measure.people.contacts.last_mut() {
                Some(contact) => *contact = format!("{contact} {}", entry.words),
                None => measure.people.contacts.push(entry.words.clone()),
            },
            Part::Task => {}
            Part::Addressee => addressed.extend(split_list(&entry.words)),
            Part::Paper | Part::Other => {
                measure.columns.push(ColumnField { heading: entry.label.clone(), text: entry.words.clone() });
            }
        }
    }
    // Who the sheet is sent to answers where nobody else is said to.
    if units.leads.is_empty() && !addressed.is_empty() {
        let rest = addressed.split_off(1);
        units.leads = addressed;
        units.co_units.extend(rest);
        let said = sheet.iter().find(|entry| entry.part == Part::Addressee);
        provenance.extend(said.map(|entry| (Field::Leads, CARD_UNITS, entry)));
    }
    if units.leads.is_empty() {
        units.basis = UnitBasis::None;
    }
    for (field, names) in [(Field::Leads, &units.leads), (Field::CoUnits, &units.co_units)] {
        let strange = names.iter().filter(|unit| !looks_like_unit(unit));
        let alternative = "督办单上的这个名称不像单位，请核对";
        measure.doubts.extend(strange.map(|unit| Doubt::new(field, CARD_STRANGE_UNIT, unit.as_str(), alternative)));
    }
    measure.doubts.extend(deadline::doubts(&measure.deadline, context));
    measure.units = units;
    measure.provenance = provenance
        .into_iter()
        .map(|(field, rule, entry)| Provenance {
            field,
            rule,
            words: entry.words.clone(),
            line: number(entry),
            source: None,
        })
        .collect();
    Some(measure)
}

/// The names in a list of people.
fn names(words: &str) -> Vec<String> {
    words
        .split(['、', '，', '；', ' ', '\u{3000}'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

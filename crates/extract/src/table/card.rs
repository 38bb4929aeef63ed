//! A table that is a card: captions and values side by side, one task in all (交办单, 督办单) or facts of a page.
//!
//! | 督办事项 | 落实村级运转经费 | | |
//! | 承办单位 | 区财政局 | 办结时限 | 7月底前 |

use domain::tree::Table;
use domain::{ColumnField, LineRole};

use super::captions::Column;
use super::cell_lines::CellLines;
use super::clauses::clauses;
use super::columns::parts;
use super::columns::shape::{Shape, shape};
use super::grid::Grid;
use super::purpose::{Purpose, Reason};
use super::reading::ReadTable;
use super::rows::{Cell, Row, SubRow};
use super::unit_cells;
use crate::head::site::labels;
use crate::units::split_people;

/// A label has no more characters.
const LONGEST_LABEL: usize = 8;
/// A card has no more rows.
const MOST_ROWS: usize = 40;

/// A caption of a card with its value.
struct Entry {
    column: Column,
    caption: String,
    value: String,
    line: u32,
    weight: i32,
}

/// Reads a table as a card; `None` where it is none.
pub(super) fn read(table: &Table, grid: &Grid, title: &str) -> Option<ReadTable> {
    if grid.len() < 2 || grid.len() > MOST_ROWS || grid.width < 2 {
        return None;
    }
    let entries = entries(table, grid)?;
    let mut read = ReadTable {
        purpose: Purpose::Nothing(Reason::NoTasks),
        rows: Vec::new(),
        roles: vec![LineRole::Metadata; grid.len()],
        indicators: Vec::new(),
        headings: 0,
        doubts: Vec::new(),
        captions: Vec::new(),
        stated: None,
    };
    if is_page_head(&entries) {
        return Some(read);
    }
    let has = |wanted: &[Column]| entries.iter().any(|one| wanted.contains(&one.column) && !one.value.is_empty());
    let owned = has(&[Column::Lead, Column::Units, Column::CoUnits]);
    let orders = owned && (parts::title_orders(title) || has(&[Column::Time])) && best_text(&entries).is_some();
    if orders {
        read.purpose = Purpose::Tasks;
        read.roles = vec![LineRole::Measure; grid.len()];
        read.rows = vec![task(entries, table)];
    }
    Some(read)
}

/// The captions and values, where every row with words is made of such pairs.
fn entries(table: &Table, grid: &Grid) -> Option<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    let (mut paired, mut known, mut unknown) = (0usize, 0usize, 0usize);
    for row in 0..grid.len() {
        let words = grid.own_words(row);
        let line = table.rows.get(row).map_or(0, |row| row.line);
        let mut pairs = words.iter().peekable();
        let mut in_row = 0;
        while let Some((column, caption)) = pairs.next() {
            let candidates = parts::read(caption);
            let best = candidates.iter().max_by_key(|one| one.weight);
            let (kind, weight) = best.map_or((Column::Other, 0), |one| (one.column, one.weight));
            let is_caption = weight > 0 || is_page_fact(caption);
            if !is_caption {
                // The last value may stand alone under its caption; a title stands over all.
                if words.len() == 1 {
                    continue;
                }
                // 签发 | 应急局　叶长河: what no part of a caption tells, beside labels that are known.
                let is_label =
                    words.len() == 2 && caption.chars().count() <= LONGEST_LABEL && shape(caption) == Shape::Short;
                if !is_label {
                    return None;
                }
                unknown += 1;
            }
            known += usize::from(is_caption);
            let value = match pairs.peek() {
                Some((next, value))
                    if *next == column + 1 || grid.words(row, column + 1).is_empty() || *next > *column =>
                {
                    // Two captions side by side: the first has a blank value.
                    let blank_between = (column + 1..*next).any(|between| grid.words(row, between).is_empty());
                    if blank_between && !parts::read(value).is_empty() {
                        String::new()
                    } else {
                        pairs.next().map(|(_, value)| (*value).to_owned()).unwrap_or_default()
                    }
                }
                _ => String::new(),
            };
            // A header has captions beside captions.
            // 办结时限 | 二季度末: what could head a stage is the time itself.
            let heads =
                |one: &parts::Candidate| one.weight >= 6 && !(kind == Column::Time && one.column == Column::Stage);
            let looks_like_caption = parts::read(&value).iter().any(heads) && value.chars().count() <= 8;
            if looks_like_caption {
                return None;
            }
            in_row += 1;
            entries.push(Entry {
                column: kind,
                caption: caption.split_whitespace().collect::<String>().trim_end_matches(['：', ':']).to_owned(),
                value,
                line,
                weight,
            });
        }
        paired += usize::from(in_row > 0);
    }
    // The left column of a card never repeats a caption.
    let mut captions: Vec<&str> = entries.iter().map(|one| one.caption.as_str()).collect();
    captions.sort_unstable();
    captions.dedup();
    (known >= 3 && unknown * 3 <= known && paired >= 2 && captions.len() == entries.len()).then_some(entries)
}

/// 索引号, 发文机关, 成文日期: the facts that government sites print over a notice.
fn is_page_head(entries: &[Entry]) -> bool {
    entries.iter().filter(|one| is_page_fact(&one.caption)).count() >= 2
}

fn is_page_fact(caption: &str) -> bool {
    let bare: String =
        caption.chars().filter(|c| !c.is_whitespace() && !matches!(c, '：' | ':' | '【' | '】' | '[' | ']')).collect();
    labels::label(&bare).is_some()
}

/// The entry that says what is to be done.
fn best_text(entries: &[Entry]) -> Option<usize> {
    let texts = entries.iter().enumerate().filter(|(_, one)| parts::is_text(one.column) && !one.value.is_empty());
    texts.max_by_key(|(at, one)| (parts::rank(one.column, &one.caption), std::cmp::Reverse(*at))).map(|(at, _)| at)
}

fn task(entries: Vec<Entry>, table: &Table) -> Row {
    let text = best_text(&entries);
    let line = text.and_then(|at| entries.get(at)).map_or(0, |one| one.line);
    let page = table.rows.first().and_then(|row| row.page);
    let all = |wanted: Column| {
        let found: Vec<&str> = entries
            .iter()
            .filter(|one| one.column == wanted && !one.value.is_empty())
            .map(|one| one.value.as_str())
            .collect();
        found.join("\n")
    };
    let (lead, units, co) = (all(Column::Lead), all(Column::Units), all(Column::CoUnits));
    let stated = unit_cells::Stated {
        lead: &lead,
        units: &units,
        co_units: &co,
        lead_column: !lead.is_empty(),
        co_column: !co.is_empty(),
    };
    let owners = unit_cells::read(&stated);
    let cell = |words: &str, wanted: &[Column]| {
        let line = entries.iter().find(|one| wanted.contains(&one.column)).map_or(line, |one| one.line);
        if words.is_empty() { Cell::default() } else { Cell::on_line(words, line) }
    };
    let mut part = SubRow {
        clauses: text
            .and_then(|at| entries.get(at))
            .map(|one| clauses(&one.value, &CellLines::on(one.line, page)))
            .unwrap_or_default(),
        lead: cell(&owners.lead, &[Column::Lead, Column::Units]),
        co_units: cell(&owners.co_units, &[Column::CoUnits, Column::Units]),
        first_leads: owners.first_leads,
        time: cell(&all(Column::Time), &[Column::Time]),
        ..SubRow::default()
    };
    part.people.leaders = split_people(&all(Column::Leader));
    part.people.responsible = split_people(&all(Column::Responsible));
    part.people.contacts = split_people(&all(Column::Contact));
    part.people.responsible.extend(owners.people);
    let number =
        entries.iter().find(|one| matches!(one.column, Column::Code | Column::Number)).map(|one| one.value.clone());
    let own = [
        Column::Lead,
        Column::Units,
        Column::CoUnits,
        Column::Time,
        Column::Leader,
        Column::Responsible,
        Column::Contact,
    ];
    for (at, one) in entries.into_iter().enumerate() {
        if Some(at) != text && !one.value.is_empty() && !(own.contains(&one.column) && one.weight >= 3) {
            part.extra.push(ColumnField { heading: one.caption, text: one.value });
        }
    }
    Row { number: Cell::on_line(&number.unwrap_or_default(), line), parts: vec![part], ..Row::default() }
}

//! The one entry for a table whose cells are known, whatever it was read from: what it is for, its rows and its doubts.

use domain::tree::Table;
use domain::{BackgroundReason, Doubt, Field, Indicator, LineRole};

use super::body;
use super::captions::Column;
use super::card;
use super::columns::parts;
use super::columns::shape::{Shares, is_ordinal};
use super::columns::{self, Caption, Judged};
use super::grid::Grid;
use super::head_rows::{self, HeadRows};
use super::indicators;
use super::matrix;
use super::purpose::{self, Purpose, Reason};
use super::rows::Row;
use crate::units::{BracketReading, Confidence};

rules! {
    TABLE_NO_CAPTIONS = "table.no_captions", "表格没有读出表头";
    TABLE_REPORTS = "table.reports", "表格通报进展，没有读成事项";
    TABLE_NOT_TASKS = "table.not_tasks", "标题像任务表，表格没有读成事项";
}

/// What was read of a table.
#[derive(Debug)]
pub(super) struct ReadTable {
    /// What it is for.
    pub(super) purpose: Purpose,
    /// Its rows, where it orders something.
    pub(super) rows: Vec<Row>,
    /// What each row of the table was read as.
    pub(super) roles: Vec<LineRole>,
    /// Figures to be reached.
    pub(super) indicators: Vec<Indicator>,
    /// How many headings of the outermost level stand between the rows.
    pub(super) headings: u32,
    /// What a person should look at.
    pub(super) doubts: Vec<Doubt>,
    /// What a bracket in its title says of all rows: （责任单位：各社区；完成时限：12月底）.
    pub(super) stated: Option<BracketReading>,
    /// The captions, for a table that goes on on the next page without any.
    pub(super) captions: Vec<Caption>,
}

/// Reads a table. `title` is what stands over it and over its notice: 某市重点任务分解表; `before` are the captions of the task
/// table before it, which count for a table without captions.
pub(super) fn read_table(table: &Table, title: &str, before: &[Caption]) -> ReadTable {
    let grid = Grid::of(table);
    let title = [title, table.caption.as_deref().unwrap_or_default()].join("\n");
    if let Some(card) = card::read(table, &grid, &title) {
        return card;
    }
    if let Some(unfolded) = matrix::unfold(table, &grid, &title) {
        return read_table(&unfolded, &title, before);
    }
    let mut head = head_rows::find(&grid);
    if head.captions.is_empty() && goes_on(&grid, before) {
        head.captions = before.to_vec();
    }
    let titles = (0..head.from).flat_map(|row| grid.own_words(row)).map(|(_, words)| words);
    let title = titles.fold(title, |title, words| title + "\n" + words);
    let mut columns = judge(&grid, &head);
    let purpose = purpose::of(&columns, &title);
    let mut read = ReadTable {
        purpose,
        rows: Vec::new(),
        roles: vec![LineRole::Background(reason(purpose)); grid.len()],
        indicators: Vec::new(),
        headings: 0,
        doubts: Vec::new(),
        captions: Vec::new(),
        stated: None,
    };
    for role in read.roles.iter_mut().take(head.behind).skip(head.from) {
        *role = LineRole::Furniture;
    }
    match purpose {
        Purpose::Tasks => {
            // Goals in figures with units are tasks whose text is the goal.
            if !columns.iter().any(|one| one.column == Column::Measures)
                && let Some(goal) = columns.iter_mut().find(|one| one.column == Column::Indicator)
            {
                goal.column = Column::Measures;
            }
            let body = body::read(table, &grid, &head, &columns);
            read.rows = body.rows;
            read.roles = body.roles;
            read.headings = body.headings;
            read.doubts = body.doubts;
            read.doubts.extend(no_captions(table, &head));
            read.stated = title.lines().find_map(stated_for_all);
            read.captions = head.captions;
        }
        Purpose::Figures => read.indicators = indicators::read(&grid, &columns, head.behind),
        Purpose::Nothing(Reason::Report) => read.doubts.push(only_reports(table)),
        Purpose::Nothing(Reason::NoTasks) => read.doubts.extend(not_tasks(table, &title)),
        Purpose::Nothing(_) => {}
        Purpose::Unknown => {
            read.roles = vec![LineRole::NotUnderstood; grid.len()];
            read.doubts.extend(not_tasks(table, &title));
        }
    }
    read
}

/// What a title states with labels in its bracket.
fn stated_for_all(title: &str) -> Option<BracketReading> {
    if !title.ends_with(['）', ')']) || !title.contains(['：', ':']) {
        return None;
    }
    let (_, stated) = crate::prose::stated_in(title)?;
    let says = stated.deadline.is_some() || !stated.leads.is_empty() && stated.confidence == Confidence::Stated;
    says.then_some(stated)
}

/// Why the rows of a table are background.
fn reason(purpose: Purpose) -> BackgroundReason {
    match purpose {
        Purpose::Figures | Purpose::Nothing(Reason::Statistics) => BackgroundReason::Figures,
        Purpose::Nothing(Reason::Roster) => BackgroundReason::Roster,
        Purpose::Nothing(Reason::Programme) => BackgroundReason::Programme,
        Purpose::Nothing(Reason::Powers) => BackgroundReason::Powers,
        Purpose::Nothing(Reason::Report) => BackgroundReason::Report,
        Purpose::Nothing(Reason::Duties) => BackgroundReason::Duties,
        Purpose::Nothing(Reason::NoTasks) | Purpose::Tasks | Purpose::Unknown => BackgroundReason::OtherTable,
    }
}

/// What the columns of a table hold.
pub(super) fn judge(grid: &Grid, head: &HeadRows) -> Vec<Judged> {
    // So many rows tell what a column holds.
    const LOOKED_AT: usize = 120;
    let rows: Vec<usize> = (head.behind..grid.len())
        .filter(|row| {
            let carries = || (0..grid.width).any(|column| grid.is_carried(*row, column));
            (grid.own_words(*row).len() > 1 || carries()) && !head_rows::repeats(grid, head, *row)
        })
        .take(LOOKED_AT)
        .collect();
    // Without captions cells decide; blank columns behind the last caption are none.
    let width = if head.captions.is_empty() {
        grid.width
    } else {
        head.captions.iter().rposition(|one| !one.words.is_empty()).map_or(grid.width, |last| last + 1)
    };
    let shares = (0..width).map(|column| {
        let (carried, own): (Vec<usize>, Vec<usize>) = rows.iter().partition(|row| grid.is_carried(**row, column));
        Shares::of(own.into_iter().map(|row| grid.words(row, column))).reaching_into(carried.len())
    });
    columns::judge(&head.captions, shares.collect())
}

/// Whether a table without captions goes on with the rows of the one before: as many columns, ordinals in the same place.
fn goes_on(grid: &Grid, before: &[Caption]) -> bool {
    let ordinal = before.iter().position(|one| one.candidates.iter().any(|found| found.column == Column::Number));
    let numbered = ordinal.is_none_or(|column| (0..grid.len()).any(|row| is_ordinal(grid.words(row, column))));
    !before.is_empty() && grid.width == before.len() && numbered
}

/// A table that its title calls a list of tasks and that was not read as one.
fn not_tasks(table: &Table, title: &str) -> Option<Doubt> {
    let line = table.rows.first().map_or(0, |row| row.line);
    (parts::title_lists_tasks(title) && table.rows.len() > 1).then(|| {
        Doubt::new(
            Field::Extent,
            TABLE_NOT_TASKS,
            format!("第{line}行"),
            "标题像是任务表，但这张表没有读成事项，请对照原文核对。",
        )
        .on_line(line)
    })
}

/// A table of what was reached, whose rows may be tasks that go on.
fn only_reports(table: &Table) -> Doubt {
    let line = table.rows.first().map_or(0, |row| row.line);
    let alternative = "这张表通报的是进展，没有读成事项；其中的任务如仍要督办，请手工登记。";
    Doubt::new(Field::Extent, TABLE_REPORTS, format!("第{line}行"), alternative).on_line(line)
}

fn no_captions(table: &Table, head: &HeadRows) -> Option<Doubt> {
    let line = table.rows.first().map_or(0, |row| row.line);
    head.captions.is_empty().then(|| {
        Doubt::new(
            Field::Extent,
            TABLE_NO_CAPTIONS,
            format!("第{line}行"),
            "这张表没有读出表头，各栏的含义是按单元格判断的，请对照原文核对。",
        )
        .on_line(line)
    })
}

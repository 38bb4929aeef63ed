//! The columns of the ledger. One entry makes a column of the list in the window, a line of the drawer and a column of the
//! exported table. Only a cell that is more than text needs a drawing in the window too (`TaskCells.vue`, `TaskDrawer.vue`).

use std::collections::BTreeMap;

use domain::{Lights, Origin, PersonRole, UnitRole};
use store::{BesideTask, ColumnValue, MilestoneValue, NoticeRecord, TaskPerson, TaskRecord};

use crate::tasks;
use crate::wire::TaskSort;

/// A column.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LedgerColumn {
    /// Never changes: the window keeps widths under it.
    pub(crate) key: &'static str,
    /// What it is called everywhere.
    pub(crate) heading: &'static str,
    /// Its place in the list in the window; `None` where it has none.
    pub(crate) list: Option<ListPlace>,
    /// Whether its text is a line of the drawer. What the drawer draws itself is none.
    pub(crate) in_drawer: bool,
    /// Whether it is a column of the exported table.
    pub(crate) is_exported: bool,
    /// What it says of a task.
    pub(crate) cell: Cell,
}

/// How a column stands in the list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ListPlace {
    /// Order from the left.
    pub(crate) at: u8,
    /// Pixels; 0 takes what the others leave.
    pub(crate) width: u16,
    /// Never fewer pixels.
    pub(crate) least: u16,
    /// What a click on its heading sorts by.
    pub(crate) sort: Option<TaskSort>,
    /// Whether the window draws its cell; else the cell is its text.
    pub(crate) is_drawn: bool,
    /// Whether it is shown before a person has chosen columns.
    pub(crate) is_usual: bool,
}

/// The text of a column, and what it is taken from: a list reads no more than its columns need.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Cell {
    /// The number of the row.
    Number,
    /// The task, on the day shown, with the limits of the office.
    Task(fn(&TaskRecord, Lights) -> String),
    /// Its notice.
    Notice(fn(&NoticeRecord) -> String),
    /// The measure it was made of. In the list that costs unpacking the readings of all notices on a page.
    Measure(fn(&BesideTask) -> String),
    /// There is none: the list draws it of what other columns say.
    Drawn,
}

/// A task with all that a row may say of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LedgerRow<'a> {
    pub(crate) number: usize,
    pub(crate) task: &'a TaskRecord,
    pub(crate) notice: Option<&'a NoticeRecord>,
    pub(crate) measure: Option<&'a BesideTask>,
    pub(crate) lights: Lights,
}

impl Cell {
    pub(crate) fn text(self, row: LedgerRow<'_>) -> String {
        match self {
            Self::Number => row.number.to_string(),
            Self::Task(text) => text(row.task, row.lights),
            Self::Notice(text) => row.notice.map(text).unwrap_or_default(),
            Self::Measure(text) => row.measure.map(text).unwrap_or_default(),
            Self::Drawn => String::new(),
        }
    }
}

/// The columns of the list whose cell is their text.
pub(crate) fn plain_in_list(columns: &'static [LedgerColumn]) -> impl Iterator<Item = &'static LedgerColumn> {
    columns.iter().filter(|column| column.list.is_some_and(|place| !place.is_drawn))
}

/// The lines of the drawer: heading and text. What a task has nothing of has no line.
pub(crate) fn drawer_lines(columns: &[LedgerColumn], row: LedgerRow<'_>) -> Vec<(String, String)> {
    let of_drawer = columns.iter().filter(|column| column.in_drawer);
    let lines = of_drawer.map(|column| (column.heading.to_owned(), column.cell.text(row)));
    lines.filter(|(_, text)| !text.is_empty()).collect()
}

/// The columns of the exported table.
pub(crate) fn exported(columns: &[LedgerColumn]) -> impl Iterator<Item = &LedgerColumn> {
    columns.iter().filter(|column| column.is_exported)
}

/// The texts of the plain cells of a row of the list, by the keys of their columns.
pub(crate) type Cells = BTreeMap<String, String>;

/// Every column, in the order of the exported table.
pub(crate) static COLUMNS: &[LedgerColumn] = &[
    column("ordinal", "序号", Cell::Number),
    column("notice", "文件", Cell::Task(|task, _| task.notice_title.clone().unwrap_or_default()))
        .at(8, 200, 80, None)
        .on_choice(),
    column("document_number", "发文字号", Cell::Notice(|notice| notice.number.clone().unwrap_or_default())).in_drawer(),
    column("region", "地区", Cell::Notice(|notice| notice.region.clone().unwrap_or_default()))
        .at(9, 90, 60, None)
        .on_choice(),
    column("section", "所在章节", Cell::Measure(|measure| measure.section.join(" / "))),
    column("number", "条目", Cell::Task(|task, _| task.number.clone())).at(7, 100, 60, None).on_choice(),
    column("title", "标题", Cell::Task(|task, _| task.title.clone().unwrap_or_default())),
    // The list shows title, text, number and notice of a task in one column.
    LedgerColumn { is_exported: false, ..column("matter", "事项", Cell::Drawn) }
        .at(2, 0, 280, Some(TaskSort::Notice))
        .drawn(),
    column("text", "工作内容", Cell::Task(|task, _| task.text.clone())),
    column("leads", "牵头单位", Cell::Task(|task, _| units(task, UnitRole::Lead)))
        .at(3, 150, 80, Some(TaskSort::Lead))
        .drawn(),
    column("co_units", "配合单位", Cell::Task(|task, _| units(task, UnitRole::CoUnit))).at(4, 150, 80, None).drawn(),
    column("due", "完成时限", Cell::Task(|task, _| task.deadline_raw.clone().unwrap_or_default()))
        .at(5, 130, 96, Some(TaskSort::Due))
        .drawn(),
    column("due_day", "到期日", Cell::Task(|task, _| task.due.map(|due| due.to_string()).unwrap_or_default())),
    column("stages", "各阶段时限", Cell::Measure(stages)),
    column("status", "办理状态", Cell::Task(|task, _| task.status.word().to_owned())).at(
        6,
        100,
        84,
        Some(TaskSort::Status),
    ),
    column("light", "时限状态", Cell::Task(|task, lights| lights.of(task.status, task.due).word().to_owned()))
        .at(1, 128, 118, None)
        .drawn(),
    column("days_left", "剩余天数", Cell::Task(days_left)).at(10, 90, 70, None).on_choice(),
    column("leader", PersonRole::Leader.word(), Cell::Task(|task, _| people(task, PersonRole::Leader))),
    column("responsible", PersonRole::Responsible.word(), Cell::Task(|task, _| people(task, PersonRole::Responsible))),
    column("contact", PersonRole::Contact.word(), Cell::Task(|task, _| people(task, PersonRole::Contact))),
    column("columns", "其他栏目", Cell::Measure(other_columns)),
    column("origin", "来源", Cell::Task(|task, _| task.origin.as_ref().map_or_else(String::new, origin))).in_drawer(),
    column("duty", "定期报送", Cell::Task(duty)),
    column("share", "已报进度", Cell::Task(|task, _| task.share.map(|share| format!("{share}%")).unwrap_or_default())),
    column("pace", "进度状态", Cell::Task(|task, lights| lights.pace(tasks::course(task)).pace.word().to_owned())),
    // Looking back, a task is there from this day on.
    column(
        "begins",
        "起算日",
        Cell::Task(|task, _| task.begins.map_or_else(|| "未载明".to_owned(), |day| day.to_string())),
    ),
    column("id", "编号", Cell::Task(|task, _| task.id.to_string())),
];

/// A column of the exported table.
const fn column(key: &'static str, heading: &'static str, cell: Cell) -> LedgerColumn {
    LedgerColumn { key, heading, list: None, in_drawer: false, is_exported: true, cell }
}

impl LedgerColumn {
    /// Also in the list.
    const fn at(self, at: u8, width: u16, least: u16, sort: Option<TaskSort>) -> Self {
        Self { list: Some(ListPlace { at, width, least, sort, is_drawn: false, is_usual: true }), ..self }
    }

    /// In the list only where a person chose it.
    const fn on_choice(self) -> Self {
        match self.list {
            Some(place) => Self { list: Some(ListPlace { is_usual: false, ..place }), ..self },
            None => self,
        }
    }

    /// The window draws its cell in the list.
    const fn drawn(self) -> Self {
        match self.list {
            Some(place) => Self { list: Some(ListPlace { is_drawn: true, ..place }), ..self },
            None => self,
        }
    }

    /// Also a line of the drawer.
    const fn in_drawer(self) -> Self {
        Self { in_drawer: true, ..self }
    }
}

/// Where a task comes from that no notice gave: 领导批示（李明，2022-03-01）：请抓紧研究.
fn origin(origin: &Origin) -> String {
    match origin.words.as_str() {
        "" => origin.in_short(),
        words => format!("{}：{words}", origin.in_short()),
    }
}

fn units(task: &TaskRecord, role: UnitRole) -> String {
    let of_role = task.units.iter().filter(|unit| unit.role == role);
    of_role.map(|unit| unit.written.as_str()).collect::<Vec<_>>().join("、")
}

/// 王芳（0571-87001234）、赵强
fn people(task: &TaskRecord, role: PersonRole) -> String {
    let named = task.people.iter().filter(|person| person.role == role);
    let written = |person: &TaskPerson| match person.telephone.as_str() {
        "" => person.name.clone(),
        telephone => format!("{}（{telephone}）", person.name),
    };
    named.map(written).collect::<Vec<_>>().join("、")
}

/// 每月10日前：已过 3 期未报；本期 12月10日前，剩 5 天
fn duty(task: &TaskRecord, lights: Lights) -> String {
    let brief = task.duty.as_ref().map(|duty| crate::life::brief(duty, lights.today));
    brief.map_or_else(String::new, |brief| format!("{}：{}", brief.rule, brief.words))
}

fn stages(measure: &BesideTask) -> String {
    let stages = measure.milestones.iter().map(|MilestoneValue { raw, due }| format!("{due}（{raw}）"));
    stages.collect::<Vec<_>>().join("；")
}

fn days_left(task: &TaskRecord, lights: Lights) -> String {
    task.due.map(|due| (due - lights.today).num_days().to_string()).unwrap_or_default()
}

fn other_columns(measure: &BesideTask) -> String {
    let fields = measure.columns.iter().map(|ColumnValue { heading, text }| format!("{heading}：{text}"));
    fields.collect::<Vec<_>>().join("；")
}

#[cfg(test)]
mod tests;

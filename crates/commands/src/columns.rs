//! The columns of the ledger. One entry makes a column of the list in the window, the name of a line in the drawer and
//! a column of the exported table; what the window shows in a cell of a new kind is drawn in `TaskCells.vue`.

use chrono::NaiveDate;
use domain::{Light, UnitRole};
use store::{BesideTask, ColumnValue, MilestoneValue, NoticeRecord, TaskRecord};

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
    /// The text of its cell in the exported table; `None` where it has none.
    pub(crate) export: Option<fn(&ExportedTask<'_>) -> String>,
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
}

/// A task with all that an exported row says of it.
#[derive(Debug)]
pub(crate) struct ExportedTask<'a> {
    pub(crate) number: usize,
    pub(crate) task: &'a TaskRecord,
    pub(crate) notice: Option<&'a NoticeRecord>,
    pub(crate) measure: Option<&'a BesideTask>,
    pub(crate) as_of: NaiveDate,
}

impl ExportedTask<'_> {
    fn units(&self, role: UnitRole) -> String {
        let of_role = self.task.units.iter().filter(|unit| unit.role == role);
        of_role.map(|unit| unit.written.as_str()).collect::<Vec<_>>().join("、")
    }

    fn of_notice(&self, field: fn(&NoticeRecord) -> Option<&String>) -> String {
        self.notice.and_then(field).cloned().unwrap_or_default()
    }

    fn people(&self, field: fn(&store::PeopleValue) -> &Vec<String>) -> String {
        self.measure.map(|measure| field(&measure.people).join("、")).unwrap_or_default()
    }
}

/// Every column, in the order of the exported table.
pub(crate) const COLUMNS: &[LedgerColumn] = &[
    exported("ordinal", "序号", |row| row.number.to_string()),
    exported("notice", "文件", |row| row.task.notice_title.clone()),
    exported("document_number", "发文字号", |row| row.of_notice(|notice| notice.number.as_ref())),
    exported("region", "地区", |row| row.of_notice(|notice| notice.region.as_ref())),
    exported("section", "所在章节", |row| {
        row.measure.map(|measure| measure.section.join(" / ")).unwrap_or_default()
    }),
    exported("number", "条目", |row| row.task.number.clone()),
    exported("title", "标题", |row| row.task.title.clone().unwrap_or_default()),
    // The list shows title, text, number and notice of a task in one column.
    listed("matter", "事项", ListPlace { at: 2, width: 0, least: 280, sort: Some(TaskSort::Notice) }),
    exported("text", "工作内容", |row| row.task.text.clone()),
    exported("leads", "牵头单位", |row| row.units(UnitRole::Lead)).at(3, 150, 80, Some(TaskSort::Lead)),
    exported("co_units", "配合单位", |row| row.units(UnitRole::CoUnit)).at(4, 150, 80, None),
    exported("due", "完成时限", |row| row.task.deadline_raw.clone().unwrap_or_default()).at(
        5,
        130,
        96,
        Some(TaskSort::Due),
    ),
    exported("due_day", "到期日", |row| row.task.due.map(|due| due.to_string()).unwrap_or_default()),
    exported("stages", "各阶段时限", |row| {
        let stages = row.measure.map(|measure| measure.milestones.as_slice()).unwrap_or_default();
        let stages: Vec<String> = stages.iter().map(|MilestoneValue { raw, due }| format!("{due}（{raw}）")).collect();
        stages.join("；")
    }),
    exported("status", "办理状态", |row| row.task.status.word().to_owned()).at(6, 100, 84, Some(TaskSort::Status)),
    exported("light", "时限状态", |row| Light::of(row.task.status, row.task.due, row.as_of).word().to_owned())
        .at(1, 128, 118, None),
    exported("days_left", "剩余天数", |row| {
        row.task.due.map(|due| (due - row.as_of).num_days().to_string()).unwrap_or_default()
    }),
    exported("leader", "分管领导", |row| row.people(|people| &people.leader)),
    exported("responsible", "责任人", |row| row.people(|people| &people.responsible)),
    exported("contact", "联系人", |row| row.people(|people| &people.contact)),
    exported("columns", "其他栏目", |row| {
        let columns = row.measure.map(|measure| measure.columns.as_slice()).unwrap_or_default();
        let fields: Vec<String> =
            columns.iter().map(|ColumnValue { heading, text }| format!("{heading}：{text}")).collect();
        fields.join("；")
    }),
    // Looking back, a task is there from this day on.
    exported("begins", "起算日", |row| row.task.begins.map_or_else(|| "未载明".to_owned(), |day| day.to_string())),
    exported("id", "编号", |row| row.task.id.to_string()),
];

const fn exported(key: &'static str, heading: &'static str, cell: fn(&ExportedTask<'_>) -> String) -> LedgerColumn {
    LedgerColumn { key, heading, list: None, export: Some(cell) }
}

const fn listed(key: &'static str, heading: &'static str, place: ListPlace) -> LedgerColumn {
    LedgerColumn { key, heading, list: Some(place), export: None }
}

impl LedgerColumn {
    const fn at(self, at: u8, width: u16, least: u16, sort: Option<TaskSort>) -> Self {
        Self { list: Some(ListPlace { at, width, least, sort }), ..self }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_column_has_a_key_and_a_place_of_its_own() {
        let keys: HashSet<&str> = COLUMNS.iter().map(|column| column.key).collect();
        assert_eq!(keys.len(), COLUMNS.len());
        let places: Vec<u8> = COLUMNS.iter().filter_map(|column| Some(column.list?.at)).collect();
        assert_eq!(places.iter().collect::<HashSet<_>>().len(), places.len());
        for column in COLUMNS {
            assert!(column.list.is_some() || column.export.is_some(), "{} is shown nowhere", column.heading);
        }
    }
}

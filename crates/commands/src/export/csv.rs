//! The ledger as comma separated values with a byte order mark, as spreadsheet programs of offices expect it.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{Light, TaskStatus, UnitRole};
use store::{
    ColumnValue, MeasureRecord, NoticeFilter, NoticeId, NoticeRecord, Order, Reader, TaskFilter, TaskId, TaskRecord,
};

use crate::error::CommandError;

const HEADINGS: [&str; 19] = [
    "序号",
    "文件",
    "发文字号",
    "地区",
    "条目",
    "标题",
    "工作内容",
    "牵头单位",
    "责任（配合）单位",
    "完成时限",
    "到期日",
    "状态",
    "时限灯",
    "剩余天数",
    "分管领导",
    "责任人",
    "联系人",
    "其他栏目",
    "编号",
];

/// All tasks in the order of their notices.
pub(super) fn write(read: Reader<'_>, as_of: NaiveDate) -> Result<String, CommandError> {
    let tasks = read.tasks(&TaskFilter { order: Order::Notice, ..TaskFilter::default() })?.tasks;
    let mut text = "\u{FEFF}".to_owned();
    row(&mut text, HEADINGS.iter().map(|heading| (*heading).to_owned()));
    let notices = read.notices(&NoticeFilter { with_duplicates: true, ..NoticeFilter::default() })?;
    let notices: HashMap<&NoticeId, &NoticeRecord> = notices.iter().map(|notice| (&notice.id, notice)).collect();
    // Tasks come in the order of their notices, so that the measures of one notice are read once.
    let mut measures: HashMap<TaskId, MeasureRecord> = HashMap::new();
    let mut of_notice: Option<&NoticeId> = None;
    for (index, task) in tasks.iter().enumerate() {
        if of_notice != Some(&task.notice) {
            of_notice = Some(&task.notice);
            let found = read.measures(&task.notice)?.into_iter();
            measures = found.filter_map(|measure| Some((measure.task.clone()?, measure))).collect();
        }
        let notice = notices.get(&task.notice).copied();
        row(&mut text, cells(index + 1, task, notice, measures.get(&task.id), as_of).into_iter());
    }
    Ok(text)
}

fn cells(
    number: usize,
    task: &TaskRecord,
    notice: Option<&NoticeRecord>,
    measure: Option<&MeasureRecord>,
    as_of: NaiveDate,
) -> [String; 19] {
    let people = measure.map(|measure| measure.people.clone()).unwrap_or_default();
    let fields: Vec<String> = measure
        .map(|measure| {
            measure.columns.iter().map(|ColumnValue { heading, text }| format!("{heading}：{text}")).collect()
        })
        .unwrap_or_default();
    let units = |role: UnitRole| {
        let written: Vec<&str> =
            task.units.iter().filter(|unit| unit.role == role).map(|unit| unit.written.as_str()).collect();
        written.join("、")
    };
    [
        number.to_string(),
        plain(&task.notice_title),
        plain(notice.and_then(|notice| notice.number.as_deref()).unwrap_or_default()),
        plain(notice.and_then(|notice| notice.region.as_deref()).unwrap_or_default()),
        plain(&task.number),
        plain(task.title.as_deref().unwrap_or_default()),
        plain(&task.text),
        plain(&units(UnitRole::Lead)),
        plain(&units(UnitRole::CoUnit)),
        plain(task.deadline_raw.as_deref().unwrap_or_default()),
        task.due.map(|due| due.to_string()).unwrap_or_default(),
        status(task.status).to_owned(),
        light(Light::of(task.status, task.due, as_of)).to_owned(),
        task.due.map(|due| (due - as_of).num_days().to_string()).unwrap_or_default(),
        plain(&people.leader.join("、")),
        plain(&people.responsible.join("、")),
        plain(&people.contact.join("、")),
        plain(&fields.join("；")),
        task.id.to_string(),
    ]
}

/// Text that a spreadsheet would take for a formula is marked as text: a document is data.
fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

fn row(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> =
        cells
            .map(|cell| {
                if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
            })
            .collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

fn status(status: TaskStatus) -> &'static str {
    match status {
        TaskStatus::Issued => "交办",
        TaskStatus::Accepted => "签收",
        TaskStatus::InProgress => "办理中",
        TaskStatus::Submitted => "待审核",
        TaskStatus::Completed => "已办结",
        TaskStatus::Closed => "已销号",
    }
}

fn light(light: Light) -> &'static str {
    match light {
        Light::Overdue => "逾期",
        Light::DueSoon => "临期",
        Light::OnTrack => "未到期",
        Light::NoDeadline => "未载明期限",
        Light::Done => "已办结",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_cannot_break_the_table_or_become_a_formula() {
        let check = |cell: &str, expected: &str| {
            let mut text = String::new();
            row(&mut text, [plain(cell)].into_iter());
            assert_eq!(text, format!("{expected}\r\n"));
        };
        check("市财政局", "市财政局");
        check("=HYPERLINK(1)", "'=HYPERLINK(1)");
        check("甲,乙", "\"甲,乙\"");
        check("说\"好\"", "\"说\"\"好\"\"\"");
    }
}

//! Tasks: the ledger, the overdue list, one task with its source, export.

use commands::wire::{
    ExportFormat, IdRequest, LightCode, NoticeDetail, OverdueRequest, OverdueUnit, RoleCode, StatusCode, TaskDetail,
    TaskPage, TaskQuery, TaskRow,
};
use commands::{CommandError, ErrorCode};

use super::{always_there, day, names};
use crate::arguments::{
    ExportArguments, Format, OverdueArguments, Reading, Role, ShowArguments, Status, TasksArguments,
};
use crate::session::{Failure, Session};
use crate::tables::{Column, shorten, table};

pub(crate) fn tasks(session: &mut Session, arguments: TasksArguments) -> Result<String, Failure> {
    let query = TaskQuery {
        unit: arguments.unit,
        role: arguments.role.map(|role| match role {
            Role::Lead => RoleCode::Lead,
            Role::Co => RoleCode::Co,
        }),
        status: arguments.status.map(|status| match status {
            Status::Issued => StatusCode::Issued,
            Status::Accepted => StatusCode::Accepted,
            Status::InProgress => StatusCode::InProgress,
            Status::Submitted => StatusCode::Submitted,
            Status::Completed => StatusCode::Completed,
            Status::Closed => StatusCode::Closed,
        }),
        due_before: arguments.due_before,
        notice: arguments.notice,
        region: arguments.region,
        limit: arguments.limit,
        ..TaskQuery::default()
    };
    page(session, &query, arguments.reading)
}

pub(crate) fn overdue(session: &mut Session, arguments: &OverdueArguments) -> Result<String, Failure> {
    if !arguments.by_unit {
        let region = arguments.region.clone();
        let query = TaskQuery { light: Some(LightCode::Overdue), region, ..TaskQuery::default() };
        return page(session, &query, arguments.reading);
    }
    let as_of = session.day(arguments.reading)?;
    let request =
        OverdueRequest { region: arguments.region.clone(), tasks: arguments.tasks, ..OverdueRequest::default() };
    let answer = session.read::<Vec<OverdueUnit>>("overdue_by_unit", &request, arguments.reading)?;
    Ok(answer.text(|units| {
        if units.is_empty() {
            return format!("截至 {as_of}：没有逾期事项。\n");
        }
        let text = if arguments.tasks { overdue_tasks(units) } else { overdue_figures(units) };
        format!("截至 {as_of}\n\n{text}")
    }))
}

const NOBODY: &str = "未明确牵头单位";

fn overdue_tasks(units: Vec<OverdueUnit>) -> String {
    let sections = units.into_iter().map(|unit| {
        let name = unit.unit.map_or_else(|| NOBODY.to_owned(), |unit| unit.name);
        format!("{name}：逾期 {} 条\n{}\n", unit.overdue, task_table(unit.tasks))
    });
    sections.collect()
}

fn overdue_figures(units: Vec<OverdueUnit>) -> String {
    let columns = [Column::Words("单位"), Column::Words("地区"), Column::Figures("逾期"), Column::Figures("牵头")];
    let rows = units.into_iter().map(|OverdueUnit { unit, overdue, .. }| match unit {
        Some(unit) => {
            vec![unit.name, unit.region.unwrap_or_default(), overdue.to_string(), unit.figures.led.to_string()]
        }
        None => vec![NOBODY.to_owned(), String::new(), overdue.to_string(), String::new()],
    });
    table(&columns, rows.collect(), "") + "\n连同事项一起列出：duban overdue --by-unit --tasks\n"
}

fn page(session: &mut Session, query: &TaskQuery, reading: Reading) -> Result<String, Failure> {
    let as_of = session.day(reading)?;
    Ok(session.read::<TaskPage>("list_tasks", query, reading)?.text(|page| {
        let shown = page.rows.len();
        let mut text = task_table(page.rows);
        let part = if page.next.is_some() { format!("，只列出前 {shown} 条") } else { String::new() };
        text.push_str(&format!("截至 {as_of}：共 {} 条{}{part}\n", page.total, always_there(page.undated)));
        text
    }))
}

fn task_table(rows: Vec<TaskRow>) -> String {
    let columns = [
        Column::Words("编号"),
        Column::Words("时限"),
        Column::Words("灯"),
        Column::Words("状态"),
        Column::Words("牵头单位"),
        Column::Words("事项"),
    ];
    let rows = rows.into_iter().map(|task| {
        vec![
            task.id,
            task.due.map_or_else(|| task.deadline_raw.clone().unwrap_or_default(), |due| due.to_string()),
            task.light.short().to_owned(),
            task.status.word().to_owned(),
            shorten(&names(&task.leads), 16),
            shorten(task.title.as_deref().unwrap_or(&task.text), 40),
        ]
    });
    table(&columns, rows.collect(), "没有符合条件的督办事项。")
}

/// A task with its source; when no task has the id, a notice with its measures.
pub(crate) fn show(session: &mut Session, arguments: ShowArguments) -> Result<String, Failure> {
    let request = IdRequest { id: arguments.id };
    match session.read::<TaskDetail>("get_task", &request, arguments.reading) {
        Err(Failure::Refused(CommandError { code: Some(ErrorCode::NotFound), .. })) => {
            match session.read::<NoticeDetail>("get_notice", &request, arguments.reading) {
                Err(Failure::Refused(CommandError { code: Some(ErrorCode::NotFound), .. })) => {
                    Err(Failure::NoSuchId(request.id))
                }
                answer => Ok(answer?.text(|notice| notice_text(&notice))),
            }
        }
        answer => Ok(answer?.text(|task| task_text(&task))),
    }
}

/// Every time of a task that has several: 2026-04-15（“4月15日前”）.
pub(super) fn stages(detail: &TaskDetail) -> String {
    let stages = detail.milestones.iter().map(|stage| format!("{}（“{}”）", stage.due, stage.raw));
    stages.collect::<Vec<_>>().join("、")
}

fn task_text(detail: &TaskDetail) -> String {
    let task = &detail.task;
    let mut text = format!("{} {}\n{}\n\n", task.number, task.title.as_deref().unwrap_or_default(), task.text);
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            text.push_str(&format!("{name}：{value}\n"));
        }
    };
    field("文件", &task.notice_title);
    field("章节", &detail.section.join(" › "));
    field("牵头单位", &names(&task.leads));
    field("责任、配合单位", &names(&task.co_units));
    field("时限", task.deadline_raw.as_deref().unwrap_or("未载明"));
    field("截止日", &day(task.due));
    field("各阶段时限", &stages(detail));
    field("灯", task.light.short());
    field("状态", task.status.word());
    for indicator in &detail.indicators {
        let by = indicator.by.map_or_else(String::new, |by| format!("（{by}前）"));
        field("指标", &format!("{} {}{by}", indicator.name, indicator.stated));
    }
    field("分管领导", &detail.people.leader.join("、"));
    field("责任人", &detail.people.responsible.join("、"));
    field("联系人", &detail.people.contact.join("、"));
    for (heading, words) in &detail.columns {
        field(heading, words);
    }
    for doubt in &detail.doubts {
        field("疑点", &format!("{}（{}）", doubt.alternative, doubt.words));
    }
    text.push_str(&format!("\n出处：{} 第 {}–{} 行\n", detail.source_file, detail.first_line, detail.last_line));
    for line in &detail.source_lines {
        let mark = if (detail.first_line..=detail.last_line).contains(&line.number) { '▌' } else { ' ' };
        text.push_str(&format!("{:>6} {mark} {}\n", line.number, line.text));
    }
    text
}

fn notice_text(detail: &NoticeDetail) -> String {
    let notice = &detail.notice;
    let mut text = format!(
        "{}\n{} {} {}\n{} 第 {}–{} 行\n\n",
        notice.title,
        notice.number.as_deref().unwrap_or_default(),
        notice.issuers.join("、"),
        day(notice.issued),
        notice.source_file,
        notice.first_line,
        notice.last_line
    );
    for measure in &detail.measures {
        let due = measure.due.map_or_else(String::new, |due| format!("，{due}"));
        let units = measure.leads.join("、");
        text.push_str(&format!(
            "{:>6} {} {}（{units}{due}）\n",
            measure.line,
            measure.number,
            shorten(&measure.text, 60)
        ));
    }
    text
}

pub(crate) fn export(session: &mut Session, arguments: ExportArguments) -> Result<String, Failure> {
    let format = match arguments.format {
        Format::Jsonl => ExportFormat::Jsonl,
        Format::Csv => ExportFormat::Csv,
    };
    let as_of = arguments.as_of;
    if let Some(path) = &arguments.output {
        crate::output::may_replace(path, arguments.yes)?;
    }
    let mut caller = session.caller(&|_| {});
    let mut fill = |out: &mut dyn std::io::Write| commands::write_export(&mut caller, as_of, format, out);
    let Some(path) = arguments.output else {
        crate::terminal::stream(fill)?;
        return Ok(String::new());
    };
    crate::output::write(&path, &mut fill)?;
    Ok(format!("已写入“{}”。\n", path.display()))
}

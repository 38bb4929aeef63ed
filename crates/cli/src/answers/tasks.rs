//! Tasks: the ledger, the overdue list, one task with its source, export.

use chrono::NaiveDate;
use commands::wire::{
    ExportFormat, ExportRequest, IdRequest, LightCode, NoticeDetail, OverdueRequest, OverdueUnit, RoleCode, TaskDetail,
    TaskGroup, TaskGrouping, TaskGroups, TaskGroupsRequest, TaskPage, TaskPerson, TaskQuery, TaskRow,
};
use commands::{CommandError, ErrorCode};

use super::{always_there, day, names, views};
use domain::PersonRole;

use crate::arguments::{
    ChosenTasks, ExportArguments, Format, GroupBy, OverdueArguments, Reading, Role, ShowArguments, TasksArguments,
};
use crate::session::{Failure, Session};
use crate::tables::{Column, LongTable, local, shorten, table};

pub(crate) fn tasks(session: &mut Session, arguments: TasksArguments) -> Result<String, Failure> {
    let TasksArguments { chosen, group_by, save_view, limit, reading } = arguments;
    let query = TaskQuery { limit, ..query(session, chosen)? };
    if let Some(name) = save_view {
        return views::save(session, &name, query, reading);
    }
    match group_by {
        Some(by) => groups(session, query, by, reading),
        None => page(session, &query, reading),
    }
}

/// What is asked for: what the view says, and in its place what is said here.
fn query(session: &mut Session, chosen: ChosenTasks) -> Result<TaskQuery, Failure> {
    let ChosenTasks { view, unit, region, role, status, light, pace, due_before, notice, words, by_hand, person } =
        chosen;
    let kept = match view {
        Some(name) => views::called(session, &name)?.query,
        None => TaskQuery::default(),
    };
    let or = |said: Vec<String>, kept: Vec<String>| if said.is_empty() { kept } else { said };
    Ok(TaskQuery {
        units: or(unit, kept.units),
        notices: or(notice, kept.notices),
        statuses: if status.is_empty() { kept.statuses } else { status },
        lights: if light.is_empty() { kept.lights } else { light },
        pace: pace.or(kept.pace),
        role: role
            .map(|role| match role {
                Role::Lead => RoleCode::Lead,
                Role::Co => RoleCode::Co,
            })
            .or(kept.role),
        due_before: due_before.or(kept.due_before),
        words: words.or(kept.words),
        person: person.or(kept.person),
        by_hand: by_hand || kept.by_hand,
        region: region.or(kept.region),
        ..kept
    })
}

fn groups(session: &mut Session, query: TaskQuery, by: GroupBy, reading: Reading) -> Result<String, Failure> {
    let by = match by {
        GroupBy::Lead => TaskGrouping::Lead,
        GroupBy::Notice => TaskGrouping::Notice,
        GroupBy::Light => TaskGrouping::Light,
        GroupBy::Status => TaskGrouping::Status,
        GroupBy::Month => TaskGrouping::Month,
    };
    let answer = session.read::<TaskGroups>("task_groups", &TaskGroupsRequest { query, by }, reading)?;
    Ok(answer.text(|TaskGroups { total, groups }| {
        let columns = [
            Column::Words("归类"),
            Column::Words("地区"),
            Column::Figures("事项"),
            Column::Figures("逾期"),
            Column::Figures("办结"),
        ];
        let rows = groups.into_iter().map(|TaskGroup { name, region, count, overdue, done, .. }| {
            let [count, overdue, done] = [count, overdue, done].map(|figure| figure.to_string());
            vec![shorten(&name, 40), region.unwrap_or_default(), count, overdue, done]
        });
        table(&columns, rows.collect(), NO_TASKS) + &format!("共 {total} 条\n")
    }))
}

pub(crate) fn overdue(session: &mut Session, arguments: &OverdueArguments) -> Result<String, Failure> {
    if !arguments.by_unit {
        let region = arguments.region.clone();
        let query = TaskQuery { lights: vec![LightCode::Overdue], region, ..TaskQuery::default() };
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

/// Writes a list as it is read.
fn page(session: &mut Session, query: &TaskQuery, reading: Reading) -> Result<String, Failure> {
    let as_of = session.day(reading)?;
    let mut caller = session.caller(&|_| {});
    crate::terminal::stream(|out| {
        let mut list: Box<dyn WrittenList> =
            if reading.json { Box::new(JsonList::default()) } else { Box::new(TextList::of(as_of)) };
        let mut end = String::new();
        commands::each_page_of_tasks(&mut caller, reading.as_of, query.clone(), &mut |page| {
            let (text, last) = list.page(page)?;
            end = last;
            Ok(out.write_all(text.as_bytes())?)
        })?;
        Ok(out.write_all(end.as_bytes())?)
    })?;
    Ok(String::new())
}

/// A list that is written page by page.
trait WrittenList {
    /// The text of a page, and what ends the list if it is the last.
    fn page(&mut self, page: TaskPage) -> Result<(String, String), std::io::Error>;
}

/// As `list_tasks` answers, the tasks before what is said of all of them.
#[derive(Default)]
struct JsonList {
    given: usize,
}

impl WrittenList for JsonList {
    fn page(&mut self, page: TaskPage) -> Result<(String, String), std::io::Error> {
        let mut text = String::new();
        if self.given == 0 {
            text.push_str("{\n  \"rows\": [");
        }
        for row in &page.rows {
            text.push_str(if self.given == 0 { "\n    " } else { ",\n    " });
            let row = format!("{:#}", serde_json::to_value(row)?);
            text.push_str(&row.replace('\n', "\n    "));
            self.given += 1;
        }
        let close = if self.given == 0 { "" } else { "\n  " };
        let next = serde_json::to_value(&page.next)?;
        let TaskPage { total, undated, .. } = page;
        Ok((text, format!("{close}],\n  \"next\": {next},\n  \"total\": {total},\n  \"undated\": {undated}\n}}\n")))
    }
}

/// As a table with a line below it.
struct TextList {
    as_of: NaiveDate,
    given: usize,
    table: LongTable,
}

impl TextList {
    fn of(as_of: NaiveDate) -> Self {
        Self { as_of, given: 0, table: LongTable::of(&TASK_COLUMNS) }
    }
}

impl WrittenList for TextList {
    fn page(&mut self, page: TaskPage) -> Result<(String, String), std::io::Error> {
        self.given += page.rows.len();
        let text = match self.given {
            0 => format!("{NO_TASKS}\n"),
            _ => self.table.lines(page.rows.into_iter().map(task_cells).collect()),
        };
        let part = if page.next.is_some() { format!("，只列出前 {} 条", self.given) } else { String::new() };
        let end = format!("截至 {}：共 {} 条{}{part}\n", self.as_of, page.total, always_there(page.undated));
        Ok((text, end))
    }
}

const NO_TASKS: &str = "没有符合条件的督办事项。";

const TASK_COLUMNS: [Column; 6] = [
    Column::Words("编号"),
    Column::Words("时限"),
    Column::Words("灯"),
    Column::Words("状态"),
    Column::Words("牵头单位"),
    Column::Words("事项"),
];

fn task_table(rows: Vec<TaskRow>) -> String {
    table(&TASK_COLUMNS, rows.into_iter().map(task_cells).collect(), NO_TASKS)
}

fn task_cells(task: TaskRow) -> Vec<String> {
    vec![
        task.id,
        task.due.map_or_else(|| task.deadline_raw.clone().unwrap_or_default(), |due| due.to_string()),
        task.light.word().to_owned(),
        task.status.word().to_owned(),
        shorten(&names(&task.leads), 16),
        shorten(task.title.as_deref().unwrap_or(&task.text), 40),
    ]
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
    field("文件", task.notice_title.as_deref().unwrap_or_default());
    for (heading, words) in detail.lines.iter().filter(|_| task.notice.is_none()) {
        field(heading, words);
    }
    field("章节", &detail.section.join(" › "));
    field("牵头单位", &names(&task.leads));
    field("配合单位", &names(&task.co_units));
    field("时限", task.deadline_raw.as_deref().unwrap_or("未载明期限"));
    field("截止日", &day(task.due));
    field("各阶段时限", &stages(detail));
    field("时限状态", &format!("{}：{}", task.light.word(), task.light_reason));
    field("进度状态", &format!("{}：{}", task.pace.word(), task.pace_reason));
    field("状态", task.status.word());
    for (heading, words) in super::life::fields(&detail.life) {
        field(heading, &words);
    }
    for indicator in &detail.indicators {
        let by = indicator.by.map_or_else(String::new, |by| format!("（{by}前）"));
        field("指标", &format!("{} {}{by}", indicator.name, indicator.stated));
    }
    for role in PersonRole::ALL {
        field(role.word(), &people(&task.people, role));
    }
    for (heading, words) in &detail.columns {
        field(heading, words);
    }
    for doubt in &detail.doubts {
        field("疑点", &format!("{}（{}）", doubt.alternative, doubt.words));
    }
    if let Some(file) = &detail.source_file {
        text.push_str(&format!("\n出处：{file} 第 {}–{} 行\n", detail.first_line, detail.last_line));
    }
    for line in &detail.source_lines {
        let mark = if (detail.first_line..=detail.last_line).contains(&line.number) { '▌' } else { ' ' };
        text.push_str(&format!("{:>6} {mark} {}\n", line.number, line.text));
    }
    text.push_str("\n经过：\n");
    for entry in &detail.history {
        let undone = if entry.undone { "（已撤销）" } else { "" };
        text.push_str(&format!("  {} {}{undone} {} {}\n", local(&entry.at), entry.label, entry.actor, entry.summary));
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
    if let Some(why) = &detail.orders_nothing {
        text.push_str(&format!("没有举措：{why}\n"));
    }
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
    let query = match arguments.view {
        Some(name) => Some(views::called(session, &name)?.query),
        None => None,
    };
    let request = ExportRequest { format, query, to: None };
    if let Some(path) = &arguments.output {
        crate::output::may_replace(path, arguments.yes)?;
    }
    let mut caller = session.caller(&|_| {});
    let mut fill = |out: &mut dyn std::io::Write| commands::write_export(&mut caller, as_of, request.clone(), out);
    let Some(path) = arguments.output else {
        crate::terminal::stream(fill)?;
        return Ok(String::new());
    };
    crate::output::write(&path, &mut fill)?;
    Ok(format!("已写入“{}”。\n", path.display()))
}

/// 王芳（0571-87001234），文件载明
fn people(people: &[TaskPerson], role: PersonRole) -> String {
    let of_role: Vec<&TaskPerson> = people.iter().filter(|person| person.role == role.code()).collect();
    let written = |person: &&TaskPerson| match person.telephone.as_str() {
        "" => person.name.clone(),
        telephone => format!("{}（{telephone}）", person.name),
    };
    let names = of_role.iter().map(written).collect::<Vec<_>>().join("、");
    if of_role.iter().any(|person| person.is_read) { format!("{names}，文件载明") } else { names }
}

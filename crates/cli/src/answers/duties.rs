//! What comes back in a rhythm: listed, reported, left out, set.

use std::process::ExitCode;

use commands::wire::{
    DutyInfo, IdRequest, LightCode, PeriodState, SetDutyRequest, SettleRequest, Settled, TaskPage, TaskQuery, TaskRow,
};

use super::life::{done, ids};
use super::names;
use crate::arguments::{DutiesAction, ListDutiesArguments, SetDutyArguments, SettleArguments};
use crate::session::{Failure, Session};
use crate::tables::{Column, shorten, table};
use crate::terminal::print;

pub(crate) fn duties(session: &mut Session, action: DutiesAction) -> Result<ExitCode, Failure> {
    match action {
        DutiesAction::List(arguments) => print(&list(session, arguments)?)?,
        DutiesAction::Show(arguments) => {
            let request = IdRequest { id: arguments.id };
            let answer = session.read::<Option<DutyInfo>>("get_duty", &request, arguments.reading)?;
            print(&answer.text(|duty| duty.map_or_else(|| "没有定期报送的节奏。\n".to_owned(), |duty| one(&duty))))?;
        }
        DutiesAction::Done(arguments) => return settle(session, arguments, Settled::Done),
        DutiesAction::Skip(arguments) => return settle(session, arguments, Settled::Skipped),
        DutiesAction::Set(arguments) => return set(session, arguments),
    }
    Ok(ExitCode::SUCCESS)
}

fn list(session: &mut Session, arguments: ListDutiesArguments) -> Result<String, Failure> {
    let ListDutiesArguments { unit, notice, missed, reading } = arguments;
    let as_of = session.day(reading)?;
    // A period passed unreported is what makes it overdue.
    let light = missed.then_some(LightCode::Overdue);
    let query = TaskQuery {
        units: unit.into_iter().collect(),
        notices: notice.into_iter().collect(),
        lights: light.into_iter().collect(),
        recurring: true,
        ..TaskQuery::default()
    };
    let page = session.read::<TaskPage>("list_tasks", &query, reading)?;
    Ok(page.text(|page| {
        let count = page.rows.len();
        let rows: Vec<Vec<String>> = page.rows.into_iter().map(cells).collect();
        table(&COLUMNS, rows, "没有定期报送的事项。") + &format!("截至 {as_of}：共 {count} 条\n")
    }))
}

const COLUMNS: [Column; 5] = [
    Column::Words("编号"),
    Column::Words("节奏"),
    Column::Words("各期"),
    Column::Words("牵头单位"),
    Column::Words("事项"),
];

fn cells(task: TaskRow) -> Vec<String> {
    let (rule, words) = match task.duty {
        Some(duty) => (duty.rule, duty.words),
        None => (task.deadline_raw.unwrap_or_default(), "节奏待定".to_owned()),
    };
    vec![
        task.id,
        rule,
        words,
        shorten(&names(&task.leads), 16),
        shorten(task.title.as_deref().unwrap_or(&task.text), 40),
    ]
}

fn one(duty: &DutyInfo) -> String {
    let ends = duty.ends.map_or_else(|| "没有止期".to_owned(), |ends| format!("至 {ends}"));
    let source = if duty.is_read { "由文件的时限读出" } else { "人工设定" };
    let mut text = format!("{}（自 {} 起，{ends}；{source}）\n{}\n\n", duty.brief.rule, duty.begins, duty.brief.words);
    for period in &duty.periods {
        let state = match period.state {
            PeriodState::Done => "已报",
            PeriodState::Skipped => "免报",
            PeriodState::Missed => "过期未报",
            PeriodState::Present => "待报",
            PeriodState::Coming => "未到",
        };
        let day = period.day.map_or_else(String::new, |day| format!("　{day}"));
        let reason = if period.reason.is_empty() { String::new() } else { format!("　{}", period.reason) };
        text.push_str(&format!("{}　{} 前　{state}{day}{reason}\n", period.name, period.due));
    }
    if duty.earlier > 0 {
        text.push_str(&format!("更早的 {} 期未列出\n", duty.earlier));
    }
    text
}

fn settle(session: &mut Session, arguments: SettleArguments, becomes: Settled) -> Result<ExitCode, Failure> {
    let SettleArguments { chosen, period, all_missed, progress, share, reason } = arguments;
    let request = SettleRequest {
        tasks: ids(&chosen)?,
        becomes,
        period,
        all_missed,
        progress,
        share,
        reason,
        day: chosen.on,
        skip_refused: chosen.skip_refused,
    };
    let word = if becomes == Settled::Done { "登记已报" } else { "登记免报" };
    done(session, "settle_periods", &request, request.tasks.len(), &chosen, word)
}

fn set(session: &mut Session, arguments: SetDutyArguments) -> Result<ExitCode, Failure> {
    let SetDutyArguments { chosen, rule, begins, ends, reason } = arguments;
    let request = SetDutyRequest {
        tasks: ids(&chosen)?,
        rule,
        begins,
        ends,
        reason,
        day: chosen.on,
        skip_refused: chosen.skip_refused,
    };
    done(session, "set_duty", &request, request.tasks.len(), &chosen, "设定节奏")
}

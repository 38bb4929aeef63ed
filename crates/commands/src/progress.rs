//! Progress of tasks: entries that are added and never rewritten, their evidence, and one month beside the one before.

mod evidence;
#[cfg(test)]
mod tests;

use chrono::{Datelike as _, Months, NaiveDate};
use extract::hollow::{self, Entry};
use extract::versions::{Run, differences};
use store::{
    EvidenceRecord, NewProgress, NoticeId, ProgressFilter, ProgressId, ProgressRecord, Reader, TaskId, TaskRecord,
    UnitId, UsedBefore,
};

pub(crate) use evidence::save_evidence;

use crate::context::Context;
use crate::entered::{self, LONGEST_TEXT};
use crate::error::CommandError;
use crate::{ensure_exists, in_short, looking_back, units, wire};

entered::fields! {
    WORDS "words" "进展";
    DIFFICULTY "difficulty" "存在困难";
    NEXT_STEP "next_step" "下一步";
    SHARE "share" "完成比例";
    DAY "day" "进展日期";
    UNIT "unit" "填报单位";
    REPLACES "replaces" "更正的进展";
    MONTH "month" "月份";
}

pub(crate) fn add_progress(
    context: &mut Context<'_, '_>,
    request: wire::AddProgressRequest,
) -> Result<wire::ProgressEntry, CommandError> {
    let wire::AddProgressRequest { task, unit, words, share, difficulty, next_step, day, replaces, evidence } = request;
    let id = TaskId::from(task.as_str());
    let read = context.read();
    let task = read.task(&id, None)?;
    let words = WORDS.needed(&words, LONGEST_TEXT)?;
    let difficulty = DIFFICULTY.text(&difficulty, LONGEST_TEXT)?;
    let next_step = NEXT_STEP.text(&next_step, LONGEST_TEXT)?;
    let share = share.map(percent).transpose()?;
    let day = self::day(day.unwrap_or(context.present), &task, context.present)?;
    let unit = unit.map(|unit| unit_of(&task, unit.trim())).transpose()?;
    let replaces = replaces.map(|entry| replaceable(read, &id, &entry)).transpose()?;
    let evidence = evidence::load(evidence, context.caller.paths)?;
    let operation = context.operation();
    let added = context.caller.store.write(&operation, |writer| {
        let done = share.map_or_else(String::new, |share| format!("{share}%，"));
        writer.summarise(format!(
            "“{}”：{done}{}",
            in_short::task(task.title.as_deref(), &task.text),
            in_short::beginning(&words)
        ));
        writer.add_progress(&NewProgress {
            task: &id,
            unit: unit.as_ref(),
            text: &words,
            share,
            difficulty: &difficulty,
            next_step: &next_step,
            day,
            replaces: replaces.as_ref(),
            evidence: &evidence,
        })
    })?;
    let filter = ProgressFilter { id: Some(added), ..ProgressFilter::default() };
    let kept = context.read().progress(&filter)?.entries.pop();
    kept.map(entry).ok_or_else(|| CommandError::uncoded("进展没有存入。请重试。"))
}

pub(crate) fn list_progress(
    context: &mut Context<'_, '_>,
    query: wire::ProgressQuery,
) -> Result<wire::ProgressPage, CommandError> {
    let read = context.read();
    let notice = query.notice.as_deref().map(NoticeId::from);
    ensure_exists::check(read, notice.as_ref(), None)?;
    let task = query.task.as_deref().map(TaskId::from);
    if let Some(task) = &task {
        read.task(task, None)?;
    }
    // An entry counts from its own day, whenever it was recorded.
    let until = match (query.until, context.past()) {
        (Some(until), Some(past)) => Some(until.min(past)),
        (until, past) => until.or(past),
    };
    let filter = ProgressFilter {
        id: None,
        task,
        carried_by: context.past(),
        notice,
        unit: query.unit.as_deref().map(|unit| units::one_called(read, unit, None)).transpose()?.map(|(_, id)| id),
        words: query.words,
        from: query.from,
        until,
        after: query.after.as_deref().map(ProgressId::from),
        limit: query.limit,
    };
    let slice = read.progress(&filter)?;
    Ok(wire::ProgressPage {
        total: slice.total,
        entries: slice.entries.into_iter().map(entry).collect(),
        next: slice.next.map(|id| id.to_string()),
    })
}

pub(crate) fn compare_progress(
    context: &mut Context<'_, '_>,
    request: wire::CompareProgressRequest,
) -> Result<wire::ComparedProgress, CommandError> {
    let id = TaskId::from(request.task.as_str());
    let read = context.read();
    looking_back::task(read, &id, context.past())?;
    let month = match request.month {
        Some(month) => month_of(&month)?,
        None => first_of(context.as_of),
    };
    let before = month.checked_sub_months(Months::new(1)).unwrap_or(month);
    let said = |first: NaiveDate| -> Result<(String, Option<u8>), CommandError> {
        let last = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(first);
        let until = context.past().map_or(last, |past| last.min(past));
        let filter = ProgressFilter {
            task: Some(id.clone()),
            carried_by: context.past(),
            from: Some(first),
            until: Some(until),
            ..ProgressFilter::default()
        };
        let mut entries = read.progress(&filter)?.entries;
        entries.retain(|entry| entry.replaced_by.is_none());
        let share = entries.iter().find_map(|entry| entry.share);
        let texts: Vec<&str> = entries.iter().rev().map(|entry| entry.text.as_str()).collect();
        Ok((texts.join("\n"), share))
    };
    let (earlier, later) = (said(before)?, said(month)?);
    let (marked_earlier, marked_later) = differences(&earlier.0, &later.0);
    // Beside nothing all is new, and nothing needs a mark.
    let alone = earlier.0.is_empty() || later.0.is_empty();
    let segments = |runs: Vec<Run>| {
        let segment = |Run { text, differs }| wire::Segment { text, marked: differs && !alone };
        runs.into_iter().map(segment).collect()
    };
    let in_month = |day: NaiveDate| day.format("%Y-%m").to_string();
    Ok(wire::ComparedProgress {
        earlier: wire::MonthProgress { month: in_month(before), text: segments(marked_earlier), share: earlier.1 },
        later: wire::MonthProgress { month: in_month(month), text: segments(marked_later), share: later.1 },
    })
}

fn month_of(written: &str) -> Result<NaiveDate, CommandError> {
    domain::parse_day(&format!("{}-01", written.trim()))
        .map_err(|_| MONTH.refused(format!("“{written}”不是月份，请写成 2022-06 这样的年-月。")))
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn percent(share: i64) -> Result<u8, CommandError> {
    let within = u8::try_from(share).ok().filter(|share| *share <= 100);
    within.ok_or_else(|| SHARE.refused(format!("完成比例写成了 {share}%，应在 0 到 100 之间。")))
}

/// The day of an entry: it has come, and the task was there by then.
fn day(day: NaiveDate, task: &TaskRecord, present: NaiveDate) -> Result<NaiveDate, CommandError> {
    let day = DAY.day_that_has_come(day, present)?;
    match task.begins {
        Some(begins) if day < begins => {
            Err(DAY.refused(format!("进展日期 {day} 早于事项开始的 {begins}。请核对两个日期。")))
        }
        _ => Ok(day),
    }
}

/// The unit of the task that is called so.
fn unit_of(task: &TaskRecord, called: &str) -> Result<UnitId, CommandError> {
    let is_called = |unit: &&store::AssignedUnit| {
        unit.name == called || unit.written == called || unit.unit == UnitId::from(called)
    };
    let found = task.units.iter().find(is_called).map(|unit| unit.unit.clone());
    found.ok_or_else(|| UNIT.refused(format!("“{called}”不是这条事项的牵头或配合单位。请从它的单位里选，或不填。")))
}

/// The entry of this task that may be put right.
fn replaceable(read: Reader<'_>, task: &TaskId, entry: &str) -> Result<ProgressId, CommandError> {
    let id = ProgressId::from(entry);
    let filter = ProgressFilter { id: Some(id.clone()), task: Some(task.clone()), ..ProgressFilter::default() };
    // What was carried over is put right where it was reported.
    match read.progress(&filter)?.entries.pop().filter(|entry| entry.task == *task) {
        None => Err(REPLACES.refused("这条事项没有这一次进展，也可能已被撤销。")),
        Some(ProgressRecord { replaced_by: Some(_), .. }) => {
            Err(REPLACES.refused("这一次进展已经更正过。要再改，请更正后来的那一次。"))
        }
        Some(_) => Ok(id),
    }
}

/// An entry as a front shows it, with what a reviewer may look at.
fn entry(record: ProgressRecord) -> wire::ProgressEntry {
    let ProgressRecord {
        id,
        task,
        task_title,
        task_text,
        notice,
        notice_title,
        unit,
        text,
        difficulty,
        next_step,
        share,
        day,
        recorded_at,
        actor,
        replaces,
        replaced_by,
        evidence,
        before,
    } = record;
    let about = format!("{} {task_text}", task_title.as_deref().unwrap_or_default());
    let before = before.as_ref().map(|before| Entry { day: before.day, text: &before.text, share: before.share });
    let used = evidence.iter().filter_map(|file| file.used_before.clone());
    let used = used.map(|UsedBefore { name, day, task }| hollow::UsedBefore { name, day, task }).collect();
    let hints = hollow::hints(&about, Entry { day, text: &text, share }, before, used);
    let (unit, unit_name) = unit.unzip();
    wire::ProgressEntry {
        id: id.to_string(),
        task: task.to_string(),
        task_name: in_short::task(task_title.as_deref(), &task_text),
        notice: notice.map(|notice| notice.to_string()),
        notice_title,
        day,
        words: text,
        share,
        unit: unit.map(|unit| unit.to_string()),
        unit_name,
        difficulty,
        next_step,
        evidence: evidence.into_iter().map(file).collect(),
        hints: hints
            .into_iter()
            .map(|hint| wire::HintInfo { code: hint.code().to_owned(), words: hint.to_string() })
            .collect(),
        actor,
        at: recorded_at,
        replaces: replaces.map(|entry| entry.to_string()),
        replaced_by: replaced_by.map(|entry| entry.to_string()),
    }
}

fn file(file: EvidenceRecord) -> wire::EvidenceInfo {
    let EvidenceRecord { id, name, size, used_before: _ } = file;
    wire::EvidenceInfo { id: id.to_string(), name, size }
}

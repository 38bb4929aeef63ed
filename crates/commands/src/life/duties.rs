//! What comes back in a rhythm: its periods reported or left out, and the rule itself.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{Duty, Occurrence, OccurrenceState, Rhythm, Standing};
use store::{
    Happening, NewProgress, SettledPeriod, Settlement, StoreError, TaskDuty, TaskId, TaskOnDay, TaskRecord, Writer,
};

use super::batch::{self, Batch};
use crate::context::Context;
use crate::entered::{Entered, LONGEST_TEXT};
use crate::error::CommandError;
use crate::{looking_back, wire};

/// So many periods are listed; how many earlier ones there are is said.
const LISTED: usize = 36;
/// So many of those that come.
const COMING: usize = 2;

const RULE: Entered = Entered { code: "rule", word: "节奏" };
const REASON: Entered = Entered { code: "reason", word: "原因" };
const PROGRESS: Entered = Entered { code: "progress", word: "进展" };
const SHARE: Entered = Entered { code: "share", word: "完成比例" };

/// The duty of a task in short, as it stands on a day.
pub(crate) fn brief(of: &TaskDuty, today: NaiveDate) -> wire::DutyBrief {
    let standing = of.duty.standing(&of.settled, today);
    wire::DutyBrief {
        rule: of.duty.rhythm.words(),
        words: standing.words(of.duty.rhythm, today),
        missed: u32::try_from(standing.missed.len()).unwrap_or(u32::MAX),
        present_due: standing.present.map(|period| period.due),
    }
}

pub(crate) fn get_duty(
    context: &mut Context<'_, '_>,
    request: wire::IdRequest,
) -> Result<Option<wire::DutyInfo>, CommandError> {
    let read = context.read();
    let task = looking_back::task(read, &TaskId::from(request.id.as_str()), context.past())?;
    let Some(of) = &task.duty else { return Ok(None) };
    let settled = read.settled_periods(&task.id, context.past())?;
    let (periods, earlier) = periods(of, settled, context.as_of);
    let TaskDuty { duty: Duty { begins, ends, .. }, is_read, .. } = *of;
    Ok(Some(wire::DutyInfo { brief: brief(of, context.as_of), begins, ends, is_read, periods, earlier }))
}

/// The periods up to the next that come, the latest first, and how many more there are before.
fn periods(of: &TaskDuty, settled: Vec<SettledPeriod>, today: NaiveDate) -> (Vec<wire::PeriodInfo>, u32) {
    let mut settled: BTreeMap<NaiveDate, SettledPeriod> =
        settled.into_iter().map(|settled| (settled.period, settled)).collect();
    let standing = of.duty.standing(&of.settled, today);
    let (mut listed, mut coming) = (Vec::new(), 0);
    for period in of.duty.occurrences() {
        let found = settled.remove(&period.begins);
        let state = match &found {
            Some(SettledPeriod { state: OccurrenceState::Done, .. }) => wire::PeriodState::Done,
            Some(SettledPeriod { state: OccurrenceState::Skipped, .. }) => wire::PeriodState::Skipped,
            None if period.due < today => wire::PeriodState::Missed,
            None if standing.present == Some(period) => wire::PeriodState::Present,
            None => wire::PeriodState::Coming,
        };
        coming += usize::from(state == wire::PeriodState::Coming);
        if coming > COMING {
            break;
        }
        listed.push(info(of.duty.rhythm, period, state, found));
    }
    listed.reverse();
    let earlier = listed.len().saturating_sub(LISTED);
    listed.truncate(LISTED);
    (listed, u32::try_from(earlier).unwrap_or(u32::MAX))
}

fn info(
    rhythm: Rhythm,
    period: Occurrence,
    state: wire::PeriodState,
    settled: Option<SettledPeriod>,
) -> wire::PeriodInfo {
    let (day, reason, actor, progress) = match settled {
        Some(SettledPeriod { day, reason, actor, progress, .. }) => (Some(day), reason, actor, progress),
        None => (None, String::new(), String::new(), None),
    };
    wire::PeriodInfo {
        period: period.begins,
        name: rhythm.name_of(period),
        due: period.due,
        state,
        day,
        reason,
        actor,
        progress: progress.map(|entry| entry.to_string()),
    }
}

pub(crate) fn settle_periods(
    context: &mut Context<'_, '_>,
    request: wire::SettleRequest,
) -> Result<wire::MoveReport, CommandError> {
    let wire::SettleRequest { tasks, becomes, period, all_missed, progress, share, reason, day, skip_refused } =
        request;
    let batch = Batch::of(context, &tasks, day, skip_refused)?;
    let reason = reason.unwrap_or_default().trim().to_owned();
    let state = match becomes {
        wire::Settled::Done => OccurrenceState::Done,
        wire::Settled::Skipped => OccurrenceState::Skipped,
    };
    if state == OccurrenceState::Skipped && reason.is_empty() {
        return Err(REASON.refused("免报要写明原因，没有作任何改动。"));
    }
    let progress = progress.map(|text| PROGRESS.needed(&text, LONGEST_TEXT)).transpose()?;
    if progress.is_some() && (batch.tasks.len() > 1 || all_missed) {
        return Err(PROGRESS.refused("进展要一条一期地写，没有作任何改动。"));
    }
    let share = share.map(percent).transpose()?;
    let happening = Happening { day: batch.day, reason: &reason };
    let operation = context.operation_called(match state {
        OccurrenceState::Done => "登记报送",
        OccurrenceState::Skipped => "免报",
    });
    context.caller.store.write(&operation, |writer| {
        let (duties, going, refused) = with_duties(writer, &batch)?;
        let mut settling = Vec::with_capacity(going.len());
        let mut refused = refused;
        for (task, ()) in going {
            match duties.get(&task.id).map_or_else(
                || Err("没有定期报送的节奏；可以先“设定节奏”".to_owned()),
                |(_, of)| chosen(of, batch.day, period, all_missed),
            ) {
                Ok(periods) => settling.push((task, periods)),
                Err(why) => refused.push(refused_task(&task, why)),
            }
        }
        if batch.stops(&refused) || settling.is_empty() {
            return Ok(batch::report(0, refused));
        }
        for (task, periods) in &settling {
            let entry = match &progress {
                Some(text) => Some(writer.add_progress(&NewProgress {
                    task: &task.id,
                    unit: None,
                    text,
                    share,
                    difficulty: "",
                    next_step: "",
                    day: batch.day,
                    replaces: None,
                    evidence: &[],
                })?),
                None => None,
            };
            for period in periods {
                let settlement = Settlement { period: *period, state, progress: entry.as_ref() };
                writer.settle_period(&task.id, &settlement, happening)?;
            }
        }
        let names = settling.first().map(|(task, periods)| named(&duties, &task.id, periods)).unwrap_or_default();
        let what = format!("：{names}{}", state.word());
        writer.summarise(batch.sentence(settling.iter().map(|(task, _)| task), &what, &reason));
        Ok(batch::report(settling.len(), refused))
    })
}

type Going = Vec<(TaskOnDay, ())>;
type Duties = BTreeMap<TaskId, (TaskRecord, TaskDuty)>;

/// The tasks that may be worked on from the day on, with their duties.
fn with_duties(writer: &Writer<'_>, batch: &Batch) -> Result<(Duties, Going, Vec<wire::RefusedTask>), StoreError> {
    let found = writer.tasks_on(&batch.tasks, batch.day, None)?;
    let mut changed = BTreeMap::new();
    let mut duties = BTreeMap::new();
    for task in &found {
        changed.insert(task.id.clone(), writer.duty_changed_last(&task.id)?);
        let record = writer.task(&task.id, None)?;
        if let Some(of) = record.duty.clone() {
            duties.insert(task.id.clone(), (record, of));
        }
    }
    let (going, refused) = batch.sort(found, |task| {
        if task.status.standing() != Standing::Open {
            return Err(format!("现在是“{}”，不再定期报送", task.status.word()));
        }
        match changed.get(&task.id).copied().flatten().filter(|last| *last > batch.day) {
            Some(last) => Err(format!("{last} 又登记过报送或改过节奏，日期不能早于它")),
            None => Ok(()),
        }
    });
    Ok((duties, going, refused))
}

/// The periods meant, none of them settled.
fn chosen(
    of: &TaskDuty,
    day: NaiveDate,
    period: Option<NaiveDate>,
    all_missed: bool,
) -> Result<Vec<Occurrence>, String> {
    let TaskDuty { duty, settled, .. } = of;
    if all_missed {
        let missed = duty.standing(settled, day).missed;
        return if missed.is_empty() { Err("没有过期未报的".to_owned()) } else { Ok(missed) };
    }
    let found = match period {
        None => duty.first_open(settled).ok_or_else(|| "各期都已报完；可以办结".to_owned())?,
        Some(on) => {
            let asked = duty.rhythm.period_of(on).filter(|asked| {
                duty.occurrences().take_while(|owed| owed.begins <= asked.begins).any(|owed| owed == *asked)
            });
            asked.ok_or_else(|| format!("{on} 不在“{}”要报的任何一期里", duty.rhythm.words()))?
        }
    };
    let name = duty.rhythm.name_of(found);
    if settled.contains(&found.begins) {
        return Err(format!("{name} 已登记过"));
    }
    if found.begins > day {
        return Err(format!("{name} 还没有开始"));
    }
    Ok(vec![found])
}

fn named(duties: &Duties, task: &TaskId, periods: &[Occurrence]) -> String {
    let Some((_, of)) = duties.get(task) else { return String::new() };
    match periods {
        [] => String::new(),
        [only] => of.duty.rhythm.name_of(*only),
        [first, ..] => format!("自 {} 起 {} 期", of.duty.rhythm.name_of(*first), periods.len()),
    }
}

pub(crate) fn set_duty(
    context: &mut Context<'_, '_>,
    request: wire::SetDutyRequest,
) -> Result<wire::MoveReport, CommandError> {
    let wire::SetDutyRequest { tasks, rule, begins, ends, reason, day, skip_refused } = request;
    let batch = Batch::of(context, &tasks, day, skip_refused)?;
    let reason = reason.unwrap_or_default().trim().to_owned();
    let rhythm = match rule.trim() {
        "" => None,
        words => Some(Rhythm::read(words).ok_or_else(|| {
            RULE.refused(format!("“{words}”读不出节奏。请写成 每月10日前、每季度末月25日前、每周五前 这样。"))
        })?),
    };
    let begins = begins.unwrap_or(batch.day);
    if let Some(ends) = ends.filter(|ends| *ends < begins) {
        return Err(Entered { code: "ends", word: "止" }.refused(format!("截止日 {ends} 早于起算日 {begins}。")));
    }
    let duty = rhythm.map(|rhythm| Duty { rhythm, begins, ends });
    let happening = Happening { day: batch.day, reason: &reason };
    let operation = context.operation();
    context.caller.store.write(&operation, |writer| {
        let (duties, going, mut refused) = with_duties(writer, &batch)?;
        let mut setting = Vec::with_capacity(going.len());
        for (task, ()) in going {
            match task.begins.filter(|first| begins < *first) {
                Some(first) => refused.push(refused_task(&task, format!("起算日 {begins} 早于事项开始的 {first}"))),
                None => setting.push(task),
            }
        }
        if batch.stops(&refused) || setting.is_empty() {
            return Ok(batch::report(0, refused));
        }
        let mut dropped = 0;
        for task in &setting {
            if let Some((_, of)) = duties.get(&task.id) {
                dropped += of.duty.standing(&of.settled, batch.day).missed.len();
            }
            writer.set_duty(&task.id, duty, happening)?;
        }
        let rule = rhythm.map_or_else(|| "不再定期报送".to_owned(), Rhythm::words);
        let before =
            if dropped == 0 { String::new() } else { format!("，此前过期未报的 {dropped} 期不再计") };
        writer.summarise(batch.sentence(setting.iter(), &format!("：{rule}{before}"), &reason));
        Ok(batch::report(setting.len(), refused))
    })
}

fn refused_task(task: &TaskOnDay, why: String) -> wire::RefusedTask {
    let name = batch::name(task);
    wire::RefusedTask { task: task.id.to_string(), name, why }
}

fn percent(share: i64) -> Result<u8, CommandError> {
    let within = u8::try_from(share).ok().filter(|share| *share <= 100);
    within.ok_or_else(|| SHARE.refused(format!("完成比例写成了 {share}%，应在 0 到 100 之间。")))
}

#[cfg(test)]
mod tests;

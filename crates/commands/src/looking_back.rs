//! A past day is shown as it stood, and nothing is changed from there.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use store::{NoticeRecord, Reader, StoreError, TaskFilter, TaskId, TaskRecord};

use crate::context::Context;
use crate::error::CommandError;

impl Context<'_, '_> {
    /// The day looked back to; none for today and later days, which are answered by how things stand.
    pub(crate) fn past(&self) -> Option<NaiveDate> {
        (self.as_of < self.caller.today).then_some(self.as_of)
    }

    /// The moment before which the operations of the day were made; none when nobody looks back from the day that the
    /// register is worked in.
    pub(crate) fn end_of_past(&self) -> Option<DateTime<Utc>> {
        (self.as_of < self.present).then(|| end_of(self.as_of, self.caller.offset)).flatten()
    }

    /// How many of the tasks wanted nobody knows the first day of, so that they count as having been there on the past
    /// day; 0 when nobody looks back.
    pub(crate) fn undated(&self, wanted: TaskFilter) -> Result<u32, StoreError> {
        match self.past() {
            Some(_) => self.read().count_tasks(&TaskFilter { undated: true, as_of: self.past(), ..wanted }),
            None => Ok(0),
        }
    }
}

/// When a civil day is over at a place.
pub(crate) fn end_of(day: NaiveDate, offset: FixedOffset) -> Option<DateTime<Utc>> {
    let end = day.succ_opt()?.and_hms_opt(0, 0, 0)?;
    Some(end.and_local_timezone(offset).single()?.to_utc())
}

/// A write from a past day would change the present, which is not what is seen.
pub(crate) fn refuse_writing(as_of: NaiveDate, present: NaiveDate) -> Result<(), CommandError> {
    if as_of >= present {
        return Ok(());
    }
    Err(CommandError::uncoded(format!(
        "现在看的是 {as_of} 当天的情况，只能查看，没有作任何改动。要办理，请先回到 {present}。"
    )))
}

/// Whether a notice counts as having been there.
pub(crate) fn was_there(notice: &NoticeRecord, past: Option<NaiveDate>) -> bool {
    past.is_none_or(|day| notice.first_day().is_none_or(|first| first <= day))
}

/// Refuses a notice that was not there yet.
pub(crate) fn check_there(notice: &NoticeRecord, past: Option<NaiveDate>) -> Result<(), CommandError> {
    match (past, notice.first_day()) {
        (Some(day), Some(first)) if first > day => Err(not_yet(day, "这份文件", notice, first)),
        _ => Ok(()),
    }
}

/// The task as it stood, or why it was not there yet.
pub(crate) fn task(read: Reader<'_>, id: &TaskId, past: Option<NaiveDate>) -> Result<TaskRecord, CommandError> {
    let Some(day) = past else { return Ok(read.task(id, None)?) };
    match read.task(id, past) {
        Err(StoreError::NotFound { .. }) => {
            let now = read.task(id, None)?;
            let Some(notice) = &now.notice else { return Err(not_begun(day, &now)) };
            let notice = read.notice(notice)?;
            let first = now.begins.or(notice.first_day()).unwrap_or_default();
            Err(not_yet(day, "这条督办事项", &notice, first))
        }
        found => Ok(found?),
    }
}

fn not_begun(day: NaiveDate, task: &TaskRecord) -> CommandError {
    let since = task.begins.map_or_else(String::new, |first| format!("：它自 {first} 起登记"));
    CommandError::uncoded(format!("{day} 这一天还没有这条督办事项{since}。"))
}

fn not_yet(day: NaiveDate, what: &str, notice: &NoticeRecord, first: NaiveDate) -> CommandError {
    let since = match notice.issued {
        Some(issued) => format!("《{}》{issued} 才印发", notice.title),
        None => format!("《{}》未载发文日期，按其文号或标题中的年份自 {first} 起算", notice.title),
    };
    CommandError::uncoded(format!("{day} 这一天还没有{what}：{since}。"))
}

#[cfg(test)]
mod tests;

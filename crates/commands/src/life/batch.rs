//! Tasks that one thing is done with: the day, which of them are refused, and whether the others go on.

use std::collections::HashSet;

use chrono::NaiveDate;
use store::{TaskId, TaskOnDay};

use crate::context::Context;
use crate::entered::LONGEST_TEXT;
use crate::error::CommandError;
use crate::{entered, in_short, wire};

entered::fields! {
    DAY "day" "办理日期";
    REASON "reason" "原因";
}

/// What is asked of a batch.
pub(super) struct Batch {
    /// Each task once, in the order asked.
    pub(super) tasks: Vec<TaskId>,
    /// The day it is true from.
    pub(super) day: NaiveDate,
    /// Whether that is an earlier day than the one the register is worked in.
    is_late: bool,
    skip_refused: bool,
}

impl Batch {
    /// Refuses a batch without tasks and a day that has not come.
    pub(super) fn of(
        context: &Context<'_, '_>,
        tasks: &[String],
        day: Option<NaiveDate>,
        skip_refused: bool,
    ) -> Result<Self, CommandError> {
        let day = DAY.day_that_has_come(day.unwrap_or(context.present), context.present)?;
        let mut seen = HashSet::new();
        let tasks: Vec<TaskId> =
            tasks.iter().map(|id| TaskId::from(id.trim())).filter(|id| seen.insert(id.clone())).collect();
        if tasks.is_empty() {
            return Err(CommandError::invalid("没有选定督办事项，没有作任何改动。"));
        }
        Ok(Self { tasks, day, is_late: day < context.present, skip_refused })
    }

    /// Parts the tasks found into those that go on, with what `judge` says of each, and those that are refused, the ones
    /// that are not there among them.
    pub(super) fn sort<T>(
        &self,
        found: Vec<TaskOnDay>,
        judge: impl Fn(&TaskOnDay) -> Result<T, String>,
    ) -> (Vec<(TaskOnDay, T)>, Vec<wire::RefusedTask>) {
        let there: HashSet<TaskId> = found.iter().map(|task| task.id.clone()).collect();
        let missing = self.tasks.iter().filter(|id| !there.contains(id));
        let mut refused: Vec<wire::RefusedTask> = missing
            .map(|id| wire::RefusedTask {
                task: id.to_string(),
                name: id.to_string(),
                why: "台账里没有这条督办事项".to_owned(),
            })
            .collect();
        let mut going = Vec::with_capacity(found.len());
        for task in found {
            let judged = match task.begins.filter(|begins| *begins > self.day) {
                Some(begins) => Err(format!("{begins} 才有这条事项，{} 还不能办理", self.day)),
                None => judge(&task),
            };
            match judged {
                Ok(judged) => going.push((task, judged)),
                Err(why) => refused.push(wire::RefusedTask { task: task.id.to_string(), name: name(&task), why }),
            }
        }
        (going, refused)
    }

    /// Whether nothing is to be done, because some were refused.
    pub(super) fn stops(&self, refused: &[wire::RefusedTask]) -> bool {
        !self.skip_refused && !refused.is_empty()
    }

    /// What is said of it in the journal.
    pub(super) fn sentence<'a>(&self, tasks: impl Iterator<Item = &'a TaskOnDay>, what: &str, reason: &str) -> String {
        let mut tasks = tasks.peekable();
        let first = tasks.peek().map_or_else(String::new, |task| name(task));
        let many = match tasks.count() {
            0 | 1 => String::new(),
            count => format!("等 {count} 条"),
        };
        let late = if self.is_late { format!("（自 {}）", self.day) } else { String::new() };
        let reason = if reason.is_empty() { String::new() } else { format!("；原因：{reason}") };
        format!("“{first}”{many}{what}{late}{reason}")
    }
}

pub(super) fn name(task: &TaskOnDay) -> String {
    in_short::numbered(&task.number, task.title.as_deref(), &task.text)
}

/// Why it is done, as it is kept; empty where nothing was said.
pub(super) fn reason(given: Option<&str>) -> Result<String, CommandError> {
    REASON.text(given.unwrap_or_default(), LONGEST_TEXT)
}

pub(super) fn report(moved: usize, refused: Vec<wire::RefusedTask>) -> wire::MoveReport {
    wire::MoveReport { moved: u32::try_from(moved).unwrap_or(u32::MAX), refused, new_units: Vec::new() }
}

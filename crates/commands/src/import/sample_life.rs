//! What is invented to have happened to the sample up to its day, so that every status and light is seen and looking back
//! shows something. Every word of it begins with 【示例】; the notices themselves are real and say nothing of it.

use chrono::{Days, NaiveDate};
use domain::{DeadlineKind, TaskStatus};
use store::{Happening, NewDeadline, Order, StoreError, TaskFilter, TaskRecord, Writer};

const INVENTED: Happening<'static> = Happening { day: NaiveDate::MIN, reason: "【示例】" };
const EXTENDED: &str = "【示例】前置条件尚未具备，申请延期";

/// Lets the tasks with a deadline have been worked on until `today`: most in time, some late, some not.
pub(super) fn live(writer: &Writer<'_>, today: NaiveDate) -> Result<(), StoreError> {
    let tasks = writer.tasks(&TaskFilter { order: Order::Notice, ..TaskFilter::default() })?.tasks;
    let dated = tasks.iter().filter_map(|task| Some((task, task.begins?, task.due?)));
    let there = dated.filter(|(_, begins, due)| *begins < *due && *begins < today);
    for (place, (task, begins, due)) in there.enumerate() {
        if due < today {
            past(writer, task, place, [begins, due, today])?;
        } else {
            move_on(writer, task, COMING[place % COMING.len()], [begins, today])?;
        }
    }
    Ok(())
}

/// The ways of tasks that are not due yet: each status with the days after the beginning.
const COMING: [&[(TaskStatus, u64)]; 4] = [
    &[],
    &[(TaskStatus::Accepted, 6)],
    &[(TaskStatus::Accepted, 4), (TaskStatus::InProgress, 20)],
    &[(TaskStatus::InProgress, 9), (TaskStatus::Submitted, 60)],
];

fn past(writer: &Writer<'_>, task: &TaskRecord, place: usize, days: [NaiveDate; 3]) -> Result<(), StoreError> {
    let [begins, due, today] = days;
    let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days().unsigned_abs();
    let term = days(begins, due);
    let started = (TaskStatus::InProgress, term / 3);
    // Of nine tasks one is still under way, one waits for the office, one was done late, the others in time.
    let spare = (place as u64 * 7) % (term / 2 + 1);
    match place % 9 {
        0 if place.is_multiple_of(36) => {
            move_on(writer, task, &[started], [begins, today])?;
            let to = NewDeadline {
                raw: Some("2023年12月底前".to_owned()),
                due: NaiveDate::from_ymd_opt(2023, 12, 31),
                kind: DeadlineKind::Month,
            };
            writer.move_deadline(&task.id, &to, Happening { day: due, reason: EXTENDED })
        }
        0 => move_on(writer, task, &[started], [begins, today]),
        1 => move_on(writer, task, &[started, (TaskStatus::Submitted, term)], [begins, today]),
        2 => move_on(writer, task, &[started, (TaskStatus::Completed, term + 25)], [begins, today]),
        3 => {
            let done = term - spare;
            let steps =
                [started, (TaskStatus::Completed, done.max(term / 3)), (TaskStatus::Closed, done.max(term / 3) + 15)];
            move_on(writer, task, &steps, [begins, today])
        }
        _ => move_on(writer, task, &[started, (TaskStatus::Completed, (term - spare).max(term / 3))], [begins, today]),
    }
}

/// Moves a task along, as far as the days have come.
fn move_on(
    writer: &Writer<'_>,
    task: &TaskRecord,
    steps: &[(TaskStatus, u64)],
    [begins, today]: [NaiveDate; 2],
) -> Result<(), StoreError> {
    for (status, after) in steps {
        let Some(day) = begins.checked_add_days(Days::new(*after)).filter(|day| *day <= today) else { break };
        writer.move_status(&task.id, *status, Happening { day, ..INVENTED })?;
    }
    Ok(())
}

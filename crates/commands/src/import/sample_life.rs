//! What is invented to have happened to the sample up to its day, so that every status and light is seen and looking back
//! shows something. Every word of it begins with 【示例】; the notices themselves are real and say nothing of it.

use chrono::{Datelike as _, Days, NaiveDate};
use domain::{DeadlineKind, TaskStatus};
use store::{Happening, NewDeadline, Order, StatusChange, StoreError, SuccessionKind, TaskFilter, TaskRecord, Writer};

const INVENTED: &str = "【示例】";
const EXTENDED: &str = "【示例】前置条件尚未具备，申请延期";
const SENT_BACK: &str = "【示例】佐证材料不足";

/// Days after the beginning until a task is issued, and until its unit acknowledges it.
const ISSUED: Step = (TaskStatus::Issued, 2, INVENTED);
const SIGNED: Step = (TaskStatus::InProgress, 6, INVENTED);

/// A status, reached so many days after the beginning, and why.
type Step = (TaskStatus, u64, &'static str);

/// Lets the tasks have been worked on until `today`: most in time, some late, some not, a few put aside.
pub(super) fn live(writer: &Writer<'_>, today: NaiveDate) -> Result<(), StoreError> {
    let tasks = writer.tasks(&TaskFilter { order: Order::Notice, ..TaskFilter::default() })?.tasks;
    let there: Vec<(&TaskRecord, NaiveDate)> =
        tasks.iter().map(|task| (task, begins(task, today))).filter(|(_, begins)| *begins < today).collect();
    let lives: Vec<Vec<Step>> =
        there.iter().enumerate().map(|(place, (task, begins))| life(task, place, *begins, today)).collect();
    // The first step of every task together, then the second: each task is moved once at a time.
    for wave in 0..lives.iter().map(Vec::len).max().unwrap_or_default() {
        let changes: Vec<StatusChange<'_>> = there
            .iter()
            .zip(&lives)
            .filter_map(|((task, begins), steps)| {
                let (to, after, reason) = *steps.get(wave)?;
                let day = begins.checked_add_days(Days::new(after)).filter(|day| *day <= today)?;
                Some(StatusChange { task: task.id.clone(), to, happening: Happening { day, reason } })
            })
            .collect();
        writer.move_statuses(&changes, None)?;
        merge(writer, &changes, &there)?;
    }
    extend(writer, &there, today)
}

/// Of notices that name neither day nor year nobody knows since when they are owed; their work is invented like the rest.
fn begins(task: &TaskRecord, today: NaiveDate) -> NaiveDate {
    let half_a_year = today.checked_sub_days(Days::new(180)).unwrap_or(today);
    task.begins.unwrap_or(half_a_year)
}

/// The steps of a task, by its place among all.
fn life(task: &TaskRecord, place: usize, begins: NaiveDate, today: NaiveDate) -> Vec<Step> {
    let aside = |status| vec![ISSUED, SIGNED, (status, 30, INVENTED)];
    match place % 40 {
        36 => return vec![ISSUED],
        37 => return vec![(TaskStatus::Prepared, 3, INVENTED)],
        38 => return Vec::new(),
        _ => {}
    }
    match place % 120 {
        15 => return aside(TaskStatus::Suspended),
        45 => return aside(TaskStatus::Merged),
        75 => return aside(TaskStatus::NotApplicable),
        105 => return aside(TaskStatus::Superseded),
        _ => {}
    }
    match task.due {
        Some(due) if begins < due && due < today => past(place, begins, due),
        Some(_) => coming(place),
        None if place.is_multiple_of(6) => done_after(120),
        None => vec![ISSUED, SIGNED],
    }
}

/// Of what is not due yet, a quarter says that it is done already.
fn coming(place: usize) -> Vec<Step> {
    match place % 4 {
        0 => vec![ISSUED, SIGNED, (TaskStatus::Submitted, 60, INVENTED)],
        _ => vec![ISSUED, SIGNED],
    }
}

/// Of nine tasks that were due one is still under way, one waits for the office, one was done late, the others in time.
fn past(place: usize, begins: NaiveDate, due: NaiveDate) -> Vec<Step> {
    let term = (due - begins).num_days().unsigned_abs();
    let spare = (place as u64 * 7) % (term / 2 + 1);
    match place % 9 {
        0 if place.is_multiple_of(2) => vec![
            ISSUED,
            SIGNED,
            (TaskStatus::Submitted, term.max(7), INVENTED),
            (TaskStatus::InProgress, term.max(7) + 4, SENT_BACK),
        ],
        0 => vec![ISSUED, SIGNED],
        1 => vec![ISSUED, SIGNED, (TaskStatus::Submitted, term.max(7), INVENTED)],
        2 => done_after(term + 25),
        3 => {
            let mut steps = done_after(term - spare);
            let done = steps.last().map_or(term, |(_, after, _)| *after);
            steps.push((TaskStatus::Closed, done + 15, INVENTED));
            steps
        }
        _ => done_after(term - spare),
    }
}

/// Submitted, and found to be done some days later.
fn done_after(days: u64) -> Vec<Step> {
    let submitted = days.max(7);
    vec![ISSUED, SIGNED, (TaskStatus::Submitted, submitted, INVENTED), (TaskStatus::Completed, submitted + 3, INVENTED)]
}

/// What was merged goes into the task behind it.
fn merge(
    writer: &Writer<'_>,
    changes: &[StatusChange<'_>],
    there: &[(&TaskRecord, NaiveDate)],
) -> Result<(), StoreError> {
    for change in changes.iter().filter(|change| change.to == TaskStatus::Merged) {
        let next = there.iter().skip_while(|(task, _)| task.id != change.task).nth(1);
        let Some((successor, _)) = next else { continue };
        let task = std::slice::from_ref(&change.task);
        writer.keep_successor(task, &successor.id, SuccessionKind::Merged, change.happening)?;
    }
    Ok(())
}

/// Some of what is still under way was given more time when it was due.
fn extend(writer: &Writer<'_>, there: &[(&TaskRecord, NaiveDate)], today: NaiveDate) -> Result<(), StoreError> {
    for (place, (task, begins)) in there.iter().enumerate() {
        let Some(due) = task.due.filter(|due| *begins < *due && *due < today) else { continue };
        if place.is_multiple_of(36) {
            let to = NewDeadline {
                raw: Some(format!("{}年12月底前", today.year())),
                due: NaiveDate::from_ymd_opt(today.year(), 12, 31),
                kind: DeadlineKind::Month,
            };
            writer.move_deadline(&task.id, &to, Happening { day: due, reason: EXTENDED })?;
        }
    }
    Ok(())
}

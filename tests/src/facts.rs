//! What happens to tasks, recorded through the store as long as no command of the program records it.

use std::path::Path;

use chrono::{Local, NaiveDate};
use domain::{DeadlineKind, TaskStatus};
use store::{Happening, NewDeadline, Operation, Store, TaskFilter, Title};

/// Something done to a task.
#[derive(Debug, Clone, Copy)]
pub enum Deed<'a> {
    /// It is done.
    Completed,
    /// It is due on this day from now on.
    Extended(&'a str),
}

/// Records today what is done to the tasks with these words; gives yesterday and today.
///
/// # Panics
/// When there is no such register or task.
#[must_use]
pub fn done_today(store: &Path, deeds: &[(&str, Deed<'_>)]) -> [String; 2] {
    let now = Local::now();
    let today: NaiveDate = now.date_naive();
    let mut store = Store::open(store).expect("the register opens");
    let operation = Operation::new(Title { command: "test", label: "办理" }, "测试", now.to_utc());
    let happening = Happening { day: today, reason: "测试" };
    for (words, deed) in deeds {
        let wanted = TaskFilter { words: Some((*words).to_owned()), ..TaskFilter::default() };
        let task = store.read().tasks(&wanted).expect("tasks are listed").tasks.remove(0).id;
        let write = store.write(&operation, |writer| match deed {
            Deed::Completed => writer.move_status(&task, TaskStatus::Completed, happening),
            Deed::Extended(due) => {
                let to = NewDeadline { raw: Some((*due).to_owned()), due: due.parse().ok(), kind: DeadlineKind::Date };
                writer.move_deadline(&task, &to, happening)
            }
        });
        write.expect("the fact is recorded");
    }
    [today.pred_opt().expect("there is a yesterday"), today].map(|day| day.to_string())
}

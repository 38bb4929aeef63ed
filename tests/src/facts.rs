//! What happens to tasks, recorded through the store as long as no command of the program records it.

use std::path::Path;

use chrono::{Local, NaiveDate};
use domain::{DeadlineKind, Measure, NoticeFacts, TaskStatus, UnitAssignment};
use store::{Happening, NewDeadline, NewNotice, NoticeFilter, Operation, Store, TaskFilter, Title};

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

/// Has the first measure read as a worse reader would have: with another lead, so that reading again finds something.
///
/// # Panics
/// When there is no such register, or no notice in it.
pub fn misread_by_an_older_reader(store: &Path, lead: &str) {
    let mut store = Store::open(store).expect("the register opens");
    let notice = store.read().notices(&NoticeFilter::default()).expect("notices are listed").remove(0);
    let known = store.read().measures(&notice.id).expect("its measures are read");
    let mut measures: Vec<Measure> = known
        .iter()
        .map(|read| Measure {
            line: read.line,
            last_line: read.last_line,
            number: read.number.clone(),
            title: read.title.clone(),
            text: read.text.clone(),
            units: UnitAssignment {
                leads: read.leads.clone(),
                co_units: read.co_units.clone(),
                ..UnitAssignment::default()
            },
            ..Measure::default()
        })
        .collect();
    measures[0].units.leads = vec![lead.to_owned()];
    let facts = NoticeFacts {
        title: notice.title.clone(),
        region: notice.region.clone(),
        issued: notice.issued,
        ..NoticeFacts::default()
    };
    let keys: Vec<_> = known.iter().map(|measure| Some(measure.id.clone())).collect();
    let operation = Operation::new(Title { command: "test", label: "旧版识读" }, "测试", Local::now().to_utc());
    let read = store.write(&operation, |writer| {
        let new = NewNotice {
            first_line: notice.first_line,
            last_line: notice.last_line,
            page: None,
            facts: &facts,
            measures: &measures,
            indicators: &[],
            claims: &[],
            doubts: &[],
            duplicate_of: None,
            fuller_than: None,
            fingerprint: &[],
        };
        writer.take_over(&notice.id, new, &keys)
    });
    read.expect("the reading is kept");
}

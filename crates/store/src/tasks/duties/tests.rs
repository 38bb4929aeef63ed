//! A task whose deadline is a rhythm is due with its earliest open period, on past days too.

use chrono::NaiveDate;
use domain::{Deadline, DeadlineKind, Duty, Measure, OccurrenceState, Rhythm};

use super::Settlement;
use crate::testing::{Given, day, measure, operate, operation};
use crate::{Happening, Store, TaskFilter, TaskId, TaskRecord};

fn monthly(raw: &str, text: &str) -> Measure {
    let deadline = Deadline { raw: Some(raw.to_owned()), kind: DeadlineKind::Periodic, ..Deadline::default() };
    Measure { deadline, ..measure(text, "市政务办", "", "") }
}

fn office() -> (Store, TaskId) {
    let mut store = Store::in_memory().unwrap();
    Given::notice("调度方案").issued("2022-03-20").with(monthly("每月", "每月10日前报送进展")).in_force(&mut store);
    let id = store.read().tasks(&TaskFilter::default()).unwrap().tasks[0].id.clone();
    (store, id)
}

fn task(store: &Store, id: &TaskId, as_of: Option<&str>) -> TaskRecord {
    store.read().task(id, as_of.map(day)).unwrap()
}

fn due(store: &Store, id: &TaskId, as_of: Option<&str>) -> Option<NaiveDate> {
    task(store, id, as_of).due
}

/// Settles the earliest open period on a day.
fn settle(store: &mut Store, id: &TaskId, state: OccurrenceState, on: &str) {
    let of = task(store, id, None).duty.unwrap();
    let period = of.duty.first_open(&of.settled).unwrap();
    let settlement = Settlement { period, state, progress: None };
    operate(store, "登记报送", |writer| {
        writer.settle_period(id, &settlement, Happening { day: day(on), reason: "" })
    });
}

#[test]
fn the_task_is_due_with_its_earliest_open_period() {
    let (mut store, id) = office();
    let of = task(&store, &id, None).duty.unwrap();
    assert_eq!((of.duty.rhythm.words().as_str(), of.is_read), ("每月10日前", true));
    assert_eq!(due(&store, &id, None), Some(day("2022-04-10")));
    settle(&mut store, &id, OccurrenceState::Done, "2022-04-08");
    assert_eq!(due(&store, &id, None), Some(day("2022-05-10")));
    settle(&mut store, &id, OccurrenceState::Skipped, "2022-05-02");
    assert_eq!(due(&store, &id, None), Some(day("2022-06-10")));
    assert_eq!(due(&store, &id, Some("2022-04-07")), Some(day("2022-04-10")));
    assert_eq!(due(&store, &id, Some("2022-04-08")), Some(day("2022-05-10")));
    assert_eq!(task(&store, &id, Some("2022-04-07")).duty.unwrap().settled.len(), 0);
    let states: Vec<OccurrenceState> =
        store.read().settled_periods(&id, None).unwrap().into_iter().map(|settled| settled.state).collect();
    assert_eq!(states, [OccurrenceState::Done, OccurrenceState::Skipped]);
    assert!(store.read().deadline_facts(&id, None).unwrap().is_empty(), "another period is no other deadline");
    let broken: Vec<_> = store.read().check().unwrap().into_iter().filter(|check| !check.ok).collect();
    assert!(broken.is_empty(), "{broken:?}");
}

#[test]
fn settling_is_taken_back_and_done_again() {
    let (mut store, id) = office();
    settle(&mut store, &id, OccurrenceState::Done, "2022-04-08");
    store.undo(operation("撤销")).unwrap();
    assert_eq!(due(&store, &id, None), Some(day("2022-04-10")));
    store.redo(operation("重做")).unwrap();
    assert_eq!(due(&store, &id, None), Some(day("2022-05-10")));
}

#[test]
fn a_rule_is_set_by_hand_from_a_day_on_and_taken_off() {
    let (mut store, id) = office();
    let rule =
        |words: &str, begins: &str| Duty { rhythm: Rhythm::read(words).unwrap(), begins: day(begins), ends: None };
    let set = |store: &mut Store, duty: Option<Duty>, on: &str| {
        operate(store, "设定节奏", |writer| {
            writer.set_duty(&id, duty, Happening { day: day(on), reason: "改为季报" })
        });
    };
    set(&mut store, Some(rule("每季度", "2022-05-01")), "2022-05-01");
    let now = task(&store, &id, None);
    assert_eq!((now.due, now.deadline_raw.as_deref()), (Some(day("2022-06-30")), Some("每季度第3个月底前")));
    assert!(!now.duty.unwrap().is_read);
    let then = task(&store, &id, Some("2022-04-30"));
    assert_eq!((then.due, then.duty.unwrap().duty.rhythm.words()), (Some(day("2022-04-10")), "每月10日前".to_owned()));
    set(&mut store, None, "2022-06-01");
    assert_eq!((due(&store, &id, None), task(&store, &id, None).duty), (None, None));
}

#[test]
fn what_comes_back_ends_with_its_plan_and_vague_words_make_no_rule() {
    let mut store = Store::in_memory().unwrap();
    Given::notice("2022年调度方案").issued("2022-11-20").with(monthly("每月", "每月报送")).in_force(&mut store);
    Given::notice("会商制度").issued("2022-11-20").with(monthly("定期", "定期会商")).in_force(&mut store);
    let tasks = store.read().tasks(&TaskFilter { recurring: true, ..TaskFilter::default() }).unwrap().tasks;
    let duties: Vec<_> = tasks.iter().map(|task| task.duty.as_ref().map(|of| of.duty.occurrences().count())).collect();
    assert_eq!(duties, [Some(2), None]);
    assert_eq!(tasks[1].due, None);
}

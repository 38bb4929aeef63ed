//! Tasks that no notice gave stand in the ledger like all others.

use domain::{DeadlineKind, Light, Origin, OriginKind, TaskStatus, UnitRole};

use super::{Moved, NewTask, TaskChange};
use crate::testing::{Given, day, lights, measure, operate, operation, texts};
use crate::{CountScope, Happening, NewDeadline, Order, Store, TaskFilter, TaskId, TaskRecord};

fn origin() -> Origin {
    Origin {
        kind: OriginKind::Instruction,
        words: "请抓紧研究".to_owned(),
        person: "李明".to_owned(),
        day: Some(day("2022-03-01")),
    }
}

fn due(due: &str) -> NewDeadline {
    NewDeadline { raw: None, due: Some(day(due)), kind: DeadlineKind::Date }
}

/// A register with a task of a notice and one of an instruction.
fn office() -> (Store, TaskId) {
    let mut store = Store::in_memory().unwrap();
    Given::notice("方案")
        .issued("2022-02-01")
        .with(measure("简化材料", "市政务办", "", "2022-06-30"))
        .in_force(&mut store);
    let (leads, co_units) = (["市水利局".to_owned()], ["市财政局".to_owned(), "市水利局".to_owned()]);
    let task = operate(&mut store, "新建事项", |writer| {
        writer.add_task(&NewTask {
            title: Some("河道清淤"),
            text: "完成东河清淤",
            leads: &leads,
            co_units: &co_units,
            deadline: &due("2022-05-31"),
            origin: &origin(),
            region: "杭州市",
            begins: day("2022-03-01"),
        })
    });
    (store, task)
}

fn find(store: &Store, id: &TaskId) -> TaskRecord {
    store.read().task(id, None).unwrap()
}

fn check(store: &Store) {
    let broken: Vec<_> = store.read().check().unwrap().into_iter().filter(|check| !check.ok).collect();
    assert_eq!(broken, []);
}

#[test]
fn a_task_by_hand_has_an_origin_and_no_notice() {
    let (store, id) = office();
    let task = find(&store, &id);
    assert_eq!((task.notice.clone(), task.notice_title.clone(), task.measure.clone()), (None, None, None));
    assert_eq!(task.origin, Some(origin()));
    assert_eq!(task.begins, Some(day("2022-03-01")));
    let units: Vec<_> = task.units.iter().map(|unit| (unit.name.as_str(), unit.role)).collect();
    assert_eq!(units, [("市水利局", UnitRole::Lead), ("市财政局", UnitRole::CoUnit)], "a lead is no co-unit, too");
    let of_notice = store.read().tasks(&TaskFilter { words: Some("简化".into()), ..Default::default() }).unwrap();
    assert_eq!(of_notice.tasks[0].origin, None);
    assert_eq!(of_notice.tasks[0].notice_title.as_deref(), Some("方案"));
    check(&store);
}

#[test]
fn it_is_listed_filtered_counted_and_found_like_any_other() {
    let (store, _) = office();
    let is = |filter: TaskFilter, expected: &[&str]| assert_eq!(texts(&store, &filter), expected, "{filter:?}");
    is(TaskFilter::default(), &["完成东河清淤", "简化材料"]);
    is(TaskFilter { by_hand: true, ..Default::default() }, &["完成东河清淤"]);
    is(TaskFilter { order: Order::Notice, ..Default::default() }, &["简化材料", "完成东河清淤"]);
    is(TaskFilter { region: Some("杭州市".into()), ..Default::default() }, &["完成东河清淤", "简化材料"]);
    is(
        TaskFilter { lights: Some((vec![Light::Overdue], lights("2022-06-01"))), ..Default::default() },
        &["完成东河清淤"],
    );
    for words in ["清淤", "河道清", "市水利局", "抓紧研究", "李明", "李"] {
        is(TaskFilter { words: Some(words.into()), ..Default::default() }, &["完成东河清淤"]);
        assert_eq!(store.read().search(words, 10).unwrap().total, 1, "{words}");
    }
    assert_eq!(store.read().count_tasks(&TaskFilter { by_hand: true, ..Default::default() }).unwrap(), 1);
    let all: u32 = store.read().counts(CountScope::default()).unwrap().all.iter().map(|count| count.tasks).sum();
    assert_eq!(all, 2);
}

#[test]
fn on_days_before_it_began_it_is_not_there() {
    let (store, id) = office();
    let on = |day| TaskFilter { as_of: Some(day), ..Default::default() };
    assert_eq!(texts(&store, &on(day("2022-02-28"))), ["简化材料"]);
    assert_eq!(texts(&store, &on(day("2022-03-01"))), ["完成东河清淤", "简化材料"]);
    assert!(store.read().task(&id, Some(day("2022-02-28"))).is_err());
    let found = |day| store.read().search_as_of("李明", Some(day), 10).unwrap().total;
    assert_eq!((found(day("2022-02-28")), found(day("2022-03-01"))), (0, 1));
}

#[test]
fn what_was_entered_wrong_is_put_right_and_taken_back() {
    let (mut store, id) = office();
    let before = find(&store, &id);
    let other =
        Origin { kind: OriginKind::Meeting, words: "专题会议".to_owned(), person: String::new(), day: None };
    operate(&mut store, "修改事项", |writer| {
        writer.edit_task(
            &id,
            &[
                TaskChange::Title(None),
                TaskChange::Text("完成西河清淤".to_owned()),
                TaskChange::Units { leads: vec!["市财政局".to_owned()], co_units: Vec::new() },
                TaskChange::Deadline(NewDeadline::default()),
                TaskChange::Origin(other.clone(), day("2022-02-20")),
            ],
        )
    });
    let after = find(&store, &id);
    assert_eq!((after.title, after.text.as_str()), (None, "完成西河清淤"));
    assert_eq!((after.due, after.deadline_kind), (None, DeadlineKind::None));
    assert_eq!((after.origin, after.begins), (Some(other), Some(day("2022-02-20"))));
    assert_eq!(after.units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>(), ["市财政局"]);
    assert_eq!(store.read().search("专题会议", 10).unwrap().total, 1);
    assert_eq!(store.read().search("李明", 10).unwrap().total, 0);
    check(&store);
    assert_eq!(store.undo(operation("撤销")).unwrap().label, "修改事项");
    assert_eq!(find(&store, &id), before);
    check(&store);
    store.undo(operation("撤销")).unwrap();
    assert!(store.read().task(&id, None).is_err());
    assert_eq!(store.read().search("清淤", 10).unwrap().total, 0);
    check(&store);
    store.redo(operation("重做")).unwrap();
    assert_eq!(find(&store, &id), before);
}

#[test]
fn its_history_and_what_happened_to_it_are_told() {
    let (mut store, id) = office();
    assert_eq!(store.read().moved(&id).unwrap(), Moved::default());
    operate(&mut store, "办结", |writer| {
        writer.move_status(&id, TaskStatus::Completed, Happening { day: day("2022-04-01"), reason: "" })
    });
    let moved = store.read().moved(&id).unwrap();
    assert_eq!(moved, Moved { first_day: Some(day("2022-04-01")), deadline: false, units: false });
    operate(&mut store, "延期", |writer| {
        writer.move_deadline(&id, &due("2022-07-31"), Happening { day: day("2022-03-20"), reason: "汛期" })
    });
    let moved = store.read().moved(&id).unwrap();
    assert_eq!(moved, Moved { first_day: Some(day("2022-03-20")), deadline: true, units: false });
    let labels: Vec<String> =
        store.read().history(Some(&id.to_string()), 10).unwrap().into_iter().map(|entry| entry.label).collect();
    assert_eq!(labels, ["延期", "办结", "新建事项"]);
}

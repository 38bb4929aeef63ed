//! A past day shows the tasks as they stood at its end.

use domain::{Light, TaskStatus};

use crate::testing::{Given, day, lights, measure, operate, texts};
use crate::{CountScope, Happening, NewDeadline, Store, TaskFilter, TaskId, Writer};

/// Two notices in force: one of 2022-03-01 with two tasks, one entered later whose day of issue is 2022-06-01.
fn office() -> Store {
    let mut store = Store::in_memory().unwrap();
    Given::notice("方案")
        .issued("2022-03-01")
        .with(measure("简化材料", "市发改委", "市财政局", "2022-06-30"))
        .with(measure("开放数据", "市大数据局", "", "2022-09-30"))
        .in_force(&mut store);
    Given::notice("要点").issued("2022-06-01").with(measure("公开决策", "市府办", "", "")).in_force(&mut store);
    store
}

/// A task and what is recorded of it.
fn first_task(writer: &Writer<'_>) -> TaskId {
    let filter = TaskFilter { words: Some("简化材料".to_owned()), ..TaskFilter::default() };
    writer.tasks(&filter).unwrap().tasks.remove(0).id
}

fn moved(store: &mut Store, to: TaskStatus, happened: &str) {
    operate(store, "改动", |writer| {
        writer.move_status(&first_task(writer), to, Happening { day: day(happened), reason: "" })
    });
}

fn completed(store: &mut Store) {
    moved(store, TaskStatus::Submitted, "2022-04-10");
    moved(store, TaskStatus::Completed, "2022-05-20");
}

fn change(store: &mut Store, sql: &str) {
    operate(store, "改动", |writer: &Writer<'_>| {
        writer.connection().execute_batch(sql)?;
        Ok(())
    });
}

fn on(store: &Store, at: &str) -> Vec<String> {
    texts(store, &TaskFilter { as_of: Some(day(at)), ..TaskFilter::default() })
}

#[test]
fn a_task_is_not_there_before_it_begins() {
    let store = office();
    assert!(on(&store, "2022-02-28").is_empty());
    assert_eq!(on(&store, "2022-03-01"), ["简化材料", "开放数据"]);
    assert_eq!(on(&store, "2022-05-31"), ["简化材料", "开放数据"]);
    assert_eq!(on(&store, "2022-06-01").len(), 3);
    let scope = |at| CountScope { as_of: Some(day(at)), ..CountScope::default() };
    let all = |at| store.read().counts(scope(at)).unwrap().all.iter().map(|count| count.tasks).sum::<u32>();
    assert_eq!([all("2022-02-28"), all("2022-03-01"), all("2022-06-01")], [0, 2, 3]);
}

#[test]
fn a_status_holds_from_the_day_it_happened() {
    let mut store = office();
    completed(&mut store);
    let status = |at| {
        let filter = TaskFilter { as_of: Some(day(at)), ..TaskFilter::default() };
        store.read().tasks(&filter).unwrap().tasks.into_iter().find(|task| task.text == "简化材料").unwrap().status
    };
    assert_eq!(status("2022-04-09"), TaskStatus::InProgress);
    assert_eq!(status("2022-04-10"), TaskStatus::Submitted);
    assert_eq!(status("2022-05-20"), TaskStatus::Completed);
    let done = |at| {
        let filter =
            TaskFilter { lights: Some((vec![Light::Done], lights(at))), as_of: Some(day(at)), ..TaskFilter::default() };
        texts(&store, &filter)
    };
    assert!(done("2022-05-19").is_empty());
    assert_eq!(done("2022-05-20"), ["简化材料"]);
}

#[test]
fn what_is_recorded_late_counts_from_its_own_day() {
    let mut store = office();
    moved(&mut store, TaskStatus::Completed, "2022-05-20");
    moved(&mut store, TaskStatus::Submitted, "2022-04-10");
    let status = |at: Option<&str>| {
        let filter = TaskFilter { as_of: at.map(day), ..TaskFilter::default() };
        store.read().tasks(&filter).unwrap().tasks.into_iter().find(|task| task.text == "简化材料").unwrap().status
    };
    assert_eq!(status(Some("2022-04-09")), TaskStatus::InProgress);
    assert_eq!(status(Some("2022-04-10")), TaskStatus::Submitted);
    assert_eq!(status(Some("2022-05-19")), TaskStatus::Submitted);
    assert_eq!(status(None), TaskStatus::Completed, "what is later stands");
}

#[test]
fn a_fact_keeps_the_day_it_happened_the_moment_it_was_recorded_and_by_whom() {
    let mut store = office();
    completed(&mut store);
    let fact = "SELECT happened, recorded_at, actor FROM status_events WHERE after = 'completed'";
    let fact: (String, String, String) =
        store.read().connection.query_row(fact, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    assert_eq!(fact, ("2022-05-20".to_owned(), "2022-03-01T08:00:00.000Z".to_owned(), "张三".to_owned()));
}

#[test]
fn a_task_of_a_notice_without_a_day_begins_with_the_year_it_names_or_was_always_there() {
    let mut store = Store::in_memory().unwrap();
    Given::notice("2022年工作要点").with(measure("公开决策", "市府办", "", "")).in_force(&mut store);
    Given::notice("要点").with(measure("整理清单", "市府办", "", "2022-06-30")).in_force(&mut store);
    assert_eq!(on(&store, "2021-12-31"), ["整理清单"]);
    assert_eq!(on(&store, "2022-01-01"), ["整理清单", "公开决策"]);
    let undated = TaskFilter { undated: true, as_of: Some(day("2022-01-01")), ..TaskFilter::default() };
    assert_eq!(store.read().count_tasks(&undated).unwrap(), 1);
    assert_eq!(texts(&store, &undated), ["整理清单"]);
}

#[test]
fn a_search_finds_what_was_there() {
    let store = office();
    let found = |at: Option<&str>| {
        let found = store.read().search_as_of("开放数据", at.map(day), 10).unwrap();
        (found.total, found.hits.len())
    };
    assert_eq!(found(Some("2022-02-28")), (0, 0));
    assert_eq!(found(Some("2022-03-01")), found(None));
    assert!(found(None).0 > 0);
}

#[test]
fn an_extended_deadline_was_the_original_one_before() {
    let mut store = office();
    operate(&mut store, "延期", |writer| {
        let to = NewDeadline {
            raw: Some("9月底前".to_owned()),
            due: Some(day("2022-09-30")),
            kind: domain::DeadlineKind::Month,
        };
        writer.move_deadline(&first_task(writer), &to, Happening { day: day("2022-06-15"), reason: "材料未齐" })
    });
    let due = |at| {
        let filter = TaskFilter { as_of: Some(day(at)), ..TaskFilter::default() };
        let task = store.read().tasks(&filter).unwrap().tasks.into_iter().find(|task| task.text == "简化材料").unwrap();
        (task.deadline_raw.unwrap_or_default(), task.due.unwrap().to_string())
    };
    assert_eq!(due("2022-06-14"), ("2022-06-30前".to_owned(), "2022-06-30".to_owned()));
    assert_eq!(due("2022-06-15"), ("9月底前".to_owned(), "2022-09-30".to_owned()));
}

#[test]
fn a_unit_led_until_the_day_another_took_over() {
    let mut store = office();
    change(
        &mut store,
        "INSERT INTO unit_events (task, unit, before_role, after_role, happened, recorded_at, actor)
         VALUES (1, 1, 'lead', NULL, '2022-05-01', '2022-05-01T08:00:00Z', '张三'),
                (1, 2, 'co', 'lead', '2022-05-01', '2022-05-01T08:00:00Z', '张三');
         DELETE FROM task_units WHERE task = 1 AND unit = 1;
         UPDATE task_units SET role = 'lead' WHERE task = 1 AND unit = 2;
         UPDATE tasks SET first_lead = 2 WHERE id = 1;",
    );
    let units = |at| -> Vec<String> {
        let filter = TaskFilter { as_of: Some(day(at)), ..TaskFilter::default() };
        let task = store.read().tasks(&filter).unwrap().tasks.into_iter().find(|task| task.text == "简化材料").unwrap();
        task.units.into_iter().map(|unit| format!("{} {}", unit.role.code(), unit.name)).collect()
    };
    assert_eq!(units("2022-04-30"), ["co 市财政局", "lead 市发改委"]);
    assert_eq!(units("2022-05-01"), ["lead 市财政局"]);
    let led = |at| {
        let unit = store.read().units_called("市发改委").unwrap().remove(0).id;
        let filter = TaskFilter { units: Some(vec![unit]), as_of: Some(day(at)), ..TaskFilter::default() };
        texts(&store, &filter)
    };
    assert_eq!(led("2022-04-30"), ["简化材料"]);
    assert!(led("2022-05-01").is_empty());
}

#[test]
fn figures_of_a_past_day_are_those_of_that_day() {
    let mut store = office();
    let figures = |store: &Store, at| {
        let scope = CountScope { as_of: Some(day(at)), ..CountScope::default() };
        let mut lines: Vec<String> = store
            .read()
            .counts(scope)
            .unwrap()
            .all
            .iter()
            .map(|count| format!("{} {:?} {}", count.status.code(), count.due.map(|due| due.to_string()), count.tasks))
            .collect();
        lines.sort();
        lines
    };
    let before = figures(&store, "2022-05-19");
    completed(&mut store);
    assert_eq!(figures(&store, "2022-04-09"), before, "what happens later changes nothing of an earlier day");
    assert_eq!(
        figures(&store, "2022-07-01"),
        ["completed Some(\"2022-06-30\") 1", "in_progress None 1", "in_progress Some(\"2022-09-30\") 1"]
    );
    assert_eq!(
        figures(&store, "2022-05-20"),
        ["completed Some(\"2022-06-30\") 1", "in_progress Some(\"2022-09-30\") 1"]
    );
}

#[test]
fn figures_of_each_past_day_are_those_of_the_tasks_as_they_stood() {
    let mut store = office();
    completed(&mut store);
    operate(&mut store, "延期", |writer| {
        let to = NewDeadline { raw: None, due: Some(day("2022-12-31")), kind: domain::DeadlineKind::Month };
        writer.move_deadline(&first_task(writer), &to, Happening { day: day("2022-06-15"), reason: "" })
    });
    change(
        &mut store,
        "INSERT INTO unit_events (task, unit, before_role, after_role, happened, recorded_at, actor)
         VALUES (1, 1, 'lead', NULL, '2022-05-01', '2022-05-01T08:00:00Z', '张三'),
                (1, 2, 'co', 'lead', '2022-05-01', '2022-05-01T08:00:00Z', '张三');
         DELETE FROM task_units WHERE task = 1 AND unit = 1;
         UPDATE task_units SET role = 'lead' WHERE task = 1 AND unit = 2;
         UPDATE tasks SET first_lead = 2 WHERE id = 1;",
    );
    let (from, to) = (day("2022-07-01"), day("2022-11-30"));
    let place = |due: Option<chrono::NaiveDate>| due.map(|due| (due >= from) as u8 + (due > to) as u8);
    let days = ["2022-02-28", "2022-03-01", "2022-04-10", "2022-04-30", "2022-05-20", "2022-06-01", "2022-06-15"];
    for at in days.map(day) {
        let tasks = store.read().tasks(&TaskFilter { as_of: Some(at), ..TaskFilter::default() }).unwrap().tasks;
        let mut expected = std::collections::BTreeMap::<_, u32>::new();
        for task in &tasks {
            for unit in &task.units {
                let due = if unit.role == domain::UnitRole::Lead { place(task.due) } else { None };
                *expected.entry((unit.unit.to_string(), unit.role.code(), task.status.code(), due)).or_default() += 1;
            }
        }
        let scope = CountScope { as_of: Some(at), stretches: Some((from, to)), ..CountScope::default() };
        let counts = store.read().counts(scope).unwrap();
        let mut counted = std::collections::BTreeMap::<_, u32>::new();
        for count in counts.units {
            let unit = count.unit.map(|unit| unit.to_string()).unwrap_or_default();
            *counted.entry((unit, count.role.code(), count.status.code(), place(count.due))).or_default() +=
                count.tasks;
        }
        assert_eq!(counted, expected, "{at}");
        assert_eq!(counts.all.iter().map(|count| count.tasks as usize).sum::<usize>(), tasks.len(), "{at}");
    }
}

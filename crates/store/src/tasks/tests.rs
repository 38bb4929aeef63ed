//! Filters, order and pages of the ledger.

use domain::{Course, Light, Pace, TaskStatus, UnitRole};

use crate::testing::{Given, day, lights, measure, operate, texts};
use crate::{Grouping, NewProgress, Order, Store, TaskFilter, UnitId};

fn office() -> Store {
    let mut store = Store::in_memory().unwrap();
    Given::notice("杭州方案")
        .with(measure("简化材料", "市发改委", "市财政局", "2022-06-30"))
        .with(measure("降低费用", "市财政局", "市发改委、市财政局", "2022-07-31"))
        .with(measure("长期坚持", "市 财政局", "", ""))
        .with(measure("统一窗口", "", "市发改委", "2023-01-31"))
        .in_force(&mut store);
    Given::notice("上海方案")
        .of_region("上海市")
        .with(measure("上海降费", "市财政局", "", "2022-07-01"))
        .in_force(&mut store);
    store
}

#[test]
fn every_field_of_the_filter_narrows() {
    let store = office();
    let check = |filter: TaskFilter, expected: &[&str]| assert_eq!(texts(&store, &filter), expected, "{filter:?}");
    let of = |name: &str| Some(store.read().units_called(name).unwrap().into_iter().map(|unit| unit.id).collect());
    check(TaskFilter::default(), &["简化材料", "上海降费", "降低费用", "统一窗口", "长期坚持"]);
    check(TaskFilter { units: of("市发改委"), ..Default::default() }, &["简化材料", "降低费用", "统一窗口"]);
    check(TaskFilter { units: of("市发改委"), role: Some(UnitRole::Lead), ..Default::default() }, &["简化材料"]);
    check(TaskFilter { units: of("市财政局"), role: Some(UnitRole::CoUnit), ..Default::default() }, &["简化材料"]);
    check(TaskFilter { unassigned: true, ..Default::default() }, &["统一窗口"]);
    check(TaskFilter { region: Some("上海市".into()), ..Default::default() }, &["上海降费"]);
    check(TaskFilter { due_before: Some(day("2022-07-01")), ..Default::default() }, &["简化材料"]);
    check(TaskFilter { due_from: Some(day("2022-07-31")), ..Default::default() }, &["降低费用", "统一窗口"]);
    check(TaskFilter { words: Some("降 费用".into()), ..Default::default() }, &["降低费用"]);
    check(TaskFilter { words: Some("降".into()), ..Default::default() }, &["上海降费", "降低费用"]);
    check(
        TaskFilter { words: Some("市财政".into()), due_from: Some(day("2022-07-01")), ..Default::default() },
        &["上海降费", "降低费用"],
    );
    check(TaskFilter { statuses: vec![TaskStatus::Closed], ..Default::default() }, &[]);
    check(TaskFilter { order: Order::Notice, limit: 2, ..Default::default() }, &["简化材料", "降低费用"]);
}

#[test]
fn one_unit_per_name_and_region() {
    let store = office();
    let named: Vec<_> =
        store.read().units().unwrap().into_iter().map(|unit| (unit.region.unwrap_or_default(), unit.name)).collect();
    let expected = [("上海市", "市财政局"), ("杭州市", "市发改委"), ("杭州市", "市财政局")];
    assert_eq!(named, expected.map(|(region, name)| (region.to_owned(), name.to_owned())));
}

#[test]
fn an_alias_means_the_same_unit_in_its_region_only() {
    let mut store = office();
    operate(&mut store, "别名", |writer| writer.add_alias("杭州市", "市发改委", "市改革办"));
    let (own, other) = operate(&mut store, "查找", |writer| {
        writer.keep_setting("写过", "是")?;
        Ok((writer.resolve_unit(Some("杭州市"), "市改革办")?, writer.resolve_unit(Some("上海市"), "市改革办")?))
    });
    assert_eq!(store.read().unit(&own).unwrap().name, "市发改委");
    assert_eq!(store.read().unit(&other).unwrap().name, "市改革办");
}

#[test]
fn a_spelling_the_program_knows_becomes_an_alias_when_it_is_met() {
    let mut store = office();
    Given::notice("杭州二号方案").with(measure("简化流程", "市发展改革委", "", "")).in_force(&mut store);
    let unit = store.read().units_called("市发展改革委").unwrap().remove(0);
    assert_eq!(unit.name, "市发改委");
    assert_eq!(store.read().aliases(&unit.id).unwrap(), ["市发展改革委"]);
    assert_eq!(store.read().spellings(&unit.id).unwrap().len(), 2, "what was written is kept");
}

/// The division that the filter makes in SQL is the one the domain makes.
#[test]
fn the_filter_of_lights_agrees_with_the_domain() {
    let mut store = Store::in_memory().unwrap();
    let lights = lights("2022-07-01");
    let mut given = Given::notice("方案");
    let days = ["", "2021-01-01", "2022-06-30", "2022-07-01", "2022-07-31", "2022-08-01", "2030-01-01"];
    for due in days {
        for status in TaskStatus::ALL {
            given = given.with(measure(&format!("{due} {}", status.code()), "市发改委", "", due));
        }
    }
    given.in_force(&mut store);
    operate(&mut store, "状态", |writer| {
        for status in TaskStatus::ALL {
            let set = "UPDATE tasks SET status = ?1 WHERE text LIKE '% ' || ?1";
            writer.connection().execute(set, [status.code()])?;
        }
        Ok(())
    });
    let mut seen = 0;
    for light in Light::ALL {
        for task in
            store.read().tasks(&TaskFilter { lights: Some((vec![light], lights)), ..Default::default() }).unwrap().tasks
        {
            assert_eq!(lights.of(task.status, task.due), light, "{}", task.text);
            seen += 1;
        }
    }
    assert_eq!(seen, days.len() * TaskStatus::ALL.len(), "each task has exactly one light");
}

#[test]
fn pages_hold_every_task_once_in_every_order() {
    let store = office();
    for order in [Order::Due, Order::Notice, Order::Lead, Order::Status] {
        for descending in [false, true] {
            let mut filter = TaskFilter { order, descending, ..Default::default() };
            let whole = texts(&store, &filter);
            assert_eq!(whole.len(), 5);
            filter.limit = 2;
            let mut paged = Vec::new();
            loop {
                let slice = store.read().tasks(&filter).unwrap();
                assert_eq!(slice.total, 5);
                paged.extend(slice.tasks.into_iter().map(|task| task.text));
                let Some(next) = slice.next else { break };
                filter.after = Some(next);
            }
            assert_eq!(paged, whole, "{order:?} descending: {descending}");
        }
    }
}

#[test]
fn without_a_day_a_task_comes_last_in_order_of_days() {
    let store = office();
    for descending in [false, true] {
        let filter = TaskFilter { descending, ..Default::default() };
        assert_eq!(texts(&store, &filter).last().map(String::as_str), Some("长期坚持"));
    }
}

#[test]
fn a_walked_order_gives_what_a_sorted_one_gives_page_by_page() {
    let store = office();
    let all = TaskFilter { limit: 2, ..TaskFilter::default() };
    let of = |name: &str| Some(store.read().units_called(name).unwrap().into_iter().map(|unit| unit.id).collect());
    let narrowed = [
        all.clone(),
        TaskFilter { units: of("市财政局"), ..all.clone() },
        TaskFilter { lights: Some((vec![Light::Overdue], lights("2022-07-15"))), ..all.clone() },
        TaskFilter { lights: Some((vec![Light::NoDeadline], lights("2022-07-15"))), ..all.clone() },
        TaskFilter { region: Some("杭州市".into()), statuses: vec![TaskStatus::InProgress], ..all.clone() },
        TaskFilter { unassigned: true, ..all.clone() },
        TaskFilter { words: Some("降低费".into()), ..all },
    ];
    // So many answers that an order is walked, or so few that they are sorted.
    let pages = |filter: &TaskFilter, total: u32| {
        let mut shown = Vec::new();
        let mut filter = filter.clone();
        loop {
            let slice = store.read().page_of_tasks(&filter, total).unwrap();
            shown.extend(slice.tasks.into_iter().map(|task| task.text));
            match slice.next {
                Some(next) => filter.after = Some(next),
                None => return shown,
            }
        }
    };
    for filter in narrowed {
        for order in [Order::Due, Order::Notice, Order::Lead, Order::Status] {
            for descending in [false, true] {
                let filter = TaskFilter { order, descending, ..filter.clone() };
                let whole = texts(&store, &TaskFilter { limit: 0, ..filter.clone() });
                assert_eq!(pages(&filter, 1), whole, "{filter:?}");
                assert_eq!(pages(&filter, u32::MAX), whole, "{filter:?}");
                assert_eq!(store.read().count_tasks(&filter).unwrap() as usize, whole.len(), "{filter:?}");
            }
        }
    }
}

#[test]
fn the_progress_light_of_a_list_is_that_of_each_task() {
    let mut store = Store::in_memory().unwrap();
    let lights = lights("2022-07-01");
    let mut given = Given::notice("方案").issued("2022-03-01");
    for due in ["", "2022-02-01", "2022-03-01", "2022-07-15", "2022-10-20", "2022-12-31", "2031-01-01"] {
        for share in [None, Some(0), Some(20), Some(40), Some(69), Some(100)] {
            let share = share.map_or_else(String::new, |share: u8| share.to_string());
            given = given.with(measure(&format!("{due} {share}"), "市发改委", "市财政局", due));
        }
    }
    given.in_force(&mut store);
    let tasks = store.read().tasks(&TaskFilter::default()).unwrap().tasks;
    operate(&mut store, "进展", |writer| {
        for task in &tasks {
            let Some(share) = task.text.rsplit(' ').next().and_then(|share| share.parse().ok()) else { continue };
            let new = NewProgress {
                task: &task.id,
                unit: None,
                text: "已推进",
                share: Some(share),
                difficulty: "",
                next_step: "",
                day: day("2022-06-01"),
                replaces: None,
                evidence: &[],
            };
            // Neither what a unit that assists says of its part nor what is said later counts.
            let part = task.units.last().map(|unit| &unit.unit);
            writer.add_progress(&NewProgress { unit: part, share: Some(100), day: day("2022-06-02"), ..new })?;
            writer.add_progress(&NewProgress { share: Some(100), day: day("2022-07-02"), ..new })?;
            writer.add_progress(&new)?;
        }
        Ok(())
    });
    let as_of = Some(day("2022-07-01"));
    let mut seen = 0;
    for pace in Pace::ALL {
        let filter = TaskFilter { pace: Some((pace, lights)), as_of, ..TaskFilter::default() };
        let found = store.read().tasks(&filter).unwrap();
        assert_eq!(found.total as usize, found.tasks.len());
        assert!(!found.tasks.is_empty(), "{pace:?}");
        for task in found.tasks {
            let Some(share) = task.text.rsplit(' ').next() else { continue };
            assert_eq!(task.share, share.parse().ok(), "{}", task.text);
            let course = Course { status: task.status, begins: task.begins, due: task.due, share: task.share };
            assert_eq!(lights.pace(course).pace, pace, "{}", task.text);
            seen += 1;
        }
    }
    assert_eq!(seen, tasks.len(), "each task has exactly one");
}

#[test]
fn several_values_widen_and_groups_add_up_to_the_list() {
    let store = office();
    let told_by = lights("2022-07-15");
    let all = TaskFilter::default();
    let count = |filter: &TaskFilter| store.read().count_tasks(filter).unwrap();
    let lit = |lights: &[Light]| TaskFilter { lights: Some((lights.to_vec(), told_by)), ..TaskFilter::default() };
    let single: u32 = [Light::Overdue, Light::OnTrack].iter().map(|light| count(&lit(&[*light]))).sum();
    assert_eq!(count(&lit(&[Light::Overdue, Light::OnTrack])), single, "kept figures");
    let words =
        |filter: TaskFilter| TaskFilter { undated: false, doubtful: false, words: Some("降".into()), ..filter };
    assert_eq!(count(&words(lit(&[Light::Overdue, Light::DueSoon, Light::OnTrack]))), count(&words(all.clone())));
    let both = TaskFilter { statuses: vec![TaskStatus::InProgress, TaskStatus::Closed], ..all.clone() };
    assert_eq!(count(&both), count(&all));
    for (by, filter) in
        [(Grouping::Notice, all.clone()), (Grouping::Whole, all.clone()), (Grouping::Notice, words(all.clone()))]
    {
        let counted = store.read().group_counts(&filter, by).unwrap();
        assert_eq!(counted.counts.iter().map(|group| group.tasks).sum::<u32>(), count(&filter), "{by:?}");
    }
    let by_lead = store.read().group_counts(&all, Grouping::Lead).unwrap();
    for (at, group) in by_lead.groups.iter().enumerate() {
        let counted: u32 = by_lead.counts.iter().filter(|count| count.group == Some(at)).map(|count| count.tasks).sum();
        let lead = TaskFilter { lead: Some(UnitId::from(group.id.as_str())), ..all.clone() };
        assert_eq!(counted, count(&lead), "{}", group.name);
        assert_eq!(counted, u32::try_from(texts(&store, &lead).len()).unwrap(), "{}", group.name);
    }
    let nobody: u32 = by_lead.counts.iter().filter(|count| count.group.is_none()).map(|count| count.tasks).sum();
    assert_eq!(nobody, count(&TaskFilter { unassigned: true, ..all }));
}

//! Persons are those of the notice until somebody says otherwise; a past day knows who was named then.

use domain::{Measure, People, PersonRole};

use super::{NewPerson, PeopleOfRole};
use crate::testing::{Given, day, measure, operate, operation};
use crate::{Happening, Store, TaskFilter, TaskId};

fn office() -> (Store, TaskId, TaskId) {
    let mut store = Store::in_memory().unwrap();
    let people =
        People {
            leaders: vec!["李明".into()], responsible: vec!["王芳".into(), "赵强".into()], ..People::default()
        };
    Given::notice("方案")
        .issued("2022-03-01")
        .with(Measure { people, ..measure("简化材料", "市政务办", "", "2022-06-30") })
        .with(measure("开放数据", "市数据局", "", "2022-09-30"))
        .in_force(&mut store);
    let tasks = store.read().tasks(&TaskFilter::default()).unwrap().tasks;
    (store, tasks[0].id.clone(), tasks[1].id.clone())
}

fn of_role(role: PersonRole, people: &[(&str, &str)]) -> PeopleOfRole {
    let person = |(name, telephone): &(&str, &str)| NewPerson { name: (*name).into(), telephone: (*telephone).into() };
    PeopleOfRole { role, people: people.iter().map(person).collect() }
}

/// Who is named on a task: role, name, telephone, and R where the notice says so.
fn named(store: &Store, task: &TaskId, as_of: Option<&str>) -> Vec<String> {
    let task = store.read().task(task, as_of.map(day)).unwrap();
    let mut people: Vec<String> = PersonRole::ALL
        .into_iter()
        .flat_map(|role| task.people.iter().filter(move |person| person.role == role))
        .map(|person| {
            let read = if person.is_read { " R" } else { "" };
            format!("{} {}{}{read}", person.role.word(), person.name, person.telephone)
        })
        .collect();
    people.dedup();
    people
}

fn call(store: &mut Store, tasks: &[TaskId], roles: &[PeopleOfRole], on: &str) -> u32 {
    operate(store, "指定人员", |writer| {
        writer.name_people(tasks, roles, Happening { day: day(on), reason: "分工调整" })
    })
}

#[test]
fn a_task_begins_with_the_people_its_notice_names() {
    let (store, task, other) = office();
    assert_eq!(named(&store, &task, None), ["分管领导 李明 R", "责任人 王芳 R", "责任人 赵强 R"]);
    assert!(named(&store, &other, None).is_empty());
}

#[test]
fn other_people_are_named_for_many_tasks_from_a_day_on_role_by_role() {
    let (mut store, task, other) = office();
    let roles = [of_role(PersonRole::Leader, &[("陈静", "")]), of_role(PersonRole::Contact, &[("小周", "8700")])];
    assert_eq!(call(&mut store, &[task.clone(), other.clone()], &roles, "2022-05-01"), 2);
    assert_eq!(call(&mut store, &[task.clone(), other.clone()], &roles, "2022-05-02"), 0, "nothing is changed twice");
    assert_eq!(named(&store, &task, None), ["分管领导 陈静", "责任人 王芳 R", "责任人 赵强 R", "联系人 小周8700"]);
    assert_eq!(named(&store, &other, None), ["分管领导 陈静", "联系人 小周8700"]);
    assert_eq!(named(&store, &task, Some("2022-04-30")), ["分管领导 李明 R", "责任人 王芳 R", "责任人 赵强 R"]);
    assert_eq!(named(&store, &task, Some("2022-05-01"))[0], "分管领导 陈静");
    let of = |name: &str, as_of: Option<&str>| {
        let filter = TaskFilter { person: Some(name.into()), as_of: as_of.map(day), ..TaskFilter::default() };
        store.read().tasks(&filter).unwrap().total
    };
    assert_eq!([of("陈静", None), of("李明", None), of("李明", Some("2022-04-30")), of("小周", None)], [2, 0, 1, 2]);
}

#[test]
fn naming_people_is_taken_back_and_done_again() {
    let (mut store, task, _) = office();
    let before = named(&store, &task, None);
    call(&mut store, std::slice::from_ref(&task), &[of_role(PersonRole::Responsible, &[])], "2022-05-01");
    assert_eq!(named(&store, &task, None), ["分管领导 李明 R"], "a role may be left empty");
    store.undo(operation("撤销")).unwrap();
    assert_eq!(named(&store, &task, None), before);
    store.redo(operation("重做")).unwrap();
    assert_eq!(named(&store, &task, None), ["分管领导 李明 R"]);
}

//! Who is named on a task: read, put right, for many at once; told in lists, exports and on past days.

use serde_json::{Value, json};

use crate::testing::Office;
use crate::wire::{ExportFile, JournalEntry, MoveReport, TaskDetail, TaskEntered, TaskPage};

const TABLE: &str = "滨江市重点工作任务分解表
序号|工作任务|牵头单位|分管领导|联系人|完成时限
1|完成东河清淤。|市水利局|李明|王芳 0571-87001234|2026年12月底前
2|改造老旧泵站。|市水利局|李明|孙丽|2026年11月底前
滨江市人民政府办公室
2026年3月1日
";

fn office() -> (tempfile::TempDir, Office) {
    Office::with_document(TABLE)
}

fn ids(office: &mut Office, query: Value) -> Vec<String> {
    office.ask::<TaskPage>("list_tasks", query).rows.into_iter().map(|row| row.id).collect()
}

/// Name, telephone and whether the notice says so, in each role.
fn people(office: &mut Office, id: &str) -> Vec<(String, String, String, bool)> {
    let detail: TaskDetail = office.ask("get_task", json!({ "id": id }));
    let of = |person: crate::wire::TaskPerson| (person.role, person.name, person.telephone, person.is_read);
    detail.task.people.into_iter().map(of).collect()
}

fn of(role: &str, name: &str, telephone: &str, is_read: bool) -> (String, String, String, bool) {
    (role.to_owned(), name.to_owned(), telephone.to_owned(), is_read)
}

#[test]
fn people_read_in_the_notice_are_told_as_read_until_somebody_names_others() {
    let (_folder, mut office) = office();
    let tasks = ids(&mut office, json!({ "sort": "notice" }));
    let read = [of("leader", "李明", "", true), of("contact", "王芳", "0571-87001234", true)];
    assert_eq!(people(&mut office, &tasks[0]), read);
    let request = json!({
        "tasks": tasks,
        "people": { "responsible": [{ "name": "赵强" }], "contact": [{ "name": "小周 13800000000" }, { "name": " " }] },
        "reason": "分工调整",
    });
    assert_eq!(office.ask::<MoveReport>("name_people", request).moved, 2);
    let named = [
        of("leader", "李明", "", true),
        of("responsible", "赵强", "", false),
        of("contact", "小周", "13800000000", false),
    ];
    for task in &tasks {
        let mut told = people(&mut office, task);
        told.sort_by_key(|(role, ..)| ["leader", "responsible", "contact"].iter().position(|code| code == role));
        assert_eq!(told, named);
    }
    let entry = office.ask::<JournalEntry>("undo", json!({}));
    assert_eq!(entry.label, "指定人员");
    assert_eq!(entry.summary, "“1/1 完成东河清淤。”等 2 条：责任人改为 赵强，联系人改为 小周；原因：分工调整");
    assert_eq!(people(&mut office, &tasks[0]), read);
}

#[test]
fn tasks_are_found_and_exported_by_the_people_on_them() {
    let (_folder, mut office) = office();
    assert_eq!(ids(&mut office, json!({ "person": "李明" })).len(), 2);
    assert_eq!(ids(&mut office, json!({ "person": "王芳" })).len(), 1);
    let table = office.ask::<ExportFile>("export", json!({ "format": "csv" })).text;
    assert!(table.contains("王芳（0571-87001234）"), "{table}");
}

#[test]
fn a_task_by_hand_begins_with_the_people_that_are_entered() {
    let (_folder, mut office) = office();
    let request = json!({
        "text": "整修堤岸", "origin": { "kind": "hand" },
        "people": { "leader": [{ "name": "陈静", "telephone": "8700" }] },
    });
    let entered: TaskEntered = office.ask("add_task", request);
    assert_eq!(people(&mut office, &entered.task), [of("leader", "陈静", "8700", false)]);
    let lines = office.ask::<ExportFile>("export", json!({ "format": "jsonl" })).text;
    assert!(lines.contains(r#""people":{"leader":["陈静"],"responsible":[],"contact":[]}"#), "{lines}");
}

#[test]
fn what_cannot_be_kept_is_refused_at_its_field() {
    let (_folder, mut office) = office();
    let tasks = ids(&mut office, json!({}));
    let mut refused =
        |people: Value| office.try_ask("name_people", json!({ "tasks": tasks, "people": people })).unwrap_err();
    assert!(refused(json!({})).to_string().contains("没有写明分管领导"));
    let long = refused(json!({ "leader": [{ "name": "长".repeat(5_000) }] }));
    assert_eq!(long.field.as_deref(), Some("people.leader"));
}

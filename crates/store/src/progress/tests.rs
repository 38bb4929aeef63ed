//! Entries stay as they were written, their files come back byte for byte, and lists are walked by day.

use super::{Earlier, NewEvidence, NewProgress, ProgressFilter, ProgressRecord, UsedBefore};
use crate::testing::{Given, day, measure, operate, operation};
use crate::{ProgressId, Store, StoreError, TaskFilter, TaskId};

fn office() -> (Store, TaskId, TaskId) {
    let mut store = Store::in_memory().unwrap();
    Given::notice("方案")
        .issued("2022-03-01")
        .with(measure("简化材料", "市政务办", "", "2022-06-30"))
        .with(measure("开放数据", "市数据局", "", "2022-09-30"))
        .in_force(&mut store);
    let tasks = store.read().tasks(&TaskFilter::default()).unwrap().tasks;
    (store, tasks[0].id.clone(), tasks[1].id.clone())
}

fn file(name: &str, text: &str) -> NewEvidence {
    NewEvidence { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// What is said of a task on a day.
fn said<'a>(task: &'a TaskId, text: &'a str, on: &str) -> NewProgress<'a> {
    NewProgress {
        task,
        unit: None,
        text,
        share: None,
        difficulty: "",
        next_step: "",
        day: day(on),
        replaces: None,
        evidence: &[],
    }
}

fn add(store: &mut Store, new: &NewProgress<'_>) -> ProgressId {
    operate(store, "登记进展", |writer| writer.add_progress(new))
}

fn all(store: &Store, filter: &ProgressFilter) -> Vec<ProgressRecord> {
    store.read().progress(filter).unwrap().entries
}

fn texts(store: &Store, filter: &ProgressFilter) -> Vec<String> {
    all(store, filter).into_iter().map(|entry| entry.text).collect()
}

#[test]
fn an_entry_is_kept_with_all_that_was_said_and_beside_what_was_said_last() {
    let (mut store, task, other) = office();
    let unit = store.read().units_called("市政务办").unwrap().remove(0).id;
    let first = NewProgress { share: Some(20), unit: Some(&unit), ..said(&task, "清单已公布", "2022-04-05") };
    add(&mut store, &first);
    add(&mut store, &said(&other, "别的事", "2022-04-20"));
    add(&mut store, &said(&task, "办公室的话", "2022-04-25"));
    let second = NewProgress {
        share: Some(60),
        difficulty: "数据未通",
        next_step: "5月底前打通",
        unit: Some(&unit),
        ..said(&task, "材料减少12项", "2022-05-05")
    };
    let id = add(&mut store, &second);
    let entry = all(&store, &ProgressFilter { id: Some(id), ..Default::default() }).remove(0);
    assert_eq!((entry.text.as_str(), entry.share, entry.day), ("材料减少12项", Some(60), day("2022-05-05")));
    assert_eq!((entry.difficulty.as_str(), entry.next_step.as_str()), ("数据未通", "5月底前打通"));
    assert_eq!(entry.unit.map(|(_, name)| name).as_deref(), Some("市政务办"));
    let before = Earlier { text: "清单已公布".into(), share: Some(20), day: day("2022-04-05") };
    assert_eq!(entry.before, Some(before), "of the same unit and task");
    assert_eq!((entry.notice_title.as_deref(), entry.actor.as_str()), (Some("方案"), "张三"));
}

#[test]
fn entries_are_listed_latest_first_narrowed_and_page_by_page() {
    let (mut store, task, other) = office();
    for (task, text, on) in [
        (&task, "四月一", "2022-04-01"),
        (&other, "四月二", "2022-04-02"),
        (&task, "五月", "2022-05-01"),
        (&task, "补记三月", "2022-03-15"),
    ] {
        add(&mut store, &said(task, text, on));
    }
    let check = |filter: ProgressFilter, expected: &[&str]| assert_eq!(texts(&store, &filter), expected, "{filter:?}");
    check(ProgressFilter::default(), &["五月", "四月二", "四月一", "补记三月"]);
    check(ProgressFilter { task: Some(other), ..Default::default() }, &["四月二"]);
    check(ProgressFilter { words: Some("月 四".into()), ..Default::default() }, &["四月二", "四月一"]);
    check(ProgressFilter { from: Some(day("2022-04-02")), ..Default::default() }, &["五月", "四月二"]);
    check(ProgressFilter { until: Some(day("2022-04-01")), ..Default::default() }, &["四月一", "补记三月"]);
    let mut filter = ProgressFilter { limit: 3, ..Default::default() };
    let first = store.read().progress(&filter).unwrap();
    assert_eq!((first.total, first.entries.len()), (4, 3));
    filter.after = first.next;
    let last = store.read().progress(&filter).unwrap();
    assert_eq!((last.total, last.entries[0].text.as_str(), last.next), (4, "补记三月", None));
}

#[test]
fn a_correction_is_a_later_entry_and_both_stay() {
    let (mut store, task, _) = office();
    let wrong = add(&mut store, &said(&task, "减少21项", "2022-04-05"));
    let right = NewProgress { replaces: Some(&wrong), ..said(&task, "减少12项", "2022-04-05") };
    let right = add(&mut store, &right);
    let entries = all(&store, &ProgressFilter::default());
    assert_eq!((entries[0].replaces.as_ref(), entries[1].replaced_by.as_ref()), (Some(&wrong), Some(&right)));
    assert_eq!(entries[0].before, None, "what it replaces is not what was said before");
    add(&mut store, &said(&task, "减少15项", "2022-05-05"));
    let before = all(&store, &ProgressFilter::default()).remove(0).before.unwrap();
    assert_eq!(before.text, "减少12项");
    let again = NewProgress { replaces: Some(&wrong), ..said(&task, "减少13项", "2022-04-05") };
    let refused: Result<_, StoreError> = store.write(&operation("登记进展"), |writer| writer.add_progress(&again));
    assert!(refused.is_err(), "an entry is replaced once");
}

#[test]
fn evidence_comes_back_as_it_was_and_the_same_file_again_is_known() {
    let (mut store, task, other) = office();
    let photos = [file("照片.jpg", "一张照片"), file("空.txt", "")];
    add(&mut store, &NewProgress { evidence: &photos, ..said(&task, "一", "2022-04-05") });
    let again = [file("另名.jpg", "一张照片"), file("新.jpg", "另一张")];
    add(&mut store, &NewProgress { evidence: &again, ..said(&other, "二", "2022-05-05") });
    let entries = all(&store, &ProgressFilter::default());
    let used: Vec<_> = entries[0].evidence.iter().map(|file| (file.name.as_str(), file.used_before.clone())).collect();
    let before = UsedBefore { name: "照片.jpg".into(), day: day("2022-04-05"), task: "简化材料".into() };
    assert_eq!(used, [("另名.jpg", Some(before)), ("新.jpg", None)]);
    assert!(entries[1].evidence.iter().all(|file| file.used_before.is_none()));
    assert_eq!(entries[1].evidence.iter().map(|file| file.size).collect::<Vec<_>>(), [12, 0]);
    let (name, bytes) = store.read().evidence(&entries[0].evidence[0].id).unwrap();
    assert_eq!((name.as_str(), bytes.as_slice()), ("另名.jpg", "一张照片".as_bytes()));
    let whole = store.read().check().unwrap().into_iter().filter(|check| !check.ok).count();
    assert_eq!(whole, 0);
}

#[test]
fn an_entry_is_taken_back_and_done_again_with_its_evidence() {
    let (mut store, task, _) = office();
    let photos = [file("照片.jpg", "一张照片")];
    add(&mut store, &NewProgress { evidence: &photos, ..said(&task, "一", "2022-04-05") });
    let before = all(&store, &ProgressFilter::default());
    let labels: Vec<String> =
        store.read().history(Some(&task.to_string()), 2).unwrap().into_iter().map(|entry| entry.label).collect();
    assert_eq!(labels[0], "登记进展");
    store.undo(operation("撤销")).unwrap();
    assert!(all(&store, &ProgressFilter::default()).is_empty());
    store.redo(operation("重做")).unwrap();
    assert_eq!(all(&store, &ProgressFilter::default()), before);
}

#[test]
fn a_purge_takes_progress_and_evidence_with_the_task() {
    let (mut store, task, _) = office();
    let photos = [file("照片.jpg", "一张照片")];
    add(&mut store, &NewProgress { evidence: &photos, ..said(&task, "一", "2022-04-05") });
    let files: Vec<_> = store.read().kept_files().unwrap().into_iter().map(|file| file.id).collect();
    let purged = store.purge(&operation("清除"), &files, |_| Ok(())).unwrap();
    assert_eq!(purged.plan.progress, 1);
    let left = "SELECT (SELECT count(*) FROM evidence_files) + (SELECT count(*) FROM contents)";
    assert_eq!(store.connection.query_row(left, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
}

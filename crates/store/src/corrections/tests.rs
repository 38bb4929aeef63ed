//! Corrections lie over the reading; the task follows; doubts are judged; all of it can be taken back.

use domain::{Doubt, DoubtState, Field, Measure};

use super::{DeadlineValue, FieldValue};
use crate::testing::{Given, day, measure, operate, operation};
use crate::{MeasureRecord, NoticeId, Store, TaskFilter, TaskRecord};

fn doubtful() -> Measure {
    let doubt = |field, rule, words: &str| Doubt::new(field, rule, words, "也可能是别的意思");
    let doubts = vec![
        doubt(Field::Leads, "unit.unknown", "市发改"),
        doubt(Field::Deadline, "deadline.year", "6月底"),
        doubt(Field::Deadline, "deadline.year", "9月底"),
    ];
    Measure { doubts, ..measure("简化材料", "市发改", "市财政局", "2022-06-30") }
}

fn office() -> (Store, NoticeId) {
    let mut store = Store::in_memory().unwrap();
    let notice = Given::notice("杭州方案")
        .with(doubtful())
        .with(measure("降低费用", "市财政局", "", "2022-07-31"))
        .in_force(&mut store);
    (store, notice)
}

fn first(store: &Store, notice: &NoticeId) -> MeasureRecord {
    store.read().measures(notice).unwrap().remove(0)
}

fn task(store: &Store) -> TaskRecord {
    let words = TaskFilter { words: Some("材料".into()), ..TaskFilter::default() };
    store.read().tasks(&words).unwrap().tasks.remove(0)
}

fn due(text: &str) -> FieldValue {
    FieldValue::Deadline(DeadlineValue { raw: Some("6月底前".into()), due: Some(day(text)), kind: "month".into() })
}

fn leads(names: &[&str]) -> FieldValue {
    FieldValue::Leads(names.iter().map(|name| (*name).to_owned()).collect())
}

fn units(task: &TaskRecord) -> Vec<String> {
    task.units.iter().map(|unit| format!("{} {}", unit.role.code(), unit.name)).collect()
}

fn is_whole(store: &Store) {
    let broken: Vec<_> = store.read().check().unwrap().into_iter().filter(|check| !check.ok).collect();
    assert_eq!(broken, []);
}

#[test]
fn what_is_corrected_holds_what_was_read_stays_and_the_task_follows() {
    let (mut store, notice) = office();
    let id = first(&store, &notice).id;
    assert_eq!(task(&store).doubts, 3);
    let done = operate(&mut store, "更正举措", |writer| {
        writer.correct_measure(&id, &[leads(&["市发展改革委", "市数据局"]), due("2023-06-30")])
    });
    assert_eq!(done.changed, [Field::Leads, Field::Deadline]);
    assert_eq!(done.kept_on_task, []);
    let measure = first(&store, &notice);
    assert_eq!(measure.leads, ["市发展改革委", "市数据局"]);
    assert_eq!(measure.as_read(Field::Leads), Some(leads(&["市发改"])));
    assert_eq!((measure.corrections.len(), measure.corrections[0].actor.as_str()), (2, "张三"));
    assert!(measure.doubts.iter().all(|judged| judged.state == DoubtState::Corrected));
    let followed = task(&store);
    assert_eq!(units(&followed), ["lead 市发改委", "lead 市数据局", "co 市财政局"]);
    assert_eq!((followed.due, followed.doubts), (Some(day("2023-06-30")), 0));
    assert_eq!(store.read().notice(&notice).unwrap().doubt_count, 0);
    is_whole(&store);
    store.undo(operation("撤销")).unwrap();
    assert_eq!(units(&task(&store)), ["lead 市发改", "co 市财政局"]);
    assert_eq!((task(&store).due, task(&store).doubts), (Some(day("2022-06-30")), 3));
    assert_eq!(first(&store, &notice).corrections, []);
    is_whole(&store);
    store.redo(operation("重做")).unwrap();
    assert_eq!(task(&store).due, Some(day("2023-06-30")));
    is_whole(&store);
}

#[test]
fn what_was_changed_on_the_task_itself_is_not_overwritten() {
    let (mut store, notice) = office();
    let id = first(&store, &notice).id;
    operate(&mut store, "延期", |writer| {
        writer.connection().execute("UPDATE tasks SET due = '2024-01-31' WHERE text = '简化材料'", [])?;
        Ok(())
    });
    let title = FieldValue::Title(Some("材料".into()));
    let done =
        operate(&mut store, "更正举措", |writer| writer.correct_measure(&id, &[due("2023-06-30"), title.clone()]));
    assert_eq!(done.kept_on_task, [Field::Deadline]);
    let task = task(&store);
    assert_eq!((task.due, task.title), (Some(day("2024-01-31")), Some("材料".into())));
    assert_eq!(first(&store, &notice).due, Some(day("2023-06-30")), "the measure itself says what was corrected");
}

#[test]
fn the_value_read_makes_the_correction_void_and_opens_its_doubts() {
    let (mut store, notice) = office();
    let id = first(&store, &notice).id;
    operate(&mut store, "更正举措", |writer| writer.correct_measure(&id, &[leads(&["市数据局"])]));
    operate(&mut store, "更正举措", |writer| writer.correct_measure(&id, &[leads(&["市发改"])]));
    assert_eq!(first(&store, &notice).corrections, []);
    assert_eq!(units(&task(&store)), ["lead 市发改", "co 市财政局"]);
    assert_eq!(task(&store).doubts, 3);
    let before = store.revision().unwrap();
    let nothing = operate(&mut store, "更正举措", |writer| writer.correct_measure(&id, &[leads(&["市发改"])]));
    assert_eq!((nothing.changed, store.revision().unwrap()), (vec![], before), "nothing changed, nothing recorded");
}

#[test]
fn a_correction_before_the_notice_is_confirmed_goes_into_the_task() {
    let mut store = Store::in_memory().unwrap();
    let notice = operate(&mut store, "导入文件", |writer| Given::notice("方案").with(doubtful()).keep(writer));
    let id = first(&store, &notice).id;
    operate(&mut store, "更正举措", |writer| writer.correct_measure(&id, &[leads(&["市数据局"])]));
    operate(&mut store, "确认文件", |writer| writer.confirm_notice(&notice));
    assert_eq!(units(&task(&store)), ["lead 市数据局", "co 市财政局"]);
    assert_eq!(task(&store).doubts, 2, "those about the deadline");
}

#[test]
fn doubts_of_one_rule_are_judged_together_and_counted_each() {
    let (mut store, notice) = office();
    let id = first(&store, &notice).id;
    let judge = |store: &mut Store, field, rule, state| {
        operate(store, "处理疑点", |writer| writer.judge_doubt(&id, field, rule, state))
    };
    assert_eq!(judge(&mut store, "deadline", "deadline.year", DoubtState::Dismissed), 2);
    assert_eq!((task(&store).doubts, store.read().notice(&notice).unwrap().doubt_count), (1, 1));
    assert_eq!(judge(&mut store, "leads", "unit.unknown", DoubtState::Accepted), 1);
    assert_eq!((task(&store).doubts, store.read().notice(&notice).unwrap().doubt_count), (0, 0));
    let doubtful = TaskFilter { doubtful: true, ..TaskFilter::default() };
    assert_eq!(store.read().tasks(&doubtful).unwrap().total, 0);
    assert_eq!(judge(&mut store, "deadline", "deadline.year", DoubtState::Open), 2);
    assert_eq!(task(&store).doubts, 2);
    is_whole(&store);
    store.undo(operation("撤销")).unwrap();
    store.undo(operation("撤销")).unwrap();
    assert_eq!((task(&store).doubts, store.read().notice(&notice).unwrap().doubt_count), (1, 1));
    is_whole(&store);
    let unknown =
        store.write(&operation("处理疑点"), |writer| writer.judge_doubt(&id, "text", "没有", DoubtState::Accepted));
    assert!(unknown.unwrap_err().to_string().contains("疑点"));
}

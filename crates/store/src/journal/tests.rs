//! Nothing is written past the journal, and what it holds is enough to go back.

use chrono::{DateTime, Utc};
use domain::VersionKind;

use super::images::{columns, whole};
use super::triggers::{REFUSAL, tables};
use crate::testing::{Given, measure, operate, operation};
use crate::{HistoryFilter, NoticeFilter, Operation, SetBy, Store, StoreError, Title, VersionLink};

fn office() -> Store {
    let mut store = Store::in_memory().unwrap();
    Given::notice("优化营商环境行动方案")
        .with_lines(&["优化营商环境行动方案", "一、简化材料"])
        .with(measure("简化材料", "市发改委", "市财政局", "2022-06-30"))
        .in_force(&mut store);
    store
}

/// Every recorded row as text.
fn picture(store: &Store) -> Vec<String> {
    let mut rows = Vec::new();
    for table in tables(&store.connection).unwrap() {
        let image = whole("t", &columns(&store.connection, &table).unwrap());
        let sql = format!("SELECT '{table}' || {image} FROM {table} AS t ORDER BY id");
        let mut statement = store.connection.prepare(&sql).unwrap();
        rows.extend(statement.query_map([], |row| row.get(0)).unwrap().map(Result::<String, _>::unwrap));
    }
    rows
}

#[test]
fn a_write_outside_an_operation_is_refused_in_every_table() {
    let mut store = office();
    operate(&mut store, "设置", |writer| writer.keep_setting("颜色", "深"));
    operate(&mut store, "别名", |writer| writer.add_alias("杭州市", "市发改委", "市发展改革委"));
    let newer = Given::notice("优化营商环境行动方案（修订）").in_force(&mut store);
    let older = store.read().notices(&NoticeFilter::default()).unwrap()[0].id.clone();
    operate(&mut store, "设为版本", |writer| {
        let (kind, set_by) = (VersionKind::Revision, SetBy::Person);
        writer.link_versions(&VersionLink { older, newer, kind, reason: "修订".to_owned(), set_by })
    });
    operate(&mut store, "不是同一单位", |writer| {
        let units = writer.units()?;
        writer.tell_units_apart(&units[0].id, &units[1].id)
    });
    store.connection.pragma_update(None, "foreign_keys", false).unwrap();
    for table in tables(&store.connection).unwrap() {
        let count = |sql: &str| -> i64 { store.connection.query_row(sql, [], |row| row.get(0)).unwrap() };
        let triggers =
            format!("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'journal_{table}_%'");
        assert!(count(&triggers) >= 3, "{table}");
        if count(&format!("SELECT count(*) FROM {table}")) == 0 {
            continue;
        }
        for sql in [format!("UPDATE {table} SET id = id + 1000"), format!("DELETE FROM {table}")] {
            let error = store.connection.execute_batch(&sql).unwrap_err();
            assert!(error.to_string().contains(REFUSAL), "{sql}: {error}");
        }
    }
}

#[test]
fn a_failed_write_leaves_nothing() {
    let mut store = office();
    let (before, revision) = (picture(&store), store.revision().unwrap());
    let failed: Result<(), StoreError> = store.write(&operation("导入文件"), |writer| {
        Given::notice("半份文件").keep(writer)?;
        Err(StoreError::NothingToUndo)
    });
    assert!(failed.is_err());
    assert_eq!(picture(&store), before);
    assert_eq!(store.revision().unwrap(), revision);
    assert_eq!(store.read().history(None, 10).unwrap().len(), 1, "no trace in the history");
}

#[test]
fn a_write_that_changes_nothing_leaves_no_trace() {
    let mut store = office();
    operate(&mut store, "设置", |writer| writer.keep_setting("颜色", "深"));
    operate(&mut store, "设置", |writer| writer.keep_setting("颜色", "深"));
    assert_eq!(store.read().history(None, 10).unwrap().len(), 2);
}

#[test]
fn the_history_is_told_by_pages_by_kind_by_words_and_by_day() {
    let mut store = Store::in_memory().unwrap();
    let day = |day: u32| format!("2026-11-{day:02}T08:00:00Z").parse::<DateTime<Utc>>().unwrap();
    for (label, value, on) in [("设置", "深", 18), ("备份规则", "七天", 19), ("设置", "浅", 20), ("设置", "灰", 21)]
    {
        let operation = Operation::new(Title { command: "test", label }, "张三", day(on));
        let done = store.write(&operation, |writer| {
            writer.summarise(value.to_owned());
            writer.keep_setting(label, value)
        });
        done.unwrap();
    }
    let told = |filter: HistoryFilter, limit: u32| -> Vec<String> {
        store.read().history_of(&filter, limit).unwrap().into_iter().map(|entry| entry.summary).collect()
    };
    let everything = HistoryFilter::default;
    assert_eq!(told(everything(), 2), ["灰", "浅"]);
    let last = store.read().history(None, 2).unwrap().pop().unwrap().id;
    assert_eq!(told(HistoryFilter { before: Some(last), ..everything() }, 9), ["七天", "深"]);
    assert_eq!(told(HistoryFilter { label: Some("设置".to_owned()), ..everything() }, 9), ["灰", "浅", "深"]);
    assert_eq!(told(HistoryFilter { words: Some("七".to_owned()), ..everything() }, 9), ["七天"]);
    assert_eq!(told(HistoryFilter { words: Some("张三".to_owned()), ..everything() }, 1), ["灰"]);
    assert_eq!(told(HistoryFilter { from: Some(day(19)), until: Some(day(21)), ..everything() }, 9), ["浅", "七天"]);
}

#[test]
fn undo_takes_back_inserts_updates_and_deletions() {
    let mut store = Store::in_memory().unwrap();
    let mut pictures = vec![picture(&store)];
    let id = operate(&mut store, "导入文件", |writer| {
        Given::notice("方案").with_lines(&["方案"]).with(measure("简化材料", "市发改委", "", "")).keep(writer)
    });
    pictures.push(picture(&store));
    operate(&mut store, "确认文件", |writer| writer.confirm_notice(&id));
    pictures.push(picture(&store));
    operate(&mut store, "设置", |writer| writer.keep_setting("颜色", "深"));
    pictures.push(picture(&store));
    operate(&mut store, "设置", |writer| writer.keep_setting("颜色", "浅"));
    pictures.push(picture(&store));
    operate(&mut store, "设置", |writer| writer.forget_setting("颜色"));

    let mut taken_back = Vec::new();
    while let Some(before) = pictures.pop() {
        taken_back.push(store.undo(operation("撤销")).unwrap().label);
        assert_eq!(picture(&store), before, "after taking back {taken_back:?}");
    }
    assert_eq!(taken_back, ["设置", "设置", "设置", "确认文件", "导入文件"]);
    assert!(matches!(store.undo(operation("撤销")), Err(StoreError::NothingToUndo)));
    assert!(store.read().search("简化", 10).unwrap().hits.is_empty(), "the index went back too");
    assert!(store.read().check().unwrap().iter().all(|check| check.ok));
}

#[test]
fn an_operation_in_several_transactions_is_undone_as_one() {
    let mut store = Store::in_memory().unwrap();
    let operation_of_two = operation("导入文件");
    for title in ["甲方案", "乙方案"] {
        store.write(&operation_of_two, |writer| Given::notice(title).keep(writer)).unwrap();
    }
    assert_eq!(store.read().history(None, 10).unwrap().len(), 1);
    store.undo(operation("撤销")).unwrap();
    assert!(store.read().is_empty().unwrap());
}

#[test]
fn a_rehearsal_shows_everything_and_keeps_nothing() {
    let mut store = office();
    let before = picture(&store);
    let seen = store
        .rehearse(|store| {
            store.write(&operation("导入文件"), |writer| Given::notice("甲方案").keep(writer))?;
            store.write(&operation("导入文件"), |writer| Given::notice("乙方案").keep(writer))?;
            Ok::<_, StoreError>(store.read().notice_counts()?.0)
        })
        .unwrap();
    assert_eq!(seen, 3);
    assert_eq!(picture(&store), before);
}

#[test]
fn the_history_of_a_task_names_who_and_when() {
    let mut store = office();
    operate(&mut store, "设置", |writer| writer.keep_setting("颜色", "深"));
    let task = store.read().tasks(&crate::TaskFilter::default()).unwrap().tasks.remove(0);
    let history = store.read().history(Some(&task.id.to_string()), 10).unwrap();
    assert_eq!(history.len(), 1);
    assert_eq!((history[0].label.as_str(), history[0].actor.as_str()), ("导入文件", "张三"));
    assert_eq!(history[0].at, "2022-03-01T08:00:00.000Z");
}

#[test]
fn the_history_of_a_task_holds_what_was_said_of_its_measure() {
    let mut store = office();
    let task = store.read().tasks(&crate::TaskFilter::default()).unwrap().tasks.remove(0);
    let measure = task.measure.clone().unwrap();
    let put = |store: &mut Store, label: &str, class: &str| {
        let value = crate::FieldValue::Class(class.to_owned());
        operate(store, label, |writer| writer.correct_measure(&measure, std::slice::from_ref(&value)).map(drop));
    };
    let labels = |store: &Store| -> Vec<String> {
        let history = store.read().history(Some(&task.id.to_string()), 10).unwrap();
        history.into_iter().map(|entry| entry.label).collect()
    };
    put(&mut store, "改类别", "safeguard");
    assert_eq!(labels(&store), ["改类别", "导入文件"]);
    put(&mut store, "恢复原读", "measure");
    assert_eq!(labels(&store), ["恢复原读", "改类别", "导入文件"], "what is gone was said, too");
}

/// What was last done, undone and all: the labels that stand, earliest first.
fn standing(store: &Store) -> Vec<String> {
    let mut entries = store.read().history(None, 100).unwrap();
    entries.retain(|entry| !entry.undone && !entry.is_step_back);
    entries.reverse();
    entries.into_iter().map(|entry| entry.label).collect()
}

#[test]
fn what_was_taken_back_can_be_done_again_as_long_as_nothing_new_was_done() {
    let mut store = Store::in_memory().unwrap();
    let id = operate(&mut store, "导入文件", |writer| {
        Given::notice("方案").with_lines(&["方案"]).with(measure("简化材料", "市发改委", "", "")).keep(writer)
    });
    operate(&mut store, "确认文件", |writer| writer.confirm_notice(&id));
    operate(&mut store, "设置", |writer| writer.keep_setting("颜色", "深"));
    let whole = picture(&store);
    for _ in 0..3 {
        store.undo(operation("撤销")).unwrap();
    }
    assert!(store.read().is_empty().unwrap());
    let again: Vec<String> = (0..3).map(|_| store.redo(operation("重做")).unwrap().label).collect();
    assert_eq!(again, ["导入文件", "确认文件", "设置"]);
    assert_eq!(picture(&store), whole);
    assert_eq!(standing(&store), ["导入文件", "确认文件", "设置"]);
    assert!(!store.read().search("简化", 10).unwrap().hits.is_empty(), "the index came back");
    assert!(matches!(store.redo(operation("重做")), Err(StoreError::NothingToRedo)));

    store.undo(operation("撤销")).unwrap();
    operate(&mut store, "设置", |writer| writer.keep_setting("字号", "大"));
    assert!(matches!(store.redo(operation("重做")), Err(StoreError::NothingToRedo)));
    assert_eq!(store.undo(operation("撤销")).unwrap().label, "设置");
    assert_eq!(store.redo(operation("重做")).unwrap().label, "设置");
    assert_eq!(store.read().setting("字号").unwrap().as_deref(), Some("大"));
    assert!(store.read().check().unwrap().iter().all(|check| check.ok));
}

#[test]
fn any_operation_can_be_undone_that_nothing_later_builds_on() {
    let mut store = Store::in_memory().unwrap();
    let done = |store: &mut Store, label: &str, name: &str, value: &str| {
        operate(store, label, |writer| writer.keep_setting(name, value));
        store.read().history(None, 1).unwrap()[0].id.clone()
    };
    let colour = done(&mut store, "改颜色", "颜色", "深");
    let size = done(&mut store, "改字号", "字号", "大");
    let recoloured = done(&mut store, "再改颜色", "颜色", "浅");
    let refused = store.undo_one(operation("撤销"), &colour).unwrap_err().to_string();
    assert!(refused.contains("再改颜色"), "{refused}");
    store.undo_one(operation("撤销"), &size).unwrap();
    assert_eq!(store.read().setting("字号").unwrap(), None);
    store.undo_one(operation("撤销"), &recoloured).unwrap();
    store.undo_one(operation("撤销"), &colour).unwrap();
    assert_eq!(store.read().setting("颜色").unwrap(), None);
    assert!(matches!(store.undo_one(operation("撤销"), &colour), Err(StoreError::NotStanding { .. })));
    assert!(matches!(
        store.undo_one(operation("撤销"), &crate::OperationId::from("没有")),
        Err(StoreError::NotFound { .. })
    ));
}

#[test]
fn what_later_rows_refer_to_is_not_taken_back() {
    let mut store = Store::in_memory().unwrap();
    let id = operate(&mut store, "导入文件", |writer| {
        Given::notice("方案").with_lines(&["方案"]).with(measure("简化材料", "市发改委", "", "")).keep(writer)
    });
    let import = store.read().history(None, 1).unwrap()[0].id.clone();
    operate(&mut store, "导入别的", |writer| Given::notice("无关").with_lines(&["无关"]).keep(writer));
    let before = picture(&store);
    let newer = operate(&mut store, "设为版本", |writer| {
        let newer = Given::notice("方案（修订）").with_lines(&["修订"]).keep(writer)?;
        let (kind, set_by) = (VersionKind::Revision, SetBy::Person);
        writer.link_versions(&VersionLink {
            older: id.clone(),
            newer: newer.clone(),
            kind,
            reason: String::new(),
            set_by,
        })?;
        Ok(newer)
    });
    let refused = store.undo_one(operation("撤销"), &import).unwrap_err().to_string();
    assert!(refused.contains("设为版本"), "{refused}");
    assert!(store.read().notice(&newer).is_ok(), "a refused undo leaves everything");
    store.undo(operation("撤销")).unwrap();
    assert_eq!(picture(&store), before);
    store.undo_one(operation("撤销"), &import).unwrap();
    assert_eq!(store.read().notice_counts().unwrap().0, 1);
}

#[test]
fn only_the_columns_that_changed_are_kept_as_they_were() {
    let mut store = office();
    operate(&mut store, "改标题", |writer| {
        writer.connection().execute("UPDATE notices SET title = '新标题'", [])?;
        Ok(())
    });
    let image = "SELECT before FROM changes ORDER BY seq DESC LIMIT 1";
    let image: String = store.connection.query_row(image, [], |row| row.get(0)).unwrap();
    assert_eq!(image, r#"{"title":"优化营商环境行动方案"}"#);
    let inserts = "SELECT count(*) FROM changes WHERE action = '+' AND before IS NOT NULL";
    let inserts: i64 = store.connection.query_row(inserts, [], |row| row.get(0)).unwrap();
    assert_eq!(inserts, 0);
}

#[test]
fn a_later_change_of_another_field_of_the_same_task_is_not_in_the_way() {
    let mut store = office();
    let mut set = |sql: &str| {
        let change = operation("更改");
        store.write(&change, |writer| Ok::<_, StoreError>(writer.connection().execute(sql, [])?)).unwrap();
        change.id().clone()
    };
    let text = set("UPDATE tasks SET text = '减少材料'");
    let due = set("UPDATE tasks SET due = '2022-09-30'");
    let again = set("UPDATE tasks SET due = '2022-12-31'");
    let held = |store: &Store| -> (String, String) {
        let task = "SELECT text, due FROM tasks";
        store.connection.query_row(task, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
    };
    let refused = store.undo_one(operation("撤销"), &due);
    assert!(matches!(refused, Err(StoreError::DependedOn { .. })), "the same field was changed again: {refused:?}");
    let before = held(&store).0;
    store.undo_one(operation("撤销"), &text).unwrap();
    assert_ne!(held(&store).0, before);
    assert_eq!(held(&store).1, "2022-12-31", "the other field keeps its value");
    store.undo_one(operation("撤销"), &again).unwrap();
    store.undo_one(operation("撤销"), &due).unwrap();
    assert_eq!(held(&store).1, "2022-06-30");
}

#[test]
fn a_refusal_names_what_can_be_taken_back_and_what_it_was_about() {
    let mut store = office();
    let import = operation("导入文件");
    let add = |writer: &crate::Writer<'_>| {
        Given::notice("档案工作方案")
            .with_lines(&["档案工作方案"])
            .with(measure("清点库房", "市档案局", "", ""))
            .keep(writer)
    };
    let id = store.write(&import, add).unwrap();
    operate(&mut store, "确认文件", |writer| {
        writer.confirm_notice(&id)?;
        writer.summarise("《档案工作方案》".to_owned());
        Ok::<_, StoreError>(())
    });
    store.undo(operation("撤销")).unwrap();
    store.redo(operation("重做")).unwrap();
    let refused = store.undo_one(operation("撤销"), import.id()).unwrap_err();
    let sentence = refused.to_string();
    assert!(sentence.contains("确认文件：《档案工作方案》") && !sentence.contains("重做"), "{sentence}");
}

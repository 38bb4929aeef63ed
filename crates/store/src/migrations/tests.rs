//! Registers of every released schema open and go on.

use rusqlite::Connection;

use super::{APPLICATION_ID, STEPS, Step, migrate, version};
use crate::testing::operation;
use crate::{Order, Store, StoreError, TaskFilter, TaskRecord};

#[test]
fn pending_steps_run_together_or_not_at_all() {
    let mut store = Store::in_memory().unwrap();
    let known = STEPS.len();
    let broken = [STEPS, &[Step::Sql("CREATE TABLE one (id TEXT)"), Step::Sql("CREATE TABLE broken (")]].concat();
    assert!(migrate(&mut store.connection, &broken).is_err());
    assert_eq!(version(&store.connection).unwrap(), known);
    let left = "SELECT count(*) FROM sqlite_schema WHERE name = 'one'";
    let left: i64 = store.connection.query_row(left, [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0, "the first of two pending steps went with the second");
    migrate(&mut store.connection, &broken[..=known]).unwrap();
    assert_eq!(version(&store.connection).unwrap(), known + 1);
}

#[test]
fn a_register_made_before_registers_were_marked_opens_and_is_marked() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("duban.sqlite3");
    let first = Connection::open(&file).unwrap();
    first.execute_batch(include_str!("../../migrations/0001_first.sql")).unwrap();
    first.pragma_update(None, "user_version", 1).unwrap();
    drop(first);
    let store = Store::open(folder.path()).unwrap();
    let mark: i32 = store.connection.pragma_query_value(None, "application_id", |row| row.get(0)).unwrap();
    assert_eq!(mark, APPLICATION_ID);
}

/// A register that a program of schema 4 wrote: a notice imported and confirmed, another imported and confirmed at once, a
/// third imported and taken back, two units merged.
fn of_schema_4() -> (tempfile::TempDir, Store) {
    opened(include_bytes!("../../../../tests/registers/schema4.sqlite3.zst"))
}

/// A register that a program of schema 10 wrote: a notice imported and confirmed at once, another imported and taken back, a
/// lead unit and a due day corrected.
fn of_schema_10() -> (tempfile::TempDir, Store) {
    opened(include_bytes!("../../../../tests/registers/schema10.sqlite3.zst"))
}

fn opened(packed: &[u8]) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("duban.sqlite3"), zstd::decode_all(packed).unwrap()).unwrap();
    let store = Store::open(folder.path()).unwrap();
    (folder, store)
}

/// The tasks as a ledger shows them: text, units by name with what was written, due day.
fn ledger(store: &Store) -> Vec<String> {
    let filter = TaskFilter { order: Order::Notice, ..TaskFilter::default() };
    let tasks = store.read().tasks(&filter).unwrap().tasks;
    let line = |task: TaskRecord| {
        let units: Vec<String> = task.units.iter().map(|unit| format!("{}<{}", unit.name, unit.written)).collect();
        let text: String = task.text.chars().take(6).collect();
        format!(
            "{} {text} {} {}",
            task.number,
            units.join("+"),
            task.due.map(|due| due.to_string()).unwrap_or_default()
        )
    };
    tasks.into_iter().map(line).collect()
}

#[test]
fn a_register_of_schema_4_opens_with_all_it_holds() {
    let (_folder, store) = of_schema_4();
    assert_eq!(
        ledger(&store),
        [
            "一/（一） 编制目录。编 市大数据局<市大数据局+市财政局<市财政局+市司法局<市司法局 2022-06-30",
            "一/（二） 建设平台。建 市大数据局<市大数据管理局 2022-12-31",
            "一/（三） 加强安全。建 市公安局<市公安局+各县（市、区）政府<各县（市、区）政府 ",
            "一 推进决策公开 市府办<市府办 ",
            "二 办好政府网站 市大数据局<市大数据局+市残联<市残联 2022-09-30",
        ]
    );
    let task = store.read().tasks(&TaskFilter::default()).unwrap().tasks.remove(0);
    let measure = store.read().measure_of_task(&task.id).unwrap().unwrap();
    assert_eq!(measure.text, task.text);
    assert!(!measure.provenance.is_empty());
    let labels = |about: Option<&str>| -> Vec<String> {
        store.read().history(about, 10).unwrap().into_iter().map(|entry| entry.label).collect()
    };
    assert_eq!(labels(None), ["合并单位", "撤销", "导入文件", "导入文件", "确认文件", "导入文件"]);
    assert_eq!(labels(Some(&task.id.to_string())), ["确认文件"]);
    assert_eq!(store.read().search("数据开放", 10).unwrap().total, 3);
    let notice = store.read().notice(&task.notice.unwrap()).unwrap();
    assert_eq!(
        store.read().source_lines(&notice.source, 1, 1).unwrap()[0].text,
        "滨江市人民政府办公室关于印发滨江市数据开放行动方案的通知"
    );
    let broken: Vec<_> = store.read().check().unwrap().into_iter().filter(|check| !check.ok).collect();
    assert_eq!(broken, []);
}

#[test]
fn what_schema_4_recorded_is_undone_step_by_step() {
    let (_folder, mut store) = of_schema_4();
    let undo = |store: &mut Store| store.undo(operation("撤销")).unwrap().label;
    assert_eq!(undo(&mut store), "合并单位");
    assert_eq!(ledger(&store)[1], "一/（二） 建设平台。建 市大数据管理局<市大数据管理局 2022-12-31");
    assert_eq!(undo(&mut store), "导入文件");
    assert_eq!(ledger(&store).len(), 3);
    assert_eq!(undo(&mut store), "确认文件");
    assert!(ledger(&store).is_empty());
    assert_eq!(store.read().notice_counts().unwrap(), (1, 1));
    assert_eq!(undo(&mut store), "导入文件");
    assert!(store.read().is_empty().unwrap());
    assert!(matches!(store.undo(operation("撤销")), Err(StoreError::NothingToUndo)));
    for label in ["导入文件", "确认文件", "导入文件", "合并单位"] {
        assert_eq!(store.redo(operation("重做")).unwrap().label, label);
    }
    assert_eq!(ledger(&store).len(), 5);
    // What had been taken back before the register was brought to this schema cannot be done again: its file is gone.
    assert!(matches!(store.redo(operation("重做")), Err(StoreError::NothingToRedo)));
    assert!(store.read().check().unwrap().iter().all(|check| check.ok));
}

#[test]
fn what_schema_10_recorded_is_undone_step_by_step() {
    let (_folder, mut store) = of_schema_10();
    let whole = |store: &Store| store.read().check().unwrap().iter().all(|check| check.ok);
    assert!(whole(&store));
    let leads = |store: &Store| -> Vec<String> {
        ledger(store).iter().map(|line| line.split(' ').skip(2).collect::<Vec<_>>().join(" ")).collect()
    };
    let read = [
        "市大数据局<市大数据局+市财政局<市财政局+市司法局<市司法局 2024-06-30",
        "市大数据管理局<市大数据管理局 2024-12-31",
        "市公安局<市公安局 ",
    ];
    assert_eq!(
        leads(&store),
        [
            "市数据局<市数据局+市财政局<市财政局+市司法局<市司法局 2024-06-30",
            "市大数据管理局<市大数据管理局 2024-11-30",
            "市公安局<市公安局 ",
        ]
    );
    let undo = |store: &mut Store| store.undo(operation("撤销")).unwrap().label;
    assert_eq!([undo(&mut store), undo(&mut store)], ["更正举措", "更正举措"]);
    assert_eq!(leads(&store), read);
    assert_eq!(undo(&mut store), "导入文件");
    assert!(store.read().is_empty().unwrap());
    for label in ["导入文件", "更正举措", "更正举措"] {
        assert_eq!(store.redo(operation("重做")).unwrap().label, label);
    }
    assert!(whole(&store));
}

/// A register that a program of schema 17 wrote: one task was acknowledged, then under way, submitted and extended, one done, one
/// only issued; the confirmation of another notice was taken back.
#[test]
fn what_was_issued_before_there_were_steps_is_under_way_in_all_that_is_undone_and_done_again() {
    let (_folder, mut store) = opened(include_bytes!("../../../../tests/registers/schema17.sqlite3.zst"));
    let statuses = |store: &Store| -> Vec<&str> {
        let filter = TaskFilter { order: Order::Notice, ..TaskFilter::default() };
        store.read().tasks(&filter).unwrap().tasks.iter().map(|task| task.status.code()).collect()
    };
    let whole = |store: &Store| {
        let broken: Vec<_> = store.read().check().unwrap().into_iter().filter(|check| !check.ok).collect();
        assert_eq!(broken, []);
    };
    whole(&store);
    let now = ["submitted", "completed", "in_progress"];
    assert_eq!(statuses(&store), now);
    assert_eq!(store.redo(operation("重做")).unwrap().label, "确认文件");
    assert_eq!(statuses(&store), ["submitted", "completed", "in_progress", "in_progress", "in_progress"]);
    whole(&store);
    let undone: Vec<String> = (0..3).map(|_| store.undo(operation("撤销")).unwrap().label).collect();
    assert_eq!(undone, ["确认文件", "办理", "签收"]);
    assert_eq!(statuses(&store), ["in_progress"; 3]);
    whole(&store);
    let left = "SELECT (SELECT count(*) FROM changes WHERE before LIKE '%\"accepted\"%' OR before LIKE '%\"issued\"%')
        + (SELECT count(*) FROM status_events WHERE 'accepted' IN (before, after))
        + (SELECT count(*) FROM unit_figures WHERE status IN ('issued', 'accepted'))";
    assert_eq!(store.connection.query_row(left, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
    assert_eq!(
        [store.redo(operation("重做")).unwrap().label, store.redo(operation("重做")).unwrap().label],
        ["签收", "办理"]
    );
    assert_eq!(statuses(&store), now);
}

/// Registers of released schemas, each with a past of its own: merged units and an import taken back (4, 6), corrections
/// (10), one taken back and done again (11), a file that was purged (14), moved tasks and a confirmation taken back (17).
#[test]
fn what_every_released_schema_recorded_is_undone_and_done_again() {
    let kept = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/registers");
    let mut schemas = Vec::new();
    for entry in std::fs::read_dir(kept).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let (_folder, mut store) = opened(&std::fs::read(&path).unwrap());
        let whole = |store: &Store| store.read().check().unwrap().iter().all(|check| check.ok);
        assert!(whole(&store), "{name}");
        let before = ledger(&store);
        let mut undone = Vec::new();
        loop {
            match store.undo(operation("撤销")) {
                Ok(entry) => undone.push(entry.label),
                Err(StoreError::NothingToUndo | StoreError::Purged { .. }) => break,
                Err(error) => panic!("{name}: {error}"),
            }
        }
        assert!(!undone.is_empty() && whole(&store), "{name}: {undone:?}");
        assert_ne!(ledger(&store), before, "{name}");
        while let Some(label) = undone.pop() {
            assert_eq!(store.redo(operation("重做")).unwrap().label, label, "{name}");
        }
        assert_eq!(ledger(&store), before, "{name}");
        assert!(whole(&store), "{name}");
        schemas.push(name);
    }
    schemas.sort();
    assert_eq!(schemas, ["10", "11", "14", "16", "17", "4", "6"].map(|schema| format!("schema{schema}.sqlite3.zst")));
}

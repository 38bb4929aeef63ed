//! What was altered behind the program's back is seen.

use crate::testing::{Given, measure, operate, operation};
use crate::{Store, TaskFilter};

/// A register with a past: two notices, one confirmed, a setting kept twice, an operation taken back and done again.
fn office() -> Store {
    let mut store = Store::in_memory().unwrap();
    Given::notice("优化营商环境行动方案")
        .with_lines(&["优化营商环境行动方案", "一、简化材料"])
        .with(measure("简化材料", "市发改委", "市财政局", "2022-06-30"))
        .in_force(&mut store);
    operate(&mut store, "设置", |writer| writer.keep_setting("颜色", "深"));
    operate(&mut store, "设置", |writer| writer.keep_setting("颜色", "浅"));
    operate(&mut store, "导入文件", |writer| Given::notice("要点").with_lines(&["要点"]).keep(writer));
    store.undo(operation("撤销")).unwrap();
    store.redo(operation("重做")).unwrap();
    store
}

fn wrong(store: &Store) -> Vec<&'static str> {
    store.read().check().unwrap().into_iter().filter(|check| !check.ok).map(|check| check.name).collect()
}

#[test]
fn a_register_that_nobody_touched_is_whole() {
    let store = office();
    assert_eq!(wrong(&store), Vec::<&str>::new());
    assert_eq!(store.read().tasks(&TaskFilter::default()).unwrap().total, 1);
}

#[test]
fn an_altered_row_change_operation_or_content_breaks_its_seal() {
    let check = |sql: &str, name: &str| {
        let store = office();
        assert!(behind_its_back(&store, sql) > 0, "{sql}");
        assert!(wrong(&store).contains(&name), "{sql}: {:?}", wrong(&store));
    };
    let journal = "操作记录与台账内容相符";
    check("UPDATE tasks SET text = '简化材枓'", journal);
    check("UPDATE tasks SET due = '2023-06-30'", journal);
    check("UPDATE units SET name = '市发改局' WHERE id = 1", journal);
    check("UPDATE settings SET value = '白'", journal);
    check("UPDATE changes SET before = replace(before, '深', '黑') WHERE before LIKE '%深%'", journal);
    check("UPDATE operations SET actor = '李四' WHERE id = 1", journal);
    check("UPDATE operations SET summary = '导入 9 份文件' WHERE id = 1", journal);
    check("UPDATE operations SET label = '撤销' WHERE id = 1", journal);
    check("UPDATE operations SET schema = 3 WHERE id = (SELECT max(id) FROM operations)", journal);
    check("UPDATE changes SET task = 1 WHERE task IS NULL", journal);
    check("UPDATE changes SET operation = 1 WHERE seq = (SELECT max(seq) FROM changes)", journal);
    check("UPDATE seals SET summaries = x'00' WHERE id = 1", journal);
    check("UPDATE operations SET undone_by = 2 WHERE id = 1", "撤销过的操作");
    check("UPDATE seals SET seal = x'00' WHERE id = 1", journal);
    check("DELETE FROM task_units WHERE role = 'co'", journal);
    check("UPDATE contents SET packed = substr(packed, 2)", "原文与识读结果");
    check("DELETE FROM seals WHERE id = (SELECT max(id) FROM seals)", "每次改动都有封印");
    check("UPDATE unit_figures SET tasks = tasks + 1", "单位的件数");
    check("UPDATE year_figures SET tasks = tasks + 1", "单位的件数");
    check("INSERT OR REPLACE INTO task_index (rowid, pairs) VALUES (1, '简化 化材 材枓')", "搜索索引");
    check("INSERT INTO notice_index (rowid, pairs) VALUES (77, '简化')", "搜索索引");
    check("DELETE FROM task_index", "搜索索引");
}

/// Runs a statement as a program beside this one would: neither the journal nor a rule of the tables is in its way.
fn behind_its_back(store: &Store, sql: &str) -> usize {
    store.connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    let triggers = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'";
    let triggers: Option<String> = store.connection.query_row(triggers, [], |row| row.get(0)).unwrap();
    store.connection.execute_batch(&triggers.unwrap_or_default()).unwrap();
    store.connection.execute(sql, []).unwrap()
}

#[test]
fn after_an_upgrade_what_was_altered_is_seen() {
    let kept = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/registers");
    let mut registers = 0;
    for entry in std::fs::read_dir(kept).unwrap() {
        let packed = std::fs::read(entry.unwrap().path()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("duban.sqlite3"), zstd::decode_all(&*packed).unwrap()).unwrap();
        let mut store = Store::open(folder.path()).unwrap();
        assert_eq!(wrong(&store), Vec::<&str>::new());
        registers += 1;
        for table in crate::journal::tables(&store.connection).unwrap() {
            let left_out = format!(
                "SELECT count(*) FROM {table} WHERE id NOT IN (SELECT row FROM changes AS c
                    JOIN recorded_tables AS t ON t.number = c.place WHERE t.name = '{table}')"
            );
            let left_out: i64 = store.connection.query_row(&left_out, [], |row| row.get(0)).unwrap();
            assert_eq!(left_out, 0, "{table}");
        }
        for (sql, name) in [
            ("UPDATE tasks SET due = '2031-01-31' WHERE id = (SELECT min(id) FROM tasks)", "操作记录与台账内容相符"),
            ("UPDATE operations SET summary = summary || '。' WHERE id = 1", "操作记录与台账内容相符"),
            ("UPDATE operations SET actor = '李四' WHERE id = 1", "操作记录与台账内容相符"),
            ("DELETE FROM notices WHERE id = (SELECT max(id) FROM notices)", "操作记录与台账内容相符"),
        ] {
            store.connection.execute_batch("PRAGMA foreign_keys = OFF; BEGIN").unwrap();
            assert_eq!(behind_its_back(&store, sql), 1, "{sql}");
            assert!(wrong(&store).contains(&name), "{sql}: {:?}", wrong(&store));
            store.connection.execute_batch("ROLLBACK; PRAGMA foreign_keys = ON").unwrap();
        }
        operate(&mut store, "设置", |writer| writer.keep_setting("颜色", "深"));
        assert_eq!(wrong(&store), Vec::<&str>::new(), "what is written next is sealed upon it");
    }
    assert!(registers > 1);
}

#[test]
fn an_operation_in_several_transactions_keeps_its_seals_and_its_last_summary() {
    let mut store = Store::in_memory().unwrap();
    let importing = operation("导入文件");
    for (title, said) in [("甲方案", "导入 1 份"), ("乙方案", "导入 2 份")] {
        store
            .write(&importing, |writer| {
                Given::notice(title).keep(writer)?;
                writer.summarise(said.to_owned());
                Ok::<_, crate::StoreError>(())
            })
            .unwrap();
        operate(&mut store, "设置", |writer| writer.keep_setting("颜色", title));
    }
    assert_eq!(wrong(&store), Vec::<&str>::new());
    behind_its_back(&store, "UPDATE operations SET summary = '导入 1 份' WHERE summary = '导入 2 份'");
    assert_eq!(wrong(&store), ["操作记录与台账内容相符"]);
}

#[test]
fn a_wrong_mark_of_an_operation_is_put_right() {
    let mut store = office();
    let history = store.read().history(None, 10).unwrap();
    behind_its_back(&store, "UPDATE operations SET undone_by = iif(undone_by IS NULL, 1, NULL)");
    assert_eq!(wrong(&store), ["撤销过的操作"]);
    assert_eq!(store.mend(None).unwrap().done.len(), 1);
    assert_eq!(wrong(&store), Vec::<&str>::new());
    assert_eq!(store.read().history(None, 10).unwrap(), history);
}

#[test]
fn a_damaged_fingerprint_is_seen_and_taken_from_a_backup() {
    let damages = [
        "UPDATE fingerprints SET hashes = CAST(x'01' || substr(hashes, 2) AS BLOB)",
        "UPDATE fingerprints SET hashes = substr(hashes, 5)",
        "DELETE FROM fingerprint_hashes WHERE hash = 11",
        "UPDATE fingerprint_hashes SET hash = hash + 1",
        "DELETE FROM fingerprints",
    ];
    for damage in damages {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open_or_make(folder.path()).unwrap();
        operate(&mut store, "导入文件", |writer| {
            Given::notice("方案").recognised_by(vec![3, 11, 1_000_007]).keep(writer)
        });
        store.back_up(crate::Reason::Person, crate::testing::now()).unwrap();
        assert!(store.connection.execute(damage, []).unwrap() > 0, "{damage}");
        assert_eq!(wrong(&store), ["查重用的指纹"], "{damage}");
        store.mend(Some(&crate::Backups::of(folder.path()))).unwrap();
        assert_eq!(wrong(&store), Vec::<&str>::new(), "{damage}");
        assert_eq!(store.read().alike(&[3, 11, 1_000_007]).unwrap()[0].1, [3, 11, 1_000_007]);
    }
}

#[test]
fn what_can_be_made_anew_is_mended_and_the_rest_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open_or_make(folder.path()).unwrap();
    Given::notice("优化营商环境行动方案")
        .with_lines(&["优化营商环境行动方案", "一、简化材料"])
        .with(measure("简化材料", "市发改委", "市财政局", "2022-06-30"))
        .in_force(&mut store);
    store.back_up(crate::Reason::Person, crate::testing::now()).unwrap();
    let triggers = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'";
    let triggers: String = store.connection.query_row(triggers, [], |row| row.get(0)).unwrap();
    let damage = "UPDATE unit_figures SET tasks = tasks + 1;
        DELETE FROM year_figures;
        DELETE FROM task_index WHERE rowid = 1;
        UPDATE contents SET packed = x'00';
        UPDATE tasks SET text = '简化材枓';";
    store.connection.execute_batch(&format!("{triggers};{damage}")).unwrap();
    assert_eq!(wrong(&store), ["单位的件数", "搜索索引", "操作记录与台账内容相符", "原文与识读结果"]);
    let mended = store.mend(Some(&crate::Backups::of(folder.path()))).unwrap();
    assert_eq!(mended.done.len(), 3, "{:?}", mended.done);
    assert_eq!(wrong(&store), ["操作记录与台账内容相符"], "what a notice said is not guessed");
    let found = store.read().search("优化营商环境", 10).unwrap();
    assert_eq!(found.total, 1, "the text is back and can be searched");
    let again = store.mend(None).unwrap();
    assert_eq!(again.done, Vec::<String>::new());
}

#[test]
fn a_text_is_taken_from_a_backup_however_it_was_packed_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open_or_make(folder.path()).unwrap();
    Given::notice("方案").with_lines(&["方案", "一、简化材料"]).in_force(&mut store);
    let beside = "SELECT id FROM contents WHERE beside IS NOT NULL";
    let lines: i64 = store.connection.query_row(beside, [], |row| row.get(0)).unwrap();
    store.back_up(crate::Reason::Person, crate::testing::now()).unwrap();
    let alone_and_damaged = "UPDATE contents SET packed = x'00', beside = NULL WHERE id = ?1";
    store.connection.execute(alone_and_damaged, [lines]).unwrap();
    assert_eq!(wrong(&store), ["原文与识读结果"]);
    store.mend(Some(&crate::Backups::of(folder.path()))).unwrap();
    assert_eq!(wrong(&store), Vec::<&str>::new());
}

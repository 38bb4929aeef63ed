//! A purged document leaves no word behind, and everything else stays as it was.

use std::path::Path;

use crate::backup::Reason;
use crate::testing::{Given, measure, now, operate, operation, texts};
use crate::{Backups, KeptFile, Purged, SourceId, Store, StoreError, TaskFilter};

/// Words that stand in the secret notice alone: in its text, a task, a unit, a progress entry.
const SECRETS: [&str; 5] = ["绝密演训保障方案", "雷达阵地周边清场", "演训保障专班", "阵地已清场完毕", "第七号机密事项"];

const SECRET: &str = "绝密演训保障方案";

fn secret() -> Given<'static> {
    Given::notice(SECRET).with_lines(&["绝密演训保障方案", "一、雷达阵地周边清场", "附：第七号机密事项"]).with(measure(
        "雷达阵地周边清场",
        "演训保障专班",
        "市公安局",
        "2022-06-30",
    ))
}

fn open() -> Given<'static> {
    Given::notice("优化营商环境行动方案").with_lines(&["优化营商环境行动方案", "一、简化材料"]).with(measure(
        "简化材料",
        "市发改委",
        "市公安局",
        "2022-06-30",
    ))
}

/// A register on the disk with an open notice and the secret one, each in force.
fn office(folder: &Path) -> Store {
    let mut store = Store::open_or_make(folder).unwrap();
    open().in_force(&mut store);
    secret().in_force(&mut store);
    store
}

fn files(store: &Store) -> Vec<KeptFile> {
    store.read().kept_files().unwrap()
}

/// The file with the notice of this title.
fn id_of(store: &Store, title: &str) -> SourceId {
    let source = "SELECT s.uid FROM sources AS s JOIN notices AS n ON n.source = s.id WHERE n.title = ?1";
    store.connection.query_row(source, [title], |row| row.get(0)).unwrap()
}

fn purge(store: &mut Store, title: &str) -> Purged {
    let id = id_of(store, title);
    store.purge(&operation("彻底清除文件"), &[id], |_| Ok(())).unwrap()
}

/// The words that can be read in the files of the folder, packed contents and images in hexadecimal digits included.
fn readable(folder: &Path) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten().filter(|entry| entry.path().is_file()) {
        let bytes = std::fs::read(entry.path()).unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        let contains = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        for secret in SECRETS {
            // A pair of characters is what the search index holds.
            let pair: String = secret.chars().take(2).collect();
            if contains(secret.as_bytes()) || contains(pair.as_bytes()) {
                found.push((name.clone(), secret));
            }
        }
    }
    found
}

fn faults(store: &Store) -> Vec<String> {
    store.read().check().unwrap().into_iter().filter(|check| !check.ok).map(|check| check.detail).collect()
}

#[test]
fn no_word_of_a_purged_file_can_be_read_in_the_register() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = office(folder.path());
    operate(&mut store, "填报进展", |writer| {
        let entry = "INSERT INTO progress_entries (uid, task, text, happened, recorded_at, actor)
            SELECT x'01', id, '阵地已清场完毕', '2022-03-02', '2022-03-02', '张三' FROM tasks WHERE text LIKE '雷达%'";
        assert_eq!(writer.connection().execute(entry, [])?, 1);
        writer.summarise("雷达阵地周边清场".to_owned());
        Ok(())
    });
    assert!(!readable(folder.path()).is_empty(), "the words are there before");
    let purged = purge(&mut store, SECRET);
    assert_eq!((purged.plan.notices, purged.plan.tasks, purged.plan.progress), (1, 1, 1));
    assert_eq!(purged.plan.units, ["演训保障专班"], "the unit that nothing else speaks of");
    assert_eq!(purged.not_swept, None);
    assert_eq!(readable(folder.path()), []);
    drop(store);
    assert_eq!(readable(folder.path()), []);

    let store = Store::open(folder.path()).unwrap();
    assert_eq!(faults(&store), Vec::<String>::new());
    assert_eq!(texts(&store, &TaskFilter::default()), ["简化材料"]);
    assert_eq!(store.read().search("清场", 10).unwrap().total, 0);
    assert_eq!(store.read().search("简化", 10).unwrap().total, 2);
    let last = store.read().history(None, 1).unwrap().pop().unwrap();
    assert_eq!((last.label.as_str(), last.summary.as_str()), ("彻底清除文件", "1 个文件、1 份通知、1 条督办事项"));
}

#[test]
fn what_an_import_that_was_taken_back_left_is_purged_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = office(folder.path());
    store.undo(operation("撤销")).unwrap();
    // Once more, and taken back once more: two rows that are gone, one content.
    secret().in_force(&mut store);
    store.undo(operation("撤销")).unwrap();
    let undone = files(&store).into_iter().find(|file| file.is_undone).unwrap();
    assert!(!readable(folder.path()).is_empty());
    let purged = store.purge(&operation("彻底清除文件"), &[undone.id], |_| Ok(())).unwrap();
    assert_eq!((purged.plan.notices, purged.plan.tasks), (0, 0));
    assert_eq!(readable(folder.path()), []);
    assert_eq!(files(&store).iter().filter(|file| file.is_undone).count(), 0);
    assert_eq!(faults(&store), Vec::<String>::new());
}

#[test]
fn a_purge_is_not_taken_back_and_what_was_before_it_still_can_be() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = office(folder.path());
    purge(&mut store, SECRET);
    assert!(matches!(store.undo(operation("撤销")), Err(StoreError::Purged { .. })));
    let import = store.read().history(None, 10).unwrap().pop().unwrap();
    store.undo_one(operation("撤销"), &import.id).unwrap();
    assert_eq!(texts(&store, &TaskFilter::default()), Vec::<String>::new());
    assert_eq!(faults(&store), Vec::<String>::new());
    store.redo(operation("重做")).unwrap();
    assert_eq!(texts(&store, &TaskFilter::default()), ["简化材料"]);
    assert_eq!(faults(&store), Vec::<String>::new());
}

#[test]
fn an_import_of_which_nothing_is_left_is_not_said_to_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = office(folder.path());
    let imports = store.read().history(None, 10).unwrap();
    purge(&mut store, SECRET);
    let refused = imports
        .iter()
        .filter(|entry| matches!(store.undo_one(operation("撤销"), &entry.id), Err(StoreError::NothingLeft { .. })));
    assert!(refused.count() > 0);
    assert!(
        store.read().history(None, 10).unwrap().iter().all(|entry| !entry.undone || !entry.summary.contains("清除"))
    );
}

#[test]
fn a_file_with_the_same_document_stays_and_waits_for_a_person() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = office(folder.path());
    operate(&mut store, "导入文件", |writer| {
        let repeated =
            Given::notice("演训方案（复印件）").with_lines(&["复印件"]).with(measure("清场", "市公安局", "", ""));
        let repeated = repeated.keep(writer)?;
        let repeat =
            "UPDATE notices SET duplicate_of = (SELECT id FROM notices WHERE title = ?1), confirmed = 1 WHERE uid = ?2";
        writer.connection().execute(repeat, (SECRET, &repeated))?;
        Ok(())
    });
    let purged = purge(&mut store, SECRET);
    assert_eq!(purged.plan.repeats, ["文件.txt"]);
    assert_eq!(store.read().notice_counts().unwrap(), (2, 1), "two notices, one of them waits");
    assert_eq!(faults(&store), Vec::<String>::new());
}

#[test]
fn nothing_happens_when_one_of_the_files_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = office(folder.path());
    let mut ids: Vec<_> = files(&store).into_iter().map(|file| file.id).collect();
    ids.push(SourceId::new(now()));
    let error = store.purge(&operation("彻底清除文件"), &ids, |_| Ok(())).unwrap_err();
    assert!(matches!(error, StoreError::NotFound { .. }), "{error}");
    assert_eq!(texts(&store, &TaskFilter::default()).len(), 2);
    assert_eq!(faults(&store), Vec::<String>::new());
}

#[test]
fn backups_that_hold_the_file_and_files_nobody_knows_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open_or_make(folder.path()).unwrap();
    open().in_force(&mut store);
    store.back_up(Reason::Person, now()).unwrap();
    secret().in_force(&mut store);
    let with = store.back_up(Reason::Person, now() + chrono::TimeDelta::hours(1)).unwrap();
    let backups = Backups::of(folder.path());
    let id = id_of(&store, SECRET);
    let holding = |store: &Store| -> Vec<String> {
        let found = backups.holding(store.read(), std::slice::from_ref(&id)).unwrap();
        found.into_iter().map(|backup| backup.name).collect()
    };
    assert_eq!(holding(&store).join("、"), with.name);
    backups.remove(&with).unwrap();
    assert_eq!(holding(&store), Vec::<String>::new());
    std::fs::write(folder.path().join("duban 副本.sqlite3"), "").unwrap();
    let damaged = backups.folder().join("damaged-20261121T080000000Z");
    std::fs::create_dir(&damaged).unwrap();
    std::fs::write(damaged.join("duban.sqlite3"), "").unwrap();
    assert_eq!(backups.other_files(), ["damaged-20261121T080000000Z", "duban 副本.sqlite3"]);
}

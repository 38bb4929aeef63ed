//! A backup is whole or not there; what is restored is what was backed up; what was in place is kept.

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Connection;
use tempfile::TempDir;

use super::{BackupError, Backups, Candidate, KeepRule, Reason};
use crate::durability::{beside, log_of};
use crate::open::FILE;
use crate::testing::{Given, measure, now, operate};
use crate::{Store, StoreError};

/// A register with one notice in force, in a folder of its own.
fn office() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open_or_make(folder.path()).unwrap();
    add(&mut store, "甲方案");
    (folder, store)
}

fn add(store: &mut Store, title: &str) {
    let _ = Given::notice(title).with(measure("简化材料", "市发改委", "市财政局", "2022-06-30")).in_force(store);
}

fn titles(store: &Store) -> Vec<String> {
    let mut titles: Vec<String> = (store.read().notices(&crate::NoticeFilter::default()).unwrap().into_iter())
        .map(|notice| notice.title)
        .collect();
    titles.sort();
    titles
}

fn later(days: i64) -> DateTime<Utc> {
    now() + TimeDelta::days(days)
}

fn whole(store: &Store) -> bool {
    store.read().check().unwrap().iter().all(|check| check.ok)
}

#[test]
fn a_backup_is_listed_with_when_why_and_what_it_holds() {
    let (folder, store) = office();
    let made = store.back_up(Reason::Import, now()).unwrap();
    let backups = Backups::of(folder.path());
    assert_eq!(backups.list().unwrap(), std::slice::from_ref(&made));
    assert_eq!((made.reason, made.made_at), (Reason::Import, now()));
    assert!(made.is_unchanged().unwrap());
    let facts = made.facts().unwrap();
    assert_eq!((facts.tasks, facts.notices, facts.is_older), (Some(1), Some(1), false));
    assert_eq!(facts.last.unwrap().label, "导入文件");
    let beside: Vec<_> =
        std::fs::read_dir(backups.folder()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(beside, [made.name.as_str()], "nothing else lies there");
}

#[test]
fn a_register_with_a_damaged_content_is_neither_backed_up_nor_packed_and_the_file_is_named() {
    let (folder, mut store) = office();
    let before = store.back_up(Reason::Daily, now()).unwrap();
    let source = "SELECT content FROM sources";
    let source: i64 = store.connection.query_row(source, [], |row| row.get(0)).unwrap();
    let other = crate::contents::pack("甲方桉".as_bytes()).unwrap();
    let damage = "UPDATE contents SET packed = ?2, size = 9, beside = NULL WHERE id = ?1";
    store.connection.execute(damage, (source, other)).unwrap();
    let place = folder.path().join("copy.zip");
    let refused = [
        store.back_up(Reason::Person, later(1)).map(drop),
        store.copy_to(&place).map(drop),
        store.pack(&place, now(), &|_, _| {}).map(drop),
    ];
    for refused in refused {
        let sentence = refused.unwrap_err().to_string();
        assert!(sentence.contains("“文件.txt”") && sentence.contains("duban check --mend"), "{sentence}");
    }
    assert!(!place.exists());
    let backups = Backups::of(folder.path());
    assert_eq!(backups.list().unwrap(), [before], "and the good one stays");
    store.mend(Some(&backups)).unwrap();
    store.back_up(Reason::Person, later(1)).unwrap();
}

#[cfg(unix)]
#[test]
fn backups_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, store) = office();
    let made = store.back_up(Reason::Person, now()).unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(Backups::of(folder.path()).folder()), mode(&made.file)), (0o700, 0o600));
    let copy = folder.path().join("copy.sqlite3");
    store.copy_to(&copy).unwrap();
    assert_eq!(mode(&copy), 0o600);
}

#[test]
fn a_backup_is_made_while_others_read_and_write() {
    let (folder, store) = office();
    let writer = Store::open(folder.path()).unwrap();
    writer.connection.execute_batch("BEGIN IMMEDIATE; UPDATE settings SET value = value").unwrap();
    let reader = Store::open(folder.path()).unwrap();
    reader.connection.execute_batch("BEGIN; SELECT count(*) FROM notices").unwrap();
    let made = store.back_up(Reason::Daily, now()).unwrap();
    assert_eq!(made.facts().unwrap().notices, Some(1));
}

#[test]
fn what_was_deleted_is_not_in_the_free_pages_of_a_backup() {
    let (_folder, mut store) = office();
    let secret = "绝密的一句话".repeat(2000);
    operate(&mut store, "设置", |writer| writer.keep_setting("条", &secret));
    let holds = |store: &Store, at| {
        let made = store.back_up(Reason::Person, at).unwrap();
        let bytes = std::fs::read(made.file).unwrap();
        bytes.windows(18).any(|part| part == "绝密的一句话".as_bytes())
    };
    assert!(holds(&store, now()));
    store.connection.execute_batch("INSERT INTO current_operation (id) VALUES (1); DELETE FROM settings; DELETE FROM changes; DELETE FROM current_operation").unwrap();
    assert!(!holds(&store, later(1)));
}

#[test]
fn a_restore_says_what_would_be_lost_and_keeps_what_was_in_place() {
    let (folder, mut store) = office();
    let backups = Backups::of(folder.path());
    let made = store.back_up(Reason::Person, now()).unwrap();
    add(&mut store, "乙方案");
    operate(&mut store, "设置", |writer| writer.keep_setting("颜色", "深"));

    let candidate = Candidate::of(&backups, &made).unwrap();
    let loss = candidate.loss(store.read()).unwrap();
    let labels: Vec<&str> = loss.lost.iter().map(|entry| entry.label.as_str()).collect();
    assert_eq!(labels, ["设置", "导入文件"]);
    assert_eq!(loss.regained, []);
    assert_eq!(titles(&store), ["乙方案", "甲方案"], "so far nothing has happened");

    let other = Store::open(folder.path()).unwrap();
    let kept = store.become_like(&candidate, later(1)).unwrap().kept.unwrap();
    drop(candidate);
    for store in [&store, &other, &Store::open(folder.path()).unwrap()] {
        assert_eq!(titles(store), ["甲方案"]);
        assert!(whole(store));
    }
    add(&mut store, "丙方案");
    assert_eq!(titles(&other), ["丙方案", "甲方案"]);

    // And back again: what was kept is a backup like any other.
    let kept = backups.list().unwrap().into_iter().find(|backup| backup.file == kept).unwrap();
    assert_eq!(kept.reason, Reason::Restore);
    let candidate = Candidate::of(&backups, &kept).unwrap();
    let loss = candidate.loss(store.read()).unwrap();
    assert_eq!((loss.lost.len(), loss.regained.len()), (1, 2));
    store.become_like(&candidate, later(2)).unwrap();
    assert_eq!(titles(&other), ["乙方案", "甲方案"]);
}

#[test]
fn a_restored_register_is_marked_as_one_and_survives_a_crash_at_once() {
    let (folder, mut store) = office();
    let made = store.back_up(Reason::Person, now()).unwrap();
    add(&mut store, "乙方案");
    let candidate = Candidate::of(&Backups::of(folder.path()), &made).unwrap();
    // A reader that keeps the log from being emptied, as an open window may.
    let reader = Store::open(folder.path()).unwrap();
    reader.connection.execute_batch("BEGIN; SELECT count(*) FROM notices").unwrap();
    store.become_like(&candidate, later(1)).unwrap();
    let crashed = tempfile::tempdir().unwrap();
    for ending in ["", "-wal", "-shm"] {
        std::fs::copy(beside(&folder.path().join(FILE), ending), beside(&crashed.path().join(FILE), ending)).unwrap();
    }
    let store = Store::open(crashed.path()).unwrap();
    assert_eq!((titles(&store), store.log_set_aside()), (vec!["甲方案".to_owned()], None));
}

#[test]
fn a_restore_waits_for_a_writer() {
    let (folder, mut store) = office();
    let made = store.back_up(Reason::Person, now()).unwrap();
    add(&mut store, "乙方案");
    let candidate = Candidate::of(&Backups::of(folder.path()), &made).unwrap();
    let mut writer = Store::open(folder.path()).unwrap();
    let (begun, wait) = std::sync::mpsc::channel();
    let writing = std::thread::spawn(move || {
        operate(&mut writer, "设置", |writer| {
            begun.send(()).unwrap();
            std::thread::sleep(std::time::Duration::from_millis(300));
            writer.keep_setting("颜色", "深")
        });
    });
    wait.recv().unwrap();
    store.become_like(&candidate, later(1)).unwrap();
    writing.join().unwrap();
    assert_eq!(titles(&store), ["甲方案"]);
    assert!(whole(&store));
}

/// A register as the first program wrote it.
fn first_register(file: &Path) {
    let first = Connection::open(file).unwrap();
    first.execute_batch(include_str!("../../migrations/0001_first.sql")).unwrap();
    first.execute_batch("INSERT INTO settings (id, value) VALUES ('颜色', '深'); PRAGMA user_version = 1").unwrap();
}

#[test]
fn an_older_register_is_backed_up_before_it_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    first_register(&folder.path().join(FILE));
    let store = Store::open(folder.path()).unwrap();
    let [made] = Backups::of(folder.path()).list().unwrap().try_into().unwrap();
    assert_eq!(made.reason, Reason::Migration);
    assert!(made.facts().unwrap().is_older);
    drop(store);
    let _ = Store::open(folder.path()).unwrap();
    assert_eq!(Backups::of(folder.path()).list().unwrap().len(), 1, "once");
}

#[test]
fn a_backup_of_an_older_program_is_brought_up_to_date_before_it_is_restored() {
    let (folder, mut store) = office();
    let older = folder.path().join("older.sqlite3");
    first_register(&older);
    let candidate = Candidate::of_file(&Backups::of(folder.path()), &older).unwrap();
    assert!(candidate.facts().unwrap().is_older);
    store.become_like(&candidate, now()).unwrap();
    assert_eq!(store.read().setting("颜色").unwrap().as_deref(), Some("深"));
    assert!(whole(&store));
    add(&mut store, "乙方案");
    let untouched: i64 =
        Connection::open(&older).unwrap().pragma_query_value(None, "user_version", |r| r.get(0)).unwrap();
    assert_eq!(untouched, 1);
}

#[test]
fn a_register_that_cannot_be_read_is_replaced_and_kept_with_its_log() {
    for damage in ["", "这不是数据库，只是一段普通的文字。"] {
        let (folder, store) = office();
        let made = store.back_up(Reason::Person, now()).unwrap();
        drop(store);
        let file = folder.path().join(FILE);
        std::fs::write(&file, damage.repeat(500)).unwrap();
        assert!(Store::open(folder.path()).is_err());
        std::fs::write(log_of(&file), "日志").unwrap();
        let candidate = Candidate::of(&Backups::of(folder.path()), &made).unwrap();
        let kept = candidate.put_into(folder.path(), now()).unwrap().kept.unwrap();
        assert_eq!(std::fs::read_to_string(kept.join(FILE)).unwrap(), damage.repeat(500));
        assert_eq!(std::fs::read_to_string(log_of(&kept.join(FILE))).unwrap(), "日志");
        let mut store = Store::open(folder.path()).unwrap();
        assert_eq!((titles(&store), store.log_set_aside()), (vec!["甲方案".to_owned()], None));
        add(&mut store, "乙方案");
        assert!(whole(&store));
    }
}

#[test]
fn whichever_page_is_damaged_a_backup_restores_and_the_damaged_register_is_kept() {
    let (folder, mut store) = office();
    for number in 0..5 {
        add(&mut store, &format!("第{number}号方案"));
    }
    let made = store.back_up(Reason::Person, now()).unwrap();
    drop(store);
    let good = std::fs::read(folder.path().join(FILE)).unwrap();
    let (mut unopened, mut damaged) = (0, 0);
    for page in (0..good.len() / 4096).step_by(good.len() / 4096 / 24) {
        let place = tempfile::tempdir().unwrap();
        let mut bytes = good.clone();
        bytes[page * 4096..][..4096].fill(0xA5);
        std::fs::write(place.path().join(FILE), &bytes).unwrap();
        let candidate = Candidate::of_file(&Backups::of(place.path()), &made.file).unwrap();
        let kept = match Store::open(place.path()) {
            Ok(mut store) => store.become_like(&candidate, later(1)).unwrap().kept,
            Err(error) => {
                assert!(error.is_about_content(), "page {page}: {error}");
                unopened += 1;
                candidate.put_into(place.path(), later(1)).unwrap().kept
            }
        };
        let kept = kept.unwrap();
        if kept.to_string_lossy().contains("damaged-") {
            damaged += 1;
            let kept = if kept.is_dir() { kept.join(FILE) } else { kept };
            assert_eq!(std::fs::metadata(kept).unwrap().len(), bytes.len() as u64, "page {page}");
        }
        let store = Store::open(place.path()).unwrap();
        assert_eq!(titles(&store).len(), 6, "page {page}");
        assert!(whole(&store), "page {page}");
    }
    assert!(unopened > 0 && damaged > unopened, "{unopened} could not be opened, {damaged} were kept as damaged");
}

#[test]
fn a_register_that_is_gone_comes_back() {
    let (folder, store) = office();
    let copy = folder.path().join("U盘.sqlite3");
    store.copy_to(&copy).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let new = elsewhere.path().join("台账");
    let candidate = Candidate::of_file(&Backups::of(&new), &copy).unwrap();
    assert_eq!(candidate.put_into(&new, now()).unwrap().kept, None);
    assert_eq!(titles(&Store::open(&new).unwrap()), ["甲方案"]);
}

#[test]
fn a_register_that_lies_elsewhere_is_taken_with_its_log() {
    let (folder, mut store) = office();
    store.connection.pragma_update(None, "wal_autocheckpoint", 0).unwrap();
    add(&mut store, "乙方案");
    let elsewhere = tempfile::tempdir().unwrap();
    let candidate = Candidate::of_file(&Backups::of(elsewhere.path()), &folder.path().join(FILE)).unwrap();
    assert_eq!(candidate.facts().unwrap().notices, Some(2));
}

#[test]
fn a_flipped_bit_is_seen_before_anything_is_restored() {
    let (folder, store) = office();
    let made = store.back_up(Reason::Person, now()).unwrap();
    let bytes = std::fs::read(&made.file).unwrap();
    for place in (0..bytes.len()).step_by(bytes.len() / 60) {
        let mut flipped = bytes.clone();
        flipped[place] ^= 1;
        std::fs::write(&made.file, flipped).unwrap();
        let error = Candidate::of(&Backups::of(folder.path()), &made).unwrap_err();
        assert!(matches!(error, BackupError::NotWhole { .. }), "byte {place}: {error}");
    }
}

#[test]
fn what_cannot_be_restored_from_is_named() {
    let (folder, store) = office();
    let backups = Backups::of(folder.path());
    let check = |name: &str, make: &dyn Fn(&Path), part: &str| {
        let file: PathBuf = folder.path().join(name);
        make(&file);
        let told = Candidate::of_file(&backups, &file).unwrap_err().to_string();
        assert!(told.contains(name) && told.contains(part), "{told}");
    };
    check("没有.sqlite3", &|_| {}, "没有找到");
    check("空的.sqlite3", &|file| std::fs::write(file, "").unwrap(), "不是台账");
    check("文字.sqlite3", &|file| std::fs::write(file, "一段文字。".repeat(900)).unwrap(), "不是台账");
    let foreign = |file: &Path| {
        Connection::open(file).unwrap().execute_batch("CREATE TABLE a (b TEXT); PRAGMA user_version = 1").unwrap();
    };
    check("别的.sqlite3", &foreign, "别的程序");
    let newer = |file: &Path| {
        store.copy_to(file).unwrap();
        Connection::open(file).unwrap().pragma_update(None, "user_version", 99).unwrap();
    };
    let file = folder.path().join("新版.sqlite3");
    newer(&file);
    let error = Candidate::of_file(&backups, &file).unwrap_err();
    assert!(matches!(error, BackupError::Store(StoreError::Newer { .. })), "{error}");
    check(FILE, &|_| {}, "正在使用的台账");
    assert!(matches!(store.copy_to(&folder.path().join(FILE)), Err(BackupError::OwnFile(_))));
    let left = std::fs::read_dir(backups.folder()).unwrap().count();
    assert_eq!(left, 0, "a refused candidate leaves nothing");
}

#[test]
fn the_rule_of_the_register_decides_what_stays() {
    let (folder, mut store) = office();
    let backups = Backups::of(folder.path());
    assert_eq!(store.read().backup_rule().unwrap(), KeepRule::default());
    operate(&mut store, "备份规则", |writer| writer.keep_backup_rule(KeepRule { days: 2, weeks: 0, months: 0 }));
    assert!(backups.is_due(now()).unwrap());
    for day in 0..5 {
        store.back_up(Reason::Daily, later(day)).unwrap();
    }
    std::fs::write(backups.folder().join("别的文件.txt"), "我的").unwrap();
    assert!(!backups.is_due(later(4)).unwrap() && backups.is_due(later(5)).unwrap());
    let gone = backups.thin(store.read().backup_rule().unwrap(), later(4)).unwrap();
    assert_eq!((gone.len(), backups.list().unwrap().len()), (2, 3));
    assert!(backups.folder().join("别的文件.txt").exists(), "what is no backup is not ours");
}

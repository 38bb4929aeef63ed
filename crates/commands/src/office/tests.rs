//! A register in use, and one that cannot be opened: what is told, what can still be done, and that work goes on after it.

use std::path::{Path, PathBuf};

use chrono::Offset as _;
use serde_json::json;
use tempfile::TempDir;

use super::*;

const PLAN: &str = "滨江市优化营商环境行动方案\n一、重点任务\n\
    （一）简化办事材料。整理公布材料清单。（市政务办牵头，2022年6月底前完成）\n\
    （二）降低企业成本。减免小微企业房屋租金。（市国资委牵头，2022年12月底前完成）\n\
    滨江市人民政府\n2022年3月1日\n";

const FILE: &str = "duban.sqlite3";

fn asker(paths: PathAccess) -> Asker<'static> {
    Asker {
        now: "2026-11-21T08:00:00Z".parse().unwrap(),
        today: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        offset: Utc.fix(),
        actor: "张三",
        paths,
        progress: &|_| {},
    }
}

fn ask_with(office: &Office, paths: PathAccess, command: &str, args: Value) -> Result<Value, CommandError> {
    office.call(asker(paths), command, Envelope { as_of: None, args })
}

fn ask(office: &Office, command: &str) -> Result<Value, CommandError> {
    ask_with(office, PathAccess::Full, command, Value::Null)
}

fn code(office: &Office, command: &str) -> Option<ErrorCode> {
    ask(office, command).unwrap_err().code
}

/// A register with a notice in force and a backup of it, that nobody has open.
fn with_backup() -> TempDir {
    let (folder, mut desk) = crate::testing::Office::with_document(PLAN);
    let _: Value = desk.ask("back_up", Value::Null);
    folder
}

fn newest_backup(office: &Office) -> Value {
    let list = ask(office, "list_backups").unwrap();
    json!({ "source": { "backup": list["backups"][0]["name"] } })
}

fn write_at(file: &Path, place: usize, bytes: &[u8]) {
    let mut content = std::fs::read(file).unwrap();
    content[place..place + bytes.len()].copy_from_slice(bytes);
    std::fs::write(file, content).unwrap();
}

/// A way to lose a register, and what is then told.
struct Loss {
    told: &'static str,
    befall: fn(&Path),
}

const LOSSES: [Loss; 6] = [
    Loss { told: "不是数据库", befall: |file| std::fs::write(file, "别的文字。".repeat(2000)).unwrap() },
    Loss { told: "是空的", befall: |file| std::fs::write(file, "").unwrap() },
    // The mark of another program in the header.
    Loss { told: "别的程序", befall: |file| write_at(file, 68, b"ABCD") },
    Loss { told: "不见了", befall: |file| std::fs::remove_file(file).unwrap() },
    Loss { told: "更新版本", befall: |file| write_at(file, 60, &99_u32.to_be_bytes()) },
    Loss { told: "已损坏", befall: |file| write_at(file, 100, &[0xFF; 200]) },
];

#[test]
fn a_lost_register_is_told_and_restored_by_the_same_calls() {
    for Loss { told, befall } in LOSSES {
        let folder = with_backup();
        let file = folder.path().join(FILE);
        befall(&file);
        let lost = std::fs::read(&file).ok();
        let office = Office::open(folder.path());
        for command in ["app_status", "list_tasks", "load_sample", "undo", "back_up"] {
            let error = ask(&office, command).unwrap_err();
            assert_eq!(error.code, Some(ErrorCode::RegisterClosed), "{told}, {command}: {error:?}");
            assert!(error.message.contains(told), "{told}: {error}");
        }
        assert_eq!(office.watched(), None);
        let list = ask(&office, "list_backups").unwrap();
        assert_eq!(list["register"], folder.path().display().to_string());
        assert_eq!((&list["backups"][0]["tasks"], &list["backups"][0]["verified"]), (&json!(2), &json!(true)));

        let source = newest_backup(&office);
        let preview = ask_with(&office, PathAccess::Full, "preview_restore", source.clone()).unwrap();
        assert_eq!((&preview["tasks_then"], &preview["is_unreadable"]), (&json!(2), &json!(true)), "{told}");
        assert!(std::fs::read(&file).ok() == lost, "{told}: what only looks touches nothing");
        let report = ask_with(&office, PathAccess::Full, "restore", source).unwrap();
        let kept = report["kept"].as_str().map(|kept| std::fs::read(Path::new(kept).join(FILE)).unwrap());
        assert!(kept == lost, "{told}: what was in place is kept as it is");

        assert_eq!(ask(&office, "app_status").unwrap()["tasks"], 2, "{told}");
        assert_eq!(ask(&office, "history").unwrap()[0]["label"], "恢复备份", "{told}");
        assert!(office.watched().is_some(), "{told}");
        ask(&office, "back_up").unwrap();
    }
}

#[test]
fn answers_as_text_are_the_same_where_the_register_cannot_be_opened() {
    let folder = with_backup();
    std::fs::write(folder.path().join(FILE), "").unwrap();
    let office = Office::open(folder.path());
    let as_text = |command: &str| office.call_to_json(asker(PathAccess::Full), command, Envelope::default());
    let list: Value = serde_json::from_str(&as_text("list_backups").unwrap()).unwrap();
    assert_eq!(list, ask(&office, "list_backups").unwrap());
    assert_eq!(as_text("app_status").unwrap_err(), ask(&office, "app_status").unwrap_err());
    assert_eq!(code(&office, "no_such_command"), Some(ErrorCode::UnknownCommand));
}

#[test]
fn a_register_overwritten_while_it_is_open_is_told_and_restored() {
    let folder = with_backup();
    let office = Office::open(folder.path());
    ask(&office, "app_status").unwrap();
    std::fs::write(folder.path().join(FILE), "别的文字。".repeat(2000)).unwrap();
    // What was read before, SQLite remembers for a while.
    assert_eq!(code(&office, "list_tasks"), Some(ErrorCode::RegisterClosed));
    assert_eq!(code(&office, "app_status"), Some(ErrorCode::RegisterClosed));
    let source = newest_backup(&office);
    ask_with(&office, PathAccess::Full, "restore", source).unwrap();
    assert_eq!(ask(&office, "app_status").unwrap()["tasks"], 2);
}

#[test]
fn a_register_damaged_inside_is_restored_although_it_opens() {
    let folder = with_backup();
    let file = folder.path().join(FILE);
    let pages = std::fs::metadata(&file).unwrap().len() / 4096;
    let unreadable = (2..=pages).rev().find(|page| {
        let whole = std::fs::read(&file).unwrap();
        write_at(&file, usize::try_from((page - 1) * 4096).unwrap(), &[0xFF; 4096]);
        let is_it = code_of(ask(&Office::open(folder.path()), "app_status")) == Some(ErrorCode::RegisterUnreadable);
        if !is_it {
            std::fs::write(&file, whole).unwrap();
        }
        is_it
    });
    assert!(unreadable.is_some(), "no page of {pages} is needed only by the status");
    let office = Office::open(folder.path());
    let source = newest_backup(&office);
    ask_with(&office, PathAccess::Full, "preview_restore", source.clone()).unwrap();
    ask_with(&office, PathAccess::Full, "restore", source).unwrap();
    assert_eq!(ask(&office, "app_status").unwrap()["tasks"], 2);
}

fn code_of(answer: Result<Value, CommandError>) -> Option<ErrorCode> {
    answer.err().and_then(|error| error.code)
}

#[test]
fn a_register_that_was_moved_away_is_told_and_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let (store, aside) = (folder.path().join("store"), folder.path().join("aside"));
    let office = Office::open(&store);
    std::fs::rename(&store, &aside).unwrap();
    let told = ask(&office, "load_sample").unwrap_err();
    assert!(told.message.contains("没有台账") && told.code == Some(ErrorCode::RegisterClosed), "{told:?}");
    assert!(Store::open(&aside).unwrap().read().is_empty().unwrap());
    assert!(!store.exists(), "and none is made anew");
    std::fs::rename(&aside, &store).unwrap();
    ask(&office, "load_sample").unwrap();
}

#[test]
fn an_archive_takes_the_place_of_a_register_that_is_gone_where_the_front_may_read_files() {
    let folder = with_backup();
    let archive = folder.path().join("全部.zip");
    let office = Office::open(folder.path());
    ask_with(&office, PathAccess::Full, "export_all", json!({ "to": archive })).unwrap();
    std::fs::remove_file(folder.path().join(FILE)).unwrap();
    let request = json!({ "source": { "path": archive } });
    for command in ["preview_restore", "restore"] {
        let refused = ask_with(&office, PathAccess::None, command, request.clone()).unwrap_err();
        assert_eq!(refused.code, Some(ErrorCode::PathNotAllowed), "{command}");
        let refused = ask_with(&office, PathAccess::Full, command, json!([{ "path": archive }])).unwrap_err();
        assert_eq!(refused.code, Some(ErrorCode::Invalid), "{command}: paths are looked for under their names");
    }
    assert_eq!(ask_with(&office, PathAccess::None, "list_backups", Value::Null).unwrap()["register"], "");
    let preview = ask_with(&office, PathAccess::Exchanged, "preview_restore", request.clone()).unwrap();
    assert_eq!((&preview["archive"]["originals"], &preview["tasks_then"]), (&json!(1), &json!(2)));
    ask_with(&office, PathAccess::Exchanged, "restore", request).unwrap();
    assert_eq!(ask(&office, "app_status").unwrap()["tasks"], 2);
}

#[test]
fn a_register_that_may_be_whole_is_not_replaced() {
    let folder = with_backup();
    let file = folder.path().join(FILE);
    let aside: PathBuf = folder.path().join("aside");
    std::fs::rename(&file, &aside).unwrap();
    // What the system will not open, whatever it is.
    std::fs::create_dir(&file).unwrap();
    let office = Office::open(folder.path());
    assert_eq!(code(&office, "app_status"), Some(ErrorCode::RegisterOutOfReach));
    let source = newest_backup(&office);
    let refused = ask_with(&office, PathAccess::Full, "restore", source).unwrap_err();
    assert_eq!(refused.code, Some(ErrorCode::RegisterOutOfReach));
    std::fs::remove_dir(&file).unwrap();
    std::fs::rename(&aside, &file).unwrap();
    assert_eq!(ask(&office, "app_status").unwrap()["tasks"], 2);
}

#[test]
fn a_register_is_made_in_an_empty_place_as_soon_as_one_can_be() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("U盘");
    std::fs::write(&place, "").unwrap();
    let office = Office::open(&place.join("台账"));
    assert_eq!(code(&office, "app_status"), Some(ErrorCode::RegisterOutOfReach));
    std::fs::remove_file(&place).unwrap();
    assert_eq!(ask(&office, "app_status").unwrap()["tasks"], 0);
    std::fs::remove_dir_all(&place).unwrap();
    assert_eq!(code(&office, "app_status"), Some(ErrorCode::RegisterClosed), "one that was there is not made again");
}

#[test]
fn a_backup_of_the_day_that_fails_is_told_until_one_is_made() {
    let folder = tempfile::tempdir().unwrap();
    // Where the backups would lie there is a file.
    let in_the_way = folder.path().join("backups");
    let office = Office::open(folder.path());
    std::fs::write(&in_the_way, "").unwrap();
    ask(&office, "load_sample").unwrap();
    let fault = || ask(&office, "app_status").unwrap()["backup_fault"]["reason"].as_str().map(str::to_owned);
    let told = std::iter::repeat_with(|| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        fault()
    });
    let told = told.take(500).flatten().next().expect("the failure is told");
    assert!(told.contains("backups"), "{told}");
    assert!(office.watched().unwrap().backup_fault.is_some(), "and the pages hear that something is new");
    std::fs::remove_file(&in_the_way).unwrap();
    ask(&office, "back_up").unwrap();
    assert_eq!(fault(), None);
}

#[test]
fn many_calls_at_once_leave_few_connections_open() {
    let folder = tempfile::tempdir().unwrap();
    let office = Office::open(folder.path());
    let in_use: Vec<Store> = (0..MOST_IDLE + 2).map(|_| office.connection().unwrap()).collect();
    in_use.into_iter().for_each(|store| office.give_back(store));
    assert_eq!(office.idle.lock().unwrap().len(), MOST_IDLE);
}

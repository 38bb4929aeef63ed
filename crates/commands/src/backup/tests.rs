//! Backups as commands: what a front is told, and when the program makes them by itself.

use serde_json::json;
use store::{Backups, Store};

use chrono::{Offset as _, Utc};

use super::{back_up_if_due, before_large_import};
use crate::testing::Office;
use crate::wire::{BackedUp, BackupList, BackupReason, RestorePreview, RestoreReport};
use crate::{Caller, Envelope, ErrorCode, PathAccess, dispatch};

const PLAN: &str = "滨江市优化营商环境行动方案
一、重点任务
（一）简化办事材料。整理公布材料清单。（市政务办牵头，市财政局、市司法局配合，2022年6月底前完成）
（二）降低企业成本。减免小微企业房屋租金。（市国资委牵头，市财政局配合，2022年12月底前完成）
滨江市人民政府
2022年3月1日
";

#[test]
fn a_restore_is_rehearsed_told_and_done() {
    let (folder, mut office) = Office::with_document(PLAN);
    let made: BackedUp = office.ask("back_up", json!({}));
    assert!(made.file.starts_with(&folder.path().display().to_string()));
    let _: serde_json::Value = office.ask("set_backup_rule", json!({ "days": 3, "weeks": 2, "months": 1 }));
    let _: serde_json::Value = office.ask("undo", json!({}));
    let list: BackupList = office.ask("list_backups", json!({ "verify": true }));
    let [backup] = list.backups.as_slice() else { panic!("{list:?}") };
    assert_eq!((backup.reason, backup.verified), (BackupReason::Person, true));
    assert!(backup.tasks.is_some_and(|tasks| tasks == 2));

    let request = json!({ "source": { "backup": backup.name } });
    let preview: RestorePreview = office.ask("preview_restore", request.clone());
    let lost: Vec<(&str, u32)> = preview.lost.iter().map(|kind| (kind.label.as_str(), kind.count)).collect();
    assert_eq!(lost, [("撤销", 1), ("备份规则", 1)]);
    assert_eq!((preview.tasks_now, Some(preview.tasks_then)), (backup.tasks, backup.tasks));
    let report: RestoreReport = office.ask("restore", request);
    assert_eq!(report.changes, preview);
    let list: BackupList = office.ask("list_backups", json!({}));
    assert_eq!(list.backups[0].reason, BackupReason::Restore);
    assert!(report.kept.unwrap().ends_with(&list.backups[0].name));
}

#[test]
fn a_page_in_a_browser_names_no_paths() {
    let (_folder, mut office) = Office::with_document(PLAN);
    for (name, args) in [
        ("back_up", json!({ "to": "/tmp/a.sqlite3" })),
        ("restore", json!({ "source": { "path": "/etc/passwd" } })),
        ("preview_restore", json!({ "source": { "path": "/etc/passwd" } })),
    ] {
        let mut caller = Caller {
            store: &mut office.store,
            now: "2026-11-21T08:00:00Z".parse().unwrap(),
            today: office.today,
            offset: Utc.fix(),
            actor: "测试",
            paths: PathAccess::ReadOnly,
            progress: &|_| {},
        };
        let error = dispatch(&mut caller, name, Envelope { as_of: None, args }).unwrap_err();
        assert_eq!(error.code, Some(ErrorCode::PathNotAllowed), "{name}");
    }
    let error = office.try_ask("restore", json!({ "source": { "backup": "../duban.sqlite3" } })).unwrap_err();
    assert!(error.message.contains("没有找到备份"), "a name is looked for in the list and is no path: {error}");
}

#[test]
fn a_day_later_a_backup_is_made_and_none_of_an_empty_register() {
    let (folder, office) = Office::with_document(PLAN);
    let backups = Backups::of(folder.path());
    let at = |time: &str| time.parse().unwrap();
    assert!(back_up_if_due(&office.store, at("2026-11-21T08:00:00Z")).unwrap().is_some());
    assert!(back_up_if_due(&office.store, at("2026-11-22T07:59:00Z")).unwrap().is_none());
    assert!(back_up_if_due(&office.store, at("2026-11-22T08:00:00Z")).unwrap().is_some());
    assert_eq!(backups.list().unwrap().len(), 2);
    let empty = tempfile::tempdir().unwrap();
    let store = Store::open_or_make(empty.path()).unwrap();
    assert!(back_up_if_due(&store, at("2026-11-21T08:00:00Z")).unwrap().is_none());
    assert!(back_up_if_due(&Store::in_memory().unwrap(), at("2026-11-21T08:00:00Z")).unwrap().is_none());
}

#[test]
fn a_large_import_is_preceded_by_a_backup_and_goes_on_without_one() {
    let (folder, mut office) = Office::with_document(PLAN);
    let backups = Backups::of(folder.path());
    let now = "2026-11-21T08:00:00Z".parse().unwrap();
    assert_eq!(before_large_import(&office.store, 500, now), None);
    assert_eq!(backups.list().unwrap(), []);
    let file = folder.path().join("大文件.txt");
    std::fs::write(&file, "滨江市通知\n\n现印发给你们。\n".repeat(1500)).unwrap();
    let _: serde_json::Value = office.ask("import", json!({ "sources": [{ "path": file }], "confirm": false }));
    assert_eq!(backups.list().unwrap().len(), 1);
    std::fs::remove_dir_all(backups.folder()).unwrap();
    std::fs::write(backups.folder(), "在路上").unwrap();
    let told = before_large_import(&office.store, 500_000, now).unwrap();
    assert!(told.contains("导入照常进行") && told.contains("backups"), "{told}");
}

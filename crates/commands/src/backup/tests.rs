//! Backups as commands: what a front is told, and when the program makes them by itself.

use serde_json::json;
use store::{Backups, Store};

use chrono::{Offset as _, Utc};

use super::back_up_if_due;
use crate::testing::Office;
use crate::wire::{
    AppStatus, BackedUp, BackupList, BackupReason, ExportedAll, ImportReport, JournalEntry, RestorePreview,
    RestoreReport,
};
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
    let history: Vec<JournalEntry> = office.ask("history", json!({ "about": null, "limit": 10 }));
    assert_eq!((history[0].label.as_str(), history.len()), ("恢复备份", 2));
    assert_eq!(history[0].summary, "恢复自 2026-11-21 08:00 的备份；失去之后的操作：撤销 1 次，备份规则 1 次");
    let undo = office.try_ask("undo", json!({})).unwrap_err();
    assert!(undo.message.contains("恢复前"), "{undo:?}");
    let list: BackupList = office.ask("list_backups", json!({}));
    assert_eq!(list.backups[0].reason, BackupReason::Restore);
    assert!(report.kept.unwrap().ends_with(&list.backups[0].name));
}

#[test]
fn everything_in_one_archive_takes_the_place_of_another_register() {
    let (folder, mut office) = Office::with_document(PLAN);
    let archive = folder.path().join("全部.zip");
    let exported: ExportedAll = office.ask("export_all", json!({ "to": archive }));
    assert_eq!(exported.originals, 1);

    let (_other, mut new_office) = Office::with_document("");
    let request = json!({ "source": { "path": archive } });
    let preview: RestorePreview = new_office.ask("preview_restore", request.clone());
    assert_eq!((preview.tasks_now, preview.tasks_then), (Some(0), 2));
    let facts = preview.archive.unwrap();
    assert_eq!((facts.originals, facts.made_at.as_str()), (1, "2026-11-21T08:00:00Z"));
    let _: RestoreReport = new_office.ask("restore", request);
    let status: AppStatus = new_office.ask("app_status", json!({}));
    assert_eq!((status.notices, status.tasks), (1, 2));
    let history: Vec<JournalEntry> = new_office.ask("history", json!({ "about": null, "limit": 1 }));
    assert!(history[0].summary.starts_with("恢复自“全部.zip”（2026-11-21 08:00 导出）"), "{}", history[0].summary);
}

#[test]
fn an_archive_that_was_changed_is_refused_by_name() {
    let (folder, mut office) = Office::with_document(PLAN);
    let archive = folder.path().join("全部.zip");
    let _: ExportedAll = office.ask("export_all", json!({ "to": archive }));
    let mut bytes = std::fs::read(&archive).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&archive, bytes).unwrap();
    let refused = office.try_ask("preview_restore", json!({ "source": { "path": archive } })).unwrap_err();
    assert!(refused.message.contains("全部.zip") && refused.message.contains("损坏"), "{refused:?}");
}

#[test]
fn a_front_without_paths_names_none() {
    let (_folder, mut office) = Office::with_document(PLAN);
    for (name, args) in [
        ("back_up", json!({ "to": "/tmp/a.sqlite3" })),
        ("export_all", json!({ "to": "/tmp/a.zip" })),
        ("restore", json!({ "source": { "path": "/etc/passwd" } })),
        ("preview_restore", json!({ "source": { "path": "/etc/passwd" } })),
    ] {
        let mut caller = Caller {
            store: &mut office.store,
            now: "2026-11-21T08:00:00Z".parse().unwrap(),
            today: office.today,
            offset: Utc.fix(),
            actor: "测试",
            paths: PathAccess::None,
            backup_fault: None,
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
fn more_than_a_hundred_measures_are_preceded_by_a_backup_and_come_in_without_one() {
    let (folder, mut office) = Office::with_document(PLAN);
    let backups = Backups::of(folder.path());
    let mut import = |name: &str, measures: usize| -> ImportReport {
        let items = (1..=measures).map(|number| format!("{number}.市财政局拨付{name}第{number}批资金。\n"));
        let text = format!("{name}工作方案\n\n一、主要任务\n{}", items.collect::<String>());
        assert!(text.len() < 30_000, "few bytes can hold many");
        let file = folder.path().join(format!("{name}.txt"));
        std::fs::write(&file, text).unwrap();
        let report: ImportReport = office.ask("import", json!({ "sources": [{ "path": file }], "confirm": true }));
        assert_eq!(report.files[0].measures as usize, measures, "{name}");
        report
    };
    import("滨江市春季", 100);
    assert_eq!(backups.list().unwrap(), []);
    import("滨江市夏季", 300);
    let made = backups.list().unwrap();
    assert_eq!(made.len(), 1);
    assert_eq!(made[0].facts().unwrap().notices, Some(2), "made before the import");
    std::fs::remove_dir_all(backups.folder()).unwrap();
    std::fs::write(backups.folder(), "在路上").unwrap();
    let told = import("滨江市秋季", 101).files.remove(0).warnings.join("");
    assert!(told.contains("导入照常进行") && told.contains("backups"), "{told}");
}

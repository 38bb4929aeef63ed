//! Imports on a register in memory.

use base64::Engine as _;

use super::*;
use crate::testing::Office;

#[test]
fn the_sample_fills_an_empty_register() {
    let mut office = Office::new();
    let report: wire::ImportReport = office.ask("load_sample", serde_json::json!(null));
    for file in &report.files {
        assert_eq!(file.error, None, "{}", file.file);
    }
    let status: wire::AppStatus = office.ask("app_status", serde_json::json!(null));
    assert_eq!(status.sample_as_of.map(|day| day.to_string()).as_deref(), Some("2022-06-27"));
    assert_eq!(status.as_of.to_string(), "2022-06-27");
    assert!(status.tasks > 300, "{status:?}");
}

#[test]
fn the_sample_shows_every_light_on_its_day_and_was_otherwise_before() {
    let mut office = Office::new();
    let _: wire::ImportReport = office.ask("load_sample", serde_json::json!(null));
    let mut figures = |day: Option<&str>| {
        let dashboard: wire::Dashboard =
            serde_json::from_value(office.try_ask_on(day, "dashboard", serde_json::json!({})).unwrap()).unwrap();
        dashboard.totals
    };
    let own = figures(None);
    for (light, tasks) in [("逾期", own.overdue), ("临期", own.due_soon), ("未到期", own.on_track), ("办结", own.done)]
    {
        assert!(tasks > 0, "{light}: {own:?}");
    }
    assert!(own.done > own.overdue, "most was done: {own:?}");
    let before = figures(Some("2021-07-01"));
    assert!(before.led < own.led && before.done < own.done && before.done + before.overdue > 0, "{before:?}");
}

#[test]
fn what_is_invented_says_so_in_its_first_word() {
    let mut office = Office::new();
    let _: wire::ImportReport = office.ask("load_sample", serde_json::json!(null));
    let said: wire::ProgressPage = office.ask("list_progress", serde_json::json!({ "limit": 5000 }));
    assert!(said.entries.len() > 300);
    for entry in said.entries {
        for words in [&entry.words, &entry.difficulty, &entry.next_step] {
            assert!(words.is_empty() || words.starts_with("【示例】"), "{words}");
        }
    }
}

#[test]
fn the_compilations_of_other_provinces_are_a_sample_of_their_own() {
    let mut office = Office::new();
    let office_sample: wire::ImportReport = office.ask("load_sample", serde_json::json!({ "which": "office" }));
    let names = |report: &wire::ImportReport| report.files.iter().map(|file| file.file.clone()).collect::<Vec<_>>();
    assert_eq!(names(&office_sample).len(), 3);
    let mut other = Office::new();
    let report: wire::ImportReport = other.ask("load_sample", serde_json::json!({ "which": "provinces" }));
    assert!(names(&report).iter().all(|name| !names(&office_sample).contains(name)));
    let status: wire::AppStatus = other.ask("app_status", serde_json::json!(null));
    assert!(status.sample && status.tasks > 300 && status.workplace.is_none(), "{status:?}");
}

/// One file that the parser breaks on costs neither the others nor the register.
#[test]
fn a_parser_that_panics_costs_its_own_file_only() {
    let mut office = Office::new();
    let inputs = ["甲.txt", "坏.txt", "乙.txt"].map(|name| {
        let text =
            format!("关于{name}的工作方案\n一、重点任务\n（一）整理{name}。（市财政局牵头，2022年6月底前完成）\n");
        Input::bytes(name.to_owned(), text.into_bytes())
    });
    let broken = |bytes: &[u8]| {
        assert!(!String::from_utf8_lossy(bytes).contains('坏'), "a text nobody thought of");
        pipeline::parse(bytes)
    };
    let title = store::Title { command: "import", label: "导入文件" };
    let operation = Operation::new(title, "测试", "2026-11-21T08:00:00Z".parse().unwrap());
    let keeping = Keeping { confirm: true, own_files: true };
    let import = Import { parse: &broken, ..Import::new(&operation, keeping, &|_| {}) };
    let report = import.run(&mut office.store, &inputs);
    let told: Vec<(&str, bool, u32)> =
        report.files.iter().map(|file| (file.file.as_str(), file.error.is_some(), file.tasks)).collect();
    assert_eq!(told, [("甲.txt", false, 1), ("坏.txt", true, 0), ("乙.txt", false, 1)]);
    let sentence = report.files[1].error.as_deref().unwrap_or_default();
    assert!(sentence.contains("坏.txt") && sentence.contains('请'), "{sentence}");
    let notices: serde_json::Value = office.ask("list_notices", serde_json::json!({}));
    assert_eq!(notices["rows"].as_array().map(Vec::len), Some(2), "{notices}");
}

/// While a rehearsal reads, others go on writing.
#[test]
fn a_rehearsal_reads_before_it_keeps_others_from_writing() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open_or_make(folder.path()).unwrap();
    let title = store::Title { command: "import", label: "导入文件" };
    let operation = Operation::new(title, "测试", "2026-11-21T08:00:00Z".parse().unwrap());
    let parse = |bytes: &[u8]| {
        let mut other = Store::open(folder.path()).unwrap();
        other.write(&operation, |writer| writer.keep_setting("颜色", "深")).unwrap();
        pipeline::parse(bytes)
    };
    let inputs = [Input::bytes("甲.txt".to_owned(), "关于甲的通知\n一、整理甲。（市财政局牵头）\n".as_bytes())];
    let import =
        Import { parse: &parse, ..Import::new(&operation, Keeping { confirm: true, own_files: true }, &|_| {}) };
    let report = import.rehearse(&mut store, &inputs).unwrap();
    assert_eq!((report.files[0].error.as_deref(), report.files[0].tasks), (None, 1));
    assert_eq!(store.read().setting("颜色").unwrap().as_deref(), Some("深"));
    assert!(store.read().is_empty().unwrap(), "nothing of the rehearsal stays");
}

#[test]
fn importing_a_file_again_mends_what_was_damaged_of_it() {
    let plan = "某市优化营商环境行动方案\n一、简化材料。由市发改委牵头，2026年12月底前完成。\n";
    let (folder, mut office) = Office::with_document(plan);
    let wrong = |office: &mut Office| -> Vec<String> {
        let report: crate::wire::CheckReport = office.ask("check_store", serde_json::json!({}));
        report.checks.into_iter().filter(|check| !check.ok).map(|check| check.detail).collect()
    };
    assert_eq!(wrong(&mut office), Vec::<String>::new());
    let file = rusqlite::Connection::open(folder.path().join("duban.sqlite3")).unwrap();
    assert_eq!(file.execute("UPDATE contents SET packed = x'00', beside = NULL", []).unwrap(), 3);
    assert!(wrong(&mut office).iter().any(|found| found.starts_with("3 段") && found.contains("“方案.txt”")));
    let content =
        serde_json::json!({ "name": "又来.txt", "base64": base64::engine::general_purpose::STANDARD.encode(plan) });
    let again = |office: &mut Office| -> ImportReport {
        office.ask("import", serde_json::json!({ "sources": [{ "content": content }], "confirm": true }))
    };
    let report = again(&mut office);
    assert!(report.files[0].known && report.files[0].warnings[0].contains("3 段"), "{:?}", report.files[0]);
    assert_eq!(wrong(&mut office), Vec::<String>::new(), "bytes, lines and reading are what they were");
    let labels = |office: &Office| -> Vec<String> {
        office.store.read().history(None, 10).unwrap().into_iter().map(|entry| entry.label).collect()
    };
    assert_eq!(labels(&office), ["修复台账", "导入文件"]);
    assert_eq!(again(&mut office).files[0].warnings, Vec::<String>::new());
    let undone: serde_json::Value = office.ask("undo", serde_json::json!({}));
    assert_eq!(labels(&office)[0], "撤销", "{undone}");
    assert!(office.store.read().is_empty().unwrap(), "what is taken back is the import");
    let _: serde_json::Value = office.ask("redo", serde_json::json!({}));
    assert_eq!(wrong(&mut office), Vec::<String>::new());
}

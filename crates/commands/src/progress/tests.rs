//! Progress is kept as it was said, with its evidence, and what cannot be kept is refused at its field.

use serde_json::{Value, json};

use crate::testing::{Office, base64};
use crate::wire::{ComparedProgress, ProgressEntry, ProgressPage, TaskDetail, TaskPage};

const PLAN: &str = "滨江市优化营商环境行动方案
一、重点任务
（一）推进集成办理。新增10个集成事项，6月底前出台管理办法。（市政务办牵头，市财政局配合，2026年12月底前完成）
滨江市人民政府
2026年3月1日
";

/// A register with one task, and its id.
fn office() -> (tempfile::TempDir, Office, String) {
    let (folder, mut office) = Office::with_document(PLAN);
    let page: TaskPage = office.ask("list_tasks", json!({}));
    let id = page.rows[0].id.clone();
    (folder, office, id)
}

fn with(mut request: Value, key: &str, value: Value) -> Value {
    request[key] = value;
    request
}

fn said(task: &str, words: &str, day: &str) -> Value {
    json!({ "task": task, "words": words, "day": day })
}

fn file(name: &str, text: &str) -> Value {
    json!({ "content": { "name": name, "base64": base64(text) } })
}

fn codes(entry: &ProgressEntry) -> Vec<&str> {
    entry.hints.iter().map(|hint| hint.code.as_str()).collect()
}

#[test]
fn an_entry_is_listed_with_its_task_day_words_share_unit_and_evidence() {
    let (_folder, mut office, task) = office();
    let request = json!({
        "task": task, "words": "集成事项已新增6个，10月底上线。", "share": 60, "day": "2026-11-05", "unit": "市政务办",
        "difficulty": "数据未通", "next_step": "12月10日前全部上线", "evidence": [file("清单.xlsx", "六个事项")],
    });
    let added: ProgressEntry = office.ask("add_progress", request);
    assert_eq!(added.hints, []);
    let page: ProgressPage = office.ask("list_progress", json!({ "task": task }));
    assert_eq!((page.total, page.entries.as_slice(), page.next), (1, [added].as_slice(), None));
    let entry = &page.entries[0];
    assert_eq!(
        (entry.task.as_str(), entry.day.to_string().as_str(), entry.share),
        (task.as_str(), "2026-11-05", Some(60))
    );
    assert_eq!((entry.unit_name.as_deref(), entry.evidence[0].name.as_str()), (Some("市政务办"), "清单.xlsx"));
    let detail: TaskDetail = office.ask("get_task", json!({ "id": task }));
    assert_eq!(detail.history[0].label, "登记进展");
    assert_eq!(detail.history[0].summary, "“推进集成办理”：60%，集成事项已新增6个，10月底上线。");
    let found = |office: &mut Office, query: Value| office.ask::<ProgressPage>("list_progress", query).total;
    assert_eq!(found(&mut office, json!({ "unit": "市政务办", "words": "上线 数据" })), 1);
    assert_eq!(found(&mut office, json!({ "from": "2026-11-06" })), 0);
    let _: Value = office.ask("undo", json!({}));
    assert_eq!(found(&mut office, json!({})), 0);
}

#[test]
fn on_a_past_day_only_what_was_of_that_day_is_there() {
    let (_folder, mut office, task) = office();
    for day in ["2026-10-05", "2026-11-05"] {
        let _: Value = office.ask("add_progress", said(&task, "集成事项新增2个", day));
    }
    let past = office.try_ask_on(Some("2026-10-31"), "list_progress", json!({ "task": task })).unwrap();
    assert_eq!(past["total"], 1);
    let refused = office.try_ask_on(Some("2026-10-31"), "add_progress", said(&task, "补记", "2026-10-31")).unwrap_err();
    assert!(refused.message.contains("只能查看"), "{}", refused.message);
}

#[test]
fn a_reviewer_is_told_what_says_little_and_the_entry_is_kept_all_the_same() {
    let (_folder, mut office, task) = office();
    let first = with(said(&task, "集成事项新增6个，10月底上线。", "2026-10-05"), "share", json!(60));
    let first = with(first, "evidence", json!([file("照片.jpg", "一张照片")]));
    let _: Value = office.ask("add_progress", first);
    let again = with(said(&task, "集成事项新增6个，10月底上线", "2026-11-05"), "share", json!(50));
    let again = with(again, "evidence", json!([file("新照片.jpg", "一张照片")]));
    let entry: ProgressEntry = office.ask("add_progress", again);
    assert_eq!(codes(&entry), ["same_words", "share_fell", "evidence_used"]);
    assert_eq!(entry.hints[2].words, "佐证材料“照片.jpg”此前用过（2026-10-05，“推进集成办理”）。");
    let hollow: ProgressEntry = office.ask("add_progress", said(&task, "正在按要求有序推进。", "2026-11-06"));
    assert_eq!(codes(&hollow), ["no_figure", "no_date", "no_object"]);
}

#[test]
fn a_correction_stands_beside_what_it_puts_right() {
    let (_folder, mut office, task) = office();
    let wrong: ProgressEntry = office.ask("add_progress", said(&task, "集成事项新增60个", "2026-11-05"));
    let right = with(said(&task, "集成事项新增6个", "2026-11-05"), "replaces", json!(wrong.id));
    let right: ProgressEntry = office.ask("add_progress", right);
    let page: ProgressPage = office.ask("list_progress", json!({ "task": task }));
    let told: Vec<_> = page.entries.iter().map(|entry| (entry.replaces.clone(), entry.replaced_by.clone())).collect();
    assert_eq!(told, [(Some(wrong.id.clone()), None), (None, Some(right.id))]);
    let twice = with(said(&task, "集成事项新增7个", "2026-11-05"), "replaces", json!(wrong.id));
    let refused = office.try_ask("add_progress", twice).unwrap_err();
    assert!(
        refused.field.as_deref() == Some("replaces") && refused.message.contains("已经更正过"),
        "{}",
        refused.message
    );
}

#[test]
fn what_cannot_be_kept_is_refused_at_its_field_and_nothing_is_written() {
    let (folder, mut office, task) = office();
    let large = folder.path().join("录像.mp4");
    std::fs::File::create(&large).unwrap().set_len(300 << 20).unwrap();
    let request = said(&task, "集成事项新增6个", "2026-11-05");
    let mut check = |key: &str, value: Value, field: &str, said: &str| {
        let refused = office.try_ask("add_progress", with(request.clone(), key, value)).unwrap_err();
        assert_eq!(refused.field.as_deref(), Some(field), "{}", refused.message);
        assert!(refused.message.contains(said), "{}", refused.message);
    };
    check("words", json!(" "), "words", "进展不能空着");
    check("words", json!("甲".repeat(20_001)), "words", "20001 个字");
    check("share", json!(101), "share", "0 到 100");
    check("share", json!(-1), "share", "0 到 100");
    check("day", json!("2026-02-30"), "day", "2026年2月只有 28 天");
    check("day", json!("2026-11-22"), "day", "还没有到");
    check("day", json!("2026-02-01"), "day", "早于事项开始的 2026-03-01");
    check("unit", json!("市公安局"), "unit", "不是这条事项的");
    check("replaces", json!("没有"), "replaces", "没有这一次进展");
    check("evidence", json!([{ "path": large }]), "evidence", "“录像.mp4”有 300 MB");
    check("evidence", json!([{ "path": folder.path() }]), "evidence", "打成一个压缩包");
    check("evidence", json!([{ "path": folder.path().join("没有.pdf") }]), "evidence", "没有这个文件");
    check("evidence", json!([{ "content": { "name": "坏.pdf", "base64": "%%%" } }]), "evidence", "不完整");
    check("evidence", json!([file(&"长".repeat(5_000), "字")]), "evidence", "5000 个字");
    let page: ProgressPage = office.ask("list_progress", json!({}));
    assert_eq!(page.total, 0);
}

#[test]
fn evidence_leaves_as_a_copy_byte_for_byte() {
    let (folder, mut office, task) = office();
    let original = folder.path().join("清单.xlsx");
    std::fs::write(&original, b"\x00\xffPK").unwrap();
    let request = with(said(&task, "集成事项新增6个", "2026-11-05"), "evidence", json!([{ "path": original }]));
    let added: ProgressEntry = office.ask("add_progress", request);
    let copy = folder.path().join("另存.xlsx");
    let _: Value = office.ask("save_evidence", json!({ "id": added.evidence[0].id, "to": copy }));
    assert_eq!(std::fs::read(copy).unwrap(), b"\x00\xffPK");
    let register = folder.path().join("别的台账.sqlite3");
    std::fs::write(&register, b"SQLite format 3\0...").unwrap();
    let refused = office.try_ask("save_evidence", json!({ "id": added.evidence[0].id, "to": register })).unwrap_err();
    assert!(refused.message.contains("那是台账文件"), "{}", refused.message);
    let refused = office.try_ask("save_evidence", json!({ "id": "没有", "to": folder.path().join("无") })).unwrap_err();
    assert!(refused.message.contains("没有找到佐证材料"), "{}", refused.message);
}

#[test]
fn a_month_stands_beside_the_one_before_with_what_differs_marked() {
    let (_folder, mut office, task) = office();
    let entries =
        [("集成事项新增2个，正在联调。", "2026-10-05", 20), ("集成事项新增6个，正在联调。", "2026-11-05", 60)];
    for (words, day, share) in entries {
        let _: Value = office.ask("add_progress", with(said(&task, words, day), "share", json!(share)));
    }
    let compared: ComparedProgress = office.ask("compare_progress", json!({ "task": task }));
    let marked = |month: &crate::wire::MonthProgress| -> Vec<String> {
        month.text.iter().filter(|part| part.marked).map(|part| part.text.clone()).collect()
    };
    assert_eq!((compared.earlier.month.as_str(), compared.later.month.as_str()), ("2026-10", "2026-11"));
    assert_eq!((compared.earlier.share, compared.later.share), (Some(20), Some(60)));
    assert_eq!((marked(&compared.earlier), marked(&compared.later)), (vec!["2".to_owned()], vec!["6".to_owned()]));
    let alone: ComparedProgress = office.ask("compare_progress", json!({ "task": task, "month": "2026-10" }));
    assert!(alone.earlier.text.is_empty() && marked(&alone.later).is_empty());
    let refused = office.try_ask("compare_progress", json!({ "task": task, "month": "十月" })).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("month"));
}

#[test]
fn closing_asks_for_what_the_measure_demands() {
    let (_folder, mut office, task) = office();
    let detail: TaskDetail = office.ask("get_task", json!({ "id": task }));
    let asked = &detail.closing_questions;
    assert!(asked.iter().any(|question| question.contains("10个") && question.contains("完成数？佐证？")), "{asked:?}");
    assert!(asked.iter().any(|question| question.contains("管理办法：印发没有？")), "{asked:?}");
}

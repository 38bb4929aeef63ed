//! What is entered by hand stands in the ledger with where it came from, and what cannot be kept is refused at its field.

use serde_json::{Value, json};

use crate::testing::Office;
use crate::wire::{ExportFile, SearchResult, TaskDetail, TaskEntered, TaskPage};

const PLAN: &str = "滨江市优化营商环境行动方案
一、重点任务
（一）简化办事材料。整理公布材料清单。（市政务办牵头，市财政局配合，2026年12月底前完成）
滨江市人民政府
2026年3月1日
";

fn office() -> (tempfile::TempDir, Office) {
    Office::with_document(PLAN)
}

fn instruction() -> Value {
    json!({ "kind": "instruction", "person": "李明", "words": "请抓紧研究。", "day": "2026-11-02" })
}

fn request() -> Value {
    json!({
        "title": "河道清淤",
        "text": "完成东河清淤",
        "leads": ["市水利局"],
        "co_units": ["市财政局"],
        "deadline": { "due": "2026-12-20", "kind": "date" },
        "origin": instruction(),
    })
}

fn with(mut request: Value, key: &str, value: Value) -> Value {
    request[key] = value;
    request
}

fn detail(office: &mut Office, id: &str) -> TaskDetail {
    office.ask("get_task", json!({ "id": id }))
}

#[test]
fn a_task_by_hand_stands_in_the_ledger_with_where_it_comes_from() {
    let (_folder, mut office) = office();
    let entered: TaskEntered = office.ask("add_task", request());
    let new: Vec<&str> = entered.new_units.iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!(new, ["市水利局"], "市财政局 is a unit of the notice");
    let found = detail(&mut office, &entered.task);
    assert_eq!(
        (found.task.notice.as_deref(), found.source_file.as_deref(), found.measure.as_deref()),
        (None, None, None)
    );
    assert_eq!(found.task.comes_from, "领导批示（李明，2026-11-02）");
    let lines = [("来源".to_owned(), "领导批示（李明，2026-11-02）：请抓紧研究。".to_owned())];
    assert_eq!(found.lines, lines);
    assert_eq!(found.history[0].label, "新建事项");
    assert_eq!(found.history[0].summary, "领导批示“河道清淤”");
    let page: TaskPage = office.ask("list_tasks", json!({ "by_hand": true }));
    assert_eq!((page.total, page.rows[0].days_left), (1, Some(29)));
    let page: TaskPage = office.ask("list_tasks", json!({ "region": "滨江市", "unit": "市财政局" }));
    assert_eq!(page.total, 2, "the units of the only region are meant");
    let found: SearchResult = office.ask("search", json!({ "words": "李明", "limit": 5 }));
    assert_eq!(found.hits.len(), 1);
}

#[test]
fn without_a_day_of_its_own_it_is_owed_from_the_present_day() {
    let (_folder, mut office) = office();
    let given = with(request(), "origin", json!({ "kind": "hand" }));
    let entered: TaskEntered = office.ask("add_task", given);
    assert_eq!(detail(&mut office, &entered.task).task.comes_from, "自行登记");
    let before = office.try_ask_on(Some("2026-11-20"), "get_task", json!({ "id": entered.task })).unwrap_err();
    assert_eq!(before.message, "2026-11-20 这一天还没有这条督办事项：它自 2026-11-21 起登记。");
}

#[test]
fn it_leaves_in_both_exports() {
    let (_folder, mut office) = office();
    let _: Value = office.ask("add_task", request());
    let csv: ExportFile = office.ask("export", json!({ "format": "csv" }));
    let last = csv.text.lines().last().unwrap();
    assert!(last.contains("领导批示（李明，2026-11-02）：请抓紧研究。") && last.contains("市水利局"), "{last}");
    let jsonl: ExportFile = office.ask("export", json!({ "format": "jsonl" }));
    let last: Value = serde_json::from_str(jsonl.text.lines().last().unwrap()).unwrap();
    assert_eq!(last["type"], "task");
    assert_eq!(last["origin"], instruction());
    assert_eq!((&last["leads"], &last["deadline"]["due"]), (&json!(["市水利局"]), &json!("2026-12-20")));
    let past = office.try_ask_on(Some("2026-11-01"), "export", json!({ "format": "jsonl" })).unwrap();
    assert!(!past["text"].as_str().unwrap().contains("河道清淤"));
}

#[test]
fn what_cannot_be_kept_is_refused_at_its_field_and_nothing_is_written() {
    let (_folder, mut office) = office();
    let mut check = |key: &str, value: Value, field: &str, said: &str| {
        let refused = office.try_ask("add_task", with(request(), key, value)).unwrap_err();
        assert_eq!(refused.field.as_deref(), Some(field), "{}", refused.message);
        assert!(refused.message.contains(said), "{}", refused.message);
    };
    let long = "甲".repeat(5_000);
    let due = |due: &str| json!({ "due": due, "kind": "date" });
    check("text", json!("  "), "text", "内容不能空着");
    check("title", json!(long), "title", "5000 个字");
    check("leads", json!([long]), "leads", "5000 个字");
    check("co_units", json!(["市水利局"]), "co_units", "不能同时作配合单位");
    check("deadline", due("2026-02-30"), "deadline.due", "2026年2月只有 28 天");
    check("deadline", due("2026-11-01"), "deadline", "早于事项开始的 2026-11-02");
    check("deadline", json!({ "kind": "date" }), "deadline", "没有填日期");
    check("deadline", json!({ "due": "2026-12-01", "kind": "ongoing" }), "deadline", "没有日期的期限");
    check("deadline", json!({ "due": "2026-12-01", "kind": "someday" }), "deadline", "someday");
    check("region", json!("海滨市"), "region", "没有“海滨市”");
    let origin = |key: &str, value: Value| with(instruction(), key, value);
    check("origin", origin("day", json!("2026-13-01")), "origin.day", "12 个月");
    check("origin", origin("day", json!("2027-01-01")), "origin.day", "还没有到");
    check("origin", origin("kind", json!("dream")), "origin.kind", "dream");
    check("origin", origin("person", json!(long)), "origin.person", "5000 个字");
    let page: TaskPage = office.ask("list_tasks", json!({ "by_hand": true }));
    assert_eq!(page.total, 0);
}

#[test]
fn where_several_regions_have_such_a_unit_somebody_has_to_say_which() {
    let (_folder, mut office) = office();
    let other = PLAN.replace("滨江市", "江北市");
    let content = json!({ "name": "江北.txt", "base64": crate::testing::base64(&other) });
    let _: Value = office.ask("import", json!({ "sources": [{ "content": content }], "confirm": true }));
    let refused = office.try_ask("add_task", request()).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("region"));
    assert!(
        refused.message.contains("江北市、滨江市") || refused.message.contains("滨江市、江北市"),
        "{}",
        refused.message
    );
    let _: TaskEntered = office.ask("add_task", with(request(), "region", json!("江北市")));
    let page: TaskPage = office.ask("list_tasks", json!({ "by_hand": true, "region": "江北市" }));
    assert_eq!(page.total, 1);
}

#[test]
fn what_was_entered_wrong_is_put_right_and_can_be_taken_back() {
    let (_folder, mut office) = office();
    let entered: TaskEntered = office.ask("add_task", request());
    let id = entered.task;
    let before = detail(&mut office, &id).task;
    let edit =
        json!({ "id": id, "title": "", "leads": ["市城管局"], "origin": { "kind": "meeting", "words": "专题会议" } });
    let edited: TaskEntered = office.ask("edit_task", edit);
    assert_eq!(edited.new_units[0].name, "市城管局");
    let after = detail(&mut office, &id);
    assert_eq!((after.task.title.as_deref(), after.task.text.as_str()), (None, "完成东河清淤"));
    assert_eq!((after.task.leads[0].name.as_str(), after.task.co_units[0].name.as_str()), ("市城管局", "市财政局"));
    assert_eq!(after.task.comes_from, "会议议定");
    assert_eq!(
        (after.history[0].label.as_str(), after.history[0].summary.as_str()),
        ("修改事项", "会议议定“完成东河清淤”")
    );
    let _: Value = office.ask("undo", json!({}));
    assert_eq!(detail(&mut office, &id).task, before);
    let mut check = |edit: Value, field: Option<&str>, said: &str| {
        let refused = office.try_ask("edit_task", with(edit, "id", json!(id))).unwrap_err();
        assert_eq!(refused.field.as_deref(), field, "{}", refused.message);
        assert!(refused.message.contains(said), "{}", refused.message);
    };
    check(json!({}), None, "没有写明要改什么");
    check(json!({ "text": "" }), Some("text"), "不能空着");
    check(json!({ "co_units": ["市水利局"] }), Some("co_units"), "已是牵头单位");
    check(json!({ "deadline": { "due": "2026-10-01", "kind": "date" } }), Some("deadline"), "早于");
    let edit = json!({ "deadline": { "kind": "none" }, "origin": { "kind": "hand" } });
    let _: TaskEntered = office.ask("edit_task", with(edit, "id", json!(id)));
    assert_eq!(detail(&mut office, &id).task.due, None);
}

#[test]
fn a_task_of_a_notice_is_corrected_and_not_edited() {
    let (_folder, mut office) = office();
    let page: TaskPage = office.ask("list_tasks", json!({}));
    let refused = office.try_ask("edit_task", json!({ "id": page.rows[0].id, "text": "别的" })).unwrap_err();
    assert!(refused.message.contains("duban correct"), "{}", refused.message);
    assert_eq!(detail(&mut office, &page.rows[0].id).task, page.rows[0]);
}

#[test]
fn a_name_that_no_unit_has_is_told_before_it_is_entered() {
    let (_folder, mut office) = office();
    let mut check = |request: Value, expected: Value| {
        let told: Value = office.ask("new_unit_names", request);
        assert_eq!(told, expected);
    };
    check(json!({ "names": ["市财政局", " 市水利局"] }), json!([{ "name": "市水利局", "nearest": [] }]));
    check(json!({ "names": ["市财政据"] }), json!([{ "name": "市财政据", "nearest": ["市财政局"] }]));
    check(json!({ "names": ["市财政局"], "region": "江北市" }), json!([{ "name": "市财政局", "nearest": [] }]));
}

#[test]
fn nothing_is_entered_on_a_past_day() {
    let (_folder, mut office) = office();
    let refused = office.try_ask_on(Some("2026-11-20"), "add_task", request()).unwrap_err();
    assert!(refused.message.contains("只能查看"), "{}", refused.message);
}

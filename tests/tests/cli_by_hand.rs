//! Tasks that no notice gave, on the command line.

#![allow(clippy::unwrap_used)] // helpers of tests, which the lints do not take for tests

use acceptance::desk::{DOUBTFUL, Desk};
use serde_json::json;

fn desk() -> Desk {
    let desk = Desk::new();
    let _ = desk.import(&[&desk.document("方案.txt", DOUBTFUL)]);
    desk
}

fn told(desk: &Desk, words: &[&str]) -> String {
    let call = desk.call(words);
    assert_eq!(call.code, 0, "{words:?}: {call:?}");
    call.out
}

#[test]
fn an_instruction_is_entered_listed_shown_put_right_and_taken_back() {
    let desk = desk();
    let text = "限期完成东河清淤";
    let entered = desk.json(&[
        "task",
        "add",
        text,
        "--lead",
        "市水利局",
        "--due",
        "2022-06-30",
        "--origin",
        "instruction",
        "--person",
        "李明",
        "--day",
        "2022-03-02",
        "--origin-words",
        "请抓紧。",
    ]);
    let id = entered["task"].as_str().unwrap();
    assert_eq!(entered["new_units"][0]["name"], "市水利局");
    let listed = desk.json(&["tasks", "--by-hand"]);
    assert_eq!((&listed["total"], &listed["rows"][0]["id"]), (&json!(1), &json!(id)));
    assert_eq!(desk.json(&["tasks", "--unit", "市水利局"])["total"], 1);
    let shown = told(&desk, &["show", id]);
    assert!(shown.contains(text) && shown.contains("来源：领导批示（李明，2022-03-02）：请抓紧。"), "{shown}");
    assert!(!shown.contains("出处"), "{shown}");
    told(&desk, &["task", "edit", id, "--person", "王强", "--no-due", "--title", "清淤"]);
    let task = desk.json(&["show", id])["task"].clone();
    assert_eq!(
        (&task["title"], &task["due"], &task["comes_from"]),
        (&json!("清淤"), &json!(null), &json!("领导批示（王强，2022-03-02）"))
    );
    assert!(told(&desk, &["export", "--format", "csv"]).contains("领导批示（王强，2022-03-02）：请抓紧。"));
    told(&desk, &["undo"]);
    assert_eq!(desk.json(&["show", id])["task"]["due"], "2022-06-30");
    told(&desk, &["undo"]);
    assert_eq!(desk.call(&["show", id]).code, 1);
    told(&desk, &["check"]);
}

#[test]
fn what_cannot_be_kept_is_refused_and_nothing_is_written() {
    let desk = desk();
    let refused = |words: &[&str], said: &str| {
        let call = desk.call(words);
        assert!(call.code != 0 && call.err.contains(said), "{words:?}: {call:?}");
    };
    refused(&["task", "add", " "], "内容不能空着");
    refused(&["task", "add", &"甲".repeat(5_000), "--title", &"乙".repeat(5_000)], "标题有 5000 个字");
    refused(&["task", "add", "办事", "--due", "2022-02-30"], "2022年2月只有 28 天");
    refused(&["task", "add", "办事", "--due", "2022-03-01", "--day", "2022-03-02"], "早于事项开始的 2022-03-02");
    refused(&["task", "add", "办事", "--day", "2999-03-02"], "还没有到");
    let of_notice = desk.json(&["tasks"])["rows"][0]["id"].as_str().unwrap().to_owned();
    refused(&["task", "edit", &of_notice, "--text", "别的"], "读自文件");
    assert_eq!(desk.json(&["tasks", "--by-hand"])["total"], 0);
}

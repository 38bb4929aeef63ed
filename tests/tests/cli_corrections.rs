//! Correcting, judging doubts and reading again on the command line.

#![allow(clippy::unwrap_used)] // helpers of tests, which the lints do not take for tests

use acceptance::desk::{DOUBTFUL, Desk};
use serde_json::Value;

/// A register with the notice in force, the id of the notice and of its first task.
fn desk() -> (Desk, String, String) {
    let desk = Desk::new();
    let report = desk.import(&[&desk.document("方案.txt", DOUBTFUL)]);
    let notice = report["files"][0]["notices"][0].as_str().unwrap().to_owned();
    let tasks = desk.json(&["tasks"]);
    let rows = tasks["rows"].as_array().unwrap();
    let first = rows.iter().find(|task| task["number"] == "一/（一）").unwrap();
    (desk, notice, first["id"].as_str().unwrap().to_owned())
}

fn told(desk: &Desk, words: &[&str]) -> String {
    let call = desk.call(words);
    assert_eq!(call.code, 0, "{words:?}: {call:?}");
    call.out
}

fn names(units: &Value) -> Vec<&str> {
    units.as_array().unwrap().iter().map(|unit| unit["name"].as_str().unwrap()).collect()
}

#[test]
fn a_correction_holds_what_was_read_stays_visible_and_undo_takes_it_back() {
    let (desk, _, task) = desk();
    let answer = told(&desk, &["correct", &task, "--lead", "市数据局", "--clear", "co_units", "--due", "2022-09-30"]);
    assert!(answer.contains("“市数据局”是台账里还没有的单位"), "{answer}");
    let shown = desk.json(&["show", &task]);
    assert_eq!((names(&shown["task"]["leads"]), shown["task"]["due"].as_str()), (vec!["市数据局"], Some("2022-09-30")));
    assert_eq!(names(&shown["task"]["co_units"]), Vec::<&str>::new());
    let explained = told(&desk, &["explain", &task]);
    assert!(explained.contains("原读作　市市场监管局"), "{explained}");
    told(&desk, &["undo"]);
    assert_eq!(names(&desk.json(&["show", &task])["task"]["leads"]), ["市市场监管局"]);
    told(&desk, &["redo"]);
    told(&desk, &["correct", &task, "--as-read", "leads"]);
    assert_eq!(names(&desk.json(&["show", &task])["task"]["leads"]), ["市市场监管局"]);
    let refused = desk.call(&["correct", &task, "--clear", "text"]);
    assert!(refused.code == 1 && refused.err.contains("内容不能空着"), "{refused:?}");
    told(&desk, &["check"]);
}

#[test]
fn a_lead_that_was_a_co_unit_is_said_to_be_taken_from_them() {
    let (desk, _, task) = desk();
    let answer = told(&desk, &["correct", &task, "--lead", "市财政局"]);
    assert!(answer.contains("“市财政局”改为牵头，不再列为配合单位") && !answer.contains("还没有"), "{answer}");
    assert_eq!(desk.json(&["show", &task])["task"]["co_units"], serde_json::json!([]));
    let refused = desk.call(&["correct", &task, "--co", "市财政局"]);
    assert!(refused.code == 1 && refused.err.contains("“市财政局”已是牵头单位"), "{refused:?}");
    let slip = told(&desk, &["correct", &task, "--lead", "市市场监管据"]);
    assert!(slip.contains("“市市场监管据”是台账里还没有的单位，相近的有“市市场监管局”"), "{slip}");
}

#[test]
fn people_that_are_not_written_stay() {
    let (desk, _, task) = desk();
    told(&desk, &["correct", &task, "--leader", "张三", "--contact", "李四"]);
    let answer = told(&desk, &["correct", &task, "--contact", "王五"]);
    assert!(answer.contains("已更正责任人"), "{answer}");
    let people = || desk.json(&["show", &task])["people"].clone();
    assert_eq!(people(), serde_json::json!({ "leader": ["张三"], "responsible": [], "contact": ["王五"] }));
    told(&desk, &["correct", &task, "--leader", ""]);
    assert_eq!(people()["leader"], serde_json::json!([]));
    let explained = told(&desk, &["explain", &task]);
    assert!(explained.contains("责任人：联系人 王五") && explained.contains("原读作　未写明"), "{explained}");
}

#[test]
fn a_doubt_is_listed_judged_and_counted_no_more() {
    let (desk, notice, _) = desk();
    let open = || desk.json(&["notices"])["rows"][0]["doubts"].as_u64().unwrap();
    let before = open();
    let listed = told(&desk, &["doubt", &notice]);
    assert!(listed.contains("1. 待核对"), "{listed}");
    told(&desk, &["doubt", &notice, "1", "--dismiss"]);
    assert_eq!(open(), before - 1);
    let all = told(&desk, &["doubt", &notice, "--all"]);
    assert!(all.contains("原读无误"), "{all}");
    told(&desk, &["undo"]);
    assert_eq!(open(), before);
    assert_eq!(desk.call(&["doubt", &notice, "99", "--accept"]).code, 1);
}

#[test]
fn a_file_is_read_again_and_what_a_person_said_stays() {
    let (desk, notice, task) = desk();
    told(&desk, &["correct", &task, "--lead", "市数据局"]);
    assert!(told(&desk, &["reread", "--list"]).contains("都由现在的规则"));
    let rehearsed = told(&desk, &["reread", "--rehearse", &notice]);
    assert!(rehearsed.contains("没有变化") && rehearsed.contains("预演"), "{rehearsed}");
    assert!(told(&desk, &["reread", &notice]).contains("没有要撤销的"));
    assert_eq!(names(&desk.json(&["show", &task])["task"]["leads"]), ["市数据局"]);
    assert!(told(&desk, &["reread", "--all"]).contains("没有要重新识读的"));
    told(&desk, &["undo"]);
    told(&desk, &["check"]);
    assert_eq!(desk.call(&["reread"]).code, 2);
}

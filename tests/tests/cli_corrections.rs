//! Correcting, judging doubts and reading again on the command line.

#![allow(clippy::unwrap_used)] // helpers of tests, which the lints do not take for tests

use acceptance::desk::Desk;
use serde_json::Value;

const NOTICE: &str = "某市优化营商环境工作方案
一、主要任务
（一）压缩时间。6月底前，办理时间压缩到3天。（市市场监管局牵头，市财政局配合）
（二）降低费用。9月前清理收费项目，12月前公布。（县财政局、各有关部门按职责分工负责）
";

/// A register with the notice in force, the id of the notice and of its first task.
fn desk() -> (Desk, String, String) {
    let desk = Desk::new();
    let report = desk.import(&[&desk.document("方案.txt", NOTICE)]);
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
    told(&desk, &["correct", &task, "--lead", "市数据局", "--clear", "co_units", "--due", "2022-09-30"]);
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
fn a_doubt_is_listed_judged_and_counted_no_more() {
    let (desk, notice, _) = desk();
    let open = || desk.json(&["notices"])[0]["doubts"].as_u64().unwrap();
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

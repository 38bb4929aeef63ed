//! Working with tasks on the command line: moving, extending, other units, the steps of the office.

#![allow(clippy::unwrap_used)] // helpers of tests, which the lints do not take for tests

use std::io::Write as _;
use std::process::Stdio;

use acceptance::desk::{Answer, Desk, PLAN};

/// A register with the plan in force, and the ids of its tasks in their order.
fn desk() -> (Desk, Vec<String>) {
    let desk = Desk::new();
    let _ = desk.import(&[&desk.document("方案.txt", PLAN)]);
    let tasks = desk.json(&["tasks"]);
    let mut rows: Vec<(String, String)> = tasks["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["number"].as_str().unwrap().to_owned(), row["id"].as_str().unwrap().to_owned()))
        .collect();
    rows.sort();
    (desk, rows.into_iter().map(|(_, id)| id).collect())
}

fn told(desk: &Desk, words: &[&str]) -> String {
    let call = desk.call(words);
    assert_eq!(call.code, 0, "{words:?}: {call:?}");
    call.out
}

fn refused(desk: &Desk, words: &[&str]) -> Answer {
    let call = desk.call(words);
    assert_eq!(call.code, 1, "{words:?}: {call:?}");
    call
}

fn status(desk: &Desk, id: &str) -> String {
    desk.json(&["show", id])["task"]["status"].as_str().unwrap().to_owned()
}

#[test]
fn a_task_is_done_struck_off_and_taken_up_again() {
    let (desk, ids) = desk();
    assert_eq!(status(&desk, &ids[0]), "in_progress");
    assert!(told(&desk, &["task", "move", &ids[0], "--to", "complete"]).contains("办结 1 条"));
    assert!(told(&desk, &["task", "move", &ids[0], "--to", "销号"]).contains("销号 1 条"));
    assert_eq!(status(&desk, &ids[0]), "closed");
    let call = refused(&desk, &["task", "move", &ids[0], "--to", "suspend", "--reason", "资金未落实"]);
    assert!(call.err.contains("现在是“已销号”，不能“中止”；可以：重新办理"), "{call:?}");
    assert!(refused(&desk, &["task", "move", &ids[0], "--to", "reopen"]).err.contains("“重新办理”要写明原因"));
    told(&desk, &["task", "move", &ids[0], "--to", "reopen", "--reason", "问题反弹"]);
    assert_eq!(status(&desk, &ids[0]), "in_progress");
    let history = told(&desk, &["history"]);
    for label in ["重新办理", "销号", "办结", "原因：问题反弹"] {
        assert!(history.contains(label), "{history}");
    }
    told(&desk, &["undo"]);
    assert_eq!(status(&desk, &ids[0]), "closed");
}

#[test]
fn a_batch_with_one_that_cannot_be_done_changes_nothing_unless_told_to_go_on() {
    let (desk, ids) = desk();
    told(&desk, &["task", "move", &ids[0], "--to", "complete"]);
    let both = ["task", "move", &ids[0], &ids[1], "--to", "complete"];
    let call = refused(&desk, &both);
    assert!(call.err.contains("简化办事材料") && call.out.contains("--skip-refused"), "{call:?}");
    assert_eq!(status(&desk, &ids[1]), "in_progress");
    let call = refused(&desk, &[both.as_slice(), &["--skip-refused"]].concat());
    assert!(call.out.contains("办结 1 条"), "{call:?}");
    assert_eq!(status(&desk, &ids[1]), "completed");
    let report = desk.json(&both);
    assert_eq!((report["moved"].as_u64(), report["refused"].as_array().unwrap().len()), (Some(0), 2));
}

#[test]
fn ids_come_from_standard_input() {
    let (desk, ids) = desk();
    let mut call = desk.command(&["task", "move", "-", "--to", "complete", "--json"]);
    let mut call = call.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    call.stdin.take().unwrap().write_all(format!("{}\n\n{}\n", ids[0], ids[1]).as_bytes()).unwrap();
    let answer = Answer::from(call.wait_with_output().unwrap());
    assert!(answer.code == 0 && answer.out.contains("\"moved\": 2"), "{answer:?}");
}

#[test]
fn an_extension_keeps_the_original_deadline() {
    let (desk, ids) = desk();
    let extend = ["task", "extend", &ids[0], "--due", "2022-09-30", "--reason", "系统未建成", "--on", "2022-06-20"];
    assert!(told(&desk, &extend).contains("延期 1 条"));
    let shown = told(&desk, &["show", &ids[0]]);
    assert!(
        shown.contains("原时限：2022年6月底前完成，已延期 1 次") && shown.contains("截止日：2022-09-30"),
        "{shown}"
    );
    let then = desk.json(&["show", &ids[0], "--as-of", "2022-06-19"]);
    assert_eq!(
        (then["task"]["due"].as_str(), then["life"]["deadline"]["extended"].as_u64()),
        (Some("2022-06-30"), Some(0))
    );
    let impossible = desk.call(&["task", "extend", &ids[0], "--due", "2022-02-30", "--reason", "写错"]);
    assert!(impossible.code == 2 && impossible.err.contains('2'), "{impossible:?}");
    let early = refused(&desk, &["task", "extend", &ids[0], "--due", "2021-01-01", "--reason", "写错"]);
    assert!(early.err.contains("早于事项开始的 2022-03-01"), "{early:?}");
}

#[test]
fn units_change_and_each_reports_its_part() {
    let (desk, ids) = desk();
    let lead = ["task", "assign", &ids[0], "--lead", "市数据局", "--on", "2022-05-01", "--reason", "职责调整"];
    let answer = told(&desk, &lead);
    assert!(answer.contains("“市数据局”是台账里原来没有的单位"), "{answer}");
    let shown = desk.json(&["show", &ids[0]]);
    assert_eq!(shown["task"]["leads"][0]["name"], "市数据局");
    assert_eq!(shown["task"]["co_units"].as_array().unwrap().len(), 2, "who assists stays");
    let then = desk.json(&["show", &ids[0], "--as-of", "2022-04-30"]);
    assert_eq!(then["task"]["leads"][0]["name"], "市政务办");
    told(&desk, &["task", "move", &ids[0], "--to", "submit", "--unit", "市数据局"]);
    told(&desk, &["task", "move", &ids[0], "--to", "submit", "--unit", "市财政局"]);
    assert!(told(&desk, &["show", &ids[0]]).contains("各单位：牵头已报，2 个配合单位中 1 个未报"));
    assert_eq!(status(&desk, &ids[0]), "in_progress");
    told(&desk, &["check"]);
}

#[test]
fn a_merged_task_names_the_one_it_went_into() {
    let (desk, ids) = desk();
    assert!(refused(&desk, &["task", "move", &ids[0], "--to", "merge"]).err.contains("要指明由哪一条事项接续"));
    told(&desk, &["task", "move", &ids[0], "--to", "merge", "--into", &ids[1]]);
    assert!(told(&desk, &["show", &ids[0]]).contains("并入：一/（二） 降低企业成本"));
    assert!(told(&desk, &["show", &ids[1]]).contains("并入本条的：一/（一） 简化办事材料"));
    assert!(told(&desk, &["tasks", "--status", "merged"]).contains("已撤并"));
}

#[test]
fn the_office_chooses_its_steps() {
    let (desk, ids) = desk();
    let steps = |arguments: &[&str], words: &str| {
        let answer = told(&desk, arguments);
        assert!(answer.lines().any(|line| line == words), "“{words}” in\n{answer}");
    };
    steps(&["settings"], "办理步骤：办理中 → 已办结 → 已销号");
    steps(
        &["settings", "--step", "issued", "--step", "submitted"],
        "办理步骤：待签收 → 办理中 → 待审核 → 已办结 → 已销号",
    );
    assert!(refused(&desk, &["task", "move", &ids[0], "--to", "complete"]).err.contains("可以：报送审核"));
    told(&desk, &["task", "move", &ids[0], "--to", "submit"]);
    assert_eq!(status(&desk, &ids[0]), "submitted");
    assert_eq!(desk.json(&["settings", "--no-steps"])["steps"], serde_json::json!([]));
    told(&desk, &["task", "move", &ids[0], "--to", "complete"]);
    assert_eq!(desk.call(&["settings", "--step", "closed"]).code, 2);
}

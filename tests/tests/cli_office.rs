//! Who works here, the limits of lights, what is due, and progress against the time that has passed, on the command line.

use acceptance::desk::{Desk, PLAN};
use serde_json::{Value, json};

fn told(desk: &Desk, words: &[&str]) -> String {
    let call = desk.call(words);
    assert_eq!(call.code, 0, "{words:?}: {call:?}");
    call.out
}

/// A desk with a plan whose tasks are due on 30 June and 31 December 2022.
fn desk() -> Desk {
    let desk = Desk::new();
    let _ = desk.import(&[&desk.document("方案.txt", PLAN)]);
    desk
}

#[test]
fn an_office_says_who_it_is_and_is_told_its_own_figures() {
    let desk = desk();
    assert!(told(&desk, &["settings"]).contains("使用单位：没有写明"));
    let said = told(&desk, &["settings", "--office", "unit", "--unit", "市财政局", "--region", "滨江市"]);
    assert!(said.contains("使用单位：市财政局（滨江市）"), "{said}");
    let own = told(&desk, &["status", "--as-of", "2022-06-27"]);
    assert!(own.contains("市财政局：牵头 0，配合 2，逾期 0，本周到期 1"), "{own}");
    told(&desk, &["settings", "--office", "supervision", "--region", "滨江市"]);
    told(&desk, &["undo"]);
    assert_eq!(desk.json(&["settings"])["workplace"]["name"], "市财政局");
    told(&desk, &["settings", "--no-office"]);
    assert_eq!(desk.json(&["settings"])["workplace"], Value::Null);
    let refused = desk.call(&["settings", "--office", "unit"]);
    assert!(refused.code == 1 && refused.err.contains("没有写是哪个单位"), "{refused:?}");
}

#[test]
fn other_limits_are_shown_before_they_hold_and_hold_for_past_days_too() {
    let desk = desk();
    let soon = |desk: &Desk| desk.json(&["tasks", "--light", "due_soon", "--as-of", "2022-06-01"])["total"].clone();
    assert_eq!(soon(&desk), 1);
    let preview = told(&desk, &["settings", "--due-soon", "10", "--preview"]);
    assert!(preview.contains("临期 0 → 0"), "{preview}");
    assert_eq!(soon(&desk), 1, "nothing was kept");
    told(&desk, &["settings", "--due-soon", "10"]);
    assert_eq!(soon(&desk), 0);
    assert_eq!(desk.json(&["settings"])["thresholds"], json!({ "due_soon_days": 10, "behind_points": 20 }));
    told(&desk, &["undo"]);
    assert_eq!(soon(&desk), 1);
    let refused = desk.call(&["settings", "--due-soon", "4000"]);
    assert!(refused.code == 1 && refused.err.contains("最多 366 天"), "{refused:?}");
}

#[test]
fn what_is_due_is_listed_by_day_and_unit() {
    let desk = desk();
    let due = |words: &[&str]| desk.json(&[&["due", "--as-of", "2022-06-27"], words].concat());
    let week = due(&["--week"]);
    assert_eq!((&week["from"], &week["to"], &week["total"]), (&json!("2022-06-27"), &json!("2022-07-03"), &json!(1)));
    assert_eq!(week["days"][0]["day"], "2022-06-30");
    assert_eq!(week["days"][0]["units"][0]["unit"]["name"], "市政务办");
    assert_eq!(due(&["--from", "2022-12-01", "--to", "2022-12-31", "--unit", "市国资委"])["total"], 1);
    let text = told(&desk, &["due", "--month", "--as-of", "2022-06-01"]);
    assert!(text.contains("2022-06-01 至 2022-06-30") && text.contains("  市政务办（1）"), "{text}");
}

#[test]
fn progress_is_held_against_the_time_that_has_passed() {
    let desk = desk();
    let task = desk.json(&["tasks"])["rows"][0]["id"].as_str().unwrap_or_default().to_owned();
    let at = |pace: &str| desk.json(&["tasks", "--pace", pace, "--as-of", "2022-06-01"])["total"].clone();
    assert_eq!(at("unreported"), 2);
    told(&desk, &["progress", "add", &task, "已办3件。", "--share", "40", "--on", "2022-05-20"]);
    assert_eq!((at("unreported"), at("behind")), (json!(1), json!(1)));
    let shown = told(&desk, &["show", &task, "--as-of", "2022-06-01"]);
    assert!(shown.contains("滞后：已报 40%，按时间应到 76%"), "{shown}");
    told(&desk, &["settings", "--behind", "40"]);
    assert_eq!((at("behind"), at("in_step")), (json!(0), json!(1)));
}

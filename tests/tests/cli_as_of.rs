//! Looking back from the command line: what is done today is open as of yesterday, and before issue there is nothing.

#![allow(clippy::unwrap_used)] // helpers of tests, which the lints do not take for tests

use acceptance::desk::{Desk, PLAN};
use acceptance::facts::{Deed, done_today};
use serde_json::Value;

fn office() -> Desk {
    let desk = Desk::new();
    let note = "滨江市整治规范方案\n为规范秩序，制定本方案。\n一、重点任务\n（一）规范招标。清理不合理条款。（市住建局牵头）\n";
    let _ = desk.import(&[&desk.document("方案.txt", PLAN), &desk.document("整治.txt", note)]);
    desk
}

fn row(desk: &Desk, words: &str, day: &str) -> Value {
    let page = desk.json(&["tasks", "--as-of", day]);
    let rows = page["rows"].as_array().unwrap();
    rows.iter().find(|row| row["text"].as_str().unwrap().contains(words)).unwrap().clone()
}

fn exported(desk: &Desk, words: &str, day: &str) -> String {
    let table = desk.call(&["export", "--format", "csv", "--as-of", day]).out;
    table.lines().find(|row| row.contains(words)).unwrap().to_owned()
}

#[test]
fn a_task_done_today_is_open_as_of_yesterday_in_list_dashboard_unit_and_export() {
    let desk = office();
    let [yesterday, today] = done_today(&desk.store(), &[("租金", Deed::Completed)]);
    let check = |day: &str, status: &str, word: &str, done: u64, overdue: u64| {
        let task = row(&desk, "租金", day);
        assert_eq!(task["status"], status, "{day}: {task}");
        let detail = desk.json(&["show", task["id"].as_str().unwrap(), "--as-of", day]);
        assert_eq!(detail["task"]["status"], status, "{day}");
        let totals = desk.json(&["dashboard", "--as-of", day])["totals"].clone();
        assert_eq!((&totals["done"], &totals["overdue"]), (&done.into(), &overdue.into()), "{day}: {totals}");
        assert_eq!(desk.json(&["overdue", "--as-of", day])["total"], overdue, "{day}");
        let unit = desk.json(&["unit", "市国资委", "--as-of", day]);
        assert_eq!(unit["unit"]["figures"]["done"], done, "{day}: {unit}");
        assert!(exported(&desk, "租金", day).contains(word), "{day}");
    };
    check(&yesterday, "in_progress", "办理中", 0, 2);
    check(&today, "completed", "已办结", 1, 1);
}

#[test]
fn a_deadline_moved_today_is_the_old_one_as_of_yesterday() {
    let desk = office();
    let [yesterday, today] = done_today(&desk.store(), &[("材料", Deed::Extended("2099-06-30"))]);
    let check = |day: &str, due: &str, overdue: u64| {
        assert_eq!(row(&desk, "材料", day)["due"], due, "{day}");
        assert_eq!(desk.json(&["dashboard", "--as-of", day])["totals"]["overdue"], overdue, "{day}");
        let unit = desk.json(&["unit", "市政务办", "--as-of", day]);
        assert_eq!(unit["unit"]["figures"]["overdue"], overdue - 1, "{day}: {unit}");
        assert!(exported(&desk, "材料", day).contains(due), "{day}");
    };
    check(&yesterday, "2022-06-30", 2);
    check(&today, "2099-06-30", 1);
}

#[test]
fn before_issue_there_is_nothing_but_what_names_no_day_and_that_is_said() {
    let desk = office();
    let id = row(&desk, "租金", "2022-03-01")["id"].as_str().unwrap().to_owned();
    let before = ["--as-of", "2022-02-28"];
    let ask = |words: &[&str]| desk.call(&[words, &before].concat());
    for words in [&["tasks"][..], &["dashboard"], &["export", "--format", "csv"], &["notices"], &["units"]] {
        let answer = ask(words);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{words:?}");
        assert!(!answer.out.contains("租金") && !answer.out.contains("市国资委"), "{words:?}: {answer:?}");
    }
    for words in [&["tasks"][..], &["dashboard"], &["unit", "市住建局"]] {
        let said = "其中 1 项所依通知未载发文日期，按一直存在计";
        assert!(ask(words).out.contains(said), "{words:?}: {:?}", ask(words));
        assert!(!desk.call(words).out.contains(said), "{words:?}: nobody looks back");
    }
    let shown = ask(&["show", &id]);
    assert_eq!(shown.code, 1, "{shown:?}");
    assert!(shown.err.contains("2022-02-28 这一天还没有这条督办事项"), "{shown:?}");
    assert!(ask(&["search", "租金"]).out.contains("共 0 处"));
}

#[test]
fn nothing_is_loaded_from_a_past_day() {
    let desk = office();
    let refused = desk.call(&["sample", "--as-of", "2022-02-28"]);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{refused:?}");
    assert!(refused.err.contains("只能查看，没有作任何改动"), "{refused:?}");
}

//! A month of reports as a clerk keeps them: today is 2026-11-21, the notice is of 2026-08-20.

use serde_json::{Value, json};

use crate::testing::Office;
use crate::wire::{DutyInfo, JournalEntry, LightCode, MoveReport, PeriodState, TaskDetail, TaskPage};

const PLAN: &str = "滨江市重点项目调度方案
一、工作要求
（一）定期报送。每月10日前报送项目进展。（市发改委牵头）
（二）适时会商。定期会商堵点问题。（市住建局牵头）
（三）开工建设。推动项目开工。（市住建局牵头，2026年12月底前完成）
滨江市人民政府
2026年8月20日
";

fn office() -> (tempfile::TempDir, Office, String) {
    let (folder, mut office) = Office::with_document(PLAN);
    let id = find(&mut office, "报送项目进展");
    (folder, office, id)
}

fn find(office: &mut Office, words: &str) -> String {
    office.ask::<TaskPage>("list_tasks", json!({ "words": words })).rows.remove(0).id
}

fn duty(office: &mut Office, id: &str) -> DutyInfo {
    office.ask::<Option<DutyInfo>>("get_duty", json!({ "id": id })).unwrap()
}

fn settle(office: &mut Office, request: Value) -> MoveReport {
    office.ask("settle_periods", request)
}

#[test]
fn a_rhythm_read_in_the_notice_is_owed_period_by_period() {
    let (_folder, mut office, id) = office();
    let told = duty(&mut office, &id);
    assert_eq!((told.brief.rule.as_str(), told.is_read, told.brief.missed), ("每月10日前", true, 3));
    assert_eq!(told.brief.words, "已过 3 期未报（自 2026年9月 起）；下期 12月10日前，剩 19 天");
    let states: Vec<(&str, PeriodState)> =
        told.periods.iter().map(|period| (period.name.as_str(), period.state)).collect();
    assert_eq!(
        states[2..],
        [
            ("2026年12月", PeriodState::Present),
            ("2026年11月", PeriodState::Missed),
            ("2026年10月", PeriodState::Missed),
            ("2026年9月", PeriodState::Missed),
        ]
    );
    let row = office.ask::<TaskDetail>("get_task", json!({ "id": id })).task;
    assert_eq!((row.light, row.due.unwrap().to_string().as_str()), (LightCode::Overdue, "2026-09-10"));
    assert_eq!(row.duty.unwrap().missed, 3);
}

#[test]
fn reporting_moves_the_light_to_the_next_period_and_is_undone() {
    let (_folder, mut office, id) = office();
    let skipped = settle(
        &mut office,
        json!({ "tasks": [id], "becomes": "skipped", "all_missed": true, "reason": "系统未启用", "day": "2026-11-05" }),
    );
    assert_eq!(skipped.moved, 1);
    let reported =
        json!({ "tasks": [id], "becomes": "done", "progress": "已开工 12 个项目", "share": 40, "day": "2026-11-09" });
    assert_eq!(settle(&mut office, reported).moved, 1);
    let told = duty(&mut office, &id);
    assert_eq!(told.brief.words, "下期 12月10日前，剩 19 天");
    assert!(told.periods[3].progress.is_some(), "the report is kept as progress");
    let row = office.ask::<TaskDetail>("get_task", json!({ "id": id }));
    assert_eq!((row.task.light, row.life.deadline.extended), (LightCode::DueSoon, 0));
    let on = |office: &mut Office, day: &str| -> String {
        let told = office.try_ask_on(Some(day), "get_duty", json!({ "id": id })).unwrap();
        told["brief"]["words"].as_str().unwrap().to_owned()
    };
    assert_eq!(on(&mut office, "2026-11-04"), "已过 2 期未报（自 2026年9月 起）；本期 11月10日前，剩 6 天");
    assert_eq!(on(&mut office, "2026-11-05"), "本期 11月10日前，剩 5 天");
    let entry = office.ask::<JournalEntry>("undo", json!({}));
    assert_eq!(
        (entry.label.as_str(), entry.summary.as_str()),
        ("登记报送", "“一/（一） 定期报送”：2026年11月已报（自 2026-11-09）")
    );
    let entry = office.ask::<JournalEntry>("undo", json!({}));
    assert_eq!(entry.summary, "“一/（一） 定期报送”：自 2026年9月 起 2 期免报（自 2026-11-05）；原因：系统未启用");
    assert_eq!(duty(&mut office, &id).brief.missed, 3);
}

#[test]
fn what_cannot_be_settled_says_why() {
    let (_folder, mut office, id) = office();
    let (vague, once) = (find(&mut office, "会商"), find(&mut office, "开工建设"));
    let mut why = |request: Value| settle(&mut office, request).refused.remove(0).why;
    assert_eq!(why(json!({ "tasks": [vague] })), "没有定期报送的节奏；可以先“设定节奏”");
    assert_eq!(why(json!({ "tasks": [once] })), "没有定期报送的节奏；可以先“设定节奏”");
    assert_eq!(why(json!({ "tasks": [id], "period": "2026-12-01" })), "2026年12月 还没有开始");
    assert_eq!(why(json!({ "tasks": [id], "period": "2026-08-01" })), "2026-08-01 不在“每月10日前”要报的任何一期里");
    settle(&mut office, json!({ "tasks": [id], "period": "2026-10-15" }));
    let mut why = |request: Value| settle(&mut office, request).refused.remove(0).why;
    assert_eq!(why(json!({ "tasks": [id], "period": "2026-10-01" })), "2026年10月 已登记过");
    assert_eq!(why(json!({ "tasks": [id], "day": "2026-11-01" })), "2026-11-21 又登记过报送或改过节奏，日期不能早于它");
    let extend = json!({ "tasks": [id], "due": "2026-12-31", "reason": "推迟" });
    assert!(office.ask::<MoveReport>("extend_tasks", extend).refused[0].why.contains("定期"));
    let without = office.try_ask("settle_periods", json!({ "tasks": [id], "becomes": "skipped" })).unwrap_err();
    assert_eq!(without.field.as_deref(), Some("reason"));
}

#[test]
fn a_rule_is_set_by_hand_where_the_notice_is_vague() {
    let (_folder, mut office, _) = office();
    let vague = find(&mut office, "会商");
    assert!(office.ask::<Value>("get_duty", json!({ "id": vague })).is_null());
    let bad = office.try_ask("set_duty", json!({ "tasks": [vague], "rule": "经常" })).unwrap_err();
    assert_eq!(bad.field.as_deref(), Some("rule"));
    let set = json!({ "tasks": [vague], "rule": "每季度末月25日前", "begins": "2026-10-01", "ends": "2026-12-31" });
    assert_eq!(office.ask::<MoveReport>("set_duty", set).moved, 1);
    let told = duty(&mut office, &vague);
    assert_eq!((told.brief.words.as_str(), told.is_read, told.periods.len()), ("本期 12月25日前，剩 34 天", false, 1));
    let recurring: TaskPage = office.ask("list_tasks", json!({ "recurring": true }));
    assert_eq!(recurring.total, 2);
    assert_eq!(office.ask::<JournalEntry>("undo", json!({})).summary, "“一/（二） 适时会商”：每季度第3个月25日前");
}

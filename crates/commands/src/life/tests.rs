//! Working with tasks, as a clerk does: today is 2026-11-21, the plan is of 2022-03-01.

use domain::{MOVES, Move, MoveKind, Need, Steps, TaskStatus};
use serde_json::{Value, json};
use store::{Happening, Operation, TaskId, Title, Writer};

use crate::testing::Office;
use crate::wire::{JournalEntry, MoveReport, TaskDetail, TaskFigures, TaskPage};

const PLAN: &str = "滨江市优化营商环境行动方案
为进一步优化营商环境，制定本方案。
一、重点任务
（一）简化材料。公布材料清单。（市政务办牵头，市财政局、市审计局配合，2022年6月底前完成）
（二）降低成本。新减免租金100家以上。（市国资委牵头，2022年12月底前完成）
（三）规范招标。清理不合理条款。（市住建局牵头）
滨江市人民政府
2022年3月1日
";

fn office() -> (tempfile::TempDir, Office) {
    Office::with_document(PLAN)
}

fn id(office: &mut Office, words: &str) -> String {
    office.ask::<TaskPage>("list_tasks", json!({ "words": words })).rows.remove(0).id
}

fn all(office: &mut Office) -> Vec<String> {
    office.ask::<TaskPage>("list_tasks", json!({ "sort": "notice" })).rows.into_iter().map(|row| row.id).collect()
}

fn detail(office: &mut Office, id: &str) -> TaskDetail {
    office.ask("get_task", json!({ "id": id }))
}

fn detail_on(office: &mut Office, day: &str, id: &str) -> TaskDetail {
    serde_json::from_value(office.try_ask_on(Some(day), "get_task", json!({ "id": id })).unwrap()).unwrap()
}

fn status(office: &mut Office, id: &str) -> &'static str {
    detail(office, id).task.status.0.code()
}

fn totals(office: &mut Office) -> TaskFigures {
    serde_json::from_value(office.ask::<Value>("dashboard", json!({}))["totals"].clone()).unwrap()
}

/// Moves one task with all that the move asks for; gives what was answered.
fn moved(office: &mut Office, task: &str, name: Move, successor: &str) -> MoveReport {
    let mut request = json!({ "tasks": [task], "move": name.code() });
    if name.entry().reason == Need::Must {
        request["reason"] = name.entry().reasons[0].into();
    }
    if name.entry().successor == Need::Must {
        request["successor"] = successor.into();
    }
    office.ask("move_tasks", request)
}

fn refusal(office: &mut Office, command: &str, request: Value) -> String {
    office.try_ask(command, request).unwrap_err().to_string()
}

fn changes(office: &mut Office) -> i64 {
    office.store.revision().unwrap()
}

/// Puts a task into a status, whatever leads there.
fn stand(office: &mut Office, task: &str, status: TaskStatus) {
    let title = Title { command: "test", label: "准备" };
    let operation = Operation::new(title, "测试", "2026-11-21T08:00:00Z".parse().unwrap());
    let happening = Happening { day: office.today, reason: "" };
    let put = |writer: &Writer<'_>| writer.move_status(&TaskId::from(task), status, happening);
    office.store.write(&operation, put).unwrap();
}

#[test]
fn every_move_is_allowed_from_where_the_table_says_and_refused_with_a_sentence_from_elsewhere() {
    for steps in [Steps::default(), Steps::EVERY] {
        let (_folder, mut office) = office();
        let codes: Vec<&str> = steps.optional().map(TaskStatus::code).collect();
        let _: Value = office.ask("set_settings", json!({ "steps": codes }));
        let (task, other) = (id(&mut office, "租金"), id(&mut office, "清单"));
        for from in TaskStatus::ALL {
            for entry in &MOVES {
                stand(&mut office, &task, from);
                let before = changes(&mut office);
                let report = moved(&mut office, &task, entry.name, &other);
                match entry.name.leads(from, steps) {
                    Some(to) => {
                        assert_eq!((report.moved, report.refused.len()), (1, 0), "{} {}", from.word(), entry.word);
                        assert_eq!(status(&mut office, &task), to.code());
                    }
                    None => {
                        assert_eq!(report.moved, 0, "{} {}", from.word(), entry.word);
                        let why = &report.refused[0].why;
                        assert!(why.contains(from.word()) && why.contains("可以："), "{why}");
                        assert_eq!(changes(&mut office), before, "nothing is written");
                    }
                }
            }
        }
    }
}

#[test]
fn what_a_task_may_do_is_told_with_it_and_by_the_settings() {
    let (_folder, mut office) = office();
    let task = id(&mut office, "租金");
    let told = |office: &mut Office| -> Vec<&str> {
        detail(office, &task).life.moves.into_iter().map(|way| way.name.0.word()).collect()
    };
    assert_eq!(told(&mut office), ["办结", "中止", "不涉及", "撤并", "被替代"]);
    assert_eq!(office.ask::<Value>("get_settings", Value::Null)["steps"], json!([]));
    let _: Value = office.ask("set_settings", json!({ "steps": ["submitted", "issued"] }));
    assert_eq!(told(&mut office), ["报送审核", "中止", "不涉及", "撤并", "被替代"]);
    let app = office.ask::<Value>("app_status", Value::Null);
    assert_eq!(app["steps"], json!(["issued", "submitted"]), "in the order of the steps");
    assert!(
        app["ways"]
            .as_array()
            .unwrap()
            .contains(&json!({ "from": "in_progress", "move": "submit", "to": "submitted" }))
    );
    assert!(
        refusal(&mut office, "set_settings", json!({ "steps": ["closed"] })).contains("“已销号”不是可以选用的步骤")
    );
    let entry = office.ask::<JournalEntry>("undo", json!({}));
    assert_eq!((entry.label.as_str(), entry.summary.as_str()), ("设置", "选用步骤：待签收、待审核"));
    assert_eq!(office.ask::<Value>("get_settings", Value::Null)["steps"], json!([]));
}

#[test]
fn a_confirmed_notice_begins_in_the_first_step_that_the_office_takes() {
    let (_folder, mut office) = office();
    let task = id(&mut office, "租金");
    assert_eq!(status(&mut office, &task), "in_progress");
    let _: Value = office.ask("undo", json!({}));
    let _: Value = office.ask("set_settings", json!({ "steps": ["issued"] }));
    let content = json!({ "name": "方案.txt", "text": null, "base64": base64(PLAN) });
    let _: Value = office.ask("import", json!({ "sources": [{ "content": content }], "confirm": true }));
    let task = id(&mut office, "租金");
    assert_eq!(status(&mut office, &task), "issued");
}

fn base64(text: &str) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(text)
}

#[test]
fn a_batch_is_done_whole_or_not_at_all_unless_the_person_goes_on_with_the_others() {
    let (_folder, mut office) = office();
    let tasks = all(&mut office);
    let done = id(&mut office, "租金");
    moved(&mut office, &done, Move::Complete, "");
    let before = changes(&mut office);
    let nowhere = "00000000-0000-7000-8000-000000000001";
    let asked = [tasks.clone(), vec![nowhere.to_owned(), tasks[0].clone()]].concat();
    let request = |skip: bool| json!({ "tasks": asked, "move": "complete", "skip_refused": skip });
    let report: MoveReport = office.ask("move_tasks", request(false));
    assert_eq!(report.moved, 0);
    let refused: Vec<(&str, &str)> =
        report.refused.iter().map(|refused| (refused.name.as_str(), refused.why.as_str())).collect();
    assert_eq!(
        refused,
        [
            (nowhere, "台账里没有这条督办事项"),
            ("一/（二） 降低成本", "现在是“已办结”，不能“办结”；可以：销号、退回、重新办理"),
        ]
    );
    assert_eq!(changes(&mut office), before, "nothing is written");
    let report: MoveReport = office.ask("move_tasks", request(true));
    assert_eq!((report.moved, report.refused.len()), (2, 2), "each task once");
    assert_eq!(totals(&mut office).done, 3);
    let entry = office.ask::<JournalEntry>("undo", json!({}));
    assert_eq!(entry.label, "办结");
    assert_eq!(entry.summary, "“一/（一） 简化材料”等 2 条：办理中→已办结");
    assert_eq!((totals(&mut office).done, changes(&mut office) > before), (1, true), "one undo for the whole batch");
    let _: Value = office.ask("redo", json!({}));
    assert_eq!(totals(&mut office).done, 3);
}

#[test]
fn what_a_move_asks_for_is_asked_in_a_sentence() {
    let (_folder, mut office) = office();
    let (task, other) = (id(&mut office, "租金"), id(&mut office, "清单"));
    let before = changes(&mut office);
    let mut check = |request: Value, field: Option<&str>, expected: &str| {
        let refused = office.try_ask("move_tasks", request).unwrap_err();
        assert_eq!(refused.field.as_deref(), field, "{}", refused.message);
        assert!(refused.message.contains(expected), "{}", refused.message);
    };
    let one = [&task];
    check(json!({ "tasks": [], "move": "complete" }), None, "没有选定督办事项");
    check(json!({ "tasks": one, "move": "suspend" }), Some("reason"), "“中止”要写明原因，如：上级政策调整");
    check(json!({ "tasks": one, "move": "suspend", "reason": "  " }), Some("reason"), "要写明原因");
    check(json!({ "tasks": one, "move": "suspend", "reason": "长".repeat(20_001) }), Some("reason"), "20001 个字");
    check(json!({ "tasks": one, "move": "merge" }), Some("successor"), "“撤并”要指明由哪一条事项接续");
    check(json!({ "tasks": one, "move": "complete", "successor": other }), Some("successor"), "“办结”没有接续的事项");
    check(json!({ "tasks": one, "move": "complete", "day": "2026-11-22" }), Some("day"), "2026-11-22 还没有到");
    check(json!({ "tasks": one, "move": "close", "unit": "市国资委" }), Some("unit"), "“销号”是整条事项的");
    assert_eq!(changes(&mut office), before);
    let refused =
        |office: &mut Office, request: Value| office.ask::<MoveReport>("move_tasks", request).refused.remove(0).why;
    let early = refused(&mut office, json!({ "tasks": one, "move": "complete", "day": "2022-02-28" }));
    assert_eq!(early, "2022-03-01 才有这条事项，2022-02-28 还不能办理");
    let itself = refused(&mut office, json!({ "tasks": one, "move": "merge", "successor": task }));
    assert_eq!(itself, "不能由它自己接续");
    assert!(
        refusal(&mut office, "move_tasks", json!({ "tasks": one, "move": "vanish" })).contains("请求不完整或格式不对")
    );
}

#[test]
fn what_is_put_aside_is_neither_done_nor_owed() {
    let (_folder, mut office) = office();
    let task = id(&mut office, "租金");
    assert_eq!((totals(&mut office).overdue, totals(&mut office).ended), (2, 0));
    moved(&mut office, &task, Move::Suspend, "");
    let TaskFigures { led, done, ended, overdue, .. } = totals(&mut office);
    assert_eq!((led, done, ended, overdue), (3, 0, 1, 1));
    let page: TaskPage = office.ask("list_tasks", json!({ "light": "ended" }));
    assert_eq!((page.total, page.rows[0].status.0.word()), (1, "已中止"));
    moved(&mut office, &task, Move::Resume, "");
    assert_eq!((totals(&mut office).overdue, totals(&mut office).ended), (2, 0));
}

#[test]
fn a_past_day_shows_what_stood_then_after_moves_and_extensions() {
    let (_folder, mut office) = office();
    let task = id(&mut office, "清单");
    let extend = json!({ "tasks": [task], "due": "2022-09-30", "reason": "系统未建成", "day": "2022-06-10" });
    let _: MoveReport = office.ask("extend_tasks", extend);
    let _: MoveReport = office.ask("move_tasks", json!({ "tasks": [task], "move": "complete", "day": "2022-09-20" }));
    let _: MoveReport = office.ask("move_tasks", json!({ "tasks": [task], "move": "close", "day": "2022-10-08" }));
    let on = |office: &mut Office, day: &str| {
        let then = detail_on(office, day, &task);
        let due = then.task.due.unwrap().to_string();
        (then.task.status.0.word(), due, then.life.deadline.extended, then.life.statuses.len())
    };
    assert_eq!(on(&mut office, "2022-06-09"), ("办理中", "2022-06-30".to_owned(), 0, 0));
    assert_eq!(on(&mut office, "2022-06-10"), ("办理中", "2022-09-30".to_owned(), 1, 0));
    assert_eq!(on(&mut office, "2022-09-20"), ("已办结", "2022-09-30".to_owned(), 1, 1));
    assert_eq!(on(&mut office, "2022-10-08"), ("已销号", "2022-09-30".to_owned(), 1, 2));
}

#[test]
fn a_move_recorded_late_counts_from_its_own_day_and_leaves_what_came_later() {
    let (_folder, mut office) = office();
    let task = id(&mut office, "租金");
    let _: MoveReport = office.ask("move_tasks", json!({ "tasks": [task], "move": "complete", "day": "2022-12-01" }));
    let late = json!({ "tasks": [task], "move": "suspend", "reason": "资金未落实", "day": "2022-05-01" });
    assert_eq!(office.ask::<MoveReport>("move_tasks", late).moved, 1, "it was under way on that day");
    assert_eq!(status(&mut office, &task), "completed");
    let on = |office: &mut Office, day: &str| detail_on(office, day, &task).task.status.0.code();
    assert_eq!([on(&mut office, "2022-04-30"), on(&mut office, "2022-05-01")], ["in_progress", "suspended"]);
    assert_eq!([on(&mut office, "2022-11-30"), on(&mut office, "2022-12-01")], ["suspended", "completed"]);
    let entry = office.ask::<JournalEntry>("undo", json!({}));
    assert_eq!(entry.summary, "“一/（二） 降低成本”：办理中→已中止（自 2022-05-01）；原因：资金未落实");
    assert_eq!(on(&mut office, "2022-11-30"), "in_progress");
}

#[test]
fn an_extension_keeps_the_original_deadline_and_says_how_often_when_and_why() {
    let (_folder, mut office) = office();
    let task = id(&mut office, "租金");
    let mut extend = |due: &str, day: &str, reason: &str| -> MoveReport {
        office.ask("extend_tasks", json!({ "tasks": [task], "due": due, "reason": reason, "day": day }))
    };
    assert_eq!(extend("2023-06-30", "2022-12-20", "资金未到位").moved, 1);
    assert_eq!(extend("2023-12-31", "2023-06-20", "招标流标").moved, 1);
    assert_eq!(extend("2023-11-30", "2023-07-01", "领导要求提前").moved, 1);
    assert_eq!(extend("2023-11-30", "2023-07-02", "再报一次").refused[0].why, "时限本来就是 2023-11-30");
    assert_eq!(
        extend("2022-02-01", "2023-07-02", "写错").refused[0].why,
        "新时限 2022-02-01 早于事项开始的 2022-03-01"
    );
    let told = detail(&mut office, &task);
    let deadline = told.life.deadline;
    assert_eq!(deadline.original_raw.as_deref(), Some("2022年12月底前完成"));
    assert_eq!(deadline.original_due.unwrap().to_string(), "2022-12-31");
    assert_eq!((deadline.extended, deadline.changes.len()), (2, 3), "what gives less time is no extension");
    let first = &deadline.changes[0];
    assert_eq!(
        (first.recorded.day.to_string().as_str(), first.recorded.reason.as_str(), first.recorded.actor.as_str()),
        ("2022-12-20", "资金未到位", "测试")
    );
    assert_eq!(told.task.due.unwrap().to_string(), "2023-11-30");
    assert_eq!(told.task.deadline_raw.as_deref(), Some("2023年11月30日前"));
    assert_eq!(office.ask::<JournalEntry>("undo", json!({})).label, "延期");
    assert_eq!(detail(&mut office, &task).task.due.unwrap().to_string(), "2023-12-31");
    moved(&mut office, &task, Move::Complete, "");
    let done: MoveReport =
        office.ask("extend_tasks", json!({ "tasks": [task], "due": "2024-01-01", "reason": "晚了" }));
    assert_eq!(done.refused[0].why, "现在是“已办结”，不再延期");
    let without = refusal(&mut office, "extend_tasks", json!({ "tasks": [task], "due": "2024-01-01", "reason": " " }));
    assert!(without.contains("延期要写明原因"), "{without}");
}

#[test]
fn each_unit_reports_its_own_part_and_the_whole_is_told_in_words() {
    let (_folder, mut office) = office();
    let task = id(&mut office, "清单");
    assert_eq!(detail(&mut office, &task).life.rollup, None);
    let mut part = |name: &str, unit: &str, reason: Option<&str>| -> MoveReport {
        office.ask(
            "move_tasks",
            json!({ "tasks": [task], "move": name, "unit": unit, "reason": reason, "day": "2022-06-01" }),
        )
    };
    assert_eq!(part("submit", "市政务办", None).moved, 1);
    assert_eq!(part("submit", "市审计局", None).moved, 1);
    assert!(part("submit", "市审计局", None).refused[0].why.contains("该单位的部分现在是“待审核”"));
    assert_eq!(part("complete", "市国资委", None).refused[0].why, "这个单位不在这条事项上");
    let told = detail(&mut office, &task);
    assert_eq!(told.task.status.0.code(), "in_progress", "the task itself stays where it is");
    assert_eq!(told.life.rollup.as_deref(), Some("牵头已报，2 个配合单位中 1 个未报"));
    let parts: Vec<_> =
        told.life.parts.iter().map(|part| (part.name.as_str(), part.status.map(|status| status.0.code()))).collect();
    assert_eq!(parts, [("市政务办", Some("submitted")), ("市财政局", None), ("市审计局", Some("submitted"))]);
    assert_eq!(told.life.statuses[0].unit.as_deref(), Some("市政务办"));
    let back = json!({ "tasks": [task], "move": "send_back", "unit": "市审计局", "reason": "数据不实" });
    let _: MoveReport = office.ask("move_tasks", back);
    assert_eq!(detail(&mut office, &task).life.rollup.as_deref(), Some("牵头已报，2 个配合单位均未报"));
    assert_eq!(
        detail_on(&mut office, "2022-06-01", &task).life.rollup.as_deref(),
        Some("牵头已报，2 个配合单位中 1 个未报")
    );
    assert_eq!(detail_on(&mut office, "2022-05-31", &task).life.rollup, None);
    let entry = office.ask::<JournalEntry>("undo", json!({}));
    assert_eq!(entry.summary, "“一/（一） 简化材料”，市审计局的部分：待审核→办理中；原因：数据不实");
    assert_eq!(detail(&mut office, &task).life.rollup.as_deref(), Some("牵头已报，2 个配合单位中 1 个未报"));
    moved(&mut office, &task, Move::Suspend, "");
    let closed =
        office.ask::<MoveReport>("move_tasks", json!({ "tasks": [task], "move": "submit", "unit": "市财政局" }));
    assert_eq!(closed.refused[0].why, "整条事项现在是“已中止”，各单位的部分不再变动");
}

#[test]
fn a_task_that_was_merged_shows_where_it_went_and_the_other_what_came() {
    let (_folder, mut office) = office();
    let (one, other) = (id(&mut office, "租金"), id(&mut office, "清单"));
    let _: MoveReport =
        office.ask("move_tasks", json!({ "tasks": [one], "move": "merge", "successor": other, "day": "2023-01-10" }));
    let related = |office: &mut Office, id: &str| {
        let related = detail(office, id).life.related;
        related.into_iter().map(|other| (other.name, other.is_successor, other.kind.0.word())).collect::<Vec<_>>()
    };
    assert_eq!(related(&mut office, &one), [("一/（一） 简化材料".to_owned(), true, "已撤并")]);
    assert_eq!(related(&mut office, &other), [("一/（二） 降低成本".to_owned(), false, "已撤并")]);
    assert!(detail_on(&mut office, "2023-01-09", &one).life.related.is_empty());
    let sentence = refusal(&mut office, "move_tasks", json!({ "tasks": [other], "move": "merge", "successor": one }));
    assert!(sentence.contains("“一/（二） 降低成本”现在是“已撤并”，不能接续其他事项"), "{sentence}");
    let _: Value = office.ask("undo", json!({}));
    assert!(related(&mut office, &one).is_empty() && status(&mut office, &one) == "in_progress");
}

#[test]
fn other_units_are_led_from_their_day_on_and_the_figures_follow() {
    let (_folder, mut office) = office();
    let task = id(&mut office, "清单");
    let led = |office: &mut Office, unit: &str| {
        office.ask::<Value>("get_unit", json!({ "id": unit }))["unit"]["figures"]["led"].as_u64().unwrap()
    };
    let request = json!({ "tasks": [task], "leads": ["市财政局"], "co_units": ["市政务办", "市数据局"], "reason": "职责调整", "day": "2022-08-01" });
    let report: MoveReport = office.ask("assign_tasks", request);
    assert_eq!((report.moved, report.new_units), (1, vec!["市数据局".to_owned()]));
    let names = |detail: &TaskDetail| {
        let names =
            |units: &[crate::wire::UnitRef]| units.iter().map(|unit| unit.name.clone()).collect::<Vec<_>>().join("、");
        (names(&detail.task.leads), names(&detail.task.co_units))
    };
    assert_eq!(names(&detail(&mut office, &task)), ("市财政局".to_owned(), "市政务办、市数据局".to_owned()));
    assert_eq!(names(&detail_on(&mut office, "2022-07-31", &task)).0, "市政务办");
    assert_eq!((led(&mut office, "市财政局"), led(&mut office, "市政务办")), (1, 0));
    let early = json!({ "tasks": [task], "leads": ["市审计局"], "day": "2022-07-01" });
    assert!(office.ask::<MoveReport>("assign_tasks", early).refused[0].why.contains("2022-07-01 之后单位又调整过"));
    let entry = office.ask::<JournalEntry>("undo", json!({}));
    assert_eq!(
        entry.summary,
        "“一/（一） 简化材料”：牵头改为 市财政局，配合改为 市政务办、市数据局（自 2022-08-01）；原因：职责调整"
    );
    assert_eq!(names(&detail(&mut office, &task)), ("市政务办".to_owned(), "市财政局、市审计局".to_owned()));
    let report = office.ask::<Value>("check_store", Value::Null);
    assert_eq!(report["ok"], true, "{report}");
    let nothing = refusal(&mut office, "assign_tasks", json!({ "tasks": [task] }));
    assert!(nothing.contains("没有写明牵头单位或配合单位"), "{nothing}");
}

#[test]
fn the_register_stays_whole_through_all_moves() {
    let (_folder, mut office) = office();
    let _: Value = office.ask("set_settings", json!({ "steps": ["submitted"] }));
    let (task, other) = (id(&mut office, "租金"), id(&mut office, "清单"));
    for kind in [MoveKind::Aside, MoveKind::Forward, MoveKind::Back] {
        for entry in MOVES.iter().filter(|entry| entry.kind == kind) {
            moved(&mut office, &task, entry.name, &other);
        }
    }
    let report = office.ask::<Value>("check_store", Value::Null);
    assert_eq!(report["ok"], true, "{report}");
    while office.try_ask("undo", json!({})).is_ok() {}
    assert_eq!(office.ask::<Value>("app_status", Value::Null)["tasks"], 0);
    let report = office.ask::<Value>("check_store", Value::Null);
    assert_eq!(report["ok"], true, "{report}");
}

//! Every command on a past day.

use serde_json::{Value, json};
use store::{Happening, NewDeadline, Operation, TaskFilter, TaskId, Title};

use crate::testing::Office;
use crate::{COMMANDS, Effect};

const BEFORE: &str = "2022-02-28";
const YESTERDAY: &str = "2026-11-20";

/// A plan of 2022-03-01 with two tasks, and a note that names no day.
fn office() -> Office {
    let mut office = Office::new();
    let plan = "滨江市优化营商环境行动方案\n为进一步优化营商环境，制定本方案。\n一、重点任务\n\
        （一）简化材料。公布材料清单。（市政务办牵头，市财政局配合，2022年6月底前完成）\n\
        （二）降低成本。新减免租金100家以上。（市国资委牵头，2022年12月底前完成）\n滨江市人民政府\n2022年3月1日\n";
    let note = "滨江市整治规范方案\n为规范秩序，制定本方案。\n一、重点任务\n（一）规范招标。清理不合理条款。（市住建局牵头）\n";
    let sources = [("方案.txt", plan), ("整治.txt", note)].map(|(name, text)| source(name, text));
    let _: Value = office.ask("import", json!({ "sources": sources, "confirm": true }));
    office
}

fn source(name: &str, text: &str) -> Value {
    use base64::Engine as _;
    json!({ "content": { "name": name, "base64": base64::engine::general_purpose::STANDARD.encode(text) } })
}

/// What a person does today, 2026-11-21.
fn done_today(office: &mut Office) {
    let today = Happening { day: office.today, reason: "" };
    let id = |office: &Office, words: &str| -> TaskId {
        let filter = TaskFilter { words: Some(words.to_owned()), ..TaskFilter::default() };
        office.store.read().tasks(&filter).unwrap().tasks.remove(0).id
    };
    let (rent, papers) = (id(office, "租金"), id(office, "清单"));
    let title = Title { command: "test", label: "办理" };
    let operation = Operation::new(title, "测试", "2026-11-21T08:00:00Z".parse().unwrap());
    let later =
        NewDeadline {
            raw: Some("2027年6月底前".to_owned()), due: "2027-06-30".parse().ok(), ..NewDeadline::default()
        };
    office
        .store
        .write(&operation, |writer| {
            writer.move_status(&rent, domain::TaskStatus::Completed, today)?;
            writer.move_deadline(&papers, &later, today)
        })
        .unwrap();
}

fn on(office: &mut Office, day: &str, command: &str, args: Value) -> Value {
    office.try_ask_on(Some(day), command, args).unwrap_or_else(|error| panic!("{command}: {error}"))
}

#[test]
fn what_is_done_today_was_open_yesterday_in_every_answer() {
    let mut office = office();
    let ask = |office: &mut Office, day: &str| {
        let totals = on(office, day, "dashboard", json!({}))["totals"].clone();
        let rows = on(office, day, "list_tasks", json!({}))["rows"].as_array().unwrap().clone();
        let told = |words: &str| {
            let row = rows.iter().find(|row| row["text"].as_str().unwrap().contains(words)).unwrap();
            (row["id"].clone(), row["status"].clone(), row["due"].clone(), row["light"].clone())
        };
        let (rent, papers) = (told("租金"), told("清单"));
        let detail = on(office, day, "get_task", json!({ "id": rent.0 }))["task"]["status"].clone();
        let unit = on(office, day, "get_unit", json!({ "id": "市国资委" }))["unit"]["figures"]["done"].clone();
        let table = on(office, day, "export", json!({ "format": "csv" }))["text"].as_str().unwrap().to_owned();
        let row = table.lines().find(|row| row.contains("租金")).unwrap().to_owned();
        let overdue = on(office, day, "overdue_by_unit", json!({})).as_array().unwrap().len();
        assert_eq!(rent.1, detail);
        (totals, rent.1, papers.2, papers.3, unit, row.contains("已办结"), overdue)
    };
    let before = ask(&mut office, "2026-11-21");
    done_today(&mut office);
    let yesterday = ask(&mut office, YESTERDAY);
    assert_eq!(
        yesterday.0,
        json!({ "led": 3, "assisted": 0, "done": 0, "ended": 0, "overdue": 2, "due_soon": 0, "on_track": 0, "no_deadline": 1 })
    );
    assert_eq!(
        (yesterday.1, yesterday.2, yesterday.3, yesterday.4, yesterday.5, yesterday.6),
        (json!("in_progress"), json!("2022-06-30"), json!("overdue"), json!(0), false, 2)
    );
    let today = ask(&mut office, "2026-11-21");
    assert_ne!(today.0, before.0);
    assert_eq!(
        (today.1, today.2, today.3, today.4, today.5, today.6),
        (json!("completed"), json!("2027-06-30"), json!("on_track"), json!(1), true, 0)
    );
}

#[test]
fn before_its_notice_a_task_is_in_no_answer() {
    let mut office = office();
    let plan = office.ask::<Value>("list_notices", json!({ "words": "优化" }))["rows"][0]["id"].clone();
    let task = office.ask::<Value>("list_tasks", json!({ "words": "租金" }))["rows"][0]["id"].clone();
    let page = on(&mut office, BEFORE, "list_tasks", json!({}));
    assert_eq!((&page["total"], &page["undated"]), (&json!(1), &json!(1)), "only what names no day: {page}");
    let dashboard = on(&mut office, BEFORE, "dashboard", json!({}));
    assert_eq!((&dashboard["totals"]["led"], &dashboard["undated"]), (&json!(1), &json!(1)));
    let names = |units: &Value| {
        units.as_array().unwrap().iter().map(|unit| unit["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&dashboard["units"]), ["市住建局"]);
    assert_eq!(names(&on(&mut office, BEFORE, "list_units", json!({}))), ["市住建局"]);
    let unit = on(&mut office, BEFORE, "get_unit", json!({ "id": "市国资委" }));
    assert_eq!((&unit["unit"]["figures"]["led"], &unit["undated"]), (&json!(0), &json!(0)));
    assert_eq!(on(&mut office, BEFORE, "list_notices", json!({}))["rows"].as_array().unwrap().len(), 1);
    assert_eq!(on(&mut office, BEFORE, "list_indicators", json!({})), json!([]));
    assert_eq!(on(&mut office, BEFORE, "search", json!({ "words": "租金" }))["total"], 0);
    for typed in ["优化营商", "简化材料", "市国资委"] {
        assert_eq!(on(&mut office, BEFORE, "suggest", json!({ "words": typed })), json!([]), "{typed}");
        assert_ne!(on(&mut office, YESTERDAY, "suggest", json!({ "words": typed })), json!([]), "{typed}");
    }
    assert_eq!(on(&mut office, BEFORE, "suggest", json!({ "words": "市住建" })), json!(["市住建局"]));
    assert_eq!(on(&mut office, BEFORE, "history", json!({})), json!([]));
    let status = on(&mut office, BEFORE, "app_status", json!({}));
    assert_eq!((&status["tasks"], &status["notices"]), (&json!(1), &json!(1)));
    for format in ["csv", "jsonl"] {
        let file = on(&mut office, BEFORE, "export", json!({ "format": format }));
        assert!(file["name"].as_str().unwrap().contains(BEFORE), "{file}");
        assert!(!file["text"].as_str().unwrap().contains("租金"), "{file}");
        assert!(file["text"].as_str().unwrap().contains("招标"), "{file}");
    }
    for (command, id) in [("get_task", task), ("get_notice", plan)] {
        let error = office.try_ask_on(Some(BEFORE), command, json!({ "id": id })).unwrap_err().to_string();
        assert!(error.contains("2022-02-28 这一天还没有") && error.contains("2022-03-01 才印发"), "{error}");
    }
}

#[test]
fn the_history_of_a_past_day_ends_with_it() {
    let mut office = office();
    assert_eq!(on(&mut office, "2026-11-21", "history", json!({})).as_array().unwrap().len(), 1);
    assert_eq!(on(&mut office, YESTERDAY, "history", json!({})), json!([]), "the import is of today");
}

#[test]
fn nothing_is_written_from_a_past_day() {
    let mut office = office();
    let revision = |office: &mut Office| office.ask::<Value>("app_status", Value::Null)["revision"].clone();
    let before = revision(&mut office);
    for command in COMMANDS.iter().filter(|command| matches!(command.effect, Effect::Write { .. })) {
        let error = office.try_ask_on(Some(YESTERDAY), command.name, json!({})).unwrap_err().to_string();
        assert!(error.contains("2026-11-20") && error.contains("没有作任何改动"), "{}: {error}", command.name);
    }
    assert_eq!(revision(&mut office), before);
}

#[test]
fn the_sample_is_worked_in_on_its_own_day() {
    let mut office = Office::new();
    let _: Value = office.ask("load_sample", Value::Null);
    let own = office.ask::<Value>("app_status", Value::Null)["as_of"].clone();
    let _ = on(&mut office, own.as_str().unwrap(), "undo", json!({}));
    assert_eq!(office.ask::<Value>("app_status", Value::Null)["tasks"], 0);
}

#[test]
fn the_sample_shows_every_status_and_every_light() {
    let mut office = Office::new();
    let _: Value = office.ask("load_sample", Value::Null);
    let total = |office: &mut Office, query: Value| office.ask::<Value>("list_tasks", query)["total"].as_u64().unwrap();
    let all = total(&mut office, json!({ "limit": 1 }));
    let sum = |office: &mut Office, key: &str, codes: Vec<&str>| -> u64 {
        let counts = codes.into_iter().map(|code| {
            let count = total(office, json!({ key: code, "limit": 1 }));
            assert!(count > 0, "the sample has no task with {key} {code}");
            count
        });
        counts.collect::<Vec<_>>().into_iter().sum()
    };
    assert_eq!(sum(&mut office, "status", domain::TaskStatus::ALL.map(domain::TaskStatus::code).to_vec()), all);
    assert_eq!(sum(&mut office, "light", domain::Light::ALL.map(domain::Light::code).to_vec()), all);
    assert_eq!(sum(&mut office, "pace", domain::Pace::ALL.map(domain::Pace::code).to_vec()), all);
    let status = office.ask::<Value>("app_status", Value::Null);
    assert_eq!(status["workplace"]["name"], "杭州市督查室");
    assert_eq!(status["steps"], json!(["proposed", "prepared", "issued", "submitted"]));
    // A register that is worked in has the steps that its office chooses.
    let own = source(
        "自有.txt",
        "滨江市清单方案\n为规范，制定本方案。\n一、重点任务\n（一）整理清单。公布清单。（市政务办牵头）\n",
    );
    let _: Value = office.ask("import", json!({ "sources": [own], "confirm": true }));
    let status = office.ask::<Value>("app_status", Value::Null);
    assert_eq!((&status["steps"], &status["workplace"]), (&json!([]), &Value::Null));
    assert_eq!(office.ask::<Value>("list_tasks", json!({ "words": "整理清单" }))["rows"][0]["status"], "in_progress");
}

#[test]
fn versions_and_what_waits_are_those_of_the_day() {
    let mut office = office();
    let plan = |year: u32, day: &str| {
        let text = format!(
            "滨江市{year}年绿化工作要点\n为做好绿化，制定本要点。\n一、重点任务\n\
             （一）栽种行道树。完成三条道路。（市园林局牵头，{year}年12月底前完成）\n滨江市人民政府\n{day}\n"
        );
        source(&format!("{year}.txt"), &text)
    };
    let sources = [plan(2023, "2023年2月1日"), plan(2024, "2024年2月1日")];
    let _: Value = office.ask("import", json!({ "sources": sources, "confirm": false }));
    let seen = |office: &mut Office, day: &str| {
        let status = on(office, day, "app_status", json!({}));
        let versions = on(office, day, "list_versions", json!({}))["notices"].as_array().unwrap().len();
        (status["notices"].clone(), status["unconfirmed"].clone(), versions)
    };
    assert_eq!(seen(&mut office, YESTERDAY), (json!(4), json!(2), 2));
    assert_eq!(seen(&mut office, "2023-06-30"), (json!(3), json!(1), 0), "the newer was not issued yet");
    let linked = on(&mut office, YESTERDAY, "list_versions", json!({}))["links"][0].clone();
    let pair = json!({ "older": linked["older"], "newer": linked["newer"] });
    let refused = office.try_ask_on(Some("2023-06-30"), "compare_versions", pair).unwrap_err().to_string();
    assert!(refused.contains("2023-06-30 这一天还没有"), "{refused}");
}

//! What the questions of a day cost on the register in the folder given, as JSON: for each its name, its limit, the middle
//! and the worst of several times, and what SQLite alone takes for the same; then what it costs to move and to extend a thousand tasks and to
//! take that back; only those whose name holds the second word,
//! where one is given. `cargo xtask bench --load` runs it.

#![allow(clippy::print_stdout)] // printing is what it is for

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, Utc};
use commands::{Caller, Envelope, PathAccess, dispatch};
use rusqlite::Connection;
use serde_json::{Value, json};
use store::Store;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How often each question is asked.
const TIMES: usize = 9;

/// How many rows a page of the window has.
const PAGE: u32 = 200;

/// How many tasks are moved at once.
const BATCH: usize = 1000;

fn main() -> Outcome<()> {
    let folder = std::env::args().nth(1).ok_or("usage: load FOLDER [PART OF A NAME]")?;
    let part = std::env::args().nth(2).unwrap_or_default();
    let folder = Path::new(&folder);
    let mut desk = Desk { store: Store::open(folder)?, raw: Connection::open(folder.join("duban.sqlite3"))? };
    desk.raw.pragma_update(None, "cache_size", -32_000)?;
    let mut figures = Vec::new();
    for question in desk.questions()?.into_iter().filter(|question| question.name.contains(&part)) {
        figures.push(desk.measure(&question)?);
    }
    figures.extend(desk.batches(&part)?);
    println!("{}", Value::Array(figures));
    Ok(())
}

/// A question, and the same in bare SQL.
struct Question {
    name: String,
    command: &'static str,
    args: Value,
    raw: String,
}

struct Desk {
    store: Store,
    raw: Connection,
}

impl Desk {
    fn questions(&self) -> Outcome<Vec<Question>> {
        let ask = |name: &str, command, args, raw: &str| Question {
            name: name.to_owned(),
            command,
            args,
            raw: raw.to_owned(),
        };
        let figures = "SELECT f.unit, u.uid, f.role, f.status, f.due, sum(f.tasks) FROM unit_figures AS f
            LEFT JOIN units AS u ON u.id = f.unit GROUP BY 1, 3, 4, 5";
        let mut all = vec![
            ask("dashboard", "dashboard", json!({}), figures),
            ask("overdue by unit", "overdue_by_unit", json!({}), figures),
        ];
        self.pages(&mut all)?;
        self.pages_of_notices(&mut all)?;
        for (name, words) in
            [("rare", "第17号行动方案"), ("common", "优化营商环境"), ("of two", "推进"), ("several", "财政局 清单")]
        {
            let raw = "SELECT count(*) FROM task_index WHERE task_index MATCH '\"推进\"'";
            all.push(ask(&format!("search, {name}"), "search", json!({ "words": words, "limit": 50 }), raw));
        }
        let units = "SELECT uid, name, region FROM units";
        all.push(ask("completion of what is typed", "suggest", json!({ "words": "市" }), units));
        all.push(ask("units", "list_units", json!({}), units));
        let unit: String = self.text("SELECT hex(uid) FROM units ORDER BY id LIMIT 1")?;
        all.push(ask("a unit", "get_unit", json!({ "id": dashed(&unit) }), units));
        all.push(ask("history", "history", json!({}), "SELECT * FROM operations ORDER BY id DESC LIMIT 50"));
        all.push(ask("status", "app_status", json!({}), "SELECT count(*) FROM tasks"));
        let task: String = self.text("SELECT hex(uid) FROM tasks ORDER BY id LIMIT 1")?;
        all.push(ask("a task", "get_task", json!({ "id": dashed(&task) }), "SELECT * FROM tasks ORDER BY id LIMIT 1"));
        Ok(all)
    }

    /// The first page and one from the middle of each order, each filter on its own and together.
    fn pages(&self, all: &mut Vec<Question>) -> Outcome<()> {
        let unit: String = self.text("SELECT hex(uid) FROM units ORDER BY id LIMIT 1")?;
        let notice: String = self.text("SELECT hex(uid) FROM notices ORDER BY id LIMIT 1")?;
        let region: String = self.text("SELECT region FROM tasks LIMIT 1")?;
        let middle =
            self.text("SELECT hex(uid) FROM tasks ORDER BY id LIMIT 1 OFFSET (SELECT count(*) / 2 FROM tasks)")?;
        let filters = [
            ("all", json!({}), "1"),
            ("of a unit", json!({ "unit": dashed(&unit) }), "id IN (SELECT task FROM task_units WHERE unit = 1)"),
            ("overdue", json!({ "light": "overdue" }), "due < '2026-11-22' AND status = 'in_progress'"),
            ("in progress", json!({ "status": "in_progress" }), "status = 'in_progress'"),
            ("closed", json!({ "status": "closed" }), "status = 'closed'"),
            ("of a region", json!({ "region": region }), "region = (SELECT region FROM tasks LIMIT 1)"),
            ("of a notice", json!({ "notice": dashed(&notice) }), "notice = 1"),
            ("doubtful", json!({ "doubtful": true }), "doubt_count > 0"),
            ("that nobody leads", json!({ "unassigned": true }), "first_lead IS NULL"),
            ("with words", json!({ "words": "营商环境" }), "1"),
            (
                "led by a unit, overdue, of a region",
                json!({ "unit": dashed(&unit), "role": "lead", "light": "overdue", "region": region }),
                "due < '2026-11-22' AND id IN (SELECT task FROM task_units WHERE unit = 1 AND role = 'lead')",
            ),
        ];
        let orders = [
            ("due", "coalesce(due, '9999'), id"),
            ("notice", "notice, id"),
            ("lead", "first_lead, id"),
            ("status", "status, id"),
        ];
        for (name, filter, wanted) in filters {
            for (order, key) in orders {
                for (place, after, descending) in
                    [("first", None, false), ("middle", Some(&middle), false), ("last", None, true)]
                {
                    let mut args = filter.clone();
                    args["sort"] = json!(order);
                    args["limit"] = json!(PAGE);
                    args["descending"] = json!(descending);
                    args["after"] = json!(after.map(|uid| dashed(uid)));
                    let raw = format!("SELECT * FROM tasks WHERE {wanted} ORDER BY {key} LIMIT {PAGE}");
                    let name = format!("page of tasks {name}, by {order}, {place}");
                    all.push(Question { name, command: "list_tasks", args, raw });
                }
            }
        }
        Ok(())
    }

    /// The same of notices.
    fn pages_of_notices(&self, all: &mut Vec<Question>) -> Outcome<()> {
        let region: Option<String> = self.raw.query_row("SELECT max(region) FROM notices", [], |row| row.get(0))?;
        let middle =
            self.text("SELECT hex(uid) FROM notices ORDER BY id LIMIT 1 OFFSET (SELECT count(*) / 2 FROM notices)")?;
        let filters = [
            ("all", json!({}), "1"),
            ("with words", json!({ "words": "方案" }), "instr(title, '方案')"),
            ("with rare words", json!({ "words": "第17号" }), "instr(title, '第17号')"),
            ("that wait", json!({ "unconfirmed": true }), "confirmed = 0 AND measure_count > 0"),
            ("overtaken", json!({ "overtaken": true }), "id IN (SELECT older FROM version_links)"),
            ("of a region", json!({ "region": region }), "region = (SELECT max(region) FROM notices)"),
        ];
        for (name, filter, wanted) in filters {
            for (order, key) in [("added", "id"), ("issued", "issued, id"), ("measures", "measure_count, id")] {
                for (place, after, descending) in
                    [("first", None, false), ("middle", Some(&middle), false), ("last", None, true)]
                {
                    let mut args = filter.clone();
                    args["sort"] = json!(order);
                    args["limit"] = json!(PAGE);
                    args["descending"] = json!(descending);
                    args["after"] = json!(after.map(|uid| dashed(uid)));
                    let raw = format!("SELECT * FROM notices WHERE {wanted} ORDER BY {key} LIMIT {PAGE}");
                    let name = format!("page of notices {name}, by {order}, {place}");
                    all.push(Question { name, command: "list_notices", args, raw });
                }
            }
        }
        Ok(())
    }

    fn text(&self, sql: &str) -> Outcome<String> {
        Ok(self.raw.query_row(sql, [], |row| row.get(0))?)
    }

    fn measure(&mut self, question: &Question) -> Outcome<Value> {
        let mut ours = Vec::new();
        let mut theirs = Vec::new();
        for _ in 0..TIMES {
            let started = Instant::now();
            let answer = self.ask(question)?;
            let text = serde_json::to_string(&answer)?;
            ours.push(started.elapsed());
            std::hint::black_box(text);
            let started = Instant::now();
            self.look_up(&question.raw)?;
            theirs.push(started.elapsed());
        }
        Ok(json!({
            "name": question.name, "middle": middle(&mut ours), "worst": milliseconds(ours.iter().max()), "sqlite": middle(&mut theirs),
        }))
    }

    /// Moves and extends the first tasks of the ledger, as a person chooses them there, and takes each back.
    fn batches(&mut self, part: &str) -> Outcome<Vec<Value>> {
        let list = Question {
            name: "tasks to be moved".to_owned(),
            command: "list_tasks",
            args: json!({ "sort": "due", "status": "in_progress", "limit": BATCH }),
            raw: String::new(),
        };
        let rows = self.ask(&list)?["rows"].as_array().cloned().unwrap_or_default();
        let tasks: Vec<Value> = rows.into_iter().map(|row| row["id"].clone()).collect();
        let write = |name: &str, command, args| Question { name: name.to_owned(), command, args, raw: String::new() };
        let writes = [
            write("moving 1000 tasks", "move_tasks", json!({ "tasks": tasks, "move": "complete" })),
            write(
                "extending 1000 tasks",
                "extend_tasks",
                json!({ "tasks": tasks, "due": "2027-06-30", "reason": "测量" }),
            ),
        ];
        let undo = write("undo", "undo", json!({}));
        let mut figures = Vec::new();
        for question in writes.into_iter().filter(|question| question.name.contains(part)) {
            let (mut there, mut back) = (Vec::new(), Vec::new());
            for _ in 0..TIMES {
                let started = Instant::now();
                let answer = self.ask(&question)?;
                there.push(started.elapsed());
                if answer["moved"] != tasks.len() {
                    return Err(format!("{}: {answer}", question.name).into());
                }
                let started = Instant::now();
                self.ask(&undo)?;
                back.push(started.elapsed());
            }
            for (name, mut times) in [(question.name.clone(), there), (format!("undo of {}", question.name), back)] {
                figures.push(
                    json!({ "name": name, "middle": middle(&mut times), "worst": milliseconds(times.iter().max()) }),
                );
            }
        }
        Ok(figures)
    }

    fn ask(&mut self, question: &Question) -> Outcome<Value> {
        let now: DateTime<Utc> = "2026-11-22T08:00:00Z".parse()?;
        let mut caller = Caller {
            store: &mut self.store,
            now,
            offset: chrono::Offset::fix(&Utc),
            today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default(),
            actor: "测量",
            paths: PathAccess::Full,
            backup_fault: None,
            progress: &|_| {},
        };
        let envelope = Envelope { as_of: None, args: question.args.clone() };
        dispatch(&mut caller, question.command, envelope)
            .map_err(|error| format!("{}: {error:?}", question.name).into())
    }

    /// Reads every value of every row.
    fn look_up(&self, sql: &str) -> Outcome<()> {
        let mut statement = self.raw.prepare_cached(sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                std::hint::black_box(row.get_ref(column)?);
            }
        }
        Ok(())
    }
}

/// An id as it is written outside the register.
fn dashed(hex: &str) -> String {
    let hex = hex.to_lowercase();
    let part = |range| hex.get(range).unwrap_or_default();
    [part(0..8), part(8..12), part(12..16), part(16..20), part(20..32)].join("-")
}

fn middle(times: &mut [Duration]) -> f64 {
    times.sort_unstable();
    milliseconds(times.get(times.len() / 2))
}

fn milliseconds(time: Option<&Duration>) -> f64 {
    time.map_or(f64::NAN, Duration::as_secs_f64) * 1000.0
}

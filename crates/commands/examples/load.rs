//! What the questions of a day cost on the register in the folder given, as JSON: for each its name, its limit, the middle
//! and the worst of several times, and what SQLite alone takes for the same; then what it costs to move, to extend and to
//! assign a thousand tasks and to take that back; only those whose name holds the second word, where one is given. Every task
//! is given an entry of progress first. `cargo xtask bench --load` runs it.

#![allow(clippy::print_stdout)] // printing is what it is for

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, NaiveDate, Utc};
use commands::{Caller, Envelope, PathAccess, dispatch};
use rusqlite::Connection;
use serde_json::{Value, json};
use store::{NewProgress, Operation, Store, StoreError, TaskId, Title, UnitId};

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
    desk.report_on_every_task()?;
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
        self.pages_of_progress(&mut all, &unit)?;
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

    /// The entries of progress of everything, of a task, of a notice and of a unit, and those with words.
    fn pages_of_progress(&self, all: &mut Vec<Question>, unit: &str) -> Outcome<()> {
        let task = self.text("SELECT hex(uid) FROM tasks ORDER BY id DESC LIMIT 1")?;
        let notice = self.text("SELECT hex(uid) FROM notices ORDER BY id LIMIT 1")?;
        let middle = self.text(
            "SELECT hex(uid) FROM progress_entries ORDER BY happened DESC, id DESC
             LIMIT 1 OFFSET (SELECT count(*) / 2 FROM progress_entries)",
        )?;
        let filters = [
            ("all", json!({}), "1"),
            ("all, middle", json!({ "after": dashed(&middle) }), "1"),
            ("of a month", json!({ "from": "2026-10-01", "until": "2026-10-31" }), "happened LIKE '2026-10%'"),
            ("of a task", json!({ "task": dashed(&task) }), "task = (SELECT max(id) FROM tasks)"),
            ("of a notice", json!({ "notice": dashed(&notice) }), "task IN (SELECT id FROM tasks WHERE notice = 1)"),
            ("of a unit", json!({ "unit": dashed(unit) }), "unit = 1"),
            ("with words", json!({ "words": "清单 第17" }), "instr(text, '清单') AND instr(text, '第17')"),
        ];
        for (name, mut args, wanted) in filters {
            args["limit"] = json!(PAGE);
            let raw =
                format!("SELECT * FROM progress_entries WHERE {wanted} ORDER BY happened DESC, id DESC LIMIT {PAGE}");
            all.push(Question { name: format!("page of progress, {name}"), command: "list_progress", args, raw });
        }
        Ok(())
    }

    /// An entry of progress for every task, on one of the last hundred days, said by its lead; none where there are some.
    fn report_on_every_task(&mut self) -> Outcome<()> {
        let there: i64 = self.raw.query_row("SELECT count(*) FROM progress_entries", [], |row| row.get(0))?;
        if there > 0 {
            return Ok(());
        }
        let tasks =
            "SELECT hex(t.uid), hex(u.uid) FROM tasks AS t LEFT JOIN units AS u ON u.id = t.first_lead ORDER BY t.id";
        let mut statement = self.raw.prepare(tasks)?;
        let tasks: Vec<(String, String)> =
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        drop(statement);
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default();
        let operation = Operation::new(Title { command: "add_progress", label: "登记进展" }, "测量", now()?);
        self.store.write(&operation, |writer| {
            for (place, (task, unit)) in (1_u64..).zip(&tasks) {
                writer.add_progress(&NewProgress {
                    task: &TaskId::from(dashed(task).as_str()),
                    unit: Some(&UnitId::from(dashed(unit).as_str())),
                    text: &format!("第{place}项：清单已公布{}项，其余6月底前完成。", place % 30),
                    share: u8::try_from(place % 100).ok(),
                    difficulty: "",
                    next_step: "",
                    day: today.checked_sub_days(Days::new(place % 100)).unwrap_or(today),
                    replaces: None,
                    evidence: &[],
                })?;
            }
            Ok::<_, StoreError>(())
        })?;
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

    /// Moves, extends and assigns the first tasks of the ledger, as a person chooses them there, and takes each back.
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
            write("assigning 1000 tasks", "assign_tasks", json!({ "tasks": tasks, "leads": ["市测量局"] })),
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
        let now = now()?;
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

fn now() -> Outcome<DateTime<Utc>> {
    Ok("2026-11-22T08:00:00Z".parse()?)
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

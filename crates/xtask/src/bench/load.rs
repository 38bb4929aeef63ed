//! What a register of so many tasks costs to fill, to empty, to ask and to export; questions beside what SQLite alone needs
//! for the same.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::figure::Figures;
use super::notices;
use super::process::{self, Run};
use crate::steps::{Profile, built, target};

/// How many tasks there are where nobody says otherwise.
const TASKS: usize = 100_000;

/// Limits of a register of so many tasks.
struct Limits {
    tasks: usize,
    /// Milliseconds for figures, for the overdue ones of each unit, for a page of a list, for a search.
    dashboard: f64,
    overdue_by_unit: f64,
    page: f64,
    search: f64,
    /// For what is done with a thousand tasks at once, and for taking it back.
    batch: f64,
}

const LIMITS: [Limits; 2] = [
    Limits { tasks: TASKS, dashboard: 20.0, overdue_by_unit: 30.0, page: 20.0, search: 30.0, batch: 100.0 },
    // Of a million only figures and pages have limits.
    Limits {
        tasks: 1_000_000,
        dashboard: 60.0,
        overdue_by_unit: f64::INFINITY,
        page: 40.0,
        search: f64::INFINITY,
        batch: f64::INFINITY,
    },
];

/// Builds the release and measures; the words may say `--tasks N`.
pub(super) fn all(words: &[String], figures: &mut Figures) -> Result<(), String> {
    let tasks = match words.iter().position(|word| word == "--tasks").map(|at| words.get(at + 1)) {
        None => TASKS,
        Some(number) => number.and_then(|number| number.parse().ok()).ok_or("--tasks wants a number")?,
    };
    Profile::Release.build(&["cli"])?;
    Profile::Release.build_example("commands", "load")?;
    let folder = target().join("bench-load");
    fill_and_empty(&folder, tasks, figures)?;
    export(&folder.join("store"), tasks, figures)?;
    questions(&folder.join("store"), tasks, figures)
}

/// A figure with the limit of a hundred thousand tasks, and none for any other number.
fn figure(figures: &mut Figures, tasks: usize, name: &str, measured: f64, limit: f64, unit: &str) {
    figures.at_most(name, measured, if tasks == TASKS { limit } else { f64::INFINITY }, unit);
}

fn fill_and_empty(folder: &Path, tasks: usize, figures: &mut Figures) -> Result<(), String> {
    let files = folder.join("notices");
    notices::write(&files, tasks / notices::MEASURES)?;
    let store = folder.join("store");
    if store.exists() {
        std::fs::remove_dir_all(&store).map_err(|error| format!("{}: {error}", store.display()))?;
    }
    let files = files.to_string_lossy();
    let run = process::run(&store, &["import", &files, "--json"])?;
    told(figures, tasks, "import", &run, 25.0);
    let run = process::run(&store, &["confirm", "--json"])?;
    told(figures, tasks, "confirm", &run, f64::INFINITY);
    figure(figures, tasks, "register", megabytes(&store.join("duban.sqlite3"))?, 250.0, "MB");
    let run = process::run(&store, &["undo", "--json"])?;
    told(figures, tasks, "undo of confirm", &run, 15.0);
    let run = process::run(&store, &["redo", "--json"])?;
    told(figures, tasks, "redo of confirm", &run, f64::INFINITY);
    Ok(())
}

fn told(figures: &mut Figures, tasks: usize, name: &str, run: &Run, limit: f64) {
    figure(figures, tasks, &format!("{name} of {tasks} tasks"), run.wall.as_secs_f64(), limit, "s");
    figure(figures, tasks, &format!("{name}, peak memory"), run.peak_kilobytes as f64 / 1024.0, f64::INFINITY, "MB");
}

fn export(store: &Path, tasks: usize, figures: &mut Figures) -> Result<(), String> {
    for format in ["csv", "jsonl"] {
        let file = store.with_file_name(format!("export.{format}"));
        let name = file.to_string_lossy();
        let run = process::run(store, &["export", "--format", format, "-o", &name, "--yes"])?;
        let title = format!("export as {format}");
        figure(figures, tasks, &title, run.wall.as_secs_f64(), 2.0, "s");
        figure(figures, tasks, &format!("{title}, peak memory"), run.peak_kilobytes as f64 / 1024.0, 100.0, "MB");
    }
    let run = process::run(store, &["dashboard", "--json"])?;
    figure(figures, tasks, "dashboard, start to answer", run.wall.as_secs_f64() * 1000.0, 80.0, "ms");
    Ok(())
}

/// Asks within one program, as the window does.
fn questions(store: &Path, tasks: usize, figures: &mut Figures) -> Result<(), String> {
    let asked = Command::new(built(Profile::Release, "examples/load")).arg(store).output();
    let asked = asked.map_err(|error| format!("load could not be started: {error}"))?;
    if !asked.status.success() {
        return Err(String::from_utf8_lossy(&asked.stderr).into_owned());
    }
    let answers: Vec<Value> = serde_json::from_slice(&asked.stdout).map_err(|error| error.to_string())?;
    let limits = LIMITS.iter().find(|limits| limits.tasks == tasks);
    for answer in &answers {
        let name = answer["name"].as_str().unwrap_or_default();
        let time = |what: &str| answer[what].as_f64().unwrap_or(f64::INFINITY);
        // SQLite alone has nothing to compare a write with: the journal is written by its triggers.
        let alone = answer["sqlite"].as_f64().map_or_else(String::new, |alone| format!(", SQLite alone {alone:.1}"));
        let title = format!("{name} (worst {:.0}{alone})", time("worst"));
        let limit = limits.map_or(f64::INFINITY, |limits| limits.of(name));
        figures.at_most(&title, time("middle"), limit, "ms");
    }
    Ok(())
}

impl Limits {
    fn of(&self, question: &str) -> f64 {
        match question {
            "dashboard" => self.dashboard,
            "overdue by unit" => self.overdue_by_unit,
            // What a person opens takes no longer than the list it was found in.
            "a task" => self.page,
            _ if question.starts_with("page of") => self.page,
            _ if question.starts_with("search") => self.search,
            _ if question.ends_with("1000 tasks") => self.batch,
            _ => f64::INFINITY,
        }
    }
}

fn megabytes(file: &Path) -> Result<f64, String> {
    let facts = std::fs::metadata(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(facts.len() as f64 / f64::from(1 << 20))
}

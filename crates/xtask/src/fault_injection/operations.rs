//! The register that faults are made to, the operations they strike, and what the register says before and after each.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::program::{copy_anew, succeed};
use crate::bench;
use crate::steps::root;

/// A register with confirmed tasks, a correction, a task by hand, a notice that waits and a backup.
pub(super) struct Register {
    /// Its folder; faults are made to copies of it.
    pub(super) folder: PathBuf,
    /// Where such a copy may stand.
    pub(super) copy: PathBuf,
    pub(super) operations: Vec<Operation>,
    /// What it says.
    pub(super) before: State,
}

/// Something a person does.
pub(super) struct Operation {
    pub(super) name: &'static str,
    pub(super) words: Vec<String>,
    /// What the register says when it is done.
    pub(super) after: State,
    /// How long it takes when nothing goes wrong.
    pub(super) takes: Duration,
}

/// What a register says: every row that an export writes, every entry of progress, and the operations of its history.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct State {
    rows: Vec<String>,
    history: Vec<String>,
}

/// Which of the two states a register is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
    /// The operation changes nothing of what a register says.
    Same,
    /// Half.
    Neither,
}

impl Register {
    /// Makes it of two documents of the sample, and lets every operation run once on a copy.
    pub(super) fn make(folder: &Path) -> Result<Self, String> {
        let base = folder.join("base");
        let seed = |start: &str| {
            let seeds = bench::seeds()?;
            let name = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start));
            seeds.into_iter().find(name).ok_or(format!("{}: no seed {start}", root().display()))
        };
        let (small, waiting, other) = (seed("004")?, seed("003")?, seed("000")?);
        let text = |path: &Path| path.to_string_lossy().into_owned();
        succeed(&base, &["import", &text(&small), "--yes"])?;
        succeed(&base, &["import", &text(&waiting)])?;
        succeed(&base, &["backup"])?;
        let tasks: Value =
            serde_json::from_str(&succeed(&base, &["tasks", "--json"])?).map_err(|error| error.to_string())?;
        let task = |at: usize| tasks["rows"][at]["id"].as_str().map(str::to_owned).ok_or("the register has no tasks");
        let (first, second) = (task(0)?, task(1)?);
        succeed(&base, &["correct", &first, "--lead", "市数据局"])?;
        succeed(&base, &["task", "add", "检修泵站", "--lead", "市水利局"])?;
        let by_hand: Value = serde_json::from_str(&succeed(&base, &["tasks", "--by-hand", "--json"])?)
            .map_err(|error| error.to_string())?;
        let by_hand = by_hand["rows"][0]["id"].as_str().map(str::to_owned).ok_or("the register has no task by hand")?;
        let mut register =
            Self { before: State::of(&base)?, folder: base, copy: folder.join("copy"), operations: Vec::new() };
        register.add("import", &["import", &text(&other), "--yes"])?;
        let all: Vec<&str> =
            tasks["rows"].as_array().into_iter().flatten().filter_map(|row| row["id"].as_str()).collect();
        let with_all = |deed: &'static str, rest: &[&'static str]| -> Vec<&str> {
            ["task", deed].into_iter().chain(all.iter().copied()).chain(rest.iter().copied()).collect()
        };
        register.add("move", &with_all("move", &["--to", "complete"]))?;
        register.add("extend", &with_all("extend", &["--due", "2099-06-30", "--reason", "资金未到"]))?;
        register.add("assign", &with_all("assign", &["--lead", "市审计局", "--reason", "机构改革"]))?;
        register.add("add", &["task", "add", "完成东河清淤", "--lead", "市水利局", "--person", "李明"])?;
        register.add("edit", &["task", "edit", &by_hand, "--title", "泵站", "--due", "2099-06-30"])?;
        let progress = ["progress", "add", &first, "已公布清单12项", "--share", "60", "--evidence", &text(&small)];
        register.add("progress", &progress)?;
        register.add("confirm", &["confirm"])?;
        register.add("correct", &["correct", &second, "--lead", "市审计局", "--due", "2024-05-06"])?;
        register.add("undo", &["undo"])?;
        register.add("backup", &["backup"])?;
        register.add("restore", &["restore", "latest", "--yes"])?;
        Ok(register)
    }

    /// Leaves only the operations named, with commas between them.
    pub(super) fn keep(&mut self, names: &str) -> Result<(), String> {
        let wanted: Vec<&str> = names.split(',').collect();
        self.operations.retain(|operation| wanted.contains(&operation.name));
        if self.operations.is_empty() {
            return Err(format!("no operation is called {names}"));
        }
        Ok(())
    }

    fn add(&mut self, name: &'static str, words: &[&str]) -> Result<(), String> {
        self.renew()?;
        let started = Instant::now();
        succeed(&self.copy, words)?;
        let takes = started.elapsed();
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        self.operations.push(Operation { name, words, after: State::of(&self.copy)?, takes });
        Ok(())
    }

    /// Puts a fresh copy of the register in its place.
    pub(super) fn renew(&self) -> Result<(), String> {
        copy_anew(&self.folder, &self.copy)
    }

    /// The state a copy of it is in, of the two around an operation.
    pub(super) fn side(&self, operation: &Operation, found: &State) -> Side {
        match (*found == self.before, *found == operation.after) {
            (true, true) => Side::Same,
            (true, false) => Side::Before,
            (false, true) => Side::After,
            (false, false) => Side::Neither,
        }
    }
}

impl State {
    /// The rows alone: a restored register has another history.
    pub(super) fn rows(self) -> Vec<String> {
        self.rows
    }

    /// What the register of a folder says.
    pub(super) fn of(store: &Path) -> Result<Self, String> {
        let mut rows: Vec<_> = succeed(store, &["export", "--format", "jsonl"])?.lines().map(without_keys).collect();
        rows.sort();
        rows.push(without_keys(&succeed(store, &["progress", "list", "--json"])?));
        let history: Value =
            serde_json::from_str(&succeed(store, &["history", "--json"])?).map_err(|error| error.to_string())?;
        let told = |entry: &Value| format!("{} {} {}", entry["label"], entry["summary"], entry["undone"]);
        Ok(Self { rows, history: history.as_array().into_iter().flatten().map(told).collect() })
    }
}

/// A line without keys and times, which are others each time the same is done.
fn without_keys(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    for word in line.split_inclusive('"') {
        let inner = word.trim_end_matches('"');
        let key = inner.len() >= 36 && inner.bytes().filter(|byte| *byte == b'-').count() == 4;
        let hexadecimal = inner.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-' || byte == b'_');
        let time = inner.len() == 24 && inner.ends_with('Z') && inner.get(10..11) == Some("T");
        kept.push_str(if (key && hexadecimal) || time { "KEY\"" } else { word });
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::without_keys;

    #[test]
    fn keys_and_times_do_not_count() {
        let line = |key: &str, at: &str| format!(r#"{{"id":"{key}","at":"{at}","text":"市数据局"}}"#);
        let one = line("01a202eb-ca08-77e4-bf29-a4d724a0563e", "2026-11-22T11:02:16.840Z");
        let other = line("01a202eb-ca08-77e4-bf29-a4d724a05640_2f", "2026-11-23T11:02:16.840Z");
        assert_eq!(without_keys(&one), without_keys(&other));
        assert_ne!(without_keys(&one), without_keys(&one.replace("市数据局", "市审计局")));
    }
}

//! What was asked and answered in each state of the register, and which write leads to which state.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::NaiveDate;
use commands::wire::Progress;
use serde_json::{Map, Value, json};

use crate::ids::Ids;
use crate::office::Office;
use crate::questions::ask_all;

#[derive(Default)]
pub(crate) struct Recording {
    ids: Ids,
    states: BTreeMap<String, State>,
}

#[derive(Default)]
struct State {
    /// The state with the most answers in common.
    like: Option<String>,
    /// Those that are answered otherwise there.
    answers: BTreeMap<String, Value>,
    writes: BTreeMap<String, Value>,
    revision: i64,
}

impl Recording {
    /// Asks all that the interface asks, and what was changed since the register stood at `before`.
    pub(crate) fn state(&mut self, name: &str, before: i64, office: &mut Office) {
        let mut answers = BTreeMap::new();
        for question in ask_all(office, before) {
            let key = self.key(question.command, &question.args, question.as_of);
            answers.insert(key, self.steady(&question.answer));
        }
        let others = |like: &str| answers.iter().filter(|(key, answer)| self.answer(like, key) != Some(answer)).count();
        let like = self.states.keys().min_by_key(|like| others(like)).cloned();
        if let Some(like) = &like {
            answers.retain(|key, answer| self.answer(like, key) != Some(answer));
        }
        let revision = office.store.revision().unwrap();
        self.states.insert(name.to_owned(), State { like, answers, writes: BTreeMap::new(), revision });
    }

    /// Carries a write out and keeps what it answered and the state it leads to.
    pub(crate) fn write(&mut self, from: &str, command: &str, args: &Value, to: &str, office: &mut Office) {
        let done = office.call(command, args, None);
        let answer = done.answer.unwrap_or_else(|error| panic!("{command} in {from}: {error:?}"));
        let kept = json!({ "answer": self.steady(&answer), "progress": in_order(done.progress), "to": to });
        let key = self.key(command, args, None);
        let left = self.states.get_mut(from).expect("a state is known before a write leaves it");
        left.writes.insert(key, kept);
        let revision = left.revision;
        if from != to {
            self.state(to, revision, office);
        }
    }

    /// The same on a copy, so that other writes can leave the same state; gives the copy back.
    pub(crate) fn branch(&mut self, from: &str, command: &str, args: &Value, to: &str, office: &Office) -> Office {
        let mut copy = office.copy();
        self.write(from, command, args, to, &mut copy);
        copy
    }

    /// One answer a line, so that a change shows which answers changed.
    pub(crate) fn to_json(&self) -> String {
        let mut text = String::from("{\n");
        for (place, (name, state)) in self.states.iter().enumerate() {
            let comma = if place == 0 { "" } else { ",\n" };
            let _ = writeln!(text, "{comma}{}: {{\n\"like\": {},", json!(name), json!(state.like));
            let _ = writeln!(text, "\"answers\": {{\n{}\n}},", lines(&state.answers));
            let _ = write!(text, "\"writes\": {{\n{}\n}}\n}}", lines(&state.writes));
        }
        text.push_str("\n}\n");
        text
    }

    fn answer(&self, state: &str, key: &str) -> Option<&Value> {
        let state = &self.states[state];
        state.answers.get(key).or_else(|| self.answer(state.like.as_deref()?, key))
    }

    /// What an answer is found by: the command and what is said in its request, as `recorded.ts` writes it too.
    fn key(&mut self, command: &str, args: &Value, as_of: Option<NaiveDate>) -> String {
        let args = said(&self.ids.numbered(args));
        let day = as_of.map(|day| format!(" @{day}")).unwrap_or_default();
        format!("{command} {args}{day}")
    }

    /// Without what differs from one recording to the next: ids, times that were measured, sizes of packed files.
    fn steady(&mut self, answer: &Value) -> Value {
        round(self.ids.numbered(answer))
    }
}

fn lines(entries: &BTreeMap<String, Value>) -> String {
    let lines: Vec<String> = entries.iter().map(|(key, value)| format!("{}: {value}", json!(key))).collect();
    lines.join(",\n")
}

/// Files are read by several threads, which tell of it as it comes; they are stored one after the other.
fn in_order(mut progress: Vec<Progress>) -> Vec<Progress> {
    progress.retain(|told| told.message.starts_with("正在存入"));
    let total = u32::try_from(progress.len()).unwrap_or(u32::MAX);
    for (told, done) in progress.iter_mut().zip(1..) {
        (told.done, told.total) = (done, total);
    }
    progress
}

/// Null and false say nothing in a request; a file handed over is known by its name.
fn said(args: &Value) -> Value {
    match args {
        Value::Object(fields) if fields.contains_key("content") => json!({ "path": fields["content"]["name"] }),
        Value::Object(fields) => {
            let fields = fields.iter().filter(|(_, value)| !value.is_null() && **value != Value::Bool(false));
            Value::Object(fields.map(|(name, value)| (name.clone(), said(value))).collect::<Map<_, _>>())
        }
        Value::Array(values) => values.iter().map(said).collect(),
        other => other.clone(),
    }
}

fn round(value: Value) -> Value {
    match value {
        Value::Array(values) => values.into_iter().map(round).collect(),
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(name, value)| {
                    let value = match name.as_str() {
                        "milliseconds" => json!([10, 20, 30]),
                        "size" => json!(200_000),
                        _ => round(value),
                    };
                    (name, value)
                })
                .collect(),
        ),
        other => other,
    }
}

//! Reads and extracts several files at a time, and hands them on in their order, to be stored one by one.

use std::collections::HashMap;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use domain::tree::DocumentTree;
use extract::Extraction;
use reading::ReadError;

use super::files::Input;

/// Turns bytes into a tree and the tree into documents, and tells what the first of these took.
pub(super) type Parser<'a> = &'a (dyn Fn(&[u8]) -> Result<(DocumentTree, Extraction, Duration), ReadError> + Sync);

/// A file read.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) bytes: Vec<u8>,
    pub(super) tree: DocumentTree,
    pub(super) extraction: Extraction,
}

/// What became of a file, and how long it took.
pub(super) struct Outcome {
    /// The file, or a sentence that says why not.
    pub(super) result: Result<Parsed, String>,
    pub(super) reading: Duration,
    pub(super) extracting: Duration,
}

/// How many files may be read ahead of the one being stored: enough to keep every core busy, few enough that a folder of
/// thousands does not fill the memory.
const AHEAD: usize = 8;

/// The parser of the program.
pub(super) fn parse(bytes: &[u8]) -> Result<(DocumentTree, Extraction, Duration), ReadError> {
    let started = Instant::now();
    let tree = reading::read(bytes)?;
    let reading = started.elapsed();
    let extraction = extract::extract(&tree);
    Ok((tree, extraction, reading))
}

#[derive(Default)]
struct State {
    /// Files that a worker has taken up, in no order.
    taken: Vec<bool>,
    /// How many have been handed on.
    handed: usize,
    finished: HashMap<usize, Outcome>,
    /// What happened since it was last told.
    news: Vec<(usize, &'static str)>,
}

/// Reads the inputs, calling `tell` when a file is taken up and when it is read, and `hand_on` with each in order.
/// Both are called on this thread.
pub(super) fn each(
    inputs: &[&Input],
    parse: Parser<'_>,
    tell: &dyn Fn(&str, &'static str),
    hand_on: &mut dyn FnMut(&Input, Outcome),
) {
    let state = Mutex::new(State { taken: vec![false; inputs.len()], ..State::default() });
    let changed = Condvar::new();
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(inputs.len());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| work(inputs, parse, &state, &changed));
        }
        for (index, input) in inputs.iter().enumerate() {
            let outcome = wait_for(index, inputs, &state, &changed, tell);
            hand_on(input, outcome);
        }
    });
}

fn work(inputs: &[&Input], parse: Parser<'_>, state: &Mutex<State>, changed: &Condvar) {
    while let Some(index) = take(inputs, state, changed) {
        let Some(input) = inputs.get(index) else { return };
        let outcome = read_one(input, parse);
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        state.finished.insert(index, outcome);
        state.news.push((index, "已读完"));
        changed.notify_all();
    }
}

/// The largest file within reach: begun late, it would be waited for at the end.
fn take(inputs: &[&Input], state: &Mutex<State>, changed: &Condvar) -> Option<usize> {
    let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let reach = state.handed..inputs.len().min(state.handed + AHEAD);
        let free = reach.filter(|&index| state.taken.get(index) == Some(&false));
        if let Some(index) = free.max_by_key(|&index| inputs.get(index).map(|input| input.size)) {
            if let Some(taken) = state.taken.get_mut(index) {
                *taken = true;
            }
            state.news.push((index, "正在读取"));
            changed.notify_all();
            return Some(index);
        }
        if state.taken.iter().all(|&taken| taken) {
            return None;
        }
        state = changed.wait(state).unwrap_or_else(PoisonError::into_inner);
    }
}

fn wait_for(
    index: usize,
    inputs: &[&Input],
    state: &Mutex<State>,
    changed: &Condvar,
    tell: &dyn Fn(&str, &'static str),
) -> Outcome {
    let mut guard = state.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let news = std::mem::take(&mut guard.news);
        if !news.is_empty() {
            // Not under the lock: whoever is told may take its time.
            drop(guard);
            for (index, step) in news {
                tell(inputs.get(index).map_or("", |input| &input.name), step);
            }
            guard = state.lock().unwrap_or_else(PoisonError::into_inner);
            continue;
        }
        if let Some(outcome) = guard.finished.remove(&index) {
            guard.handed = index + 1;
            changed.notify_all();
            return outcome;
        }
        guard = changed.wait(guard).unwrap_or_else(PoisonError::into_inner);
    }
}

fn read_one(input: &Input, parse: Parser<'_>) -> Outcome {
    let started = Instant::now();
    let mut outcome = Outcome { result: Err(String::new()), reading: Duration::ZERO, extracting: Duration::ZERO };
    // A parser that meets a text nobody thought of must not cost the other files.
    let result = catch_unwind(AssertUnwindSafe(|| {
        let bytes = input.load()?;
        let loaded = started.elapsed();
        let (tree, extraction, read) = parse(&bytes).map_err(|error| error.to_string())?;
        Ok::<_, String>((loaded + read, Parsed { bytes: bytes.into_owned(), tree, extraction }))
    }));
    outcome.result = match result {
        Ok(Ok((reading, parsed))) => {
            outcome.reading = reading;
            outcome.extracting = started.elapsed().saturating_sub(reading);
            Ok(parsed)
        }
        Ok(Err(reason)) => {
            outcome.reading = started.elapsed();
            Err(format!("“{}”没有导入：{reason}。", input.shown))
        }
        Err(_) => {
            Err(format!("“{}”没有导入：程序在解读它时出错。其他文件不受影响；请把这个文件交给维护人员。", input.shown))
        }
    };
    outcome
}

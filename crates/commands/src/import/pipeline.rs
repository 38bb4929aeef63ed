//! Reads and extracts several files at a time, and hands them on in their order, to be stored one after another.

use std::collections::{HashMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use domain::tree::DocumentTree;
use extract::Extraction;
use reading::ReadError;

use super::files::Input;

/// Turns bytes into a tree and the tree into documents, and tells what the first of these took.
pub(super) type Parser<'a> = &'a (dyn Fn(&[u8]) -> Result<(DocumentTree, Extraction, Duration), ReadError> + Sync);

/// A file read.
#[derive(Debug)]
pub(crate) struct Parsed {
    pub(crate) bytes: Vec<u8>,
    pub(crate) tree: DocumentTree,
    pub(crate) extraction: Extraction,
}

/// What became of a file, and how long it took.
pub(super) struct Outcome {
    /// The file, or a sentence that says why not.
    pub(super) result: Result<Parsed, String>,
    pub(super) reading: Duration,
    pub(super) extracting: Duration,
}

/// So many files, or bytes of them, may be read ahead of the one being stored: enough to keep every core busy, few enough
/// that a folder of thousands does not fill the memory. One is always read ahead, however large.
const FILES_AHEAD: usize = 64;
const BYTES_AHEAD: u64 = 4 << 20;

/// The parser of the program.
pub(super) fn parse(bytes: &[u8]) -> Result<(DocumentTree, Extraction, Duration), ReadError> {
    let started = Instant::now();
    let tree = reading::read(bytes)?;
    let reading = started.elapsed();
    let extraction = extract::extract(&tree);
    Ok((tree, extraction, reading))
}

/// What a worker has to say.
enum News {
    Begun(usize),
    Finished(usize, Box<Outcome>),
}

/// Files being read, to be taken in their order.
pub(super) struct Reading<'scope, 'a> {
    inputs: &'a [&'a Input],
    parse: Parser<'a>,
    tell: &'scope dyn Fn(&str, &'static str),
    scope: &'scope rayon::ScopeFifo<'a>,
    send: Sender<News>,
    receive: Receiver<News>,
    finished: HashMap<usize, Outcome>,
    /// How many have been handed out to workers, and how many have been taken.
    begun: usize,
    taken: usize,
    bytes_ahead: u64,
    /// Files that were looked at and not taken yet.
    looked_at: VecDeque<(&'a Input, Outcome)>,
}

/// Reads the inputs on every core while `take` takes them from what it is given. `tell` is called on this thread, when a
/// file is taken up and when it is read.
pub(super) fn read<'a, T>(
    inputs: &'a [&'a Input],
    parse: Parser<'a>,
    tell: &dyn Fn(&str, &'static str),
    take: impl FnOnce(&mut Reading<'_, 'a>) -> T,
) -> T {
    rayon::in_place_scope_fifo(|scope| {
        let (send, receive) = channel();
        let finished = HashMap::new();
        take(&mut Reading {
            inputs,
            parse,
            tell,
            scope,
            send,
            receive,
            finished,
            begun: 0,
            taken: 0,
            bytes_ahead: 0,
            looked_at: VecDeque::new(),
        })
    })
}

impl<'a> Reading<'_, 'a> {
    /// The next file in order, when it is read.
    pub(super) fn next(&mut self) -> Option<(&'a Input, Outcome)> {
        self.looked_at.pop_front().or_else(|| self.read_next())
    }

    /// All that is left and can be read, before it is taken. It stays in memory, so it must not be much.
    pub(super) fn look_ahead(&mut self) -> impl Iterator<Item = &Parsed> {
        while let Some(file) = self.read_next() {
            self.looked_at.push_back(file);
        }
        self.looked_at.iter().filter_map(|(_, outcome)| outcome.result.as_ref().ok())
    }

    fn read_next(&mut self) -> Option<(&'a Input, Outcome)> {
        let input = *self.inputs.get(self.taken)?;
        self.begin_more();
        let outcome = loop {
            if let Some(outcome) = self.finished.remove(&self.taken) {
                break outcome;
            }
            // The channel is open as long as this end of it is.
            match self.receive.recv().ok()? {
                News::Begun(index) => self.tell(index, "正在读取"),
                News::Finished(index, outcome) => {
                    self.tell(index, "已读完");
                    self.finished.insert(index, *outcome);
                }
            }
        };
        self.taken += 1;
        self.bytes_ahead = self.bytes_ahead.saturating_sub(input.size);
        Some((input, outcome))
    }

    fn begin_more(&mut self) {
        while let Some(&input) = self.inputs.get(self.begun) {
            let ahead = self.begun - self.taken;
            if ahead > 1 && (ahead >= FILES_AHEAD || self.bytes_ahead + input.size > BYTES_AHEAD) {
                return;
            }
            let (index, parse, send) = (self.begun, self.parse, self.send.clone());
            self.begun += 1;
            self.bytes_ahead += input.size;
            self.scope.spawn_fifo(move |_| {
                // Nobody listens any more when the import has failed.
                let _ = send.send(News::Begun(index));
                let _ = send.send(News::Finished(index, Box::new(read_one(input, parse))));
            });
        }
    }

    fn tell(&self, index: usize, step: &'static str) {
        (self.tell)(self.inputs.get(index).map_or("", |input| &input.name), step);
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
            Err(format!("“{}”没有读入：{reason}。", input.shown))
        }
        Err(_) => {
            Err(format!("“{}”没有读入：程序在解读它时出错。其他文件不受影响；请把这个文件交给维护人员。", input.shown))
        }
    };
    outcome
}

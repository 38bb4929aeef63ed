//! Importing files: each whole or not at all, one bad file never holding up the others.
//!
//! `files` finds what there is to read, `pipeline` reads several files at a time while others are stored, `keep` stores one
//! file, `versions` proposes which known notices it follows, `sample` brings the documents the program is born with.

mod files;
pub(crate) mod keep;
mod pipeline;
mod sample;
mod sample_life;
mod sample_progress;
mod versions;

use std::cell::RefCell;
use std::cmp::Reverse;
use std::time::{Duration, Instant};

use base64::Engine as _;
use chrono::{DateTime, Utc};
use domain::tree::DocumentTree;
use extract::Extraction;
use store::{Operation, Store, StoreError};

use crate::backup;
use crate::context::{Context, PathAccess};
use crate::error::{CommandError, ErrorCode};
use crate::wire::{self, FileOutcome, ImportReport, ImportSource};

use files::Input;
use keep::Keeping;
pub(crate) use pipeline::Parsed;
use pipeline::Reading;

pub(crate) use sample::{load_sample, sample_day};

pub(crate) fn import(
    context: &mut Context<'_, '_>,
    request: wire::ImportRequest,
) -> Result<ImportReport, CommandError> {
    let inputs = inputs(context, request.sources)?;
    let keeping = Keeping { confirm: request.confirm, own_files: true };
    let operation = context.operation();
    let import = Import::new(&operation, keeping, context.caller.progress);
    let now = context.caller.now;
    let store = &mut *context.caller.store;
    if request.rehearse {
        return import.rehearse(store, &inputs);
    }
    let import = Import { backed_up_at: Some(now), ..import };
    Ok(store.in_bulk(|store| import.run(store, &inputs))?)
}

/// What a file says, or a sentence why it could not be read.
type Read<'a> = Result<(&'a DocumentTree, &'a Extraction), String>;

/// Reads files without storing anything, in the order given.
pub(crate) fn read_only(
    context: &Context<'_, '_>,
    sources: Vec<ImportSource>,
    hand_on: &mut dyn FnMut(&str, Read<'_>),
) -> Result<(), CommandError> {
    let inputs = inputs(context, sources)?;
    let inputs: Vec<&Input> = inputs.iter().collect();
    let steps = Steps { done: RefCell::new(0), total: inputs.len() * 2, progress: context.caller.progress };
    pipeline::read(&inputs, &pipeline::parse, &|name, step| steps.tell(name, step), |reading| {
        while let Some((input, parsed)) = reading.next() {
            let read = parsed.result.as_ref().map(|file| (&file.tree, &file.extraction)).map_err(Clone::clone);
            hand_on(&input.name, read);
        }
    });
    Ok(())
}

/// Reads bytes that are kept already, in the order given.
pub(crate) fn read_again(
    files: Vec<(String, Vec<u8>)>,
    progress: &dyn Fn(&wire::Progress),
    hand_on: &mut dyn FnMut(Result<Parsed, String>),
) {
    let inputs: Vec<Input> = files.into_iter().map(|(name, bytes)| Input::bytes(name, bytes)).collect();
    let inputs: Vec<&Input> = inputs.iter().collect();
    let steps = Steps { done: RefCell::new(0), total: inputs.len() * 2, progress };
    pipeline::read(&inputs, &pipeline::parse, &|name, step| steps.tell(name, step), |reading| {
        while let Some((_, outcome)) = reading.next() {
            hand_on(outcome.result);
        }
    });
}

/// The files a person named, folders looked through.
fn inputs(context: &Context<'_, '_>, sources: Vec<ImportSource>) -> Result<Vec<Input>, CommandError> {
    let mut inputs = Vec::new();
    for source in sources {
        match source {
            ImportSource::Path(_) if context.caller.paths == PathAccess::None => {
                return Err(CommandError::new(
                    ErrorCode::PathNotAllowed,
                    "这里不能按路径读取本机文件。请用“选择文件”把文件交给程序后再导入。",
                ));
            }
            ImportSource::Path(path) => files::expand(path.as_ref(), &mut inputs),
            ImportSource::Content { name, base64 } => {
                inputs.push(match base64::engine::general_purpose::STANDARD.decode(base64) {
                    Ok(bytes) => Input::bytes(name, bytes),
                    Err(_) => Input::refused(name, "内容在传送中损坏，没有读取。请重新选择这个文件".to_owned()),
                });
            }
        }
    }
    if context.caller.paths != PathAccess::Full {
        // What was uploaded lies under a name of ours: the person knows the file by its own.
        for input in &mut inputs {
            input.shown.clone_from(&input.name);
        }
    }
    if inputs.is_empty() {
        return Err(CommandError::invalid("没有指定文件。请选择文件或文件夹。"));
    }
    Ok(inputs)
}

/// Files of so many bytes together are stored in one transaction: much beyond a file in its cost, and little to lose when
/// the program is killed.
const BATCH: u64 = 2 << 20;

/// An import on its way.
struct Import<'a> {
    operation: &'a Operation<'a>,
    keeping: Keeping,
    progress: &'a dyn Fn(&wire::Progress),
    parse: pipeline::Parser<'a>,
    /// When it is, for the backup before many tasks come in; none is made of a register that only takes the sample.
    backed_up_at: Option<DateTime<Utc>>,
    files: Vec<FileOutcome>,
    tally: Tally,
    spent: Spent,
}

impl<'a> Import<'a> {
    fn new(operation: &'a Operation<'a>, keeping: Keeping, progress: &'a dyn Fn(&wire::Progress)) -> Self {
        Self {
            operation,
            keeping,
            progress,
            parse: &pipeline::parse,
            backed_up_at: None,
            files: Vec::new(),
            tally: Tally::default(),
            spent: Spent::default(),
        }
    }

    /// Imports all inputs and tells of them in their order. A failure of one is told in its outcome.
    fn run(mut self, store: &mut Store, inputs: &[Input]) -> ImportReport {
        let places = largest_first(inputs);
        let steps = self.steps(inputs);
        let ordered: Vec<&Input> = places.iter().map(|place| &inputs[*place]).collect();
        let warning = pipeline::read(&ordered, self.parse, &|name, step| steps.tell(name, step), |reading| {
            let warning = self.back_up_if_large(store, reading, inputs);
            while self.files.len() < ordered.len() {
                self.keep_batch(store, reading, &steps);
            }
            warning
        });
        let mut report = self.report(&places, &steps);
        if let Some(file) = report.files.first_mut() {
            file.warnings.extend(warning);
        }
        report
    }

    /// Makes a backup before more comes in than may without one. What fits one batch is read for that before any of it is
    /// stored; what does not is large without being read. A sentence when the backup cannot be made.
    fn back_up_if_large(&self, store: &Store, reading: &mut Reading<'_, '_>, inputs: &[Input]) -> Option<String> {
        let now = self.backed_up_at.filter(|_| backup::has_what_to_lose(store))?;
        if inputs.iter().map(|input| input.size).sum::<u64>() < BATCH {
            let documents = reading.look_ahead().flat_map(|file| &file.extraction.documents);
            let measures: usize = documents.map(|document| document.measures.len()).sum();
            if measures <= backup::MOST_WITHOUT_BACKUP {
                return None;
            }
        }
        backup::before_large_import(store, now)
    }

    /// Stores the next files together. When they cannot be kept, each is stored by itself, so that every file that can be
    /// kept is, and the others say why not.
    fn keep_batch(&mut self, store: &mut Store, reading: &mut Reading<'_, '_>, steps: &Steps<'_>) {
        let mut batch = Vec::new();
        let before = (self.files.len(), self.tally.clone());
        let kept = store.together(|store| {
            let mut bytes = 0;
            while bytes < BATCH
                && let Some((input, outcome)) = reading.next()
            {
                bytes += input.size;
                self.keep(store, input, &outcome, steps);
                batch.push((input, outcome));
            }
        });
        if kept.is_err() {
            self.files.truncate(before.0);
            self.tally = before.1;
            if batch.is_empty()
                && let Some(next) = reading.next()
            {
                batch.push(next);
            }
            for (input, outcome) in &batch {
                self.keep(store, input, outcome, steps);
            }
        }
    }

    /// What [`Self::run`] would do, with nothing kept. All is read before anything is written, because a rehearsal
    /// keeps everyone else from writing.
    fn rehearse(mut self, store: &mut Store, inputs: &[Input]) -> Result<ImportReport, CommandError> {
        let places = largest_first(inputs);
        let steps = self.steps(inputs);
        let ordered: Vec<&Input> = places.iter().map(|place| &inputs[*place]).collect();
        let mut read = Vec::with_capacity(inputs.len());
        pipeline::read(&ordered, self.parse, &|name, step| steps.tell(name, step), |reading| {
            read.extend(std::iter::from_fn(|| reading.next()));
        });
        store.rehearse(|store| {
            for (input, outcome) in &read {
                self.keep(store, input, outcome, &steps);
            }
            Ok::<_, StoreError>(())
        })?;
        Ok(self.report(&places, &steps))
    }

    fn steps(&self, inputs: &[Input]) -> Steps<'a> {
        Steps { done: RefCell::new(0), total: inputs.len() * 3, progress: self.progress }
    }

    /// Stores a file that has been read.
    fn keep(&mut self, store: &mut Store, input: &Input, read: &pipeline::Outcome, steps: &Steps<'_>) {
        self.spent.reading += read.reading;
        self.spent.extracting += read.extracting;
        steps.tell(&input.name, "正在存入");
        let started = Instant::now();
        let outcome = match &read.result {
            Ok(file) => self.keep_one(store, input, file),
            Err(sentence) => Err(sentence.clone()),
        };
        self.spent.storing += started.elapsed();
        self.files.push(outcome.unwrap_or_else(|sentence| failed(&input.name, sentence)));
    }

    fn keep_one(&mut self, store: &mut Store, input: &Input, file: &Parsed) -> Result<FileOutcome, String> {
        let mended = keep::mend(store, self.operation, &input.name, file)
            .map_err(|error| format!("“{}”没有存入，台账保持原样。{error}", input.shown))?;
        let stored: Result<(FileOutcome, Tally), StoreError> = store.write(self.operation, |writer| {
            let outcome = keep::keep(writer, &input.name, file, self.keeping)?;
            let tally = self.tally.with(&outcome);
            writer.summarise(tally.sentence());
            Ok((outcome, tally))
        });
        let (mut outcome, tally) =
            stored.map_err(|error| format!("“{}”没有存入，台账保持原样。{error}", input.shown))?;
        outcome.warnings.extend(mended);
        self.tally = tally;
        Ok(outcome)
    }

    /// The report, with the files in the order in which the person named them.
    fn report(self, places: &[usize], steps: &Steps<'_>) -> ImportReport {
        (self.progress)(&wire::Progress {
            message: "导入完成".to_owned(),
            done: number(steps.total),
            total: number(steps.total),
        });
        let mut files: Vec<(usize, FileOutcome)> = places.iter().copied().zip(self.files).collect();
        files.sort_by_key(|(place, _)| *place);
        let files = files.into_iter().map(|(_, file)| file).collect();
        let Spent { reading, extracting, storing } = self.spent;
        ImportReport { files, milliseconds: [reading, extracting, storing].map(milliseconds) }
    }
}

/// Places of the inputs, the largest first: where files overlap, the fuller text becomes the record and an excerpt its
/// repetition, whatever the files are called.
fn largest_first(inputs: &[Input]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..inputs.len()).collect();
    places.sort_by_key(|place| Reverse(inputs[*place].size));
    places
}

/// What an import has brought so far.
#[derive(Debug, Clone, Default)]
struct Tally {
    first: Option<String>,
    files: u32,
    documents: u32,
    measures: u32,
}

impl Tally {
    fn with(&self, file: &FileOutcome) -> Self {
        let mut tally = self.clone();
        if file.error.is_none() && !file.known {
            tally.first.get_or_insert_with(|| file.file.clone());
            tally.files += 1;
            tally.documents += file.new_documents;
            tally.measures += file.measures;
        }
        tally
    }

    fn sentence(&self) -> String {
        let Self { first, files, documents, measures } = self;
        let named = match first {
            Some(one) if *files == 1 => format!("“{one}”"),
            Some(first) => format!("“{first}”等 {files} 个文件"),
            None => String::new(),
        };
        format!("{named}，{documents} 份新文件，{measures} 条举措")
    }
}

fn failed(name: &str, sentence: String) -> FileOutcome {
    FileOutcome { error: Some(sentence), ..nothing(name) }
}

/// An outcome in which nothing was found yet.
fn nothing(name: &str) -> FileOutcome {
    FileOutcome {
        file: name.to_owned(),
        error: None,
        known: false,
        documents: 0,
        new_documents: 0,
        duplicates: 0,
        measures: 0,
        tasks: 0,
        doubts: 0,
        not_understood: 0,
        warnings: Vec::new(),
        order_nothing: Vec::new(),
        claims: Vec::new(),
        notices: Vec::new(),
        repeats: Vec::new(),
        versions: Vec::new(),
    }
}

#[derive(Default)]
struct Spent {
    reading: Duration,
    extracting: Duration,
    storing: Duration,
}

struct Steps<'a> {
    done: RefCell<usize>,
    total: usize,
    progress: &'a dyn Fn(&wire::Progress),
}

impl Steps<'_> {
    fn tell(&self, name: &str, step: &str) {
        let done = self.done.replace_with(|done| *done + 1);
        let message = format!("{step}“{name}”");
        (self.progress)(&wire::Progress { message, done: number(done), total: number(self.total) });
    }
}

pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn milliseconds(spent: Duration) -> u32 {
    u32::try_from(spent.as_millis()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;

//! Importing files: each whole or not at all, one bad file never holding up the others.
//!
//! `files` finds what there is to read, `pipeline` reads several files at a time while one is stored, `keep` stores one
//! file, `versions` proposes which known notices it follows, `sample` brings the documents the program is born with.

mod files;
mod keep;
mod pipeline;
mod sample;
mod versions;

use std::cell::RefCell;
use std::cmp::Reverse;
use std::time::{Duration, Instant};

use base64::Engine as _;
use domain::tree::DocumentTree;
use extract::Extraction;
use store::{Operation, Store, StoreError};

use crate::context::{Context, PathAccess};
use crate::error::{CommandError, ErrorCode};
use crate::wire::{self, FileOutcome, ImportReport, ImportSource};

use files::Input;
use keep::Keeping;
use pipeline::Parsed;

pub(crate) use sample::{load_sample, sample_day};

pub(crate) fn import(
    context: &mut Context<'_, '_>,
    request: wire::ImportRequest,
) -> Result<ImportReport, CommandError> {
    let inputs = inputs(context, request.sources)?;
    let keeping = Keeping { confirm: request.confirm, own_files: true };
    if request.rehearse {
        let operation = context.operation();
        let progress = context.caller.progress;
        return context.caller.store.rehearse(|store| Ok(run(store, &operation, &inputs, keeping, progress)));
    }
    let operation = context.operation();
    Ok(run(context.caller.store, &operation, &inputs, keeping, context.caller.progress))
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
    pipeline::each(&inputs, &pipeline::parse, &|name, step| steps.tell(name, step), &mut |input, parsed| {
        hand_on(&input.name, parsed.result.as_ref().map(|file| (&file.tree, &file.extraction)).map_err(Clone::clone));
    });
    Ok(())
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

/// Imports all inputs and tells of them in their order. A failure of one is told in its outcome.
///
/// The largest goes first: where files overlap, the fuller text becomes the record and an excerpt its repetition,
/// whatever the files are called.
fn run(
    store: &mut Store,
    operation: &Operation<'_>,
    inputs: &[Input],
    keeping: Keeping,
    progress: &dyn Fn(&wire::Progress),
) -> ImportReport {
    let mut places: Vec<usize> = (0..inputs.len()).collect();
    places.sort_by_key(|place| Reverse(inputs[*place].size));
    let largest_first: Vec<&Input> = places.iter().map(|place| &inputs[*place]).collect();
    let mut report = run_with(store, operation, &largest_first, keeping, progress, &pipeline::parse);
    let mut files: Vec<(usize, FileOutcome)> = places.into_iter().zip(report.files).collect();
    files.sort_by_key(|(place, _)| *place);
    report.files = files.into_iter().map(|(_, file)| file).collect();
    report
}

/// Imports in the order given, with a parser of the caller's, so that a test can bring one that fails.
fn run_with(
    store: &mut Store,
    operation: &Operation<'_>,
    inputs: &[&Input],
    keeping: Keeping,
    progress: &dyn Fn(&wire::Progress),
    parse: pipeline::Parser<'_>,
) -> ImportReport {
    let mut files: Vec<FileOutcome> = Vec::with_capacity(inputs.len());
    let mut spent = Spent::default();
    let steps = Steps { done: RefCell::new(0), total: inputs.len() * 3, progress };
    pipeline::each(inputs, parse, &|name, step| steps.tell(name, step), &mut |input, parsed| {
        spent.reading += parsed.reading;
        spent.extracting += parsed.extracting;
        steps.tell(&input.name, "正在存入");
        let started = Instant::now();
        let outcome = match parsed.result {
            Ok(file) => keep_one(store, operation, input, &file, keeping, &files),
            Err(sentence) => Err(sentence),
        };
        spent.storing += started.elapsed();
        files.push(outcome.unwrap_or_else(|sentence| failed(&input.name, sentence)));
    });
    (steps.progress)(&wire::Progress {
        message: "导入完成".to_owned(),
        done: number(inputs.len() * 3),
        total: number(inputs.len() * 3),
    });
    ImportReport { files, milliseconds: [spent.reading, spent.extracting, spent.storing].map(milliseconds) }
}

fn keep_one(
    store: &mut Store,
    operation: &Operation<'_>,
    input: &Input,
    file: &Parsed,
    keeping: Keeping,
    before: &[FileOutcome],
) -> Result<FileOutcome, String> {
    let stored: Result<FileOutcome, StoreError> = store.write(operation, |writer| {
        let outcome = keep::keep(writer, &input.name, file, keeping)?;
        writer.summarise(summary(before.iter().chain([&outcome])));
        Ok(outcome)
    });
    stored.map_err(|error| format!("“{}”没有存入，台账保持原样。{error}", input.shown))
}

fn summary<'a>(files: impl Iterator<Item = &'a FileOutcome>) -> String {
    let (mut names, mut documents, mut measures) = (Vec::new(), 0, 0);
    for file in files.filter(|file| file.error.is_none() && !file.known) {
        names.push(file.file.as_str());
        documents += file.new_documents;
        measures += file.measures;
    }
    let named = match names.as_slice() {
        [one] => format!("“{one}”"),
        [first, ..] => format!("“{first}”等 {} 个文件", names.len()),
        [] => String::new(),
    };
    format!("{named}，{documents} 份新文件，{measures} 条举措")
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
        claims: Vec::new(),
        notices: Vec::new(),
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

//! `cargo xtask generate`: writes the files that are made from others; `check` fails when one is out of date.
//!
//! The command layer knows what they must hold. It is run and not linked, so that the other chores do not wait
//! for SQLite to be compiled.

use std::path::Path;
use std::process::Command;

use crate::steps::{cargo, finish, root, run as run_program};

const TYPESCRIPT: &str = "ui/src/generated";

/// Writes every generated file.
pub(crate) fn run() -> Result<(), String> {
    let words = ["run", "--quiet", "--locked", "--package", "commands", "--example", "generate", "--", TYPESCRIPT];
    run_program(&cargo(), &words)?;
    record_answers()
}

/// What the core answers on a small register, for the interface's own tests. The test that compares it writes it too.
fn record_answers() -> Result<(), String> {
    println!("$ cargo test --package commands --test recorded");
    let words = ["test", "--quiet", "--locked", "--package", "commands", "--test", "recorded"];
    finish(Command::new(cargo()).args(words).current_dir(root()).env("UPDATE_GENERATED", "1"))
}

/// Fails when a generated file is not what would be generated now; `generator` is the example, built. The recorded
/// answers are compared by their own test.
pub(crate) fn check(generator: &Path) -> Result<(), String> {
    run_program(&generator.to_string_lossy(), &[TYPESCRIPT, "--check"])
}

//! `cargo xtask generate`: writes the files that are made from others; `check` fails when one is out of date.
//!
//! The command layer knows what they must hold. It is run and not linked, so that the other chores do not wait
//! for SQLite to be compiled.

use std::path::Path;

use crate::steps::{cargo, run as run_program};

const TYPESCRIPT: &str = "ui/src/generated";

/// Writes every generated file.
pub(crate) fn run() -> Result<(), String> {
    let words = ["run", "--quiet", "--locked", "--package", "commands", "--example", "generate", "--", TYPESCRIPT];
    run_program(&cargo(), &words)
}

/// Fails when a generated file is not what would be generated now; `generator` is the example, built.
pub(crate) fn check(generator: &Path) -> Result<(), String> {
    run_program(&generator.to_string_lossy(), &[TYPESCRIPT, "--check"])
}

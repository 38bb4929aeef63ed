//! `cargo xtask generate`: writes the files that are made from others; `check` fails when one is out of date.
//!
//! The command layer knows what they must hold. It is run and not linked, so that the other chores do not wait
//! for SQLite to be compiled.

use crate::steps::{cargo, run as run_program};

const TYPESCRIPT: &str = "ui/src/generated";

/// Writes every generated file.
pub(crate) fn run() -> Result<(), String> {
    generate(&[])
}

/// Fails when a generated file is not what would be generated now.
pub(crate) fn check() -> Result<(), String> {
    generate(&["--check"])
}

fn generate(words: &[&str]) -> Result<(), String> {
    let mut all =
        vec!["run", "--quiet", "--locked", "--package", "commands", "--example", "generate", "--", TYPESCRIPT];
    all.extend(words);
    run_program(&cargo(), &all)
}

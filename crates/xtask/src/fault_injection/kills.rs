//! The program is killed at a random moment of an operation.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use super::operations::{Operation, Register, Side, State};
use super::program::{duban, run};
use super::tally::Tally;
use crate::chance::Chance;

const FAULT: &str = "kill";

/// So many kills, each of a random operation.
pub(super) fn all(register: &Register, kills: u64, chance: &mut Chance, tally: &mut Tally) -> Result<(), String> {
    for _ in 0..kills {
        let at = chance.below(register.operations.len());
        if let Some(operation) = register.operations.get(at) {
            one(register, operation, chance, tally)?;
        }
    }
    Ok(())
}

fn one(register: &Register, operation: &Operation, chance: &mut Chance, tally: &mut Tally) -> Result<(), String> {
    register.renew()?;
    let words: Vec<_> = operation.words.iter().map(String::as_str).chain(["--json"]).collect();
    let (killed, answered) = kill(&register.copy, &words, operation.takes, chance)?;
    let whole = run(&register.copy, &["check"])?.status.success();
    let side = register.side(operation, &State::of(&register.copy)?);
    let ended = if killed { "killed" } else { "ended by itself" };
    tally.count(FAULT, format!("{} {ended}: {side:?}", operation.name));
    // What was said to be done is done, and nothing is half.
    if !whole || side == Side::Neither || ((answered || !killed) && side == Side::Before) {
        let told = format!("{} {ended}, answered: {answered}, check: {whole}, {side:?}", operation.name);
        tally.wrong(FAULT, &told, &register.copy)?;
    }
    Ok(())
}

/// Starts the program and kills it within the time that it takes. Says whether it was still running, and whether it had
/// given its whole answer.
pub(super) fn kill(store: &Path, words: &[&str], takes: Duration, chance: &mut Chance) -> Result<(bool, bool), String> {
    // Into a file: a pipe that nobody empties would hold the program up.
    let answer = store.with_file_name("answer.json");
    let file = std::fs::File::create(&answer).map_err(|error| format!("{}: {error}", answer.display()))?;
    let mut command = duban(store, words);
    let child = command.stdout(file).stderr(Stdio::null()).spawn();
    let mut child = child.map_err(|error| format!("duban could not be started: {error}"))?;
    std::thread::sleep(takes.mul_f64(chance.below(1000) as f64 / 1000.0));
    child.kill().map_err(|error| error.to_string())?;
    let status = child.wait().map_err(|error| error.to_string())?;
    let answer = std::fs::read(&answer).map_err(|error| format!("{}: {error}", answer.display()))?;
    let answered = serde_json::from_slice::<serde_json::Value>(&answer).is_ok();
    Ok((status.code().is_none(), answered))
}

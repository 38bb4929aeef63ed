//! One bit of the register is turned over: `duban check` finds it, or it changes nothing that anybody sees.

use std::path::Path;

use super::operations::{Register, State};
use super::program::{run, succeed};
use super::tally::Tally;
use crate::chance::Chance;

const FAULT: &str = "flipped bit";

/// Everything a person can ask that reads more than a row.
const QUESTIONS: &[&[&str]] = &[
    &["export", "--format", "jsonl"],
    &["tasks", "--json"],
    &["units", "--json"],
    &["notices", "--json"],
    &["versions", "--json"],
    &["search", "责任单位", "--json"],
    &["history", "--json"],
    &["status", "--json"],
    &["dashboard", "--json"],
];

/// So many flipped bits; after each that is found the backup is put back.
pub(super) fn all(register: &Register, flips: u64, chance: &mut Chance, tally: &mut Tally) -> Result<(), String> {
    if flips == 0 {
        return Ok(());
    }
    register.renew()?;
    let right = answers(&register.copy)?;
    succeed(&register.copy, &["restore", "latest", "--yes"])?;
    let restored = State::of(&register.copy)?.rows();
    for _ in 0..flips {
        register.renew()?;
        let at = flip(&register.copy.join("duban.sqlite3"), chance)?;
        if run(&register.copy, &["check"])?.status.success() {
            let unchanged = answers(&register.copy)? == right;
            tally.count(FAULT, format!("check is content, answers {}", if unchanged { "the same" } else { "changed" }));
            if !unchanged {
                tally.wrong(FAULT, &format!("byte {at} changes an answer unseen"), &register.copy)?;
            }
            continue;
        }
        let back = run(&register.copy, &["restore", "latest", "--yes"])?.status.success()
            && State::of(&register.copy).is_ok_and(|state| state.rows() == restored);
        tally.count(FAULT, format!("found by check, backup {}", if back { "restores" } else { "does not restore" }));
        if !back {
            tally.wrong(FAULT, &format!("byte {at}: the backup does not restore"), &register.copy)?;
        }
    }
    Ok(())
}

/// Turns a random bit of a file over; gives the place of its byte.
fn flip(file: &Path, chance: &mut Chance) -> Result<usize, String> {
    let told = |error: std::io::Error| format!("{}: {error}", file.display());
    let mut bytes = std::fs::read(file).map_err(told)?;
    let at = chance.below(bytes.len());
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1 << chance.below(8);
    }
    std::fs::write(file, bytes).map_err(told)?;
    Ok(at)
}

/// Each answer with how the program ended.
fn answers(store: &Path) -> Result<Vec<(bool, Vec<u8>)>, String> {
    let ask = |words: &&[&str]| run(store, words).map(|output| (output.status.success(), output.stdout));
    QUESTIONS.iter().map(ask).collect()
}

//! `cargo xtask inject-faults`: ends the program at random moments, fills its disk and flips bits of its register, and looks
//! each time whether an operation is there whole or not at all, and whether `duban check` knows.
//!
//! It runs for minutes and is no part of `cargo xtask test`; the row of random numbers is the same in every run (`--seed N`
//! begins another).

mod flipped_bits;
mod full_disks;
mod kills;
mod operations;
mod program;
mod tally;
mod upgrades;

use self::operations::Register;
use self::tally::Tally;
use crate::chance::Chance;
use crate::steps::{Profile, target};

/// How often each fault is made where nobody says otherwise.
const KILLS: u64 = 450;
const UPGRADES: u64 = 50;
const FULL_DISKS: u64 = 200;
const FLIPS: u64 = 500;

/// Builds the release and makes the faults; the words may say how many of each, and which operations alone are struck.
pub(crate) fn run(words: &[String]) -> Result<(), String> {
    Profile::Release.build(&["cli"])?;
    let folder = target().join("fault-injection");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let mut chance = Chance(number(words, "--seed", 1)?);
    let mut register = Register::make(&folder)?;
    if let Some(only) = words.iter().position(|word| word == "--only") {
        register.keep(words.get(only + 1).ok_or("--only wants names of operations")?)?;
    }
    let mut tally = Tally::new(&folder);
    kills::all(&register, number(words, "--kills", KILLS)?, &mut chance, &mut tally)?;
    upgrades::all(&folder, number(words, "--upgrades", UPGRADES)?, &mut chance, &mut tally)?;
    full_disks::all(&register, number(words, "--full-disks", FULL_DISKS)?, &mut chance, &mut tally)?;
    flipped_bits::all(&register, number(words, "--flips", FLIPS)?, &mut chance, &mut tally)?;
    tally.verdict()
}

fn number(words: &[String], option: &str, otherwise: u64) -> Result<u64, String> {
    match words.iter().position(|word| word == option).map(|at| words.get(at + 1)) {
        None => Ok(otherwise),
        Some(number) => number.and_then(|number| number.parse().ok()).ok_or(format!("{option} wants a number")),
    }
}

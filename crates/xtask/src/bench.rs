//! `cargo xtask bench`: how long the things take that a person waits for, on the release build, each beside its limit.
//!
//! Machines are noisy and shared, so times of one core are processor time, what is compared is measured in turns, and
//! the best or the middle of several rounds counts.

mod figure;
mod load;
mod malformed;
pub(crate) mod notices;
mod pages;
mod process;
mod speed;
mod store;
mod window;

use std::path::PathBuf;

use self::figure::Figures;
use crate::machine;
use crate::steps::{Profile, root, target};

/// Builds the release and measures it; a limit that is not met fails the run.
pub(crate) fn run(words: &[String]) -> Result<(), String> {
    let has = |option: &str| words.iter().any(|word| word == option);
    let mut figures = Figures::default();
    if has("--reading") {
        Profile::Release.build(&["xtask"])?;
        reading(&mut figures)?;
        return figures.verdict();
    }
    if has("--load") {
        load::all(words, &mut figures)?;
        return figures.verdict();
    }
    machine::npm_packages()?;
    machine::npm(&["run", "build"])?;
    let window = !has("--no-window");
    Profile::Release.build(if window { &["xtask", "cli", "shell"] } else { &["xtask", "cli"] })?;
    reading(&mut figures)?;
    let store = target().join("bench-store");
    store::import(&store, &mut figures)?;
    store::questions(&store)?;
    if window {
        window::start(&store, &mut figures)?;
        pages::reader(&mut figures)?;
    }
    println!();
    crate::score::doubts(&root())?;
    figures.verdict()
}

/// What reading and extraction cost, without a store.
fn reading(figures: &mut Figures) -> Result<(), String> {
    let seeds = seeds()?;
    speed::against_segmentation(&seeds, figures)?;
    speed::by_length(&seeds, figures)?;
    malformed::all(&seeds, figures)
}

/// The documents that the program is born with.
pub(crate) fn seeds() -> Result<Vec<PathBuf>, String> {
    let folder = root().join("seeds");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    Ok(files)
}

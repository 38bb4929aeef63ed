//! `cargo xtask score [--misses N] [--part NAME] [--accept]` reads the seeds and scores the reading against the graded truth
//! in tests/golden, part by part.
//!
//! A measure of the reading answers a graded one when both come from the same file, their first lines lie within 80
//! lines of each other and their texts are alike (Dice coefficient of character bigrams at least 0.80, punctuation
//! and blanks left out). Units are compared as sets after the same clean-up. Parts of a graded measure on which careful
//! readers differ are `soft` and count as right. The headline is `no edit`: found, with leads, co-units and due day
//! all right, so that a person has nothing to correct.
//!
//! `cargo xtask score --doubts` measures instead how well doubts point at what is wrong.

mod compare;
mod disturb;
mod doubts;
mod golden;
mod report;

use std::path::{Path, PathBuf};

use self::golden::Part;
use self::report::PartScore;

/// Scores every part and prints the figures; `--accept` commits them as the new floor.
pub(crate) fn run(words: &[String]) -> Result<(), String> {
    let mut misses = 0;
    let mut parts: Vec<String> = Vec::new();
    let mut accept = false;
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        match word.as_str() {
            "--misses" => misses = rest.next().and_then(|n| n.parse().ok()).ok_or("--misses takes a number")?,
            "--part" => parts.push(rest.next().ok_or("--part takes a name")?.clone()),
            "--accept" => accept = true,
            "--doubts" => return doubts(&project_root()),
            other => {
                return Err(format!(
                    "unknown option {other}; usage: score [--misses N] [--part NAME] [--accept] | --doubts"
                ));
            }
        }
    }
    let root = project_root();
    let mut scores = score_all(&root)?;
    scores.retain(|score| parts.is_empty() || parts.contains(&score.part));
    for score in &scores {
        print!("{}", score.describe(misses));
    }
    if accept && parts.is_empty() {
        std::fs::write(floor_path(&root), report::floor(&scores)).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// Prints how well doubts point at what is wrong.
pub(crate) fn doubts(root: &Path) -> Result<(), String> {
    doubts::run(root)
}

/// Graded texts with their truth.
struct Collection {
    /// What it holds, for whoever reads the figures.
    name: &'static str,
    /// The texts, in the order of their names.
    files: Vec<PathBuf>,
    /// The truth.
    parts: Vec<Part>,
}

/// The seeds, and the made notices of tests/golden/made.
fn collections(root: &Path) -> Result<[Collection; 2], String> {
    let golden = root.join("tests/golden");
    let made = golden.join("made");
    let is_seed = |path: &Path| path.extension().is_some_and(|extension| extension == "txt");
    Ok([
        Collection {
            name: "the graded seeds",
            files: files(&root.join("seeds"), is_seed)?,
            parts: Part::load_all(&golden)?,
        },
        Collection {
            name: "the made notices",
            files: files(&made.join("notices"), Path::is_file)?,
            parts: Part::load_all(&made)?,
        },
    ])
}

/// The files of a folder, in the order of their names.
fn files(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>, String> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| wanted(path))
        .collect();
    files.sort();
    Ok(files)
}

/// The scores of all parts of all collections.
fn score_all(root: &Path) -> Result<Vec<PartScore>, String> {
    let mut scores = Vec::new();
    for collection in collections(root)? {
        let mut rows = Vec::new();
        for file in &collection.files {
            rows.extend(crate::read::read_file(&file.to_string_lossy())?);
        }
        let predicted = compare::Predicted::from_rows(&rows);
        scores.extend(collection.parts.iter().map(|part| compare::score(part, &predicted)));
    }
    Ok(scores)
}

fn floor_path(root: &Path) -> PathBuf {
    root.join("tests/golden/score.txt")
}

fn project_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The committed figures are a floor: reading may get better, never worse.
    #[test]
    fn no_part_reads_worse_than_committed() {
        let root = project_root();
        let scores = score_all(&root).unwrap();
        let floor = std::fs::read_to_string(floor_path(&root)).unwrap();
        let worse = report::below_floor(&scores, &floor);
        assert!(worse.is_empty(), "reading got worse:\n{}", worse.join("\n"));
    }
}

//! Runs the specifications in tests/specs: a rule, a fragment of a notice, and what must be read from it.
//!
//! `DUBAN_SPECS=rewrite cargo test -p extract --test specs` writes what is read into the blocks that do not hold, so that
//! `git diff` shows what a change does; it is for review, not for making a test pass.

// A test may stop at what it does not expect, and reads the specifications from their folder.
#![allow(clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

mod expectation;
mod file;
mod found;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use file::{Part, SpecFile};

#[test]
fn every_specification_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/specs");
    let rewrite = std::env::var("DUBAN_SPECS").is_ok_and(|value| value == "rewrite");
    let (mut cases, mut failures) = (0, String::new());
    for path in markdown_files(&folder) {
        let mut file = SpecFile::read(&path);
        cases += check(&mut file, &mut failures);
        if rewrite {
            file.write(&path);
        }
    }
    assert!(cases > 0, "no specification found in {}", folder.display());
    assert!(rewrite || failures.is_empty(), "{failures}");
}

fn markdown_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of the specifications")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter(|path| path.file_name().is_some_and(|name| name != "README.md"))
        .collect();
    files.sort();
    files
}

/// Checks the cases of a file; blocks that do not hold are changed to what was found. Gives the number of cases.
fn check(file: &mut SpecFile, failures: &mut String) -> usize {
    let (mut cases, mut rule) = (0, String::new());
    let mut extraction = None;
    let name = file.name.clone();
    for part in &mut file.parts {
        match part {
            Part::Heading(words) => rule.clone_from(words),
            Part::Plain(_) => {}
            Part::Notice { text, .. } => {
                cases += 1;
                let source = reading::read(text.as_bytes()).expect("a readable fragment");
                let read = extract::extract(&source);
                extraction = Some((source, read));
            }
            Part::Block { kind, rows, text } => {
                let (source, extraction) =
                    extraction.as_ref().unwrap_or_else(|| panic!("{name}: {rule}: a block without a notice"));
                let found = found::rows(*kind, source, extraction);
                let Some(mended) = expectation::difference(*kind, rows, &found) else { continue };
                let _ = writeln!(failures, "\n{name} · {rule} · {}", kind.name());
                for row in rows.iter() {
                    let _ = writeln!(failures, "  expected  {}", row.join(" | "));
                }
                for row in &mended {
                    let _ = writeln!(failures, "  found     {}", row.join(" | "));
                }
                *rows = mended;
                text.clear();
            }
        }
    }
    cases
}

//! The program under test, and the folders of its registers.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::steps::{Profile, built};

/// `duban` with these words, on this register, ready to be started.
pub(super) fn duban(store: &Path, words: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new(built(Profile::Release, "duban"));
    command.args(words).arg("--store").arg(store).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs it to its end.
pub(super) fn run(store: &Path, words: &[impl AsRef<OsStr>]) -> Result<Output, String> {
    duban(store, words).output().map_err(|error| format!("duban could not be started: {error}"))
}

/// Runs it to its end, which must be a good one.
pub(super) fn succeed(store: &Path, words: &[impl AsRef<OsStr>]) -> Result<String, String> {
    let output = run(store, words)?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let words: Vec<_> = words.iter().map(|word| word.as_ref().to_string_lossy()).collect();
    Err(format!("duban {}: {}", words.join(" "), String::from_utf8_lossy(&output.stderr)))
}

/// Copies a folder and what is in it to a place where nothing is yet.
pub(super) fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{} → {}: {error}", from.display(), to.display());
    std::fs::create_dir_all(to).map_err(told)?;
    for entry in std::fs::read_dir(from).map_err(told)? {
        let entry = entry.map_err(told)?;
        let place = to.join(entry.file_name());
        if entry.file_type().map_err(told)?.is_dir() {
            copy(&entry.path(), &place)?;
        } else {
            std::fs::copy(entry.path(), place).map_err(told)?;
        }
    }
    Ok(())
}

/// Removes a folder, if it is there, and puts a copy of another in its place.
pub(super) fn copy_anew(from: &Path, to: &Path) -> Result<(), String> {
    if to.exists() {
        std::fs::remove_dir_all(to).map_err(|error| format!("{}: {error}", to.display()))?;
    }
    copy(from, to)
}

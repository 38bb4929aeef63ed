//! The built programs and the documents they are tried on.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The command line, `DUBAN_BIN` or the one built beside the tests.
#[must_use]
pub fn duban() -> PathBuf {
    built("DUBAN_BIN", "duban")
}

/// The window, `DUBAN_DESKTOP_BIN` or the one built beside the tests.
#[must_use]
pub fn desktop() -> PathBuf {
    built("DUBAN_DESKTOP_BIN", "duban-desktop")
}

/// A document the program is born with, by the number its name begins with.
#[must_use]
pub fn seed(number: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../seeds");
    let folder = folder.canonicalize().expect("the folder of seeds");
    std::fs::read_dir(&folder)
        .expect("the folder of seeds")
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number)))
        .unwrap_or_else(|| panic!("no seed {number} in {}", folder.display()))
}

/// Runs the command line on a store and wants it to succeed.
///
/// # Panics
/// When it does not.
pub fn run_duban(store: &Path, words: &[&str]) -> Output {
    let output = Command::new(duban()).args(words).arg("--store").arg(store).output().expect("duban starts");
    assert!(output.status.success(), "duban {words:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

fn built(variable: &str, name: &str) -> PathBuf {
    if let Some(place) = std::env::var_os(variable) {
        return place.into();
    }
    // Tests run from target/PROFILE/deps.
    let test = std::env::current_exe().expect("the test knows itself");
    let place = test.ancestors().nth(2).expect("a build folder").join(name);
    assert!(place.exists(), "{} is not built; `cargo xtask test` builds it", place.display());
    place
}

//! `cargo xtask run [--debug]`: from a fresh checkout to the open window on the sample data.

use std::path::PathBuf;
use std::process::Command;

use crate::machine::{self, CORE, WINDOW};
use crate::steps::{Profile, built, finish, target};

/// Installs what is missing, builds, loads the sample, opens the window or serves the interface.
pub(crate) fn run(words: &[String]) -> Result<(), String> {
    let profile = Profile::from_words(words);
    let window = machine::has_display();
    machine::debian_packages(if window { &[WINDOW] } else { &[CORE] })?;
    machine::npm_packages()?;
    machine::npm(&["run", "build"])?;
    profile.build(if window { &["cli", "shell"] } else { &["cli"] })?;
    let store = sample_store(profile)?;
    if window {
        println!("Opening the window on the sample data in {}.", store.display());
        finish(Command::new(built(profile, "duban-desktop")).arg("--store").arg(&store))
    } else {
        println!("There is no display, so no window can open. Serving the same interface instead; end it with Ctrl-C.");
        finish(Command::new(built(profile, "duban")).arg("serve").arg("--store").arg(&store))
    }
}

/// A store of its own with the sample data, apart from the person's register. Made once and kept.
pub(crate) fn sample_store(profile: Profile) -> Result<PathBuf, String> {
    let store = target().join("sample-store");
    if !store.exists() {
        finish(Command::new(built(profile, "duban")).arg("sample").arg("--store").arg(&store))?;
    }
    Ok(store)
}

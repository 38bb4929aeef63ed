//! `cargo xtask screenshot [FILE] [--debug]`: a picture of the real window on the sample data.

use std::process::Command;
use std::time::Duration;

use crate::display::Display;
use crate::machine;
use crate::run::sample_store;
use crate::steps::{Profile, built, finish};

/// Long enough for the figures and charts to be drawn on a slow machine.
const DRAWN: Duration = Duration::from_secs(6);

/// Builds, opens the window on a screen nobody sees and takes the picture.
pub(crate) fn run(words: &[String]) -> Result<(), String> {
    let profile = Profile::from_words(words);
    let file = words.iter().find(|word| !word.starts_with("--")).map_or("docs/overview.png", String::as_str);
    machine::npm_packages()?;
    machine::npm(&["run", "build"])?;
    profile.build(&["cli", "shell"])?;
    let store = sample_store(profile)?;
    let display = Display::start("1360x860")?;
    let mut window = Command::new(built(profile, "duban-desktop"))
        .arg("--store")
        .arg(store)
        .env("DISPLAY", &display.name)
        .spawn()
        .map_err(|error| format!("the window could not be opened: {error}"))?;
    std::thread::sleep(DRAWN);
    let taken = finish(Command::new("import").args(["-display", &display.name, "-window", "root", file]));
    let _ = window.kill();
    let _ = window.wait();
    taken.map(|()| println!("{file}"))
}

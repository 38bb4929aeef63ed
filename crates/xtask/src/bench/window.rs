//! From the start of the program to figures on the screen.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use super::figure::Figures;
use super::process::middle;
use crate::display::Display;
use crate::steps::{Profile, built};

/// How often the window is opened; the middle time counts.
const TIMES: usize = 5;

/// Opens the window on a store and waits for what the program says of itself.
pub(super) fn start(store: &Path, figures: &mut Figures) -> Result<(), String> {
    let display = Display::start("1360x860")?;
    let mut times = Vec::new();
    for _ in 0..TIMES {
        let started = Instant::now();
        let output = Command::new(built(Profile::Release, "duban-desktop"))
            .arg("--store")
            .arg(store)
            .env("DISPLAY", &display.name)
            .env("DUBAN_MEASURE_START", "1")
            .output()
            .map_err(|error| format!("the window could not be opened: {error}"))?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let within = said.lines().find_map(|line| line.strip_prefix("usable after ")).ok_or_else(|| {
            format!("the window did not say when it was usable (after {:?}): {said}", started.elapsed())
        })?;
        let milliseconds = within.trim_end_matches(" ms").parse().map_err(|error| format!("{within}: {error}"))?;
        times.push(Duration::from_millis(milliseconds));
    }
    figures.at_most("window usable after start", middle(&mut times).as_secs_f64(), 1.0, "s");
    Ok(())
}

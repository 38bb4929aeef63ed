//! Programs that are started to be measured.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::steps::{Profile, built, target};

/// One run of the command line.
pub(super) struct Run {
    pub(super) wall: Duration,
    pub(super) peak_kilobytes: u64,
    /// What it printed.
    text: String,
}

impl Run {
    /// What it printed, as JSON.
    pub(super) fn answer(&self) -> Result<Value, String> {
        serde_json::from_str(&self.text).map_err(|error| format!("{error}: {}", self.text))
    }
}

/// Runs the command line on a store.
pub(super) fn run(store: &Path, words: &[&str]) -> Result<Run, String> {
    let output = target().join("bench-output.json");
    let file = std::fs::File::create(&output).map_err(|error| format!("{}: {error}", output.display()))?;
    let started = Instant::now();
    let mut child = Command::new(built(Profile::Release, "duban"))
        .args(words)
        .arg("--store")
        .arg(store)
        .stdout(file)
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("duban could not be started: {error}"))?;
    let (peak_kilobytes, wall) = watch(&mut child, started)?;
    let status = child.wait().map_err(|error| error.to_string())?;
    if !status.success() {
        return Err(format!("duban {words:?} ended with {status}"));
    }
    let text = std::fs::read_to_string(&output).map_err(|error| error.to_string())?;
    Ok(Run { wall, peak_kilobytes, text })
}

/// Runs `xtask measure` of the release build in a process of its own, on one core.
pub(super) fn measure(what: &str, files: &[impl AsRef<Path>]) -> Result<Value, String> {
    // The threads of a pool that have nothing to do look for work for a while, which is no time of the work.
    measured(Command::new(built(Profile::Release, "xtask")).env("RAYON_NUM_THREADS", "1"), what, files)
}

/// The same on all cores.
pub(super) fn measure_on_all_cores(what: &str, files: &[impl AsRef<Path>]) -> Result<Value, String> {
    measured(&mut Command::new(built(Profile::Release, "xtask")), what, files)
}

fn measured(command: &mut Command, what: &str, files: &[impl AsRef<Path>]) -> Result<Value, String> {
    let output = command
        .args(["measure", what])
        .args(files.iter().map(AsRef::as_ref))
        .output()
        .map_err(|error| format!("xtask could not be started: {error}"))?;
    if !output.status.success() {
        return Err(format!("{}: {}", output.status, String::from_utf8_lossy(&output.stderr)));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("xtask measure {what}: {error}"))
}

/// Waits for the end, looking at the high-water mark of its memory all the while.
fn watch(child: &mut Child, started: Instant) -> Result<(u64, Duration), String> {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        if let Ok(text) = std::fs::read_to_string(&status) {
            peak = peak.max(crate::measure::high_water_mark(&text));
        }
        if child.try_wait().map_err(|error| error.to_string())?.is_some() {
            return Ok((peak, started.elapsed()));
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// The middle one of several times.
pub(super) fn middle(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

//! `cargo xtask bench`: how long the things take that a person waits for, on the release build.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::display::Display;
use crate::machine;
use crate::steps::{Profile, built, root, target};

/// How often each thing is measured; the middle one counts.
const TIMES: usize = 5;

/// Builds the release and measures it.
pub(crate) fn run(words: &[String]) -> Result<(), String> {
    machine::npm_packages()?;
    machine::npm(&["run", "build"])?;
    let window = !words.iter().any(|word| word == "--no-window");
    Profile::Release.build(if window { &["cli", "shell"] } else { &["cli"] })?;
    let store = target().join("bench-store");
    import(&store)?;
    for (name, words) in [
        ("dashboard, one process", &["dashboard", "--as-of", "2022-07-01", "--json"][..]),
        ("search 营商环境, one process", &["search", "营商环境", "--json"]),
        ("search 采购, one process", &["search", "采购", "--json"]),
        ("overdue list, one process", &["overdue", "--as-of", "2022-07-01", "--json"]),
    ] {
        let mut times = Vec::new();
        for _ in 0..TIMES {
            times.push(duban(&store, words)?.wall);
        }
        println!("{name:<34} {:>7.1} ms", middle(&mut times).as_secs_f64() * 1000.0);
    }
    if window { window_start(&store) } else { Ok(()) }
}

/// Imports the five seeds into an empty store, several times.
fn import(store: &Path) -> Result<(), String> {
    let seeds = seeds()?;
    let mut words: Vec<&str> = vec!["import", "--yes", "--json"];
    words.extend(seeds.iter().filter_map(|path| path.to_str()));
    let mut walls = Vec::new();
    let mut peak = 0;
    let mut shares = Vec::new();
    for _ in 0..TIMES {
        if store.exists() {
            std::fs::remove_dir_all(store).map_err(|error| format!("{}: {error}", store.display()))?;
        }
        let run = duban(store, &words)?;
        walls.push(run.wall);
        peak = peak.max(run.peak_kilobytes);
        shares = run.answer["milliseconds"].as_array().cloned().unwrap_or_default();
    }
    println!("import of {} seeds, wall            {:>7.1} ms", seeds.len(), middle(&mut walls).as_secs_f64() * 1000.0);
    println!("import, peak memory                {:>7.1} MB", peak as f64 / 1024.0);
    let total: f64 = shares.iter().filter_map(Value::as_f64).sum();
    for (name, share) in ["reading", "extraction", "storing"].iter().zip(&shares) {
        let time = share.as_f64().unwrap_or_default();
        println!("  {name:<32} {time:>7.0} ms {:>4.0} %", 100.0 * time / total.max(1.0));
    }
    Ok(())
}

/// From the start of the program to figures on the screen.
fn window_start(store: &Path) -> Result<(), String> {
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
    println!("window usable after start          {:>7} ms", middle(&mut times).as_millis());
    Ok(())
}

/// One run of the command line.
struct Run {
    wall: Duration,
    peak_kilobytes: u64,
    answer: Value,
}

fn duban(store: &Path, words: &[&str]) -> Result<Run, String> {
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
    let text = std::fs::read_to_string(&output).map_err(|error| error.to_string())?;
    let answer = serde_json::from_str(&text).map_err(|error| format!("duban {words:?}: {error}: {text}"))?;
    Ok(Run { wall, peak_kilobytes, answer })
}

/// Waits for the end, looking at the high-water mark of its memory all the while.
fn watch(child: &mut Child, started: Instant) -> Result<(u64, Duration), String> {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        if let Ok(text) = std::fs::read_to_string(&status) {
            let mark = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let kilobytes = mark.and_then(|mark| mark.trim().trim_end_matches(" kB").parse().ok());
            peak = peak.max(kilobytes.unwrap_or(0));
        }
        if child.try_wait().map_err(|error| error.to_string())?.is_some() {
            return Ok((peak, started.elapsed()));
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn seeds() -> Result<Vec<PathBuf>, String> {
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

fn middle(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

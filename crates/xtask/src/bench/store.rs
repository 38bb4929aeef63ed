//! The import of the seeds and the questions asked of the store it makes.

use std::path::Path;

use serde_json::Value;

use super::figure::{Figures, note};
use super::process::{middle, run};

/// How often each thing is measured; the middle one counts.
const TIMES: usize = 5;

/// Imports the five seeds into an empty store, several times.
pub(super) fn import(store: &Path, figures: &mut Figures) -> Result<(), String> {
    let seeds = super::seeds()?;
    let mut words: Vec<&str> = vec!["import", "--yes", "--json"];
    words.extend(seeds.iter().filter_map(|path| path.to_str()));
    let mut walls = Vec::new();
    let mut peak = 0;
    let mut shares = Vec::new();
    for _ in 0..TIMES {
        if store.exists() {
            std::fs::remove_dir_all(store).map_err(|error| format!("{}: {error}", store.display()))?;
        }
        let imported = run(store, &words)?;
        walls.push(imported.wall);
        peak = peak.max(imported.peak_kilobytes);
        shares = imported.answer()?["milliseconds"].as_array().cloned().unwrap_or_default();
    }
    let name = format!("import of {} seeds", seeds.len());
    figures.at_most(&name, middle(&mut walls).as_secs_f64(), 0.7, "s");
    figures.at_most("import, peak memory", peak as f64 / 1024.0, 100.0, "MB");
    let total: f64 = shares.iter().filter_map(Value::as_f64).sum();
    for (name, share) in ["reading", "extraction", "storing"].iter().zip(&shares) {
        let time = share.as_f64().unwrap_or_default();
        println!("  {name:<42} {time:>8.0} ms {:>4.0} %", 100.0 * time / total.max(1.0));
    }
    Ok(())
}

/// Questions, each in a process of its own.
pub(super) fn questions(store: &Path) -> Result<(), String> {
    for (name, words) in [
        ("dashboard, one process", &["dashboard", "--json"][..]),
        ("dashboard of a past day, one process", &["dashboard", "--as-of", "2023-12-01", "--json"]),
        ("search 营商环境, one process", &["search", "营商环境", "--json"]),
        ("search 采购, one process", &["search", "采购", "--json"]),
        ("overdue list, one process", &["overdue", "--json"]),
        ("overdue list of a past day, one process", &["overdue", "--as-of", "2023-12-01", "--json"]),
    ] {
        let mut times = Vec::new();
        for _ in 0..TIMES {
            times.push(run(store, words)?.wall);
        }
        note(name, middle(&mut times).as_secs_f64() * 1000.0, "ms");
    }
    Ok(())
}

//! How long the longest notice takes to open in a browser, and a line of it to be jumped to.

use std::process::{Command, Stdio};

use serde_json::Value;

use super::figure::Figures;
use crate::machine::{self, DRIVERS};
use crate::steps::{Profile, built};

/// Milliseconds until what was asked for is drawn.
const LIMIT: f64 = 200.0;

/// Drives the interface of the built release; the middle of several times counts, the longest is told.
pub(super) fn reader(figures: &mut Figures) -> Result<(), String> {
    machine::debian_packages(&[DRIVERS])?;
    Profile::Release.build_example("acceptance", "page_times")?;
    let mut measuring = Command::new(built(Profile::Release, "examples/page_times"));
    measuring.env("DUBAN_BIN", built(Profile::Release, "duban")).stderr(Stdio::inherit());
    let output = measuring.output().map_err(|error| format!("page_times: {error}"))?;
    let times: Value = serde_json::from_slice(&output.stdout).map_err(|error| format!("page_times: {error}"))?;
    for (name, key) in [
        ("longest notice opened", "open_notice"),
        ("the same at a line", "open_at_line"),
        ("another line of it jumped to", "jump_to_line"),
    ] {
        let of_key = times.get(key).and_then(Value::as_array);
        let mut times: Vec<f64> = of_key.into_iter().flatten().filter_map(Value::as_f64).collect();
        times.sort_unstable_by(f64::total_cmp);
        let (Some(middle), Some(longest)) = (times.get(times.len() / 2), times.last()) else {
            return Err(format!("page_times: no {key}"));
        };
        figures.at_most(name, *middle, LIMIT, "ms");
        super::figure::note(&format!("{name}, longest of {}", times.len()), *longest, "ms");
    }
    Ok(())
}

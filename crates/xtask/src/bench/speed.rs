//! Reading and extraction beside the segmentation of the same text, and by the length of the text.

use std::path::PathBuf;

use super::figure::{Figures, note};
use super::process::{measure, measure_on_all_cores};

/// How many times as long as segmentation the reading may take.
const SLOWER_THAN_SEGMENTATION: f64 = 3.0;

/// How many times the cost of a byte may be in a text fifty times as long.
const DEARER_IN_LENGTH: f64 = 1.1;

/// Reading and extraction of all seeds beside their segmentation by jieba-rs, each on one core.
pub(super) fn against_segmentation(seeds: &[PathBuf], figures: &mut Figures) -> Result<(), String> {
    let rates = measure("speed", seeds)?;
    let rate = |name: &str| rates[name].as_f64().ok_or_else(|| format!("no figure for {name}"));
    let (segmentation, reading, both) = (rate("segmentation")?, rate("reading")?, rate("reading_and_extraction")?);
    note("segmentation by jieba-rs, one core", segmentation, "MB/s");
    note("reading alone, one core", reading, "MB/s");
    note("reading and extraction, one core", both, "MB/s");
    let on_all_cores = measure_on_all_cores("clock", seeds)?["reading_and_extraction"].as_f64().unwrap_or(f64::NAN);
    note("reading and extraction, all cores, by the clock", on_all_cores, "MB/s");
    note("  times as long as segmentation on one core", segmentation / on_all_cores, "×");
    figures.at_most("  times as long as segmentation (aim 2)", segmentation / both, SLOWER_THAN_SEGMENTATION, "×");
    Ok(())
}

/// The cost of a byte of each seed fifty times over, beside that of the seed alone.
pub(super) fn by_length(seeds: &[PathBuf], figures: &mut Figures) -> Result<(), String> {
    for seed in seeds {
        let found = measure("length", std::slice::from_ref(seed))?;
        let (times, dearer) = (found["times"].as_u64().unwrap_or(0), found["dearer"].as_f64().unwrap_or(f64::NAN));
        let name = seed.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("  a byte of {times} × {}", name.get(..3).unwrap_or(&name));
        figures.at_most(&name, dearer, DEARER_IN_LENGTH, "×");
    }
    Ok(())
}

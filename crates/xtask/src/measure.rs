//! `xtask measure WHAT FILE…`: the part of the benchmark that runs inside the measured process.
//!
//! The benchmark starts it as a release build and reads the JSON it prints.

use std::hint::black_box;
use std::time::{Duration, Instant};

use jieba_rs::Jieba;
use serde_json::{Value, json};

/// How often each thing is measured; the best round counts, as everything else only adds to it.
const ROUNDS: usize = 15;

/// Measures one thing and prints the figures.
pub(crate) fn run(words: &[String]) -> Result<(), String> {
    let (what, files) = words.split_first().ok_or("measure what?")?;
    let texts = files.iter().map(|file| std::fs::read(file).map_err(|error| format!("{file}: {error}")));
    let texts: Vec<Vec<u8>> = texts.collect::<Result<_, _>>()?;
    let figures = match what.as_str() {
        "speed" => speed(&texts),
        "clock" => clock(&texts),
        "length" => length(&texts.concat()),
        "file" => file(&texts.concat()),
        other => return Err(format!("{other} cannot be measured")),
    };
    println!("{figures}");
    Ok(())
}

/// Megabytes a second of segmentation and of reading, measured in turns.
fn speed(texts: &[Vec<u8>]) -> Value {
    let jieba = Jieba::new();
    let plain: Vec<_> = texts.iter().map(|text| String::from_utf8_lossy(text)).collect();
    let [mut segmentation, mut reading, mut both] = [Duration::MAX; 3];
    for _ in 0..ROUNDS {
        segmentation = segmentation.min(processor_time(|| {
            for text in &plain {
                black_box(jieba.cut(text, false).len());
            }
        }));
        reading = reading.min(processor_time(|| {
            for text in texts {
                black_box(reading::read(text).is_ok());
            }
        }));
        both = both.min(processor_time(|| texts.iter().for_each(|text| read_and_extract(text))));
    }
    let megabytes = texts.iter().map(Vec::len).sum::<usize>() as f64 / 1e6;
    let rate = |time: Duration| megabytes / time.as_secs_f64();
    json!({
        "segmentation": rate(segmentation), "reading": rate(reading), "reading_and_extraction": rate(both),
    })
}

/// Megabytes a second by the clock, on as many cores as the process may use.
fn clock(texts: &[Vec<u8>]) -> Value {
    let mut shortest = Duration::MAX;
    for _ in 0..ROUNDS {
        let started = Instant::now();
        texts.iter().for_each(|text| read_and_extract(text));
        shortest = shortest.min(started.elapsed());
    }
    let megabytes = texts.iter().map(Vec::len).sum::<usize>() as f64 / 1e6;
    json!({ "reading_and_extraction": megabytes / shortest.as_secs_f64() })
}

/// How many times as dear a byte is in a text many times as long.
fn length(text: &[u8]) -> Value {
    const ROUNDS: usize = 3;
    let times = 50.min(reading::MAX_BYTES / text.len().max(1));
    let long = text.repeat(times);
    let [mut apart, mut together] = [Duration::MAX; 2];
    for _ in 0..ROUNDS {
        apart = apart.min(processor_time(|| (0..times).for_each(|_| read_and_extract(text))));
        together = together.min(processor_time(|| read_and_extract(&long)));
    }
    json!({ "times": times, "dearer": together.as_secs_f64() / apart.as_secs_f64() })
}

/// Time and memory of one text; that it cannot be read is an answer too.
fn file(text: &[u8]) -> Value {
    let seconds = processor_time(|| read_and_extract(text)).as_secs_f64();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    json!({ "seconds": seconds, "peak_megabytes": high_water_mark(&status) as f64 / 1024.0 })
}

fn read_and_extract(text: &[u8]) {
    if let Ok(source) = reading::read(text) {
        black_box(extract::extract(&source));
    }
}

/// Kilobytes at the high-water mark of a process, from its `/proc/PID/status`.
pub(crate) fn high_water_mark(status: &str) -> u64 {
    let mark = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    mark.and_then(|mark| mark.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

/// The time a piece of work takes on the processor, whoever else uses the machine.
fn processor_time(work: impl FnOnce()) -> Duration {
    let (clock, before) = (Instant::now(), on_processor());
    work();
    match (before, on_processor()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => clock.elapsed(),
    }
}

/// How long all threads of this process have run, where the system tells (Linux): documents are read on every core.
fn on_processor() -> Option<Duration> {
    // The kernel brings the count up to date when a thread lets others go first.
    std::thread::yield_now();
    let mut all = Duration::ZERO;
    for thread in std::fs::read_dir("/proc/self/task").ok()?.flatten() {
        let text = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        all += text.split(' ').next()?.parse().ok().map(Duration::from_nanos)?;
    }
    Some(all)
}

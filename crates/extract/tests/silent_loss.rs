//! Nothing is lost in silence: whatever is done to a made notice, each task of it is in a measure, or left as not understood,
//! or its notice carries a doubt about its extent.

#![allow(
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a test reads its notices"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::{Field, LineRole};
use serde_json::Value;

fn made() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden/made")
}

/// For each notice file, the lines on which its tasks begin.
fn tasks() -> BTreeMap<String, Vec<u32>> {
    let read = |name: &str| -> Vec<Value> {
        let text = std::fs::read_to_string(made().join(name)).expect("the truth of the made notices");
        text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
    };
    let files: BTreeMap<String, String> = read("made.documents.jsonl")
        .iter()
        .map(|one| {
            (one["doc"].as_str().unwrap_or_default().to_owned(), one["seed"].as_str().unwrap_or_default().to_owned())
        })
        .collect();
    let mut tasks: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for one in read("made.measures.jsonl").iter().filter(|one| one["class"] == "measure") {
        let file = files.get(one["doc"].as_str().unwrap_or_default()).cloned().unwrap_or_default();
        let line = u32::try_from(one["line"].as_u64().unwrap_or_default()).unwrap_or_default();
        tasks.entry(file).or_default().push(line);
    }
    tasks
}

/// The tasks of a text that are neither in a measure nor told of.
fn lost(text: &str, lines: &[u32]) -> Vec<u32> {
    let Ok(source) = reading::read(text.as_bytes()) else { return Vec::new() };
    let extraction = extract::extract(&source);
    let told = extraction.documents.iter().any(|document| document.doubts.iter().any(|d| d.field == Field::Extent));
    if told {
        return Vec::new();
    }
    let pieces = source.pieces();
    let in_measure = |line: u32| {
        let measures = extraction.documents.iter().flat_map(|document| &document.measures);
        measures.clone().any(|measure| (measure.line..=measure.last_line).contains(&line))
            || measures.flat_map(|measure| &measure.provenance).any(|one| one.line == line)
    };
    let read = |line: u32| {
        pieces
            .pieces
            .iter()
            .zip(&extraction.roles)
            .filter(|(piece, _)| piece.number == line)
            .any(|(_, role)| matches!(role, LineRole::NotUnderstood | LineRole::Measure))
    };
    lines.iter().copied().filter(|line| !in_measure(*line) && !read(*line)).collect()
}

fn check(what: &str, change: impl Fn(&str) -> String) {
    let mut silent = Vec::new();
    for (file, lines) in tasks() {
        let path = made().join("notices").join(&file);
        // Files in another encoding are read elsewhere.
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let lost = lost(&change(&text), &lines);
        if !lost.is_empty() {
            silent.push(format!("{file}: lines {lost:?}"));
        }
    }
    assert!(silent.is_empty(), "{what}: tasks lost in silence\n{}", silent.join("\n"));
}

#[test]
fn notices_as_they_are() {
    check("as they are", str::to_owned);
}

#[test]
fn notices_without_their_labels() {
    let labels = ["牵头单位", "责任单位", "配合单位", "完成时限", "责任部门", "主办单位", "办结时限"];
    check("labels deleted", |text| {
        labels.iter().fold(text.to_owned(), |text, label| text.replace(&format!("{label}："), ""))
    });
}

#[test]
fn notices_with_captions_never_met() {
    let captions =
        [("牵头单位", "甲栏"), ("责任单位", "乙栏"), ("配合单位", "丙栏"), ("完成时限", "丁栏"), ("工作任务", "戊栏")];
    check("captions swapped", |text| {
        captions.iter().fold(text.to_owned(), |text, (caption, other)| text.replace(caption, other))
    });
}

#[test]
fn notices_with_brackets_cut() {
    check("closing brackets cut", |text| text.replace(['）', ')'], ""));
}

//! The documents of the seeds against the graded truth: where they begin, what they say of themselves, which repeat
//! which. `cargo test -p extract --test heads -- --nocapture` prints every difference.

// A test may stop at what it does not expect, and reads seeds and truth from their folders.
#![allow(clippy::expect_used, clippy::disallowed_methods, clippy::print_stdout)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use extract::{Document, Extraction, extract};
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What is found in a seed, named by its number.
fn seed(number: &str) -> &'static Extraction {
    static SEEDS: OnceLock<BTreeMap<String, Extraction>> = OnceLock::new();
    let seeds = SEEDS.get_or_init(|| {
        let files = std::fs::read_dir(root().join("seeds")).expect("the folder of the seeds");
        let texts = files.map(|file| file.expect("a file").path());
        let texts = texts.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
        texts
            .map(|path| {
                let name = path.file_name().unwrap_or_default().to_string_lossy()[..3].to_owned();
                let source = reading::read(&std::fs::read(&path).expect("a seed")).expect("text");
                (name, extract(&source))
            })
            .collect()
    });
    seeds.get(number).expect("a seed of this number")
}

/// The document that begins within three lines of a line.
fn document_at(number: &str, line: u64) -> Option<&'static Document> {
    seed(number).documents.iter().find(|document| u64::from(document.first_line).abs_diff(line) <= 3)
}

fn graded() -> Vec<Value> {
    let rows = ["a1", "s1", "sh"].iter().flat_map(|part| {
        let path = root().join(format!("tests/golden/{part}.documents.jsonl"));
        let text = std::fs::read_to_string(path).expect("graded documents");
        text.lines().map(|line| serde_json::from_str(line).expect("a row")).collect::<Vec<Value>>()
    });
    rows.collect()
}

/// Letters and digits: punctuation is no difference.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn documents_and_their_facts_agree_with_the_graded_truth() {
    let mut agreed: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    let mut note = |field: &'static str, row: &Value, same: bool, found: &str| {
        let (right, all) = agreed.entry(field).or_default();
        *all += 1;
        *right += u32::from(same);
        if !same {
            println!("{} {field}: want {}, got {found}", row["doc"], row[field]);
        }
    };
    for row in graded() {
        let document = document_at(row["seed"].as_str().expect("a seed"), row["first_line"].as_u64().expect("a line"));
        note("first_line", &row, document.is_some(), "no document");
        let Some(document) = document else { continue };
        let facts = &document.facts;
        note("last_line", &row, row["last_line"] == document.last_line, &document.last_line.to_string());
        if row["title_inferred"] != true {
            let same = row["title"].as_str().map(letters) == Some(letters(&facts.title));
            note("title", &row, same && !facts.title_inferred, &facts.title);
        }
        let text = |field: &Value| field.as_str().map(str::to_owned);
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        for (field, found) in [
            ("number", facts.number.clone()),
            ("region", facts.region.clone()),
            ("issued", day(facts.issued)),
            ("effective", day(facts.effective)),
            ("expires", day(facts.expires)),
            ("organizer", facts.organizer.clone()),
            ("kind", Some(facts.kind.code().to_owned())),
        ] {
            note(field, &row, text(&row[field]) == found, &format!("{found:?}"));
        }
        let issuers: Vec<&str> = row["issuers"].as_array().expect("issuers").iter().filter_map(Value::as_str).collect();
        note("issuers", &row, issuers == facts.issuers, &facts.issuers.join("、"));
        let repeats = document.duplicate_of.is_some();
        note("duplicate_of", &row, repeats == row["duplicate_of"].is_string(), &repeats.to_string());
    }
    println!("{agreed:?}");
    for (field, (right, all)) in agreed {
        assert!(right * 100 >= all * 97, "{field}: {right} of {all}");
    }
}

#[test]
fn a_document_met_again_in_another_file_is_recognised() {
    let all: Vec<&Document> = seed("002").documents.iter().collect();
    for document in &seed("000").documents {
        // A heading above pages without text says too little to be recognised by.
        if document.fingerprint.hashes().len() < 4 {
            continue;
        }
        let repeated: Vec<&str> = all
            .iter()
            .filter(|other| other.fingerprint.repeats(&document.fingerprint))
            .map(|other| other.facts.title.as_str())
            .collect();
        assert_eq!(repeated, [document.facts.title.as_str()], "line {}", document.first_line);
    }
    let plan = &seed("003").documents[0].fingerprint;
    assert!(plan.repeats(&seed("004").documents[0].fingerprint), "a news page without the annexes");
    let again: Vec<u32> = seed("001")
        .documents
        .iter()
        .filter(|document| document.fingerprint.repeats(plan))
        .map(|document| document.first_line)
        .collect();
    assert_eq!(again, [117], "the plan among other notices");
}

#[test]
fn nothing_else_is_taken_for_a_repetition() {
    let firsts =
        |number: &'static str| seed(number).documents.iter().filter(|document| document.duplicate_of.is_none());
    for (one, other) in firsts("001").flat_map(|one| firsts("002").map(move |other| (one, other))) {
        assert!(!one.fingerprint.repeats(&other.fingerprint), "{} / {}", one.facts.title, other.facts.title);
    }
    for number in ["001", "002"] {
        let documents: Vec<&Document> = firsts(number).collect();
        for (place, one) in documents.iter().enumerate() {
            for other in &documents[place + 1..] {
                assert!(!one.fingerprint.repeats(&other.fingerprint), "{} / {}", one.facts.title, other.facts.title);
            }
        }
    }
}

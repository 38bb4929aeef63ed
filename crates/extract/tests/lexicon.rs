//! The word tables in seeds/lexicon: each says what it is, no word stands twice, and every kind is asked for by a rule.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads the tables and the rules")]

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The tables by name.
fn tables() -> Vec<(String, String)> {
    let mut tables: Vec<(String, String)> = fs::read_dir(root().join("seeds/lexicon"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()))
        .collect();
    tables.sort();
    tables
}

/// The kinds of a table with the words of each line.
fn kinds(table: &str) -> impl Iterator<Item = (&str, Vec<&str>)> {
    table.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).filter_map(|line| {
        let mut words = line.split_whitespace();
        let kind = words.next()?;
        Some((kind, words.collect()))
    })
}

/// The text of all rules.
fn rules() -> String {
    fn read(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, text);
            } else {
                text.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut text = String::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    text
}

#[test]
fn every_table_says_what_it_is_and_is_listed() {
    let readme = fs::read_to_string(root().join("seeds/lexicon/README.md")).unwrap();
    for (name, table) in tables() {
        assert!(table.starts_with("# "), "{name} begins without saying what it is");
        assert!(readme.contains(&format!("`{name}`")), "{name} is missing in seeds/lexicon/README.md");
    }
}

#[test]
fn every_kind_is_asked_for_by_a_rule() {
    let rules = rules();
    for (name, table) in tables() {
        for (kind, words) in kinds(&table) {
            let plain = kind.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            assert!(plain && !words.is_empty(), "{name}: a line is a kind, then words: {kind}");
            assert!(rules.contains(&format!("\"{kind}\"")), "no rule asks for {kind} of {name}");
        }
    }
}

#[test]
fn no_word_stands_twice_under_a_kind() {
    // In orders.txt a line is a word with what may stand around it.
    for (name, table) in tables().into_iter().filter(|(name, _)| name != "orders.txt") {
        let mut met = HashSet::new();
        for (kind, words) in kinds(&table) {
            // `whole` is followed by the column that its words mean.
            for word in words.into_iter().filter(|word| *word != "-" && kind != "whole") {
                assert!(met.insert((kind, word)), "{name}: {word} stands twice under {kind}");
            }
        }
    }
}

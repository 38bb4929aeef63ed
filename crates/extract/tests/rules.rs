//! Every rule has one name and one sentence, beside its code, and a specification that reaches it.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test stops at what it does not expect, and reads the sources and the specifications"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The texts of the files of a folder whose names end so, those of its folders too.
fn texts(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(texts(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

/// What stands in quotation marks in the rules and is formed like the name of a rule: a family, a point, a name.
fn quoted_names(families: &BTreeSet<&str>) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for (path, text) in texts(&root().join("crates/extract/src"), ".rs") {
        if path.components().any(|part| part.as_os_str().to_string_lossy().starts_with("tests")) {
            continue;
        }
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for quoted in code.split('"').skip(1) {
            let is_name = quoted.split_once('.').is_some_and(|(family, name)| {
                let in_name = |c: char| c.is_ascii_lowercase() || "-_".contains(c);
                families.contains(family) && !name.is_empty() && name.chars().all(in_name)
            });
            if is_name {
                *found.entry(quoted.to_owned()).or_default() += 1;
            }
        }
    }
    found
}

#[test]
fn every_rule_is_named_once_with_its_sentence() {
    let names: Vec<&str> = extract::all_rules().map(|rule| rule.name).collect();
    let different: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(names.len(), different.len(), "a name stands for one rule");
    assert!(extract::all_rules().all(|rule| !rule.sentence.is_empty() && rule.chance <= 100));
    let families: BTreeSet<&str> = names.iter().filter_map(|name| name.split('.').next()).collect();
    let quoted = quoted_names(&families);
    let astray: Vec<_> =
        quoted.iter().filter(|(name, times)| **times > 1 || !different.contains(name.as_str())).collect();
    assert!(astray.is_empty(), "names of rules outside of their `rules!`: {astray:?}");
}

/// The fragments of the specifications.
fn fragments() -> Vec<String> {
    let fragment = |block: &str| Some(block.split_once('\n')?.1.split("\n```").next()?.to_owned());
    let specs = texts(&root().join("tests/specs"), ".md");
    specs.iter().flat_map(|(_, text)| text.split("```notice").skip(1).filter_map(fragment)).collect()
}

/// Reached by the seeds alone: a file of many notices, most of which name one place.
const BY_SEEDS: [&str; 1] = ["head.region_of_neighbours"];

#[test]
fn every_rule_is_reached_by_a_specification() {
    let mut reached = BTreeSet::new();
    for fragment in fragments() {
        let tree = reading::read(fragment.as_bytes()).unwrap();
        for document in extract::extract(&tree).documents {
            reached.extend(document.doubts.iter().map(|doubt| doubt.rule));
            for measure in &document.measures {
                reached.extend(measure.provenance.iter().map(|from| from.rule));
                reached.extend(measure.doubts.iter().map(|doubt| doubt.rule));
            }
        }
    }
    let unreached: Vec<&str> = extract::all_rules()
        .map(|rule| rule.name)
        .filter(|name| !reached.contains(name) && !BY_SEEDS.contains(name))
        .collect();
    assert!(unreached.is_empty(), "rules that no specification reaches: {unreached:?}");
}

//! Every rule has its words, and no words are left of a rule that is gone.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test stops at what it does not expect, and reads the sources"
)]

use std::collections::BTreeSet;
use std::path::Path;

/// Names of rules: a family, a point, a name, and nothing else in the quotation marks.
fn rules_in(source: &str, families: &BTreeSet<&str>, found: &mut BTreeSet<String>) {
    for quoted in source.split('"').skip(1) {
        let name = quoted.split_once('.').filter(|(family, name)| {
            families.contains(family)
                && !name.is_empty()
                && name.chars().all(|c| c.is_ascii_lowercase() || "-_".contains(c))
        });
        if name.is_some() {
            found.insert(quoted.to_owned());
        }
    }
}

fn walk(folder: &Path, families: &BTreeSet<&str>, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, families, found);
        } else if path.file_name().is_some_and(|name| name != "rules.rs") {
            rules_in(&std::fs::read_to_string(&path).unwrap(), families, found);
        }
    }
}

#[test]
fn every_rule_has_its_words() {
    let told: BTreeSet<String> = extract::RULES.iter().map(|(name, _)| (*name).to_owned()).collect();
    let families: BTreeSet<&str> = extract::RULES.iter().filter_map(|(name, _)| name.split('.').next()).collect();
    let mut used = BTreeSet::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &families, &mut used);
    let without_words: Vec<_> = used.difference(&told).collect();
    let gone: Vec<_> = told.difference(&used).collect();
    assert!(without_words.is_empty(), "rules without words in rules.rs: {without_words:?}");
    assert!(gone.is_empty(), "words of rules that are gone: {gone:?}");
    assert_eq!(told.len(), extract::RULES.len(), "a rule has one sentence");
}

//! Runs the specifications in tests/specs: a rule, a fragment of a notice, and the measures read from it.

// A test may stop at what it does not expect, and reads the specifications from their folder.
#![allow(clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use domain::{Indicator, Measure};

/// One fragment with what must be read from it.
struct Case {
    file: String,
    rule: String,
    notice: String,
    expected: Vec<Vec<String>>,
    /// What each line must be read as; `None` where the case does not say.
    account: Option<Vec<String>>,
    /// The quantified targets; `None` where the case does not say.
    indicators: Option<Vec<Vec<String>>>,
}

#[test]
fn every_specification_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/specs");
    let mut cases = 0;
    let mut failures = String::new();
    for file in markdown_files(&folder) {
        for case in cases_of(&file) {
            cases += 1;
            check(&case, &mut failures);
        }
    }
    assert!(cases > 0, "no specification found in {}", folder.display());
    assert!(failures.is_empty(), "{failures}");
}

fn markdown_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of the specifications")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter(|path| path.file_name().is_some_and(|name| name != "README.md"))
        .collect();
    files.sort();
    files
}

/// The cases of a file: every `notice` block must be followed by its `expect` block.
fn cases_of(file: &Path) -> Vec<Case> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = std::fs::read_to_string(file).expect("a specification");
    let mut cases: Vec<Case> = Vec::new();
    let (mut rule, mut notice) = (String::new(), None::<String>);
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        match line.trim_end() {
            "```notice" => {
                assert!(notice.is_none(), "{name}: {rule}: a notice without its expect block");
                notice = Some(block(&mut lines));
            }
            "```expect" => {
                let rows = block(&mut lines);
                let expected = rows.lines().filter(|row| !row.trim().is_empty()).map(fields).collect();
                let notice = notice.take().unwrap_or_else(|| panic!("{name}: {rule}: expect without a notice"));
                cases.push(Case {
                    file: name.clone(),
                    rule: rule.clone(),
                    notice,
                    expected,
                    account: None,
                    indicators: None,
                });
            }
            "```account" => {
                let case = cases.last_mut().unwrap_or_else(|| panic!("{name}: {rule}: an account without its case"));
                case.account = Some(block(&mut lines).lines().map(|role| role.trim().to_owned()).collect());
            }
            "```indicators" => {
                let rows = block(&mut lines);
                let rows = rows.lines().filter(|row| !row.trim().is_empty()).map(fields).collect();
                let case = cases.last_mut().unwrap_or_else(|| panic!("{name}: {rule}: indicators without a notice"));
                case.indicators = Some(rows);
            }
            heading if heading.starts_with('#') => rule = heading.trim_start_matches(['#', ' ']).to_owned(),
            _ => {}
        }
    }
    assert!(notice.is_none(), "{name}: {rule}: a notice without its expect block");
    cases
}

fn block<'a>(lines: &mut impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for line in lines.take_while(|line| line.trim_end() != "```") {
        text.push_str(line);
        text.push('\n');
    }
    text
}

fn fields(row: &str) -> Vec<String> {
    row.split('|').map(|field| field.trim().to_owned()).collect()
}

fn check(case: &Case, failures: &mut String) {
    let source = reading::read(case.notice.as_bytes()).expect("a readable fragment");
    let extraction = extract::extract(&source);
    let measures: Vec<&Measure> = extraction.documents.iter().flat_map(|document| &document.measures).collect();
    let holds = measures.len() == case.expected.len()
        && measures.iter().zip(&case.expected).all(|(measure, expected)| answers(measure, expected));
    if let Some(expected) = &case.indicators {
        let found: Vec<Vec<String>> = (extraction.documents.iter())
            .flat_map(|document| {
                document.indicators.iter().chain(document.measures.iter().flat_map(|measure| &measure.indicators))
            })
            .map(|indicator| {
                let by = indicator.by.map(|day| day.to_string()).unwrap_or_default();
                let Indicator { name, direction, figure, unit, .. } = indicator.clone();
                vec![name, direction, figure, unit, by]
            })
            .collect();
        if found != *expected {
            let _ = writeln!(failures, "\n{} · {}: indicators {found:?}", case.file, case.rule);
        }
    }
    if !holds {
        let _ = writeln!(failures, "\n{} · {}", case.file, case.rule);
        for row in &case.expected {
            let _ = writeln!(failures, "  expected  {}", row.join(" | "));
        }
        for measure in measures {
            let _ = writeln!(failures, "  found     {}", found(measure).join(" | "));
        }
    }
    let roles: Vec<&str> = extraction.roles.iter().map(|role| role.code()).collect();
    if let Some(expected) = case.account.as_ref().filter(|expected| **expected != roles) {
        let _ = writeln!(failures, "\n{} · {}", case.file, case.rule);
        let _ = writeln!(failures, "  expected  {}\n  found     {}", expected.join(", "), roles.join(", "));
    }
}

fn answers(measure: &Measure, expected: &[String]) -> bool {
    assert_eq!(expected.len(), 6, "six fields: {expected:?}");
    let found = found(measure);
    expected.iter().zip(&found).enumerate().all(|(place, (expected, found))| {
        expected == "*" || if place == 1 { found.starts_with(expected.as_str()) } else { found == expected }
    })
}

fn found(measure: &Measure) -> Vec<String> {
    vec![
        measure.number.clone(),
        measure.text.clone(),
        measure.units.leads.join("; "),
        measure.units.co_units.join("; "),
        measure.deadline.due.map(|day| day.to_string()).unwrap_or_default(),
        measure.class.code().to_owned(),
    ]
}

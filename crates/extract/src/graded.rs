//! The readers of time and of unit sentences against the graded texts in tests/golden, on the exact words of each
//! measure, so that what the splitting of documents gets wrong does not hide here.

use std::collections::HashMap;

use domain::NoticeFacts;
use serde_json::Value;

use crate::deadline::{DeadlineContext, read};
use crate::units::{comparison_key, sentence_units, split_list};

/// A graded part: documents and measures, one JSON object a line.
const PARTS: [(&str, &str, &str); 3] = [
    (
        "a1",
        include_str!("../../../tests/golden/a1.documents.jsonl"),
        include_str!("../../../tests/golden/a1.measures.jsonl"),
    ),
    (
        "s1",
        include_str!("../../../tests/golden/s1.documents.jsonl"),
        include_str!("../../../tests/golden/s1.measures.jsonl"),
    ),
    (
        "sh",
        include_str!("../../../tests/golden/sh.documents.jsonl"),
        include_str!("../../../tests/golden/sh.measures.jsonl"),
    ),
];

fn rows(text: &str) -> Vec<Value> {
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn words<'a>(row: &'a Value, key: &str) -> &'a str {
    row.get(key).and_then(Value::as_str).unwrap_or("")
}

fn is_soft(row: &Value, what: &str) -> bool {
    row.get("soft").and_then(Value::as_array).is_some_and(|soft| soft.iter().any(|s| s == what))
}

fn names(row: &Value, key: &str) -> Vec<String> {
    let list = row.get(key).and_then(Value::as_array);
    list.map(|names| names.iter().filter_map(Value::as_str).map(str::to_owned).collect()).unwrap_or_default()
}

/// What the document of each measure gives for reading times.
fn contexts(documents: &str) -> HashMap<String, DeadlineContext> {
    let day = |row: &Value, key: &str| words(row, key).parse().ok();
    rows(documents)
        .iter()
        .map(|row| {
            let facts = NoticeFacts {
                title: words(row, "title").to_owned(),
                notice_title: row.get("notice_title").and_then(Value::as_str).map(str::to_owned),
                issued: day(row, "issued"),
                effective: day(row, "effective"),
                expires: day(row, "expires"),
                ..NoticeFacts::default()
            };
            (words(row, "doc").to_owned(), DeadlineContext::of(&facts))
        })
        .collect()
}

#[test]
fn due_days_of_the_graded_texts_are_read() {
    for (part, documents, measures) in PARTS.into_iter().filter(|(part, ..)| *part != "a1") {
        let contexts = contexts(documents);
        let (mut right, mut all) = (0, 0);
        for row in rows(measures).iter().filter(|row| !is_soft(row, "deadline")) {
            let deadline = read(words(row, "text"), &contexts[words(row, "doc")]);
            let got = deadline.due.map(|day| day.to_string()).unwrap_or_default();
            let want = words(row, "due");
            all += 1;
            right += usize::from(got == want);
            if got != want {
                println!(
                    "{part} {} due: want {want:?} got {got:?} ({:?}) | {}",
                    row["line"],
                    deadline.raw,
                    words(row, "text")
                );
            }
        }
        println!("{part}: due {right}/{all}");
        assert!(right * 100 >= all * 97, "{part}: {right} of {all} due days");
    }
}

#[test]
fn sentences_without_an_order_to_a_unit_give_no_unit() {
    for (part, _, measures) in PARTS.into_iter().filter(|(part, ..)| *part != "a1") {
        let (mut right, mut all) = (0, 0);
        for row in rows(measures).iter().filter(|row| words(row, "basis") == "none" && !is_soft(row, "units")) {
            let units = sentence_units(words(row, "text"));
            all += 1;
            right += usize::from(units.leads.is_empty() && units.co_units.is_empty());
            if !units.leads.is_empty() {
                println!("{part} {} none: got {:?} {:?} | {}", row["line"], units.leads, units.co_units, units.words);
            }
        }
        println!("{part}: no unit {right}/{all}");
        assert!(right * 100 >= all * 97, "{part}: {right} of {all} without units");
    }
}

#[test]
fn units_in_sentences_are_mostly_found() {
    // Careful readers differ on these, so the floor is low; the figure shows where a change leads.
    for (part, _, measures) in PARTS.into_iter().filter(|(part, ..)| *part != "a1") {
        let (mut leads, mut both, mut all) = (0, 0, 0);
        for row in rows(measures).iter().filter(|row| words(row, "basis") == "sentence") {
            let units = sentence_units(words(row, "text"));
            let keys = |names: &[String]| {
                let mut keys: Vec<String> = names.iter().map(|name| comparison_key(name)).collect();
                keys.sort();
                keys
            };
            let lead = keys(&units.leads) == keys(&names(row, "leads"));
            let co = keys(&units.co_units) == keys(&names(row, "co"));
            all += 1;
            leads += usize::from(lead);
            both += usize::from(lead && co);
            if !(lead && co) {
                println!(
                    "{part} {} sentence: want {:?} {:?} got {:?} {:?} | {}",
                    row["line"],
                    names(row, "leads"),
                    names(row, "co"),
                    units.leads,
                    units.co_units,
                    words(row, "text")
                );
            }
        }
        println!("{part}: leads {leads}/{all}, leads and co-units {both}/{all}");
        assert!(leads * 2 >= all, "{part}: leads of {leads} of {all} sentences");
    }
}

#[test]
fn lists_of_graded_units_split_into_the_same_units() {
    for (part, _, measures) in PARTS {
        let (mut right, mut all) = (0, 0);
        for row in rows(measures).iter().filter(|row| words(row, "basis") != "sentence" && !is_soft(row, "units")) {
            let units: Vec<String> = names(row, "leads").into_iter().chain(names(row, "co")).collect();
            let split = split_list(&units.join("、"));
            all += 1;
            right += usize::from(split == units);
            if split != units {
                println!("{part} {} list: want {units:?} got {split:?}", row["line"]);
            }
        }
        println!("{part}: lists {right}/{all}");
        assert!(right * 100 >= all * 98, "{part}: {right} of {all} lists");
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a flood is told from a trickle only by the clock")]
fn floods_are_read_in_linear_time() {
    // A quadratic reader would need minutes for any of these.
    let context = DeadlineContext::default();
    for flood in [
        "由",
        "要",
        "和",
        "、",
        "市局、",
        "市局和",
        "等具有、",
        "等",
        "印发",
        "印发后",
        "2023年",
        "十四五",
        "（",
        "《",
        "各区、",
        "财政、",
        "会同",
        "1",
        "年内",
        "的",
        "责任单位：",
        "责任单位：市局\n",
        "牵头市局、",
        "街道",
        "处科",
        "【牵头】",
        "——",
    ] {
        let text = flood.repeat(120_000 / flood.len());
        let start = std::time::Instant::now();
        let _ = (
            split_list(&text),
            sentence_units(&text),
            read(&text, &context),
            crate::deadline::read_cell(&text, &context),
        );
        let _ = crate::units::read_bracket(&text);
        let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at + 1).collect();
        let _ = crate::units::labels(&text, &lines, crate::units::Within::Text);
        assert!(start.elapsed().as_secs() < 8, "{flood:?} took {:?}", start.elapsed());
    }
}

//! The table of wordings, each read as a cell, behind a label and in running text.

use std::fmt::Write as _;

use super::super::*;

/// What a reading gives: day, kind, and whether it carries a doubt.
fn shown(deadline: &Deadline, context: &DeadlineContext) -> (String, &'static str, bool) {
    let due = deadline.due.map_or("-".to_owned(), |day| day.to_string());
    (due, deadline.kind.code(), !doubts(deadline, context).is_empty())
}

/// The sentences in which a wording of this frame is met.
fn sentences(frame: &str, wording: &str) -> Vec<String> {
    let put = |patterns: &[&str]| patterns.iter().map(|pattern| pattern.replace("{}", wording)).collect();
    match frame {
        "t" => put(&[
            "{}完成系统改造。",
            "健全工作机制，推进统一平台建设，{}建成投用。",
            "开展系统改造，{}全面完成。",
            "市数据局要加快进度，{}上线运行统一平台。",
        ]),
        "v" => put(&["推进统一平台建设，{}。", "市数据局负责统一平台建设。{}。"]),
        "s" => put(&["推进统一平台建设，{}。", "市数据局负责统一平台建设；{}。"]),
        _ => Vec::new(),
    }
}

#[test]
fn wordings_mean_the_same_in_a_cell_behind_a_label_and_in_a_sentence() {
    let context = DeadlineContext {
        issued: NaiveDate::from_ymd_opt(2023, 5, 10),
        year: Some(2023),
        ..DeadlineContext::default()
    };
    let (mut wordings, mut failures) = (0, String::new());
    for line in include_str!("wordings.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let [wording, due, kind, frame] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("four fields: {line}");
        };
        wordings += 1;
        let (doubt, due) = due.strip_prefix('!').map_or((false, due), |due| (true, due));
        let mut check = |place: &str, text: &str, deadline: &Deadline, doubted: bool| {
            let found = shown(deadline, &context);
            let right = found.0 == due && found.1 == kind && (found.2 || !doubted);
            if !right {
                let _ = writeln!(failures, "{place} {text}: want {due} {kind} got {found:?} {:?}", deadline.raw);
            }
        };
        check("cell", wording, &read_cell(wording, &context), doubt);
        if kind != "none" {
            let labelled = format!("{wording}。");
            check("label", &labelled, &read_cell(&labelled, &context), doubt);
        }
        for sentence in sentences(frame, wording) {
            check("text", &sentence, &read(&sentence, &context), doubt);
        }
    }
    assert!(wordings > 400, "{wordings} wordings");
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn in_a_sentence_only_the_time_of_what_is_ordered_counts() {
    let context = DeadlineContext {
        issued: NaiveDate::from_ymd_opt(2023, 5, 10),
        year: Some(2023),
        ..DeadlineContext::default()
    };
    let (mut sentences, mut failures) = (0, String::new());
    for line in include_str!("sentences.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let Some((sentence, expected)) = line.split_once('|') else { panic!("two fields: {line}") };
        sentences += 1;
        let deadline = read(sentence.trim(), &context);
        let found = shown(&deadline, &context);
        if format!("{} {}", found.0, found.1) != expected.trim() {
            let _ = writeln!(failures, "text {sentence}: want {expected} got {found:?} {:?}", deadline.raw);
        }
    }
    assert!(sentences > 80 && failures.is_empty(), "{sentences} sentences\n{failures}");
}

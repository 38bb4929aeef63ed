//! Which of its family a caption means: a unit, a person or a time in one role or another.

use super::super::super::captions::Column;
use super::{Candidate, SETS, ending};
use crate::lexicon::WordSet;
use crate::lexicon::tables::CAPTIONS;

/// Which of its family a caption means.
pub(super) fn refined(family: Column, main: &str, note: &str) -> Candidate {
    let (column, weight) = match family {
        // 隐患内容, 诉求概要: what is wrong, unless the caption speaks of mending it.
        Column::Content | Column::Name if CAPTIONS.holds("problem", main) && !CAPTIONS.holds("mending", main) => {
            (Column::Problem, 6)
        }
        Column::Units => unit_role(main, note),
        Column::Responsible => person_role(main),
        Column::Time => time_role(main),
        other => (other, 6),
    };
    Candidate { column, weight }
}

/// 牵头单位, 责任单位（牵头）, 配合科室; 牵头及配合单位 names both and leaves the roles to the cells.
pub(super) fn unit_role(main: &str, note: &str) -> (Column, i32) {
    // 责任单位（第一个为牵头单位） tells an order, not a role.
    let note = if CAPTIONS.holds("first-leads", note) { "" } else { note };
    // 责任主体: the noun at the end is no role, though 主体 before a noun leads (主体单位).
    let stem = ending(main).and_then(|(word, _)| main.strip_suffix(word)).unwrap_or(main);
    let role = |kind| CAPTIONS.holds(kind, if kind == "lead" { stem } else { main }) || CAPTIONS.holds(kind, note);
    if CAPTIONS.words("roster").iter().any(|word| main.ends_with(word)) {
        return (Column::Roster, 6);
    }
    match (role("lead"), role("assist"), role("answer")) {
        (true, true, _) => (Column::Units, 5),
        (true, false, _) => (Column::Lead, 6),
        (false, true, _) => (Column::CoUnits, if main.contains("有关") || main.contains("相关") { 4 } else { 6 }),
        (false, false, true) => (Column::Units, 6),
        (false, false, false) if role("other-unit") => (Column::OtherUnit, 5),
        (false, false, false) => (Column::Units, 3),
    }
}

/// 分管领导, 责任人, 联系人; 验收人 and 填表人 do not answer for the task.
fn person_role(main: &str) -> (Column, i32) {
    if CAPTIONS.holds("other-person", main) && !main.contains("领导") {
        return (Column::OtherUnit, 6);
    }
    if CAPTIONS.holds("contact-role", main) && !main.contains("领导") {
        return (Column::Contact, 6);
    }
    if main.contains("领导") || CAPTIONS.holds("leader-role", main) {
        return (Column::Leader, 6);
    }
    (Column::Responsible, if main.chars().count() > 2 { 6 } else { 4 })
}

/// 完成时限, 开始时间, 实际完成时间.
fn time_role(main: &str) -> (Column, i32) {
    if CAPTIONS.holds("service-time", main) {
        return (Column::Basis, 6);
    }
    if CAPTIONS.holds("done", main) && !main.contains("计划") {
        return (Column::Progress, 6);
    }
    if CAPTIONS.holds("begins", main) && !CAPTIONS.holds("ends", main) {
        return (Column::Start, 6);
    }
    let weight = if CAPTIONS.holds("held", main) {
        3
    } else if matches!(main, "日期" | "时间") {
        4
    } else {
        6
    };
    (Column::Time, weight)
}

/// Roles without a noun: 主办, 会办, 牵头落实, 协同推进.
pub(super) fn role_alone(main: &str) -> Vec<Candidate> {
    let (mut rest, mut leads, mut assists) = (main, false, false);
    while !rest.is_empty() {
        let word = |set: &WordSet| set.behind_prefix(rest).map(|behind| rest.len() - behind.len());
        let (lead, assist, answer) = (word(&SETS.lead), word(&SETS.assist), word(&SETS.answer));
        let Some(taken) = lead.max(assist).max(answer) else { return Vec::new() };
        leads |= lead == Some(taken);
        assists |= assist == Some(taken);
        rest = rest.get(taken..).unwrap_or_default();
    }
    let (column, weight) = match (leads, assists) {
        (true, true) => (Column::Units, 3),
        (true, false) => (Column::Lead, 5),
        (false, true) => (Column::CoUnits, 5),
        (false, false) => (Column::Units, 3),
    };
    vec![Candidate { column, weight }]
}

//! Instructions inside a unit bracket that reach beyond it.

use crate::units::list::split_list;

/// What is left of a bracket when its instructions are taken out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Instructed {
    /// The words without instructions.
    pub(super) rest: String,
    /// Units given to everything below.
    pub(super) for_all_below: Vec<String>,
    /// Whether the first listed is declared to lead, here and below.
    pub(super) says_first_leads: bool,
}

/// Takes out 以下均需X负责，不再列出 / 以下政策均需X落实，不再单独列出 and 列第一位的为牵头单位，下同.
pub(super) fn take(inner: &str) -> Instructed {
    let mut rest = inner.to_owned();
    let mut for_all_below = Vec::new();
    if let Some(at) = rest.find("以下").filter(|at| rest.get(*at..).is_some_and(|tail| tail.contains("不再"))) {
        let tail = rest.split_off(at);
        for_all_below = units_for_all_below(&tail);
    }
    let mut says_first_leads = false;
    for words in
        ["第一位的为", "第一的为", "首位的为", "第一位为", "第一个为", "首位为", "第一位的单位为", "第一位的部门为"]
    {
        let Some(at) = rest.find(words) else { continue };
        // The instruction begins behind the separator before it: …、市财政局，列第一位的为牵头单位，下同
        let start = rest.get(..at).and_then(|before| before.rfind(['，', '。', '；', ',', ';'])).unwrap_or(0);
        rest.truncate(start);
        says_first_leads = true;
        break;
    }
    for words in ["，下同", "；下同", "。下同", "、下同", ",下同", "，以下同", "下同"] {
        if let Some(stripped) = rest.trim_end_matches('。').strip_suffix(words) {
            rest.truncate(stripped.len());
            break;
        }
    }
    let trimmed = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '。' | '；' | ';' | '，' | ','));
    // The instruction may have stood in a bracket of its own.
    let trimmed = trimmed.trim_end_matches(['（', '(']);
    Instructed { rest: trimmed.to_owned(), for_all_below, says_first_leads }
}

/// The units of 以下均需各区、县（市）政府负责，不再列出.
fn units_for_all_below(tail: &str) -> Vec<String> {
    let from = ["均需由", "均由", "均需", "均须", "都需", "需由", "由"]
        .iter()
        .find_map(|word| tail.find(word).map(|at| at + word.len()));
    let to = ["按职责", "负责", "落实", "配合", "参与", "承担", "实施", "组织"]
        .iter()
        .filter_map(|word| tail.find(word))
        .min();
    match (from, to) {
        (Some(from), Some(to)) if from < to => tail.get(from..to).map(split_list).unwrap_or_default(),
        _ => Vec::new(),
    }
}

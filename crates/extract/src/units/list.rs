//! A list of units to single units in order.

mod blanks;
mod collective;
mod run_on;
mod shared_ending;

use std::collections::HashSet;

use super::body::{
    Likeness, ends_like_body, is_area, is_only_function, is_owned, likeness, looks_like_unit, may_end_with_unit,
};
use super::name::{visible, without_definition};

/// Splits a list of units: `、` `，` `；` `;` and, between whole names, blanks, line feeds, 和, 及, 与 and 会同 separate; names
/// may also stand side by side with nothing between them.
///
/// A bracket that belongs to a name stays with it; 各区、县（市）政府 and its variants stay one unit; A等 gives A;
/// A等市级相关部门 gives A and 市级相关部门; 财政、税务部门 gives 财政部门 and 税务部门. A unit listed twice is kept once.
pub fn split_list(list: &str) -> Vec<String> {
    let visible = visible(list);
    let list = blanks::to_separators(&without_definition(&visible));
    let pieces = pieces(&list);
    let single = pieces.iter().flat_map(|piece| split_at_conjunctions(piece));
    let single = single.map(|name| without_conjunction(name.trim_matches(is_edge)));
    let mut known: HashSet<&str> = HashSet::new();
    single.flat_map(run_on::apart).filter(|name| !name.is_empty() && known.insert(name)).map(str::to_owned).collect()
}

/// The units of a list that names nothing else.
pub(crate) fn only_units(list: &str) -> Option<Vec<String>> {
    if !may_end_with_unit(list) {
        return None;
    }
    let names = split_list(list);
    (!names.is_empty() && names.iter().all(|name| looks_like_unit(name))).then_some(names)
}

/// A name without the conjunction that joined it to the names before it: 及各县区人民政府.
fn without_conjunction(name: &str) -> &str {
    if name.starts_with("和各") {
        return name.strip_prefix('和').unwrap_or(name);
    }
    name.strip_prefix("以及").or_else(|| name.strip_prefix('及')).filter(|rest| !rest.starts_with('其')).unwrap_or(name)
}

/// Characters that may stand around a name and do not belong to it.
pub(super) fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '。' | '、' | '，' | ',' | '；' | ';' | '.' | '．' | '：' | ':')
}

/// The names between separators, with collectives put together again and shared endings given to each.
fn pieces(list: &str) -> Vec<String> {
    let mut all = Vec::new();
    for group in collective::split_at_deng(list) {
        if group.is_tail {
            all.push(group.words.to_owned());
            continue;
        }
        let whole = collective::rejoin(at_separators(group.words));
        let single = whole.iter().flat_map(|name| split_at_conjunctions(name));
        let mut names: Vec<String> = single.map(str::to_owned).collect();
        names.iter_mut().for_each(drop_short_form);
        shared_ending::distribute(&mut names, group.shared_ending);
        all.extend(names);
    }
    all
}

/// Takes off a short form that a bracket gives to a name: 建德市政府[以下简称有关区、县（市）政府].
fn drop_short_form(name: &mut String) {
    if !name.contains("以下") {
        return;
    }
    let start = ["以下简称", "以下统称"].iter().find_map(|words| name.find(words));
    if let Some((at, open)) = start.and_then(|start| name.get(..start)?.char_indices().next_back())
        && matches!(open, '（' | '(' | '[' | '［' | '〔')
    {
        name.truncate(at);
    }
}

/// Splits at separators that stand outside brackets.
fn at_separators(list: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in list.char_indices() {
        match c {
            '（' | '(' | '[' | '［' | '〔' | '“' | '《' => depth += 1,
            '）' | ')' | ']' | '］' | '〕' | '”' | '》' => depth = depth.saturating_sub(1),
            '、' | '，' | ',' | '；' | ';' | '。' | '/' | '／' if depth == 0 => {
                parts.extend(list.get(start..at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.extend(list.get(start..));
    parts.retain(|part| !part.trim_matches(is_edge).is_empty());
    parts
}

/// Splits "A和B", "A及B" where both sides are whole names; 市规划和自然资源局 stays whole.
fn split_at_conjunctions(name: &str) -> Vec<&str> {
    // No two units are that long; and each conjunction looks at the whole name.
    const LONGEST: usize = 400;
    let joined = name.contains(['及', '和', '与']) || name.contains("会同") || name.contains("联合");
    if !joined || name.len() > LONGEST {
        return vec![name];
    }
    for word in ["以及", "会同", "联合", "及", "和", "与"] {
        for (at, _) in name.match_indices(word) {
            let (Some(left), Some(right)) = (name.get(..at), name.get(at + word.len()..)) else { continue };
            // 实验室与设备管理处: what the office does is said by two words, and one of them only ends like a body.
            let one_name = is_only_function(left) && !is_owned(right);
            if stands_alone(left) && !one_name && likeness(right) > Likeness::No && !right.starts_with('其') {
                let mut names = split_at_conjunctions(left);
                names.extend(split_at_conjunctions(right));
                return names;
            }
        }
    }
    vec![name]
}

/// Whether the words before a conjunction are a name of their own.
fn stands_alone(left: &str) -> bool {
    let open = left.matches(['（', '(', '[']).count() > left.matches(['）', ')', ']']).count();
    !open && (ends_like_body(left) || (is_area(left) && (left.starts_with('各') || left.ends_with(['区', '县']))))
}

#[cfg(test)]
mod tests;

//! A list of units to single units in order.

mod blanks;
mod collective;
mod numbers;
mod quotes;
mod run_on;
mod shared_ending;

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::body::{
    Likeness, ends_like_body, is_area, is_only_function, is_owned, likeness, looks_like_unit, may_end_with_unit,
};
use super::name::{visible, without_definition};
use crate::letters::signs;
use crate::lexicon::WordFinder;
use crate::lexicon::tables::BODIES;

/// Splits a list of units: `、` `，` `；` `;` and, between whole names, blanks, line feeds, 和, 及, 与 and 会同 separate; names
/// may also stand side by side with nothing between them.
///
/// A bracket that belongs to a name stays with it; 各区、县（市）政府 and its variants stay one unit; A等 gives A;
/// A等市级相关部门 gives A and 市级相关部门; 财政、税务部门 gives 财政部门 and 税务部门. A unit listed twice is kept once.
pub fn split_list(list: &str) -> Vec<String> {
    if is_plain_stretch(list) {
        let mut names = Vec::new();
        run_on::apart(list, &mut names);
        return each_once(names);
    }
    let visible = visible(list);
    let defined = without_definition(&visible);
    let quoted = quotes::parted(&defined);
    let numbered = numbers::to_separators(&quoted);
    let list = blanks::to_separators(&numbered);
    let pieces = pieces(&list);
    let mut single = Vec::with_capacity(pieces.len());
    for piece in &pieces {
        match piece {
            Cow::Borrowed(piece) => single.push(*piece),
            // What was put together may be two names.
            Cow::Owned(piece) => split_at_conjunctions(piece, &mut single),
        }
    }
    let mut names = Vec::with_capacity(single.len());
    for name in single {
        let name = quotes::without(name.trim_matches(is_edge)).trim_matches(is_edge);
        run_on::apart(without_conjunction(name), &mut names);
    }
    each_once(names)
}

/// Names, each once.
fn each_once(names: Vec<&str>) -> Vec<String> {
    let mut known = Known::default();
    names.into_iter().filter(|name| !name.is_empty() && known.is_new(name)).map(str::to_owned).collect()
}

/// Whether a list is letters only and none of them can join or close names, so that names can only stand side by side. Most
/// words that are asked about are.
pub(super) fn is_plain_stretch(list: &str) -> bool {
    static JOINING: LazyLock<WordFinder> = LazyLock::new(|| WordFinder::of(["等", "及", "和", "与", "同", "联"]));
    signs(list).next().is_none() && !JOINING.is_in(list)
}

/// The names of a list so far. Nearly every list is short enough to be looked through.
#[derive(Default)]
struct Known<'a> {
    first: Vec<&'a str>,
    further: HashSet<&'a str>,
}

impl<'a> Known<'a> {
    /// Whether a name has not been listed yet; remembers it.
    fn is_new(&mut self, name: &'a str) -> bool {
        const FEW: usize = 16;
        if self.first.contains(&name) {
            return false;
        }
        if self.first.len() < FEW {
            self.first.push(name);
            return true;
        }
        self.further.insert(name)
    }
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

/// The names between separators and conjunctions, with collectives put together again and shared endings given to each. What had to be
/// changed may still hold two names.
fn pieces(list: &str) -> Vec<Cow<'_, str>> {
    let mut all = Vec::new();
    let has_short_forms = list.contains("以下");
    for group in collective::split_at_deng(list) {
        if group.is_tail {
            let mut single = Vec::new();
            split_at_conjunctions(group.words, &mut single);
            all.extend(single.into_iter().map(Cow::Borrowed));
            continue;
        }
        let mut names: Vec<Cow<'_, str>> = Vec::new();
        for name in collective::rejoin(at_separators(group.words)) {
            match name {
                Cow::Borrowed(name) => {
                    let mut single = Vec::new();
                    split_at_conjunctions(name, &mut single);
                    names.extend(single.into_iter().map(Cow::Borrowed));
                }
                Cow::Owned(name) => {
                    let mut single = Vec::new();
                    split_at_conjunctions(&name, &mut single);
                    names.extend(single.into_iter().map(|name| Cow::Owned(name.to_owned())));
                }
            }
        }
        if has_short_forms {
            names.iter_mut().for_each(drop_short_form);
        }
        shared_ending::distribute(&mut names, group.shared_ending);
        all.extend(names);
    }
    all
}

/// Takes off a short form that a bracket gives to a name: 建德市政府[以下简称有关区、县（市）政府].
fn drop_short_form(name: &mut Cow<'_, str>) {
    let start = ["以下简称", "以下统称"].iter().find_map(|words| name.find(words));
    if let Some((at, open)) = start.and_then(|start| name.get(..start)?.char_indices().next_back())
        && matches!(open, '（' | '(' | '[' | '［' | '〔')
    {
        name.to_mut().truncate(at);
    }
}

/// Splits at separators that stand outside brackets.
fn at_separators(list: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in signs(list) {
        match c {
            '（' | '(' | '[' | '［' | '〔' | '“' | '《' | '〈' => depth += 1,
            '）' | ')' | ']' | '］' | '〕' | '”' | '》' | '〉' => depth = depth.saturating_sub(1),
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

/// Splits "A和B", "A及B" where both sides are whole names, and adds them to `names`; 市规划和自然资源局 stays whole.
fn split_at_conjunctions<'a>(name: &'a str, names: &mut Vec<&'a str>) {
    // No two units are that long; and each conjunction looks at the whole name.
    const LONGEST: usize = 400;
    const WORDS: [&str; 6] = ["以及", "会同", "联合", "及", "和", "与"];
    static JOINING: LazyLock<WordFinder> = LazyLock::new(|| WordFinder::of(WORDS));
    let places = if name.len() > LONGEST { Vec::new() } else { JOINING.places(name) };
    if places.is_empty() {
        names.push(name);
        return;
    }
    for word in WORDS {
        for (at, _) in places.iter().copied().filter(|(_, found)| *found == word) {
            let (Some(left), Some(right)) = (name.get(..at), name.get(at + word.len()..)) else { continue };
            // 实验室与设备管理处: what the office does is said by two words, and one of them only ends like a body.
            let one_name = is_only_function(left) && !is_owned(right);
            // 各乡镇党委和人民政府: the second is that of the same towns.
            let shared = BODIES.is("bare-organ", right) && left.ends_with("党委");
            if stands_alone(left) && !one_name && !shared && likeness(right) > Likeness::No && !right.starts_with('其')
            {
                split_at_conjunctions(left, names);
                split_at_conjunctions(right, names);
                return;
            }
        }
    }
    names.push(name);
}

/// Whether the words before a conjunction are a name of their own.
fn stands_alone(left: &str) -> bool {
    let open = left.matches(['（', '(', '[']).count() > left.matches(['）', ')', ']']).count();
    !open && (ends_like_body(left) || (is_area(left) && (left.starts_with('各') || left.ends_with(['区', '县']))))
}

#[cfg(test)]
mod tests;

//! Names that hold separators of their own, and the word 等.

use std::borrow::Cow;

use crate::letters::trimmed;
use crate::lexicon::tables::BODIES;
use crate::units::body::{Likeness, is_area, likeness, plain_word};

/// A stretch of a list as 等 divides it.
pub(super) struct Group<'a> {
    /// The words.
    pub(super) words: &'a str,
    /// Whether it is what stands behind 等, to be kept as one unit.
    pub(super) is_tail: bool,
    /// The ending that 等 gives to the names before it: 发改、国土等部门.
    pub(super) shared_ending: Option<&'static str>,
}

/// Divides a list at 等. "A、B等" → A、B; "A、B等市级相关部门" → A、B and 市级相关部门; a bare 部门 or 单位 behind 等 names
/// nobody and is left out. What stands behind 等 up to a comma is one collective, even with a 、 inside:
/// "等具有行政强制权和财产登记、保管职能的政府部门和单位".
pub(super) fn split_at_deng(list: &str) -> Vec<Group<'_>> {
    let mut groups = Vec::new();
    let mut rest = list;
    while let Some(at) = deng_position(rest) {
        let (Some(before), Some(after)) = (rest.get(..at), rest.get(at + "等".len()..)) else { break };
        let end = tail_end(after);
        let (tail, next) = (after.get(..end).unwrap_or(""), after.get(end..).unwrap_or(""));
        let bare = plain_word(without_count(tail));
        groups.push(Group { words: before, is_tail: false, shared_ending: bare });
        if bare.is_none() && !tail.is_empty() {
            groups.push(Group { words: tail, is_tail: true, shared_ending: None });
        }
        rest = next;
    }
    groups.push(Group { words: rest, is_tail: false, shared_ending: None });
    groups
}

/// 5个部门 and 五家单位 without the count.
fn without_count(tail: &str) -> &str {
    let is_count = |c: char| c.is_ascii_digit() || "一二三四五六七八九十两".contains(c);
    if !tail.starts_with(is_count) {
        return tail;
    }
    tail.trim_start_matches(is_count).trim_start_matches(['个', '家'])
}

/// Where 等 closes a list: not in 高等, 平等, 同等, and not inside brackets.
fn deng_position(list: &str) -> Option<usize> {
    let (mut depth, mut before) = (0usize, '、');
    for (at, c) in list.char_indices() {
        match c {
            '（' | '(' | '[' | '［' | '〈' => depth += 1,
            '）' | ')' | ']' | '］' | '〉' => depth = depth.saturating_sub(1),
            '等' if depth == 0
                && at > 0
                && !matches!(before, '高' | '中' | '初' | '平' | '同' | '对' | '优' | '均' | '、') =>
            {
                let after = list.get(at + c.len_utf8()..).unwrap_or("");
                if !after.starts_with(['级', '于', '候', '待', '额', '值']) {
                    return Some(at);
                }
            }
            _ => {}
        }
        before = c;
    }
    None
}

/// Where the collective behind 等 ends: at a comma or semicolon; at a `、` only when what stands before it is whole.
fn tail_end(after: &str) -> usize {
    const LONGEST: usize = 200;
    let mut depth = 0usize;
    for (at, c) in after.char_indices() {
        if at > LONGEST {
            return at;
        }
        match c {
            '（' | '(' | '[' | '［' | '〈' => depth += 1,
            '）' | ')' | ']' | '］' | '〉' => depth = depth.saturating_sub(1),
            '，' | ',' | '；' | ';' | '。' if depth == 0 => return at,
            '、' if depth == 0 => {
                let before = after.get(..at).unwrap_or("");
                if before.is_empty() || (likeness(before) > Likeness::No && !before.contains("具有")) {
                    return at;
                }
            }
            // 等市有关部门及各县（市、区）政府
            '及' | '和' if depth == 0 => {
                let before = after.get(..at).unwrap_or("");
                let behind = after.get(at + c.len_utf8()..).unwrap_or("");
                if (before.ends_with("部门") || before.ends_with("单位")) && behind.starts_with('各') {
                    return at;
                }
            }
            _ => {}
        }
    }
    after.len()
}

/// Puts names together again that a separator inside them has parted: 各区 + 县（市）政府, 市 + 区财政部门.
pub(super) fn rejoin(parts: Vec<&str>) -> Vec<Cow<'_, str>> {
    let mut names: Vec<Cow<'_, str>> = Vec::with_capacity(parts.len());
    for part in parts {
        let part = trimmed(part);
        match names.last_mut() {
            Some(last) if goes_on(last, part) => {
                let last = last.to_mut();
                last.push('、');
                last.push_str(part);
            }
            _ => names.push(Cow::Borrowed(part)),
        }
    }
    names
}

/// Whether `next` is the rest of the collective that `last` begins.
fn goes_on(last: &str, next: &str) -> bool {
    // 市、区财政部门
    if last.chars().count() == 1 && "省市区县州盟旗乡镇".contains(last) {
        return true;
    }
    // 各有关部门、单位
    if BODIES.is("collective-noun", next) {
        return BODIES.begins("collective", last) && BODIES.ends("collective-noun", last);
    }
    // 13个街道、镇
    if is_counted_area(last) && BODIES.is("counted", next) {
        return true;
    }
    let tail = last.rsplit('、').next().unwrap_or(last);
    // 各区、县（市）政府; 有关区、县（市）; 各设区市、县（市、区）; 各县、市、区政府
    if is_open_collective(last, tail) && begins_territory(next) {
        return true;
    }
    // 市级有关部门和区、县（市）
    let joined = last.rsplit_once('和').or_else(|| last.rsplit_once('及'));
    if joined.is_some_and(|(before, area)| before.ends_with(['门', '位']) && begins_collective(area))
        && begins_territory(next)
    {
        return true;
    }
    // 有关市级、区级审批部门
    if tail.ends_with('级') && next.chars().nth(1) == Some('级') {
        return true;
    }
    // 各区、县（市）政府、管委会; 各县（市、区）政府、开发区管委会 are two
    matches!(next, "管委会" | "管委" | "（管委会）") && (last.ends_with("政府") || is_area(last))
}

/// 13个街道, 九个乡镇: territories that a number counts and nobody names.
fn is_counted_area(name: &str) -> bool {
    let first = name.split('、').next().unwrap_or(name);
    let behind = without_count(first);
    behind.len() < first.len() && BODIES.is("counted", behind)
}

/// Whether the words so far are the beginning of "all territories" without what kind of body is meant.
fn is_open_collective(last: &str, tail: &str) -> bool {
    let head = BODIES.begins("all-of", last) || last.starts_with(['区', '县', '市']);
    let short = tail.chars().count() <= 5;
    head && short
        && (without_variant(tail).ends_with(['区', '县', '市', '州', '旗']) || tail == "各地")
        && (last.contains('、') || begins_collective(last))
}

/// A territory without the bracket that names its like: 各市（地） is 各市.
fn without_variant(area: &str) -> &str {
    let open = area.strip_suffix(['）', ')']).and_then(|inner| inner.rsplit_once(['（', '(']));
    let is_variant = |c: char| "县市区地州盟旗、".contains(c);
    open.filter(|(_, variant)| variant.chars().all(is_variant)).map_or(area, |(before, _)| before)
}

/// Whether a first part like 各区, 有关区, 区 stands for many territories and is no name like 市北区 or 市中区.
fn begins_collective(first: &str) -> bool {
    let bare = BODIES.behind_prefix("all-of", first).unwrap_or(first);
    BODIES.is("bare-territory", without_variant(bare))
}

/// Whether a part begins with a bare territory word: 县（市）政府, 区人民政府, 市, 县级市.
fn begins_territory(next: &str) -> bool {
    let mut chars = next.chars();
    let first = chars.next();
    if !matches!(first, Some('县' | '区' | '市' | '州' | '旗')) {
        return false;
    }
    let rest = chars.as_str();
    rest.is_empty()
        || rest.starts_with(['（', '(', '、', '级', '市', '区', '县'])
        || BODIES.begins("behind-territory", rest)
}

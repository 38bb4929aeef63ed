//! Names that stand side by side with nothing between them: 县教育局县卫健局, 五星街道南大街街道, 人事处教务处.

use crate::lexicon::tables::BODIES;
use crate::units::body::{
    Likeness, begins_with_territory, ends_like_body, has_sub_offices, is_bare_office, is_owned, likeness, may_end_body,
    without_closing_bracket,
};

/// No row of names without separators is longer, in characters.
const LONGEST: usize = 80;

/// Adds the single names of a stretch without separators to `names`.
pub(super) fn apart<'a>(name: &'a str, names: &mut Vec<&'a str>) {
    let length = name.chars().count();
    if !(5..=LONGEST).contains(&length) {
        names.push(name);
        return;
    }
    let mut rest = name;
    while let Some(at) = first_cut(rest) {
        let (left, right) = rest.split_at(at);
        names.push(left);
        rest = right;
    }
    names.push(rest);
}

/// Where the first name ends, when another begins there.
fn first_cut(words: &str) -> Option<usize> {
    let (mut depth, length) = (0usize, words.chars().count());
    words.char_indices().enumerate().find_map(|(count, (at, c))| {
        match c {
            '（' | '(' | '[' | '［' | '〈' => depth += 1,
            '）' | ')' | ']' | '］' | '〉' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 0 || count == 0 || count + 3 > length || !may_end_first(c) {
            return None;
        }
        let end = at + c.len_utf8();
        let (left, right) = (words.get(..end)?, words.get(end..)?);
        are_two(left, right).then_some(end)
    })
}

/// Whether a character may end a name that another stands behind.
fn may_end_first(c: char) -> bool {
    PLACES.contains(&c) || may_end_body(c)
}

/// Last characters of places that stand side by side.
const PLACES: [char; 7] = ['道', '镇', '乡', '区', '村', '所', '站'];

/// Whether two stretches are two names and not one: a body and its own office stay one (市公安局交警支队).
fn are_two(left: &str, right: &str) -> bool {
    if are_neighbours(left, right) {
        return true;
    }
    if !ends_like_body(left) {
        return false;
    }
    if let Some(collective) = right.strip_prefix('各') {
        return likeness(right) > Likeness::No && has_none_below(left, collective);
    }
    if repeats_owner(left, right) {
        return true;
    }
    // A bracket ends a name: 市商务局（市粮食局）市税务局.
    if left.ends_with(['）', ')']) {
        return likeness(right) == Likeness::Whole;
    }
    // 实验室管理处 is one office.
    if is_function(right) {
        return false;
    }
    let left = without_closing_bracket(left);
    may_have_peer(left) && {
        let next = first_name(right);
        is_bare_office(next) && is_peer(left, next)
    }
}

/// Whether what follows says what an office does and is none by itself: 派出所工作站.
fn is_function(words: &str) -> bool {
    BODIES.begins("goes-on", words)
}

/// Townships, villages or stations of a township side by side: 五星街道南大街街道, 派出所财政所; 石桥镇大塘村 is one place.
fn are_neighbours(left: &str, right: &str) -> bool {
    const RANKS: [&[&str]; 3] = [&["街道", "镇", "乡"], &["社区", "村"], &["所", "站"]];
    if !left.ends_with(PLACES) || is_function(right) {
        return false;
    }
    RANKS.iter().any(|rank| {
        let name = |words: &str| {
            let stem = rank.iter().find_map(|ending| words.strip_suffix(ending));
            stem.is_some_and(|stem| (1..=4).contains(&stem.chars().count()) && is_plain(stem))
        };
        let next = right.char_indices().map(|(at, c)| at + c.len_utf8()).filter_map(|end| right.get(..end));
        name(left) && next.take(7).any(name)
    })
}

/// Whether a stem is a name and no collective: 各乡镇, 有关街道.
fn is_plain(stem: &str) -> bool {
    !stem.starts_with(['各', '乡', '镇', '村', '街'])
        && !stem.contains(['、', '（', '('])
        && !stem.ends_with(['乡', '镇', '村', '农'])
}

/// Whether a body has no offices of the kind that a collective names: 财务处 has no 学院, 教育局 no 镇街.
fn has_none_below(left: &str, collective: &str) -> bool {
    let territories = begins_with_territory(collective) || collective.starts_with("有关");
    let office = left.ends_with(['处', '科', '室', '股', '所', '站']);
    let department = left.ends_with(['局', '委', '办', '厅', '部', '队', '会', '心', '院', '司', '联']);
    // 市委各部门, 区政府各部门 are collectives of their own.
    office || (department && territories && !BODIES.ends("whole-organ", left))
}

/// Whether the second name begins with the level that the first begins with: 县委宣传部县文旅局.
fn repeats_owner(left: &str, right: &str) -> bool {
    let begin = |words: &str| words.trim_start_matches('团').chars().next();
    let level = begin(right).filter(|c| "省市县区州旗镇乡校院".contains(*c));
    if level.is_none() || level != begin(left) {
        return false;
    }
    // 市场监管局, 区域合作局, 校医院 begin with no level.
    let next = first_name(right);
    !BODIES.begins("no-level", right) && next.chars().count() >= 2 && likeness(next) == Likeness::Whole
}

/// The shortest name that a stretch without separators begins with; all of it where none ends inside.
fn first_name(words: &str) -> &str {
    const LONGEST_NAME: usize = 24;
    let ends = words.char_indices().take(LONGEST_NAME).filter(|(_, c)| may_end_body(*c));
    let mut names = ends.filter_map(|(at, c)| words.get(..at + c.len_utf8()));
    names.find(|name| ends_like_body(name) && likeness(name) == Likeness::Whole).unwrap_or(words)
}

/// Whether an office may stand beside one that [is its peer](is_peer), as its own name tells.
fn may_have_peer(left: &str) -> bool {
    if is_owned(left) {
        return left.ends_with(['局', '委']) && !left.ends_with("总局") && !has_sub_offices(left);
    }
    rank(left) > 0 && is_bare_office(left)
}

/// Whether two offices stand side by side: with one ending, or the second of no lower rank. The first [may](may_have_peer).
fn is_peer(left: &str, right: &str) -> bool {
    let last = |name: &str| name.chars().next_back();
    if is_owned(left) {
        // 县教育局卫健局: the owner is said once.
        return last(left) == last(right) && right.chars().count() <= 8 && !right.ends_with("分局");
    }
    rank(right) >= lowest_beside(left)
}

/// The lowest rank that stands beside an office and not below it: a 处 has 科, an 办公室 has no 所.
fn lowest_beside(name: &str) -> u8 {
    if BODIES.ends("small-office", name) { 1 } else { rank(name) }
}

/// The rank of an office inside an institution by its ending; 0 for what is no office.
fn rank(name: &str) -> u8 {
    match name.chars().next_back() {
        Some('处' | '部' | '司') => 3,
        Some('院' | '馆' | '局' | '委') => 3,
        _ if name.ends_with("办公室") || name.ends_with("中心") => 2,
        Some('科' | '室' | '办') => 2,
        Some('股' | '所' | '站' | '队') => 1,
        _ => 0,
    }
}

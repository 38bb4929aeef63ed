//! What a figure counts: the words before it, or those behind it when it stands before its noun.

use super::{FIGURE, lexicon};
use crate::lexicon::tables::FIGURES;

const DELIMITERS: [char; 6] = ['，', '、', '：', ',', ':', '“'];

/// The words around a figure, each within its part of the sentence.
pub(super) struct Words<'a> {
    pub(super) before: &'a str,
    pub(super) behind: &'a str,
    pub(super) limit: &'a str,
    pub(super) unit: &'a str,
}

impl<'a> Words<'a> {
    /// 新增 [800张] 养老床位; 培育不少于 [20个] 专业服务商. Sums, shares and times do not count a noun behind them.
    pub(super) fn named_behind(&self) -> Option<(String, &'a str)> {
        if lexicon::is_money_or_share(self.unit) || lexicon::is_time(self.unit) {
            return None;
        }
        let bound = lexicon::DIRECTIONS.iter().find(|word| self.before.ends_with(**word)).copied();
        let before = bound.map_or(self.before, |bound| self.before.strip_suffix(bound).unwrap_or(self.before));
        let verb = |before: &str| lexicon::MAKING.iter().find(|verb| before.ends_with(**verb)).copied();
        // 完成 [20个] 项目: what says where a figure should go may be the verb itself.
        let (before, verb, bound) = match verb(before) {
            Some(verb) => (before, verb, bound),
            None => (self.before, verb(self.before)?, None),
        };
        let place = before.strip_suffix(verb)?;
        if place.ends_with(['每', '已']) {
            return None;
        }
        // 找得到、离不开的企业应用场景: what is counted stands at the end.
        let name = self.behind.rsplit('的').next().unwrap_or(self.behind);
        Some((readable(name)?, bound.unwrap_or(verb)))
    }

    /// 查验无陪同比例达到 [70%]; 培育专精特新企业 [1000家]; 服务满意率 [98%以上].
    pub(super) fn named_before(&self) -> Option<(String, &'a str)> {
        if !self.behind.is_empty() && !self.behind.starts_with(lexicon::JOINING) {
            // The figure describes the noun behind it: 产值5亿元以上检验检测机构.
            return None;
        }
        for word in lexicon::DIRECTIONS.iter().copied() {
            if let Some(name) = self.before.strip_suffix(word) {
                return Some((readable(counted(name))?, word));
            }
        }
        // 整改率 [100%], 旅游收入 [8亿元]: the name itself is that of a goal.
        let name = counted(self.before);
        if self.limit.is_empty() && lexicon::is_money_or_share(self.unit) && lexicon::names_goal(name) && !is_base(name)
        {
            return Some((readable(name)?, ""));
        }
        let made = made(self.before);
        if let Some((verb, name)) = made
            && !lexicon::is_time(self.unit)
        {
            return Some((readable(counted(name))?, verb));
        }
        // 以下 and 内 alone are conditions and time limits, not targets.
        matches!(self.limit, "以上" | "及以上" | "左右" | "以内")
            .then(|| Some((readable(counted(self.before))?, "")))
            .flatten()
    }
}

/// Whether a name holds a direction of its own and ends with what the share is of: 研发支出不低于主营业务收入 5%.
fn is_base(name: &str) -> bool {
    lexicon::DIRECTIONS.iter().any(|direction| name.contains(*direction))
}

/// The verb that orders something made, and what: at the beginning, or anywhere when it cannot be a noun.
fn made(before: &str) -> Option<(&'static str, &str)> {
    let start = without_opening(before);
    let places = lexicon::MAKING.iter().filter_map(|verb| Some((start.find(verb)?, *verb)));
    let ordered = places.filter(|(place, verb)| *place == 0 || !lexicon::may_be_noun(verb));
    // 新增 before 增 at the same place: the list names longer verbs first, and the first of equals is kept.
    let (place, verb) = ordered.min_by_key(|(place, _)| *place)?;
    if start.get(..place)?.ends_with(['每', '已']) {
        return None;
    }
    Some((verb, start.get(place + verb.len()..)?))
}

/// The name without what leads to it and without what only joins it to the figure.
fn counted(name: &str) -> &str {
    let mut name = without_opening(name);
    // 担保费率由法定的2%降至…, 目前的1.5%的担保费率: the present figure is no part of the name.
    if let Some(figure) = FIGURE.find_iter(name).last() {
        let behind = name.get(figure.end()..).unwrap_or_default();
        let before = name.get(..figure.start()).unwrap_or_default();
        if let Some(rest) = behind.strip_prefix('的') {
            name = rest;
        } else if let Some(place) = before.rfind(['由', '从']).filter(|_| behind.is_empty()) {
            name = before.get(..place).unwrap_or(name);
        }
    }
    while let Some(rest) = lexicon::TRAILING.iter().find_map(|word| name.strip_suffix(word)) {
        name = rest;
    }
    // 供应链, 建设用地: what may be a noun stays.
    let verbs = || lexicon::MAKING.iter().filter(|verb| !lexicon::may_be_noun(verb));
    while let Some(rest) = verbs().find_map(|verb| name.strip_prefix(verb)).filter(|rest| rest.chars().count() > 1) {
        name = rest;
    }
    name
}

/// Without the time and the verbs a clause opens with: 到2025年, 力争, 确保, 全年.
fn without_opening(clause: &str) -> &str {
    let mut clause = without_time(clause.trim());
    while let Some(rest) = lexicon::LEADING.iter().find_map(|verb| clause.strip_prefix(verb)) {
        clause = without_time(rest);
    }
    clause
}

/// A name does not begin with the time: 2025年全市…, 到2027年….
fn without_time(name: &str) -> &str {
    let time = name.trim_start_matches(['到', '至']);
    if !time.starts_with(|character: char| character.is_ascii_digit()) {
        return name;
    }
    let ends = ["年底前", "年末", "年底", "年"].iter().filter_map(|end| Some((time.find(end)?, end.len())));
    match ends.min_by_key(|(place, length)| (*place, usize::MAX - length)) {
        Some((place, length)) if time.get(..place).is_some_and(|year| year.chars().all(|c| c.is_ascii_digit())) => {
            time.get(place + length..).unwrap_or(name)
        }
        _ => name,
    }
}

/// The end of a text since its last delimiter, asides in brackets left out. What stands in quotes is one word.
pub(super) fn clause_before(text: &str) -> String {
    let plain = without_asides(text);
    let mut start = 0;
    let mut quoted = false;
    for (place, character) in plain.char_indices().rev() {
        match character {
            '”' => quoted = true,
            '“' if quoted => quoted = false,
            _ if !quoted && (DELIMITERS.contains(&character) || matches!(character, '（' | '）')) => {
                start = place + character.len_utf8();
                break;
            }
            _ => {}
        }
    }
    plain.get(start..).unwrap_or_default().trim().to_owned()
}

/// What follows a figure up to the next delimiter; in a list of qualities up to the noun they belong to.
pub(super) fn clause_behind(to_comma: &str) -> String {
    let plain = without_asides(to_comma);
    let ends = ['：', ':', '（', '）'];
    let whole = plain.split(ends).next().unwrap_or_default();
    let first = whole.split('、').next().unwrap_or_default();
    // 50项找得到、用得好、离不开的企业应用场景
    let of_qualities = !first.is_empty() && first.chars().count() <= 4 && whole.rsplit('、').next() != Some(first);
    let chosen = if of_qualities && whole.contains('的') && !FIGURE.is_match(whole) { whole } else { first };
    chosen.trim().to_owned()
}

fn without_asides(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('（') {
        let (head, tail) = rest.split_at(open);
        let Some(close) = tail.find('）') else { break };
        plain.push_str(head);
        rest = tail.get(close + '）'.len_utf8()..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}

/// A name that says something: two to forty characters, and no threshold.
fn readable(name: &str) -> Option<String> {
    let name = name.trim().trim_matches('的').trim_start_matches(['”', '和', '及', '等']);
    let length = name.chars().count();
    let says = (2..=40).contains(&length) && !FIGURES.is("verb-alone", name);
    (says && !FIGURES.holds("threshold", name)).then(|| name.to_owned())
}

//! Quantified targets: what is counted, the figure, its unit, which way it should go and by when.
//!
//! A figure is a target when the words around it say where it should go (达到, 不少于, 压缩至 …) or what should be
//! made (新增, 建成, 培育 …). Money handed out, conditions of eligibility and plain counts are none.
//!
//! | words | name | figure | unit | direction |
//! |---|---|---|---|---|
//! | 查验无陪同比例达到70%以上 | 查验无陪同比例 | 70 | % | 达到…以上 |
//! | 新增养老床位800张 | 养老床位 | 800 | 张 | 新增 |
//! | 正常出口退税平均办理时间压缩至3个工作日内 | 正常出口退税平均办理时间 | 3 | 个工作日 | 压缩至…内 |

mod lexicon;

use std::sync::LazyLock;

use domain::Indicator;
use regex::{Captures, Regex};

use crate::deadline::{self, DeadlineContext};

/// The quantified targets of a clause, in the order written.
pub(crate) fn read(text: &str, context: &DeadlineContext) -> Vec<Indicator> {
    text.split(['。', '；', ';']).flat_map(|sentence| read_sentence(sentence, context)).collect()
}

fn read_sentence(sentence: &str, context: &DeadlineContext) -> Vec<Indicator> {
    if !sentence.contains(|character: char| character.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found: Vec<Indicator> =
        FIGURE.captures_iter(sentence).filter_map(|figure| target(sentence, &figure)).collect();
    if !found.is_empty() {
        let by = deadline::read(sentence, context).due;
        for indicator in &mut found {
            indicator.by = by;
        }
    }
    found
}

/// A number with its unit and what limits it from behind: `150个以上`.
static FIGURE: LazyLock<Regex> = LazyLock::new(|| {
    let units = lexicon::UNITS.join("|");
    let pattern = format!(
        "(?P<figure>[0-9]+(?:[.,][0-9]+)*)\\s*(?P<scale>万亿|千亿|百亿|亿|万|千|百)?(?P<unit>{units})(?P<limit>及?以上|以内|以下|左右|内)?"
    );
    #[allow(clippy::expect_used)] // the pattern is fixed; a test compiles it
    Regex::new(&pattern).expect("the pattern of figures compiles")
});

/// The target that a figure states, when the words around it make it one.
fn target(sentence: &str, figure: &Captures<'_>) -> Option<Indicator> {
    let whole = figure.get(0)?;
    let unit = figure.name("unit")?.as_str();
    let limit = figure.name("limit").map_or("", |limit| limit.as_str());
    let before = sentence.get(..whole.start())?;
    let behind = sentence.get(whole.end()..)?;
    let before = before.rsplit(DELIMITERS).next()?.trim();
    let behind = behind.split(DELIMITERS).next()?.trim();
    if is_condition(before, behind) || (lexicon::is_money_or_share(unit) && lexicon::hands_out(sentence)) {
        return None;
    }
    let (name, direction) = named_behind(before, behind).or_else(|| named_before(before, limit))?;
    let name = without_time(name);
    let readable = (2..=40).contains(&name.chars().count());
    let scale = figure.name("scale").map_or("", |scale| scale.as_str());
    // 5万亿元 is a sum in 万亿元; 1.5万人 is a figure of 1.5万.
    let (scale, money) = if unit.ends_with('元') { ("", scale) } else { (scale, "") };
    readable.then(|| Indicator {
        name: name.to_owned(),
        figure: format!("{}{scale}", &figure["figure"]),
        unit: format!("{money}{unit}"),
        direction: join_direction(direction, limit),
        by: None,
    })
}

const DELIMITERS: [char; 8] = ['，', '、', '：', ',', ':', '（', '）', '“'];

/// A figure that describes who or what is meant: 对销售额达到1亿元以上的企业.
fn is_condition(before: &str, behind: &str) -> bool {
    behind.starts_with('的') || before.starts_with('对') || before.contains("第") && before.ends_with('第')
}

/// 查验无陪同比例达到 [70%]; 培育专精特新企业 [1000家]; 服务满意率 [98%以上].
fn named_before<'a>(before: &'a str, limit: &str) -> Option<(&'a str, &'a str)> {
    for word in lexicon::DIRECTIONS {
        if let Some(name) = before.strip_suffix(word) {
            return Some((without_leading_verb(name), word));
        }
    }
    for verb in lexicon::MAKING {
        if let Some(place) = before.find(verb) {
            let name = before.get(place + verb.len()..)?;
            return (!name.is_empty()).then_some((name, *verb));
        }
    }
    (!limit.is_empty() && limit != "内").then_some((without_leading_verb(before), ""))
}

/// 新增 [800张] 养老床位; 培育不少于 [20个] 专业服务商.
fn named_behind<'a>(before: &'a str, behind: &'a str) -> Option<(&'a str, &'a str)> {
    let bound = lexicon::DIRECTIONS.iter().find(|word| before.ends_with(**word));
    let before = bound.map_or(before, |bound| before.strip_suffix(*bound).unwrap_or(before));
    let verb = lexicon::MAKING.iter().find(|verb| before.ends_with(**verb))?;
    Some((behind, bound.unwrap_or(verb)))
}

fn without_leading_verb(name: &str) -> &str {
    let mut name = name;
    while let Some(rest) = lexicon::LEADING.iter().find_map(|verb| name.strip_prefix(verb)) {
        name = rest;
    }
    lexicon::TRAILING.iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name)
}

/// A name does not begin with the time: 2025年全市…, 到2027年….
fn without_time(name: &str) -> &str {
    let name = name.trim_start_matches(['到', '至']);
    match name
        .find("年底")
        .map(|place| place + "年底".len())
        .or_else(|| name.find('年').map(|place| place + "年".len()))
    {
        Some(end) if name.starts_with(|character: char| character.is_ascii_digit()) => {
            name.get(end..).unwrap_or(name).trim_start_matches('前')
        }
        _ => name,
    }
}

fn join_direction(direction: &str, limit: &str) -> String {
    match (direction.is_empty(), limit.is_empty()) {
        (false, false) => format!("{direction}…{limit}"),
        _ => format!("{direction}{limit}"),
    }
}

#[cfg(test)]
mod tests;

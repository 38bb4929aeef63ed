//! Quantified targets: what is counted, the figure, its unit, which way it should go and by when.
//!
//! A figure is a target when the words around it say where it should go (达到, 不少于, 压缩至 …) or what should be
//! made (新增, 建成, 培育 …). Money handed out, conditions of eligibility and plain counts are none: they end in 的,
//! stand before the noun they describe, or belong to a sentence that grants something.
//!
//! | words | name | figure | unit | direction |
//! |---|---|---|---|---|
//! | 查验无陪同比例达到70%以上 | 查验无陪同比例 | 70 | % | 达到…以上 |
//! | 新增养老床位800张 | 养老床位 | 800 | 张 | 新增 |
//! | 正常出口退税平均办理时间压缩至3个工作日内 | 正常出口退税平均办理时间 | 3 | 个工作日 | 压缩至…内 |

mod lexicon;
mod naming;

use std::borrow::Cow;
use std::sync::LazyLock;

use domain::Indicator;
use regex::{Captures, Regex};

use crate::deadline::{self, DeadlineContext};
use crate::letters::{signs, split_at_signs};
use crate::lexicon::tables::FIGURES;
use crate::numerals::{self, is_han_numeral};

/// The quantified targets of a clause, in the order written.
pub(crate) fn read(text: &str, context: &DeadlineContext) -> Vec<Indicator> {
    let mut found: Vec<Indicator> = Vec::new();
    let text = with_digits(text);
    if !holds_digit(&text) {
        return found;
    }
    for indicator in
        split_at_signs(&text, |c| matches!(c, '。' | '；' | ';')).flat_map(|sentence| read_sentence(sentence, context))
    {
        let known = |other: &Indicator| {
            (&other.name, &other.figure, &other.unit) == (&indicator.name, &indicator.figure, &indicator.unit)
        };
        if !found.iter().any(known) {
            found.push(indicator);
        }
    }
    found
}

fn holds_digit(text: &str) -> bool {
    signs(text).any(|(_, c)| c.is_ascii_digit())
}

/// A text with digits for the small figures that are written in Chinese behind a bound: 不少于两次.
fn with_digits(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for bound in FIGURES.words("bound") {
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find(bound)) {
            from += at + bound.len();
            let rest = text.get(from..).unwrap_or_default();
            let end = rest.find(|c| !is_han_numeral(c) && c != '两').unwrap_or(rest.len());
            let Some(figure) = rest.get(..end).and_then(numerals::number).map(|figure| figure.to_string()) else {
                continue;
            };
            text.to_mut().replace_range(from..from + end, &figure);
        }
    }
    text
}

fn read_sentence(sentence: &str, context: &DeadlineContext) -> Vec<Indicator> {
    if !holds_digit(sentence) {
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

/// A number or a span of numbers with its unit and what limits it from behind: `150个以上`, `3—5家`, `20万元/亩`.
static FIGURE: LazyLock<Regex> = LazyLock::new(|| {
    let units = lexicon::UNITS.join("|");
    let pattern = format!(
        "(?P<figure>[0-9]+(?:[.,][0-9]+)*(?:[%％]?[-—–－~～][0-9]+(?:[.,][0-9]+)*)?)\\s*(?P<scale>万亿|千亿|百亿|亿|万|千|百)?[余多]?(?P<unit>(?:{units})(?:/(?:亩|升|立方米|平方米|千瓦时|吨|人|户|年|月))?)(?:（[^（）]{{1,3}}）)?(?P<limit>及?以上|以内|以下|左右|内)?"
    );
    #[allow(clippy::expect_used)] // the pattern is fixed; a test compiles it
    Regex::new(&pattern).expect("the pattern of figures compiles")
});

/// The target that a figure states, when the words around it make it one.
fn target(sentence: &str, figure: &Captures<'_>) -> Option<Indicator> {
    let whole = figure.get(0)?;
    let unit = figure.name("unit")?.as_str();
    let limit = figure.name("limit").map_or("", |limit| limit.as_str());
    let (before, behind) = (sentence.get(..whole.start())?, sentence.get(whole.end()..)?);
    if lexicon::grants(behind) || (lexicon::is_money_or_share(unit) && lexicon::grants(sentence)) {
        return None;
    }
    let mut before = naming::clause_before(before);
    // 缩短约35%
    if before.ends_with('约') {
        before.pop();
    }
    let to_comma = behind.split(['，', ',']).next()?;
    let behind = naming::clause_behind(to_comma);
    if is_condition(&before, &behind, to_comma) {
        return None;
    }
    let words = naming::Words { before: &before, behind: &behind, limit, unit };
    let (name, direction) = words.named_behind().or_else(|| words.named_before())?;
    let scale = figure.name("scale").map_or("", |scale| scale.as_str());
    // 5万亿元 is a sum in 万亿元; 1.5万人 is a figure of 1.5万.
    let (scale, money) = if unit.contains('元') { ("", scale) } else { (scale, "") };
    Some(Indicator {
        name,
        figure: format!("{}{scale}", figure["figure"].replace(['%', '％'], "")),
        unit: format!("{money}{unit}"),
        direction: join_direction(direction, limit),
        by: None,
    })
}

/// A figure that describes who or what is meant: 对销售额达到1亿元以上的企业; 租用面积超过1000平方米的，由属地…; a
/// state reached already: 在压缩至5个工作日基础上; a rule for others: 不得超过2个.
fn is_condition(before: &str, behind: &str, to_comma: &str) -> bool {
    behind.starts_with('的')
        || to_comma.ends_with('的')
        || behind.contains("基础上")
        || before.starts_with('对')
        || before.ends_with('第')
        || before.ends_with('由')
        || before.contains("不得")
        || before.contains("分别")
        || FIGURES.holds("given", before)
}

fn join_direction(direction: &str, limit: &str) -> String {
    match (direction.is_empty(), limit.is_empty()) {
        (false, false) => format!("{direction}…{limit}"),
        _ => format!("{direction}{limit}"),
    }
}

#[cfg(test)]
mod tests;

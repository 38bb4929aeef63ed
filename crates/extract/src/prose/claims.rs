//! What a notice counts of itself in its title and opening words: 25条, 十项举措, 八大举措.

use domain::{Claim, ClaimSubject, Measure, MeasureClass};

use crate::lexicon::tables::CLAIMS;
use crate::numerals;
use crate::outline::NodeKind;

use super::context::Context;

/// A count found in the words of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Count {
    number: u32,
    counter: &'static str,
    words: String,
}

/// The counts that a document states of its clauses, beside those found.
pub(super) fn read(context: &Context<'_>, title: &str, line: u32, measures: &[Measure]) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    if measures.is_empty() {
        return claims;
    }
    let found = Found::of(measures);
    for count in counts(title).into_iter().filter(|count| counts_clauses(count, title)) {
        claims.push(found.claim(count, line));
    }
    let opening = context.outline.nodes.iter().zip(&context.sections).find(|(node, _)| node.kind == NodeKind::Opening);
    let Some((_, opening)) = opening else { return claims };
    for sentence in opening.body.text.text.split('。') {
        for count in counts(sentence) {
            let before = sentence.split(count.words.as_str()).next().unwrap_or_default();
            let announced = CLAIMS.ends("announcing", before);
            let known = claims.iter().any(|claim| claim.claimed == count.number);
            if announced && counts_clauses(&count, sentence) && !known {
                claims.push(found.claim(count, line));
            }
        }
    }
    claims
}

/// How many clauses and headings were found.
struct Found {
    clauses: u32,
    with_safeguards: u32,
    /// Headings at the top of the outline that hold measures, or are one.
    tops: u32,
}

impl Found {
    fn of(measures: &[Measure]) -> Self {
        let mut numbers: Vec<(&str, bool)> = Vec::with_capacity(measures.len());
        for measure in measures.iter().filter(|measure| measure.class != MeasureClass::Embedded) {
            let number = measure.number.split('#').next().unwrap_or_default();
            if numbers.last().is_none_or(|(last, _)| *last != number) {
                numbers.push((number, measure.class == MeasureClass::Measure));
            }
        }
        let clauses = numbers.iter().filter(|(_, is_measure)| *is_measure).count();
        let mut tops: Vec<&str> = Vec::new();
        for (number, is_measure) in &numbers {
            let top = number.split('/').next().unwrap_or_default();
            if *is_measure && tops.last() != Some(&top) {
                tops.push(top);
            }
        }
        Self { clauses: to_u32(clauses), with_safeguards: to_u32(numbers.len()), tops: to_u32(tops.len()) }
    }

    /// The claim beside the level of the outline that it counts: the one it matches, else the clauses.
    fn claim(&self, count: Count, line: u32) -> Claim {
        let (what, found) = if count.counter == "个方面" {
            (ClaimSubject::Aspects, self.tops)
        } else if [self.clauses, self.with_safeguards].contains(&count.number) {
            (ClaimSubject::Measures, count.number)
        } else if self.tops == count.number {
            (ClaimSubject::Items, self.tops)
        } else {
            (ClaimSubject::Measures, self.clauses)
        };
        Claim { what, claimed: count.number, found, line, raw: count.words }
    }
}

fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Whether a count is followed by a word for clauses, or ends the words.
fn counts_clauses(count: &Count, words: &str) -> bool {
    let Some((_, after)) = words.split_once(count.words.as_str()) else { return false };
    let after = after.trim_start();
    after.is_empty()
        || after.starts_with(['》', '（', '(', '”'])
        || count.counter == "个方面"
        || CLAIMS.begins("clauses", after)
}

/// The numbers with a counter in some words: 25条, 十项, 八大, 10个方面.
fn counts(words: &str) -> Vec<Count> {
    const COUNTERS: &[&str] = &["条", "项", "大", "个方面"];
    let mut counts = Vec::new();
    let mut numeral = String::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in words.char_indices().chain([(words.len(), '\0')]) {
        if numerals::half_width(c).is_ascii_digit() || "一二三四五六七八九十百".contains(c) {
            if numeral.is_empty() {
                start = at;
            }
            numeral.push(numerals::half_width(c));
            continue;
        }
        if c == ' ' && !numeral.is_empty() {
            continue;
        }
        if !numeral.is_empty() {
            let rest = words.get(at..).unwrap_or_default();
            let counter = COUNTERS.iter().find(|counter| rest.starts_with(**counter));
            let number = numerals::number(&numeral).filter(|number| (2..=999).contains(number));
            // 第25条 refers to an article; 1.5万 is a decimal.
            let ordinal = matches!(before, Some('第' | '.' | '．'));
            if let (Some(counter), Some(number), false) = (counter, number, ordinal) {
                let words = words.get(start..at + counter.len()).unwrap_or_default().to_owned();
                counts.push(Count { number, counter, words });
            }
            numeral.clear();
        }
        before = Some(c);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_clauses_in_titles() {
        let check = |title: &str, expected: &[u32]| {
            let found: Vec<u32> =
                counts(title).into_iter().filter(|c| counts_clauses(c, title)).map(|c| c.number).collect();
            assert_eq!(found, expected, "{title}");
        };
        check("台州市优化营商环境政策25 条", &[25]);
        check("优化营商环境二十条措施", &[20]);
        check("持续优化提升营商环境八大举措", &[8]);
        check("打造开放强市三年行动计划", &[]);
        check("关于实施“十四五”规划的意见", &[]);
        check("落实条例第25条的意见", &[]);
        check("“三上门、三集成”服务活动方案", &[]);
    }
}

//! A sentence behind several clauses that says who carries all of them out or by when: 以上各项由县卫健局牵头，县财政局配合。
//! 以上三个项目必须于9月底前开工。
//!
//! It speaks of the clauses of its section, each as far as it names no unit of its own. Must not catch a sentence about what was said
//! (以上意见，请认真落实) or one that names nobody.

use crate::deadline::states_time;
use crate::flow::Passage;
use crate::head::compact::is_longer;
use crate::lexicon::tables::SECTION_KINDS;
use crate::units::{BracketReading, sentence_units};

rules! {
    CLAUSE_UNITS_OF_ALL_ABOVE = "clause.units-of-all-above", "条文之后写明“以上各项由某单位办理”";
    CLAUSE_TIME_OF_ALL_ABOVE = "clause.time-of-all-above", "条文之后写明“以上各项于某日前完成”";
}

/// The units of a paragraph that speaks of all clauses above it.
pub(in crate::prose) fn units_of_all_above(paragraph: &str) -> Option<BracketReading> {
    const LONGEST: usize = 120;
    let paragraph = paragraph.trim();
    let speaks = SECTION_KINDS.words("above").iter().find_map(|word| paragraph.strip_prefix(word))?;
    let by = speaks.find('由').map(|at| speaks.get(..at).unwrap_or_default())?;
    let named = by.is_empty() || SECTION_KINDS.ends("above-noun", by.trim_end_matches(['均', '都', '，']));
    if !named || paragraph.chars().count() > LONGEST {
        return None;
    }
    let units = sentence_units(paragraph);
    (!units.leads.is_empty()).then(|| BracketReading {
        leads: units.leads,
        co_units: units.co_units,
        rule: CLAUSE_UNITS_OF_ALL_ABOVE,
        ..BracketReading::default()
    })
}

/// The time that a paragraph states for all clauses above it: 以上两个项目必须于9月底前开工.
fn time_of_all_above(paragraph: &str) -> Option<BracketReading> {
    const LONGEST: usize = 60;
    let sentence = paragraph.trim().trim_end_matches('。');
    if is_longer(sentence, LONGEST) || sentence.contains('。') {
        return None;
    }
    let speaks = SECTION_KINDS.words("above").iter().find_map(|word| sentence.strip_prefix(word))?;
    let bound = SECTION_KINDS.words("bound").iter().filter_map(|word| speaks.find(word)).min()?;
    let (named, order) = speaks.split_at_checked(bound)?;
    let end = order.find('前').map(|at| at + '前'.len_utf8())?;
    let time = order.get(..end)?.trim_start_matches(|c: char| !c.is_numeric());
    let stated = SECTION_KINDS.ends("above-noun", named) && states_time(time);
    stated.then(|| BracketReading {
        deadline: Some(time.to_owned()),
        rule: CLAUSE_TIME_OF_ALL_ABOVE,
        ..BracketReading::default()
    })
}

/// The paragraph of a passage that speaks of all clauses above it: where it begins, and its units or time. It is the last but for signatures.
pub(in crate::prose) fn paragraph_of_all_above(passage: &Passage) -> Option<(usize, BracketReading)> {
    if !SECTION_KINDS.holds("above", &passage.text) {
        return None;
    }
    passage.paragraphs().find_map(|range| {
        let paragraph = passage.text.get(range.clone())?;
        let reading = units_of_all_above(paragraph).or_else(|| time_of_all_above(paragraph))?;
        Some((range.start, reading))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_may_speak_of_all_above() {
        let check = |paragraph: &str, expected: Option<&str>| {
            let found = units_of_all_above(paragraph);
            let shown = found.map(|reading| format!("{} | {}", reading.leads.join(" "), reading.co_units.join(" ")));
            assert_eq!(shown.as_deref(), expected, "{paragraph}");
        };
        check("以上工作由省卫生厅牵头，会同省财政厅组织实施。", Some("省卫生厅 | 省财政厅"));
        check("上述各项任务均由县住建局负责，县财政局配合。", Some("县住建局 | 县财政局"));
        check("以上意见，请认真落实。", None);
        check("以上数据由县统计局提供。", None);
        check("由县住建局负责。", None);
    }
}

//! A sentence behind several clauses that says who carries all of them out: 以上各项由县卫健局牵头，县财政局配合。
//!
//! It speaks of the clauses of its section, each as far as it names no unit of its own. Must not catch a sentence about what was said
//! (以上意见，请认真落实) or one that names nobody.

use crate::flow::Passage;
use crate::lexicon::tables::SECTION_KINDS;
use crate::units::{BracketReading, sentence_units};

rules! {
    CLAUSE_UNITS_OF_ALL_ABOVE = "clause.units-of-all-above", "条文之后写明“以上各项由某单位办理”";
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

/// The paragraph of a passage that speaks of all clauses above it: where it begins, and its units. It is the last but for signatures.
pub(in crate::prose) fn paragraph_of_all_above(passage: &Passage) -> Option<(usize, BracketReading)> {
    if !SECTION_KINDS.holds("above", &passage.text) {
        return None;
    }
    passage.paragraphs().find_map(|range| {
        let reading = passage.text.get(range.clone()).and_then(units_of_all_above)?;
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

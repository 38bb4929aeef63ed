//! A last sentence that only says who does what stands before it: …。由县农业局牵头，县水利局、县财政局参加。
//!
//! It is a unit statement without its brackets. Must not catch a sentence that orders more (由县农业局编制方案), nor one that stands alone.

use domain::UnitBasis;

use super::UnitBracket;
use crate::flow::{Passage, is_sentence_end};
use crate::units::{read_bracket, says_only_roles};

/// The longest such sentence, in bytes.
const LONGEST: usize = 600;

/// The sentences of a passage that close a paragraph so.
pub(super) fn find(passage: &Passage) -> Vec<UnitBracket> {
    let text = passage.text.as_str();
    if !text.contains('由') || !text.contains("。由") && !text.contains("；由") && !text.contains("\n由") {
        return Vec::new();
    }
    passage
        .paragraphs()
        .filter_map(|paragraph| {
            let words = text.get(paragraph.clone())?;
            let end = words.trim_end().len();
            let body = words.get(..end)?.trim_end_matches(is_sentence_end);
            let start = body.rfind(is_sentence_end)?;
            let start = start + body.get(start..)?.chars().next()?.len_utf8();
            let sentence = body.get(start..)?.trim();
            let stated = sentence.strip_prefix('由').filter(|_| sentence.len() <= LONGEST)?;
            let reading = says_only_roles(stated).then(|| read_bracket(stated)).flatten()?;
            let range = paragraph.start + start..paragraph.start + end;
            // Without one who leads it is a sentence of the clause: 由甲局、乙局负责具体实施。
            (reading.basis == UnitBasis::Labelled).then_some(UnitBracket {
                range,
                reading,
                unclosed: false,
                own_line: false,
            })
        })
        .collect()
}

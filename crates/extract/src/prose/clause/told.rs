//! What is said below a heading before its clauses: it may tell units to act, whose clauses these then are.

use domain::{Doubt, Field, Measure};

use crate::ordering::begins_like_an_order;
use crate::prose::context::Section;
use crate::units::{BracketReading, sentence_units};

rules! {
    HEADING_TOLD = "heading.told", "本条没有写明单位，沿用上级标题下的话所要求的单位";
}

/// The units that the sentences behind the title of a heading tell to act: 一、开展排查。各乡镇、县直各部门要立即启动排查。 Its clauses are theirs.
pub(super) fn told_above(section: &Section) -> Option<BracketReading> {
    let text = section.body.text.text.as_str();
    let (title, behind) = match &section.body.title_line {
        Some(title) => (title.as_str(), text),
        None => text.split_once('。').unwrap_or((text, "")),
    };
    let mut units = sentence_units(behind);
    // 二、由县政务局建成大厅。 The title may tell them itself.
    if units.leads.is_empty() && title.contains('由') {
        units = sentence_units(title);
    }
    (!units.leads.is_empty()).then(|| BracketReading {
        leads: units.leads,
        co_units: units.co_units,
        rule: HEADING_TOLD,
        ..BracketReading::default()
    })
}

/// Units that come from there leave a doubt where the clause does not begin with what is to be done: somebody else may act in it.
pub(super) fn leave_doubt(measure: &mut Measure) {
    let text = measure.text.as_str();
    let title = measure.title.as_deref().unwrap_or_default();
    let behind_title = text.strip_prefix(title).unwrap_or(text).trim_start_matches(['。', '：', ' ']);
    let words = if behind_title.is_empty() { text } else { behind_title };
    if begins_like_an_order(words) {
        return;
    }
    let alternative = "单位取自上级标题下面的一段话，本条也可能由别的单位或人来办，请对照原文核对。";
    measure.doubts.push(Doubt::new(Field::Leads, HEADING_TOLD, measure.units.leads.join("、"), alternative));
}

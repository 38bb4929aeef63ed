//! What a person should look at once a document is read as a whole: names that are no names, a clause without units among
//! clauses that have them, counts that do not come out.
//!
//! A doubt costs a person a look, so each must have a fair chance of being right; `cargo xtask score --doubts` measures it.

use domain::{Claim, Doubt, Field, Measure, MeasureClass, UnitBasis};

use crate::body_and_table::is_row;
use crate::units::{is_addressee_word, is_odd_name, is_strange_name, openings};

rules! {
    CLAIM_UNMET = "claim.unmet", "文件自述的数目与读出的不符";
    SENTENCE_MORE_SUBJECTS = "sentence.more-subjects", "后面的句子以别的单位开头", chance 40;
    SENTENCE_OTHER_SUBJECT = "sentence.other-subject", "有句子以单位开头而没有读作牵头单位", chance 70;
    TABLE_NUMBER_GAP = "table.number-gap", "一格里的编号不连续", chance 100;
    UNITS_MISSING_AMONG_OTHERS = "units.missing-among-others", "别的举措都写明了单位，这一条没有", chance 80;
    UNITS_STRANGE_NAME = "units.strange-name", "名称不像单位";
    UNITS_COLLECTIVE_LEADS = "units.collective-leads", "没有写明牵头单位，排在第一的是泛指的一类单位";
    UNITS_ODD_NAME = "units.odd-name", "名称里有单位名称不会有的字", chance 90;
}

/// Adds the doubts that only the whole document gives.
pub(crate) fn add(measures: &mut [Measure], claims: &[Claim], doubts: &mut Vec<Doubt>) {
    doubts.extend(claims.iter().filter(|claim| claim.claimed != claim.found).map(unmet));
    gaps_in_cells(measures);
    let rule_in_tables = units_are_the_rule(measures, true);
    let rule_in_prose = units_are_the_rule(measures, false);
    for measure in measures {
        let all_assigned = if is_row(measure) { rule_in_tables } else { rule_in_prose };
        odd_names(measure);
        collective_leads(measure);
        subjects_not_taken(measure);
        if all_assigned && measure.class == MeasureClass::Measure && measure.units.leads.is_empty() {
            let words = measure.text.chars().take(20).collect();
            push(
                measure,
                Field::Leads,
                UNITS_MISSING_AMONG_OTHERS,
                words,
                "同一文件的其他举措都写明了单位，这一条没有读出",
            );
        }
    }
}

fn unmet(claim: &Claim) -> Doubt {
    Doubt::new(
        Field::Extent,
        CLAIM_UNMET,
        claim.raw.clone(),
        format!("文件自述 {}，读出 {}，可能漏读或多读，请对照原文", claim.claimed, claim.found),
    )
    .on_line(claim.line)
}

/// Whether nearly every measure of the document's tables, or of its prose, has a lead.
fn units_are_the_rule(measures: &[Measure], in_tables: bool) -> bool {
    const FEWEST: usize = 8;
    let class =
        || measures.iter().filter(|measure| measure.class == MeasureClass::Measure && is_row(measure) == in_tables);
    let (all, led) = (class().count(), class().filter(|measure| !measure.units.leads.is_empty()).count());
    all >= FEWEST && led < all && led * 10 >= all * 8
}

/// Numbered measures of a cell that do not follow one another: 1, 2, 4.
fn gaps_in_cells(measures: &mut [Measure]) {
    let mut before: Option<(String, u32)> = None;
    for measure in measures.iter_mut().filter(|measure| is_row(measure)) {
        let path = measure.number.clone();
        let place = path.rsplit_once('/').and_then(|(row, number)| Some((row.to_owned(), number.parse::<u32>().ok()?)));
        if let Some((row, number)) = &place {
            let last = before.as_ref().map(|(_, last)| last + 1);
            let same_cell = before.as_ref().is_some_and(|(above, _)| above == row);
            // Numbers may also run on over the rows of a table.
            let expected = last.filter(|next| same_cell || next == number).unwrap_or(1);
            if *number > expected {
                let words = format!("{expected} → {number}");
                push(measure, Field::Extent, TABLE_NUMBER_GAP, words, "这一格里的编号不连续，前面可能漏读了一条");
            }
        }
        before = place;
    }
}

fn odd_names(measure: &mut Measure) {
    for (field, names) in
        [(Field::Leads, measure.units.leads.clone()), (Field::CoUnits, measure.units.co_units.clone())]
    {
        let (odd, names): (Vec<String>, Vec<String>) = names.into_iter().partition(|name| is_odd_name(name));
        if !odd.is_empty() {
            push(measure, field, UNITS_ODD_NAME, odd.join("、"), "这个名称像是断错了，单位可能只是其中一部分");
        }
        // The cells of a table are judged where they are read.
        if is_row(measure) {
            continue;
        }
        let strange: Vec<String> = names.into_iter().filter(|name| is_strange_name(name)).collect();
        if !strange.is_empty() {
            push(
                measure,
                field,
                UNITS_STRANGE_NAME,
                strange.join("、"),
                "这个名称不像单位，可能是人名、事项或别的文字",
            );
        }
    }
}

/// A list without roles that begins with a collective and goes on with a body of its own: the body may lead.
fn collective_leads(measure: &mut Measure) {
    let units = &measure.units;
    let by_place = units.basis == UnitBasis::FirstListed;
    let is_collective = |name: &String| name.starts_with(['各', '有']) || name.starts_with("相关");
    // A person may lead, and all units assist.
    let led = units.leads.is_empty() && !measure.people.leaders.is_empty();
    if by_place
        && !led
        && units.leads.iter().all(is_collective)
        && units.co_units.iter().any(|name| !is_collective(name))
    {
        let words = units.leads.join("、");
        push(
            measure,
            Field::Leads,
            UNITS_COLLECTIVE_LEADS,
            words,
            "排在第一的是泛指的一类单位，牵头单位可能是后面的某个单位",
        );
    }
}

/// Sentences that begin with units which no rule has taken, where the units come from sentences or are missing.
fn subjects_not_taken(measure: &mut Measure) {
    let units = &measure.units;
    let from_sentence = units.basis == UnitBasis::Sentence;
    if !from_sentence && !units.leads.is_empty() {
        return;
    }
    let known = |unit: &String| units.leads.contains(unit) || units.co_units.contains(unit) || is_addressee_word(unit);
    let lead_at = units.leads.first().and_then(|lead| measure.text.find(lead.as_str())).unwrap_or(usize::MAX);
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for opening in openings(&measure.text) {
        let side = if opening.at < lead_at { &mut before } else { &mut after };
        side.extend(opening.units.into_iter().filter(|unit| !known(unit)));
    }
    before.dedup();
    after.dedup();
    if !before.is_empty() {
        let alternative = if from_sentence {
            "前面还有句子以别的单位开头，牵头单位可能是它"
        } else {
            "有句子以单位开头，可能是牵头单位"
        };
        push(measure, Field::Leads, SENTENCE_OTHER_SUBJECT, before.join("、"), alternative);
    }
    if !after.is_empty() {
        push(
            measure,
            Field::CoUnits,
            SENTENCE_MORE_SUBJECTS,
            after.join("、"),
            "后面还有句子以这些单位开头，可能是配合单位",
        );
    }
}

fn push(measure: &mut Measure, field: Field, rule: &'static str, words: String, alternative: &str) {
    measure.doubts.push(Doubt::new(field, rule, words, alternative));
}

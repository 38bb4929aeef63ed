//! Orders outside the clauses: a sentence that tells named units to do something by a stated time.

use domain::{BackgroundReason, DeadlineKind, Field, Measure, MeasureClass, Provenance, UnitAssignment, UnitBasis};

use crate::deadline;
use crate::flow::SourceLine;
use crate::lexicon::tables::VALIDITY;
use crate::numerals;
use crate::outline::{Node, NodeKind};
use crate::units::sentence::clauses;
use crate::units::{looks_like_unit, sentence_units, split_list};

use super::addressee;
use super::context::{Context, Section};
use super::section_kind::SectionKind;
use crate::units::sentence::order::SENTENCE_ASKED;

rules! {
    SENTENCE_ORDER_WITH_TIME = "sentence.order-with-time", "条文之外要求某单位限期办理的一句话";
    CLASS_EMBEDDED = "class.embedded", "正文中要求某单位限期办理";
}

/// Longest sentence that is looked at, in bytes.
const LONGEST: usize = 900;

/// An order beside the clauses.
pub(super) struct Embedded {
    /// The piece that it stands on.
    pub(super) piece: usize,
    /// Whether it stands behind the title of a heading: the first clause may begin on the same piece.
    pub(super) in_heading: bool,
    /// What it orders.
    pub(super) measure: Measure,
}

/// The orders in the opening and closing words of a document, and behind the titles of its headings.
pub(super) fn read(context: &Context<'_>) -> Vec<Embedded> {
    let mut found = Vec::new();
    if !context.measures {
        return found;
    }
    for (node, section) in context.outline.nodes.iter().zip(&context.sections) {
        let in_heading = orders_in_heading(context, node, section);
        let beside_clauses = match &node.kind {
            NodeKind::Opening | NodeKind::Closing => true,
            NodeKind::Labelled(_) if in_heading => true,
            // Where a clause as a whole orders nothing, a sentence of it may.
            NodeKind::Labelled(label) => {
                let bracketed = section.brackets.found.iter().any(|bracket| !bracket.reading.leads.is_empty());
                node.children == 0 && !bracketed && is_telling(context.orders_nothing(label, section))
            }
            NodeKind::Title | NodeKind::Annex(_) => false,
        };
        if !beside_clauses || section.is_empty() {
            continue;
        }
        // 二、6月底前由县政务局建成大厅。 above its clauses: the title itself orders.
        if in_heading
            && let Some(title) = &section.body.title_line
            && let Some(piece) = context.flow.pieces.get(node.start.0)
        {
            let line = Some(SourceLine::whole(piece.number, piece.page));
            if let Some(mut measure) = order(context, &format!("{title}。"), (line, line)) {
                measure.number = format!("#e{}", found.len() + 1);
                found.push(Embedded { piece: node.start.0, in_heading, measure });
            }
        }
        let passage = &section.body.text;
        let mut start = 0;
        for sentence in passage.text.split_inclusive('。') {
            let at = passage.piece_at(start).unwrap_or(node.start.0);
            let lines = (passage.line_at(start), passage.line_at(start + sentence.len().saturating_sub(1)));
            start += sentence.len();
            if let Some(mut measure) = order(context, sentence, lines) {
                measure.number = format!("#e{}", found.len() + 1);
                found.push(Embedded { piece: at, in_heading, measure });
            }
        }
    }
    found
}

/// Whether the sentences behind the title of a heading are looked at: 二、建设平台。6月底前由县数据局完成部署。
fn orders_in_heading(context: &Context<'_>, node: &Node, section: &Section) -> bool {
    let orders = !matches!(section.kind, SectionKind::Background(_));
    node.children > 0 && orders && !section.takes_items && !section.in_article && context.plain_clauses
}

fn order(
    context: &Context<'_>,
    sentence: &str,
    (first, last): (Option<SourceLine>, Option<SourceLine>),
) -> Option<Measure> {
    if sentence.len() > LONGEST || !sentence.ends_with('。') || VALIDITY.holds("of-itself", sentence) {
        return None;
    }
    let (due, rule) = deadline::read_with_rule(sentence, &context.deadline);
    // A regulation tells offices what they do every year; it hands nothing out.
    let timed =
        matches!(due.kind, DeadlineKind::Periodic | DeadlineKind::Date | DeadlineKind::Month | DeadlineKind::Relative);
    let has_time = due.due.is_some() || (context.plain_clauses && timed && due.raw.is_some());
    if !has_time {
        return None;
    }
    let mut units = sentence_units(sentence);
    if units.leads.is_empty() {
        units.leads = asked(sentence);
        units.rule = SENTENCE_ASKED;
    }
    if units.leads.is_empty() {
        return None;
    }
    let (leads, unknown) = context.addressees.named(units.leads);
    let (co_units, _) = context.addressees.named(units.co_units);
    let first = first?;
    let provenance = |field, rule, words: &str| Provenance {
        field,
        rule,
        words: words.to_owned(),
        line: first.number,
        source: None,
    };
    let raw = due.raw.clone().unwrap_or_default();
    let doubts = deadline::doubts(&due, &context.deadline);
    Some(Measure {
        line: first.number,
        last_line: last.map_or(first.number, |last| last.number),
        page: first.page,
        text: sentence.trim().to_owned(),
        provenance: vec![
            provenance(Field::Text, SENTENCE_ORDER_WITH_TIME, sentence.trim()),
            provenance(Field::Leads, units.rule, &units.words),
            provenance(Field::Deadline, rule, &raw),
            provenance(Field::Class, CLASS_EMBEDDED, ""),
        ],
        units: UnitAssignment { leads, co_units, section_leads: Vec::new(), basis: UnitBasis::Sentence },
        doubts: unknown.as_deref().map(addressee::doubt).into_iter().chain(doubts).collect(),
        deadline: due,
        class: MeasureClass::Embedded,
        ..Measure::default()
    })
}

/// The units asked in 请各牵头单位于2月17日前…, or told in 各乡镇每月5日前….
fn asked(sentence: &str) -> Vec<String> {
    sentence.split('；').flat_map(clauses).find_map(before_time).unwrap_or_default()
}

/// The units that a clause begins with, up to its time.
fn before_time(clause: &str) -> Option<Vec<String>> {
    let clause = clause.trim_start();
    let asked = clause.strip_prefix('请');
    // 请 leaves no doubt that somebody is asked; without it only 于 and 每 divide who from when.
    let divides = |c: char| match asked {
        Some(_) => matches!(c, '于' | '在' | '每' | '将') || numerals::half_width(c).is_ascii_digit(),
        None => matches!(c, '于' | '每'),
    };
    let clause = asked.unwrap_or(clause);
    let units = split_list(clause.get(..clause.find(divides)?)?);
    // 相关责任单位、科室每周五…: the first is surely a body, and the others end like one.
    let ends = |unit: &String| looks_like_unit(unit) || looks_like_unit(&format!("各{unit}"));
    let sure = units.first().is_some_and(|first| looks_like_unit(first)) && units.iter().all(ends);
    sure.then_some(units)
}

/// Reasons that leave room for a sentence that orders something after all.
fn is_telling(reason: Option<BackgroundReason>) -> bool {
    use BackgroundReason::{Duties, Particulars, Stages, Wrapper};
    matches!(reason, Some(Duties | Particulars | Stages | Wrapper))
}

//! Clauses to measures: one for each clause, or one for each unit bracket inside it.

pub(crate) mod above;
pub(crate) mod assignment;
mod loose;
mod segment;
mod steps;
mod tail;
pub(crate) mod told;

use std::ops::Range;

use domain::{Doubt, Field, Measure, MeasureClass, Provenance};

use crate::flow::Passage;
use crate::outline::{Node, NodeKind};

use super::context::{Context, Section};
use super::heading;
use super::section_kind::{SectionKind, Tail};
use crate::prose::embedded::CLASS_EMBEDDED;
use assignment::Assigner;
use segment::Segment;
pub(super) use segment::stated;

rules! {
    CLAUSE_TO_BRACKET = "clause.to-bracket", "从编号起，到责任单位的括号为止";
    CLAUSE_BETWEEN_BRACKETS = "clause.between-brackets", "一条内有几处责任单位，每处括号各结束一项举措";
    CLAUSE_TO_NEXT_LABEL = "clause.to-next-label", "从编号起，到下一个编号为止";
    TITLE_OWN_LINE = "title.own-line", "编号后独占一行的标题";
    TITLE_FIRST_SENTENCE = "title.first-sentence", "条文的第一句较短，作为标题";
    CLASS_ACTION_SECTION = "class.action-section", "位于任务、举措部分";
    CLASS_SAFEGUARD_SECTION = "class.safeguard-section", "位于保障措施、组织实施等部分";
    CLASS_SAFEGUARD_AT_END = "class.safeguard-at-end", "文末讲组织领导、宣传督查等的条款";
    CLAUSE_OUT_OF_SEQUENCE = "clause.out-of-sequence", "编号不连续", chance 60;
    CLAUSE_TEXT_AFTER_BRACKET = "clause.text-after-bracket", "责任单位之后还有文字", chance 30;
}

/// The measures of a document and the pieces they stand on.
#[derive(Debug, Default)]
pub(super) struct Clauses {
    /// The measures, in order.
    pub(super) measures: Vec<Measure>,
    /// The pieces of each measure.
    pub(super) extents: Vec<Range<usize>>,
}

/// Reads the measures of a document.
pub(super) fn read(context: &Context<'_>) -> Clauses {
    let mut clauses = Clauses::default();
    if !context.measures {
        return clauses;
    }
    let mut assigner = Assigner::of(context);
    let tails = tail::of(context);
    for (at, (node, section)) in context.outline.nodes.iter().zip(&context.sections).enumerate() {
        let label = match &node.kind {
            NodeKind::Labelled(label) => label,
            NodeKind::Closing => continue,
            NodeKind::Opening | NodeKind::Title | NodeKind::Annex(_) => {
                Clause::of(context, at, node, section).loose_measures(context, &mut assigner, &mut clauses);
                continue;
            }
        };
        let bare_caption = label.shape.is_caption() && node.children == 0;
        if section.is_empty() || section.is_item || bare_caption || (node.children > 0 && !section.takes_items) {
            continue;
        }
        let whole = Clause::of(context, at, node, section);
        let bracketed = whole.brackets.found.iter().any(|bracket| !bracket.reading.leads.is_empty());
        if !bracketed && context.orders_nothing(label, section).is_some() {
            continue;
        }
        let class = match tails.get(at) {
            _ if section.kind == SectionKind::Safeguard => MeasureClass::Safeguard,
            Some(Tail::Sure) => MeasureClass::Safeguard,
            Some(Tail::Likely) if !bracketed => MeasureClass::Safeguard,
            _ => MeasureClass::Measure,
        };
        whole.measures(context, class, &mut assigner, &mut clauses);
    }
    clauses
}

/// A clause with all its words.
struct Clause<'a> {
    at: usize,
    node: &'a Node,
    section: &'a Section,
    text: Passage,
    brackets: super::brackets::Brackets,
}

impl<'a> Clause<'a> {
    fn of(context: &Context<'_>, at: usize, node: &'a Node, section: &'a Section) -> Self {
        let mut text = section.body.text.clone();
        let mut brackets = section.brackets.clone();
        if section.takes_items {
            let below = context.outline.nodes.iter().zip(&context.sections).skip(at + 1);
            for (item, words) in below.take_while(|(item, _)| item.parent == Some(at)) {
                if let NodeKind::Labelled(label) = &item.kind {
                    text.append(&label.printed, &words.body.text);
                }
            }
            brackets = super::brackets::Brackets::of(&text, false);
        }
        Self { at, node, section, text, brackets }
    }

    fn measures(&self, context: &Context<'_>, class: MeasureClass, assigner: &mut Assigner<'_>, clauses: &mut Clauses) {
        let told = context.minutes.then(|| loose::decisions(&self.text, &self.brackets)).flatten();
        let mut segments = told.unwrap_or_else(|| segment::cut(&self.text, &self.brackets));
        segment::part_request(&self.text, &mut segments);
        segment::goal_of_project(&mut segments, &self.section.heading);
        steps::part(&self.text, &mut segments);
        let several = segments.iter().filter(|segment| !segment.request).count() > 1;
        for (place, segment) in segments.iter().enumerate() {
            let class = if segment.request { MeasureClass::Embedded } else { class };
            let mut measure = self.measure(context, segment, class, place == 0 && segment.step.is_none());
            if segment.request {
                measure.number.push_str("#e");
            } else if let Some(step) = &segment.step {
                measure.number = format!("{}/{step}", measure.number);
            } else if several {
                measure.number = format!("{}#{}", measure.number, place + 1);
                if let Some(provenance) = measure.provenance.iter_mut().find(|one| one.field == Field::Text) {
                    provenance.rule = CLAUSE_BETWEEN_BRACKETS;
                }
            }
            // 时间安排：每周一至周日: nothing but a label and its words.
            if measure.text.is_empty() {
                continue;
            }
            assigner.assign(self.at, segment, &mut measure);
            clauses.extents.push(self.extent(segment, place == 0));
            clauses.measures.push(measure);
        }
    }

    /// Tasks without numbers, outside the clauses.
    fn loose_measures(&self, context: &Context<'_>, assigner: &mut Assigner<'_>, clauses: &mut Clauses) {
        let told = context.minutes.then(|| loose::decisions(&self.text, &self.brackets)).flatten();
        let mut segments = told.unwrap_or_else(|| loose::paragraphs(&self.text, &self.brackets));
        if segments.is_empty() {
            segments = loose::by_month(&self.text);
        }
        if segments.is_empty() {
            segments = loose::by_date(&self.text);
        }
        if segments.is_empty() {
            segments = loose::by_lead(&self.text);
        }
        for (place, segment) in segments.iter().enumerate() {
            let mut measure = self.measure(context, segment, MeasureClass::Measure, false);
            measure.number = format!("{}#p{}", measure.number, place + 1);
            assigner.assign(self.at, segment, &mut measure);
            clauses.extents.push(segment.pieces.clone());
            clauses.measures.push(measure);
        }
    }

    fn measure(&self, context: &Context<'_>, segment: &Segment<'_>, class: MeasureClass, first: bool) -> Measure {
        // The first part of a clause takes its label and title with it.
        let label = context.flow.pieces.get(self.node.start.0).filter(|_| first);
        let label = label.map(|piece| (piece.number, piece.page));
        let own = || segment.first_line.map(|line| (line.number, line.page));
        let (line, page) = label.or_else(own).unwrap_or_default();
        let last_line = segment.last_line.map_or(line, |last| last.number).max(line);
        let mut measure = Measure {
            line,
            last_line,
            page,
            number: number(context, self.at),
            section: section_path(context, self.at),
            title: segment.title.clone().or_else(|| {
                heading::title_of(&self.section.body, &segment.text)
                    .filter(|_| first || self.section.body.title_line.is_some())
            }),
            text: segment.text.clone(),
            class,
            ..Measure::default()
        };
        if measure.text.is_empty() {
            measure.text = measure.title.clone().unwrap_or_default();
        }
        self.explain(&mut measure, segment);
        measure
    }

    fn explain(&self, measure: &mut Measure, segment: &Segment<'_>) {
        let line = measure.line;
        let label = match &self.node.kind {
            NodeKind::Labelled(label) => label.printed.clone(),
            _ => String::new(),
        };
        let mut add =
            |field, rule, words: String| measure.provenance.push(Provenance { field, rule, words, line, source: None });
        add(
            Field::Text,
            if segment.bracket.is_some() { CLAUSE_TO_BRACKET } else { CLAUSE_TO_NEXT_LABEL },
            label.clone(),
        );
        if let Some(title) = measure.title.clone() {
            let rule = if self.section.body.title_line.is_some() { TITLE_OWN_LINE } else { TITLE_FIRST_SENTENCE };
            measure.provenance.push(Provenance { field: Field::Title, rule, words: title, line, source: None });
        }
        let rule = match measure.class {
            MeasureClass::Safeguard if self.section.kind == SectionKind::Safeguard => CLASS_SAFEGUARD_SECTION,
            MeasureClass::Safeguard => CLASS_SAFEGUARD_AT_END,
            MeasureClass::Embedded => CLASS_EMBEDDED,
            MeasureClass::Measure => CLASS_ACTION_SECTION,
        };
        let words = measure.section.last().cloned().unwrap_or_default();
        measure.provenance.push(Provenance { field: Field::Class, rule, words, line, source: None });
        if self.node.out_of_sequence {
            measure.doubts.push(Doubt::new(
                Field::Extent,
                CLAUSE_OUT_OF_SEQUENCE,
                label,
                "编号与上一条不连续，前面可能漏读了一条，或这一行不是新的一条",
            ));
        }
        if segment.trailing {
            measure.doubts.push(Doubt::new(
                Field::Extent,
                CLAUSE_TEXT_AFTER_BRACKET,
                segment.text.chars().rev().take(20).collect::<Vec<_>>().into_iter().rev().collect::<String>(),
                "责任单位之后还有文字，可能是另一项内容",
            ));
        }
    }

    /// The pieces of a segment; the first takes the label and title with it.
    fn extent(&self, segment: &Segment<'_>, first: bool) -> Range<usize> {
        let start = if first { self.node.start.0 } else { segment.pieces.start };
        start..segment.pieces.end.max(start + 1)
    }
}

/// The path of labels of a clause: 二/（一）/3.
fn number(context: &Context<'_>, at: usize) -> String {
    let mut path: Vec<&str> = Vec::new();
    for node in context.outline.ancestors(at).into_iter().chain([at]) {
        match context.outline.nodes.get(node).map(|node| &node.kind) {
            Some(NodeKind::Labelled(label)) => path.push(&label.path),
            Some(NodeKind::Annex(printed)) => path.push(printed),
            _ => {}
        }
    }
    path.join("/")
}

/// The headings above a clause, outermost first.
fn section_path(context: &Context<'_>, at: usize) -> Vec<String> {
    let mut path = Vec::new();
    for above in context.outline.ancestors(at) {
        let Some((node, section)) = context.outline.nodes.get(above).zip(context.sections.get(above)) else { continue };
        match &node.kind {
            NodeKind::Labelled(label) => path.push(format!("{}{}", label.printed, section.heading)),
            NodeKind::Annex(printed) => path.push(format!("{printed} {}", section.heading).trim_end().to_owned()),
            _ => {}
        }
    }
    path
}

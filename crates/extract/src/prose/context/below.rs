//! What the clauses below a heading have in common.

use domain::BackgroundReason;

use super::Context;
use crate::lexicon::tables::KINDS;
use crate::ordering::begins_like_an_order;
use crate::outline::NodeKind;
use crate::prose::section_kind::{self, SectionKind, calls_for};
use crate::prose::telling;
use crate::units::sentence_units;

impl Context<'_> {
    /// Whether a node heads what is inspected or reported, most of it named by nouns: 检查内容, 1.值班值守情况；.
    pub(super) fn names_things(&self, at: usize) -> bool {
        if !self.sections.get(at).is_some_and(|section| section_kind::names_what_is_inspected(&section.heading)) {
            return false;
        }
        let below = self.outline.nodes.iter().zip(&self.sections).filter(|(node, _)| node.parent == Some(at));
        let (mut all, mut things) = (0_usize, 0_usize);
        for (_, section) in below {
            all += 1;
            things += usize::from(telling::names_a_thing(&section.body.text.text));
        }
        all > 0 && things * 2 > all
    }

    /// Whether all that stands below a heading tells what is wrong: 整治内容, （一）消防设施, 1.消火栓损坏。
    pub(super) fn names_defects(&self, at: usize) -> bool {
        if !self.sections.get(at).is_some_and(|section| section_kind::names_defects(&section.heading)) {
            return false;
        }
        let below = self.outline.nodes.iter().zip(&self.sections).skip(at + 1);
        let below = below.take_while(|(below, _)| below.parent.is_some_and(|parent| parent >= at));
        let mut clauses = below.filter(|(below, _)| below.children == 0).peekable();
        clauses.peek().is_some()
            && clauses.all(|(_, section)| {
                section.brackets.found.is_empty() && telling::tells_a_defect(&section.body.text.text)
            })
    }

    /// Whether most clauses of a stage say at their end who does them.
    pub(super) fn hands_out_clauses(&self, at: usize, in_stages: bool) -> bool {
        if self.outline.nodes.get(at).is_none_or(|node| node.children == 0) {
            return false;
        }
        let heading = self.sections.get(at).map_or("", |section| section.heading.as_str());
        if !in_stages && section_kind::of_heading(heading) != SectionKind::Background(BackgroundReason::Stages) {
            return false;
        }
        let below = self.outline.nodes.iter().zip(&self.sections).skip(at + 1);
        let below = below.take_while(|(node, _)| node.parent.is_some_and(|parent| parent >= at));
        let below = below.filter(|(node, _)| node.parent == Some(at));
        let (mut all, mut handed) = (0_usize, 0_usize);
        for (_, section) in below {
            all += 1;
            handed += usize::from(telling::is_handed_out(&section.body.text.text));
        }
        all > 1 && handed * 2 > all
    }

    /// Marks the clauses beside which another names units of its own in a bracket or begins like an order: 修路 below such a clause is
    /// no name.
    pub(super) fn find_orders_beside(&mut self) {
        let mut orders = vec![false; self.sections.len()];
        let mut outermost = false;
        for (node, section) in self.outline.nodes.iter().zip(&self.sections) {
            let is_clause = matches!(node.kind, NodeKind::Labelled(_)) && node.children == 0;
            let words = section.body.text.text.as_str();
            let told = node.parent.map_or(outermost, |parent| orders.get(parent) == Some(&true));
            let ordered = || !section.brackets.found.is_empty() || begins_like_an_order(words);
            if !is_clause || told || words.is_empty() || !ordered() {
                continue;
            }
            match node.parent {
                Some(parent) => orders.iter_mut().skip(parent).take(1).for_each(|holds| *holds = true),
                None => outermost = true,
            }
        }
        for (node, section) in self.outline.nodes.iter().zip(&mut self.sections) {
            section.beside_orders = node.parent.map_or(outermost, |parent| orders.get(parent) == Some(&true));
        }
    }

    /// Takes what stands beside the conditions of a selection for more of them: 1.选拔条件：…, 2.每个工作室确定6位成员. What orders something or
    /// names who acts is none.
    pub(super) fn judge_beside_conditions(&mut self) {
        let particulars = SectionKind::Background(BackgroundReason::Particulars);
        let mut holds_conditions = vec![false; self.sections.len()];
        for (node, section) in self.outline.nodes.iter().zip(&self.sections) {
            let own = section.kind == particulars && section.body.text.text.contains(['：', ':']);
            if let Some(holds) = node.parent.filter(|_| own).and_then(|parent| holds_conditions.get_mut(parent)) {
                *holds = true;
            }
        }
        for (node, section) in self.outline.nodes.iter().zip(&mut self.sections) {
            let beside = node.parent.is_some_and(|parent| holds_conditions.get(parent) == Some(&true));
            if !beside || node.children > 0 || section.kind != SectionKind::Action || !section.brackets.found.is_empty()
            {
                continue;
            }
            let text = section.body.text.text.as_str();
            // 每个工作室确定6位成员, 成员必须是正职校长: how many, and who may be one.
            let is_rule = text.starts_with("每个") || text.contains("必须是");
            let orders = calls_for(text) || begins_like_an_order(text);
            if (is_rule || !orders) && sentence_units(text).leads.is_empty() {
                section.kind = particulars;
            }
        }
    }

    /// Takes the clauses that the opening announces as what was found for no tasks: 发现你局存在以下问题：一、进度滞后。 One that orders something is one.
    pub(super) fn judge_problems(&mut self) {
        let opening = self
            .sections
            .first()
            .filter(|_| self.outline.nodes.first().is_some_and(|node| node.kind == NodeKind::Opening));
        if !opening.is_some_and(|section| telling::announces_problems(&section.body.text.text)) {
            return;
        }
        for (node, section) in self.outline.nodes.iter().zip(&mut self.sections) {
            let is_clause = matches!(node.kind, NodeKind::Labelled(_)) && section.kind == SectionKind::Action;
            let text = section.body.text.text.as_str();
            let orders = || {
                !section.brackets.found.is_empty()
                    || KINDS.begins("verb", text)
                    || calls_for(text)
                    || !sentence_units(text).leads.is_empty()
            };
            if is_clause && node.children == 0 && !text.is_empty() && !orders() {
                section.kind = SectionKind::Background(BackgroundReason::Report);
            }
        }
    }
}

//! What the clauses below a heading have in common.

use domain::BackgroundReason;

use super::Context;
use crate::prose::section_kind::{self, SectionKind};
use crate::prose::telling;

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

    /// Whether most clauses of a stage say at their end who does them.
    pub(super) fn hands_out_clauses(&self, at: usize, in_stages: bool) -> bool {
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
}

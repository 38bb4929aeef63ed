//! Safeguards at the end of a notice that no heading announces.

use crate::outline::NodeKind;
use crate::prose::context::Context;
use crate::prose::section_kind::{self, SectionKind, Tail};

/// For each node, whether it is one of the clauses at the end of a text that are safeguards.
///
/// Read from the back: clauses with titles of safeguards, and all clauses of a last section that begins with 加强组织领导.
pub(super) fn of(context: &Context<'_>) -> Vec<Tail> {
    let mut tails = vec![Tail::No; context.sections.len()];
    let (mut by_title, mut last_section) = (true, None);
    for (at, node) in context.outline.nodes.iter().enumerate().rev() {
        let Some(section) = context.sections.get(at) else { continue };
        match &node.kind {
            NodeKind::Labelled(_) if node.children == 0 && !section.is_item => {}
            // What stands before an annex is again the end of a text.
            NodeKind::Annex(_) => {
                (by_title, last_section) = (true, None);
                continue;
            }
            _ => continue,
        }
        if section.kind != SectionKind::Action || section.is_empty() {
            continue;
        }
        let title = section_kind::of_last_clause(&section.heading);
        let siblings = *last_section.get_or_insert(node.parent);
        let begins_section = node.parent.is_some_and(|parent| parent + 1 == at);
        if by_title && let Some(slot) = tails.get_mut(at) {
            *slot = title;
        }
        by_title &= title > Tail::No;
        if title == Tail::Sure && begins_section && siblings == node.parent {
            let others = context.outline.nodes.iter().zip(&mut tails).skip(at);
            let others = others.take_while(|(other, _)| !matches!(other.kind, NodeKind::Annex(_)));
            others.filter(|(other, _)| other.parent == node.parent).for_each(|(_, tail)| *tail = Tail::Sure);
        }
    }
    tails
}

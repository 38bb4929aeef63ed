//! What every line of the running text was read as.

use domain::LineRole;
use domain::source::{Line, LineContent};

use crate::outline::NodeKind;

use super::clause::Clauses;
use super::context::Context;

/// Marks the lines that the head and the tables have left over.
pub(super) fn mark(context: &Context<'_>, clauses: &Clauses, lines: &[Line], roles: &mut [LineRole]) {
    for (role, line) in roles.iter_mut().zip(lines) {
        if *role == LineRole::NotUnderstood {
            match line.content {
                LineContent::Blank => *role = LineRole::Blank,
                LineContent::PageMark | LineContent::Markup => *role = LineRole::Furniture,
                LineContent::FrontMatter => *role = LineRole::Metadata,
                LineContent::Text(_) | LineContent::Row { .. } => {}
            }
        }
    }
    let mut piece_roles = vec![LineRole::Background; context.flow.pieces.len()];
    for (node, section) in context.outline.nodes.iter().zip(&context.sections) {
        let heading = match &node.kind {
            NodeKind::Opening => continue,
            NodeKind::Closing => {
                fill(&mut piece_roles, node.start.0..node.end.0, LineRole::Metadata);
                continue;
            }
            NodeKind::Title => node.start.0..node.end.0,
            NodeKind::Annex(_) => node.start.0..node.start.0 + section.body.title_pieces.max(1),
            NodeKind::Labelled(_) if node.children > 0 => node.start.0..node.start.0 + section.body.title_pieces.max(1),
            NodeKind::Labelled(_) => continue,
        };
        fill(&mut piece_roles, heading, LineRole::Heading);
    }
    for extent in &clauses.extents {
        fill(&mut piece_roles, extent.clone(), LineRole::Measure);
    }
    for (piece, found) in context.flow.pieces.iter().zip(piece_roles) {
        if let Some(role) = roles.get_mut(piece.index).filter(|role| **role == LineRole::NotUnderstood) {
            *role = found;
        }
    }
}

fn fill(roles: &mut [LineRole], range: std::ops::Range<usize>, role: LineRole) {
    for slot in roles.iter_mut().take(range.end).skip(range.start) {
        *slot = role;
    }
}

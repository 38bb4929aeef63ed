//! Which label comes next: the open headings and their numbers.

use std::collections::BTreeSet;

use super::edge::Edge;
use super::label::{Label, Shape};

/// An open heading.
#[derive(Debug, Clone, Copy)]
struct Open {
    shape: Shape,
    /// The outermost shape that may stand under it; for a numbered heading its own.
    above: Shape,
    number: u32,
    node: usize,
}

/// Where a label belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fit {
    /// The node it stands under; `None` at the top of its part.
    pub(super) parent: Option<usize>,
    /// Whether its number does not follow from the one before.
    pub(super) out_of_sequence: bool,
    /// Whether the numbering begins anew for another text.
    pub(super) new_text: bool,
}

/// The numbering met so far.
#[derive(Debug, Default)]
pub(super) struct Sequence {
    open: Vec<Open>,
    /// For each shape, the last number met in this part: numbers may run on across sections.
    last: [Option<u32>; Shape::COUNT],
    /// The labels that lines of the document begin with, true ones and others.
    announced: BTreeSet<(Shape, u32)>,
    /// Whether a closing statement or a title has passed since the last label.
    may_restart: bool,
}

/// How far a number may jump ahead when labels are missing or misprinted.
const JUMP: u32 = 4;

impl Sequence {
    /// Forgets everything: a new part begins.
    pub(super) fn start_anew(&mut self) {
        *self = Self { announced: std::mem::take(&mut self.announced), ..Self::default() };
    }

    /// A first label may follow even where the shape is open.
    pub(super) fn allow_restart(&mut self) {
        self.may_restart = true;
    }

    /// Remembers a label at the start of a line before the reading begins.
    pub(super) fn announce(&mut self, label: &Label) {
        self.announced.insert((label.shape, label.number));
    }

    /// Whether some line begins with the number after this one.
    fn goes_on_later(&self, label: &Label) -> bool {
        self.announced.contains(&(label.shape, label.number + 1))
    }

    /// Whether a label is the next number of an open shape.
    pub(super) fn expects(&self, label: &Label) -> bool {
        self.open.iter().any(|open| open.shape == label.shape && open.number + 1 == label.number)
    }

    /// Where a label belongs; `None` when it is none but looks like one.
    pub(super) fn fit(&mut self, label: &Label, edge: &Edge) -> Option<Fit> {
        let level = self.open.iter().rposition(|open| open.shape == label.shape);
        let last = level.and_then(|level| self.open.get(level)).map(|open| open.number);
        let running = self.last.get(label.shape.index()).copied().flatten();
        // The next number at the start of a line is a label even where a full line without a stop stands before it.
        let next = label.number > 1 && last.or(running).is_some_and(|last| label.number == last + 1) && !edge.open;
        let fits = match last {
            _ if next => true,
            Some(last) if label.number == last + 1 => edge.closed,
            Some(last) => {
                let restart = label.number == 1 && last > 0 && edge.closed && (edge.restarts || self.may_restart);
                let near = label.number >= last && label.number <= last + JUMP;
                restart || (near && edge.full_stop)
            }
            None if label.number == 1 => edge.closed,
            None => match running {
                // The first labels of a section may be lost, too: （二） 2. 3.
                Some(running) => {
                    let goes_on = label.number > running && label.number <= running + JUMP;
                    edge.full_stop && (goes_on || label.number <= JUMP && self.goes_on_later(label))
                }
                // A part may begin with a later number when its first labels are lost.
                None => edge.full_stop && (label.number <= JUMP || self.goes_on_later(label)),
            },
        };
        let follows = label.number == 1 || last.map_or(running, Some).is_some_and(|before| before + 1 == label.number);
        if !fits || (label.glued && !(follows && (label.before_year || edge.full_stop))) {
            return None;
        }
        let new_text = label.number == 1 && last.is_some() && self.is_new_part(label.shape, edge);
        if new_text {
            self.start_anew();
        }
        let depth = self.depth_of(label.shape);
        self.open.truncate(depth);
        Some(Fit { parent: self.open.last().map(|open| open.node), out_of_sequence: !follows, new_text })
    }

    /// Remembers a label that was taken as `node`.
    pub(super) fn push(&mut self, label: &Label, node: usize) {
        if let Some(last) = self.last.get_mut(label.shape.index()) {
            *last = Some(label.number);
        }
        self.open.push(Open { shape: label.shape, above: label.shape, number: label.number, node });
        self.may_restart = false;
    }

    /// The node under which a caption stands that heads labels of a shape.
    pub(super) fn above_caption(&mut self, heads: Shape) -> Option<usize> {
        let depth = self.depth_of(heads);
        let beside = depth.checked_sub(1).filter(|before| self.open.get(*before).is_some_and(|o| o.shape.is_caption()));
        self.open.truncate(beside.unwrap_or(depth));
        self.open.last().map(|open| open.node)
    }

    /// Remembers a caption that was taken as `node` and heads labels of a shape.
    pub(super) fn push_caption(&mut self, heads: Shape, node: usize) {
        self.open.push(Open { shape: Shape::Caption, above: heads, number: 1, node });
    }

    /// A first label of an outermost shape after a title begins another text.
    fn is_new_part(&self, shape: Shape, edge: &Edge) -> bool {
        (edge.fresh || self.may_restart) && self.open.first().is_some_and(|open| open.shape == shape)
    }

    /// How many of the open headings stay above a label of this shape.
    fn depth_of(&self, shape: Shape) -> usize {
        if let Some(level) = self.open.iter().rposition(|open| open.shape == shape) {
            return level;
        }
        if shape.is_article() && self.open.first().is_some_and(|open| open.shape == Shape::Han) {
            return 1;
        }
        self.open.iter().position(|open| open.above > shape).unwrap_or(self.open.len())
    }
}

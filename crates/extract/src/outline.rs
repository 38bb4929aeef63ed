//! The tree of headings and clauses of a document, from the numbering of its lines.
//!
//! A label counts only where its number fits the running sequence and the line before it is at an end; a wrapped line
//! that happens to begin like a label (119、120 等紧急热线) stays text.

mod edge;
pub(crate) mod label;
mod sequence;

use std::cell::LazyCell;

use crate::flow::{Flow, Piece, leading_month};
use crate::head::compact::is_longer;
use crate::letters::{holds_sign, signs};
use crate::units::begins_with_label;
use edge::BetweenParagraphs;
pub(crate) use edge::{Breaks, Edge, Ending, is_request, states_force};
use label::{Label, Shape};
use sequence::{Fit, Sequence};

/// What a node of the outline is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NodeKind {
    /// The text before the first label.
    Opening,
    /// The title of another text, before its numbering begins anew.
    Title,
    /// 附件 with its number, as printed.
    Annex(String),
    /// A labelled heading or clause.
    Labelled(Label),
    /// Words after the clauses: coming into force, annex lists, signature.
    Closing,
}

/// A heading or clause with the text up to the next one.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// What it is.
    pub(crate) kind: NodeKind,
    /// The node it stands under.
    pub(crate) parent: Option<usize>,
    /// How many nodes stand directly under it.
    pub(crate) children: usize,
    /// First piece of its text and the byte its label ends at.
    pub(crate) start: (usize, usize),
    /// Where the next node begins: piece and byte of the label.
    pub(crate) end: (usize, usize),
    /// Whether its number did not follow from the one before.
    pub(crate) out_of_sequence: bool,
}

/// The nodes of a document in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// The nodes.
    pub(crate) nodes: Vec<Node>,
}

impl Outline {
    /// Reads the numbering of paragraphs.
    pub(crate) fn of(flow: &Flow<'_>) -> Self {
        Self::with_breaks(flow, &BetweenParagraphs)
    }

    /// Reads the numbering of running text whose breaks mean this.
    pub(crate) fn with_breaks<B: Breaks>(flow: &Flow<'_>, breaks: &B) -> Self {
        let mut reader = Reader {
            flow,
            breaks,
            outline: Self::default(),
            sequence: Sequence::default(),
            annex: None,
            has_clauses: false,
            annex_list: None,
            inner_items: false,
        };
        if !flow.pieces.is_empty() {
            reader.open(NodeKind::Opening, None, (0, 0), (0, 0), false);
        }
        let mut labels: Vec<Option<Label>> = flow.pieces.iter().map(|piece| label::read(piece.text)).collect();
        if labels.iter().flatten().any(|label| label.shape == Shape::Decimal) {
            let open = labels.iter_mut().zip(&flow.pieces).filter(|(label, _)| label.is_none());
            open.for_each(|(label, piece)| *label = label::before_blank(piece.text));
        }
        let by_month = flow.pieces.iter().filter(|piece| leading_month(piece.text).is_some()).nth(1).is_some();
        reader.inner_items = !by_month && labels.iter().flatten().all(|label| label.shape == Shape::Circled);
        labels.iter().flatten().for_each(|label| reader.sequence.announce(label));
        let mut labels = labels.into_iter().enumerate().peekable();
        while let Some((at, label)) = labels.next() {
            let heads = labels.peek().and_then(|(_, next)| next.as_ref()).filter(|next| next.number == 1);
            let heads = heads.map(|next| next.shape).filter(|shape| *shape > Shape::Han);
            let is_caption = label.is_none() && !edge::heads_annex_list(flow, at);
            if is_caption && heads.is_some_and(|heads| reader.take_caption(at, heads)) {
                continue;
            }
            let label = label.or_else(|| reader.item_of_list(at));
            reader.read_piece(at, label);
        }
        let end = (flow.pieces.len(), 0);
        if let Some(last) = reader.outline.nodes.last_mut() {
            last.end = end;
        }
        reader.part_last_paragraphs();
        reader.outline
    }

    /// The nodes above a node, outermost first.
    pub(crate) fn ancestors(&self, mut node: usize) -> Vec<usize> {
        let mut above = Vec::new();
        while let Some(parent) = self.nodes.get(node).and_then(|n| n.parent) {
            above.push(parent);
            node = parent;
        }
        above.reverse();
        above
    }
}

/// A list of annexes: 附件：1.…清单.
#[derive(Debug, Clone, Copy, Default)]
struct AnnexList {
    /// The last number met.
    last: u32,
    /// The lines since then, which go on with a long title.
    wrapped: u32,
}

struct Reader<'a, 'f, B> {
    flow: &'f Flow<'a>,
    breaks: &'f B,
    outline: Outline,
    sequence: Sequence,
    /// The annex that is being read.
    annex: Option<usize>,
    /// Whether a clause or heading has been met.
    has_clauses: bool,
    /// The list of annexes that is being read.
    annex_list: Option<AnnexList>,
    /// Whether the items of a paragraph are the clauses, because no line begins with a label: 一是…；二是….
    inner_items: bool,
}

impl<B: Breaks> Reader<'_, '_, B> {
    fn read_piece(&mut self, at: usize, label: Option<Label>) {
        let Some(piece) = self.flow.pieces.get(at).copied() else { return };
        let edge = self.breaks.edge(self.flow, at, self.in_heading(at));
        if self.continues_annex_list(&piece, label.as_ref()) {
            return;
        }
        if edge.closed {
            if edge::heads_annex_list(self.flow, at) {
                self.annex_list = Some(AnnexList::default());
                self.close_at(at);
                return;
            }
            if let Some(printed) = edge::annex_heading(self.flow, at) {
                self.sequence.start_anew();
                let opened = self.open(NodeKind::Annex(printed), None, (at, piece.text.len()), (at, 0), false);
                // The first annex of a wrapper without clauses of its own is the plan itself.
                self.annex = self.has_clauses.then_some(opened);
                return;
            }
            if edge::is_annex_list(piece.text) {
                self.begin_annex_list(piece.text);
                self.close_at(at);
                return;
            }
        }
        match label {
            Some(label) if self.take(&label, &edge, at, 0) => {}
            _ if edge.closed && edge::is_closing(self.flow, self.breaks, at) => {
                self.close_at(at);
                // The list may stand behind the last sentence: 自公布之日起施行。附件：1.某清单.
                if let Some((last, _)) = piece.text.match_indices("附件").last() {
                    let list = piece.text.get(last..).unwrap_or_default();
                    if edge::is_annex_list(list) {
                        self.begin_annex_list(list);
                    }
                }
            }
            _ => {}
        }
        self.read_inner_labels(at, &piece);
        if self.inner_items {
            self.read_items(at, &piece);
        }
    }

    /// The label of a list's item right below a numbered heading: 一、整治重点 over items of a page. The words of a clause go on in
    /// items that stand behind its sentence.
    fn item_of_list(&self, at: usize) -> Option<Label> {
        const SHORTEST: usize = 8;
        let is_item = |at: usize| {
            self.flow.pieces.get(at).is_some_and(|piece| {
                piece.is_item() && piece.text.chars().count() >= SHORTEST && !begins_with_label(piece.text)
            })
        };
        let before = at.checked_sub(1)?;
        let last = self.outline.nodes.last()?;
        let NodeKind::Labelled(label) = &last.kind else { return None };
        if !is_item(at) {
            return None;
        }
        if label.shape == Shape::Item {
            return (last.start.0 == before).then(|| label::item(label.number + 1));
        }
        let heads = self.flow.pieces.get(before).is_some_and(|piece| !holds_sign(piece.text, &['。', '；']));
        (last.start.0 == before && heads && is_item(at + 1)).then(|| label::item(1))
    }

    /// The items of a paragraph: the first behind a colon or full stop, each further one behind a semicolon or full stop.
    fn read_items(&mut self, at: usize, piece: &Piece<'_>) {
        let edge = Edge::AT_AN_END;
        let line_start = std::iter::once(0);
        let marks = signs(piece.text).filter(|(_, c)| matches!(c, '：' | ':' | '；' | ';' | '。'));
        for from in line_start.chain(marks.map(|(mark, c)| mark + c.len_utf8())) {
            let Some(label) = piece.text.get(from..).and_then(label::read_inner) else { continue };
            let begun = self.outline.nodes.last().is_some_and(|node| {
                matches!(node.kind, NodeKind::Labelled(_)) && node.start == (at, from + label.length)
            });
            let first = label.number == 1 && !self.has_clauses;
            if !begun && (first || self.sequence.expects(&label)) {
                self.take(&label, &edge, at, from);
            }
        }
    }

    /// Opens a node for a label if it fits. `offset` is where it stands in the piece.
    fn take(&mut self, label: &Label, edge: &Edge, at: usize, offset: usize) -> bool {
        let Fit { parent, out_of_sequence, new_text } = match self.sequence.fit(label, edge) {
            Some(fit) => fit,
            None => return false,
        };
        let parent = parent.or(self.annex);
        if new_text {
            self.open_title(at);
        }
        let node = self.open(
            NodeKind::Labelled(label.clone()),
            parent,
            (at, offset + label.length),
            (at, offset),
            out_of_sequence,
        );
        self.sequence.push(label, node);
        self.has_clauses = true;
        true
    }

    /// Opens a node for a line without a number that heads labels of a shape.
    fn take_caption(&mut self, at: usize, heads: Shape) -> bool {
        let Some(piece) = self.flow.pieces.get(at).copied() else { return false };
        let edge = self.breaks.edge(self.flow, at, self.in_heading(at));
        let Some(label) = label::caption(piece.text).filter(|_| edge.closed && self.breaks.may_end(at)) else {
            return false;
        };
        let parent = self.sequence.above_caption(heads).or(self.annex);
        let node = self.open(NodeKind::Labelled(label), parent, (at, 0), (at, 0), false);
        self.sequence.push_caption(heads, node);
        self.has_clauses = true;
        true
    }

    /// Labels in the middle of a line: the next number of a running sequence right after a full stop.
    fn read_inner_labels(&mut self, at: usize, piece: &Piece<'_>) {
        let edge = Edge::AT_AN_END;
        let second = LazyCell::new(|| piece.text.rfind("。2").max(piece.text.rfind("；2")));
        for (dot, c) in signs(piece.text).filter(|(_, c)| *c == '。') {
            let after = dot + c.len_utf8();
            let Some(rest) = piece.text.get(after..) else { continue };
            let blank = rest.len() - rest.trim_start().len();
            let Some(label) = rest.get(blank..).and_then(label::read) else { continue };
            let inner = matches!(label.shape, Shape::Han | Shape::BracketedHan | Shape::Arabic) && !label.glued;
            // The label may be the last thing on its line: …解决机制。36.
            let alone = label.length == rest.len() - blank;
            // …现提出以下意见。1.对…。2.对…: the first of a row that begins behind the opening.
            let begins = label.number == 1 && !self.has_clauses && label.shape == Shape::Arabic;
            let begins = begins || label.number == 1 && self.parts_clause(at, piece, dot, &label);
            let begins = begins && LazyCell::force(&second).is_some_and(|second| second >= after);
            if inner && (begins || self.sequence.expects(&label)) && (!alone || label.shape == Shape::Arabic) {
                self.take(&label, &edge, at, after + blank);
            }
        }
    }

    /// Whether the first of a row of numbers stands right behind the title of the clause that the line is: （一）夯实基础。1.….2.….
    fn parts_clause(&self, at: usize, piece: &Piece<'_>, stop: usize, label: &Label) -> bool {
        const LONGEST_TITLE: usize = 30;
        if !B::ARE_ENDS || label.shape != Shape::Arabic {
            return false;
        }
        let Some(last) = self.outline.nodes.last().filter(|last| last.start.0 == at) else { return false };
        let NodeKind::Labelled(own) = &last.kind else { return false };
        let title = piece.text.get(last.start.1..stop).unwrap_or_default();
        own.shape < label.shape && !is_longer(title, LONGEST_TITLE) && !holds_sign(title, &['。', '；', '：'])
    }

    fn begin_annex_list(&mut self, list: &str) {
        self.annex_list = Some(AnnexList { last: edge::entries_of_annex_list(list), wrapped: 0 });
    }

    /// Whether a line is the next entry of a list of annexes. A line or two between may go on with a long title.
    fn continues_annex_list(&mut self, piece: &Piece<'_>, label: Option<&Label>) -> bool {
        let Some(list) = self.annex_list.take() else { return false };
        let bare = !piece.text.contains('。');
        let next = label.is_some_and(|label| label.shape == Shape::Arabic && label.number == list.last + 1);
        if next && bare {
            self.annex_list = Some(AnnexList { last: list.last + 1, wrapped: 0 });
            return true;
        }
        if label.is_none() && bare && list.wrapped < edge::WRAPPED {
            self.annex_list = Some(AnnexList { wrapped: list.wrapped + 1, ..list });
        }
        false
    }

    /// Where every clause is one paragraph, what stands below the last clause of a text is a closing word; so is a
    /// paragraph that asks offices to report.
    fn part_last_paragraphs(&mut self) {
        const FEW: usize = 4;
        if !B::ARE_ENDS {
            return;
        }
        let ends_text = |at: usize| {
            let next = self.outline.nodes.get(at + 1).map(|node| &node.kind);
            matches!(next, None | Some(NodeKind::Annex(_) | NodeKind::Closing))
        };
        let leaves = self.outline.nodes.iter().enumerate();
        // Items of a list say nothing of how long numbered clauses are.
        let numbered = |kind: &NodeKind| matches!(kind, NodeKind::Labelled(label) if label.shape != Shape::Item);
        let leaves = leaves.filter(|(_, node)| node.children == 0 && numbered(&node.kind));
        let (mut single, mut longer, mut last) = (0, 0, Vec::new());
        for (at, node) in leaves {
            let pieces = node.end.0 + usize::from(node.end.1 > 0) - node.start.0;
            match (ends_text(at), pieces) {
                (false, 1) => single += 1,
                (false, _) => longer += 1,
                (true, 1) => {}
                (true, _) => last.push(at),
            }
        }
        let one_each = longer == 0 && single >= FEW;
        for at in last.into_iter().rev() {
            let Some(node) = self.outline.nodes.get(at) else { continue };
            let first = node.start.0 + 1;
            let below = || self.flow.pieces.get(first..node.end.0).unwrap_or_default().iter().map(|piece| piece.text);
            let states_units = |line: &str| line.starts_with(['（', '(', '［', '[', '责', '牵']);
            let place = if one_each {
                below().next().is_some_and(|line| !states_units(line)).then_some(first)
            } else {
                below().position(edge::is_request).map(|place| first + place)
            };
            if let Some(place) = place {
                self.close_within(at, place);
            }
        }
    }

    /// Ends the node at `at` before a piece; what follows up to the next node is closing words.
    fn close_within(&mut self, at: usize, piece: usize) {
        let Some(node) = self.outline.nodes.get_mut(at) else { return };
        let end = std::mem::replace(&mut node.end, (piece, 0));
        if let Some(next) = self.outline.nodes.get_mut(at + 1).filter(|next| next.kind == NodeKind::Closing) {
            next.start = (piece, 0);
            return;
        }
        let closing =
            Node { kind: NodeKind::Closing, parent: None, children: 0, start: (piece, 0), end, out_of_sequence: false };
        self.outline.nodes.insert(at + 1, closing);
        for node in &mut self.outline.nodes {
            node.parent = node.parent.map(|parent| if parent > at { parent + 1 } else { parent });
        }
    }

    /// Whether the piece before `at` belongs to a heading or clause that has had no full stop yet.
    fn in_heading(&self, at: usize) -> bool {
        const LINES_OF_A_HEADING: usize = 3;
        let Some(node) = self.outline.nodes.last() else { return false };
        if !matches!(node.kind, NodeKind::Labelled(_)) || node.start.0 + LINES_OF_A_HEADING <= at {
            return false;
        }
        let pieces = self.flow.pieces.get(node.start.0..at).unwrap_or_default();
        !pieces.iter().any(|piece| piece.text.contains('。'))
    }

    /// Opens a node for the title of the text whose numbering begins at `at`.
    fn open_title(&mut self, at: usize) {
        let earliest = self.outline.nodes.last().map_or(0, |node| node.start.0 + 1);
        if let Some(first) = edge::title_before(self.flow, self.breaks, earliest..at) {
            self.open(NodeKind::Title, None, (first, 0), (first, 0), false);
        }
    }

    fn close_at(&mut self, at: usize) {
        if self.outline.nodes.last().is_some_and(|node| node.kind == NodeKind::Closing) {
            return;
        }
        self.open(NodeKind::Closing, None, (at, 0), (at, 0), false);
        self.sequence.allow_restart();
    }

    fn open(
        &mut self,
        kind: NodeKind,
        parent: Option<usize>,
        start: (usize, usize),
        begins: (usize, usize),
        out_of_sequence: bool,
    ) -> usize {
        if let Some(last) = self.outline.nodes.last_mut() {
            last.end = begins;
        }
        if let Some(above) = parent.and_then(|parent| self.outline.nodes.get_mut(parent)) {
            above.children += 1;
        }
        self.outline.nodes.push(Node { kind, parent, children: 0, start, end: start, out_of_sequence });
        self.outline.nodes.len() - 1
    }
}

//! Everything that is known of a document before its clauses are read one by one.

mod below;

use std::cell::OnceCell;

use domain::{BackgroundReason, NoticeFacts, NoticeKind};

use crate::deadline::DeadlineContext;
use crate::flow::Flow;
use crate::head::naming::cited_titles;
use crate::lexicon::tables::KINDS;
use crate::outline::label::Label;
use crate::outline::{Node, NodeKind, Outline, states_force};
use crate::units::{BracketReading, sentence_units};

use super::addressee::Addressees;
use super::body::Body;
use super::brackets::Brackets;
use super::clause::above::paragraph_of_all_above;
use super::heading;
use super::particulars;
use super::section_kind::{self, SectionKind};
use super::telling;

/// A node with its words, its unit brackets and its part in the notice.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    /// Its words.
    pub(super) body: Body,
    /// Its unit brackets.
    pub(super) brackets: Brackets,
    /// What a bracket on its title line says.
    pub(super) heading_bracket: Option<Box<BracketReading>>,
    /// Its heading, without label, full stop and bracket.
    pub(super) heading: String,
    /// What its clauses are.
    pub(super) kind: SectionKind,
    /// Whether its sub-items are parts of its text and no clauses of their own.
    pub(super) takes_items: bool,
    /// Whether it stands in an article of a regulation.
    pub(super) in_article: bool,
    /// Whether its sub-items are conditions to be met or cases.
    pub(super) lists_conditions: bool,
    /// Whether it is such a sub-item.
    pub(super) is_item: bool,
    /// The units that its last paragraph names for all clauses above, and the piece of that paragraph.
    pub(super) for_all_above: Option<Box<(usize, BracketReading)>>,
    /// Whether a clause beside it orders something.
    pub(super) beside_orders: bool,
    /// Whether it stands in the notice that passes a plan on, above the plan.
    pub(super) in_wrapper: bool,
    /// Whether it stands in a work to be looked up that the notice passes on.
    pub(super) in_reference: bool,
    /// Why it orders nothing, once that was asked.
    orders_nothing: OnceCell<Option<BackgroundReason>>,
}

impl Section {
    /// Whether it is a label and nothing else.
    pub(super) fn is_empty(&self) -> bool {
        self.body.text.text.is_empty() && self.body.title_line.is_none()
    }

    /// Takes a last paragraph off that says who carries all clauses above out.
    fn take_words_about_all_above(&mut self) {
        let Some((start, reading)) = paragraph_of_all_above(&self.body.text) else { return };
        let piece = self.body.text.piece_at(start).unwrap_or_default();
        self.for_all_above = Some(Box::new((piece, reading)));
        self.body.text.truncate(start);
    }
}

/// What the clauses of a document are read with.
#[derive(Debug)]
pub(super) struct Context<'a> {
    /// The running text.
    pub(super) flow: &'a Flow<'a>,
    /// Its outline.
    pub(super) outline: &'a Outline,
    /// One entry for each node of the outline.
    pub(super) sections: Vec<Section>,
    /// What times rest on.
    pub(super) deadline: DeadlineContext,
    /// The units that the document is sent to; 你局 stands for one.
    pub(super) addressees: Addressees,
    /// Whether clauses without a unit bracket can be measures.
    pub(super) plain_clauses: bool,
    /// Whether the document is the minutes of a meeting.
    pub(super) minutes: bool,
    /// Whether the document can hold measures at all.
    pub(super) measures: bool,
    /// Whether the document grants what was asked for: 批复.
    pub(super) reply: bool,
    /// Whether the title leaves it open what the clauses are: a notice orders, and tells.
    pub(super) open: bool,
}

impl<'a> Context<'a> {
    pub(super) fn of(flow: &'a Flow<'a>, outline: &'a Outline, facts: &NoticeFacts, plan_at: Option<usize>) -> Self {
        // A title that is only printed twice passes nothing on.
        let passed_on = plan_at.filter(|_| facts.notice_title.is_some());
        // A work to be looked up is no plan.
        let is_reference = telling::is_reference(&facts.title);
        let plan_at = passed_on.filter(|_| !is_reference);
        let reference_at = passed_on.filter(|_| is_reference).or_else(|| reference_below(flow, &facts.title));
        let mut sections: Vec<Section> = Vec::with_capacity(outline.nodes.len());
        for node in &outline.nodes {
            let line = flow.pieces.get(node.start.0).map(|piece| piece.index);
            let in_wrapper = line.zip(plan_at).is_some_and(|(line, plan)| line < plan);
            let in_reference = line.zip(reference_at).is_some_and(|(line, work)| line >= work);
            let mut section = Section { body: Body::of(flow, node), in_wrapper, in_reference, ..Section::default() };
            section.take_words_about_all_above();
            sections.push(section);
        }
        let mut brackets: Vec<Brackets> =
            sections.iter().map(|section| Brackets::of(&section.body.text, true)).collect();
        let bare_names = has_many_bare_names(&brackets);
        for ((node, section), brackets) in outline.nodes.iter().zip(&mut sections).zip(&mut brackets) {
            if matches!(node.kind, NodeKind::Annex(_) | NodeKind::Labelled(_)) {
                section.heading_bracket =
                    section.body.take_title_bracket(bare_names || node.children > 0).map(Box::new);
                section.brackets = if bare_names || !brackets.rest_on_bare_names() {
                    std::mem::take(brackets)
                } else {
                    Brackets::of(&section.body.text, false)
                };
            }
            if matches!(node.kind, NodeKind::Opening | NodeKind::Title) {
                section.brackets = std::mem::take(brackets);
            }
            section.heading = heading::words(&section.body, &section.brackets);
        }
        let mut context = Self {
            flow,
            outline,
            sections,
            deadline: DeadlineContext::of(facts),
            addressees: Addressees::default(),
            plain_clauses: !matches!(facts.kind, NoticeKind::Regulation | NoticeKind::DetailedRules | NoticeKind::List),
            minutes: facts.kind == NoticeKind::Minutes,
            measures: !facts.kind.orders_nothing(),
            reply: facts.kind == NoticeKind::Reply,
            open: matches!(facts.kind, NoticeKind::Notice | NoticeKind::Letter | NoticeKind::Other),
        };
        context.mark_wrapper(plan_at);
        context.gather_items();
        context.find_orders_beside();
        context.judge_kinds();
        context.judge_beside_conditions();
        context.judge_problems();
        context
    }

    /// Whether the text has numbered clauses.
    pub(super) fn has_clauses(&self) -> bool {
        self.outline.nodes.iter().any(|node| matches!(node.kind, NodeKind::Labelled(_)))
    }

    /// Why a clause orders nothing unless a bracket names units in it: an article of a regulation, a clause of
    /// aims or scope, the meaning of a word. Measures, sentences and the account ask it of the same clause.
    pub(super) fn orders_nothing(&self, label: &Label, section: &Section) -> Option<BackgroundReason> {
        *section.orders_nothing.get_or_init(|| self.why_nothing_is_ordered(label, section))
    }

    fn why_nothing_is_ordered(&self, label: &Label, section: &Section) -> Option<BackgroundReason> {
        if let SectionKind::Background(reason) = section.kind {
            // Below a stage it may be said who does what, and below the duties of a body what it is to do now.
            let text = section.body.text.text.as_str();
            let ordered = match reason {
                BackgroundReason::Stages => {
                    telling::hands_out(text) || telling::orders_in_stage(text, section.body.title_line.is_some())
                }
                BackgroundReason::Duties => telling::orders_by_duty(text),
                _ => false,
            };
            return Some(reason).filter(|_| !ordered);
        }
        if section.in_wrapper {
            return Some(BackgroundReason::Wrapper);
        }
        // A clause of such a work that names who acts is a task all the same.
        if section.in_reference && sentence_units(&section.body.text.text).leads.is_empty() {
            return Some(BackgroundReason::Description);
        }
        if label.shape.is_article() || section.in_article || !self.plain_clauses {
            return Some(BackgroundReason::Article);
        }
        if section.is_empty() {
            return None;
        }
        let text = section.body.text.text.as_str();
        // 三、本措施自印发之日起施行，有效期五年。
        if states_force(text.split('。').next().unwrap_or_default()) {
            return Some(BackgroundReason::Scope);
        }
        if telling::answers_a_question(section.body.title_line.as_deref(), text) {
            return Some(BackgroundReason::Description);
        }
        if section_kind::defines_a_word(text) {
            return Some(BackgroundReason::Definition);
        }
        if section_kind::only_consents(text) {
            return Some(BackgroundReason::Report);
        }
        if section_kind::states_a_fact(text) || self.reply && section_kind::describes_works(text) {
            return Some(BackgroundReason::Preamble);
        }
        if telling::is_roster(&section.heading, text) {
            return Some(BackgroundReason::Duties);
        }
        if telling::names_a_case(text) {
            return Some(BackgroundReason::Cases);
        }
        if telling::lists_figures(text) {
            return Some(BackgroundReason::Aims);
        }
        if telling::says_who_may(text) {
            return Some(BackgroundReason::Cases);
        }
        if telling::gives_contacts(text) {
            return Some(BackgroundReason::Particulars);
        }
        if self.open && telling::announces(text) {
            return Some(BackgroundReason::Announcement);
        }
        if self.open && particulars::states(text) {
            return Some(BackgroundReason::Particulars);
        }
        if self.open && telling::tells_what_was_done(text) {
            return Some(BackgroundReason::Report);
        }
        (section.body.title_line.is_none() && !section.beside_orders && section_kind::is_bare_name(text))
            .then_some(BackgroundReason::Particulars)
    }

    /// The clauses that a notice adds to what it passes on: 现将…印发给你们，并就有关工作通知如下：….
    fn mark_wrapper(&mut self, plan_at: Option<usize>) {
        let nodes = self.outline.nodes.iter();
        let opening =
            self.sections.first().filter(|_| nodes.clone().next().is_some_and(|node| node.kind == NodeKind::Opening));
        let paragraphs = |tells: fn(&str) -> bool| {
            opening.is_some_and(|section| {
                let text = &section.body.text;
                text.paragraphs().any(|paragraph| text.text.get(paragraph).is_some_and(tells))
            })
        };
        let adds = paragraphs(telling::adds_to_what_it_passes_on)
            || (paragraphs(telling::passes_on) && (self.speaks_to_roles() || self.signs_before_tasks()));
        if !adds {
            return;
        }
        let pieces = &self.flow.pieces;
        let is_of_plan = |node: &Node| {
            let line = pieces.get(node.start.0).map(|piece| piece.index);
            line.zip(plan_at).is_some_and(|(line, plan)| line >= plan)
        };
        let clauses = nodes.zip(&mut self.sections).skip(1);
        let own = clauses.take_while(|(node, _)| matches!(node.kind, NodeKind::Labelled(_)) && !is_of_plan(node));
        own.for_each(|(_, section)| section.in_wrapper = true);
    }

    /// Whether most clauses speak to 各牵头单位, 各责任单位 and none names units of its own: they are about tasks that stand elsewhere.
    fn speaks_to_roles(&self) -> bool {
        let clauses = self
            .outline
            .nodes
            .iter()
            .zip(&self.sections)
            .filter(|(node, _)| matches!(node.kind, NodeKind::Labelled(_)) && node.children == 0);
        let (mut all, mut to_roles) = (0_usize, 0_usize);
        for (_, section) in clauses {
            if !section.brackets.found.is_empty() {
                return false;
            }
            all += 1;
            to_roles += usize::from(section_kind::speaks_to_roles(&section.body.text.text));
        }
        all >= 2 && to_roles * 2 > all
    }

    /// Whether the first clauses name no units of their own and are signed before an annex with clauses: they say how the annex is
    /// carried out.
    fn signs_before_tasks(&self) -> bool {
        let nodes = || self.outline.nodes.iter().zip(&self.sections).skip(1);
        let is_own = |node: &Node| matches!(node.kind, NodeKind::Labelled(_));
        let own = nodes().take_while(|(node, _)| is_own(node)).count();
        let plain = nodes().take(own).all(|(node, section)| {
            node.children == 0
                && section.brackets.found.is_empty()
                && sentence_units(&section.body.text.text).leads.iter().all(|unit| unit.starts_with('各'))
        });
        let mut rest = nodes().skip(own).map(|(node, _)| &node.kind);
        plain
            && matches!(rest.next(), Some(NodeKind::Closing))
            && rest.clone().any(|kind| matches!(kind, NodeKind::Annex(_) | NodeKind::Title))
            && rest.any(|kind| matches!(kind, NodeKind::Labelled(_)))
    }

    /// Finds lists that are part of the clause above them: 符合下列条件：（1）…；（2）….
    fn gather_items(&mut self) {
        const LONGEST_ITEM: usize = 90;
        let mut items = vec![(0_usize, true, 0_usize); self.sections.len()];
        for (at, node) in self.outline.nodes.iter().enumerate() {
            let Some((parent, section)) = node.parent.zip(self.sections.get(at)) else { continue };
            let text = section.body.text.text.as_str();
            let plain = node.children == 0 && text.chars().count() <= LONGEST_ITEM && text.matches('。').count() <= 1;
            let plain = plain && section.body.title_line.is_none();
            if let Some((count, all_plain, bracketed)) = items.get_mut(parent) {
                *count += 1;
                *all_plain &= plain;
                *bracketed += usize::from(!section.brackets.found.is_empty());
            }
        }
        for (at, (count, all_plain, bracketed)) in items.into_iter().enumerate() {
            let Some(section) = self.sections.get_mut(at) else { continue };
            let text = section.body.text.text.trim_end();
            // 年底前完成以下房屋排查：
            let limited = || text.contains('前') && ["以下", "下列"].iter().any(|word| text.contains(word));
            let introduces = text.ends_with(['：', ':']) && (text.contains(['。', '，']) || limited());
            let conditions = count > 0 && bracketed == 0 && telling::lists_conditions(text);
            section.takes_items = count > 0 && all_plain && bracketed <= 1 && introduces;
            if conditions {
                // 各镇于3月底前提交以下材料： hands something out.
                section.takes_items = text.contains('。') || telling::names_who_acts(text);
                section.lists_conditions = !section.takes_items;
            }
        }
        for at in 0..self.sections.len() {
            let parent = self.outline.nodes.get(at).and_then(|node| node.parent);
            let is_item =
                parent.and_then(|parent| self.sections.get(parent)).is_some_and(|section| section.takes_items);
            if let Some(section) = self.sections.get_mut(at) {
                section.is_item = is_item;
            }
        }
    }

    /// The last line of the title that a title node begins with.
    fn title_line(&self, node: &Node) -> Option<&'a str> {
        let last = node.start.0 + self.title_pieces(node).checked_sub(1)?;
        self.flow.pieces.get(last).map(|piece| piece.text)
    }

    /// How many pieces the title takes that a title node begins with; a preamble may follow.
    pub(super) fn title_pieces(&self, node: &Node) -> usize {
        const LINES: usize = 3;
        let pieces = self.flow.pieces.get(node.start.0..node.end.0).unwrap_or_default();
        pieces.iter().take(LINES).take_while(|piece| !piece.text.contains(['，', '。'])).count()
    }

    /// Whether a clause directly over a table only announces it: 一、任务安排, or 下列事项由各承办单位负责落实. An item of a list that
    /// happens to stand there announces nothing.
    fn announces_table(&self, at: usize, node: &Node) -> bool {
        let is_over_table = |node: &Node| {
            let last = node.end.0.checked_sub(1).and_then(|last| self.flow.pieces.get(last));
            // The name of the table may stand between.
            let name = self.flow.pieces.get(node.end.0).filter(|piece| section_kind::is_heading_of_table(piece.text));
            node.children == 0 && last.into_iter().chain(name).any(|piece| piece.before_table)
        };
        let NodeKind::Labelled(label) = &node.kind else { return false };
        let Some(section) = self.sections.get(at).filter(|_| is_over_table(node)) else { return false };
        let words = section.body.text.text.as_str();
        if section_kind::points_below(words) {
            return true;
        }
        let is_sibling = |(other_at, other): &(usize, &Node)| {
            let same = matches!(&other.kind, NodeKind::Labelled(own) if own.shape == label.shape);
            same && other.parent == node.parent && *other_at != at
        };
        let is_item = |(at, other): (usize, &Node)| {
            let bare = self.sections.get(at).is_some_and(|section| section.body.title_line.is_none());
            other.children == 0 && bare && !is_over_table(other)
        };
        let siblings = || self.outline.nodes.iter().enumerate().filter(is_sibling);
        // 二 alone: the first stands elsewhere.
        let heads = || (label.number > 1 || siblings().next().is_some()) && !siblings().any(is_item);
        section_kind::is_heading_of_table(words) || section_kind::may_head_table(words) && heads()
    }

    fn judge_kinds(&mut self) {
        let mut in_rules = false;
        let mut in_reference = false;
        for at in 0..self.sections.len() {
            let Some(node) = self.outline.nodes.get(at) else { continue };
            let parent = node.parent.and_then(|parent| self.sections.get(parent).zip(self.outline.nodes.get(parent)));
            let above = parent.map(|(section, _)| section.kind);
            match node.kind {
                // A second text may be a regulation although the first is none.
                NodeKind::Title => {
                    in_rules = self.title_line(node).is_some_and(titles_rules);
                    in_reference = self.title_line(node).is_some_and(telling::is_reference);
                }
                NodeKind::Annex(_) => {
                    in_rules = self.sections.get(at).is_some_and(|s| titles_rules(&s.heading));
                    in_reference = self.sections.get(at).is_some_and(|s| telling::is_reference(&s.heading));
                }
                _ => {}
            }
            let in_article = in_rules || parent.is_some_and(|(section, node)| section.in_article || is_article(node));
            // The title of a clause inside a section says what it does, not what the section is for.
            let at_top = parent.is_none_or(|(_, node)| matches!(node.kind, NodeKind::Annex(_)));
            let is_heading = node.children > 0 || at_top;
            let announces = self.announces_table(at, node);
            let names_things = self.names_things(at);
            let names_defects = self.names_defects(at);
            let in_stages = above == Some(SectionKind::Background(BackgroundReason::Stages));
            let hands_out = self.hands_out_clauses(at, in_stages);
            let Some(section) = self.sections.get_mut(at) else { continue };
            section.in_article = in_article;
            section.in_reference |= in_reference;
            if section.lists_conditions {
                section.kind = SectionKind::Background(BackgroundReason::Cases);
                continue;
            }
            let own = if announces {
                SectionKind::Background(BackgroundReason::Preamble)
            } else if names_things {
                SectionKind::Background(BackgroundReason::Particulars)
            } else if names_defects {
                SectionKind::Background(BackgroundReason::Cases)
            } else {
                section_kind::of_heading(&section.heading)
            };
            // A stage whose clauses say who does them holds the tasks.
            let is_stage = own == SectionKind::Background(BackgroundReason::Stages);
            let own = if is_stage && hands_out { SectionKind::Action } else { own };
            section.kind = match above {
                Some(SectionKind::Background(BackgroundReason::Stages)) if hands_out => SectionKind::Action,
                Some(background @ SectionKind::Background(_)) => background,
                Some(SectionKind::Safeguard) => SectionKind::Safeguard,
                _ if own == SectionKind::Safeguard && !is_heading => SectionKind::Action,
                _ => own,
            };
        }
    }
}

/// Where a work to be looked up begins that the title of the notice cites: the line that is its title.
fn reference_below(flow: &Flow<'_>, title: &str) -> Option<usize> {
    let work = cited_titles(title).last().copied().filter(|work| telling::is_reference(work))?;
    flow.pieces.iter().find(|piece| piece.text.trim() == work).map(|piece| piece.index)
}

/// Whether a title is that of a regulation: …办法（试行）.
fn titles_rules(title: &str) -> bool {
    let title = title.trim_end_matches('）');
    let title = title.strip_suffix("试行").or_else(|| title.strip_suffix("暂行")).unwrap_or(title);
    let title = title.trim_end_matches('（');
    ["rules", "detailed-rules", "contract"].iter().any(|kind| KINDS.ends(kind, title))
}

fn is_article(node: &Node) -> bool {
    matches!(&node.kind, NodeKind::Labelled(label) if label.shape.is_article())
}

/// Whether single bare names in brackets close so many clauses that they must be units.
fn has_many_bare_names(brackets: &[Brackets]) -> bool {
    const MANY: usize = 3;
    let clauses = brackets.len().max(1);
    let names = |brackets: &&Brackets| brackets.found.iter().any(|bracket| !bracket.reading.leads.is_empty());
    let named = brackets.iter().filter(names).count();
    named >= MANY && named * 4 >= clauses
}

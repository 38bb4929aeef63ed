//! Who answers and by when: the nearest statement governs.

use std::collections::{HashMap, HashSet};

use domain::{Doubt, Field, Measure, MeasureClass, Provenance, UnitAssignment, UnitBasis};

use super::above::{CLAUSE_TIME_OF_ALL_ABOVE, CLAUSE_UNITS_OF_ALL_ABOVE};
use super::segment::Segment;
use super::told::{self, HEADING_TOLD, told_above};
use crate::deadline;
use crate::outline::{Node, NodeKind};
use crate::prose::addressee::{self, Addressees};
use crate::prose::context::{Context, Section};
use crate::prose::section_kind;
use crate::units::bracket::{BRACKET_LIST_WITH_OTHERS, BRACKET_TIME};
use crate::units::{
    BracketReading, Confidence, addressed_subject, comparison_key, ends_like_office, is_role_word, looks_like_unit,
    only_units, read_bracket, sentence_units, states_goal,
};

rules! {
    HEADING_UNITS = "heading.units", "本条没有写明单位，沿用上级标题写明的单位";
    HEADING_NAMED_BY_UNIT = "heading.named-by-unit", "上级标题就是单位名称，其下各项由该单位办理";
    HEADING_TIME = "heading.time", "本条没有写明时限，沿用上级标题写明的时限";
    TITLE_TIME = "title.time", "正文没有写明时限，取本条标题括号里写明的时限";
    LABEL_PEOPLE = "label.people", "写明了“责任领导”“责任人”“联系人”等字样";
    SENTENCE_ADDRESSED = "sentence.addressed", "句首的主语是文件所发往的单位的简称";
    BRACKET_UNCLOSED = "bracket.unclosed", "括号没有闭合", chance 100;
    BRACKET_BARE_NAME = "bracket.bare-name", "括号里只有一个简称";
    BRACKET_UNKNOWN_NAMES = "bracket.unknown-names", "名单里有不像单位的名称";
}

/// Longest short name of a firm in a list of units: 中远海运集运.
const LONGEST_FIRM: usize = 8;

/// Units that one bracket gives to every measure below it in the same text.
struct ForAllBelow {
    annex: Option<usize>,
    units: Vec<String>,
}

/// Gives measures their units and deadlines.
pub(super) struct Assigner<'a> {
    context: &'a Context<'a>,
    /// For each node, what the bracket of its heading says.
    headings: Vec<Option<Box<BracketReading>>>,
    /// What a sentence at the end says of all clauses, and its node.
    for_all: Option<(usize, BracketReading)>,
    below: Vec<ForAllBelow>,
}

impl<'a> Assigner<'a> {
    pub(super) fn of(context: &'a Context<'a>) -> Self {
        let mut headings = Vec::with_capacity(context.sections.len());
        for (node, section) in context.outline.nodes.iter().zip(&context.sections) {
            let is_heading = node.children > 0 && !section.takes_items;
            if !is_heading {
                headings.push(None);
                continue;
            }
            let reading = section.heading_bracket.as_deref().cloned().or_else(|| {
                section.brackets.found.iter().map(|bracket| &bracket.reading).find(|r| !r.leads.is_empty()).cloned()
            });
            let reading = reading.or_else(|| caption_units(node, section)).or_else(|| told_above(section));
            headings.push(reading.map(Box::new));
        }
        for (heading, reading) in named_by_unit(context) {
            if let Some(slot) = headings.get_mut(heading) {
                *slot = slot.take().or(Some(Box::new(reading)));
            }
        }
        let mut for_all = None;
        for (parent, reading) in behind_several(context).into_iter().chain(for_all_above(context, &mut for_all)) {
            match headings.get_mut(parent) {
                Some(Some(known)) => known.deadline = known.deadline.take().or(reading.deadline),
                Some(slot) => *slot = Some(Box::new(reading)),
                None => {}
            }
        }
        Self { context, headings, for_all, below: Vec::new() }
    }

    /// Fills the units and the deadline of a measure from its segment of the clause at `at`.
    pub(super) fn assign(&mut self, at: usize, segment: &Segment<'_>, measure: &mut Measure) {
        let mut section = self.section_of(at);
        // What is said of all above leaves out a clause whose own sentence says who acts.
        let above = section.as_ref().map(|(_, reading)| reading.rule);
        let own = || sentence_units(&measure.text).leads;
        if above == Some(CLAUSE_UNITS_OF_ALL_ABOVE) && own().iter().any(|unit| !unit.starts_with('各'))
            || above == Some(HEADING_TOLD) && !own().is_empty()
        {
            section = None;
        }
        // A request to report speaks to those it names.
        section = section.filter(|_| !segment.request);
        let own = segment.bracket.as_ref().filter(|reading| !reading.leads.is_empty() || !reading.co_units.is_empty());
        if let Some(reading) = own {
            self.take_bracket(segment, reading, section.as_ref(), measure);
        } else if let Some((heading, reading)) = section.as_ref().filter(|(_, reading)| names_units(reading)) {
            measure.units = UnitAssignment {
                leads: reading.leads.clone(),
                co_units: reading.co_units.clone(),
                section_leads: Vec::new(),
                basis: UnitBasis::Section,
            };
            let words = self.context.sections.get(*heading).map(|s| s.heading.clone()).unwrap_or_default();
            let line = self.line_of(*heading);
            let own_rule = [HEADING_NAMED_BY_UNIT, HEADING_TOLD, CLAUSE_UNITS_OF_ALL_ABOVE]
                .into_iter()
                .find(|rule| reading.rule == *rule);
            let rule = own_rule.unwrap_or(HEADING_UNITS);
            add(measure, Field::Leads, rule, &words, line);
            if rule == HEADING_TOLD {
                told::leave_doubt(measure);
            }
        } else {
            from_sentence(measure, &self.context.addressees);
        }
        self.name_addressees(measure);
        self.apply_declarations(at, measure);
        self.fields(segment, section.as_ref(), measure);
        self.deadline(segment, section.as_ref(), measure);
        if let Some(reading) = segment.bracket.as_ref().filter(|reading| !reading.for_all_below.is_empty()) {
            self.below.push(ForAllBelow { annex: self.annex_of(at), units: reading.for_all_below.clone() });
            for unit in &reading.for_all_below {
                add_declared(measure, unit);
            }
        }
    }

    /// Puts the units addressed in the place of 你局; a word that stands for nobody known leaves a doubt.
    fn name_addressees(&self, measure: &mut Measure) {
        let (leads, unknown) = self.context.addressees.named(std::mem::take(&mut measure.units.leads));
        let (mut co_units, also_unknown) = self.context.addressees.named(std::mem::take(&mut measure.units.co_units));
        co_units.retain(|unit| !leads.contains(unit));
        let unknown = unknown.or(also_unknown);
        if unknown.is_some() && leads.is_empty() && co_units.is_empty() {
            measure.units.basis = UnitBasis::None;
        }
        measure.doubts.extend(unknown.as_deref().map(addressee::doubt));
        (measure.units.leads, measure.units.co_units) = (leads, co_units);
    }

    fn take_bracket(
        &self,
        segment: &Segment<'_>,
        reading: &BracketReading,
        section: Option<&(usize, BracketReading)>,
        measure: &mut Measure,
    ) {
        let line = segment.bracket_line.map_or(measure.line, |line| line.number);
        measure.units = UnitAssignment {
            leads: reading.leads.clone(),
            co_units: Vec::new(),
            section_leads: section.map(|(_, reading)| reading.leads.clone()).unwrap_or_default(),
            basis: reading.basis,
        };
        let mut known: HashSet<String> = reading.leads.iter().map(|unit| comparison_key(unit)).collect();
        let new = reading.co_units.iter().filter(|unit| known.insert(comparison_key(unit)));
        measure.units.co_units = new.cloned().collect();
        add(measure, Field::Leads, reading.rule, segment.bracket_words, line);
        if !measure.units.co_units.is_empty() {
            add(measure, Field::CoUnits, reading.rule, segment.bracket_words, line);
        }
        let words = segment.bracket_words;
        let cut = !reading.leads.iter().chain(&reading.co_units).next_back().is_some_and(|last| looks_like_unit(last));
        if segment.unclosed && cut {
            doubt(measure, Field::CoUnits, BRACKET_UNCLOSED, words, "括号没有闭合，单位名单可能不完整");
        }
        let no_body = reading.leads.iter().all(|lead| !ends_like_office(lead));
        if reading.confidence == Confidence::Possible && no_body {
            doubt(measure, Field::Leads, BRACKET_BARE_NAME, words, "括号内只有一个简称，可能不是责任单位");
        }
        let long_unknown = |name: &String| name.chars().count() > LONGEST_FIRM && !looks_like_unit(name);
        if reading.rule == BRACKET_LIST_WITH_OTHERS && reading.co_units.iter().any(long_unknown) {
            doubt(measure, Field::CoUnits, BRACKET_UNKNOWN_NAMES, words, "名单中有的名称不像单位，可能不是责任单位");
        }
    }

    /// People and further labels: of the clause's own statement, else of the heading's.
    fn fields(&self, segment: &Segment<'_>, section: Option<&(usize, BracketReading)>, measure: &mut Measure) {
        let own = segment.bracket.as_ref();
        if let Some(reading) = own {
            measure.people = reading.people.clone();
            measure.columns = reading.columns.clone();
        }
        let mut line = segment.bracket_line.map_or(measure.line, |line| line.number);
        let mut words = segment.bracket_words;
        if let Some((heading, reading)) = section {
            let (own, above) = (&mut measure.people, &reading.people);
            if own.is_empty() {
                line = self.line_of(*heading);
                words = self.context.sections.get(*heading).map_or("", |section| section.heading.as_str());
            }
            for (own, above) in [
                (&mut own.leaders, &above.leaders),
                (&mut own.responsible, &above.responsible),
                (&mut own.contacts, &above.contacts),
            ] {
                if own.is_empty() {
                    own.clone_from(above);
                }
            }
        }
        if !measure.people.is_empty() {
            add(measure, Field::People, LABEL_PEOPLE, words, line);
        }
    }

    fn deadline(&self, segment: &Segment<'_>, section: Option<&(usize, BracketReading)>, measure: &mut Measure) {
        let stated = segment.bracket.as_ref().and_then(|reading| reading.deadline.as_deref());
        let read =
            |words: &str| Some(deadline::read_cell(words, &self.context.deadline)).filter(|found| found.raw.is_some());
        let (mut found, mut rule) = match stated.and_then(read) {
            Some(found) => (found, BRACKET_TIME),
            None => deadline::read_with_rule(&measure.text, &self.context.deadline),
        };
        // 目标任务：10月底前完工: where neither statement nor text says a time, that of the goal counts.
        let goals = measure.columns.iter().filter(|one| states_goal(&one.heading));
        if found.raw.is_none()
            && let Some(of_goal) = goals
                .map(|one| deadline::read_with_rule(&one.text, &self.context.deadline))
                .find(|(found, _)| found.raw.is_some())
        {
            (found, rule) = of_goal;
        }
        // What the heading's statement says of the time holds for clauses that say nothing.
        let above = section.and_then(|(_, reading)| reading.deadline.as_deref());
        if found.raw.is_none()
            && let Some(from_heading) = above.and_then(read)
        {
            let of_all = section.is_some_and(|(_, reading)| reading.rule == CLAUSE_TIME_OF_ALL_ABOVE);
            (found, rule) = (from_heading, if of_all { CLAUSE_TIME_OF_ALL_ABOVE } else { HEADING_TIME });
        }
        // 集中整治阶段（2023年8月至11月）: the title of the clause says when.
        if found.raw.is_none()
            && let Some(of_title) = measure.title.as_deref().and_then(in_closing_bracket).and_then(read)
            && of_title.due.is_some()
        {
            (found, rule) = (of_title, TITLE_TIME);
        }
        measure.deadline = found;
        if let Some(raw) = measure.deadline.raw.clone() {
            let line = measure.line;
            add(measure, Field::Deadline, rule, &raw, line);
        }
        measure.doubts.extend(deadline::doubts(&measure.deadline, &self.context.deadline));
        measure.columns.extend(deadline::reported_state(&measure.deadline));
    }

    /// Units that a bracket above declared for everything below it: 以下均需…, whatever section follows.
    fn apply_declarations(&self, at: usize, measure: &mut Measure) {
        if self.below.is_empty() || measure.class != MeasureClass::Measure {
            return;
        }
        let annex = self.annex_of(at);
        for declared in self.below.iter().filter(|declared| declared.annex == annex) {
            for unit in &declared.units {
                add_declared(measure, unit);
            }
        }
    }

    /// The nearest heading above that names units, and what it says.
    fn section_of(&self, at: usize) -> Option<(usize, BracketReading)> {
        let mut time = None;
        let above = self.context.outline.ancestors(at).into_iter().rev().find_map(|above| {
            let reading = self.headings.get(above)?.as_deref()?;
            // A time alone leaves it to the heading above who answers.
            if reading.rule == CLAUSE_TIME_OF_ALL_ABOVE {
                time = Some((above, reading.clone()));
                return None;
            }
            Some((above, reading.clone()))
        });
        let above = match (above, time) {
            (Some((at, reading)), Some((_, time))) => Some((at, BracketReading { deadline: time.deadline, ..reading })),
            (above, time) => above.or(time),
        };
        above.or_else(|| self.for_all.clone().filter(|(said, _)| at <= *said))
    }

    /// The annex a clause stands in; a plan and its annexes are texts of their own.
    fn annex_of(&self, at: usize) -> Option<usize> {
        let is_annex = |node: &usize| {
            matches!(self.context.outline.nodes.get(*node).map(|node| &node.kind), Some(NodeKind::Annex(_)))
        };
        self.context.outline.ancestors(at).into_iter().find(is_annex)
    }

    fn line_of(&self, node: usize) -> u32 {
        let piece = self.context.outline.nodes.get(node).and_then(|node| self.context.flow.pieces.get(node.start.0));
        piece.map_or(0, |piece| piece.number)
    }
}

/// Headings that are nothing but units, their tasks below: 一、县人社局. At least two stand side by side, and few other
/// headings beside them, so that a heading that merely ends like a body is none.
fn named_by_unit(context: &Context<'_>) -> Vec<(usize, BracketReading)> {
    let nodes = &context.outline.nodes;
    let mut named: HashMap<Option<usize>, Vec<(usize, Vec<String>)>> = HashMap::new();
    let mut others: HashMap<Option<usize>, usize> = HashMap::new();
    for (at, (node, section)) in nodes.iter().zip(&context.sections).enumerate() {
        if node.children == 0 || !matches!(node.kind, NodeKind::Labelled(_)) {
            continue;
        }
        if is_bare(section)
            && let Some(units) = only_units(section_kind::without_tasks(&section.heading))
        {
            named.entry(node.parent).or_default().push((at, units));
        } else {
            *others.entry(node.parent).or_default() += 1;
        }
    }
    let mut found = Vec::new();
    for (parent, headings) in named {
        if headings.len() < 2 || others.get(&parent).is_some_and(|others| others * 2 > headings.len()) {
            continue;
        }
        for (at, mut units) in headings {
            let leads: Vec<String> = units.drain(..1).collect();
            let rule = HEADING_NAMED_BY_UNIT;
            found.push((at, BracketReading { leads, co_units: units, rule, ..BracketReading::default() }));
        }
    }
    found
}

/// Whether a heading has no words but its title.
fn is_bare(section: &Section) -> bool {
    ["", &section.heading].contains(&section.body.text.text.trim_end_matches(['。', '：', ':', ' ']))
}

/// Statements on lines of their own behind the last of several clauses, which speak of all of them: the node above, and
/// what is said. Where any clause but a last one has such a statement, each speaks of its own clause.
fn behind_several(context: &Context<'_>) -> Vec<(usize, BracketReading)> {
    let nodes = &context.outline.nodes;
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for (at, node) in nodes.iter().enumerate() {
        if let Some(list) = node.parent.and_then(|parent| children.get_mut(parent)) {
            list.push(at);
        }
    }
    let own_line = |at: usize| {
        let found = context.sections.get(at).map(|section| section.brackets.found.as_slice()).unwrap_or_default();
        found.iter().find(|one| one.own_line && !one.reading.leads.is_empty()).map(|one| one.reading.clone())
    };
    let silent = |at: usize| {
        let section = context.sections.get(at);
        let is_leaf = nodes.get(at).is_some_and(|node| node.children == 0);
        is_leaf
            && section.is_some_and(|section| {
                !section.is_item && section.brackets.found.is_empty() && section.heading_bracket.is_none()
            })
    };
    let mut found = Vec::new();
    for (parent, list) in children.iter().enumerate() {
        let Some((last, others)) = list.split_last() else { continue };
        if others.iter().any(|at| own_line(*at).is_some()) {
            return Vec::new();
        }
        if !others.is_empty()
            && others.iter().all(|at| silent(*at))
            && let Some(reading) = own_line(*last)
        {
            found.push((parent, reading));
        }
    }
    found
}

/// What sentences behind several clauses say of all of them: the node above these; where there is none, it speaks of the whole text.
fn for_all_above(context: &Context<'_>, whole: &mut Option<(usize, BracketReading)>) -> Vec<(usize, BracketReading)> {
    let mut found = Vec::new();
    for (at, section) in context.sections.iter().enumerate() {
        let Some((_, reading)) = section.for_all_above.as_deref() else { continue };
        let is_clause = |node: &Node| matches!(node.kind, NodeKind::Labelled(_)) && node.children == 0;
        let last = context.outline.nodes.iter().take(at + 1).rfind(|node| is_clause(node));
        match last.and_then(|last| last.parent) {
            Some(parent) => found.push((parent, reading.clone())),
            None => *whole = Some((at, reading.clone())),
        }
    }
    found
}

/// Whether a heading's statement says who answers; it may say only by when.
fn names_units(reading: &BracketReading) -> bool {
    !reading.leads.is_empty() || !reading.co_units.is_empty()
}

/// The units that a line without a number names above numbered ones: 后勤保障处：
fn caption_units(node: &Node, section: &Section) -> Option<BracketReading> {
    let is_caption = matches!(&node.kind, NodeKind::Labelled(label) if label.shape.is_caption());
    let words = section.heading.trim_start_matches(['【', '[', '［']).trim_end_matches(['】', ']', '］']);
    let reading = if is_caption { read_bracket(words)? } else { return None };
    let all_units = reading.leads.iter().chain(&reading.co_units).all(|unit| looks_like_unit(unit));
    (all_units && !reading.leads.is_empty()).then_some(reading)
}

/// Units that a sentence of the clause orders.
fn from_sentence(measure: &mut Measure, addressees: &Addressees) {
    let mut found = sentence_units(&measure.text);
    found.leads.retain(|unit| !is_role_word(unit));
    if found.leads.is_empty()
        && let Some(word) = addressees.counted_subject(&measure.text)
    {
        (found.leads, found.words, found.rule) = (vec![word.to_owned()], word.to_owned(), SENTENCE_ADDRESSED);
    }
    if found.leads.is_empty()
        && let Some((word, clause)) = addressees.only().and_then(|only| addressed_subject(&measure.text, only))
    {
        (found.leads, found.words, found.rule) = (vec![word.to_owned()], clause.to_owned(), SENTENCE_ADDRESSED);
    }
    if found.leads.is_empty() {
        (found.leads, found.words, found.rule) =
            (addressees.asked_together(&measure.text), measure.text.clone(), SENTENCE_ADDRESSED);
    }
    if found.leads.is_empty() {
        return;
    }
    let line = measure.line;
    add(measure, Field::Leads, found.rule, &found.words, line);
    measure.units = UnitAssignment {
        leads: found.leads,
        co_units: found.co_units,
        section_leads: Vec::new(),
        basis: UnitBasis::Sentence,
    };
}

/// What the bracket says that a title ends with.
fn in_closing_bracket(title: &str) -> Option<&str> {
    let inner = title.trim_end().strip_suffix(['）', ')'])?;
    inner.rsplit_once(['（', '(']).map(|(_, words)| words)
}

/// Adds a unit declared for all, unless the list names the same collective in other words: 各县（区）政府, 各县区政府.
fn add_declared(measure: &mut Measure, unit: &str) {
    let letters = |unit: &str| {
        let key = comparison_key(unit);
        key.chars().filter(|c| c.is_alphanumeric() && *c != '各').collect::<String>()
    };
    let declared = letters(unit);
    let units = &mut measure.units;
    if !units.leads.iter().chain(&units.co_units).any(|known| letters(known) == declared) {
        units.co_units.push(unit.to_owned());
    }
}

fn add(measure: &mut Measure, field: Field, rule: &'static str, words: &str, line: u32) {
    measure.provenance.push(Provenance { field, rule, words: words.to_owned(), line, source: None });
}

fn doubt(measure: &mut Measure, field: Field, rule: &'static str, words: &str, alternative: &str) {
    measure.doubts.push(Doubt::new(field, rule, words.to_owned(), alternative.to_owned()));
}

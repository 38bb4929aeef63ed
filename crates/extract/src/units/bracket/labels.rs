//! Labels inside a unit bracket or a statement on lines of its own, and what the words behind them say.

use domain::{ColumnField, UnitBasis};

use super::{BracketReading, Confidence, assigned, is_edge, roles};
use crate::deadline::states_time;
use crate::lexicon::tables::LABELS;
use crate::units::body::looks_like_unit;
use crate::units::label::{LabelKind, ReadLabel};
use crate::units::labelled::{Within, labels};
use crate::units::list::split_list;
use crate::units::people::{may_be_person, split_people};

rules! {
    BRACKET_LABELLED = "bracket.labelled", "括号里写明了“牵头单位”“责任单位”等字样";
}

/// A label with the words behind it, up to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Segment<'a> {
    /// What the label says.
    pub(crate) label: ReadLabel,
    /// The label as printed.
    pub(crate) printed: String,
    /// The words behind it.
    pub(crate) words: &'a str,
}

/// The labelled segments of a bracket; `None` when no label in it names units, people or a time. Units before the first
/// label (a list without one) answer.
pub(super) fn segments(inner: &str) -> Option<Vec<Segment<'_>>> {
    let found = labels(inner, &[0], Within::Bracket);
    if !found.iter().any(|one| one.label.complete || one.label.kind != LabelKind::Field) {
        return None;
    }
    let mut segments = Vec::with_capacity(found.len() + 1);
    let lead_in = found.first().and_then(|first| inner.get(..first.start)).unwrap_or_default();
    // 办公室牵头，宣传部负责；完成时限：…: a verb may stand behind each name.
    let names = |list: &[String]| list.iter().any(|name| looks_like_unit(name));
    if names(&split_list(lead_in)) || names(&roles::read(lead_in).all()) {
        let label = ReadLabel::loose(LabelKind::Answer);
        segments.push(Segment { label, printed: String::new(), words: lead_in });
    }
    for (index, one) in found.iter().enumerate() {
        let end = found.get(index + 1).map_or(inner.len(), |next| next.start);
        segments.push(Segment { label: one.label, printed: one.printed.clone(), words: inner.get(one.words..end)? });
    }
    Some(segments)
}

/// Reads labelled segments. `None` when they say nothing of units, time or people who answer.
pub(crate) fn read_labelled(segments: &[Segment<'_>]) -> Option<BracketReading> {
    let mut said = Said::default();
    for segment in segments {
        said.take(segment);
    }
    let has_lead = segments.iter().any(|segment| segment.label.kind == LabelKind::Lead);
    let basis = if !said.leads.is_empty() && (said.spelled_out || has_lead) {
        UnitBasis::Labelled
    } else {
        UnitBasis::FirstListed
    };
    let Said { leads, answering, assisting, deadline, planned, reading, .. } = said;
    let people = !(reading.people.leaders.is_empty() && reading.people.responsible.is_empty());
    let rule = BRACKET_LABELLED;
    let deadline = deadline.or(planned);
    let found = assigned(leads, answering, assisting, deadline, basis, rule, Confidence::Stated).or_else(|| {
        let only_people = BracketReading { rule, confidence: Confidence::Stated, ..BracketReading::default() };
        people.then_some(only_people)
    })?;
    Some(BracketReading { people: reading.people, columns: reading.columns, text: reading.text, ..found })
}

/// What the segments so far have said.
#[derive(Debug, Default)]
struct Said {
    leads: Vec<String>,
    answering: Vec<String>,
    assisting: Vec<String>,
    deadline: Option<String>,
    /// A time in a plan of stages, which counts where no label states a deadline.
    planned: Option<String>,
    /// Whether a verb says who leads: 责任单位：A牵头，B、C参与.
    spelled_out: bool,
    /// People, columns and text.
    reading: BracketReading,
}

impl Said {
    fn take(&mut self, segment: &Segment<'_>) {
        let words =
            segment.words.trim().trim_matches(|c| is_edge(c) && (c != '。' || segment.label.kind != LabelKind::Text));
        let words = words.trim_end_matches(['>', '》', '】', '＞', '〉', '〗', '」', '』', '｝', '|', '—', '-']);
        if words.is_empty() || matches!(words, "无" | "/" | "-" | "—" | "——") {
            return;
        }
        // 牵头领导：钱勇，县卫健局牵头，县财政局配合: units with their roles may follow the people.
        let words = if segment.label.kind.names_people() { self.units_behind_people(words) } else { words };
        match segment.label.kind {
            LabelKind::Lead | LabelKind::Answer | LabelKind::Assist => self.units(segment, words),
            LabelKind::Time => self.deadline = self.deadline.take().or_else(|| Some(words.to_owned())),
            LabelKind::Leader => self.reading.people.leaders.extend(split_people(words)),
            LabelKind::Responsible => self.reading.people.responsible.extend(split_people(words)),
            LabelKind::Contact => self.contact(words, segment.label.phone),
            LabelKind::Field => self.column(segment, words),
            LabelKind::Text => {
                // 工作任务：… 整改措施：…: the measure is what is to be done.
                let acts = segment.printed.contains("措施") || segment.printed.contains("举措");
                match self.reading.text.take() {
                    Some(before) if !acts => {
                        self.reading.text = Some(before);
                        self.column(segment, words);
                    }
                    Some(before) => {
                        self.reading.columns.push(ColumnField { heading: "任务".to_owned(), text: before });
                        self.reading.text = Some(words.to_owned());
                    }
                    None => self.reading.text = Some(words.to_owned()),
                }
            }
        }
    }

    /// Takes the units that words about people go on with, and gives the words before them.
    fn units_behind_people<'w>(&mut self, words: &'w str) -> &'w str {
        let says_role = |stretch: &&str| {
            let stated = roles::read(stretch);
            stated.has_verb && stated.all().iter().any(|unit| looks_like_unit(unit))
        };
        let Some(first) = roles::stretches(words).into_iter().find(says_role) else { return words };
        let Some((people, units)) = words.find(first).and_then(|at| words.split_at_checked(at)) else { return words };
        let stated = roles::read(units);
        self.spelled_out |= !stated.leads.is_empty();
        self.leads.extend(stated.leads);
        self.answering.extend(stated.answering);
        self.assisting.extend(stated.assisting);
        self.deadline = self.deadline.take().or(stated.deadline);
        people.trim_end_matches(is_edge)
    }

    fn units(&mut self, segment: &Segment<'_>, words: &str) {
        let mut stated = roles::read(words);
        self.deadline = self.deadline.take().or_else(|| stated.deadline.take());
        // 牵头：李文 names a person in the place of a unit.
        let named = std::mem::take(&mut stated.people);
        let people = &mut self.reading.people;
        let leads = segment.label.kind == LabelKind::Lead;
        people.leaders.extend(named.leaders);
        if leads { &mut people.leaders } else { &mut people.responsible }.extend(named.responsible);
        // A role without its noun asks for either; a name that may be a person's is one.
        if leads && !segment.label.complete {
            for list in [&mut stated.leads, &mut stated.answering] {
                self.reading.people.leaders.extend(list.extract_if(.., |name| may_be_person(name)));
            }
        }
        if segment.label.with_person {
            for list in [&mut stated.leads, &mut stated.answering, &mut stated.assisting] {
                let people = list.extract_if(.., |name| !looks_like_unit(name));
                self.reading.people.responsible.extend(people);
            }
        }
        match segment.label.kind {
            LabelKind::Lead if stated.has_verb && !stated.leads.is_empty() => {
                self.leads.extend(stated.leads);
                self.assisting.extend(stated.answering);
                self.assisting.extend(stated.assisting);
            }
            LabelKind::Lead => self.leads.extend(stated.all()),
            LabelKind::Assist => self.assisting.extend(stated.all()),
            _ => {
                self.spelled_out |= !stated.leads.is_empty();
                self.leads.extend(stated.leads);
                self.answering.extend(stated.answering);
                self.assisting.extend(stated.assisting);
            }
        }
    }

    /// 联系人：张华；联系电话：8888888.
    fn contact(&mut self, words: &str, phone: bool) {
        let contacts = &mut self.reading.people.contacts;
        match contacts.last_mut() {
            Some(last) if phone => *last = format!("{last} {words}"),
            _ => contacts.extend(split_people(words)),
        }
    }

    fn column(&mut self, segment: &Segment<'_>, words: &str) {
        if LABELS.holds("plan", &segment.printed) && states_time(words) {
            self.planned = self.planned.take().or_else(|| Some(words.to_owned()));
        }
        self.reading.columns.push(ColumnField { heading: segment.printed.clone(), text: words.to_owned() });
    }
}

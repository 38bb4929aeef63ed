//! Cuts a clause at its unit brackets: each bracket closes what stands before it.

use std::ops::Range;

use crate::flow::{Passage, SourceLine, is_sentence_end};
use crate::outline::is_request;
use crate::prose::brackets::{Brackets, UnitBracket};
use crate::units::{BracketReading, names_project, sentence_units, states_goal, tells_to_report};

/// A part of a clause with the bracket that closes it.
#[derive(Debug, Clone)]
pub(super) struct Segment<'a> {
    /// Its words, without the bracket.
    pub(super) text: String,
    /// The pieces its words and its bracket stand on.
    pub(super) pieces: Range<usize>,
    /// What the closing bracket says; several brackets side by side are put together.
    pub(super) bracket: Option<BracketReading>,
    /// The words of the bracket.
    pub(super) bracket_words: &'a str,
    /// The line of the source that its words begin on.
    pub(super) first_line: Option<SourceLine>,
    /// The line that its words or its bracket end on.
    pub(super) last_line: Option<SourceLine>,
    /// The line that the bracket begins on.
    pub(super) bracket_line: Option<SourceLine>,
    /// Whether the bracket is never closed.
    pub(super) unclosed: bool,
    /// Whether words follow the last bracket on the same line.
    pub(super) trailing: bool,
    /// Whether it is a sentence that asks all those addressed to report, behind a clause that names who carries it out.
    pub(super) request: bool,
    /// The words before the measure's own, where a label gives these: the problem, the name of the task.
    pub(super) title: Option<String>,
    /// The number of the step that it is, where its clause sets out its measures as a row of steps: ②.
    pub(super) step: Option<String>,
}

impl Segment<'_> {
    /// Takes in the pieces and lines up to the end of a range.
    pub(super) fn reach(&mut self, passage: &Passage, range: &Range<usize>) {
        self.pieces.end = self.pieces.end.max(pieces(passage, range).end);
        self.last_line = passage.line_at(last_byte(range)).max(self.last_line);
    }
}

/// Takes the words of a clause that only names a project from its goal: （三）农村饮水项目。 目标要求：新建水站6座. The name orders nothing; the goal
/// says what is to be done, as in a table of projects and goals.
pub(super) fn goal_of_project(segments: &mut [Segment<'_>], heading: &str) {
    let [only] = segments else { return };
    let name = if only.text.is_empty() { heading } else { only.text.as_str() };
    let reading = only.bracket.as_mut().filter(|_| names_project(name));
    let Some(goal) = reading.and_then(take_goal) else { return };
    let name = std::mem::replace(&mut only.text, goal);
    only.title = only.title.take().or(Some(name.trim_end_matches('。').to_owned()).filter(|name| !name.is_empty()));
}

/// Shortest part that can be a measure of its own, in characters.
pub(super) const SHORTEST: usize = 8;

/// Cuts a clause. There is always at least one part.
pub(super) fn cut<'a>(passage: &'a Passage, brackets: &Brackets) -> Vec<Segment<'a>> {
    let text = passage.text.as_str();
    let mut segments: Vec<Segment<'a>> = Vec::new();
    let mut start = 0;
    for bracket in &brackets.found {
        let words = clean(text.get(start..bracket.range.start).unwrap_or_default());
        let short = words.chars().count() < SHORTEST;
        match segments.last_mut() {
            Some(last) if short => extend(last, bracket, passage, &words),
            _ => segments.push(segment(passage, start..bracket.range.end, words, Some(bracket))),
        }
        start = bracket.range.end;
    }
    let rest = text.get(start..).unwrap_or_default();
    let words = clean(rest);
    let Some(last) = segments.last_mut() else {
        return vec![segment(passage, 0..text.len(), words, None)];
    };
    let offset = text.len() - rest.trim_start_matches(['。', '；', ';', ' ']).len();
    // A paragraph below the bracket closes the section; words on the same line belong to the clause.
    let own_line = passage.starts_paragraph(offset);
    if words.chars().count() >= 4 && !own_line {
        // 检查阶段（6月10日前）。县水务局…: the sentence ends behind the bracket.
        if rest.starts_with('。') && !last.text.ends_with(is_sentence_end) {
            last.text.push('。');
        }
        last.text.push_str(&words);
        last.trailing = true;
        last.reach(passage, &(start..text.len()));
    }
    segments
}

/// The words of a text that is no part of running text, and what its closing statement says; nothing where several
/// statements divide it.
pub(in crate::prose) fn stated(text: &str) -> Option<(String, BracketReading)> {
    let passage = Passage::of_words(text);
    let segments = cut(&passage, &Brackets::of(&passage, false));
    let mut segments = segments.into_iter();
    match (segments.next(), segments.next()) {
        (Some(Segment { text, bracket: Some(reading), trailing: false, .. }), None) if !text.is_empty() => {
            Some((text, reading))
        }
        _ => None,
    }
}

pub(super) fn segment<'a>(
    passage: &'a Passage,
    range: Range<usize>,
    text: String,
    bracket: Option<&UnitBracket>,
) -> Segment<'a> {
    let whole = passage.text.as_str();
    // 整改措施：… gives the measure; what stands before it is its title.
    let own = bracket.and_then(|bracket| bracket.reading.text.clone());
    let (text, title) = match own {
        Some(own) => (own, Some(text).filter(|text| !text.is_empty())),
        None => (text, None),
    };
    Segment {
        text,
        title,
        pieces: pieces(passage, &range),
        bracket: bracket.map(|bracket| bracket.reading.clone()),
        bracket_words: bracket.and_then(|bracket| whole.get(bracket.range.clone())).unwrap_or_default(),
        first_line: passage.line_at(range.start),
        last_line: passage.line_at(last_byte(&range)),
        bracket_line: bracket.and_then(|bracket| passage.line_at(bracket.range.start)),
        unclosed: bracket.is_some_and(|bracket| bracket.unclosed),
        trailing: false,
        request: false,
        step: None,
    }
}

/// The words of the goal that a statement gives, taken out of its columns.
fn take_goal(reading: &mut BracketReading) -> Option<String> {
    let is_sentence = |text: &str| text.chars().count() >= SHORTEST;
    let at = reading.columns.iter().position(|one| states_goal(&one.heading) && is_sentence(&one.text))?;
    Some(reading.columns.remove(at).text)
}

/// Parts the sentence that asks all those addressed to report from the clause before it, which names its own units: 县数据局牵头，长期坚持。
/// 请各单位于4月10日前报送实施方案。 The day is that of the report.
pub(super) fn part_request<'a>(passage: &'a Passage, segments: &mut Vec<Segment<'a>>) {
    part_call(passage, segments);
    let Some(last) = segments.last_mut() else { return };
    let bare = last.text.trim_end_matches('。');
    let Some((before, request)) = bare.rsplit_once('。').filter(|(_, request)| request.starts_with("请各")) else {
        return;
    };
    let stated = last.bracket.as_ref().is_some_and(|reading| !reading.leads.is_empty());
    let named = || sentence_units(before).leads.iter().any(|unit| !unit.starts_with('各'));
    if !is_request(request) || !tells_to_report(request) || !stated && !named() {
        return;
    }
    let Some(at) = passage.text.rfind(request) else { return };
    let mut asked = segment(passage, at..at + request.len(), format!("{request}。"), None);
    asked.request = true;
    last.text.truncate(before.len() + '。'.len_utf8());
    last.trailing = false;
    segments.push(asked);
}

/// Parts the paragraph that calls on all together from the last clause, which is one sentence about a body of its own: 4、石桥由县交投公司负责代建。
/// 各建设单位要做好沟通协调。
fn part_call<'a>(passage: &'a Passage, segments: &mut Vec<Segment<'a>>) {
    let Some(last) = segments.last_mut().filter(|last| last.bracket.is_none()) else { return };
    let Some(at) = passage.paragraphs().map(|paragraph| paragraph.start).nth(1) else { return };
    let (Some(before), Some(call)) = (passage.text.get(..at).map(str::trim_end), passage.text.get(at..)) else {
        return;
    };
    let one_sentence = before.ends_with(['。', '；']) && before.matches(['。', '；']).count() == 1;
    let named = |words: &str| sentence_units(words).leads;
    let calls = call.starts_with('各') && named(call).iter().any(|unit| unit.starts_with('各'));
    if !one_sentence
        || !calls
        || last.text.len() < call.trim().len()
        || named(before).iter().all(|unit| unit.starts_with('各'))
    {
        return;
    }
    let mut asked = segment(passage, at..passage.text.len(), clean(call), None);
    asked.request = true;
    last.text = clean(before);
    segments.push(asked);
}

/// Puts a further bracket to the part before it: （牵头单位：A）（配合单位：B）.
pub(super) fn extend(segment: &mut Segment<'_>, bracket: &UnitBracket, passage: &Passage, words: &str) {
    segment.text.push_str(words);
    segment.reach(passage, &bracket.range);
    let reading = bracket.reading.clone();
    let Some(have) = &mut segment.bracket else {
        segment.bracket = Some(reading);
        return;
    };
    if have.leads.is_empty() {
        have.leads = reading.leads;
    } else {
        have.co_units.extend(reading.leads);
    }
    have.co_units.extend(reading.co_units);
    have.deadline = have.deadline.take().or(reading.deadline);
    have.people.leaders.extend(reading.people.leaders);
    have.people.responsible.extend(reading.people.responsible);
    have.people.contacts.extend(reading.people.contacts);
    have.columns.extend(reading.columns);
    if let Some(own) = reading.text {
        let before = std::mem::replace(&mut segment.text, own);
        segment.title = segment.title.take().or(Some(before).filter(|before| !before.is_empty()));
    }
    have.for_all_below.extend(reading.for_all_below);
}

fn pieces(passage: &Passage, range: &Range<usize>) -> Range<usize> {
    let first = passage.piece_at(range.start).unwrap_or_default();
    let last = passage.piece_at(last_byte(range)).unwrap_or_default();
    first..last + 1
}

fn last_byte(range: &Range<usize>) -> usize {
    range.end.saturating_sub(1).max(range.start)
}

/// The words of a part without the full stop that was left behind by the bracket before it.
pub(super) fn clean(words: &str) -> String {
    let words = words.trim_start_matches(['。', '；', ';', ' ', '\u{3000}']).trim();
    // （下同） after a bracket speaks of the bracket.
    let remark = words.trim_matches(|c: char| "（）()。 ".contains(c));
    if remark == "下同" { String::new() } else { words.to_owned() }
}

//! Tasks without numbers: paragraphs that close with their own units, and the decisions that minutes tell of.
//!
//! 改造管网12公里。（市住建局负责） stands for itself although no number precedes it. Minutes tell what was heard and thought, and in
//! between what was decided: a sentence that names who does something is an order, what follows it without a subject of
//! its own belongs to it, the rest reports. Must not catch the preamble above the first such paragraph.

use std::ops::Range;

use crate::deadline::states_time;
use crate::flow::{Passage, leading_month};
use crate::lexicon::tables::ORDERS;
use crate::prose::brackets::Brackets;
use crate::prose::section_kind;
use crate::units::{BracketReading, Confidence, sentence_units};

use super::segment::{SHORTEST, Segment, clean, extend, segment};

/// The paragraphs of a passage that close with a unit bracket or a line of labels.
pub(super) fn paragraphs<'a>(passage: &'a Passage, brackets: &Brackets) -> Vec<Segment<'a>> {
    let with_units = || brackets.found.iter().filter(|bracket| !bracket.reading.leads.is_empty());
    let sure = with_units().filter(|bracket| bracket.reading.confidence == Confidence::Stated).count();
    let mut segments: Vec<Segment<'a>> = Vec::new();
    if sure == 0 {
        return segments;
    }
    let starts: Vec<usize> = passage.paragraphs().map(|paragraph| paragraph.start).collect();
    let mut from = 0;
    for bracket in with_units() {
        let place = starts.partition_point(|start| *start <= bracket.range.start).saturating_sub(1);
        let words_from = |place: usize| {
            let start = starts.get(place).copied().unwrap_or_default().max(from);
            (start, clean(passage.text.get(start..bracket.range.start).unwrap_or_default()))
        };
        let (mut start, mut words) = words_from(place);
        if words.chars().count() < SHORTEST && place > 0 {
            // A line of labels below its paragraph.
            (start, words) = words_from(place - 1);
        }
        if words.chars().count() >= SHORTEST {
            segments.push(segment(passage, start..bracket.range.end, words, Some(bracket)));
        } else if let Some(last) = segments.last_mut() {
            extend(last, bracket, passage, &words);
        }
        from = bracket.range.end;
    }
    segments
}

/// The paragraphs of a passage that begin with the month in which they are done, where several do: 7月，召开动员会。 8—9月，逐户排查。
pub(super) fn by_month(passage: &Passage) -> Vec<Segment<'_>> {
    let paragraphs = passage.paragraphs().filter_map(|range| {
        let text = passage.text.get(range.clone())?;
        let time = leading_month(text)?;
        Some((range, clean(text), time.to_owned()))
    });
    let paragraphs: Vec<_> = paragraphs.collect();
    if paragraphs.len() < 2 {
        return Vec::new();
    }
    let segments = paragraphs.into_iter().map(|(range, words, time)| Segment {
        bracket: Some(BracketReading { deadline: Some(time), ..BracketReading::default() }),
        ..segment(passage, range, words, None)
    });
    segments.collect()
}

/// The paragraphs of a passage that are steps with their day behind a colon, where most are: 提交初稿截止日期：2025年3月30日. 开始时间 is no end.
pub(super) fn by_date(passage: &Passage) -> Vec<Segment<'_>> {
    const FEWEST: usize = 5;
    const SHORTEST_STEP: usize = 4;
    let step = |range: Range<usize>| {
        let sentence = passage.text.get(range.clone())?.split_inclusive('。').next()?;
        let words = clean(sentence);
        let (what, when) = words.rsplit_once(['：', ':'])?;
        let what = what.split(['（', '(']).next().unwrap_or_default();
        let when = when.split(['（', '(', '。']).next().unwrap_or_default().trim().to_owned();
        let dated = when.starts_with(|c: char| c.is_ascii_digit()) && states_time(&when);
        let is_step = what.chars().count() >= SHORTEST_STEP && !what.contains(['。', '；']) && !what.contains("开始");
        (dated && is_step).then_some((range, words.clone(), when))
    };
    let all = passage.paragraphs().count();
    let steps: Vec<_> = passage.paragraphs().filter_map(step).collect();
    if steps.len() < FEWEST || steps.len() * 5 < all * 3 {
        return Vec::new();
    }
    let segments = steps.into_iter().map(|(range, words, time)| Segment {
        bracket: Some(BracketReading { deadline: Some(time), ..BracketReading::default() }),
        ..segment(passage, range, words, None)
    });
    segments.collect()
}

/// The sentences of a passage that say who leads, where several do: 6月底前，县司法局牵头，县财政局配合，新建服务站26个。 A single one is
/// an order beside the text.
pub(super) fn by_lead(passage: &Passage) -> Vec<Segment<'_>> {
    let none = Brackets::default();
    let leads = |words: &str| ORDERS.holds("leading", words);
    let found: Vec<_> = sentences(&passage.text, &none)
        .into_iter()
        .map(|range| behind_lead_in(passage, range))
        .filter_map(|range| Some((clean(passage.text.get(range.clone())?), range)))
        .filter(|(words, _)| {
            let names = words.ends_with(['。', '；']) && !sentence_units(words).leads.is_empty();
            names && !section_kind::reports_of_meeting(words)
        })
        .collect();
    if found.iter().filter(|(words, _)| leads(words)).count() < 2 {
        return Vec::new();
    }
    found.into_iter().map(|(words, range)| segment(passage, range, words, None)).collect()
}

/// A sentence without the paragraph above it that leads to it: 现将任务明确如下：.
fn behind_lead_in(passage: &Passage, range: Range<usize>) -> Range<usize> {
    let begins = |at: &usize| {
        passage.starts_paragraph(*at)
            && passage.text.get(range.start..*at).is_some_and(|above| above.trim_end().ends_with(['：', ':']))
    };
    let colons = passage.text.get(range.clone()).unwrap_or_default().match_indices(['：', ':']);
    let behind = colons.map(|(at, colon)| range.start + at + colon.len()).filter(|at| *at < range.end);
    let start = behind.flat_map(|at| [at, at + 1]).rfind(begins);
    start.unwrap_or(range.start)..range.end
}

/// Cuts a clause of minutes at its decisions; `None` for a clause that does not tell of the meeting. A paragraph whose decisions
/// name nobody is one task: 供水管护办法。会议要求，修改完善后尽快印发.
pub(super) fn decisions<'a>(passage: &'a Passage, brackets: &Brackets) -> Option<Vec<Segment<'a>>> {
    let text = passage.text.as_str();
    if !section_kind::tells_of_meeting(text) {
        return None;
    }
    let mut segments: Vec<Segment<'a>> = Vec::new();
    for paragraph in passage.paragraphs() {
        let named = named_decisions(passage, &paragraph, brackets);
        let words = text.get(paragraph.clone()).unwrap_or_default();
        if named.is_empty() && decides(words) {
            segments.push(segment(passage, paragraph, clean(words), None));
        }
        segments.extend(named);
    }
    Some(segments)
}

/// The decisions of a paragraph that name who acts.
fn named_decisions<'a>(passage: &'a Passage, paragraph: &Range<usize>, brackets: &Brackets) -> Vec<Segment<'a>> {
    let text = passage.text.as_str();
    let mut segments: Vec<Segment<'a>> = Vec::new();
    let mut goes_on = false;
    for range in sentences(text, brackets).into_iter().filter(|range| paragraph.contains(&range.start)) {
        let bracket = brackets.found.iter().find(|bracket| range.contains(&bracket.range.start));
        let end = bracket.map_or(range.end, |bracket| bracket.range.start);
        let words = clean(text.get(range.start..end).unwrap_or_default());
        if words.is_empty() {
            continue;
        }
        let orders = bracket.is_some() || tells_somebody(&words);
        if orders {
            segments.push(segment(passage, range, words, bracket));
        } else if let Some(last) = segments.last_mut().filter(|_| goes_on && !section_kind::reports_of_meeting(&words))
        {
            last.text.push_str(&words);
            last.reach(passage, &range);
            continue;
        }
        goes_on = orders;
    }
    segments
}

/// Whether a meeting decides something in a paragraph, whoever is to do it. A call on everybody decides nothing.
fn decides(paragraph: &str) -> bool {
    paragraph
        .split('。')
        .filter(|sentence| !sentence.ends_with(['：', ':']))
        .any(|sentence| section_kind::decides_at_meeting(sentence) && sentence_units(sentence).leads.is_empty())
}

/// Whether a sentence tells units to do something. A call on everybody counts only with a time: 各级各部门要高度重视。
fn tells_somebody(sentence: &str) -> bool {
    let leads = sentence_units(sentence).leads;
    let timed = || sentence.contains('前') || sentence.contains('每');
    !leads.is_empty() && (leads.iter().any(|unit| !unit.starts_with('各')) || timed())
}

/// The sentences of a text, each with the unit bracket that stands right behind it.
fn sentences(text: &str, brackets: &Brackets) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, stop) in text.char_indices().filter(|(_, c)| matches!(c, '。' | '；')) {
        let mut end = at + stop.len_utf8();
        if end <= start {
            continue;
        }
        if let Some(bracket) = brackets.found.iter().find(|bracket| bracket.range.start == end) {
            end = bracket.range.end;
        }
        sentences.push(start..end);
        start = end;
    }
    if start < text.len() {
        sentences.push(start..text.len());
    }
    sentences
}

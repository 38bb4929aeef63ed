//! What stands before a line, and lines that end the clauses: annexes, coming into force, signatures.

use super::label::Shape;
use crate::flow::{Flow, Piece, is_closing as is_closing_mark, is_sentence_end};
use crate::head::compact::{first_chars, is_longer};
use crate::head::title::ends_like_title;
use crate::letters::{holds_sign, signs};
use crate::lexicon::tables::CLOSINGS;
use crate::numerals::is_han_numeral;
use crate::units::{begins_with_label, is_bare_office, tells_to_report, without_closing_bracket};
use std::borrow::Cow;
use std::ops::Range;

/// How the text before a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Edge {
    /// A new paragraph may begin here.
    pub(crate) closed: bool,
    /// The text before stops in the middle of a list or a reference.
    pub(crate) open: bool,
    /// The text before ends with a sentence or a closed bracket.
    pub(crate) full_stop: bool,
    /// A title, a table or a line of the head stands before: numbering may begin anew.
    pub(crate) fresh: bool,
    /// The number 1 may come again.
    pub(crate) restarts: bool,
}

impl Edge {
    /// Behind a full stop, or before the first word.
    pub(crate) const AT_AN_END: Self =
        Self { closed: true, open: false, full_stop: true, fresh: false, restarts: false };
}

/// How the words before a piece end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ending {
    /// A table or a line of the head stands between.
    pub(crate) gap: bool,
    /// They end with a sentence, a closed bracket or a colon, or a gap follows.
    pub(crate) full_stop: bool,
    /// They end with a comma.
    pub(crate) open_comma: bool,
    /// Their last character.
    pub(crate) last: char,
}

impl Ending {
    /// How the words before the piece at `at` end; `None` before the first.
    pub(crate) fn before(flow: &Flow<'_>, at: usize) -> Option<Self> {
        let before = at.checked_sub(1).and_then(|place| flow.pieces.get(place))?;
        let gap = flow.pieces.get(at).is_some_and(|piece| piece.after_gap);
        let last = before.text.chars().next_back().unwrap_or('。');
        let full_stop = gap || is_sentence_end(last) || is_closing_mark(last) || matches!(last, '：' | ':');
        Some(Self { gap, full_stop, open_comma: matches!(last, '，' | '、' | ','), last })
    }
}

/// What the breaks between the pieces of a flow mean: each is the end of a paragraph, or some are wraps.
pub(crate) trait Breaks {
    /// Whether every break is the end of a paragraph.
    const ARE_ENDS: bool;

    /// The edge before the piece at `at`; `in_heading` says that the piece before belongs to an unfinished heading.
    fn edge(&self, flow: &Flow<'_>, at: usize, in_heading: bool) -> Edge;

    /// Whether a paragraph may end with the piece at `at`.
    fn may_end(&self, at: usize) -> bool;

    /// The words from the beginning of a piece to the end of its sentence at least.
    fn sentence<'a>(&self, flow: &Flow<'a>, at: usize) -> Cow<'a, str>;
}

/// The breaks between paragraphs.
#[derive(Debug, Clone, Copy)]
pub(super) struct BetweenParagraphs;

impl Breaks for BetweenParagraphs {
    const ARE_ENDS: bool = true;

    fn edge(&self, flow: &Flow<'_>, at: usize, in_heading: bool) -> Edge {
        let Some(Ending { gap, full_stop, open_comma, .. }) = Ending::before(flow, at) else {
            return Edge { fresh: true, restarts: true, ..Edge::AT_AN_END };
        };
        let title_like = !open_comma && !full_stop && !in_heading;
        Edge {
            closed: true,
            full_stop: full_stop || !open_comma,
            fresh: gap || title_like,
            open: false,
            restarts: true,
        }
    }

    fn may_end(&self, _: usize) -> bool {
        true
    }

    fn sentence<'a>(&self, flow: &Flow<'a>, at: usize) -> Cow<'a, str> {
        Cow::Borrowed(flow.pieces.get(at).map_or("", |piece| piece.text))
    }
}

/// The printed words of an annex heading that stands alone on its line: 附件, 附件2, 附件1：
pub(super) fn annex_heading(flow: &Flow<'_>, at: usize) -> Option<String> {
    let piece = flow.pieces.get(at)?;
    let words = piece.text.trim_end_matches(['：', ':', ' ']);
    let rest = words.strip_prefix("附件").or_else(|| words.strip_prefix("附表"))?.trim();
    let numbered = rest.chars().all(|c| c.is_numeric() || is_han_numeral(c));
    let alone = numbered && rest.chars().count() <= 3;
    (alone && at + 1 < flow.pieces.len()).then(|| words.to_owned())
}

/// The first line of the title that stands in a range of pieces, right at its end or above a preamble.
pub(super) fn title_before(flow: &Flow<'_>, breaks: &impl Breaks, range: Range<usize>) -> Option<usize> {
    const FAR: usize = 40;
    const LINES: usize = 3;
    let pieces = flow.pieces.get(range.clone())?;
    let ends = |piece: &Piece<'_>| {
        let last = piece.text.chars().next_back();
        last.is_none_or(|c| is_sentence_end(c) || matches!(c, '，' | '、' | '：')) || is_date(piece.text)
    };
    let named = |text: &str| {
        let bare = match text.rfind(['（', '(']) {
            Some(at) if text.ends_with(['）', ')']) => text.get(..at).unwrap_or_default(),
            _ => text,
        };
        CLOSINGS.ends("title", bare)
    };
    let title = |(place, piece): &(usize, &Piece<'_>)| {
        let directly_before = *place + 1 == pieces.len();
        !ends(piece) && breaks.may_end(range.start + place) && (directly_before || named(piece.text))
    };
    let (last, _) = pieces.iter().enumerate().rev().take(FAR).find(title)?;
    let lines = pieces.iter().take(last + 1).rev().take(LINES).take_while(|piece| !ends(piece)).count();
    Some(range.start + last + 1 - lines)
}

/// Whether a line begins a list of annexes: 附件：1.…清单
pub(super) fn is_annex_list(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("附件").or_else(|| line.strip_prefix("（略）附件")) else { return false };
    let rest = rest.trim_start_matches(|c: char| c.is_numeric() || c == ' ' || is_han_numeral(c));
    rest.starts_with(['：', ':', '.', '．', '、'])
}

/// The number of the last entry on a line that begins a list of annexes: 2 for 附件：1.某清单2.某分工表.
pub(super) fn entries_of_annex_list(line: &str) -> u32 {
    let mut rest = line;
    let mut last = 1;
    while let Some((_, behind)) =
        ['.', '．', '、'].iter().find_map(|stop| rest.split_once(&format!("{}{stop}", last + 1)))
    {
        rest = behind;
        last += 1;
    }
    last
}

/// The title of an annex is wrapped over at most so many lines below its number.
pub(super) const WRAPPED: u32 = 2;

/// Whether a line stands alone over the titles of annexes: 附件： above 1.《某方案》 and 2.某任务分解表. One of them is named like an
/// annex; all are bare titles.
pub(super) fn heads_annex_list(flow: &Flow<'_>, at: usize) -> bool {
    const LONGEST: usize = 60;
    if !flow.pieces.get(at).is_some_and(|piece| matches!(piece.text.trim_end(), "附件：" | "附件:")) {
        return false;
    }
    let mut titles: Vec<String> = Vec::new();
    let mut wrapped = 0;
    for piece in flow.pieces.get(at + 1..).unwrap_or_default() {
        let label = super::label::read(piece.text);
        let next =
            label.as_ref().filter(|label| label.shape == Shape::Arabic && label.number as usize == titles.len() + 1);
        let words = piece.text.get(next.map_or(0, |label| label.length)..).unwrap_or_default().trim();
        let of_title = !is_longer(words, LONGEST) && !holds_sign(words, &['。', '，', '；', '：']);
        match titles.last_mut() {
            _ if next.is_some() && of_title => {
                titles.push(words.to_owned());
                wrapped = 0;
            }
            // A long title goes on in the line below.
            Some(title) if label.is_none() && of_title && wrapped < WRAPPED => {
                title.push_str(words);
                wrapped += 1;
            }
            _ if next.is_some() => return false,
            _ => break,
        }
    }
    titles.iter().any(|title| title.starts_with('《') && title.contains('》') || ends_like_title(title))
}

/// Whether a line is no part of the clauses any more: coming into force, publication, date, signature.
pub(super) fn is_closing(flow: &Flow<'_>, breaks: &impl Breaks, at: usize) -> bool {
    let Some(piece) = flow.pieces.get(at) else { return false };
    comes_into_force(flow, breaks, at)
        || (is_date(piece.text) && !answers_label(flow, at))
        || ((is_published(piece.text) || is_contact(piece.text)) && !is_contact_of_task(flow, at, piece.text))
        || is_formula(piece.text)
        || is_title_of_table(flow, breaks, at)
        || CLOSINGS.begins("roll", piece.text)
        || is_signature(flow, at, piece)
}

/// Whether the line above is a label that waits for its words: 完成时限： over 2026年6月20日.
fn answers_label(flow: &Flow<'_>, at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|above| flow.pieces.get(above));
    above.is_some_and(|piece| piece.text.ends_with(['：', ':']))
}

fn comes_into_force(flow: &Flow<'_>, breaks: &impl Breaks, at: usize) -> bool {
    let line = flow.pieces.get(at).map_or("", |piece| piece.text);
    if !CLOSINGS.begins("self", line) || CLOSINGS.begins("own-place", line) {
        return false;
    }
    let words = breaks.sentence(flow, at);
    let sentence = words.split('。').next().unwrap_or_default();
    let longest = if line.starts_with('自') { 40 } else { 90 };
    sentence.chars().count() <= longest && states_force(sentence)
}

/// Whether a sentence says from when a notice is in force, perhaps with who carries it out: a fact of the notice.
pub(crate) fn states_force(sentence: &str) -> bool {
    CLOSINGS.begins("self", sentence) && CLOSINGS.holds("force", sentence)
}

/// Whether a line is nothing but a date: 2023年4月27日.
fn is_date(line: &str) -> bool {
    line.ends_with('日')
        && line.contains('年')
        && line.chars().all(|c| c.is_numeric() || c == ' ' || "年月日〇○一二三四五六七八九十".contains(c))
}

/// Whether a contact stands among the labels of a task: 责任单位：… on the line before.
fn is_contact_of_task(flow: &Flow<'_>, at: usize, line: &str) -> bool {
    let before = at.checked_sub(1).and_then(|before| flow.pieces.get(before));
    (line.starts_with("联系") || is_contact(line)) && before.is_some_and(|piece| begins_with_label(piece.text))
}

/// 24小时值班电话：0951-6011234: a line that says whom to call, and nothing else.
fn is_contact(line: &str) -> bool {
    const LONGEST: usize = 120;
    const FAR: usize = 14;
    let colon = signs(first_chars(line, FAR + 1)).find(|(_, c)| matches!(c, '：' | ':'));
    let named = colon.and_then(|(at, _)| line.get(..at)).is_some_and(|label| CLOSINGS.ends("contact", label));
    let digits = || line.chars().filter(char::is_ascii_digit).count();
    named && !line.trim_end_matches('。').contains('。') && line.chars().count() <= LONGEST && digits() >= 6
}

fn is_published(line: &str) -> bool {
    CLOSINGS.begins("published", line.trim_start_matches(['（', '(']))
}

/// The title of a table that follows: 任务分解表.
fn is_title_of_table<B: Breaks>(flow: &Flow<'_>, _: &B, at: usize) -> bool {
    const LONGEST: usize = 40;
    let line = flow.pieces.get(at).map_or("", |piece| piece.text);
    let before_gap = flow.pieces.get(at + 1).is_none_or(|next| next.after_gap);
    let plain = || !is_longer(line, LONGEST) && !holds_sign(line, &['。', '，', '；', '：', ':']);
    B::ARE_ENDS && before_gap && plain() && CLOSINGS.ends("table", line) && super::label::read(line).is_none()
}

/// A closing formula: 特此通知。 专此函达，请予支持为盼。
fn is_formula(line: &str) -> bool {
    const LONGEST: usize = 24;
    !is_longer(line, LONGEST) && CLOSINGS.begins("formula", line)
}

/// 请各单位于每月25日前…, 各乡镇每月5日前报送…: a paragraph that asks those addressed to report.
pub(crate) fn is_request(line: &str) -> bool {
    const NEAR: usize = 40;
    let near: String = line.chars().take(NEAR).collect();
    let named = CLOSINGS.begins("asked", &near);
    // 请于6月5日前将办理情况报送…: nobody is named, the report is.
    let dated = CLOSINGS.begins("asked-by", &near);
    named && (near.contains('前') || near.contains('每') || near.contains('报'))
        || dated && tells_to_report(line)
        || is_duty_to_report(line)
}

/// 各乡镇每月5日前报送…; 每季度末，各部门将进展报…: a sentence that tells those addressed, all of them, to report by a time or in a rhythm.
fn is_duty_to_report(line: &str) -> bool {
    const NEAR: usize = 40;
    let sentence = line.split('。').next().unwrap_or_default();
    let near = sentence.char_indices().nth(NEAR).map_or(sentence, |(at, _)| sentence.get(..at).unwrap_or_default());
    let collective =
        near.starts_with('各') || near.starts_with('每') && (near.contains("，各") || near.contains("前各"));
    collective && (near.contains('前') || near.contains('每')) && tells_to_report(sentence)
}

/// A short line without punctuation right before a date or at the end of the text, named like a body.
fn is_signature(flow: &Flow<'_>, at: usize, piece: &Piece<'_>) -> bool {
    let plain = |piece: &Piece<'_>| {
        !is_longer(piece.text, 40)
            && !holds_sign(piece.text, &['。', '，', '、', '：', '；'])
            && (CLOSINGS.ends("body", piece.text)
                || is_bare_office(piece.text)
                || is_bare_office(without_closing_bracket(piece.text)))
    };
    if !plain(piece) {
        return false;
    }
    const SIGNATURES: usize = 24;
    let rest = flow.pieces.get(at + 1..).unwrap_or_default();
    match rest.iter().take(SIGNATURES).find(|next| !plain(next)) {
        None => rest.len() < SIGNATURES,
        Some(next) => is_date(next.text) || annex_like(next.text),
    }
}

fn annex_like(line: &str) -> bool {
    line.starts_with("附件")
}

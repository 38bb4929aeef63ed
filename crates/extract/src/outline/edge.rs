//! What stands before a line, and lines that end the clauses: annexes, coming into force, signatures.

use std::ops::Range;

use crate::flow::{Flow, Piece, is_closing as is_closing_mark, is_sentence_end};
use crate::units::begins_with_label;

/// How the text before a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Edge {
    /// A new paragraph may begin here.
    pub(super) closed: bool,
    /// The text before stops in the middle of a list or a reference.
    pub(super) open: bool,
    /// The text before ends with a sentence or a closed bracket.
    pub(super) full_stop: bool,
    /// A title, a table or a line of the head stands before: numbering may begin anew.
    pub(super) fresh: bool,
}

impl Edge {
    /// The edge before the piece at `at`; `in_heading` says that the piece before belongs to an unfinished heading.
    pub(super) fn before(flow: &Flow<'_>, at: usize, in_heading: bool) -> Self {
        let Some(before) = at.checked_sub(1).and_then(|place| flow.pieces.get(place)) else {
            return Self { closed: true, full_stop: true, fresh: true, open: false };
        };
        let gap = flow.pieces.get(at).is_some_and(|piece| piece.after_gap);
        let last = before.text.chars().next_back().unwrap_or('。');
        let full_stop = gap || is_sentence_end(last) || is_closing_mark(last) || matches!(last, '：' | ':');
        let open_comma = matches!(last, '，' | '、' | ',');
        let short = flow.is_short(before) && !open_comma;
        let title_like = short && !full_stop && !in_heading;
        Self {
            closed: !flow.wrapped || full_stop || short || (in_heading && !open_comma),
            full_stop: full_stop || (!flow.wrapped && !open_comma),
            fresh: gap || title_like,
            open: !gap && flow.wrapped && (open_comma || matches!(last, '第' | '（' | '(')),
        }
    }
}

/// The printed words of an annex heading that stands alone on its line: 附件, 附件2, 附件1：
pub(super) fn annex_heading(flow: &Flow<'_>, at: usize) -> Option<String> {
    let piece = flow.pieces.get(at)?;
    let words = piece.text.trim_end_matches(['：', ':', ' ']);
    let rest = words.strip_prefix("附件").or_else(|| words.strip_prefix("附表"))?.trim();
    let numbered = rest.chars().all(|c| c.is_numeric() || "一二三四五六七八九十".contains(c));
    let alone = numbered && rest.chars().count() <= 3;
    (alone && at + 1 < flow.pieces.len()).then(|| words.to_owned())
}

/// The first line of the title that stands in a range of pieces, right at its end or above a preamble.
pub(super) fn title_before(flow: &Flow<'_>, range: Range<usize>) -> Option<usize> {
    const FAR: usize = 40;
    const LINES: usize = 3;
    const NAMES: &[&str] = &[
        "办法", "规定", "细则", "条例", "规则", "规程", "制度", "方案", "计划", "措施", "举措", "意见", "要点", "清单",
        "机制", "协议",
    ];
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
        NAMES.iter().any(|name| bare.ends_with(name))
    };
    let title = |(place, piece): &(usize, &Piece<'_>)| {
        let directly_before = *place + 1 == pieces.len();
        !ends(piece) && flow.is_short(piece) && (directly_before || named(piece.text))
    };
    let (last, _) = pieces.iter().enumerate().rev().take(FAR).find(title)?;
    let lines = pieces.iter().take(last + 1).rev().take(LINES).take_while(|piece| !ends(piece)).count();
    Some(range.start + last + 1 - lines)
}

/// Whether a line begins a list of annexes: 附件：1.…清单
pub(super) fn is_annex_list(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("附件").or_else(|| line.strip_prefix("（略）附件")) else { return false };
    let rest = rest.trim_start_matches(|c: char| c.is_numeric() || c == ' ' || "一二三四五六七八九十".contains(c));
    rest.starts_with(['：', ':', '.', '．', '、'])
}

/// Whether a line is no part of the clauses any more: coming into force, publication, date, signature.
pub(super) fn is_closing(flow: &Flow<'_>, at: usize) -> bool {
    let Some(piece) = flow.pieces.get(at) else { return false };
    comes_into_force(flow, at, piece.text)
        || is_date(piece.text)
        || (is_published(piece.text) && !is_contact_of_task(flow, at, piece.text))
        || is_signature(flow, at, piece)
}

fn comes_into_force(flow: &Flow<'_>, at: usize, line: &str) -> bool {
    const SELF: &[&str] = &["本", "以上", "上述", "自", "此前"];
    const FORCE: &[&str] = &["施行", "起实施", "起执行", "起生效", "有效期", "实施有效", "为准", "试行期"];
    if !SELF.iter().any(|word| line.starts_with(word)) || line.starts_with("本市") || line.starts_with("本区") {
        return false;
    }
    let mut words = line.to_owned();
    if flow.wrapped {
        // The statement may go on over the wrap.
        for piece in flow.pieces.iter().skip(at + 1).take(2) {
            if words.contains('。') {
                break;
            }
            words.push_str(piece.text);
        }
    }
    let sentence = words.split('。').next().unwrap_or_default();
    let longest = if line.starts_with('自') { 40 } else { 90 };
    sentence.chars().count() <= longest && FORCE.iter().any(|word| sentence.contains(word))
}

/// Whether a line is nothing but a date: 2023年4月27日.
fn is_date(line: &str) -> bool {
    line.contains('年')
        && line.ends_with('日')
        && line.chars().all(|c| c.is_numeric() || c == ' ' || "年月日〇○一二三四五六七八九十".contains(c))
}

/// Whether a contact stands among the labels of a task: 责任单位：… on the line before.
fn is_contact_of_task(flow: &Flow<'_>, at: usize, line: &str) -> bool {
    let before = at.checked_sub(1).and_then(|before| flow.pieces.get(before));
    line.starts_with("联系") && before.is_some_and(|piece| begins_with_label(piece.text))
}

fn is_published(line: &str) -> bool {
    const WORDS: &[&str] =
        &["此件公开发布", "此件主动公开", "公开方式", "信息公开选项", "抄送", "主动公开", "联系人：", "联系电话"];
    let line = line.trim_start_matches(['（', '(']);
    WORDS.iter().any(|word| line.starts_with(word))
}

/// A short line without punctuation right before a date or at the end of the text, named like a body.
fn is_signature(flow: &Flow<'_>, at: usize, piece: &Piece<'_>) -> bool {
    const BODIES: &[&str] =
        &["府", "厅", "局", "委员会", "办公室", "小组", "法院", "总部", "分行", "海关", "协会", "委", "分局"];
    let plain = |piece: &Piece<'_>| {
        piece.text.chars().count() <= 40
            && !piece.text.contains(['。', '，', '、', '：', '；'])
            && BODIES.iter().any(|body| piece.text.ends_with(body))
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

//! Times without a day: what never ends (长期坚持), what is done at once (立行立改), what states no time (适时) and what is done
//! already (已完成).

use std::sync::LazyLock;

use domain::DeadlineKind;

use crate::head::compact::first_chars;
use crate::letters::{split_at_signs, without_blanks};
use crate::lexicon::WordSet;
use crate::lexicon::tables::TIMES;

/// What words of a stated time without a day mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stated {
    /// Without end.
    Ongoing,
    /// At once.
    Immediate,
    /// Nothing is stated, on purpose.
    Without,
    /// Reported done.
    Done,
    /// A time that leaves the day open: 尽快.
    Vague,
}

impl Stated {
    /// The kind of deadline it makes.
    pub(super) fn kind(self) -> DeadlineKind {
        match self {
            Self::Ongoing => DeadlineKind::Ongoing,
            Self::Immediate => DeadlineKind::Immediate,
            Self::Without | Self::Done | Self::Vague => DeadlineKind::None,
        }
    }
}

/// What a stated time without a day means; `None` when none of its words is known. With 长期坚持, what is done at once is to be kept up.
pub(super) fn of_cell(cell: &str) -> Option<Stated> {
    const LONGEST: usize = 60;
    let bare = cell.trim_end_matches(['。', '，', '；', '.']);
    if is_done(bare) {
        Some(Stated::Done)
    } else if TIMES.begins("no-deadline", bare) && bare.chars().count() > 1 || TIMES.is("no-deadline", bare) {
        Some(Stated::Without)
    } else if TIMES.holds("ongoing", bare) {
        Some(Stated::Ongoing)
    } else if TIMES.holds("immediate", bare) || holds_idiom(first_chars(bare, LONGEST)) {
        Some(Stated::Immediate)
    } else if TIMES.begins("vague", bare) {
        Some(Stated::Vague)
    } else {
        None
    }
}

/// Whether some words are such a time and nothing else: 立行立改并长期坚持, 适时, 已完成; 持续优化营商环境 is a task.
pub(super) fn is_whole(words: &str) -> bool {
    const SHORT: usize = 8;
    let words = words.trim_end_matches(['。', '，', '；']);
    let ongoing = |words: &str| {
        let bare = words.trim_start_matches(['，', '、', '并']).trim_start_matches(LEADING);
        is_only_ongoing(bare) || TIMES.is("ongoing", bare)
    };
    let short = words.chars().count() <= SHORT;
    let at_once = || TIMES.words("immediate").iter().find_map(|word| words.strip_prefix(word));
    let at_once = if TIMES.begins("immediate", words) { at_once() } else { behind_idiom(words) };
    ongoing(words)
        || at_once.is_some_and(|rest| short || ongoing(rest))
        || TIMES.is("no-deadline", words)
        || short && (TIMES.begins("no-deadline", words) || is_done(words))
}

/// Whether a stated time reports that the task is done: 已完成, 已于2023年5月办结, 2022年底已完成.
pub(super) fn is_done(cell: &str) -> bool {
    let bare = without_blanks(cell);
    let bare = bare.trim_start_matches(['（', '(', '该', '项']);
    let short = bare.chars().count() <= 24;
    let end = bare.trim_end_matches(['。', '）', ')']);
    let state = TIMES.begins("done", bare)
        || TIMES.ends("done", end)
            && TIMES.words("done").iter().any(|word| word.starts_with('已') && end.ends_with(word));
    let by = bare.starts_with("已于") || bare.starts_with("已在");
    let goes_on = ["长期", "持续", "常态"].iter().any(|word| bare.contains(word));
    short && (state && !bare.contains("前完成") || by) && !goes_on
}

/// What a sentence says of its time without a day, where a clause of it says nothing else: …，立行立改。 …，并长期坚持。
pub(super) fn of_text(text: &str) -> Option<(Stated, String)> {
    // Most texts have none of the words, and a look at the whole tells.
    let at_once = TIMES.holds("immediate", text);
    if !at_once && !TIMES.holds("ongoing", text) && !holds_idiom(text) {
        return None;
    }
    let sentences = split_at_signs(text, |c| matches!(c, '。' | '；' | ';' | '\n'));
    let mut found = None;
    for sentence in sentences {
        let mut condition = false;
        for clause in split_at_signs(sentence, |c| matches!(c, '，' | ',' | '：' | '（' | '）' | '(' | ')')) {
            let clause = clause.trim();
            match of_clause(clause, at_once && !condition) {
                Some((Stated::Ongoing, words)) => return Some((Stated::Ongoing, words)),
                Some(other) => found = found.or(Some(other)),
                None => {}
            }
            condition = condition || at_once && is_condition(clause);
        }
    }
    found
}

/// What may stand before the words of a time in a clause that says nothing else.
const LEADING: &[char] =
    &['并', '要', '应', '须', '需', '且', '做', '到', '确', '保', '切', '实', '将', '予', '以', '务', '必', '行'];

/// What a clause says. `at_once` says that it may open with a word of what is done at once.
fn of_clause(clause: &str, at_once: bool) -> Option<(Stated, String)> {
    const LONGEST: usize = 12;
    let length = clause.chars().count();
    if length == 0 {
        return None;
    }
    if length <= LONGEST && is_only_ongoing(clause.trim_start_matches(LEADING).trim_start_matches("坚持")) {
        return Some((Stated::Ongoing, clause.to_owned()));
    }
    if clause.ends_with(['改', '行']) {
        let tail: String = clause.chars().skip(length.saturating_sub(4)).collect();
        let weakened = TIMES.holds("weakened", clause);
        if is_idiom(&tail) && !weakened {
            return Some((Stated::Immediate, tail));
        }
    }
    if !at_once || is_condition(clause) {
        return None;
    }
    let at_once = TIMES.words("immediate").iter().find(|word| is_opened_by(clause, word))?;
    Some((Stated::Immediate, (*at_once).to_owned()))
}

/// 立行立改, 即知即改, 边查边改, 立说立行: four characters, the first again as the third.
fn is_idiom(words: &str) -> bool {
    let mut chars = words.chars();
    let four = [chars.next(), chars.next(), chars.next(), chars.next(), chars.next()];
    let [Some(first), Some(_), Some(third), Some(last), None] = four else { return false };
    first == third && matches!(first, '立' | '即' | '边') && matches!(last, '改' | '行')
}

/// What stands behind such an idiom.
fn behind_idiom(words: &str) -> Option<&str> {
    let end = words.char_indices().nth(4).map_or(words.len(), |(at, _)| at);
    let (idiom, rest) = words.split_at(end);
    is_idiom(idiom).then_some(rest)
}

/// Whether such an idiom stands somewhere in a text.
pub(super) fn holds_idiom(text: &str) -> bool {
    static FIRST: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(["立", "即", "边"]));
    FIRST.beginnings_in(text).any(|(_, rest)| behind_idiom(rest).is_some())
}

/// Whether a clause is nothing but a word of what never ends and an act in general: 长期坚持, 持续推进, 常态化开展.
fn is_only_ongoing(clause: &str) -> bool {
    if !TIMES.begins("ongoing", clause) {
        return false;
    }
    let Some(word) = TIMES.words("ongoing").iter().find(|word| clause.starts_with(**word)) else { return false };
    let mut rest = clause.get(word.len()..).unwrap_or_default();
    while let Some(act) = TIMES.words("ongoing-act").iter().find(|act| !rest.is_empty() && rest.starts_with(**act)) {
        rest = rest.get(act.len()..).unwrap_or_default();
    }
    // 持续 alone and 持续深化 say how, not when; 长期 and 常态化 do.
    rest.is_empty() && clause.len() > word.len() || TIMES.is("ongoing-idiom", clause)
}

/// Whether a clause opens with a word, or with those whom it orders and the word: 各单位要立即.
fn is_opened_by(clause: &str, word: &str) -> bool {
    let Some((before, behind)) = clause.split_once(word) else { return false };
    let ordered = before.is_empty()
        || ["要", "须", "应", "应当", "务必", "必须", "自", "请", "于"].iter().any(|word| before.ends_with(word))
            && before.chars().count() <= 14;
    let act = behind.chars().count() >= 2
        && !behind.starts_with('至')
        && !behind.starts_with('到')
        && !behind.starts_with('的');
    ordered && act
}

/// Whether a clause says under what condition the next one holds: 发现问题的, 一旦…, 接到报告后.
fn is_condition(clause: &str) -> bool {
    TIMES.begins("in-case", clause)
        || clause.starts_with('对') && TIMES.holds("in-case", clause)
        || clause.ends_with(['的', '后', '时'])
}

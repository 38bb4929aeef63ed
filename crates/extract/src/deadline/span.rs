//! Times counted in days, months or years: 本方案印发后20日内, 自印发之日起一个月内, 收到通知后3个工作日内, 半年内.

use chrono::{Days, Months, NaiveDate};

use super::characters::{behind_range_mark, behind_word, is_behind, is_digit, is_numeral, skip_blanks, small_number};
use super::closing::{ABOUT, is_about};
use super::time::{Found, Length, Span, Start, Time};
use super::working_days;
use crate::lexicon::tables::TIMES;

/// No further back than this many characters is looked for what a span counts from.
const REACH: usize = 64;

/// The span whose number stands at a character.
pub(super) fn span(text: &[char], at: usize, stated: bool) -> Option<Found> {
    if is_behind(text, at, |c| is_numeral(c) || is_digit(c) || "第每近前满每.．第月年".contains(c)) {
        return None;
    }
    let (length, after, bare_month) = length(text, at, stated)?;
    // 10天左右: about so long.
    let about = behind_word(text, after, ABOUT);
    let close = behind_word(text, about.unwrap_or(after), &["之内", "以内", "内"]).or(about);
    let (start, from) = start(text, at);
    let counted = start != Start::Unsaid;
    // 印发后1个月 as a stated time needs no 内; 1月内 without a start is January.
    if close.is_none() && !(stated && counted) || bare_month && !counted {
        return None;
    }
    let to = close.unwrap_or(after);
    if text.get(to.wrapping_sub(1)) == Some(&'内') && text.get(to).is_some_and(|c| "部容涵设".contains(*c)) {
        return None;
    }
    let mut found = Found::new(from, to, Time::Span(Span { start, length }));
    found.before = true;
    found.vague = about.is_some() || is_about(text, at);
    Some(found)
}

/// How long: 20日, 3个工作日, 两周, 半年, 一年半, 一个半月. Whether it is 月 without 个.
fn length(text: &[char], at: usize, stated: bool) -> Option<(Length, usize, bool)> {
    if text.get(at) == Some(&'半') {
        let after = skip_blanks(text, at + 1);
        return behind_word(text, after, &["个月"])
            .map(|after| (Length::Days(15), after, false))
            .or_else(|| behind_word(text, after, &["年"]).map(|after| (Length::Months(6), after, false)));
    }
    let (mut count, mut after) = small_number(text, at)?;
    if let Some((last, behind)) = behind_range_mark(text, after).and_then(|second| small_number(text, second)) {
        (count, after) = (last, behind);
    }
    // No unit of time begins otherwise.
    if !matches!(
        text.get(skip_blanks(text, after)),
        Some('个' | '工' | '自' | '日' | '天' | '星' | '周' | '年' | '小' | '月')
    ) {
        return None;
    }
    let unit = |words: &[&str]| behind_word(text, after, words);
    let half = |after: usize| text.get(after) == Some(&'半');
    if let Some(after) = unit(&["个工作日", "工作日", "个工作天"]) {
        return Some((Length::WorkingDays(count), after, false));
    }
    if let Some(after) = unit(&["个自然日", "自然日", "个日历天", "日历日", "日", "天"]) {
        return Some((Length::Days(count), after, false));
    }
    if let Some(after) = unit(&["个半月"]) {
        return Some((Length::Days(count * 30 + 15), after, false));
    }
    if let Some(after) = unit(&["个月"]) {
        return Some((Length::Months(count), after, false));
    }
    if let Some(after) = unit(&["个季度"]) {
        return Some((Length::Months(count * 3), after, false));
    }
    if let Some(after) = unit(&["个星期", "星期", "个周", "周"]) {
        return Some((Length::Days(count * 7), after, false));
    }
    if let Some(after) = unit(&["年"]).filter(|_| count <= 30) {
        let months = count * 12;
        return Some(if half(after) {
            (Length::Months(months + 6), after + 1, false)
        } else {
            (Length::Months(months), after, false)
        });
    }
    if let Some(after) = unit(&["个小时", "小时"]).filter(|_| stated) {
        return Some((Length::Days(count.div_ceil(24)), after, false));
    }
    unit(&["月"]).map(|after| (Length::Months(count), after, true))
}

/// Words between what a span counts from and its number.
const BETWEEN: &[&str] =
    &["应当在", "必须在", "要在", "须在", "应在", "需在", "请于", "应于", "须于", "在", "于", "的", "，", ",", "内"];

/// Words that close what a span counts from.
const SINCE: &[&str] = &["之日起", "之日后", "之日", "日起", "之时起", "之后", "以后", "后", "起"];

/// What the span whose number stands at a character counts from, and where its words begin.
fn start(text: &[char], at: usize) -> (Start, usize) {
    let left = at.saturating_sub(REACH);
    let stop = |c: &char| matches!(c, '。' | '；' | ';' | '\n' | '！' | '（' | '(');
    let left = (left..at).rev().find(|at| text.get(*at).is_some_and(stop)).map_or(left, |at| at + 1);
    let words: Vec<char> = text.get(left..at).unwrap_or_default().to_vec();
    let mut end = words.len();
    loop {
        while end > 0 && words.get(end - 1).is_some_and(|c| c.is_whitespace()) {
            end -= 1;
        }
        let Some(word) = BETWEEN.iter().find(|word| ends_with(&words, end, word)) else { break };
        end -= word.chars().count();
    }
    let since = SINCE.iter().find(|word| ends_with(&words, end, word)).map(|word| end - word.chars().count());
    // 印发1个月内: 后 is left out.
    let since =
        since.or_else(|| TIMES.words("act-of-issue").iter().any(|act| ends_with(&words, end, act)).then_some(end));
    let Some(event) = since.or_else(|| behind_aside(&words)) else { return (Start::Unsaid, at) };
    let from = (0..event)
        .rev()
        .find(|at| words.get(*at).is_some_and(|c| matches!(c, '，' | ',' | '、' | '：' | ':' | '“')))
        .map_or(0, |at| at + 1);
    let event: String = words.get(from..event).unwrap_or_default().iter().filter(|c| !c.is_whitespace()).collect();
    let (start, skipped) = classified(&event);
    (start, left + from + skipped)
}

fn ends_with(words: &[char], end: usize, word: &str) -> bool {
    word.chars().rev().enumerate().all(|(back, c)| end > back && words.get(end - back - 1) == Some(&c))
}

/// The end of what is counted from in 自公布之日起，省有关单位要在1个月内…: not far before 在. Once the document has come
/// into force (起施行), what follows counts from something else.
fn behind_aside(words: &[char]) -> Option<usize> {
    const LONGEST: usize = 22;
    if !ends_with(words, words.len(), "在") {
        return None;
    }
    let from = words.len().saturating_sub(LONGEST);
    let aside = words.get(from..)?;
    let since = ["之日起", "日起"].into_iter().find_map(|word| {
        let word: Vec<char> = word.chars().collect();
        let place = aside.windows(word.len()).rposition(|window| window == word.as_slice())?;
        Some((from + place, from + place + word.len()))
    });
    let (event, behind) = since?;
    let comma = matches!(words.get(behind), Some('，' | ','));
    let in_force = words.get(behind..)?.iter().any(|c| matches!(c, '施' | '执'));
    (comma && !in_force).then_some(event)
}

/// What the words before 后 or 之日起 name, and how many of their first characters do not belong to it.
fn classified(event: &str) -> (Start, usize) {
    // 印发后: the text that is issued need not be named.
    let is_itself = |stem: &str| stem.is_empty() || TIMES.is("issued-text", stem);
    let bare = event.trim_start_matches(['自', '在', '于', '从', '应', '须', '要', '请', '并']);
    let stem = TIMES.before_suffix("act-of-issue", bare).map(|stem| stem.trim_end_matches("正式"));
    if let Some(stem) = stem {
        if is_itself(stem) {
            return (Start::Issue, 0);
        }
        // 各单位须在发文之日起…: who is ordered stands before 在 or 自.
        let own = stem.rfind(['自', '在', '于', '从']).filter(|at| {
            stem.get(*at..)
                .and_then(|rest| rest.chars().next().and_then(|c| rest.get(c.len_utf8()..)))
                .is_some_and(is_itself)
        });
        if let Some(own) = own {
            let before = bare.get(..own).unwrap_or_default().chars().count();
            return (Start::Issue, event.chars().count() - bare.chars().count() + before);
        }
        // 有关单位自本方案: what stands before 本 or 自 is the order itself.
        let own = stem.rfind('本').filter(|at| stem.get(*at..).is_some_and(|own| own.chars().count() <= 12));
        if let Some(own) = own {
            let skipped =
                event.chars().count() - bare.chars().count() + bare.get(..own).unwrap_or_default().chars().count();
            let before = bare.get(..own).unwrap_or_default();
            let skipped = if before.ends_with('自') { skipped - 1 } else { skipped };
            return (Start::Issue, skipped);
        }
    }
    // 收到债权申报通知 is another letter: nothing may stand between but 本, 该. Those who receive it may stand before.
    let arrival = TIMES.words("arrival").iter().find_map(|word| bare.find(word).map(|at| (at, at + word.len())));
    if let Some((at, behind)) = arrival {
        let letter = bare.get(behind..).unwrap_or_default().trim_start_matches(['本', '该', '此']);
        // 督办通知单, 整改通知书, 交办函: what the letter is for, and what it is.
        let purpose = TIMES.behind_prefix("purpose", letter);
        let is_letter = |words: &str| TIMES.is("letter", words);
        if is_letter(letter) || purpose.is_some_and(|rest| rest.is_empty() || is_letter(rest)) {
            let before =
                event.chars().count() - bare.chars().count() + bare.get(..at).unwrap_or_default().chars().count();
            return (Start::Receipt, if at == 0 { 0 } else { before });
        }
    }
    if TIMES.is("received", bare) {
        return (Start::Receipt, 0);
    }
    (Start::Event, 0)
}

/// A day and a span after it.
pub(super) fn add(from: NaiveDate, length: Length) -> Option<NaiveDate> {
    match length {
        Length::WorkingDays(days) => working_days::after(from, days),
        Length::Days(days) => from.checked_add_days(Days::new(u64::from(days.min(36_500)))),
        Length::Months(months) => from.checked_add_months(Months::new(months.min(1200))),
    }
}

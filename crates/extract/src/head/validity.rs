//! From when to when a document is in force, and who organises it. Reads [compact](super::compact) text.
//!
//! 本意见自2021年8月25日起施行，有效期至2025年12月31日，由市市场监管局负责牵头组织实施。

use std::sync::LazyLock;

use chrono::{Days, Months, NaiveDate};

use super::compact::{first_chars, last_chars};
use super::day::day_at;
use crate::letters::split_at_signs;
use crate::lexicon::WordFinder;
use crate::lexicon::tables::{OPENINGS, VALIDITY};
use crate::numerals;

/// What a document says about its force.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Validity {
    /// First day of force.
    pub(crate) effective: Option<NaiveDate>,
    /// Last day of force.
    pub(crate) expires: Option<NaiveDate>,
    /// The unit that organises the work.
    pub(crate) organizer: Option<String>,
}

/// So many characters of a sentence are read.
const LONGEST_SENTENCE: usize = 600;

/// What the sentences of a document say about its force; `issued` is what 自印发之日起 rests on.
pub(crate) fn read(text: &str, issued: Option<NaiveDate>) -> Validity {
    let mut validity = Validity::default();
    let mut after_own = false;
    for sentence in split_at_signs(text, |c| matches!(c, '。' | '\n' | '；')) {
        if !after_own && !ABOUT_FORCE.is_in(sentence) {
            continue;
        }
        // Text without full stops: what is said about force stands at its end.
        let sentence = last_chars(sentence, LONGEST_SENTENCE);
        let own = speaks_of_itself(sentence);
        if after_own && !own && validity.organizer.is_none() && sentence.starts_with('由') {
            validity.organizer = organizer_in(sentence).map(str::to_owned);
        }
        after_own = own;
        if !own {
            continue;
        }
        let start = start_in(sentence, issued);
        let states_start = start.is_some() || sentence.contains("之日起");
        if let Some(start) = start {
            validity.effective = Some(start);
        }
        if let Some(end) = end_in(sentence, start.or(validity.effective), states_start) {
            validity.expires = Some(end);
        }
        if states_start || validity.organizer.is_none() {
            validity.organizer = organizer_in(sentence).map(str::to_owned).or(validity.organizer);
        }
    }
    validity
}

/// Whether a sentence speaks of the document it stands in: 本意见…, 以上措施….
fn speaks_of_itself(sentence: &str) -> bool {
    let near = |at: usize| first_chars(sentence.get(at..).unwrap_or_default(), 12);
    let names_document = |at: usize| DOCUMENTS.is_in(near(at));
    let itself = ITSELF.places(sentence);
    itself.into_iter().any(|(at, word)| names_document(at + word.len())) && ABOUT_FORCE.is_in(sentence)
}

/// Words before the kind of the document itself.
static ITSELF: LazyLock<WordFinder> = LazyLock::new(|| VALIDITY.finder(&["itself"]));

/// Words of sentences about force.
static ABOUT_FORCE: LazyLock<WordFinder> = LazyLock::new(|| VALIDITY.finder(&["about-force"]));

/// Words a document calls itself by.
static DOCUMENTS: LazyLock<WordFinder> = LazyLock::new(|| VALIDITY.finder(&["document"]));

/// The first day of force that a sentence states.
fn start_in(sentence: &str, issued: Option<NaiveDate>) -> Option<NaiveDate> {
    for (at, word) in sentence.match_indices(['自', '于', '从']) {
        let rest = sentence.get(at + word.len()..).unwrap_or_default();
        if let Some((day, taken)) = day_at(rest) {
            let behind = rest.get(taken..).unwrap_or_default();
            let behind = behind.trim_start_matches('起').trim_start_matches("正式").trim_start_matches("开始");
            if VALIDITY.begins("in-force", behind) {
                return Some(day);
            }
            continue;
        }
        let Some(end) = first_chars(rest, 12).find("之日起") else { continue };
        let act = rest.get(..end).unwrap_or_default();
        if act.chars().count() > 8 || !OPENINGS.holds("issued", act) {
            continue;
        }
        let behind = rest.get(end + "之日起".len()..).unwrap_or_default();
        let behind = behind.trim_start_matches("正式").trim_start_matches("开始");
        if VALIDITY.begins("in-force", behind) {
            return issued;
        }
        if let Some((days, unit)) = leading_number(behind)
            && unit.starts_with("日后")
        {
            return issued?.checked_add_days(Days::new(u64::from(days)));
        }
    }
    None
}

/// The last day of force that a sentence states.
fn end_in(sentence: &str, start: Option<NaiveDate>, states_start: bool) -> Option<NaiveDate> {
    for words in VALIDITY.words("until") {
        for (at, _) in sentence.match_indices(words) {
            let rest = sentence.get(at + words.len()..).unwrap_or_default();
            if let Some((day, _)) = day_at(rest.trim_start_matches('为')) {
                return Some(day);
            }
        }
    }
    for words in VALIDITY.words("period") {
        for (at, _) in sentence.match_indices(words) {
            let rest =
                sentence.get(at + words.len()..).unwrap_or_default().trim_start_matches(['为', '限', '是', '：']);
            let Some((count, unit)) = leading_number(rest) else { continue };
            let months = if unit.starts_with('年') {
                count.checked_mul(12)
            } else if unit.starts_with("个月") {
                Some(count)
            } else {
                None
            };
            if let (Some(start), Some(months)) = (start, months) {
                return start.checked_add_months(Months::new(months))?.pred_opt();
            }
        }
    }
    if let Some(at) = sentence.find("年全年") {
        let year: i32 = sentence.get(at.checked_sub(4)?..at)?.parse().ok()?;
        return sentence.contains("有效").then(|| NaiveDate::from_ymd_opt(year, 12, 31)).flatten();
    }
    if !states_start {
        return None;
    }
    // 自2023年7月13日起施行，至2025年12月31日
    sentence.match_indices('至').find_map(|(at, word)| Some(day_at(sentence.get(at + word.len()..)?)?.0))
}

/// The unit named in 由X负责牵头组织实施.
fn organizer_in(sentence: &str) -> Option<&str> {
    // 由市科技局负责牵头组织实施，市有关部门按职责分工组织实施: the first organises.
    sentence.match_indices('由').find_map(|(by, word)| {
        let rest = sentence.get(by + word.len()..)?;
        let act = VALIDITY.words("organizes").iter().filter_map(|act| rest.find(act)).min()?;
        let named = rest.get(..act)?;
        let ends = VALIDITY.words("behind-organizer").iter().filter_map(|word| named.find(word));
        let end = ends.min().unwrap_or(named.len());
        named.get(..end).filter(|unit| (2..=60).contains(&unit.chars().count()) && !unit.contains(['，', ',']))
    })
}

/// A number at the start of a text, with what stands behind it.
fn leading_number(text: &str) -> Option<(u32, &str)> {
    let belongs = |c: char| c.is_ascii_digit() || c == '十' || numerals::chinese_digit(c).is_some();
    let end = text.find(|c: char| !belongs(c)).unwrap_or(text.len());
    Some((numerals::number(text.get(..end)?)?, text.get(end..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn validity_is_read_from_the_closing_words() {
        let issued = NaiveDate::from_ymd_opt(2023, 1, 5);
        let check = |text: &str, effective: &str, expires: &str, organizer: &str| {
            let validity = read(text, issued);
            let show = |day: Option<NaiveDate>| day.map_or(String::new(), |day| day.to_string());
            let found = (show(validity.effective), show(validity.expires), validity.organizer.unwrap_or_default());
            assert_eq!(found, (effective.into(), expires.into(), organizer.into()), "{text}");
        };
        check("本意见自2021年8月25日起施行，由市市场监管局负责牵头组织实施。", "2021-08-25", "", "市市场监管局");
        check(
            "本计划自2022年6月10日施行，有效期至2025年12月31日，由领导小组办公室（市经信局）负责牵头组织实施。",
            "2022-06-10",
            "2025-12-31",
            "领导小组办公室（市经信局）",
        );
        check(
            "本方案自2023年7月13日起施行，至2025年12月31日。由市商务局负责牵头组织实施。",
            "2023-07-13",
            "2025-12-31",
            "市商务局",
        );
        check(
            "本政策自2024年1月23日起施行，由市科技局负责牵头组织实施，市有关部门按职责分工组织实施。",
            "2024-01-23",
            "",
            "市科技局",
        );
        check("本措施自2024年6月6日起施行，有效期一年（标明期限的除外）。", "2024-06-06", "2025-06-05", "");
        check("本规定自2023年5月1日起施行，有效期五年。", "2023-05-01", "2028-04-30", "");
        check("本方案自公布之日起施行，由市发改委负责牵头组织实施。", "2023-01-05", "", "市发改委");
        check(
            "本意见自发布之日起30日后实施，实施期为3年，由市商务局负责牵头组织实施。",
            "2023-02-04",
            "2026-02-03",
            "市商务局",
        );
        check("本通知明确的各项政策均为2025年全年实施有效。", "", "2025-12-31", "");
        check("（责任单位：市工商联）以上措施自印发之日起施行，有效期2年。", "2023-01-05", "2025-01-04", "");
        // Of other things, not of the document itself.
        check("食品经营许可证有效期至2025年12月31日。", "", "", "");
        check("税收优惠自2023年1月1日起执行。", "", "", "");
    }
}

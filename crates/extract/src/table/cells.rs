//! What single lines and cells look like: widths, labels, times, sentence ends, page furniture.

use crate::letters::without_blanks;
use crate::lexicon::tables::{BODIES, TIMES};
use crate::numerals::fold_digits;
use crate::units::{looks_like_unit, split_list};

/// A line that carries words, as the readers of tables see it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'a> {
    /// Place among the lines of the document.
    pub(crate) index: usize,
    /// Line of the source file.
    pub(crate) number: u32,
    /// Its words, trimmed.
    pub(crate) text: &'a str,
}

/// Width of a text in half-width columns: a Chinese character counts two, a Latin letter one.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// Whether a text ends a sentence; closing quotes and brackets behind the stop do not matter.
pub(crate) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '’', '）', ')', '》', '"']).ends_with(['。', '；', '！', '？', ';'])
}

/// Whether a text introduces what follows.
pub(crate) fn ends_with_colon(text: &str) -> bool {
    text.ends_with(['：', ':'])
}

/// The label of a clause and the words behind it: `3.改革后` gives 3. A decimal (0.4平方公里, 2.0版) is no label.
pub(crate) fn label(text: &str) -> Option<(u32, &str)> {
    let text = text.strip_prefix(['（', '(']).unwrap_or(text);
    let digits = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '０'..='９'))?;
    let number = text.get(..digits).filter(|d| !d.is_empty())?;
    let rest = text.get(digits..)?;
    let behind = rest.strip_prefix(['.', '．', '、', '）', ')'])?.trim_start();
    if behind.starts_with(|c: char| c.is_ascii_digit()) && !begins_with_month(behind) || number.chars().count() > 2 {
        return None;
    }
    Some((fold_digits(number).parse().ok()?, behind))
}

/// 4月底前完成…: a month behind the number of a clause. 1.5个月 and 2.12亿元 are decimals.
fn begins_with_month(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = words.len() - rest.len();
    let is_month =
        words.get(..digits).and_then(|month| month.parse().ok()).is_some_and(|month: u32| (1..=12).contains(&month));
    digits <= 2 && is_month && !words.starts_with('0') && rest.trim_start().starts_with('月')
}

/// A number and nothing else.
pub(crate) fn bare_number(text: &str) -> Option<u32> {
    if text.len() > 12 {
        return None;
    }
    let folded = fold_digits(text);
    (folded.len() <= 4 && folded.bytes().all(|b| b.is_ascii_digit())).then(|| folded.parse().ok()).flatten()
}

/// Dashes and nothing else, as printed around a page number.
pub(crate) fn is_dash(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, '—' | '-' | '–' | '―' | '－' | '─' | '_'))
}

/// A page number with its dashes on one line: — 26 —, -26-, 第3页.
pub(crate) fn is_page_number(text: &str) -> bool {
    let inner = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '—' | '-' | '–' | '―' | '－'));
    let dashed = inner.len() < text.len() && bare_number(inner).is_some();
    let worded =
        text.strip_prefix('第').and_then(|t| t.split_once('页')).is_some_and(|(n, _)| bare_number(n.trim()).is_some());
    dashed || (worded && text.chars().count() <= 14)
}

/// A statement of time and nothing else: 2022年6月, 2022 年底前, 长期, 三季度.
pub(crate) fn is_time(text: &str) -> bool {
    // Nearly every line is turned away by its length or its first character.
    let begins =
        |c: char| c.is_ascii_digit() || "０１２３４５６７８９年月长持全每第常上下前到至按以一二三四".contains(c);
    if text.len() > 120 || !text.starts_with(begins) {
        return false;
    }
    let bare = without_blanks(text);
    let folded = fold_digits(&bare);
    let length = folded.chars().count();
    if !(2..=24).contains(&length) {
        return false;
    }
    let allowed = |c: char| {
        c.is_ascii_digit() || "年月日底末前内上中下旬半季度第一二三四五六七八九十至到起—-－~～.．/、，,长期持续推进全每常态化以之完成实施落实按时当".contains(c)
    };
    let dated = folded.chars().any(|c| c.is_ascii_digit()) && folded.contains(['年', '月']) || is_dotted_date(&folded);
    (dated || TIMES.holds("in-cell", &folded)) && folded.chars().all(allowed)
}

/// 2022.6, 2022.06.30, 2022-06, 2022/6/30.
fn is_dotted_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['.', '-', '/']).collect();
    (2..=3).contains(&parts.len())
        && parts.iter().all(|part| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit()))
        && parts.first().is_some_and(|year| year.len() == 4 && year.starts_with("20"))
}

/// The time that closes a line, and the words before it on the same line.
pub(crate) fn closing_time(text: &str) -> Option<(&str, &str)> {
    if is_time(text) {
        return Some(("", text));
    }
    let (before, last) = text.rsplit_once(char::is_whitespace)?;
    is_time(last).then(|| (before.trim_end(), last))
}

/// Whether every bracket and quotation mark of a text is closed.
pub(crate) fn is_balanced(text: &str) -> bool {
    [('（', '）'), ('(', ')'), ('“', '”'), ('《', '》'), ('［', '］')]
        .iter()
        .all(|(open, close)| text.matches(*open).count() == text.matches(*close).count())
}

/// Whether words are a whole list of units, so that the cell may end here.
pub(crate) fn is_whole_unit_list(words: &str) -> bool {
    if !is_balanced(words) || words.ends_with(['、', '，', ',', '；']) {
        return false;
    }
    // The last names tell; a list without separators is judged by its end.
    let separators = ['、', '，', ',', '；'];
    let from = words.rmatch_indices(separators).nth(2).map_or(0, |(at, separator)| at + separator.len());
    let names = split_list(words.get(from..).unwrap_or(words));
    names.last().is_some_and(|last| {
        let is_collective = last.starts_with('各') && last.ends_with(['）', ')']);
        let is_named = looks_like_unit(last) || is_collective;
        (3..=LONGEST_UNIT).contains(&last.chars().count()) && is_named && !awaits_branch(last)
    })
}

/// No name of a unit has more characters than this.
const LONGEST_UNIT: usize = 60;

/// Whether a name is continued by a place and a branch: 国家税务总局 + 杭州市税务局, 人行杭州 + 中心支行.
fn awaits_branch(name: &str) -> bool {
    BODIES.is("parent", name)
        || BODIES.begins("parent-beginning", name) && name.ends_with(['州', '市', '省', '区', '县'])
}

/// Words of a wrapped cell put together: no blank between, except between two Latin words.
pub(crate) fn join_wrapped(words: &mut String, more: &str) {
    let latin = |c: char| c.is_ascii_alphabetic();
    if words.ends_with(latin) && more.starts_with(latin) {
        words.push(' ');
    }
    words.push_str(more);
}

/// A name without the blanks by which a narrow column is justified: `多 址 ”、` gives 多址”、.
pub(crate) fn without_justification(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut plain = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        let between_latin = at > 0
            && chars.get(at - 1).is_some_and(char::is_ascii_alphanumeric)
            && chars.get(at + 1).is_some_and(char::is_ascii_alphanumeric);
        if !c.is_whitespace() || between_latin {
            plain.push(*c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_decimals() {
        let check = |text: &str, expected: Option<(u32, &str)>| assert_eq!(label(text), expected, "{text}");
        check("1.扩大范围", Some((1, "扩大范围")));
        check("12、加强监管", Some((12, "加强监管")));
        check("（3）开展试点", Some((3, "开展试点")));
        check("２．完善机制", Some((2, "完善机制")));
        check("0.4平方公里试点范围", None);
        check("1.4月底前开工", Some((1, "4月底前开工")));
        check("2.12月完工", Some((2, "12月完工")));
        check("1.5个月", None);
        check("2.13月", None);
        check("2.0版", None);
        check("2022年6月", None);
        check("改革后", None);
    }

    #[test]
    fn times_are_told_from_sentences() {
        let check = |text: &str, expected: bool| assert_eq!(is_time(text), expected, "{text}");
        for time in [
            "2022年6月",
            "2022年９月",
            "2022 年 12 月底前",
            "9月底前完成",
            "长期",
            "持续推进",
            "2023年第三季度",
            "2022.06.30",
            "2022年上半年",
            "年底前",
        ] {
            check(time, true);
        }
        for other in ["市财政局", "2022", "6月18日向市政府报告", "26", "每年开展两轮抽查", "3.5", "一", ""]
        {
            check(other, false);
        }
    }

    #[test]
    fn a_line_may_close_with_its_time() {
        assert_eq!(
            closing_time("市财政局 各区、县（市）政府 2022年3月"),
            Some(("市财政局 各区、县（市）政府", "2022年3月"))
        );
        assert_eq!(closing_time("2022年3月"), Some(("", "2022年3月")));
        assert_eq!(closing_time("改革后，加强监管。"), None);
    }

    #[test]
    fn page_numbers_stand_between_dashes() {
        assert!(is_page_number("— 26 —") && is_page_number("-3-") && is_page_number("第 3 页 共 9 页"));
        assert!(!is_page_number("26") && !is_page_number("—") && !is_page_number("第三页"));
    }

    #[test]
    fn unit_lists_are_whole_or_torn() {
        let check = |words: &str, expected: bool| assert_eq!(is_whole_unit_list(words), expected, "{words}");
        check("市市场监管局", true);
        check("市商务局（杭州自贸片区管委会）", true);
        check("市市场", false);
        check("市规划和", false);
        check("市商务局（杭州自", false);
        check("市发改委、", false);
        check("国家税务总局", false);
        check("国家税务总局杭州市税务局", true);
        check("市审管办、人行杭州", false);
        check("各区、县（市）政府", true);
        check("市财政局、各县（市、区）", true);
    }
}

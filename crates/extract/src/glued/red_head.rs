//! The red head of a notice that arrives in one line: letterhead, urgency, number, who signs, title and those addressed follow each other
//! with nothing between: 某市财政局文件某财〔2024〕3号签发人：甲某市财政局关于…的通知各县财政局：.

use super::opening::{ENDINGS, LONGEST_ADDRESS, begins_with_addressee, ends_a_title};
use crate::head::compact::{first_chars, is_longer};
use crate::head::number::number_in;
use crate::letters::signs;
use crate::units::is_sure_unit;

/// Letterhead, number and title take at most so many characters.
const LONGEST: usize = 240;
/// Who signs and other words of a form between number and title take at most so many.
const LONGEST_FORM: usize = 24;
/// The name of one office that a notice is sent to has at most so many.
const LONGEST_NAME: usize = 24;
/// The name of an office that is printed twice has so many characters.
const NAME: std::ops::RangeInclusive<usize> = 4..=24;

/// Where number, title, those addressed and the text begin; none where no head is glued.
pub(super) fn starts(text: &str) -> Vec<usize> {
    let near = first_chars(text, LONGEST);
    if !near.contains("关于") {
        return Vec::new();
    }
    let mut starts = Vec::new();
    let title = match number_in(near).filter(|found| !near.get(..found.start).is_some_and(cites)) {
        Some(found) => {
            starts.extend([found.start, found.end]);
            let letterhead = near.get(..found.start).unwrap_or_default();
            let Some(behind) = near.get(found.end..).and_then(|rest| behind_form(rest, letterhead)) else {
                return Vec::new();
            };
            found.end + behind
        }
        None => match printed_twice(near) {
            Some(behind) => behind,
            None => return Vec::new(),
        },
    };
    let rest = text.get(title..).unwrap_or_default();
    let Some(end) = end_of_title(first_chars(rest, LONGEST)) else { return Vec::new() };
    starts.extend([title, title + end]);
    let behind = rest.get(end..).unwrap_or_default();
    let colon = signs(first_chars(behind, LONGEST_ADDRESS)).find(|(_, c)| matches!(c, '：' | ':' | '。'));
    starts.extend(colon.filter(|(_, c)| *c != '。').map(|(at, c)| title + end + at + c.len_utf8()));
    starts.retain(|at| *at > 0);
    starts
}

/// Whether a number behind these words is cited in a sentence or a title.
fn cites(before: &str) -> bool {
    before.contains(['《', '。', '；', '，']) || before.contains("关于")
}

/// Where the title begins behind a number: who signs, and empty boxes of a form, may stand between.
fn behind_form(rest: &str, letterhead: &str) -> Option<usize> {
    let about = rest.find("关于")?;
    let between = rest.get(..about)?;
    let Some((form, mark)) = signs(between).filter(|(_, c)| matches!(c, '：' | ':')).last() else {
        return (between.chars().count() <= LONGEST_FORM).then_some(0);
    };
    let form = form + mark.len_utf8();
    let words = between.get(form..)?;
    // 签发人：甲乙某市财政局关于…: the title begins with the name that the letterhead has.
    let office = letterhead.trim_end_matches("文件");
    let named = (!office.is_empty()).then(|| words.rfind(office)).flatten();
    let initials = words.len() - words.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let short = between.chars().count() <= 2 * LONGEST_FORM;
    short.then_some(form + named.or((initials > 0).then_some(initials)).unwrap_or(words.len()))
}

/// Where the second of two equal names begins that a text begins with: 某县水利局某县水利局关于….
fn printed_twice(text: &str) -> Option<usize> {
    let ends = text.char_indices().map(|(at, _)| at).skip(*NAME.start()).take(NAME.end() - NAME.start() + 1);
    ends.filter(|end| {
        let (name, rest) = text.split_at_checked(*end).unwrap_or_default();
        rest.strip_prefix(name).is_some_and(|rest| rest.starts_with("关于"))
    })
    .last()
}

/// Where a title ends: with the word of its kind, behind 的, where those addressed begin.
fn end_of_title(words: &str) -> Option<usize> {
    let ends = ENDINGS.places(words).into_iter().map(|(at, ending)| at + ending.len());
    let addressed = |end: &usize| {
        let behind = first_chars(words.get(*end..).unwrap_or_default(), LONGEST_ADDRESS);
        let colon = signs(behind).find(|(_, c)| matches!(c, '：' | ':' | '。'));
        // 某公司审计部：: a report is sent to one office, whose name ends like no address.
        let one = |list: &str| !list.is_empty() && !is_longer(list, LONGEST_NAME) && is_sure_unit(list);
        colon.is_some_and(|(at, c)| {
            let list = behind.get(..at).unwrap_or_default();
            c != '。' && (one(list) || behind.get(..at + c.len_utf8()).is_some_and(begins_with_addressee))
        })
    };
    ends.filter(|end| ends_a_title(words, *end)).filter(addressed).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_red_head_in_one_line_is_parted() {
        let check = |text: &str, expected: &[&str]| {
            let starts = starts(text);
            let ends = starts.iter().skip(1).copied().chain([text.len()]);
            let parts: Vec<&str> = starts.iter().zip(ends).filter_map(|(from, to)| text.get(*from..to)).collect();
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            assert_eq!(parts, expected, "{text}");
        };
        check(
            "云溪市财政局文件云财〔2024〕3号关于做好清查工作的通知各县财政局：现通知如下。",
            &["云财〔2024〕3号", "关于做好清查工作的通知", "各县财政局：", "现通知如下。"],
        );
        check(
            "云溪市财政局文件云财〔2024〕3号签发人：甲乙云溪市财政局关于做好清查工作的通知各县财政局：现通知如下。",
            &["云财〔2024〕3号", "签发人：甲乙", "云溪市财政局关于做好清查工作的通知", "各县财政局：", "现通知如下。"],
        );
        check(
            "云溪供电公司加急云电办〔2024〕3号云溪供电公司关于开展巡检的通知各县公司：现通知如下。",
            &["云电办〔2024〕3号", "云溪供电公司关于开展巡检的通知", "各县公司：", "现通知如下。"],
        );
        check(
            "云溪县水利局云溪县水利局关于更换印章的函县直各部门（单位）：自即日起更换。",
            &["云溪县水利局关于更换印章的函", "县直各部门（单位）：", "自即日起更换。"],
        );
        check("根据《某办法》（国发〔2021〕4号）和关于做好工作的通知，各县要：一、自查。", &[]);
        check("关于做好清查工作的通知各县财政局：现通知如下。", &[]);
    }
}

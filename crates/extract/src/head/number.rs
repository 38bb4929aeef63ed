//! Document numbers (发文字号). Everything here reads [compact](super::compact) text unless it says otherwise.

use super::compact::{compact, is_longer};
use super::title::ends_like_title;
use crate::letters::holds_sign;
use crate::lexicon::tables::NUMBER_LETTERS;

/// A document number found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundNumber {
    /// The number, its year in 〔〕: 杭政函〔2022〕6号.
    pub(crate) number: String,
    /// First byte.
    pub(crate) start: usize,
    /// Byte behind the last.
    pub(crate) end: usize,
}

/// The most characters in front of the year.
const LONGEST_LETTERS: usize = 16;

/// The document number that is all a line holds: 杭政函〔2022〕6号, 国家税务总局公告2024年第3号.
///
/// Must not catch numbers cited inside a sentence, nor bare counts such as 第7号.
pub(crate) fn document_number(line: &str) -> Option<String> {
    let line = without_label(line);
    if line.len() > 120 {
        return None;
    }
    number_in(line)
        .filter(|found| found.start == 0 && found.end == line.len())
        // 〔2024〕8号 under the name of the minutes; a round bracket needs the letters of an office.
        .filter(|_| has_letters(line) || line.starts_with(['〔', '[', '﹝']))
        .map(|found| found.number)
        .or_else(|| serial_of_decree(line))
}

/// The document number on a line of the head that holds more than the number: the name of the issuer in front of it, the
/// person who signs behind it, the title it stands behind. Reads the line as printed, whose blanks part them.
pub(crate) fn number_on_line(printed: &str) -> Option<String> {
    if is_longer(printed, 160) || holds_sign(printed, &['。', '；']) {
        return None;
    }
    if let Some(first) = first_of_several(printed) {
        return Some(first);
    }
    let words: Vec<&str> = printed.split_whitespace().collect();
    if let Some(number) = words.iter().rev().find_map(|word| document_number(&compact(word))) {
        return Some(number);
    }
    let line = compact(printed);
    let found = number_in(&line)?;
    let (before, behind) = (line.get(..found.start)?, line.get(found.end..)?);
    let closes = behind.is_empty() || behind.starts_with("签发") || behind == "）" || behind == ")";
    // 依据…〔2020〕5号: a number cited by its title or inside one.
    let cited = before.contains(['《', '，', '：', ':', '“']) || before.contains("根据") || before.contains("依据");
    (closes && !cited && has_letters(&found.number)).then_some(found.number)
}

/// The first of several numbers that fill a line, as offices that write together give each its own: （某水管〔2020〕6号、某财农〔2020〕12号）.
fn first_of_several(printed: &str) -> Option<String> {
    let line = compact(printed);
    let inner = line.strip_prefix(['（', '(']).and_then(|inner| inner.strip_suffix(['）', ')'])).unwrap_or(&line);
    let parts: Vec<&str> = inner.split(['、', '，', ',']).collect();
    let numbers: Option<Vec<String>> = parts.iter().map(|part| document_number(part)).collect();
    numbers.filter(|numbers| numbers.len() > 1)?.into_iter().next()
}

/// The number in brackets that ends a title, and where the bracket opens: …的通知（某政办〔2024〕3号）.
pub(crate) fn number_in_closing_bracket(title: &str) -> Option<(String, usize)> {
    let inner = title.strip_suffix(['）', ')'])?;
    let found = number_in(inner).filter(|found| found.end == inner.len())?;
    let open = inner.get(..found.start)?.char_indices().next_back().filter(|(_, c)| matches!(c, '（' | '('))?.0;
    has_letters(&found.number).then_some((found.number, open))
}

/// The number that ends a title without any bracket, and where it begins: …的通知某政办〔2024〕3号.
pub(crate) fn number_behind_title(title: &str) -> Option<(String, usize)> {
    let found = number_in(title).filter(|found| found.end == title.len() && found.start > 0)?;
    ends_like_title(title.get(..found.start)?).then_some((found.number, found.start))
}

/// The number that a title begins with, and where the title itself does: 某政办〔2024〕3号某市人民政府关于…的通知.
pub(crate) fn number_in_front(title: &str) -> Option<(String, usize)> {
    let found = number_in(title).filter(|found| found.start == 0 && has_letters(&found.number))?;
    let behind = title.get(found.end..)?;
    (ends_like_title(behind) && behind.contains("关于")).then_some((found.number, found.end))
}

/// The first document number in a text; its letters reach back to the first sign that no number has.
pub(crate) fn number_in(text: &str) -> Option<FoundNumber> {
    text.match_indices(['〔', '[', '【', '（', '(', '［', '﹝', '〈', '{'])
        .find_map(|(open, bracket)| number_around(text, open, bracket.len()))
}

/// The number whose year stands in the bracket that opens at a byte.
fn number_around(text: &str, open: usize, width: usize) -> Option<FoundNumber> {
    let inner = text.get(open + width..)?;
    let year = inner.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?;
    let rest = inner.get(4..)?.strip_prefix(['〕', ']', '】', '）', ')', '］', '﹞', '〉', '}'])?;
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let serial = rest.get(..digits).filter(|serial| (1..=6).contains(&serial.len()))?;
    let behind = rest.get(digits..)?.strip_prefix('号')?;
    let before = text.get(..open)?;
    let start = letters_start(before);
    let letters = before.get(start..)?;
    Some(FoundNumber { number: format!("{letters}〔{year}〕{serial}号"), start, end: text.len() - behind.len() })
}

/// Where the letters in front of the year begin.
fn letters_start(before: &str) -> usize {
    let mut start = before.len();
    let mut depth = 0_usize;
    for (count, (at, c)) in before.char_indices().rev().enumerate() {
        if count >= LONGEST_LETTERS {
            break;
        }
        match c {
            '）' | ')' => depth += 1,
            '（' | '(' if depth > 0 => depth -= 1,
            _ if c.is_alphanumeric() => {}
            _ => break,
        }
        start = at;
    }
    // 某市人民政府文件某政发: the letterhead is no part of it, nor is a title.
    let letters = before.get(start..).unwrap_or_default();
    let cut =
        NUMBER_LETTERS.words("letterhead").iter().filter_map(|word| letters.rfind(word).map(|at| at + word.len()));
    // 某公司加急某办〔2024〕3号: nor is how urgent it is.
    let marks = NUMBER_LETTERS.words("mark").iter().filter_map(|mark| Some(letters.rfind(mark)? + mark.len()));
    let marks = marks.filter(|end| letters.get(*end..).is_some_and(|rest| rest.chars().count() >= 2));
    start + cut.chain(marks).max().unwrap_or(0)
}

fn has_letters(number: &str) -> bool {
    let letters = number.split(['〔', '[', '【', '［', '﹝', '〈', '{']).next().unwrap_or_default();
    let letters =
        if letters.len() == number.len() { number.split(['（', '(']).next().unwrap_or_default() } else { letters };
    letters.chars().filter(|c| c.is_alphabetic()).count() >= 2
}

/// 国务院令第792号, 国家税务总局公告2024年第3号: decrees and announcements are counted without letters of an office.
fn serial_of_decree(line: &str) -> Option<String> {
    let inner = line.strip_suffix('号')?;
    let digits = inner.bytes().rev().take_while(u8::is_ascii_digit).count();
    let front = inner.get(..inner.len() - digits)?.strip_suffix('第')?;
    let year = front.strip_suffix('年').unwrap_or(front).trim_end_matches(|c: char| c.is_ascii_digit());
    let name = year.strip_suffix("公告").or_else(|| year.strip_suffix('令'))?;
    (digits > 0 && digits <= 4 && name.chars().count() >= 3 && !is_longer(line, 40)).then(|| line.to_owned())
}

fn without_label(line: &str) -> &str {
    match line.split_once(['：', ':']) {
        Some((label, rest))
            if super::site::labels::label(label).is_some_and(|l| l.field == super::site::HeadField::Number) =>
        {
            rest
        }
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_a_number_is_one() {
        let check =
            |line: &str, expected: Option<&str>| assert_eq!(document_number(line).as_deref(), expected, "{line}");
        check("杭政函〔2022〕6号", Some("杭政函〔2022〕6号"));
        check("沪商自贸〔2023〕132号", Some("沪商自贸〔2023〕132号"));
        check("浙建建发[2023]29号", Some("浙建建发〔2023〕29号"));
        check("沪公奉通字（2023）31号", Some("沪公奉通字〔2023〕31号"));
        check("国发〔2021〕第24号", Some("国发〔2021〕24号"));
        check("编号：云督〔2024〕7号", Some("云督〔2024〕7号"));
        check("会议纪要【2024】3号", Some("会议纪要〔2024〕3号"));
        check("国家税务总局公告2024年第3号", Some("国家税务总局公告2024年第3号"));
        check("某市人民政府令第12号", Some("某市人民政府令第12号"));
        check("第7号", None);
        check("公告（第18号）", None);
        check("（国发〔2021〕24号）", None);
        check("根据《意见》（国发〔2021〕24号", None);
        check("2023年6月", None);
        check("", None);
    }

    #[test]
    fn a_number_is_found_beside_issuer_and_title() {
        let check =
            |line: &str, expected: Option<&str>| assert_eq!(number_on_line(line).as_deref(), expected, "{line}");
        check("云溪区人民政府文件　云政发〔2024〕3 号", Some("云政发〔2024〕3号"));
        check("云溪区人民政府文件云政发〔2024〕3号", Some("云政发〔2024〕3号"));
        check("云政发〔2024〕3号　　　签发人：甲乙", Some("云政发〔2024〕3号"));
        check("（云水管〔2020〕6号、云财农〔2020〕12号）", Some("云水管〔2020〕6号"));
        check("依据〔2020〕5号文件", None);
        check("根据《意见》（国发〔2021〕24号）", None);
        let check = |title: &str, expected: Option<(&str, &str)>| {
            let found = number_in_closing_bracket(title).or_else(|| number_behind_title(title));
            let found = found.as_ref().map(|(number, at)| (number.as_str(), title.get(..*at).unwrap_or_default()));
            assert_eq!(found, expected, "{title}");
        };
        check("关于开展检查的通知（云政办〔2024〕3号）", Some(("云政办〔2024〕3号", "关于开展检查的通知")));
        check("关于开展检查的通知云政办〔2024〕3号", Some(("云政办〔2024〕3号", "关于开展检查的通知")));
        check("关于落实国发〔2021〕24号文件的通知", None);
        check("行动计划（2024）", None);
    }
}

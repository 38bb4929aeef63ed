//! Numbering labels at the start of a line: 一、 （一） 1. （1） ① 第一条.

use std::sync::LazyLock;

use crate::letters::holds_sign;
use crate::lexicon::WordSet;
use crate::lexicon::tables::SECTION_KINDS;
use crate::numerals::{self, is_han_numeral};
use crate::units::is_sure_unit;

/// The shapes of labels, outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Shape {
    /// 后勤保障部： above 1., a line of its own without a number.
    Caption,
    /// 第一章, 第一部分.
    Chapter,
    /// 第一节.
    ChapterSection,
    /// 第一条.
    Article,
    /// 一、
    Han,
    /// （一）
    BracketedHan,
    /// 1. 1． 1、
    Arabic,
    /// 1.2
    Decimal,
    /// 1.2.3
    SecondDecimal,
    /// （1）
    BracketedArabic,
    /// 1）
    HalfBracketed,
    /// ①
    Circled,
    /// The item of a list, which prints no number.
    Item,
}

impl Shape {
    /// How many shapes there are.
    pub(crate) const COUNT: usize = 13;

    /// Place of the shape in a table of [`Self::COUNT`] entries.
    pub(crate) fn index(self) -> usize {
        self as usize
    }

    /// Whether it is a line without a number.
    pub(crate) fn is_caption(self) -> bool {
        self == Self::Caption
    }

    /// Whether it numbers the articles of a regulation.
    pub(crate) fn is_article(self) -> bool {
        self == Self::Article
    }
}

/// A label and where the words after it begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    /// Its shape.
    pub(crate) shape: Shape,
    /// Its number.
    pub(crate) number: u32,
    /// How it stands in the path of a clause: 二, （一）, 3.
    pub(crate) path: String,
    /// How it is printed, with its punctuation: 二、
    pub(crate) printed: String,
    /// Bytes up to the words after it.
    pub(crate) length: usize,
    /// Whether a digit follows at once: an item number glued to a year, or a decimal.
    pub(crate) glued: bool,
    /// Whether what follows is a year with its 年.
    pub(crate) before_year: bool,
}

/// A line without a number that heads the numbered lines below it: 后勤保障部： before 1. and 2. A sentence that leads to
/// them (具体如下：) is none.
pub(crate) fn caption(line: &str) -> Option<Label> {
    const LONGEST: usize = 20;
    let line = line.trim_end();
    // 【市教育局】, 市教育局: a unit needs no colon.
    let bare = line.strip_prefix('【').and_then(|inner| inner.strip_suffix('】')).unwrap_or(line);
    let is_unit = is_sure_unit(bare);
    let words = if is_unit { bare } else { line.strip_suffix(['：', ':'])? };
    let plain =
        !holds_sign(words, &['。', '；', '，', ',', '：', ':', '“']) && (2..=LONGEST).contains(&words.chars().count());
    // 技能要求： is a name, 现提出如下要求： a sentence.
    let leading = SECTION_KINDS.ends("leads-to", words) && !is_name_of_section(words);
    (plain && !leading).then(|| Label {
        shape: Shape::Caption,
        number: 1,
        path: words.to_owned(),
        printed: String::new(),
        length: 0,
        glued: false,
        before_year: false,
    })
}

/// 工作要求, 任职要求: four characters that name a section.
fn is_name_of_section(words: &str) -> bool {
    words.chars().count() <= 4
}

/// The label of an item of a list, which the page numbers and the text does not.
pub(crate) fn item(number: u32) -> Label {
    Label {
        shape: Shape::Item,
        number,
        path: number.to_string(),
        printed: String::new(),
        length: 0,
        glued: false,
        before_year: false,
    }
}

/// Longest run of numerals in a label.
const LONGEST_NUMERAL: usize = 5;

/// The label a line begins with.
pub(crate) fn read(line: &str) -> Option<Label> {
    let first = line.chars().next()?;
    match first {
        '第' => ordinal(line),
        '（' | '(' | '〔' | '［' | '[' => bracketed(line, first),
        _ if is_han_numeral(first) => plain_han(line),
        _ if digit(first).is_some() => decimal(line).or_else(|| plain_arabic(line)),
        _ if TASK_NOUNS.may_begin_with(first) => task_noun(line).or_else(|| one_sign(line, first)),
        _ => one_sign(line, first),
    }
}

/// A label that is one sign with its number in it: ③, ❸, ⑶, ⒊, ㈢.
fn one_sign(line: &str, first: char) -> Option<Label> {
    const SIGNS: [(char, char, Shape); 6] = [
        ('①', '⑳', Shape::Circled),
        ('❶', '❿', Shape::Circled),
        ('➀', '➉', Shape::Circled),
        ('⑴', '⒇', Shape::BracketedArabic),
        ('⒈', '⒛', Shape::Arabic),
        ('㈠', '㈩', Shape::BracketedHan),
    ];
    let (from, _, shape) = SIGNS.iter().find(|(from, to, _)| (*from..=*to).contains(&first))?;
    let number = (first as u32).wrapping_sub(*from as u32).wrapping_add(1);
    Some(finish(line, *shape, number, first.to_string(), first.len_utf8()))
}

/// 1.2 后勤保障, 1.2.3医务处…, 2.1.总务处…: the numbers of the headings above stand before its own. 1.5万元 and 6.30前 are amounts and days:
/// behind two numbers a blank or a mark follows.
fn decimal(line: &str) -> Option<Label> {
    const MOST_DIGITS: usize = 2;
    let is_dot = |c: char| matches!(c, '.' | '．');
    let behind_dot = line.split_once(is_dot).filter(|(first, _)| first.chars().all(|c| digit(c).is_some()))?.1;
    digit(behind_dot.chars().next()?)?;
    let end = line.find(|c: char| digit(c).is_none() && !is_dot(c))?;
    let (words, rest) = line.split_at_checked(end)?;
    let numbers = words.trim_end_matches(is_dot);
    let parts: Vec<String> =
        numbers.split(is_dot).map(|part| part.chars().map(numerals::half_width).collect()).collect();
    let fits = |part: &String| (1..=MOST_DIGITS).contains(&part.len()) && !part.starts_with('0');
    let parted = numbers.len() < words.len() || rest.starts_with([' ', '\u{3000}', '\u{a0}', '\t', '、']);
    let shape = match parts.len() {
        2 if parted => Shape::Decimal,
        3 => Shape::SecondDecimal,
        _ => return None,
    };
    let number = parts.last()?.parse().ok()?;
    let said = rest.trim_start_matches(['、', ' ', '\u{3000}', '\u{a0}', '\t']);
    let is_amount =
        said.starts_with(['%', '％', '万', '亿', '元', '米', '公', '倍', '月', '日', '前', '—', '-', '~', '至']);
    (parts.iter().all(fits) && !said.is_empty() && !is_amount)
        .then(|| finish(line, shape, number, parts.join("."), line.len() - said.len()))
}

/// A number and a blank before a heading: 1 重点任务, where 1.1 stands below it.
pub(crate) fn before_blank(line: &str) -> Option<Label> {
    const LONGEST: usize = 24;
    let (words, number, length, han) = numeral(line)?;
    let rest = line.get(length..)?;
    let heading = rest.trim_start_matches([' ', '\u{3000}', '\u{a0}', '\t']);
    let plain = heading.chars().count() <= LONGEST && !heading.contains(['。', '，', '；', '：', ' ']);
    let starts = heading.starts_with(|c: char| c.is_alphabetic() && !matches!(c, '年' | '月' | '日'));
    let is_label = !han && words.len() <= 2 && number > 0 && heading.len() < rest.len() && plain && starts;
    is_label.then(|| finish(line, Shape::Arabic, number, words, length))
}

/// Nouns that stand before the number of a task. Every line is asked for one, so they are found by their first character.
static TASK_NOUNS: LazyLock<WordSet> = LazyLock::new(|| SECTION_KINDS.set("task-noun"));

/// 任务1：, 任务卡 2: a noun and its number before a colon, a blank or the end of the line.
fn task_noun(line: &str) -> Option<Label> {
    let rest = TASK_NOUNS.behind_prefix(line)?;
    let (words, number, length, _) = numeral(rest)?;
    let end = line.len() - rest.len() + length;
    let after = line.get(end..)?;
    let mark = match after.chars().next() {
        Some(c) if matches!(c, '：' | ':' | '.' | '．' | '、') => c.len_utf8(),
        Some(c) if !c.is_whitespace() => return None,
        _ => 0,
    };
    (number > 0 && number <= 300).then(|| finish(line, Shape::Arabic, number, words, end + mark))
}

/// The label that an item inside a paragraph begins with: ②, 二是.
pub(crate) fn read_inner(words: &str) -> Option<Label> {
    let first = words.chars().next()?;
    if matches!(first, '①'..='⑳') {
        return read(words);
    }
    let (printed, number, length, han) = numeral(words)?;
    let is = words.get(length..)?.strip_prefix('是')?;
    (han && !is.starts_with('否')).then(|| finish(words, Shape::Circled, number, printed, length + '是'.len_utf8()))
}

fn digit(c: char) -> Option<u32> {
    numerals::half_width(c).to_digit(10)
}

/// The numeral at the start of a text: its words without blanks, its value, its bytes, whether it is Chinese.
fn numeral(text: &str) -> Option<(String, u32, usize, bool)> {
    let mut words = String::new();
    let (mut count, mut end, mut han) = (0, 0, None);
    for (at, c) in text.char_indices() {
        if c == ' ' || c == '\u{3000}' {
            continue;
        }
        let is_han = is_han_numeral(c);
        if !is_han && digit(c).is_none() || han.is_some_and(|kind| kind != is_han) {
            break;
        }
        if count == LONGEST_NUMERAL {
            return None;
        }
        count += 1;
        han = Some(is_han);
        words.push(numerals::half_width(c));
        end = at + c.len_utf8();
    }
    let value = numerals::number(&words)?;
    Some((words, value, end, han?))
}

fn ordinal(line: &str) -> Option<Label> {
    let start = '第'.len_utf8();
    let (words, number, length, _) = numeral(line.get(start..)?)?;
    let rest = line.get(start + length..)?;
    let after_blank = rest.trim_start_matches([' ', '\u{3000}']);
    let blank = rest.len() - after_blank.len();
    let (shape, noun) = if after_blank.starts_with("部分") {
        (Shape::Chapter, "部分")
    } else {
        match after_blank.chars().next()? {
            '章' => (Shape::Chapter, "章"),
            '编' | '篇' => (Shape::Chapter, "篇"),
            '节' => (Shape::ChapterSection, "节"),
            '条' => (Shape::Article, "条"),
            // 第一件　…, 第二项：…
            '件' | '项' if after_blank.chars().nth(1).is_some_and(|c| c.is_whitespace() || matches!(c, '：' | ':')) => {
                (Shape::Han, if after_blank.starts_with('件') { "件" } else { "项" })
            }
            _ => return None,
        }
    };
    let colon = after_blank.chars().nth(1).filter(|c| shape == Shape::Han && matches!(c, '：' | ':'));
    let noun_length = if noun == "部分" { noun.len() } else { after_blank.chars().next()?.len_utf8() };
    let end = start + length + blank + noun_length + colon.map_or(0, char::len_utf8);
    // 第十一条规定的 and 第三条、第五条 refer to an article; they do not begin it.
    let next = line.get(end..)?.chars().next();
    if next
        .is_some_and(|c| matches!(c, '、' | '至' | '和' | '及' | '的' | '所' | '第' | '（' | '(' | '”' | '》' | '，'))
    {
        return None;
    }
    Some(finish(line, shape, number, ["第", words.as_str(), noun].concat(), end))
}

fn bracketed(line: &str, open: char) -> Option<Label> {
    let start = open.len_utf8();
    let (words, number, length, han) = numeral(line.get(start..)?)?;
    let rest = line.get(start + length..)?;
    let trimmed = rest.trim_start_matches([' ', '\u{3000}']);
    let close = trimmed.chars().next().filter(|c| matches!(c, '）' | ')' | '〕' | '］' | ']'))?;
    let end = start + length + (rest.len() - trimmed.len()) + close.len_utf8();
    // 〔2023〕 and (2021) are years, not labels.
    if number == 0 || number > 300 {
        return None;
    }
    let shape = if han { Shape::BracketedHan } else { Shape::BracketedArabic };
    let path = [open].into_iter().chain(words.chars()).chain([close]).collect();
    Some(finish(line, shape, number, path, end))
}

fn plain_han(line: &str) -> Option<Label> {
    let (words, number, length, _) = numeral(line)?;
    let mark = line.get(length..)?.chars().next().filter(|c| matches!(c, '、' | '．' | '.'))?;
    Some(finish(line, Shape::Han, number, words, length + mark.len_utf8()))
}

fn plain_arabic(line: &str) -> Option<Label> {
    let (words, number, length, _) = numeral(line)?;
    if number == 0 || words.len() > 3 || words.starts_with('0') {
        return None;
    }
    let mark = line.get(length..)?.chars().next()?;
    let shape = match mark {
        // 1。加强联动: a stop where a dot was meant.
        '.' | '．' | '、' | '﹒' | '·' | '。' => Shape::Arabic,
        ')' | '）' => Shape::HalfBracketed,
        _ => return None,
    };
    Some(finish(line, shape, number, words, length + mark.len_utf8()))
}

/// Takes further punctuation into the label and looks at what follows.
fn finish(line: &str, shape: Shape, number: u32, path: String, end: usize) -> Label {
    let rest = line.get(end..).unwrap_or_default();
    let mut words = rest.trim_start_matches([' ', '\u{3000}', '\u{a0}', '\t']);
    if matches!(shape, Shape::BracketedHan | Shape::BracketedArabic | Shape::HalfBracketed) {
        words = words.trim_start_matches(['、', '.', '．', ' ']);
    }
    let glued = rest.chars().next().is_some_and(|c| digit(c).is_some());
    let after_year = words.trim_start_matches(|c| digit(c).is_some());
    let year = words.get(..words.len() - after_year.len()).unwrap_or_default();
    Label {
        shape,
        number,
        path,
        printed: line.get(..end).unwrap_or_default().to_owned(),
        length: line.len() - words.len(),
        glued: glued && shape == Shape::Arabic,
        before_year: year.chars().count() == 4 && after_year.trim_start().starts_with('年'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line, the shape, number and path of its label, and the words after it; `None` for a line without one.
    type Case<'a> = (&'a str, Option<(Shape, u32, &'a str, &'a str)>);

    fn check(cases: &[Case<'_>]) {
        for (line, expected) in cases {
            let label = read(line);
            let found =
                label.as_ref().map(|l| (l.shape, l.number, l.path.as_str(), line.get(l.length..).unwrap_or("?")));
            assert_eq!(found, *expected, "{line}");
        }
    }

    #[test]
    fn labels_of_every_shape() {
        check(&[
            ("一、总体要求", Some((Shape::Han, 1, "一", "总体要求"))),
            ("十二、支持", Some((Shape::Han, 12, "十二", "支持"))),
            ("（二十一）加快", Some((Shape::BracketedHan, 21, "（二十一）", "加快"))),
            ("(一)加强", Some((Shape::BracketedHan, 1, "(一)", "加强"))),
            ("3.强化", Some((Shape::Arabic, 3, "3", "强化"))),
            ("１．推进", Some((Shape::Arabic, 1, "1", "推进"))),
            ("2、深化", Some((Shape::Arabic, 2, "2", "深化"))),
            ("3。细化", Some((Shape::Arabic, 3, "3", "细化"))),
            ("（108）建立", Some((Shape::BracketedArabic, 108, "（108）", "建立"))),
            ("1）复核", Some((Shape::HalfBracketed, 1, "1", "复核"))),
            ("❸评价", Some((Shape::Circled, 3, "❸", "评价"))),
            ("⑸新建", Some((Shape::BracketedArabic, 5, "⑸", "新建"))),
            ("㈡改造", Some((Shape::BracketedHan, 2, "㈡", "改造"))),
            ("1.2 后勤保障", Some((Shape::Decimal, 2, "1.2", "后勤保障"))),
            ("2.1.总务处", Some((Shape::Decimal, 1, "2.1", "总务处"))),
            ("1.2.13医务处", Some((Shape::SecondDecimal, 13, "1.2.13", "医务处"))),
            ("③评价", Some((Shape::Circled, 3, "③", "评价"))),
            ("第 十 条 推进", Some((Shape::Article, 10, "第十条", "推进"))),
            ("第二章 市场环境", Some((Shape::Chapter, 2, "第二章", "市场环境"))),
            ("（十六）", Some((Shape::BracketedHan, 16, "（十六）", ""))),
            ("56.2023 年6 月底前", Some((Shape::Arabic, 56, "56", "2023 年6 月底前"))),
        ]);
    }

    #[test]
    fn lines_that_are_no_labels() {
        check(&[
            ("0.4平方公里", None),
            ("2023年", None),
            ("〔2023〕132号", None),
            ("（责任单位：市科技局）", None),
            ("第三条、第五条规定的", None),
            ("第十条所称的", None),
            ("一是推进", None),
            ("", None),
        ]);
    }

    #[test]
    fn a_digit_after_the_label_is_noticed() {
        assert!(read("1.5万元").is_some_and(|label| label.glued && !label.before_year));
        assert!(read("56.2023 年6 月").is_some_and(|label| label.glued && label.before_year));
    }
}

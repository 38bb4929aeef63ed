//! The head of a glued notice: words of the page, number, title, those addressed, each of which was a line.

use std::sync::LazyLock;

use crate::head::addressee::is_addressee;
use crate::head::compact::{compact, first_chars};
use crate::head::number::{document_number, number_in};
use crate::head::site::furniture::{is_breadcrumb, is_button};
use crate::head::title::ends_like_title;
use crate::letters::signs;
use crate::lexicon::WordFinder;
use crate::lexicon::tables::{FURNITURE, TITLES};

/// A title with its number is at most so many characters long.
const LONGEST_TITLE: usize = 120;
/// Those addressed take at most so many characters.
pub(super) const LONGEST_ADDRESS: usize = 200;
/// Letters that stand before the year of a number: 国办发, 京政办规.
const LONGEST_LETTERS: usize = 12;
/// What titles end with.
pub(super) static ENDINGS: LazyLock<WordFinder> = LazyLock::new(|| TITLES.finder(&["ending"]));

/// 的 stands so many characters before the end of a title: 的紧急通知.
const LONGEST_KIND: usize = 6;
/// The words of a page above a text take at most so many characters.
const LONGEST_PAGE: usize = 600;
/// Number, title and those addressed take at most so many characters.
const LONGEST_HEAD: usize = 700;

/// Where lines of the head begin in the text before the first numbered paragraph: the number, the title, those addressed, the words behind
/// them.
pub(super) fn starts(text: &str) -> Vec<usize> {
    let found = number_behind_title(text);
    if found.is_empty() { behind_page(text) } else { found }
}

/// The lines of a head below the words of its page: 当前位置：… 打印 关闭 某政办〔2024〕3号 某市关于…的通知 各县人民政府：.
fn behind_page(text: &str) -> Vec<usize> {
    let page = end_of_page(text);
    let head = text.get(page..).map_or("", |rest| first_chars(rest, LONGEST_HEAD));
    let mut starts = if page > 0 { vec![page] } else { Vec::new() };
    let Some((colon, mark)) = signs(head).find(|(_, c)| matches!(c, '：' | ':' | '。')).filter(|(_, c)| *c != '。')
    else {
        return starts;
    };
    let colon = colon + mark.len_utf8();
    let lines = head.get(..colon).unwrap_or_default();
    // 《…方案》的通知 各县人民政府：: the title ends where those addressed begin.
    let ends = ENDINGS.places(lines).into_iter().map(|(at, ending)| at + ending.len());
    let ends: Vec<usize> = ends.filter(|end| lines.get(*end..).is_some_and(begins_with_addressee)).collect();
    // The word of a kind may stand inside a title, too: 规划调整方案的通知.
    let addressed = ends.iter().filter(|end| ends_a_title(lines, **end)).min().or(ends.iter().min()).copied();
    let title = addressed.unwrap_or(colon);
    // A word apart is the number; the letterhead may stand above it.
    let mut at = 0;
    for word in lines.get(..title).unwrap_or_default().split_inclusive(char::is_whitespace) {
        if document_number(word.trim()).is_some() {
            starts.extend([page + at, page + at + word.len()]);
        }
        at += word.len();
    }
    // The number may stand in front of the title with nothing between: 某政〔2024〕3号某市人民政府关于….
    let in_front = number_in(lines).filter(|found| found.start == 0 && found.end < title);
    starts.extend(in_front.map(|found| page + found.end));
    if let Some(end) = addressed {
        starts.extend([page + end, page + colon]);
    } else if page > 0 && is_addressee(&compact(lines)) {
        starts.push(page + colon);
    }
    starts
}

/// Whether the word of a kind that ends at a byte stands behind 的, as at the end of a title: 关于…的紧急通知.
pub(super) fn ends_a_title(words: &str, end: usize) -> bool {
    let tail = words.get(..end).unwrap_or_default().chars().rev().take(LONGEST_KIND);
    tail.take_while(|c| c.is_alphanumeric()).any(|c| c == '的')
}

/// Whether the words behind a title are those it is addressed to.
pub(super) fn begins_with_addressee(list: &str) -> bool {
    list.trim_start().starts_with(|c: char| c.is_alphanumeric() && c != '的') && is_addressee(&compact(list))
}

/// Where the words of the page end that a text begins with: the way to it, its day, its buttons.
fn end_of_page(text: &str) -> usize {
    let page = first_chars(text, LONGEST_PAGE);
    let mut words = page.split_inclusive(char::is_whitespace);
    let first = words.next().unwrap_or_default().trim();
    // The page may begin with the title and its day instead: 关于…的通知 时间：2024-05-06 16:02 打印.
    let mut dated = || words.next().is_some_and(|word| FURNITURE.begins("page-day", word));
    if !(is_breadcrumb(first) || ends_like_title(first) && dated()) {
        return 0;
    }
    let (mut at, mut end) = (0, 0);
    for word in page.split_inclusive(char::is_whitespace) {
        at += word.len();
        if is_button(word.trim().trim_end_matches(['：', ':'])) || (end > 0 && !word.contains(char::is_alphanumeric)) {
            end = at;
        }
    }
    end
}

/// The number that stands behind a title with nothing between, and those addressed behind it.
fn number_behind_title(text: &str) -> Vec<usize> {
    let near = text.char_indices().nth(LONGEST_TITLE).map_or(text.len(), |(at, _)| at);
    let Some(found) = text.get(..near).and_then(number_in) else { return Vec::new() };
    let before = text.get(..found.end).unwrap_or_default();
    let Some(year) = before.rfind(['〔', '［', '[', '(', '（']) else { return Vec::new() };
    let words = before.get(..year).unwrap_or_default();
    let ends = ENDINGS.places(words).into_iter().map(|(at, ending)| at + ending.len()).max();
    let Some(letters) = ends.filter(|at| {
        let letters = words.get(*at..).unwrap_or_default().trim();
        !letters.is_empty() && letters.chars().count() <= LONGEST_LETTERS
    }) else {
        return Vec::new();
    };
    let rest = text.get(found.end..).unwrap_or_default();
    let reach = rest.char_indices().nth(LONGEST_ADDRESS).map_or(rest.len(), |(at, _)| at);
    let colon = signs(rest).find(|(_, c)| matches!(c, '：' | ':' | '。')).filter(|(at, c)| *c != '。' && *at < reach);
    let mut starts = vec![letters];
    if let Some((at, c)) = colon {
        starts.extend([found.end, found.end + at + c.len_utf8()]);
    }
    starts
}

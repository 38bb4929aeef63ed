//! Lines that a web page prints around a text: way to the page, menus, buttons, foot. Words: seeds/lexicon/furniture.txt.

use std::sync::LazyLock;

use crate::deadline::{self, DeadlineContext};
use crate::head::compact::{first_chars, is_longer};
use crate::letters::{is_letter, is_letter_or_digit, signs, trimmed};
use crate::lexicon::tables::FURNITURE;
use crate::lexicon::{WordFinder, WordSet};
use crate::ordering::{begins_like_an_order, states_units};
use crate::outline::label;

static BEGINS: LazyLock<WordSet> = LazyLock::new(|| FURNITURE.set("begins"));
static EDITOR: LazyLock<WordSet> = LazyLock::new(|| FURNITURE.set("editor"));
static WHOLE: LazyLock<WordSet> = LazyLock::new(|| FURNITURE.set("whole"));
static CONTAINS: LazyLock<WordFinder> = LazyLock::new(|| FURNITURE.finder(&["contains"]));
static REGISTRATION: LazyLock<WordFinder> = LazyLock::new(|| FURNITURE.finder(&["registration"]));
static FOOT: LazyLock<WordSet> = LazyLock::new(|| FURNITURE.set("foot"));
static FOLLOWS: LazyLock<WordSet> = LazyLock::new(|| FURNITURE.set("follows"));
static PLACE: LazyLock<WordSet> = LazyLock::new(|| FURNITURE.set("place"));
static MENU: LazyLock<WordSet> = LazyLock::new(|| FURNITURE.set("menu"));
static HOME: LazyLock<WordSet> = LazyLock::new(|| FURNITURE.set("home"));
static SITE: LazyLock<WordSet> = LazyLock::new(|| FURNITURE.set("site"));

/// The longest line that can be furniture.
const LONGEST: usize = 100;
/// The longest way to a page with what may stand behind it on its line.
const LONGEST_WAY: usize = 400;
/// No entry of a menu is longer, in characters.
const LONGEST_ENTRY: usize = 8;
/// No words that headlines follow are longer, in characters.
const LONGEST_FOLLOWED: usize = 12;

/// How surely a line is of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// It is, wherever it stands: a breadcrumb, a menu, a registration of the site.
    Certain,
    /// It is, near an end of the file.
    AtEnds,
    /// It is, beside a line that is certain.
    Beside,
    /// It is, and behind it stand headlines of other texts.
    Follows,
}

/// The sign that holds wherever a line stands; all that is asked of the lines far from the ends of a file.
pub(super) fn certain_sign(compact: &str, printed: &str) -> Option<Sign> {
    let is_way = is_breadcrumb(compact);
    if is_longer(compact, LONGEST) {
        // The way to a page may print its title, its day and its buttons behind it.
        let is_way = is_way && !is_longer(compact, LONGEST_WAY) && !compact.contains('。');
        return is_way.then_some(Sign::Certain);
    }
    let is_certain = is_way || is_menu(printed) || is_registration_of_site(compact);
    let is_certain = !compact.is_empty() && is_certain && !is_of_the_text(printed);
    is_certain.then_some(Sign::Certain)
}

/// What the words of a line (without blanks, punctuation at full width) and the line as printed say.
pub(super) fn sign(compact: &str, printed: &str) -> Option<Sign> {
    sign_of_words(compact, printed).filter(|sign| *sign == Sign::Certain || !is_of_the_text(printed))
}

fn sign_of_words(compact: &str, printed: &str) -> Option<Sign> {
    if EDITOR.begins(compact) {
        return Some(Sign::AtEnds);
    }
    if let Some(certain) = certain_sign(compact, printed) {
        return Some(certain);
    }
    if compact.is_empty() || is_longer(compact, LONGEST) {
        return None;
    }
    let first_letter = compact.find(is_letter_or_digit);
    if first_letter.and_then(|at| compact.get(at..)).is_some_and(is_followed_by_headlines) {
        return Some(Sign::Follows);
    }
    let is_sentence = compact.ends_with(['。', '；', ';']);
    if is_link(printed) {
        return Some(Sign::AtEnds);
    }
    if !is_sentence && BEGINS.begins(compact) {
        return Some(Sign::AtEnds);
    }
    if !is_sentence && !is_longer(compact, 60) && CONTAINS.is_in(compact) {
        return Some(Sign::AtEnds);
    }
    if first_letter.is_none() && compact.chars().all(|c| matches!(c, '>' | '»' | '›' | '→' | '|' | '｜' | '/' | '·'))
    {
        return Some(Sign::Beside);
    }
    // > 信息公开 > 政府文件: the way to a page goes on on the next line.
    if compact.starts_with(['>', '»', '›']) && !is_longer(compact, 60) && !compact.ends_with('。') {
        return Some(Sign::Beside);
    }
    let beside = is_made_of_buttons(printed) || (!is_sentence && FOOT.begins(compact));
    beside.then_some(Sign::Beside)
}

/// Whether a line is a clause although it holds words of pages: 3.优化ICP备案流程，6月底前完成。 编辑：县融媒体中心6月底前完成改版. It has a number and
/// words that order something, or says by when something must be done.
fn is_of_the_text(printed: &str) -> bool {
    let text = printed.trim();
    let numbered = label::read(text).is_some_and(|own| {
        let words = text.get(own.length..).unwrap_or_default();
        states_units(text) || begins_like_an_order(words)
    });
    numbered || text.contains('前') && deadline::read(text, &DeadlineContext::default()).raw.is_some()
}

/// A label with nothing but an address of the web or a place among files behind it: 原文链接：https://…, 目录：zwgk/wj/2024.
fn is_link(printed: &str) -> bool {
    const LONGEST_LABEL: usize = 8;
    let Some((label, value)) = printed.split_once(['：', ':']) else { return false };
    let value = value.trim();
    let path = value.split_once("://").map_or(value, |(_, path)| path);
    let is_path = path.split('/').nth(2).is_some() && path.starts_with(|c: char| c.is_ascii_alphabetic());
    is_path
        && !is_longer(label.trim(), LONGEST_LABEL)
        && label.chars().all(is_letter)
        && !value.contains(['。', '，', ' '])
}

/// 相关稿件, whatever signs stand around it.
fn is_followed_by_headlines(words: &str) -> bool {
    let letters = || words.chars().filter(|c| is_letter_or_digit(*c));
    words.chars().next().is_some_and(|first| FOLLOWS.may_begin_with(first))
        && FOLLOWS.contains(&letters().take(LONGEST_FOLLOWED + 1).collect::<String>())
}

/// Whether a word is the entry of a menu.
pub(in crate::head) fn is_menu_word(word: &str) -> bool {
    MENU.contains(word) || FURNITURE.begins("menu-of-place", word)
}

/// Whether a word is a button of a page: 打印, 关闭, 微博.
pub(crate) fn is_button(word: &str) -> bool {
    WHOLE.contains(word)
}

/// 当前位置：首页 > 政务公开, 首页>政务公开>通知.
pub(crate) fn is_breadcrumb(compact: &str) -> bool {
    if let Some(rest) = PLACE.behind_prefix(compact) {
        return rest.is_empty() || rest.starts_with(['：', ':', '是', '>', '首', '»']);
    }
    if !HOME.begins(compact) {
        return false;
    }
    let parts = compact.split(['>', '»', '›', '→', '＞']).filter(|part| !part.is_empty());
    parts.clone().count() >= 2 && parts.into_iter().all(|part| !is_longer(part, 40))
}

/// Several short entries beside one another, among them some that only menus have.
pub(super) fn is_menu(printed: &str) -> bool {
    if is_run_of_entries(printed) {
        return true;
    }
    let is_gap = |c: char| c.is_whitespace() || matches!(c, '|' | '｜' | '·' | '┊');
    // The first part is short, too.
    if !signs(first_chars(printed.trim_start_matches(is_gap), LONGEST_ENTRY + 1)).any(|(_, c)| is_gap(c)) {
        return false;
    }
    let parts = printed.split(is_gap);
    let parts = parts.filter(|part| !part.is_empty());
    parts.clone().nth(2).is_some() && is_menu_of(&parts.collect::<Vec<_>>())
}

/// Entries of a menu with nothing between them: 通知公告集团要闻基层动态热点专题. Four of them, and half of the line.
fn is_run_of_entries(printed: &str) -> bool {
    const LONGEST: usize = 60;
    const FEWEST: usize = 4;
    let words = trimmed(printed);
    // The first stop tells of most lines.
    if !signs(words).all(|(_, c)| is_letter(c)) || is_longer(words, LONGEST) || !is_longer(words, FEWEST * 2 - 1) {
        return false;
    }
    let (mut entries, mut covered, mut end) = (0_usize, 0_usize, 0_usize);
    for (at, rest) in MENU.beginnings_in(words) {
        if at >= end
            && let Some(behind) = MENU.behind_prefix(rest)
        {
            entries += 1;
            covered += rest.len() - behind.len();
            end = words.len() - behind.len();
        }
    }
    entries >= FEWEST && covered * 2 >= words.len()
}

/// Whether some words, cells or parts of a line, are a menu.
pub(super) fn is_menu_of(parts: &[impl AsRef<str>]) -> bool {
    let parts = || parts.iter().map(AsRef::as_ref);
    if parts().len() < 3 || parts().any(|part| is_longer(part, LONGEST_ENTRY)) {
        return false;
    }
    let known = parts().filter(|part| is_menu_word(part.trim())).count();
    known * 2 >= parts().len() || known >= 2 && parts().any(|part| part.contains("首页"))
}

/// 版权所有, ICP备, 网站标识码.
fn is_registration_of_site(compact: &str) -> bool {
    !compact.ends_with('。') && REGISTRATION.is_in(compact)
}

/// 【打印本页】【关闭窗口】, 大 中 小.
fn is_made_of_buttons(printed: &str) -> bool {
    let first = printed.chars().find(|c| is_letter_or_digit(*c));
    if !first.is_some_and(|first| WHOLE.may_begin_with(first)) {
        return false;
    }
    let mut any = false;
    for word in printed.split(|c: char| !is_letter_or_digit(c)).filter(|word| !word.is_empty()) {
        if !WHOLE.contains(word) {
            return false;
        }
        any = true;
    }
    any
}

/// The title of a page without the name of its site: …的通知_望川市人民政府门户网站.
pub(crate) fn without_site(title: &str) -> (&str, Option<&str>) {
    let cut = title.rfind(['_', '|', '｜', '-', '－', '—', '–']).filter(|at| *at > 0);
    let Some(at) = cut else { return (title.trim(), None) };
    let mark = title.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    let (front, name) = (title.get(..at).unwrap_or_default(), title.get(at + mark..).unwrap_or_default().trim());
    let is_site = SITE.ends(name) || is_menu_word(name) || name.ends_with("网");
    if !is_site || is_longer(name, 30) {
        return (title.trim(), None);
    }
    // Channel and site may stand behind one another: …的通知_通知公告_某市人民政府.
    let (shorter, _) = without_site(front.trim_end());
    (shorter.trim_end_matches(['_', '-', '|', ' ']), Some(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::head::compact::compact;

    #[test]
    fn lines_of_the_page_are_known() {
        let check = |line: &str, expected: Option<Sign>| assert_eq!(sign(&compact(line), line), expected, "{line}");
        check("当前位置：首页 > 政务公开 > 政策文件", Some(Sign::Certain));
        check("您现在的位置是： 首页 » 信息公开", Some(Sign::Certain));
        check("首页 > 政务公开 > 区政府文件", Some(Sign::Certain));
        check("网站首页 | 新闻中心 | 政务公开 | 互动交流", Some(Sign::Certain));
        check("主办单位：望川市人民政府　网站标识码：4279489299", Some(Sign::Certain));
        check("责任编辑：刘丽华", Some(Sign::AtEnds));
        check("上一篇：没有了", Some(Sign::AtEnds));
        check("【打印本页】 【关闭窗口】", Some(Sign::AtEnds));
        check("打印 关闭", Some(Sign::Beside));
        check("主办单位：望川市人民政府", Some(Sign::Beside));
        check("相关稿件", Some(Sign::Follows));
        // Of the text.
        check("责任单位：区财政局", None);
        check("推行扫一扫亮证，方便群众办事。", None);
        check("一、位置较偏的村", None);
        check("3.优化ICP备案流程，6月底前完成。（县通管办）", None);
        check("3.建设手机扫一扫平台", None);
        check("编辑：县融媒体中心6月底前完成改版", None);
        check("分享：各单位经验材料9月底前报送", None);
        check("区教育局、区民政局、区财政局", None);
    }

    #[test]
    fn the_name_of_the_site_is_cut_off_a_title() {
        let check = |title: &str, expected: (&str, Option<&str>)| assert_eq!(without_site(title), expected, "{title}");
        check("关于印发方案的通知_望川市人民政府门户网站", ("关于印发方案的通知", Some("望川市人民政府门户网站")));
        check("关于印发方案的通知-通知公告-望川市人民政府", ("关于印发方案的通知", Some("望川市人民政府")));
        check("行动计划（2024-2026年）", ("行动计划（2024-2026年）", None));
        check("关于印发方案的通知", ("关于印发方案的通知", None));
    }
}

//! What the title of a document looks like. Everything here reads [compact](super::compact) text.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::compact::is_longer;
use super::signature::is_body_name;
use crate::letters::{is_letter_or_digit, signs};
use crate::lexicon::WordSet;
use crate::lexicon::tables::TITLES;

/// Last words of titles.
static ENDINGS: LazyLock<WordSet> = LazyLock::new(|| TITLES.set("ending"));

/// What a bracket behind a title says of the print and not of the text.
static REMARKS: LazyLock<WordSet> = LazyLock::new(|| TITLES.set("remark"));

/// The most characters a title has.
pub(crate) const MOST_CHARS: usize = 140;

/// Whether a text ends as titles end: 实施方案, 若干政策（2025年版）, 政策25条.
pub(crate) fn ends_like_title(text: &str) -> bool {
    let mut text = text;
    while let Some(shorter) = without_closing_bracket(text) {
        text = shorter;
    }
    let text = text.strip_suffix('》').unwrap_or(text);
    ENDINGS.ends_behind_others(text) || ends_in_count(text)
}

/// Whether a text may end as titles end, by its last character; now and then `true` for one that does not.
fn may_end_title(text: &str) -> bool {
    let last = text.chars().next_back();
    last.is_some_and(|c| matches!(c, '）' | ')' | '》' | '条') || ENDINGS.last_characters().may_hold(c))
}

/// Whether a text is nothing but the kind of a document: 通报, 通知.
pub(crate) fn is_kind(text: &str) -> bool {
    text.chars().count() >= 2 && ENDINGS.contains(text)
}

/// A title without the channel in front of it and the ending of a file behind it: 【政策】某市…的通知, …计划.pdf.
pub(crate) fn bare(title: &str) -> &str {
    const FILES: [&str; 8] = [".pdf", ".docx", ".doc", ".wps", ".xlsx", ".xls", ".PDF", ".html"];
    let title = FILES.iter().find_map(|file| title.strip_suffix(file)).unwrap_or(title);
    let title = without_closing_bracket(title)
        .filter(|front| title.get(front.len()..).is_some_and(is_remark) && is_longer(front, 5))
        .unwrap_or(title);
    let title = without_copy_number(title);
    let behind =
        |open, close| title.strip_prefix(open).and_then(|rest: &str| rest.split_once(close)).map(|(_, behind)| behind);
    let is_title = |rest: &&str, least| ends_like_title(rest) && is_longer(rest, least);
    let sample = || behind('[', ']').filter(|rest| is_title(rest, 5));
    behind('【', '】').filter(|rest| is_title(rest, 8)).or_else(sample).unwrap_or(title)
}

/// A title without the number that a collection of samples gives it: 协调会议纪要篇1, 防汛工作通知（篇三）.
fn without_copy_number(title: &str) -> &str {
    let bare = title.trim_end_matches(['）', ')']);
    let Some((front, number)) = bare.rsplit_once('篇') else { return title };
    let front = front.trim_end_matches(['（', '(', ' ']);
    let counts = crate::numerals::number(number).is_some();
    if counts && ends_like_title(front) { front } else { title }
}

/// Whether a bracket says what part or issue of a text is printed, which is no part of its title: （节选）, （2023年第7期）.
fn is_remark(bracket: &str) -> bool {
    let inner = bracket.trim_matches(|c| matches!(c, '（' | '(' | '）' | ')'));
    REMARKS.contains(inner) || REMARKS.ends_behind_others(inner) || (inner.contains('第') && inner.ends_with('期'))
}

/// Whether a line can be a title or one line of it: no sentence, no clause number, no label.
pub(crate) fn may_be_title_line(text: &str) -> bool {
    text.contains(is_letter_or_digit)
        && !is_longer(text, 80)
        && !signs(text).any(|(_, c)| matches!(c, '。' | '；' | '：' | ':' | ';' | '！' | '？' | '　' | '\t' | '|'))
        && !has_open_comma(text)
        && !text.ends_with("文件")
        && !text.is_ascii()
        && !is_hour_of_day(text)
        && super::number::document_number(text).is_none()
        && super::sign::body_and_day(text).is_none()
        && !is_letterhead_with_number(text)
        && !is_decree_head(text)
        && !is_annex_number(text)
        && !begins_with_label(text)
}

/// 2016年10月24日, 2016年10月24日（星期五）下午5:31: when, and nothing else.
fn is_hour_of_day(text: &str) -> bool {
    let behind = super::day::day_at(text).and_then(|(_, taken)| text.get(taken..));
    behind.is_some_and(|rest| {
        rest.is_empty() || rest.starts_with(['（', '(', '上', '下', '星']) && !ends_like_title(text)
    })
}

/// 附件, 附件2: which annex it is, and not what it is called.
pub(super) fn is_annex_number(text: &str) -> bool {
    let number = text.strip_prefix("附件").or_else(|| text.strip_prefix("附表"));
    number.is_some_and(|number| number.is_empty() || crate::numerals::number(number).is_some())
}

/// 某市人民政府令, 第58号: what stands above the title of rules made by decree.
fn is_decree_head(text: &str) -> bool {
    let serial = text.strip_prefix('第').and_then(|rest| rest.strip_suffix('号'));
    serial.is_some_and(|serial| crate::numerals::number(serial).is_some())
        || text.strip_suffix('令').is_some_and(is_body_name)
}

/// 某市人民政府办公室文件某政办〔2024〕3号
fn is_letterhead_with_number(text: &str) -> bool {
    let number = super::number::number_in(text).filter(|found| found.end == text.len());
    let front = number.and_then(|found| text.get(..found.start));
    front.is_some_and(|front| front.ends_with("文件") || is_body_name(front))
}

/// The title on a run of lines: how many of them it takes, and its words.
///
/// `lines` gives the following lines one by one; at most five are read.
pub(crate) fn title_at<'a>(lines: impl Iterator<Item = &'a str>) -> Option<(usize, String)> {
    const MOST_LINES: usize = 7;
    let lines: Vec<&str> = lines.take(MOST_LINES).collect();
    if !lines.iter().any(|line| may_end_title(line)) {
        return None;
    }
    let mut title = String::new();
    for (at, line) in lines.iter().enumerate() {
        let taken = at + 1;
        let behind = lines.get(taken..).unwrap_or_default();
        // 关于征求《…行动方案 over （征求意见稿）》意见的通知: the second line goes on inside the marks.
        let goes_on_inside = || line.contains('》') && !title.is_empty() && !brackets_close(&title);
        let may_be = may_be_title_line(line) || goes_on_inside() && !line.contains(['。', '；', '：']);
        if !may_be || is_longer(&title, MOST_CHARS) {
            return None;
        }
        title.push_str(line);
        // 专题会议纪要, 〔2026〕第7期: however short, the title ends above its issue.
        if behind.first().is_some_and(|next| is_issue(next) && !is_bracket(next))
            && (ends_like_title(&title) || is_kind(&title))
        {
            return Some((taken, title));
        }
        if at == 0 && is_body_name(line) {
            // A letterhead over a title that begins with its name is none of the title.
            if behind.first().is_some_and(|next| next.strip_prefix(line).is_some_and(goes_on_from_body_name)) {
                return None;
            }
            // Several bodies may stand one below the other in front of what they do.
            let act = behind.iter().find(|next| !is_body_name(next) || goes_on_from_body_name(next));
            if !act.is_some_and(|next| goes_on_from_body_name(next)) {
                return None;
            }
        }
        if ends_like_title(&title) && brackets_close(&title) && is_longer(&title, 6) {
            if behind.first().is_some_and(|next| goes_on(&title, next)) {
                continue;
            }
            let marks = behind.iter().map_while(|next| edition_mark(next));
            let count = marks.map(|mark| title.push_str(&mark)).count();
            return Some((taken + count, title));
        }
    }
    None
}

/// Whether a line says which issue of a series is printed: 第7期, 〔2026〕第7期, 2026年第3号.
fn is_issue(line: &str) -> bool {
    let inner = line.trim_matches(|c| matches!(c, '（' | '）' | '(' | ')' | '〔' | '〕' | '[' | ']'));
    let Some((year, serial)) = inner.split_once('第') else { return false };
    let year = year.trim_end_matches(['〕', ']', '年']);
    let serial = serial.strip_suffix(['期', '号', '次']).unwrap_or_default();
    !serial.is_empty()
        && crate::numerals::number(serial).is_some()
        && (year.is_empty() || (year.chars().count() == 4 && crate::numerals::number(year).is_some()))
}

/// Whether a line goes on with a title that could end in front of it: …行动方案 的通知, …重点工作任务 分解表.
fn goes_on(title: &str, next: &str) -> bool {
    if !may_be_title_line(next) || !ends_like_title(next) {
        return false;
    }
    let passes_on = TITLES.holds("passing-on", title);
    let is_whole = TITLES.ends("whole", title);
    let ends_wrapper = next.ends_with("通知") && !next.contains("关于");
    let rest_of_word = TITLES.begins("rest", next);
    next.starts_with('的')
        || (passes_on && !is_whole && ends_wrapper)
        || (rest_of_word && !is_longer(next, 9) && title.ends_with("任务"))
}

/// Whether a line goes on with a title whose first line is the name of a body: 关于…, or another body and 关于.
fn goes_on_from_body_name(line: &str) -> bool {
    line.contains("关于") || TITLES.begins("behind-body", line)
}

/// A line below a title that says which edition it is, in the brackets it is printed in or not: （2021—2023年） over （征求意见稿）, 2021—2023年,
/// ——2025年度. Each tells the text from its other editions.
fn edition_mark(line: &str) -> Option<Cow<'_, str>> {
    if is_bracket(line) {
        return Some(Cow::Borrowed(line));
    }
    let bare = line.trim_start_matches(['—', '－', '-', '–', ' ']);
    let years = bare.ends_with(['年', '版', '度'])
        && bare.contains('年')
        && bare.chars().filter(char::is_ascii_digit).count() >= 4
        && bare.chars().all(|c| {
            c.is_ascii_digit() || matches!(c, '年' | '度' | '版' | '—' | '－' | '-' | '–' | '至' | '~' | '～')
        });
    (years || TITLES.is("edition", bare)).then(|| Cow::Owned(format!("（{bare}）")))
}

/// Whether a line is nothing but a bracket: （2025年版）, （试行）.
fn is_bracket(line: &str) -> bool {
    line.starts_with(['（', '('])
        && line.ends_with(['）', ')'])
        && !is_longer(line, 20)
        && super::day::day_in_closing_bracket(line).is_none()
        && !line.contains("公开")
}

/// A text without the bracket it ends with.
fn without_closing_bracket(text: &str) -> Option<&str> {
    let inner = text.strip_suffix(['）', ')'])?;
    inner.get(..inner.rfind(['（', '('])?).filter(|rest| !rest.is_empty())
}

/// Whether a text ends in a number of articles: 政策25条, 二十条措施 is caught by its last word.
fn ends_in_count(text: &str) -> bool {
    text.strip_suffix('条').is_some_and(|rest| {
        rest.ends_with(|c: char| c.is_ascii_digit() || crate::numerals::chinese_digit(c).is_some() || c == '十')
    })
}

/// Whether a comma stands outside quotation marks and book title marks.
fn has_open_comma(text: &str) -> bool {
    let mut depth = 0_i32;
    text.chars().any(|c| {
        match c {
            '“' | '《' | '（' | '(' | '〈' => depth += 1,
            '”' | '》' | '）' | ')' | '〉' => depth -= 1,
            _ => {}
        }
        matches!(c, '，' | ',') && depth <= 0
    })
}

/// Whether every book title mark and round bracket that opens also closes.
fn brackets_close(text: &str) -> bool {
    let count = |marks: [char; 2]| text.matches(marks).count();
    count(['《', '《']) == count(['》', '》']) && count(['（', '(']) == count(['）', ')'])
}

/// Whether a line begins with a clause number or a label.
pub(crate) fn begins_with_label(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    if matches!(first, '（' | '(' | '—' | '-' | '●' | '■' | '【' | '，' | '、' | '）' | '”' | '》') {
        return true;
    }
    if text.starts_with("附件") || text.starts_with("附：") {
        return true;
    }
    if let Some(rest) = text.strip_prefix('第') {
        let numeral = rest.find(['章', '节', '条', '部', '款', '项']);
        return numeral.is_some_and(|end| rest.get(..end).is_some_and(|word| crate::numerals::number(word).is_some()));
    }
    let end = text.find(['、', '.', '．']).unwrap_or(0);
    text.get(..end).is_some_and(|word| crate::numerals::number(word).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_end_in_their_own_words() {
        let check = |text: &str, expected: bool| assert_eq!(ends_like_title(text), expected, "{text}");
        check("杭州市国家营商环境创新试点实施方案", true);
        check("关于推动经济高质量发展的若干政策（2025年版）", true);
        check("优化营商环境条例（草案）（送审稿）", true);
        check("台州市优化营商环境政策25条", true);
        check("关于印发《工作要点》的通知", true);
        check("方案", false);
        check("进一步提振市场信心", false);
    }

    #[test]
    fn what_a_collection_adds_is_no_part_of_a_title() {
        let check = |title: &str, expected: &str| assert_eq!(bare(title), expected, "{title}");
        check("[通用]项目协调会议纪要篇1", "项目协调会议纪要");
        check("防汛防旱工作通知（篇三）", "防汛防旱工作通知");
        check("【推荐】某单位年度安全生产工作计划篇十二", "某单位年度安全生产工作计划");
        check("某县第三篇章建设行动方案", "某县第三篇章建设行动方案");
    }

    #[test]
    fn titles_are_joined_over_lines() {
        let check = |lines: &[&str], expected: Option<(usize, &str)>| {
            let found = title_at(lines.iter().copied());
            assert_eq!(found.as_ref().map(|(taken, title)| (*taken, title.as_str())), expected, "{lines:?}");
        };
        check(
            &["杭州市推进数字贸易强市三年行动计划", "（2024—2026年）", "为贯彻"],
            Some((2, "杭州市推进数字贸易强市三年行动计划（2024—2026年）")),
        );
        check(
            &["某市节水行动方案", "（2024—2026年）", "（征求意见稿）", "为贯彻"],
            Some((3, "某市节水行动方案（2024—2026年）（征求意见稿）")),
        );
        check(&["某市节水行动方案", "2021—2023年", "为贯彻"], Some((2, "某市节水行动方案（2021—2023年）")));
        check(&["某市节水行动方案", "送审稿", "为贯彻"], Some((2, "某市节水行动方案（送审稿）")));
        check(&["某市节水行动方案", "2023年3月1日"], Some((1, "某市节水行动方案")));
        check(
            &["关于征求《某市节水行动方案", "（征求意见稿）》意见的通知", "各区："],
            Some((2, "关于征求《某市节水行动方案（征求意见稿）》意见的通知")),
        );
        check(
            &["强化企业科技创新主体地位", "加快科技企业高质量发展的若干措施"],
            Some((2, "强化企业科技创新主体地位加快科技企业高质量发展的若干措施")),
        );
        check(
            &["某市人民政府关于印发《某市", "行动方案》的通知", "各区人民政府："],
            Some((2, "某市人民政府关于印发《某市行动方案》的通知")),
        );
        check(
            &["中共某市委", "某市人民政府关于印发任务清单的通知"],
            Some((2, "中共某市委某市人民政府关于印发任务清单的通知")),
        );
        check(&["专题会议纪要", "〔2026〕第7期", "会议议定以下事项"], Some((1, "专题会议纪要")));
        check(&["会议纪要", "第3期"], Some((1, "会议纪要")));
        // A signature above a title is no part of it.
        check(&["某市人民政府办公厅", "某市创新试点工作方案"], None);
        check(&["（此件公开发布）", "某市工作方案"], None);
        check(&["一、实施行动计划"], None);
        check(&["加快推进，制定方案"], None);
        check(&["附件1", "工作方案"], None);
    }
}

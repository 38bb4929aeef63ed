//! The top of a document: title, number, day and address.

use chrono::NaiveDate;
use domain::{Doubt, Field, LineRole, NoticeFacts};

use super::addressee::{is_addressee, may_begin_addressee};
use super::compact::is_longer;
use super::day::{day_at, day_in_closing_bracket, whole_day};
use super::letterhead::{is_letterhead, letterhead};
use super::number::{
    document_number, number_behind_title, number_in, number_in_closing_bracket, number_in_front, number_on_line,
};
use super::signature::{self, is_body_name};
use super::{Row, mark, region, sign, title};
use crate::letters::letters_of;
use crate::lexicon::tables::OPENINGS;
use crate::split::Extent;

rules! {
    HEAD_DAY = "head.day", "标题与落款的日期不同";
    HEAD_DAY_OF_PUBLICATION = "head.day_of_publication", "没有成文日期，取所注的发布日期";
    HEAD_REGION_OF_NUMBER = "head.region_of_number", "正文没有写明地区，按发文字号的代字";
    HEAD_REGION_OF_SITE = "head.region_of_site", "正文没有写明地区，按网站名称或信息来源";
}

/// The title above everything else, with what stands beside it.
#[derive(Debug, Default)]
pub(super) struct PrintedTitle {
    /// The title.
    pub(super) title: Option<String>,
    /// The number printed behind it.
    number: Option<String>,
    /// The day that a compilation prints behind it.
    pub(super) day: Option<NaiveDate>,
    /// The bodies named above it: 某市人民政府文件.
    pub(super) letterhead: Vec<String>,
    /// The body whose name stands alone on the line above it, as on a cover.
    pub(super) body_above: Option<String>,
    /// Row behind it.
    pub(super) end: usize,
}

/// A letterhead, a number or the lines of a page may stand above the title, on so many rows.
const ROWS_ABOVE: usize = 8;

/// Finds the title of a document; `stated` are titles that its page states elsewhere.
pub(super) fn printed_title(rows: &[Row<'_>], extent: &Extent, stated: &[String]) -> PrintedTitle {
    if extent.heading_lines > 0 {
        return heading_of_compilation(rows, extent);
    }
    if extent.glued_title.is_some() {
        return PrintedTitle::default();
    }
    let top = 0..rows.len().min(ROWS_ABOVE * 2);
    let found = stated
        .iter()
        .find_map(|title| stated_title(rows, title, top.clone()))
        .or_else(|| first_title(rows))
        .or_else(|| title_with_colon(rows))
        .or_else(|| title_before_number(rows))
        .or_else(|| title_before_body(rows))
        .or_else(|| kind_as_title(rows));
    let Some((start, end, title)) = found else { return PrintedTitle::default() };
    let end = behind_repetitions(rows, end, &title);
    let cover = start.checked_sub(1).and_then(|at| rows.get(at)).map(|row| row.text);
    let body_above = cover.filter(|text| is_body_name(text)).map(str::to_owned);
    let above = letterhead(rows.get(..start).unwrap_or_default());
    let title = title::bare(&title).to_owned();
    let (title, number) = match number_in_closing_bracket(&title).or_else(|| number_behind_title(&title)) {
        Some((number, at)) => (title.get(..at).unwrap_or(&title).to_owned(), Some(number)),
        None => match number_in_front(&title) {
            Some((number, at)) => (title.get(at..).unwrap_or(&title).to_owned(), Some(number)),
            None => (title, None),
        },
    };
    PrintedTitle {
        title: Some(title),
        number: number.or(above.number),
        day: above.day,
        letterhead: above.bodies,
        body_above,
        end,
    }
}

fn heading_of_compilation(rows: &[Row<'_>], extent: &Extent) -> PrintedTitle {
    let end = rows.iter().take_while(|row| row.index < extent.heading_lines).count();
    let heading: String = rows.iter().take(end).map(|row| row.text).collect();
    let heading = heading.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['.', '．', '、']);
    let (title, day) = match day_in_closing_bracket(heading) {
        Some((day, open)) => (heading.get(..open).unwrap_or(heading), Some(day)),
        None => (heading, None),
    };
    PrintedTitle { title: Some(title.to_owned()), day, end, ..PrintedTitle::default() }
}

/// Rows from a place on, up to a table.
pub(super) fn lines_from<'a>(rows: &'a [Row<'_>], start: usize) -> impl Iterator<Item = &'a str> {
    let rows = rows.iter().skip(start).enumerate();
    rows.take_while(|(at, row)| *at == 0 || !row.after_table).map(|(_, row)| row.text)
}

/// The rows whose words are those of a title stated elsewhere: first row, row behind the last, the words as printed.
pub(super) fn stated_title(
    rows: &[Row<'_>],
    stated: &str,
    mut among: std::ops::Range<usize>,
) -> Option<(usize, usize, String)> {
    const MOST_ROWS: usize = 6;
    let wanted = letters_of(stated);
    among.find_map(|start| {
        let mut words = String::new();
        for (taken, line) in lines_from(rows, start).take(MOST_ROWS).enumerate() {
            words.push_str(line);
            let found = letters_of(&words);
            if found == wanted {
                return Some((start, start + taken + 1, words));
            }
            if !wanted.starts_with(&found) {
                return None;
            }
        }
        None
    })
}

/// The first row, or run of rows, that reads like a title.
fn first_title(rows: &[Row<'_>]) -> Option<(usize, usize, String)> {
    for start in 0..rows.len().min(ROWS_ABOVE) {
        let row = rows.get(start)?;
        // 附件2 above the title of an annex that stands alone.
        if title::is_annex_number(row.text) {
            continue;
        }
        if prints_title_below(rows, start) {
            continue;
        }
        if is_addressee(row.text) || is_longer(row.text, 80) || row.text.ends_with('。') || row.text.starts_with("附件")
        {
            return None;
        }
        if let Some((taken, title)) = title::title_at(lines_from(rows, start)) {
            return Some(without_words_above(rows, start, start + taken, title));
        }
    }
    None
}

/// Whether a row is a line of the page that prints the way to the text and its title, which stands by itself below, perhaps behind the number.
fn prints_title_below(rows: &[Row<'_>], at: usize) -> bool {
    const REACH: usize = 3;
    let Some(row) = rows.get(at).filter(|row| !row.text.ends_with(['。', '：', ':'])) else { return false };
    rows.iter().skip(at + 1).take(REACH).any(|next| {
        let length = next.text.chars().count();
        length > 12 && is_longer(row.text, length) && row.text.contains(next.text) && title::ends_like_title(next.text)
    })
}

/// A title without short rows above it that are none of it: the name of a channel over 关于…的通知; or the name of a body above the row that
/// the source says is the heading.
fn without_words_above(rows: &[Row<'_>], start: usize, end: usize, title: String) -> (usize, usize, String) {
    let words = |from: usize| rows.get(from..end).unwrap_or_default().iter().map(|row| row.text).collect::<String>();
    let heading = (start + 1..end).find(|at| rows.get(*at).is_some_and(|row| row.is_heading));
    // 某办公室关于…: a title that has begun above the heading goes on in it.
    if let Some(heading) =
        heading.filter(|_| rows.get(start).is_some_and(|row| !row.is_heading && !row.text.contains("关于")))
    {
        return (heading, end, words(heading));
    }
    let channel = rows.get(start).is_some_and(|row| super::site::furniture::is_menu_word(row.text));
    if channel && title::ends_like_title(&words(start + 1)) && is_longer(&words(start + 1), 8) {
        return (start + 1, end, words(start + 1));
    }
    if rows.get(start).is_none_or(|row| is_body_name(row.text) || row.text.contains("关于")) {
        return (start, end, title);
    }
    let begins = |row: &Row<'_>| {
        let named = row.text.find("关于").map(|at| row.text.get(..at).unwrap_or_default());
        named.is_some_and(|front| front.is_empty() || is_body_name(front))
    };
    let own = (start + 1..end).find(|at| rows.get(*at).is_some_and(begins));
    // 某法规网--某信息网: the name of the site.
    let is_site = |text: &str| text.ends_with('网') || text.ends_with("网站");
    let is_short = |row: &Row<'_>| !is_longer(row.text, 8) || is_site(row.text);
    match own.filter(|own| rows.get(start..*own).is_some_and(|above| above.iter().all(is_short))) {
        Some(own) => (own, end, words(own)),
        None => (start, end, title),
    }
}

/// 工程硕士：徐州点答辩安排通知: a first row that ends like a title may have one colon inside.
fn title_with_colon(rows: &[Row<'_>]) -> Option<(usize, usize, String)> {
    let text = rows.first()?.text;
    let behind_channel = title::bare(text);
    if behind_channel.len() < text.len() && text.starts_with('【') && title::may_be_title_line(behind_channel) {
        return Some((0, 1, behind_channel.to_owned()));
    }
    let (front, rest) = text.split_once(['：', ':'])?;
    let plain = title::may_be_title_line(front) && title::may_be_title_line(rest) && is_longer(front, 2);
    (plain && title::ends_like_title(text) && is_longer(rest, 6)).then(|| (0, 1, text.to_owned()))
}

/// The title, its number in brackets and the address in one line: …的通知（某政办发〔2011〕14号）各区人民政府：. Where sentences follow in the line,
/// it is left to be read.
fn title_before_number(rows: &[Row<'_>]) -> Option<(usize, usize, String)> {
    rows.iter().take(ROWS_ABOVE).enumerate().find_map(|(at, row)| {
        let found = number_in(row.text)?;
        let end = found.end + row.text.get(found.end..)?.chars().next().filter(|c| matches!(c, '）' | ')'))?.len_utf8();
        let words = row.text.get(..end)?;
        let (_, open) = number_in_closing_bracket(words)?;
        let title = words.get(..open)?;
        let is_title = title::may_be_title_line(title)
            && title::ends_like_title(title)
            && is_longer(title, 8)
            && !title.ends_with('》');
        let behind = row.text.get(end..)?;
        let taken = if behind.contains('。') { at } else { at + 1 };
        is_title.then(|| (at, taken, words.to_owned()))
    })
}

/// A heading that is nothing but the kind of the text: 通报.
fn kind_as_title(rows: &[Row<'_>]) -> Option<(usize, usize, String)> {
    let is_kind = |row: &Row<'_>| row.is_heading && !is_longer(row.text, 4) && title::is_kind(row.text);
    let at = rows.iter().take(ROWS_ABOVE).position(is_kind)?;
    Some((at, at + 1, rows.get(at)?.text.to_string()))
}

/// The first short rows above a number, an address, a table or a paragraph, whatever their last word.
fn title_before_body(rows: &[Row<'_>]) -> Option<(usize, usize, String)> {
    const MOST_ROWS: usize = 4;
    let start = rows.iter().take(ROWS_ABOVE).position(|row| {
        !is_letterhead(row.text)
            && document_number(row.text).is_none()
            && whole_day(row.text).is_none()
            && !title::is_annex_number(row.text)
            && !super::site::furniture::is_menu_word(row.text)
    })?;
    let mut words = String::new();
    for at in start..start + MOST_ROWS {
        let row = rows.get(at)?;
        if at > start && (row.after_table || begins_body(row)) {
            let long_enough = is_longer(&words, 3) && !is_longer(&words, title::MOST_CHARS);
            return long_enough.then_some((start, at, words));
        }
        if !title::may_be_title_line(row.text) || is_longer(row.text, 60) {
            return None;
        }
        words.push_str(row.text);
    }
    None
}

/// Whether what stands on a row is no title any more: number, address, day, paragraph, first clause.
fn begins_body(row: &Row<'_>) -> bool {
    let text = row.text;
    document_number(text).is_some()
        || number_on_line(row.printed).is_some()
        || whole_day(text).is_some()
        || title::begins_with_label(text)
        || is_addressee(text)
        || note_under_title(row).is_some()
        || (text.ends_with(['。', '：', ':']) && is_longer(text, 12))
        || is_longer(text, 60)
}

/// Row behind the last repetition of a title: a page prints it above the notice, and the notice once more.
fn behind_repetitions(rows: &[Row<'_>], end: usize, title: &str) -> usize {
    let mut end = end;
    loop {
        let top = end..rows.len().min(end + ROWS_ABOVE * 2);
        let Some((_, behind, _)) = stated_title(rows, title, top) else { break };
        end = behind;
    }
    end
}

/// Reads number, day and address below the title; gives the row behind them.
pub(super) fn head_lines(
    rows: &[Row<'_>],
    title: &PrintedTitle,
    facts: &mut NoticeFacts,
    roles: &mut [LineRole],
) -> usize {
    let from = title.end;
    facts.number = rows.iter().take(from).find_map(|row| document_number(row.text)).or_else(|| title.number.clone());
    let mut end = from;
    for (at, row) in rows.iter().enumerate().skip(from).take(8) {
        // Behind the address the text begins: a number there is that of another document.
        if is_addressee(row.text) || row.text.ends_with('。') {
            break;
        }
        if facts.number.is_none()
            && let Some(number) = document_number(row.text)
        {
            facts.number = Some(number);
            mark(roles, rows, from..at + 1);
            end = at + 1;
        }
    }
    if facts.number.is_none() {
        // Beside the name of the issuer or of who signs.
        let beside =
            rows.iter().enumerate().take(from + 3).find_map(|(at, row)| Some((at, number_on_line(row.printed)?)));
        if let Some((at, number)) = beside {
            facts.number = Some(number);
            mark(roles, rows, at..at + 1);
            end = end.max(at + 1);
        }
    }
    if title.title.is_some()
        && let Some(row) = rows.get(end)
        && let Some((bodies, day)) = note_under_title(row)
    {
        facts.issued = Some(day);
        facts.issuers = bodies;
        mark(roles, rows, end..end + 1);
        end += 1;
    }
    let mut address = String::new();
    for (at, row) in rows.iter().enumerate().skip(end).take(10) {
        if row.text.contains('。') || is_longer(&address, 260) {
            break;
        }
        address.push_str(row.text);
        if is_addressee(&address)
            || (address.ends_with(['：', ':']) && may_begin_addressee(address.trim_end_matches(['：', ':'])))
        {
            mark(roles, rows, end..at + 1);
            return at + 1;
        }
    }
    end
}

/// What stands in brackets under a title: （某县人民政府　2025年2月28日）, or the day alone.
fn note_under_title(row: &Row<'_>) -> Option<(Vec<String>, NaiveDate)> {
    let inner = row.text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
    if let Some((name, day)) = inner.and_then(sign::body_and_day) {
        return Some((signature::bodies(&[name]), day));
    }
    day_under_title(row.text).map(|day| (Vec::new(), day))
}

/// The full name of a body that signs for short, as the title has it: 省科技厅 of 某省科学技术厅关于….
pub(super) fn full_name(signed: &[String], title: Option<&str>) -> Option<String> {
    let [only] = signed else { return None };
    let level = only.chars().next().filter(|c| matches!(c, '省' | '市' | '县' | '区' | '旗' | '州' | '盟'))?;
    let named = signature::bodies(&[super::naming::bodies_in_title(title?)?]);
    let [full] = named.as_slice() else { return None };
    let place = region::region_at(full)?;
    (is_body_name(full) && place.ends_with(level)).then(|| full.clone())
}

/// The day that stands under a title: （2025年2月28日）, 2025年2月28日印发.
fn day_under_title(text: &str) -> Option<NaiveDate> {
    if is_longer(text, 40) {
        return None;
    }
    let inner = text.trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
    let (day, taken) = day_at(inner)?;
    let behind = inner.get(taken..)?;
    let is_note = OPENINGS.ends("issued", behind) || OPENINGS.ends("decided", behind);
    (behind.is_empty() || is_note).then_some(day)
}

/// What a person should check about the day of issue.
pub(super) fn doubts_of_day(
    signed: Option<NaiveDate>,
    heading: Option<NaiveDate>,
    stated: Option<NaiveDate>,
    published: Option<NaiveDate>,
) -> Option<Doubt> {
    let doubt = |rule, day: NaiveDate, alternative| Doubt::new(Field::Dates, rule, day.to_string(), alternative);
    match (signed.or(stated), heading, published) {
        (Some(signed), Some(heading), _) if signed != heading => {
            Some(doubt(HEAD_DAY, signed, format!("标题所注日期是{heading}，与落款日期不同")))
        }
        (None, None, Some(day)) => {
            let alternative = "文中没有成文日期，日期取自文头或页面所注的发布日期，请核对".to_owned();
            Some(doubt(HEAD_DAY_OF_PUBLICATION, day, alternative))
        }
        _ => None,
    }
}

/// Takes the region from the name of the site or the letters of the number, where the text names none.
pub(super) fn region_from_elsewhere(facts: &mut NoticeFacts, sites: &[String]) -> Option<Doubt> {
    let of_site = sites.iter().find_map(|name| Some((region::region_at(name)?, name.clone())));
    let (region, words, rule, what) = match of_site {
        Some((region, name)) => (region, name, HEAD_REGION_OF_SITE, "网站名称或信息来源"),
        None => {
            let number = facts.number.clone()?;
            (region::of_number(&number)?.to_owned(), number, HEAD_REGION_OF_NUMBER, "发文字号")
        }
    };
    let alternative = format!("正文没有写明地区，按{what}记为{region}");
    facts.region = Some(region);
    Some(Doubt::new(Field::Region, rule, words, alternative))
}

//! What a document says of itself: title, number, issuers, dates, kind.
//!
//! [`read`] finds the lines of the head (heading, number, address, signature, title of the plan) and fills the facts
//! from them; what the head does not print is taken from the closing words or put together from the text, marked so.

pub(crate) mod addressee;
pub(crate) mod compact;
pub(crate) mod day;
mod force;
mod furniture;
mod inferred;
mod kind;
mod naming;
pub(crate) mod number;
mod place;
pub(crate) mod region;
mod sign;
pub(crate) mod signature;
pub(crate) mod title;

use std::borrow::Cow;

use chrono::NaiveDate;
use domain::source::{Line, LineContent, SourceText};
use domain::{Doubt, Field, LineRole, NoticeFacts, NoticeKind};

use crate::split::Extent;
use compact::{compact, first_chars, is_longer};

/// What was read about a document.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// The facts.
    pub(crate) facts: NoticeFacts,
    /// What a person should check about them.
    pub(crate) doubts: Vec<Doubt>,
    /// Whether the text speaks of its province as its own: 本省.
    pub(crate) speaks_as_province: bool,
    /// What each line was read as; lines of the body stay [`LineRole::NotUnderstood`].
    pub(crate) roles: Vec<LineRole>,
}

/// A line of the document that carries text.
#[derive(Debug)]
struct Row<'a> {
    /// Place among the document's lines.
    index: usize,
    /// Its text without meaningless blanks.
    text: Cow<'a, str>,
}

/// So many content lines are searched for the head: heading, notice, signature and the title of the plan.
const HEAD_ROWS: usize = 90;
/// So many characters are searched for the place named most.
const REGION_CHARS: usize = 6_000;

/// Reads the facts of the document on these lines.
pub(crate) fn read(lines: &[Line], extent: &Extent, source: &SourceText) -> Head {
    let mut roles: Vec<LineRole> = lines.iter().map(role_of_blank).collect();
    let rows: Vec<Row<'_>> = (lines.iter().enumerate())
        .filter(|(_, line)| matches!(line.content, LineContent::Text(_)))
        .map(|(index, line)| Row { index, text: compact(line.text()) })
        .collect();
    furniture::mark(&rows, source.breaks, &mut roles);
    let printed = printed_title(&rows, extent);
    mark(&mut roles, &rows, 0..printed.end);

    let mut facts = NoticeFacts::default();
    let mut doubts = Vec::new();
    let after_title = head_lines(&rows, printed.end, &mut facts, &mut roles);
    let signed = sign::signature(&rows, after_title);
    for index in &signed.rows {
        mark(&mut roles, &rows, *index..index + 1);
    }
    let plan = plan_title(&rows, after_title, printed.title.as_deref());
    if let Some(plan) = &plan {
        mark(&mut roles, &rows, plan.rows.clone());
    }

    facts.issuers = signed.bodies;
    if facts.issuers.is_empty()
        && let Some(bodies) = printed.title.as_deref().and_then(naming::bodies_in_title)
    {
        facts.issuers = signature::bodies(&[bodies]);
    }
    facts.issued = signed.day.or(printed.day);
    if let (Some(signed), Some(heading)) = (signed.day, printed.day)
        && signed != heading
    {
        doubts.push(Doubt {
            field: Field::Dates,
            rule: "head.day",
            words: signed.to_string(),
            alternative: format!("标题所注日期是{heading}，与落款日期不同"),
        });
    }
    let text = joined(&rows);
    let force = force::read(&text, facts.issued);
    facts.effective = force.effective;
    facts.expires = force.expires;
    facts.organizer = force.organizer;
    name(&mut facts, printed.title, plan.map(|plan| plan.title), &rows, after_title);
    if facts.issuers.is_empty()
        && facts.title_inferred
        && let Some(bodies) = naming::bodies_in_title(&facts.title)
    {
        facts.issuers = signature::bodies(&[bodies]);
    }
    let own_title = if facts.title_inferred { "" } else { facts.title.as_str() };
    let titles = [facts.notice_title.as_deref().unwrap_or_default(), own_title];
    facts.region = region::region(&facts.issuers, &titles, first_chars(&text, REGION_CHARS));
    mend_title(&mut facts, extent);
    facts.kind = kind::kind_of(&facts.title);
    if facts.kind == NoticeKind::Other && !source.front_matter.is_empty() {
        facts.kind = NoticeKind::News;
    }
    if facts.title_inferred {
        doubts.push(Doubt {
            field: Field::Title,
            rule: "head.inferred_title",
            words: facts.title.clone(),
            alternative: "原文没有标题行，标题由正文拟出，请核对".to_owned(),
        });
    }
    let speaks_as_province = region::speaks_as_province(first_chars(&text, REGION_CHARS));
    Head { facts, doubts, speaks_as_province, roles }
}

/// Lines that carry no text need no reading.
fn role_of_blank(line: &Line) -> LineRole {
    match line.content {
        LineContent::Blank => LineRole::Blank,
        LineContent::PageMark | LineContent::FrontMatter | LineContent::Markup => LineRole::Furniture,
        LineContent::Text(_) | LineContent::Row { .. } => LineRole::NotUnderstood,
    }
}

fn mark(roles: &mut [LineRole], rows: &[Row<'_>], of: std::ops::Range<usize>) {
    for row in rows.get(of).unwrap_or_default() {
        if let Some(role) = roles.get_mut(row.index) {
            *role = LineRole::Metadata;
        }
    }
}

/// The title above everything else, and the day that a compilation prints behind it.
#[derive(Debug, Default)]
struct PrintedTitle {
    title: Option<String>,
    day: Option<NaiveDate>,
    /// Row behind it.
    end: usize,
}

fn printed_title(rows: &[Row<'_>], extent: &Extent) -> PrintedTitle {
    if extent.heading_lines > 0 {
        let end = rows.iter().take_while(|row| row.index < extent.heading_lines).count();
        let heading: String = rows.iter().take(end).map(|row| row.text.as_ref()).collect();
        let heading = heading.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['.', '．', '、']);
        let (title, day) = match day::day_in_closing_bracket(heading) {
            Some((day, open)) => (heading.get(..open).unwrap_or(heading), Some(day)),
            None => (heading, None),
        };
        return PrintedTitle { title: Some(title.to_owned()), day, end };
    }
    if extent.glued_title.is_some() {
        return PrintedTitle::default();
    }
    // A letterhead, a number or a web page's lines may stand above.
    for start in 0..rows.len().min(8) {
        let Some(row) = rows.get(start) else { break };
        if addressee::is_addressee(&row.text) || is_longer(&row.text, 80) || row.text.ends_with('。') {
            break;
        }
        if row.text.starts_with("附件") {
            break;
        }
        if let Some((taken, title)) = title::title_at(rows.iter().skip(start).map(|row| row.text.as_ref())) {
            return PrintedTitle { title: Some(title), day: None, end: start + taken };
        }
    }
    PrintedTitle::default()
}

/// Reads number, date line and address below the title; gives the row behind them.
fn head_lines(rows: &[Row<'_>], from: usize, facts: &mut NoticeFacts, roles: &mut [LineRole]) -> usize {
    facts.number = rows.iter().take(from).find_map(|row| number::document_number(&row.text));
    let mut end = from;
    for (at, row) in rows.iter().enumerate().skip(from).take(8) {
        if facts.number.is_none()
            && let Some(number) = number::document_number(&row.text)
        {
            facts.number = Some(number);
            mark(roles, rows, from..at + 1);
            end = at + 1;
        }
    }
    let mut address = String::new();
    for (at, row) in rows.iter().enumerate().skip(end).take(10) {
        if row.text.contains('。') || is_longer(&address, 260) {
            break;
        }
        address.push_str(&row.text);
        if addressee::is_addressee(&address)
            || (address.ends_with(['：', ':']) && addressee::may_begin_addressee(address.trim_end_matches(['：', ':'])))
        {
            mark(roles, rows, end..at + 1);
            return at + 1;
        }
    }
    end
}

/// The title of the plan that a notice issues, printed between the notice and the plan.
struct PlanTitle {
    title: String,
    rows: std::ops::Range<usize>,
}

fn plan_title(rows: &[Row<'_>], from: usize, notice_title: Option<&str>) -> Option<PlanTitle> {
    let announced: Vec<String> = match notice_title {
        Some(title) => naming::issued_plan(title).into_iter().chain([title.to_owned()]).collect(),
        None => titles_named(rows, from),
    };
    for start in from..rows.len().min(from + HEAD_ROWS) {
        let row = rows.get(start)?;
        // 《…》已经同意 names the plan; its own title stands without marks.
        if !title::may_be_title_line(&row.text) || row.text.contains("现将") || row.text.starts_with('《') {
            continue;
        }
        let Some((taken, title)) = title::title_at(rows.iter().skip(start).map(|row| row.text.as_ref())) else {
            continue;
        };
        if announced.iter().any(|name| naming::is_same_title(name, &title)) {
            return Some(PlanTitle { title, rows: start..start + taken });
        }
    }
    None
}

/// The titles that a notice without a title line names as what it issues.
fn titles_named(rows: &[Row<'_>], from: usize) -> Vec<String> {
    let issuing = rows.iter().skip(from).take(6).find(|row| row.text.contains("印发"));
    let Some(row) = issuing else { return Vec::new() };
    row.text.split('《').skip(1).filter_map(|part| part.split('》').next()).map(str::to_owned).collect()
}

/// The text of the document without breaks.
fn joined(rows: &[Row<'_>]) -> String {
    let mut text = String::with_capacity(rows.iter().map(|row| row.text.len()).sum());
    for row in rows {
        text.push_str(&row.text);
    }
    text
}

/// Settles title and notice title.
fn name(facts: &mut NoticeFacts, printed: Option<String>, plan: Option<String>, rows: &[Row<'_>], from: usize) {
    match (printed, plan) {
        (Some(notice), plan) => {
            let issued = naming::issued_plan(&notice);
            match (issued, plan) {
                (Some(_), Some(plan)) => {
                    facts.title = plan;
                    facts.notice_title = Some(notice);
                }
                (Some(issued), None) if !notice.contains("征求") => {
                    facts.title = issued;
                    facts.notice_title = Some(notice);
                }
                _ => facts.title = notice,
            }
        }
        (None, Some(plan)) => facts.title = plan,
        (None, None) => {
            let paragraphs: Vec<&str> = rows.iter().skip(from).take(12).map(|row| row.text.as_ref()).collect();
            facts.title = inferred::title(&paragraphs);
            facts.title_inferred = true;
        }
    }
}

/// A title glued to the line before is taken as it is, its beginning mended where the region tells how.
fn mend_title(facts: &mut NoticeFacts, extent: &Extent) {
    if let Some(glued) = &extent.glued_title {
        let mended = facts.region.as_deref().and_then(|region| inferred::mended(glued, region));
        facts.title = mended.unwrap_or_else(|| glued.clone());
        facts.title_inferred = true;
    }
}

/// 关于我市… in a title put together from the text says nothing outside the city: its name stands there instead.
pub(crate) fn name_region_in_inferred_title(facts: &mut NoticeFacts) {
    if facts.title_inferred
        && let Some(region) = facts.region.as_deref().filter(|region| region.ends_with('市'))
    {
        facts.title = facts.title.replace("我市", region);
    }
}

#[cfg(test)]
mod tests;

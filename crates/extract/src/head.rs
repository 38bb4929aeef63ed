//! What a document says of itself: title, number, issuers, dates, kind.
//!
//! [`read`] finds the lines of the head (heading, number, address, signature, title of the plan) and fills the facts
//! from them; what the head does not print is taken from the closing words or put together from the text, marked so.

pub(crate) mod addressee;
pub(crate) mod compact;
pub(crate) mod day;
mod furniture;
mod inferred;
pub(crate) mod kind;
mod letterhead;
pub(crate) mod naming;
pub(crate) mod number;
pub(crate) mod place;
pub(crate) mod region;
mod sign;
pub(crate) mod signature;
pub(crate) mod site;
mod stated;
pub(crate) mod title;
pub(crate) mod top;
pub(crate) mod undated;
mod validity;

use std::borrow::Cow;

use domain::tree::{Piece, PieceContent, PieceList};
use domain::{Doubt, Field, LineRole, NoticeFacts, NoticeKind};

use crate::lexicon::tables::OPENINGS;
use crate::split::Extent;
use compact::first_chars;
use site::Site;

rules! {
    HEAD_INFERRED_TITLE = "head.inferred_title", "原文没有标题行";
    HEAD_ISSUER_OF_SOURCE = "head.issuer_of_source", "没有写明发文机关，取信息来源";
    HEAD_TITLE_OF_PAGE = "head.title_of_page", "正文没有标题行，取网页的名称";
}

/// What was read about a document.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// The facts.
    pub(crate) facts: NoticeFacts,
    /// What a person should check about them.
    pub(crate) doubts: Vec<Doubt>,
    /// Whether its units belong to a region, as those of a ministry or a hospital do not.
    pub(crate) has_region: bool,
    /// Whether the text speaks of its province as its own: 本省.
    pub(crate) speaks_as_province: bool,
    /// The line of the document at which the title of the plan is printed again, below the notice that issues it.
    pub(crate) plan_at: Option<usize>,
    /// What each line was read as; lines of the body stay [`LineRole::NotUnderstood`].
    pub(crate) roles: Vec<LineRole>,
}

/// A line of the document that carries text.
#[derive(Debug)]
struct Row<'a> {
    /// Place among the document's lines.
    index: usize,
    /// Its text without meaningless blanks.
    text: &'a str,
    /// Its text as printed.
    printed: &'a str,
    /// Whether a table stands between it and the row before.
    after_table: bool,
    /// Whether the source says that it is a heading.
    is_heading: bool,
}

/// So many content lines are searched for the head: heading, notice, signature and the title of the plan.
const HEAD_ROWS: usize = 90;
/// So many characters are searched for the place named most.
const REGION_CHARS: usize = 6_000;

/// Reads the facts of the document on these lines.
pub(crate) fn read(lines: &[Piece<'_>], extent: &Extent, source: &PieceList<'_>, site: &Site<'_>) -> Head {
    let mut roles: Vec<LineRole> = lines.iter().map(role_of_blank).collect();
    for (role, told) in roles.iter_mut().zip(site.told.roles.get(extent.lines.clone()).unwrap_or_default()) {
        *role = told.unwrap_or(*role);
    }
    let rows = rows_of(lines, site.texts.get(extent.lines.clone()).unwrap_or_default(), &roles);
    furniture::mark(&rows, &mut roles);
    let table = stated::head_table(site, extent, source);
    let printed = top::printed_title(&rows, extent, &table.titles);
    mark(&mut roles, &rows, 0..printed.end);

    let mut facts = NoticeFacts::default();
    let mut doubts = Vec::new();
    let after_title = top::head_lines(&rows, &printed, &mut facts, &mut roles);
    facts.number = facts.number.or_else(|| table.number.clone());
    let signed = sign::signature(&rows, after_title);
    for index in &signed.rows {
        mark(&mut roles, &rows, *index..index + 1);
    }
    let plan = plan_title(&rows, after_title, printed.title.as_deref());
    let plan_at = plan.as_ref().and_then(|plan| rows.get(plan.rows.start)).map(|row| row.index);
    if let Some(plan) = &plan {
        mark(&mut roles, &rows, plan.rows.clone());
    }

    let named_under_title = std::mem::take(&mut facts.issuers);
    facts.issuers = if signed.bodies.is_empty() { named_under_title } else { signed.bodies };
    if let Some(body) = top::full_name(&facts.issuers, printed.title.as_deref()) {
        facts.issuers = vec![body];
    }
    if facts.issuers.is_empty() {
        facts.issuers = table.issuers.clone();
    }
    if facts.issuers.is_empty() {
        facts.issuers = printed.letterhead.clone();
    }
    if facts.issuers.is_empty()
        && let Some(bodies) = printed.title.as_deref().and_then(naming::bodies_in_title)
    {
        facts.issuers = signature::bodies(&[bodies]);
    }
    let heading_day = printed.day.or(facts.issued);
    if facts.issuers.is_empty()
        && let Some(body) = printed.title.as_deref().and_then(naming::body_before_year)
    {
        facts.issuers = vec![body.to_owned()];
    }
    if facts.issuers.is_empty() {
        facts.issuers.extend(printed.body_above.clone());
    }
    facts.issued = signed.day.or(table.signed).or(heading_day).or(table.published);
    doubts.extend(top::doubts_of_day(signed.day, heading_day, table.signed, table.published));
    let text = joined(&rows);
    let validity = validity::read(&text, facts.issued);
    facts.effective = validity.effective;
    facts.expires = validity.expires;
    facts.organizer = validity.organizer;
    name(&mut facts, printed.title, plan.map(|plan| plan.title), &rows, after_title);
    if facts.title_inferred
        && let Some(title) = table.page_title.clone()
    {
        facts.title = title;
        facts.title_inferred = false;
        doubts.push(Doubt::new(
            Field::Title,
            HEAD_TITLE_OF_PAGE,
            facts.title.clone(),
            "正文没有标题行，标题取自网页的名称，请核对",
        ));
    }
    if facts.title_inferred
        && let Some(title) = inferred::first_row(lines)
    {
        facts.title = title;
        facts.title_inferred = false;
    }
    if facts.issuers.is_empty()
        && facts.title_inferred
        && let Some(bodies) = naming::bodies_in_title(&facts.title)
    {
        facts.issuers = signature::bodies(&[bodies]);
    }
    let own_title = if facts.title_inferred { "" } else { facts.title.as_str() };
    let annex = rows.iter().skip(after_title).find_map(|row| naming::only_annex(row.text)).unwrap_or_default();
    let above = printed.letterhead.first().map_or("", String::as_str);
    let titles = [facts.notice_title.as_deref().unwrap_or_default(), own_title, above, annex];
    let near = first_chars(&text, REGION_CHARS);
    let cells = words_of_tables(lines, site.texts.get(extent.lines.clone()).unwrap_or_default());
    facts.region = region::region(&facts.issuers, &titles, near, &cells);
    let has_region = region::has_region(&facts.issuers);
    if facts.region.is_none() && has_region {
        doubts.extend(top::region_from_elsewhere(&mut facts, &table.sites));
    }
    if facts.issuers.is_empty()
        && let Some(source) = table.sources.iter().find(|name| signature::is_body_name(name))
    {
        facts.issuers = vec![source.clone()];
        let alternative = "正文没有写明发文机关，取自网页的信息来源，请核对".to_owned();
        doubts.push(Doubt::new(Field::Issuers, HEAD_ISSUER_OF_SOURCE, source.clone(), alternative));
    }
    mend_title(&mut facts, extent);
    facts.kind = kind::kind_of(&facts.title);
    if facts.kind == NoticeKind::Other && !source.front_matter.is_empty() {
        facts.kind = NoticeKind::News;
    }
    if facts.title_inferred {
        doubts.push(Doubt::new(
            Field::Title,
            HEAD_INFERRED_TITLE,
            facts.title.clone(),
            "原文没有标题行，标题由正文拟出，请核对",
        ));
    }
    let speaks_as_province = region::speaks_as_province(near);
    Head { facts, doubts, plan_at, has_region, speaks_as_province, roles }
}

/// The rows of a document that carry text and are of the document.
fn rows_of<'a>(lines: &'a [Piece<'a>], texts: &'a [Cow<'a, str>], roles: &[LineRole]) -> Vec<Row<'a>> {
    let mut rows = Vec::with_capacity(lines.len());
    let mut after_table = false;
    for (((index, line), text), role) in lines.iter().enumerate().zip(texts).zip(roles) {
        match line.content {
            PieceContent::Text(words) if *role == LineRole::NotUnderstood => {
                let printed = words.text.as_str();
                let is_heading = words.level.is_some();
                rows.push(Row { index, text, printed, after_table, is_heading });
                after_table = false;
            }
            PieceContent::Row { .. } if *role == LineRole::NotUnderstood => after_table = true,
            _ => {}
        }
    }
    rows
}

/// Lines that carry no text need no reading.
fn role_of_blank(line: &Piece<'_>) -> LineRole {
    match line.content {
        PieceContent::Blank => LineRole::Blank,
        PieceContent::PageBreak | PieceContent::FrontMatter | PieceContent::Furniture => LineRole::Furniture,
        PieceContent::Text(_) | PieceContent::Row { .. } => LineRole::NotUnderstood,
    }
}

fn mark(roles: &mut [LineRole], rows: &[Row<'_>], of: std::ops::Range<usize>) {
    for row in rows.get(of).unwrap_or_default() {
        if let Some(role) = roles.get_mut(row.index) {
            *role = LineRole::Metadata;
        }
    }
}

/// The title of the plan that a notice issues, printed between the notice and the plan.
struct PlanTitle {
    title: String,
    rows: std::ops::Range<usize>,
}

fn plan_title(rows: &[Row<'_>], from: usize, notice_title: Option<&str>) -> Option<PlanTitle> {
    let mut announced: Vec<String> = match notice_title {
        Some(title) => naming::issued_plan(title).into_iter().chain([title.to_owned()]).collect(),
        None => titles_named(rows, from),
    };
    if let Some(issued) = notice_title.and_then(naming::issued_plan) {
        // The notice's own title may leave out words that the plan's has: 年度任务分工 of 某市年度任务分工.
        let cited = titles_named(rows, from).into_iter().find(|cited| naming::is_short_for(&issued, cited));
        announced.extend(cited);
    }
    let last = announced.last().filter(|_| announced.len() > 2 || notice_title.is_none());
    let plan_rows = rows.get(..rows.len().min(from + HEAD_ROWS)).unwrap_or_default();
    if let Some((start, end, title)) = last.and_then(|name| top::stated_title(plan_rows, name, from..plan_rows.len())) {
        return Some(PlanTitle { title, rows: start..end });
    }
    for start in from..rows.len().min(from + HEAD_ROWS) {
        let row = rows.get(start)?;
        // 《…》已经同意 names the plan; its own title stands without marks.
        if !title::may_be_title_line(row.text) || row.text.contains("现将") || row.text.starts_with('《') {
            continue;
        }
        // What is announced word for word is the title, whatever it ends with.
        if announced.iter().any(|name| naming::is_same_title(name, row.text)) {
            return Some(PlanTitle { title: row.text.to_owned(), rows: start..start + 1 });
        }
        let Some((taken, title)) = title::title_at(top::lines_from(rows, start)) else {
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
    let issues = |row: &&Row<'_>| row.text.contains('《') && OPENINGS.holds("naming", row.text);
    let Some(row) = rows.iter().skip(from).take(6).find(issues) else { return Vec::new() };
    naming::cited_titles(row.text).into_iter().map(str::to_owned).collect()
}

/// The text of the document without breaks.
fn joined(rows: &[Row<'_>]) -> String {
    let mut text = String::with_capacity(rows.iter().map(|row| row.text.len()).sum());
    for row in rows {
        text.push_str(row.text);
    }
    text
}

/// The words in the tables of a document, no more than are searched for its place.
fn words_of_tables(lines: &[Piece<'_>], texts: &[Cow<'_, str>]) -> String {
    let mut words = String::new();
    for (_, text) in lines.iter().zip(texts).filter(|(line, _)| line.row().is_some()) {
        if words.len() > REGION_CHARS {
            break;
        }
        words.push_str(text);
    }
    words
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
                // What is only passed on is the text of others and stands elsewhere.
                (Some(issued), None)
                    if !notice.contains("征求")
                        && !naming::passes_on(&notice)
                        // 印发《甲方案》《乙方案》: neither is the title of what stands here.
                        && naming::cited_titles(&notice).len() < 2 =>
                {
                    facts.title = issued;
                    facts.notice_title = Some(notice);
                }
                _ => facts.title = notice,
            }
        }
        (None, Some(plan)) => facts.title = plan,
        (None, None) => {
            let paragraphs: Vec<&str> = rows.iter().skip(from).take(12).map(|row| row.text).collect();
            // What a notice without a title lists as its only annex is what it issues.
            let annex = rows.iter().skip(from).find_map(|row| naming::only_annex(row.text));
            if let Some(annex) = annex {
                facts.title = annex.to_owned();
                facts.title_inferred = true;
                return;
            }
            let title = inferred::title(&paragraphs);
            facts.title_inferred = true;
            match naming::issued_plan(&title).filter(|_| naming::cited_titles(&title).len() == 1) {
                Some(plan) => {
                    facts.title = plan;
                    facts.notice_title = Some(title);
                }
                None => facts.title = title,
            }
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

//! Notices: the list, the reader, confirming.

use domain::LineRole;
use store::{
    ClaimValue, DoubtValue, JudgedDoubt, MeasureId, MeasureRecord, NoticeFilter, NoticeId, NoticeOrder, NoticeRecord,
    NoticeSlice, NoticeTotals, Reader, SourceLineRecord,
};

use crate::context::Context;
use crate::error::CommandError;
use crate::looking_back::check_there;
use crate::wire;
use crate::{corrections, rereading, tasks};

pub(crate) fn list_notices(
    context: &mut Context<'_, '_>,
    request: wire::NoticeQuery,
) -> Result<wire::NoticePage, CommandError> {
    let wire::NoticeQuery {
        id,
        words,
        region,
        unconfirmed,
        overtaken,
        with_duplicates,
        sort,
        descending,
        after,
        limit,
    } = request;
    let filter = NoticeFilter {
        id: id.as_deref().map(NoticeId::from),
        words,
        region,
        unconfirmed,
        overtaken,
        with_duplicates,
        as_of: context.past(),
        order: match sort {
            wire::NoticeSort::Added => NoticeOrder::Added,
            wire::NoticeSort::Issued => NoticeOrder::Issued,
            wire::NoticeSort::Measures => NoticeOrder::Measures,
        },
        descending,
        after: after.as_deref().map(NoticeId::from),
        limit,
    };
    let read = context.read();
    let NoticeSlice { total, notices, next } = read.page_of_notices(&filter)?;
    let (waiting_measures, waiting_doubts) =
        if unconfirmed { read.measures_and_doubts(&filter)? } else { Default::default() };
    let NoticeTotals { all, unconfirmed, overtaken } = read.notice_totals(context.past())?;
    Ok(wire::NoticePage {
        total,
        waiting_measures,
        waiting_doubts,
        counts: wire::NoticeCounts { all, unconfirmed, overtaken },
        regions: read.notice_regions()?,
        rows: notices.iter().map(row).collect(),
        next: next.map(|id| id.to_string()),
    })
}

pub(crate) fn get_notice(
    context: &mut Context<'_, '_>,
    request: wire::IdRequest,
) -> Result<wire::NoticeDetail, CommandError> {
    let read = context.read();
    // A measure or task names its notice.
    let id = read.measure_called(&request.id).map_or_else(|_| request.id.as_str().into(), |id| id.notice().clone());
    let notice = read.notice(&id)?;
    check_there(&notice, context.past())?;
    let measures = read.measures(&notice.id)?;
    let outdated = rereading::is_outdated(&read.reader_of(&notice.source)?);
    let lines = read.source_lines(&notice.source, notice.first_line, notice.last_line)?;
    let orders_nothing = if measures.is_empty() { why_of_lines(&notice, &lines) } else { None };
    let mut around = Around::of(&measures);
    Ok(wire::NoticeDetail {
        lines: lines
            .into_iter()
            .map(|line| wire::ReaderLine {
                measure: around.line(line.number).filter(|_| line.role == LineRole::Measure).map(|id| id.to_string()),
                number: line.number,
                page: line.page,
                text: line.text,
                role: line.role.group().to_owned(),
                reason: line.role.reason().map(|reason| reason.words().to_owned()),
            })
            .collect(),
        notice: row(&notice),
        outdated,
        orders_nothing,
        notice_title: notice.notice_title,
        effective: notice.effective,
        expires: notice.expires,
        organizer: notice.organizer,
        claims: notice.claims.into_iter().map(claim).collect(),
        doubts: doubts(notice.doubts),
        measures: measures.into_iter().map(measure).collect(),
    })
}

/// Of a notice whose kind orders nothing: what it was taken for, and by what.
pub(crate) fn why_nothing_is_ordered(read: Reader<'_>, notice: &NoticeRecord) -> Result<Option<String>, CommandError> {
    Ok(why_of_lines(notice, &read.source_lines(&notice.source, notice.first_line, notice.last_line)?))
}

fn why_of_lines(notice: &NoticeRecord, lines: &[SourceLineRecord]) -> Option<String> {
    let texts = lines.iter().map(|line| line.text.as_str());
    extract::why_nothing_is_ordered(notice.kind, &notice.title, notice.number.as_deref(), texts)
}

pub(crate) fn confirm_notices(
    context: &mut Context<'_, '_>,
    request: wire::ConfirmRequest,
) -> Result<wire::ConfirmReport, CommandError> {
    let operation = context.operation();
    let ids: Vec<NoticeId> = if request.ids.is_empty() {
        let waiting = NoticeFilter { unconfirmed: true, words: request.words, ..NoticeFilter::default() };
        context.read().notices(&waiting)?.into_iter().map(|notice| notice.id).collect()
    } else {
        request.ids.iter().map(|id| NoticeId::from(id.as_str())).collect()
    };
    context.caller.store.write(&operation, |writer| {
        let mut report = wire::ConfirmReport { notices: 0, tasks: 0 };
        for id in &ids {
            let before = writer.notice(id)?;
            report.tasks += writer.confirm_notice(id)?;
            report.notices += u32::from(!before.confirmed && before.duplicate_of.is_none());
        }
        writer.summarise(format!("{} 份文件，{} 条督办事项", report.notices, report.tasks));
        Ok(report)
    })
}

/// The measures around a line, as one goes down the lines.
struct Around<'a> {
    /// Those that begin further down, the next one last.
    coming: Vec<&'a MeasureRecord>,
    /// Those that have begun, the latest last.
    begun: Vec<&'a MeasureRecord>,
}

impl<'a> Around<'a> {
    fn of(measures: &'a [MeasureRecord]) -> Self {
        let mut coming: Vec<&MeasureRecord> = measures.iter().collect();
        coming.sort_by_key(|measure| measure.line);
        coming.reverse();
        Self { coming, begun: Vec::new() }
    }

    /// The measure that this line belongs to, which is not above the line asked for before: of several around it the one
    /// that begins last.
    fn line(&mut self, line: u32) -> Option<&'a MeasureId> {
        while let Some(next) = self.coming.pop_if(|next| next.line <= line) {
            self.begun.push(next);
        }
        while self.begun.pop_if(|last| last.last_line < line).is_some() {}
        self.begun.last().map(|measure| &measure.id)
    }
}

pub(crate) fn row(notice: &NoticeRecord) -> wire::NoticeRow {
    wire::NoticeRow {
        id: notice.id.to_string(),
        title: notice.title.clone(),
        title_inferred: notice.title_inferred,
        number: notice.number.clone(),
        issuers: notice.issuers.clone(),
        region: notice.region.clone(),
        issued: notice.issued,
        kind: notice.kind.code().to_owned(),
        measures: notice.measures,
        tasks: notice.tasks,
        doubts: notice.doubt_count,
        confirmed: notice.confirmed,
        overtaken: notice.overtaken,
        source_file: notice.source.name.clone(),
        first_line: notice.first_line,
        last_line: notice.last_line,
        page: notice.page,
        duplicates: notice.duplicates.clone(),
    }
}

fn measure(measure: MeasureRecord) -> wire::MeasureInfo {
    wire::MeasureInfo {
        id: measure.id.to_string(),
        task: measure.task.map(|task| task.to_string()),
        number: measure.number,
        title: measure.title,
        text: measure.text,
        line: measure.line,
        last_line: measure.last_line,
        class: measure.class.code().to_owned(),
        leads: measure.leads,
        co_units: measure.co_units,
        deadline_raw: measure.deadline_raw,
        due: measure.due,
        deadline_kind: measure.deadline_kind.code().to_owned(),
        people: tasks::people(measure.people),
        doubts: doubts(measure.doubts),
        corrections: corrections::infos(measure.corrections),
        gone: measure.gone,
        dropped: measure.dropped,
    }
}

pub(crate) fn claim(claim: ClaimValue) -> wire::ClaimInfo {
    let ClaimValue { what, claimed, found, line: _, raw } = claim;
    wire::ClaimInfo { what, claimed, found, raw }
}

/// How often doubts of a rule are right. That a reading does not fit what a person said of it is no guess.
fn chance_of(rule: &str) -> u8 {
    if rule.starts_with("reread.") { 100 } else { extract::chance_of_doubt(rule) }
}

/// Doubts, the likeliest to be right first.
pub(crate) fn doubts(doubts: Vec<JudgedDoubt>) -> Vec<wire::DoubtInfo> {
    let info = |judged: JudgedDoubt| {
        let JudgedDoubt { doubt: DoubtValue { field, rule, words, alternative, line, source }, state } = judged;
        wire::DoubtInfo {
            chance: chance_of(&rule),
            state: state.code().to_owned(),
            field,
            rule,
            words,
            alternative,
            line,
            characters: source.map(wire::CharacterRange::of),
        }
    };
    let mut doubts: Vec<wire::DoubtInfo> = doubts.into_iter().map(info).collect();
    doubts.sort_by_key(|doubt| std::cmp::Reverse(doubt.chance));
    doubts
}

//! Reviewing what an import brought: what was found, how far a person has come, and the one operation that corrects, drops
//! and confirms. It is composed of what `corrections` and `notices` do one by one.

use std::collections::{HashMap, HashSet};

use domain::LineRole;
use store::{
    DraftEntry, FieldValue, MeasureId, MeasureRecord, NoticeFilter, NoticeId, NoticeRecord, Reader, Store, StoreError,
    Writer,
};

use crate::context::Context;
use crate::corrections::{self, Put};
use crate::error::CommandError;
use crate::versions::kind_code;
use crate::{in_short, notices, tasks, wire};

/// So many of the notices that wait are reviewed at a time where none is named.
const AT_A_TIME: u32 = 100;

pub(crate) fn get_review(
    context: &mut Context<'_, '_>,
    request: wire::ReviewQuery,
) -> Result<wire::Review, CommandError> {
    let read = context.read();
    let (found, left) = if request.notices.is_empty() {
        let filter = NoticeFilter { unconfirmed: true, limit: AT_A_TIME, ..NoticeFilter::default() };
        let slice = read.page_of_notices(&filter)?;
        let left = slice.total.saturating_sub(AT_A_TIME);
        (slice.notices, left)
    } else {
        (those_there(read, &request.notices)?, 0)
    };
    let mut review = wire::Review { notices: Vec::new(), repeats: Vec::new(), draft: Vec::new(), left };
    let not_understood = not_understood(read, &found)?;
    for (notice, not_understood) in found.iter().zip(not_understood) {
        let measures = read.measures(&notice.id)?;
        // What a new reading finds no more cannot be spoken of.
        let there: HashSet<&MeasureId> = measures.iter().map(|measure| &measure.id).collect();
        let draft = read.review_draft(&notice.id)?.into_iter().filter(|entry| there.contains(&entry.measure));
        review.draft.extend(draft.filter_map(kept));
        review.notices.push(reviewed(read, notice, &measures, not_understood)?);
    }
    let name = |notice: NoticeRecord| wire::NoticeName { id: notice.id.to_string(), title: notice.title };
    review.repeats = those_there(read, &request.repeats)?.into_iter().map(name).collect();
    Ok(review)
}

/// Those of these notices that are still there: an import may have been taken back.
fn those_there(read: Reader<'_>, ids: &[String]) -> Result<Vec<NoticeRecord>, CommandError> {
    let mut there = Vec::new();
    for id in ids {
        match read.notice(&NoticeId::from(id.as_str())) {
            Ok(notice) => there.push(notice),
            Err(StoreError::NotFound { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(there)
}

fn reviewed(
    read: Reader<'_>,
    notice: &NoticeRecord,
    measures: &[MeasureRecord],
    not_understood: Vec<u32>,
) -> Result<wire::ReviewedNotice, CommandError> {
    let orders_nothing = if measures.is_empty() { notices::why_nothing_is_ordered(read, notice)? } else { None };
    let mut versions = Vec::new();
    for link in read.version_links_around(&notice.id)? {
        let is_newer = link.newer == notice.id;
        if !is_newer && link.older != notice.id {
            continue;
        }
        let other = read.notice(if is_newer { &link.older } else { &link.newer })?;
        let kind = kind_code(link.kind);
        versions.push(wire::ReviewedVersion { id: other.id.to_string(), title: other.title, is_newer, kind });
    }
    Ok(wire::ReviewedNotice {
        notice: notices::row(notice),
        doubtful: count(measures.iter().filter(|measure| !measure.gone && measure.open_doubts() > 0)),
        claims: notice.claims.iter().cloned().map(notices::claim).collect(),
        orders_nothing,
        not_understood,
        versions,
    })
}

/// The lines of each notice that no rule has claimed. The lines of a file are unpacked once for all its notices.
fn not_understood(read: Reader<'_>, found: &[NoticeRecord]) -> Result<Vec<Vec<u32>>, CommandError> {
    let mut of_files: HashMap<String, Vec<u32>> = HashMap::new();
    let mut told = Vec::with_capacity(found.len());
    for notice in found {
        let file = notice.source.id.to_string();
        if !of_files.contains_key(&file) {
            let lines = read.source_lines(&notice.source, 0, u32::MAX)?;
            let left = lines.iter().filter(|line| line.role == LineRole::NotUnderstood).map(|line| line.number);
            of_files.insert(file.clone(), left.collect());
        }
        let own = notice.first_line..=notice.last_line;
        let left = of_files.get(&file).map_or(&[][..], Vec::as_slice);
        told.push(left.iter().copied().filter(|line| own.contains(line)).collect());
    }
    Ok(told)
}

pub(crate) fn measure_sources(
    context: &mut Context<'_, '_>,
    request: wire::IdRequest,
) -> Result<Vec<wire::ProvenanceInfo>, CommandError> {
    let read = context.read();
    let measure = read.measure(&read.measure_called(&request.id)?)?;
    Ok(measure.provenance.into_iter().map(tasks::provenance).collect())
}

pub(crate) fn keep_review(
    context: &mut Context<'_, '_>,
    request: wire::ReviewDraft,
) -> Result<wire::ReviewKept, CommandError> {
    let mut entries = Vec::with_capacity(request.measures.len());
    for said in request.measures {
        let measure = context.read().measure_called(&said.measure)?;
        let is_empty = said.fields.is_empty() && !said.accepted;
        let said = (!is_empty).then(|| serde_json::to_string(&said)).transpose();
        let said = said.map_err(|error| CommandError::invalid("核对的草稿无法写出，没有记下。").with_detail(&error))?;
        entries.push(DraftEntry { measure, said });
    }
    context.caller.store.keep_review_draft(&entries)?;
    Ok(wire::ReviewKept { measures: count(entries.iter()) })
}

/// What a draft says. One that another program wrote otherwise says nothing.
fn kept(entry: DraftEntry) -> Option<wire::ReviewedMeasure> {
    let said: wire::ReviewedMeasure = serde_json::from_str(&entry.said?).ok()?;
    Some(wire::ReviewedMeasure { measure: entry.measure.to_string(), ..said })
}

pub(crate) fn finish_review(
    context: &mut Context<'_, '_>,
    request: wire::FinishReviewRequest,
) -> Result<wire::ReviewReport, CommandError> {
    let wire::FinishReviewRequest { notices, measures, confirm, rehearse } = request;
    let outcomes = outcomes(context.read(), &notices, measures)?;
    let operation = context.operation();
    let finish = |store: &mut Store| store.write(&operation, |writer| carry_out(writer, &outcomes, confirm));
    let store = &mut *context.caller.store;
    if rehearse { store.rehearse(finish) } else { finish(store) }
}

/// What the review of one notice comes to.
struct Outcome {
    notice: NoticeRecord,
    /// What is put into which measure.
    put: Vec<(MeasureId, Vec<FieldValue>)>,
    accepted: Vec<MeasureId>,
    corrected: u32,
    dropped: u32,
    new_units: Vec<wire::NewUnitName>,
}

/// What is to be done notice by notice, or a sentence about the first measure that cannot stand so. The reading of a notice
/// is unpacked once, however many of its measures are spoken of.
fn outcomes(
    read: Reader<'_>,
    ids: &[String],
    measures: Vec<wire::ReviewedMeasure>,
) -> Result<Vec<Outcome>, CommandError> {
    if ids.is_empty() {
        return Err(CommandError::invalid("没有指明要审核哪些文件，没有作任何改动。"));
    }
    let mut said: HashMap<NoticeId, Vec<(MeasureId, wire::ReviewedMeasure)>> = HashMap::new();
    for measure in measures {
        let id = read.measure_called(&measure.measure)?;
        said.entry(id.notice().clone()).or_default().push((id, measure));
    }
    let mut outcomes = Vec::with_capacity(ids.len());
    let mut seen = HashSet::new();
    for id in ids.iter().map(|id| NoticeId::from(id.as_str())).filter(|id| seen.insert(id.clone())) {
        let notice = read.notice(&id)?;
        if notice.confirmed {
            return Err(CommandError::invalid(format!(
                "《{}》已经确认过了，没有作任何改动。核对的内容还在；要改已确认的，请在文件中逐条更正。",
                notice.title
            )));
        }
        let said = said.remove(&notice.id).unwrap_or_default();
        outcomes.push(outcome(read, notice, said)?);
    }
    if let Some(stray) = said.values().flatten().next() {
        return Err(CommandError::invalid(format!("举措“{}”不在要审核的文件里，没有作任何改动。", stray.0)));
    }
    Ok(outcomes)
}

fn outcome(
    read: Reader<'_>,
    notice: NoticeRecord,
    said: Vec<(MeasureId, wire::ReviewedMeasure)>,
) -> Result<Outcome, CommandError> {
    let held: HashMap<MeasureId, MeasureRecord> =
        read.measures(&notice.id)?.into_iter().map(|measure| (measure.id.clone(), measure)).collect();
    let (mut put, mut accepted) = (Vec::new(), Vec::new());
    let (mut corrected, mut dropped) = (0, 0);
    let mut names: Vec<String> = Vec::new();
    for (id, said) in said {
        let missing = || StoreError::NotFound { what: "举措", id: id.to_string() };
        let held = held.get(&id).ok_or_else(missing)?;
        let refused = |error: CommandError| CommandError {
            message: format!("“{}”：{}", in_short::numbered(&held.number, None, &held.text), error.message),
            field: Some(id.to_string()),
            ..error
        };
        let Put { values, .. } = corrections::checked(read, held, said.fields, &[]).map_err(refused)?;
        names.extend(corrections::names_put(&values, held).map(str::to_owned));
        let is_dropped = values.iter().any(|value| matches!(value, FieldValue::Dropped(Some(_))));
        dropped += u32::from(is_dropped);
        corrected += u32::from(values.iter().any(|value| !matches!(value, FieldValue::Dropped(_))));
        if said.accepted && !is_dropped {
            accepted.push(id.clone());
        }
        if !values.is_empty() {
            put.push((id, values));
        }
    }
    let new_units = corrections::new_names_of(read, &notice, names.iter().map(String::as_str))?;
    Ok(Outcome { notice, put, accepted, corrected, dropped, new_units })
}

fn carry_out(writer: &Writer<'_>, outcomes: &[Outcome], confirm: bool) -> Result<wire::ReviewReport, CommandError> {
    let from = writer.next_task()?;
    let mut report = wire::ReviewReport {
        notices: 0,
        tasks: 0,
        leads: Vec::new(),
        corrected: 0,
        dropped: 0,
        doubtful: 0,
        undated: 0,
        new_units: Vec::new(),
    };
    for Outcome { notice, put, accepted, corrected, dropped, new_units } in outcomes {
        let put: Vec<(&MeasureId, &[FieldValue])> = put.iter().map(|(id, values)| (id, values.as_slice())).collect();
        if !put.is_empty() {
            writer.correct_measures(&notice.id, &put)?;
        }
        if !accepted.is_empty() {
            writer.dismiss_doubts(&notice.id, &accepted.iter().collect::<Vec<_>>())?;
        }
        if confirm {
            report.tasks += writer.confirm_notice(&notice.id)?;
            report.notices += u32::from(notice.duplicate_of.is_none());
        }
        report.corrected += corrected;
        report.dropped += dropped;
        let is_new = |unit: &&wire::NewUnitName| !report.new_units.iter().any(|known| known.name == unit.name);
        let unknown: Vec<_> = new_units.iter().filter(is_new).cloned().collect();
        report.new_units.extend(unknown);
    }
    for made in writer.tasks_made(from)? {
        report.doubtful += made.doubtful;
        report.undated += made.undated;
        report.leads.push(wire::TasksMade { lead: made.lead, tasks: made.tasks });
    }
    writer.summarise(summary(outcomes, &report));
    Ok(report)
}

/// 《……方案》等 2 份文件：生成督办事项 20 条，更正 3 条，不列入 1 条
fn summary(outcomes: &[Outcome], report: &wire::ReviewReport) -> String {
    let first = outcomes.first().map_or("", |outcome| outcome.notice.title.as_str());
    let many = if outcomes.len() > 1 { format!("等 {} 份文件", outcomes.len()) } else { String::new() };
    let mut parts = Vec::new();
    if report.notices > 0 {
        parts.push(format!("生成督办事项 {} 条", report.tasks));
    }
    for (word, number) in [("更正", report.corrected), ("不列入", report.dropped)] {
        if number > 0 {
            parts.push(format!("{word} {number} 条"));
        }
    }
    format!("《{first}》{many}：{}", parts.join("，"))
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;

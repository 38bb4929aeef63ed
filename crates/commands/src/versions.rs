//! Versions: the chain of a notice, what changed between two, setting and taking off links.

mod retire;

use std::collections::{BTreeSet, HashMap};

use domain::VersionKind;
use extract::versions::{Clause, Correspondence, Edition, Run, compare, differences};
use store::{MeasureRecord, NoticeId, NoticeRecord, Reader, SetBy, StoreError, TaskId, VersionLink};

use crate::context::Context;
use crate::error::CommandError;
use crate::looking_back::{check_there, was_there};
use crate::wire::{self, VersionCounts, VersionKindCode};

pub(crate) use retire::retire_version;

pub(crate) fn list_versions(
    context: &mut Context<'_, '_>,
    request: wire::VersionsQuery,
) -> Result<wire::Versions, CommandError> {
    let read = context.read();
    let past = context.past();
    let (links, with_counts) = match request.notice {
        Some(id) => {
            let notice = read.notice(&NoticeId::from(id.as_str()))?;
            check_there(&notice, past)?;
            (read.version_links_around(&notice.id)?, true)
        }
        None => (read.version_links()?, false),
    };
    if past.is_none() {
        return versions(read, &links, with_counts);
    }
    let was_there = |id: &NoticeId| Ok::<_, StoreError>(was_there(&read.notice(id)?, past));
    let mut links_there = Vec::new();
    for link in links {
        if was_there(&link.older)? && was_there(&link.newer)? {
            links_there.push(link);
        }
    }
    versions(read, &links_there, with_counts)
}

pub(crate) fn compare_versions(
    context: &mut Context<'_, '_>,
    request: wire::VersionPair,
) -> Result<wire::Comparison, CommandError> {
    let read = context.read();
    let (older, newer) = two_notices(read, &request)?;
    check_there(&older, context.past())?;
    check_there(&newer, context.past())?;
    let (old, new) = (Side::of(read, &older)?, Side::of(read, &newer)?);
    let found = compare(&old.clauses(), &new.clauses());
    let counts = count(&found);
    let rows = found.iter().map(|row| row_of(row, &old, &new)).collect();
    Ok(wire::Comparison { older: notice_of(&older), newer: notice_of(&newer), counts, rows })
}

pub(crate) fn task_in_newer_versions(
    context: &mut Context<'_, '_>,
    request: wire::IdRequest,
) -> Result<Vec<wire::TaskInNewerVersion>, CommandError> {
    let read = context.read();
    let Some(measure) = read.measure_of_task(&TaskId::from(request.id.as_str()))? else { return Ok(Vec::new()) };
    let links = read.version_links_around(&measure.notice)?;
    let older = read.notice(&measure.notice)?;
    let mut found = Vec::new();
    for link in links.iter().filter(|link| link.older == older.id) {
        let newer = read.notice(&link.newer)?;
        if !was_there(&newer, context.past()) {
            continue;
        }
        let (old, new) = (Side::of(read, &older)?, Side::of(read, &newer)?);
        let is_own = |row: &&Correspondence| {
            row.older.and_then(|place| old.measures.get(place)).is_some_and(|other| other.id == measure.id)
        };
        found.extend(compare(&old.clauses(), &new.clauses()).iter().find(is_own).map(|row| wire::TaskInNewerVersion {
            notice: notice_of(&newer),
            kind: kind_code(link.kind),
            row: row_of(row, &old, &new),
        }));
    }
    Ok(found)
}

pub(crate) fn link_versions(
    context: &mut Context<'_, '_>,
    request: wire::VersionPair,
) -> Result<wire::Versions, CommandError> {
    let (older, newer) = two_notices(context.read(), &request)?;
    let link = VersionLink {
        older: older.id,
        newer: newer.id.clone(),
        kind: VersionKind::Given,
        reason: "由人工设定".to_owned(),
        set_by: SetBy::Person,
    };
    let operation = context.operation();
    context.caller.store.write(&operation, |writer| {
        writer.summarise(format!("《{}》是《{}》的新版", newer.title, older.title));
        writer.link_versions(&link)
    })?;
    chain(context.read(), &newer.id)
}

pub(crate) fn unlink_versions(
    context: &mut Context<'_, '_>,
    request: wire::VersionPair,
) -> Result<wire::Versions, CommandError> {
    let (older, newer) = two_notices(context.read(), &request)?;
    let operation = context.operation();
    context.caller.store.write(&operation, |writer| {
        if !writer.take_off_version_link(&older.id, &newer.id)? {
            return Err(CommandError::invalid("这两份文件之间没有直接的版本关系，无需取消。请刷新后再看。"));
        }
        writer.summarise(format!("《{}》与《{}》", newer.title, older.title));
        Ok(())
    })?;
    chain(context.read(), &newer.id)
}

/// What the title of a notice leaves; empty when that names no matter.
pub(crate) fn title_key(title: &str, region: Option<&str>) -> String {
    Edition::of(title, region).key().unwrap_or_default()
}

/// What changed from one notice to another.
pub(crate) fn counts_between(
    read: Reader<'_>,
    older: &NoticeId,
    newer: &NoticeId,
) -> Result<VersionCounts, StoreError> {
    let (older, newer) = (read.notice(older)?, read.notice(newer)?);
    let (old, new) = (Side::of(read, &older)?, Side::of(read, &newer)?);
    Ok(count(&compare(&old.clauses(), &new.clauses())))
}

pub(crate) fn kind_code(kind: VersionKind) -> VersionKindCode {
    match kind {
        VersionKind::Draft => VersionKindCode::Draft,
        VersionKind::Period => VersionKindCode::Period,
        VersionKind::Revision => VersionKindCode::Revision,
        VersionKind::Fuller => VersionKindCode::Fuller,
        VersionKind::Given => VersionKindCode::Given,
    }
}

fn two_notices(
    read: Reader<'_>,
    wire::VersionPair { older, newer }: &wire::VersionPair,
) -> Result<(NoticeRecord, NoticeRecord), CommandError> {
    let (older, newer) = (read.notice(&NoticeId::from(older.as_str()))?, read.notice(&NoticeId::from(newer.as_str()))?);
    if older.id == newer.id {
        return Err(CommandError::invalid("前后版本须是两份不同的文件。请另选一份。"));
    }
    if older.duplicate_of.is_some() || newer.duplicate_of.is_some() {
        return Err(CommandError::invalid("其中一份与库中另一份文件相同，没有单独登记。请改选登记的那一份。"));
    }
    Ok((older, newer))
}

/// The chain of a notice, with what changed at each link.
fn chain(read: Reader<'_>, notice: &NoticeId) -> Result<wire::Versions, CommandError> {
    versions(read, &read.version_links_around(notice)?, true)
}

fn versions(read: Reader<'_>, links: &[VersionLink], with_counts: bool) -> Result<wire::Versions, CommandError> {
    let link_info = |link: &VersionLink| {
        let counts = with_counts.then(|| counts_between(read, &link.older, &link.newer)).transpose()?;
        Ok(wire::VersionLinkInfo {
            older: link.older.to_string(),
            newer: link.newer.to_string(),
            kind: kind_code(link.kind),
            reason: link.reason.clone(),
            by_person: link.set_by == SetBy::Person,
            to_retire: if with_counts { to_retire(read, link)? } else { 0 },
            counts,
        })
    };
    let notices =
        in_order(links).iter().map(|id| Ok(notice_of(&read.notice(id)?))).collect::<Result<_, StoreError>>()?;
    Ok(wire::Versions { notices, links: links.iter().map(link_info).collect::<Result<_, StoreError>>()? })
}

/// How many tasks of the older notice would be retired: none where the newer one does not take its place yet.
fn to_retire(read: Reader<'_>, link: &VersionLink) -> Result<u32, StoreError> {
    if link.kind == VersionKind::Fuller || !read.notice(&link.newer)?.confirmed {
        return Ok(0);
    }
    let open = retire::tasks_to_retire(read, &read.notice(&link.older)?)?;
    Ok(u32::try_from(open.len()).unwrap_or(u32::MAX))
}

/// The linked notices, each behind all that it follows. Links set by hand may go round in a circle: what is left then
/// comes last, in the order of its ids.
fn in_order(links: &[VersionLink]) -> Vec<NoticeId> {
    let mut left: BTreeSet<&NoticeId> = links.iter().flat_map(|link| [&link.older, &link.newer]).collect();
    let mut follows: HashMap<&NoticeId, usize> = HashMap::new();
    let mut followers: HashMap<&NoticeId, Vec<&NoticeId>> = HashMap::new();
    for link in links {
        *follows.entry(&link.newer).or_default() += 1;
        followers.entry(&link.older).or_default().push(&link.newer);
    }
    let mut free: BTreeSet<&NoticeId> = left.iter().copied().filter(|id| !follows.contains_key(id)).collect();
    let mut ordered = Vec::new();
    while let Some(next) = free.pop_first().or_else(|| left.first().copied()) {
        if !left.remove(next) {
            continue;
        }
        ordered.push(next.clone());
        for follower in followers.get(next).into_iter().flatten() {
            if let Some(count) = follows.get_mut(follower) {
                *count -= 1;
                if *count == 0 {
                    free.insert(follower);
                }
            }
        }
    }
    ordered
}

/// A notice with its measures, units by the names the ledger shows.
struct Side {
    measures: Vec<MeasureRecord>,
    leads: Vec<Vec<String>>,
    co_units: Vec<Vec<String>>,
}

impl Side {
    fn of(read: Reader<'_>, notice: &NoticeRecord) -> Result<Self, StoreError> {
        let measures = read.measures(&notice.id)?;
        let mut known: HashMap<String, String> = HashMap::new();
        let mut names = |written: &[String]| -> Result<Vec<String>, StoreError> {
            let mut names = Vec::new();
            for unit in written {
                if !known.contains_key(unit) {
                    known.insert(unit.clone(), read.name_of_unit(notice.region.as_deref(), unit)?);
                }
                names.extend(known.get(unit).cloned());
            }
            Ok(names)
        };
        let leads = measures.iter().map(|measure| names(&measure.leads)).collect::<Result<_, _>>()?;
        let co_units = measures.iter().map(|measure| names(&measure.co_units)).collect::<Result<_, _>>()?;
        Ok(Self { measures, leads, co_units })
    }

    fn clauses(&self) -> Vec<Clause<'_>> {
        let units = self.leads.iter().zip(&self.co_units);
        let measures = self.measures.iter().zip(units);
        measures
            .map(|(measure, (leads, co_units))| Clause {
                text: &measure.text,
                leads: leads.iter().map(|name| first_name(name)).collect(),
                co_units: co_units.iter().map(|name| first_name(name)).collect(),
                due: measure.due,
                deadline: measure.deadline_raw.as_deref(),
            })
            .collect()
    }

    fn compared(&self, place: usize, text: Vec<Run>) -> Option<wire::ComparedMeasure> {
        let measure = self.measures.get(place)?;
        Some(wire::ComparedMeasure {
            id: measure.id.to_string(),
            task: measure.task.as_ref().map(ToString::to_string),
            number: measure.number.clone(),
            line: measure.line,
            text: text.into_iter().map(|run| wire::Segment { text: run.text, marked: run.differs }).collect(),
            leads: self.leads.get(place).cloned().unwrap_or_default(),
            co_units: self.co_units.get(place).cloned().unwrap_or_default(),
            due: measure.due,
            deadline_raw: measure.deadline_raw.clone(),
        })
    }
}

/// A bureau may bear a second name in brackets, 市商务局（市自贸委）, and be the same bureau without it.
fn first_name(name: &str) -> &str {
    match name.strip_suffix('）').and_then(|name| name.rsplit_once('（')) {
        Some((first, _)) if first.chars().count() > 2 => first,
        _ => name,
    }
}

fn row_of(row: &Correspondence, old: &Side, new: &Side) -> wire::ComparisonRow {
    let text = |side: &Side, place: Option<usize>| {
        place.and_then(|place| side.measures.get(place)).map_or_else(String::new, |measure| measure.text.clone())
    };
    let (older, newer) = (text(old, row.older), text(new, row.newer));
    let whole = |text: &str| vec![Run { text: text.to_owned(), differs: false }];
    let (older, newer) = if row.wording { differences(&older, &newer) } else { (whole(&older), whole(&newer)) };
    wire::ComparisonRow {
        older: row.older.and_then(|place| old.compared(place, older)),
        newer: row.newer.and_then(|place| new.compared(place, newer)),
        wording: row.wording,
        units: row.units,
        deadline: row.deadline,
    }
}

fn count(rows: &[Correspondence]) -> VersionCounts {
    let mut counts = VersionCounts::default();
    for row in rows {
        match (row.older, row.newer) {
            (Some(_), None) => counts.dropped += 1,
            (None, _) => counts.added += 1,
            _ if row.is_same() => counts.same += 1,
            _ => {
                counts.changed += 1;
                counts.wording += u32::from(row.wording);
                counts.units += u32::from(row.units);
                counts.deadline += u32::from(row.deadline);
            }
        }
    }
    counts
}

fn notice_of(notice: &NoticeRecord) -> wire::VersionNotice {
    wire::VersionNotice {
        id: notice.id.to_string(),
        title: notice.title.clone(),
        number: notice.number.clone(),
        issuers: notice.issuers.clone(),
        issued: notice.issued,
        measures: notice.measures,
        tasks: notice.tasks,
        confirmed: notice.confirmed,
        source_file: notice.source.name.clone(),
    }
}

#[cfg(test)]
mod tests;

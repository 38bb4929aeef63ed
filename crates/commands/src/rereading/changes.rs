//! What a new reading changes, said measure by measure and field by field.

use std::collections::{HashMap, HashSet};

use domain::Field;
use store::{FieldValue, MeasureId, MeasureRecord, NoticeRecord, TakenOver};

use crate::corrections::words;
use crate::import::number;
use crate::wire::{RereadField, RereadFile, RereadKind, RereadMeasure, RereadNotice, Stays};

/// A notice with its measures at one time.
pub(super) struct Side {
    pub(super) notice: NoticeRecord,
    pub(super) measures: Vec<MeasureRecord>,
}

pub(super) fn of_notice(before: &Side, after: &Side, taken: &TakenOver) -> RereadNotice {
    let old: HashMap<&MeasureId, &MeasureRecord> =
        before.measures.iter().map(|measure| (&measure.id, measure)).collect();
    let on_tasks: HashMap<&MeasureId, &[Field]> =
        taken.kept_on_tasks.iter().map(|(id, fields)| (id, fields.as_slice())).collect();
    let held: HashSet<&MeasureId> = after.measures.iter().map(|measure| &measure.id).collect();
    let mut measures = Vec::new();
    let mut same = 0;
    for measure in &after.measures {
        let kept = on_tasks.get(&measure.id).copied().unwrap_or_default();
        match old.get(&measure.id) {
            None => measures.push(row(RereadKind::Added, measure, Vec::new())),
            Some(old) if measure.gone && !old.gone => measures.push(row(RereadKind::Kept, measure, Vec::new())),
            Some(_) if measure.gone => {}
            Some(old) => match fields(old, measure, kept) {
                fields if fields.is_empty() => same += 1,
                fields => measures.push(row(RereadKind::Changed, measure, fields)),
            },
        }
    }
    let vanished = before.measures.iter().filter(|old| !held.contains(&old.id));
    measures.extend(vanished.map(|measure| row(RereadKind::Gone, measure, Vec::new())));
    measures.sort_by_key(|measure| measure.line);
    let count = |kinds: &[RereadKind]| number(measures.iter().filter(|row| kinds.contains(&row.kind)).count());
    RereadNotice {
        id: after.notice.id.to_string(),
        title: after.notice.title.clone(),
        left_alone: None,
        facts: facts(&before.notice, &after.notice),
        same,
        added: count(&[RereadKind::Added]),
        changed: count(&[RereadKind::Changed]),
        gone: count(&[RereadKind::Gone, RereadKind::Kept]),
        gone_but_kept: count(&[RereadKind::Kept]),
        tasks_added: taken.tasks_added,
        doubts_before: before.notice.doubt_count,
        doubts_after: after.notice.doubt_count,
        measures,
    }
}

/// What all files changed, for the history.
pub(super) fn summary<'a>(files: impl Iterator<Item = &'a RereadFile>) -> String {
    let (mut names, mut added, mut changed, mut gone) = (Vec::new(), 0, 0, 0);
    for file in files.filter(|file| file.error.is_none()) {
        names.push(file.file.as_str());
        for notice in &file.notices {
            added += notice.added;
            changed += notice.changed;
            gone += notice.gone;
        }
    }
    let named = match names.as_slice() {
        [one] => format!("“{one}”"),
        [first, ..] => format!("“{first}”等 {} 个文件", names.len()),
        [] => String::new(),
    };
    format!("{named}，新增 {added} 条、变动 {changed} 条、不再读出 {gone} 条")
}

fn row(kind: RereadKind, measure: &MeasureRecord, fields: Vec<RereadField>) -> RereadMeasure {
    RereadMeasure {
        kind,
        id: measure.id.to_string(),
        task: measure.task.as_ref().map(ToString::to_string),
        number: measure.number.clone(),
        line: measure.line,
        text: measure.text.clone(),
        fields,
    }
}

fn fields(old: &MeasureRecord, new: &MeasureRecord, on_task: &[Field]) -> Vec<RereadField> {
    let changed = |field: Field| {
        let (before, after) = (old.as_read(field)?, new.as_read(field)?);
        if before == after {
            return None;
        }
        let is_corrected = new.corrections.iter().any(|correction| correction.field == field);
        let stays = match on_task.contains(&field) {
            _ if is_corrected => Some(Stays::Corrected),
            true => Some(Stays::OnTask),
            false => None,
        };
        Some(RereadField { stays, ..compared(field, words(&before), words(&after)) })
    };
    let mut fields: Vec<RereadField> = FieldValue::FIELDS.into_iter().filter_map(changed).collect();
    if old.number != new.number {
        fields.push(compared(Field::Number, old.number.clone(), new.number.clone()));
    }
    fields
}

fn facts(old: &NoticeRecord, new: &NoticeRecord) -> Vec<RereadField> {
    let said = |words: Option<String>| words.unwrap_or_else(|| "未写明".to_owned());
    let day = |notice: &NoticeRecord| said(notice.issued.map(|day| day.to_string()));
    let facts = [
        (Field::Title, old.title.clone(), new.title.clone()),
        (Field::Number, said(old.number.clone()), said(new.number.clone())),
        (Field::Issuers, old.issuers.join("、"), new.issuers.join("、")),
        (Field::Dates, day(old), day(new)),
        (Field::Region, said(old.region.clone()), said(new.region.clone())),
    ];
    let differing = facts.into_iter().filter(|(_, before, after)| before != after);
    differing.map(|(field, before, after)| compared(field, before, after)).collect()
}

fn compared(field: Field, before: String, after: String) -> RereadField {
    RereadField { field: field.code().to_owned(), before, after, stays: None }
}

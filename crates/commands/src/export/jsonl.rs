//! Documents and measures as they were read and corrected, the shape that readings are compared in: a document, then its
//! measures; a document that repeats another has no measures. Behind them the tasks that no document gave.

use std::io::Write;

use chrono::NaiveDate;
use domain::{DoubtState, Origin, PersonRole, UnitRole};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use store::{
    ClaimValue, ColumnValue, DoubtValue, IndicatorValue, MeasureRecord, MilestoneValue, NoticeFilter, NoticeRecord,
    Order, PackedMeasures, PeopleValue, Reader, TaskFilter, TaskRecord,
};

use super::{BATCH, ExportError, write_batch};
use crate::looking_back::was_there;

#[derive(Serialize)]
struct DocumentLine<'a> {
    r#type: &'static str,
    id: String,
    source_file: &'a str,
    first_line: u32,
    last_line: u32,
    title: &'a str,
    notice_title: Option<&'a str>,
    number: Option<&'a str>,
    issuers: &'a [String],
    region: Option<&'a str>,
    issued: Option<NaiveDate>,
    effective: Option<NaiveDate>,
    expires: Option<NaiveDate>,
    organizer: Option<&'a str>,
    kind: &'static str,
    duplicate_of: Option<String>,
    claims: Vec<ClaimLine<'a>>,
    indicators: &'a [IndicatorValue],
}

#[derive(Serialize)]
struct ClaimLine<'a> {
    what: &'a str,
    claimed: u32,
    found: u32,
}

#[derive(Serialize)]
struct MeasureLine<'a> {
    r#type: &'static str,
    id: String,
    document: String,
    line: u32,
    page: Option<u32>,
    no: &'a str,
    section: &'a [String],
    title: Option<&'a str>,
    text: &'a str,
    leads: &'a [String],
    co_units: &'a [String],
    basis: &'static str,
    deadline: DeadlineLine<'a>,
    class: &'static str,
    indicators: &'a [IndicatorValue],
    people: &'a PeopleValue,
    fields: Fields<'a>,
    doubts: Vec<&'a str>,
    doubt_places: Vec<DoubtPlace<'a>>,
}

/// A task that was entered by hand.
#[derive(Serialize)]
struct TaskLine<'a> {
    r#type: &'static str,
    id: String,
    title: Option<&'a str>,
    text: &'a str,
    leads: Vec<&'a str>,
    co_units: Vec<&'a str>,
    deadline: DeadlineLine<'a>,
    people: PeopleValue,
    origin: Option<OriginLine<'a>>,
    begins: Option<NaiveDate>,
    status: &'static str,
}

#[derive(Serialize)]
struct OriginLine<'a> {
    kind: &'static str,
    words: &'a str,
    person: &'a str,
    day: Option<NaiveDate>,
}

/// What a doubt is about, in the order of the doubts.
#[derive(Serialize)]
struct DoubtPlace<'a> {
    field: &'a str,
    rule: &'a str,
    words: &'a str,
    line: Option<u32>,
    /// First line, last line, first character and the one behind the last, counted from 0.
    characters: Option<[u32; 4]>,
}

impl<'a> DoubtPlace<'a> {
    fn of(doubt: &'a DoubtValue) -> Self {
        let DoubtValue { field, rule, words, alternative: _, line, source } = doubt;
        Self { field, rule, words, line: *line, characters: *source }
    }
}

/// Further columns and labels as one object; of two under one heading the first keeps it and the next is numbered.
struct Fields<'a>(&'a [ColumnValue]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.0.len()))?;
        for (at, ColumnValue { heading, text }) in self.0.iter().enumerate() {
            let before = self.0.iter().take(at).filter(|other| other.heading == *heading).count();
            if before == 0 {
                object.serialize_entry(heading, text)?;
            } else {
                object.serialize_entry(&format!("{heading}（{}）", before + 1), text)?;
            }
        }
        object.end()
    }
}

#[derive(Serialize)]
struct DeadlineLine<'a> {
    raw: Option<&'a str>,
    due: Option<NaiveDate>,
    kind: &'static str,
    /// All times, where several are stated.
    milestones: &'a [MilestoneValue],
}

/// The whole register, or what was there of it on a past day.
pub(super) fn write(read: Reader<'_>, past: Option<NaiveDate>, out: &mut dyn Write) -> Result<(), ExportError> {
    let notices = read.notices(&NoticeFilter { with_duplicates: true, ..NoticeFilter::default() })?;
    let (mut batch, mut size) = (Vec::new(), 0);
    for notice in notices.into_iter().filter(|notice| was_there(notice, past)) {
        size += 1 + notice.measures as usize;
        let measures = read.packed_measures(&notice.id)?;
        batch.push((notice, measures));
        if size >= BATCH {
            write_batch(out, &mut batch, lay_out)?;
            size = 0;
        }
    }
    write_batch(out, &mut batch, lay_out)?;
    write_by_hand(read, past, out)
}

fn write_by_hand(read: Reader<'_>, past: Option<NaiveDate>, out: &mut dyn Write) -> Result<(), ExportError> {
    let filter = TaskFilter { by_hand: true, order: Order::Notice, as_of: past, ..TaskFilter::default() };
    for task in read.tasks(&filter)?.tasks {
        let mut bytes = Vec::new();
        line(&mut bytes, &by_hand(&task))?;
        out.write_all(&bytes)?;
    }
    Ok(())
}

fn by_hand(task: &TaskRecord) -> TaskLine<'_> {
    let units = |role| task.units.iter().filter(move |unit| unit.role == role).map(|unit| unit.written.as_str());
    TaskLine {
        r#type: "task",
        id: task.id.to_string(),
        title: task.title.as_deref(),
        text: &task.text,
        leads: units(UnitRole::Lead).collect(),
        co_units: units(UnitRole::CoUnit).collect(),
        deadline: DeadlineLine {
            raw: task.deadline_raw.as_deref(),
            due: task.due,
            kind: task.deadline_kind.code(),
            milestones: &[],
        },
        people: people(task),
        origin: task.origin.as_ref().map(origin_line),
        begins: task.begins,
        status: task.status.code(),
    }
}

fn people(task: &TaskRecord) -> PeopleValue {
    let named = |role| {
        let of_role = task.people.iter().filter(move |person| person.role == role);
        of_role.map(|person| person.name.clone()).collect()
    };
    PeopleValue {
        leader: named(PersonRole::Leader),
        responsible: named(PersonRole::Responsible),
        contact: named(PersonRole::Contact),
    }
}

fn origin_line(origin: &Origin) -> OriginLine<'_> {
    let Origin { kind, words, person, day } = origin;
    OriginLine { kind: kind.code(), words, person, day: *day }
}

fn lay_out((notice, measures): (NoticeRecord, PackedMeasures)) -> Result<Vec<u8>, ExportError> {
    let mut lines = Vec::new();
    line(&mut lines, &document(&notice))?;
    for record in measures.unpack()?.into_iter().filter(|record| !record.gone && record.dropped.is_none()) {
        line(&mut lines, &measure(&record))?;
    }
    Ok(lines)
}

fn line(out: &mut Vec<u8>, value: &impl Serialize) -> Result<(), ExportError> {
    serde_json::to_writer(&mut *out, value).map_err(std::io::Error::from)?;
    out.push(b'\n');
    Ok(())
}

fn document(notice: &NoticeRecord) -> DocumentLine<'_> {
    DocumentLine {
        r#type: "document",
        id: notice.id.to_string(),
        source_file: &notice.source.name,
        first_line: notice.first_line,
        last_line: notice.last_line,
        title: &notice.title,
        notice_title: notice.notice_title.as_deref(),
        number: notice.number.as_deref(),
        issuers: &notice.issuers,
        region: notice.region.as_deref(),
        issued: notice.issued,
        effective: notice.effective,
        expires: notice.expires,
        organizer: notice.organizer.as_deref(),
        kind: notice.kind.export_code(),
        duplicate_of: notice.duplicate_of.as_ref().map(ToString::to_string),
        claims: notice
            .claims
            .iter()
            .map(|ClaimValue { what, claimed, found, .. }| ClaimLine { what, claimed: *claimed, found: *found })
            .collect(),
        indicators: &notice.indicators,
    }
}

fn open_doubts(measure: &MeasureRecord) -> impl Iterator<Item = &DoubtValue> {
    measure.doubts.iter().filter(|judged| judged.state == DoubtState::Open).map(|judged| &judged.doubt)
}

fn measure(measure: &MeasureRecord) -> MeasureLine<'_> {
    MeasureLine {
        r#type: "measure",
        id: measure.id.to_string(),
        document: measure.notice.to_string(),
        line: measure.line,
        page: measure.page,
        no: &measure.number,
        section: &measure.section,
        title: measure.title.as_deref(),
        text: &measure.text,
        leads: &measure.leads,
        co_units: &measure.co_units,
        basis: measure.unit_basis.code(),
        deadline: DeadlineLine {
            raw: measure.deadline_raw.as_deref(),
            due: measure.due,
            kind: measure.deadline_kind.code(),
            milestones: &measure.milestones,
        },
        class: measure.class.code(),
        indicators: &measure.indicators,
        people: &measure.people,
        fields: Fields(&measure.columns),
        doubts: open_doubts(measure).map(|DoubtValue { alternative, .. }| alternative.as_str()).collect(),
        doubt_places: open_doubts(measure).map(DoubtPlace::of).collect(),
    }
}

//! Registers in memory and notices to fill them with, for the tests of this crate.

use chrono::{DateTime, NaiveDate, Utc};
use domain::tree::DocumentTree;
use domain::{Deadline, DeadlineKind, Lights, LineRole, Measure, NoticeFacts, Thresholds, UnitAssignment, UnitBasis};

use crate::{NewNotice, NewSource, NoticeId, Operation, Store, StoreError, TaskFilter, TaskRecord, Title, Writer};

pub(crate) fn now() -> DateTime<Utc> {
    "2022-03-01T08:00:00Z".parse().unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What lights are told by on a day in an office that has set no limits.
pub(crate) fn lights(today: &str) -> Lights {
    Lights { today: day(today), thresholds: Thresholds::default() }
}

/// A measure with leads and co-units separated by 、 and a due day; empty words mean none.
pub(crate) fn measure(text: &str, leads: &str, co_units: &str, due: &str) -> Measure {
    let units = |list: &str| list.split('、').filter(|unit| !unit.is_empty()).map(str::to_owned).collect();
    let due = (!due.is_empty()).then(|| day(due));
    Measure {
        line: 2,
        last_line: 2,
        text: text.to_owned(),
        units: UnitAssignment {
            leads: units(leads),
            co_units: units(co_units),
            basis: UnitBasis::Labelled,
            ..UnitAssignment::default()
        },
        deadline: Deadline {
            raw: due.map(|due| format!("{due}前")),
            due,
            kind: if due.is_some() { DeadlineKind::Date } else { DeadlineKind::None },
            ..Deadline::default()
        },
        ..Measure::default()
    }
}

/// A notice with a text and measures, alone in a file of its own.
pub(crate) struct Given<'a> {
    pub(crate) title: &'a str,
    pub(crate) region: &'a str,
    pub(crate) issued: Option<NaiveDate>,
    pub(crate) lines: &'a [&'a str],
    pub(crate) measures: Vec<Measure>,
    pub(crate) fingerprint: Vec<u32>,
}

impl<'a> Given<'a> {
    pub(crate) fn notice(title: &'a str) -> Self {
        Self { title, region: "杭州市", issued: None, lines: &[], measures: Vec::new(), fingerprint: Vec::new() }
    }

    pub(crate) fn of_region(self, region: &'a str) -> Self {
        Self { region, ..self }
    }

    pub(crate) fn issued(self, day_of_issue: &str) -> Self {
        Self { issued: Some(day(day_of_issue)), ..self }
    }

    pub(crate) fn with_lines(self, lines: &'a [&'a str]) -> Self {
        Self { lines, ..self }
    }

    pub(crate) fn with(mut self, measure: Measure) -> Self {
        self.measures.push(measure);
        self
    }

    pub(crate) fn recognised_by(self, fingerprint: Vec<u32>) -> Self {
        Self { fingerprint, ..self }
    }

    pub(crate) fn keep(&self, writer: &Writer<'_>) -> Result<NoticeId, StoreError> {
        let tree = DocumentTree::of_lines(self.lines.iter().copied());
        let bytes = format!("{}\n{}", self.title, self.lines.join("\n"));
        let roles = vec![LineRole::Background(domain::BackgroundReason::Opening); self.lines.len()];
        let source = writer.add_source(NewSource {
            name: "文件.txt",
            bytes: bytes.as_bytes(),
            tree: &tree,
            roles: &roles,
            reader: "test",
        })?;
        let facts = NoticeFacts {
            title: self.title.to_owned(),
            region: Some(self.region.to_owned()),
            issued: self.issued,
            ..NoticeFacts::default()
        };
        writer.add_notice(
            &source,
            NewNotice {
                first_line: 1,
                last_line: u32::try_from(self.lines.len()).unwrap(),
                page: None,
                facts: &facts,
                measures: &self.measures,
                indicators: &[],
                claims: &[],
                doubts: &[],
                duplicate_of: None,
                fuller_than: None,
                fingerprint: &self.fingerprint,
            },
        )
    }

    /// Keeps and confirms it in an operation of its own.
    pub(crate) fn in_force(&self, store: &mut Store) -> NoticeId {
        operate(store, "导入文件", |writer| {
            let id = self.keep(writer)?;
            writer.confirm_notice(&id)?;
            Ok(id)
        })
    }
}

/// Writes under this label.
pub(crate) fn operate<T>(
    store: &mut Store,
    label: &str,
    change: impl FnOnce(&Writer<'_>) -> Result<T, StoreError>,
) -> T {
    store.write(&operation(label), change).unwrap()
}

pub(crate) fn operation(label: &str) -> Operation<'_> {
    Operation::new(Title { command: "test", label }, "张三", now())
}

/// The texts of the tasks that answer the filter.
pub(crate) fn texts(store: &Store, filter: &TaskFilter) -> Vec<String> {
    store.read().tasks(filter).unwrap().tasks.into_iter().map(|task: TaskRecord| task.text).collect()
}

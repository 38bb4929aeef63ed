//! Reading entries of progress, the latest first, page by page.

use chrono::NaiveDate;
use rusqlite::Row;
use rusqlite::types::Value;
use serde::Deserialize;

use super::{Earlier, EvidenceRecord, ProgressRecord, UsedBefore};
use crate::rows::{Named, bind, json};
use crate::{EvidenceId, NoticeId, ProgressId, Reader, StoreError, TaskId, UnitId};

/// Which entries are wanted. Every field narrows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProgressFilter {
    /// Only this entry.
    pub id: Option<ProgressId>,
    /// Only of this task, and of those whose progress was carried over to it.
    pub task: Option<TaskId>,
    /// With a task: what was carried over by the end of this day; without it all that was.
    pub carried_by: Option<NaiveDate>,
    /// Only of tasks of this notice.
    pub notice: Option<NoticeId>,
    /// Only by this unit.
    pub unit: Option<UnitId>,
    /// Text, difficulty or next step contain all of these words.
    pub words: Option<String>,
    /// Of this day or later.
    pub from: Option<NaiveDate>,
    /// Of this day or before.
    pub until: Option<NaiveDate>,
    /// The last entry of the page before.
    pub after: Option<ProgressId>,
    /// How many at most; 0 for all.
    pub limit: u32,
}

/// One page of entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressSlice {
    /// How many answer the filter in all.
    pub total: u32,
    /// Those of this page.
    pub entries: Vec<ProgressRecord>,
    /// Where the next page begins after; none on the last.
    pub next: Option<ProgressId>,
}

impl ProgressFilter {
    fn conditions(&self) -> (Vec<String>, Vec<Named>) {
        let (mut conditions, mut values): (Vec<String>, Vec<Named>) = (vec!["1".to_owned()], Vec::new());
        if self.task.is_some() {
            values.push((":carried_by", self.carried_by.map_or(Value::Null, |day| day.to_string().into())));
        }
        let mut add = |condition: &str, name: &'static str, value: Option<Value>| {
            if let Some(value) = value {
                conditions.push(condition.to_owned());
                values.push((name, value));
            }
        };
        add("p.uid = :id", ":id", self.id.as_ref().map(Value::from));
        add(include_str!("of_task.sql"), ":task", self.task.as_ref().map(Value::from));
        let of_notice = "p.task IN (SELECT id FROM tasks WHERE notice = (SELECT id FROM notices WHERE uid = :notice))";
        add(of_notice, ":notice", self.notice.as_ref().map(Value::from));
        add("p.unit = (SELECT id FROM units WHERE uid = :unit)", ":unit", self.unit.as_ref().map(Value::from));
        add("p.happened >= :from", ":from", self.from.map(|day| day.to_string().into()));
        add("p.happened <= :until", ":until", self.until.map(|day| day.to_string().into()));
        let words = self.words.as_deref().map(str::trim).filter(|words| !words.is_empty());
        let words: Option<Vec<&str>> = words.map(|words| words.split_whitespace().collect());
        let holds_all = "NOT EXISTS (
            SELECT 1 FROM json_each(:words) AS w
            WHERE instr(p.text || ' ' || p.difficulty || ' ' || p.next_step, w.value) = 0
        )";
        add(holds_all, ":words", words.map(|words| serde_json::json!(words).to_string().into()));
        (conditions, values)
    }
}

impl Reader<'_> {
    /// The entries that answer the filter, the latest day first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn progress(&self, filter: &ProgressFilter) -> Result<ProgressSlice, StoreError> {
        let (mut conditions, mut values) = filter.conditions();
        let count = format!("SELECT count(*) FROM progress_entries AS p WHERE {}", conditions.join("\n  AND "));
        let mut statement = self.connection.prepare_cached(&count)?;
        bind(&mut statement, &values)?;
        let total = statement.raw_query().next()?.map_or(Ok(0), |row| row.get(0))?;
        drop(statement);
        if let Some(after) = &filter.after {
            conditions.push(
                "(p.happened, p.id) < (SELECT last.happened, last.id FROM progress_entries AS last WHERE last.uid = :after)"
                    .to_owned(),
            );
            values.push((":after", after.into()));
        }
        let wanted = if filter.limit == 0 { -1 } else { i64::from(filter.limit) + 1 };
        values.push((":limit", wanted.into()));
        // What is shown of an entry is looked up for the rows of the page only.
        let page = format!(
            "SELECT p.id FROM progress_entries AS p WHERE {}\nORDER BY p.happened DESC, p.id DESC LIMIT :limit",
            conditions.join("\n  AND ")
        );
        let sql = format!("{}WHERE p.id IN ({page})\nORDER BY p.happened DESC, p.id DESC", include_str!("rows.sql"));
        let mut statement = self.connection.prepare_cached(&sql)?;
        bind(&mut statement, &values)?;
        let mut rows = statement.raw_query();
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            entries.push(entry(row)?);
        }
        let more = filter.limit > 0 && entries.len() > filter.limit as usize;
        if more {
            entries.pop();
        }
        let next = if more { entries.last().map(|entry: &ProgressRecord| entry.id.clone()) } else { None };
        Ok(ProgressSlice { total, entries, next })
    }
}

/// A file as the statement packs it: id, name, size, and where it was used before.
#[derive(Deserialize)]
struct PackedEvidence(String, String, u64, Option<(String, NaiveDate, String)>);

fn entry(row: &Row<'_>) -> Result<ProgressRecord, StoreError> {
    let evidence: Vec<PackedEvidence> = json(row, "evidence")?;
    let unit: Option<UnitId> = row.get("unit")?;
    let before: Option<String> = row.get("before_text")?;
    let before = match before {
        Some(text) => Some(Earlier { text, share: row.get("before_share")?, day: row.get("before_day")? }),
        None => None,
    };
    Ok(ProgressRecord {
        id: row.get("uid")?,
        task: row.get("task")?,
        task_title: row.get("task_title")?,
        task_text: row.get("task_text")?,
        notice: row.get("notice")?,
        notice_title: row.get("notice_title")?,
        unit: unit.zip(row.get("unit_name")?),
        text: row.get("text")?,
        difficulty: row.get("difficulty")?,
        next_step: row.get("next_step")?,
        share: row.get("share")?,
        day: row.get("happened")?,
        recorded_at: row.get("recorded_at")?,
        actor: row.get("actor")?,
        replaces: row.get("replaces")?,
        replaced_by: row.get("replaced_by")?,
        evidence: evidence
            .into_iter()
            .map(|PackedEvidence(id, name, size, used)| EvidenceRecord {
                id: EvidenceId::from(id.as_str()),
                name,
                size,
                used_before: used.map(|(name, day, task)| UsedBefore { name, day, task }),
            })
            .collect(),
        before,
    })
}

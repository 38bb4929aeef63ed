//! Notices as they are listed and opened.

use chrono::NaiveDate;
use domain::NoticeKind;
use rusqlite::{OptionalExtension as _, Row, named_params};

use super::values::{ClaimValue, DoubtValue, IndicatorValue};
use crate::corrections::JudgedDoubt;
use crate::rows::{coded, json};
use crate::{NoticeId, Reader, SourceRecord, StoreError};

/// A notice that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeRecord {
    /// Its id.
    pub id: NoticeId,
    /// The file it stands in.
    pub source: SourceRecord,
    /// First line in the file.
    pub first_line: u32,
    /// Last line in the file.
    pub last_line: u32,
    /// Printed page of the first line.
    pub page: Option<u32>,
    /// Title of the plan.
    pub title: String,
    /// Whether the title was put together from the text.
    pub title_inferred: bool,
    /// Title of the wrapper.
    pub notice_title: Option<String>,
    /// 发文字号.
    pub number: Option<String>,
    /// Issuing bodies.
    pub issuers: Vec<String>,
    /// Region.
    pub region: Option<String>,
    /// Day of issue.
    pub issued: Option<NaiveDate>,
    /// First day of force.
    pub effective: Option<NaiveDate>,
    /// Last day of force.
    pub expires: Option<NaiveDate>,
    /// Who organises it.
    pub organizer: Option<String>,
    /// What sort of document it is.
    pub kind: NoticeKind,
    /// Counts it states of itself.
    pub claims: Vec<ClaimValue>,
    /// Figures to be reached, from a table of its own.
    pub indicators: Vec<IndicatorValue>,
    /// What to look at in the notice itself, and what was said of it.
    pub doubts: Vec<JudgedDoubt>,
    /// Doubts of the notice and of its measures that nobody has judged.
    pub doubt_count: u32,
    /// Measures found.
    pub measures: u32,
    /// Tasks made of them.
    pub tasks: u32,
    /// The notice it repeats.
    pub duplicate_of: Option<NoticeId>,
    /// The earlier, shorter text of the same document that it goes beyond.
    pub fuller_than: Option<NoticeId>,
    /// Whether a person has confirmed it.
    pub confirmed: bool,
    /// Whether a newer version of it is known.
    pub overtaken: bool,
    /// Where its repetitions stand: file name and first line.
    pub duplicates: Vec<String>,
}

impl NoticeRecord {
    /// From which day it counts as having been there; none for one that says nothing of its day. See `domain::first_day`.
    pub fn first_day(&self) -> Option<NaiveDate> {
        domain::first_day(self.issued, self.number.as_deref(), &self.title)
    }
}

impl Reader<'_> {
    /// The notice with this id.
    ///
    /// # Errors
    /// When there is none, or the file cannot be read.
    pub fn notice(&self, id: &NoticeId) -> Result<NoticeRecord, StoreError> {
        let one = concat!(include_str!("rows.sql"), "WHERE n.uid = :id");
        let mut statement = self.connection.prepare_cached(one)?;
        let mut rows = statement.query(named_params! { ":id": id })?;
        match rows.next()? {
            Some(row) => self.notice_of(row),
            None => Err(StoreError::NotFound { what: "文件", id: id.to_string() }),
        }
    }

    /// How many notices there are, duplicates left out, and how many of them wait for a person.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn notice_counts(&self) -> Result<(u32, u32), StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("counts.sql"))?;
        Ok(statement.query_row([], |row| Ok((row.get("notices")?, row.get("unconfirmed")?)))?)
    }

    /// What a notice repeats in the end.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn original_of(&self, id: &NoticeId) -> Result<Option<NoticeId>, StoreError> {
        let original = include_str!("original.sql");
        Ok(self.connection.prepare_cached(original)?.query_row([id], |row| row.get("uid")).optional()?)
    }

    /// The number of a notice within this register.
    pub(crate) fn notice_number(&self, id: &NoticeId) -> Result<i64, StoreError> {
        let number = "SELECT id FROM notices WHERE uid = ?1";
        let found = self.connection.prepare_cached(number)?.query_row([id], |row| row.get(0)).optional()?;
        found.ok_or_else(|| StoreError::NotFound { what: "文件", id: id.to_string() })
    }

    pub(super) fn notice_of(&self, row: &Row<'_>) -> Result<NoticeRecord, StoreError> {
        let doubts: Vec<DoubtValue> = json(row, "doubts")?;
        let doubts = if doubts.is_empty() { Vec::new() } else { self.judged_notice_doubts(row.get("id")?, doubts)? };
        Ok(NoticeRecord {
            id: row.get("uid")?,
            source: SourceRecord::of(row)?,
            first_line: row.get("first_line")?,
            last_line: row.get("last_line")?,
            page: row.get("page")?,
            title: row.get("title")?,
            title_inferred: row.get("title_inferred")?,
            notice_title: row.get("notice_title")?,
            number: row.get("number")?,
            issuers: json(row, "issuers")?,
            region: row.get("region")?,
            issued: row.get("issued")?,
            effective: row.get("effective")?,
            expires: row.get("expires")?,
            organizer: row.get("organizer")?,
            kind: coded::<NoticeKind>(row, "kind")?,
            indicators: json(row, "indicators")?,
            claims: json(row, "claims")?,
            doubts,
            doubt_count: row.get("open_doubts")?,
            measures: row.get("measure_count")?,
            tasks: row.get("tasks")?,
            duplicate_of: row.get("duplicate_of")?,
            fuller_than: row.get("fuller_than")?,
            confirmed: row.get("confirmed")?,
            overtaken: row.get("overtaken")?,
            duplicates: json(row, "duplicates")?,
        })
    }
}

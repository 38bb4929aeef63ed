//! Keeping a notice and its measures.

use domain::{Claim, Doubt, Indicator, Measure, NoticeFacts};
use rusqlite::named_params;

use super::reading::packed_reading;
use super::values::{ClaimValue, DoubtValue, IndicatorValue, list};
use crate::rows::to_json;
use crate::sources::SourceRecord;
use crate::{NoticeId, StoreError, Writer};

/// A notice to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewNotice<'a> {
    /// First line in the file.
    pub first_line: u32,
    /// Last line in the file.
    pub last_line: u32,
    /// Printed page of the first line.
    pub page: Option<u32>,
    /// What it says of itself.
    pub facts: &'a NoticeFacts,
    /// Its measures; of a duplicate none are kept.
    pub measures: &'a [Measure],
    /// Figures to be reached that it sets in a table; of a duplicate none are kept.
    pub indicators: &'a [Indicator],
    /// Counts it states of itself.
    pub claims: &'a [Claim],
    /// What a person should look at.
    pub doubts: &'a [Doubt],
    /// The notice that it repeats.
    pub duplicate_of: Option<&'a NoticeId>,
    /// An earlier, shorter text of the same document.
    pub fuller_than: Option<&'a NoticeId>,
    /// What its text is recognised by.
    pub fingerprint: &'a [u32],
}

impl Writer<'_> {
    /// Keeps a notice of this file with its measures. It waits for a person to confirm it.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn add_notice(&self, source: &SourceRecord, notice: NewNotice<'_>) -> Result<NoticeId, StoreError> {
        let id = NoticeId::new(self.now);
        let (measures, indicators) =
            if notice.duplicate_of.is_some() { (&[][..], &[][..]) } else { (notice.measures, notice.indicators) };
        let reading = match measures {
            [] => None,
            _ => Some(self.keep_content_beside(&packed_reading(measures)?, self.content_of(source)?)?),
        };
        let facts = notice.facts;
        self.connection().prepare_cached(include_str!("add.sql"))?.execute(named_params! {
            ":uid": id,
            ":source": source.number,
            ":first_line": notice.first_line,
            ":last_line": notice.last_line,
            ":page": notice.page,
            ":title": facts.title,
            ":title_inferred": facts.title_inferred,
            ":notice_title": facts.notice_title,
            ":number": facts.number,
            ":issuers": to_json(&facts.issuers)?,
            ":region": facts.region,
            ":issued": facts.issued,
            ":effective": facts.effective,
            ":expires": facts.expires,
            ":organizer": facts.organizer,
            ":kind": facts.kind.code(),
            ":indicators": list::<_, IndicatorValue>(indicators)?,
            ":claims": list::<_, ClaimValue>(notice.claims)?,
            ":doubts": list::<_, DoubtValue>(notice.doubts)?,
            ":doubt_count": notice.doubts.len(),
            ":measure_count": measures.len(),
            ":measure_doubt_count": measures.iter().map(|measure| measure.doubts.len()).sum::<usize>(),
            ":reading": reading,
            ":duplicate_of": notice.duplicate_of,
            ":fuller_than": notice.fuller_than,
        })?;
        if notice.duplicate_of.is_none() {
            // A duplicate is found through what it repeats.
            self.keep_fingerprint(self.connection().last_insert_rowid(), notice.fingerprint)?;
        }
        Ok(id)
    }
}

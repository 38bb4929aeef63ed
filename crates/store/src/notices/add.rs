//! Keeping a notice and its measures.

use domain::{Claim, Doubt, Indicator, Measure, NoticeFacts};
use rusqlite::named_params;

use super::values::{
    ClaimValue, ColumnValue, DoubtValue, IndicatorValue, MilestoneValue, PeopleValue, ProvenanceValue, list,
};
use crate::rows::to_json;
use crate::sources::SourceRecord;
use crate::{MeasureId, NoticeId, StoreError, Writer};

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
    pub fingerprint: &'a [u64],
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
        let facts = notice.facts;
        self.connection().prepare_cached(include_str!("add.sql"))?.execute(named_params! {
            ":id": id,
            ":source": source.seq,
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
            ":duplicate_of": notice.duplicate_of,
            ":fuller_than": notice.fuller_than,
        })?;
        let seq = self.connection().last_insert_rowid();
        if notice.duplicate_of.is_none() {
            // A duplicate is found through what it repeats.
            self.keep_fingerprint(seq, notice.fingerprint)?;
        }
        for measure in measures {
            self.add_measure(&id, measure)?;
        }
        Ok(id)
    }

    fn add_measure(&self, notice: &NoticeId, measure: &Measure) -> Result<MeasureId, StoreError> {
        let id = MeasureId::new(self.now);
        let (units, deadline) = (&measure.units, &measure.deadline);
        self.connection().prepare_cached(include_str!("add_measure.sql"))?.execute(named_params! {
            ":id": id,
            ":notice": notice,
            ":line": measure.line,
            ":last_line": measure.last_line,
            ":page": measure.page,
            ":number": measure.number,
            ":section": to_json(&measure.section)?,
            ":title": measure.title,
            ":text": measure.text,
            ":leads": to_json(&units.leads)?,
            ":co_units": to_json(&units.co_units)?,
            ":section_leads": to_json(&units.section_leads)?,
            ":unit_basis": units.basis.code(),
            ":deadline_raw": deadline.raw,
            ":due": deadline.due,
            ":deadline_kind": deadline.kind.code(),
            ":milestones": list::<_, MilestoneValue>(&deadline.milestones)?,
            ":validity_raw": deadline.validity.as_ref().map(|validity| &validity.raw),
            ":validity_until": deadline.validity.as_ref().and_then(|validity| validity.until),
            ":proposal_raw": deadline.proposal.as_ref().map(|proposal| &proposal.raw),
            ":proposal_due": deadline.proposal.as_ref().map(|proposal| proposal.due),
            ":class": measure.class.code(),
            ":indicators": list::<_, IndicatorValue>(&measure.indicators)?,
            ":people": to_json(&PeopleValue::from(&measure.people))?,
            ":columns": list::<_, ColumnValue>(&measure.columns)?,
            ":provenance": list::<_, ProvenanceValue>(&measure.provenance)?,
            ":doubts": list::<_, DoubtValue>(&measure.doubts)?,
            ":doubt_count": measure.doubts.len(),
        })?;
        Ok(id)
    }
}

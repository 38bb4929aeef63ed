//! A repetition takes the place of a notice that goes: tasks, progress and what people said stay with the text that stays.

use crate::purge::{Traces, references};
use crate::{MeasureId, NewNotice, NoticeId, NoticeRecord, Reader, SourceId, StoreError, TakenOver, Writer};

/// A notice that goes with its file, and the repetition in another file that takes its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heir {
    /// The notice that goes.
    pub gone: NoticeRecord,
    /// The repetition that stays.
    pub heir: NoticeRecord,
}

impl Reader<'_> {
    /// The notices of these files that another file repeats, each with the repetition that was imported first.
    ///
    /// # Errors
    /// When one of the files is not there, or the register cannot be read.
    pub fn heirs(&self, files: &[SourceId]) -> Result<Vec<Heir>, StoreError> {
        Traces::of(self.connection, files)?;
        let mut statement = self.connection.prepare_cached(include_str!("heirs.sql"))?;
        let pairs = statement.query_map([], |row| Ok((row.get("gone")?, row.get("heir")?)))?;
        let pairs = pairs.collect::<Result<Vec<(NoticeId, NoticeId)>, _>>()?;
        pairs.iter().map(|(gone, heir)| Ok(Heir { gone: self.notice(gone)?, heir: self.notice(heir)? })).collect()
    }
}

impl Writer<'_> {
    /// Gives the heir everything that hangs on the notice that goes, and what was found in its own text as its reading.
    /// `known` says for each measure which one of the other notice it is. Gives how many tasks were taken over, too.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn inherit(
        &self,
        pair: &Heir,
        new: NewNotice<'_>,
        known: &[Option<MeasureId>],
    ) -> Result<(u32, TakenOver), StoreError> {
        let (gone, heir) = (self.notice_number(&pair.gone.id)?, self.notice_number(&pair.heir.id)?);
        let connection = self.connection();
        let tasks = "SELECT count(*) FROM tasks WHERE notice = ?1";
        let tasks = connection.prepare_cached(tasks)?.query_row([gone], |row| row.get(0))?;
        let before = self.reading(gone)?;
        // By what a notice was recognised before an earlier reading is of no use to another text.
        let hanging = references(connection)?;
        let hanging =
            hanging.iter().filter(|to| to.parent == "notices" && !["notices", "recognitions"].contains(&&*to.table));
        for to in hanging {
            // A repetition has nothing of its own that could stand in the way; if it had, nothing is purged.
            let pass_on = format!("UPDATE {0} SET {1} = ?2 WHERE {1} = ?1", to.table, to.column);
            connection.execute(&pass_on, (gone, heir))?;
        }
        connection.execute(include_str!("take_place.sql"), (gone, heir))?;
        connection.execute("UPDATE notices SET duplicate_of = ?2 WHERE duplicate_of = ?1", (gone, heir))?;
        connection.execute("UPDATE notices SET fuller_than = ?2 WHERE fuller_than = ?1 AND id <> ?2", (gone, heir))?;
        let said = self.said_of(heir)?;
        let before: Vec<_> = before.into_iter().map(|measure| said.lay_over(measure)).collect();
        self.keep_fingerprint(heir, new.fingerprint)?;
        let facts = NoticeRecord { id: pair.heir.id.clone(), source: pair.heir.source.clone(), ..pair.gone.clone() };
        let taken = self.put_in_place(heir, &facts, &before, &new, known)?;
        Ok((tasks, taken))
    }
}

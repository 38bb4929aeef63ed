//! A repetition takes the place of a notice that goes: tasks, progress and what people said stay with the text that stays.

use std::collections::{HashMap, HashSet};

use domain::{Field, Measure};

use crate::corrections::{FieldValue, NOTICE_ITSELF};
use crate::notices::reading::ReadMeasure;
use crate::purge::{Reference, Traces, references};
use crate::rows::to_json;
use crate::tasks::letters;
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
    /// Gives the heir what hangs on the notice that goes, and what was found in its own text as its reading.
    /// `known` says for each measure which one of the other notice it is. Only what hangs on a measure that reads the same
    /// in both is passed on: what stands in the notice alone that goes must go with it. Gives how many tasks were taken
    /// over, too.
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
        let mut before = self.reading(gone)?;
        let known = known_as_the_same(&before, new.measures, known);
        let passed_on: HashSet<i64> = known.iter().flatten().map(|id| id.key).collect();
        before.retain(|measure| passed_on.contains(&measure.key));
        let tasks = self.pass_on(gone, heir, &passed_on)?;

        let connection = self.connection();
        connection.execute(include_str!("take_place.sql"), (gone, heir))?;
        connection.execute("UPDATE notices SET duplicate_of = ?2 WHERE duplicate_of = ?1", (gone, heir))?;
        connection.execute("UPDATE notices SET fuller_than = ?2 WHERE fuller_than = ?1 AND id <> ?2", (gone, heir))?;
        let said = self.said_of(heir)?;
        let before: Vec<_> = before.into_iter().map(|measure| said.lay_over(measure)).collect();
        self.keep_fingerprint(heir, new.fingerprint)?;
        let facts = NoticeRecord { id: pair.heir.id.clone(), source: pair.heir.source.clone(), ..pair.gone.clone() };
        let taken = self.put_in_place(heir, &facts, &before, &new, &known)?;
        Ok((tasks, taken))
    }

    /// Has rows that speak of a notice speak of another, those of single measures only where these are passed on. Gives how
    /// many of them are tasks.
    fn pass_on(&self, gone: i64, heir: i64, measures: &HashSet<i64>) -> Result<u32, StoreError> {
        let connection = self.connection();
        let measures = to_json(&measures.iter().chain([&NOTICE_ITSELF]).collect::<Vec<_>>())?;
        let mut tasks = 0;
        // By what a notice was recognised before an earlier reading is of no use to another text.
        let hanging = references(connection)?;
        let hanging =
            hanging.iter().filter(|to| to.parent == "notices" && !["notices", "recognitions"].contains(&&*to.table));
        for Reference { table, column, .. } in hanging {
            // A repetition has nothing of its own that could stand in the way; if it had, nothing is purged.
            let rows = format!("UPDATE {table} SET {column} = ?2 WHERE {column} = ?1");
            let of_measure = "SELECT EXISTS (SELECT 1 FROM pragma_table_info(?1) WHERE name = 'measure')";
            let passed = if connection.query_row(of_measure, [table], |row| row.get(0))? {
                let rows = format!("{rows} AND measure IN (SELECT value FROM json_each(?3))");
                connection.execute(&rows, (gone, heir, &measures))?
            } else {
                connection.execute(&rows, (gone, heir))?
            };
            if table == "tasks" {
                tasks = u32::try_from(passed).unwrap_or(u32::MAX);
            }
        }
        Ok(tasks)
    }
}

/// Which of the known measures read the same where they are found now: in every field, the text by its letters.
fn known_as_the_same(before: &[ReadMeasure], found: &[Measure], known: &[Option<MeasureId>]) -> Vec<Option<MeasureId>> {
    let before: HashMap<i64, &ReadMeasure> = before.iter().map(|measure| (measure.key, measure)).collect();
    let same = |id: &MeasureId, measure: &Measure| {
        let now = ReadMeasure::of(measure, id.key);
        let same_field = |old: &ReadMeasure, field: Field| match field {
            Field::Text => letters(&old.text) == letters(&now.text),
            _ => FieldValue::of(field, old) == FieldValue::of(field, &now),
        };
        before.get(&id.key).is_some_and(|old| FieldValue::FIELDS.iter().all(|field| same_field(old, *field)))
    };
    let pair = |(id, measure): (&Option<MeasureId>, &Measure)| id.clone().filter(|id| same(id, measure));
    known.iter().zip(found).map(pair).collect()
}

//! The measures of a notice as they are packed, taken out of the register: unpacking is most of the work of an export and
//! can be done beside others.

use std::collections::HashMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::measures::MeasureRecord;
use super::reading::ReadMeasure;
use super::values::{ColumnValue, MilestoneValue, PeopleValue};
use crate::contents::Packed;
use crate::corrections::Said;
use crate::{NoticeId, Reader, StoreError, TaskId};

/// The measures of one notice, packed, with all that is laid over them.
#[derive(Debug)]
pub struct PackedMeasures {
    notice: NoticeId,
    /// None for a notice of which no reading is kept.
    reading: Option<Packed>,
    said: Said,
    tasks: HashMap<i64, TaskId>,
}

impl PackedMeasures {
    /// The measures, in order.
    ///
    /// # Errors
    /// When what is packed is damaged.
    pub fn unpack(mut self) -> Result<Vec<MeasureRecord>, StoreError> {
        let Some(reading) = &self.reading else { return Ok(Vec::new()) };
        let measures: Vec<ReadMeasure> = from_utf8(reading.unpack()?)?;
        let of = |read: ReadMeasure| {
            let task = self.tasks.remove(&read.key);
            MeasureRecord::of(&self.notice, task, self.said.lay_over_only(read))
        };
        measures.into_iter().map(of).collect()
    }

    /// What the tasks made of the measures do not say themselves.
    ///
    /// # Errors
    /// When what is packed is damaged.
    pub fn unpack_beside_tasks(mut self) -> Result<HashMap<TaskId, BesideTask>, StoreError> {
        if self.said.has_corrections() {
            let beside = |measure: MeasureRecord| {
                let MeasureRecord { task, section, people, columns, milestones, .. } = measure;
                Some((task?, BesideTask { section, people, columns, milestones }))
            };
            return Ok(self.unpack()?.into_iter().filter_map(beside).collect());
        }
        let Some(reading) = &self.reading else { return Ok(HashMap::new()) };
        let measures: Vec<KeyedBesideTask> = from_utf8(reading.unpack()?)?;
        let beside = |KeyedBesideTask { key, section, people, columns, milestones }| {
            Some((self.tasks.remove(&key)?, BesideTask { section, people, columns, milestones }))
        };
        Ok(measures.into_iter().filter_map(beside).collect())
    }
}

/// What a measure says that its task does not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BesideTask {
    /// Enclosing headings.
    pub section: Vec<String>,
    /// Leaders and persons named.
    pub people: PeopleValue,
    /// Further columns.
    pub columns: Vec<ColumnValue>,
    /// All times stated.
    pub milestones: Vec<MilestoneValue>,
}

#[derive(Deserialize)]
struct KeyedBesideTask {
    key: i64,
    #[serde(default)]
    section: Vec<String>,
    #[serde(default)]
    people: PeopleValue,
    #[serde(default)]
    columns: Vec<ColumnValue>,
    #[serde(default)]
    milestones: Vec<MilestoneValue>,
}

/// Looked at once as text: string by string it takes longer.
fn from_utf8<T: DeserializeOwned>(bytes: Vec<u8>) -> Result<T, StoreError> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(serde_json::from_str(&text)?),
        // Says where.
        Err(damaged) => Ok(serde_json::from_slice(damaged.as_bytes())?),
    }
}

impl Reader<'_> {
    /// The measures of a notice, to be unpacked.
    ///
    /// # Errors
    /// When there is no such notice, or the file cannot be read.
    pub fn packed_measures(&self, notice: &NoticeId) -> Result<PackedMeasures, StoreError> {
        let number = self.notice_number(notice)?;
        let reading = "SELECT reading FROM notices WHERE id = ?1";
        let reading: Option<i64> = self.connection.prepare_cached(reading)?.query_row([number], |row| row.get(0))?;
        Ok(PackedMeasures {
            notice: notice.clone(),
            reading: reading.map(|reading| self.packed(reading)).transpose()?,
            said: self.said_of(number)?,
            tasks: self.tasks_by_measure(number)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use domain::{ColumnField, Measure};

    use super::*;
    use crate::testing::{Given, measure};
    use crate::{NoticeFilter, Store};

    #[test]
    fn what_stands_beside_a_task_is_what_its_measure_says() {
        let mut store = Store::in_memory().unwrap();
        let columns = vec![ColumnField { heading: "备注".into(), text: "每季度".into() }];
        Given::notice("方案")
            .with(Measure { columns, ..measure("简化材料", "市发改委", "", "2022-06-30") })
            .with(measure("降低费用", "市财政局", "", ""))
            .in_force(&mut store);
        let notice = store.read().notices(&NoticeFilter::default()).unwrap().remove(0).id;
        let beside = store.read().packed_measures(&notice).unwrap().unpack_beside_tasks().unwrap();
        let measures = store.read().measures(&notice).unwrap();
        assert_eq!(beside.len(), measures.len());
        for MeasureRecord { task, section, people, columns, milestones, .. } in measures {
            assert_eq!(beside.get(&task.unwrap()), Some(&BesideTask { section, people, columns, milestones }));
        }
        assert!(beside.values().any(|beside| beside.columns.iter().any(|column| column.text == "每季度")));
    }
}

//! Counts of the store folded into figures as of a day, with the lights of the domain.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike as _, NaiveDate};
use domain::{Light, Lights, UnitRole};
use store::{UnitCounts, UnitId};

use crate::wire::{MonthFigures, TaskFigures};

/// What is due before the one day, from it to the other, or later, has the same light as of the day.
pub(crate) fn stretches(lights: Lights) -> (NaiveDate, NaiveDate) {
    (lights.today, lights.due_soon_until())
}

/// The figures of each unit, and how many tasks no unit leads.
pub(crate) fn by_unit(counts: &[UnitCounts], lights: Lights) -> (HashMap<UnitId, TaskFigures>, u32) {
    let mut units: HashMap<UnitId, TaskFigures> = HashMap::new();
    let mut unassigned = 0;
    for count in counts {
        match &count.unit {
            // Counts are many and units few.
            Some(unit) => match units.get_mut(unit) {
                Some(figures) => add(figures, count, lights),
                None => add(units.entry(unit.clone()).or_default(), count, lights),
            },
            None => unassigned += count.tasks,
        }
    }
    (units, unassigned)
}

/// The figures of all counts together.
pub(crate) fn together<'a>(counts: impl Iterator<Item = &'a UnitCounts>, lights: Lights) -> TaskFigures {
    let mut figures = TaskFigures::default();
    counts.for_each(|count| add(&mut figures, count, lights));
    figures
}

/// The led tasks by the month they are due, in order.
pub(crate) fn by_month<'a>(counts: impl Iterator<Item = &'a UnitCounts>, lights: Lights) -> Vec<MonthFigures> {
    let mut months: BTreeMap<(i32, u32), MonthFigures> = BTreeMap::new();
    for count in counts.filter(|count| count.role == UnitRole::Lead) {
        let Some(due) = count.due else { continue };
        let month = months.entry((due.year(), due.month())).or_insert_with(|| MonthFigures {
            month: format!("{:04}-{:02}", due.year(), due.month()),
            due: 0,
            done: 0,
            ended: 0,
            overdue: 0,
        });
        month.due += count.tasks;
        match lights.of(count.status, count.due) {
            Light::Done => month.done += count.tasks,
            Light::Ended => month.ended += count.tasks,
            Light::Overdue => month.overdue += count.tasks,
            _ => {}
        }
    }
    months.into_values().collect()
}

fn add(figures: &mut TaskFigures, count: &UnitCounts, lights: Lights) {
    if count.role == UnitRole::CoUnit {
        figures.assisted += count.tasks;
        return;
    }
    figures.led += count.tasks;
    let light = match lights.of(count.status, count.due) {
        Light::Overdue => &mut figures.overdue,
        Light::DueSoon => &mut figures.due_soon,
        Light::OnTrack => &mut figures.on_track,
        Light::NoDeadline => &mut figures.no_deadline,
        Light::Done => &mut figures.done,
        Light::Ended => &mut figures.ended,
    };
    *light += count.tasks;
}

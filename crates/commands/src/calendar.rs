//! What is due on the days of a month, and in the months of a year: counts, each of a list that can be opened.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, Months, NaiveDate};
use domain::{Light, Standing};
use store::{DueScope, TaskDuty, TaskFilter, TimelineBy, UnitId};

use crate::context::Context;
use crate::entered::Entered;
use crate::error::CommandError;
use crate::{ensure_exists, units, wire};

/// So many rows are shown of a timeline.
const ROWS: usize = 100;
const MONTHS: u32 = 12;

const MONTH: Entered = Entered { code: "month", word: "月份" };

pub(crate) fn calendar(
    context: &mut Context<'_, '_>,
    request: wire::CalendarRequest,
) -> Result<wire::Calendar, CommandError> {
    let wire::CalendarRequest { month, unit, region } = request;
    let first = first_of(month.as_deref(), context.as_of)?;
    let last = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(first);
    let from = first.checked_sub_days(Days::new(u64::from(first.weekday().num_days_from_monday()))).unwrap_or(first);
    let until = last.checked_add_days(Days::new(6 - u64::from(last.weekday().num_days_from_monday()))).unwrap_or(last);
    let unit = unit_of(context, unit.as_deref(), region.as_deref())?;
    let lights = context.lights()?;
    let read = context.read();
    let scope = DueScope { from, until, unit: unit.as_ref(), region: region.as_deref(), as_of: context.past() };
    let mut days: BTreeMap<NaiveDate, wire::CalendarDay> = BTreeMap::new();
    for count in read.due_counts(&scope)? {
        let day = days.entry(count.due).or_insert_with(|| nothing_on(count.due));
        let counted = match lights.of(count.status, Some(count.due)) {
            Light::Overdue => &mut day.overdue,
            Light::DueSoon => &mut day.due_soon,
            Light::OnTrack | Light::NoDeadline => &mut day.on_track,
            Light::Done => &mut day.done,
            Light::Ended => &mut day.ended,
        };
        *counted += count.tasks;
    }
    let recurring = TaskFilter {
        recurring: true,
        units: unit.map(|unit| vec![unit]),
        region,
        as_of: context.past(),
        ..TaskFilter::default()
    };
    for task in read.tasks(&recurring)?.tasks {
        let Some(TaskDuty { duty, settled, .. }) = task.duty else { continue };
        let is_open = task.status.standing() == Standing::Open;
        // The earliest open period is the day of the task itself.
        let own = duty.first_open(&settled);
        let within = duty.occurrences().skip_while(|period| period.due < from).take_while(|period| period.due <= until);
        for period in within.filter(|period| Some(*period) != own) {
            let is_settled = settled.contains(&period.begins);
            if is_settled || is_open {
                let day = days.entry(period.due).or_insert_with(|| nothing_on(period.due));
                *(if is_settled { &mut day.reports_settled } else { &mut day.reports_open }) += 1;
            }
        }
    }
    Ok(wire::Calendar { month: in_month(first), from, until, days: days.into_values().collect() })
}

pub(crate) fn timeline(
    context: &mut Context<'_, '_>,
    request: wire::TimelineRequest,
) -> Result<wire::Timeline, CommandError> {
    let wire::TimelineRequest { from, by, unit, region } = request;
    let first = match from {
        Some(month) => first_of(Some(&month), context.as_of)?,
        None => NaiveDate::from_ymd_opt(context.as_of.year(), 1, 1).unwrap_or(context.as_of),
    };
    let month = |at: u32| first.checked_add_months(Months::new(at)).unwrap_or(first);
    let unit = unit_of(context, unit.as_deref(), region.as_deref())?;
    let until = month(MONTHS).pred_opt().unwrap_or(first);
    let scope = DueScope { from: first, until, unit: unit.as_ref(), region: region.as_deref(), as_of: context.past() };
    let by = match by {
        wire::TimelineOf::Notice => TimelineBy::Notice,
        wire::TimelineOf::Unit => TimelineBy::Unit,
    };
    let months: Vec<String> = (0..MONTHS).map(|at| in_month(month(at))).collect();
    let mut rows: BTreeMap<Option<(String, String)>, wire::TimelineRow> = BTreeMap::new();
    for count in context.read().month_counts(&scope, by, context.as_of)? {
        let Some(at) = months.iter().position(|month| *month == count.month) else { continue };
        let row = rows.entry(count.of).or_insert_with_key(|of| row_of(of.as_ref(), by));
        let Some(cell) = row.cells.get_mut(at) else { continue };
        match (count.status.standing(), count.is_past) {
            (Standing::Open, true) => cell.overdue += count.tasks,
            (Standing::Open, false) => cell.open += count.tasks,
            (Standing::Done, _) => cell.done += count.tasks,
            (Standing::Ended, _) => {}
        }
    }
    let mut rows: Vec<wire::TimelineRow> = rows.into_values().collect();
    let sum = |row: &wire::TimelineRow, of: fn(&wire::TimelineCell) -> u32| row.cells.iter().map(of).sum::<u32>();
    rows.sort_by_key(|row| {
        std::cmp::Reverse((sum(row, |cell| cell.overdue), sum(row, |cell| cell.open), sum(row, |cell| cell.done)))
    });
    let more = rows.len().saturating_sub(ROWS);
    rows.truncate(ROWS);
    Ok(wire::Timeline { months, rows, more: u32::try_from(more).unwrap_or(u32::MAX) })
}

fn row_of(of: Option<&(String, String)>, by: TimelineBy) -> wire::TimelineRow {
    let nobody = match by {
        TimelineBy::Notice => "没有文件的事项",
        TimelineBy::Unit => "未明确牵头单位",
    };
    let (id, name) = match of {
        // As everywhere on the wire.
        Some((id, name)) => (Some(UnitId::from(id.as_str()).to_string()), name.clone()),
        None => (None, nobody.to_owned()),
    };
    wire::TimelineRow { id, name, cells: vec![wire::TimelineCell::default(); MONTHS as usize] }
}

fn nothing_on(day: NaiveDate) -> wire::CalendarDay {
    wire::CalendarDay {
        day,
        overdue: 0,
        due_soon: 0,
        on_track: 0,
        done: 0,
        ended: 0,
        reports_open: 0,
        reports_settled: 0,
    }
}

fn unit_of(
    context: &Context<'_, '_>,
    unit: Option<&str>,
    region: Option<&str>,
) -> Result<Option<UnitId>, CommandError> {
    ensure_exists::check(context.read(), None, region)?;
    unit.map(|unit| units::one_called(context.read(), unit, region).map(|(_, id)| id)).transpose()
}

fn first_of(month: Option<&str>, today: NaiveDate) -> Result<NaiveDate, CommandError> {
    match month {
        None => Ok(today.with_day(1).unwrap_or(today)),
        Some(written) => domain::parse_day(&format!("{}-01", written.trim()))
            .map_err(|_| MONTH.refused(format!("“{written}”不是月份，请写成 2022-06 这样的年-月。"))),
    }
}

fn in_month(day: NaiveDate) -> String {
    day.format("%Y-%m").to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::Office;
    use crate::wire::{Calendar, MoveReport, TaskPage, Timeline};

    const PLAN: &str = "滨江市重点项目调度方案
一、工作要求
（一）定期报送。每月10日前报送项目进展。（市发改委牵头）
（二）开工建设。推动项目开工。（市住建局牵头，市发改委配合，2026年12月底前完成）
（三）完成验收。组织竣工验收。（市住建局牵头，2026年10月底前完成）
滨江市人民政府
2026年9月20日
";

    #[test]
    fn a_month_shows_what_is_due_on_its_days_and_each_count_is_that_of_its_list() {
        let (_folder, mut office) = Office::with_document(PLAN);
        let november: Calendar = office.ask("calendar", json!({}));
        assert_eq!(
            (november.month.as_str(), november.from.to_string().as_str(), november.until.to_string().as_str()),
            ("2026-11", "2026-10-26", "2026-12-06"),
            "from Monday to Sunday"
        );
        let days: Vec<(String, u32, u32)> =
            november.days.iter().map(|day| (day.day.to_string(), day.overdue, day.reports_open)).collect();
        let expected = [("2026-10-31", 1, 0), ("2026-11-10", 0, 1)];
        assert_eq!(days, expected.map(|(day, overdue, open)| (day.to_owned(), overdue, open)));
        let december: Calendar = office.ask("calendar", json!({ "month": "2026-12" }));
        for day in &december.days {
            let next = day.day.succ_opt().unwrap();
            let list: TaskPage = office.ask("list_tasks", json!({ "due_from": day.day, "due_before": next }));
            assert_eq!(list.total, day.overdue + day.due_soon + day.on_track + day.done + day.ended, "{}", day.day);
        }
        let of_unit: Calendar = office.ask("calendar", json!({ "month": "2026-12", "unit": "市发改委" }));
        let days: Vec<String> = of_unit.days.iter().map(|day| day.day.to_string()).collect();
        assert_eq!(days, ["2026-12-10", "2026-12-31"]);
        assert!(office.try_ask("calendar", json!({ "month": "2026-13" })).is_err());
    }

    #[test]
    fn a_past_day_sees_the_month_as_it_stood() {
        let (_folder, mut office) = Office::with_document(PLAN);
        let id = office.ask::<TaskPage>("list_tasks", json!({ "words": "竣工验收" })).rows.remove(0).id;
        let _: MoveReport = office.ask("move_tasks", json!({ "tasks": [id], "move": "complete", "day": "2026-11-05" }));
        let now: Calendar = office.ask("calendar", json!({ "month": "2026-10" }));
        let then = office.try_ask_on(Some("2026-11-02"), "calendar", json!({ "month": "2026-10" })).unwrap();
        let then: Calendar = serde_json::from_value(then).unwrap();
        let on = |calendar: &Calendar| {
            let day = calendar.days.iter().find(|day| day.day.to_string() == "2026-10-31").unwrap();
            (day.overdue, day.done)
        };
        assert_eq!((on(&now), on(&then)), ((0, 1), (1, 0)));
    }

    #[test]
    fn a_year_shows_each_notice_or_unit_along_its_months() {
        let (_folder, mut office) = Office::with_document(PLAN);
        let notices: Timeline = office.ask("timeline", json!({}));
        assert_eq!((notices.months.len(), notices.months[0].as_str(), notices.rows.len()), (12, "2026-01", 1));
        let cells = &notices.rows[0].cells;
        assert_eq!((cells[9].overdue, cells[11].open), (2, 1), "the report of October is overdue, too");
        let units: Timeline = office.ask("timeline", json!({ "by": "unit" }));
        let names: Vec<&str> = units.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["市住建局", "市发改委"]);
    }
}

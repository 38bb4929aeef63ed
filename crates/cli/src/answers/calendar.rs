//! What is due on the days of a month and in the months of a year.

use commands::wire::{Calendar, CalendarRequest, Timeline, TimelineOf, TimelineRequest};
use domain::Light;

use crate::arguments::CalendarArguments;
use crate::session::{Failure, Session};
use crate::tables::{Column, shorten, table};

pub(crate) fn calendar(session: &mut Session, arguments: CalendarArguments) -> Result<String, Failure> {
    let CalendarArguments { month, unit, region, by_notice, by_unit, reading } = arguments;
    if by_notice || by_unit {
        let from = month.and_then(|month| Some(format!("{}-01", month.split('-').next()?)));
        let by = if by_unit { TimelineOf::Unit } else { TimelineOf::Notice };
        let request = TimelineRequest { from, by, unit, region };
        return Ok(session.read::<Timeline>("timeline", &request, reading)?.text(year));
    }
    let request = CalendarRequest { month, unit, region };
    Ok(session.read::<Calendar>("calendar", &request, reading)?.text(|calendar| days(&calendar)))
}

fn days(calendar: &Calendar) -> String {
    let words = [Light::Overdue, Light::DueSoon, Light::OnTrack, Light::Done, Light::Ended].map(Light::word);
    let mut columns = vec![Column::Words("日期")];
    columns.extend(words.into_iter().chain(["待报", "已报"]).map(Column::Figures));
    let inside = calendar.days.iter().filter(|day| day.day.to_string().starts_with(&calendar.month));
    let rows = inside.map(|day| {
        let figures =
            [day.overdue, day.due_soon, day.on_track, day.done, day.ended, day.reports_open, day.reports_settled];
        let figures = figures.into_iter().map(|figure| if figure == 0 { String::new() } else { figure.to_string() });
        std::iter::once(day.day.to_string()).chain(figures).collect()
    });
    table(&columns, rows.collect(), "这个月没有到期的事项和要报的期次。")
}

/// A year begins with January here.
const MONTHS: [&str; 12] = ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];

fn year(timeline: Timeline) -> String {
    let columns: Vec<Column> =
        std::iter::once(Column::Words("名称")).chain(MONTHS.into_iter().map(Column::Words)).collect();
    let rows = timeline.rows.into_iter().map(|row| {
        let cells = row.cells.into_iter().map(|cell| match (cell.overdue, cell.overdue + cell.open + cell.done) {
            (_, 0) => String::new(),
            (0, all) => all.to_string(),
            (overdue, all) => format!("{all}（逾期 {overdue}）"),
        });
        std::iter::once(shorten(&row.name, 24)).chain(cells).collect()
    });
    let more = if timeline.more > 0 { format!("另有 {} 行未列出\n", timeline.more) } else { String::new() };
    table(&columns, rows.collect(), "这一年没有到期的事项。") + &more
}

//! How the program and the office stand.

use chrono::NaiveDate;
use domain::{Steps, TaskStatus, moves_from};
use store::{CountScope, NoticeId, NoticeTotals, TaskFilter};

use crate::context::{Caller, Context, PathAccess};
use crate::error::CommandError;
use crate::{ensure_exists, figures, import, settings, wire, workplace};

pub(crate) fn app_status(context: &mut Context<'_, '_>, _: wire::Nothing) -> Result<wire::AppStatus, CommandError> {
    let read = context.read();
    let sample_as_of = import::sample_day(read)?;
    let past = context.past();
    let NoticeTotals { all: notices, unconfirmed, .. } = read.notice_totals(past)?;
    let steps = read.steps()?;
    let store = match context.caller.paths {
        PathAccess::Full => context.caller.store.file().map(|file| file.display().to_string()),
        PathAccess::Exchanged | PathAccess::None => None,
    };
    Ok(wire::AppStatus {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        store: store.unwrap_or_default(),
        as_of: context.as_of,
        sample: sample_as_of.is_some(),
        sample_as_of,
        notices,
        unconfirmed,
        tasks: match past {
            None => read.task_count()?,
            Some(_) => read.count_tasks(&TaskFilter { as_of: past, ..TaskFilter::default() })?,
        },
        undated: read.count_tasks(&TaskFilter { undated: true, ..TaskFilter::default() })?,
        workplace: workplace::info(read)?,
        thresholds: settings::thresholds(read.thresholds()?),
        steps: steps.optional().map(wire::StatusCode).collect(),
        ways: ways(steps),
        backup_fault: context.caller.backup_fault.clone(),
        revision: context.caller.store.revision()?,
    })
}

/// What may be done from each status.
pub(crate) fn ways(steps: Steps) -> Vec<wire::Way> {
    let from = |status| {
        let way = move |(name, to)| wire::Way {
            from: wire::StatusCode(status),
            name: wire::MoveCode(name),
            to: wire::StatusCode(to),
        };
        moves_from(status, steps).into_iter().map(way)
    };
    TaskStatus::ALL.into_iter().flat_map(from).collect()
}

pub(crate) fn dashboard(
    context: &mut Context<'_, '_>,
    request: wire::DashboardRequest,
) -> Result<wire::Dashboard, CommandError> {
    let read = context.read();
    let notice = request.notice.as_deref().map(NoticeId::from);
    let region = request.region.as_deref();
    ensure_exists::check(read, notice.as_ref(), region)?;
    let lights = context.lights()?;
    let stretches = Some(figures::stretches(lights));
    let scope =
        CountScope { notice: notice.as_ref(), region, as_of: context.past(), stretches, ..CountScope::default() };
    let counts = read.counts(scope)?;
    let all = &counts.all;
    let (mut by_unit, unassigned) = figures::by_unit(&counts.units, lights);
    let mut units: Vec<wire::UnitFigures> = read
        .units()?
        .into_iter()
        .filter_map(|unit| {
            let figures = by_unit.remove(&unit.id)?;
            Some(wire::UnitFigures { id: unit.id.to_string(), name: unit.name, region: unit.region, figures })
        })
        .collect();
    // Stable: equals stay in order of region and name.
    units.sort_by_key(|unit| {
        let figures = &unit.figures;
        std::cmp::Reverse((figures.overdue, figures.due_soon, figures.led, figures.assisted))
    });
    Ok(wire::Dashboard {
        as_of: context.as_of,
        totals: figures::together(all.iter(), lights),
        unassigned,
        undated: context.undated(TaskFilter {
            notices: notice.into_iter().collect(),
            region: request.region,
            ..TaskFilter::default()
        })?,
        units,
        months: figures::by_month(all.iter(), lights),
        regions: read.regions()?,
    })
}

/// The day to show when a front names none: a day in the life of the sample, else today.
pub(crate) fn default_day(caller: &Caller<'_>) -> Result<NaiveDate, CommandError> {
    Ok(import::sample_day(caller.store.read())?.unwrap_or(caller.today))
}

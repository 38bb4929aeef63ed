//! The ledger of tasks.

use std::collections::HashMap;

use domain::{Course, Light, Lights, Pace, PaceSeen, Standing, UnitRole};
use store::{AssignedUnit, BesideTask, CountScope, NoticeId, Order, TaskFilter, TaskId, TaskRecord, UnitId};

use crate::columns::{COLUMNS, Cells, LedgerRow, drawer_lines};
use crate::context::Context;
use crate::error::CommandError;
use crate::{
    corrections, ensure_exists, figures, history, indicators, ledger_rows, life, looking_back, notices, units, wire,
};

/// How many lines are shown before and after a measure.
const AROUND: u32 = 3;

/// How many operations are shown with a task.
const HISTORY: u32 = 50;

pub(crate) fn list_tasks(
    context: &mut Context<'_, '_>,
    request: wire::TaskQuery,
) -> Result<wire::TaskPage, CommandError> {
    let filter = filter(context, request)?;
    let slice = context.read().tasks(&filter)?;
    Ok(wire::TaskPage {
        total: slice.total,
        undated: context.undated(filter)?,
        rows: ledger_rows::rows(COLUMNS, context.read(), slice.tasks, context.lights()?)?,
        next: slice.next.map(|id| id.to_string()),
    })
}

pub(crate) fn get_task(
    context: &mut Context<'_, '_>,
    request: wire::IdRequest,
) -> Result<wire::TaskDetail, CommandError> {
    let read = context.read();
    // The id of a measure opens the task made of it.
    let id = match read.task_of_measure(&request.id)? {
        Some(task) => task,
        None => TaskId::from(request.id.as_str()),
    };
    let task = looking_back::task(read, &id, context.past())?;
    let notice = task.notice.as_ref().map(|notice| read.notice(notice)).transpose()?;
    let measure = read.measure_of_task(&id)?;
    let history = read
        .history_until(Some(&id.to_string()), context.end_of_past(), HISTORY)?
        .into_iter()
        .map(history::entry)
        .collect();
    let beside = measure.as_ref().map(|measure| BesideTask {
        section: measure.section.clone(),
        people: measure.people.clone(),
        columns: measure.columns.clone(),
        milestones: measure.milestones.clone(),
    });
    let life = life::life(read, &task, context.past())?;
    let lights = context.lights()?;
    let row = LedgerRow { number: 0, task: &task, notice: notice.as_ref(), measure: beside.as_ref(), lights };
    let lines = drawer_lines(COLUMNS, row);
    let demanded = measure.iter().flat_map(|measure| &measure.indicators).map(demanded).collect::<Vec<_>>();
    let closing_questions = extract::closing_questions(&task.text, &demanded);
    let mut rows = ledger_rows::rows(COLUMNS, read, vec![task], lights)?;
    let empty = wire::TaskDetail {
        closing_questions,
        task: rows.remove(0),
        lines,
        measure: None,
        gone: false,
        corrections: Vec::new(),
        section: Vec::new(),
        class: domain::MeasureClass::Measure.code().to_owned(),
        unit_basis: domain::UnitBasis::None.code().to_owned(),
        milestones: Vec::new(),
        validity: None,
        proposed_due: None,
        source_file: notice.as_ref().map(|notice| notice.source.name.clone()),
        source_lines: Vec::new(),
        first_line: notice.as_ref().map_or(0, |notice| notice.first_line),
        last_line: notice.as_ref().map_or(0, |notice| notice.first_line),
        provenance: Vec::new(),
        doubts: Vec::new(),
        indicators: Vec::new(),
        people: wire::PeopleInfo::default(),
        columns: Vec::new(),
        life,
        history,
    };
    let (Some(measure), Some(notice)) = (measure, notice) else { return Ok(empty) };
    let (first, last) = (measure.line.saturating_sub(AROUND), measure.last_line.max(measure.line) + AROUND);
    let lines = read.source_lines(&notice.source, first, last)?;
    Ok(wire::TaskDetail {
        measure: Some(measure.id.to_string()),
        gone: measure.gone,
        corrections: corrections::infos(measure.corrections),
        section: measure.section,
        class: measure.class.code().to_owned(),
        unit_basis: measure.unit_basis.code().to_owned(),
        milestones: measure
            .milestones
            .into_iter()
            .map(|milestone| wire::MilestoneInfo { raw: milestone.raw, due: milestone.due })
            .collect(),
        validity: measure.validity_raw,
        proposed_due: measure.proposal_due,
        source_lines: lines
            .into_iter()
            .map(|line| wire::SourceLine { number: line.number, page: line.page, text: line.text })
            .collect(),
        first_line: measure.line,
        last_line: measure.last_line.max(measure.line),
        provenance: measure.provenance.into_iter().map(provenance).collect(),
        doubts: notices::doubts(measure.doubts),
        indicators: measure.indicators.into_iter().map(indicators::info).collect(),
        people: people(measure.people),
        columns: measure.columns.into_iter().map(|column| (column.heading, column.text)).collect(),
        ..empty
    })
}

/// Where a field came from, for a front.
pub(crate) fn provenance(from: store::ProvenanceValue) -> wire::ProvenanceInfo {
    wire::ProvenanceInfo {
        field: from.field,
        // A register may have been filled by another version of the program, with rules of its own.
        rule_words: extract::rule_words(&from.rule).unwrap_or(&from.rule).to_owned(),
        rule: from.rule,
        words: from.words,
        line: from.line,
        characters: from.source.map(wire::CharacterRange::of),
    }
}

fn demanded(indicator: &store::IndicatorValue) -> extract::Demanded {
    extract::Demanded { name: indicator.name.clone(), stated: indicators::stated(indicator) }
}

pub(crate) fn people(people: store::PeopleValue) -> wire::PeopleInfo {
    let store::PeopleValue { leader, responsible, contact } = people;
    wire::PeopleInfo { leader, responsible, contact }
}

pub(crate) fn overdue_by_unit(
    context: &mut Context<'_, '_>,
    request: wire::OverdueRequest,
) -> Result<Vec<wire::OverdueUnit>, CommandError> {
    let read = context.read();
    let notice = request.notice.as_deref().map(NoticeId::from);
    let region = request.region.as_deref();
    ensure_exists::check(read, notice.as_ref(), region)?;
    let lights = context.lights()?;
    let stretches = Some(figures::stretches(lights));
    let scope =
        CountScope { notice: notice.as_ref(), region, as_of: context.past(), stretches, ..CountScope::default() };
    let counts = read.counts(scope)?.units;
    let (mut figures, _) = figures::by_unit(&counts, lights);
    let mut tasks = if request.tasks { overdue_tasks(context, notice.clone(), region)? } else { HashMap::new() };
    let mut units = Vec::new();
    for unit in read.units()? {
        let figures = figures.remove(&unit.id).unwrap_or_default();
        if figures.overdue > 0 {
            let tasks = tasks.remove(&Some(unit.id.clone())).unwrap_or_default();
            let overdue = figures.overdue;
            let unit = wire::UnitFigures { id: unit.id.to_string(), name: unit.name, region: unit.region, figures };
            units.push(wire::OverdueUnit { unit: Some(unit), overdue, tasks });
        }
    }
    units.sort_by_key(|unit| std::cmp::Reverse(unit.overdue));
    let of_nobody = counts.iter().filter(|count| count.unit.is_none());
    let overdue = figures::together(of_nobody, lights).overdue;
    if overdue > 0 {
        units.push(wire::OverdueUnit { unit: None, overdue, tasks: tasks.remove(&None).unwrap_or_default() });
    }
    Ok(units)
}

/// All overdue tasks under each unit that leads them, longest overdue first.
fn overdue_tasks(
    context: &Context<'_, '_>,
    notice: Option<NoticeId>,
    region: Option<&str>,
) -> Result<HashMap<Option<UnitId>, Vec<wire::TaskRow>>, CommandError> {
    let lights = context.lights()?;
    let filter = TaskFilter {
        lights: Some((vec![Light::Overdue], lights)),
        notices: notice.into_iter().collect(),
        region: region.map(str::to_owned),
        as_of: context.past(),
        ..TaskFilter::default()
    };
    let mut by_unit: HashMap<Option<UnitId>, Vec<wire::TaskRow>> = HashMap::new();
    let tasks = context.read().tasks(&filter)?.tasks;
    let leads_of = |task: &TaskRecord| -> Vec<UnitId> {
        task.units.iter().filter(|unit| unit.role == UnitRole::Lead).map(|unit| unit.unit.clone()).collect()
    };
    let leads: Vec<Vec<UnitId>> = tasks.iter().map(leads_of).collect();
    for (row, leads) in ledger_rows::rows(COLUMNS, context.read(), tasks, lights)?.into_iter().zip(leads) {
        if leads.is_empty() {
            by_unit.entry(None).or_default().push(row);
            continue;
        }
        for lead in leads {
            by_unit.entry(Some(lead)).or_default().push(row.clone());
        }
    }
    Ok(by_unit)
}

pub(crate) fn filter(context: &Context<'_, '_>, query: wire::TaskQuery) -> Result<TaskFilter, CommandError> {
    let read = context.read();
    let region = query.region.as_deref();
    let notices: Vec<NoticeId> = query.notices.iter().map(|notice| NoticeId::from(notice.as_str())).collect();
    ensure_exists::check(read, None, region)?;
    for notice in &notices {
        ensure_exists::check(read, Some(notice), None)?;
    }
    let called = |name: &String| Ok::<_, CommandError>(units::one_called(read, name, region)?.1);
    let units = query.units.iter().map(called).collect::<Result<Vec<_>, _>>()?;
    let lead = query.lead.as_ref().map(called).transpose()?;
    let lit: Vec<Light> = query.lights.into_iter().map(light_of).collect();
    let lights = context.lights()?;
    Ok(TaskFilter {
        units: Some(units).filter(|units| !units.is_empty()),
        lead,
        role: query.role.map(|role| match role {
            wire::RoleCode::Lead => UnitRole::Lead,
            wire::RoleCode::Co => UnitRole::CoUnit,
        }),
        statuses: query.statuses.into_iter().map(|wire::StatusCode(status)| status).collect(),
        standing: query.standing.map(|standing| match standing {
            wire::StandingCode::Open => Standing::Open,
            wire::StandingCode::Done => Standing::Done,
            wire::StandingCode::Ended => Standing::Ended,
        }),
        lights: Some((lit, lights)).filter(|(lit, _)| !lit.is_empty()),
        pace: query.pace.map(|pace| (pace_of(pace), lights)),
        due_from: query.due_from,
        due_before: query.due_before,
        without_due: query.without_due,
        notices,
        by_hand: query.by_hand,
        region: query.region,
        person: query.person.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()),
        recurring: query.recurring,
        unassigned: query.unassigned,
        doubtful: query.doubtful,
        undated: query.undated,
        words: query.words.filter(|words| !words.trim().is_empty()),
        order: match query.sort {
            wire::TaskSort::Due => Order::Due,
            wire::TaskSort::Notice => Order::Notice,
            wire::TaskSort::Lead => Order::Lead,
            wire::TaskSort::Status => Order::Status,
        },
        descending: query.descending,
        after: query.after.as_deref().map(TaskId::from),
        as_of: context.past(),
        limit: query.limit,
    })
}

pub(crate) fn row(task: TaskRecord, lights: Lights, cells: Cells) -> wire::TaskRow {
    let days_left = task.due.map(|due| i32::try_from((due - lights.today).num_days()).unwrap_or(i32::MAX));
    let light = lights.of(task.status, task.due);
    let course = course(&task);
    let PaceSeen { pace, expected } = lights.pace(course);
    let comes_from = comes_from(&task);
    let (leads, co_units): (Vec<AssignedUnit>, Vec<AssignedUnit>) =
        task.units.into_iter().partition(|unit| unit.role == UnitRole::Lead);
    wire::TaskRow {
        id: task.id.to_string(),
        comes_from,
        notice: task.notice.map(|notice| notice.to_string()),
        notice_title: task.notice_title,
        origin: task.origin.map(origin),
        number: task.number,
        title: task.title,
        text: task.text,
        leads: leads.into_iter().map(unit_ref).collect(),
        co_units: co_units.into_iter().map(unit_ref).collect(),
        duty: task.duty.as_ref().map(|duty| life::brief(duty, lights.today)),
        people: task.people.into_iter().map(person).collect(),
        deadline_raw: task.deadline_raw,
        due: task.due,
        deadline_kind: task.deadline_kind.code().to_owned(),
        days_left,
        status: wire::StatusCode(task.status),
        light: light_code(light),
        light_reason: lights.reason(course),
        pace: pace_code(pace),
        pace_reason: lights.pace_reason(course),
        share: task.share,
        expected,
        doubts: task.doubts,
        cells,
    }
}

/// A task as its lights look at it.
pub(crate) fn course(task: &TaskRecord) -> Course {
    Course { status: task.status, begins: task.begins, due: task.due, share: task.share }
}

/// The title of its notice, or what is known of where it comes from.
fn comes_from(task: &TaskRecord) -> String {
    let origin = || task.origin.as_ref().map(domain::Origin::in_short);
    task.notice_title.clone().or_else(origin).unwrap_or_default()
}

fn origin(origin: domain::Origin) -> wire::OriginInfo {
    let domain::Origin { kind, words, person, day } = origin;
    wire::OriginInfo { kind: kind.code().to_owned(), words, person, day }
}

fn person(person: store::TaskPerson) -> wire::TaskPerson {
    let store::TaskPerson { role, name, telephone, is_read } = person;
    wire::TaskPerson { role: role.code().to_owned(), name, telephone, is_read }
}

fn unit_ref(unit: AssignedUnit) -> wire::UnitRef {
    wire::UnitRef { id: unit.unit.to_string(), name: unit.name, written: unit.written }
}

fn pace_code(pace: Pace) -> wire::PaceCode {
    match pace {
        Pace::Behind => wire::PaceCode::Behind,
        Pace::Unreported => wire::PaceCode::Unreported,
        Pace::InStep => wire::PaceCode::InStep,
        Pace::Unmeasured => wire::PaceCode::Unmeasured,
    }
}

fn pace_of(code: wire::PaceCode) -> Pace {
    match code {
        wire::PaceCode::Behind => Pace::Behind,
        wire::PaceCode::Unreported => Pace::Unreported,
        wire::PaceCode::InStep => Pace::InStep,
        wire::PaceCode::Unmeasured => Pace::Unmeasured,
    }
}

impl wire::PaceCode {
    /// What it is called.
    pub fn word(self) -> &'static str {
        pace_of(self).word()
    }
}

fn light_code(light: Light) -> wire::LightCode {
    match light {
        Light::Overdue => wire::LightCode::Overdue,
        Light::DueSoon => wire::LightCode::DueSoon,
        Light::OnTrack => wire::LightCode::OnTrack,
        Light::NoDeadline => wire::LightCode::NoDeadline,
        Light::Done => wire::LightCode::Done,
        Light::Ended => wire::LightCode::Ended,
    }
}

fn light_of(code: wire::LightCode) -> Light {
    match code {
        wire::LightCode::Overdue => Light::Overdue,
        wire::LightCode::DueSoon => Light::DueSoon,
        wire::LightCode::OnTrack => Light::OnTrack,
        wire::LightCode::NoDeadline => Light::NoDeadline,
        wire::LightCode::Done => Light::Done,
        wire::LightCode::Ended => Light::Ended,
    }
}

impl From<Light> for wire::LightCode {
    fn from(light: Light) -> Self {
        light_code(light)
    }
}

impl wire::LightCode {
    /// What it is called.
    pub fn word(self) -> &'static str {
        light_of(self).word()
    }
}

//! Who works here, and what the register says from there.

use chrono::{Datelike as _, Days, NaiveDate};
use domain::{Workplace, WorkplaceKind};
use store::{Reader, StoreError, UnitRecord};

use crate::context::Context;
use crate::error::CommandError;
use crate::{tasks, wire};

pub(crate) fn own_figures(context: &mut Context<'_, '_>, _: wire::Nothing) -> Result<wire::OwnFigures, CommandError> {
    let read = context.read();
    let Some(workplace) = info(read)? else {
        return Ok(wire::OwnFigures { workplace: None, lists: Vec::new() });
    };
    // A unit that no notice and no task names has none.
    let has_any = workplace.kind == wire::WorkplaceCode::Supervision || workplace.unit_id.is_some();
    let counted = |Asked { key, name, meaning, query }| {
        let count = if has_any { read.count_tasks(&tasks::filter(context, query.clone())?)? } else { 0 };
        Ok(wire::CountedList { key: key.to_owned(), name: name.to_owned(), meaning: meaning.to_owned(), count, query })
    };
    let lists = asked_from(&workplace, context.as_of).into_iter().map(counted).collect::<Result<_, CommandError>>()?;
    Ok(wire::OwnFigures { workplace: Some(workplace), lists })
}

/// A list that is counted.
struct Asked {
    key: &'static str,
    name: &'static str,
    meaning: &'static str,
    query: wire::TaskQuery,
}

/// What is told from this place, in order.
fn asked_from(workplace: &wire::WorkplaceInfo, today: NaiveDate) -> Vec<Asked> {
    use wire::{LightCode, RoleCode, StandingCode, TaskQuery};
    let asked = |key, name, meaning, query| Asked { key, name, meaning, query };
    let own = match (workplace.kind, &workplace.unit_id) {
        (wire::WorkplaceCode::Supervision, _) => TaskQuery::default(),
        (wire::WorkplaceCode::Unit, Some(unit)) => TaskQuery { units: vec![unit.clone()], ..TaskQuery::default() },
        // There is no unit to narrow by: the list looks for its name.
        (wire::WorkplaceCode::Unit, None) => TaskQuery { words: workplace.unit.clone(), ..TaskQuery::default() },
    };
    let lit = |light| TaskQuery { lights: vec![light], ..own.clone() };
    let open = TaskQuery { standing: Some(StandingCode::Open), ..own.clone() };
    let (monday, next_monday) = week_of(today);
    let this_week = TaskQuery { due_from: Some(monday), due_before: Some(next_monday), ..open.clone() };
    match workplace.kind {
        wire::WorkplaceCode::Supervision => vec![
            asked("open", "在办", "还没有办结、也没有中止或撤并的事项。", open),
            asked("overdue", "逾期", "过了完成时限还没有办结的事项。", lit(LightCode::Overdue)),
            asked("due_soon", "临期", "在临期天数以内到期、还没有办结的事项。", lit(LightCode::DueSoon)),
            asked("due_this_week", "本周到期", "完成时限在本周一至周日、还没有办结的事项。", this_week),
        ],
        wire::WorkplaceCode::Unit => {
            let in_role = |role| TaskQuery { role: Some(role), ..own.clone() };
            vec![
                asked("led", "牵头", "本单位牵头的全部事项，已办结的也算。", in_role(RoleCode::Lead)),
                asked("assisted", "配合", "本单位配合的全部事项，已办结的也算。", in_role(RoleCode::Co)),
                asked("overdue", "逾期", "本单位牵头或配合、过了完成时限还没有办结的事项。", lit(LightCode::Overdue)),
                asked(
                    "due_this_week",
                    "本周到期",
                    "本单位牵头或配合、完成时限在本周一至周日、还没有办结的事项。",
                    this_week,
                ),
            ]
        }
    }
}

/// The Monday of the week of a day, and the Monday behind it.
pub(crate) fn week_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let since_monday = Days::new(day.weekday().num_days_from_monday().into());
    let monday = day.checked_sub_days(since_monday).unwrap_or(day);
    (monday, monday.checked_add_days(Days::new(7)).unwrap_or(NaiveDate::MAX))
}

/// Who works here, with the unit as the register knows it.
pub(crate) fn info(read: Reader<'_>) -> Result<Option<wire::WorkplaceInfo>, StoreError> {
    let Some(workplace) = read.workplace()? else { return Ok(None) };
    let unit = own_unit(read, &workplace)?;
    let name = workplace.name();
    let Workplace { kind, region, unit: named } = workplace;
    Ok(Some(wire::WorkplaceInfo {
        kind: match kind {
            WorkplaceKind::Supervision => wire::WorkplaceCode::Supervision,
            WorkplaceKind::Unit => wire::WorkplaceCode::Unit,
        },
        name: match (&named, &unit) {
            // Merged meanwhile, it goes by the name of the other.
            (Some(_), Some(unit)) => unit.name.clone(),
            _ => name,
        },
        region,
        unit: unit.as_ref().map(|unit| unit.name.clone()).or(named),
        unit_id: unit.map(|unit| unit.id.to_string()),
    }))
}

/// The unit of the workplace: the one of its region, or the only one of this name that belongs to no region.
fn own_unit(read: Reader<'_>, workplace: &Workplace) -> Result<Option<UnitRecord>, StoreError> {
    let Some(name) = &workplace.unit else { return Ok(None) };
    let called = read.units_called(name)?;
    let of_region = |region: Option<&str>| {
        let mut found = called.iter().filter(|unit| unit.region.as_deref() == region);
        found.next().filter(|_| found.next().is_none()).cloned()
    };
    Ok(match workplace.region.as_deref() {
        Some(region) => of_region(Some(region)).or_else(|| of_region(None)),
        None if called.len() == 1 => called.first().cloned(),
        None => of_region(None),
    })
}

/// What a request says of the workplace, with its unit under the name that the ledger shows.
pub(crate) fn asked(read: Reader<'_>, request: wire::WorkplaceRequest) -> Result<Option<Workplace>, CommandError> {
    let wire::WorkplaceRequest { kind, region, unit } = request;
    let [region, unit] = [region, unit].map(|words| words.map(|words| words.trim().to_owned()));
    let [region, unit] = [region, unit].map(|words| words.filter(|words| !words.is_empty()));
    let kind = match kind {
        None => return Ok(None),
        Some(wire::WorkplaceCode::Supervision) => WorkplaceKind::Supervision,
        Some(wire::WorkplaceCode::Unit) => WorkplaceKind::Unit,
    };
    for (field, words) in [("workplace.region", &region), ("workplace.unit", &unit)] {
        if words.as_ref().is_some_and(|words| words.chars().count() > LONGEST_NAME) {
            let sentence = format!("名称太长，最多 {LONGEST_NAME} 个字，设置没有改动。");
            return Err(CommandError::at(field, sentence));
        }
    }
    if kind == WorkplaceKind::Unit && unit.is_none() {
        let sentence = "没有写是哪个单位，设置没有改动。请写单位的名称，如 市教育局。";
        return Err(CommandError::at("workplace.unit", sentence));
    }
    let unit = unit.map(|unit| canonical(read, region.as_deref(), &unit)).transpose()?;
    Ok(Some(Workplace { kind, region, unit }))
}

const LONGEST_NAME: usize = 60;

/// The name under which the ledger shows the unit; what is an id of one counts as its name.
fn canonical(read: Reader<'_>, region: Option<&str>, unit: &str) -> Result<String, CommandError> {
    let named = read.units_called(unit)?.into_iter().find(|known| known.id.to_string() == unit);
    Ok(match named {
        Some(known) => known.name,
        None => read.name_of_unit(region, unit)?,
    })
}

#[cfg(test)]
mod tests;

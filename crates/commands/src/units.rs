//! Units with their figures.

use domain::{Lights, UnitRole};
use store::{CountScope, Reader, TaskFilter, UnitCounts, UnitId, UnitRecord};

use crate::context::Context;
use crate::error::{CommandError, ErrorCode};
use crate::{ensure_exists, figures, wire};

pub(crate) fn list_units(
    context: &mut Context<'_, '_>,
    request: wire::UnitQuery,
) -> Result<Vec<wire::UnitFigures>, CommandError> {
    let read = context.read();
    ensure_exists::check(read, None, request.region.as_deref())?;
    let lights = context.lights()?;
    let stretches = Some(figures::stretches(lights));
    let counts = read.counts(CountScope { as_of: context.past(), stretches, ..CountScope::default() })?;
    let (mut figures, _) = figures::by_unit(&counts.units, lights);
    let mut units = Vec::new();
    for unit in read.units()? {
        if request.region.is_some() && unit.region != request.region {
            continue;
        }
        if let Some(words) = request.words.as_deref().map(str::trim)
            && !is_called(read, &unit, words)?
        {
            continue;
        }
        let figures = figures.remove(&unit.id);
        // Units come with the notices that name them.
        if figures.is_none() && context.past().is_some() {
            continue;
        }
        let figures = figures.unwrap_or_default();
        units.push(wire::UnitFigures { id: unit.id.to_string(), name: unit.name, region: unit.region, figures });
    }
    units.sort_by_key(|unit| std::cmp::Reverse((unit.figures.led, unit.figures.assisted)));
    Ok(units)
}

fn is_called(read: Reader<'_>, unit: &UnitRecord, words: &str) -> Result<bool, CommandError> {
    Ok(unit.name.contains(words) || read.aliases(&unit.id)?.iter().any(|alias| alias.contains(words)))
}

pub(crate) fn get_unit(
    context: &mut Context<'_, '_>,
    request: wire::UnitRequest,
) -> Result<wire::UnitDetail, CommandError> {
    let read = context.read();
    ensure_exists::check(read, None, request.region.as_deref())?;
    let (unit, id) = one_called(read, &request.id, request.region.as_deref())?;
    let lights = context.lights()?;
    let counts = read.counts(CountScope { as_of: context.past(), unit: Some(&id), ..CountScope::default() })?.units;
    let mut spellings = read.aliases(&id)?;
    for written in read.spellings(&id)? {
        if written != unit.name && !spellings.contains(&written) {
            spellings.push(written);
        }
    }
    Ok(wire::UnitDetail {
        undated: context.undated(TaskFilter { units: Some(vec![id]), ..TaskFilter::default() })?,
        unit: with_figures(unit, &counts, lights),
        aliases: spellings,
        months: figures::by_month(counts.iter().filter(|count| count.role == UnitRole::Lead), lights),
    })
}

/// The unit with this id or name; a name that several regions have needs the region.
pub(crate) fn one_called(
    read: Reader<'_>,
    text: &str,
    region: Option<&str>,
) -> Result<(UnitRecord, UnitId), CommandError> {
    let mut found = read.units_called(text)?;
    // An id means one unit, wherever its tasks are looked for.
    if let Some(region) = region {
        found.retain(|unit| unit.id.to_string() == text || unit.region.as_deref() == Some(region));
    }
    if found.len() > 1 {
        return Err(CommandError::invalid(several(text, &found)));
    }
    let Some(unit) = found.pop() else {
        let place = region.map_or_else(String::new, |region| format!("在{region}"));
        let sentence = format!("{place}没有找到单位“{text}”。请在单位列表中查找确切的名称或编号。");
        return Err(CommandError::new(ErrorCode::NotFound, sentence));
    };
    let id = unit.id.clone();
    Ok((unit, id))
}

fn several(text: &str, found: &[UnitRecord]) -> String {
    let lines: Vec<String> = found
        .iter()
        .map(|unit| format!("  {}  {}  {}", unit.id, unit.region.as_deref().unwrap_or("未写明地区"), unit.name))
        .collect();
    format!("名为“{text}”的单位不止一个：\n{}\n请指明地区（命令行用 --region），或改用编号。", lines.join("\n"))
}

fn with_figures(unit: UnitRecord, counts: &[UnitCounts], lights: Lights) -> wire::UnitFigures {
    let UnitRecord { id, name, region } = unit;
    wire::UnitFigures { id: id.to_string(), name, region, figures: figures::together(counts.iter(), lights) }
}

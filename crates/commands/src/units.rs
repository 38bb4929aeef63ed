//! Units with their figures.

use chrono::NaiveDate;
use domain::UnitRole;
use store::{Reader, UnitCounts, UnitId, UnitRecord};

use crate::context::Context;
use crate::error::CommandError;
use crate::figures;
use crate::wire;

pub(crate) fn list_units(
    context: &mut Context<'_, '_>,
    request: wire::UnitQuery,
) -> Result<Vec<wire::UnitFigures>, CommandError> {
    let read = context.read();
    let counts = read.unit_counts(None, None)?;
    let (mut figures, _) = figures::by_unit(&counts, context.as_of);
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
        let figures = figures.remove(&unit.id).unwrap_or_default();
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
    request: wire::IdRequest,
) -> Result<wire::UnitDetail, CommandError> {
    let read = context.read();
    let (unit, id) = one_called(read, &request.id)?;
    let counts: Vec<UnitCounts> =
        read.unit_counts(None, None)?.into_iter().filter(|count| count.unit.as_ref() == Some(&id)).collect();
    let mut spellings = read.aliases(&id)?;
    for written in read.spellings(&id)? {
        if written != unit.name && !spellings.contains(&written) {
            spellings.push(written);
        }
    }
    Ok(wire::UnitDetail {
        unit: with_figures(unit, &counts, context.as_of),
        aliases: spellings,
        months: figures::by_month(counts.iter().filter(|count| count.role == UnitRole::Lead), context.as_of),
    })
}

/// The unit with this id or name.
pub(crate) fn one_called(read: Reader<'_>, text: &str) -> Result<(UnitRecord, UnitId), CommandError> {
    let mut found = read.units_called(text)?;
    if found.len() > 1 {
        let regions: Vec<&str> = found.iter().filter_map(|unit| unit.region.as_deref()).collect();
        let regions = regions.join("、");
        return Err(CommandError::invalid(format!("名为“{text}”的单位不止一个（{regions}）。请改用编号指明。")));
    }
    let unit = match found.pop() {
        Some(unit) => unit,
        None => read.unit(&UnitId::from(text))?,
    };
    let id = unit.id.clone();
    Ok((unit, id))
}

fn with_figures(unit: UnitRecord, counts: &[UnitCounts], as_of: NaiveDate) -> wire::UnitFigures {
    let UnitRecord { id, name, region } = unit;
    wire::UnitFigures { id: id.to_string(), name, region, figures: figures::together(counts.iter(), as_of) }
}

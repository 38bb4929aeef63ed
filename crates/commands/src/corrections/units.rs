//! Units as a person puts them in the place of what was read: a lead is no co-unit, and a name nobody has yet is said to
//! be new, for it may be a slip.

use std::collections::BTreeSet;

use store::{FieldValue, MeasureId, MeasureRecord, NoticeRecord, Reader};

use crate::context::Context;
use crate::error::CommandError;
use crate::wire;

/// How alike two names must be for one to be proposed instead of the other; 1 is the same name.
const ALIKE: f64 = 0.5;
const MOST_PROPOSED: usize = 3;

pub(crate) fn new_unit_names(
    context: &mut Context<'_, '_>,
    request: wire::UnitNamesRequest,
) -> Result<Vec<wire::NewUnitName>, CommandError> {
    let read = context.read();
    let wire::UnitNamesRequest { measure, region, names } = &request;
    let names = names.iter().map(|name| name.trim());
    match (measure, region.as_deref().filter(|region| !region.is_empty())) {
        (Some(measure), _) => new_names(read, &read.measure_called(measure)?, names),
        (None, Some(region)) => new_names_in(read, Some(region), names),
        (None, None) => new_anywhere(read, names),
    }
}

/// Which of these names no unit of any region has, with those that are nearest.
fn new_anywhere<'a>(
    read: Reader<'_>,
    names: impl Iterator<Item = &'a str>,
) -> Result<Vec<wire::NewUnitName>, CommandError> {
    let known: BTreeSet<String> = read.units()?.into_iter().map(|unit| unit.name).collect();
    let mut unknown: Vec<wire::NewUnitName> = Vec::new();
    for name in names {
        let is_told = unknown.iter().any(|unit| unit.name == name);
        if !name.is_empty() && !is_told && read.units_called(name)?.is_empty() {
            unknown.push(wire::NewUnitName { name: name.to_owned(), nearest: nearest(name, &known, "") });
        }
    }
    Ok(unknown)
}

/// Refuses a name that is a list of units: it would be one unit of that name, which nobody answers for.
pub(super) fn refuse_lists<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), CommandError> {
    const SEPARATORS: [char; 6] = ['、', '，', ',', '；', ';', '\n'];
    for name in names.filter(|name| name.contains(SEPARATORS)) {
        // 各区、县（市）政府 is one.
        let units = extract::units::split_list(name);
        if units.len() > 1 {
            return Err(CommandError::invalid(format!(
                "“{name}”是 {} 个单位，没有更正。请分开填写，一个单位写一项：{}。",
                units.len(),
                units.iter().map(|unit| format!("“{unit}”")).collect::<Vec<_>>().join("")
            )));
        }
    }
    Ok(())
}

/// Which of these names no unit of the notice's region has, with those that are nearest.
pub(super) fn new_names<'a>(
    read: Reader<'_>,
    id: &MeasureId,
    names: impl Iterator<Item = &'a str>,
) -> Result<Vec<wire::NewUnitName>, CommandError> {
    new_names_of(read, &read.notice(id.notice())?, names)
}

/// The same for a notice that is at hand.
pub(crate) fn new_names_of<'a>(
    read: Reader<'_>,
    notice: &NoticeRecord,
    names: impl Iterator<Item = &'a str>,
) -> Result<Vec<wire::NewUnitName>, CommandError> {
    let named = || named_by_notice(read, notice);
    new_among(read, notice.region.as_deref(), names, named)
}

/// Which of these names no unit of the region has, with those that are nearest.
pub(crate) fn new_names_in<'a>(
    read: Reader<'_>,
    region: Option<&str>,
    names: impl Iterator<Item = &'a str>,
) -> Result<Vec<wire::NewUnitName>, CommandError> {
    let region = region.filter(|region| !region.is_empty());
    new_among(read, region, names, || Ok(BTreeSet::new()))
}

/// Which of these names neither a unit of the region has nor stands among those that are `named` besides.
fn new_among<'a>(
    read: Reader<'_>,
    region: Option<&str>,
    names: impl Iterator<Item = &'a str>,
    named: impl FnOnce() -> Result<BTreeSet<String>, CommandError>,
) -> Result<Vec<wire::NewUnitName>, CommandError> {
    let mut unknown: Vec<&str> = Vec::new();
    for name in names {
        if !name.is_empty() && !unknown.contains(&name) && !read.knows_unit(region, name)? {
            unknown.push(name);
        }
    }
    if unknown.is_empty() {
        return Ok(Vec::new());
    }
    let of_region = read.units()?.into_iter().filter(|unit| unit.region.is_none() || unit.region.as_deref() == region);
    let mut known: BTreeSet<String> = of_region.map(|unit| unit.name).collect();
    known.extend(named()?);
    unknown.retain(|name| !known.contains(*name));
    let proposed = |name: &str| wire::NewUnitName {
        name: name.to_owned(),
        nearest: nearest(name, &known, region.unwrap_or_default()),
    };
    Ok(unknown.into_iter().map(proposed).collect())
}

/// The names that the notice names: before it is confirmed they are no units yet.
fn named_by_notice(read: Reader<'_>, notice: &NoticeRecord) -> Result<BTreeSet<String>, CommandError> {
    let mut known = BTreeSet::new();
    for measure in read.measures(&notice.id)? {
        // What a person put there is no evidence of its own: the first slip would vouch for the second.
        for field in [domain::Field::Leads, domain::Field::CoUnits] {
            if let Some(FieldValue::Leads(names) | FieldValue::CoUnits(names)) = measure.as_read(field) {
                known.extend(names);
            }
        }
    }
    Ok(known)
}

fn nearest(name: &str, known: &BTreeSet<String>, region: &str) -> Vec<String> {
    let likeness = |other: &String| match domain::resemblance(name, other, region) {
        Some(_) => 1.0,
        None => strsim::normalized_damerau_levenshtein(name, other),
    };
    let mut alike: Vec<(f64, &String)> = known.iter().map(|other| (likeness(other), other)).collect();
    alike.retain(|(likeness, _)| *likeness > ALIKE);
    alike.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    alike.into_iter().take(MOST_PROPOSED).map(|(_, name)| name.clone()).collect()
}

/// Takes bodies that are to lead from the co-units, and says which. A lead that is written among the co-units alone is
/// refused: nobody would lead then, or the words would do nothing.
pub(super) fn taken_from_co_units(
    read: Reader<'_>,
    held: &MeasureRecord,
    values: &mut Vec<FieldValue>,
) -> Result<Vec<String>, CommandError> {
    let given =
        |values: &[FieldValue], of: fn(&FieldValue) -> Option<&Vec<String>>| values.iter().rev().find_map(of).cloned();
    let leads = given(values, |value| if let FieldValue::Leads(names) = value { Some(names) } else { None });
    let co_units = given(values, |value| if let FieldValue::CoUnits(names) = value { Some(names) } else { None });
    let region = read.notice(&held.notice)?.region;
    let body = |name: &String| read.name_of_unit(region.as_deref(), name);
    let bodies = |names: &[String]| names.iter().map(body).collect::<Result<BTreeSet<String>, _>>();
    match (leads, co_units) {
        (None, None) => Ok(Vec::new()),
        (None, Some(co_units)) => {
            let (leading, assisting) = (bodies(&held.leads)?, bodies(&held.co_units)?);
            for name in &co_units {
                let body = body(name)?;
                if leading.contains(&body) && !assisting.contains(&body) {
                    return Err(CommandError::invalid(format!(
                        "“{name}”已是牵头单位，不能同时作配合单位，没有更正。要改为配合，请同时写明由谁牵头。"
                    )));
                }
            }
            Ok(Vec::new())
        }
        (Some(leads), co_units) => {
            // A body that the notice itself names twice stays as it was read.
            let led_before = if co_units.is_some() { BTreeSet::new() } else { bodies(&held.leads)? };
            let leading: BTreeSet<String> = bodies(&leads)?.difference(&led_before).cloned().collect();
            let (mut staying, mut taken) = (Vec::new(), Vec::new());
            for name in co_units.unwrap_or_else(|| held.co_units.clone()) {
                if leading.contains(&body(&name)?) { taken.push(name) } else { staying.push(name) }
            }
            if !taken.is_empty() {
                values.retain(|value| !matches!(value, FieldValue::CoUnits(_)));
                values.push(FieldValue::CoUnits(staying));
            }
            Ok(taken)
        }
    }
}

//! Units that may be one body: proposed with a reason, merged or told apart by a person, never silently.

use std::collections::{BTreeMap, HashMap, HashSet};

use store::{CountScope, UnitId, UnitRecord};

use crate::context::Context;
use crate::error::CommandError;
use crate::units::one_called;
use crate::{figures, wire};

pub(crate) fn unit_proposals(
    context: &mut Context<'_, '_>,
    _: wire::Nothing,
) -> Result<Vec<wire::UnitProposal>, CommandError> {
    let read = context.read();
    let apart: HashSet<(UnitId, UnitId)> = read.units_told_apart()?.into_iter().collect();
    let mut tasks: HashMap<UnitId, u32> = HashMap::new();
    // How many matters, whenever they are due.
    let scope = CountScope { stretches: Some(figures::stretches(context.lights()?)), ..CountScope::default() };
    for count in read.counts(scope)?.units {
        if let Some(unit) = count.unit {
            *tasks.entry(unit).or_default() += count.tasks;
        }
    }
    let mut by_region: BTreeMap<Option<String>, Vec<UnitRecord>> = BTreeMap::new();
    for unit in read.units()? {
        by_region.entry(unit.region.clone()).or_default().push(unit);
    }
    let named_by = |unit: &UnitRecord| tasks.get(&unit.id).copied().unwrap_or_default();
    let mut proposals = Vec::new();
    // Within a region first: the bare 市财政局 of another city is another body.
    for (region, units) in &by_region {
        for (place, one) in units.iter().enumerate() {
            for other in units.iter().skip(place + 1) {
                let known_apart = [(one, other), (other, one)]
                    .iter()
                    .any(|(first, second)| apart.contains(&(first.id.clone(), second.id.clone())));
                if known_apart {
                    continue;
                }
                let place = region.as_deref().unwrap_or_default();
                let succession = [(one, other), (other, one)].into_iter().find_map(|(former, today)| {
                    let (successor, until) = read.successor(region.as_deref(), &former.name)?;
                    (successor == today.name).then(|| {
                        let reason = format!("“{successor}”的原名，用到{until}；有文件在此之后仍这样写");
                        (former, today, reason)
                    })
                });
                let Some((from, into, reason)) = succession.or_else(|| {
                    let reason = domain::resemblance(&one.name, &other.name, place)?;
                    // A second plate goes to the plain name; otherwise the name met less often to the other.
                    let plate = |unit: &UnitRecord| unit.name.ends_with('）');
                    let swap = if plate(one) == plate(other) { named_by(one) > named_by(other) } else { plate(other) };
                    Some(if swap { (other, one, reason) } else { (one, other, reason) })
                }) else {
                    continue;
                };
                proposals.push(wire::UnitProposal {
                    from: from.id.to_string(),
                    from_name: from.name.clone(),
                    from_tasks: named_by(from),
                    into: into.id.to_string(),
                    into_name: into.name.clone(),
                    into_tasks: named_by(into),
                    region: region.clone(),
                    reason,
                });
            }
        }
    }
    let all: Vec<&UnitRecord> = by_region.values().flatten().collect();
    for (from, into, reason) in across_regions(&all) {
        if apart.contains(&(from.id.clone(), into.id.clone())) || apart.contains(&(into.id.clone(), from.id.clone())) {
            continue;
        }
        proposals.push(wire::UnitProposal {
            from: from.id.to_string(),
            from_tasks: named_by(&from),
            from_name: from.name,
            into: into.id.to_string(),
            into_tasks: named_by(&into),
            into_name: into.name,
            region: into.region,
            reason,
        });
    }
    proposals.sort_by_key(|proposal| std::cmp::Reverse(proposal.from_tasks));
    Ok(proposals)
}

pub(crate) fn merge_units(
    context: &mut Context<'_, '_>,
    request: wire::UnitPair,
) -> Result<wire::UnitPairReport, CommandError> {
    let (from, into) = pair(context, &request)?;
    let operation = context.operation();
    context.caller.store.write(&operation, |writer| {
        let tasks = writer.merge_units(&from.id, &into.id)?;
        writer.summarise(format!("“{}”并入“{}”，涉及 {tasks} 项", from.name, into.name));
        Ok(wire::UnitPairReport { from_name: from.name.clone(), into_name: into.name.clone(), tasks })
    })
}

pub(crate) fn tell_units_apart(
    context: &mut Context<'_, '_>,
    request: wire::UnitPair,
) -> Result<wire::UnitPairReport, CommandError> {
    let (from, into) = pair(context, &request)?;
    let operation = context.operation();
    context.caller.store.write(&operation, |writer| {
        writer.tell_units_apart(&from.id, &into.id)?;
        writer.summarise(format!("“{}”和“{}”", from.name, into.name));
        Ok(wire::UnitPairReport { from_name: from.name.clone(), into_name: into.name.clone(), tasks: 0 })
    })
}

fn pair(context: &Context<'_, '_>, request: &wire::UnitPair) -> Result<(UnitRecord, UnitRecord), CommandError> {
    let read = context.read();
    let region = request.region.as_deref();
    let ((from, _), (into, _)) = (one_called(read, &request.from, region)?, one_called(read, &request.into, region)?);
    if from.id == into.id {
        return Err(CommandError::invalid(format!("“{}”和“{}”已是同一个单位，没有改动。", request.from, request.into)));
    }
    if from.region != into.region && !is_one_body(&from, &into) {
        let place = |unit: &UnitRecord| unit.region.clone().unwrap_or_else(|| "地区未定".to_owned());
        return Err(CommandError::invalid(format!(
            "“{}”（{}）和“{}”（{}）不在同一地区，名称也没有写明是同一处的单位，不能合并。",
            from.name,
            place(&from),
            into.name,
            place(&into)
        )));
    }
    Ok((from, into))
}

/// Whether two units of different regions have one name when each is written with its place: a city's notice writes
/// 云阳县教育局 where the county's own writes 县教育局. Where the region of one is not known, a person may say it is the other's.
fn is_one_body(one: &UnitRecord, other: &UnitRecord) -> bool {
    let full = |unit: &UnitRecord, beside: &UnitRecord| {
        domain::full_name(&unit.name, unit.region.as_ref().or(beside.region.as_ref()).map_or("", String::as_str))
    };
    full(one, other) == full(other, one)
}

/// Pairs of units of two regions that are one body by their full names; the one of the place itself stays.
fn across_regions(units: &[&UnitRecord]) -> Vec<(UnitRecord, UnitRecord, String)> {
    let mut by_name: BTreeMap<String, Vec<&UnitRecord>> = BTreeMap::new();
    for unit in units {
        if let Some(region) = &unit.region {
            by_name.entry(domain::full_name(&unit.name, region)).or_default().push(unit);
        }
    }
    let mut pairs = Vec::new();
    for (full, units) in by_name {
        let of_the_place = |unit: &&&UnitRecord| unit.region.as_ref().is_some_and(|region| full.starts_with(region));
        let Some(own) = units.iter().find(of_the_place) else { continue };
        for other in units.iter().filter(|other| other.region != own.region) {
            let place = own.region.as_deref().unwrap_or_default();
            let reason = format!("“{full}”就是{place}的“{}”，别处的文件写全了地区", own.name);
            pairs.push(((*other).clone(), (*own).clone(), reason));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::testing::Office;
    use crate::wire::{ImportReport, JournalEntry, UnitProposal};

    fn office() -> Office {
        use base64::Engine as _;
        let mut office = Office::new();
        let plan = |city: &str, one: &str, other: &str| {
            let text = format!(
                "{city}优化营商环境行动方案\n为进一步优化营商环境，制定本方案。\n一、重点任务\n（一）简化材料。公布清单。（{one}牵头）\n\
                 （二）降低成本。减免租金。（{other}牵头）\n（三）强化服务。做好走访。（{other}牵头）\n{city}人民政府\n2022年3月1日\n"
            );
            let base64 = base64::engine::general_purpose::STANDARD.encode(text);
            json!({ "content": { "name": format!("{city}.txt"), "base64": base64 } })
        };
        let sources =
            [plan("滨江市", "市卫生健康委员会", "市卫生健康委"), plan("临湖市", "市卫生健康委员会", "市财政局")];
        let _: ImportReport = office.ask("import", json!({ "sources": sources, "confirm": true }));
        office
    }

    #[test]
    fn two_spellings_are_proposed_within_their_region_and_merged_or_told_apart_by_a_person() {
        let mut office = office();
        let proposals: Vec<UnitProposal> = office.ask("unit_proposals", Value::Null);
        assert_eq!(proposals.len(), 1, "not across regions: {proposals:?}");
        let proposal = proposals[0].clone();
        assert_eq!((proposal.from_name.as_str(), proposal.into_name.as_str()), ("市卫生健康委员会", "市卫生健康委"));
        assert_eq!((proposal.from_tasks, proposal.into_tasks), (1, 2));
        assert!(proposal.reason.contains("全称"));

        let pair = json!({ "from": proposal.from, "into": proposal.into });
        let report: Value = office.ask("merge_units", pair.clone());
        assert_eq!(report["tasks"], 1);
        let none: Vec<UnitProposal> = office.ask("unit_proposals", Value::Null);
        assert_eq!(none, []);
        let undone: JournalEntry = office.ask("undo", Value::Null);
        assert_eq!(undone.label, "合并单位");

        let again: Vec<UnitProposal> = office.ask("unit_proposals", Value::Null);
        assert_eq!(again, proposals);
        let _: Value = office.ask("tell_units_apart", pair);
        let declined: Vec<UnitProposal> = office.ask("unit_proposals", Value::Null);
        assert_eq!(declined, []);
    }

    #[test]
    fn a_bureau_with_its_county_in_a_citys_notice_is_the_countys_own() {
        let mut office = Office::new();
        let notice = |region: &str, unit: &str| {
            use base64::Engine as _;
            let text = format!(
                "{region}教育提升行动方案\n为提升教育质量，制定本方案。\n一、重点任务\n（一）建设学校。新建小学三所。（{unit}牵头）\n\
                 {region}人民政府\n2022年3月1日\n"
            );
            let base64 = base64::engine::general_purpose::STANDARD.encode(text);
            json!({ "content": { "name": format!("{region}.txt"), "base64": base64 } })
        };
        let sources = [notice("云阳县", "县教育局"), notice("滨江市", "云阳县教育局")];
        let _: ImportReport = office.ask("import", json!({ "sources": sources, "confirm": true }));
        let proposals: Vec<UnitProposal> = office.ask("unit_proposals", Value::Null);
        let [proposal] = proposals.as_slice() else { panic!("{proposals:?}") };
        assert_eq!((proposal.from_name.as_str(), proposal.into_name.as_str()), ("云阳县教育局", "县教育局"));
        assert!(proposal.reason.contains("写全了地区"), "{}", proposal.reason);
        let report: Value = office.ask("merge_units", json!({ "from": proposal.from, "into": proposal.into }));
        assert_eq!(report["tasks"], 1);
        let later = json!({ "sources": [notice("滨江市", "云阳县教育局、县财政局")], "confirm": true });
        let _: ImportReport = office.ask("import", later);
        let units: Vec<Value> = office.ask("list_units", json!({ "words": "教育局" }));
        assert!(matches!(units.as_slice(), [unit] if unit["figures"]["led"] == 3), "later notices follow: {units:?}");
        let _: JournalEntry = office.ask("undo", Value::Null);
        let _: JournalEntry = office.ask("undo", Value::Null);
        assert_eq!(office.ask::<Vec<UnitProposal>>("unit_proposals", Value::Null), proposals);
    }

    #[test]
    fn units_of_two_regions_are_refused() {
        let mut office = office();
        let error = office.try_ask("merge_units", json!({ "from": "市财政局", "into": "市卫生健康委" })).unwrap_err();
        assert!(error.to_string().contains("不在同一地区"), "{error}");
    }
}

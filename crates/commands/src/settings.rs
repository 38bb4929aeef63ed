//! How the office works, kept in the register.

use domain::{Steps, TaskStatus, Thresholds, Workplace, moves_from};
use store::{CountScope, Reader, StoreError, Writer};

use crate::context::Context;
use crate::error::CommandError;
use crate::{figures, wire, workplace};

pub(crate) fn get_settings(context: &mut Context<'_, '_>, _: wire::Nothing) -> Result<wire::Settings, CommandError> {
    Ok(kept(context.read())?)
}

fn kept(read: Reader<'_>) -> Result<wire::Settings, StoreError> {
    Ok(wire::Settings {
        steps: read.steps()?.optional().map(wire::StatusCode).collect(),
        workplace: workplace::info(read)?,
        thresholds: thresholds(read.thresholds()?),
    })
}

pub(crate) fn thresholds(thresholds: Thresholds) -> wire::Thresholds {
    let Thresholds { due_soon_days, behind_points } = thresholds;
    wire::Thresholds { due_soon_days, behind_points }
}

pub(crate) fn list_ways(
    context: &mut Context<'_, '_>,
    request: wire::WaysRequest,
) -> Result<Vec<wire::Way>, CommandError> {
    let steps = match request.steps {
        Some(steps) => steps.into_iter().map(|wire::StatusCode(step)| step).collect(),
        None => context.read().steps()?,
    };
    let from_each = TaskStatus::ALL.into_iter().flat_map(|from| {
        let ways = moves_from(from, steps).into_iter();
        ways.map(move |(name, to)| wire::Way {
            from: wire::StatusCode(from),
            name: wire::MoveCode(name),
            to: wire::StatusCode(to),
        })
    });
    Ok(from_each.collect())
}

pub(crate) fn preview_thresholds(
    context: &mut Context<'_, '_>,
    request: wire::Thresholds,
) -> Result<Vec<wire::LightPreview>, CommandError> {
    let now = context.lights()?;
    let then = domain::Lights { thresholds: possible(request)?, ..now };
    let stretches = Some(figures::stretches(now));
    let counts = context.read().counts(CountScope { as_of: context.past(), stretches, ..CountScope::default() })?.all;
    let [now, then] = [now, then].map(|lights| figures::together(counts.iter(), lights));
    let of = |light, now, then| wire::LightPreview { light, now, then };
    Ok(vec![
        of(wire::LightCode::DueSoon, now.due_soon, then.due_soon),
        of(wire::LightCode::OnTrack, now.on_track, then.on_track),
    ])
}

pub(crate) fn set_settings(
    context: &mut Context<'_, '_>,
    request: wire::SettingsRequest,
) -> Result<wire::Settings, CommandError> {
    let wire::SettingsRequest { steps, workplace, thresholds } = request;
    let steps = steps.map(taken).transpose()?;
    let thresholds = thresholds.map(possible).transpose()?;
    let workplace = workplace.map(|request| workplace::asked(context.read(), request)).transpose()?;
    let operation = context.operation();
    context
        .caller
        .store
        .write(&operation, |writer| {
            let mut said = Vec::new();
            if let Some(steps) = steps {
                said.extend(keep_steps(writer, steps)?);
            }
            if let Some(workplace) = &workplace {
                said.extend(keep_workplace(writer, workplace.as_ref())?);
            }
            if let Some(thresholds) = thresholds {
                said.extend(keep_thresholds(writer, thresholds)?);
            }
            writer.summarise(said.join("；"));
            kept(**writer)
        })
        .map_err(CommandError::from)
}

fn taken(steps: Vec<wire::StatusCode>) -> Result<Steps, CommandError> {
    if let Some(wire::StatusCode(step)) = steps.iter().find(|wire::StatusCode(step)| !step.entry().is_optional) {
        let sentence = format!("“{}”不是可以选用的步骤，设置没有改动。", step.word());
        return Err(CommandError::at("steps", sentence));
    }
    Ok(steps.into_iter().map(|wire::StatusCode(step)| step).collect())
}

fn possible(thresholds: wire::Thresholds) -> Result<Thresholds, CommandError> {
    let wire::Thresholds { due_soon_days, behind_points } = thresholds;
    if due_soon_days > Thresholds::MOST_DAYS {
        let sentence = format!("临期天数最多 {} 天，设置没有改动。", Thresholds::MOST_DAYS);
        return Err(CommandError::at("thresholds.due_soon_days", sentence));
    }
    if behind_points > Thresholds::MOST_POINTS {
        let sentence = format!("滞后的百分点最多 {}，设置没有改动。", Thresholds::MOST_POINTS);
        return Err(CommandError::at("thresholds.behind_points", sentence));
    }
    Ok(Thresholds { due_soon_days, behind_points })
}

fn keep_steps(writer: &Writer<'_>, steps: Steps) -> Result<Option<String>, StoreError> {
    if writer.steps()? == steps {
        return Ok(None);
    }
    writer.keep_steps(steps)?;
    let words: Vec<&str> = steps.optional().map(|step| step.word()).collect();
    let words = if words.is_empty() { "都不用".to_owned() } else { words.join("、") };
    Ok(Some(format!("选用步骤：{words}")))
}

fn keep_workplace(writer: &Writer<'_>, workplace: Option<&Workplace>) -> Result<Option<String>, StoreError> {
    if writer.workplace()?.as_ref() == workplace {
        return Ok(None);
    }
    writer.keep_workplace(workplace)?;
    let name = workplace.map_or_else(|| "不再写明".to_owned(), Workplace::name);
    Ok(Some(format!("使用单位：{name}")))
}

fn keep_thresholds(writer: &Writer<'_>, thresholds: Thresholds) -> Result<Option<String>, StoreError> {
    let before = writer.thresholds()?;
    writer.keep_thresholds(thresholds)?;
    let mut said = Vec::new();
    if before.due_soon_days != thresholds.due_soon_days {
        said.push(format!("临期天数：{} 天改为 {} 天", before.due_soon_days, thresholds.due_soon_days));
    }
    if before.behind_points != thresholds.behind_points {
        said.push(format!("滞后的百分点：{} 改为 {}", before.behind_points, thresholds.behind_points));
    }
    Ok((!said.is_empty()).then(|| said.join("；")))
}

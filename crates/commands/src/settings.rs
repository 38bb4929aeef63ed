//! How the office works, kept in the register.

use domain::{Steps, TaskStatus, moves_from};

use crate::context::Context;
use crate::error::CommandError;
use crate::wire;

pub(crate) fn get_settings(context: &mut Context<'_, '_>, _: wire::Nothing) -> Result<wire::Settings, CommandError> {
    Ok(wire::Settings { steps: codes(context.read().steps()?) })
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

pub(crate) fn set_settings(
    context: &mut Context<'_, '_>,
    request: wire::Settings,
) -> Result<wire::Settings, CommandError> {
    let wire::Settings { steps } = request;
    if let Some(wire::StatusCode(step)) = steps.iter().find(|wire::StatusCode(step)| !step.entry().is_optional) {
        let sentence = format!("“{}”不是可以选用的步骤，设置没有改动。", step.word());
        return Err(CommandError::invalid(sentence));
    }
    let steps: Steps = steps.into_iter().map(|wire::StatusCode(step)| step).collect();
    let operation = context.operation();
    context.caller.store.write(&operation, |writer| {
        writer.keep_steps(steps)?;
        let words: Vec<&str> = steps.optional().map(|step| step.word()).collect();
        let words = if words.is_empty() { "都不用".to_owned() } else { words.join("、") };
        writer.summarise(format!("选用步骤：{words}"));
        Ok(wire::Settings { steps: codes(steps) })
    })
}

fn codes(steps: Steps) -> Vec<wire::StatusCode> {
    steps.optional().map(wire::StatusCode).collect()
}

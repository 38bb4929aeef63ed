//! Correcting what was read, and judging doubts.

mod units;

use domain::{DeadlineKind, DoubtState, Field, MeasureClass};
use store::{Corrected, Correction, DeadlineValue, FieldValue, MeasureRecord, NoticeId, PeopleValue, Reader};

pub(crate) use units::{new_names_in, new_names_of, new_unit_names};

use crate::context::Context;
use crate::entered::{Entered, LONGEST_TEXT, LONGEST_TITLE};
use crate::error::CommandError;
use crate::in_short;
use crate::wire::{self, MeasureField};

pub(crate) fn correct_measure(
    context: &mut Context<'_, '_>,
    request: wire::CorrectRequest,
) -> Result<wire::CorrectReport, CommandError> {
    if request.fields.is_empty() && request.as_read.is_empty() {
        return Err(CommandError::invalid("没有写明要更正什么。请至少更正一项。"));
    }
    let read = context.read();
    let id = read.measure_called(&request.measure)?;
    let held = read.measure(&id)?;
    let Put { values, taken_from_co_units } = checked(read, &held, request.fields, &request.as_read)?;
    let new_units = units::new_names(read, &id, names_put(&values, &held))?;
    let operation = context.operation();
    let Corrected { changed, task, kept_on_task } = context.caller.store.write(&operation, |writer| {
        let corrected = writer.correct_measure(&id, &values)?;
        let fields: Vec<&str> = values.iter().map(|value| value.field().word()).collect();
        writer.summarise(format!("{}“{}”", fields.join("、"), in_short::numbered(&held.number, None, &held.text)));
        Ok::<_, CommandError>(corrected)
    })?;
    Ok(wire::CorrectReport {
        changed: codes(&changed),
        task: task.map(|task| task.to_string()),
        kept_on_task: codes(&kept_on_task),
        taken_from_co_units,
        new_units,
    })
}

/// What a person puts into a measure, as it may be kept.
pub(crate) struct Put {
    pub(crate) values: Vec<FieldValue>,
    /// Co-units that are to lead, and are no co-units then.
    pub(crate) taken_from_co_units: Vec<String>,
}

/// What may be kept of fields and of those that are to hold what was read again, or a sentence about one.
pub(crate) fn checked(
    read: Reader<'_>,
    held: &MeasureRecord,
    fields: Vec<MeasureField>,
    as_read: &[String],
) -> Result<Put, CommandError> {
    let mut values = Vec::new();
    for field in fields {
        values.push(value(field, held.deadline_raw.as_deref())?);
    }
    for code in as_read {
        let read = Field::from_code(code).and_then(|field| held.as_read(field));
        let refused = || CommandError::invalid(format!("“{code}”不是可以更正的一项，没有改动。"));
        values.push(read.ok_or_else(refused)?);
    }
    if held.task.is_some() && values.iter().any(|value| matches!(value, FieldValue::Dropped(Some(_)))) {
        return Err(CommandError::invalid(
            "这条举措已是督办事项，没有改动。不再办理的，请在事项上选“不涉及”或“中止”。",
        ));
    }
    units::refuse_lists(names_put(&values, held))?;
    let taken_from_co_units = units::taken_from_co_units(read, held, &mut values)?;
    Ok(Put { values, taken_from_co_units })
}

/// The units that a correction names and the measure did not.
pub(crate) fn names_put<'a>(values: &'a [FieldValue], held: &'a MeasureRecord) -> impl Iterator<Item = &'a str> {
    let names = values.iter().flat_map(|value| match value {
        FieldValue::Leads(names) | FieldValue::CoUnits(names) => names.as_slice(),
        _ => &[],
    });
    names.filter(|name| !held.leads.contains(name) && !held.co_units.contains(name)).map(String::as_str)
}

pub(crate) fn judge_doubt(
    context: &mut Context<'_, '_>,
    request: wire::JudgeRequest,
) -> Result<wire::JudgeReport, CommandError> {
    let wire::JudgeRequest { of, field, rule, state } = request;
    let state = DoubtState::from_code(&state)
        .filter(|state| *state != DoubtState::Corrected)
        .ok_or_else(|| CommandError::invalid("疑点只能记为“确有疑问”“原读无误”或“待核对”；要更正请直接更正那一项。"))?;
    let operation = context.operation();
    let read = context.read();
    let measure = read.measure_called(&of).ok();
    let notice = measure.as_ref().map_or_else(|| NoticeId::from(of.as_str()), |measure| measure.notice().clone());
    let title = read.notice(&notice)?.title;
    let judged = context.caller.store.write(&operation, |writer| {
        writer.summarise(format!("记为“{}”，《{title}》", state.word()));
        match &measure {
            Some(measure) => writer.judge_doubt(measure, &field, &rule, state),
            None => writer.judge_notice_doubt(&notice, &field, &rule, state),
        }
    })?;
    Ok(wire::JudgeReport { judged, open: context.read().notice(&notice)?.doubt_count })
}

/// What was corrected, for a front.
pub(crate) fn infos(corrections: Vec<Correction>) -> Vec<wire::CorrectionInfo> {
    let info = |Correction { field, read, corrected, actor, at }| wire::CorrectionInfo {
        read_words: words(&read),
        read: shown(read),
        corrected: shown(corrected),
        field: field.code().to_owned(),
        actor,
        at,
    };
    corrections.into_iter().map(info).collect()
}

/// A value in words, for a list of changes.
pub(crate) fn words(value: &FieldValue) -> String {
    let listed = |words: &[String]| if words.is_empty() { "未写明".to_owned() } else { words.join("、") };
    match value {
        FieldValue::Title(title) => title.clone().unwrap_or_else(|| "无标题".to_owned()),
        FieldValue::Text(text) => text.clone(),
        FieldValue::Leads(units) | FieldValue::CoUnits(units) => listed(units),
        FieldValue::Deadline(DeadlineValue { raw, due, .. }) => match (raw, due) {
            (Some(raw), Some(due)) => format!("{raw}（{due}）"),
            (Some(raw), None) => raw.clone(),
            (None, Some(due)) => due.to_string(),
            (None, None) => "未载明期限".to_owned(),
        },
        FieldValue::Class(code) => {
            MeasureClass::from_code(code).map_or_else(|| code.clone(), |class| class.word().to_owned())
        }
        FieldValue::People(PeopleValue { leader, responsible, contact }) => {
            let roles = [("分管领导", leader), ("责任人", responsible), ("联系人", contact)];
            let named = roles.iter().filter(|(_, names)| !names.is_empty());
            let roles: Vec<String> = named.map(|(role, names)| format!("{role} {}", names.join("、"))).collect();
            if roles.is_empty() { listed(&roles) } else { roles.join("；") }
        }
        FieldValue::Dropped(None) => "列为事项".to_owned(),
        FieldValue::Dropped(Some(reason)) => format!("不列为事项：{reason}"),
    }
}

/// A value as a front shows it.
fn shown(value: FieldValue) -> MeasureField {
    match value {
        FieldValue::Title(title) => MeasureField::Title(title),
        FieldValue::Text(text) => MeasureField::Text(text),
        FieldValue::Leads(units) => MeasureField::Leads(units),
        FieldValue::CoUnits(units) => MeasureField::CoUnits(units),
        FieldValue::Deadline(DeadlineValue { raw, due, kind }) => {
            MeasureField::Deadline(wire::DeadlineInfo { raw, due, kind })
        }
        FieldValue::Class(code) => MeasureField::Class(code),
        FieldValue::People(PeopleValue { leader, responsible, contact }) => {
            MeasureField::People(wire::PeopleInfo { leader, responsible, contact })
        }
        FieldValue::Dropped(reason) => MeasureField::Dropped(reason),
    }
}

/// A value as it may be kept, or a sentence about the field.
fn value(field: MeasureField, raw_held: Option<&str>) -> Result<FieldValue, CommandError> {
    let value = match field {
        MeasureField::Title(title) => {
            let title = title.map(|title| Entered::from(Field::Title).text(&title, LONGEST_TITLE)).transpose()?;
            FieldValue::Title(title.filter(|title| !title.is_empty()))
        }
        MeasureField::Text(text) if text.trim().is_empty() => {
            return Err(Entered::from(Field::Text).refused("内容不能空着。请写明要办的事；只想保留原文时不必更正。"));
        }
        MeasureField::Text(text) => FieldValue::Text(Entered::from(Field::Text).text(&text, LONGEST_TEXT)?),
        MeasureField::Leads(units) => FieldValue::Leads(Entered::from(Field::Leads).names(&units)?),
        MeasureField::CoUnits(units) => FieldValue::CoUnits(Entered::from(Field::CoUnits).names(&units)?),
        MeasureField::Deadline(deadline) => FieldValue::Deadline(self::deadline(deadline, raw_held)?),
        MeasureField::Class(code) => FieldValue::Class(code),
        MeasureField::People(wire::PeopleInfo { leader, responsible, contact }) => FieldValue::People(PeopleValue {
            leader: Entered::from(Field::People).names(&leader)?,
            responsible: Entered::from(Field::People).names(&responsible)?,
            contact: Entered::from(Field::People).names(&contact)?,
        }),
        MeasureField::Dropped(None) => FieldValue::Dropped(None),
        MeasureField::Dropped(Some(reason)) => match reason.trim() {
            "" => return Err(Entered::from(Field::Dropped).refused("请写明为什么不列为督办事项，没有更正。")),
            reason => FieldValue::Dropped(Some(Entered::from(Field::Dropped).text(reason, LONGEST_TITLE)?)),
        },
    };
    if value.is_known() {
        Ok(value)
    } else {
        let entered = Entered::from(value.field());
        Err(entered.refused(format!("“{}”的取值不认识，没有更正。请从列出的几种里选。", entered.word)))
    }
}

fn deadline(deadline: wire::DeadlineInfo, raw_held: Option<&str>) -> Result<DeadlineValue, CommandError> {
    let wire::DeadlineInfo { raw, due, kind } = deadline;
    let known = DeadlineKind::from_code(&kind);
    let entered = Entered::from(Field::Deadline);
    known.map_or(Ok(()), |kind| entered.check_day(kind, due))?;
    let raw = raw.map(|raw| entered.text(&raw, LONGEST_TITLE)).transpose()?.filter(|raw| !raw.is_empty());
    let raw = match known {
        Some(DeadlineKind::None) => None,
        _ => raw.or_else(|| raw_held.map(str::to_owned)),
    };
    Ok(DeadlineValue { raw, due, kind })
}

fn codes(fields: &[Field]) -> Vec<String> {
    fields.iter().map(|field| field.code().to_owned()).collect()
}

#[cfg(test)]
mod tests;

//! Correcting what was read, and judging doubts.

mod units;

use domain::{DeadlineKind, DoubtState, Field, MeasureClass};
use store::{Corrected, Correction, DeadlineValue, FieldValue, MeasureRecord, NoticeId, PeopleValue, Reader};

pub(crate) use units::{new_names_in, new_names_of, new_unit_names};

use crate::context::Context;
use crate::error::CommandError;
use crate::wire::{self, MeasureField};

/// More letters than these are a slip of the clipboard and no unit, title or text.
const LONGEST_NAME: usize = 100;
const LONGEST_TITLE: usize = 500;
const LONGEST_TEXT: usize = 20_000;

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
        writer.summarise(format!("{}“{}”", fields.join("、"), opening(&held.number, &held.text)));
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
            let title = title.map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
            FieldValue::Title(title.map(|title| not_too_long(Field::Title, title, LONGEST_TITLE)).transpose()?)
        }
        MeasureField::Text(text) => match text.trim() {
            "" => return Err(CommandError::invalid("内容不能空着。请写明要办的事；只想保留原文时不必更正。")),
            text => FieldValue::Text(not_too_long(Field::Text, text.to_owned(), LONGEST_TEXT)?),
        },
        MeasureField::Leads(units) => FieldValue::Leads(names(Field::Leads, units)?),
        MeasureField::CoUnits(units) => FieldValue::CoUnits(names(Field::CoUnits, units)?),
        MeasureField::Deadline(deadline) => FieldValue::Deadline(self::deadline(deadline, raw_held)?),
        MeasureField::Class(code) => FieldValue::Class(code),
        MeasureField::People(wire::PeopleInfo { leader, responsible, contact }) => FieldValue::People(PeopleValue {
            leader: names(Field::People, leader)?,
            responsible: names(Field::People, responsible)?,
            contact: names(Field::People, contact)?,
        }),
        MeasureField::Dropped(None) => FieldValue::Dropped(None),
        MeasureField::Dropped(Some(reason)) => match reason.trim() {
            "" => return Err(CommandError::invalid("请写明为什么不列为督办事项，没有更正。")),
            reason => FieldValue::Dropped(Some(not_too_long(Field::Dropped, reason.to_owned(), LONGEST_TITLE)?)),
        },
    };
    if value.is_known() {
        Ok(value)
    } else {
        Err(CommandError::invalid(format!("“{}”的取值不认识，没有更正。请从列出的几种里选。", value.field().word())))
    }
}

fn deadline(deadline: wire::DeadlineInfo, raw_held: Option<&str>) -> Result<DeadlineValue, CommandError> {
    let wire::DeadlineInfo { raw, due, kind } = deadline;
    let known = DeadlineKind::from_code(&kind);
    match (known, due) {
        (Some(DeadlineKind::None | DeadlineKind::Ongoing | DeadlineKind::Immediate), Some(due)) => {
            return Err(CommandError::invalid(format!(
                "既填了 {due}，又选了没有日期的期限，没有更正。请去掉其中一项。"
            )));
        }
        (Some(DeadlineKind::Date | DeadlineKind::Month | DeadlineKind::Quarter | DeadlineKind::Year), None) => {
            return Err(CommandError::invalid(
                "完成时限没有填日期，没有更正。请填日期，或改选“未载明期限”等没有日期的一种。",
            ));
        }
        _ => {}
    }
    let raw = raw.map(|raw| raw.trim().to_owned()).filter(|raw| !raw.is_empty());
    let raw = match known {
        Some(DeadlineKind::None) => None,
        _ => raw.or_else(|| raw_held.map(str::to_owned)),
    };
    let raw = raw.map(|raw| not_too_long(Field::Deadline, raw, LONGEST_TITLE)).transpose()?;
    Ok(DeadlineValue { raw, due, kind })
}

/// Names without blanks around them, each once.
fn names(field: Field, given: Vec<String>) -> Result<Vec<String>, CommandError> {
    let mut names = Vec::new();
    for name in given {
        let name = name.trim();
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(not_too_long(field, name.to_owned(), LONGEST_NAME)?);
        }
    }
    Ok(names)
}

fn not_too_long(field: Field, text: String, longest: usize) -> Result<String, CommandError> {
    let letters = text.chars().count();
    if letters <= longest {
        return Ok(text);
    }
    let sentence = format!("“{}”有 {letters} 个字，超过 {longest} 字，没有更正。请检查是否粘贴错了。", field.word());
    Err(CommandError::invalid(sentence))
}

fn codes(fields: &[Field]) -> Vec<String> {
    fields.iter().map(|field| field.code().to_owned()).collect()
}

/// Number and first words of a measure.
pub(crate) fn opening(number: &str, text: &str) -> String {
    let words: String = text.chars().take(20).collect();
    if number.is_empty() { words } else { format!("{number} {words}") }
}

#[cfg(test)]
mod tests;

//! Correcting a measure, listing and judging doubts.

use commands::wire::{
    CorrectReport, CorrectRequest, DeadlineInfo, DoubtInfo, IdRequest, JudgeReport, JudgeRequest, MeasureField,
    NewUnitName, NoticeDetail, PeopleInfo, UnitNamesRequest, doubt_state_word, field_word,
};

use crate::arguments::{Class, CorrectArguments, CorrectableField, DoubtArguments};
use crate::session::{Failure, Session, json_text};
use crate::tables::shorten;
use crate::terminal::{agreed, is_asked};

/// Longest words of a measure that are shown.
const LONGEST: usize = 60;

pub(crate) fn correct(session: &mut Session, arguments: &CorrectArguments) -> Result<String, Failure> {
    let as_read = arguments.as_read.iter().map(|field| code_of(*field).to_owned()).collect();
    let people = people(session, arguments)?;
    let request = CorrectRequest { measure: arguments.id.clone(), fields: fields(arguments, people), as_read };
    if is_asked() && !arguments.json {
        let names = [arguments.terms.lead.as_slice(), &arguments.terms.co].concat();
        let request = UnitNamesRequest { measure: Some(arguments.id.clone()), region: None, names };
        let unknown: Vec<NewUnitName> =
            serde_json::from_value(session.ask("new_unit_names", &request, None, &|_| {})?)?;
        let told: String = unknown.iter().map(new_unit).collect();
        if !told.is_empty() && !agreed(&format!("{told}仍按所写更正吗？"))? {
            return Err(Failure::NotCorrected);
        }
    }
    let value = session.ask("correct_measure", &request, None, &|_| {})?;
    if arguments.json {
        return Ok(json_text(&value));
    }
    let report: CorrectReport = serde_json::from_value(value)?;
    let mut text = match report.changed.as_slice() {
        [] => "与现有内容相同，没有更正。\n".to_owned(),
        changed => format!("已更正{}。原读保留，可用 duban undo 撤销。\n", words_of(changed)),
    };
    if !report.taken_from_co_units.is_empty() {
        text.push_str(&format!("{}改为牵头，不再列为配合单位。\n", quoted(&report.taken_from_co_units)));
    }
    text.extend(report.new_units.iter().map(new_unit));
    if !report.kept_on_task.is_empty() {
        let kept = words_of(&report.kept_on_task);
        text.push_str(&format!("督办事项的{kept}此前另有改动，保留改动，没有随之更正。\n"));
    }
    Ok(text)
}

/// A name that no unit had: it may be a slip.
pub(super) fn new_unit(unit: &NewUnitName) -> String {
    let NewUnitName { name, nearest } = unit;
    let like = if nearest.is_empty() { String::new() } else { format!("，相近的有{}", quoted(nearest)) };
    format!("“{name}”是台账里还没有的单位{like}。\n")
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join("、")
}

/// The people as they are to stand: roles that are not written stay as they are.
fn people(session: &mut Session, arguments: &CorrectArguments) -> Result<Option<PeopleInfo>, Failure> {
    let written = [&arguments.leader, &arguments.responsible, &arguments.contact];
    if written.iter().all(|names| names.is_empty()) {
        return Ok(None);
    }
    let id = &arguments.id;
    let value = session.ask("get_notice", &IdRequest { id: id.clone() }, None, &|_| {})?;
    let detail: NoticeDetail = serde_json::from_value(value)?;
    let is_meant = |measure: &commands::wire::MeasureInfo| measure.id == *id || measure.task.as_ref() == Some(id);
    let mut held = detail.measures.into_iter().find(is_meant).map(|measure| measure.people).unwrap_or_default();
    for (role, names) in [&mut held.leader, &mut held.responsible, &mut held.contact].into_iter().zip(written) {
        if !names.is_empty() {
            role.clone_from(names);
        }
    }
    Ok(Some(held))
}

fn fields(arguments: &CorrectArguments, people: Option<PeopleInfo>) -> Vec<MeasureField> {
    let mut fields = Vec::new();
    fields.extend(arguments.title.clone().map(|title| MeasureField::Title(Some(title))));
    fields.extend(arguments.text.clone().map(MeasureField::Text));
    if !arguments.terms.lead.is_empty() {
        fields.push(MeasureField::Leads(arguments.terms.lead.clone()));
    }
    if !arguments.terms.co.is_empty() {
        fields.push(MeasureField::CoUnits(arguments.terms.co.clone()));
    }
    if let Some(due) = arguments.terms.due {
        let raw = arguments.terms.due_words.clone();
        fields.push(MeasureField::Deadline(DeadlineInfo { raw, due: Some(due), kind: "date".to_owned() }));
    }
    fields.extend(arguments.class.map(|class| MeasureField::Class(class_code(class).to_owned())));
    fields.extend(people.map(MeasureField::People));
    fields.extend(arguments.drop.clone().map(|reason| MeasureField::Dropped(Some(reason))));
    fields.extend(arguments.clear.iter().map(|field| cleared(*field)));
    fields
}

/// The field without a value. A text cannot be without one, and a class neither: the command says so.
fn cleared(field: CorrectableField) -> MeasureField {
    match field {
        CorrectableField::Title => MeasureField::Title(None),
        CorrectableField::Text => MeasureField::Text(String::new()),
        CorrectableField::Leads => MeasureField::Leads(Vec::new()),
        CorrectableField::CoUnits => MeasureField::CoUnits(Vec::new()),
        CorrectableField::Deadline => {
            MeasureField::Deadline(DeadlineInfo { raw: None, due: None, kind: "none".to_owned() })
        }
        CorrectableField::Class => MeasureField::Class(String::new()),
        CorrectableField::People => MeasureField::People(PeopleInfo::default()),
        CorrectableField::Dropped => MeasureField::Dropped(None),
    }
}

fn code_of(field: CorrectableField) -> &'static str {
    match field {
        CorrectableField::Title => "title",
        CorrectableField::Text => "text",
        CorrectableField::Leads => "leads",
        CorrectableField::CoUnits => "co_units",
        CorrectableField::Deadline => "deadline",
        CorrectableField::Class => "class",
        CorrectableField::People => "people",
        CorrectableField::Dropped => "dropped",
    }
}

fn class_code(class: Class) -> &'static str {
    match class {
        Class::Measure => "measure",
        Class::Safeguard => "safeguard",
        Class::Embedded => "embedded",
    }
}

fn words_of(codes: &[String]) -> String {
    codes.iter().map(|code| field_word(code)).collect::<Vec<_>>().join("、")
}

/// A doubt in the list, with what it is about.
struct Listed<'a> {
    /// Id of the notice or measure.
    of: &'a str,
    /// The measure; nothing for the notice itself.
    about: String,
    doubt: &'a DoubtInfo,
}

pub(crate) fn doubt(session: &mut Session, arguments: &DoubtArguments) -> Result<String, Failure> {
    let value = session.ask("get_notice", &IdRequest { id: arguments.id.clone() }, None, &|_| {})?;
    let detail: NoticeDetail = serde_json::from_value(value)?;
    let all = arguments.all || arguments.judgement.reopen;
    let listed: Vec<Listed<'_>> =
        listed(&detail, &arguments.id).into_iter().filter(|listed| all || listed.doubt.state == "open").collect();
    let Some(number) = arguments.number else {
        if arguments.json {
            let doubts: Vec<_> =
                listed.iter().map(|listed| serde_json::json!({ "of": listed.of, "doubt": listed.doubt })).collect();
            return Ok(json_text(&serde_json::to_value(doubts)?));
        }
        return Ok(lay_out(&listed));
    };
    let chosen = number.checked_sub(1).and_then(|place| listed.get(place));
    let chosen = chosen.ok_or(Failure::NoSuchDoubt { number, doubts: listed.len() })?;
    let state = match arguments.judgement {
        crate::arguments::Judgement { accept: true, .. } => "accepted",
        crate::arguments::Judgement { dismiss: true, .. } => "dismissed",
        _ => "open",
    };
    let request = JudgeRequest {
        of: chosen.of.to_owned(),
        field: chosen.doubt.field.clone(),
        rule: chosen.doubt.rule.clone(),
        state: state.to_owned(),
    };
    let value = session.ask("judge_doubt", &request, None, &|_| {})?;
    if arguments.json {
        return Ok(json_text(&value));
    }
    let report: JudgeReport = serde_json::from_value(value)?;
    Ok(format!("已记为“{}”；这份文件还有 {} 处疑点待核对。\n", doubt_state_word(state), report.open))
}

/// The doubts of what the id names: a notice with its measures, or one measure.
fn listed<'a>(detail: &'a NoticeDetail, id: &str) -> Vec<Listed<'a>> {
    let is_notice = detail.notice.id == id;
    let own = detail.doubts.iter().filter(|_| is_notice);
    let own = own.map(|doubt| Listed { of: detail.notice.id.as_str(), about: String::new(), doubt });
    let measures =
        detail.measures.iter().filter(|measure| is_notice || measure.id == id || measure.task.as_deref() == Some(id));
    let of_measures = measures.flat_map(|measure| {
        let about = format!("{} {}", measure.number, shorten(&measure.text, LONGEST));
        measure.doubts.iter().map(move |doubt| Listed { of: measure.id.as_str(), about: about.clone(), doubt })
    });
    own.chain(of_measures).collect()
}

fn lay_out(listed: &[Listed<'_>]) -> String {
    if listed.is_empty() {
        return "没有待核对的疑点。\n".to_owned();
    }
    let mut text = String::new();
    let mut about = None;
    for (place, Listed { of, about: measure, doubt }) in listed.iter().enumerate() {
        if about != Some(measure) {
            text.push_str(&match measure.as_str() {
                "" => "文件本身\n".to_owned(),
                measure => format!("{measure}\n  {of}\n"),
            });
            about = Some(measure);
        }
        let state = doubt_state_word(&doubt.state);
        let words = if doubt.words.is_empty() {
            String::new()
        } else {
            format!("（“{}”）", shorten(&doubt.words, LONGEST))
        };
        let field = field_word(&doubt.field);
        text.push_str(&format!("  {}. {state}　{field}：{}{words}\n", place + 1, doubt.alternative));
    }
    text.push_str(
        "处理：duban doubt 编号 序号 --dismiss（原读无误）或 --accept（确有疑问）；读错的用 duban correct 更正。\n",
    );
    text
}

//! How the office works, and who works here.

use commands::wire::{
    LightPreview, Nothing, OwnFigures, Settings, SettingsRequest, StatusCode, Thresholds, Way, WaysRequest,
    WorkplaceCode, WorkplaceRequest,
};
use domain::{TaskStatus, WorkplaceKind};

use crate::arguments::{Reading, SettingsArguments};
use crate::session::{Failure, Session, json_text};

/// Shows the settings, or keeps others.
pub(crate) fn settings(session: &mut Session, arguments: &SettingsArguments) -> Result<String, Failure> {
    if arguments.ways {
        return ways(session, arguments.json);
    }
    let kept: Settings = serde_json::from_value(session.ask("get_settings", &Nothing {}, None, &|_| {})?)?;
    let thresholds = arguments.thresholds(kept.thresholds);
    if let Some(thresholds) = thresholds.filter(|_| arguments.preview) {
        return preview(session, thresholds, arguments.json);
    }
    let value = if arguments.changes() {
        let request = SettingsRequest {
            steps: (arguments.no_steps || !arguments.step.is_empty()).then(|| arguments.step.clone()),
            workplace: workplace(arguments, &kept),
            thresholds,
        };
        session.ask("set_settings", &request, None, &|_| {})?
    } else {
        serde_json::to_value(kept)?
    };
    if arguments.json {
        return Ok(json_text(&value));
    }
    Ok(text(&serde_json::from_value(value)?))
}

/// Who is to work here: what is not written stays as it is kept.
fn workplace(arguments: &SettingsArguments, kept: &Settings) -> Option<WorkplaceRequest> {
    if arguments.no_office {
        return Some(WorkplaceRequest::default());
    }
    if !arguments.says_workplace() {
        return None;
    }
    let before = kept.workplace.as_ref();
    let kind = arguments.office.map(|kind| match kind {
        WorkplaceKind::Supervision => WorkplaceCode::Supervision,
        WorkplaceKind::Unit => WorkplaceCode::Unit,
    });
    Some(WorkplaceRequest {
        // Whoever names a unit and nothing else means that unit.
        kind: kind.or(before.map(|before| before.kind)).or(Some(WorkplaceCode::Unit)),
        region: arguments.region.clone().or_else(|| before.and_then(|before| before.region.clone())),
        unit: arguments.unit.clone().or_else(|| before.and_then(|before| before.unit.clone())),
    })
}

fn text(settings: &Settings) -> String {
    let Settings { steps, workplace, thresholds } = settings;
    let taken = |status: TaskStatus| !status.entry().is_optional || steps.contains(&StatusCode(status));
    let words: Vec<&str> = TaskStatus::ALL
        .into_iter()
        .filter(|status| status.standing() != domain::Standing::Ended && taken(*status))
        .map(TaskStatus::word)
        .collect();
    let place = workplace.as_ref().map_or_else(
        || "没有写明（用 --office、--region、--unit 写明）".to_owned(),
        |place| {
            let unknown =
                if place.unit.is_some() && place.unit_id.is_none() { "，台账里还没有它的事项" } else { "" };
            match &place.region {
                Some(region) if !place.name.starts_with(region.as_str()) => {
                    format!("{}（{region}{unknown}）", place.name)
                }
                _ => format!("{}{unknown}", place.name),
            }
        },
    );
    format!(
        "使用单位：{place}\n办理步骤：{}\n临期：{} 天内到期\n滞后：已报进度比按时间应到的少 {} 个百分点以上\n",
        words.join(" → "),
        thresholds.due_soon_days,
        thresholds.behind_points
    )
}

/// What other limits would change: 临期 412 → 187.
fn preview(session: &mut Session, thresholds: Thresholds, json: bool) -> Result<String, Failure> {
    let value = session.ask("preview_thresholds", &thresholds, None, &|_| {})?;
    if json {
        return Ok(json_text(&value));
    }
    let lines: Vec<LightPreview> = serde_json::from_value(value)?;
    Ok(lines.iter().map(|line| format!("{} {} → {}\n", line.light.word(), line.now, line.then)).collect())
}

/// What the register says from where one works: 市教育局：牵头 12，配合 30，本周到期 3. Nothing as long as nobody has said where.
pub(super) fn own(session: &mut Session, reading: Reading) -> Result<String, Failure> {
    let value = session.ask("own_figures", &Nothing {}, reading.as_of, &|_| {})?;
    let OwnFigures { workplace, lists } = serde_json::from_value(value)?;
    let lists: Vec<String> = lists.iter().map(|list| format!("{} {}", list.name, list.count)).collect();
    Ok(workplace.map_or_else(String::new, |place| format!("{}：{}\n", place.name, lists.join("，"))))
}

/// What may be done from each status: 办理中：办结 → 已办结.
fn ways(session: &mut Session, json: bool) -> Result<String, Failure> {
    let value = session.ask("list_ways", &WaysRequest { steps: None }, None, &|_| {})?;
    if json {
        return Ok(json_text(&value));
    }
    let ways: Vec<Way> = serde_json::from_value(value)?;
    Ok(ways.iter().map(|way| format!("{}：{} → {}\n", way.from.word(), way.name.0.word(), way.to.word())).collect())
}

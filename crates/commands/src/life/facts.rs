//! What happened to a task, for its drawer.

use domain::{MOVES, UnitRole, moves_from};
use store::{DeadlineFact, PartFact, Reader, Recorded, StatusFact, SuccessionFact, TaskRecord};

use crate::error::CommandError;
use crate::{in_short, wire};

/// What is told of a task as it stood on a past day, or as it stands.
pub(crate) fn life(
    read: Reader<'_>,
    task: &TaskRecord,
    past: Option<chrono::NaiveDate>,
) -> Result<wire::TaskLife, CommandError> {
    let id = &task.id;
    let ways = moves_from(task.status, read.steps()?).into_iter().map(|(name, to)| wire::Way {
        from: wire::StatusCode(task.status),
        name: wire::MoveCode(name),
        to: wire::StatusCode(to),
    });
    let changes: Vec<wire::DeadlineFact> = read.deadline_facts(id, past)?.into_iter().map(deadline).collect();
    let first = changes.first();
    let parts = read.part_facts(id, past)?;
    let told: Vec<_> = parts.iter().map(|part| (part.role, part.status.map(|(status, _)| status))).collect();
    Ok(wire::TaskLife {
        moves: ways.collect(),
        statuses: read.status_facts(id, past)?.into_iter().map(status).collect(),
        deadline: wire::DeadlineHistory {
            original_raw: first.map_or_else(|| task.deadline_raw.clone(), |change| change.before_raw.clone()),
            original_due: first.map_or(task.due, |change| change.before_due),
            extended: u32::try_from(changes.iter().filter(|change| change.is_extension).count()).unwrap_or(u32::MAX),
            changes,
        },
        rollup: domain::rollup(&told),
        parts: parts.into_iter().map(|unit| part(unit, task)).collect(),
        related: read.succession_facts(id, past)?.into_iter().map(related).collect(),
    })
}

fn status(fact: StatusFact) -> wire::StatusFact {
    let StatusFact { unit, before, after, recorded } = fact;
    let (before, after) = (before.map(wire::StatusCode), wire::StatusCode(after));
    wire::StatusFact { unit, before, after, recorded: self::recorded(recorded) }
}

fn recorded(recorded: Recorded) -> wire::Recorded {
    let Recorded { day, recorded_at, actor, reason } = recorded;
    wire::Recorded { day, recorded_at, actor, reason }
}

fn deadline(fact: DeadlineFact) -> wire::DeadlineFact {
    let DeadlineFact { before: (before_raw, before_due), after: (after_raw, after_due), recorded } = fact;
    // Without a day before there is nothing that was extended.
    let is_extension = before_due.zip(after_due).is_some_and(|(before, after)| after > before);
    let recorded = self::recorded(recorded);
    wire::DeadlineFact { before_raw, before_due, after_raw, after_due, is_extension, recorded }
}

fn part(fact: PartFact, task: &TaskRecord) -> wire::PartInfo {
    let PartFact { unit, name, role, status } = fact;
    let stands = status.map_or(domain::PART_BEGINS, |(status, _)| status);
    let open = task.status.standing() == domain::Standing::Open;
    let moves = MOVES.iter().filter(|entry| open && entry.name.leads_part(stands).is_some());
    wire::PartInfo {
        unit: unit.to_string(),
        name,
        role: match role {
            UnitRole::Lead => wire::RoleCode::Lead,
            UnitRole::CoUnit => wire::RoleCode::Co,
        },
        status: status.map(|(status, _)| wire::StatusCode(status)),
        since: status.map(|(_, since)| since),
        moves: moves.map(|entry| wire::MoveCode(entry.name)).collect(),
    }
}

fn related(fact: SuccessionFact) -> wire::RelatedTask {
    let SuccessionFact { other, number, title, notice_title, kind, is_successor, day } = fact;
    wire::RelatedTask {
        task: other.to_string(),
        name: in_short::numbered(&number, Some(&title), ""),
        notice_title,
        kind: wire::StatusCode(kind),
        is_successor,
        day,
    }
}

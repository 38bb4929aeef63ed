//! What is invented to have been reported of the sample, so that every progress light and every hint of a reviewer is seen.

use chrono::{Days, NaiveDate};
use domain::{Course, Lights, Standing, Thresholds, UnitRole};
use store::{NewProgress, StoreError, TaskFilter, TaskRecord, Writer};

/// What is said while work goes on: some of it with figures and days, some of it hollow, as in real life.
const SAID: [&str; 6] = [
    "【示例】已完成前期摸底，走访单位12家，形成工作方案初稿，正在征求意见。",
    "【示例】系统改造完成第一阶段联调，已在3个区县试运行。",
    "【示例】正在积极推进，取得阶段性成效。",
    "【示例】已召开专题会2次，明确分工，年底前完成全部任务。",
    "【示例】印发操作规程，组织培训5场、参训310人次。",
    "【示例】正在按计划推进。",
];
const DONE: &str = "【示例】各项任务已完成，成果和佐证已整理归档。";
const DIFFICULTIES: [&str; 3] = ["", "【示例】数据接口尚未打通，需省级部门支持。", "【示例】经费尚未到位。"];
const NEXT: [&str; 3] = ["【示例】下月底前完成征求意见。", "", "【示例】继续推进。"];

/// Lets units have reported of their tasks until `today`: of most something, of some nothing, of some twice the same.
pub(super) fn report(writer: &Writer<'_>, today: NaiveDate) -> Result<(), StoreError> {
    let lights = Lights { today, thresholds: Thresholds::default() };
    let tasks = writer.tasks(&TaskFilter { as_of: Some(today), ..TaskFilter::default() })?.tasks;
    for (place, task) in tasks.iter().enumerate() {
        for (days_ago, text, share) in reported(place, task, lights) {
            let Some(day) = today.checked_sub_days(Days::new(days_ago)).filter(|day| Some(*day) >= task.begins) else {
                continue;
            };
            let lead = task.units.iter().find(|unit| unit.role == UnitRole::Lead).map(|unit| &unit.unit);
            writer.add_progress(&NewProgress {
                task: &task.id,
                unit: lead.filter(|_| place.is_multiple_of(2)),
                text,
                share,
                difficulty: of(&DIFFICULTIES, place),
                next_step: of(&NEXT, place),
                day,
                replaces: None,
                evidence: &[],
            })?;
        }
    }
    Ok(())
}

/// So many days ago, in these words, with this share.
type Report = (u64, &'static str, Option<u8>);

fn reported(place: usize, task: &TaskRecord, lights: Lights) -> Vec<Report> {
    let course = Course { status: task.status, begins: task.begins, due: task.due, share: None };
    let days_ago = 3 + (place % 25) as u64;
    let words = of(&SAID, place);
    match (task.status.standing(), lights.pace(course).expected) {
        (Standing::Done, _) if place.is_multiple_of(3) => vec![(days_ago + 30, DONE, Some(100))],
        (Standing::Done | Standing::Ended, _) => Vec::new(),
        (Standing::Open, None) if place.is_multiple_of(4) => vec![(days_ago, words, None)],
        (Standing::Open, None) => Vec::new(),
        (Standing::Open, Some(expected)) => match place % 5 {
            0 => Vec::new(),
            1 => vec![(days_ago, words, Some(expected.saturating_sub(38)))],
            2 => vec![
                (days_ago + 31, words, Some(expected.saturating_sub(20))),
                (days_ago, words, Some(expected.saturating_sub(4))),
            ],
            // It falls.
            3 if place.is_multiple_of(2) => vec![
                (days_ago + 31, of(&SAID, place + 1), Some(expected.saturating_sub(10))),
                (days_ago, words, Some(expected.saturating_sub(25))),
            ],
            _ => vec![(days_ago, words, Some(expected.saturating_sub(8).min(95)))],
        },
    }
}

fn of(words: &[&'static str], place: usize) -> &'static str {
    words.get(place % words.len()).copied().unwrap_or_default()
}

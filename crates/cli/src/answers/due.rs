//! What is due in a week, a month or other days.

use commands::wire::{DueList, DueRequest, DueSpan};

use crate::arguments::DueArguments;
use crate::session::{Failure, Session};
use crate::tables::shorten;

pub(crate) fn due(session: &mut Session, arguments: DueArguments) -> Result<String, Failure> {
    let request = DueRequest {
        span: match (arguments.month, arguments.week) {
            (true, _) => DueSpan::Month,
            (false, _) => DueSpan::Week,
        },
        from: arguments.from,
        to: arguments.to,
        unit: arguments.unit,
        region: arguments.region,
    };
    Ok(session.read::<DueList>("list_due", &request, arguments.reading)?.text(|due| lay_out(&due)))
}

fn lay_out(due: &DueList) -> String {
    let DueList { from, to, total, days } = due;
    let mut text = format!("{from} 至 {to} 到期、还没有办结的：{total} 条\n");
    for day in days {
        text.push_str(&format!("\n{}\n", day.day));
        for unit in &day.units {
            let name = unit.unit.as_ref().map_or("未明确牵头单位", |unit| unit.name.as_str());
            text.push_str(&format!("  {name}（{}）\n", unit.tasks.len()));
            for task in &unit.tasks {
                let what = shorten(task.title.as_deref().unwrap_or(&task.text), 40);
                text.push_str(&format!("    {}  {}  {}  {what}\n", task.id, task.light.word(), task.status.word()));
            }
        }
    }
    text
}

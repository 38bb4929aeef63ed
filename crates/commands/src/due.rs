//! What is due in a stretch of days and still owed, by day and by the units that lead it.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::columns::COLUMNS;
use crate::context::Context;
use crate::error::CommandError;
use crate::{ledger_rows, tasks, wire, workplace};

pub(crate) fn list_due(
    context: &mut Context<'_, '_>,
    request: wire::DueRequest,
) -> Result<wire::DueList, CommandError> {
    let (from, to) = days(&request, context.as_of)?;
    let wire::DueRequest { unit, region, .. } = request;
    let query = wire::TaskQuery {
        units: unit.into_iter().collect(),
        region,
        standing: Some(wire::StandingCode::Open),
        due_from: Some(from),
        due_before: to.succ_opt(),
        ..wire::TaskQuery::default()
    };
    let found = context.read().tasks(&tasks::filter(context, query)?)?;
    let total = found.total;
    let rows = ledger_rows::rows(COLUMNS, context.read(), found.tasks, context.lights()?)?;
    let mut by_day: BTreeMap<NaiveDate, Vec<wire::TaskRow>> = BTreeMap::new();
    for row in rows {
        if let Some(due) = row.due {
            by_day.entry(due).or_default().push(row);
        }
    }
    let days = by_day.into_iter().map(|(day, rows)| wire::DueDay { day, units: by_unit(rows) }).collect();
    Ok(wire::DueList { from, to, total, days })
}

/// The first and the last day that are asked for.
fn days(request: &wire::DueRequest, today: NaiveDate) -> Result<(NaiveDate, NaiveDate), CommandError> {
    let (first, behind) = match request.span {
        wire::DueSpan::Week => workplace::week_of(today),
        wire::DueSpan::Month => {
            let first = today.with_day(1).unwrap_or(today);
            (first, first.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX))
        }
    };
    let last = behind.pred_opt().unwrap_or(behind);
    let (from, to) = match (request.from, request.to) {
        (None, None) => (first, last),
        (Some(from), Some(to)) => (from, to),
        // With one end only, a week.
        (Some(from), None) => (from, from.checked_add_days(Days::new(6)).unwrap_or(from)),
        (None, Some(to)) => (today.min(to), to),
    };
    if to < from {
        return Err(CommandError::at("to", format!("结束的日子 {to} 早于开始的日子 {from}，请检查。")));
    }
    Ok((from, to))
}

/// The tasks under each unit that leads them.
fn by_unit(rows: Vec<wire::TaskRow>) -> Vec<wire::DueUnit> {
    let mut led: Vec<wire::DueUnit> = Vec::new();
    let mut of_nobody = Vec::new();
    for row in rows {
        if row.leads.is_empty() {
            of_nobody.push(row);
            continue;
        }
        for lead in &row.leads {
            let known = led.iter_mut().find(|due| due.unit.as_ref().is_some_and(|unit| unit.id == lead.id));
            match known {
                Some(due) => due.tasks.push(row.clone()),
                None => led.push(wire::DueUnit { unit: Some(lead.clone()), tasks: vec![row.clone()] }),
            }
        }
    }
    led.sort_by_key(|due| std::cmp::Reverse(due.tasks.len()));
    if !of_nobody.is_empty() {
        led.push(wire::DueUnit { unit: None, tasks: of_nobody });
    }
    led
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::Office;
    use crate::wire::DueList;

    /// Looked at on 2022-06-15, a Wednesday.
    const PLAN: &str = "滨江市优化营商环境行动方案
一、重点任务
（一）简化办事材料。整理公布材料清单。（市政务办牵头，市财政局配合，2022年6月17日前完成）
（二）公开收费清单。公布各项收费。（市财政局牵头，2022年6月17日前完成）
（三）建设服务平台。建成统一平台。（市财政局牵头，2022年6月28日前完成）
（四）开展培训。组织业务培训。（市财政局牵头，2022年7月20日前完成）
滨江市人民政府
2022年3月1日
";

    fn office() -> (tempfile::TempDir, Office) {
        let (folder, mut office) = Office::with_document(PLAN);
        office.today = "2022-06-15".parse().unwrap();
        (folder, office)
    }

    /// Day, unit and number of tasks, a line each.
    fn told(office: &mut Office, request: serde_json::Value) -> Vec<String> {
        let due: DueList = office.ask("list_due", request);
        let units = due.days.iter().flat_map(|day| day.units.iter().map(move |due| (day.day, due)));
        units
            .map(|(day, due)| {
                let unit = due.unit.as_ref().map_or("无", |unit| unit.name.as_str());
                format!("{day} {unit} {}", due.tasks.len())
            })
            .collect()
    }

    #[test]
    fn what_is_due_this_week_or_month_is_told_by_day_and_unit() {
        let (_folder, mut office) = office();
        assert_eq!(told(&mut office, json!({})), ["2022-06-17 市政务办 1", "2022-06-17 市财政局 1"]);
        let month = told(&mut office, json!({ "span": "month" }));
        assert_eq!(month, ["2022-06-17 市政务办 1", "2022-06-17 市财政局 1", "2022-06-28 市财政局 1"]);
    }

    #[test]
    fn days_of_ones_own_and_a_unit_narrow_it() {
        let (_folder, mut office) = office();
        let request = json!({ "from": "2022-06-20", "to": "2022-07-20", "unit": "市财政局", "region": "滨江市" });
        assert_eq!(told(&mut office, request), ["2022-06-28 市财政局 1", "2022-07-20 市财政局 1"]);
        let refused = office.try_ask("list_due", json!({ "from": "2022-06-20", "to": "2022-06-01" })).unwrap_err();
        assert_eq!(refused.field.as_deref(), Some("to"));
    }

    #[test]
    fn what_is_done_is_owed_no_more() {
        let (_folder, mut office) = office();
        let due: DueList = office.ask("list_due", json!({ "unit": "市政务办" }));
        let task = &due.days[0].units[0].tasks[0].id;
        let _: serde_json::Value = office.ask("move_tasks", json!({ "tasks": [task], "move": "complete" }));
        assert_eq!(told(&mut office, json!({})), ["2022-06-17 市财政局 1"]);
    }
}

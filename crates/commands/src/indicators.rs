//! Quantified targets: those a notice sets in a table of its own, then those of its measures.

use domain::IndicatorAim;
use store::{IndicatorValue, NoticeFilter, NoticeId};

use crate::context::Context;
use crate::error::CommandError;
use crate::looking_back::was_there;
use crate::wire;

pub(crate) fn list_indicators(
    context: &mut Context<'_, '_>,
    request: wire::IndicatorQuery,
) -> Result<Vec<wire::IndicatorRow>, CommandError> {
    let read = context.read();
    let notices = match &request.notice {
        Some(id) => vec![read.notice(&NoticeId::from(id.as_str()))?],
        None => read.notices(&NoticeFilter::default())?,
    };
    let mut rows = Vec::new();
    for notice in notices.into_iter().filter(|notice| was_there(notice, context.past())) {
        let of_notice = |indicator: IndicatorValue| wire::IndicatorRow {
            indicator: info(indicator),
            notice: notice.id.to_string(),
            notice_title: notice.title.clone(),
            measure: None,
            task: None,
            number: String::new(),
            line: None,
            leads: Vec::new(),
        };
        rows.extend(notice.indicators.iter().cloned().map(of_notice));
        for measure in read.measures(&notice.id)? {
            let indicators = measure.indicators.iter().cloned();
            rows.extend(indicators.map(|indicator| wire::IndicatorRow {
                measure: Some(measure.id.to_string()),
                task: measure.task.as_ref().map(ToString::to_string),
                number: measure.number.clone(),
                line: Some(measure.line),
                leads: measure.leads.clone(),
                ..of_notice(indicator)
            }));
        }
    }
    Ok(rows)
}

pub(crate) fn info(indicator: IndicatorValue) -> wire::IndicatorInfo {
    let stated = stated(&indicator);
    let IndicatorValue { name, figure, unit, direction, by } = indicator;
    let aim = IndicatorAim::of(&direction).code().to_owned();
    wire::IndicatorInfo { name, figure, unit, direction, aim, stated, by }
}

/// The figure between the words that stand around it: 达到…以上 and 70% are 达到70%以上.
pub(crate) fn stated(indicator: &IndicatorValue) -> String {
    const BEHIND: [&str; 5] = ["以上", "及以上", "以下", "以内", "左右"];
    let IndicatorValue { figure, unit, direction, .. } = indicator;
    match direction.split_once('…') {
        _ if figure.is_empty() => direction.clone(),
        Some((before, behind)) => format!("{before}{figure}{unit}{behind}"),
        None if BEHIND.contains(&direction.as_str()) => format!("{figure}{unit}{direction}"),
        None => format!("{direction}{figure}{unit}"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use store::IndicatorValue;

    use crate::testing::Office;
    use crate::wire::{ImportReport, IndicatorRow, TaskDetail};

    #[test]
    fn the_words_stand_around_the_figure() {
        let check = |figure: &str, unit: &str, direction: &str, expected: &str| {
            let [name, figure, unit, direction] = ["", figure, unit, direction].map(str::to_owned);
            assert_eq!(super::stated(&IndicatorValue { name, figure, unit, direction, by: None }), expected);
        };
        check("70", "%", "达到…以上", "达到70%以上");
        check("150", "个", "不少于", "不少于150个");
        check("68", "%", "左右", "68%左右");
        check("15000", "亿元", "", "15000亿元");
        check("", "%", "高于全省", "高于全省");
    }

    #[test]
    fn figures_of_tables_and_measures_are_listed_and_shown_with_their_task() {
        let mut office = Office::new();
        let text = "滨江市服务业发展计划\n为促进发展，制定本计划。\n附表：主要指标\n\
            指标名称\t单位\t2025年指标\n服务业增加值\t亿元\t15000\n服务业增加值比重\t%\t68左右\n\
            一、重点任务\n（一）培育主体。2025年新引进各类首店200家以上。每培育1家给予最高5万元奖励。（市商务局牵头，市财政局配合）\n";
        let encoded = base64(text.as_bytes());
        let sources = json!([{ "content": { "name": "计划.txt", "base64": encoded } }]);
        let report: ImportReport = office.ask("import", json!({ "sources": sources, "confirm": true }));
        let notice = report.files[0].notices[0].clone();
        let rows: Vec<IndicatorRow> = office.ask("list_indicators", json!({ "notice": notice }));
        let said: Vec<String> = rows
            .iter()
            .map(|row| format!("{} {} {}", row.indicator.name, row.indicator.stated, row.indicator.aim))
            .collect();
        assert_eq!(
            said,
            ["服务业增加值 15000亿元 exactly", "服务业增加值比重 68%左右 about", "各类首店 新引进200家以上 at-least"]
        );
        assert_eq!(rows[2].leads, ["市商务局"]);
        let task: TaskDetail = office.ask("get_task", json!({ "id": rows[2].task }));
        assert_eq!(task.indicators, [rows[2].indicator.clone()]);
        assert!(office.try_ask("list_indicators", json!({ "notice": "没有" })).is_err());
    }

    fn base64(bytes: &[u8]) -> String {
        use base64::Engine as _;
        base64::engine::general_purpose::STANDARD.encode(bytes)
    }
}

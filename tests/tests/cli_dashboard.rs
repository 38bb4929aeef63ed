//! The dashboard of a day, unit by unit, against what the annexes of the pilot plan say by hand.

#![allow(clippy::unwrap_used)] // helpers of tests, which the lints do not take for tests

use std::collections::BTreeMap;

use acceptance::desk::Desk;
use acceptance::programs::seed;
use serde_json::Value;

/// The rows of annex 2 whose time has come by the end of June 2022, as read by a person: item, lead units, measures.
const ANNEX_2: [(u32, &str, u64); 38] = [
    (1, "市审管办", 2),
    (2, "市法院", 4),
    (3, "钱塘区政府", 8),
    (4, "市建委", 2),
    (6, "市规划和自然资源局", 2),
    (7, "市规划和自然资源局", 3),
    (8, "国网杭州供电公司", 4),
    (10, "市建委", 2),
    (11, "市地方金融监管局", 2),
    (12, "市科技局", 2),
    (13, "市人力社保局", 5),
    (14, "市卫生健康委", 4),
    (15, "市民政局", 6),
    (16, "市卫生健康委", 3),
    (17, "市医疗保障局", 3),
    (19, "钱塘区政府", 2),
    (20, "西湖区政府", 3),
    (26, "钱塘区政府", 2),
    (28, "市科技局", 2),
    (31, "市财政局", 2),
    (32, "市财政局", 2),
    (33, "市交通运输局、市财政局", 2),
    (34, "萧山区政府", 3),
    (35, "市市场监管局", 4),
    (36, "市应急管理局（市安委办）", 2),
    (38, "国家税务总局杭州市税务局", 3),
    (39, "市商务局（杭州自贸片区管委会）", 1),
    (40, "市城管局（市综合执法局）", 5),
    (41, "市城管局（市综合执法局）", 3),
    (42, "建德市政府", 3),
    (43, "市法院", 2),
    (45, "市法院", 3),
    (46, "市法院", 4),
    (47, "市司法局", 2),
    (49, "国家税务总局杭州市税务局", 7),
    (50, "市规划和自然资源局", 2),
    (51, "市规划和自然资源局", 2),
    (52, "市发改委", 5),
];

#[test]
fn the_dashboard_counts_per_lead_what_the_annexes_say_was_due() {
    let desk = Desk::new();
    let _ = desk.import(&[&seed("003")]);

    let mut due: BTreeMap<String, u64> = BTreeMap::new();
    let mut count = |lead: &str, measures: u64| *due.entry(lead.to_owned()).or_default() += measures;
    for (_, leads, measures) in ANNEX_2 {
        leads.split('、').for_each(|lead| count(lead, measures));
    }
    for measure in graded("a1.measures.jsonl") {
        if measure["due"].as_str().is_some_and(|day| day <= "2022-06-30") {
            measure["leads"].as_array().unwrap().iter().for_each(|lead| count(lead.as_str().unwrap(), 1));
        }
    }
    // A unit is written in more than one way; the dashboard counts it once.
    let mut by_unit: BTreeMap<String, u64> = BTreeMap::new();
    for (spelling, measures) in due {
        let unit = desk.json(&["unit", &spelling]);
        *by_unit.entry(unit["unit"]["name"].as_str().unwrap().to_owned()).or_default() += measures;
    }
    // The body orders one thing by a day: rules of supervision within 20 days of the plan's issue.
    *by_unit.entry("数据资源管理部门".to_owned()).or_default() += 1;

    let dashboard = desk.json(&["dashboard", "--as-of", "2022-07-01"]);
    let shown: BTreeMap<String, u64> = (dashboard["units"].as_array().unwrap().iter())
        .map(|row| (row["name"].as_str().unwrap(), &row["figures"]["overdue"]))
        .filter(|(_, overdue)| overdue.as_u64() != Some(0))
        .map(|(name, overdue)| (name.to_owned(), overdue.as_u64().unwrap()))
        .collect();
    assert_eq!(shown, by_unit);
}

fn graded(file: &str) -> Vec<Value> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(file);
    std::fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

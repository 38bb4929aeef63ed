use serde_json::{Value, json};

use super::*;
use crate::testing::Office;
use crate::wire::{AppStatus, LightPreview, OwnFigures, Settings, TaskPage};

/// Issued on 2022-03-01; looked at on 2022-06-15, a Wednesday.
const PLAN: &str = "滨江市优化营商环境行动方案
一、重点任务
（一）简化办事材料。整理公布材料清单。（市政务办牵头，市财政局配合，2022年6月17日前完成）
（二）公开收费清单。公布各项收费。（市财政局牵头，2022年5月底前完成）
（三）建设服务平台。建成统一平台。（市财政局牵头，市政务办配合，2022年7月20日前完成）
（四）开展培训。组织业务培训。（市教育局牵头，2022年6月13日前完成）
滨江市人民政府
2022年3月1日
";

fn office() -> (tempfile::TempDir, Office) {
    let (folder, mut office) = Office::with_document(PLAN);
    office.today = NaiveDate::from_ymd_opt(2022, 6, 15).unwrap();
    (folder, office)
}

fn figures(office: &mut Office) -> Vec<(String, u32)> {
    let own: OwnFigures = office.ask("own_figures", json!({}));
    own.lists.into_iter().map(|list| (list.name, list.count)).collect()
}

fn are(figures: &[(String, u32)], expected: &[(&str, u32)]) {
    let expected: Vec<(String, u32)> = expected.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
    assert_eq!(figures, expected);
}

#[test]
fn nobody_has_said_who_works_here_as_long_as_nobody_has() {
    let (_folder, mut office) = office();
    let status: AppStatus = office.ask("app_status", json!({}));
    assert_eq!(status.workplace, None);
    assert_eq!(figures(&mut office), []);
}

#[test]
fn a_supervision_office_sees_what_all_units_owe() {
    let (_folder, mut office) = office();
    let place = json!({ "kind": "supervision", "region": "滨江市" });
    let settings: Settings = office.ask("set_settings", json!({ "workplace": place }));
    assert_eq!(settings.workplace.unwrap().name, "滨江市督查室");
    are(&figures(&mut office), &[("在办", 4), ("逾期", 2), ("临期", 1), ("本周到期", 2)]);
}

#[test]
fn a_unit_is_told_by_any_spelling_and_sees_what_it_leads_and_assists() {
    let (_folder, mut office) = office();
    let place = json!({ "kind": "unit", "region": "滨江市", "unit": " 市 财政局" });
    let settings: Settings = office.ask("set_settings", json!({ "workplace": place }));
    let place = settings.workplace.unwrap();
    assert_eq!((place.name.as_str(), place.unit_id.is_some()), ("市财政局", true));
    are(&figures(&mut office), &[("牵头", 2), ("配合", 1), ("逾期", 1), ("本周到期", 1)]);
}

#[test]
fn each_figure_is_the_length_of_its_list() {
    let (_folder, mut office) = office();
    for place in [json!({ "kind": "supervision" }), json!({ "kind": "unit", "region": "滨江市", "unit": "市政务办" })]
    {
        let _: Value = office.ask("set_settings", json!({ "workplace": place }));
        let own: OwnFigures = office.ask("own_figures", json!({}));
        for list in own.lists {
            let page: TaskPage = office.ask("list_tasks", serde_json::to_value(&list.query).unwrap());
            assert_eq!((page.total, page.rows.len()), (list.count, list.count as usize), "{}", list.name);
        }
    }
}

#[test]
fn a_unit_that_nothing_names_yet_may_be_typed_and_is_found_once_something_does() {
    let mut office = Office::new();
    let place = json!({ "kind": "unit", "region": "滨江市", "unit": "市财政局" });
    let settings: Settings = office.ask("set_settings", json!({ "workplace": place }));
    assert_eq!(settings.workplace.unwrap().unit_id, None);
    are(&figures(&mut office), &[("牵头", 0), ("配合", 0), ("逾期", 0), ("本周到期", 0)]);
    let content = json!({ "name": "方案.txt", "base64": crate::testing::base64(PLAN) });
    let _: Value = office.ask("import", json!({ "sources": [{ "content": content }], "confirm": true }));
    are(&figures(&mut office)[..2], &[("牵头", 2), ("配合", 1)]);
}

#[test]
fn what_was_said_is_taken_back_by_undo() {
    let (_folder, mut office) = office();
    let _: Value = office.ask("set_settings", json!({ "workplace": { "kind": "supervision" } }));
    let _: Value = office.ask("undo", json!({}));
    let status: AppStatus = office.ask("app_status", json!({}));
    assert_eq!(status.workplace, None);
}

#[test]
fn a_unit_without_a_name_is_refused_at_its_field() {
    let (_folder, mut office) = office();
    let refused = office.try_ask("set_settings", json!({ "workplace": { "kind": "unit", "unit": " " } })).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("workplace.unit"));
    let long = "局".repeat(5000);
    let refused = office.try_ask("set_settings", json!({ "workplace": { "kind": "unit", "unit": long } })).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("workplace.unit"));
}

#[test]
fn other_limits_show_what_they_change_before_they_hold() {
    let (_folder, mut office) = office();
    let limits = json!({ "due_soon_days": 40, "behind_points": 20 });
    let preview: Vec<LightPreview> = office.ask("preview_thresholds", limits.clone());
    let of = |light| preview.iter().find(|line| line.light == light).map(|line| (line.now, line.then));
    assert_eq!(of(wire::LightCode::DueSoon), Some((1, 2)));
    assert_eq!(of(wire::LightCode::OnTrack), Some((1, 0)));
    let soon = |office: &mut Office| -> u32 {
        let page: TaskPage = office.ask("list_tasks", json!({ "light": "due_soon" }));
        page.total
    };
    assert_eq!(soon(&mut office), 1, "nothing was written");
    let _: Value = office.ask("set_settings", json!({ "thresholds": limits }));
    assert_eq!(soon(&mut office), 2);
    let _: Value = office.ask("undo", json!({}));
    assert_eq!(soon(&mut office), 1);
    let refused = office.try_ask("preview_thresholds", json!({ "due_soon_days": 4000, "behind_points": 20 }));
    assert_eq!(refused.unwrap_err().field.as_deref(), Some("thresholds.due_soon_days"));
}

#[test]
fn a_week_begins_on_monday() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for within in ["2022-06-13", "2022-06-15", "2022-06-19"] {
        assert_eq!(week_of(day(within)), (day("2022-06-13"), day("2022-06-20")));
    }
}

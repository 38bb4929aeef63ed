//! Sentences that order units, and sentences that only speak of them.

use super::sentence_units;

/// Leads | co-units.
fn shown(text: &str) -> String {
    let found = sentence_units(text);
    format!("{} | {}", found.leads.join(" "), found.co_units.join(" "))
}

#[test]
fn only_the_subject_of_an_order_is_a_unit() {
    let check = |text: &str, expected: &str| assert_eq!(shown(text), expected, "{text}");
    check("由市财政局负责兑现政策。", "市财政局 | ");
    check(
        "由市规划和自然资源局会同市发改委、市经信局等部门，在每年第4季度牵头编制计划。",
        "市规划和自然资源局 | 市发改委 市经信局",
    );
    check("由市规划局牵头，市国土资源局、市发改委配合，尽快研究。", "市规划局 | 市国土资源局 市发改委");
    check("强化责任落实。各地各部门要坚持问题导向。", "各地 各部门 | ");
    check("各区和各有关部门要高度重视。市、区财政部门要落实经费。", "各区 各有关部门 | 市、区财政部门");
    check(
        "财政、税务部门要认真落实；规划和自然资源、住保房管部门要依法支持。",
        "财政部门 税务部门 | 规划和自然资源部门 住保房管部门",
    );
    check("市市场监管局要加强监管。", "市市场监管局 | ");
    check("各区政府建立健全联动机制。", "各区政府 | ");
    check("组建后的杭州市融资担保集团要开展对接合作。", "杭州市融资担保集团 | ");
    check("领导小组办公室（设在市商务委）负责跟踪督促。", "领导小组办公室 | ");
    check(
        "各区、县（市）政府和西湖风景名胜区管委会[以下简称各区、县（市）政府（管委会）]要组织领导本地区工作。",
        "各区、县（市）政府 西湖风景名胜区管委会 | ",
    );
    for mention in [
        "政府要转变职能。",
        "加强市场监管、税务、人力资源社会保障等部门间信息共享。",
        "推动各区建设服务中心。",
        "经市财政局审核后报市政府审定。",
        "依托市大数据中心建设平台。",
        "落实各部门主要负责同志责任。",
        "重要事项由企业自主申报。",
        "这是主要任务，也是重要要求。",
        "加快建设供应链平台，应用场景要素齐全。",
        "打造一批示范园区，配合开展试点。",
    ] {
        check(mention, " | ");
    }
}

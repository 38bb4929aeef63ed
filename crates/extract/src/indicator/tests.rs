use super::*;

fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = read(text, &DeadlineContext::default())
        .into_iter()
        .map(|i| format!("{}|{}|{}|{}", i.name, i.figure, i.unit, i.direction))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_figure_with_a_direction_is_a_target() {
    check("推动上海口岸查验无陪同比例达到70%以上", &["上海口岸查验无陪同比例|70|%|达到…以上"]);
    check("2023年培育不少于20个细分领域专业服务商", &["细分领域专业服务商|20|个|不少于"]);
    check("服务贸易出口额年均增长不低于7%", &["服务贸易出口额年均增长|7|%|不低于"]);
    check("正常出口退税平均办理时间压缩至3个工作日内", &["正常出口退税平均办理时间|3|个工作日|压缩至…内"]);
    check(
        "力争批发业销售额突破5万亿元，大宗商品交易额突破2.9万亿元",
        &["批发业销售额|5|万亿元|突破", "大宗商品交易额|2.9|万亿元|突破"],
    );
    check("实现互联网连接服务满意率98%以上", &["互联网连接服务满意率|98|%|以上"]);
}

#[test]
fn so_many_of_something_to_be_made_is_a_target() {
    check("新增养老床位800张", &["养老床位|800|张|新增"]);
    check("新建农村充电桩1450根，新增800张养老床位", &["农村充电桩|1450|根|新建", "养老床位|800|张|新增"]);
}

#[test]
fn money_conditions_and_plain_numbers_are_no_targets() {
    check("给予最高500万元的项目资助", &[]);
    check("对销售额首次达到1亿元以上的企业，给予一次性奖励", &[]);
    check("按售价的15%进行补贴", &[]);
    check("受理12345热线诉求", &[]);
    check("根据第3条规定办理", &[]);
    check("自2023年1月1日起施行", &[]);
}

#[test]
fn the_year_of_the_sentence_is_the_time_of_its_targets() {
    let found = read("到2025年，全市高星级绿色建筑占比达到65%", &DeadlineContext::default());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].by, chrono::NaiveDate::from_ymd_opt(2025, 12, 31));
}

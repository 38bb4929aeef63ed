//! Times as notices word them.

use super::*;

mod wordings;

/// A document of 2023, issued on 31 March.
fn context() -> DeadlineContext {
    DeadlineContext { issued: NaiveDate::from_ymd_opt(2023, 3, 31), year: Some(2023), ..DeadlineContext::default() }
}

/// Due day and kind.
fn shown(deadline: &Deadline) -> String {
    format!("{} {}", deadline.due.map_or("-".to_owned(), |day| day.to_string()), deadline.kind.code())
}

#[test]
fn a_stated_time_is_read_whatever_its_writing() {
    let check = |cell: &str, expected: &str| assert_eq!(shown(&read_cell(cell, &context())), expected, "{cell}");
    check("2022年6月", "2022-06-30 month");
    check("2022 年 6 月底前", "2022-06-30 month");
    check("２０２２年１２月", "2022-12-31 month");
    check("6月底前", "2023-06-30 month");
    check("2月底前", "2023-02-28 month");
    check("2024年2月", "2024-02-29 month");
    check("2023年6月15日前", "2023-06-15 date");
    check("上半年", "2023-06-30 quarter");
    check("下半年", "2023-12-31 quarter");
    check("三季度", "2023-09-30 quarter");
    check("2023年第四季度", "2023-12-31 quarter");
    check("2025年底前", "2025-12-31 year");
    check("2025年", "2025-12-31 year");
    check("年内", "2023-12-31 year");
    check("年内持续推进", "2023-12-31 year");
    check("年底前完成", "2023-12-31 year");
    check("2023-2025年", "2025-12-31 year");
    check("2023年6月—2024年5月", "2024-05-31 month");
    check("“十四五”期间", "2025-12-31 year");
    check("2022.6", "2022-06-30 month");
    check("2022-06-30", "2022-06-30 date");
    check("2022/6/30", "2022-06-30 date");
    check("11月中旬", "2023-11-20 date");
    check("6月底前完成，并持续推进", "2023-06-30 month");
    check("长期", "- ongoing");
    check("持续推进", "- ongoing");
    check("长期坚持", "- ongoing");
    check("每季度", "- periodic");
    check("每月25日前", "- periodic");
    check("印发后1个月内", "2023-04-30 relative");
    check("自印发之日起20个工作日内", "2023-04-28 relative");
    check("2023年2月30日", "- date");
    check("已完成", "- none");
    check("", "- none");
}

#[test]
fn only_a_time_by_which_the_measure_is_done_is_a_deadline() {
    let check = |text: &str, expected: &str| assert_eq!(shown(&read(text, &context())), expected, "{text}");
    // Targets
    check("力争到2025年，全市绿色建筑占比达到65%。", "2025-12-31 year");
    check("至2023年底累计培育创新型中小企业2万家以上。", "2023-12-31 year");
    check("2024年，实现高频轻微违法行为容错机制全覆盖。", "2024-12-31 year");
    check("2023年培育不少于20个细分领域专业服务商。", "2023-12-31 year");
    check("全年组织团组不少于150个。", "2023-12-31 year");
    check("各部门年内邀请公众代表列席决策会议不少于4次。", "2023-12-31 year");
    check("编制事项目录，于3月31日前向社会公开。", "2023-03-31 date");
    check("2023年6月底前完成系统改造，上线运行。", "2023-06-30 month");
    check("“十四五”期间，确保财政科技支出年均增长15%以上。", "2025-12-31 year");
    check("于本工作要点发布后20个工作日内，做好任务分解。", "2023-04-28 relative");
    check("在本方案印发后20日内印发公布。", "2023-04-20 relative");
    check("自本政策公布之日起，有关单位要在1个月内公布实施细则。", "2023-04-30 relative");
    check("推动年内修订管理办法。", "2023-12-31 year");
    check("争取全年小微企业贷款增速不低于各项贷款平均增速。", "2023-12-31 year");
    check("2023年南通港初步构建覆盖主要港口的干线网。", "2023-12-31 year");
    check("6月中上旬前，完成标准化提升。", "2023-06-20 date");
    check("按季度汇报进展。", "- periodic");
    // No deadlines
    for text in [
        "自2023年1月1日起施行。",
        "对2023年在沪举办的展览会给予补贴。",
        "3个工作日内办结。",
        "落实《2023年促进跨境贸易便利化专项行动方案》。",
        "按照浙政发〔2019〕27号文件执行。",
        "清单（2019年版）。",
        "2023年实施的政府采购项目，采购人可以给予优惠。",
        "2023年度省级引导资金重点支持各地打造产业园区3个以上。",
        "自发布之日起施行，在3个工作日内办结。",
        "招录本市2023届高校毕业生就业。",
        "用人单位可在2023年12月31日前采取分期等方式补缴。",
        "2023年6月30日前个人消费者报废小客车并购买纯电动汽车的，给予补贴。",
        "编制《重点工业平台规划（2018—2025年）》。",
        "剩余价款在合同生效之日起1年内全部缴清。",
        "每年安排预算资金。",
        "列入国家“十四五”规划102项重大工程。",
        "最高补贴2000元。",
        "制定2023年“信易贷”惠企贴息政策。",
        "在新的政策文件实施前1个工作日完成更新。",
        "落实2023年国家小微企业融资担保降费奖补政策。",
        "2023年支持企业走出去。",
    ] {
        check(text, "- none");
    }
}

#[test]
fn the_run_of_a_policy_is_kept_apart() {
    let check = |text: &str, until: &str| {
        let deadline = read(text, &context());
        let found = deadline.validity.and_then(|validity| validity.until).map(|day| day.to_string());
        assert_eq!((deadline.due, found.as_deref()), (None, Some(until)), "{text}");
    };
    check("免收不动产登记费。实施至2024年12月31日。", "2024-12-31");
    check("预留份额提高至40%以上的政策延续至2023年底。", "2023-12-31");
    check("自2023年1月1日至2024年12月31日，继续按照50%幅度减免。", "2024-12-31");
    check("贴息政策执行期限至2027年底。", "2027-12-31");
    check("申请期限截至2023年12月31日。", "2023-12-31");
}

#[test]
fn of_several_times_the_last_is_due_and_all_are_milestones() {
    let deadline = read("2021年底前，压减至100小时以内。2022年底前，压减至90小时以内。", &context());
    assert_eq!(deadline.due, NaiveDate::from_ymd_opt(2022, 12, 31));
    let raws: Vec<&str> = deadline.milestones.iter().map(|milestone| milestone.raw.as_str()).collect();
    assert_eq!(raws, ["2021年底前", "2022年底前"]);
}

#[test]
fn the_context_comes_from_title_and_dates() {
    let check = |title: &str, issued: &str, expected: (Option<i32>, Option<i32>)| {
        let facts = NoticeFacts { title: title.to_owned(), issued: issued.parse().ok(), ..NoticeFacts::default() };
        let context = DeadlineContext::of(&facts);
        assert_eq!((context.year, context.period_end), expected, "{title}");
    };
    check("2023年政务公开工作要点", "2023-03-31", (Some(2023), None));
    check("公共卫生体系建设三年行动计划（2023—2025年）", "2023-05-23", (Some(2023), Some(2025)));
    check("营商环境行动方案", "2022-01-27", (Some(2022), None));
    check("营商环境行动方案", "", (None, None));
}

use domain::tree::DocumentTree;

use chrono::NaiveDate;

use super::*;

/// A document of its own, one line of text a line.
fn head_of(text: &str, heading_lines: usize) -> Head {
    let tree = DocumentTree::of_lines(text.lines());
    let source = tree.pieces();
    let whole = 0..source.pieces.len();
    let extent = Extent { lines: whole.clone(), heading_lines, glued_title: None, page: whole, is_whole_file: true };
    read(&source.pieces, &extent, &source, &site::read(&source))
}

#[test]
fn a_notice_of_a_compilation_gives_its_facts() {
    let head = head_of(
        "3. 上海市人民政府办公厅关于转发市卫生健康委等四部门制订\n的《上海市三年行动计划（2023—2025\n年）》的通知（2023 年5 月23 日）\n\
         沪府办发〔2023〕9 号\n各区人民政府，市政府各委、办、局：\n《上海市三年行动计划（2023—2025 年）》已经同意，现转发给你们。\n\
         上海市人民政府办公厅\n2023 年5 月23 日\n上海市三年行动计划（2023-2025 年）\n为加快发展，制订本行动计划。\n一、行动目标\n\
         本计划自2023年6月1日起施行，有效期至2025 年12 月31 日。",
        3,
    );
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
    let facts = head.facts;
    assert_eq!(facts.title, "上海市三年行动计划（2023-2025年）");
    assert_eq!(
        facts.notice_title.as_deref(),
        Some("上海市人民政府办公厅关于转发市卫生健康委等四部门制订的《上海市三年行动计划（2023—2025年）》的通知")
    );
    assert_eq!(facts.number.as_deref(), Some("沪府办发〔2023〕9号"));
    assert_eq!(facts.issuers, ["上海市人民政府办公厅"]);
    assert_eq!(facts.region.as_deref(), Some("上海市"));
    assert_eq!((facts.issued, facts.effective, facts.expires), (day(2023, 5, 23), day(2023, 6, 1), day(2025, 12, 31)));
    assert_eq!(facts.kind, NoticeKind::Plan);
    use LineRole::{Metadata as Head, NotUnderstood as Body};
    let roles = [Head, Head, Head, Head, Head, Body, Head, Head, Head, Body, Body, Body];
    assert_eq!(head.roles, roles, "the plan's text is left to be read");
}

#[test]
fn titles_are_those_of_the_plan() {
    let check = |text: &str, title: &str, notice_title: Option<&str>| {
        let facts = head_of(text, 0).facts;
        assert_eq!((facts.title.as_str(), facts.notice_title.as_deref()), (title, notice_title), "{text}");
        assert!(!facts.title_inferred, "{text}");
    };
    check("杭州市创新试点\n实施方案\n为推进试点，制定本方案。", "杭州市创新试点实施方案", None);
    check(
        "杭州市人民政府文件\n\n杭政函〔2022〕6号\n\n杭州市人民政府关于印发杭州市\n实施方案的通知\n\n各区人民政府：\n请实施。\n\n2022年 1月 27日\nZJAC00-2022-0001\n杭州市实施方案\n为推进试点，制定本方案。",
        "杭州市实施方案",
        Some("杭州市人民政府关于印发杭州市实施方案的通知"),
    );
    // The plan's title in marks inside a sentence is not yet its own title.
    check(
        "某市关于印发优化环境若干举措的通知\n各单位：\n《某市优化环境若干举措》\n已经同意。\n某市人民政府\n2023年4月10日\n某市优化环境若干举措\n一、优化服务",
        "某市优化环境若干举措",
        Some("某市关于印发优化环境若干举措的通知"),
    );
    // A notice that carries its own content.
    check(
        "某市关于加快解决历史遗留问题的通知\n各单位：\n为解决问题，通知如下：",
        "某市关于加快解决历史遗留问题的通知",
        None,
    );
    // No notice title is printed, but the rules it issues are.
    check(
        "各单位：\n制定了《支持企业政策实施细则》，现印发你们。\n某市商务局\n2022年10月8日\n支持企业政策实施细则\n一、政策内容",
        "支持企业政策实施细则",
        None,
    );
}

#[test]
fn a_title_that_is_not_printed_is_marked_as_put_together() {
    let head = head_of(
        "各区、县（市）人民政府：\n为优化环境，经市政府同意，现就深化商事制度改革激发市场活力提出如下意见。\n一、总体要求",
        0,
    );
    assert_eq!(head.facts.title, "关于深化商事制度改革激发市场活力的意见");
    assert!(head.facts.title_inferred);
    assert_eq!(head.facts.kind, NoticeKind::Opinions);
    assert!(head.doubts.iter().any(|doubt| doubt.rule == "head.inferred_title"), "a person should look at it");
    assert_eq!(head.roles[0], LineRole::Metadata, "the address");
}

#[test]
fn issuers_are_those_who_sign() {
    let check = |text: &str, issuers: &[&str], issued: Option<&str>| {
        let facts = head_of(text, 1).facts;
        assert_eq!(facts.issuers, issuers, "{text}");
        assert_eq!(facts.issued.map(|day| day.to_string()).as_deref(), issued, "{text}");
    };
    check(
        "1. 上海海关等2部门关于印发《某措施》的通知（2023年6月12日）\n各单位：\n请做好工作。\n上海市商务委员会上海海关\n2023年6月13日\n某措施\n为发展，制定如下措施。",
        &["上海市商务委员会", "上海海关"],
        Some("2023-06-13"),
    );
    // Signed at the end, the line above being the tail of a bracket.
    check(
        "1. 泰安市人民政府办公室关于降低成本的实施意见（2023年3月13日）\n各单位：\n77.切实加强监督。（市行政审批局、\n市大数据中心牵头）\n泰安市人民政府办公室\n2023年3月13日",
        &["泰安市人民政府办公室"],
        Some("2023-03-13"),
    );
    // Nobody signs: the title names the issuers, the heading the day.
    check(
        "1. 马鞍山市财政局马鞍山市公管局关于开展检查的通知（2023年5月4日）\n各单位：\n请做好工作。",
        &["马鞍山市财政局", "马鞍山市公管局"],
        Some("2023-05-04"),
    );
    check("1. 杭州市优化环境条例（2023年1月10日）\n第一条为了优化环境，制定本条例。", &[], Some("2023-01-10"));
}

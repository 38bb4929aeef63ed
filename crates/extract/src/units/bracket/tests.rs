//! Brackets as notices print them.

use super::*;

/// What a bracket gives: leads | co-units | basis | time.
fn shown(inner: &str) -> String {
    match read_bracket(inner) {
        None => "-".to_owned(),
        Some(reading) => format!(
            "{} | {} | {}{}",
            reading.leads.join(" "),
            reading.co_units.join(" "),
            reading.basis.code(),
            reading.deadline.map_or(String::new(), |words| format!(" | {words}"))
        ),
    }
}

#[test]
fn brackets_state_units_with_labels_verbs_or_bare() {
    let wrong = std::cell::RefCell::new(Vec::new());
    let check = |inner: &str, expected: &str| {
        let found = shown(inner);
        if found != expected {
            wrong.borrow_mut().push(format!("{inner}: {found}"));
        }
    };
    // Labels
    check("责任单位：市司法局、市委编办，各区、县（市）政府", "市司法局 | 市委编办 各区、县（市）政府 | first-listed");
    check("责任部门:区市场监管局、区建管委", "区市场监管局 | 区建管委 | first-listed");
    check(
        "牵头单位：市市场监管局；责任单位：市建委、市城管局，各区、县（市）政府",
        "市市场监管局 | 市建委 市城管局 各区、县（市）政府 | labelled",
    );
    check(
        "牵头单位：市市场监管局（市知识产权局）;配合单位：市经信局，各区、县（市）政府、管委会",
        "市市场监管局（市知识产权局） | 市经信局 各区、县（市）政府、管委会 | labelled",
    );
    check(
        "牵头单位：市发改委、市商务局，责任单位：市审批局等市政府有关部门及各县区人民政府",
        "市发改委 市商务局 | 市审批局 市政府有关部门 各县区人民政府 | labelled",
    );
    check("牵头单位：省审改办", "省审改办 |  | labelled");
    check(
        "责任单位：各市人民政府，配合单位：省发展改革委、省电力公司",
        "各市人民政府 | 省发展改革委 省电力公司 | first-listed",
    );
    check("责任单位：市市场监管局牵头，市公安局、市文广局参与", "市市场监管局 | 市公安局 市文广局 | labelled");
    check(
        "责任单位：市建设局、市工信局，市直各部门、各园区管委会按职责分工负责",
        "市建设局 | 市工信局 市直各部门 各园区管委会 | first-listed",
    );
    check(
        "责任单位：市高院、市税务局、市通信管理局等；各区政府",
        "市高院 | 市税务局 市通信管理局 各区政府 | first-listed",
    );
    check("牵头部门：市税务局；目标位置：全省前5", "市税务局 |  | labelled");
    check("责任部门：城建处、建管处，时限要求：持续推进", "城建处 | 建管处 | first-listed | 持续推进");
    // Verbs
    check("市税务局负责", "市税务局 |  | first-listed");
    check("由市科技局牵头", "市科技局 |  | labelled");
    check("市税务局、市人社局按职责分工负责", "市税务局 | 市人社局 | first-listed");
    check("市税务局牵头，市残联按职责分工负责", "市税务局 | 市残联 | labelled");
    check("市商务委牵头负责、各区政府组织落实", "市商务委 | 各区政府 | labelled");
    check(
        "市住建委牵头负责，市财政局、市国资委负责、市房管局、各区政府组织落实",
        "市住建委 | 市财政局 市国资委 市房管局 各区政府 | labelled",
    );
    check("由市教育局牵头落实、推进", "市教育局 |  | labelled");
    check("办公室牵头，宣传部配合，各供电公司负责", "办公室 | 宣传部 各供电公司 | labelled");
    check("办公室负责，发展部、设备部等部门配合", "办公室 | 发展部 设备部 | first-listed");
    check("办公室牵头，各供电公司负责；完成时限：全国两会召开前", "办公室 | 各供电公司 | labelled | 全国两会召开前");
    check(
        "办公室牵头，宣传部、发展部、各供电公司等部门单位配合；完成时限：至全国两会结束",
        "办公室 | 宣传部 发展部 各供电公司 | labelled | 至全国两会结束",
    );
    check("市税务局牵头，各区人民政府结合实际落实", "市税务局 | 各区人民政府 | labelled");
    check("市市场监管局牵头，市审批局等部门配合", "市市场监管局 | 市审批局 | labelled");
    check(
        "市审批局、市商务局牵头，市税务局等市有关部门及各县（市、区）政府（管委会）按照职责分工负责",
        "市审批局 市商务局 | 市税务局 市有关部门 各县（市、区）政府（管委会） | labelled",
    );
    check(
        "市经济信息化委会同市服务企业联席会议成员单位、各区政府",
        "市经济信息化委 | 市服务企业联席会议成员单位 各区政府 | labelled",
    );
    check("省发展改革委会同省有关部门单位负责", "省发展改革委 | 省有关部门单位 | labelled");
    check("国务院各部门分别负责，年内持续推进", "国务院各部门 |  | first-listed | 年内持续推进");
    check("市教育局牵头，9月底前完成", "市教育局 |  | labelled | 9月底前完成");
    check("市人社局负责，2023年10月底前完成", "市人社局 |  | first-listed | 2023年10月底前完成");
    check(
        "市市场监管局牵头，市发改委等相关单位及各县(市)区、开发区按职责分工负责，2023年10月底前完成",
        "市市场监管局 | 市发改委 相关单位 各县(市)区 开发区 | labelled | 2023年10月底前完成",
    );
    // Other words of the same grammar
    check("主办单位：市商务局 协办单位：市税务局、市公安局", "市商务局 | 市税务局 市公安局 | labelled");
    check("牵头：市教育局；配合：市财政局、市人社局", "市教育局 | 市财政局 市人社局 | labelled");
    check("牵头科室：综合科；责任科室：安全科、财务科；完成时限：6月底", "综合科 | 安全科 财务科 | labelled | 6月底");
    check("牵头部门：市数据局；主责单位：市政务办；协办单位：各区", "市数据局 市政务办 | 各区 | labelled");
    check("整改责任单位：县水利局、石桥镇；整改时限：2024年6月", "县水利局 | 石桥镇 | first-listed | 2024年6月");
    check("责任单位 市教育局 完成时限 9月底前", "市教育局 |  | first-listed | 9月底前");
    check("牵头单位市教育局，配合单位市财政局", "市教育局 | 市财政局 | labelled");
    check("市教育局（牵头）、市财政局、市人社局", "市教育局 | 市财政局 市人社局 | labelled");
    check("市教育局主办，市财政局协办", "市教育局 | 市财政局 | labelled");
    check("自然资源部负责", "自然资源部 |  | first-listed");
    check("学工部牵头，教务处、各二级学院配合，长期坚持", "学工部 | 教务处 各二级学院 | labelled | 长期坚持");
    check("财政部、审计署、海关总署按职责分工负责", "财政部 | 审计署 海关总署 | first-listed");
    check("市教育局于9月底前完成", "市教育局 |  | first-listed | 9月底前完成");
    check("市教育局2024年9月底前完成", "市教育局 |  | first-listed | 2024年9月底前完成");
    check("市级层面由市财政局牵头，区级由各区财政局负责", "市财政局 | 各区财政局 | labelled");
    check("责任单位：市教育局、市财政局（第一个单位为牵头单位，下同）", "市教育局 | 市财政局 | first-listed");
    check("教育部、财政部负责，排在首位的部门为牵头部门，以下均同", "教育部 | 财政部 | first-listed");
    check(
        "责任单位：市城管局、市住建局，排名第一的单位牵头；完成时限：年底前",
        "市城管局 | 市住建局 | first-listed | 年底前",
    );
    check("县教育局为牵头单位，县财政局为配合单位", "县教育局 | 县财政局 | labelled");
    check("牵头县教育局，配合县财政局", "县教育局 | 县财政局 | labelled");
    check("牵头单位为县教育局，配合单位为县财政局", "县教育局 | 县财政局 | labelled");
    check("责任单位：县教育局等6个部门", "县教育局 |  | first-listed");
    check("责任领导：王强；责任单位：安全科；责任人：李敏", "安全科 |  | first-listed");
    check("牵头单位：县水利局责任单位：各乡镇完成时限：2024年汛期前", "县水利局 | 各乡镇 | labelled | 2024年汛期前");
    // Bare lists
    check("市商务委、上海海关", "市商务委 | 上海海关 | first-listed");
    check("市科技局、市经信局、市财政局，列第一位的为牵头单位，下同", "市科技局 | 市经信局 市财政局 | first-listed");
    check("市科技局", "市科技局 |  | first-listed");
    check(
        "市商务委、市交通委、上海海关、上港集团、机场集团、东航物流",
        "市商务委 | 市交通委 上海海关 上港集团 机场集团 东航物流 | first-listed",
    );
    check(
        "责任单位：市建委，滨江区、建德市政府[以下简称有关区、县（市）政府]",
        "市建委 | 滨江区政府 建德市政府 | first-listed",
    );
    check("市人社局负责，10月底前完成。（由于篇幅太长，省略部分内容", "市人社局 |  | first-listed | 10月底前完成");
    check(
        "牵头单位：市发改委、人社局责任单位：市直相关单位，各县（区）人民政府（管委会）落实（以下任务均需各县区人民政府（管委会）落实，不再列出",
        "市发改委 人社局 | 市直相关单位 各县（区）人民政府（管委会） | labelled",
    );
    // A time alone
    check("2023年6月底前完成", " |  | none | 2023年6月底前完成");
    check("长期", " |  | none | 长期");
    // Asides
    for aside in [
        "远程检查",
        "涉密信息除外",
        "室",
        "包括供应商资格核查的责任主体等",
        "标明具体实施期限的除外",
        "立法与决策参与",
        "以下简称领导小组",
        "国办发〔2019〕51号",
        "2021—2023年",
        "含个体工商户、农民专业合作社",
        "试行",
        "下同",
        "一",
        "道路客、货运",
        "LPR",
        "国内1日达、周边国家2日达",
        "不少于5处",
        "套",
        "略",
        "上海",
        "有限公司、合伙企业",
        "食品、药品、医疗机构",
        "医院、学校、养老院",
        "银行、保险、证券公司",
        "以下简称各区、县（市）政府",
    ] {
        check(aside, "-");
    }
    let wrong = wrong.into_inner();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_instruction_reaches_beyond_its_bracket() {
    let reading =
        read_bracket("市市场监管局、市公安局，各区、县（市）政府。以下均需各区、县（市）政府负责，不再列出。").unwrap();
    assert_eq!(reading.leads, ["市市场监管局"]);
    assert_eq!(reading.co_units, ["市公安局", "各区、县（市）政府"]);
    assert_eq!(reading.for_all_below, ["各区、县（市）政府"]);
    let reading = read_bracket("责任单位：审批处、科技处，排名第一位的为牵头责任单位，下同").unwrap();
    assert_eq!((reading.leads, reading.co_units), (vec!["审批处".to_owned()], vec!["科技处".to_owned()]));
    assert!(reading.says_first_leads);
    let reading = read_bracket(
        "责任单位：省市场监管局，各市、县（市、区）人民政府，以下政策均需市、县（市、区）人民政府落实，不再单独列出",
    )
    .unwrap();
    assert_eq!(reading.co_units, ["各市、县（市、区）人民政府"]);
    assert_eq!(reading.for_all_below, ["市、县（市、区）人民政府"]);
}

#[test]
fn a_bare_name_without_a_territory_is_only_possible() {
    let check =
        |inner: &str, expected: Confidence| assert_eq!(read_bracket(inner).unwrap().confidence, expected, "{inner}");
    check("责任处室：危化处", Confidence::Stated);
    check("危化处", Confidence::Possible);
    check("市科技局", Confidence::Likely);
    check("城建处、建管处", Confidence::Likely);
}

//! Tables that a PDF reader flattened column by column.

use std::borrow::Cow;

use domain::tree::{BlockContent, Cell, DocumentTree};

use domain::{ClaimSubject, LineRole, Measure, NoticeFacts};

use crate::rebuild::replace;
use crate::table::{Tables, read};

/// The lines of a document, blank lines between them as PDF readers leave them.
pub(crate) fn document(text: &str) -> DocumentTree {
    DocumentTree::of_lines(text.trim_matches('\n').split('\n'))
}

/// Each measure on one line: number, text, leads, co-units, time.
pub(crate) fn measures(tables: &Tables) -> Vec<String> {
    let one = |m: &Measure| {
        let time = m.deadline.raw.clone().unwrap_or_default();
        format!("{} {} | {} | {} | {time}", m.number, m.text, m.units.leads.join(" "), m.units.co_units.join(" "))
    };
    tables.measures.iter().map(one).collect()
}

pub(crate) fn read_text(text: &str) -> (Tables, Vec<LineRole>) {
    let tree = document(text);
    let source = tree.pieces();
    let whole = 0..source.pieces.len();
    let rebuilt = replace(Cow::Borrowed(&tree), super::tables(&source, vec![&whole]));
    let pieces = rebuilt.tree.pieces();
    let mut roles = vec![LineRole::NotUnderstood; pieces.pieces.len()];
    let tables = read(&pieces.pieces, &NoticeFacts::default(), &mut roles);
    let roles = rebuilt.places.roles_before(&roles);
    (tables, roles)
}

#[track_caller]
pub(crate) fn check(text: &str, expected: &[&str]) {
    assert_eq!(measures(&read_text(text).0), expected);
}

/// A header as flattened, in front of rows.
fn under_header(rows: &str) -> String {
    format!(
        "附件1\n某市改革事项清单\n序\n号\n改革\n事项\n主要内容 主要举措 牵头单位 责任单位\n取得阶段性\n成效时间\n{rows}"
    )
}

/// Two plain rows from which the widths can be learned.
const PLAIN: &str = "
一、优化准入
1
优化企业
登记服务
通过线上平台办理企业登记，缩短
办理时间。
1.推进企业登记全程网上办理，材料能够共享的不再要求提
交。
2.改革后，加强登记事项事后核查。
市市场
监管局
市数据资源局，各区、
县（市）政府
2022年6月
2
推行电子
印章
在政务服务中推广使用电子印章，
方便企业办事。
1.建设统一的电子印章平台，实现印章制发和使用全程留痕
可查。
市审管办 各区、县（市）政府 2022年3月
";

const PLAIN_MEASURES: [&str; 3] = [
    "1/1 推进企业登记全程网上办理，材料能够共享的不再要求提交。 | 市市场监管局 | 市数据资源局 各区、县（市）政府 | 2022年6月",
    "1/2 改革后，加强登记事项事后核查。 | 市市场监管局 | 市数据资源局 各区、县（市）政府 | 2022年6月",
    "2/1 建设统一的电子印章平台，实现印章制发和使用全程留痕可查。 | 市审管办 | 各区、县（市）政府 | 2022年3月",
];

/// Checks the rows that follow the two plain ones.
#[track_caller]
fn check_rows(rows: &str, expected: &[&str]) {
    let all: Vec<&str> = PLAIN_MEASURES.iter().chain(expected).copied().collect();
    check(&under_header(&format!("{PLAIN}{rows}")), &all);
}

#[test]
fn plain_rows_give_their_numbered_measures() {
    check_rows("", &[]);
    let (tables, roles) = read_text(&under_header(PLAIN));
    let first = &tables.measures[0];
    assert_eq!(first.section, ["附件1", "一、优化准入", "1 优化企业登记服务"]);
    assert_eq!((first.line, first.last_line), (17, 18));
    assert!(!roles.contains(&LineRole::NotUnderstood), "every line of the table is accounted for: {roles:?}");
}

#[test]
fn measures_behind_the_time_belong_to_the_row_torn_by_the_page() {
    check_rows(
        "
3
优化年报
公示
企业年报只需填报一次，相关部门共
享年报信息。
1.梳理企业年报数据，明确各部门之间重复报送的内容和口
径。
市市场
监管局
市人力社保局，各区、
县（市）政府
2022年4月
号
改革
事项
主要内容 主要举措 牵头单位 责任单位
取得阶段性
成效时间
2.改革后，加强年报数据抽查。
",
        &[
            "3/1 梳理企业年报数据，明确各部门之间重复报送的内容和口径。 | 市市场监管局 | 市人力社保局 各区、县（市）政府 | 2022年4月",
            "3/2 改革后，加强年报数据抽查。 | 市市场监管局 | 市人力社保局 各区、县（市）政府 | 2022年4月",
        ],
    );
}

#[test]
fn a_measure_cut_in_two_by_units_and_time_is_one() {
    check_rows(
        "
3
优化年报
公示
企业年报只需填报一次，相关部门共
享年报信息。
1.完善容错机制，对由于信息系统原因造成的错报不予记录
差错，进一步方便企业更正，依托统一平台推动实现年报信
市公安局 各区、县（市）政府 2022年9月
成效时间
息“一次填报、多方共享”。
2.改革后，加强年报数据抽查。
",
        &[
            "3/1 完善容错机制，对由于信息系统原因造成的错报不予记录差错，进一步方便企业更正，依托统一平台推动实现年报信息“一次填报、多方共享”。 | 市公安局 | 各区、县（市）政府 | 2022年9月",
            "3/2 改革后，加强年报数据抽查。 | 市公安局 | 各区、县（市）政府 | 2022年9月",
        ],
    );
}

#[test]
fn co_units_cut_by_the_page_go_on_behind_the_last_measure() {
    check_rows(
        "
3
健全信用
修复机制
企业可以申请在信用平台上添加有
关信息。
1.在信用平台添加企业信息，及时反映企业的重整进展情况
和结果。
市法院
市发改委、市财政局、
市审管办、人行杭州
2022年6月
2.改革后，做好企业信用状况监测和管理，依法依规处理违
规行为。
中心支行、省税务局等
相关部门，各区、县
（市）政府
",
        &[
            "3/1 在信用平台添加企业信息，及时反映企业的重整进展情况和结果。 | 市法院 | 市发改委 市财政局 市审管办 人行杭州中心支行 省税务局 相关部门 各区、县（市）政府 | 2022年6月",
            "3/2 改革后，做好企业信用状况监测和管理，依法依规处理违规行为。 | 市法院 | 市发改委 市财政局 市审管办 人行杭州中心支行 省税务局 相关部门 各区、县（市）政府 | 2022年6月",
        ],
    );
}

#[test]
fn a_name_and_a_content_cut_by_the_page_are_put_together() {
    let rows = "
3
深化货物
“提前申
推行货物“提前申报”，在有条件的
口岸推进货物“船边直提”，对名称、
1.扩大“提前申报”适用范围，允许大宗商品等货物开展提
前申报。
钱江海关
市商务局，各区、县
（市）政府
2022年12月
报”、“直
提”等改革
场地等信息变更，由主管部门审批后
办理。
2.改革后，加强日常监控。
";
    check_rows(
        rows,
        &[
            "3/1 扩大“提前申报”适用范围，允许大宗商品等货物开展提前申报。 | 钱江海关 | 市商务局 各区、县（市）政府 | 2022年12月",
            "3/2 改革后，加强日常监控。 | 钱江海关 | 市商务局 各区、县（市）政府 | 2022年12月",
        ],
    );
    let (tables, _) = read_text(&under_header(&format!("{PLAIN}{rows}")));
    let last = tables.measures.last().map(|measure| measure.section.clone()).unwrap_or_default();
    assert_eq!(last.last().map(String::as_str), Some("3 深化货物“提前申报”、“直提”等改革"));
}

#[test]
fn a_row_may_have_parts_with_units_and_times_of_their_own() {
    check_rows(
        "
3
完善综合
监管机制
理顺重点领域监管机制，明确监管责
任部门。
在预付式消费等与群众生活密切相关的领域建立综合监管机
制：
1.制定出台预付式消费相关管理政策，理顺预付式消费监管
机制。
市市场
监管局
市教育局、市公安局
2022年6月
在成品油领域建立综合监管机制：
1.制定出台成品油监督管理办法，明确各部门的监管职责分
工。
2.改革后，健全长效监管机制。
市商务局
（杭州自
贸片区管
委会）
市发改委、市财政局
2022年9月
在水土保持领域建立监管机制：
以一体化智能化公共数据平台为底座，汇聚企业和各业务条
线数据。
市林水局 各区、县（市）政府 2022年10月
",
        &[
            "3/1#1 制定出台预付式消费相关管理政策，理顺预付式消费监管机制。 | 市市场监管局 | 市教育局 市公安局 | 2022年6月",
            "3/1#2 制定出台成品油监督管理办法，明确各部门的监管职责分工。 | 市商务局（杭州自贸片区管委会） | 市发改委 市财政局 | 2022年9月",
            "3/2#2 改革后，健全长效监管机制。 | 市商务局（杭州自贸片区管委会） | 市发改委 市财政局 | 2022年9月",
            "3/1#3 在水土保持领域建立监管机制：以一体化智能化公共数据平台为底座，汇聚企业和各业务条线数据。 | 市林水局 | 各区、县（市）政府 | 2022年10月",
        ],
    );
}

#[test]
fn numbers_that_begin_again_begin_another_part() {
    check_rows(
        "
3
清除隐性
门槛
清理取消排斥外地投标人的行为，完
善监管模式。
1.在招投标领域严格落实指导意见，各行业监管部门分别制
定检查方案。
市审管办
市建委、市园文局
2022年3月
1.在政府采购领域加强信息公开，推动供应商信用等信息公
开。
市财政局 各区、县（市）政府 2022年6月
",
        &[
            "3/1#1 在招投标领域严格落实指导意见，各行业监管部门分别制定检查方案。 | 市审管办 | 市建委 市园文局 | 2022年3月",
            "3/1#2 在政府采购领域加强信息公开，推动供应商信用等信息公开。 | 市财政局 | 各区、县（市）政府 | 2022年6月",
        ],
    );
}

#[test]
fn a_cell_without_numbers_is_one_measure_and_a_disclaimer_is_none() {
    check_rows(
        "
3
加强信息
系统共享
实现相关单证电子化流转，压缩停留
时间。
按照国家层面统一部署，推进铁路信息系统与海关系统的数
据交换共享。
钱江海关、
市交通运
输局
各区、县（市）政府 2022年6月
4
支持航行
船舶业务
进一步增强国际航运综合服务能力，
吸引船舶。
该事项不涉及我市。
5
实行联合
检查
开发联合检查功能，提高货物进出口
的速度。
联合检查针对的是海运进出境的各类船舶，我市不涉及该项
改革。
",
        &[
            "3/1 按照国家层面统一部署，推进铁路信息系统与海关系统的数据交换共享。 | 钱江海关 市交通运输局 | 各区、县（市）政府 | 2022年6月",
        ],
    );
}

#[test]
fn a_lead_may_stand_without_co_units() {
    check_rows(
        "
3 打造平台
建设线上线下协同的共享平台，服务
企业。
1.对辖区内企业进行数字画像，建设线上的数字化创新服务
平台。
萧山区政府 2022年12月
4
推行电力
服务
稳步推行不停电作业，提升供电可靠
性。
1.推广运用带电作业机器人等新技术、新装备，在
0.4平方公里范围试点，稳步推动不停电作业向全市的区域拓
展。
国网杭州
供电公司
2022年3月
5
推进税务
服务
打通税务宣传、咨询、办理全链条流
程。
1.提升宣传精准程度，提高政策推送的实用性和纳税人的满
意度。
国家税务总
局杭州市税
务局
市市场监管局 2022年3月
",
        &[
            "3/1 对辖区内企业进行数字画像，建设线上的数字化创新服务平台。 | 萧山区政府 |  | 2022年12月",
            "4/1 推广运用带电作业机器人等新技术、新装备，在0.4平方公里范围试点，稳步推动不停电作业向全市的区域拓展。 | 国网杭州供电公司 |  | 2022年3月",
            "5/1 提升宣传精准程度，提高政策推送的实用性和纳税人的满意度。 | 国家税务总局杭州市税务局 | 市市场监管局 | 2022年3月",
        ],
    );
}

#[test]
fn headers_and_page_numbers_inside_a_row_are_furniture() {
    let rows = "
3
优化年报
公示
企业年报只需填报一次，相关部门共
享年报信息。
—
4
—
序
号
改革
事项
主要内容 主要举措 牵头单位 责任单位
取得阶段性
成效时间
1.梳理企业年报数据，明确各部门之间重复报送的内容和口
径。
市公安局 各区、县（市）政府 2022年4月
4
深化申报
改革
探索整合申报表，压减企业申报的次
数。
1.争取将印花税等征期统一为季度申报，其他税种申报的模
式不变。
市公安局 各区、县（市）政府 2022年9月
";
    check_rows(
        rows,
        &[
            "3/1 梳理企业年报数据，明确各部门之间重复报送的内容和口径。 | 市公安局 | 各区、县（市）政府 | 2022年4月",
            "4/1 争取将印花税等征期统一为季度申报，其他税种申报的模式不变。 | 市公安局 | 各区、县（市）政府 | 2022年9月",
        ],
    );
    let (tables, _) = read_text(&under_header(&format!("{PLAIN}{rows}")));
    let last = tables.measures.last().map(|measure| measure.section.clone()).unwrap_or_default();
    assert_eq!(last.last().map(String::as_str), Some("4 深化申报改革"), "a name may end with a word of the header");
}

#[test]
fn counts_stated_above_a_table_are_met_or_not() {
    let text = under_header(PLAIN).replace("某市改革事项清单", "某市改革事项清单\n（共1个方面2项 4条改革举措）");
    let claims: Vec<_> = read_text(&text).0.claims.iter().map(|c| (c.what, c.claimed, c.found)).collect();
    use ClaimSubject::{Aspects, Items, Measures};
    assert_eq!(claims, [(Aspects, 1, 1), (Items, 2, 2), (Measures, 4, 3)]);
}

#[test]
fn a_table_ends_at_the_next_annex_and_one_of_rules_gives_no_measures() {
    let text = format!(
        "{}
附件2
在某市暂时调整适用规章清单
序
号
改革
事项
改革事项内容 法规规章规定 调整适用情况
1
优化企业
处置程序
企业破产案件中因资料缺失无法办理
验收的，可办理登记。
第十一条 竣工的建设工程，业主应当组织验收。
暂时调整适用第十一条有关规定。
",
        under_header(PLAIN)
    );
    check(&text, &PLAIN_MEASURES);
    let (tables, roles) = read_text(&text);
    assert_eq!(tables.extents.len(), 2);
    let tree = document(&text);
    let open = (tree.pieces().pieces.into_iter().zip(&roles))
        .find(|(line, role)| line.is_content() && **role == LineRole::NotUnderstood);
    assert_eq!(open, None, "the table of rules is accounted for as background");
}

#[test]
fn prose_that_speaks_of_columns_is_no_table() {
    check("一、任务\n牵头单位\n责任单位\n要按照时间节点完成任务。\n1.建立机制。\n2022年6月", &[]);
    check("序号\n这里没有表。", &[]);
}

#[test]
fn a_header_without_rows_is_doubted_and_left_to_others() {
    let (tables, roles) = read_text("序号 工作任务 责任单位 完成时限\n各部门要按照上述要求抓好落实。");
    assert!(tables.extents.is_empty() && tables.measures.is_empty());
    assert_eq!(tables.doubts.first().map(|doubt| doubt.rule), Some("table.no_rows"));
    assert!(roles.iter().all(|role| *role == LineRole::NotUnderstood));
}

#[test]
fn a_missing_row_is_doubted_and_the_rows_behind_it_are_read() {
    let text = under_header(&format!(
        "{PLAIN}
4
优化年报
公示
企业年报只需填报一次，相关部门共
享年报信息。
1.梳理企业年报数据，明确各部门之间重复报送的内容和口
径。
市公安局 各区、县（市）政府 2022年4月
"
    ));
    let (tables, _) = read_text(&text);
    assert_eq!(tables.measures.len(), 4);
    assert_eq!(tables.measures.last().map(|measure| measure.number.as_str()), Some("4/1"));
    assert_eq!(tables.doubts.iter().map(|doubt| doubt.rule).collect::<Vec<_>>(), ["table.missing_row"]);
}

#[test]
fn a_flattened_table_becomes_a_table_with_spans_and_lines() {
    let text = under_header(&format!(
        "{PLAIN}
3
完善监管
机制
理顺重点领域监管机制，明确监管责
任部门。
1.制定出台预付式消费相关管理政策，理顺预付式消费监管机
制。
市市场
监管局
市教育局
2022年6月
1.制定出台成品油监督管理办法，明确各部门的监管职责分
工。
市商务局 各区、县（市）政府 2022年9月
"
    ));
    let tree = document(&text);
    let source = tree.pieces();
    let whole = 0..source.pieces.len();
    let rebuilt = replace(Cow::Borrowed(&tree), super::tables(&source, vec![&whole]));
    let last = rebuilt.tree.blocks.last().map(|block| &block.content);
    let Some(BlockContent::Table(table)) = last else { panic!("the last block is the table: {last:?}") };
    let cell = |cell: &Cell| {
        let runs = cell.paragraphs.iter().flat_map(|words| &words.runs);
        let lines: Vec<String> = runs.map(|run| format!("{}:{}", run.line, run.column)).collect();
        format!("{}+{}x{} {} @{}", cell.column, cell.columns, cell.rows, cell.text(), lines.join(","))
    };
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.cells.iter().map(cell).collect()).collect();
    assert_eq!(rows.len(), 6, "captions, a heading, two plain rows and two parts");
    assert_eq!(rows[0][0], "0+1x1 序号 @3:0,4:0");
    assert_eq!(rows[0][3], "3+1x1 主要举措 @7:5");
    assert_eq!(rows[1], ["0+7x1 一、优化准入 @11:0"]);
    assert_eq!(
        rows[3][4..],
        ["4+1x1 市审管办 @32:0", "5+1x1 各区、县（市）政府 @32:5", "6+1x1 2022年3月 @32:15"],
        "cells of one line know their characters"
    );
    assert_eq!(rows[4][0], "0+1x2 3 @34:0", "the number reaches over both parts");
    assert_eq!(rows[4][4], "4+1x1 市市场监管局 @41:0,42:0");
    assert_eq!(rows[5].len(), 4, "measures, lead, co-units and time of its own: {:?}", rows[5]);
}

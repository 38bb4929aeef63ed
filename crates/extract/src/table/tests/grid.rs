//! Tables whose cells are known.

use domain::tree::{Anchor, Block, BlockContent, DocumentTree, Table, TableRow};
use domain::{BackgroundReason, LineRole, NoticeFacts};

use super::super::Tables;
use super::super::read;
use crate::flattened::tests::measures;

/// The tables of a text as it is read from a file.
fn read_text(text: &str) -> (Tables, Vec<LineRole>) {
    let tree = reading::read(text.as_bytes()).expect("a readable text");
    let tree = crate::as_read(&tree);
    let lines = tree.pieces().pieces;
    let mut roles = vec![LineRole::NotUnderstood; lines.len()];
    let tables = read(&lines, &NoticeFacts::default(), &mut roles);
    (tables, roles)
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(measures(&read_text(text).0), expected);
}

#[test]
fn rows_with_tabs_keep_their_further_columns() {
    let text = "序号\t工作任务\t工作措施\t牵头单位\t配合单位\t分管领导\t完成时限\t备注
一、优化审批
1\t压缩时限\t1.办理时限压缩一半。2.推行告知承诺。\t市政务办\t市发改委、市住建局\t张某\t2023年6月底\t已列入要点
2\t提升服务\t设立帮办窗口\t市政务办\t\t李某\t长期\t
";
    check(
        text,
        &[
            "1/1 办理时限压缩一半。 | 市政务办 | 市发改委 市住建局 | 2023年6月底",
            "1/2 推行告知承诺。 | 市政务办 | 市发改委 市住建局 | 2023年6月底",
            "2/1 设立帮办窗口 | 市政务办 |  | 长期",
        ],
    );
    let (tables, _) = read_text(&text.replace("一、优化审批\n", ""));
    let columns: Vec<(&str, &str)> =
        tables.measures[0].columns.iter().map(|field| (field.heading.as_str(), field.text.as_str())).collect();
    assert_eq!(columns, [("备注", "已列入要点")]);
    assert_eq!(tables.measures[0].people.leaders, ["张某"]);
}

#[test]
fn a_cell_with_line_breaks_is_put_together() {
    check(
        "序号\t工作任务\t工作措施\t牵头单位\t完成时限
1\t压缩时限\t\"1.办理时限压缩一半。
2.推行告知承诺，
全程网办。\"\t市政务办\t2023年6月底
2\t提升服务\t设立帮办窗口\t市政务办\t长期
以上任务按月调度。",
        &[
            "1/1 办理时限压缩一半。 | 市政务办 |  | 2023年6月底",
            "1/2 推行告知承诺，全程网办。 | 市政务办 |  | 2023年6月底",
            "2/1 设立帮办窗口 | 市政务办 |  | 长期",
        ],
    );
}

#[test]
fn rows_with_bars_and_frames_are_read_like_rows_with_tabs() {
    check(
        "| 序号 | 工作任务 | 责任单位 | 完成时限 |
|---|---|---|---|
| 1 | 建设电子印章平台 | 市政务办、市公安局 | 2023年6月 |
| 2 | 推行电子证照 | 市政务办 | 2023年9月 |",
        &["1/1 建设电子印章平台 | 市政务办 | 市公安局 | 2023年6月", "2/1 推行电子证照 | 市政务办 |  | 2023年9月"],
    );
    check(
        "┌──┬────┬────┬────┐
│序号│工作任务│责任单位│完成时限│
├──┼────┼────┼────┤
│1│建设电子│市政务│2023年│
││印章平台│办│6月│
├──┼────┼────┼────┤
│2│推行电子│市公安│2023年│
││证照│局│9月│
└──┴────┴────┴────┘",
        &["1/1 建设电子印章平台 | 市政务办 |  | 2023年6月", "2/1 推行电子证照 | 市公安局 |  | 2023年9月"],
    );
}

#[test]
fn a_table_with_one_cell_a_line_is_read_by_its_captions() {
    check(
        "序号\n工作任务\n责任单位\n联系人\n完成时限
1\n建设电子印章平台，实现全程可查\n市政务办、市公安局\n张某\n2023年6月
2\n推行电子证照\n市政务办\n李某\n2023年9月",
        &[
            "1/1 建设电子印章平台，实现全程可查 | 市政务办 | 市公安局 | 2023年6月",
            "2/1 推行电子证照 | 市政务办 |  | 2023年9月",
        ],
    );
}

#[test]
fn rows_of_markup_with_merged_cells_are_one_row_with_parts() {
    let rows: &[&[&str]] = &[
        &["序号", "改革事项", "主要举措", "牵头单位", "责任单位", "完成时间"],
        &["一、优化准入", "一、优化准入", "一、优化准入", "一、优化准入", "一、优化准入", "一、优化准入"],
        &["1", "优化登记", "1.推行全程网办。", "市市场监管局", "各区政府", "2023年6月"],
        &["1", "优化登记", "2.加强事后核查。", "市市场监管局", "各区政府", "2023年6月"],
        &["1", "优化登记", "在税务领域推行免填单。", "市税务局", "各区政府", "2023年9月"],
        &["2", "推行电子印章", "该事项不涉及我市", "", "", ""],
    ];
    let row = |(line, cells): (u32, &&[&str])| TableRow::of_words(cells.iter().copied(), line);
    let table = Table { rows: (7..).zip(rows).map(row).collect(), caption: None };
    let block = Block { anchor: Anchor::default(), content: BlockContent::Table(table) };
    let tree = DocumentTree { blocks: vec![block], front_matter: Vec::new() };
    let lines = tree.pieces().pieces;
    let mut roles = vec![LineRole::NotUnderstood; lines.len()];
    let tables = read(&lines, &NoticeFacts::default(), &mut roles);
    assert_eq!(
        measures(&tables),
        [
            "1/1#1 推行全程网办。 | 市市场监管局 | 各区政府 | 2023年6月",
            "1/2#1 加强事后核查。 | 市市场监管局 | 各区政府 | 2023年6月",
            "1/1#2 在税务领域推行免填单。 | 市税务局 | 各区政府 | 2023年9月",
        ]
    );
    assert_eq!(tables.measures[0].section, ["一、优化准入", "1 优化登记"]);
    use LineRole::{Furniture, Heading, Measure};
    let not_applicable = LineRole::Background(BackgroundReason::NotApplicable);
    assert_eq!(roles, [Furniture, Heading, Measure, Measure, Measure, not_applicable]);
}

#[test]
fn a_table_of_figures_gives_indicators_and_no_measures() {
    let text = "指标类别\t序号\t指标名称\t单位\t2025年指标
总体指标\t1\t服务业增加值\t亿元\t15000
2\t服务业增加值年均增长\t%\t5.50";
    check(text, &[]);
    let (tables, roles) = read_text(text);
    let found: Vec<_> =
        tables.indicators.iter().map(|i| (i.name.as_str(), i.figure.as_str(), i.unit.as_str())).collect();
    assert_eq!(found, [("服务业增加值", "15000", "亿元"), ("服务业增加值年均增长", "5.50", "%")]);
    assert_eq!(tables.indicators[0].by, chrono::NaiveDate::from_ymd_opt(2025, 12, 31));
    let other = LineRole::Background(BackgroundReason::Figures);
    assert_eq!(roles, [LineRole::Furniture, other, other]);
}

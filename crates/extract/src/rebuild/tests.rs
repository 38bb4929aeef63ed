//! Tables that arrive as text and the rows they are put together to.

use std::borrow::Cow;

use domain::tree::{BlockContent, DocumentTree};

use super::{replace, tables};

/// The rows of the rebuilt tables, cells with their columns where those do not count on.
fn rows(text: &str) -> Vec<String> {
    let tree = DocumentTree::of_lines(text.split('\n'));
    let rebuilt = replace(Cow::Borrowed(&tree), tables(&tree));
    let count = rebuilt.tree.pieces().pieces.len();
    assert_eq!(rebuilt.places.ranges.len(), tree.pieces().pieces.len(), "every piece has its place");
    assert!(
        rebuilt.places.ranges.iter().all(|(first, last)| first <= last && *last < count),
        "and it is one of the tree"
    );
    let tables = rebuilt.tree.blocks.iter().filter_map(|block| match &block.content {
        BlockContent::Table(table) => Some(table),
        _ => None,
    });
    let row = |row: &domain::tree::TableRow| {
        let cell = |cell: &domain::tree::Cell| format!("{}:{}", cell.column, cell.text().replace('\n', "/"));
        row.cells.iter().map(cell).collect::<Vec<_>>().join(" ")
    };
    tables.flat_map(|table| table.rows.iter().map(row)).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(rows(text), expected, "{text}");
}

#[test]
fn one_cell_a_line_becomes_rows() {
    check(
        "某县任务表\n序号\n细化任务\n负责科室\n节点\n1\n整治农贸市场，规范经营秩序。\n县市场监管局\n6月底前\n2\n新建公厕5座。\n县城管局、县住建局\n9月底前\n（此件公开发布）",
        &[
            "0:序号 1:细化任务 2:负责科室 3:节点",
            "0:1 1:整治农贸市场，规范经营秩序。 2:县市场监管局 3:6月底前",
            "0:2 1:新建公厕5座。 2:县城管局、县住建局 3:9月底前",
        ],
    );
}

#[test]
fn blank_lines_tell_cells_without_words() {
    check(
        "序号\n\n任务\n\n牵头单位\n\n配合单位\n\n时限\n\n37\n\n整治农贸市场，规范经营。\n\n县商务局\n\n\n\n6月底\n\n一、城建\n\n38\n\n新建公厕5座。\n\n县城管局\n\n县住建局\n\n9月底\n\n抄送：县委。",
        &[
            "0:序号 1:任务 2:牵头单位 3:配合单位 4:时限",
            "0:37 1:整治农贸市场，规范经营。 2:县商务局 4:6月底",
            "0:一、城建",
            "0:38 1:新建公厕5座。 2:县城管局 3:县住建局 4:9月底",
        ],
    );
}

#[test]
fn a_cell_left_out_or_a_line_more_is_placed_by_what_it_looks_like() {
    check(
        "序号\n任务\n牵头单位\n时限\n1\n整治农贸市场，规范经营秩序。\n县商务局\n6月底\n2\n新建公厕5座，方便群众。\n9月底\n3\n修路3公里，改善出行。\n安装路灯20盏，照亮回家路。\n县交通局\n12月底\n4\n开展扫雪除冰，保障安全。\n县城管局\n年底前",
        &[
            "0:序号 1:任务 2:牵头单位 3:时限",
            "0:1 1:整治农贸市场，规范经营秩序。 2:县商务局 3:6月底",
            "0:2 1:新建公厕5座，方便群众。 3:9月底",
            "0:3 1:修路3公里，改善出行。/安装路灯20盏，照亮回家路。 2:县交通局 3:12月底",
            "0:4 1:开展扫雪除冰，保障安全。 2:县城管局 3:年底前",
        ],
    );
}

#[test]
fn bars_close_cells() {
    check(
        "序号 |\n任务 |\n牵头单位 |\n时限 |\n1 |\n整治农贸市场，\n规范经营秩序。 |\n |\n6月底 |\n2 |\n新建公厕5座。 |\n县城管局 |\n9月底 |\n抄送：县委。",
        &[
            "0:序号 1:任务 2:牵头单位 3:时限",
            "0:1 1:整治农贸市场，/规范经营秩序。 2: 3:6月底",
            "0:2 1:新建公厕5座。 2:县城管局 3:9月底",
        ],
    );
}

#[test]
fn rows_without_numbers_repeat_at_the_distance_of_the_captions() {
    check(
        "会议议定事项\n承办单位\n办结时限\n制定采购方案，报县政府审定。\n县卫健局\n6月底前\n启动市场改造招标工作。\n县商务局\n9月底前\n各单位要抓好落实。",
        &[
            "0:会议议定事项 1:承办单位 2:办结时限",
            "0:制定采购方案，报县政府审定。 1:县卫健局 2:6月底前",
            "0:启动市场改造招标工作。 1:县商务局 2:9月底前",
        ],
    );
}

#[test]
fn lists_and_numbered_texts_are_no_tables() {
    check("一、工作任务\n二、责任单位\n三、完成时限\n1\n整治市场。\n2\n新建公厕。", &[]);
    check("工作目标\n工作任务\n工作措施\n1.整治市场，规范秩序。\n2.新建公厕，方便群众。\n3.修路。", &[]);
    check("序号\n任务\n单位\n这里只有一段话，没有行。", &[]);
}

#[test]
fn blanks_part_cells() {
    check(
        "条款    复审任务    责任科室    时限\n2.1    推行日间手术，优化流程。    医务部、信息中心    6月底\n2.2    完成通道改造。    保卫科    9月底\n注：以上任务按月调度。",
        &[
            "0:条款 1:复审任务 2:责任科室 3:时限",
            "0:2.1 1:推行日间手术，优化流程。 2:医务部、信息中心 3:6月底",
            "0:2.2 1:完成通道改造。 2:保卫科 3:9月底",
        ],
    );
    check(
        "序号 任务内容 责任科室 完成时间\n1 修订实施细则 2.0 版。 医务部、质控科 2025年6月底前\n2 完成通道改造。 保卫科 7月底前\n3 更换空调110台。 总务科 9月底前\n抄送：县卫健局",
        &[
            "0:序号 1:任务内容 2:责任科室 3:完成时间",
            "0:1 1:修订实施细则2.0版。 2:医务部、质控科 3:2025年6月底前",
            "0:2 1:完成通道改造。 2:保卫科 3:7月底前",
            "0:3 1:更换空调110台。 2:总务科 3:9月底前",
        ],
    );
}

#[test]
fn columns_of_fixed_width_go_on_below_themselves() {
    check(
        "────────────────\n序号   治理任务              牵头部门       时间\n────────────────\n1      开展轮训，覆盖全员    市应急局、市   9月底前\n       。                    教育局\n2      改造撂荒地3202亩。    市农业农村局   年底\n────────────────\n抄送：市委。",
        &[
            "0:序号 1:治理任务 2:牵头部门 3:时间",
            "0:1 1:开展轮训，覆盖全员。 2:市应急局、市教育局 3:9月底前",
            "0:2 1:改造撂荒地3202亩。 2:市农业农村局 3:年底",
        ],
    );
}

#[test]
fn sentences_with_blanks_are_no_table() {
    check("责任 任务 时间\n2022 年 6 月\n推进 改革 落实。", &[]);
    check("张某 李某 王某\n赵某 钱某 孙某\n周某 吴某 郑某", &[]);
}

#[test]
fn cells_that_run_on_are_parted_by_their_numbers() {
    check(
        "序号 惠民举措 牵头单位 时限 1 将参保率稳定在95%以上，门诊结\n算扩至8种。 市医保局 2026年6月底前 2 更新设备3台，完成筛查3万人\n。 市卫健委 截至6月12日 3 建设县级物流配送中心1个。 市商务\n局 2025年末\n抄送：市委。",
        &[
            "0:序号 1:惠民举措 2:牵头单位 3:时限",
            "0:1 1:将参保率稳定在95%以上，门诊结算扩至8种。 2:市医保局 3:2026年6月底前",
            "0:2 1:更新设备3台，完成筛查3万人。 2:市卫健委 3:截至6月12日",
            "0:3 1:建设县级物流配送中心1个。 2:市商务局 3:2025年末",
        ],
    );
}

#[test]
fn records_with_the_same_labels_are_rows() {
    check(
        "任务分解\n序号：1\n包片领导：吕某\n包办事项：规范村级台账。\n时限：前三季度\n\n序号：2\n包片领导：丁某\n包办事项：改造低压线路，\n消除隐患。\n时限：10月底\n抄送：镇党委",
        &[
            "0:序号 1:包片领导 2:包办事项 3:时限",
            "0:1 1:吕某 2:规范村级台账。 3:前三季度",
            "0:2 1:丁某 2:改造低压线路，/消除隐患。 3:10月底",
        ],
    );
    check("1.整治市场。\n牵头单位：县商务局\n时限：6月\n2.修路。\n牵头单位：县交通局\n时限：9月", &[]);
}

//! Tables that arrive as text and the rows they are put together to.

use domain::tree::{BlockContent, DocumentTree};

use super::rebuild;

/// The rows of the rebuilt tables, cells with their columns where those do not count on.
fn rows(text: &str) -> Vec<String> {
    let tree = DocumentTree::of_lines(text.split('\n'));
    let Some(rebuilt) = rebuild(&tree) else { return Vec::new() };
    let count = rebuilt.tree.pieces().pieces.len();
    assert_eq!(rebuilt.origins.len(), count);
    let covered: usize = rebuilt.origins.iter().map(ExactSizeIterator::len).sum();
    assert_eq!(covered, tree.pieces().pieces.len(), "every piece has its place");
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

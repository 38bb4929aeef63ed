use domain::tree::{BlockContent, DocumentTree, Table, TableRow};

use super::*;

/// A file of these lines; `|` parts the cells of a row.
fn source(text: &str) -> DocumentTree {
    let mut tree = DocumentTree::of_lines(text.lines());
    for (block, line) in tree.blocks.iter_mut().zip(text.lines()).filter(|(_, line)| line.contains('|')) {
        let rows = vec![TableRow::of_words(line.split('|'), block.anchor.line)];
        block.content = BlockContent::Table(Table { rows, caption: None });
    }
    tree
}

/// The lines of the page, counted from 1, and the facts.
fn told(text: &str) -> (Vec<usize>, Vec<(HeadField, String)>) {
    let source = source(text);
    let site = read(&source.pieces());
    let lines = site.told.roles.iter().enumerate().filter(|(_, role)| role.is_some()).map(|(at, _)| at + 1).collect();
    (lines, site.told.facts.into_iter().map(|(_, field, value)| (field, value)).collect())
}

#[test]
fn head_and_foot_of_a_page_are_told_from_the_notice() {
    let (lines, facts) = told(
        "当前位置：首页 > 政务公开\n索引号：\n01/2024-2\n发文机关：\n云溪区人民政府\n标题：\n云溪区行动方案\n发布时间：2024-03-01 09:00　来源：区政府\n\
         云溪区行动方案\n一、优化服务。\n主办单位：区财政局\n二、加强监管。\n责任编辑：甲\n主办单位：云溪区人民政府\n版权所有",
    );
    assert_eq!(lines, [1, 2, 3, 4, 5, 6, 7, 8, 13, 14, 15], "the unit of a clause stays");
    assert_eq!(facts[1], (HeadField::Issuer, "云溪区人民政府".to_owned()));
    assert_eq!(facts[2], (HeadField::Title, "云溪区行动方案".to_owned()));
}

#[test]
fn other_labels_are_no_head_table() {
    let none = |text: &str| assert_eq!(told(text).0, Vec::<usize>::new(), "{text}");
    none("督办事项：落实经费\n承办单位：区财政局\n完成时间：7月底\n联系人：甲");
    none("序号\n标题\n文号\n发布日期\n1\n某办法\n某政〔2020〕1号\n2020年1月1日");
    none("序号|名称|发布日期\n1|某办法|2020年1月1日");
    none("时间：2024年9月\n地点：区政府");
}

#[test]
fn headlines_of_other_texts_are_no_part_of_the_notice() {
    let (lines, _) = told("某区行动方案\n一、优化服务。\n相关稿件\n某区召开动员会\n【图解】行动方案");
    assert_eq!(lines, [3, 4, 5]);
}

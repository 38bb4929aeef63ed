//! Tables as plain text draws them.

use domain::tree::TableRow;

use super::*;
use crate::source_lines::SourceLines;

/// The tables of a text: first line to last, then the rows.
fn shown(text: &str) -> Vec<String> {
    let lines = SourceLines::of(text);
    let tables = find(lines.parts(), 0);
    let row = |row: &TableRow| {
        let cells: Vec<String> = row.cells.iter().map(crate::tests::shown_cell).collect();
        format!("{} {}", row.line, cells.join("|"))
    };
    tables
        .iter()
        .flat_map(|found| {
            let extent = format!("{}-{}", found.lines.start + 1, found.lines.end);
            std::iter::once(extent).chain(found.table.rows.iter().map(row))
        })
        .collect()
}

#[test]
fn tables_of_characters_become_rows() {
    let check = |text: &str, expected: &[&str]| assert_eq!(shown(text), expected, "{text}");
    check(
        "清单\n类别\t序号\t名称\n总体\t1\t增加值\n\t2\t增长率\n二、举措",
        &["2-4", "2 类别|序号|名称", "3 总体|1|增加值", "4 |2|增长率"],
    );
    check(
        "任务\t牵头\t时限\n\"改革\n一批\"\t市财政局\t6月\n",
        &["1-3", "1 任务|牵头|时限", "2 改革/一批|市财政局|6月"],
    );
    // Headings between rows, and cells that were copied with their line breaks.
    check(
        "序号\t任务\t时限\n一、准入\n1\t改革\t6月\n（二）监管\n2\t督查\t7月",
        &["1-5", "1 序号|任务|时限", "2 [3×1]一、准入", "3 1|改革|6月", "4 [3×1]（二）监管", "5 2|督查|7月"],
    );
    check(
        "序号|任务|时限\n一、准入\n1|改革|6月\n正文",
        &["1-3", "1 序号|任务|时限", "2 [3×1]一、准入", "3 1|改革|6月"],
    );
    check("序号\t任务\t时限\n1\t改革\n一批\n事项\t6月\n", &["1-4", "1 序号|任务|时限", "2 1|改革/一批/事项|6月"]);
    check("序号\t任务\t时限\n1\t改革\t6月\n一、以下任务由各单位落实。\n", &["1-2", "1 序号|任务|时限", "2 1|改革|6月"]);
    check("\t一、总则\n\t二、细则\n", &[]);
    check("一、\t总则\n二、\t细则\n三、\t附则\n", &[]);
    check("甲\t乙\n", &[]);
    check("| 任务 | 牵头 |\n|---|:--|\n| 改革 | 市财政局 |\n正文", &["1-3", "1 任务|牵头", "3 改革|市财政局"]);
    check("序号｜任务｜时限\n1｜改革｜6月\n", &["1-2", "1 序号|任务|时限", "2 1|改革|6月"]);
    check("首页 | 新闻 | 政务\n正文", &[]);
    check("|任务|办证|\n|主办|某局|\n|时限|6月|\n正文", &["1-3", "1 任务|办证", "2 主办|某局", "3 时限|6月"]);
    check("|首页|新闻|\n|政务|服务|\n正文", &[]);
    check("任务|时限\n改革|6月\n督查|7月\n", &[]);
    check(
        "┌──┬────┐\n│序号│任务│\n├──┼────┤\n│1│推进改│\n│ │革创新│\n├──┼────┤\n│2│督查│\n└──┴────┘\n正文",
        &["1-8", "2 序号|任务", "4 1|推进改革创新", "7 2|督查"],
    );
    check(
        "┌──┬──┬──┐\n│类│项│时│\n├──┼──┼──┤\n│改│甲│6月│\n│革├──┼──┤\n│  │乙│9月│\n└──┴──┴──┘",
        &["1-7", "2 类|项|时", "4 [1×2]改革|甲|6月", "6 乙|9月"],
    );
    check("┌─┬──┐\n│1│推进│\n││改革│\n├─┼──┤\n│2│督查│\n└─┴──┘", &["1-6", "2 1|推进改革", "5 2|督查"]);
    check("+----+----+\n| a | b |\n+----+----+\n| 1 | 2 |\n+----+----+\n", &["1-5", "2 a|b", "4 1|2"]);
    check(
        "\"隐患点\",\"措施\",\"时间\"\n\"塔楼\",\"更换,加固\",\"\"\n\"村口\",\"增设\",\"7月\"\n正文",
        &["1-3", "1 隐患点|措施|时间", "2 塔楼|更换,加固|", "3 村口|增设|7月"],
    );
    check("序号;举措;时间\n1;改革;6月\n2;督查;9月\n", &["1-3", "1 序号|举措|时间", "2 1|改革|6月", "3 2|督查|9月"]);
    check("加强领导,压实责任,形成合力\n加强督查,严肃问责.\n", &[]);
    check("甲,乙,丙\n甲,乙\n", &[]);
}

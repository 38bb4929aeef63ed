//! Pages and what they say.

use domain::tree::{BlockContent, DocumentTree};

/// The pieces of a page with their lines.
fn shown(page: &str) -> Vec<String> {
    crate::tests::shown(page.as_bytes())
}

#[test]
fn pages_become_paragraphs_and_rows() {
    let check = |page: &str, expected: &[&str]| assert_eq!(shown(page), expected, "{page}");
    check(
        "<div>\n<p>　　一、<b>总</b>则</p>\n\n<p>二&nbsp;&amp;&lt;细则&gt;</p></div>",
        &["1 (furniture)", "2 一、总则", "3 (blank)", "4 二 &<细则>"],
    );
    // Inline tags leave no gap, a line end inside a sentence neither.
    check(
        "<p>支持<span id=\"s\"><a href=\"x\">浙江建投</a></span><span>(<i>1</i>)</span>等企业\n上市。</p>\n<p>x</p>",
        &["1 支持浙江建投(1)等企业上市。", "3 x"],
    );
    check("<p>甲<br>乙<br/>丙</p><p>丁</p>", &["1 甲", "1 乙", "1 丙", "1 丁"]);
    check("<p>甲</p><script>var a = '<p>乙</p>';</script>\n<style>p{}</style><!-- 注 --><p>丙</p>", &["1 甲", "2 丙"]);
    check("<html><head><title>通知</title></head>\n<body>正文</body></html>", &["1 (furniture)", "2 正文"]);
    check("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>二</p>", &["1 <script>alert(1)</script>", "2 二"]);
    check("---\ntitle: t\n---\n<p>一</p>\n<p>二</p>", &["1 (front)", "2 (front)", "3 (front)", "4 一", "5 二"]);
    check("<pre>甲\n乙</pre>\n<p>丙</p>", &["1 甲", "2 乙", "3 丙"]);
    // Lines that begin with numbers again and again are meant; one that does by chance is not.
    check(
        "<p>二、教室管理\n甲处：\n1.开门。\n（二）关门，\n并检查。</p>",
        &["1 二、教室管理", "2 甲处：", "3 1.开门。", "4 （二）关门，", "5 并检查。"],
    );
    check("<p>经费增长到\n3.5万元，其中\n2.办公费。</p>", &["1 经费增长到 3.5万元，其中 2.办公费。"]);
}

#[test]
fn tables_keep_their_spans_and_layout_is_dissolved() {
    let check = |page: &str, expected: &[&str]| assert_eq!(shown(page), expected, "{page}");
    check(
        "<table><tr><th>序号<th>任务<th>时限\n<tr><td rowspan=2>1<td>甲<td>6月\n<tr><td>乙<td>9月\n</table>",
        &["1 序号|任务|时限", "2 [1×2]1|甲|6月", "3 乙|9月", "4 (furniture)"],
    );
    check(
        "<table><tr><td colspan=2>甲</td><td><p>1.x</p><p>2.y</p></td></tr></table>\n<p>z</p>",
        &["1 [2×1]甲|1.x/2.y", "2 z"],
    );
    check("<table><tr><td><p>正文一</p>\n<p>正文二</p></td></tr></table>", &["1 正文一", "2 正文二"]);
    check(
        "<table><tr><td>导航</td><td>\n<p>正文</p>\n<table><tr><td>a</td><td>b</td></tr></table></td></tr></table>",
        &["1 导航", "2 正文", "3 a|b"],
    );
}

#[test]
fn what_a_page_says_of_itself_is_kept() {
    let page = "<html><head><title>通知</title><meta name=\"PubDate\" content=\"2022-01-27\"></head><body><p>正文</p></body></html>";
    let fields = crate::read(page.as_bytes()).unwrap().front_matter;
    assert_eq!(fields, [("title".to_owned(), "通知".to_owned()), ("PubDate".to_owned(), "2022-01-27".to_owned())]);
}

#[test]
fn cells_know_their_columns_whatever_reaches_down() {
    let page = "<table><tr><td rowspan=2 colspan=2>a<td>b<td rowspan=0>c<tr><td>d<tr><td>e<td>f<td colspan=9>g</table>";
    let tree = crate::read(page.as_bytes()).unwrap();
    let columns: Vec<Vec<(usize, usize, usize)>> = tables(&tree)
        .flat_map(|table| &table.rows)
        .map(|row| row.cells.iter().map(|cell| (cell.column, cell.columns, cell.rows)).collect())
        .collect();
    assert_eq!(
        columns,
        [vec![(0, 2, 2), (2, 1, 1), (3, 1, 3)], vec![(2, 1, 1)], vec![(0, 1, 1), (1, 1, 1), (2, 9, 1)]]
    );
}

fn tables(tree: &DocumentTree) -> impl Iterator<Item = &domain::tree::Table> {
    tree.blocks.iter().filter_map(|block| match &block.content {
        BlockContent::Table(table) => Some(table),
        _ => None,
    })
}

#[test]
fn words_know_their_characters() {
    let check = |page: &str, words: &str, expected: (u32, std::ops::Range<u32>)| {
        let tree = crate::read(page.as_bytes()).unwrap();
        let list = tree.pieces();
        let paragraphs = list.pieces.iter().flat_map(|piece| match piece.content {
            domain::tree::PieceContent::Text(words) => vec![words],
            _ => piece.row().into_iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs).collect(),
        });
        let found = paragraphs.into_iter().find_map(|text| {
            let at = text.text.find(words)?;
            text.source_of(at..at + words.len())
        });
        let found = found.map(|range| (range.line, range.characters));
        assert_eq!(found, Some(expected), "{page} {words}");
    };
    check("<p>　　一、<b>总</b>则</p>\n<p>二</p>", "一、", (1, 5..7));
    check("<p>　　一、<b>总</b>则</p>\n<p>二</p>", "总", (1, 10..11));
    check("<p>二&nbsp;&amp;&lt;细则&gt;</p>\n<p>甲</p>", "细则", (1, 19..21));
    check("<p>支持\n  企业上市</p>\n<p>甲</p>", "上市", (2, 4..6));
    check("<table><tr><td>甲<td>市财政局<tr><td>乙<td>市审计局</table>\n<p>x</p>", "审计局", (1, 38..41));
    check("# 一、总则\n\n这是**支持**企业\n- 二", "企业", (3, 8..10));
    check("  甲\t市财政局\n乙\t市审计局\n丙\t市公安局", "财政局", (1, 5..8));
}

#[test]
fn headings_and_setting_are_kept() {
    let tree = crate::read(
        "<h1>通知</h1><p style=\"text-align: center\"><b>总则</b></p><p>正文<b>重</b></p><ul><li>甲</ul>".as_bytes(),
    );
    let tree = tree.unwrap();
    let list = tree.pieces();
    let shown: Vec<(Option<u8>, bool, bool, bool)> = (list.pieces.iter())
        .filter_map(|piece| match piece.content {
            domain::tree::PieceContent::Text(words) => {
                Some((words.level, words.style.bold, words.style.centred, words.style.list_item))
            }
            _ => None,
        })
        .collect();
    let (plain, centred) = ((None, false, false, false), (None, true, true, false));
    assert_eq!(shown, [(Some(1), false, false, false), centred, plain, (None, false, false, true)]);
}

#[test]
fn a_flood_of_merged_cells_stays_small() {
    let cell = "<td colspan=1000 rowspan=60000>很长的文字很长的文字</td>";
    let page = format!("<table><tr>{}</tr><tr><td>x</td></tr></table>", cell.repeat(20_000));
    let tree = crate::read(page.as_bytes()).unwrap();
    let cells: usize = tables(&tree).flat_map(|table| &table.rows).map(|row| row.cells.len()).sum();
    assert_eq!(cells, 20_001);
    let row = format!("<tr>{}</tr>", "<td colspan=200 rowspan=200>文</td>".repeat(5));
    let start = std::time::Instant::now();
    crate::read(format!("<table>{}</table>", row.repeat(4_000)).as_bytes()).unwrap();
    assert!(start.elapsed().as_secs() < 10);
}

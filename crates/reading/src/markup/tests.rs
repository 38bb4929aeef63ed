//! Pages and what they say.

use domain::source::LineContent;

/// The lines of a page.
fn shown(page: &str) -> Vec<String> {
    let text = crate::read(page.as_bytes()).unwrap();
    text.lines
        .iter()
        .map(|line| match &line.content {
            LineContent::Text(text) => format!("{} {text}", line.number),
            LineContent::Row { table, cells } => {
                format!("{} row{table} {}", line.number, cells.join("|").replace('\n', "/"))
            }
            LineContent::Blank => format!("{} (blank)", line.number),
            LineContent::FrontMatter => format!("{} (front)", line.number),
            LineContent::PageMark => format!("{} (page)", line.number),
            LineContent::Markup => format!("{} (markup)", line.number),
        })
        .collect()
}

#[test]
fn pages_become_paragraphs_and_rows() {
    let check = |page: &str, expected: &[&str]| assert_eq!(shown(page), expected, "{page}");
    check(
        "<div>\n<p>　　一、<b>总</b>则</p>\n\n<p>二&nbsp;&amp;&lt;细则&gt;</p></div>",
        &["1 (markup)", "2 一、总则", "3 (blank)", "4 二 &<细则>"],
    );
    // Inline tags leave no gap, a line end inside a sentence neither.
    check(
        "<p>支持<span id=\"s\"><a href=\"x\">浙江建投</a></span><span>(<i>1</i>)</span>等企业\n上市。</p>\n<p>x</p>",
        &["1 支持浙江建投(1)等企业上市。", "2 (markup)", "3 x"],
    );
    check("<p>甲<br>乙<br/>丙</p><p>丁</p>", &["1 甲", "1 乙", "1 丙", "1 丁"]);
    check("<p>甲</p><script>var a = '<p>乙</p>';</script>\n<style>p{}</style><!-- 注 --><p>丙</p>", &["1 甲", "2 丙"]);
    check("<html><head><title>通知</title></head>\n<body>正文</body></html>", &["1 (markup)", "2 正文"]);
    check("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>二</p>", &["1 <script>alert(1)</script>", "2 二"]);
    check("---\ntitle: t\n---\n<p>一</p>\n<p>二</p>", &["1 (front)", "2 (front)", "3 (front)", "4 一", "5 二"]);
    check("<pre>甲\n乙</pre>\n<p>丙</p>", &["1 甲", "2 乙", "3 丙"]);
}

#[test]
fn tables_repeat_merged_cells_and_layout_is_dissolved() {
    let check = |page: &str, expected: &[&str]| assert_eq!(shown(page), expected, "{page}");
    check(
        "<table><tr><th>序号<th>任务<th>时限\n<tr><td rowspan=2>1<td>甲<td>6月\n<tr><td>乙<td>9月\n</table>",
        &["1 row0 序号|任务|时限", "2 row0 1|甲|6月", "3 row0 1|乙|9月", "4 (markup)"],
    );
    check(
        "<table><tr><td colspan=2>甲</td><td><p>1.x</p><p>2.y</p></td></tr></table>\n<p>z</p>",
        &["1 row0 甲|甲|1.x/2.y", "2 z"],
    );
    check("<table><tr><td><p>正文一</p>\n<p>正文二</p></td></tr></table>", &["1 正文一", "2 正文二"]);
    check(
        "<table><tr><td>导航</td><td>\n<p>正文</p>\n<table><tr><td>a</td><td>b</td></tr></table></td></tr></table>",
        &["1 导航", "2 正文", "3 row0 a|b"],
    );
}

#[test]
fn what_a_page_says_of_itself_is_kept() {
    let page = "<html><head><title>通知</title><meta name=\"PubDate\" content=\"2022-01-27\"></head><body><p>正文</p></body></html>";
    let fields = crate::read(page.as_bytes()).unwrap().front_matter;
    assert_eq!(fields, [("title".to_owned(), "通知".to_owned()), ("PubDate".to_owned(), "2022-01-27".to_owned())]);
}

#[test]
fn a_flood_of_merged_cells_stays_small() {
    let page = format!(
        "<table><tr>{}</tr><tr><td>x</td></tr></table>",
        "<td colspan=1000 rowspan=60000>很长的文字很长的文字</td>".repeat(20_000)
    );
    let text = crate::read(page.as_bytes()).unwrap();
    let cells: usize = text
        .lines
        .iter()
        .map(|line| if let LineContent::Row { cells, .. } = &line.content { cells.len() } else { 0 })
        .sum();
    assert!(cells < 200_000, "{cells} cells");
}

//! Lines around a document that are not of it: what a web page prints about itself, notes on publication.

use domain::LineRole;
use domain::source::LineBreaks;

use super::Row;
use super::compact::is_longer;

/// Words of the lines that web pages print around a text.
const WEB: [&str; 22] = [
    "责任编辑",
    "尽在",
    "扫码",
    "扫一扫",
    "点击下载",
    "分享到",
    "打印本页",
    "关闭窗口",
    "上一篇",
    "下一篇",
    "浏览次数",
    "版权所有",
    "ICP备",
    "字体：",
    "字号：",
    "来源：",
    "信息来源",
    "稿源",
    "微信公众号",
    "网站地图",
    "返回顶部",
    "相关阅读",
];
/// So many rows at either end of a web page may be furniture.
const ROWS_AT_ENDS: usize = 12;

/// Marks furniture and notes on publication.
pub(crate) fn mark(rows: &[Row<'_>], breaks: LineBreaks, roles: &mut [LineRole]) {
    let count = rows.len();
    let mut imprint_to = 0;
    for (at, row) in rows.iter().enumerate() {
        let text = row.text.as_ref();
        if is_distribution(text) || is_imprint(text) {
            imprint_to = at + rows_of_imprint(rows.get(at..).unwrap_or_default());
        }
        let role = if at < imprint_to || is_note(text) {
            LineRole::Metadata
        } else if breaks == LineBreaks::Paragraphs
            && (at < ROWS_AT_ENDS || at + ROWS_AT_ENDS >= count)
            && !is_longer(text, 40)
            && WEB.iter().any(|words| text.contains(words))
        {
            LineRole::Furniture
        } else {
            continue;
        };
        if let Some(place) = roles.get_mut(row.index) {
            *place = role;
        }
    }
}

/// （此件公开发布）, ZJAC00-2022-0001.
fn is_note(text: &str) -> bool {
    if is_longer(text, 120) {
        return false;
    }
    let published =
        text.starts_with(['（', '(']) && text.ends_with(['）', ')']) && text.contains("公开") && !is_longer(text, 16);
    published || is_registration(text)
}

/// 抄送：市委各部门，…
fn is_distribution(text: &str) -> bool {
    text.starts_with("抄送：") || text.starts_with("抄送:")
}

/// The last line of a printed notice (GB/T 9704): 某市人民政府办公室 2023年1月20日印发.
fn is_imprint(text: &str) -> bool {
    text.ends_with("日印发") && !is_longer(text, 40)
}

/// How many rows a list of those to whom copies go takes: down to the imprint, where one follows.
fn rows_of_imprint(rows: &[Row<'_>]) -> usize {
    const LONGEST: usize = 8;
    rows.iter().take(LONGEST).position(|row| is_imprint(&row.text)).map_or(1, |last| last + 1)
}

/// The registration number of a normative document: ZJAC00-2022-0001.
fn is_registration(text: &str) -> bool {
    text.is_ascii()
        && text.matches('-').count() == 2
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.ends_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

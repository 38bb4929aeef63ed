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
    for (at, row) in rows.iter().enumerate() {
        let text = row.text.as_ref();
        let role = if is_note(text) {
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

/// （此件公开发布）, 抄送：…, ZJAC00-2022-0001.
fn is_note(text: &str) -> bool {
    if is_longer(text, 120) {
        return false;
    }
    let published =
        text.starts_with(['（', '(']) && text.ends_with(['）', ')']) && text.contains("公开") && !is_longer(text, 16);
    published || text.starts_with("抄送：") || text.starts_with("抄送:") || is_registration(text)
}

/// The registration number of a normative document: ZJAC00-2022-0001.
fn is_registration(text: &str) -> bool {
    text.is_ascii()
        && text.matches('-').count() == 2
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.ends_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

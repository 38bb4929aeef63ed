//! Whether a text is a web page.

use crate::blank::trim;

/// Tags that make blocks. A notice may speak of `<script>` or `<img onerror>`; it does not begin its paragraphs with these.
const BLOCK_TAGS: &[&str] = &[
    "html",
    "head",
    "body",
    "div",
    "p",
    "br",
    "table",
    "tbody",
    "thead",
    "tr",
    "td",
    "th",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "nav",
    "center",
    "meta",
    "title",
    "link",
    "hr",
    "pre",
    "blockquote",
];

/// Whether a text is HTML: it begins with a page, or block tags stand at the ends of a good part of its lines.
///
/// Markdown may begin with a tag for what it cannot say, such as a coloured letterhead; its headings tell it.
///
/// A plain text that merely holds tags in its words is none: its characters must stay as they are.
pub(crate) fn is_html(text: &str) -> bool {
    if !text.contains('<') {
        return false;
    }
    let mut begins_with_tag = None;
    let (mut filled, mut tagged, mut tags, mut headings) = (0usize, 0usize, 0usize, 0usize);
    for line in text.split(['\n', '\r']) {
        let line = trim(line);
        if line.is_empty()
            || (filled == 0 && (line.starts_with("<?xml") || (line.starts_with("<!--") && line.ends_with("-->"))))
        {
            continue;
        }
        if filled == 0 && line.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype")) {
            return true;
        }
        filled += 1;
        let (starts, ends) = (starts_with_block_tag(line), ends_with_block_tag(line));
        begins_with_tag.get_or_insert(starts);
        tagged += usize::from(starts || ends);
        tags += usize::from(starts) + usize::from(ends);
        headings += usize::from(line.trim_start_matches('#').starts_with(' ') && line.starts_with('#'));
        if filled > 4000 {
            break;
        }
    }
    let has_marks = headings >= 2;
    let many = tagged * if has_marks { 2 } else { 4 } >= filled;
    tags >= 2 && (many || (begins_with_tag == Some(true) && !has_marks))
}

/// Whether a line begins with a whole block tag, opening or closing.
fn starts_with_block_tag(line: &str) -> bool {
    line.strip_prefix('<').is_some_and(|rest| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let name_end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (name, rest) = rest.split_at(name_end);
        is_block(name) && rest.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/')
    })
}

/// Whether a line ends with a whole block tag.
fn ends_with_block_tag(line: &str) -> bool {
    if !line.ends_with('>') {
        return false;
    }
    // A tag at the end of a line is short; no need to look further back.
    let tail = line.char_indices().rev().take(60).find(|(_, c)| *c == '<').and_then(|(at, _)| line.get(at..));
    tail.is_some_and(starts_with_block_tag)
}

/// Whether a name is that of a block tag.
fn is_block(name: &str) -> bool {
    name.len() <= 10 && BLOCK_TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_told_by_its_structure() {
        let check = |text: &str, expected: bool| assert_eq!(is_html(text), expected, "{text}");
        check("<!DOCTYPE html><html><body>x</body></html>", true);
        check("\n<div>\n<p>一、总则</p>\n</div>", true);
        check("<?xml version=\"1.0\"?>\n<html>\n<p>x</p></html>", true);
        check("总则<br>\n细则<br>\n附则<br/>", true);
        check(
            "一、防止输入<script>alert(1)</script>\n二、<img src=x onerror=alert(1)>\n三、<p>标签</p>的写法。",
            false,
        );
        check("<script>alert(1)</script>\n关于印发的通知\n一、总则", false);
        check("若 a<b 且 c>d", false);
        check("<p>某局文件</p>\n## 通知\n正文\n### 一、任务\n甲\n乙\n丙\n<p>落款</p>\n丁", false);
        check("<p>只有一个标签的一行\n二\n三\n四\n五\n六", false);
    }
}

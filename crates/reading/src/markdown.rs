//! Markdown: marks of headings, emphasis, links and quotations go, the words and their numbers stay.
//!
//! Read line by line and not with a Markdown parser: those renumber lists, take four blanks of Chinese indentation for
//! code and join lines, while a notice needs its own numbers and lines.

use std::borrow::Cow;

use domain::tree::{DocumentTree, Style};

use crate::blank::{is_blank_char, trim};
use crate::front_matter::FrontMatter;
use crate::page_mark;
use crate::plain::{self, Words};
use crate::source_lines::SourceLines;
use crate::tags;

/// Whether a text is Markdown: several lines carry marks that plain notices do not have. Behind front matter the title's is enough.
pub(crate) fn is_markdown(lines: &SourceLines<'_>, from: usize) -> bool {
    let first = lines.parts().iter().skip(from).map(|part| trim(part.text)).find(|line| !line.is_empty());
    if from > 0 && first.and_then(heading).is_some_and(|(level, words)| level == 1 && !words.is_empty()) {
        return true;
    }
    let (mut marks, mut filled) = (0usize, 0usize);
    for part in lines.parts().iter().skip(from).take(5000) {
        let line = trim(part.text);
        if line.is_empty() {
            continue;
        }
        filled += 1;
        let heading = heading(line).is_some() && page_mark::read(line).is_none();
        let ruled = line.starts_with('|') && (line.contains("---") || is_table_rule(line));
        let bold = line.contains('*') && line.matches("**").count() >= 2;
        let link = line.contains(']') && (line.contains("](http") || line.contains("](/") || line.starts_with("!["));
        marks += usize::from(heading) + usize::from(ruled) * 2 + usize::from(bold) + usize::from(link);
    }
    marks >= 2 && marks * 50 >= filled
}

/// Whether a line is the rule under the captions of a table: |:-:|:--|.
fn is_table_rule(line: &str) -> bool {
    line.contains('-') && line.matches('|').count() > 2 && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// Reads the lines of a Markdown text behind its front matter.
pub(crate) fn read(lines: &SourceLines<'_>, front: FrontMatter) -> DocumentTree {
    plain::read_with(&tags::joined(lines), front, clean)
}

/// The words of a line without marks, and what the marks say.
fn clean(line: &str) -> Words<'_> {
    if line.starts_with("```")
        || line.starts_with("~~~")
        || is_rule(line)
        || (line.starts_with("<!--") && line.ends_with("-->"))
    {
        return Words::default();
    }
    let mut words = Words::default();
    let mut line = line;
    while let Some(quoted) = line.strip_prefix('>') {
        line = quoted.trim_start();
    }
    if let Some((level, heading)) = heading(line) {
        words.level = Some(level).filter(|_| !heading.is_empty());
        line = heading;
    }
    if let Some(entry) = ["- ", "* ", "+ ", "• "].iter().find_map(|bullet| line.strip_prefix(bullet)) {
        words.style.list_item = true;
        line = entry;
    }
    if !line.contains(['*', '_', '`', '\\', '<', ']', '&']) {
        words.text = Cow::Borrowed(trim(line));
        return words;
    }
    line = link_alone(line);
    let bold = ["**", "__"].iter().any(|mark| {
        let inner = line.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        inner.is_some_and(|inner| !inner.contains(mark))
    });
    words.style = Style { bold, ..words.style };
    let line = without_breaks(line);
    let line = tags::without_tags(&line);
    let line = without_links(&line);
    let line = unescaped(&line.replace("**", "").replace("__", "").replace('`', ""));
    let line = tags::without_entities(&line);
    words.text = Cow::Owned(trim(&line).to_owned());
    words
}

/// A line that is nothing but a link, without the emphasis and the little picture that pages put before its words.
fn link_alone(line: &str) -> &str {
    let bare = line.trim_matches('*');
    let Some(words) = bare.strip_prefix('[').filter(|_| bare.ends_with(')') && bare.matches("](").count() == 1) else {
        return line;
    };
    let words = words.split("](").next().unwrap_or_default();
    trim(words.trim_start_matches(|c: char| !c.is_alphanumeric() && !"《（(“【".contains(c)))
}

/// The level and words of a heading: `## 一、总则 ##`.
fn heading(line: &str) -> Option<(u8, &str)> {
    let words = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - words.len()).ok().filter(|level| (1..=6).contains(level))?;
    // ##关于…的通知: the blank is often left out before Chinese words; #1 and #标签# are no headings.
    let glued = level > 1 && words.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let ends = words.is_empty() || glued || words.starts_with(is_blank_char);
    ends.then(|| (level, trim(words.trim_end_matches('#'))))
}

/// Whether a line is a rule: ---, ***, ___.
fn is_rule(line: &str) -> bool {
    let bare: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    bare.len() >= 3 && ["-", "*", "_", "="].iter().any(|mark| bare.trim_start_matches(mark).is_empty())
}

/// A line with `<br>` as a line end inside a cell or paragraph.
fn without_breaks(line: &str) -> Cow<'_, str> {
    if !line.contains("<br") {
        return Cow::Borrowed(line);
    }
    Cow::Owned(line.replace("<br>", "\n").replace("<br/>", "\n").replace("<br />", "\n"))
}

/// A line with the words of its links, without their addresses; pictures go.
fn without_links(line: &str) -> Cow<'_, str> {
    if !line.contains("](") {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(middle) = rest.find("](") {
        let (before, after) = rest.split_at(middle);
        let Some(end) = after.find(')') else { break };
        match before.rfind('[') {
            Some(open) => {
                let (prefix, words) = before.split_at(open);
                match prefix.strip_suffix('!') {
                    Some(prefix) => out.push_str(prefix),
                    None => {
                        out.push_str(prefix);
                        out.push_str(words.strip_prefix('[').unwrap_or(words));
                    }
                }
            }
            None => out.push_str(before),
        }
        rest = after.get(end + 1..).unwrap_or("");
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// A line without the backslashes that keep punctuation from being a mark: `1\.` → `1.`
fn unescaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation) {
            continue;
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::tests::contents;

    #[test]
    fn marks_go_and_words_stay() {
        let check = |text: &str, expected: &[&str]| assert_eq!(contents(text.as_bytes()), expected, "{text}");
        check("# 通知\n\n## 一、总则\n1\\. **支持**企业。", &["h1 通知", "(blank)", "h2 一、总则", "1. 支持企业。"]);
        check(
            "## 清单\n**单位**见[网站](http://x.cn/a)。\n> - 引用\n---",
            &["h2 清单", "单位见网站。", "引用", "(furniture)"],
        );
        check(
            "# 表\n| 任务 | 牵头 |\n|---|---|\n| **甲**<br>乙 | 市财政局 |",
            &["h1 表", "任务|牵头", "甲/乙|市财政局"],
        );
        check("# 表\n| 任务 | 牵头 |\n|:-:|:--|\n| 甲<br/>乙 | 市财政局 |", &["h1 表", "任务|牵头", "甲/乙|市财政局"]);
        check("## 通知\n#### &emsp;&emsp;一、总则&nbsp;\n##", &["h2 通知", "h4 一、总则", "(furniture)"]);
        check("## 通知\n**甲**&lt;<b>乙</b>&gt;R&D\n若 a<b", &["h2 通知", "甲<乙>R&D", "若 a<b"]);
        check("## 通知\n## 二\n<div\nclass=\"a\">丙</div>\n丁", &["h2 通知", "h2 二", "(blank)", "丙", "丁"]);
        check("## 通知\n*[📄 点击下载 ](/files/a.pdf)*\n[《办法》](/b)见下", &["h2 通知", "点击下载", "《办法》见下"]);
        check(
            "---\n标题: 甲\n---\n\n# 甲\n\n乙",
            &["(front)", "(front)", "(front)", "(blank)", "h1 甲", "(blank)", "乙"],
        );
        check("# 甲\n\n乙", &["# 甲", "(blank)", "乙"]);
        check("# Page 3:\n正文 # 不是标题\n**不成对", &["(page)", "正文 # 不是标题", "**不成对"]);
    }
}

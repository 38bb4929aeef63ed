//! The block of keys and values at the very start of a web page or Markdown file, between two lines of `---`.

use crate::blank::{is_blank, trim};
use crate::source_lines::SourceLines;

/// More lines than this before the closing `---` are a text with a rule in it.
const MOST_LINES: usize = 200;

/// The front matter of a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct FrontMatter {
    /// How many parts of the source it takes, from the first; 0 when there is none.
    pub(crate) parts: usize,
    /// Keys and values in order, unquoted. The entries of a list are joined by `、`.
    pub(crate) fields: Vec<(String, String)>,
}

/// Finds the front matter. Without a closing line, or with lines in it that are no keys and values, there is none.
pub(crate) fn read(lines: &SourceLines<'_>) -> FrontMatter {
    let parts = lines.parts();
    let Some(open) = parts.iter().position(|part| !is_blank(part.text)) else { return FrontMatter::default() };
    if parts.get(open).is_none_or(|part| trim(part.text) != "---") {
        return FrontMatter::default();
    }
    let mut fields: Vec<(String, String)> = Vec::new();
    for (index, part) in parts.iter().enumerate().skip(open + 1).take(MOST_LINES) {
        let line = trim(part.text);
        if line == "---" || line == "..." {
            return FrontMatter { parts: index + 1, fields };
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(entry) = line.strip_prefix("- ") {
            let Some((_, value)) = fields.last_mut() else { return FrontMatter::default() };
            if !value.is_empty() {
                value.push('、');
            }
            value.push_str(unquote(entry));
            continue;
        }
        match line.split_once(':') {
            Some((key, value)) if is_key(key) => fields.push((trim(key).to_owned(), unquote(value).to_owned())),
            // A long value may go on in the next line.
            _ if line.len() < 400 && !fields.is_empty() => {
                if let Some((_, value)) = fields.last_mut() {
                    value.push_str(line);
                }
            }
            _ => return FrontMatter::default(),
        }
    }
    FrontMatter::default()
}

/// Whether the words before a colon are a key: short and of one piece.
fn is_key(key: &str) -> bool {
    let key = trim(key);
    !key.is_empty()
        && key.chars().count() <= 40
        && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// A value without the quotes around it.
fn unquote(value: &str) -> &str {
    let value = trim(value);
    for quote in ['\'', '"'] {
        if let Some(inner) = value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)) {
            return trim(inner);
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_stands_at_the_start_and_is_closed() {
        let check = |text: &str, parts: usize, fields: &[(&str, &str)]| {
            let found = read(&SourceLines::of(text));
            let found_fields: Vec<(&str, &str)> =
                found.fields.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
            assert_eq!((found.parts, found_fields.as_slice()), (parts, fields), "{text}");
        };
        check(
            "\n---\ntitle: '关于：通知'\ncategories: \n - 金融\n - 财经\ndate: Fri, 11 Feb 2022 02:14:38 GMT\n---\n正文",
            8,
            &[("title", "关于：通知"), ("categories", "金融、财经"), ("date", "Fri, 11 Feb 2022 02:14:38 GMT")],
        );
        check("---\ntitle: 通知\n正文没有结束线", 0, &[]);
        check("正文\n---\ntitle: 通知\n---\n", 0, &[]);
        check("---\n一、总体要求\n---\n", 0, &[]);
    }
}

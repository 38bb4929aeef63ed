//! Tags and entities inside a text that is no web page: Markdown with coloured letterheads, notices padded with `&emsp;`.

use std::borrow::Cow;

use html5gum::{Token, Tokenizer};

use crate::source_lines::{SourceLines, count};

/// A tag over several lines has no more of them than this.
const LONGEST_TAG: usize = 12;
/// An entity has no more bytes than this.
const LONGEST_ENTITY: usize = 33;

/// Lines in which a tag that is written over several of them is gone, words before and behind it kept.
pub(crate) fn joined<'a>(lines: &SourceLines<'a>) -> SourceLines<'a> {
    let mut parts = lines.parts().to_vec();
    let mut at = 0;
    while at < parts.len() {
        let open = parts.get(at).and_then(|part| unclosed_tag(part.text));
        let below = parts.get(at + 1..).unwrap_or_default();
        let end = open.and_then(|_| below.iter().take(LONGEST_TAG).position(|part| part.text.contains(['<', '>'])));
        if let Some((from, end)) = open.zip(end.map(|end| at + 1 + end))
            && let Some(close) = parts.get(end).and_then(|part| part.text.find(['<', '>']))
            && parts.get(end).is_some_and(|part| part.text.get(close..).is_some_and(|tag| tag.starts_with('>')))
        {
            if let Some(part) = parts.get_mut(at) {
                part.text = part.text.get(..from).unwrap_or_default();
            }
            for part in parts.iter_mut().take(end).skip(at + 1) {
                part.text = "";
            }
            if let Some(part) = parts.get_mut(end) {
                let (tag, words) = part.text.split_at(close + 1);
                part.column += count(tag);
                part.text = words;
            }
            at = end;
        } else {
            at += 1;
        }
    }
    lines.with_parts(parts)
}

/// Where a tag begins that its line does not close.
fn unclosed_tag(line: &str) -> Option<usize> {
    let at = line.rfind('<')?;
    let tag = line.get(at..)?;
    (begins_tag(tag) && !tag.contains('>')).then_some(at)
}

/// `<p`, `</p`, not 《<方案》 and not a<1.
fn begins_tag(words: &str) -> bool {
    let name = words.strip_prefix('<').unwrap_or_default();
    name.strip_prefix('/').unwrap_or(name).starts_with(|c: char| c.is_ascii_alphabetic())
}

/// A line without its tags.
pub(crate) fn without_tags(line: &str) -> Cow<'_, str> {
    if !line.contains('<') {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let end = tag.find('>').filter(|_| begins_tag(tag)).map_or(1, |end| end + 1);
        if end == 1 {
            out.push('<');
        }
        rest = tag.get(end..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// A text with the characters that its entities stand for; a bare & stays.
pub(crate) fn without_entities(line: &str) -> Cow<'_, str> {
    if !line.contains('&') {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('&') {
        let (before, entity) = rest.split_at(at);
        out.push_str(before);
        let end = entity_end(entity);
        let (entity, behind) = entity.split_at(end.unwrap_or(1));
        match end {
            Some(_) => Tokenizer::new(entity).flatten().for_each(|token| {
                if let Token::String(words) = token {
                    out.push_str(&String::from_utf8_lossy(&words));
                }
            }),
            None => out.push_str(entity),
        }
        rest = behind;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// How long the entity is that a text begins with: `&emsp;`.
pub(crate) fn entity_end(text: &str) -> Option<usize> {
    let name = text.strip_prefix('&')?;
    let end = name.bytes().take(LONGEST_ENTITY).position(|b| !(b.is_ascii_alphanumeric() || b == b'#'))?;
    (end > 1 && name.get(end..)?.starts_with(';')).then_some(end + 2)
}

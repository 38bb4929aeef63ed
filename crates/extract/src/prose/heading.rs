//! The words of a heading without its full stop and unit bracket.

use crate::flow::is_sentence_end;
use crate::head::compact::first_chars;

use super::body::Body;
use super::brackets::Brackets;

/// Longest heading that is kept whole, in characters.
const LONGEST: usize = 60;

/// The words of a heading: its title line, or its first sentence.
pub(super) fn words(body: &Body, brackets: &Brackets) -> String {
    if let Some(title) = &body.title_line {
        return strip(title);
    }
    let text = &body.text.text;
    let end = brackets.found.first().map_or(text.len(), |bracket| bracket.range.start);
    let text = text.get(..end).unwrap_or(text);
    let sentence = text.split(is_sentence_end).next().unwrap_or_default();
    strip(first_chars(sentence, LONGEST))
}

/// The title of a clause: the line it stands on, or a short first sentence that more follows.
pub(super) fn title_of(body: &Body, text: &str) -> Option<String> {
    const LONGEST_TITLE: usize = 40;
    if let Some(title) = &body.title_line {
        return Some(strip(title)).filter(|title| !title.is_empty());
    }
    let (sentence, rest) = text.split_once('。').or_else(|| {
        // A named item of a list, without any full stop, is its own title.
        (text.chars().count() <= LONGEST_TITLE && !text.contains(is_sentence_end)).then_some((text, text))
    })?;
    let commas = sentence.chars().filter(|c| *c == '，').count();
    let short = sentence.chars().count() <= LONGEST_TITLE && commas <= 1;
    (short && !rest.trim().is_empty() && !sentence.is_empty()).then(|| strip(sentence))
}

fn strip(words: &str) -> String {
    words.trim_end_matches(|c: char| is_sentence_end(c) || matches!(c, '：' | ':' | '，' | ' ')).trim().to_owned()
}

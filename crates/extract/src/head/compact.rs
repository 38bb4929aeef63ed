//! Text without the blanks and wraps that mean nothing.

use std::borrow::Cow;

use crate::letters::{signs, trimmed};
use crate::numerals::{half_width, is_full_width};

/// A text without blanks, save those between two words in Latin letters, its digits and letters half-width.
///
/// Exports put blanks around figures (2023 年6 月) and pad short words (目  录); none of them carries meaning.
pub(crate) fn compact(text: &str) -> Cow<'_, str> {
    let text = trimmed(text);
    let mut out = String::new();
    // What stands between the characters that go or change is copied as it is.
    let mut copied = 0;
    let mut gap = false;
    for (at, c) in signs(text) {
        let folded = if is_full_width(c) { half_width(c) } else { c };
        if gap && at == copied && folded.is_ascii_alphabetic() && out.ends_with(|last: char| last.is_ascii_alphabetic())
        {
            out.push(' ');
        }
        gap = c.is_whitespace();
        if gap || folded != c {
            out.reserve(text.len() - copied);
            out.push_str(text.get(copied..at).unwrap_or_default());
            copied = at + c.len_utf8();
            if !gap {
                out.push(folded);
            }
        }
    }
    // Most lines stay as they are.
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// The first characters of a text, no more than `count`.
pub(crate) fn first_chars(text: &str, count: usize) -> &str {
    text.get(..text.len() - behind_chars(text, count).len()).unwrap_or(text)
}

/// A text without its first characters, `count` of them.
pub(crate) fn behind_chars(text: &str, count: usize) -> &str {
    let mut behind = text.chars();
    if let Some(last) = count.checked_sub(1) {
        behind.nth(last);
    }
    behind.as_str()
}

/// The last characters of a text, no more than `count`.
pub(crate) fn last_chars(text: &str, count: usize) -> &str {
    if text.len() <= count {
        return text;
    }
    let start = count.checked_sub(1).and_then(|nth| text.char_indices().rev().nth(nth)).map_or(0, |(start, _)| start);
    text.get(start..).unwrap_or(text)
}

/// Whether a text is longer than `count` characters, without counting them all.
pub(crate) fn is_longer(text: &str, count: usize) -> bool {
    // No character takes more than four bytes.
    text.len() > count && (text.len() > count * 4 || text.chars().nth(count).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_that_mean_nothing_go() {
        let check = |text: &str, expected: &str| assert_eq!(compact(text), expected, "{text}");
        check("（2023 年6 月13 日）", "（2023年6月13日）");
        check("目　录", "目录");
        check(" ６ 天+365 天", "6天+365天");
        check("open data 平台", "open data平台");
        check("", "");
    }

    #[test]
    fn ends_are_cut_between_characters() {
        assert_eq!(first_chars("杭州市", 2), "杭州");
        assert_eq!(first_chars("杭", 2), "杭");
        assert_eq!(last_chars("杭州市", 2), "州市");
        assert_eq!(last_chars("市", 2), "市");
        assert!(is_longer("杭州市", 2));
        assert!(!is_longer("杭州", 2));
    }
}

//! Comparing the names of units across spellings of width and blanks.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::letters::signs;
use crate::lexicon::tables::BODIES;
use crate::numerals::half_width;

/// Words without characters that are never seen: zero-width marks, soft hyphens, marks of direction. With them a name
/// would be a second unit that looks the same.
pub(super) fn visible(words: &str) -> Cow<'_, str> {
    if !signs(words).any(|(_, c)| is_invisible(c)) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.chars().filter(|c| !is_invisible(*c)).collect())
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// The characters that tell one unit from another: no blanks, brackets and punctuation of one width, 人民政府 shortened.
///
/// 各区、县(市)人民政府 and 各区、县（市）政府 have the same key. Aliases are another matter: those are data.
pub fn comparison_key(unit: &str) -> String {
    let key: String = unit.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)).map(half_width).collect();
    if key.contains("人民政府") { key.replace("人民政府", "政府") } else { key }
}

/// An open bracket and a word of definitions: （以下简称.
static DEFINING: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = BODIES.words("definition").iter();
    words.flat_map(|word| ["（", "[", "［", "("].map(|open| format!("{open}{word}"))).collect()
});

/// Words without the brackets, closed or not, that define a short form or say where an office sits:
/// …、建德市政府[以下简称有关区、县（市）政府], 办公室（设在市商务局）.
pub(super) fn without_definition(inner: &str) -> Cow<'_, str> {
    // One pass over the words tells for nearly all.
    let may_define = inner.contains(['称', '设', '同']);
    if !may_define || !(BODIES.holds("definition", inner) || inner.contains("下同")) {
        return Cow::Borrowed(inner);
    }
    let mut words = inner.to_owned();
    for mark in DEFINING.iter() {
        let Some(open) = words.find(mark.as_str()) else { continue };
        let mut depth = 0usize;
        let close = words.get(open..).and_then(|rest| {
            rest.char_indices().find_map(|(at, c)| {
                match c {
                    '（' | '(' | '[' | '［' | '〈' => depth += 1,
                    '）' | ')' | ']' | '］' | '〉' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                (depth == 0).then_some(open + at + c.len_utf8())
            })
        });
        words.replace_range(open..close.unwrap_or(words.len()), "");
    }
    // （第一责任单位为牵头单位，下同）
    for (open, close) in [('（', "下同）"), ('(', "下同)")] {
        if let Some(end) = words.find(close)
            && let Some(start) = words.get(..end).and_then(|before| before.rfind(open))
        {
            words.replace_range(start..end + close.len(), "");
        }
    }
    Cow::Owned(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_and_blanks_do_not_make_another_unit() {
        let check = |a: &str, b: &str, same: bool| assert_eq!(comparison_key(a) == comparison_key(b), same, "{a} {b}");
        check("各区、县（市）政府", "各区、县(市)人民政府", true);
        check("市 发展改革委", "市发展改革委", true);
        check("市12345平台", "市１２３４５平台", true);
        check("市发展改革委", "市发改委", false);
        check("市\u{200B}财政\u{00AD}局\u{200E}", "市财政局", true);
    }
}

//! Comparing the names of units across spellings of width and blanks.

use crate::numerals::half_width;

/// The characters that tell one unit from another: no blanks, brackets and punctuation of one width, 人民政府 shortened.
///
/// 各区、县(市)人民政府 and 各区、县（市）政府 have the same key. Aliases are another matter: those are data.
pub fn comparison_key(unit: &str) -> String {
    let key: String = unit.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
    key.replace("人民政府", "政府")
}

/// Words without the brackets, closed or not, that define a short form or say where an office sits:
/// …、建德市政府[以下简称有关区、县（市）政府], 办公室（设在市商务局）.
pub(super) fn without_definition(inner: &str) -> String {
    let mut words = inner.to_owned();
    for mark in ["（以下简称", "[以下简称", "［以下简称", "(以下简称", "（简称", "（下称", "（设在", "(设在"]
    {
        let Some(open) = words.find(mark) else { continue };
        let mut depth = 0usize;
        let close = words.get(open..).and_then(|rest| {
            rest.char_indices().find_map(|(at, c)| {
                match c {
                    '（' | '(' | '[' | '［' => depth += 1,
                    '）' | ')' | ']' | '］' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                (depth == 0).then_some(open + at + c.len_utf8())
            })
        });
        words.replace_range(open..close.unwrap_or(words.len()), "");
    }
    words
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
    }
}

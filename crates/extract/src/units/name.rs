//! Comparing the names of units across spellings of width and blanks.

use crate::numerals::half_width;

/// The characters that tell one unit from another: no blanks, brackets and punctuation of one width, 人民政府 shortened.
///
/// 各区、县(市)人民政府 and 各区、县（市）政府 have the same key. Aliases are another matter: those are data.
pub fn comparison_key(unit: &str) -> String {
    let key: String = unit.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
    key.replace("人民政府", "政府")
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

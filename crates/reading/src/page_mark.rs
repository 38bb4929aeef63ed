//! Marks that converters of printed books leave where a page begins: `# Page 302:`.

use crate::blank::trim;

/// The page that a line marks, where the line is nothing but a page mark.
///
/// Takes `# Page 302:`, `## page 302`, `--- Page 302 ---`. Not a sentence that speaks of a page, and not a bare number:
/// whether that is a page number only the surrounding text can tell.
pub(crate) fn read(line: &str) -> Option<u32> {
    let line = trim(line);
    let frame = line.chars().next().filter(|c| matches!(c, '#' | '-' | '='))?;
    let inner = trim(line.trim_start_matches(frame));
    let digits = match inner.get(..4) {
        Some(word) if word.eq_ignore_ascii_case("page") => inner.get(4..)?,
        _ => return None,
    };
    let digits = digits.trim_end_matches(frame);
    let digits = trim(trim(digits).trim_end_matches([':', '：']));
    if digits.is_empty() || digits.len() > 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_line_that_is_a_mark_names_a_page() {
        let check = |line: &str, expected: Option<u32>| assert_eq!(read(line), expected, "{line}");
        check("# Page 302:", Some(302));
        check("  # Page 302: ", Some(302));
        check("## page 7", Some(7));
        check("--- Page 12 ---", Some(12));
        check("# Page 302: 附件", None);
        check("Page 302", None);
        check("# 302", None);
        check("# Pages 3", None);
        check("# Page 12345678", None);
        check("— 26 —", None);
    }
}

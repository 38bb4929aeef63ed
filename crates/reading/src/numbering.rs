//! The number of a clause or heading at the beginning of words. What such numbers mean is for `extract` to say; a reader only
//! has to see that a line begins something of its own.

/// Whether words begin with the number of a clause: 1.甲, 2、乙, 三、丙, （四）丁, not 3.5万.
pub(crate) fn begins_with_number(words: &str) -> bool {
    const LONGEST: usize = 3;
    let is_han = |c: char| "一二三四五六七八九十".contains(c);
    let inner = words.strip_prefix(['（', '(']);
    let numeral = inner.unwrap_or(words);
    let behind = numeral.trim_start_matches(|c: char| c.is_ascii_digit() || is_han(c));
    let digits = numeral.len() - behind.len();
    let count = numeral.get(..digits).unwrap_or_default().chars().count();
    let mut behind = behind.chars();
    let closed = match behind.next() {
        Some('）' | ')') => inner.is_some(),
        Some('、') => inner.is_none(),
        Some('.' | '．') => inner.is_none() && behind.next().is_none_or(|c| !c.is_ascii_digit()),
        _ => false,
    };
    closed && (1..=LONGEST).contains(&count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_clauses_are_told_from_figures() {
        let check = |words: &str, expected| assert_eq!(begins_with_number(words), expected, "{words}");
        check("1.优化审批", true);
        check("十一、其他", true);
        check("（四）加强监管", true);
        check("3.5万人", false);
        check("一批项目", false);
        check("（市）政府", false);
    }
}

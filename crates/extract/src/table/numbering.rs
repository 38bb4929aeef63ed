//! The numbers of headings between the rows of a table.

use crate::numerals::number;

/// The level and number of a heading: 一、… is level 1, （一）… level 2, 第一部分 level 0.
pub(crate) fn heading(text: &str) -> Option<(u8, u32)> {
    if text.chars().count() > 60 {
        return None;
    }
    if let Some((numeral, rest)) = text.split_once('、')
        && is_chinese_numeral(numeral)
        && !rest.is_empty()
    {
        return Some((1, number(numeral)?));
    }
    let inner = text.strip_prefix(['（', '('])?;
    let (numeral, rest) = inner.split_once(['）', ')'])?;
    (is_chinese_numeral(numeral) && !rest.is_empty()).then(|| number(numeral)).flatten().map(|ordinal| (2, ordinal))
}

fn is_chinese_numeral(text: &str) -> bool {
    (1..=3).contains(&text.chars().count()) && text.chars().all(|c| "一二三四五六七八九十".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_chinese_numbers() {
        let check = |text: &str, expected: Option<(u8, u32)>| assert_eq!(heading(text), expected, "{text}");
        check("一、破除不合理限制", Some((1, 1)));
        check("十一、其他", Some((1, 11)));
        check("（二）优化服务", Some((2, 2)));
        check("（市）政府", None);
        check("市建委、市园文局、", None);
        check("一、", None);
        check("1.加强监管", None);
    }
}

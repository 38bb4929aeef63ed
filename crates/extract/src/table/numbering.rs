//! The numbers of headings between the rows of a table.

use crate::numerals::is_han_numeral;
use crate::outline::label::{self, Shape};

/// The level and number of a heading: 一、… is level 1, （一）… level 2.
pub(crate) fn heading(text: &str) -> Option<(u8, u32)> {
    const LONGEST: usize = 60;
    if !text.starts_with(|c| matches!(c, '（' | '(') || is_han_numeral(c)) || text.chars().count() > LONGEST {
        return None;
    }
    let label = label::read(text).filter(|label| label.length < text.len())?;
    match label.shape {
        Shape::Han => Some((1, label.number)),
        Shape::BracketedHan => Some((2, label.number)),
        _ => None,
    }
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

//! Half-width punctuation in Chinese text: 各科室,局属各单位: reads like 各科室，局属各单位：.

use crate::letters::signs;

/// A text with the half-width punctuation that Chinese characters use made full; `None` where there is none.
///
/// Must not touch 18:30, 1,200, f(x) and addresses: there the neighbours are digits and Latin letters.
pub(super) fn full_width(text: &str) -> Option<String> {
    if !signs(text).any(|(_, c)| is_half_width(c)) {
        return None;
    }
    let mut chars: Vec<char> = text.chars().collect();
    let mut open: Vec<usize> = Vec::new();
    let mut changed = false;
    // How many Chinese characters stand in front of each place, to tell whether a bracket holds any.
    let mut chinese = Vec::with_capacity(chars.len() + 1);
    chinese.push(0_usize);
    for c in &chars {
        chinese.push(chinese.last().copied().unwrap_or_default() + usize::from(is_chinese(*c)));
    }
    let beside = |at: usize, chars: &[char]| {
        let before = chars.get(..at).unwrap_or_default().iter().rev().find(|c| !c.is_whitespace());
        let behind = chars.get(at + 1..).unwrap_or_default().iter().find(|c| !c.is_whitespace());
        before.is_some_and(|c| is_chinese(*c)) || behind.is_some_and(|c| is_chinese(*c))
    };
    for at in 0..chars.len() {
        match chars.get(at).copied().unwrap_or_default() {
            '(' => open.push(at),
            ')' => {
                let Some(start) = open.pop() else {
                    changed |= beside(at, &chars) && replace(&mut chars, at);
                    continue;
                };
                let holds = chinese.get(at) > chinese.get(start);
                if holds || beside(start, &chars) || beside(at, &chars) {
                    changed |= replace(&mut chars, start);
                    changed |= replace(&mut chars, at);
                }
            }
            '.' if ends_sentence(&chars, at) => {
                if let Some(stop) = chars.get_mut(at) {
                    *stop = '。';
                    changed = true;
                }
            }
            ',' | ';' | ':' | '?' | '!' => changed |= beside(at, &chars) && replace(&mut chars, at),
            _ => {}
        }
    }
    for at in open {
        changed |= beside(at, &chars) && replace(&mut chars, at);
    }
    changed.then(|| chars.into_iter().collect())
}

/// Whether a character is punctuation that may be read as full-width.
pub(super) fn is_half_width(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '?' | '!' | '(' | ')' | '.')
}

/// Whether a point ends a sentence: behind a Chinese character, at the end or in front of a bracket. 一.总则 is a label.
fn ends_sentence(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    before.is_some_and(|c| is_chinese(*c) && c.is_alphanumeric())
        && matches!(chars.get(at + 1), None | Some('(' | '（' | '”'))
}

/// Puts the full-width sign in place of a half-width one.
fn replace(chars: &mut [char], at: usize) -> bool {
    let Some(c) = chars.get_mut(at) else { return false };
    let Some(full) = char::from_u32(u32::from(*c) + 0xFEE0) else { return false };
    *c = full;
    true
}

/// Whether a character is of Chinese writing: a character, or punctuation of full width.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF5E}' | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_between_chinese_characters_is_full() {
        let check = |text: &str, expected: &str| {
            assert_eq!(full_width(text).as_deref().unwrap_or(text), expected, "{text}");
        };
        check("各乡镇人民政府、街道办事处,县政府各部门:", "各乡镇人民政府、街道办事处，县政府各部门：");
        check("(责任单位:县水利局,各乡镇(街道))", "（责任单位：县水利局，各乡镇（街道））");
        check("(1)加强管理;", "（1）加强管理；");
        check("行动计划(2024-2026)", "行动计划（2024-2026）");
        check("1)推进", "1）推进");
        check("联系电话:0571-1234,", "联系电话：0571-1234,");
        check("排查隐患.(责任单位:县应急局)", "排查隐患。（责任单位：县应急局）");
        check("一.总则", "一.总则");
        check("18:30 前", "18:30 前");
        check("共1,200户", "共1,200户");
        check("f(x) (a)", "f(x) (a)");
        check("见 http://a.cn/b", "见 http://a.cn/b");
        check("无标点", "无标点");
    }
}

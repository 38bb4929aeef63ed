//! Quotation marks and odd brackets around names: 『县经信局』『县科技局』, 「县文明办、县城管局. A name keeps those that are its own: “双减”专班.

use std::borrow::Cow;

use crate::letters::signs;

/// Marks that enclose names, and what closes them.
const PAIRS: [(char, char); 11] = [
    ('「', '」'),
    ('『', '』'),
    ('【', '】'),
    ('〖', '〗'),
    ('“', '”'),
    ('‘', '’'),
    ('《', '》'),
    ('〈', '〉'),
    ('<', '>'),
    ('＜', '＞'),
    ('｛', '｝'),
];

/// A list without marks around all of it, and with a separator between names that stand in marks of their own.
pub(super) fn parted(list: &str) -> Cow<'_, str> {
    let list = without(list);
    let mut last = None;
    let meets = signs(list).any(|(at, c)| {
        let meets = opens(c)
            && last.is_some_and(|(before, closed): (usize, char)| closes(closed) && before + closed.len_utf8() == at);
        last = Some((at, c));
        meets
    });
    if !meets {
        return Cow::Borrowed(list);
    }
    let mut out = String::with_capacity(list.len() + 3);
    for c in list.chars() {
        if opens(c) && out.ends_with(closes) {
            out.push('、');
        }
        out.push(c);
    }
    Cow::Owned(out)
}

/// A name without the marks around it, and without one whose other half is missing.
pub(super) fn without(name: &str) -> &str {
    // Each look goes over the whole name.
    const MOST: usize = 3;
    const LONGEST: usize = 2400;
    let mut name = name;
    for _ in 0..MOST {
        let Some(inner) = Some(name).filter(|name| name.len() <= LONGEST).and_then(without_outermost) else { break };
        name = inner;
    }
    name
}

fn without_outermost(name: &str) -> Option<&str> {
    let (first, last) = (name.chars().next()?, name.chars().next_back()?);
    if let Some((_, close)) = PAIRS.iter().find(|(open, _)| *open == first) {
        let inner = name.get(first.len_utf8()..)?;
        match inner.find(*close) {
            None => return Some(inner),
            Some(at) if at + close.len_utf8() == inner.len() => return inner.get(..at),
            Some(_) => {}
        }
    }
    let (open, _) = PAIRS.iter().find(|(_, close)| *close == last)?;
    let inner = name.get(..name.len() - last.len_utf8())?;
    (!inner.contains(*open)).then_some(inner)
}

fn opens(c: char) -> bool {
    PAIRS.iter().any(|(open, _)| *open == c)
}

fn closes(c: char) -> bool {
    PAIRS.iter().any(|(_, close)| *close == c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_names_are_no_part_of_them() {
        let check = |name: &str, expected: &str| assert_eq!(without(name), expected, "{name}");
        check("『县住建局』", "县住建局");
        check("县财政局』", "县财政局");
        check("「县文明办", "县文明办");
        check("“县教育局”", "县教育局");
        check("“双减”专班", "“双减”专班");
        check("县“双减”", "县“双减”");
        check("县住建局", "县住建局");
        let check = |list: &str, expected: &str| assert_eq!(parted(list), expected, "{list}");
        check("『县经信局』『县科技局』", "『县经信局』、『县科技局』");
        check("“县教育局”、“县财政局”", "“县教育局”、“县财政局”");
        check("「县城管局、各乡镇」", "县城管局、各乡镇");
    }
}

//! The people behind a label or in a cell: 王强、李敏; 县委常委、副县长 王强; 张华 0571-8888888.

use super::label::is_title;

/// The single people of a list, each as printed with title and telephone number.
pub fn split_people(words: &str) -> Vec<String> {
    let mut people: Vec<String> = Vec::new();
    let mut depth = 0usize;
    let mut start = 0;
    let mut parts = Vec::new();
    for (at, c) in words.char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '、' | '，' | ',' | '；' | ';' | '/' | '\n' | '。' if depth == 0 => {
                parts.extend(words.get(start..at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.extend(words.get(start..));
    // 县委常委、副县长 王强: a title goes with the name behind it, a number with the name before it.
    let mut title = String::new();
    for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        if is_title(part) {
            title = if title.is_empty() { part.to_owned() } else { format!("{title}、{part}") };
        } else if is_number(part) {
            match people.last_mut() {
                Some(last) => *last = format!("{last} {part}"),
                None => people.push(part.to_owned()),
            }
        } else if title.is_empty() {
            people.extend(at_blanks(part));
        } else {
            people.push(format!("{}、{part}", std::mem::take(&mut title)));
        }
    }
    if !title.is_empty() {
        people.push(title);
    }
    people
}

/// 王强 李敏 are two; 王强 副县长 and 王 强 are one.
fn at_blanks(part: &str) -> Vec<String> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let names = words.len() > 1
        && words.iter().all(|word| (2..=4).contains(&word.chars().count()) && !is_title(word) && !is_number(word));
    if names { words.into_iter().map(str::to_owned).collect() } else { vec![words.join(" ")] }
}

fn is_number(words: &str) -> bool {
    words.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '—' | '－' | '(' | ')' | '（' | '）' | '+' | ' '))
        && words.len() >= 5
}

#[cfg(test)]
mod tests {
    use super::split_people;

    #[test]
    fn people_are_parted_and_keep_their_titles() {
        let check = |words: &str, expected: &[&str]| assert_eq!(split_people(words), expected, "{words}");
        check("王强", &["王强"]);
        check("王强、李敏", &["王强", "李敏"]);
        check("王强 李敏", &["王强", "李敏"]);
        check("王强（副县长）", &["王强（副县长）"]);
        check("副县长 王强", &["副县长 王强"]);
        check("县委常委、副县长 王强", &["县委常委、副县长 王强"]);
        check("张华，0571-8888888", &["张华 0571-8888888"]);
        check("张华 0571-8888888", &["张华 0571-8888888"]);
        check("", &[]);
    }
}

//! The people behind a label or in a cell: 王强、李敏; 县委常委、副县长 王强; 张华 0571-8888888.

use super::body::is_only_function;
use super::label::{behind_office, is_title};
use crate::table::{is_person, is_surely_person};

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

/// The people of a list that names nobody else: 县委常委、副县长 王强.
pub(crate) fn only_people(words: &str) -> Option<Vec<String>> {
    const LONGEST: usize = 240;
    if words.len() > LONGEST {
        return None;
    }
    let people = split_people(words);
    let is_named = |one: &String| one.split('、').next_back().is_some_and(is_named_person);
    (!people.is_empty() && people.iter().all(is_named)).then_some(people)
}

/// Whether a name may be that of a person, for all that its letters say. A function (林业, 高新) may begin like a surname.
pub(super) fn may_be_person(name: &str) -> bool {
    is_person(name) && !name.starts_with(['各', '全']) && !is_only_function(name)
}

/// Whether a name among units is for certain that of a person, or the office of one: 李文, 副县长周敏. 各班主任 are many.
pub(super) fn is_named_person(name: &str) -> bool {
    let sure = || is_surely_person(name) || is_title(name) || behind_office(name).is_some_and(|name| !name.is_empty());
    may_be_person(name) && sure()
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

//! What stands for a text or a task in the middle of a sentence.

/// So many letters of a text stand for the whole.
const LETTERS: usize = 20;

/// How a text begins.
pub(crate) fn beginning(text: &str) -> String {
    let mut short: String = text.chars().take(LETTERS).collect();
    if text.chars().nth(LETTERS).is_some() {
        short.push('…');
    }
    short
}

/// The title of a task, or how its text begins.
pub(crate) fn task(title: Option<&str>, text: &str) -> String {
    title.map_or_else(|| beginning(text), str::to_owned)
}

/// The same behind its number, where it has one.
pub(crate) fn numbered(number: &str, title: Option<&str>, text: &str) -> String {
    let said = task(title, text);
    if number.is_empty() { said } else { format!("{number} {said}") }
}

//! The lines above a title that name who issues: 某市人民政府文件, 某市人民政府令 第58号, 某办公室 2024年7月2日.

use chrono::NaiveDate;

use super::number::document_number;
use super::signature::{self, is_body_name};
use super::{Row, sign};

/// Whether a row is of the letterhead: 某市人民政府文件, 某市人民政府办公室.
pub(super) fn is_letterhead(text: &str) -> bool {
    text == "文件" || is_body_name(text) || letterhead_name(text).is_some() || sign::body_and_day(text).is_some()
}

/// The bodies that a line of a letterhead names: 某市人民政府文件, with the number behind it perhaps; 某市人民政府令.
fn letterhead_name(text: &str) -> Option<&str> {
    let end = text.find("文件").map_or(text.len(), |at| at);
    let name = text.get(..end)?;
    let name = if end == text.len() { name.strip_suffix('令')? } else { name };
    is_body_name(name).then_some(name)
}

/// What a letterhead says.
#[derive(Debug, Default)]
pub(super) struct Letterhead {
    /// Who issues.
    pub(super) bodies: Vec<String>,
    /// The day beside a name.
    pub(super) day: Option<NaiveDate>,
    /// The serial of a decree.
    pub(super) number: Option<String>,
}

/// The bodies whose letterhead stands above a title.
pub(super) fn letterhead(rows: &[Row<'_>]) -> Letterhead {
    let mut found = Letterhead::default();
    if let Some((name, day)) = rows.iter().find_map(|row| sign::body_and_day(row.text)) {
        found.bodies = signature::bodies(&[name]);
        found.day = Some(day);
        return found;
    }
    if !rows.iter().any(|row| row.text == "文件" || letterhead_name(row.text).is_some()) {
        return found;
    }
    let name = |row: &'_ Row<'_>| {
        letterhead_name(row.text).or_else(|| is_body_name(row.text).then_some(row.text)).map(str::to_owned)
    };
    let names: Vec<String> = rows.iter().filter_map(name).collect();
    found.bodies = signature::bodies(&names.iter().map(String::as_str).collect::<Vec<_>>());
    // A decree: 某市人民政府令, 第58号 below it.
    let decree = rows.iter().find(|row| row.text.ends_with('令'));
    let serial = rows.iter().find(|row| row.text.starts_with('第') && row.text.ends_with('号'));
    if let (Some(decree), Some(serial)) = (decree, serial) {
        found.number = document_number(&format!("{}{}", decree.text, serial.text));
    }
    found
}

//! Lines of a document that are not of its text: notes on publication, lists of copies, whom to ask.

use domain::LineRole;

use super::Row;
use super::compact::is_longer;
use crate::lexicon::tables::CLOSINGS;

/// Marks notes on publication, lists of those to whom copies go, and whom to ask.
pub(crate) fn mark(rows: &[Row<'_>], roles: &mut [LineRole]) {
    let mut imprint_to = 0;
    for (at, row) in rows.iter().enumerate() {
        let text = row.text;
        if is_distribution(text) || is_imprint(text) {
            imprint_to = at + rows_of_imprint(rows.get(at..).unwrap_or_default());
        }
        if (at < imprint_to || is_note(text) || is_contact(text))
            && let Some(place) = roles.get_mut(row.index)
        {
            *place = LineRole::Metadata;
        }
    }
}

/// （联系人：甲乙，电话：1234567）: whom to ask, in brackets on a line of its own.
fn is_contact(text: &str) -> bool {
    let Some(inner) = text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')'])) else {
        return false;
    };
    !is_longer(text, 120)
        && CLOSINGS.begins("whom-to-ask", inner)
        && inner.bytes().filter(u8::is_ascii_digit).count() >= 5
}

/// （此件公开发布）, ZJAC00-2022-0001.
fn is_note(text: &str) -> bool {
    if is_longer(text, 120) {
        return false;
    }
    let published =
        text.starts_with(['（', '(']) && text.ends_with(['）', ')']) && text.contains("公开") && !is_longer(text, 16);
    published || is_registration(text)
}

/// 抄送：市委各部门，…
fn is_distribution(text: &str) -> bool {
    CLOSINGS.behind_prefix("copies", text).is_some_and(|rest| rest.starts_with(['：', ':']))
}

/// The last line of a printed notice (GB/T 9704): 某市人民政府办公室 2023年1月20日印发.
fn is_imprint(text: &str) -> bool {
    text.ends_with("日印发") && !is_longer(text, 40)
}

/// How many rows a list of those to whom copies go takes: down to the imprint, where one follows.
fn rows_of_imprint(rows: &[Row<'_>]) -> usize {
    const LONGEST: usize = 8;
    rows.iter().take(LONGEST).position(|row| is_imprint(row.text)).map_or(1, |last| last + 1)
}

/// The registration number of a normative document: ZJAC00-2022-0001.
fn is_registration(text: &str) -> bool {
    text.is_ascii()
        && text.matches('-').count() == 2
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.ends_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

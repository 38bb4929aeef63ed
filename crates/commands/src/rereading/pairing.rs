//! Which document of a file was which notice, and which measure was which, when the file is read again.

use std::cmp::Reverse;
use std::collections::{HashMap, VecDeque};

use domain::{Field, Measure};
use extract::Document;
use extract::versions::{Clause, compare};
use store::{FieldValue, MeasureId, MeasureRecord, NoticeId, NoticeRecord};

/// For each document the notice that it was: the one that shares most lines with it, one of the same title first.
pub(super) fn documents(notices: &[NoticeRecord], documents: &[Document]) -> Vec<Option<NoticeId>> {
    let mut candidates = Vec::new();
    for (place, document) in documents.iter().enumerate() {
        for (other, notice) in notices.iter().enumerate() {
            let first = document.first_line.max(notice.first_line);
            let shared = (document.last_line.min(notice.last_line) + 1).saturating_sub(first);
            if shared > 0 {
                let titled = document.facts.title == notice.title;
                candidates.push((Reverse((titled, shared)), place, other));
            }
        }
    }
    candidates.sort_unstable();
    let mut was: Vec<Option<NoticeId>> = vec![None; documents.len()];
    let mut taken = vec![false; notices.len()];
    for (_, place, other) in candidates {
        let (Some(slot), Some(taken), Some(notice)) = (was.get_mut(place), taken.get_mut(other), notices.get(other))
        else {
            continue;
        };
        if slot.is_none() && !*taken {
            *slot = Some(notice.id.clone());
            *taken = true;
        }
    }
    was
}

/// For each measure found now the one that it was: the same words on the same line, the same words elsewhere, then the
/// most alike.
pub(super) fn measures(before: &[MeasureRecord], found: &[Measure]) -> Vec<Option<MeasureId>> {
    let texts: Vec<String> = before.iter().map(text_read).collect();
    let mut was: Vec<Option<usize>> = vec![None; found.len()];
    let mut left: Vec<bool> = vec![true; before.len()];
    for on_same_line in [true, false] {
        let mut places: HashMap<(String, u32), VecDeque<usize>> = HashMap::new();
        let line = |line: u32| if on_same_line { line } else { 0 };
        for (place, (record, text)) in before.iter().zip(&texts).enumerate() {
            if left.get(place) == Some(&true) {
                places.entry((letters(text), line(record.line))).or_default().push_back(place);
            }
        }
        for (measure, slot) in found.iter().zip(&mut was).filter(|(_, slot)| slot.is_none()) {
            let same = places.get_mut(&(letters(&measure.text), line(measure.line)));
            *slot = same.and_then(VecDeque::pop_front);
            if let Some(left) = slot.and_then(|place| left.get_mut(place)) {
                *left = false;
            }
        }
    }
    let old_left: Vec<usize> = (0..before.len()).filter(|place| left.get(*place) == Some(&true)).collect();
    let new_left: Vec<usize> = (0..found.len()).filter(|place| was.get(*place) == Some(&None)).collect();
    let old: Vec<Clause<'_>> = old_left.iter().filter_map(|place| texts.get(*place)).map(|text| clause(text)).collect();
    let new: Vec<Clause<'_>> =
        new_left.iter().filter_map(|place| found.get(*place)).map(|measure| clause(&measure.text)).collect();
    for pair in compare(&old, &new) {
        let old = pair.older.and_then(|place| old_left.get(place));
        let slot = pair.newer.and_then(|place| new_left.get(place)).and_then(|place| was.get_mut(*place));
        if let (Some(old), Some(slot)) = (old, slot) {
            *slot = Some(*old);
        }
    }
    was.into_iter().map(|place| Some(before.get(place?)?.id.clone())).collect()
}

/// The text as it was read: a person may have corrected it.
fn text_read(measure: &MeasureRecord) -> String {
    match measure.as_read(Field::Text) {
        Some(FieldValue::Text(text)) => text,
        _ => measure.text.clone(),
    }
}

fn clause(text: &str) -> Clause<'_> {
    Clause { text, ..Clause::default() }
}

fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

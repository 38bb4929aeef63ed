//! Where two wordings of one measure part.

/// A run of a text that stands in both wordings, or in this one only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they stand in this wording only.
    pub differs: bool,
}

/// Up to how many cells the table of what two texts share may have; beyond it the middles are marked as a whole.
const LARGEST_TABLE: usize = 4_000_000;
/// Shared words shorter than this between two changes are marked with them: a lone 的 that happens to stand in both
/// says nothing.
const SHORTEST_SHARED: usize = 2;

/// Both wordings in runs, older first. Joined, the runs of each are its text.
pub fn differences(older: &str, newer: &str) -> (Vec<Run>, Vec<Run>) {
    let (old, new): (Vec<char>, Vec<char>) = (older.chars().collect(), newer.chars().collect());
    let front = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let rest = old.len().min(new.len()) - front;
    let back = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
    let middle = |text: &[char]| text.get(front..text.len() - back).unwrap_or_default().to_vec();
    let shared = without_crumbs(&shared_places(&middle(&old), &middle(&new)));
    let marks = |length: usize, kept: &mut dyn Iterator<Item = usize>| {
        let mut differs = vec![false; length];
        for mark in differs.iter_mut().take(length - back).skip(front) {
            *mark = true;
        }
        for place in kept {
            if let Some(mark) = differs.get_mut(front + place) {
                *mark = false;
            }
        }
        differs
    };
    let old_marks = marks(old.len(), &mut shared.iter().map(|(place, _)| *place));
    let new_marks = marks(new.len(), &mut shared.iter().map(|(_, place)| *place));
    (runs(&old, &old_marks), runs(&new, &new_marks))
}

/// The longest run of characters, not necessarily adjacent, that both hold in the same order: their places.
fn shared_places(old: &[char], new: &[char]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    if (old.len() + 1).saturating_mul(width) > LARGEST_TABLE {
        return Vec::new();
    }
    let mut lengths = vec![0_u16; (old.len() + 1) * width];
    let at =
        |lengths: &[u16], row: usize, column: usize| lengths.get(row * width + column).copied().unwrap_or_default();
    for (row, one) in old.iter().enumerate().rev() {
        for (column, other) in new.iter().enumerate().rev() {
            let length = if one == other {
                at(&lengths, row + 1, column + 1).saturating_add(1)
            } else {
                at(&lengths, row + 1, column).max(at(&lengths, row, column + 1))
            };
            if let Some(cell) = lengths.get_mut(row * width + column) {
                *cell = length;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut places = Vec::new();
    while let (Some(one), Some(other)) = (old.get(row), new.get(column)) {
        if one == other {
            places.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if at(&lengths, row + 1, column) >= at(&lengths, row, column + 1) {
            row += 1;
        } else {
            column += 1;
        }
    }
    places
}

/// The shared places that lie in runs long enough to be seen as shared.
fn without_crumbs(places: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let runs = places.chunk_by(|one, next| next.0 == one.0 + 1 && next.1 == one.1 + 1);
    runs.filter(|run| run.len() >= SHORTEST_SHARED).flatten().copied().collect()
}

fn runs(text: &[char], differs: &[bool]) -> Vec<Run> {
    let marked: Vec<(char, bool)> = text.iter().copied().zip(differs.iter().copied()).collect();
    // A comma more or less is no difference to be looked at.
    let says_something = |run: &[(char, bool)]| run.iter().any(|(character, _)| character.is_alphanumeric());
    let marked: Vec<(char, bool)> = marked
        .chunk_by(|one, next| one.1 == next.1)
        .flat_map(|run| run.iter().map(move |(character, differs)| (*character, *differs && says_something(run))))
        .collect();
    let runs = marked.chunk_by(|one, next| one.1 == next.1);
    runs.map(|run| Run {
        text: run.iter().map(|(character, _)| *character).collect(),
        differs: run.first().is_some_and(|(_, differs)| *differs),
    })
    .collect()
}

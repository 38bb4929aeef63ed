//! What a web page prints around a notice: way to the page, menus, the head table (索引号, 发文机关 …), buttons, foot.
//!
//! These lines are told before anything else, for a whole file, so that neither splitting nor titles nor measures see
//! them. What the head table says of the notice is kept with its line.

pub(crate) mod furniture;
pub(crate) mod labels;
mod pairs;

use std::borrow::Cow;

use domain::LineRole;
use domain::tree::{Cell, Piece, PieceContent, PieceList};

use super::compact::{compact, is_longer};
use furniture::Sign;
pub(crate) use labels::HeadField;
use pairs::Pair;

/// What was told of a file's lines.
#[derive(Debug, Default)]
pub(crate) struct Site<'a> {
    /// The words of each line without meaningless blanks ([`compact`]), of a row those of its cells; one for each entry of
    /// [`PieceList::pieces`].
    pub(crate) texts: Vec<Cow<'a, str>>,
    /// Which lines are of the page.
    pub(crate) told: Told,
}

/// Which lines of a file are of the page and not of the document.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// Role of each line that is of the page and not of the document, one for each entry of [`PieceList::pieces`].
    pub(crate) roles: Vec<Option<LineRole>>,
    /// What head tables say, with the place of the line.
    pub(crate) facts: Vec<(usize, HeadField, String)>,
    /// Lines at which the way to a page or a head table begins, in order.
    heads: Vec<usize>,
}

impl<'a> Site<'a> {
    /// What was told of the pieces of a tree, beside their words.
    pub(crate) fn of(source: &PieceList<'a>, told: Told) -> Self {
        Self { texts: source.pieces.iter().map(words_of).collect(), told }
    }

    /// Whether a line is the first of the page of a document: what stands in front of it is of the document before.
    pub(crate) fn begins_page(&self, line: usize) -> bool {
        self.told.heads.binary_search(&line).is_ok()
    }
}

/// So many lines at either end of a file may be of its page without further proof.
const ENDS: usize = 40;
/// So many headlines may stand behind 相关稿件.
const MOST_HEADLINES: usize = 30;

/// A line with words.
struct Entry<'a> {
    /// Place in [`PieceList::pieces`].
    index: usize,
    /// The line as printed; of a row its cells.
    printed: Cow<'a, str>,
    /// Without blanks.
    compact: Cow<'a, str>,
    /// Labels and values on it.
    pairs: Vec<Pair>,
    /// What its words say of it.
    sign: Option<Sign>,
    /// Whether it has been told to be of the page.
    taken: Option<LineRole>,
}

/// Tells the lines of a page from those of its document.
pub(crate) fn read<'a>(source: &PieceList<'a>) -> Site<'a> {
    let count = source.pieces.iter().filter(|piece| has_words(piece)).count();
    let lines = source.pieces.iter().enumerate().filter(|(_, piece)| has_words(piece)).enumerate();
    let mut entries: Vec<Entry<'_>> = Vec::with_capacity(count);
    entries.extend(lines.filter_map(|(at, (index, line))| entry(index, line, is_at_end(at, count))));
    take_certain(&mut entries);
    take_lines_above_way(&mut entries);
    let (facts, tables) = take_head_tables(&mut entries);
    take_menu_lines(&mut entries);
    take_beside(&mut entries);
    take_headlines(&mut entries);
    let is_head =
        |entry: &&Entry<'_>| furniture::is_breadcrumb(&entry.compact) || tables.binary_search(&entry.index).is_ok();
    let heads = entries.iter().filter(|entry| entry.taken.is_some()).filter(is_head).map(|entry| entry.index).collect();
    let mut roles = vec![None; source.pieces.len()];
    let mut texts = vec![Cow::Borrowed(""); source.pieces.len()];
    for entry in entries {
        if let (Some(role), Some(text)) = (roles.get_mut(entry.index), texts.get_mut(entry.index)) {
            (*role, *text) = (entry.taken, entry.compact);
        }
    }
    Site { texts, told: Told { roles, facts, heads } }
}

fn has_words(piece: &Piece<'_>) -> bool {
    matches!(piece.content, PieceContent::Text(_) | PieceContent::Row { .. })
}

/// Whether a line stands so near an end of its file that it may be of the page without further proof.
fn is_at_end(at: usize, count: usize) -> bool {
    at < ENDS || at + ENDS >= count
}

/// The words of a line without meaningless blanks; of a row those of its cells.
fn words_of<'a>(piece: &Piece<'a>) -> Cow<'a, str> {
    match piece.content {
        PieceContent::Text(paragraph) => compact(&paragraph.text),
        _ => match piece.row() {
            Some(row) => {
                let cells: Vec<String> = row.cells.iter().map(Cell::text).collect();
                Cow::Owned(compact(&cells.join(" ")).into_owned())
            }
            None => Cow::Borrowed(""),
        },
    }
}

fn entry<'a>(index: usize, piece: &Piece<'a>, at_end: bool) -> Option<Entry<'a>> {
    match piece.content {
        PieceContent::Text(paragraph) => {
            let text = paragraph.text.as_str();
            let words = compact(text);
            // No label of a head table stands far from the beginning of a short line.
            let pairs = if is_longer(&words, 400) { Vec::new() } else { pairs::of_line(text) };
            let sign = if at_end { furniture::sign(&words, text) } else { furniture::certain_sign(&words, text) };
            Some(Entry { index, printed: Cow::Borrowed(text), compact: words, pairs, sign, taken: None })
        }
        PieceContent::Row { .. } => {
            let cells: Vec<String> = piece.row()?.cells.iter().map(Cell::text).collect();
            let pairs = pairs::of_cells(&cells);
            let is_menu = furniture::is_menu_of(&cells.iter().filter(|c| !c.is_empty()).collect::<Vec<_>>());
            let sign = is_menu.then_some(Sign::Certain);
            let printed = cells.join(" ");
            let words = Cow::Owned(compact(&printed).into_owned());
            Some(Entry { index, printed: Cow::Owned(printed), compact: words, pairs, sign, taken: None })
        }
        _ => None,
    }
}

/// Takes what needs no neighbours.
fn take_certain(entries: &mut [Entry<'_>]) {
    let count = entries.len();
    for (at, entry) in entries.iter_mut().enumerate() {
        if entry.sign == Some(Sign::Certain) || (entry.sign == Some(Sign::AtEnds) && is_at_end(at, count)) {
            entry.taken = Some(LineRole::Furniture);
        }
    }
}

/// Takes runs of labels and values; gives what they say, and the places where those begin that tell one document from another.
fn take_head_tables(entries: &mut [Entry<'_>]) -> (Vec<(usize, HeadField, String)>, Vec<usize>) {
    let (mut facts, mut tables) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < entries.len() {
        let run = run_at(entries, at);
        if !is_head_table(&run) {
            at += 1;
            continue;
        }
        let end = run.iter().map(|found| found.last + 1).max().unwrap_or(at + 1);
        let tells = |pair: &Pair| !matches!(pair.field, HeadField::Other | HeadField::Source | HeadField::Published);
        if run.iter().flat_map(|found| &found.pairs).any(tells) {
            tables.extend(entries.get(at).map(|entry| entry.index));
        }
        for found in &run {
            for place in found.first..=found.last {
                if let Some(entry) = entries.get_mut(place) {
                    entry.taken.get_or_insert(LineRole::Metadata);
                }
            }
            let index = entries.get(found.first).map_or(0, |entry| entry.index);
            facts.extend(
                found
                    .pairs
                    .iter()
                    .filter(|pair| !pair.value.is_empty())
                    .map(|pair| (index, pair.field, pair.value.clone())),
            );
        }
        at = end;
    }
    (facts, tables)
}

/// Labels and values on an entry, and on the next where the value stands there.
struct FoundPairs {
    pairs: Vec<Pair>,
    first: usize,
    last: usize,
}

/// The pairs that follow one another from an entry on; lines of the page between them are passed over.
fn run_at(entries: &[Entry<'_>], start: usize) -> Vec<FoundPairs> {
    let mut run: Vec<FoundPairs> = Vec::new();
    let mut at = start;
    while let Some(entry) = entries.get(at) {
        let mut pairs = if entry.pairs.is_empty() { lone_label(entry) } else { entry.pairs.clone() };
        if pairs.is_empty() {
            // The way to a page begins another one.
            if run.is_empty() || entry.taken.is_none() || furniture::is_breadcrumb(&entry.compact) {
                break;
            }
            at += 1;
            continue;
        }
        let first = at;
        if let Some(open) = pairs.last_mut().filter(|pair| pair.value.is_empty())
            && let Some(value) = entries.get(at + 1).filter(|next| is_value(open.field, next))
        {
            open.value = pairs::value(&value.printed);
            at += 1;
        }
        run.push(FoundPairs { pairs, first, last: at });
        at += 1;
    }
    run
}

/// A line that is nothing but a label without its colon.
fn lone_label(entry: &Entry<'_>) -> Vec<Pair> {
    let label = if is_longer(&entry.compact, labels::LONGEST) { None } else { pairs::bare_label(&entry.compact) };
    let pair =
        |label: labels::Label| Pair { field: label.field, certain: label.certain, value: String::new(), marked: false };
    label.map(pair).into_iter().collect()
}

/// Whether a line can be the value of the label above it.
fn is_value(field: HeadField, entry: &Entry<'_>) -> bool {
    let fits = match field {
        HeadField::Title => true,
        HeadField::Signed | HeadField::Published => {
            entry.compact.starts_with(|c: char| c.is_ascii_digit() || c == '二')
        }
        HeadField::Other | HeadField::Source if super::number::document_number(&entry.compact).is_some() => false,
        HeadField::Number => entry.compact.ends_with('号') || super::number::number_in(&entry.compact).is_some(),
        // What stands below an empty label may be the title of the notice already.
        _ => !super::title::ends_like_title(&entry.compact) || !is_longer(&entry.compact, 8),
    };
    fits && entry.pairs.is_empty()
        && entry.taken.is_none()
        && !is_longer(&entry.compact, 160)
        && pairs::bare_label(&entry.compact).is_none()
        && !entry.compact.ends_with(['。', '：', ':'])
}

/// Whether a run is a head table and no part of a card or a table of something else.
fn is_head_table(run: &[FoundPairs]) -> bool {
    let pairs = || run.iter().flat_map(|found| &found.pairs);
    let with_value = pairs().filter(|pair| !pair.value.is_empty());
    let marked = with_value.clone().filter(|pair| pair.marked);
    let certain = with_value.clone().filter(|pair| pair.certain);
    let (all, marked, certain) = (with_value.count(), marked.count(), certain.clone().count());
    if marked == 0 {
        // Labels without a mark: cells of any table read like them.
        return certain >= 3 && pairs().count() <= all + 2;
    }
    certain >= 2 || (certain >= 1 && all >= 2) || (all == 1 && certain == 1 && pairs().any(says_something))
}

/// Whether the value of a label is what the label promises.
fn says_something(pair: &Pair) -> bool {
    let value = compact(&pair.value);
    match pair.field {
        HeadField::Number => super::number::number_in(&value).is_some(),
        HeadField::Issuer => super::signature::is_body_name(&value),
        HeadField::Signed | HeadField::Published => super::day::day_at(&value).is_some(),
        HeadField::Title | HeadField::Source => false,
        HeadField::Other => !is_longer(&value, 40),
    }
}

/// Takes the short lines above the way to a page: its menu, whatever the words.
fn take_lines_above_way(entries: &mut [Entry<'_>]) {
    let way = entries.iter().take(ENDS).position(|entry| furniture::is_breadcrumb(&entry.compact));
    let above = entries.get_mut(..way.unwrap_or(0)).unwrap_or_default();
    // Below labels and values what a copy says of itself may be longer: 图片见同目录.
    let longest = if above.iter().any(|entry| !entry.pairs.is_empty()) { 40 } else { 16 };
    let is_short = |entry: &Entry<'_>| {
        // A line drawn above and below counts for nothing: ===== 正文 =====.
        let words = entry.compact.trim_matches(|c: char| c.is_ascii_punctuation());
        !is_longer(words, 12)
            || (!is_longer(words, longest)
                && !super::title::ends_like_title(&entry.compact)
                && !entry.compact.ends_with(['。', '：']))
    };
    if above.iter().all(|entry| is_short(entry) || entry.taken.is_some() || !entry.pairs.is_empty()) {
        for entry in above.iter_mut().filter(|entry| entry.pairs.is_empty()) {
            entry.taken.get_or_insert(LineRole::Furniture);
        }
    }
}

/// Takes menus whose entries stand on lines of their own.
fn take_menu_lines(entries: &mut [Entry<'_>]) {
    const FEWEST: usize = 3;
    let mut start = 0;
    let bare = |entry: &Entry<'_>| entry.compact.trim_start_matches(['•', '·', '●', '■', '▪', '◆']).to_owned();
    let is_menu = |entry: &Entry<'_>| furniture::is_menu_word(&bare(entry));
    // • 首页 and • 民生关注 below it: an entry that only its bullet shows.
    let is_entry = |entry: &Entry<'_>| {
        let words = bare(entry);
        is_menu(entry) || (words.len() < entry.compact.len() && !is_longer(&words, 6))
    };
    for at in 0..=entries.len().min(ENDS) {
        if entries.get(at).is_some_and(is_entry) {
            continue;
        }
        let run = entries.get(start..at).unwrap_or_default();
        if run.len() >= FEWEST && run.iter().any(is_menu) {
            for entry in entries.get_mut(start..at).into_iter().flatten() {
                entry.taken = Some(LineRole::Furniture);
            }
        }
        start = at + 1;
    }
}

/// Takes lines that are of the page when one beside them is.
fn take_beside(entries: &mut [Entry<'_>]) {
    let count = entries.len();
    for forward in [true, false] {
        let mut beside = false;
        for step in 0..count {
            let at = if forward { step } else { count - 1 - step };
            let Some(entry) = entries.get_mut(at) else { continue };
            if entry.taken.is_some() {
                beside = true;
            } else if beside && is_at_end(at, count) && entry.sign == Some(Sign::Beside) {
                entry.taken = Some(LineRole::Furniture);
            } else {
                beside = false;
            }
        }
    }
}

/// Takes 相关稿件 near the end, with the headlines behind it.
fn take_headlines(entries: &mut [Entry<'_>]) {
    let from = entries.len().saturating_sub(MOST_HEADLINES);
    let Some(start) = (from..entries.len())
        .find(|at| entries.get(*at).is_some_and(|entry| entry.sign == Some(Sign::Follows) && entry.taken.is_none()))
    else {
        return;
    };
    let behind = entries.get(start + 1..).unwrap_or_default();
    let headlines =
        behind.iter().all(|entry| !entry.compact.ends_with(['。', '；', '：']) && !is_longer(&entry.compact, 80));
    let end = if headlines { entries.len() } else { start + 1 };
    for entry in entries.get_mut(start..end).into_iter().flatten() {
        entry.taken.get_or_insert(LineRole::Furniture);
    }
}

#[cfg(test)]
mod tests;

//! The exact characters of the source that a field was read from, and those that a doubt is about.
//!
//! Rules know the words and their line; where those words stand in a paragraph, or run on over the wraps of several, the characters
//! follow from the runs of the paragraphs. Words that a rule put together stand nowhere and get no range.

mod doubts;

use domain::Provenance;
use domain::tree::{Paragraph, PieceContent, PieceList, SourceRange};
use memchr::memmem;
use rayon::prelude::*;

use crate::Document;

/// So many paragraphs of a line are looked through; a page written on one line has thousands.
const MOST_ON_LINE: usize = 64;
/// No longer paragraph is looked through, in bytes: a text of thousands of clauses on one line.
const LONGEST_PARAGRAPH: usize = 64 * 1024;
/// Words run on over so many paragraphs at most.
const MOST_WRAPS: usize = 12;

/// Gives the provenance of every measure its range, and every doubt that of what it is about.
pub(crate) fn fill(documents: &mut [Document], source: &PieceList<'_>) {
    let paragraphs = paragraphs(source);
    documents.par_iter_mut().for_each(|document| {
        document.measures.iter_mut().for_each(|measure| fill_provenance(&mut measure.provenance, &paragraphs));
        document.measures.iter_mut().for_each(|measure| doubts::fill_measure(measure, &paragraphs));
        doubts::fill_notice(&mut document.doubts, document.first_line, &paragraphs);
    });
}

/// Gives the provenance of the fields of a measure its ranges; several fields rest on the same words.
fn fill_provenance(fields: &mut [Provenance], paragraphs: &[Placed<'_>]) {
    for at in 0..fields.len() {
        let (before, rest) = fields.split_at_mut(at);
        let Some(one) = rest.first_mut().filter(|one| one.source.is_none()) else { continue };
        let same = before.iter().find(|other| other.line == one.line && other.words == one.words);
        one.source = match same {
            Some(other) => other.source.clone(),
            None => find(paragraphs, &one.words, one.line),
        };
    }
}

/// A paragraph and the lines it stands on.
#[derive(Debug, Clone, Copy)]
struct Placed<'a> {
    first: u32,
    last: u32,
    /// The last line of this paragraph and all before it.
    reach: u32,
    paragraph: &'a Paragraph,
}

/// All paragraphs, those of cells too; first lines never fall.
fn paragraphs<'a>(source: &PieceList<'a>) -> Vec<Placed<'a>> {
    let mut all: Vec<Placed<'a>> = Vec::new();
    let mut add = |paragraph: &'a Paragraph| {
        if let (Some(first), Some(last)) = (paragraph.runs.first(), paragraph.runs.last()) {
            all.push(Placed { first: first.line, last: last.line, reach: 0, paragraph });
        }
    };
    for piece in &source.pieces {
        match piece.content {
            PieceContent::Text(paragraph) => add(paragraph),
            _ => piece.row().iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs).for_each(&mut add),
        }
    }
    all.sort_by_key(|placed| placed.first);
    let mut reach = 0;
    for placed in &mut all {
        reach = reach.max(placed.last);
        placed.reach = reach;
    }
    all
}

/// Where words stand that were read on a line.
fn find(paragraphs: &[Placed<'_>], words: &str, line: u32) -> Option<SourceRange> {
    if words.is_empty() {
        return None;
    }
    let behind = paragraphs.partition_point(|placed| placed.first <= line);
    let on_line = paragraphs.get(..behind)?.iter().enumerate().rev().take(MOST_ON_LINE);
    let on_line = on_line.take_while(|(_, placed)| placed.reach >= line);
    let on_line = on_line.filter(|(_, placed)| placed.last >= line && placed.paragraph.text.len() <= LONGEST_PARAGRAPH);
    let on_line: Vec<usize> = on_line.map(|(at, _)| at).collect();
    for at in on_line.iter().rev() {
        let Placed { paragraph, .. } = paragraphs.get(*at)?;
        if words.len() > paragraph.text.len() {
            continue;
        }
        // The words of a field may stand above its line in the same paragraph, too: the label of a clause of several measures.
        let start = start_of_line(paragraph, line);
        let below = paragraph.text.get(start..).and_then(|rest| place_of(words, rest)).map(|at| start + at);
        let anywhere = || if start > 0 { place_of(words, &paragraph.text) } else { None };
        if let Some(from) = below.or_else(anywhere) {
            return paragraph.source_of(from..from + words.len());
        }
    }
    on_line.iter().rev().find_map(|at| run_on(paragraphs.get(*at..)?, words, line))
}

/// Where words stand first in a text: by their beginning, as they may be a whole clause and preparing a search of all of them costs more
/// than finding them.
fn place_of(words: &str, text: &str) -> Option<usize> {
    /// So many bytes are looked for; in a text that repeats them more often all words are.
    const BEGINNING: usize = 24;
    const MOST: usize = 16;
    if text.starts_with(words) {
        return Some(0);
    }
    let end = words.char_indices().map(|(at, c)| at + c.len_utf8()).find(|end| *end >= BEGINNING);
    let beginning = words.get(..end.unwrap_or(words.len()))?;
    let mut places = memmem::find_iter(text.as_bytes(), beginning);
    let stands_at = |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with(words));
    match places.by_ref().take(MOST).find(stands_at) {
        Some(at) => Some(at),
        None => places.next().and_then(|from| text.get(from..)?.find(words).map(|at| from + at)),
    }
}

/// Where words stand that begin in the first of some paragraphs, blanks left out.
fn run_on(paragraphs: &[Placed<'_>], words: &str, line: u32) -> Option<SourceRange> {
    let wanted = words.chars().filter(|c| !c.is_whitespace());
    let first: char = wanted.clone().next()?;
    let Placed { paragraph: opening, .. } = paragraphs.first()?;
    let start = start_of_line(opening, line);
    let begins = opening.text.get(start..).unwrap_or_default().match_indices(first).take(MOST_WRAPS);
    for from in begins.map(|(at, _)| start + at) {
        let lines = paragraphs.iter().take(MOST_WRAPS).enumerate();
        let characters = lines.flat_map(|(at, Placed { paragraph, .. })| {
            let skipped = if at == 0 { from } else { 0 };
            let rest = paragraph.text.get(skipped..).unwrap_or_default();
            rest.char_indices().map(move |(byte, c)| (at, skipped + byte, c))
        });
        let mut left = wanted.clone();
        let mut end = None;
        for (at, byte, c) in characters.filter(|(_, _, c)| !c.is_whitespace()) {
            match left.next() {
                Some(next) if next == c => end = Some((at, byte + c.len_utf8())),
                Some(_) => {
                    end = None;
                    break;
                }
                None => break,
            }
        }
        if let Some((at, behind)) = end.filter(|_| left.next().is_none()) {
            let Placed { paragraph: closing, .. } = paragraphs.get(at)?;
            let begin = opening.source_of(from..from + first.len_utf8())?;
            let finish = closing.source_of(behind.checked_sub(1)?..behind)?;
            let characters = begin.characters.start..finish.characters.end;
            return Some(SourceRange { line: begin.line, last_line: finish.last_line, characters });
        }
    }
    None
}

/// The byte of a paragraph at which a line of the source begins.
fn start_of_line(paragraph: &Paragraph, line: u32) -> usize {
    paragraph.runs.iter().find(|run| run.line >= line).map_or(0, |run| run.start)
}

#[cfg(test)]
mod tests {
    use domain::tree::DocumentTree;

    use super::*;

    #[test]
    fn words_are_found_on_their_line_and_over_wraps() {
        let tree = DocumentTree::of_lines(["  （市财政局、市审", "计局负责）推进", "其他"]);
        let list = tree.pieces();
        let check = |words: &str, line, expected: Option<(u32, u32, u32, u32)>| {
            let found = find(&paragraphs(&list), words, line);
            let found = found.map(|range| (range.line, range.last_line, range.characters.start, range.characters.end));
            assert_eq!(found, expected, "{words}");
        };
        check("市财政局", 1, Some((1, 1, 3, 7)));
        check("市财政局、市审计局", 1, Some((1, 2, 3, 2)));
        check("推进", 2, Some((2, 2, 5, 7)));
        check("推进", 3, None);
        check("单位由上文承接", 1, None);
    }
}

//! The characters that a doubt is about: its words where they stand, else the field or the row they were read from.

use domain::tree::SourceRange;
use domain::{Doubt, Field, Measure};

use super::{LONGEST_PARAGRAPH, MOST_ON_LINE, Placed, find};

/// So many lines of a measure are looked through for the words of a doubt.
const MOST_LINES: u32 = 64;
/// The head of a notice, which doubts about its title, number and region quote, has so many lines at most.
const HEAD_LINES: u32 = 24;

/// Paragraphs with their lines, as [`super::paragraphs`] gives them.
type Paragraphs<'a> = [Placed<'a>];

/// Gives the doubts of a measure their characters.
pub(super) fn fill_measure(measure: &mut Measure, paragraphs: &Paragraphs<'_>) {
    let (first, last) = (measure.line, measure.last_line.min(measure.line.saturating_add(MOST_LINES)));
    for doubt in &mut measure.doubts {
        let of_field = || measure.provenance.iter().filter(|from| from.field == doubt.field);
        let within_field = || {
            let mut sources = of_field().filter_map(|from| from.source.as_ref());
            sources.find_map(|source| find_within(paragraphs, &doubt.words, source))
        };
        doubt.source = match doubt.line {
            Some(line) => within_field().or_else(|| on_line(paragraphs, &doubt.words, line)),
            None => of_field()
                .map(|from| from.line)
                .chain(first..=last)
                .find_map(|line| find_names(paragraphs, &doubt.words, line)),
        };
        if doubt.source.is_none() {
            // What the field was read from; a doubt about the extent or about what is missing is about the measure.
            let text = measure.provenance.iter().find(|from| from.field == Field::Text);
            doubt.source = of_field().chain(text).find_map(|from| from.source.clone());
        }
        doubt.line = doubt.line.or_else(|| doubt.source.as_ref().map(|source| source.line));
    }
}

/// Gives the doubts of a notice their characters; one about the notice as a whole has none.
pub(super) fn fill_notice(doubts: &mut [Doubt], first_line: u32, paragraphs: &Paragraphs<'_>) {
    for doubt in doubts {
        doubt.source = match doubt.line {
            Some(line) => on_line(paragraphs, &doubt.words, line),
            None => (first_line..first_line.saturating_add(HEAD_LINES))
                .find_map(|line| find(paragraphs, &doubt.words, line)),
        };
        doubt.line = doubt.line.or_else(|| doubt.source.as_ref().map(|source| source.line));
    }
}

/// The words on a line, or all that begins on it.
fn on_line(paragraphs: &Paragraphs<'_>, words: &str, line: u32) -> Option<SourceRange> {
    find_names(paragraphs, words, line).or_else(|| whole_line(paragraphs, line))
}

/// Words on a line; of names that a rule put together the first that stands there.
fn find_names(paragraphs: &Paragraphs<'_>, words: &str, line: u32) -> Option<SourceRange> {
    find(paragraphs, words, line).or_else(|| {
        let names = words.split('、').filter(|name| name.len() < words.len());
        names.take(4).find_map(|name| find(paragraphs, name, line))
    })
}

/// Where words stand within a field: the same words may stand in another cell of its row.
fn find_within(paragraphs: &Paragraphs<'_>, words: &str, field: &SourceRange) -> Option<SourceRange> {
    const MOST_PLACES: usize = 16;
    let from = paragraphs.partition_point(|placed| placed.first < field.line);
    let near = paragraphs.get(from..).filter(|_| !words.is_empty())?.iter().take(MOST_ON_LINE);
    let near = near.take_while(|placed| placed.first <= field.last_line);
    let lies_within = |found: &SourceRange| {
        (field.line, field.characters.start) <= (found.line, found.characters.start)
            && (found.last_line, found.characters.end) <= (field.last_line, field.characters.end)
    };
    near.filter(|placed| placed.paragraph.text.len() <= LONGEST_PARAGRAPH)
        .flat_map(|Placed { paragraph, .. }| {
            let places = paragraph.text.match_indices(words).take(MOST_PLACES);
            places.filter_map(|(at, found)| paragraph.source_of(at..at + found.len()))
        })
        .find(lies_within)
}

/// From the first to the last character of the paragraphs and cells that begin on a line.
fn whole_line(paragraphs: &Paragraphs<'_>, line: u32) -> Option<SourceRange> {
    let from = paragraphs.partition_point(|placed| placed.first < line);
    let behind = paragraphs.partition_point(|placed| placed.first <= line);
    // Of a page that is written on one line nothing can be told.
    let beginning = paragraphs.get(from..behind).filter(|beginning| beginning.len() <= MOST_ON_LINE)?;
    let ranges = beginning.iter().filter_map(|Placed { paragraph, .. }| paragraph.source_of(0..paragraph.text.len()));
    ranges.reduce(|whole, next| {
        let start = if next.characters.start < whole.characters.start { &next } else { &whole }.characters.start;
        let end = |range: &SourceRange| (range.last_line, range.characters.end);
        let (last_line, end) = end(&whole).max(end(&next));
        SourceRange { line, last_line, characters: start..end }
    })
}

#[cfg(test)]
mod tests {
    use domain::Provenance;
    use domain::tree::{Cell, DocumentTree, Paragraph};

    use super::*;
    use crate::anchors::paragraphs;

    fn check(found: Option<&SourceRange>, expected: Option<(u32, u32, u32, u32)>) {
        let found = found.map(|at| (at.line, at.last_line, at.characters.start, at.characters.end));
        assert_eq!(found, expected);
    }

    #[test]
    fn a_doubt_points_at_its_words_or_at_what_its_field_was_read_from() {
        let tree = DocumentTree::of_lines(["1.推进改革，市审计局要配合。", "（市财政局、市教肓局负责，6月底前）"]);
        let list = tree.pieces();
        let from = |field, words: &str, line| {
            let source = find(&paragraphs(&list), words, line);
            Provenance { field, rule: "test", words: words.to_owned(), line, source }
        };
        let place = |field, words: &str| {
            let mut measure = Measure {
                line: 1,
                last_line: 2,
                provenance: vec![from(Field::Text, "推进改革", 1), from(Field::Leads, "市财政局、市教肓局负责", 2)],
                doubts: vec![Doubt::new(field, "test", words, "")],
                ..Measure::default()
            };
            fill_measure(&mut measure, &paragraphs(&list));
            measure.doubts.remove(0).source
        };
        check(place(Field::Leads, "市教肓局").as_ref(), Some((2, 2, 6, 10)));
        check(place(Field::Leads, "市审计局").as_ref(), Some((1, 1, 7, 11)));
        check(place(Field::Leads, "市教肓局、市水利局").as_ref(), Some((2, 2, 6, 10)));
        check(place(Field::Leads, "").as_ref(), Some((2, 2, 1, 12)));
        check(place(Field::Extent, "2 → 4").as_ref(), Some((1, 1, 2, 6)));
    }

    #[test]
    fn a_doubt_about_a_row_takes_the_whole_of_it() {
        let cell = |column, words: &str, at| Cell::at(column, vec![Paragraph::on_line(words.to_owned(), 7, None, at)]);
        let cells = [cell(0, "3", 2), cell(1, "推进改革", 6), cell(2, "市财政局", 13)];
        let all: Vec<_> = cells
            .iter()
            .flat_map(|cell| &cell.paragraphs)
            .map(|paragraph| Placed { first: 7, last: 7, reach: 7, paragraph })
            .collect();
        let mut doubts = vec![Doubt::new(Field::Extent, "test", "序号1之后是3", "").on_line(7)];
        fill_notice(&mut doubts, 1, &all);
        check(doubts[0].source.as_ref(), Some((7, 7, 2, 17)));
        let mut doubts = vec![Doubt::new(Field::Extent, "test", "某市方案", "")];
        fill_notice(&mut doubts, 1, &all);
        check(doubts[0].source.as_ref(), None);
    }
}

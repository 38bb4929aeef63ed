//! Plain text: every line a paragraph or part of one, nothing stripped from the words but entities; tables drawn with characters become
//! tables.

use std::borrow::Cow;

use domain::tree::{Anchor, Block, BlockContent, DocumentTree, Paragraph, Run, Style};

use crate::blank::{is_blank_char, trim};
use crate::front_matter::FrontMatter;
use crate::page_mark;
use crate::places::{Places, Runs, runs_of_marked};
use crate::plain_table;
use crate::source_lines::{Part, SourceLines, count};
use crate::tags;

/// The words of a line and what its marks say of it.
#[derive(Debug, Default)]
pub(crate) struct Words<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) level: Option<u8>,
    pub(crate) style: Style,
}

/// Takes the marks off words.
pub(crate) type Clean = for<'a> fn(&'a str) -> Words<'a>;

/// Reads the lines of a plain text behind its front matter.
pub(crate) fn read(lines: &SourceLines<'_>, front: FrontMatter) -> DocumentTree {
    read_with(lines, front, |text| Words { text: tags::without_entities(text), ..Words::default() })
}

/// Reads lines, passing the words of each through `clean`.
pub(crate) fn read_with(lines: &SourceLines<'_>, front: FrontMatter, clean: Clean) -> DocumentTree {
    let parts = lines.parts();
    let mut tables = plain_table::find(parts, front.parts).into_iter().peekable();
    let mut page = None;
    let mut blocks = Vec::with_capacity(parts.len());
    let mut index = 0;
    while let Some(part) = parts.get(index) {
        let number = |part: Option<&Part<'_>>| part.map_or(part_number(parts), |part| part.number);
        let mut anchor = Anchor { part: 0, page, line: part.number, last_line: part.number };
        if let Some(found) = tables.next_if(|table| table.lines.start == index) {
            let mut table = found.table;
            for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                cell.paragraphs =
                    std::mem::take(&mut cell.paragraphs).into_iter().flat_map(|p| cleaned(p, clean)).collect();
            }
            table.set_page(page);
            anchor.last_line = number(parts.get(found.lines.end - 1));
            blocks.push(Block { anchor, content: BlockContent::Table(table) });
            index = found.lines.end;
            continue;
        }
        let content = if index < front.parts {
            BlockContent::FrontMatter
        } else if let Some(marked) = page_mark::read(part.text) {
            page = Some(marked);
            anchor.page = page;
            BlockContent::PageBreak
        } else {
            paragraph(part, page, clean)
        };
        blocks.push(Block { anchor, content });
        index += 1;
    }
    DocumentTree { blocks, front_matter: front.fields }
}

fn part_number(parts: &[Part<'_>]) -> u32 {
    parts.last().map_or(1, |part| part.number)
}

/// The paragraph that a line is; of Markdown only what it says by its words.
fn paragraph(part: &Part<'_>, page: Option<u32>, clean: Clean) -> BlockContent {
    let text = trim(part.text);
    if text.is_empty() {
        return BlockContent::Blank;
    }
    let blanks = part.text.chars().take_while(|c| is_blank_char(*c)).count();
    let column = part.column + u32::try_from(blanks).unwrap_or(u32::MAX);
    let words = clean(text);
    if trim(&words.text).is_empty() {
        return BlockContent::Furniture;
    }
    let runs = match &words.text {
        Cow::Borrowed(same) if same.len() == text.len() => vec![Run { start: 0, line: part.number, page, column }],
        changed => {
            let mut runs = runs_of_marked(changed, text, part.number, column);
            runs.iter_mut().for_each(|run| run.page = page);
            runs
        }
    };
    let Words { text, level, style } = words;
    // A heading by its mark is whole; what stands below may still be a part of a paragraph.
    BlockContent::Paragraph(Paragraph { text: text.into_owned(), runs, level, style, is_whole: level.is_some() })
}

/// The runs of the words that are left of a paragraph, which may stand on several lines.
fn runs_of_cleaned(words: &str, paragraph: &Paragraph) -> Vec<Run> {
    let ends = paragraph.runs.iter().skip(1).map(|run| run.start).chain([paragraph.text.len()]);
    let stretches = paragraph.runs.iter().zip(ends);
    let source: Vec<(u32, u32)> = stretches
        .flat_map(|(run, end)| {
            let length = paragraph.text.get(run.start..end).map_or(0, count);
            (0..length).map(|behind| (run.line, run.column.saturating_add(behind)))
        })
        .collect();
    let mut places = Places::of_marked(&paragraph.text, 0, 0);
    let mut runs = Runs::default();
    for (at, c) in words.char_indices() {
        let (_, index) = places.next(c);
        let place = source.get(index as usize).or(source.last());
        place.into_iter().for_each(|place| runs.add(at, *place));
    }
    runs.take()
}

/// A paragraph of a cell without marks: parted where a mark breaks its line.
fn cleaned(paragraph: Paragraph, clean: Clean) -> Vec<Paragraph> {
    let text = match clean(&paragraph.text).text {
        Cow::Borrowed(same) if same.len() == paragraph.text.len() => return vec![paragraph],
        changed => changed.into_owned(),
    };
    let whole = Paragraph { runs: runs_of_cleaned(&text, &paragraph), text, ..Paragraph::default() };
    let mut parts = Vec::new();
    let mut start = 0;
    for part in whole.text.split('\n') {
        let blanks = part.len() - part.trim_start_matches(is_blank_char).len();
        let (from, words) = (start + blanks, trim(part));
        start += part.len() + 1;
        if words.is_empty() {
            continue;
        }
        let own = whole.runs_of(from..from + words.len());
        parts.push(Paragraph { text: words.to_owned(), runs: own, ..Paragraph::default() });
    }
    parts
}

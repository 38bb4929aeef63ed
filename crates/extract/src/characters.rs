//! The characters of a source as the rules read them: traditional ones simplified, half-width punctuation between Chinese
//! characters full, brackets of rare shapes those they are printed for, marks without width dropped.
//!
//! One character stands for one, and every run of a paragraph still says where it comes from, so that a place in what is
//! read is a place in the source, which is kept for showing. [`keep_as_printed`] gives the source's own characters back.

mod printed;
mod punctuation;
mod traditional;

use std::borrow::Cow;
use std::sync::LazyLock;

use domain::Provenance;
use domain::tree::{Block, BlockContent, DocumentTree, Paragraph, Run, Table};

use crate::Document;
use crate::bracket_shapes::shapes;
use crate::head::compact::{behind_chars, first_chars};
use crate::letters::signs;
use crate::lexicon::CharacterBits;
use printed::Printed;

/// The tree with every paragraph as the rules read it; borrowed where nothing differs.
pub(crate) fn for_reading(tree: &DocumentTree) -> Cow<'_, DocumentTree> {
    let simplify = traditional::is_traditional(tree);
    if !paragraphs(tree).any(|paragraph| differs(&paragraph.text, simplify)) {
        return Cow::Borrowed(tree);
    }
    let mut read = tree.clone();
    for paragraph in paragraphs_mut(&mut read) {
        if let Some(other) = read_paragraph(paragraph, simplify) {
            *paragraph = other;
        }
    }
    for block in &mut read.blocks {
        // A line of nothing but marks without width is blank.
        if matches!(&block.content, BlockContent::Paragraph(paragraph) if paragraph.text.is_empty()) {
            block.content = BlockContent::Blank;
        }
    }
    for (_, value) in &mut read.front_matter {
        if let Some(other) = read_text(value, simplify) {
            *value = other;
        }
    }
    Cow::Owned(read)
}

/// Gives what was read back in the characters of the source: the words of each provenance, and of a traditional text every
/// field. The region stays simplified, so that one place has one name in the register.
pub(crate) fn keep_as_printed(documents: &mut [Document], tree: &DocumentTree, read: &DocumentTree) {
    let measures = documents.iter_mut().flat_map(|document| &mut document.measures);
    for provenance in measures.flat_map(|measure| &mut measure.provenance) {
        as_printed(provenance, tree, read);
    }
    if traditional::is_traditional(tree) {
        let printed = Printed::of(tree, read);
        documents.iter_mut().for_each(|document| printed.restore(document));
    }
}

/// Gives the words of a provenance back as the source prints them, where they stand in one paragraph.
fn as_printed(provenance: &mut Provenance, printed: &DocumentTree, read: &DocumentTree) {
    let line = provenance.line;
    let first = printed.blocks.partition_point(|block| block.anchor.last_line < line);
    let blocks = printed.blocks.iter().zip(&read.blocks).skip(first);
    for (printed, read) in blocks.take_while(|(block, _)| block.anchor.line <= line) {
        let pairs = on_line(printed, line).zip(on_line(read, line));
        for (printed, read) in pairs.filter(|(printed, read)| printed.text != read.text) {
            if let Some(words) = same_place(&provenance.words, &read.text, &printed.text) {
                provenance.words = words;
                return;
            }
        }
    }
}

/// The characters of a printed text that stand where some words stand in the text as it is read.
fn same_place(words: &str, read: &str, printed: &str) -> Option<String> {
    let at = read.find(words)?;
    let before = read.get(..at)?.chars().count();
    let count = words.chars().count();
    // One character stands for one, so that as many characters say that no mark was dropped.
    if printed.chars().count() == read.chars().count() {
        return Some(first_chars(behind_chars(printed, before), count).to_owned());
    }
    let printed = printed.chars().filter(|c| !has_no_width(*c));
    Some(printed.skip(before).take(count).collect())
}

/// The paragraphs of a block on a line: of a table those of the rows that stand there.
fn on_line(block: &Block, line: u32) -> impl Iterator<Item = &Paragraph> {
    let (paragraph, table) = match &block.content {
        BlockContent::Paragraph(paragraph) => (Some(paragraph), None),
        BlockContent::Table(table) => (None, Some(table)),
        _ => (None, None),
    };
    let rows = table.into_iter().flat_map(move |table: &Table| {
        let first = table.rows.partition_point(|row| row.last_line < line);
        table.rows.iter().skip(first).take_while(move |row| row.line <= line)
    });
    paragraph.into_iter().chain(rows.flat_map(|row| row.cells.iter().flat_map(|cell| &cell.paragraphs)))
}

/// Every paragraph of a tree, those in cells too.
fn paragraphs(tree: &DocumentTree) -> impl Iterator<Item = &Paragraph> {
    tree.blocks.iter().flat_map(|block| {
        let (paragraph, table) = match &block.content {
            BlockContent::Paragraph(paragraph) => (Some(paragraph), None),
            BlockContent::Table(table) => (None, Some(table)),
            _ => (None, None),
        };
        let cells = table.into_iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
        paragraph.into_iter().chain(cells.flat_map(|cell| &cell.paragraphs))
    })
}

fn paragraphs_mut(tree: &mut DocumentTree) -> impl Iterator<Item = &mut Paragraph> {
    tree.blocks.iter_mut().flat_map(|block| {
        let (paragraph, table) = match &mut block.content {
            BlockContent::Paragraph(paragraph) => (Some(paragraph), None),
            BlockContent::Table(table) => (None, Some(table)),
            _ => (None, None),
        };
        let cells = table.into_iter().flat_map(|table| &mut table.rows).flat_map(|row| &mut row.cells);
        paragraph.into_iter().chain(cells.flat_map(|cell| &mut cell.paragraphs))
    })
}

/// Whether a text is read otherwise than it is printed.
fn differs(text: &str, simplify: bool) -> bool {
    simplify || (may_differ(text) && read_text(text, simplify).is_some())
}

/// Whether a text holds a sign that may be read otherwise. Every paragraph is asked, and one pass over its signs tells nearly always.
fn may_differ(text: &str) -> bool {
    let (odd, shapes) = (&*ODD, shapes());
    let differs = |c: char| punctuation::is_half_width(c) || has_no_width(c) || shapes.is_variant(c);
    signs(text).any(|(_, c)| odd.may_hold(c) && differs(c))
}

/// The signs that may be read otherwise; hardly any other is taken for one.
static ODD: LazyLock<CharacterBits> = LazyLock::new(|| {
    let without_width = ('\u{80}'..='\u{FFFF}').filter(|c| has_no_width(*c));
    let half_width = ('\0'..='\x7F').filter(|c| punctuation::is_half_width(*c));
    CharacterBits::of(without_width.chain(half_width).chain(shapes().variants()))
});

/// A paragraph as the rules read it, its runs pointing where they did; `None` where it is the same.
fn read_paragraph(paragraph: &Paragraph, simplify: bool) -> Option<Paragraph> {
    let text = read_text(&paragraph.text, simplify)?;
    let mut runs: Vec<Run> = Vec::with_capacity(paragraph.runs.len());
    let mut read = text.char_indices();
    let mut sources = paragraph.runs.iter().peekable();
    let mut place: Option<Run> = None;
    let mut goes_on = false;
    let leading = paragraph.text.len() - trimmed_start(&paragraph.text).len();
    for (at, c) in paragraph.text.char_indices() {
        while let Some(run) = sources.next_if(|run| run.start <= at) {
            place = Some(*run);
            goes_on = false;
        }
        if at < leading || has_no_width(c) {
            goes_on = false;
        } else if let (Some((start, _)), Some(place)) = (read.next(), &place)
            && !goes_on
        {
            runs.push(Run { start, ..*place });
            goes_on = true;
        }
        if let Some(place) = &mut place {
            place.column += 1;
        }
    }
    Some(Paragraph { text, runs, ..paragraph.clone() })
}

/// A text as the rules read it; `None` where it is the same.
fn read_text(text: &str, simplify: bool) -> Option<String> {
    if !simplify && !may_differ(text) {
        return None;
    }
    let mut read: Option<String> = None;
    if holds_no_width(text) {
        let kept: String = text.chars().filter(|c| !has_no_width(*c)).collect();
        read = Some(kept.trim().to_owned());
    }
    if let Some(meant) = shapes().without_variants(read.as_deref().unwrap_or(text)) {
        read = Some(meant);
    }
    if simplify && let Some(simplified) = traditional::simplified(read.as_deref().unwrap_or(text)) {
        read = Some(simplified);
    }
    punctuation::full_width(read.as_deref().unwrap_or(text)).or(read)
}

/// A text without the blanks and the marks without width that it begins with.
fn trimmed_start(text: &str) -> &str {
    if holds_no_width(text) { text.trim_start_matches(|c: char| c.is_whitespace() || has_no_width(c)) } else { text }
}

/// Whether a text holds a mark that takes no room.
fn holds_no_width(text: &str) -> bool {
    signs(text).any(|(_, c)| has_no_width(c))
}

/// Whether a character is a mark that takes no room: joiners, direction marks, soft hyphens, byte order marks.
fn has_no_width(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let tree = DocumentTree::of_lines(text.lines());
        let read = for_reading(&tree);
        let list = read.pieces();
        let texts: Vec<&str> = list.pieces.iter().map(|piece| piece.text()).collect();
        texts.join("\n")
    }

    #[test]
    fn marks_without_width_go() {
        assert_eq!(read("市\u{200B}财政\u{200E}局\n\u{FEFF}"), "市财政局\n");
    }

    #[test]
    fn traditional_text_is_simplified_character_by_character() {
        assert_eq!(
            read("關於印發優化營商環境實施方案的通知\n由市財政局牽頭，於2024年6月底前完成。"),
            "关于印发优化营商环境实施方案的通知\n由市财政局牵头，于2024年6月底前完成。"
        );
        // One old character in a simplified text stays as it is.
        let one = "鍾某为联系人，负责对接各部门和各区县，统筹推进各项改革任务落地见效，定期调度，及时报告。";
        assert_eq!(read(one), one);
    }

    #[test]
    fn places_are_those_of_the_source() {
        let paragraph = Paragraph::on_line("\u{FEFF}市\u{200B}財政局:完成".to_owned(), 7, None, 2);
        let read = read_paragraph(&paragraph, true).unwrap();
        assert_eq!(read.text, "市财政局：完成");
        let columns = |words: &str| {
            let start = read.text.find(words).unwrap();
            read.source_of(start..start + words.len()).unwrap().characters
        };
        assert_eq!(columns("市"), 3..4);
        assert_eq!(columns("财政局"), 5..8);
        assert_eq!(columns("完成"), 9..11);
    }

    #[test]
    fn provenance_shows_the_words_as_printed() {
        let printed = DocumentTree::of_lines(["", "(責任單位:市財政局)"]);
        let read = DocumentTree::of_lines(["", "（责任单位：市财政局）"]);
        let words = "责任单位：市财政局".to_owned();
        let mut provenance =
            Provenance { field: domain::Field::Leads, rule: "bracket.labelled", words, line: 2, source: None };
        as_printed(&mut provenance, &printed, &read);
        assert_eq!(provenance.words, "責任單位:市財政局");
    }
}

//! What may be a cell of a table written as text: a line, or what stands between two bars that close lines.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::LazyLock;

use domain::tree::{BlockContent, DocumentTree, Paragraph};

use super::bar_lines;
use crate::letters::holds_blank;
use crate::lexicon::WordSet;
use crate::lexicon::tables::{CAPTIONS, LABELS};
use crate::table::evidence::{self, CaptionKind, CellKind};

/// What may be a cell.
#[derive(Debug, Clone)]
pub(super) struct Atom<'a> {
    /// Its words.
    pub(super) text: Cow<'a, str>,
    /// Its paragraphs; none for a cell without words.
    pub(super) paragraphs: Cow<'a, [Paragraph]>,
    /// Block of its first line.
    pub(super) block: usize,
    /// Block behind its last line.
    pub(super) behind: usize,
    /// How many blank lines stand before it.
    pub(super) blanks: usize,
    /// Whether something stands before it that is neither words nor a blank: a table, a tag. A table does not go on over it.
    pub(super) after_break: bool,
    /// Whether bars say that a row begins here.
    pub(super) begins_row: bool,
    /// Whether blanks stand between its words.
    pub(super) has_blanks: bool,
    cell: OnceCell<CellKind>,
    caption: OnceCell<Option<CaptionKind>>,
    may_be_caption: OnceCell<bool>,
}

impl Atom<'_> {
    /// What the words look like as a cell.
    pub(super) fn cell(&self) -> CellKind {
        *self.cell.get_or_init(|| evidence::cell(&self.text))
    }

    /// A cell without words in the place of an atom.
    pub(super) fn without_words(&self) -> Self {
        let place = std::slice::from_ref(self);
        Self { text: Cow::Borrowed(""), paragraphs: Cow::Borrowed(&[]), ..joined(place, None) }
    }

    /// Whether the words may stand over a column; `judge` is asked once.
    pub(super) fn may_be_caption(&self, judge: impl FnOnce(&Self) -> bool) -> bool {
        *self.may_be_caption.get_or_init(|| judge(self))
    }

    /// What the words say as a caption.
    pub(super) fn caption(&self) -> Option<CaptionKind> {
        *self.caption.get_or_init(|| evidence::caption(&self.text))
    }
}

/// Bars that may close a cell at the end of its line.
pub(super) const BARS: [char; 3] = ['|', '｜', '│'];
/// A cell that a bar closes has no more lines.
pub(super) const MOST_LINES: usize = 12;

/// The atoms of a tree, in order.
pub(super) fn of(tree: &DocumentTree) -> Vec<Atom<'_>> {
    let mut atoms: Vec<Atom<'_>> = Vec::new();
    let (mut blanks, mut after_break) = (0, false);
    for (block, content) in tree.blocks.iter().map(|block| &block.content).enumerate() {
        match content {
            BlockContent::Blank => blanks += 1,
            BlockContent::Paragraph(paragraph) => {
                atoms.push(Atom {
                    text: Cow::Borrowed(&paragraph.text),
                    paragraphs: Cow::Borrowed(std::slice::from_ref(paragraph)),
                    block,
                    behind: block + 1,
                    blanks,
                    after_break,
                    begins_row: false,
                    has_blanks: holds_blank(&paragraph.text),
                    cell: OnceCell::new(),
                    caption: OnceCell::new(),
                    may_be_caption: OnceCell::new(),
                });
                (blanks, after_break) = (0, false);
            }
            BlockContent::Table(_) | BlockContent::FrontMatter => (blanks, after_break) = (0, true),
            BlockContent::PageBreak | BlockContent::Furniture => {}
        }
    }
    let count = |is_bar: fn(&Atom<'_>) -> bool| atoms.iter().filter(|atom| is_bar(atom)).count();
    let (alone, closing) = (count(bar_lines::is_bar), count(|atom| atom.text.ends_with(BARS)));
    if alone > 5 && closing < alone * 2 {
        bar_lines::cells(&atoms)
    } else if closing > 5 {
        with_bars(atoms)
    } else {
        with_whole_captions(atoms)
    }
}

/// The atoms with captions that were printed over two lines put together: 牵头 over 部门, 完成 over 时间. Neither part stands in a cell of its own.
fn with_whole_captions(atoms: Vec<Atom<'_>>) -> Vec<Atom<'_>> {
    /// No part of a caption is longer, in bytes; nearly every line is.
    const LONGEST: usize = 24;
    static ROLES: LazyLock<WordSet> =
        LazyLock::new(|| WordSet::of(LABELS.words("clear").iter().chain(CAPTIONS.words("ends")).copied()));
    static NOUNS: LazyLock<WordSet> =
        LazyLock::new(|| WordSet::of(LABELS.words("unit").iter().chain(LABELS.words("time-noun")).copied()));
    let mut whole: Vec<Atom<'_>> = Vec::with_capacity(atoms.len());
    for atom in atoms {
        let ends = atom.text.len() <= LONGEST && !atom.after_break && NOUNS.contains(&atom.text);
        let role = if ends { whole.pop_if(|role| ROLES.contains(&role.text)) } else { None };
        whole.push(match role {
            Some(role) => {
                let (blanks, text) = (role.blanks, [role.text.as_ref(), atom.text.as_ref()].concat());
                Atom { text: Cow::Owned(text), blanks, has_blanks: false, ..joined(&[role], Some(&atom)) }
            }
            None => atom,
        });
    }
    whole
}

/// The atoms with cells in the place of lines that bars close. A bar alone on its line begins a row.
fn with_bars(lines: Vec<Atom<'_>>) -> Vec<Atom<'_>> {
    let mut atoms = Vec::with_capacity(lines.len());
    // Lines that wait for their bar; outside of a table they stay lines.
    let mut open: Vec<Atom<'_>> = Vec::new();
    let mut inside = false;
    let (mut row_begins, mut bars_begin_rows) = (false, false);
    for line in lines {
        let bars = line.text.matches(BARS).count();
        // Only where one stands before the first cell; else a bar alone closes a cell without words.
        if bar_lines::is_bar(&line) && open.is_empty() && (!inside || bars_begin_rows) {
            (row_begins, bars_begin_rows) = (true, true);
            continue;
        }
        let closes = line.text.ends_with(BARS) && line.paragraphs.len() == 1;
        if line.after_break || open.len() >= MOST_LINES {
            atoms.append(&mut open);
            inside = false;
        }
        match (closes, inside) {
            (false, false) => {
                (row_begins, bars_begin_rows) = (false, false);
                atoms.push(line);
            }
            (false, true) => open.push(line),
            (true, _) => {
                inside = true;
                // | 1 | among lines that only end with a bar: the first cell of a row.
                let framed =
                    bars == 2 && line.text.starts_with(BARS) && line.text.chars().nth(1).is_some_and(|c| c != '|');
                let opens = std::mem::take(&mut row_begins) || framed;
                if opens {
                    atoms.append(&mut open);
                }
                let mut cells = cells_of(&line, bars);
                cells.iter_mut().take(1).for_each(|cell| cell.begins_row = opens);
                if let Some(first) = cells.first_mut() {
                    // A number alone begins a row: what waits is the last cell of the row above, which no bar closed.
                    let begins_row = !first.text.is_empty() && first.text.chars().all(|c| c.is_ascii_digit());
                    if begins_row && !open.is_empty() {
                        atoms.push(joined(&std::mem::take(&mut open), None));
                    } else if !open.is_empty() {
                        let whole = joined(&std::mem::take(&mut open), Some(first));
                        *first = whole;
                    }
                }
                atoms.append(&mut cells);
            }
        }
    }
    atoms.append(&mut open);
    atoms
}

/// The cells of a line that a bar closes.
fn cells_of<'a>(line: &Atom<'a>, bars: usize) -> Vec<Atom<'a>> {
    let Some(paragraph) = line.paragraphs.first() else { return Vec::new() };
    let text = paragraph.text.as_str();
    let mut start = if text.starts_with(BARS) && bars > 1 { text.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let mut places = Vec::with_capacity(bars);
    for (at, bar) in text.match_indices(BARS).filter(|(at, _)| *at >= start).collect::<Vec<_>>() {
        let between = text.get(start..at).unwrap_or("");
        let from = start + (between.len() - between.trim_start().len());
        places.push(from..from + between.trim().len());
        start = at + bar.len();
    }
    let mut cells = Vec::with_capacity(places.len());
    for (place, runs) in places.iter().zip(paragraph.runs_of_each(places.iter().cloned())) {
        let words = text.get(place.clone()).unwrap_or("");
        let part = Paragraph { text: words.to_owned(), runs, is_whole: true, ..Paragraph::default() };
        cells.push(Atom {
            text: Cow::Owned(words.to_owned()),
            paragraphs: Cow::Owned(if words.is_empty() { Vec::new() } else { vec![part] }),
            blanks: 0,
            after_break: line.after_break && cells.is_empty(),
            block: line.block,
            behind: line.behind,
            begins_row: false,
            has_blanks: words.contains(char::is_whitespace),
            cell: OnceCell::new(),
            caption: OnceCell::new(),
            may_be_caption: OnceCell::new(),
        });
    }
    cells
}

/// Lines put together to one cell, the last of them perhaps closed by a bar.
pub(super) fn joined<'a>(lines: &[Atom<'a>], last: Option<&Atom<'a>>) -> Atom<'a> {
    let all: Vec<&Atom<'a>> = lines.iter().chain(last).collect();
    let first = all.first().copied();
    let text = all.iter().map(|atom| atom.text.as_ref()).collect::<Vec<_>>().join("\n");
    Atom {
        has_blanks: text.contains(char::is_whitespace),
        text: Cow::Owned(text),
        paragraphs: Cow::Owned(all.iter().flat_map(|atom| atom.paragraphs.iter().cloned()).collect()),
        block: first.map_or(0, |atom| atom.block),
        behind: all.last().map_or(0, |atom| atom.behind),
        blanks: 0,
        after_break: first.is_some_and(|atom| atom.after_break),
        begins_row: false,
        cell: OnceCell::new(),
        caption: OnceCell::new(),
        may_be_caption: OnceCell::new(),
    }
}

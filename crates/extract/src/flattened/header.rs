//! The header of a table: its captions in order, however they are wrapped, and its repetitions after page breaks.
//!
//! A flattened header stands on many lines (`序` `号` `改革` `事项` `主要内容 主要举措 牵头单位`): captions wrap at two or three
//! characters, and several may share a line. On later pages it comes back whole or in fragments.

use std::ops::Range;

use crate::table::captions::{
    Column, LONGEST, column, may_begin_caption, may_begin_header, may_end_caption, order_something,
};
use crate::table::cells::Entry;

/// The captions of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header {
    /// Columns in order with their captions, wraps removed.
    pub(super) columns: Vec<(Column, String)>,
    /// Pieces of the captions as printed, for knowing repetitions.
    pieces: Vec<String>,
}

/// No header has more pieces than this; bounds the work at every line.
const MOST_PIECES: usize = 40;
/// No caption is wrapped into more pieces than this.
const MOST_WRAPS: usize = 5;

impl Header {
    /// Reads a header whose captions begin at `entries[at]`; gives the place behind it.
    pub(crate) fn flattened(entries: &[Entry<'_>], at: usize) -> Option<(Self, usize)> {
        let mut pieces = Pieces::from(entries, at)?;
        let mut columns: Vec<(Column, String)> = Vec::new();
        let (mut next, mut last_entry) = (0, at);
        loop {
            let ahead = pieces.ahead(next);
            let Some(piece) = ahead.first() else { break };
            let taken = longest_caption(ahead);
            match taken {
                // The same caption again is a header behind this one.
                Some((_, caption, _)) if columns.iter().any(|(_, seen)| *seen == caption) => break,
                Some((found, caption, count)) => {
                    columns.push((found, caption));
                    next += count;
                }
                // An unknown caption is taken only beside a known one on the same line.
                None if !columns.is_empty() && !piece.alone => {
                    columns.push((Column::Other, piece.text.to_owned()));
                    next += 1;
                }
                None => break,
            }
            last_entry = pieces.read.get(next.saturating_sub(1)).map_or(last_entry, |piece| piece.entry);
        }
        let known = columns.iter().filter(|(column, _)| *column != Column::Other).count();
        if known < 3 || columns.first().is_none_or(|(column, _)| *column == Column::Other) {
            return None;
        }
        let pieces = pieces.read.iter().take(next).map(|piece| piece.text.to_owned()).collect();
        Some((Self { columns, pieces }, last_entry + 1))
    }

    /// How many entries from `at` repeat this header or a fragment of it. A single short word (改革) may as well be the
    /// end of a cell and does not count.
    pub(crate) fn repetition(&self, entries: &[Entry<'_>], at: usize) -> Range<usize> {
        let (mut end, mut from, mut count, mut telling) = (at, 0, 0, false);
        while let Some(entry) = entries.get(end) {
            let mut reached = from;
            let fits = entry.text.split_whitespace().all(|piece| {
                let found = self.pieces.iter().skip(reached).position(|known| known == piece);
                reached += found.map_or(0, |distance| distance + 1);
                telling |= found.is_some() && piece.chars().count() >= 4;
                count += usize::from(found.is_some());
                found.is_some()
            });
            if !fits || self.pieces.is_empty() {
                break;
            }
            from = reached;
            end += 1;
        }
        if telling || count >= 3 { at..end } else { at..at }
    }

    /// The columns without their captions.
    pub(crate) fn kinds(&self) -> Vec<Column> {
        self.columns.iter().map(|(column, _)| *column).collect()
    }

    /// Whether a column stands in the table.
    pub(crate) fn has(&self, wanted: Column) -> bool {
        self.columns.iter().any(|(column, _)| *column == wanted)
    }

    /// Whether the table orders something.
    pub(crate) fn orders(&self) -> bool {
        order_something(&self.kinds())
    }
}

/// A piece of a header between blanks.
struct Piece<'a> {
    text: &'a str,
    entry: usize,
    alone: bool,
}

/// The pieces that may belong to a header, read from as many lines as are asked for: hardly a line that begins like a
/// header is one, and the first pieces tell.
struct Pieces<'e, 'a> {
    entries: &'e [Entry<'a>],
    read: Vec<Piece<'a>>,
    /// The lines that are still to be read; empty from the first one too long for captions.
    lines: Range<usize>,
}

impl<'e, 'a> Pieces<'e, 'a> {
    /// The pieces from `entries[at]` on; `None` where no caption begins there.
    fn from(entries: &'e [Entry<'a>], at: usize) -> Option<Self> {
        let words = entries.get(at)?.text.trim_start();
        let begins = may_begin_caption(words.chars().next()?) && may_begin_header(words.split_whitespace().next()?);
        let lines = at..entries.len().min(at + MOST_PIECES);
        let mut first = entries.iter().skip(at).flat_map(|entry| entry.text.split_whitespace()).take(MOST_WRAPS);
        (begins && first.any(may_end_caption)).then_some(Self { entries, read: Vec::new(), lines })
    }

    /// The pieces from `next` on of which a caption may be made.
    fn ahead(&mut self, next: usize) -> &[Piece<'a>] {
        while self.read.len() < next + MOST_WRAPS && self.read.len() <= MOST_PIECES {
            let Some(entry) = self.lines.next() else { break };
            self.read_line(entry);
        }
        let ahead = self.read.get(next..).unwrap_or_default();
        ahead.get(..MOST_WRAPS).unwrap_or(ahead)
    }

    fn read_line(&mut self, entry: usize) {
        let line = self.entries.get(entry).map_or("", |entry| entry.text);
        let words = || line.split_whitespace();
        if line.len() > 600 || has_cells(line) || words().any(|word| word.chars().count() > LONGEST) {
            self.lines = entry..entry;
            return;
        }
        let alone = words().nth(1).is_none();
        self.read.extend(words().map(|text| Piece { text, entry, alone }));
    }
}

/// Whether a line holds several cells that marks part.
fn has_cells(line: &str) -> bool {
    line.contains('\t') || line.matches(['|', '｜', '│']).count() >= 2
}

/// The longest caption that the first of some pieces make up, its column, and how many pieces it takes.
fn longest_caption(pieces: &[Piece<'_>]) -> Option<(Column, String, usize)> {
    let mut joined: String = pieces.iter().map(|piece| piece.text).collect();
    for (at, piece) in pieces.iter().enumerate().rev() {
        if let Some(found) = column(&joined) {
            return Some((found, joined, at + 1));
        }
        joined.truncate(joined.len() - piece.text.len());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries<'a>(lines: &[&'a str]) -> Vec<Entry<'a>> {
        lines.iter().enumerate().map(|(index, text)| Entry { index, number: index as u32 + 1, text }).collect()
    }

    #[test]
    fn captions_are_put_together_from_their_wraps() {
        let lines =
            ["序", "号", "改革", "事项", "主要内容 某市主要举措 牵头单位 责任单位", "取得阶段性", "成效时间", "1"];
        let (header, end) = Header::flattened(&entries(&lines), 0).expect("a header");
        use Column::{Content, Lead, Measures, Name, Number, Time, Units};
        assert_eq!(header.kinds(), [Number, Name, Content, Measures, Lead, Units, Time]);
        assert_eq!(end, 7);
        assert!(header.orders());
    }

    #[test]
    fn an_unknown_caption_counts_beside_known_ones() {
        let lines = ["序", "号", "改革", "事项", "改革事项内容 法规规章规定 调整适用情况", "1"];
        let (header, end) = Header::flattened(&entries(&lines), 0).expect("a header");
        assert_eq!((header.columns.len(), end, header.orders()), (5, 5, false));
    }

    #[test]
    fn prose_is_no_header() {
        for lines in [
            &["改革", "事项", "优化审批", "流程"][..],
            &["各有关单位要落实责任单位、牵头单位的任务", "序号"],
            &["时间", "2022年3月"],
        ] {
            assert_eq!(Header::flattened(&entries(lines), 0), None, "{lines:?}");
        }
    }

    #[test]
    fn fragments_repeat_a_header_and_single_short_words_do_not() {
        let lines = ["序", "号", "改革", "事项", "主要内容 主要举措 牵头单位 责任单位", "取得阶段性", "成效时间"];
        let (header, _) = Header::flattened(&entries(&lines), 0).expect("a header");
        let check = |lines: &[&str], expected: usize| {
            assert_eq!(header.repetition(&entries(lines), 0).len(), expected, "{lines:?}");
        };
        check(
            &["序", "号", "改革", "事项", "主要内容 主要举措 牵头单位 责任单位", "取得阶段性", "成效时间", "3.改革后"],
            7,
        );
        check(&["号", "改革", "主要内容 主要举措 牵头单位 责任单位", "取得阶段性", "成效时间"], 5);
        check(&["改革", "取得阶段性", "成效时间", "2.改革后"], 3);
        check(&["成效时间", "办”从“可用”"], 1);
        check(&["改革", "探索整合"], 0);
        check(&["责任单位强化协同"], 0);
    }
}

//! Rows that a program wrote as objects: `[{"task": "…", "owner": "…"}, …]`, or one object a line.
//!
//! The keys of the first object are the captions. Must not catch a single object, objects inside objects, or an array of words:
//! settings of a program, marks of footnotes. Read here and not by a JSON library, for those forget where a word stood.

use std::iter::Peekable;

use domain::tree::{Cell, Paragraph, Table, TableRow};

use super::PlainTable;
use crate::blank::trim;
use crate::places::Runs;
use crate::source_lines::Part;

/// A table has at least so many rows and columns.
const FEWEST: usize = 2;
/// No object has more keys.
const MOST_KEYS: usize = 48;

/// A character with its line and its place in it.
type Placed = (char, u32, u32);

/// The table that begins at a line with the first object.
pub(super) fn read(parts: &[Part<'_>], start: usize) -> Option<PlainTable> {
    let first = trim(parts.get(start)?.text);
    if !first.starts_with(['[', '{']) {
        return None;
    }
    let rest = parts.get(start..)?;
    let lines = rest.iter().flat_map(|part| {
        let line = part.number;
        (part.column..).zip(part.text.chars()).map(move |(column, c)| (c, line, column)).chain([('\n', line, u32::MAX)])
    });
    let mut reader = Reader { chars: lines.peekable(), line: 0 };
    let objects = reader.objects().unwrap_or_default();
    // Whatever was looked at holds no table of this kind that begins later.
    let end = start + rest.iter().take_while(|part| part.number <= reader.line.max(1)).count().max(1);
    Some(PlainTable { lines: start..end, table: table(&objects) })
}

/// A value with the key before it.
struct Entry {
    key: Paragraph,
    words: Vec<Paragraph>,
}

/// An object with the line it begins on.
struct Object {
    entries: Vec<Entry>,
    line: u32,
    last_line: u32,
}

/// The objects as rows below their keys; no rows where they are none of a table.
fn table(objects: &[Object]) -> Table {
    let Some(first) = objects.first().filter(|_| objects.len() >= FEWEST) else { return Table::default() };
    let keys: Vec<&str> = first.entries.iter().map(|entry| entry.key.text.as_str()).collect();
    let column = |entry: &Entry| keys.iter().position(|key| *key == entry.key.text);
    let known =
        |object: &&Object| object.entries.iter().filter(|entry| column(entry).is_some()).count() * 2 > keys.len();
    if keys.len() < FEWEST || !objects.iter().all(|object| known(&object)) {
        return Table::default();
    }
    let captions = first
        .entries
        .iter()
        .enumerate()
        .map(|(at, entry)| Cell { is_header: true, ..Cell::at(at, vec![entry.key.clone()]) });
    let head = TableRow { cells: captions.collect(), line: first.line, last_line: first.line, page: None };
    let row = |object: &Object| {
        let mut cells: Vec<Cell> =
            object.entries.iter().filter_map(|entry| Some(Cell::at(column(entry)?, entry.words.clone()))).collect();
        cells.sort_by_key(|cell| cell.column);
        cells.dedup_by_key(|cell| cell.column);
        TableRow { cells, line: object.line, last_line: object.last_line, page: None }
    };
    Table { rows: std::iter::once(head).chain(objects.iter().map(row)).collect(), caption: None }
}

struct Reader<I: Iterator<Item = Placed>> {
    chars: Peekable<I>,
    /// The line of the last character taken.
    line: u32,
}

impl<I: Iterator<Item = Placed>> Reader<I> {
    /// The objects of an array, or those that follow each other on lines of their own; `None` where something else stands.
    fn objects(&mut self) -> Option<Vec<Object>> {
        let in_array = self.skip_if('[');
        let mut objects = Vec::new();
        loop {
            match self.peek() {
                Some('{') => objects.push(self.object()?),
                Some(',') if in_array => {
                    self.take();
                }
                Some(']') if in_array => {
                    self.take();
                    return Some(objects);
                }
                _ if in_array => return None,
                _ => return Some(objects),
            }
        }
    }

    fn object(&mut self) -> Option<Object> {
        self.skip_if('{');
        let line = self.line;
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            match self.peek()? {
                '}' => {
                    self.take();
                    return Some(Object { entries, line, last_line: self.line });
                }
                ',' => {
                    self.take();
                }
                '"' if entries.len() < MOST_KEYS => {
                    let key = self.string()?.into_iter().next()?;
                    if !self.skip_if(':') {
                        return None;
                    }
                    let words = self.value()?;
                    entries.push(Entry { key, words });
                }
                _ => return None,
            }
        }
    }

    /// A value in words: a string, a list of strings, a number; nothing for null.
    fn value(&mut self) -> Option<Vec<Paragraph>> {
        match self.peek()? {
            '"' => self.string(),
            '[' => {
                self.take();
                let mut words = Vec::new();
                loop {
                    match self.peek()? {
                        ']' => {
                            self.take();
                            return Some(words);
                        }
                        ',' => {
                            self.take();
                        }
                        '"' => words.extend(self.string()?),
                        _ => return None,
                    }
                }
            }
            c if c.is_ascii_alphanumeric() || c == '-' => Some(self.bare()),
            _ => None,
        }
    }

    /// 12, true; null says nothing.
    fn bare(&mut self) -> Vec<Paragraph> {
        const LONGEST: usize = 32;
        let (mut text, mut runs) = (String::new(), Runs::default());
        while let Some((c, line, column)) =
            self.chars.next_if(|(c, ..)| c.is_ascii_alphanumeric() || "+-.".contains(*c))
        {
            runs.add(text.len(), (line, column));
            text.push(c);
        }
        let says = text != "null" && text.len() <= LONGEST;
        if says { vec![Paragraph { runs: runs.take(), text, ..Paragraph::default() }] } else { Vec::new() }
    }

    /// The words between quotes, a paragraph for each of their lines.
    fn string(&mut self) -> Option<Vec<Paragraph>> {
        self.skip_if('"');
        let mut paragraphs = Vec::new();
        let (mut text, mut runs) = (String::new(), Runs::default());
        let mut end = |text: &mut String, runs: &mut Runs| {
            let text = std::mem::take(text);
            let whole = Paragraph { runs: std::mem::take(runs).take(), text, ..Paragraph::default() };
            let from = whole.text.len() - whole.text.trim_start().len();
            let words = trim(&whole.text).to_owned();
            if !words.is_empty() {
                paragraphs.push(Paragraph {
                    runs: whole.runs_of(from..from + words.len()),
                    text: words,
                    ..Paragraph::default()
                });
            }
        };
        loop {
            let (c, line, column) = self.chars.next().filter(|(c, ..)| *c != '\n')?;
            self.line = line;
            let c = match c {
                '"' => {
                    end(&mut text, &mut runs);
                    return Some(if paragraphs.is_empty() { vec![Paragraph::default()] } else { paragraphs });
                }
                '\\' => match self.escaped()? {
                    '\n' => {
                        end(&mut text, &mut runs);
                        continue;
                    }
                    c => c,
                },
                c => c,
            };
            runs.add(text.len(), (line, column));
            text.push(c);
        }
    }

    /// What stands behind a backslash.
    fn escaped(&mut self) -> Option<char> {
        let (c, ..) = self.chars.next()?;
        Some(match c {
            'n' => '\n',
            'r' | 't' => ' ',
            'u' => {
                let mut code = 0;
                for _ in 0..4 {
                    code = code * 16 + self.chars.next()?.0.to_digit(16)?;
                }
                char::from_u32(code).unwrap_or('\u{FFFD}')
            }
            c => c,
        })
    }

    /// The next character that is no blank, without taking it.
    fn peek(&mut self) -> Option<char> {
        while let Some((_, line, _)) = self.chars.next_if(|(c, ..)| c.is_whitespace()) {
            self.line = line;
        }
        self.chars.peek().map(|(c, ..)| *c)
    }

    /// Takes a character.
    fn take(&mut self) {
        self.line = self.chars.next().map_or(self.line, |(_, line, _)| line);
    }

    /// Takes a character where it comes next.
    fn skip_if(&mut self, wanted: char) -> bool {
        let comes = self.peek() == Some(wanted);
        if comes {
            self.take();
        }
        comes
    }
}

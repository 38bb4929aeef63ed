//! Where in the source the characters of read words stand.

use std::str::Chars;

use domain::tree::Run;

use crate::tags;

/// Follows the characters of a source while the words read from it are put together.
///
/// The words are the source with something left out (marks, entities, carriage returns), in the same order.
#[derive(Debug, Clone)]
pub(crate) struct Places<'a> {
    rest: Chars<'a>,
    line: u32,
    column: u32,
    /// What ends a line of the source.
    line_end: char,
    has_entities: bool,
}

/// An entity has no more characters than this: `&CounterClockwiseContourIntegral;`
const LONGEST_ENTITY: usize = 33;

impl<'a> Places<'a> {
    /// Words with marks left out. `source` begins at a character of a line.
    pub(crate) fn of_marked(source: &'a str, line: u32, column: u32) -> Self {
        Self { rest: source.chars(), line, column, line_end: '\n', has_entities: false }
    }

    /// Words of markup, in which an entity stands for a character.
    pub(crate) fn of_markup(source: &'a str, line: u32, column: u32, line_end: u8) -> Self {
        Self { rest: source.chars(), line, column, line_end: char::from(line_end), has_entities: true }
    }

    /// Line and column of the next character of the words.
    pub(crate) fn next(&mut self, wanted: char) -> (u32, u32) {
        loop {
            let place = (self.line, self.column);
            let Some(found) = self.rest.clone().next() else { return place };
            // Where marks are left out, too, an `&` may be of an address that was.
            if found == '&' && (self.has_entities || self.begins_entity_of(wanted)) {
                self.skip_entity(wanted == '&');
                return place;
            }
            if found == wanted {
                self.step();
                return place;
            }
            match found {
                // Line ends of every kind are read as one.
                '\r' if wanted == '\n' => {
                    self.step();
                    if self.rest.clone().next() == Some('\n') {
                        self.step();
                    }
                    return place;
                }
                _ if self.has_entities || wanted == '\n' => return place,
                _ => self.step(),
            }
        }
    }

    /// Whether what follows is an entity of this character.
    fn begins_entity_of(&self, wanted: char) -> bool {
        let rest = self.rest.as_str();
        let entity = tags::entity_end(rest).and_then(|end| rest.get(..end));
        entity.is_some_and(|entity| {
            let stands_for = tags::without_entities(entity).chars().next();
            stands_for.is_some_and(|c| c == wanted || c.is_whitespace() && wanted.is_whitespace())
        })
    }

    /// Passes an entity, or a bare `&` where that is wanted and no `;` ends it.
    fn skip_entity(&mut self, may_be_bare: bool) {
        let mut behind = self.clone();
        behind.step();
        let bare = behind.clone();
        for length in 0..LONGEST_ENTITY {
            match behind.rest.clone().next() {
                Some(';') if length > 0 => {
                    behind.step();
                    *self = behind;
                    return;
                }
                Some(c) if c.is_ascii_alphanumeric() || c == '#' => behind.step(),
                _ => break,
            }
        }
        *self = if may_be_bare { bare } else { behind };
    }

    fn step(&mut self) {
        match self.rest.next() {
            Some(c) if c == self.line_end => {
                self.line = self.line.saturating_add(1);
                self.column = 0;
            }
            Some(_) => self.column = self.column.saturating_add(1),
            None => {}
        }
    }
}

/// The runs of words put together character by character.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    runs: Vec<Run>,
    /// Where the next character stands if it belongs to the last run.
    next: (u32, u32),
}

impl Runs {
    /// The character that begins at byte `at` of the words stands here.
    pub(crate) fn add(&mut self, at: usize, (line, column): (u32, u32)) {
        if self.runs.is_empty() || self.next != (line, column) {
            self.runs.push(Run { start: at, line, page: None, column });
        }
        self.next = (line, column.saturating_add(1));
    }

    /// A blank between words stands for one of the source.
    pub(crate) fn add_blank(&mut self) {
        self.next.1 = self.next.1.saturating_add(1);
    }

    /// The runs so far.
    pub(crate) fn take(&mut self) -> Vec<Run> {
        std::mem::take(&mut self.runs)
    }
}

/// The runs of words that are the source with marks left out.
pub(crate) fn runs_of_marked(words: &str, source: &str, line: u32, column: u32) -> Vec<Run> {
    let mut places = Places::of_marked(source, line, column);
    let mut runs = Runs::default();
    for (at, c) in words.char_indices() {
        runs.add(at, places.next(c));
    }
    runs.take()
}

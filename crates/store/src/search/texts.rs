//! The texts behind the index, unpacked once each while a search is answered.

use std::collections::HashMap;
use std::rc::Rc;

use super::mark::{SHOWN, first_match};
use super::verify::holds;
use crate::sources::RunningText;
use crate::{Reader, StoreError};

/// So many bytes of text are kept unpacked: what was looked at to find it is looked at again to show it.
const KEPT: usize = 16 << 20;

/// Lines of files and readings of notices met on the way.
pub(super) struct Texts<'a> {
    reader: Reader<'a>,
    lines: HashMap<i64, Rc<RunningText>>,
    bytes: usize,
    /// The first line of each measure of a notice, by its key.
    measures: HashMap<i64, HashMap<i64, u32>>,
}

/// Where a notice stands in its file.
struct Extent {
    source: i64,
    first: u32,
    last: u32,
}

impl<'a> Texts<'a> {
    pub(super) fn new(reader: Reader<'a>) -> Self {
        Self { reader, lines: HashMap::new(), bytes: 0, measures: HashMap::new() }
    }

    /// Whether each of the words stands in the text of the notice or in what is known of it.
    pub(super) fn notice_holds(&mut self, notice: i64, words: &str) -> Result<bool, StoreError> {
        let mut statement = self.reader.connection.prepare_cached(include_str!("notice_facts.sql"))?;
        let (extent, facts) = statement.query_row([notice], |row| {
            let facts: [Option<String>; 4] =
                [row.get("title")?, row.get("notice_title")?, row.get("number")?, row.get("issuers")?];
            let extent =
                Extent { source: row.get("source")?, first: row.get("first_line")?, last: row.get("last_line")? };
            Ok((extent, facts))
        })?;
        let (text, _) = self.text(&extent)?;
        Ok(holds(words, facts.iter().flatten().map(String::as_str).chain([text.as_str()])))
    }

    /// The text of a notice around the place where the first word stands, from the line before it on; and its line.
    pub(super) fn first_place(&mut self, notice: i64, words: &[String]) -> Result<(String, Option<u32>), StoreError> {
        let extent = "SELECT source, first_line, last_line FROM notices WHERE id = ?1";
        let mut statement = self.reader.connection.prepare_cached(extent)?;
        let extent = statement.query_row([notice], |row| {
            Ok(Extent { source: row.get("source")?, first: row.get("first_line")?, last: row.get("last_line")? })
        })?;
        let (mut text, lines) = self.text(&extent)?;
        let Some(first) = first_match(&text, words) else { return Ok((text, None)) };
        let index = lines.partition_point(|&(start, _)| start <= first.start).saturating_sub(1);
        let line = lines.get(index).map(|&(_, number)| number);
        let start = lines.get(index.saturating_sub(1)).map_or(0, |&(start, _)| start);
        // No more is shown behind the word.
        let behind = text.get(first.end..).unwrap_or_default();
        let end = behind.char_indices().nth(SHOWN + 1).map_or(text.len(), |(at, _)| first.end + at);
        text.truncate(end);
        Ok((text.split_off(start), line))
    }

    /// The line that the measure of a task begins on.
    pub(super) fn line_of_task(&mut self, task: i64) -> Result<Option<u32>, StoreError> {
        let place = "SELECT notice, measure FROM tasks WHERE id = ?1";
        let mut statement = self.reader.connection.prepare_cached(place)?;
        let (notice, measure): (Option<i64>, Option<i64>) =
            statement.query_row([task], |row| Ok((row.get("notice")?, row.get("measure")?)))?;
        let (Some(notice), Some(measure)) = (notice, measure) else { return Ok(None) };
        if !self.measures.contains_key(&notice) {
            let measures = self.reader.reading(notice)?;
            self.measures.insert(notice, measures.iter().map(|measure| (measure.key, measure.line)).collect());
        }
        Ok(self.measures.get(&notice).and_then(|lines| lines.get(&measure)).copied())
    }

    /// The lines of a notice as one text, and where each begins in it.
    fn text(&mut self, extent: &Extent) -> Result<(String, Vec<(usize, u32)>), StoreError> {
        let mut text = String::new();
        let mut lines = Vec::new();
        let extent_lines = extent.first..=extent.last;
        for (number, line) in self.lines(extent.source)?.lines().filter(|(number, _)| extent_lines.contains(number)) {
            lines.push((text.len(), number));
            text.push_str(line);
        }
        Ok((text, lines))
    }

    fn lines(&mut self, source: i64) -> Result<Rc<RunningText>, StoreError> {
        if let Some(lines) = self.lines.get(&source) {
            return Ok(Rc::clone(lines));
        }
        let lines = Rc::new(self.reader.running_text(source)?);
        self.bytes += lines.len();
        if self.bytes > KEPT {
            self.lines.clear();
            self.bytes = 0;
        }
        self.lines.insert(source, Rc::clone(&lines));
        Ok(lines)
    }
}

//! What was read of a traditional text, in the characters of the source: what was written is kept.
//!
//! The rules read simplified characters, one for one; so the words of a field stand in the read text where their printed
//! form stands in the source. Words that stand nowhere so (put together from several places) take, character by
//! character, what the source prints most often for each.

use std::collections::HashMap;

use domain::Measure;
use domain::tree::DocumentTree;

use crate::Document;
use crate::letters::without_blanks;

/// So many bytes behind its first line a field's words are looked for.
const REACH: usize = 30_000;

/// The text of a source as it is read and as it is printed, blanks left out: one character stands for one.
#[derive(Debug, Default)]
pub(crate) struct Printed {
    read: String,
    printed: Vec<char>,
    /// Line, byte of `read` and place in `printed` at which each paragraph begins.
    starts: Vec<(u32, usize, usize)>,
    /// The printed character that stands most often for each that is read.
    usual: HashMap<char, char>,
}

impl Printed {
    /// Lays a tree as printed beside the same as read.
    pub(crate) fn of(printed: &DocumentTree, read: &DocumentTree) -> Self {
        let mut text = Self::default();
        let mut counts: HashMap<(char, char), usize> = HashMap::new();
        for (printed, read) in super::paragraphs(printed).zip(super::paragraphs(read)) {
            let line = read.runs.first().map_or(0, |run| run.line);
            text.starts.push((line, text.read.len(), text.printed.len()));
            let seen = printed.text.chars().filter(|c| !c.is_whitespace() && !super::has_no_width(*c));
            for (read, printed) in read.text.chars().filter(|c| !c.is_whitespace()).zip(seen) {
                text.read.push(read);
                text.printed.push(printed);
                *counts.entry((read, printed)).or_default() += 1;
            }
        }
        let mut best: HashMap<char, usize> = HashMap::new();
        for ((read, printed), count) in counts {
            let known = best.entry(read).or_default();
            if count > *known || (count == *known && text.usual.get(&read).is_some_and(|usual| printed < *usual)) {
                *known = count;
                text.usual.insert(read, printed);
            }
        }
        text
    }

    /// Gives a document back the characters of its source.
    pub(crate) fn restore(&self, document: &mut Document) {
        let line = document.first_line;
        let facts = &mut document.facts;
        let names = facts.issuers.iter_mut().chain([&mut facts.title]);
        let more = [&mut facts.notice_title, &mut facts.number, &mut facts.organizer];
        names.chain(more.into_iter().flatten()).for_each(|words| self.put_back(words, line));
        document.measures.iter_mut().for_each(|measure| self.restore_measure(measure));
    }

    fn restore_measure(&self, measure: &mut Measure) {
        let line = measure.line;
        let people = &mut measure.people;
        let columns = measure.columns.iter_mut().flat_map(|column| [&mut column.heading, &mut column.text]);
        let words = std::iter::once(&mut measure.text)
            .chain(&mut measure.title)
            .chain(&mut measure.section)
            .chain(&mut measure.units.leads)
            .chain(&mut measure.units.co_units)
            .chain(&mut measure.units.section_leads)
            .chain(&mut people.leaders)
            .chain(&mut people.responsible)
            .chain(&mut people.contacts)
            .chain(&mut measure.deadline.raw)
            .chain(columns);
        words.for_each(|words| self.put_back(words, line));
    }

    /// Puts the printed characters in the place of the read ones; blanks stay.
    fn put_back(&self, words: &mut String, line: u32) {
        let bare = without_blanks(words);
        let mut printed = self.place_of(&bare, line).map(|place| self.printed.iter().skip(place));
        let put = |c: char| match &mut printed {
            _ if c.is_whitespace() => c,
            Some(printed) => printed.next().copied().unwrap_or(c),
            None => self.usual.get(&c).copied().unwrap_or(c),
        };
        *words = words.chars().map(put).collect();
    }

    /// Where some words stand in the source, from a line on.
    fn place_of(&self, words: &str, line: u32) -> Option<usize> {
        let at = self.starts.partition_point(|(known, ..)| *known < line);
        let (_, start, place) = *self.starts.get(at)?;
        let mut end = self.read.len().min(start + REACH);
        while !self.read.is_char_boundary(end) {
            end += 1;
        }
        let within = self.read.get(start..end)?;
        let found = within.find(words).filter(|_| !words.is_empty())?;
        Some(place + within.get(..found)?.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_kept() {
        let printed = DocumentTree::of_lines(["關於發展的通知", "由市財政局於年底前 完成。"]);
        let read = DocumentTree::of_lines(["关于发展的通知", "由市财政局于年底前 完成。"]);
        let text = Printed::of(&printed, &read);
        let check = |words: &str, line, expected: &str| {
            let mut words = words.to_owned();
            text.put_back(&mut words, line);
            assert_eq!(words, expected);
        };
        check("关于发展的通知", 1, "關於發展的通知");
        check("市财政局", 2, "市財政局");
        check("年底前完成。", 2, "年底前完成。");
        // Put together: character by character.
        check("发展财政", 1, "發展財政");
    }
}

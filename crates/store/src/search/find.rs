//! Answering a search.
//!
//! What is found is exact: a notice or task is a hit when each word of the question is a run of its text. The dictionary
//! only orders hits, offers other words, and cuts a question that has no literal answer.

use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::mark::{Folded, Segment, around, mark};
use super::{pairs, words};
use crate::as_of::AsOf;
use crate::rows::bind;
use crate::{NoticeId, Reader, StoreError, TaskId};

/// What kind of thing a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HitKind {
    /// A notice.
    Notice,
    /// A task.
    Task,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Vec<Segment>,
    /// The words around the first match.
    pub excerpt: Vec<Segment>,
    /// Line of the source file with the first match.
    pub line: Option<u32>,
}

/// The answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// How many in all.
    pub total: u32,
    /// The best of them.
    pub hits: Vec<Hit>,
    /// Other words to try.
    pub suggestions: Vec<String>,
}

/// Something found, before it is shown.
struct Candidate {
    kind: HitKind,
    number: i64,
    id: String,
    title: String,
    score: u32,
}

/// How many candidates are looked at closely for each hit that is shown.
const CLOSE_LOOKS: usize = 2;

impl Reader<'_> {
    /// What contains all of these words.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn search(&self, question: &str, limit: u32) -> Result<Found, StoreError> {
        self.search_as_of(question, None, limit)
    }

    /// What contains all of these words, of what was there on the day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn search_as_of(&self, question: &str, as_of: Option<NaiveDate>, limit: u32) -> Result<Found, StoreError> {
        if pairs::fold(question).is_empty() {
            return Ok(Found::default());
        }
        let mut asked = question.to_owned();
        let mut candidates = self.candidates(&asked, as_of)?;
        let mut suggestions = words::cut(question);
        suggestions.retain(|word| word != question.trim() && !question.split_whitespace().any(|typed| typed == word));
        if candidates.is_empty() && !suggestions.is_empty() {
            asked = suggestions.join(" ");
            candidates = self.candidates(&asked, as_of)?;
        }
        let mut hits = Vec::new();
        for word in std::mem::take(&mut suggestions) {
            if !self.candidates(&word, as_of)?.is_empty() {
                suggestions.push(word);
            }
        }
        let total = u32::try_from(candidates.len()).unwrap_or(u32::MAX);
        let folded: Vec<String> = asked.split_whitespace().map(pairs::fold).filter(|word| !word.is_empty()).collect();
        rank_by_title(&mut candidates, &folded);
        candidates.truncate(limit as usize * CLOSE_LOOKS);
        for candidate in candidates {
            hits.push((candidate.score, self.show(candidate, &folded)?));
        }
        for (score, hit) in &mut hits {
            *score += closeness(hit, &folded);
        }
        hits.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        hits.truncate(limit as usize);
        Ok(Found { total, hits: hits.into_iter().map(|(_, hit)| hit).collect(), suggestions })
    }

    /// Names and titles that contain what has been typed so far.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn suggest(&self, typed: &str, limit: u32) -> Result<Vec<String>, StoreError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(Vec::new());
        }
        let mut statement = self.connection.prepare_cached(include_str!("suggest.sql"))?;
        let rows = statement.query_map(named_params! { ":typed": typed, ":limit": limit }, |row| row.get("text"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn candidates(&self, asked: &str, as_of: Option<NaiveDate>) -> Result<Vec<Candidate>, StoreError> {
        let mut candidates = Vec::new();
        let Some(question) = pairs::question(asked) else { return Ok(candidates) };
        let statements = [include_str!("notices_matching.sql"), include_str!("tasks_matching.sql")];
        for (kind, sql) in [HitKind::Notice, HitKind::Task].into_iter().zip(statements) {
            let mut statement = self.connection.prepare_cached(sql)?;
            bind(&mut statement, &[(":question", question.clone().into()), AsOf(as_of).value()])?;
            let mut rows = statement.raw_query();
            while let Some(row) = rows.next()? {
                let id = match kind {
                    HitKind::Notice if !was_there(row, as_of)? => continue,
                    HitKind::Notice => row.get::<_, NoticeId>("uid")?.to_string(),
                    HitKind::Task => row.get::<_, TaskId>("uid")?.to_string(),
                };
                candidates.push(Candidate { kind, number: row.get("id")?, id, title: row.get("title")?, score: 0 });
            }
        }
        Ok(candidates)
    }

    fn show(&self, candidate: Candidate, words: &[String]) -> Result<Hit, StoreError> {
        let (text, line) = match candidate.kind {
            HitKind::Notice => self.first_place(candidate.number, words)?,
            HitKind::Task => self.task_text(candidate.number, &candidate.id)?,
        };
        Ok(Hit {
            kind: candidate.kind,
            id: candidate.id,
            title: mark(&candidate.title, words),
            excerpt: mark(&around(&text, words), words),
            line,
        })
    }

    /// The text of a notice from the line on where the first word stands, a little before it.
    fn first_place(&self, notice: i64, words: &[String]) -> Result<(String, Option<u32>), StoreError> {
        let extent = "SELECT source, first_line, last_line FROM notices WHERE id = ?1";
        let (source, first, last): (i64, u32, u32) = self
            .connection
            .prepare_cached(extent)?
            .query_row([notice], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let mut text = String::new();
        let mut lines: Vec<(usize, u32)> = Vec::new();
        for line in self.all_lines(source)?.into_iter().filter(|line| (first..=last).contains(&line.number)) {
            lines.push((text.len(), line.number));
            text.push_str(&line.text);
        }
        let folded = Folded::of(&text);
        let first = words.iter().filter_map(|word| folded.find(word).next()).map(|range| range.start).min();
        let Some(first) = first else { return Ok((text, None)) };
        let index = lines.partition_point(|&(start, _)| start <= first).saturating_sub(1);
        let line = lines.get(index).map(|&(_, number)| number);
        let start = lines.get(index.saturating_sub(1)).map_or(0, |&(start, _)| start);
        Ok((text.split_off(start), line))
    }

    fn task_text(&self, task: i64, id: &str) -> Result<(String, Option<u32>), StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("task_text.sql"))?;
        let text = statement.query_row([task], |row| row.get("text"))?;
        Ok((text, self.measure_of_task(&TaskId::from(id))?.map(|measure| measure.line)))
    }
}

/// Whether a notice that was found counts as having been there on the day.
fn was_there(row: &Row<'_>, day: Option<NaiveDate>) -> Result<bool, StoreError> {
    let Some(day) = day else { return Ok(true) };
    let (issued, number, title) =
        (row.get("issued")?, row.get::<_, Option<String>>("number")?, row.get::<_, String>("title")?);
    Ok(domain::first_day(issued, number.as_deref(), &title).is_none_or(|first| first <= day))
}

/// Words in the title first; among equals notices before tasks, then the order they came in.
fn rank_by_title(candidates: &mut [Candidate], words: &[String]) {
    for candidate in candidates.iter_mut() {
        let title = pairs::fold(&candidate.title);
        let in_title = words.iter().filter(|word| title.contains(word.as_str())).count();
        candidate.score = u32::try_from(in_title * 10).unwrap_or_default();
    }
    candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
}

/// Whether the words stand as words where they are shown.
fn closeness(hit: &Hit, words: &[String]) -> u32 {
    let shown: String = hit.title.iter().chain(&hit.excerpt).map(|part| part.text.as_str()).collect();
    let shown = pairs::fold(&shown);
    let alone = words.iter().filter(|word| words::stands_alone(&shown, word)).count();
    u32::try_from(alone * 4).unwrap_or_default()
}

//! Answering a search.
//!
//! What is found is exact: a notice or task is a hit when each word of the question is a run of its text. The dictionary
//! only orders hits, offers other words, and cuts a question that has no literal answer.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::mark::{Segment, around, mark};
use super::pairs::Question;
use super::texts::Texts;
use super::{pairs, words};
use crate::rows::{Named, bind};
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
    /// Whether each of them was looked at; otherwise the number is what the index names, and may be too large.
    pub is_exact: bool,
    /// The best of them.
    pub hits: Vec<Hit>,
    /// Other words to try.
    pub suggestions: Vec<String>,
}

/// How many candidates are looked at closely for each hit that is shown.
const CLOSE_LOOKS: usize = 2;

/// So many notices and tasks that the index names are weighed; of a word that stands nearly everywhere the first ones are
/// as good as the rest. Where texts have to be looked at, fewer notices: their lines are packed.
const MOST: u32 = 2_000;
const MOST_NOTICES_VERIFIED: u32 = 100;

/// Something found, before it is shown.
struct Candidate {
    kind: HitKind,
    number: i64,
    id: String,
    title: String,
    score: u32,
}

/// What the index and the texts say to a question.
#[derive(Default)]
struct Candidates {
    list: Vec<Candidate>,
    total: u32,
    is_exact: bool,
}

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
        // A comma stands everywhere and says nothing.
        if !question.chars().any(char::is_alphanumeric) {
            return Ok(Found::default());
        }
        let mut texts = Texts::new(*self);
        let mut asked = question.to_owned();
        let mut found = self.candidates(&asked, as_of, &mut texts)?;
        let mut suggestions = if words::can_be_cut(question) { words::cut(question) } else { Vec::new() };
        suggestions.retain(|word| word != question.trim() && !question.split_whitespace().any(|typed| typed == word));
        if found.list.is_empty() && !suggestions.is_empty() {
            asked = suggestions.join(" ");
            found = self.candidates(&asked, as_of, &mut texts)?;
        }
        let mut occurring = Vec::new();
        for word in suggestions {
            let occurs = match as_of {
                None => self.occurs(&word)?,
                Some(_) => !self.candidates(&word, as_of, &mut texts)?.list.is_empty(),
            };
            if occurs {
                occurring.push(word);
            }
        }
        let Candidates { list: mut candidates, total, is_exact } = found;
        let folded: Vec<String> = asked.split_whitespace().map(pairs::fold).filter(|word| !word.is_empty()).collect();
        rank_by_title(&mut candidates, &folded);
        candidates.truncate(limit as usize * CLOSE_LOOKS);
        // One alone needs no place in an order, and so no dictionary.
        let are_several = candidates.len() > 1;
        let mut hits = Vec::new();
        for candidate in candidates {
            let hit = self.show(&candidate, &folded, &mut texts)?;
            let closeness = if are_several { closeness(&hit, &folded) } else { 0 };
            hits.push((candidate.score + closeness, candidate.number, hit));
        }
        hits.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
        hits.truncate(limit as usize);
        let mut shown = Vec::new();
        for (_, number, mut hit) in hits {
            if hit.kind == HitKind::Task {
                hit.line = texts.line_of_task(number)?;
            }
            shown.push(hit);
        }
        Ok(Found { total, is_exact, hits: shown, suggestions: occurring })
    }

    /// Names and titles that contain what has been typed so far, of what was there on the day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn suggest(&self, typed: &str, as_of: Option<NaiveDate>, limit: u32) -> Result<Vec<String>, StoreError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(Vec::new());
        }
        let Some(question) = pairs::question(typed) else { return Ok(Vec::new()) };
        let mut found: Vec<String> = Vec::new();
        // Names of units before titles of notices before titles of tasks: what would not be shown is not looked for.
        for among in [
            as_of_day(include_str!("suggest_units.sql"), UNITS_THERE, as_of),
            as_of_day(include_str!("suggest_notices.sql"), NOTICES_THERE, as_of),
            as_of_day(include_str!("suggest_tasks.sql"), TASKS_THERE, as_of),
        ] {
            let mut statement = self.connection.prepare_cached(&among)?;
            let values = [
                (":typed", typed.to_owned().into()),
                (":question", question.asked.clone().into()),
                (":most", MOST.into()),
                day(as_of),
            ];
            bind(&mut statement, &values)?;
            let mut rows = statement.raw_query();
            while found.len() < limit as usize
                && let Some(row) = rows.next()?
            {
                let text: String = row.get("text")?;
                if !found.contains(&text) {
                    found.push(text);
                }
            }
            if found.len() >= limit as usize {
                break;
            }
        }
        Ok(found)
    }

    fn candidates(
        &self,
        asked: &str,
        as_of: Option<NaiveDate>,
        texts: &mut Texts<'_>,
    ) -> Result<Candidates, StoreError> {
        let Some(question) = pairs::question(asked) else { return Ok(Candidates::default()) };
        let mut all = Candidates { is_exact: true, ..Candidates::default() };
        self.notices_matching(&question, as_of, texts, &mut all)?;
        self.tasks_matching(&question, as_of, &mut all)?;
        Ok(all)
    }

    fn notices_matching(
        &self,
        question: &Question,
        as_of: Option<NaiveDate>,
        texts: &mut Texts<'_>,
        all: &mut Candidates,
    ) -> Result<(), StoreError> {
        let most = if question.to_verify.is_some() { MOST_NOTICES_VERIFIED } else { MOST };
        let matching = as_of_day(include_str!("notices_matching.sql"), NOTICES_THERE, as_of);
        let mut statement = self.connection.prepare_cached(&matching)?;
        bind(&mut statement, &[(":question", question.asked.clone().into()), (":most", most.into()), day(as_of)])?;
        let mut rows = statement.raw_query();
        let mut named = 0;
        let mut matching: Vec<(Option<i64>, Candidate)> = Vec::new();
        while let Some(row) = rows.next()? {
            named += 1;
            let number = row.get("id")?;
            if let Some(words) = &question.to_verify
                && !texts.notice_holds(number, words)?
            {
                continue;
            }
            let id = row.get::<_, NoticeId>("uid")?.to_string();
            let candidate = Candidate { kind: HitKind::Notice, number, id, title: row.get("title")?, score: 0 };
            matching.push((row.get("duplicate_of")?, candidate));
        }
        let numbers: HashSet<i64> = matching.iter().map(|(_, candidate)| candidate.number).collect();
        // A repetition is found only where its original is not.
        matching.retain(|(original, _)| original.is_none_or(|original| !numbers.contains(&original)));
        let count = "SELECT count(*) FROM notice_index AS i{there} WHERE i.notice_index MATCH :question";
        let count = as_of_day(count, NOTICES_THERE, as_of);
        self.add_total(all, (named == most, matching.len()), &count, question, as_of)?;
        all.list.extend(matching.into_iter().map(|(_, candidate)| candidate));
        Ok(())
    }

    fn tasks_matching(
        &self,
        question: &Question,
        as_of: Option<NaiveDate>,
        all: &mut Candidates,
    ) -> Result<(), StoreError> {
        let matching = as_of_day(include_str!("tasks_matching.sql"), TASKS_THERE, as_of);
        let mut statement = self.connection.prepare_cached(&matching)?;
        bind(&mut statement, &[(":question", question.asked.clone().into()), (":most", MOST.into()), day(as_of)])?;
        let mut rows = statement.raw_query();
        let (mut named, mut matching) = (0, 0);
        while let Some(row) = rows.next()? {
            named += 1;
            if let Some(words) = &question.to_verify
                && !self.task_holds(row, words)?
            {
                continue;
            }
            matching += 1;
            let id = row.get::<_, TaskId>("uid")?.to_string();
            let (number, title) = (row.get("id")?, row.get("title")?);
            all.list.push(Candidate { kind: HitKind::Task, number, id, title, score: 0 });
        }
        let count = "SELECT count(*) FROM task_index AS i{there} WHERE i.task_index MATCH :question";
        let count = as_of_day(count, TASKS_THERE, as_of);
        self.add_total(all, (named == MOST, matching), &count, question, as_of)
    }

    /// Adds how many match: those counted, or, where not all were looked at, those that the index names.
    fn add_total(
        &self,
        all: &mut Candidates,
        (are_more, matching): (bool, usize),
        count: &str,
        question: &Question,
        as_of: Option<NaiveDate>,
    ) -> Result<(), StoreError> {
        if are_more {
            let mut statement = self.connection.prepare_cached(count)?;
            bind(&mut statement, &[(":question", question.asked.clone().into()), day(as_of)])?;
            let mut rows = statement.raw_query();
            all.total += rows.next()?.map_or(Ok(0), |row| row.get::<_, u32>(0))?;
            all.is_exact = false;
        } else {
            all.total += u32::try_from(matching).unwrap_or(u32::MAX);
        }
        Ok(())
    }

    /// Whether the pairs of a word stand anywhere.
    fn occurs(&self, word: &str) -> Result<bool, StoreError> {
        let Some(question) = pairs::question(word) else { return Ok(false) };
        let occurs = "SELECT EXISTS (SELECT 1 FROM notice_index WHERE notice_index MATCH ?1)
            OR EXISTS (SELECT 1 FROM task_index WHERE task_index MATCH ?1)";
        Ok(self.connection.prepare_cached(occurs)?.query_row([question.asked], |row| row.get(0))?)
    }

    fn show(&self, candidate: &Candidate, words: &[String], texts: &mut Texts<'_>) -> Result<Hit, StoreError> {
        let (text, line) = match candidate.kind {
            HitKind::Notice => texts.first_place(candidate.number, words)?,
            HitKind::Task => {
                let mut statement = self.connection.prepare_cached(include_str!("task_text.sql"))?;
                (statement.query_row([candidate.number], |row| row.get("text"))?, None)
            }
        };
        Ok(Hit {
            kind: candidate.kind,
            id: candidate.id.clone(),
            title: mark(&candidate.title, words),
            excerpt: mark(&around(&text, words), words),
            line,
        })
    }
}

/// What of the index was there on a day, as part of a statement.
const TASKS_THERE: &str = " CROSS JOIN tasks AS n ON n.id = i.rowid AND n.begins <= :day";
const NOTICES_THERE: &str =
    concat!(" CROSS JOIN notices AS n ON n.id = i.rowid AND ", include_str!("../notices/was_there.sql"));
const UNITS_THERE: &str = concat!(" AND ", include_str!("unit_was_there.sql"));

/// The statement, narrowed to what was there on the day: before a limit cuts off what was.
fn as_of_day(statement: &str, there: &str, as_of: Option<NaiveDate>) -> String {
    statement.replace("{there}", if as_of.is_some() { there } else { "" })
}

fn day(as_of: Option<NaiveDate>) -> Named {
    (":day", as_of.map(|day| day.to_string()).into())
}

/// Words in the title first; among equals notices before tasks, then the order they came in.
fn rank_by_title(candidates: &mut [Candidate], words: &[String]) {
    for candidate in candidates.iter_mut() {
        let in_title = words.iter().filter(|word| pairs::stands_in(&candidate.title, word)).count();
        candidate.score = u32::try_from(in_title * 10).unwrap_or_default();
    }
    candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
}

/// Whether the words stand as words where they are shown.
fn closeness(hit: &Hit, words: &[String]) -> u32 {
    let shown: String = hit.title.iter().chain(&hit.excerpt).map(|part| part.text.as_str()).collect();
    let shown = pairs::fold(&shown);
    u32::try_from(words::standing_alone(&shown, words) * 4).unwrap_or_default()
}

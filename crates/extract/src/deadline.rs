//! By when: every kind of time a notice states for a measure.
//!
//! Expressions of time are found ([`scan`]), judged in their sentence ([`judge`]) and turned into the last day they
//! allow ([`calendar`]). Times that count from the issue ([`relative`]) and rhythms ([`rhythm`]) have rules of their own.

mod calendar;
mod cell;
mod doubt;
mod judge;
mod relative;
mod rhythm;
mod scan;
mod surroundings;
mod working_days;

use chrono::{Datelike, NaiveDate};
use domain::{Deadline, DeadlineKind, Milestone, NoticeFacts, Proposal, Validity};

use judge::Meaning;
use scan::Found;

pub use cell::{read_cell, states_time};
pub use doubt::doubts;

/// What a document says that its times rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DeadlineContext {
    /// Day of issue.
    pub issued: Option<NaiveDate>,
    /// The year a time without a year belongs to: the plan's own (2023年工作要点), else the year of issue.
    pub year: Option<i32>,
    /// Last year of the plan period in the title: 三年行动计划（2023—2025年）.
    pub period_end: Option<i32>,
    /// Last day of force.
    pub expires: Option<NaiveDate>,
}

impl DeadlineContext {
    /// What the facts of a notice give.
    pub fn of(facts: &NoticeFacts) -> Self {
        let titles = [Some(facts.title.as_str()), facts.notice_title.as_deref()];
        let years: Vec<(i32, bool)> = titles.iter().flatten().flat_map(|title| title_years(title)).collect();
        let issued_year = facts.issued.or(facts.effective).map(|day| day.year());
        let own = years.iter().find(|(_, range)| !range).map(|(year, _)| *year);
        let period_end = years.iter().find(|(_, range)| *range).map(|(year, _)| *year);
        Self {
            issued: facts.issued,
            year: own.or(issued_year).or(facts.expires.map(|day| day.year())),
            period_end,
            expires: facts.expires,
        }
    }
}

/// The years a title names, and whether each closes a range; numbers of cited texts are none.
fn title_years(title: &str) -> Vec<(i32, bool)> {
    let chars: Vec<char> = title.chars().collect();
    scan::scan(&chars)
        .into_iter()
        .filter_map(|found| match found.time {
            scan::Time::Year(scan::Year::Given(year)) => Some((year, found.during)),
            scan::Time::Plan(year) => Some((year, true)),
            _ => None,
        })
        .collect()
}

/// The deadline that the sentences of a clause state.
pub fn read(text: &str, context: &DeadlineContext) -> Deadline {
    read_with_rule(text, context).0
}

/// The deadline that the sentences of a clause state, and the rule that took its words for one; no rule where there are
/// no words.
pub fn read_with_rule(text: &str, context: &DeadlineContext) -> (Deadline, &'static str) {
    let chars: Vec<char> = text.chars().collect();
    let mut reading = Reading::default();
    for found in scan::scan(&chars) {
        let around = surroundings::of(&chars, &found);
        match judge::judge(&found, &around) {
            Meaning::Deadline(rule) => reading.deadline(&chars, &found, context, rule),
            Meaning::Validity => reading.validity(&chars, &found, context),
            Meaning::Nothing => {}
        }
    }
    if let Some(relative) = relative::find(&chars, context.issued) {
        reading.relative(&relative);
    }
    let (mut deadline, mut rule) = reading.finish();
    if deadline.kind == DeadlineKind::None {
        if let Some(rhythm) = rhythm::of_reporting(text) {
            deadline.kind = DeadlineKind::Periodic;
            deadline.raw = Some(rhythm.to_owned());
            rule = "deadline.rhythm";
        } else {
            deadline.proposal = proposal(context);
        }
    }
    (deadline, rule)
}

/// The day that the document suggests for a measure without a time of its own.
pub fn proposal(context: &DeadlineContext) -> Option<Proposal> {
    if let Some(year) = context.period_end {
        return Some(Proposal { raw: format!("规划期至{year}年"), due: calendar::end_of_month(year, 12)? });
    }
    if let Some(due) = context.expires {
        return Some(Proposal { raw: format!("有效期至{due}"), due });
    }
    None
}

/// A time that was taken for a deadline.
#[derive(Debug, Clone)]
struct Time {
    raw: String,
    due: NaiveDate,
    kind: DeadlineKind,
    rule: &'static str,
}

/// What has been read of a clause or cell so far.
#[derive(Debug, Default)]
struct Reading {
    /// Each time.
    times: Vec<Time>,
    /// Words, kind and rule of a time whose day cannot be told.
    undated: Option<(String, DeadlineKind, &'static str)>,
    /// The run of the policy.
    validity: Option<Validity>,
}

impl Reading {
    /// Takes an expression as a deadline.
    fn deadline(&mut self, chars: &[char], found: &Found, context: &DeadlineContext, rule: &'static str) {
        let raw = words(chars, found);
        let kind = calendar::kind(found.time);
        match calendar::last_day(found.time, context) {
            Some(due) => self.times.push(Time { raw, due, kind, rule }),
            None => self.undated = Some((raw, kind, rule)),
        }
    }

    /// Takes an expression as the end of a run; the latest counts.
    fn validity(&mut self, chars: &[char], found: &Found, context: &DeadlineContext) {
        let until = calendar::last_day(found.time, context);
        if self.validity.as_ref().is_none_or(|known| known.until <= until) {
            self.validity = Some(Validity { raw: words(chars, found), until });
        }
    }

    /// Takes a time counted from the issue.
    fn relative(&mut self, relative: &relative::Relative) {
        let (raw, kind, rule) = (relative.raw.clone(), DeadlineKind::Relative, "deadline.from-issue");
        match relative.due {
            Some(due) => self.times.push(Time { raw, due, kind, rule }),
            None => self.undated = Some((raw, kind, rule)),
        }
    }

    /// The deadline and its rule: the last of the times is due, all are milestones.
    fn finish(mut self) -> (Deadline, &'static str) {
        let mut deadline = Deadline { validity: self.validity.take(), ..Deadline::default() };
        self.times.sort_by_key(|time| time.due);
        match self.times.last().cloned() {
            Some(Time { raw, due, kind, rule }) => {
                deadline.raw = Some(raw);
                deadline.due = Some(due);
                deadline.kind = kind;
                if self.times.len() > 1 {
                    let milestone = |Time { raw, due, .. }| Milestone { raw, due };
                    deadline.milestones = self.times.into_iter().map(milestone).collect();
                }
                (deadline, rule)
            }
            None => {
                let Some((raw, kind, rule)) = self.undated else { return (deadline, "") };
                deadline.raw = Some(raw);
                deadline.kind = kind;
                (deadline, rule)
            }
        }
    }
}

/// The words of an expression with the 到 or 至 before it, blanks removed.
fn words(chars: &[char], found: &Found) -> String {
    let mut from = found.from;
    if from > 0 && matches!(chars.get(from - 1), Some('到' | '至')) {
        from -= 1;
    }
    chars.get(from..found.to).unwrap_or_default().iter().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests;

//! By when: every kind of time a notice states for a measure.
//!
//! Expressions of time are found ([`scan`]: points of the calendar, ranges, times near the issue, feasts and seasons, spans),
//! judged in their sentence ([`meaning`]) and turned into the last day they allow ([`calendar`]). Rhythms ([`rhythm`]) and
//! times without a day ([`stated`]) have rules of their own; so have places that state a time and nothing else ([`cell`]).

mod calendar;
mod cell;
mod characters;
mod closing;
pub(crate) mod doubt;
pub(crate) mod meaning;
mod named;
mod nearby;
mod point;
mod rhythm;
mod scan;
mod span;
mod stated;
mod surroundings;
mod time;
mod title_year;
mod words;
mod working_days;
pub(crate) mod year_elsewhere;
mod year_words;

use chrono::{Datelike, NaiveDate};
use domain::{Deadline, DeadlineKind, Milestone, NoticeFacts, Proposal, Validity};

use crate::numerals;
use doubt::Unsure;
use meaning::Meaning;
use time::Found;
use title_year::TitleYear;

use crate::deadline::meaning::DEADLINE_YEAR_TARGET;
pub use cell::{read_cell, reported_state, states_rhythm, states_time};
pub use doubt::doubts;
pub use year_elsewhere::supply_year;

rules! {
    DEADLINE_WITHOUT_DAY = "deadline.without-day", "写明长期坚持、立行立改等，没有日期";
    DEADLINE_RHYTHM = "deadline.rhythm", "按月、按季等定期报送";
}

/// What a document says that its times rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DeadlineContext {
    /// Day of issue.
    pub issued: Option<NaiveDate>,
    /// The year a time without a year belongs to: the plan's own (2023年工作要点), else the year of issue.
    pub year: Option<i32>,
    /// Where that year was found.
    pub year_source: YearSource,
    /// Last year of the plan period in the title: 三年行动计划（2023—2025年）.
    pub period_end: Option<i32>,
    /// Last day of force.
    pub expires: Option<NaiveDate>,
}

/// Where the year of a document was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum YearSource {
    /// The title names it.
    Title,
    /// The day of issue or of coming into force.
    #[default]
    Issue,
    /// The last day of force or other words of the document, for want of these.
    Elsewhere,
    /// The day of issue, for the title names a year that is not that of the issue: …2024年度审计查出问题整改方案 of 2025.
    BesideTitle,
}

impl DeadlineContext {
    /// What the facts of a notice give.
    pub fn of(facts: &NoticeFacts) -> Self {
        let titles = [Some(facts.title.as_str()), facts.notice_title.as_deref()];
        let years: Vec<TitleYear> = titles.iter().flatten().flat_map(|title| title_year::years(title)).collect();
        let of_number = facts.number.as_deref().and_then(number_year);
        let issued_year = facts.issued.or(facts.effective).map(|day| day.year()).or(of_number);
        let own = years.iter().find(|year| !year.closes_range);
        let (year, year_source) = match (own, issued_year) {
            (Some(own), issued) if issued.is_none_or(|issued| own.may_be_of(issued)) || of_number == Some(own.year) => {
                let sure = issued.is_some() || !own.is_cited;
                (Some(own.year), if sure { YearSource::Title } else { YearSource::Elsewhere })
            }
            (Some(_), Some(issued)) => (Some(issued), YearSource::BesideTitle),
            (_, Some(issued)) => (Some(issued), YearSource::Issue),
            (_, None) => (facts.expires.map(|day| day.year()), YearSource::Elsewhere),
        };
        let period_end = years.iter().find(|year| year.closes_range).map(|year| year.year);
        Self { issued: facts.issued, year_source, year, period_end, expires: facts.expires }
    }
}

/// The year in a document number: 某政办发〔2023〕15号.
fn number_year(number: &str) -> Option<i32> {
    let behind = number.split_once(['〔', '[', '［', '（', '(', '【', '﹝'])?.1;
    let digits = numerals::fold_digits(behind.get(..).unwrap_or_default()).chars().take(4).collect::<String>();
    digits.parse().ok().filter(|year| (1990..=2099).contains(year))
}

/// The deadline that the sentences of a clause state.
pub fn read(text: &str, context: &DeadlineContext) -> Deadline {
    read_with_rule(text, context).0
}

/// The deadline that the sentences of a clause state, and the rule that took its words for one; no rule where there are
/// no words.
pub fn read_with_rule(text: &str, context: &DeadlineContext) -> (Deadline, &'static str) {
    let chars = characters::of(text);
    let mut reading = Reading::default();
    let mut beside = None;
    let all = scan::scan(&chars, false);
    let context = &context.with_year_of(&all);
    for (place, found) in all.iter().enumerate() {
        if rhythm::governs(&chars, found.from) {
            continue;
        }
        let found = reading.carry(&chars, *found);
        if all.get(place + 1).is_some_and(|next| opens(&chars, &found, next)) {
            reading.speak_of_year(&chars, found);
            continue;
        }
        let due = calendar::last_day(found.time, context);
        let around = surroundings::of(&chars, &found, due, context.issued);
        match meaning::time_meaning(&found, &around) {
            // 2012年再提高40元，6月底前下达资金: the limit within the year is when it is done.
            Meaning::Deadline(DEADLINE_YEAR_TARGET) if gives_way(&chars, &found, all.get(place + 1)) => {
                reading.spoken = Some(found);
            }
            Meaning::Deadline(rule) => reading.deadline(&chars, &found, context, rule),
            Meaning::Beside => beside = Some(found),
            Meaning::Validity => reading.validity(&chars, &found, context),
            Meaning::Nothing => reading.speak_of_year(&chars, found),
        }
    }
    if let Some(found) = beside.filter(|_| reading.times.is_empty() && reading.undated.is_none()) {
        reading.deadline(&chars, &found, context, DEADLINE_YEAR_TARGET);
    }
    let (mut deadline, mut rule) = reading.finish();
    if deadline.raw.is_some() {
        return (deadline, rule);
    }
    if !words::may_state_time_without_day(text) {
        deadline.proposal = proposal(context);
    } else if let Some(rhythm) = rhythm::of_text(text) {
        (deadline.kind, deadline.raw, rule) = (DeadlineKind::Periodic, Some(rhythm), DEADLINE_RHYTHM);
    } else if let Some((stated, words)) = stated::of_text(text) {
        (deadline.kind, deadline.raw, rule) = (stated.kind(), Some(words), DEADLINE_WITHOUT_DAY);
    } else {
        deadline.proposal = proposal(context);
    }
    (deadline, rule)
}

/// Whether a time only gives the year to the next: 2024年，6月底前….
fn opens(chars: &[char], found: &Found, next: &Found) -> bool {
    let adjacent = next.from == found.to + 1 && matches!(chars.get(found.to), Some('，' | ',' | '：' | ' '));
    adjacent && next.time.year() == Some(time::Year::Absent) && matches!(found.time, time::Time::Year(_))
}

/// Whether a bare year is followed, in its sentence, by a limit within it.
fn gives_way(chars: &[char], found: &Found, next: Option<&Found>) -> bool {
    let bare = matches!(found.time, time::Time::Year(time::Year::Given(_))) && !found.before && !found.at_end;
    let reached = found.from > 0 && matches!(chars.get(found.from - 1), Some('到' | '至'));
    let limits = |next: &Found| {
        let between = chars.get(found.to..next.from).unwrap_or_default();
        let within = next.time.year() == Some(time::Year::Absent) && next.time.month().is_some();
        // 其中6月底前完成10个 speaks of a part.
        let part = between.windows(2).any(|two| two == ['其', '中']);
        next.before && within && !part && !between.iter().any(|c| matches!(c, '。' | '；' | '\n'))
    };
    bare && !reached && next.is_some_and(limits)
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
    unsure: Option<Unsure>,
}

impl DeadlineContext {
    /// The context with the year that the text itself gives first, where the document gives none: 2026年4月15日前完成排查。年底前销号。
    fn with_year_of(&self, times: &[Found]) -> Self {
        let given = |found: &Found| match found.time.year() {
            Some(time::Year::Given(year)) => Some(year),
            _ => None,
        };
        match times.iter().find_map(given).filter(|_| self.year.is_none()) {
            Some(year) => Self { year: Some(year), year_source: YearSource::Elsewhere, ..*self },
            None => *self,
        }
    }
}

/// What has been read of a clause or cell so far.
#[derive(Debug, Default)]
struct Reading {
    /// Each time.
    times: Vec<Time>,
    /// A time whose day cannot be told.
    undated: Option<(String, DeadlineKind, &'static str, Option<Unsure>)>,
    /// The time of which the next one without a year takes the year.
    spoken: Option<Found>,
    /// The run of the policy.
    validity: Option<Validity>,
}

impl Reading {
    /// An expression without a year with the year of the time before it, in the same sentence.
    fn carry(&self, chars: &[char], found: Found) -> Found {
        let following = found.time.year() == Some(time::Year::Following);
        let Some(spoken) = self.spoken.filter(|_| following || found.time.year() == Some(time::Year::Absent)) else {
            return found;
        };
        let between = chars.get(spoken.to..found.from).unwrap_or_default();
        if between.iter().any(|c| matches!(c, '。' | '\n')) {
            return found;
        }
        Found { time: scan::carried(found.time, spoken.time), ..found }
    }

    /// Keeps a year that stands alone before the months it holds for: 2024年，6月底前….
    fn speak_of_year(&mut self, chars: &[char], found: Found) {
        let given = matches!(found.time, time::Time::Year(time::Year::Given(_)));
        if given && matches!(chars.get(found.to), Some('，' | ',' | '：' | ' ')) {
            self.spoken = Some(found);
        }
    }

    /// Takes an expression as a deadline.
    fn deadline(&mut self, chars: &[char], found: &Found, context: &DeadlineContext, rule: &'static str) {
        let raw = words(chars, found);
        let kind = calendar::kind(found.time);
        let unsure = Unsure::of(found, &raw, context);
        // 年初 names no day; 年底左右 does, about.
        let open_year = found.vague && !found.at_end && closing::is_yearly(found.time);
        match calendar::last_day(found.time, context).filter(|_| !open_year) {
            Some(due) => self.times.push(Time { raw, due, kind, rule, unsure }),
            None => self.undated = Some((raw, kind, rule, unsure)),
        }
        let given = matches!(found.time.year(), Some(time::Year::Given(_)));
        if given && !closing::is_yearly(found.time) {
            self.spoken = Some(*found);
        } else {
            self.speak_of_year(chars, *found);
        }
    }

    /// Whether there is a time and none of which the day can be told.
    fn is_undated(&self) -> bool {
        self.times.is_empty() && self.undated.is_some()
    }

    /// Why the day that was read is not sure.
    fn unsure(&self, due: Option<NaiveDate>) -> Option<Unsure> {
        match due {
            Some(due) => self.times.iter().filter(|time| time.due == due).find_map(|time| time.unsure),
            None => self.undated.as_ref().and_then(|(.., unsure)| *unsure),
        }
    }

    /// Takes an expression as the end of a run; the latest counts.
    fn validity(&mut self, chars: &[char], found: &Found, context: &DeadlineContext) {
        let until = calendar::last_day(found.time, context);
        if self.validity.as_ref().is_none_or(|known| known.until <= until) {
            self.validity = Some(Validity { raw: words(chars, found), until });
        }
    }

    /// The deadline and its rule: the last of the times is due, all are milestones.
    fn finish(mut self) -> (Deadline, &'static str) {
        let mut deadline = Deadline { validity: self.validity.take(), ..Deadline::default() };
        self.times.sort_by_key(|time| time.due);
        match self.times.last().cloned() {
            Some(Time { raw, due, kind, rule, .. }) => {
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
                let Some((raw, kind, rule, _)) = self.undated else { return (deadline, "") };
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

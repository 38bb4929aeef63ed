//! What a person enters in a form, looked at field by field: what cannot be kept is refused with a sentence that belongs to
//! its field, so that a front shows it there and keeps everything that was typed.

use chrono::NaiveDate;
use domain::DeadlineKind;
use store::NewDeadline;

use crate::error::CommandError;
use crate::wire;

/// More letters than these are a slip of the clipboard and no name, title or text.
pub(crate) const LONGEST_NAME: usize = 100;
pub(crate) const LONGEST_TITLE: usize = 500;
pub(crate) const LONGEST_TEXT: usize = 20_000;

/// A field of a form: its code on the wire and its word for the person.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entered {
    pub(crate) code: &'static str,
    pub(crate) word: &'static str,
}

/// Names the fields of a form, each with its code and its word.
macro_rules! fields {
    ($($name:ident $code:literal $word:literal;)+) => {
        $(pub(super) const $name: $crate::entered::Entered = $crate::entered::Entered { code: $code, word: $word };)+
    };
}

pub(crate) use fields;

impl From<domain::Field> for Entered {
    fn from(field: domain::Field) -> Self {
        Self { code: field.code(), word: field.word() }
    }
}

impl Entered {
    /// A refusal that belongs to the field.
    pub(crate) fn refused(self, sentence: impl Into<String>) -> CommandError {
        CommandError::at(self.code, sentence)
    }

    /// The text without blanks around it, not too long; may be empty.
    pub(crate) fn text(self, given: &str, longest: usize) -> Result<String, CommandError> {
        let text = given.trim();
        let letters = text.chars().count();
        if letters <= longest {
            return Ok(text.to_owned());
        }
        let Self { word, .. } = self;
        Err(self.refused(format!("{word}有 {letters} 个字，最多 {longest} 个字。请检查是否粘贴错了。")))
    }

    /// The same for a text that must be there.
    pub(crate) fn needed(self, given: &str, longest: usize) -> Result<String, CommandError> {
        match self.text(given, longest)? {
            text if text.is_empty() => Err(self.refused(format!("{}不能空着。", self.word))),
            text => Ok(text),
        }
    }

    /// Names without blanks around them, each once.
    pub(crate) fn names(self, given: &[String]) -> Result<Vec<String>, CommandError> {
        let mut names = Vec::new();
        for name in given {
            let name = self.text(name, LONGEST_NAME)?;
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        Ok(names)
    }

    /// A day that has come.
    pub(crate) fn day_that_has_come(self, day: NaiveDate, present: NaiveDate) -> Result<NaiveDate, CommandError> {
        if day <= present {
            return Ok(day);
        }
        Err(self.refused(format!("{} {day} 还没有到，今天是 {present}。", self.word)))
    }

    /// Refuses a day with a kind of deadline that has none, and a kind that needs one without it.
    pub(crate) fn check_day(self, kind: DeadlineKind, due: Option<NaiveDate>) -> Result<(), CommandError> {
        match (kind, due) {
            (DeadlineKind::None | DeadlineKind::Ongoing | DeadlineKind::Immediate, Some(due)) => {
                Err(self.refused(format!("既填了 {due}，又选了没有日期的期限。请去掉其中一项。")))
            }
            (DeadlineKind::Date | DeadlineKind::Month | DeadlineKind::Quarter | DeadlineKind::Year, None) => {
                Err(self.refused(format!("{}没有填日期。请填日期，或改选没有日期的一种。", self.word)))
            }
            _ => Ok(()),
        }
    }

    /// A deadline whose day fits its kind and comes not before the task begins.
    pub(crate) fn deadline(self, given: wire::DeadlineInfo, begins: NaiveDate) -> Result<NewDeadline, CommandError> {
        let wire::DeadlineInfo { raw, due, kind } = given;
        let Some(kind) = DeadlineKind::from_code(&kind) else {
            return Err(self.refused(format!("没有“{kind}”这种时限。请从列出的几种里选。")));
        };
        self.check_day(kind, due)?;
        if let Some(due) = due.filter(|due| *due < begins) {
            return Err(self.refused(format!("{} {due} 早于事项开始的 {begins}。请核对两个日期。", self.word)));
        }
        let raw = raw.map(|raw| self.text(&raw, LONGEST_TITLE)).transpose()?.filter(|raw| !raw.is_empty());
        Ok(NewDeadline { raw: raw.filter(|_| kind != DeadlineKind::None), due, kind })
    }
}

//! What a reviewer may look at in an entry of progress: hints that it may say little, never a verdict. An entry with hints is
//! kept like any other, and nothing is counted by them.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::lexicon::tables::PROGRESS;
use crate::numerals::half_width;
use crate::versions::likeness;

/// A piece of progress as it is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The day it is of.
    pub day: NaiveDate,
    /// What was done.
    pub text: &'a str,
    /// The share done, in percent.
    pub share: Option<u8>,
}

/// An evidence file that had been handed in before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedBefore {
    /// Its name.
    pub name: String,
    /// With an entry of this day.
    pub day: NaiveDate,
    /// Of this task.
    pub task: String,
}

/// Why an entry may say little.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// The words are those of the entry before.
    SameWords(NaiveDate),
    /// It counts nothing.
    NoFigure,
    /// It names no day and no month.
    NoDate,
    /// Nothing that the task is about is named.
    NoObject,
    /// Less is done than the entry before said.
    ShareFell {
        /// What the entry before said.
        from: u8,
        /// What this one says.
        to: u8,
    },
    /// The same file was evidence before.
    EvidenceUsed(UsedBefore),
}

impl Hint {
    /// The word on the wire.
    pub fn code(&self) -> &'static str {
        match self {
            Self::SameWords(_) => "same_words",
            Self::NoFigure => "no_figure",
            Self::NoDate => "no_date",
            Self::NoObject => "no_object",
            Self::ShareFell { .. } => "share_fell",
            Self::EvidenceUsed(_) => "evidence_used",
        }
    }
}

impl std::fmt::Display for Hint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::SameWords(day) => write!(f, "与上一次（{day}）写的几乎一样。"),
            Self::NoFigure => f.write_str("没有写数量：办了多少，还差多少。"),
            Self::NoDate => f.write_str("没有写时间：哪一天办的，下一步到哪一天。"),
            Self::NoObject => f.write_str("没有提到这条事项要办的是什么。"),
            Self::ShareFell { from, to } => write!(f, "完成比例从 {from}% 降到了 {to}%。"),
            Self::EvidenceUsed(UsedBefore { name, day, task }) => {
                write!(f, "佐证材料“{name}”此前用过（{day}，“{task}”）。")
            }
        }
    }
}

/// The hints that an entry of a task gives, beside the entry before it.
pub fn hints(task: &str, entry: Entry<'_>, before: Option<Entry<'_>>, used: Vec<UsedBefore>) -> Vec<Hint> {
    let mut hints = Vec::new();
    if let Some(before) = before
        && likeness(before.text, entry.text) >= ALIKE
    {
        hints.push(Hint::SameWords(before.day));
    }
    if !names_figure(entry.text) {
        hints.push(Hint::NoFigure);
    }
    if !names_day(entry.text) {
        hints.push(Hint::NoDate);
    }
    if !shares_object(task, entry.text) {
        hints.push(Hint::NoObject);
    }
    if let (Some(to), Some(from)) = (entry.share, before.and_then(|before| before.share))
        && to < from
    {
        hints.push(Hint::ShareFell { from, to });
    }
    hints.extend(used.into_iter().map(Hint::EvidenceUsed));
    hints
}

/// From this likeness on, in percent, two texts say the same.
const ALIKE: usize = 97;

/// Whether a number stands in the text that is no part of a day.
fn names_figure(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    let mut runs = characters.chunk_by(|one, next| is_number(*one) == is_number(*next)).peekable();
    while let Some(run) = runs.next() {
        if !run.first().copied().is_some_and(is_number) {
            continue;
        }
        let behind = runs.peek().and_then(|next| next.first()).copied();
        let is_day = behind.is_some_and(|next| "年月日号".contains(next));
        let is_plain = run.iter().any(|character| is_digit(*character));
        // 一 and 十 begin many words; a figure written so has a counter behind it.
        let is_counted = behind.is_some_and(|next| PROGRESS.is("counter", next.encode_utf8(&mut [0; 4])));
        if !is_day && (is_plain || is_counted) {
            return true;
        }
    }
    false
}

fn is_number(character: char) -> bool {
    is_digit(character) || "〇零一二两三四五六七八九十百千".contains(character)
}

fn is_digit(character: char) -> bool {
    half_width(character).is_ascii_digit()
}

/// Whether a day, a month or a part of one stands in the text.
fn names_day(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    let after_number = characters.windows(2).any(|pair| match pair {
        [number, unit] => is_number(*number) && "年月日号".contains(*unit),
        _ => false,
    });
    let written = text.split(|character: char| !(character.is_ascii_digit() || ".-/".contains(character)));
    let parts = |run: &str| run.split(['.', '-', '/']).filter(|part| !part.is_empty()).count();
    after_number || written.into_iter().any(|run| parts(run) >= 3) || PROGRESS.holds("when", text)
}

/// So many letters in a row that stand in both name the same thing.
const SHORTEST_OBJECT: usize = 3;

fn shares_object(task: &str, entry: &str) -> bool {
    let (task, entry) = (runs_of_letters(task), runs_of_letters(entry));
    let of_task: HashSet<&[char]> = task.iter().flat_map(|run| run.windows(SHORTEST_OBJECT)).collect();
    // A task of a word or two names nothing that could be missed.
    of_task.is_empty() || entry.iter().any(|run| run.windows(SHORTEST_OBJECT).any(|window| of_task.contains(window)))
}

fn runs_of_letters(text: &str) -> Vec<Vec<char>> {
    text.split(|character: char| !character.is_alphabetic()).map(|run| run.chars().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TASK: &str = "河道整治。完成东河清淤，新建泵站3座。";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn entry(text: &str) -> Entry<'_> {
        Entry { day: day("2022-05-05"), text, share: None }
    }

    fn codes(hints: &[Hint]) -> Vec<&'static str> {
        hints.iter().map(Hint::code).collect()
    }

    #[test]
    fn an_entry_that_names_thing_figure_and_day_gives_no_hint() {
        for text in [
            "东河清淤已完成2.3公里，5月20日前全部完工。",
            "新建泵站三座中两座已于4月完工。",
            "2022.4.30 完成东河清淤80%。",
        ] {
            assert_eq!(codes(&hints(TASK, entry(text), None, Vec::new())), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_is_missing_is_told_each_by_itself() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(codes(&hints(TASK, entry(text), None, Vec::new())), expected, "{text}");
        };
        check("正在按要求有序推进，成效明显。", &["no_figure", "no_date", "no_object"]);
        check("东河清淤正在进行，5月底完成。", &["no_figure"]);
        check("东河清淤完成80%。", &["no_date"]);
        check("3月5日召开会议，参会12人。", &["no_object"]);
        check("东河清淤一直在推进，十分重视，3月5日开过会。", &["no_figure"]);
    }

    #[test]
    fn the_same_words_as_last_time_and_a_share_that_fell_are_told() {
        let before =
            Entry { day: day("2022-04-05"), text: "东河清淤完成2公里，4月底完工。", share: Some(60) };
        let now = Entry { text: "东河清淤完成2公里, 4月底完工", share: Some(40), ..entry("") };
        let told: Vec<String> = hints(TASK, now, Some(before), Vec::new()).iter().map(ToString::to_string).collect();
        assert_eq!(told, ["与上一次（2022-04-05）写的几乎一样。", "完成比例从 60% 降到了 40%。"]);
        let other =
            Entry { text: "东河清淤完成9公里，新建泵站1座，5月底完工。", share: Some(60), ..now };
        assert_eq!(codes(&hints(TASK, other, Some(before), Vec::new())), [""; 0]);
    }

    #[test]
    fn evidence_that_was_used_before_is_told_with_its_place() {
        let used = UsedBefore { name: "照片.jpg".into(), day: day("2022-04-05"), task: "泵站".into() };
        let told = hints(TASK, entry("东河清淤完成2公里，4月底完工。"), None, vec![used]);
        assert_eq!(told[0].to_string(), "佐证材料“照片.jpg”此前用过（2022-04-05，“泵站”）。");
    }

    #[test]
    fn a_task_of_two_letters_names_nothing_that_could_be_missed() {
        assert_eq!(codes(&hints("清淤", entry("完成2公里，4月底完工。"), None, Vec::new())), [""; 0]);
    }
}

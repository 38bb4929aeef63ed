//! Feasts and seasons: 春节前 ends the day before the feast, 汛期前 depends on the place.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use super::characters::{behind_word, is_behind, is_digit, is_numeral, skip_blanks};
use super::closing::closed;
use super::time::{Found, Time, Year};
use crate::lexicon::CharacterBits;
use crate::lexicon::tables::TIMES;

/// When a feast is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Feast {
    /// The same month and day each year.
    Fixed(u32, u32),
    /// As the table of [`DAYS`] says.
    Moving(&'static str),
    /// 双节: the earlier of 中秋 and 国庆.
    MidAutumnOrNational,
}

/// A name and what it means.
struct Name<T> {
    first: char,
    characters: Vec<char>,
    meaning: T,
}

/// Names by their first character, the longest first.
struct Names<T> {
    all: Vec<Name<T>>,
    /// Their second characters; of a name of one character the first.
    second: CharacterBits,
}

impl<T> Names<T> {
    fn of(names: impl Iterator<Item = (&'static str, T)>) -> Self {
        let name = |(name, meaning): (&str, T)| {
            Some(Name { first: name.chars().next()?, characters: name.chars().collect(), meaning })
        };
        let mut names: Vec<Name<T>> = names.filter_map(name).collect();
        names.sort_by_key(|name| (name.first, std::cmp::Reverse(name.characters.len())));
        let second = names.iter().map(|name| name.characters.get(1).copied().unwrap_or(name.first));
        Self { second: CharacterBits::of(second), all: names }
    }

    /// The place in the list of the longest name that stands at a character, and what follows it.
    fn at(&self, text: &[char], at: usize) -> Option<(usize, usize)> {
        let rest = text.get(at..)?;
        let first = *rest.first()?;
        // Nearly every place is told by two characters before any name is compared.
        if !self.second.may_hold(first) && !rest.get(1).is_some_and(|c| self.second.may_hold(*c)) {
            return None;
        }
        let from = self.all.partition_point(|name| name.first < first);
        let mut near = self.all.iter().enumerate().skip(from).take_while(|(_, name)| name.first == first);
        let (place, name) = near.find(|(_, name)| rest.starts_with(&name.characters))?;
        Some((place, at + name.characters.len()))
    }
}

/// The feasts.
static FEASTS: LazyLock<Names<Feast>> = LazyLock::new(|| {
    Names::of(TIMES.words("feast").iter().filter_map(|entry| {
        let (name, day) = entry.split_once('=')?;
        let feast = match day.split_once('-') {
            Some((month, day)) => Feast::Fixed(month.parse().ok()?, day.parse().ok()?),
            None if day == "双节" => Feast::MidAutumnOrNational,
            None => Feast::Moving(day),
        };
        Some((name, feast))
    }))
});

/// The seasons.
static SEASONS: LazyLock<Names<()>> = LazyLock::new(|| Names::of(TIMES.words("season").iter().map(|name| (*name, ()))));

/// The days of the feasts that move, by name and year.
static DAYS: LazyLock<BTreeMap<(&'static str, i32), NaiveDate>> = LazyLock::new(|| {
    include_str!("../../../../seeds/working-days/feasts.csv")
        .lines()
        .filter_map(|line| {
            let (name, day) = line.split_once(',')?;
            let day: NaiveDate = day.parse().ok()?;
            Some(((name, day.year()), day))
        })
        .collect()
});

/// A feast with 前 behind it, quoted or not, or two of them.
pub(super) fn feast(text: &[char], at: usize, year: Year, from: usize) -> Option<Found> {
    let (first, after) = feast_name(text, at)?;
    let next = behind_word(text, after, &["、", "和", "及", "暨", "与", "，"]).unwrap_or(after);
    let (second, after) = feast_name(text, next).unwrap_or((first, after));
    let after = behind_word(text, after, &["双节", "两节"]).unwrap_or(after);
    let after = behind_word(text, after, TIMES.words("behind-feast")).unwrap_or(after);
    let after = behind_word(text, after, &["到来", "来临"]).unwrap_or(after);
    let found = closed(text, from, after, Time::Feast(year, first, second));
    let is_limit = found.before && text.get(found.to.wrapping_sub(1)) != Some(&'内');
    // 国庆前后: about then.
    (is_limit || found.vague).then_some(found)
}

/// The name of a feast: its place in the list and what follows. “五一”国际劳动节 is one name.
fn feast_name(text: &[char], at: usize) -> Option<(usize, usize)> {
    let quoted = matches!(text.get(at), Some('“' | '"' | '‘' | '「'));
    let start = if quoted { at + 1 } else { at };
    if !quoted && is_behind(text, start, |c| is_numeral(c) || is_digit(c)) {
        return None;
    }
    let (place, mut after) = FEASTS.at(text, start)?;
    // 十一月底前 is a month.
    if text.get(after) == Some(&'月') {
        return None;
    }
    if quoted {
        after = behind_word(text, after, &["”", "\"", "’", "」"])?;
    }
    after = behind_word(text, after, TIMES.words("end-of-feast")).unwrap_or(after);
    Some((place, after))
}

/// A season with 前 behind it.
pub(super) fn season(text: &[char], at: usize, from: usize) -> Option<Found> {
    let at = skip_blanks(text, at);
    let (_, after) = SEASONS.at(text, at)?;
    let after = behind_word(text, after, TIMES.words("behind-season")).unwrap_or(after);
    let found = closed(text, from, after, Time::Season);
    let is_limit = found.before && text.get(found.to.wrapping_sub(1)) != Some(&'内');
    is_limit.then_some(found)
}

/// The characters that a feast or season begins with.
pub(super) fn beginnings() -> &'static CharacterBits {
    static FIRST: LazyLock<CharacterBits> = LazyLock::new(|| {
        let feasts = FEASTS.all.iter().map(|name| name.first);
        let seasons = SEASONS.all.iter().map(|name| name.first);
        CharacterBits::of(feasts.chain(seasons).chain(['“', '"', '‘', '「']))
    });
    &FIRST
}

/// The characters that a feast or season goes on with.
pub(super) fn seconds() -> &'static CharacterBits {
    static SECOND: LazyLock<CharacterBits> = LazyLock::new(|| FEASTS.second.clone().with(&SEASONS.second));
    &SECOND
}

/// The day of a feast in a year.
pub(super) fn day_of(place: usize, year: i32) -> Option<NaiveDate> {
    let day = |name: &'static str| DAYS.get(&(name, year)).copied();
    match FEASTS.all.get(place)?.meaning {
        Feast::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Feast::Moving("除夕") => day("春节")?.pred_opt(),
        Feast::Moving(name) => day(name),
        Feast::MidAutumnOrNational => Some(day("中秋节")?.min(NaiveDate::from_ymd_opt(year, 10, 1)?)),
    }
}

/// Whether the name stands for several feasts, and which is meant must be asked: 双节, 两节.
pub(super) fn is_ambiguous(raw: &str) -> bool {
    raw.contains("双节") || raw.contains("两节")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deadline::working_days;

    #[test]
    fn feasts_are_days_off_in_the_table_of_working_days() {
        let mut checked = 0;
        for ((name, year), day) in DAYS.iter().filter(|((_, year), _)| (2017..=2026).contains(year)) {
            if ["春节", "端午节", "中秋节", "清明节"].contains(name) {
                checked += 1;
                assert!(!working_days::is_worked(*day), "{name} {year}: {day}");
            }
        }
        assert_eq!(checked, 40);
    }

    #[test]
    fn every_feast_has_a_day() {
        for (place, name) in FEASTS.all.iter().enumerate() {
            assert!(day_of(place, 2023).is_some(), "{:?}", name.characters);
            assert!(beginnings().may_hold(name.first));
        }
    }
}

//! Which measures of two versions correspond, and what of them changed.
//!
//! Measures are paired by the pairs of characters they share, each with one other at most: texts that are the same
//! first, in their order, then the most alike. An index from pairs to measures keeps the cost near the sum of what
//! is shared, not the product of both lists.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::{Datelike as _, NaiveDate};

/// A measure as it is compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clause<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its lead units, by one name each.
    pub leads: Vec<&'a str>,
    /// Its co-units, by one name each.
    pub co_units: Vec<&'a str>,
    /// The last day allowed.
    pub due: Option<NaiveDate>,
    /// The time as written.
    pub deadline: Option<&'a str>,
}

/// A measure of one version and what became of it in the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correspondence {
    /// Its place in the older version; none when it was added.
    pub older: Option<usize>,
    /// Its place in the newer version; none when it was dropped.
    pub newer: Option<usize>,
    /// The words differ.
    pub wording: bool,
    /// The units differ, or who leads.
    pub units: bool,
    /// The deadline differs.
    pub deadline: bool,
}

impl Correspondence {
    /// In both versions and the same in all that is compared.
    pub fn is_same(&self) -> bool {
        self.older.is_some() && self.newer.is_some() && !(self.wording || self.units || self.deadline)
    }
}

/// Two measures less alike than this, in percent, are not the same one reworded.
const LEAST_LIKENESS: usize = 50;
/// The same for two measures that open with the same words, as a clause that was rewritten under its heading does.
const LEAST_UNDER_ONE_OPENING: usize = 25;
/// The same for two measures that stand between the same neighbours.
const LEAST_IN_ONE_PLACE: usize = 35;
/// How long an opening may be to name a clause, in letters.
const OPENING: std::ops::RangeInclusive<usize> = 4..=30;
/// A pair of characters that stands in more measures than this says little about which one is meant.
const COMMONPLACE: usize = 128;

/// Pairs the measures of two versions. In the order of the newer one; what was dropped stands where it stood.
pub fn compare(older: &[Clause<'_>], newer: &[Clause<'_>]) -> Vec<Correspondence> {
    let (old_texts, new_texts) =
        (older.iter().map(letters).collect::<Vec<_>>(), newer.iter().map(letters).collect::<Vec<_>>());
    let mut partner_of_old: Vec<Option<usize>> = vec![None; older.len()];
    let mut partner_of_new: Vec<Option<usize>> = vec![None; newer.len()];
    for (old, new) in same_texts(&old_texts, &new_texts) {
        pair(&mut partner_of_old, &mut partner_of_new, old, new);
    }
    let left = |texts: &[Vec<char>], partners: &[Option<usize>]| -> Vec<Vec<char>> {
        let unless_paired = |(text, partner): (&Vec<char>, &Option<usize>)| match partner {
            Some(_) => Vec::new(),
            None => text.clone(),
        };
        texts.iter().zip(partners).map(unless_paired).collect()
    };
    let (old_left, new_left) = (left(&old_texts, &partner_of_old), left(&new_texts, &partner_of_new));
    for (old, new) in most_alike_first(&old_left, &new_left) {
        pair(&mut partner_of_old, &mut partner_of_new, old, new);
    }
    for (old, new) in rewritten(older, newer, &partner_of_old, &partner_of_new) {
        pair(&mut partner_of_old, &mut partner_of_new, old, new);
    }
    in_order(older, newer, &old_texts, &new_texts, &partner_of_new)
}

/// Measures left over that are the same one rewritten: those that open alike, then those between the same neighbours.
fn rewritten(
    older: &[Clause<'_>],
    newer: &[Clause<'_>],
    partner_of_old: &[Option<usize>],
    partner_of_new: &[Option<usize>],
) -> Vec<(usize, usize)> {
    let mut opened: HashMap<Vec<char>, Vec<usize>> = HashMap::new();
    for (place, clause) in older.iter().enumerate().rev() {
        if partner_of_old.get(place) == Some(&None)
            && let Some(opening) = opening(clause.text)
        {
            opened.entry(opening).or_default().push(place);
        }
    }
    let (mut open_alike, mut in_one_place) = (Vec::new(), Vec::new());
    let mut before = None;
    for (new, clause) in newer.iter().enumerate() {
        if let Some(Some(old)) = partner_of_new.get(new) {
            before = Some(*old);
            continue;
        }
        let like = |old: usize| older.get(old).map_or(0, |older| likeness(older.text, clause.text));
        if let Some(old) = opening(clause.text).and_then(|opening| opened.get_mut(&opening)?.pop())
            && like(old) >= LEAST_UNDER_ONE_OPENING
        {
            open_alike.push((old, new));
            before = Some(old);
            continue;
        }
        let place = before.map_or(0, |before| before + 1);
        if partner_of_old.get(place) == Some(&None) && like(place) >= LEAST_IN_ONE_PLACE {
            in_one_place.push((place, new));
            before = Some(place);
        }
    }
    open_alike.extend(in_one_place);
    open_alike
}

/// The words before the first stop, when they are short enough to be the name of the clause.
fn opening(text: &str) -> Option<Vec<char>> {
    let (opening, _) = text.split_once(['。', '：', '；', '，'])?;
    let letters = letters_of(opening);
    OPENING.contains(&letters.len()).then_some(letters)
}

/// Makes two measures partners unless either has one.
fn pair(of_old: &mut [Option<usize>], of_new: &mut [Option<usize>], old: usize, new: usize) {
    let (Some(of_old), Some(of_new)) = (of_old.get_mut(old), of_new.get_mut(new)) else { return };
    if of_old.is_none() && of_new.is_none() {
        (*of_old, *of_new) = (Some(new), Some(old));
    }
}

/// How much two texts share, in percent of both.
pub(crate) fn likeness(one: &str, other: &str) -> usize {
    let (one, other) = (pairs(&letters_of(one)), pairs(&letters_of(other)));
    percent(one.iter().filter(|pair| other.binary_search(pair).is_ok()).count(), one.len(), other.len())
}

fn percent(shared: usize, one: usize, other: usize) -> usize {
    (shared * 200).checked_div(one + other).unwrap_or_default()
}

/// Measures with the same words, the first with the first: a sentence may stand word for word in several rows.
fn same_texts(older: &[Vec<char>], newer: &[Vec<char>]) -> Vec<(usize, usize)> {
    let mut places: HashMap<&[char], Vec<usize>> = HashMap::new();
    for (place, text) in older.iter().enumerate().rev() {
        places.entry(text).or_default().push(place);
    }
    let met =
        newer.iter().enumerate().filter_map(|(place, text)| Some((places.get_mut(text.as_slice())?.pop()?, place)));
    met.collect()
}

/// Pairs of measures that are alike enough, the most alike first; of equally alike ones those that stand nearer.
fn most_alike_first(older: &[Vec<char>], newer: &[Vec<char>]) -> Vec<(usize, usize)> {
    let old_pairs: Vec<Vec<(char, char)>> = older.iter().map(|text| pairs(text)).collect();
    let mut holders: HashMap<(char, char), Vec<usize>> = HashMap::new();
    for (place, pairs) in old_pairs.iter().enumerate() {
        for pair in pairs {
            holders.entry(*pair).or_default().push(place);
        }
    }
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (place, text) in newer.iter().enumerate() {
        let own = pairs(text);
        let mut shared: HashMap<usize, usize> = HashMap::new();
        let mut passed_over = 0;
        for holders in own.iter().filter_map(|pair| holders.get(pair)) {
            if holders.len() > COMMONPLACE {
                passed_over += 1;
                continue;
            }
            for holder in holders {
                *shared.entry(*holder).or_default() += 1;
            }
        }
        for (old, at_least) in shared {
            let other = old_pairs.get(old).map_or(&[][..], Vec::as_slice);
            if percent(at_least + passed_over, own.len(), other.len()) < LEAST_LIKENESS {
                continue;
            }
            let count = own.iter().filter(|pair| other.binary_search(pair).is_ok()).count();
            let alike = percent(count, own.len(), other.len());
            if alike >= LEAST_LIKENESS {
                found.push((alike, old, place));
            }
        }
    }
    // Places as shares of their lists, so that a chapter put in front does not push everything apart.
    let apart = |old: usize, new: usize| (old * newer.len().max(1)).abs_diff(new * older.len().max(1));
    found.sort_by_key(|(alike, old, new)| (Reverse(*alike), apart(*old, *new), *new, *old));
    found.into_iter().map(|(_, old, new)| (old, new)).collect()
}

fn in_order(
    older: &[Clause<'_>],
    newer: &[Clause<'_>],
    old_texts: &[Vec<char>],
    new_texts: &[Vec<char>],
    partner_of_new: &[Option<usize>],
) -> Vec<Correspondence> {
    let place_of_partner: HashMap<usize, usize> =
        partner_of_new.iter().enumerate().filter_map(|(new, old)| Some(((*old)?, new))).collect();
    // What was dropped goes behind the measure that stood before it and stayed.
    let mut dropped_behind: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    let mut last_kept = None;
    for old in 0..older.len() {
        match place_of_partner.get(&old) {
            Some(new) => last_kept = Some(*new),
            None => dropped_behind.entry(last_kept).or_default().push(old),
        }
    }
    let alone = |older, newer| Correspondence { older, newer, wording: false, units: false, deadline: false };
    let mut rows = Vec::new();
    let mut drop_behind = |rows: &mut Vec<Correspondence>, place: Option<usize>| {
        rows.extend(dropped_behind.remove(&place).unwrap_or_default().into_iter().map(|old| alone(Some(old), None)));
    };
    drop_behind(&mut rows, None);
    for (new, (clause, text)) in newer.iter().zip(new_texts).enumerate() {
        let old = partner_of_new.get(new).copied().flatten();
        let earlier = old.and_then(|old| Some((older.get(old)?, old_texts.get(old)?)));
        rows.push(match earlier {
            Some((earlier, old_text)) => Correspondence {
                older: old,
                newer: Some(new),
                wording: old_text != text,
                units: units_differ(earlier, clause),
                deadline: deadlines_differ(earlier, clause),
            },
            None => alone(None, Some(new)),
        });
        drop_behind(&mut rows, Some(new));
    }
    rows
}

/// Who leads first is said by the order of the leads; that of the co-units says nothing.
fn units_differ(one: &Clause<'_>, other: &Clause<'_>) -> bool {
    let sorted = |units: &[&str]| {
        let mut units: Vec<String> = units.iter().map(|unit| (*unit).to_owned()).collect();
        units.sort_unstable();
        units
    };
    one.leads != other.leads || sorted(&one.co_units) != sorted(&other.co_units)
}

/// The same words are the same time, be the day a year later (12月底前 in the plan of another year) or unknown for want of a
/// day of issue. Other words are another time when they mean another day.
fn deadlines_differ(one: &Clause<'_>, other: &Clause<'_>) -> bool {
    let words = |clause: &Clause<'_>| clause.deadline.map(letters_of).unwrap_or_default();
    let of_year = |day: NaiveDate| (day.month(), day.day());
    if words(one) == words(other) {
        return one.due.zip(other.due).is_some_and(|(one, other)| of_year(one) != of_year(other));
    }
    one.due != other.due || one.due.is_none()
}

fn letters(clause: &Clause<'_>) -> Vec<char> {
    letters_of(clause.text)
}

/// The letters of a text: wraps and punctuation make no other wording.
fn letters_of(text: &str) -> Vec<char> {
    crate::letters::letters(text).collect()
}

/// The different pairs of characters of a text, sorted; a single character is a pair with itself.
fn pairs(text: &[char]) -> Vec<(char, char)> {
    let mut pairs: Vec<(char, char)> = match text {
        [only] => vec![(*only, *only)],
        _ => text.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect(),
    };
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

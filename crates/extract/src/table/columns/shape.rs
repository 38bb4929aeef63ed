//! What the cells of a column look like: ordinals, units, people, times, figures or running text.

use super::super::cells::{bare_number, is_time, label};
use crate::deadline::{states_rhythm, states_time};
use crate::letters::holds_sign;
use crate::lexicon::tables::{CAPTIONS, ROLES, SURNAMES, TIMES};
use crate::numerals::{fold_digits, short_han_number};
use crate::ordering::begins_like_an_order;
use crate::units::{behind_office, ends_with_office, looks_like_unit, read_bracket, split_list, split_people};
use std::collections::HashSet;

/// What one cell looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Shape {
    /// Nothing, or a stroke.
    Blank,
    /// 1, 二, （3）, 1-2.
    Ordinal,
    /// 0571-1234567.
    Phone,
    /// 35%, 1200万元.
    Amount,
    /// 9:00, 14:30-16:00.
    Clock,
    /// 6月底前, 长期.
    Time,
    /// One or more units, perhaps with their roles.
    Unit,
    /// One or more people.
    Person,
    /// A clause or more.
    Text,
    /// A few words that tell nothing by themselves.
    Short,
}

/// How the cells of a column are distributed over the shapes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Shares {
    counts: [usize; 10],
    /// Cells with words.
    pub(in super::super) filled: usize,
    /// Characters in all of them.
    characters: usize,
    /// Cells with several numbered clauses.
    numbered: usize,
    /// Cells that begin with a number, which is not that of the cell before.
    labelled: usize,
    /// Cells that begin with a time and go on with what is done then.
    scheduled: usize,
    /// Cells that begin like an order: 改造管网8公里.
    orders: usize,
    /// Cells that state a rhythm and no day: 每月20日报送.
    rhythms: usize,
    /// Cells that say how long something takes from whenever it is asked for.
    durations: usize,
    /// Cells that name what is looked at: 村务公开情况（20分）.
    situations: usize,
    /// How many of them differ.
    pub(in super::super) distinct: usize,
    /// Rows that a cell of a row above reaches into.
    carried: usize,
}

impl Shares {
    /// Counts the cells of a column.
    pub(in super::super) fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut shares = Self::default();
        let mut seen: HashSet<&str> = HashSet::new();
        let mut before = None;
        for words in cells {
            let shape = shape(words);
            if let Some(count) = shares.counts.get_mut(shape as usize) {
                *count += 1;
            }
            if shape != Shape::Blank {
                shares.filled += 1;
                shares.characters += words.chars().count();
                shares.numbered += usize::from(label(words).is_some_and(|(number, _)| number == 1));
                let number = label(words).map(|(number, _)| number);
                shares.labelled += usize::from(number.is_some() && number != before);
                before = number;
                shares.scheduled += usize::from(opens_with_time(words));
                shares.orders += usize::from(begins_like_an_order(words));
                shares.rhythms += usize::from(states_rhythm(words));
                shares.durations += usize::from(is_duration(words));
                shares.situations += usize::from(names_situation(words));
                seen.insert(words);
            }
        }
        shares.distinct = seen.len();
        shares
    }

    /// With so many rows that cells of the rows above reach into.
    pub(in super::super) fn reaching_into(self, rows: usize) -> Self {
        Self { carried: rows, ..self }
    }

    /// Whether the same words stand for several rows, repeated or in one cell that reaches down.
    pub(in super::super) fn repeats(&self) -> bool {
        self.distinct * 3 <= (self.filled + self.carried) * 2
    }

    /// The share of a shape among the cells with words, in percent.
    pub(in super::super) fn percent(&self, shape: Shape) -> i32 {
        let count = self.counts.get(shape as usize).copied().unwrap_or_default();
        self.share(count)
    }

    /// So many of the cells with words, in percent.
    fn share(&self, count: usize) -> i32 {
        (count * 100).checked_div(self.filled).and_then(|share| i32::try_from(share).ok()).unwrap_or(0)
    }

    /// Cells without words.
    pub(in super::super) fn blank(&self) -> usize {
        self.counts.first().copied().unwrap_or_default()
    }

    /// Characters of a cell with words, on average.
    pub(in super::super) fn length(&self) -> i32 {
        self.characters.checked_div(self.filled).and_then(|mean| i32::try_from(mean).ok()).unwrap_or(0)
    }

    /// Whether hardly a cell is blank.
    pub(in super::super) fn is_mostly_filled(&self) -> bool {
        self.filled > 0 && self.filled >= self.blank() * 4
    }

    /// The share of cells that say what is done when, in percent: 3月：完成选址.
    pub(in super::super) fn scheduled(&self) -> i32 {
        self.share(self.scheduled)
    }

    /// Whether most cells begin like an order and say more than a verb, however short: 改造管网8公里.
    pub(in super::super) fn are_orders(&self) -> bool {
        const SHORTEST: i32 = 5;
        self.filled > 0 && self.orders * 5 >= self.filled * 3 && self.length() >= SHORTEST
    }

    /// The share of cells that state a rhythm, in percent: 每月20日报送.
    pub(in super::super) fn rhythms(&self) -> i32 {
        self.share(self.rhythms)
    }

    /// Whether most cells say how long a service takes: 20个工作日, 当场办结.
    pub(in super::super) fn are_durations(&self) -> bool {
        self.filled > 0 && self.durations * 2 >= self.filled
    }

    /// Whether most cells name what is looked at and tell nobody to do anything.
    pub(in super::super) fn are_situations(&self) -> bool {
        self.filled > 0 && self.situations * 5 >= self.filled * 3
    }

    /// The share of cells that begin with a number of their own, in percent: 3.公开抽查事项清单.
    pub(in super::super) fn labelled(&self) -> i32 {
        self.share(self.labelled)
    }

    /// Whether cells hold numbered clauses.
    pub(in super::super) fn has_clauses(&self) -> bool {
        self.numbered > 0
    }
}

/// No cell of units or people is longer than this, in bytes; bounds the work.
const LONGEST_LIST: usize = 1500;

/// What a cell looks like.
pub(in super::super) fn shape(words: &str) -> Shape {
    let words = words.trim();
    if words.is_empty() || words.chars().all(|c| matches!(c, '/' | '／' | '-' | '—' | '－' | '–' | '\\')) {
        return Shape::Blank;
    }
    if is_year(words) {
        return Shape::Time;
    }
    if is_ordinal(words) {
        return Shape::Ordinal;
    }
    let length = words.chars().count();
    let digits = words.chars().filter(char::is_ascii_digit).count();
    if digits >= 7
        && words.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(c, '-' | '—' | '、' | ' ' | '/' | '，' | '转' | '\n' | '(' | ')' | '（' | '）')
        })
    {
        return Shape::Phone;
    }
    if is_clock(words) {
        return Shape::Clock;
    }
    if length <= 30 && (is_time(words) || states_time(words)) {
        return Shape::Time;
    }
    if is_amount(words) {
        return Shape::Amount;
    }
    if words.len() <= LONGEST_LIST && !holds_sign(words, &['。', '！']) {
        if is_people(words) {
            return Shape::Person;
        }
        if is_units(words) {
            return Shape::Unit;
        }
    }
    if length >= 12 || holds_sign(words, &['。', '；', '，', '：']) { Shape::Text } else { Shape::Short }
}

/// Whether words are the name of a person: a surname and one or two characters, with or without an office.
pub(crate) fn is_person(name: &str) -> bool {
    let bare =
        name.split(['（', '(']).next().unwrap_or(name).trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
    // 高新园（桃溪镇） is an area, although it begins like a name.
    let in_bracket = name.trim_end_matches(['）', ')']).rsplit(['（', '(']).next().unwrap_or_default();
    if bare.len() < name.len() && in_bracket.ends_with(['镇', '乡', '区']) {
        return false;
    }
    let length = bare.chars().count();
    if !(2..=10).contains(&length) || bare.chars().any(|c| c.is_ascii_alphanumeric()) {
        return false;
    }
    let is_name = |text: &str| {
        let length = text.chars().count();
        let one = || SURNAMES.begins("common", text) || SURNAMES.begins("one", text);
        let surname = if SURNAMES.begins("two", text) { Some(2) } else { one().then_some(1) };
        surname.is_some_and(|surname| (surname + 1..=surname + 2).contains(&length))
    };
    let named = is_name(bare) || ends_with_office(bare) || behind_office(bare).is_some_and(is_name);
    named && !looks_like_unit(bare)
}

/// Whether words are for certain the name of a person, where an office of few letters (纪检, 安保) might stand as well.
pub(crate) fn is_surely_person(name: &str) -> bool {
    is_person(name) && SURNAMES.begins("common", name)
}

fn is_people(words: &str) -> bool {
    let names = split_people(words);
    // 县委常委、副县长 王海 is one.
    let is_named = |name: &String| name.split('、').next_back().is_some_and(is_person);
    !names.is_empty() && names.iter().all(is_named)
}

/// Whether words name units: most names look like some, or they say who leads and who assists.
fn is_units(words: &str) -> bool {
    const LONGEST_NAME: usize = 24;
    let names = split_list(words);
    let named = names.iter().filter(|name| name.chars().count() <= LONGEST_NAME && looks_like_unit(name)).count();
    if named > 0 && named * 5 >= names.len() * 3 {
        return true;
    }
    let spoken = ROLES.holds("spelled", words) || words.contains("单位：");
    spoken
        && read_bracket(words)
            .is_some_and(|stated| stated.leads.iter().chain(&stated.co_units).any(|unit| looks_like_unit(unit)))
}

/// 3月：完成选址; 6月底前完成招标; 全年 开展巡查.
fn opens_with_time(words: &str) -> bool {
    opening_time(words).is_some()
}

/// The time that words begin with, which say what is done then.
pub(in super::super) fn opening_time(words: &str) -> Option<&str> {
    const OF_TIMES: &str = "年月日底前末初上中下旬全内季度半第一二三四至到起~～-—－. ";
    const LONGEST: usize = 20;
    let is_of_time = |c: char| c.is_ascii_digit() || OF_TIMES.contains(c);
    let (end, _) = words.char_indices().take(LONGEST).find(|(_, c)| !is_of_time(*c))?;
    let (time, rest) = words.split_at(end);
    let said = rest.chars().filter(|c| c.is_alphanumeric()).nth(1).is_some();
    Some(time.trim()).filter(|time| said && is_time(time))
}

/// 20个工作日, 即时办结: no day from which it is counted.
fn is_duration(words: &str) -> bool {
    let counted = ["后", "起", "自", "前"].iter().any(|word| words.contains(word));
    let days = words.starts_with(|c: char| c.is_ascii_digit()) && words.contains("工作日");
    !counted && (days || TIMES.is("service-at-once", words))
}

/// 领导责任制落实情况（100分）, 经费保障情况考核
fn names_situation(words: &str) -> bool {
    const LONGEST: usize = 40;
    let words = words.trim();
    let bare = words.trim_end_matches(['）', ')']);
    let name =
        if bare.len() < words.len() { bare.rsplit_once(['（', '(']).map_or(bare, |(name, _)| name) } else { bare };
    let name = CAPTIONS.before_suffix("judged", name).unwrap_or(name);
    let asks = ["报送", "上报"].iter().any(|word| name.starts_with(word));
    name.ends_with("情况") && name.chars().count() <= LONGEST && !asks
}

fn is_year(words: &str) -> bool {
    words.len() == 4 && words.starts_with("20") && words.bytes().all(|b| b.is_ascii_digit())
}

/// 1, 12., （3）, 二, 1-2, 2.1.
pub(in super::super) fn is_ordinal(words: &str) -> bool {
    // （一）1: the number of the group before that of the row.
    let words = match words.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')'])) {
        Some((group, row)) if !row.trim().is_empty() && is_ordinal(group) => row,
        _ => words,
    };
    if words.len() > 15 {
        return false;
    }
    let bare = words.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '（' | '）' | '(' | ')' | '.' | '．' | '、' | '第' | '项' | '条' | '*' | '★')
    });
    let bare = fold_digits(bare);
    let numeral = || short_han_number(&bare).is_some();
    let levels = || {
        let parts: Vec<&str> = bare.split(['-', '.', '—']).collect();
        (2..=3).contains(&parts.len()) && parts.iter().all(|part| part.len() <= 2 && bare_number(part).is_some())
    };
    bare_number(&bare).is_some_and(|number| number < 2000) || numeral() || levels()
}

/// 9:00, 8：30-11：30, 上午9时. Not the hour by which something must be done: 6月30日17:00前.
fn is_clock(words: &str) -> bool {
    if words.ends_with(['前', '止']) {
        return false;
    }
    // Most cells are too long: no need to look at them.
    if words.chars().nth(24).is_some() {
        return false;
    }
    let folded = fold_digits(words);
    let colon = |mark: char| {
        folded.split_once(mark).is_some_and(|(hour, rest)| {
            hour.chars().next_back().is_some_and(|c| c.is_ascii_digit())
                && rest.chars().take(2).filter(char::is_ascii_digit).count() == 2
        })
    };
    colon(':') || colon('：')
}

/// 35, 12.5%, 1200万元, ≥90%, 约300户.
fn is_amount(words: &str) -> bool {
    if words.chars().nth(16).is_some() {
        return false;
    }
    let folded = fold_digits(words);
    let digits = folded.chars().filter(char::is_ascii_digit).count();
    let others = folded.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count();
    digits > 0 && others <= 4 && !folded.contains(['，', '。', '、', '；', '月', '年'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_told_apart() {
        let check = |words: &str, expected: Shape| assert_eq!(shape(words), expected, "{words}");
        check("", Shape::Blank);
        check("/", Shape::Blank);
        check("12", Shape::Ordinal);
        check("（三）", Shape::Ordinal);
        check("2.1", Shape::Ordinal);
        check("2025", Shape::Time);
        check("0571-8765432", Shape::Phone);
        check("9:00-11:30", Shape::Clock);
        check("6月30日17:00前", Shape::Time);
        check("6月底前", Shape::Time);
        check("长期坚持", Shape::Time);
        check("35%", Shape::Amount);
        check("1200万元", Shape::Amount);
        check("市财政局、市审计局", Shape::Unit);
        check("市财政局牵头，市审计局配合", Shape::Unit);
        check("石桥镇", Shape::Unit);
        check("李卫东", Shape::Person);
        check("李 敏、欧阳文", Shape::Person);
        check("副市长王海", Shape::Person);
        check("新建公办幼儿园3所，新增学位600个。", Shape::Text);
        check("农业提升", Shape::Short);
    }
}

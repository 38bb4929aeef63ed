//! What the rules of orders have not taken, so that a person can look: units with which a sentence begins.

use std::sync::LazyLock;

use super::order::units;
use crate::letters::{holds_blank, is_letter, signs, split_at_signs};
use crate::lexicon::CharacterBits;
use crate::lexicon::tables::ORDERS;
use crate::units::body::looks_like_unit;

/// Units with which a sentence of a clause begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Byte of the clause at which they stand.
    pub at: usize,
    /// The units.
    pub units: Vec<String>,
}

/// Last characters of the names of units; nowhere else is looked.
const LAST: &[char] = &[
    '局', '委', '办', '厅', '府', '会', '组', '部', '处', '室', '门', '位', '构', '团', '司', '心', '关', '院', '站',
    '队', '区', '县', '市', '地', '）', ')', '台',
];
static LAST_BITS: LazyLock<CharacterBits> = LazyLock::new(|| CharacterBits::of(LAST.iter().copied()));
/// How far into a sentence its subject reaches, in characters.
const REACH: usize = 45;

/// The units with which the sentences of a clause begin, in order.
pub fn openings(text: &str) -> Vec<Opening> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = signs(rest).find(|(_, c)| matches!(c, '。' | '；' | ';' | '\n'));
        let (sentence, behind) = rest.split_at(end.map_or(rest.len(), |(at, c)| at + c.len_utf8()));
        let trimmed = sentence.trim_start();
        let subject = ORDERS.words("told").iter().find_map(|word| trimmed.strip_prefix(word)).unwrap_or(trimmed);
        if let Some(units) = subject_of(subject) {
            found.push(Opening { at: text.len() - behind.len() - subject.len(), units });
        }
        rest = behind;
    }
    found
}

/// The longest row of units that a sentence begins with.
fn subject_of(sentence: &str) -> Option<Vec<String>> {
    let clause = split_at_signs(sentence, |c| matches!(c, '，' | ',' | '：' | ':' | '。')).next()?;
    if !may_begin_with_body(clause) {
        return None;
    }
    let mut longest = None;
    for (at, c) in clause.char_indices().take(REACH).filter(|(_, c)| LAST_BITS.may_hold(*c) && LAST.contains(c)) {
        let (row, rest) = clause.split_at(at + c.len_utf8());
        // 市政府的…, 各部门间… and names that go on are no subjects.
        let goes_on = rest.is_empty() || rest.starts_with(GOES_ON);
        if !goes_on && let Some(units) = units(row).filter(|units| are_bodies(units)) {
            longest = Some(units);
        }
    }
    longest
}

/// 各部门间, 市场, 办理, 部件: the name is longer, or only the beginning of something else.
const GOES_ON: [char; 20] = [
    '的', '间', '之', '、', '和', '及', '与', '内', '（', '(', '场', '理', '件', '级', '域', '属', '门', '社', '罚',
    '民',
];

/// Whether names are of bodies that can act, the first at least without a doubt.
fn are_bodies(units: &[String]) -> bool {
    let first = units.first().is_some_and(|unit| ORDERS.begins("body", unit));
    // 各科室于4月27日清理办…: the name is over before the day.
    let is_name = |unit: &str| !unit.contains('月');
    first && units.iter().all(|unit| !ORDERS.ends("no-body", unit) && !is_bare_place(unit) && is_name(unit))
}

/// Whether a clause may begin with such a body; where other signs or a joining word come first, the list of units tells.
fn may_begin_with_body(clause: &str) -> bool {
    let first = clause.chars().next();
    let is_plain = first.is_some_and(|c| is_letter(c) && !matches!(c, '及' | '以' | '和' | '并'));
    !is_plain || holds_blank(clause) || ORDERS.begins("body", clause)
}

/// 杭州市, 金山区: a place acts only as 各区, 区、县（市）.
fn is_bare_place(unit: &str) -> bool {
    unit.ends_with(['市', '区', '县']) && !unit.starts_with('各') && !unit.starts_with("区、")
}

/// Whether a name is neither that of a body nor a short name as firms have them (东航物流): a person's, a thing's, a sentence.
pub fn is_strange_name(name: &str) -> bool {
    const FIRM: std::ops::RangeInclusive<usize> = 4..=8;
    let may_be_firm = || FIRM.contains(&name.chars().count()) && name.chars().all(char::is_alphanumeric);
    !may_be_firm() && !looks_like_unit(name)
}

/// Whether a name holds words that no unit bears: it was cut at the wrong place.
pub fn is_odd_name(name: &str) -> bool {
    let from = name.contains('由') && !name.contains("自由");
    let foreign = ORDERS.holds("foreign", name) && !ORDERS.holds("not-foreign", name);
    from || foreign || name.starts_with("县（") || name.starts_with("县(")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_at_the_beginning_of_a_sentence_are_told() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<String> = openings(text).into_iter().flat_map(|opening| opening.units).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("优化保费补贴。各级财政部门每年安排预算资金，专项用于补贴。", &["各级财政部门"]);
        check("市财政局、市市场监管局按照相关管理制度，加强监管。", &["市财政局", "市市场监管局"]);
        check("鼓励区、县（市）政府根据实际建立基金。", &["区、县（市）政府"]);
        check("加强服务。推进各部门的数据共享。", &[]);
        check("各部门间信息共享。完善政府采购制度。", &[]);
    }

    #[test]
    fn a_name_cut_at_the_wrong_place_is_odd() {
        let check = |name: &str, odd: bool| assert_eq!(is_odd_name(name), odd, "{name}");
        check("加快推进建立由规划部门", true);
        check("市级有关部门和区", true);
        check("县（市）", true);
        check("自由贸易试验区管委会", false);
        check("市委组织部", false);
        check("市应急管理局", false);
    }

    #[test]
    fn a_name_of_a_person_or_a_thing_is_strange() {
        let check = |name: &str, strange: bool| assert_eq!(is_strange_name(name), strange, "{name}");
        check("王强", true);
        check("完善管网建设方案并组织实施", true);
        check("东航物流", false);
        check("教务处", false);
        check("各有关部门、单位", false);
    }
}

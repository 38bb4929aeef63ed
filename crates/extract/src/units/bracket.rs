//! The words inside a bracket: whether they state units, and which.
//!
//! Brackets come in every shape: labelled (牵头单位：A；责任单位：B), with verbs (A牵头，B、C配合), as a bare list
//! (A、B), with a time (A牵头，9月底前完成) and with an instruction for what follows (下同; 不再列出). A bracket may
//! just as well hold an aside (远程检查), so a bare list is taken only when every item looks like a unit.

mod division;
mod instruction;
pub(crate) mod labels;
mod roles;

use std::borrow::Cow;

use domain::{ColumnField, People, UnitBasis};

use super::body::{Likeness, is_sort_of_institution, likeness};
use super::name::without_definition;
use super::people::only_people;
use crate::lexicon::tables::{BODIES, TIMES};
pub(crate) use labels::{Segment, read_labelled};
pub(crate) use roles::{names_role, says_only_roles};

rules! {
    BRACKET_LIST_WITH_OTHERS = "bracket.list-with-others", "括号里列了单位和别的名称，第一个为牵头单位";
    BRACKET_TIME = "bracket.time", "括号里写明了时间";
    BRACKET_LEADING = "bracket.leading", "括号里写明由谁牵头、谁配合";
    BRACKET_RESPONSIBLE = "bracket.responsible", "括号里写明由谁负责，第一个为牵头单位";
    BRACKET_LIST = "bracket.list", "括号里只列了单位，第一个为牵头单位";
    BRACKET_DIVISION = "bracket.division", "括号里分解了任务，列出各自的单位";
}

/// How sure it is that a bracket states units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Confidence {
    /// One bare name without a territory before it, like （危化处）: a unit if its neighbours have such brackets too.
    Possible,
    /// A bare list, every item of which looks like a unit.
    Likely,
    /// Labels or verbs say so.
    #[default]
    Stated,
}

/// What a bracket says of units and time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BracketReading {
    /// Units that answer. Empty when the bracket states only a time.
    pub leads: Vec<String>,
    /// Units that assist, in the order written.
    pub co_units: Vec<String>,
    /// [`UnitBasis::Labelled`], [`UnitBasis::FirstListed`], or [`UnitBasis::None`] for a time alone.
    pub basis: UnitBasis,
    /// The words of a time stated in the bracket, for [`crate::deadline::read_cell`].
    pub deadline: Option<String>,
    /// Leaders and persons that labels name.
    pub people: People,
    /// What further labels say: 整改目标, 成果形式.
    pub columns: Vec<ColumnField>,
    /// The measure's own words, where a label gives them: 整改措施：….
    pub text: Option<String>,
    /// Units that an instruction in the bracket gives to everything below: 以下均需各区、县（市）政府负责，不再列出.
    pub for_all_below: Vec<String>,
    /// Whether the bracket says that the first listed leads here and below: 排名第一位的为牵头单位，下同.
    pub says_first_leads: bool,
    /// Name of the rule.
    pub rule: &'static str,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Longest bracket that is looked at, in bytes; what is longer is an aside or a bracket that was never closed.
const LONGEST: usize = 2400;

/// Reads the words inside a bracket, without the bracket characters. `None` when they state neither units nor a time.
pub fn read_bracket(inner: &str) -> Option<BracketReading> {
    if inner.len() > LONGEST {
        return None;
    }
    let broken = inner.bytes().any(|b| matches!(b, b'\n' | b'\r'));
    let inner = if broken { Cow::Owned(inner.replace(['\n', '\r'], "")) } else { Cow::Borrowed(inner) };
    let inner = without_definition(&inner);
    let inner = inner.trim_matches(|c: char| c.is_whitespace() || matches!(c, '。' | '；' | ';' | '，' | '、'));
    let instructed = instruction::take(inner);
    let mut reading = if let Some(divided) = division::read(&instructed.rest) {
        let roles::Roles { leads, answering, assisting, .. } = divided;
        let basis = if leads.is_empty() { UnitBasis::FirstListed } else { UnitBasis::Labelled };
        assigned(leads, answering, assisting, None, basis, BRACKET_DIVISION, Confidence::Stated)?
    } else if let Some(segments) = labels::segments(&instructed.rest) {
        read_labelled(&segments)?
    } else {
        unlabelled(&instructed.rest, instructed.says_first_leads || !instructed.for_all_below.is_empty())?
    };
    reading.for_all_below = instructed.for_all_below;
    reading.says_first_leads = instructed.says_first_leads;
    Some(reading)
}

/// Reads a bracket without labels: verbs, a bare list, or a time alone.
fn unlabelled(words: &str, instructed: bool) -> Option<BracketReading> {
    // 县住建局 李强: the office and who answers in it.
    if let Some((unit, name)) = words.split_once(char::is_whitespace)
        && likeness(unit) == Likeness::Whole
        && let Some(responsible) = only_people(name)
    {
        let people = People { responsible, ..People::default() };
        let basis = UnitBasis::FirstListed;
        let unit = vec![unit.to_owned()];
        let reading = assigned(Vec::new(), unit, Vec::new(), None, basis, BRACKET_LIST, Confidence::Likely)?;
        return Some(BracketReading { people, ..reading });
    }
    let mut stated = roles::read(words);
    let people = std::mem::take(&mut stated.people);
    // 李文牵头，县教育局负责: people may lead, or answer alone.
    if stated.has_verb && !people.is_empty() {
        let reading = unlabelled_roles(stated);
        let only_people =
            || BracketReading { rule: BRACKET_LEADING, confidence: Confidence::Stated, ..BracketReading::default() };
        return Some(BracketReading { people, ..reading.unwrap_or_else(only_people) });
    }
    let all = stated.all();
    if all.is_empty() {
        let deadline = stated.deadline.filter(|words| TIMES.holds("limit", words))?;
        return Some(BracketReading {
            leads: Vec::new(),
            co_units: Vec::new(),
            basis: UnitBasis::None,
            deadline: Some(deadline),
            people: People::default(),
            columns: Vec::new(),
            text: None,
            for_all_below: Vec::new(),
            says_first_leads: false,
            rule: BRACKET_TIME,
            confidence: Confidence::Stated,
        });
    }
    if stated.has_verb {
        return unlabelled_roles(stated);
    }
    // 重点场所（医院、学校、养老院） lists sorts of institutions.
    if !instructed && stated.deadline.is_none() && all.iter().all(|unit| is_sort_of_institution(unit)) {
        return None;
    }
    let confidence = match all.as_slice() {
        [only] if likeness(only) == Likeness::Ending && !instructed && stated.deadline.is_none() => {
            Confidence::Possible
        }
        // Where others are tasks of single offices, some are everybody's: （杭州市局） … （全省）
        [only] if BODIES.is("everybody", only) => Confidence::Possible,
        list if is_list_of_units(list) => Confidence::Likely,
        _ => return None,
    };
    let unknown = all.iter().any(|unit| likeness(unit) == Likeness::No);
    let rule = if unknown { BRACKET_LIST_WITH_OTHERS } else { BRACKET_LIST };
    let basis = UnitBasis::FirstListed;
    let reading = assigned(stated.leads, stated.answering, stated.assisting, stated.deadline, basis, rule, confidence)?;
    // 县教育局、王强: the person answers for the unit.
    Some(BracketReading { people, ..reading })
}

/// What verbs make of the units before them. 立法与决策参与 has a verb, too, but no unit before it.
fn unlabelled_roles(stated: roles::Roles) -> Option<BracketReading> {
    let strongest = stated.all().iter().map(|unit| likeness(unit)).max().unwrap_or(Likeness::No);
    if strongest == Likeness::No {
        return None;
    }
    let (basis, rule) = if stated.leads.is_empty() {
        (UnitBasis::FirstListed, BRACKET_RESPONSIBLE)
    } else {
        (UnitBasis::Labelled, BRACKET_LEADING)
    };
    let roles::Roles { leads, answering, assisting, deadline, .. } = stated;
    assigned(leads, answering, assisting, deadline, basis, rule, Confidence::Stated)
}

/// Whether a bare list names units: the first does, and so do at least three in five; companies are often called by a
/// name that tells nothing (东航物流, 杭州资本), but a list of things has no bodies in it.
fn is_list_of_units(list: &[String]) -> bool {
    let named = list.iter().filter(|unit| likeness(unit) > Likeness::No).count();
    let plain = |unit: &String| {
        (3..=14).contains(&unit.chars().count())
            && !unit.contains(|c: char| c.is_ascii_digit() || is_edge(c) || "的等“”".contains(c))
    };
    list.first().is_some_and(|first| likeness(first) > Likeness::No)
        && (named == list.len()
            || (list.len() >= 3
                && named * 5 >= list.len() * 3
                && list.iter().all(|unit| likeness(unit) > Likeness::No || plain(unit))))
}

/// Puts the parts together: without a named lead the first that answers leads; nobody is named twice.
fn assigned(
    mut leads: Vec<String>,
    mut answering: Vec<String>,
    assisting: Vec<String>,
    deadline: Option<String>,
    basis: UnitBasis,
    rule: &'static str,
    confidence: Confidence,
) -> Option<BracketReading> {
    if leads.is_empty() && !answering.is_empty() {
        leads.push(answering.remove(0));
    }
    let mut named: Vec<String> = Vec::new();
    leads.retain(|unit| is_new(&mut named, unit));
    let co_units: Vec<String> =
        answering.into_iter().chain(assisting).filter(|unit| is_new(&mut named, unit)).collect();
    if leads.is_empty() && co_units.is_empty() && deadline.is_none() {
        return None;
    }
    let basis = if leads.is_empty() && co_units.is_empty() { UnitBasis::None } else { basis };
    Some(BracketReading {
        leads,
        co_units,
        basis,
        deadline,
        people: People::default(),
        columns: Vec::new(),
        text: None,
        for_all_below: Vec::new(),
        says_first_leads: false,
        rule,
        confidence,
    })
}

/// Whether a unit has not been named yet; remembers it.
fn is_new(named: &mut Vec<String>, unit: &str) -> bool {
    let new = !named.iter().any(|known| known == unit);
    if new {
        named.push(unit.to_owned());
    }
    new
}

/// Characters around a statement that do not belong to it.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '，' | ',' | '；' | ';' | '。' | '、' | '：' | ':')
}

#[cfg(test)]
mod tests;

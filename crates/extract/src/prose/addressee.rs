//! Whom a letter or reply speaks to: 你局, 贵公司 stand for the unit that it is addressed to.
//!
//! 两局, 你两部门 stand for as many units as they count: those addressed, those who sign, or the one and the other of a letter.
//!
//! Where several are addressed, the word itself says which (你镇 in a reply to a town and an office). Where it does not, nobody is
//! taken and a doubt says so.

use domain::tree::Piece;
use domain::{Doubt, Field};

use crate::head::addressee::is_addressee;
use crate::lexicon::tables::{BODIES, ORDERS};
use crate::outline::label;
use crate::units::{is_addressee_word, is_sure_unit, looks_like_unit, only_units, split_list};

rules! {
    ADDRESSEE_UNKNOWN = "sentence.addressee-unknown", "句中的“你局”等没有读出指的是哪个单位";
}

/// The units that a document is addressed to, and those who sign it.
#[derive(Debug, Clone, Default)]
pub(super) struct Addressees {
    names: Vec<String>,
    senders: Vec<String>,
}

impl Addressees {
    /// Reads the address of a document that is signed by `senders`.
    pub(super) fn of(lines: &[Piece<'_>], senders: &[String]) -> Self {
        const REACH: usize = 60;
        let head = || lines.iter().filter(|line| line.is_content()).take(REACH).map(|line| line.text().trim());
        let address = head().find(|line| is_addressee(line)).map(|line| split_list(line.trim_end_matches(['：', ':'])));
        let before_clauses = || head().take_while(|line| label::read(line).is_none());
        let names = address.or_else(|| before_clauses().find_map(named_units)).unwrap_or_default();
        let names = names.into_iter().filter(|name| looks_like_unit(name)).collect();
        Self { names, senders: senders.to_vec() }
    }

    /// The one unit addressed.
    pub(super) fn only(&self) -> Option<&str> {
        let [only] = self.names.as_slice() else { return None };
        Some(only)
    }

    /// All units addressed, where a text asks them together: 请你们于4月底前办结.
    pub(super) fn asked_together(&self, text: &str) -> Vec<String> {
        let asked = ORDERS.holds("addressed-together", text);
        if asked { self.names.clone() } else { Vec::new() }
    }

    /// Units with those addressed in the place of the words that stand for them. A word that stands for nobody known is left out and
    /// given beside them.
    pub(super) fn named(&self, units: Vec<String>) -> (Vec<String>, Option<String>) {
        let (mut named, mut unknown) = (Vec::with_capacity(units.len()), None);
        for unit in units {
            if let Some(counted) = Counted::whole(&unit) {
                match self.counted_by(counted) {
                    Some(units) => named.extend(units),
                    None => unknown = Some(unit),
                }
            } else if !is_addressee_word(&unit) {
                named.push(unit);
            } else if let Some(addressee) = self.meant_by(&unit) {
                named.push(addressee.to_owned());
            } else {
                unknown = Some(unit);
            }
        }
        (named, unknown)
    }

    /// The counted word that a sentence tells to act.
    pub(super) fn counted_subject<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.split(['。', '；', '，', '：', '\n']).find_map(|clause| Counted::subject(clause.trim()))
    }

    /// The units that a counted word stands for: exactly as many as it counts, and no other choice.
    fn counted_by(&self, counted: Counted) -> Option<Vec<String>> {
        let [both, own, theirs] =
            [[self.senders.as_slice(), self.names.as_slice()].concat(), self.senders.clone(), self.names.clone()];
        let choices = match counted.whose {
            Whose::Theirs => vec![theirs],
            Whose::Ours => vec![own, both],
            Whose::Unsaid => vec![theirs, own, both],
        };
        let mut fitting = choices.into_iter().filter(|units| units.len() == counted.count);
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// The unit that a word stands for.
    fn meant_by(&self, word: &str) -> Option<&str> {
        let noun = word.trim_start_matches(['你', '贵']);
        let is_meant = |name: &&String| {
            // 你镇 is the town whose government is addressed.
            let seat = name.find(noun).and_then(|at| name.get(at + noun.len()..));
            name.ends_with(noun) || seat.is_some_and(|seat| BODIES.is("seat", seat))
        };
        let mut meant = self.names.iter().filter(is_meant);
        match (meant.next(), meant.next()) {
            (Some(one), None) => Some(one),
            _ => self.only(),
        }
    }
}

/// A word that counts units named elsewhere: 两局, 你两部门, 我三单位.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Counted {
    whose: Whose,
    count: usize,
}

/// Whose units a counted word speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// 你两局.
    Theirs,
    /// 我两局.
    Ours,
    /// 两局.
    Unsaid,
}

impl Counted {
    /// The counted word that a text begins with, and what stands behind it.
    fn at(text: &str) -> Option<(Self, &str)> {
        let theirs = ["你们", "你", "贵"].iter().find_map(|word| text.strip_prefix(word));
        let ours = ["我们", "我"].iter().find_map(|word| text.strip_prefix(word));
        let (whose, rest) = match (theirs, ours) {
            (Some(rest), _) => (Whose::Theirs, rest),
            (_, Some(rest)) => (Whose::Ours, rest),
            _ => (Whose::Unsaid, text),
        };
        let mut chars = rest.chars();
        let count = match chars.next()? {
            '两' | '双' | '二' => 2,
            '三' => 3,
            '四' => 4,
            _ => return None,
        };
        Some((Self { whose, count }, ORDERS.behind_prefix("counted", chars.as_str())?))
    }

    /// A word that is nothing else.
    fn whole(word: &str) -> Option<Self> {
        Self::at(word).filter(|(_, rest)| rest.is_empty()).map(|(counted, _)| counted)
    }

    /// The counted word that a clause begins with and tells to act: not 两镇交界处.
    fn subject(clause: &str) -> Option<&str> {
        let clause = clause.strip_prefix(['由', '请']).unwrap_or(clause);
        let (_, rest) = Self::at(clause)?;
        ORDERS.begins("counted-acts", rest).then(|| clause.get(..clause.len() - rest.len()))?
    }
}

/// What to say of a word that stands for nobody known.
pub(super) fn doubt(word: &str) -> Doubt {
    Doubt::new(Field::Leads, ADDRESSEE_UNKNOWN, word, "没有读出来文写给哪个单位，请对照原文补上")
}

/// The units that stand alone before a colon, as an address does: 县水利局：, 主送：县水利局, 县水利局：你局来文收悉。
fn named_units(line: &str) -> Option<Vec<String>> {
    let line = ["主送：", "主送:"].iter().find_map(|label| line.strip_prefix(label)).unwrap_or(line);
    let (names, behind) = line.split_once(['：', ':']).unwrap_or((line, ""));
    let is_address = behind.is_empty() && names.len() < line.len() || behind.trim_start().starts_with(['你', '贵']);
    let units = only_units(names).filter(|_| is_address)?;
    units.iter().all(|unit| is_sure_unit(unit)).then_some(units)
}

#[cfg(test)]
mod tests {
    use domain::tree::DocumentTree;

    use super::*;

    #[test]
    fn a_word_stands_for_the_unit_addressed() {
        let check = |lines: &[&str], word: &str, expected: Option<&str>| {
            let tree = DocumentTree::of_lines(lines.iter().copied());
            let addressees = Addressees::of(&tree.pieces().pieces, &[]);
            let (named, unknown) = addressees.named(vec![word.to_owned()]);
            assert_eq!(named.first().map(String::as_str), expected, "{lines:?} {word}");
            assert_eq!(unknown.is_none(), expected.is_some(), "{lines:?} {word}");
        };
        check(&["关于灌区改造的批复", "县水利局："], "你局", Some("县水利局"));
        check(&["关于灌区改造的批复", "县水利局：你局《请示》收悉。"], "你局", Some("县水利局"));
        check(&["关于灌区改造的函", "青岚县城投集团有限公司："], "贵公司", Some("青岚县城投集团有限公司"));
        check(&["关于湿地公园的批复", "东溪镇人民政府、县林业局："], "你镇", Some("东溪镇人民政府"));
        check(&["关于湿地公园的批复", "东溪镇人民政府、县林业局："], "你局", Some("县林业局"));
        check(&["关于湿地公园的批复", "县水利局、县林业局："], "你局", None);
        check(&["关于湿地公园的批复", "一、县水利局："], "你局", None);
        check(&["关于湿地公园的批复"], "你局", None);
        check(&["关于湿地公园的批复"], "县水利局", Some("县水利局"));
    }
}

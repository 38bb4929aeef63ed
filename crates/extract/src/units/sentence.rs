//! Sentences that order a unit: "由市财政局负责…", "各地各部门要…", "A会同B…".
//!
//! Half of all notices name no units, and their sentences are full of bodies that are merely mentioned: as the object
//! (推动各区…), as a source (按市财政局规定), as a place. So a unit counts only as the subject of an order, where it
//! stands at the start of a clause before 要, 应, 负责 and their like, or behind 由.

mod collective;
pub(crate) mod order;
mod unclaimed_subjects;

use crate::deadline::states_time;
use crate::head::compact::{first_chars, is_longer};
use crate::letters::{signs, split_at_signs, trimmed};
use crate::lexicon::tables::ORDERS;
use crate::units::labelled::is_between_digits;
use order::{Order, order};
pub(super) use order::{acting, units};
pub use unclaimed_subjects::{Opening, is_odd_name, is_strange_name, openings};

/// The units that sentences of a clause order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SentenceUnits {
    /// Joint subjects of the first order.
    pub leads: Vec<String>,
    /// Subjects of further orders, and those to be consulted or to assist.
    pub co_units: Vec<String>,
    /// The words of the first order.
    pub words: String,
    /// Name of the rule; empty when no unit is ordered.
    pub rule: &'static str,
}

impl SentenceUnits {
    /// Whether the first order is spoken as one: X要…, 请X…, 由X…. Where bodies only act, the sentence may tell what they did.
    pub(crate) fn is_told(&self) -> bool {
        matches!(self.rule, order::SENTENCE_SUBJECT | order::SENTENCE_ASKED | order::SENTENCE_BY)
    }
}

/// Whether a name stands for the addressee of a letter or a reply: 你局.
pub(crate) fn is_addressee_word(name: &str) -> bool {
    // 你镇人民政府 goes on with the name.
    ORDERS.begins("addressee", name)
}

/// Whether a name is a role and no unit: 牵头部门.
pub(crate) fn is_role_word(name: &str) -> bool {
    ORDERS.is("role", name)
}

/// Units ordered in the sentences of a clause. Mere mentions, objects and persons are none.
pub fn sentence_units(text: &str) -> SentenceUnits {
    let mut found = SentenceUnits::default();
    for sentence in sentences(text) {
        let mut first = true;
        let mut listed: Vec<String> = Vec::new();
        for clause in clauses(sentence) {
            let clause = behind_time(clause);
            if let Some(order) = order(clause, first) {
                take(&mut found, order, clause);
            } else if let Some(order) = order::further_actor(clause).filter(|_| !first && !found.leads.is_empty()) {
                // 县财政局做好资金保障，县公安局依法查处: whoever acts behind the first assists.
                add(&mut found.co_units, &found.leads, order);
            } else if !found.leads.is_empty() {
                // 由A牵头，会同B、C组织实施
                add(&mut found.co_units, &found.leads, order::together_with(clause));
                // 由A牵头，B、C，各县参加: a list goes on behind a comma up to its verb.
                if let Some(units) = order::taking_part(clause) {
                    listed.extend(units);
                    add(&mut found.co_units, &found.leads, std::mem::take(&mut listed));
                } else if let Some(units) = order::units(clause) {
                    listed.extend(units);
                } else {
                    listed.clear();
                }
            }
            first &= is_time(clause);
        }
    }
    found
}

/// The bare word with which a sentence orders those to whom the whole notice is sent, and its clause: 学院要… in a notice to
/// 各二级学院.
pub(crate) fn addressed_subject<'t>(text: &'t str, addressee: &str) -> Option<(&'t str, &'t str)> {
    sentences(text).find_map(|sentence| {
        let clause = clauses(sentence).into_iter().find(|clause| !is_time(clause))?.trim();
        let word = order::bare_subject(clause)?;
        addressee.ends_with(word).then_some((word, clause))
    })
}

/// 6月12日前, 开学前: a clause that only says when, so that the subject follows.
fn is_time(clause: &str) -> bool {
    const LONGEST: usize = 14;
    let clause = trimmed(clause);
    !is_longer(clause, LONGEST)
        && ["前", "起", "底", "内", "期间", "后", "日", "末", "上午", "下午", "晚上"]
            .iter()
            .any(|end| clause.ends_with(end))
}

/// The subject behind a time that stands right before it: 每月底前各乡镇报送….
fn behind_time(clause: &str) -> &str {
    // Most clauses do not hold the words, which is asked faster than where they stand.
    let at = if clause.contains("前各") { clause.find("前各") } else { None };
    let Some(at) = at.map(|at| at + '前'.len_utf8()) else { return behind_limit(clause) };
    match clause.split_at_checked(at) {
        Some((time, subject)) if is_time(time) => subject,
        _ => clause,
    }
}

/// The body behind a limit that stands right before it: 5月底前县信访局完成并网.
fn behind_limit(clause: &str) -> &str {
    const LONGEST: usize = 14;
    let near = first_chars(clause, LONGEST);
    let Some(at) = near.find('前').map(|at| at + '前'.len_utf8()) else { return clause };
    match clause.split_at_checked(at) {
        Some((time, subject)) if ORDERS.begins("body", subject) && states_time(time) => subject,
        _ => clause,
    }
}

/// Adds an order: the subjects of the first lead, everyone named later assists.
fn take(found: &mut SentenceUnits, order: Order, clause: &str) {
    let Order { mut subjects, others, assists, rule } = order;
    let behind_first = if hands_over(clause) && subjects.len() > 1 { subjects.split_off(1) } else { Vec::new() };
    if found.leads.is_empty() && !assists {
        found.leads = subjects;
        found.rule = rule;
        found.words = clause.trim().to_owned();
    } else {
        add(&mut found.co_units, &found.leads, subjects);
    }
    add(&mut found.co_units, &found.leads, behind_first);
    add(&mut found.co_units, &found.leads, others);
}

/// Whether a clause says nothing but who does what stands before it: 由村建所、供电所负责具体实施. It is a list like that of a bracket, whose
/// first leads.
fn hands_over(clause: &str) -> bool {
    ORDERS.ends("handing-over", clause.trim())
}

/// Adds units that are not yet named.
fn add(units: &mut Vec<String>, leads: &[String], more: Vec<String>) {
    for unit in more {
        if !units.contains(&unit) && !leads.contains(&unit) {
            units.push(unit);
        }
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    split_at_signs(text, |c| matches!(c, '。' | '；' | ';' | '！' | '\n'))
}

/// The clauses of a sentence: between commas and colons outside brackets and quotation marks. A comma behind nothing but bodies goes on
/// with their list: 由县教育局，县卫健委负责….
pub(crate) fn clauses(sentence: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in signs(sentence) {
        match c {
            '（' | '(' | '[' | '［' | '“' | '《' | '〈' => depth += 1,
            '）' | ')' | ']' | '］' | '”' | '》' | '〉' => depth = depth.saturating_sub(1),
            '，' | ',' if depth == 0 && order::are_bodies(sentence.get(start..at).unwrap_or_default()) => {}
            // 18：00 is an hour.
            '：' | ':' if is_between_digits(sentence, at, at + c.len_utf8()) => {}
            '，' | ',' | '：' | ':' if depth == 0 => {
                parts.extend(sentence.get(start..at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.extend(sentence.get(start..));
    parts
}

#[cfg(test)]
mod tests;

//! The cells of units in a row: lists parted by any sign, blanks or line breaks, roles written inside, people among them.

use super::columns::shape::{is_person, is_surely_person};
use crate::lexicon::tables::{CAPTIONS, ROLES};
use crate::units::{
    Within, behind_office, ends_with_office, labels, looks_like_unit, names_role, only_people, read_bracket, split_list,
};

/// The words under the unit columns of a row.
pub(super) struct Stated<'a> {
    /// Under captions that lead.
    pub(super) lead: &'a str,
    /// Under captions that leave the role open.
    pub(super) units: &'a str,
    /// Under captions that assist.
    pub(super) co_units: &'a str,
    /// Whether a column leads.
    pub(super) lead_column: bool,
    /// Whether a column assists.
    pub(super) co_column: bool,
}

/// Who leads and who assists, as lists.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Owners {
    /// Leads, parted by 、.
    pub(super) lead: String,
    /// The others.
    pub(super) co_units: String,
    /// Whether the first of the others leads.
    pub(super) first_leads: bool,
    /// Leaders whom a label or a verb names: 牵头：李文.
    pub(super) leaders: Vec<String>,
    /// Other people named among the units.
    pub(super) people: Vec<String>,
}

/// Gives the units of a row their roles.
pub(super) fn read(stated: &Stated<'_>) -> Owners {
    let (mut leaders, mut people) = (Vec::new(), Vec::new());
    let (lead, units, co) =
        (list(stated.lead, &mut leaders), list(stated.units, &mut people), list(stated.co_units, &mut people));
    // X牵头，Y配合 in a cell says more than its caption.
    let spoken = [(&lead, true), (&units, false)].into_iter().find_map(|(words, leads)| roles_inside(words, leads));
    if let Some(Inside { mut leads, mut others, leaders: named_leaders, named }) = spoken {
        leaders.extend(named_leaders);
        people.extend(named);
        // 区行政审批局 | 综合处牵头，各处配合: who stands under the caption that leads does so, too.
        if roles_inside(&lead, true).is_none() {
            leads.splice(0..0, split_list(&lead));
        }
        let rest = if roles_inside(&lead, true).is_some() { vec![units, co] } else { vec![co] };
        others.extend(rest.iter().flat_map(|words| split_list(words)));
        return Owners { lead: leads.join("、"), co_units: others.join("、"), first_leads: false, leaders, people };
    }
    let both = |first: String, second: String| match (first.is_empty(), second.is_empty()) {
        (true, _) => second,
        (_, true) => first,
        _ => format!("{first}、{second}"),
    };
    // A row without a lead in a table with such a column is led by the first that answers.
    match (stated.lead_column && (units.is_empty() || !lead.is_empty()), stated.co_column) {
        (true, _) => Owners { lead, co_units: both(units, co), first_leads: false, leaders, people },
        (false, true) if !units.is_empty() => {
            // 责任单位 beside 配合单位: the first answers, whoever stands behind it assists.
            Owners { lead: String::new(), co_units: both(units, co), first_leads: true, leaders, people }
        }
        _ => Owners { lead: String::new(), co_units: both(units, co), first_leads: !stated.co_column, leaders, people },
    }
}

/// 待定, （待明确）, 无, —: nobody is named.
fn names_nobody(words: &str) -> bool {
    let bare = words.trim_matches(['（', '）', '(', ')', '。', ' ']);
    !bare.contains(char::is_alphanumeric) || CAPTIONS.is("undecided", bare)
}

/// A cell as one list: its line breaks part units, and what is a person stands aside.
fn list(words: &str, people: &mut Vec<String>) -> String {
    let mut joined = String::with_capacity(words.len());
    let is_named = |piece: &&str| !names_nobody(piece);
    for piece in words.split('\n').map(str::trim).filter(is_named) {
        let last = joined.rsplit(['、', '，', ',', '；', ';', '\n']).next().unwrap_or("");
        if !joined.is_empty()
            && !joined.ends_with(['、', '，', ',', '；', ';', '：', ':'])
            && !piece.starts_with(['、', '，', '；', '（', '(', '）'])
        {
            // A wrapped name goes on; two whole names are two units.
            let first = piece.split(['、', '，', ',', '；', ';']).next().unwrap_or(piece);
            // 高新园（桃溪镇） over 各街道: a bracket has closed the name.
            let closed = last.ends_with(['）', ')']) && looks_like_unit(first);
            let whole = looks_like_unit(last) || last.contains(['牵', '配', '：']) || is_person(last) || closed;
            if whole && (first.chars().count() >= 3 || is_person(first)) {
                joined.push('；');
            }
        }
        joined.push_str(piece);
    }
    // 牵头领导 李文，责任单位 县交通局: labels say who is a person.
    let labelled =
        joined.contains(['：', ':']) || labels(&joined, &[0], Within::Bracket).iter().any(|one| one.label.complete);
    if labelled {
        return joined;
    }
    // 县财政局/李强, 县财政局（李强）: a person stands with the unit.
    const PARTS: [char; 8] = ['、', '，', ',', '；', ';', ' ', '\u{3000}', '/'];
    const BRACKETS: [char; 4] = ['（', '）', '(', ')'];
    if joined.len() >= 600 {
        return joined;
    }
    let named = |words: &str| words.split(PARTS).any(is_person);
    let in_bracket = joined.split(PARTS).any(|piece| {
        piece
            .strip_suffix(['）', ')'])
            .and_then(|open| open.rsplit_once(['（', '(']))
            .is_some_and(|(unit, name)| is_surely_person(name) && looks_like_unit(unit))
    });
    if !named(&joined) && !in_bracket {
        return joined;
    }
    let parts = |c: char| PARTS.contains(&c) || in_bracket && BRACKETS.contains(&c);
    if let Some(named) = only_people(&joined) {
        people.extend(named);
        return String::new();
    }
    let pieces: Vec<&str> = joined.split(parts).filter(|piece| !piece.is_empty()).collect();
    if pieces.iter().all(|piece| is_surely_person(piece)) {
        people.extend(pieces.into_iter().map(str::to_owned));
        return String::new();
    }
    if !pieces.iter().any(|piece| looks_like_unit(piece)) {
        return joined;
    }
    let (names, units): (Vec<&str>, Vec<&str>) = pieces.into_iter().partition(|piece| is_person(piece));
    for name in names {
        match people.last_mut() {
            // 张华 县委常委: the office goes with the name before it.
            Some(last) if ends_with_office(name) && !ends_with_office(last) && !is_person_with_name(name) => {
                *last = format!("{last} {name}");
            }
            _ => people.push(name.to_owned()),
        }
    }
    units.join("、")
}

/// 副县长王海: an office with its name.
fn is_person_with_name(words: &str) -> bool {
    behind_office(words).is_some_and(|name| !name.is_empty())
}

/// What the words of a cell spell out.
struct Inside {
    leads: Vec<String>,
    others: Vec<String>,
    /// People whom a label or a verb names in the place of a unit: those who lead, and the others.
    leaders: Vec<String>,
    named: Vec<String>,
}

/// The roles that the words of a cell spell out: 市水利局牵头，市财政局配合; 牵头：A 配合：B.
fn roles_inside(words: &str, leads: bool) -> Option<Inside> {
    if !names_role(words) && !words.contains(['：', ':']) {
        return None;
    }
    let words = labelled(words);
    let read = read_bracket(&words)?;
    let known = read.leads.iter().chain(&read.co_units).any(|unit| looks_like_unit(unit));
    if !known || read.leads.is_empty() {
        return None;
    }
    let (leaders, named) = (read.people.leaders, read.people.responsible);
    // 市水利局负责 in a column that leads: all of them do.
    if leads && !ROLES.holds("bracket-assist", &words) {
        let leads = read.leads.into_iter().chain(read.co_units).collect();
        return Some(Inside { leads, others: Vec::new(), leaders, named });
    }
    Some(Inside { leads: read.leads, others: read.co_units, leaders, named })
}

/// 牵头：A 配合：B as 牵头单位：A；配合单位：B.
fn labelled(words: &str) -> String {
    let mut labelled = words.replace(':', "：");
    for role in ROLES.words("as-label") {
        labelled = labelled.replace(&format!("{role}："), &format!("；{role}单位："));
        labelled = labelled.replace(&format!("{role}单位：{role}单位："), &format!("{role}单位："));
        for noun in ["单位", "部门"] {
            for blank in [" ", "\u{3000}"] {
                labelled = labelled.replace(&format!("{blank}{role}{noun}："), &format!("；{role}单位："));
            }
        }
    }
    // （牵头） behind a name.
    for bracket in ["（牵头）", "(牵头)"] {
        labelled = labelled.replace(bracket, "牵头，");
    }
    labelled.trim_matches(['；', '，', '、']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_units_are_lists_with_roles() {
        let check = |words: &str, lead: &str, co_units: &str, first_leads: bool| {
            let owners = read(&Stated { lead: "", units: words, co_units: "", lead_column: false, co_column: false });
            assert_eq!(
                (owners.lead.as_str(), owners.co_units.as_str(), owners.first_leads),
                (lead, co_units, first_leads),
                "{words}"
            );
        };
        check("市财政局\n市审计局", "", "市财政局；市审计局", true);
        check("市水利局牵头，市财政局、市审计局配合", "市水利局", "市财政局、市审计局", false);
        check("牵头单位：市水利局\n配合单位：市财政局", "市水利局", "市财政局", false);
        check("牵头：市水利局 配合：市财政局", "市水利局", "市财政局", false);
        check("市水利局（牵头）、市财政局", "市水利局", "市财政局", false);
        check("市发展\n改革委", "", "市发展改革委", true);
        check("高新园（桃溪镇）\n各街道", "", "高新园（桃溪镇）；各街道", true);
    }

    #[test]
    fn people_alone_are_no_units() {
        let owners =
            read(&Stated { lead: "", units: "张三、李四", co_units: "", lead_column: false, co_column: false });
        assert_eq!((owners.co_units.as_str(), owners.people.len()), ("", 2));
    }

    #[test]
    fn people_among_units_stand_aside() {
        let owners =
            read(&Stated {
                lead: "", units: "市财政局 李卫东", co_units: "", lead_column: false, co_column: false
            });
        assert_eq!((owners.co_units.as_str(), owners.people), ("市财政局", vec!["李卫东".to_owned()]));
    }
}

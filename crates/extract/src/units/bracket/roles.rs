//! The verbs of a unit statement: A牵头，B、C配合; A、B按职责分工负责; A会同B; A（牵头）、B（配合）.
//!
//! The words are data: seeds/lexicon/roles.txt.

use std::sync::LazyLock;

use domain::People;

use super::super::body::looks_like_unit;
use super::super::label::{LabelKind, read_label};
use super::super::list::{only_units, split_list};
use super::super::people::{is_named_person, only_people};
use crate::deadline::states_time;
use crate::letters::signs;
use crate::lexicon::tables::ROLES;
use crate::lexicon::{WordFinder, WordSet};

/// Who does what, as the verbs say.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Roles {
    /// Units that lead (牵头, or before 会同).
    pub(super) leads: Vec<String>,
    /// Units that are responsible, or merely listed.
    pub(super) answering: Vec<String>,
    /// Units that assist (配合, 参与, or behind 会同).
    pub(super) assisting: Vec<String>,
    /// The words of a time among them.
    pub(super) deadline: Option<String>,
    /// Whether any verb was met.
    pub(super) has_verb: bool,
    /// People named in the place of units: 李文牵头.
    pub(super) people: People,
}

impl Roles {
    /// Every unit in the order of the roles.
    pub(super) fn all(&self) -> Vec<String> {
        self.leads.iter().chain(&self.answering).chain(&self.assisting).cloned().collect()
    }
}

/// What a verb at the end of a stretch makes of the units before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    Lead,
    Answer,
    Assist,
}

struct Words {
    lead: WordSet,
    answer: WordSet,
    assist: WordSet,
    manner: WordSet,
    joint: &'static [&'static str],
    bracket_lead: WordSet,
    bracket_assist: WordSet,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
    lead: ROLES.set("lead"),
    answer: ROLES.set("answer"),
    assist: ROLES.set("assist"),
    manner: ROLES.set("manner"),
    joint: ROLES.words("joint"),
    bracket_lead: ROLES.set("bracket-lead"),
    bracket_assist: ROLES.set("bracket-assist"),
});

/// Verbs behind which a statement may go on with what is to be done.
static TELLING: LazyLock<WordFinder> = LazyLock::new(|| ROLES.finder(&["telling"]));

/// Whether a cell spells a role out: 牵头, 配合, 会同.
pub(crate) fn names_role(words: &str) -> bool {
    ROLES.holds("spelled", words)
}

/// Whether words name nothing but units and what they do: A牵头，B、C参加. A time may go on with a task: 5月前完成清查.
pub(crate) fn says_only_roles(words: &str) -> bool {
    let mut verbs = 0;
    stretches(words).into_iter().all(|stretch| {
        let stated = split_verb(stretch);
        verbs += usize::from(stated.is_some());
        let units = stated.map_or(stretch, |(units, _)| units);
        units.is_empty() || all_units(units) || joint_units(units)
    }) && verbs > 0
}

/// A会同B
fn joint_units(units: &str) -> bool {
    WORDS
        .joint
        .iter()
        .any(|joint| units.split_once(joint).is_some_and(|(one, other)| all_units(one) && all_units(other)))
}

/// Reads the stretches between commas and semicolons: each verb takes the units before it that no verb has taken.
pub(super) fn read(words: &str) -> Roles {
    let mut roles = Roles::default();
    let mut waiting = String::new();
    let mut led = false;
    for stretch in stretches(words) {
        let (stretch, time) = before_time(stretch);
        if let Some(time) = time {
            // 9月底前完成试点，12月底全面推开: all times belong to the statement.
            let before = roles.deadline.take().map(|before| before + "，").unwrap_or_default();
            roles.deadline = Some(before + time.trim());
        }
        if let Some((units, verb)) = told(stretch).or_else(|| split_verb(stretch)).or_else(|| as_role(stretch)) {
            roles.has_verb = true;
            // A；B、C配合: where nobody leads yet, those before the stretch of the assistants answer.
            if verb == Verb::Assist && !led && !units.is_empty() && all_units(&waiting) {
                take(&mut roles, &waiting, Verb::Answer, led);
                waiting.clear();
            }
            if !waiting.is_empty() {
                waiting.push('，');
            }
            waiting.push_str(units);
            take(&mut roles, &waiting, verb, led);
            led |= verb == Verb::Lead && !roles.leads.is_empty();
            waiting.clear();
        } else if !stretch.trim().is_empty() {
            if !waiting.is_empty() {
                waiting.push('，');
            }
            waiting.push_str(stretch);
        }
    }
    // Behind a statement a remark may follow: …负责。（由于篇幅太长，省略部分内容）
    let remark = roles.has_verb && !split_list(&waiting).iter().any(|unit| looks_like_unit(unit));
    if !waiting.is_empty() && !remark {
        // A list behind A牵头 without a verb of its own assists; a list alone answers.
        take(&mut roles, &waiting, if led { Verb::Assist } else { Verb::Answer }, led);
    }
    roles
}

/// Whether words are nothing but units.
fn all_units(words: &str) -> bool {
    only_units(words).is_some()
}

/// A stretch without the time it states, and the time: 9月底前完成, 市教育局于9月底前完成.
fn before_time(stretch: &str) -> (&str, Option<&str>) {
    if states_time(stretch) {
        return ("", Some(stretch));
    }
    let digit = stretch.find(|c: char| c.is_ascii_digit() || matches!(c, '０'..='９')).filter(|at| *at > 0);
    let word = ["务于", "应于", "须于", "于", "在"].into_iter().find(|word| stretch.contains(word));
    let word = word.and_then(|word| stretch.find(word));
    for at in word.into_iter().chain(digit) {
        let (units, time) = stretch.split_at(at);
        let time = time.trim_start_matches(['务', '应', '须']);
        if states_time(time) && all_units(units) {
            return (units, Some(time.trim_start_matches(['于', '在'])));
        }
    }
    (stretch, None)
}

/// Longest name before 会同 that need not look like a unit, in characters.
const LONGEST_NAME: usize = 10;

/// Gives units to the role of a verb. 负责 behind a named lead assists: A牵头，B、C按职责分工负责.
fn take(roles: &mut Roles, units: &str, verb: Verb, led: bool) {
    let units = units.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '，' | '、'));
    let units = behind_by(units);
    let names_people = |people: &mut People, names: Vec<String>| match verb {
        Verb::Lead => people.leaders.extend(names),
        Verb::Answer | Verb::Assist => people.responsible.extend(names),
    };
    if let Some(named) = only_people(units) {
        names_people(&mut roles.people, named);
        return;
    }
    for joint in WORDS.joint {
        let Some((first, others)) = units.split_once(joint) else { continue };
        let (first, others) = (split_list(first), split_list(others));
        let are_units = |names: &[String]| !names.is_empty() && names.iter().all(|unit| looks_like_unit(unit));
        // One side that is known is enough: 立案庭会同市司法局.
        let short = first.first().is_some_and(|name| name.chars().count() <= LONGEST_NAME);
        if are_units(&first) || (first.len() == 1 && short && are_units(&others)) {
            roles.has_verb = true;
            roles.leads.extend(first);
            roles.assisting.extend(others);
            return;
        }
    }
    for unit in split_list(units) {
        let (unit, own) = own_role(&unit);
        roles.has_verb |= own.is_some();
        if is_named_person(&unit) {
            names_people(&mut roles.people, vec![unit]);
            continue;
        }
        match own.unwrap_or(verb) {
            Verb::Lead => roles.leads.push(unit),
            Verb::Answer if led => roles.assisting.push(unit),
            Verb::Answer => roles.answering.push(unit),
            Verb::Assist => roles.assisting.push(unit),
        }
    }
}

/// The units behind 由: 由市财政局, 市级层面由市财政局. 自由贸易试验区 holds no such 由.
fn behind_by(units: &str) -> &str {
    const LONGEST: usize = 12;
    let by = units.match_indices('由').find(|(at, _)| !units.get(..*at).is_some_and(|before| before.ends_with('自')));
    match by.and_then(|(at, by)| Some((units.get(..at)?, units.get(at + by.len()..)?))) {
        Some((before, behind)) if before.chars().count() <= LONGEST && !looks_like_unit(before) => behind,
        _ => units,
    }
}

/// A name without the role that a bracket behind it gives: 市财政局（牵头）.
fn own_role(unit: &str) -> (String, Option<Verb>) {
    let role = unit.strip_suffix(['）', ')']).and_then(|open| {
        let at = open.rfind(['（', '('])?;
        let inner = open.get(at..)?.trim_start_matches(['（', '(']);
        let verb = if WORDS.bracket_lead.contains(inner) {
            Verb::Lead
        } else if WORDS.bracket_assist.contains(inner) {
            Verb::Assist
        } else {
            return None;
        };
        Some((open.get(..at)?.to_owned(), verb))
    });
    match role {
        Some((name, verb)) => (name, Some(verb)),
        None => (unit.to_owned(), None),
    }
}

/// The units and the verb of a stretch that ends with a phrase of verbs and words of manner: 按职责分工负责, 牵头组织实施.
fn split_verb(stretch: &str) -> Option<(&str, Verb)> {
    let words = &*WORDS;
    let mut rest = stretch.trim().trim_end_matches(['。', '等']);
    let (mut leads, mut answers, mut assists) = (false, false, false);
    let mut by_manner = false;
    loop {
        let before = if let Some(before) = words.lead.before_suffix(rest) {
            leads = true;
            before
        } else if let Some(before) = words.answer.before_suffix(rest) {
            answers = true;
            before
        } else if let Some(before) = words.assist.before_suffix(rest) {
            assists = true;
            before
        } else if let Some(before) = words.manner.before_suffix(rest) {
            // 按职责分工 alone says that they answer.
            by_manner |= rest.ends_with("分工");
            before
        } else {
            break;
        };
        rest = before.trim_end_matches(['并', '，', ',', '、', '和', ' ']);
    }
    let verb = match (leads, answers || by_manner, assists) {
        (true, ..) => Verb::Lead,
        (false, _, true) => Verb::Assist,
        (false, true, false) => Verb::Answer,
        (false, false, false) => return None,
    };
    Some((rest.trim_end_matches(['，', ',']), verb))
}

/// Units with what they are told to do behind the verb: 市财政局等部门负责制定方案并组织实施, 市教育局牵头制定实施细则.
fn told(stretch: &str) -> Option<(&str, Verb)> {
    let stretch = stretch.trim();
    let verbs = &*TELLING;
    let (at, word) = verbs.places(stretch).into_iter().find(|(at, _)| *at > 0)?;
    let (units, behind) = (stretch.get(..at)?, stretch.get(at + word.len()..)?);
    // 负责人, 承办单位, and what is no more than a manner: 负责落实.
    if behind.chars().count() < 2
        || ROLES.begins("no-telling", behind)
        || split_verb(behind).is_some_and(|(rest, _)| rest.is_empty())
    {
        return None;
    }
    let mut units = units;
    while let Some(before) = WORDS.manner.before_suffix(units) {
        units = before;
    }
    let verb = if WORDS.lead.contains(word) { Verb::Lead } else { Verb::Answer };
    all_units(behind_by(units)).then_some((units, verb))
}

/// 县教育局为牵头单位, and the role before its units: 牵头县教育局.
fn as_role(stretch: &str) -> Option<(&str, Verb)> {
    let stretch = stretch.trim();
    let verb = |kind: LabelKind| match kind {
        LabelKind::Lead => Some(Verb::Lead),
        LabelKind::Answer => Some(Verb::Answer),
        LabelKind::Assist => Some(Verb::Assist),
        _ => None,
    };
    for word in ["为", "是", "作为"] {
        let Some((units, role)) = stretch.rsplit_once(word) else { continue };
        if let Some(label) = read_label(role).filter(|label| label.complete) {
            return verb(label.kind).map(|verb| (units, verb));
        }
    }
    if read_label(stretch).is_some() {
        return None;
    }
    let words = &*WORDS;
    let heads = [(&words.lead, Verb::Lead), (&words.assist, Verb::Assist)];
    heads.into_iter().find_map(|(set, verb)| {
        let units = set.behind_prefix(stretch)?.trim_start();
        all_units(units).then_some((units, verb))
    })
}

/// Whether a role ends before a 、 and units of another role follow: 市商务委牵头负责、各区政府组织落实.
fn parts_roles((before, behind): (&str, &str)) -> bool {
    let has_units = |stretch: &str| {
        split_verb(stretch).is_some_and(|(units, _)| split_list(units).iter().any(|unit| looks_like_unit(unit)))
    };
    let next = behind.split(['，', ',', '；', ';', '。']).next().unwrap_or_default();
    has_units(before) && has_units(next)
}

/// The stretches between commas, semicolons and full stops outside brackets, and between roles with 、 between them.
pub(super) fn stretches(words: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in signs(words) {
        match c {
            '（' | '(' | '[' | '［' | '〈' => depth += 1,
            '）' | ')' | ']' | '］' | '〉' => depth = depth.saturating_sub(1),
            '，' | ',' | '；' | ';' | '。' if depth == 0 => {
                parts.extend(words.get(start..at));
                start = at + c.len_utf8();
            }
            '、' if depth == 0 && words.get(start..at).zip(words.get(at + c.len_utf8()..)).is_some_and(parts_roles) => {
                parts.extend(words.get(start..at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.extend(words.get(start..));
    parts.retain(|part| !part.trim().is_empty());
    parts
}

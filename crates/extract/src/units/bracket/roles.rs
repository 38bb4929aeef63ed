//! The verbs of a unit statement: A牵头，B、C配合; A、B按职责分工负责; A会同B.

use super::super::body::looks_like_unit;
use super::super::list::split_list;
use crate::deadline::states_time;

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

/// Verbs, longest first where one ends like another.
const VERBS: &[(&str, Verb)] = &[
    ("牵头负责", Verb::Lead),
    ("负责牵头", Verb::Lead),
    ("牵头落实", Verb::Lead),
    ("牵头组织实施", Verb::Lead),
    ("牵头实施", Verb::Lead),
    ("牵头推进", Verb::Lead),
    ("共同牵头", Verb::Lead),
    ("分别牵头", Verb::Lead),
    ("总牵头", Verb::Lead),
    ("牵头", Verb::Lead),
    ("按照职责分工分别负责", Verb::Answer),
    ("按职责分工分别负责", Verb::Answer),
    ("按照各自职责分工负责", Verb::Answer),
    ("按各自职责分工负责", Verb::Answer),
    ("按照职责分工负责", Verb::Answer),
    ("依职责分工负责", Verb::Answer),
    ("按职责分工负责", Verb::Answer),
    ("按照职责分工配合", Verb::Assist),
    ("按职责分工配合", Verb::Assist),
    ("按职责分工落实", Verb::Answer),
    ("按照各自职责负责", Verb::Answer),
    ("按各自职责负责", Verb::Answer),
    ("按职责负责", Verb::Answer),
    ("按职责分工", Verb::Answer),
    ("分工负责", Verb::Answer),
    ("共同负责", Verb::Answer),
    ("分别负责", Verb::Answer),
    ("具体负责", Verb::Answer),
    ("负责落实", Verb::Answer),
    ("组织实施", Verb::Answer),
    ("负责", Verb::Answer),
    ("抓落实", Verb::Answer),
    ("落实", Verb::Answer),
    ("配合", Verb::Assist),
    ("参与", Verb::Assist),
    ("协助", Verb::Assist),
];

/// Reads the stretches between commas and semicolons: each verb takes the units before it that no verb has taken.
pub(super) fn read(words: &str) -> Roles {
    let mut roles = Roles::default();
    let mut waiting = String::new();
    let mut led = false;
    for stretch in stretches(words) {
        if let Some((units, verb)) = split_verb(stretch) {
            roles.has_verb = true;
            if !waiting.is_empty() {
                waiting.push('，');
            }
            waiting.push_str(units);
            take(&mut roles, &waiting, verb, led);
            led |= verb == Verb::Lead;
            waiting.clear();
        } else if states_time(stretch) {
            roles.deadline = roles.deadline.take().or_else(|| Some(stretch.trim().to_owned()));
        } else {
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

/// Gives units to the role of a verb. 负责 behind a named lead assists: A牵头，B、C按职责分工负责.
fn take(roles: &mut Roles, units: &str, verb: Verb, led: bool) {
    let units = units.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '，' | '、'));
    let units = units.strip_prefix('由').unwrap_or(units);
    if let Some((first, others)) = units.split_once("会同") {
        roles.has_verb = true;
        roles.leads.extend(split_list(first));
        roles.assisting.extend(split_list(others));
        return;
    }
    let units = split_list(units);
    match verb {
        Verb::Lead => roles.leads.extend(units),
        Verb::Answer if led => roles.assisting.extend(units),
        Verb::Answer => roles.answering.extend(units),
        Verb::Assist => roles.assisting.extend(units),
    }
}

/// The units and the verb of a stretch that ends with a verb.
fn split_verb(stretch: &str) -> Option<(&str, Verb)> {
    let stretch = stretch.trim().trim_end_matches(['。', '等']);
    VERBS
        .iter()
        .find_map(|(word, verb)| stretch.strip_suffix(word).map(|units| (units.trim_end_matches(['，', ',']), *verb)))
}

/// The stretches between commas, semicolons and full stops outside brackets.
pub(super) fn stretches(words: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in words.char_indices() {
        match c {
            '（' | '(' | '[' | '［' => depth += 1,
            '）' | ')' | ']' | '］' => depth = depth.saturating_sub(1),
            '，' | ',' | '；' | ';' | '。' if depth == 0 => {
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

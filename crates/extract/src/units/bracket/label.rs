//! Labels inside a unit bracket: 牵头单位：, 责任部门：, 配合单位：, 时限要求：.

/// What a label says of the words behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// 牵头单位, 主办单位: answers.
    Lead,
    /// 责任单位: answers when no lead is named beside it, assists otherwise.
    Answer,
    /// 配合单位, 协办单位: assists.
    Assist,
    /// 完成时限, 时间要求: by when.
    Time,
    /// 目标位置, 分管领导: neither a unit nor a time.
    Unrelated,
}

/// The words behind a label, up to the next.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Segment<'a> {
    /// What the label says.
    pub(super) role: Role,
    /// The words behind it.
    pub(super) words: &'a str,
}

/// Words that make a label of a role; the longest label before a colon counts by its first match.
const ROLES: &[(&str, Role)] = &[
    ("领导", Role::Unrelated),
    ("责任人", Role::Unrelated),
    ("联系人", Role::Unrelated),
    ("责任/配合", Role::Assist),
    ("牵头", Role::Lead),
    ("主办", Role::Lead),
    ("主责", Role::Lead),
    ("主管", Role::Lead),
    ("配合", Role::Assist),
    ("协办", Role::Assist),
    ("协同", Role::Assist),
    ("协助", Role::Assist),
    ("参与", Role::Assist),
    ("参加", Role::Assist),
    ("支持", Role::Assist),
    ("责任", Role::Answer),
    ("承办", Role::Answer),
    ("实施", Role::Answer),
    ("落实", Role::Answer),
    ("负责", Role::Answer),
    ("承担", Role::Answer),
    ("时限", Role::Time),
    ("时间", Role::Time),
    ("期限", Role::Time),
    ("进度", Role::Time),
];

/// Labels that are told even when they are glued to the words before them.
const GLUED: &[&str] = &[
    "牵头单位",
    "牵头部门",
    "责任单位",
    "责任部门",
    "责任处室",
    "配合单位",
    "配合部门",
    "协办单位",
    "参与单位",
    "时限要求",
    "完成时限",
    "完成时间",
];

/// Words before a label that belong to it.
const QUALIFIERS: &[&str] = &["主要", "第一", "直接", "具体", "主体", "项目", "市级", "省级", "县级", "区级"];

/// A label is no longer than this, in characters.
const LONGEST_LABEL: usize = 12;

/// The labelled segments of a bracket; `None` when it does not begin with a label that names units or a time.
/// Words before the first label (a list without one) form a segment of role [`Role::Answer`].
pub(super) fn segments(inner: &str) -> Option<Vec<Segment<'_>>> {
    let mut found: Vec<(usize, usize, Role)> = Vec::new();
    for (at, colon) in inner.char_indices().filter(|(_, c)| matches!(c, '：' | ':')) {
        let before = inner.get(..at)?;
        let start = before
            .rfind(is_break)
            .map_or(0, |cut| cut + before.get(cut..).and_then(|s| s.chars().next()).map_or(0, char::len_utf8));
        // A separator may be missing before the label: …、人社局责任单位：
        let glued = GLUED.iter().find_map(|label| before.strip_suffix(label)).map(|rest| rest.len().max(start));
        // 主要责任单位 is a label of its own.
        let qualified =
            |glued: &usize| before.get(start..*glued).is_some_and(|words| QUALIFIERS.contains(&words.trim()));
        let start = glued.filter(|glued| !qualified(glued)).unwrap_or(start);
        let label = before.get(start..)?.trim();
        if label.is_empty() || label.chars().count() > LONGEST_LABEL {
            continue;
        }
        let role = ROLES.iter().find(|(word, _)| label.contains(word)).map_or(Role::Unrelated, |(_, role)| *role);
        found.push((start, at + colon.len_utf8(), role));
    }
    if !found.iter().any(|(_, _, role)| *role != Role::Unrelated) {
        return None;
    }
    let mut segments = Vec::with_capacity(found.len() + 1);
    if let Some(lead_in) =
        found.first().and_then(|(start, _, _)| inner.get(..*start)).filter(|words| !words.trim().is_empty())
    {
        segments.push(Segment { role: Role::Answer, words: lead_in });
    }
    for (index, (_, from, role)) in found.iter().enumerate() {
        let to = found.get(index + 1).map_or(inner.len(), |(start, _, _)| *start);
        segments.push(Segment { role: *role, words: inner.get(*from..to)? });
    }
    Some(segments)
}

/// Where a label may begin.
fn is_break(c: char) -> bool {
    c.is_whitespace() || matches!(c, '，' | ',' | '；' | ';' | '。' | '、' | '：' | ':')
}

//! Labels of a task: 牵头单位：, 【整改时限】, 责任领导, 整改目标. A label is put together from parts (role, noun), so that every
//! office's own wording is read.
//!
//! The parts are data: seeds/lexicon/labels.txt.

use std::sync::LazyLock;

use crate::head::compact::last_chars;
use crate::letters::{holds_blank, trimmed};
use crate::lexicon::tables::LABELS;
use crate::lexicon::{CharacterBits, WordFinder, WordSet};
use crate::ordering::begins_like_an_order;

/// What a label says of the words behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum LabelKind {
    /// 牵头单位, 主办科室: answers.
    Lead,
    /// 责任单位: answers where nobody leads beside it, assists otherwise.
    Answer,
    /// 配合单位, 协办部门: assists.
    Assist,
    /// 完成时限, 时间节点: by when.
    Time,
    /// 分管领导: the leader in charge.
    Leader,
    /// 责任人: the person responsible.
    Responsible,
    /// 联系人, 联系电话.
    Contact,
    /// 整改目标, 进度安排, 督办单位: kept under the heading printed.
    Field,
    /// 整改措施, 工作任务: the measure's own words.
    Text,
}

impl ReadLabel {
    /// A role or a word that is a label only where it stands: 牵头：.
    pub(crate) fn loose(kind: LabelKind) -> Self {
        Self { kind, complete: false, clear: false, with_person: false, phone: false }
    }
}

impl LabelKind {
    /// Whether units stand behind the label.
    pub(crate) fn names_units(self) -> bool {
        matches!(self, Self::Lead | Self::Answer | Self::Assist)
    }

    /// Whether people stand behind the label.
    pub(crate) fn names_people(self) -> bool {
        matches!(self, Self::Leader | Self::Responsible | Self::Contact)
    }
}

/// What a label is by its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReadLabel {
    /// What it says.
    pub(crate) kind: LabelKind,
    /// Whether role and noun are both there: 责任单位, not 责任 alone.
    pub(crate) complete: bool,
    /// Whether it is read without a colon, too: 责任单位, not 建设单位.
    pub(crate) clear: bool,
    /// Whether it asks for units and a person: 责任单位及责任人.
    pub(crate) with_person: bool,
    /// Whether it asks for a telephone number.
    pub(crate) phone: bool,
}

/// Longest label, in characters.
pub(crate) const LONGEST_LABEL: usize = 14;
/// How many characters may stand before the noun of a field: 2025年度工作目标.
const LONGEST_QUALIFIER: usize = 8;

/// Longest name of a project, in characters.
const LONGEST_PROJECT: usize = 30;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Lead,
    Answer,
    Assist,
    Overseer,
    Unit,
    Person,
    Qualifier,
    Joiner,
}

struct Parts {
    /// Parts of labels of units by their first character, which stands with each, longest first.
    units: Vec<(char, &'static str, Part)>,
    /// The first characters of these.
    unit_parts: CharacterBits,
    time_acts: Vec<&'static str>,
    time_nouns: WordSet,
    times: WordSet,
    leaders: WordSet,
    responsible: WordSet,
    contacts: WordSet,
    phones: WordSet,
    fields: WordSet,
    texts: WordSet,
    goals: WordSet,
    titles: WordSet,
    divisions: WordSet,
    /// Last words of the names of projects, and first words of orders to carry them out.
    projects: WordSet,
    project_acts: WordSet,
    clear: WordSet,
    /// What every label holds that is read without a colon and asks for units.
    any_clear: WordFinder,
    /// What a label that needs no colon begins with.
    beginnings: WordSet,
    /// The last characters of all labels.
    last: CharacterBits,
}

static PARTS: LazyLock<Parts> = LazyLock::new(|| {
    let kinds = [
        ("lead", Part::Lead),
        ("answer", Part::Answer),
        ("assist", Part::Assist),
        ("overseer", Part::Overseer),
        ("unit", Part::Unit),
        ("responsible", Part::Person),
        ("qualifier", Part::Qualifier),
        ("joiner", Part::Joiner),
    ];
    let words = kinds.iter().flat_map(|(kind, part)| LABELS.words(kind).iter().map(move |word| (*word, *part)));
    let mut units: Vec<(char, &'static str, Part)> =
        words.filter_map(|(word, part)| Some((word.chars().next()?, word, part))).collect();
    let mut time_acts = LABELS.words("time-act").to_vec();
    units.sort_by_key(|(first, word, _)| (*first, std::cmp::Reverse(word.len())));
    time_acts.sort_by_key(|word| std::cmp::Reverse(word.len()));
    Parts {
        unit_parts: CharacterBits::of(units.iter().map(|(first, ..)| *first)),
        units,
        time_acts,
        time_nouns: LABELS.set("time-noun"),
        times: LABELS.set("time"),
        leaders: LABELS.set("leader"),
        responsible: LABELS.set("responsible"),
        contacts: LABELS.set("contact"),
        phones: LABELS.set("phone"),
        fields: LABELS.set("field"),
        texts: LABELS.set("text"),
        goals: LABELS.set("goal"),
        titles: LABELS.set("title"),
        divisions: LABELS.set("division"),
        projects: LABELS.set("project"),
        project_acts: LABELS.set("project-act"),
        clear: LABELS.set("clear"),
        any_clear: LABELS.finder(&["clear", "field", "text", "responsible"]),
        last: CharacterBits::of(['）', ')', '求']).with(WordSet::of(LABELS.all_words()).last_characters()),
        beginnings: WordSet::of(
            ["time-act", "clear", "time", "leader", "responsible", "contact"]
                .iter()
                .flat_map(|kind| LABELS.words(kind))
                .copied(),
        ),
    }
});

/// Whether a label may end with a character.
pub(super) fn may_end_label(last: char) -> bool {
    PARTS.last.may_hold(last)
}

/// Whether words may end with a label that is read without a colon, as the words in it tell.
pub(super) fn may_end_with_clear_label(words: &str) -> bool {
    let near = last_chars(words, LONGEST_LABEL);
    PARTS.any_clear.is_in(near) || holds_blank(near)
}

/// Whether a label gives what is to be reached, and with it perhaps by when: 目标任务, 2025年目标, 推进计划.
pub(crate) fn states_goal(heading: &str) -> bool {
    PARTS.goals.ends(heading.trim())
}

/// Whether words are the name of a project and no order: 村医补助工程. In 推进旧城改造项目 somebody is to do something.
pub(crate) fn names_project(words: &str) -> bool {
    let words = words.trim_end_matches(['。', '：', ':', ' ']);
    let parts = &*PARTS;
    let plain = !words.contains(['，', '。', '；', ',']) && words.chars().count() <= LONGEST_PROJECT;
    plain
        && parts.projects.ends(words)
        && !parts.project_acts.begins(words)
        && !begins_like_an_order(crate::head::compact::first_chars(words, 2))
}

/// What words are as a label; `None` when they are none.
pub(crate) fn read_label(words: &str) -> Option<ReadLabel> {
    let words = trimmed(words);
    // Most words that are asked about are no labels, and their last character tells.
    if !words.chars().next_back().is_some_and(|last| PARTS.last.may_hold(last)) {
        return None;
    }
    let length = words.chars().count();
    if !(2..=LONGEST_LABEL).contains(&length) {
        return None;
    }
    let spaced;
    // 责 任 单 位
    let words = if holds_blank(words) {
        spaced = words.split_whitespace().collect::<String>();
        spaced.as_str()
    } else {
        words
    };
    let parts = &*PARTS;
    let label = |kind| {
        Some(ReadLabel { kind, complete: true, clear: true, with_person: false, phone: parts.phones.contains(words) })
    };
    if parts.leaders.contains(words) {
        return label(LabelKind::Leader);
    }
    if parts.contacts.contains(words) {
        return label(LabelKind::Contact);
    }
    if parts.responsible.contains(words) {
        return label(LabelKind::Responsible);
    }
    if parts.texts.contains(words) {
        return label(LabelKind::Text);
    }
    if is_time(words) {
        return label(LabelKind::Time).map(|read| ReadLabel { complete: words != "时间", ..read });
    }
    // 问题 and 目标 are fields although 问题 is a qualifier, too.
    if parts.fields.contains(words) {
        return label(LabelKind::Field);
    }
    if let Some(read) = units_label(words) {
        return Some(read);
    }
    let qualifier = parts.fields.before_suffix(words)?;
    let plain = qualifier.chars().all(char::is_alphanumeric) && qualifier.chars().count() <= LONGEST_QUALIFIER;
    plain.then_some(()).and_then(|()| label(LabelKind::Field))
}

/// Whether a label that needs no colon may begin with these words: the first character tells for nearly all.
pub(super) fn may_begin_bare_label(words: &str) -> bool {
    PARTS.beginnings.begins(words)
}

/// What stands behind the label of a division of tasks that words begin with: 任务分解：….
pub(super) fn behind_division(words: &str) -> Option<&str> {
    PARTS.divisions.behind_prefix(words)
}

/// Whether words end with an office: 王强副县长, 县长.
pub(crate) fn ends_with_office(words: &str) -> bool {
    PARTS.titles.ends(words)
}

/// What stands behind the office that words begin with: 副县长 王强.
pub(crate) fn behind_office(words: &str) -> Option<&str> {
    PARTS.titles.behind_prefix(words.strip_prefix('副').unwrap_or(words)).map(str::trim)
}

/// Whether words are the title of a person without a name: 副县长.
pub(super) fn is_title(words: &str) -> bool {
    !words.contains(char::is_whitespace) && PARTS.titles.ends(words)
}

/// 完成时限, 整改完成时间, 办结时限要求.
fn is_time(words: &str) -> bool {
    let parts = &*PARTS;
    let words = words.strip_suffix("要求").filter(|rest| !rest.is_empty()).unwrap_or(words);
    if parts.times.contains(words) {
        return true;
    }
    let Some(mut rest) = parts.time_nouns.before_suffix(words) else { return false };
    while !rest.is_empty() {
        let Some(behind) = parts.time_acts.iter().find_map(|act| rest.strip_prefix(act)) else { return false };
        rest = behind;
    }
    true
}

/// A label of units from its parts: 牵头（责任）单位, 整改责任单位, 责任单位及责任人.
fn units_label(words: &str) -> Option<ReadLabel> {
    let parts = &*PARTS;
    let (mut found, mut first_part, mut last) = (0_u32, None, None);
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        if !parts.unit_parts.may_hold(first) {
            return None;
        }
        let from = parts.units.partition_point(|(known, ..)| *known < first);
        let mut near = parts.units.get(from..)?.iter().take_while(|(known, ..)| *known == first);
        let (_, word, part) = near.find(|(_, word, _)| rest.starts_with(word))?;
        found |= 1 << *part as u32;
        first_part = first_part.or(Some(*part));
        last = Some(*part);
        rest = rest.get(word.len()..)?;
    }
    if first_part == Some(Part::Joiner) {
        return None;
    }
    let has = |part: Part| found & 1 << part as u32 != 0;
    let person = has(Part::Person);
    let noun = has(Part::Unit);
    if person && !noun {
        return None;
    }
    let kind = if has(Part::Overseer) {
        // 督导单位 watches; 监管责任单位 answers all the same.
        if has(Part::Lead) || has(Part::Answer) { LabelKind::Answer } else { LabelKind::Field }
    } else {
        match (has(Part::Lead), has(Part::Answer), has(Part::Assist)) {
            (true, _, true) => LabelKind::Answer,
            (true, _, false) => LabelKind::Lead,
            (false, _, true) => LabelKind::Assist,
            (false, true, false) => LabelKind::Answer,
            (false, false, false) => return None,
        }
    };
    if kind == LabelKind::Field && !noun {
        return None;
    }
    // 责任、配合 alone may be words of a sentence; the last part is the role or the noun.
    let closes = matches!(last?, Part::Unit | Part::Person | Part::Lead | Part::Answer | Part::Assist | Part::Overseer)
        || words.ends_with(['）', ')']);
    let clear = noun && words.chars().count() >= 4 && PARTS.clear.begins(words);
    closes.then_some(ReadLabel { kind, complete: noun, clear, with_person: person, phone: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_projects_are_told_from_orders() {
        let check = |words: &str, expected: bool| assert_eq!(names_project(words), expected, "{words}");
        check("基层卫生服务项目。", true);
        check("村医补助工程", true);
        check("暖冬行动", true);
        check("农村饮水安全提升项目", true);
        check("推进旧城改造项目", false);
        check("新建敬老院项目。", false);
        check("完成西河桥改造工程", false);
        check("健全救助体系", false);
        check("开展清河行动", false);
    }

    #[test]
    fn labels_are_put_together_from_role_and_noun() {
        let check = |labels: &str, kind: Option<LabelKind>| {
            for label in labels.split_whitespace() {
                assert_eq!(read_label(label).map(|read| read.kind), kind, "{label}");
            }
        };
        check(
            "牵头单位 主办单位 牵头科室 牵头责任单位 主责部门 牵头（责任）单位 牵头部门（单位） 主要牵头部门",
            Some(LabelKind::Lead),
        );
        check(
            "责任单位 承办单位 整改责任单位 责任处室 实施主体 落实单位 主要责任单位 责任单位（部门） 责任单位及责任人 牵头及配合单位 行业监管责任单位",
            Some(LabelKind::Answer),
        );
        check("配合单位 协办部门 参与单位 协同配合单位 责任/配合单位 配合科室", Some(LabelKind::Assist));
        check(
            "完成时限 整改时限 时间节点 办结时限 完成时间 整改完成时限 时限要求 计划完成时间 办结时限要求 拟完成时间",
            Some(LabelKind::Time),
        );
        check("牵头领导 分管领导 责任领导 包保领导 分管县领导 分管负责人", Some(LabelKind::Leader));
        check("责任人 具体责任人 整改责任人 承办人 负责人", Some(LabelKind::Responsible));
        check("联系人 联系电话 联络员 联系人及电话", Some(LabelKind::Contact));
        check(
            "工作目标 整改目标 预期成果 成果形式 存在问题 问题表现 进展情况 督办单位 2025年目标 进度安排 备注",
            Some(LabelKind::Field),
        );
        check("整改措施 工作任务 具体举措", Some(LabelKind::Text));
        check("责任编辑 有关规定 市教育局 重点 责任落实到位 单位 工作 交办时间 印发时间 各级 单位部门", None);
    }
}

//! The order in one clause: who is told to do something.

use crate::units::body::{Likeness, likeness};
use crate::units::list::split_list;
use crate::units::name::without_definition;

/// Who a clause orders.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Order {
    /// Its subjects.
    pub(super) subjects: Vec<String>,
    /// Those behind 会同.
    pub(super) others: Vec<String>,
    /// Whether the subjects are told to assist: 配合, 参与.
    pub(super) assists: bool,
    /// Name of the rule.
    pub(super) rule: &'static str,
}

/// Words that make a sentence an order to the subject before them, with the characters that must not stand around
/// them: 要 is no order in 重要, 要求, 主要.
const MODALS: &[(&str, &str, &str)] = &[
    ("应当", "", ""),
    ("必须", "", ""),
    ("要", "重主需必简摘概首紧纲不", "求素点件务领害么闻闭"),
    ("应", "供响效适反对相感顺呼不", "用急对收付届保答征有税诉急"),
    ("须", "必无", ""),
    ("不得", "", ""),
    ("牵头", "", "单位部人的处"),
    ("负责", "人", "人的同制"),
    ("配合", "合协", ""),
];

/// Verbs that order a collective even without 要: 各区政府建立健全…
const ACTS: &[&str] = &[
    "建立", "加强", "按照", "结合", "根据", "依托", "制定", "落实", "组织", "推进", "开展", "做好", "完善", "抓好",
    "明确", "定期", "充分", "统筹", "切实", "严格",
];

/// Verbs behind 由X that make it an order.
const AGENT_ACTS: &[&str] = &[
    "牵头", "负责", "会同", "统筹", "组织", "承担", "汇总", "统一", "按", "对", "具体", "加强", "制定", "进行", "初审",
    "自行", "根据", "依据", "将", "审核", "办理", "集体", "指定", "配合", "参与", "协调", "实施", "落实", "建立",
    "开展", "推进", "确定", "通过", "与", "出具", "编制", "提出",
];

/// The subject of an order is no longer than this, in characters.
const LONGEST: usize = 90;

/// The order a clause gives, if any. `first` says whether the clause opens its sentence.
pub(super) fn order(clause: &str, first: bool) -> Option<Order> {
    let clause = clause.trim();
    // A letter asks where a notice orders: 请市财政局牵头….
    let clause = clause.strip_prefix('请').unwrap_or(clause);
    agent(clause).or_else(|| modal(clause)).or_else(|| if first { collective(clause) } else { None })
}

/// 由X负责…, 具体由X牵头…, 由X会同Y…
fn agent(clause: &str) -> Option<Order> {
    let at = clause.find('由').filter(|at| {
        *at == 0 || OPENINGS.iter().any(|word| clause.get(..*at).is_some_and(|before| before.ends_with(word)))
    })?;
    let behind = clause.get(at + '由'.len_utf8()..)?;
    // The shortest stretch before a verb that is a list of units.
    verb_positions(behind, AGENT_ACTS).into_iter().find_map(|(end, verb)| {
        let subjects = units(behind.get(..end)?)?;
        Some(Order { subjects, others: jointly(behind, end, verb), assists: assists(behind, end), rule: "sentence.by" })
    })
}

/// Words before 由 that let the clause still be about who does it.
const OPENINGS: &[&str] =
    &["具体", "主要", "分别", "并", "则", "统一", "原则上", "继续", "工作", "起价", "等", "成果", "均", "，"];

/// X要…, X应当…, X负责…, X牵头…
fn modal(clause: &str) -> Option<Order> {
    for (word, not_before, not_after) in MODALS {
        for (at, _) in clause.match_indices(word) {
            let (before, after) = (clause.get(..at)?, clause.get(at + word.len()..)?);
            if before.chars().count() > LONGEST {
                break;
            }
            let glued = before.chars().next_back().is_some_and(|c| not_before.contains(c))
                || after.chars().next().is_some_and(|c| not_after.contains(c));
            if glued || before.is_empty() {
                continue;
            }
            if let Some((subjects, others)) = subjects(before) {
                return Some(Order { subjects, others, assists: *word == "配合", rule: "sentence.subject" });
            }
        }
    }
    None
}

/// 各区政府建立健全…: a collective at the start of a sentence before a verb of action.
fn collective(clause: &str) -> Option<Order> {
    let collective =
        ["各", "市级各", "市各", "区各", "全市各", "全区各", "省级各"].iter().any(|word| clause.starts_with(word));
    // 各县（市）参照执行 leaves it to them.
    if !collective || clause.contains("参照执行") {
        return None;
    }
    verb_positions(clause, ACTS).into_iter().find_map(|(end, _)| {
        let subjects = units(clause.get(..end)?)?;
        Some(Order { subjects, others: Vec::new(), assists: false, rule: "sentence.collective" })
    })
}

/// The units a stretch of a division of tasks begins with, and whether they lead: 市司法局牵头做好清理工作.
pub(in crate::units) fn acting(stretch: &str) -> Option<(Vec<String>, bool)> {
    const MORE: &[&str] = &["及时", "认真", "提高", "提供", "发布", "在", "做", "会"];
    let verbs: Vec<&str> = ACTS.iter().chain(AGENT_ACTS).chain(MORE).copied().collect();
    verb_positions(stretch, &verbs)
        .into_iter()
        .find_map(|(end, verb)| Some((units(stretch.get(..end)?)?, verb == "牵头")))
}

/// The subjects before a modal, those before and those behind 会同 apart.
fn subjects(before: &str) -> Option<(Vec<String>, Vec<String>)> {
    if let Some((first, others)) = before.split_once("会同") {
        return Some((units(first)?, units(others).unwrap_or_default()));
    }
    if let Some(subjects) = units(before) {
        return Some((subjects, Vec::new()));
    }
    // 组建后的杭州市融资担保集团要…
    let (_, name) = before.rsplit_once('的')?;
    let subjects = units(name)?;
    subjects.iter().all(|unit| likeness(unit) == Likeness::Whole).then_some((subjects, Vec::new()))
}

/// The single units of a stretch, when it is nothing but units that can be told what to do.
pub(in crate::units) fn units(words: &str) -> Option<Vec<String>> {
    let words = words.trim().trim_start_matches("并").trim_end_matches(['均', '都', '也', '还', '每', '年', '、']);
    let words = without_definition(words);
    if words.chars().count() > LONGEST || words.chars().count() < 2 {
        return None;
    }
    let units: Vec<String> = split_list(&words).iter().flat_map(|unit| apart(unit)).collect();
    (!units.is_empty() && units.iter().all(|unit| is_ordered(unit))).then_some(units)
}

/// Whether a name is a body that can be told what to do, not a thing that happens to end like one.
fn is_ordered(unit: &str) -> bool {
    const ACTIVE: &[&str] = &[
        "推动", "鼓励", "支持", "引导", "指导", "督促", "组织", "协调", "落实", "依托", "通过", "建立", "建设", "加强",
        "完善", "发挥", "推进", "促进", "实现", "提升", "打造", "设立", "明确", "强化", "经", "报", "向", "与", "由",
        "需", "无", "的", "是", "有利", "所有", "工作", "一", "二", "三", "本", "其", "该", "对", "将", "在", "可",
        "具体",
    ];
    // 征迁主体报市建委 says to whom something is reported.
    // Parties to a procurement and testers for hire are no offices.
    const PARTIES: &[&str] = &["代理机构", "检测机构", "评审委员会", "评标委员会", "采购人"];
    const REPORTED: &[&str] = &["报市", "报省", "报区", "报县", "报国", "报请"];
    likeness(unit) > Likeness::No
        && unit.chars().count() <= 30
        && !ACTIVE.iter().any(|word| unit.starts_with(word))
        && !unit.contains('的')
        && !REPORTED.iter().any(|word| unit.contains(word))
        && !PARTIES.iter().any(|party| unit.ends_with(party))
}

/// 各地各部门 is two collectives; 各级各有关部门 is one.
fn apart(unit: &str) -> Vec<String> {
    for first in ["各地区", "各地", "各区", "各镇街", "各街镇"] {
        if let Some(second) = unit.strip_prefix(first).filter(|second| second.starts_with('各')) {
            return vec![first.to_owned(), second.to_owned()];
        }
    }
    vec![unit.to_owned()]
}

/// The units behind 会同, up to the next verb.
fn jointly(behind: &str, end: usize, verb: &str) -> Vec<String> {
    if verb != "会同" {
        return Vec::new();
    }
    let Some(rest) = behind.get(end + verb.len()..) else { return Vec::new() };
    // 会同市体育局于6月底前…: a time ends the names, too.
    let before_time = rest.find('于');
    before_time
        .into_iter()
        .chain(verb_positions(rest, AGENT_ACTS).into_iter().map(|(end, _)| end))
        .chain([rest.len()])
        .find_map(|end| units(rest.get(..end)?))
        .unwrap_or_default()
}

/// Whether the verb at a place is one of assisting.
fn assists(words: &str, at: usize) -> bool {
    words.get(at..).is_some_and(|verb| verb.starts_with("配合") || verb.starts_with("参与"))
}

/// Where any of these verbs stands, in order, within reach. 由当地政府确定的部门 tells what the 部门 is, no order.
fn verb_positions<'v>(words: &str, verbs: &[&'v str]) -> Vec<(usize, &'v str)> {
    let reach = words.char_indices().nth(LONGEST).map_or(words.len(), |(at, _)| at);
    let near = words.get(..reach).unwrap_or(words);
    let mut positions: Vec<(usize, &str)> = verbs
        .iter()
        .flat_map(|verb| near.match_indices(verb).map(|(at, _)| (at, *verb)))
        .filter(|(at, verb)| *at > 0 && !near.get(at + verb.len()..).is_some_and(|rest| rest.starts_with('的')))
        .collect();
    positions.sort_unstable();
    positions
}

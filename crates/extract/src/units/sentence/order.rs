//! The order in one clause: who is told to do something.

use std::sync::LazyLock;

use super::collective::{apart, behind_topic};
use crate::deadline::states_time;
use crate::head::compact::{first_chars, is_longer};
use crate::letters::trimmed;
use crate::lexicon::tables::{BODIES, ORDERS, ROLES};
use crate::lexicon::{WordFinder, WordSet};
use crate::units::body::{Likeness, is_owned_office, likeness, may_end_with_unit};
use crate::units::list::{is_plain_stretch, split_list};
use crate::units::name::without_definition;

rules! {
    SENTENCE_BY = "sentence.by", "句中写明“由”某单位办理";
    SENTENCE_SUBJECT = "sentence.subject", "句中以某单位为主语，要求其办理";
    SENTENCE_ACTOR = "sentence.actor", "句首的单位后面直接是要办的事";
    SENTENCE_JOINTLY = "sentence.jointly", "句首写明某单位会同其他单位办理";
    SENTENCE_COLLECTIVE = "sentence.collective", "句首以各地、各部门等为主语，要求其办理";
    SENTENCE_ASKED = "sentence.asked", "句中“请”某单位在限期前办理";
}

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

/// The words of seeds/lexicon/orders.txt that are asked for most, ready to be found.
struct Words {
    /// What makes a sentence an order, with the characters that must not stand before and behind it.
    modals: Vec<(&'static str, &'static str, &'static str)>,
    any_modal: WordFinder,
    any_joining: WordFinder,
    /// Verbs behind the subject, behind 由, behind 会同, in a division of tasks, and all that end a bare subject.
    acts: WordFinder,
    agent_acts: WordFinder,
    joint_acts: WordFinder,
    division_acts: WordFinder,
    bare_acts: WordFinder,
    /// Verbs by which a body surely leads.
    leads: WordFinder,
    /// 请 with the word before or behind it by which it asks in the middle of a clause.
    asks_within: WordFinder,
    asking: WordSet,
    not_subject: WordSet,
    subject: WordSet,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let modals = ORDERS.words("modal").chunks_exact(3).filter_map(|three| match three {
        [word, before, behind] => Some((*word, *before, *behind)),
        _ => None,
    });
    let modals: Vec<_> = modals.collect();
    let modal_words = || modals.iter().map(|(word, ..)| *word);
    Words {
        any_modal: WordFinder::of(modal_words()),
        any_joining: ORDERS.finder(&["joining"]),
        acts: ORDERS.finder(&["act"]),
        agent_acts: ORDERS.finder(&["agent-act"]),
        joint_acts: ORDERS.finder(&["agent-act", "act"]),
        division_acts: ORDERS.finder(&["act", "agent-act", "division-act"]),
        bare_acts: WordFinder::of(modal_words().chain(ORDERS.words("act").iter().copied())),
        leads: ORDERS.finder(&["leading"]),
        modals,
        asks_within: ORDERS.finder(&["asks-within"]),
        asking: ORDERS.set("asking"),
        not_subject: ORDERS.set("not-subject"),
        subject: ORDERS.set("subject"),
    }
});

/// The subject of an order is no longer than this, in characters.
const LONGEST: usize = 90;

/// The order a clause gives, if any. `first` says whether the clause opens its sentence.
pub(super) fn order(clause: &str, first: bool) -> Option<Order> {
    let clause = trimmed(clause);
    // A letter asks where a notice orders: 请市财政局会同市审计局于6月底前…; what is asked for may stand before: 进展情况请各乡镇于….
    // Behind a time, too: 运行结束后请调控中心….
    let asked_within = || {
        let (at, words) = WORDS.asks_within.places(clause).into_iter().next()?;
        clause.get(at + words.find('请')? + '请'.len_utf8()..)
    };
    let told = WORDS.asking.behind_prefix(clause).or_else(asked_within);
    if let Some(asked) = told {
        return joint(asked, SENTENCE_ASKED).or_else(|| by(asked, SENTENCE_ASKED)).or_else(|| modal(asked));
    }
    let joint = || joint(clause, SENTENCE_JOINTLY);
    agent(clause).or_else(|| modal(clause)).or_else(joint).or_else(|| if first { actor(clause) } else { None })
}

/// 由X负责…, 具体由X牵头…, 市级层面由X会同Y…; behind any words where bodies surely lead: 阅览室由后勤处负责开放.
fn agent(clause: &str) -> Option<Order> {
    let at = clause.find('由')?;
    let behind = clause.get(at + '由'.len_utf8()..)?;
    // 由所涉及的县水利局、县财政局牵头
    let behind = ORDERS.behind_prefix("involved", behind).unwrap_or(behind);
    // 6月底前由县数据局完成部署: a time may stand before it.
    let opens = |before: &str| ORDERS.ends("opening", before) || states_time(before);
    if at == 0 || clause.get(..at).is_some_and(opens) {
        // 由县政务局建成大厅: whatever it is told to do.
        return by(behind, SENTENCE_BY).or_else(|| named_actor(behind));
    }
    let (end, _) = verb_positions(behind, &WORDS.leads).into_iter().next()?;
    let sure = units(behind.get(..end)?)?.iter().all(|unit| is_sure(unit) || is_registered_firm(unit));
    if sure { by(behind, SENTENCE_BY) } else { None }
}

/// Whether a name is that of a firm as it is registered: 青岚城建开发有限公司.
fn is_registered_firm(unit: &str) -> bool {
    const SHORTEST: usize = 8;
    ORDERS.ends("registered-firm", unit) && is_longer(unit, SHORTEST - 1)
}

/// The units before the first verb: the shortest stretch that is a list of them.
fn by(behind: &str, rule: &'static str) -> Option<Order> {
    verb_positions(behind, &WORDS.agent_acts).into_iter().find_map(|(end, verb)| {
        let subjects = units(behind.get(..end)?)?;
        let mut others = jointly(behind, end, verb);
        if others.is_empty() {
            // 牵头会同B…, 牵头、B配合…
            others = with_others(behind.get(end + verb.len()..)?);
        }
        Some(Order { subjects, others, assists: assists(behind, end), rule })
    })
}

/// X要…, X应当…, X负责…, X牵头…
fn modal(clause: &str) -> Option<Order> {
    let held = WORDS.any_modal.places(clause);
    if held.is_empty() {
        return None;
    }
    let is_held = |word: &str| held.iter().any(|(_, held)| *held == word);
    for (word, not_before, not_after) in WORDS.modals.iter().filter(|(word, ..)| is_held(word)) {
        for (at, _) in clause.match_indices(word) {
            let (before, after) = (clause.get(..at)?, clause.get(at + word.len()..)?);
            if before.chars().count() > LONGEST {
                break;
            }
            if before.is_empty() || is_part_of_word(before, after, not_before, not_after) {
                continue;
            }
            if let Some((mut subjects, mut others)) = subjects(before) {
                // 甲处、乙处负责检查…: who answers is a list, whose first leads.
                if *word == "负责" && !after.is_empty() && others.is_empty() && !subjects.is_empty() {
                    others = subjects.split_off(1);
                }
                // A应会同B…: those behind 会同 assist.
                let others = if others.is_empty() { with_others(after) } else { others };
                return Some(Order { subjects, others, assists: ORDERS.is("assisting", word), rule: SENTENCE_SUBJECT });
            }
        }
    }
    None
}

/// Whether what looks like a modal belongs to another word: 要 in 重要 and 要求.
fn is_part_of_word(before: &str, after: &str, not_before: &str, not_after: &str) -> bool {
    before.chars().next_back().is_some_and(|c| not_before.contains(c))
        || after.chars().next().is_some_and(|c| not_after.contains(c))
}

/// Whether a body ends within the words and is told something behind: 各镇要站 of 各镇要站在….
fn holds_modal(words: &str) -> bool {
    let parts = |(word, not_before, not_after): &(&'static str, &'static str, &'static str)| {
        let told = |at: usize| {
            let (before, after) = (words.get(..at)?, words.get(at + word.len()..)?);
            let is_told = !before.is_empty() && !is_part_of_word(before, after, not_before, not_after);
            Some(is_told && likeness(before) > Likeness::No)
        };
        words.match_indices(*word).any(|(at, _)| told(at) == Some(true))
    };
    WORDS.any_modal.is_in(words) && WORDS.modals.iter().any(parts)
}

/// A会同B新建…, A商B，…: the first is told to act together with the others, whatever verb follows.
fn joint(clause: &str, rule: &'static str) -> Option<Order> {
    const REACH: usize = 80;
    if !WORDS.any_joining.is_in(clause) {
        return None;
    }
    ORDERS.words("joining").iter().find_map(|word| {
        clause.match_indices(word).take(3).find_map(|(at, _)| {
            let subjects = units(clause.get(..at)?)?;
            let rest = clause.get(at + word.len()..)?;
            // 会同教务处于第10周前…, 会同教育工委每两年…: a time ends the names.
            let timed = rest.match_indices(['于', '每']).find_map(|(end, _)| units(rest.get(..end)?));
            if let Some(others) = timed {
                return Some(Order { subjects, others, assists: false, rule });
            }
            let ends: Vec<usize> = rest.char_indices().map(|(end, _)| end).skip(2).take(REACH).collect();
            // 会同县消防大队完善处置流程: the verb ends the names, whatever ends like one behind it.
            let verbs = verb_positions(rest, &WORDS.joint_acts);
            let by_verb = verbs.into_iter().find_map(|(end, _)| units(rest.get(..end)?));
            let mut others = by_verb
                .or_else(|| units(rest))
                .or_else(|| ends.into_iter().rev().find_map(|end| units(rest.get(..end)?)))?;
            if let Some(last) = others.last_mut() {
                cut_behind_office(last);
            }
            Some(Order { subjects, others, assists: false, rule })
        })
    })
}

/// Takes off what follows the name of an office: 县水利局改造泵站 ends like a body, but its name is over before.
fn cut_behind_office(name: &mut String) {
    // 县公安局交警大队 is one name.
    if ORDERS.ends("name-end", name) {
        return;
    }
    let end = ORDERS.words("office").iter().filter_map(|office| Some(name.find(office)? + office.len())).min();
    if let Some(end) = end.filter(|end| name.get(..*end).is_some_and(is_ordered)) {
        name.truncate(end);
    }
}

/// The units behind 会同 at the beginning of what is ordered: 应会同县农业农村局….
fn with_others(ordered: &str) -> Vec<String> {
    let joint = ORDERS.words("acting-with").iter().find(|joint| ordered.starts_with(**joint));
    joint.map(|joint| jointly(ordered, 0, joint)).unwrap_or_else(|| assistants(ordered))
}

/// The units of a clause that goes on with those to act with: 会同县财政局、县民政局组织实施.
pub(super) fn together_with(clause: &str) -> Vec<String> {
    let clause = clause.trim_start().trim_start_matches('并');
    let joint = ROLES.words("joint").iter().find(|joint| clause.starts_with(**joint));
    joint.map(|joint| jointly(clause, 0, joint)).unwrap_or_default()
}

/// Whether a sentence tells somebody to report: 将进展情况报县政府督查室.
pub(crate) fn tells_to_report(sentence: &str) -> bool {
    ORDERS.holds("report", sentence)
}

/// Whether a clause is nothing but bodies, with or without 由 before them.
pub(super) fn are_bodies(clause: &str) -> bool {
    let names = trimmed(clause).trim_start_matches(['由', '请']);
    units(names).is_some_and(|units| units.iter().all(|unit| likeness(unit) == Likeness::Whole))
        && !ROLES.holds("joint", names)
        && !ORDERS.holds("assisting", names)
}

/// The body that a clause behind another begins with, told to act: 县公安局依法查处.
pub(super) fn further_actor(clause: &str) -> Option<Vec<String>> {
    named_actor(trimmed(clause)).map(|order| order.subjects)
}

/// The units of a clause that says nothing but that they take part, behind the one that leads: 县财政局、县民政局参加.
pub(super) fn taking_part(clause: &str) -> Option<Vec<String>> {
    let list = ORDERS.words("taking-part").iter().find_map(|verb| clause.trim().strip_suffix(*verb))?;
    units(list)
}

/// The units behind 牵头、 that are told to assist in the same breath: 县教育局牵头、县财政局配合.
fn assistants(words: &str) -> Vec<String> {
    let Some(rest) = words.strip_prefix(['、', '和', '并']) else { return Vec::new() };
    let by_duty = ["按职责", "按照职责"];
    let ends = ORDERS.words("assisting").iter().chain(&by_duty).filter_map(|verb| rest.find(verb)).min();
    ends.and_then(|end| units(rest.get(..end)?)).unwrap_or_default()
}

/// 各区政府建立健全…, 工程部严格落实…: a collective, or bodies that are surely some, at the start of a sentence before a
/// verb of action.
fn actor(clause: &str) -> Option<Order> {
    // 各县（市）参照执行 leaves it to them.
    if clause.contains("参照执行") {
        return None;
    }
    let collective = ORDERS.begins("collective", clause);
    let by_verb = verb_positions(clause, &WORDS.acts).into_iter().find_map(|(end, _)| {
        let subjects = units(clause.get(..end)?)?;
        let rule = if collective { SENTENCE_COLLECTIVE } else { SENTENCE_ACTOR };
        let sure = collective || subjects.iter().all(|unit| is_sure(unit));
        sure.then_some(Order { subjects, others: Vec::new(), assists: false, rule })
    });
    by_verb
        .or_else(|| before_time(clause, collective))
        .or_else(|| before_limit(clause, collective))
        .or_else(|| named_actor(clause))
        .or_else(|| town(clause))
}

/// 经发办3月20日前完成摸排: a collective or an office right before the limit by which it acts. 平台3月底前上线 says what is done.
fn before_limit(clause: &str, collective: bool) -> Option<Order> {
    let at = clause.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0)?;
    let (before, time) = clause.split_at_checked(at)?;
    let limit = time.get(..time.find('前')? + '前'.len_utf8()).filter(|limit| states_time(limit))?;
    let acts = time.get(limit.len()..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let named = |unit: &str| is_sure(unit) && (ORDERS.begins("body", unit) || ORDERS.begins("addressee", unit));
    let is_office = |unit: &String| named(unit) || unit.ends_with(['办', '局', '科', '股', '委', '处']);
    let subjects = units(before).filter(|names| acts && (collective || names.iter().all(is_office)))?;
    Some(Order { subjects, others: Vec::new(), assists: false, rule: SENTENCE_ACTOR })
}

/// 白云乡重点清理…: a town told what to see to first. In 白云乡重点项目 the word belongs to a noun.
fn town(clause: &str) -> Option<Order> {
    const STRESS: &str = "重点";
    let at = clause.find(STRESS)?;
    let (name, rest) = (clause.get(..at)?, clause.get(at + STRESS.len()..)?);
    let is_town = BODIES.ends("town", name) && (3..=6).contains(&name.chars().count()) && is_named(name);
    let acts = rest.chars().next().is_some_and(char::is_alphabetic) && !ORDERS.begins("stressed-noun", rest);
    (is_town && acts).then(|| Order {
        subjects: vec![name.to_owned()],
        others: Vec::new(),
        assists: false,
        rule: SENTENCE_ACTOR,
    })
}

/// Whether a name is that of one town or of all of them, and no part of a sentence: not 全镇, 本乡.
fn is_named(name: &str) -> bool {
    !name.starts_with(['全', '本', '该', '我', '在', '对', '以']) && is_ordered(name)
}

/// 各镇于3月20日前提交…, 各院系在放假之前检查…: a collective before the time at which it acts.
/// Of a single office only 于 and 每 divide who from when: 质控科于4月15日前修订….
fn before_time(clause: &str, collective: bool) -> Option<Order> {
    const LONGEST_TIME: usize = 16;
    // 各乡镇将上月进展报…: the time may stand in front.
    let reports = collective && tells_to_report(clause);
    let divides = |c: char| {
        matches!(c, '于' | '每')
            || collective && matches!(c, '在' | '从' | '自')
            || reports && matches!(c, '将' | '上' | '报')
    };
    let (at, _) = clause.char_indices().find(|(_, c)| divides(*c))?;
    let (before, time) = clause.split_at_checked(at)?;
    let near: String = time.chars().take(LONGEST_TIME).collect();
    let timed = reports || ORDERS.holds("by-time", &near);
    let subjects = units(before).filter(|_| timed)?;
    let sure = collective || subjects.iter().all(|unit| is_sure(unit));
    sure.then_some(Order { subjects, others: Vec::new(), assists: false, rule: SENTENCE_COLLECTIVE })
}

/// 县司法局新建…: an office of the level that speaks, whatever it is told to do; what follows must not go on with the name nor
/// speak of the office's things: 市财政局的, 市财政局和, 市财政局网站. In 参照市教育局 it does not stand first.
fn named_actor(clause: &str) -> Option<Order> {
    const LONGEST_NAME: usize = 20;
    const OFFICES: [char; 4] = ['局', '委', '厅', '办'];
    const LEVELS: [char; 8] = ['市', '县', '区', '省', '州', '盟', '旗', '镇'];
    if !clause.starts_with(LEVELS) {
        return None;
    }
    let ends = clause.char_indices().take(LONGEST_NAME).filter(|(_, c)| OFFICES.contains(c));
    let end = ends
        .map(|(at, c)| at + c.len_utf8())
        .find(|end| clause.get(..*end).is_some_and(|name| is_owned_office(name) && is_ordered(name)))?;
    let (name, rest) = clause.split_at(end);
    let goes_on = rest.is_empty() || ORDERS.begins("not-acting", rest) || likeness(rest) > Likeness::No;
    let alone = rest.chars().next().is_some_and(char::is_alphabetic);
    (alone && !goes_on).then(|| Order {
        subjects: vec![name.to_owned()],
        others: Vec::new(),
        assists: false,
        rule: SENTENCE_ACTOR,
    })
}

/// Whether a name is surely that of a body, or stands for the one addressed: 你局.
fn is_sure(unit: &str) -> bool {
    likeness(unit) == Likeness::Whole || ORDERS.begins("addressee", unit)
}

/// The short word before the first order or verb of action in a clause: 学院 of 学院要完成….
pub(super) fn bare_subject(clause: &str) -> Option<&str> {
    const LONGEST: usize = 4;
    let (end, _) = verb_positions(clause, &WORDS.bare_acts).into_iter().next()?;
    clause.get(..end).filter(|word| (2..=LONGEST).contains(&word.chars().count()))
}

/// The units a stretch of a division of tasks begins with, and whether they lead: 市司法局牵头做好清理工作.
pub(in crate::units) fn acting(stretch: &str) -> Option<(Vec<String>, bool)> {
    verb_positions(stretch, &WORDS.division_acts)
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
    let words = trimmed(words).trim_start_matches('并').trim_end_matches(['均', '都', '也', '还', '每', '年', '、']);
    if !may_end_with_unit(words) || is_plain_stretch(words) && !may_be_ordered(words) {
        return None;
    }
    let words = without_definition(words);
    if !(2..=LONGEST).contains(&words.chars().count()) {
        return None;
    }
    let units: Vec<String> = split_list(&words).iter().flat_map(|unit| apart(behind_topic(unit))).collect();
    (!units.is_empty() && units.iter().all(|unit| is_ordered(unit))).then_some(units)
}

/// Whether a name is a body that can be told what to do, not a thing that happens to end like one.
fn is_ordered(unit: &str) -> bool {
    likeness(unit) > Likeness::No
        && unit.chars().count() <= 30
        && may_be_ordered(unit)
        && !ORDERS.holds("reported", unit)
        && !ORDERS.ends("party", unit)
        && !holds_modal(unit)
        && !holds_day(unit)
}

/// Whether a day or month stands within the words: 国企要在4月底前组织权属企业.
fn holds_day(words: &str) -> bool {
    let counted =
        |(at, _): (usize, &str)| words.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    words.match_indices(['月', '年']).any(counted)
}

/// Whether names may be of such bodies, as their first characters and the words within them tell.
fn may_be_ordered(names: &str) -> bool {
    let words = &*WORDS;
    (!words.not_subject.begins(names) || words.subject.begins(names) || is_town_with_numeral(names))
        && !names.contains('的')
        && (!names.contains('由') || names.contains("自由"))
}

/// 三合镇人民政府: a numeral may begin the name of a town.
fn is_town_with_numeral(unit: &str) -> bool {
    unit.starts_with(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'])
        && BODIES.ends("township-office", unit)
        && !unit.contains('是')
}

/// The units behind 会同, up to the next verb.
fn jointly(behind: &str, end: usize, verb: &str) -> Vec<String> {
    if !ORDERS.is("acting-with", verb) {
        return Vec::new();
    }
    let Some(rest) = behind.get(end + verb.len()..) else { return Vec::new() };
    // 会同市体育局于6月底前…: a time ends the names, too.
    let before_time = rest.find('于');
    before_time
        .into_iter()
        .chain(verb_positions(rest, &WORDS.joint_acts).into_iter().map(|(end, _)| end))
        .chain([rest.len()])
        .find_map(|end| units(rest.get(..end)?))
        .unwrap_or_default()
}

/// Whether the verb at a place is one of assisting.
fn assists(words: &str, at: usize) -> bool {
    words.get(at..).is_some_and(|verb| ORDERS.begins("assisting", verb))
}

/// Where any of these verbs stands, in order, within reach. 由当地政府确定的部门 tells what the 部门 is, no order.
fn verb_positions(words: &str, verbs: &WordFinder) -> Vec<(usize, &'static str)> {
    let near = first_chars(words, LONGEST);
    let mut positions = verbs.places(near);
    positions.retain(|(at, verb)| *at > 0 && !near.get(at + verb.len()..).is_some_and(|rest| rest.starts_with('的')));
    positions
}

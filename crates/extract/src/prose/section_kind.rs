//! What part of a notice a heading announces: action, safeguards, or background. The words are in
//! seeds/lexicon/section-kinds.txt.

use domain::BackgroundReason;

use super::particulars;
use crate::head::compact::{first_chars, is_longer};
use crate::lexicon::tables::SECTION_KINDS;
use crate::ordering::begins_like_an_order;
use crate::table::is_person;
use crate::units::{is_sure_unit, sentence_units};

/// What the clauses below a heading are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum SectionKind {
    /// They order what the notice is about.
    #[default]
    Action,
    /// They say how the notice itself is carried out.
    Safeguard,
    /// They order nothing.
    Background(BackgroundReason),
}

/// The kinds of the table that order nothing, and why.
const NOTHING: [(&str, BackgroundReason); 7] = [
    ("aims", BackgroundReason::Aims),
    ("scope", BackgroundReason::Scope),
    ("particulars", BackgroundReason::Particulars),
    ("stages", BackgroundReason::Stages),
    ("duties", BackgroundReason::Duties),
    ("definition", BackgroundReason::Definition),
    ("found", BackgroundReason::Report),
];

/// Longest heading that is judged by its ending.
const LONGEST: usize = 24;
/// Longest heading that says by its ending that nothing is ordered.
const LONGEST_BACKGROUND: usize = 12;

/// What a heading announces of the clauses below it.
pub(super) fn of_heading(words: &str) -> SectionKind {
    // 强化保障措施，确保改革任务落地见效
    // 时间安排：每周一至周五
    // 分工原则（随进度调整）
    let words = words.split(['，', '：', ':', '（', '(']).next().unwrap_or_default();
    let count = words.chars().count();
    if count == 0 || count > LONGEST {
        return SectionKind::Action;
    }
    if let Some(reason) = nothing_ordered(words, count) {
        return SectionKind::Background(reason);
    }
    let subject = SECTION_KINDS.holds("subject", words);
    if SECTION_KINDS.ends("safeguard", words) && !subject { SectionKind::Safeguard } else { SectionKind::Action }
}

/// Why the clauses below a heading order nothing, where it says so.
fn nothing_ordered(words: &str, count: usize) -> Option<BackgroundReason> {
    if SECTION_KINDS.is("word", words) {
        return Some(BackgroundReason::Particulars);
    }
    if SECTION_KINDS.begins("opening", words) {
        return Some(BackgroundReason::Aims);
    }
    // 扩大试点范围 orders something although it ends like a heading of background.
    if SECTION_KINDS.begins("verb", words) {
        return None;
    }
    if is_stage(words) {
        return Some(BackgroundReason::Stages);
    }
    if particulars::heads(words, count) {
        return Some(BackgroundReason::Particulars);
    }
    let ending = || NOTHING.iter().find(|(kind, _)| SECTION_KINDS.ends(kind, words));
    (count <= LONGEST_BACKGROUND).then(ending).flatten().map(|(_, reason)| *reason)
}

/// Whether words are a heading whose clauses are none of the tasks: 工作目标, 保障措施.
pub(crate) fn heads_no_tasks(words: &str) -> bool {
    of_heading(words) != SectionKind::Action
}

/// The bytes of a heading that stands in front of its text with nothing between: 工作目标 of 工作目标到2027年，…. Only short headings whose
/// clauses are none of the tasks are told so.
pub(crate) fn heading_in_front(text: &str) -> Option<usize> {
    const SHORTEST: usize = 4;
    const LONGEST: usize = 6;
    let ends = text.char_indices().map(|(at, _)| at).skip(SHORTEST).take(LONGEST - SHORTEST + 1);
    let is_heading = |at: &usize| {
        let (words, rest) = text.split_at_checked(*at).unwrap_or_default();
        // 组织领导小组, 工作目标和任务: the words of a longer name.
        let goes_on = rest
            .starts_with(|c: char| !c.is_alphanumeric() || matches!(c, '的' | '和' | '与' | '及' | '小' | '责' | '体'));
        !goes_on && heads_no_tasks(words)
    };
    ends.filter(is_heading).last()
}

/// Whether a sentence over a table only points at it: 下列事项由各承办单位负责落实.
pub(super) fn points_below(words: &str) -> bool {
    words.matches('。').count() <= 1 && SECTION_KINDS.holds("points-below", words)
}

/// Whether words are the name of a list: 重点任务分解表.
pub(super) fn is_heading_of_table(words: &str) -> bool {
    may_head_table(words) && SECTION_KINDS.ends("list-name", words)
}

/// Whether words may be a heading and no sentence.
pub(super) fn may_head_table(words: &str) -> bool {
    words.chars().count() <= LONGEST && !words.contains(['。', '；', '，', '：'])
}

/// Whether a heading names what is inspected or reported: 检查内容, 报送内容.
pub(super) fn names_what_is_inspected(heading: &str) -> bool {
    heading.chars().count() <= LONGEST_BACKGROUND && SECTION_KINDS.ends("inspected", heading)
}

/// Whether a heading may name what is wrong: 整治内容.
pub(super) fn names_defects(heading: &str) -> bool {
    heading.chars().count() <= LONGEST_BACKGROUND && SECTION_KINDS.ends("defects", heading)
}

/// The units of a heading that says whose tasks follow: 科研院 of 科研院承担的任务, 县住建局 of 县住建局牵头工作（4项）.
pub(super) fn without_tasks(heading: &str) -> &str {
    let counted = heading.strip_suffix(['）', ')']).and_then(|inner| inner.rsplit_once(['（', '(']));
    let is_count = |inner: &str| inner.contains(|c: char| c.is_numeric()) && inner.ends_with(['项', '条', '件', '个']);
    let heading = counted.filter(|(_, inner)| is_count(inner)).map_or(heading, |(name, _)| name);
    let ends = SECTION_KINDS.words("tasks-of").iter().filter_map(|word| heading.strip_suffix(word));
    ends.min_by_key(|rest| rest.len()).unwrap_or(heading)
}

/// Whether a heading names a stage of the work: 动员部署阶段（2023年3月）.
fn is_stage(words: &str) -> bool {
    let clarifies = words.starts_with("明确");
    let name = words.split(['（', '(']).next().unwrap_or_default();
    // 检查、巩固提高阶段（6月21日—6月30日）: with its time in a bracket a stage may have a longer name.
    let longest = if name.len() < words.len() { 16 } else { 8 };
    name.ends_with("阶段") && !clarifies && name.chars().count() <= longest
}

/// Whether a clause only says what a word of the notice means: 本意见所称创新型产业是指….
pub(super) fn defines_a_word(text: &str) -> bool {
    text.starts_with('本')
        && text.split(['，', '。']).next().is_some_and(|words| words.contains("所称") || words.contains("所指"))
}

/// Whether a clause only agrees: 原则同意《…规划》。 One that also says who does what is an order.
pub(super) fn only_consents(text: &str) -> bool {
    let alone = || {
        let first = text.split(['。', '；']).next().unwrap_or_default();
        text.trim_end_matches(['。', '；']).len() == first.len()
    };
    SECTION_KINDS.begins("consent", text)
        && alone()
        && !SECTION_KINDS.holds("consent-order", text)
        && sentence_units(text).leads.is_empty()
}

/// Whether a clause of a 批复 tells what the works are and what they cost: 东河水库位于青岚镇，建于1968年。 核定概算总投资260万元。
pub(super) fn describes_works(text: &str) -> bool {
    const NEAR: usize = 20;
    let first = text.split(['。', '；']).next().unwrap_or_default();
    let lies = || {
        let at = first.find("位于").filter(|at| *at > 0);
        at.and_then(|at| first.get(..at))
            .is_some_and(|name| !is_longer(name, NEAR) && !SECTION_KINDS.begins("verb", name))
    };
    let costs = || SECTION_KINDS.begins("approves", first) && SECTION_KINDS.holds("cost", first);
    (lies() || costs()) && !calls_for(text) && sentence_units(text).leads.is_empty()
}

/// Whether words tell of a meeting: 会议听取了…, 会议决定….
pub(super) fn tells_of_meeting(text: &str) -> bool {
    SECTION_KINDS.holds("meeting", text) || SECTION_KINDS.holds("meeting-report", text)
}

/// Whether a sentence says what a meeting decided: 会议要求….
pub(super) fn decides_at_meeting(sentence: &str) -> bool {
    SECTION_KINDS.holds("meeting-order", sentence)
}

/// Whether a sentence only tells what was heard or thought at a meeting.
pub(super) fn reports_of_meeting(sentence: &str) -> bool {
    SECTION_KINDS.begins("meeting-report", sentence)
}

/// Whether a clause only says what something is and tells nobody to do anything: 毕业设计是人才培养的重要环节，….
pub(super) fn states_a_fact(text: &str) -> bool {
    const NEAR: usize = 16;
    // What stands in brackets behind a name is no part of the sentence.
    let opening = first_chars(text, NEAR);
    let aside = opening.find('（').and_then(|at| text.split_at_checked(at)).and_then(|(name, aside)| {
        let (_, rest) = aside.split_once('）')?;
        Some(name.chars().chain(rest.chars()).take(NEAR).collect::<String>())
    });
    let near = aside.as_deref().unwrap_or(opening);
    let first = near.split(['，', ',', '。', '；']).next().unwrap_or_default();
    let says = first.find('是').is_some_and(|at| at >= 6) && !SECTION_KINDS.holds("no-statement", first);
    says && text.contains('。') && !calls_for(text) && sentence_units(text).leads.is_empty()
}

/// Whether a clause tells roles to do something: 各牵头单位要….
pub(super) fn speaks_to_roles(text: &str) -> bool {
    SECTION_KINDS.holds("role-subject", text) && calls_for(text)
}

/// Whether a text holds a word of order: 要, 应, 须, 请, 负责.
pub(super) fn calls_for(text: &str) -> bool {
    // 要 is no order in these.
    let words = SECTION_KINDS.words("no-call").iter().fold(text.to_owned(), |words, word| words.replace(word, ""));
    SECTION_KINDS.holds("call", &words)
}

/// Whether a clause is nothing but the name of a body or a person, as in a list of members or winners.
pub(super) fn is_bare_name(text: &str) -> bool {
    const LONGEST_PERSON: usize = 3;
    const LONGEST_BODY: usize = 14;
    let name = text.trim_end_matches(['；', '。', '，', ' ']);
    if is_longer(name, LONGEST_BODY) {
        return false;
    }
    let count = name.chars().count();
    let plain = name.chars().all(|c| c.is_alphabetic());
    // 搭建成果转化平台。 ends like a body, but a full stop closes a sentence.
    let is_sentence = text.trim_end().ends_with('。') || begins_like_an_order(name);
    let is_body = count <= LONGEST_BODY && !is_sentence && is_sure_unit(name) && sentence_units(name).leads.is_empty();
    let person = count <= LONGEST_PERSON && !is_sentence && is_person(name);
    plain && (person || is_body)
}

/// How surely the title of a last clause says that it is a safeguard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tail {
    /// No safeguard.
    No,
    /// A safeguard unless it names its own units: 强化宣传引导.
    Likely,
    /// A safeguard in any case: 加强组织领导.
    Sure,
}

/// Whether a clause at the end of a notice is a safeguard by its title.
pub(super) fn of_last_clause(title: &str) -> Tail {
    const LONGEST_SURE: usize = 8;
    let count = title.chars().count();
    if count > LONGEST {
        Tail::No
    } else if count <= LONGEST_SURE && SECTION_KINDS.ends("last-sure", title) {
        Tail::Sure
    } else if SECTION_KINDS.ends("last-likely", title) {
        Tail::Likely
    } else {
        Tail::No
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_what_its_clauses_are() {
        let check = |words: &str, expected: SectionKind| assert_eq!(of_heading(words), expected, "{words}");
        check("主要任务", SectionKind::Action);
        check("总体要求", SectionKind::Background(BackgroundReason::Aims));
        check("扩大试点范围", SectionKind::Action);
        check("参会人员", SectionKind::Background(BackgroundReason::Particulars));
        check("活动对象", SectionKind::Background(BackgroundReason::Particulars));
        check("竞赛报名方式", SectionKind::Background(BackgroundReason::Particulars));
        check("活动内容", SectionKind::Action);
        check("创新服务方式", SectionKind::Action);
        check("动员部署阶段（2023年3月）", SectionKind::Background(BackgroundReason::Stages));
        check("有关要求", SectionKind::Safeguard);
        check("强化要素保障措施", SectionKind::Action);
    }
}

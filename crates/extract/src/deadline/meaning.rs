//! What an expression of time means in its sentence: a deadline, the run of a policy, or neither.

use super::closing::is_yearly;
use super::surroundings::Surroundings;
use super::time::{Found, Length, Span, Start, Time, Year};
use crate::lexicon::tables::TIMES;

rules! {
    DEADLINE_LIMIT = "deadline.limit", "“…前”“年内”等限期";
    DEADLINE_UP_TO = "deadline.up-to", "“到某年”“至某年底”要达到的目标";
    DEADLINE_YEAR_TARGET = "deadline.year-target", "某年要达到的数量或完成的事";
    DEADLINE_MONTH_TARGET = "deadline.month-target", "某月要完成的事";
    DEADLINE_RANGE = "deadline.range", "“3月至7月”等一段时间，以末尾为限";
    DEADLINE_LABELLED = "deadline.labelled", "“完成时限”等字样之后的时间";
    DEADLINE_SPAN = "deadline.span", "“半年内”等一段时间内要完成的事";
    DEADLINE_ANNUAL_ROUND = "deadline.annual-round", "某年度要开展的认定等工作";
    DEADLINE_FROM_ISSUE = "deadline.from-issue", "从印发之日起算的期限";
}

/// What an expression means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// By then the measure must be done. The name is that of the rule.
    Deadline(&'static str),
    /// The same, where nothing else is stated.
    Beside,
    /// Until then the policy runs.
    Validity,
    /// Something else: a beginning, a condition, a year in a title.
    Nothing,
}

/// Judges one expression.
pub(super) fn time_meaning(found: &Found, around: &Surroundings) -> Meaning {
    let before = around.before.trim_end();
    if around.in_title || found.time.year() == Some(Year::Last) || is_title_like(found, around) {
        return Meaning::Nothing;
    }
    let done = ["已", "已经", "均已"].iter().any(|word| before.trim_end_matches(['于', '在']).ends_with(word));
    // 今年是建院70周年
    let tells = TIMES.begins("told", &around.after);
    if done || tells || around.after.contains("周年") {
        return Meaning::Nothing;
    }
    // 6月底前建成书房，全年流通图书5万册: what goes on beside the order.
    if found.whole_year && !around.earlier.is_empty() && !has_target(&around.after) {
        let alone = bare_year(found, before, around);
        return if alone == Meaning::Deadline(DEADLINE_YEAR_TARGET) { Meaning::Beside } else { alone };
    }
    if let Time::Span(span) = found.time {
        return span_meaning(span, before, around);
    }
    if let Some(meaning) = labelled(before, around).or_else(|| no_later_than(before, around)) {
        return meaning;
    }
    if TIMES.ends("run-until", before) {
        return Meaning::Validity;
    }
    if let Some(stem) = before.strip_suffix('到').or_else(|| before.strip_suffix('至')) {
        return if is_beginning(found, stem, around) { Meaning::Nothing } else { up_to(stem, around) };
    }
    if found.range && !is_yearly(found.time) {
        return range(before, around);
    }
    if is_beginning(found, before, around) || before.ends_with('对') || before.ends_with("对于") {
        return Meaning::Nothing;
    }
    if found.before || found.at_end {
        return limit(before, around);
    }
    if is_yearly(found.time) {
        return bare_year(found, before, around);
    }
    bare_month(before, around)
}

/// 完成时限：2023年6月: behind the label of a deadline nothing has to be judged.
fn labelled(before: &str, around: &Surroundings) -> Option<Meaning> {
    // 完成时限为2023年6月 says the same.
    let label = around.label.as_deref().filter(|_| before.is_empty());
    let label = label.or_else(|| before.strip_suffix('为').or_else(|| before.strip_suffix('是')))?;
    let of_time = TIMES.ends("time-label", label) && !TIMES.holds("other-label", label);
    of_time.then_some(Meaning::Deadline(DEADLINE_LABELLED))
}

/// 不迟于, 最迟 before a time say the same as 前 behind it; 截至 does where something is ordered.
fn no_later_than(before: &str, around: &Surroundings) -> Option<Meaning> {
    let stem = before.trim_end_matches(['于', '在', '到', '至']);
    let ends = |word: &str| before.strip_suffix(word).or_else(|| stem.strip_suffix(word));
    if let Some(stem) = TIMES.words("no-later").iter().find_map(|word| ends(word)) {
        return Some(limit(stem, around));
    }
    let stem = ["截至", "截止", "截"].iter().find_map(|word| ends(word))?;
    let runs = TIMES.holds("other-label", stem) || stem.contains("期限") || stem.contains("政策");
    if runs || runs_policy(around) || is_condition(around) {
        return Some(Meaning::Validity);
    }
    Some(if around.is_past() || is_report(around) {
        Meaning::Nothing
    } else if has_target(&around.rest) || around.rest.is_empty() && has_target(&around.earlier) {
        Meaning::Deadline(DEADLINE_LIMIT)
    } else {
        Meaning::Validity
    })
}

/// 印发后20日内, 收到通知后3日内, 半年内.
fn span_meaning(span: Span, before: &str, around: &Surroundings) -> Meaning {
    match span.start {
        Start::Issue | Start::Receipt => Meaning::Deadline(DEADLINE_FROM_ISSUE),
        Start::Event => Meaning::Nothing,
        Start::Unsaid if is_ordered_span(span, before, around) => Meaning::Deadline(DEADLINE_SPAN),
        Start::Unsaid => Meaning::Nothing,
    }
}

/// Whether a span without a start is that of an order and not of a service or a condition: 半年内建成平台, 但 3个工作日内办结 不是.
fn is_ordered_span(span: Span, before: &str, around: &Surroundings) -> bool {
    let stem = before.trim_end_matches(['于', '在']);
    let condition =
        ["的", "后", "起", "时", "者"].iter().any(|word| around.earlier.trim_end_matches(['，', ',']).ends_with(word));
    if !is_open(stem) || condition || runs_policy(around) || is_condition(around) {
        return false;
    }
    let near: String = around.after.chars().take(8).collect();
    let in_days = matches!(span.length, Length::Days(_) | Length::WorkingDays(_));
    let report = TIMES.holds("handed-in", &around.after);
    TIMES.holds("span-verb", &near) && !TIMES.holds("service", &around.after) && (!in_days || report)
}

/// 3月至7月开展…: the measure ends with the range, unless something runs that long.
fn range(before: &str, around: &Surroundings) -> Meaning {
    if runs_policy(around) || is_condition(around) {
        return Meaning::Validity;
    }
    let stem = before.trim_end_matches(['于', '在']);
    let first = stem.strip_suffix('自').or_else(|| stem.strip_suffix('从'));
    let acts = next_words(around);
    if let Some(stem) = first {
        let campaign = TIMES.holds("campaign", acts);
        return if is_open(stem) && campaign { Meaning::Deadline(DEADLINE_RANGE) } else { Meaning::Validity };
    }
    if around.is_past() {
        return Meaning::Nothing;
    }
    if around.alone_in_bracket && (has_target(&around.earlier) || names_stage(&around.earlier))
        || is_open(stem) && (has_target(acts) || has_figure(acts) || TIMES.begins("range-act", acts))
        || is_finished_next(around)
    {
        return Meaning::Deadline(DEADLINE_RANGE);
    }
    Meaning::Nothing
}

/// Years of editions, cohorts and plans: 2019年版, 2023届, 2022年度报告, 2023年春季.
fn is_title_like(found: &Found, around: &Surroundings) -> bool {
    let after = around.after.as_str();
    let ends = found.before || found.at_end;
    let past = ["以来", "以后", "之后", "后", "起", "的"];
    (!ends && TIMES.begins("edition", after)) || past.iter().any(|word| after.starts_with(word))
}

/// "自X起", "X之日起", "从X开始", or the first half of "自X至Y".
fn is_beginning(found: &Found, before: &str, around: &Surroundings) -> bool {
    let after = around.after.as_str();
    let opened = ["自", "从", "由"].iter().any(|word| before.ends_with(word));
    opened && !found.range
        || after.starts_with("开始") && !found.before
        || (["至", "到", "—", "－", "-"].iter().any(|word| after.starts_with(word))
            && !["到位", "至少", "至多"].iter().any(|word| after.starts_with(word)))
}

/// 到2025年, 至2023年底: a target; the second half of 自X至Y, 期限…至Y or 政策…至Y: the end of a run.
fn up_to(stem: &str, around: &Surroundings) -> Meaning {
    let stem = stem.trim_end();
    if TIMES.ends("from-now", stem) || stem.ends_with("日起开始") {
        return if runs_policy(around) { Meaning::Validity } else { Meaning::Deadline(DEADLINE_RANGE) };
    }
    let run = TIMES.holds("run", stem);
    if run || stem.ends_with('日') || stem.ends_with('年') {
        return Meaning::Validity;
    }
    if is_open(stem) || has_target(&around.rest) {
        return Meaning::Deadline(DEADLINE_UP_TO);
    }
    Meaning::Nothing
}

/// 6月底前, 2025年底前, 年内: a limit, unless it limits a condition or the run of a policy.
fn limit(before: &str, around: &Surroundings) -> Meaning {
    let stem = before.trim_end_matches(['于', '在']);
    if TIMES.ends("before-no-limit", stem) {
        return Meaning::Nothing;
    }
    // 对6月底前排查的问题…: the time only says which things are meant.
    let named =
        ["对", "将", "把", "针对", "纳入"].iter().any(|word| stem.starts_with(word)) && stem.chars().count() <= 3;
    if (named || around.is_past()) && qualifies_noun(around) || names_cases(around) {
        return Meaning::Nothing;
    }
    // 5月底前完成减免手续: what is to be finished does not run on.
    if runs_policy(around) && !is_finished_next(around) || is_condition(around) {
        return Meaning::Validity;
    }
    if TIMES.begins("behind-no-limit", &around.after) {
        return Meaning::Nothing;
    }
    Meaning::Deadline(DEADLINE_LIMIT)
}

/// 2024年，新增…; 全年实施…; 2023年培育…: a target when it opens its clause and the sentence has a figure or a finished thing.
fn bare_year(found: &Found, before: &str, around: &Surroundings) -> Meaning {
    if found.whole_year && found.during {
        return Meaning::Nothing;
    }
    // 开展2025年度…认定工作: a round that takes place in that year; any other 2025年度 belongs to a noun.
    let annual_round =
        around.after.contains("认定") && ["开展", "完成", "做好"].iter().any(|word| before.ends_with(word));
    if annual_round {
        return Meaning::Deadline(DEADLINE_ANNUAL_ROUND);
    }
    if found.reckoned || qualifies_noun(around) || is_before_event(around) {
        return Meaning::Nothing;
    }
    if !is_open(before.trim_end_matches(['于', '在'])) {
        let finished = is_finished_next(around) && !around.is_past();
        return if finished { Meaning::Deadline(DEADLINE_YEAR_TARGET) } else { Meaning::Nothing };
    }
    if runs_policy(around) && !around.rest.contains("力争") {
        return Meaning::Validity;
    }
    if around.rest.contains("每年") && !(TIMES.holds("aiming", &around.sentence) || around.sentence.contains('达')) {
        return Meaning::Validity;
    }
    let aimed = TIMES.ends("aiming", before) || before.ends_with("计划");
    if around.is_past() && !aimed {
        return Meaning::Nothing;
    }
    let target = aimed || found.whole_year || has_target(&around.rest) || around.rest.contains("以上");
    // 争取全年增速不低于…: what is aimed at needs no figure.
    if target && (has_figure(&around.rest) || has_whole(&around.rest) || (aimed && has_target(&around.rest))) {
        return Meaning::Deadline(DEADLINE_YEAR_TARGET);
    }
    Meaning::Nothing
}

/// Whether the time only says which things are meant: 2023年实施的政府采购项目.
fn qualifies_noun(around: &Surroundings) -> bool {
    let near: String = around.after.chars().take(9).collect();
    near.contains('的') && !has_figure(&around.after)
}

/// Whether a time that was over when the notice was issued says which cases are meant: 2011年1月21日（含）前核发许可证的项目，…;
/// …前，签有协议的项目，可….
fn names_cases(around: &Surroundings) -> bool {
    const LONGEST_NOUN: usize = 8;
    if !around.is_past() || is_finished_next(around) {
        return false;
    }
    let own = Some(around.after.as_str()).filter(|after| !after.is_empty());
    let behind = around.rest.split(['，', ',']).skip(1).filter(|_| own.is_none());
    own.into_iter().chain(behind.take(3)).any(|clause| {
        clause.rsplit_once('的').is_some_and(|(verb, noun)| {
            !verb.is_empty() && noun.chars().count() <= LONGEST_NOUN && !TIMES.holds("target", noun)
        })
    })
}

/// Whether an event with 前 behind it follows a year: 2025年秋粮收购前完成…. In 提前 and 目前 no event stands.
fn is_before_event(around: &Surroundings) -> bool {
    const LONGEST: usize = 8;
    const NO_EVENT: [&str; 8] = ["提", "目", "之", "以", "空", "当", "超", "先"];
    let event = around.after.split('前').next().filter(|event| event.len() < around.after.len()).unwrap_or_default();
    (2..=LONGEST).contains(&event.chars().count())
        && event.chars().all(char::is_alphabetic)
        && !has_target(event)
        && !NO_EVENT.iter().any(|word| event.ends_with(word))
}

/// 2023年6月完成…, 上半年出台…: a deadline when a finished thing follows.
fn bare_month(before: &str, around: &Surroundings) -> Meaning {
    if runs_policy(around) || is_condition(around) {
        return Meaning::Nothing;
    }
    if around.alone_in_bracket && !around.is_past() && has_target(&around.earlier) {
        return Meaning::Deadline(DEADLINE_MONTH_TARGET);
    }
    // 3月成立的专班: the time only says which one is meant.
    let attribute = around.after.chars().take(5).any(|c| c == '的')
        || qualifies_noun(around) && !TIMES.begins("finished", &around.after);
    if attribute {
        return Meaning::Nothing;
    }
    let opens = is_open(before.trim_end_matches(['于', '在']));
    let to_come = !around.is_past() && !is_report(around);
    // 上半年，新增泊位600个: what stands alone before the order is its time.
    if opens && around.after.is_empty() && to_come && (has_figure(&around.rest) || has_target(&around.rest)) {
        return Meaning::Deadline(DEADLINE_MONTH_TARGET);
    }
    // 力争上半年施工到正负零: what is aimed at needs no finished thing.
    let aimed = TIMES.ends("aiming", before);
    if aimed && opens && to_come && is_verb_next(around) {
        return Meaning::Deadline(DEADLINE_MONTH_TARGET);
    }
    // 在第四季度对9个乡镇开展审计: 于 and 在 before the verb.
    if before.ends_with(['于', '在']) && to_come && is_verb_next(around) {
        return Meaning::Deadline(DEADLINE_MONTH_TARGET);
    }
    if opens && TIMES.holds("finished", next_words(around)) || is_finished_next(around) && !around.is_past() {
        return Meaning::Deadline(DEADLINE_MONTH_TARGET);
    }
    Meaning::Nothing
}

/// Whether an order follows the time at once, and neither a noun nor a meeting.
fn is_verb_next(around: &Surroundings) -> bool {
    let after = around.after.as_str();
    after.chars().count() >= 3 && !TIMES.begins("no-order", after) && !qualifies_noun(around)
}

/// Whether the sentence tells what has been reached: 累计建成…, 同比增长….
fn is_report(around: &Surroundings) -> bool {
    TIMES.holds("reached", &around.rest)
}

/// The clause behind a time: its own, or the next where the time stands alone before a comma.
fn next_words(around: &Surroundings) -> &str {
    if !around.after.is_empty() {
        return &around.after;
    }
    let rest = around.rest.trim_start_matches(['，', ',']);
    rest.split(['，', ',', '：', '（']).next().unwrap_or(rest)
}

/// Whether a finished thing follows at once, and is no mere attribute: 平台6月上线, but not 6月建成的平台.
fn is_finished_next(around: &Surroundings) -> bool {
    let after = around.after.trim_start_matches(|c: char| "前全面基本部如期正式顺利力争确保".contains(c));
    TIMES.begins("finished", after) && !after.contains('的') && !after.contains("以来")
}

/// Whether nothing stands before the time in its clause but words that open a target.
fn is_open(before: &str) -> bool {
    let before = before.trim();
    before.is_empty() || TIMES.ends("opener", before) && before.chars().count() <= 12
}

/// Whether the time is that of a policy that runs.
fn runs_policy(around: &Surroundings) -> bool {
    TIMES.holds("run-of-policy", &around.rest)
}

/// Whether the time belongs to a condition: "…的，给予…", "…的，可…".
fn is_condition(around: &Surroundings) -> bool {
    TIMES.holds("condition", &around.rest)
}

/// Whether something finished is ordered.
fn has_target(rest: &str) -> bool {
    TIMES.holds("target", rest) || rest.contains('达')
}

/// Whether words name a stage of the work, whose time stands in the bracket behind it: 摸底阶段（3月1日—4月10日）.
fn names_stage(before: &str) -> bool {
    before.trim_end_matches(['（', '(', ' ']).ends_with("阶段")
}

/// Whether a finished whole is ordered, without a figure.
fn has_whole(rest: &str) -> bool {
    TIMES.holds("whole-target", rest)
}

/// Whether the words hold a figure with a unit.
fn has_figure(rest: &str) -> bool {
    let mut digits = false;
    for c in rest.chars() {
        if c.is_ascii_digit() {
            digits = true;
        } else if digits
            && "个家项次条户套件期例名间支座台辆班倍位类场所处人亿万千百%％元分天批门轮只种宗艘架小吨公平起亩棵株米盏眼块件册本片段栋幢口双组队页对卷"
                .contains(c)
        {
            return true;
        } else if c != '.' && c != ' ' && c != '余' && c != '多' {
            digits = false;
        }
    }
    TIMES.holds("figure-in-words", rest)
}

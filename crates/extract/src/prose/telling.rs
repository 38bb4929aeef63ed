//! Clauses that tell instead of ordering: cases and conditions, what the office that speaks is going to do itself, and what a
//! notice says of its own when it passes another text on.

use domain::NoticeKind;

use crate::head::compact::is_longer;
use crate::head::kind::kind_of;
use crate::head::naming::cited_titles;
use crate::letters::signs;
use crate::lexicon::tables::SECTION_KINDS;
use crate::numerals;
use crate::ordering::report::perfective;
use crate::ordering::{begins_like_an_order, speaks_to_outsiders};
use crate::units::{LabelKind, Within, labels, looks_like_unit, sentence_units, split_list};

use super::section_kind::calls_for;

/// Whether a clause is a noun, closed by 的: 未履行审批手续的。 聘用无证人员作业的；
pub(super) fn names_a_case(text: &str) -> bool {
    let words = text.trim_end_matches(['。', '；', ';', ' ']);
    words.ends_with('的')
        && !words.contains('。')
        && !SECTION_KINDS.ends("no-case", words)
        && sentence_units(text).leads.is_empty()
}

/// Whether a clause gives nothing but the figures to be reached, and nobody who reaches them: 2025年就业主要指标：新增就业3000人；失业率控制在3.5%以内。
pub(super) fn lists_figures(text: &str) -> bool {
    const FEW: usize = 3;
    let Some((heading, figures)) = text.split_once(['：', ':']) else { return false };
    let is_heading = SECTION_KINDS.ends("figures", heading) && !heading.contains(['，', '。']);
    let parts = || figures.split(['；', ';', '。']).map(str::trim).filter(|part| !part.is_empty());
    is_heading
        && parts().count() >= FEW
        && parts().all(|part| part.contains(|c: char| numerals::half_width(c).is_ascii_digit()))
        && sentence_units(figures).leads.is_empty()
}

/// Whether a clause says who of those outside may do something, and orders nothing: 累计不超过15学分的学生可以进入开题阶段。
pub(super) fn says_who_may(text: &str) -> bool {
    let sentence = text.trim_end_matches(['。', '；', ' ']);
    let may = || {
        SECTION_KINDS.words("may").iter().any(|word| {
            sentence.match_indices(word).any(|(at, _)| {
                let before = sentence.get(..at).unwrap_or_default();
                let subject = before.rsplit(['，', '、']).next().unwrap_or_default();
                SECTION_KINDS.before_suffix("may-do", subject).is_some_and(|which| which.ends_with('的'))
            })
        })
    };
    !sentence.contains('。') && !calls_for(sentence) && may() && sentence_units(text).leads.is_empty()
}

/// Whether a clause says who is responsible for what: 保卫处负责检查宿舍….
pub(super) fn hands_out(text: &str) -> bool {
    let first = text.split(['，', '。', '；']).next().unwrap_or_default();
    first.contains("负责") && sentence_units(first).leads.first().is_some_and(|lead| text.starts_with(lead.as_str()))
}

/// Whether a stage says behind its name and time who does what in it: 摸底阶段（3月1日—4月10日）。由县水利局负责指导，各镇逐村核实。
pub(super) fn orders_in_stage(text: &str, has_title: bool) -> bool {
    let behind = if has_title { Some(text) } else { text.split_once('。').map(|(_, behind)| behind) };
    let Some(sentence) = behind.and_then(|behind| behind.split('。').next()) else { return false };
    let sentence = sentence.trim_start();
    let subject = sentence.strip_prefix('由').unwrap_or(sentence);
    sentence_units(sentence).leads.first().is_some_and(|lead| subject.starts_with(lead.as_str()))
}

/// Whether a clause about the duties of a body says what it is to do now: 各镇职责：要逐户核实. What it is there for (负责…) orders nothing.
pub(super) fn orders_by_duty(text: &str) -> bool {
    let Some((body, behind)) = text.split_once(['：', ':']) else { return false };
    let first = behind.split('。').next().unwrap_or_default();
    body.ends_with("职责") && first.split(['，', ',', '；']).any(|clause| clause.starts_with('要'))
}

/// Whether a clause is the answer to a question that it begins with: 二、适用于哪些企业？凡在本县登记的….
pub(super) fn answers_a_question(title: Option<&str>, text: &str) -> bool {
    const LONGEST: usize = 50;
    let asks = |words: &str| words.ends_with(['？', '?']) && !is_longer(words, LONGEST);
    let end = signs(text).find(|(_, c)| matches!(c, '。' | '；' | '？' | '?'));
    let first = end.and_then(|(at, c)| text.get(..at + c.len_utf8())).unwrap_or(text);
    title.is_some_and(asks) || asks(first) && first.len() < text.len()
}

/// Whether the last sentence of a clause says who does it: 由村建所、供电所负责具体实施。 城监队负责组织。
pub(super) fn is_handed_out(text: &str) -> bool {
    let last = text.trim_end_matches(['。', '；']).rsplit(['。', '；']).next().unwrap_or_default();
    (last.contains("负责") || last.contains("牵头")) && !sentence_units(last).leads.is_empty()
}

/// Whether a clause names a thing and orders nothing: 应急物资储备情况；
pub(super) fn names_a_thing(text: &str) -> bool {
    let words = text.trim_end_matches(['。', '；', ';', ' ']);
    let asks_whether = words.contains("是否") && sentence_units(text).leads.is_empty();
    asks_whether
        || !words.contains(['；', '。']) && words.trim_end_matches('等').ends_with("情况")
        || !begins_like_an_order(text)
}

/// Whether a clause is a body and who sits in it: 一、领导小组, 组长：…, 成员：….
pub(super) fn is_roster(heading: &str, text: &str) -> bool {
    if !looks_like_unit(heading) {
        return false;
    }
    let first: String = text.chars().filter(|c| !c.is_whitespace()).take(8).collect();
    SECTION_KINDS.begins("seat", &first) && first.contains(['：', ':'])
}

/// Whether words announce conditions, cases or papers: …应同时符合以下条件：, 有下列情形之一的：.
pub(super) fn lists_conditions(text: &str) -> bool {
    let Some(words) = text.trim_end().strip_suffix(['：', ':', '。']) else { return false };
    let Some((before, noun)) = ["以下", "下列", "如下"]
        .iter()
        .filter_map(|word| words.rsplit_once(word))
        .max_by_key(|(before, _)| before.len())
    else {
        return false;
    };
    SECTION_KINDS.ends("condition-verb", before) && SECTION_KINDS.ends("condition-noun", noun.trim_end_matches('的'))
}

/// Whether a clause gives nothing but whom to ask: 联系人：王敏，电话：88888888。
pub(super) fn gives_contacts(text: &str) -> bool {
    const LONGEST: usize = 60;
    let words = text.trim();
    if is_longer(words, LONGEST) || !words.contains(['：', ':']) {
        return false;
    }
    let found = labels(words, &[0], Within::Text);
    found.first().is_some_and(|first| first.start == 0) && found.iter().all(|one| one.label.kind == LabelKind::Contact)
}

/// Whether words close by announcing what was found: 经督查，发现存在以下问题：
pub(super) fn announces_problems(text: &str) -> bool {
    let Some(words) = text.trim_end().strip_suffix(['：', ':']) else { return false };
    let last = words.rsplit(['。', '，', ',', '；']).next().unwrap_or_default();
    let points = ["以下", "下列", "如下"].iter().any(|word| last.contains(word));
    points && SECTION_KINDS.holds("problem", last)
}

/// Whether a clause says what the office that speaks is going to do: 市政府将对…开展抽查。 One that tells others to do something, too,
/// is an order; in 市财政局将经费纳入预算 the word 将 only moves the object.
pub(super) fn announces(text: &str) -> bool {
    let (sentence, others) = text.split_once('。').unwrap_or((text, ""));
    let told = sentence.split(['，', ',']).any(|clause| {
        clause.split_once('将').is_some_and(|(before, after)| {
            let somebody = split_list(before).iter().all(|name| looks_like_unit(name));
            let dated = after.starts_with('于');
            !before.is_empty() && (dated || somebody) && SECTION_KINDS.begins("future", after)
        })
    });
    // 请同学们做好准备 asks no office.
    let asks = |words: &str| words.split('。').any(|one| calls_for(one) && !speaks_to_outsiders(one));
    let asked = ["请", "务必", "各"].iter().any(|word| sentence.contains(&format!("，{word}")));
    told && !asked && !asks(others)
}

/// Whether words begin with those who act: 各镇于3月底前提交…, 请各单位….
pub(super) fn names_who_acts(text: &str) -> bool {
    text.starts_with(['各', '请']) || !sentence_units(text).leads.is_empty()
}

/// Whether a clause is one sentence that tells what somebody did, without a word of order: 老师们提前布置了作业。
pub(super) fn tells_what_was_done(text: &str) -> bool {
    let sentence = text.split('。').next().unwrap_or_default();
    perfective(sentence) && !begins_like_an_order(sentence) && sentence_units(text).leads.is_empty() && !calls_for(text)
}

/// Whether a paragraph passes a text on: 现将…印发给你们，请认真贯彻执行。
pub(super) fn passes_on(paragraph: &str) -> bool {
    SECTION_KINDS.holds("passes-on", paragraph)
}

/// Whether a paragraph passes a text on and adds requirements of its own: 现将…印发给你们，并就有关工作通知如下：. Where 如下 stands in a
/// paragraph further down, the plan itself has begun.
pub(super) fn adds_to_what_it_passes_on(paragraph: &str) -> bool {
    // One pass tells of nearly every paragraph that none of the words stands in it.
    if !passes_on(paragraph) {
        return false;
    }
    let passed =
        SECTION_KINDS.words("passes-on").iter().filter_map(|word| Some(paragraph.find(word)? + word.len())).max();
    let Some((before, rest)) = passed.and_then(|passed| paragraph.split_at_checked(passed)) else { return false };
    // A list says what there is; the notice itself says what to do with it.
    let title = cited_titles(before).last().copied();
    let what = title.map(kind_of);
    (rest.contains("如下") || rest.contains("以下"))
        && !matches!(what, Some(NoticeKind::List | NoticeKind::Regulation))
        && !title.is_some_and(is_reference)
}

/// Whether a title is that of a work to be looked up, which hands nothing out: 作业指导书. What is to be done with it, the notice says that
/// passes it on.
pub(super) fn is_reference(title: &str) -> bool {
    let title = title
        .strip_suffix(['）', ')'])
        .and_then(|inner| inner.rsplit_once(['（', '(']))
        .map_or(title, |(front, _)| front);
    SECTION_KINDS.ends("reference", title)
}

/// Whether a clause tells what is wrong and hands nothing out: 未按标准设置消防设施。
pub(super) fn tells_a_defect(text: &str) -> bool {
    let first = text.split(['，', '。', '；']).next().unwrap_or_default();
    SECTION_KINDS.holds("defect", first)
        && !first.starts_with(['对', '针', '将'])
        && !begins_like_an_order(text)
        && !calls_for(text)
        && sentence_units(text).leads.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_that_is_a_noun_names_a_case() {
        let check = |text: &str, expected: bool| assert_eq!(names_a_case(text), expected, "{text}");
        check("未履行动火审批手续的。", true);
        check("占用、堵塞消防通道的；", true);
        check("县教育局负责核查存在问题的。", false);
        check("实现统一管理的目的。", false);
        check("对未整改的，依法查处。", false);
    }

    #[test]
    fn conditions_and_cases_are_announced() {
        let check = |text: &str, expected: bool| assert_eq!(lists_conditions(text), expected, "{text}");
        check("申请补助的企业，应当同时符合下列条件：", true);
        check("有下列情形之一的，不予受理：", false);
        check("不予受理的情形。具有以下情形之一的：", true);
        check("报名时需提供以下材料：", true);
        check("重点查处以下情形：", false);
    }

    #[test]
    fn problems_are_announced() {
        let check = |text: &str, expected: bool| assert_eq!(announces_problems(text), expected, "{text}");
        check("经督查，发现你局存在以下问题：", true);
        check("现将发现的问题通报如下：", true);
        check("存在以下问题。请你局整改到位：", false);
        check("现就有关事项通知如下：", false);
    }

    #[test]
    fn what_is_going_to_be_done_is_told_from_an_order() {
        let check = |text: &str, expected: bool| assert_eq!(announces(text), expected, "{text}");
        check("县政府将对各乡镇落实情况开展抽查。", true);
        check("下半年，市审计局将采取随机方式进行检查。", true);
        check("县财政局将所需经费纳入年度预算。", false);
        check("县政府将对落实情况开展抽查，请各乡镇做好准备。", false);
        check("各学校要将安全教育列入课程。", false);
    }

    #[test]
    fn what_was_done_is_told_from_an_order() {
        let check = |text: &str, expected: bool| assert_eq!(tells_what_was_done(text), expected, "{text}");
        check("班主任提前给学生布置了主题班会的内容。", true);
        check("为了做好准备，班主任提前布置作业。", false);
        check("各班主任要检查学生是否完成了作业。", false);
    }

    #[test]
    fn clauses_hand_out_or_name_things() {
        let check = |text: &str, hands: bool, names: bool| {
            assert_eq!((hands_out(text), names_a_thing(text)), (hands, names), "{text}");
        };
        check("保卫处负责检查宿舍用电情况。", true, true);
        check("应急物资储备情况；", false, true);
        check("开展消防演练。", false, false);
        check("消防设施是否完好有效；", false, true);
        check("全县动员，由各单位负责宣传。", false, false);
    }

    #[test]
    fn a_notice_may_add_to_what_it_passes_on() {
        let check = |text: &str, expected: bool| assert_eq!(adds_to_what_it_passes_on(text), expected, "{text}");
        check("现将《青岚县节水方案》印发给你们，并就有关事项通知如下：", true);
        check("现将《青岚县节水方案》印发给你们，请认真贯彻执行。", false);
        check("现将《青岚县行政许可清单》印发给你们，并就有关事项通知如下：", false);
        check("现就做好节水工作通知如下：", false);
    }
}

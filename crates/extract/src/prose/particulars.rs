//! What a reader is told and not told to do: when and where an event takes place, how much is paid, who may apply.

use super::section_kind::calls_for;
use crate::head::compact::is_longer;
use crate::lexicon::tables::SECTION_KINDS;
use crate::numerals::fold_digits;
use crate::ordering::begins_like_an_order;
use crate::units::sentence_units;

/// Whether a heading names a circumstance of an event: 活动对象, 比赛形式, 报名方式.
pub(super) fn heads(words: &str, count: usize) -> bool {
    const LONGEST: usize = 14;
    count <= LONGEST && SECTION_KINDS.ends("circumstance", words) && SECTION_KINDS.holds("event", words)
}

/// Whether a clause only says how long, where, in which form or how much, or what follows in which case: 准备时间为1小时。
/// 考核采用面试的形式进行。 费率由1.5%调整为1%。 逾期未交的，不再受理。
pub(super) fn states(text: &str) -> bool {
    let sentence = text.split(['。', '；']).next().unwrap_or_default();
    let told = names_a_circumstance(sentence)
        || names_a_form(sentence)
        || says_who_pays(sentence)
        || !SECTION_KINDS.begins("verb", sentence) && names_an_amount(sentence)
        || !begins_like_an_order(sentence) && (gives_days_off(sentence) || follows_in_a_case(sentence));
    told && !calls_for(text) && sentence_units(text).leads.is_empty()
}

/// 准备时间为1小时; 优秀学员，评选比例为不超过5%.
fn names_a_circumstance(sentence: &str) -> bool {
    let mut clauses = sentence.split(['，', ',']);
    let is = |clause: &str| {
        clause
            .split_once('为')
            .is_some_and(|(name, _)| is_longer(name, 2) && SECTION_KINDS.ends("particular-noun", name))
    };
    clauses.next().is_some_and(is) || !begins_like_an_order(sentence) && clauses.next().is_some_and(is)
}

/// 考核采用面试的形式进行.
fn names_a_form(sentence: &str) -> bool {
    let first = sentence.split(['，', ',']).next().unwrap_or_default();
    ["采用", "采取"].iter().any(|word| first.contains(word))
        && ["形式进行", "方式进行"].iter().any(|end| first.ends_with(end))
}

/// 缴费工资基数为3726元; 费率由1.5%调整为1%; 缴费下限暂不调整.
fn names_an_amount(sentence: &str) -> bool {
    let sentence = fold_digits(sentence);
    let is_amount = |clause: &str| {
        clause.rsplit_once('为').is_some_and(|(before, amount)| {
            // 将费率调整为1%: somebody moves it.
            let moved = before.contains(['将', '把']);
            let unit = amount.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
            !moved && unit.len() < amount.len() && SECTION_KINDS.begins("amount-unit", unit)
        })
    };
    sentence.split(['，', ',']).any(|clause| is_amount(clause) || SECTION_KINDS.ends("unchanged", clause))
}

/// 交通费由所在单位承担; 培训经费由专项资金列支.
fn says_who_pays(sentence: &str) -> bool {
    sentence.split(['，', ',']).any(|clause| {
        let subject = clause.split('由').next().unwrap_or_default();
        ["费", "费用"].iter().any(|word| subject.ends_with(word)) && SECTION_KINDS.ends("pays", clause)
    })
}

/// 元旦：1月1日放假1天.
fn gives_days_off(sentence: &str) -> bool {
    sentence.split_once("放假").is_some_and(|(before, after)| {
        before.ends_with('日') || after.starts_with(|c: char| c.is_ascii_digit() || c == '调') || before.ends_with('）')
    })
}

/// 逾期未交的，不再受理; 有费用支出的，按新的费率执行.
fn follows_in_a_case(sentence: &str) -> bool {
    sentence
        .split_once("的，")
        .is_some_and(|(case, follows)| !case.is_empty() && SECTION_KINDS.begins("in-a-case", follows))
}

#[cfg(test)]
mod tests {
    use super::states;

    #[test]
    fn what_is_told_is_no_order() {
        let check = |text: &str, expected: bool| assert_eq!(states(text), expected, "{text}");
        check("准备时间为1小时。", true);
        check("先进个人，评选比例为不超过参评人数的5%。", true);
        check("单位缴费的费率由１.５％调整为１％。", true);
        check("最低缴费基数为2608元。", true);
        check("缴费下限暂不调整，具体标准仍为上一年度标准。", true);
        check("端午节：5月31日（周六）至6月2日（周一）放假，共3天。", true);
        check("国庆节：10月1日至8日放假调休，共8天。", true);
        check("交通费由学员所在单位承担。", true);
        check("逾期未交的，不再受理。", true);
        check("有费用支出的，按新的费率执行。", true);
        // Orders that hold an amount or a case.
        check("压缩办理时间，办结时限为3天。", false);
        check("将办理费用降低为50元，确保年底前到位。", false);
        check("推进放假期间值班值守。", false);
        check("市医保局将费率由1.5%调整为1%。", false);
        check("发现问题的，按规定要及时整改。", false);
    }
}

//! Cells that say the item of their row does not concern this place, and so order nothing.
//!
//! 该事项不涉及我市。 进出口检查针对的是海运船舶，某市不涉及该项改革。 Must not catch an order that mentions the words:
//! 对不涉及公共安全的项目实行告知承诺。

use crate::lexicon::tables::CAPTIONS;

/// Whether a cell only says that its item does not apply.
pub(super) fn says_so(words: &str) -> bool {
    let bare = words.trim_end_matches(['。', '；', '，']);
    if bare.chars().count() > 60 || bare.contains(['。', '；']) {
        return false;
    }
    if CAPTIONS.is("not-applicable", bare) {
        return true;
    }
    // The last clause is the one that decides.
    let last = bare.rsplit(['，', ',']).next().unwrap_or(bare);
    let Some((subject, object)) = CAPTIONS.words("concerns-not").iter().find_map(|word| last.split_once(word)) else {
        return false;
    };
    let speaks_of_item = |text: &str| CAPTIONS.holds("item", text);
    let speaks_of_place = |text: &str| text.ends_with(['市', '省', '区', '县', '州']) || is_place(text);
    let short = |text: &str| text.chars().count() <= 12;
    // 取消不适用的证明事项: a task, and what it is about.
    if object.contains('的') && !speaks_of_item(subject) {
        return false;
    }
    short(subject)
        && short(object)
        && (speaks_of_item(subject) || speaks_of_place(subject) || subject.is_empty())
        && (object.is_empty() || speaks_of_item(object) || object.chars().count() <= 4)
        && (speaks_of_item(subject) || speaks_of_item(object))
}

/// A short name that may be that of a place: 杭州, 我市.
fn is_place(text: &str) -> bool {
    let length = text.chars().count();
    (2..=4).contains(&length) && !text.starts_with(['对', '在', '将', '把', '为'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disclaimer_is_told_from_an_order() {
        let check = |words: &str, expected: bool| assert_eq!(says_so(words), expected, "{words}");
        check("该事项不涉及某市。", true);
        check("进出口联合登临检查针对的是海运进出境船舶，宁波不涉及该项改革。", true);
        check("我县不涉及该事项", true);
        check("不涉及", true);
        check("本项改革不适用我区。", true);
        check("对不涉及公共安全的项目实行告知承诺。", false);
        check("允许不涉及国家安全的自动驾驶高精度地图数据在限定路段采集和使用。", false);
        check("推广应用安心码。", false);
        check("清理不适用的审批事项", false);
        check("取消不涉及安全的审查任务", false);
        check("1.不涉及前置许可的企业，实施集中受理。加强监管。", false);
    }
}

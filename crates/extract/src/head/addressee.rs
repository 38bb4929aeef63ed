//! The line that names whom a notice is sent to. Everything here reads [compact](super::compact) text.

use super::compact::is_longer;
use crate::letters::holds_sign;
use crate::lexicon::tables::ADDRESSEES;
use crate::units::only_units;

/// Whether a line is the address of a notice: 各区、县（市）人民政府，市政府各部门、各直属单位：
///
/// Must not catch 责任单位： nor a sentence that ends in 如下：.
pub(crate) fn is_addressee(line: &str) -> bool {
    let Some(list) = line.strip_suffix(['：', ':']) else { return false };
    if list.is_empty() || is_longer(list, 260) || holds_sign(list, &['。', '；', '：', ':', '《', '！', '？']) {
        return false;
    }
    if ADDRESSEES.begins("label", list) || starts_with_label(list) {
        return false;
    }
    let last = without_closing_bracket(list);
    let several = holds_sign(list, &['、', '，', ',']);
    // 各镇：, 各院系：: collectives that end like no office.
    let collectives = || list.starts_with('各') && !is_longer(list, 30) && only_units(list).is_some();
    (ADDRESSEES.ends("ending", last) || collectives())
        && (list.contains('各') || list.contains("有关") || list.contains("人民政府") || several)
        && (list.contains('各') || list.contains("有关") || !holds_sign(list, &['“', '”']))
}

/// Whether a line may be the first part of an address that goes on over the line break.
pub(crate) fn may_begin_addressee(line: &str) -> bool {
    let begins = line.starts_with(['各', '省', '市', '县', '区', '局', '厅'])
        || line.contains("人民政府")
        || line.contains('各');
    begins && holds_sign(line, &['、', '，', ',']) && !holds_sign(line, &['。', '；', '：', ':', '《', '“'])
}

/// A list without a bracket at its end: 各市科技局（委） → 各市科技局.
fn without_closing_bracket(list: &str) -> &str {
    let Some(inner) = list.strip_suffix(['）', ')', '］', ']']) else { return list };
    inner.rfind(['（', '(', '［', '[']).and_then(|open| inner.get(..open)).unwrap_or(list)
}

/// Whether a line begins with a clause number.
fn starts_with_label(line: &str) -> bool {
    let first = line.chars().next();
    first.is_some_and(|c| matches!(c, '（' | '(' | '第' | '—' | '-') || c.is_ascii_digit())
        || line.split('、').next().is_some_and(|word| crate::numerals::number(word).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_labels_and_sentences() {
        let check = |line: &str, expected: bool| assert_eq!(is_addressee(line), expected, "{line}");
        check("各区、县（市）人民政府，市政府各部门、各直属单位：", true);
        check("各分局、县（市）规划和自然资源局，局机关各处室、局属各事业单位：", true);
        check("各相关单位：", true);
        check("各市建委（建设局）：", true);
        check("蚌埠市人民政府，省有关部门：", true);
        check("各区、县（市）市场监管局（景区分局），市局机关各处室、直属单位:", true);
        check("责任单位：", false);
        check("牵头单位：市发改委、各区：", false);
        check("（一）各有关部门：", false);
        check("一、各级部门：", false);
        check("经市政府同意，现提出如下意见：", false);
        check("各地各部门要抓好落实。", false);
        check("市财政局：", false);
    }
}

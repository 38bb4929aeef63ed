//! What sort of document a title names.

use domain::NoticeKind;

/// The kind that a title names; the plan's own title, not that of the notice that issues it.
pub(crate) fn kind_of(title: &str) -> NoticeKind {
    let title = bare(title);
    let ends = |words: &[&str]| words.iter().any(|word| title.ends_with(word));
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if ends(&["解读", "问答", "政策说明"]) {
        NoticeKind::Interpretation
    } else if ends(&["实施细则", "细则"]) || (title.ends_with("办法") && is_about_funds(title)) {
        NoticeKind::DetailedRules
    } else if ends(&["条例", "规定", "办法", "规则", "章程", "规程", "制度"]) {
        NoticeKind::Regulation
    } else if ends(&["任务清单", "工作清单", "举措清单", "措施清单"]) {
        // Lists of tasks order something, as plans do.
        NoticeKind::Plan
    } else if ends(&["清单", "目录"]) || (has(&["公布", "发布"]) && has(&["清单", "目录"])) {
        NoticeKind::List
    } else if ends(&["意见"]) {
        NoticeKind::Opinions
    } else if ends(&["措施", "政策", "举措", "条"]) {
        NoticeKind::Measures
    } else if ends(&["方案", "计划", "要点", "规划", "分工", "预案", "纲要", "机制", "任务"]) {
        NoticeKind::Plan
    } else if ends(&["通知", "公告", "通告", "函", "决定", "批复", "通报"]) {
        NoticeKind::Notice
    } else {
        NoticeKind::Other
    }
}

/// Rules for handing out money are rules of a policy, no regulation.
fn is_about_funds(title: &str) -> bool {
    ["资金", "基金", "补助", "奖励", "补贴", "扶持", "贴息"].iter().any(|word| title.contains(word))
}

/// A title without brackets and marks at its end.
fn bare(title: &str) -> &str {
    let mut title = title;
    while let Some(shorter) = title
        .strip_suffix(['）', ')'])
        .and_then(|inner| inner.get(..inner.rfind(['（', '('])?))
        .or_else(|| title.strip_suffix(['》', '”']))
    {
        title = shorter;
    }
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_its_kind() {
        let check = |title: &str, expected: NoticeKind| assert_eq!(kind_of(title), expected, "{title}");
        check("杭州市国家营商环境创新试点实施方案", NoticeKind::Plan);
        check("三年行动计划（2024—2026年）", NoticeKind::Plan);
        check("2023年政务公开工作要点", NoticeKind::Plan);
        check("2023年优化营商环境任务清单", NoticeKind::Plan);
        check("关于推动经济高质量发展的若干政策（2025年版）", NoticeKind::Measures);
        check("优化营商环境政策25条", NoticeKind::Measures);
        check("关于深化商事制度改革的意见", NoticeKind::Opinions);
        check("支持商贸企业发展政策实施细则", NoticeKind::DetailedRules);
        check("创新发展专项资金管理办法（试行）", NoticeKind::DetailedRules);
        check("建筑工程施工许可管理规定", NoticeKind::Regulation);
        check("优化营商环境条例（草案）", NoticeKind::Regulation);
        check("《风险补偿基金管理办法》解读", NoticeKind::Interpretation);
        check("关于公布“豁免”项目清单的通知", NoticeKind::List);
        check("关于落实就业政策有关事项的通知", NoticeKind::Notice);
        check("营商环境建设情况", NoticeKind::Other);
    }
}

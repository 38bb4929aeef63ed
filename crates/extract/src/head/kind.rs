//! What sort of document a title names. The words are in seeds/lexicon/kinds.txt.

use domain::NoticeKind;

use crate::lexicon::tables::KINDS;

/// The kinds that a last word names, in the order in which they are tried. Rules and lists of money are looked at apart.
const BY_LAST_WORD: [(&str, NoticeKind); 15] = [
    ("interpretation", NoticeKind::Interpretation),
    ("report", NoticeKind::Information),
    ("information", NoticeKind::Information),
    // Lists of tasks order something, as plans do.
    ("tasks", NoticeKind::Plan),
    ("card", NoticeKind::Card),
    ("minutes", NoticeKind::Minutes),
    ("reply", NoticeKind::Reply),
    ("letter", NoticeKind::Letter),
    ("detailed-rules", NoticeKind::DetailedRules),
    ("rules", NoticeKind::Regulation),
    ("list", NoticeKind::List),
    ("opinions", NoticeKind::Opinions),
    ("measures", NoticeKind::Measures),
    ("plan", NoticeKind::Plan),
    ("notice", NoticeKind::Notice),
];

/// The kind that a title names; the plan's own title, not that of the notice that issues it.
pub(crate) fn kind_of(title: &str) -> NoticeKind {
    let title = bare(title);
    let kind =
        BY_LAST_WORD.iter().find(|(word, _)| KINDS.ends(word, title)).map_or(NoticeKind::Other, |(_, kind)| *kind);
    let publishes = || ["公布", "发布"].iter().any(|word| title.contains(word)) && KINDS.holds("list", title);
    match kind {
        // Rules for handing out money are rules of a policy, no regulation.
        NoticeKind::Regulation if title.ends_with("办法") && KINDS.holds("funds", title) => NoticeKind::DetailedRules,
        NoticeKind::Notice if publishes() => NoticeKind::List,
        kind => kind,
    }
}

/// The word at the end of a title that names this kind.
pub(crate) fn ending_of(kind: NoticeKind, title: &str) -> Option<&str> {
    let title = bare(title);
    let words = BY_LAST_WORD.iter().filter(|(_, named)| *named == kind);
    let before = words.filter_map(|(word, _)| KINDS.before_suffix(word, title)).min_by_key(|before| before.len())?;
    title.get(before.len()..)
}

/// Whether a title is that of a report on what was done.
pub(crate) fn is_report(title: &str) -> bool {
    KINDS.ends("report", bare(title))
}

/// Whether a title is that of a table of progress.
pub(crate) fn is_of_progress(title: &str) -> bool {
    KINDS.ends("progress", bare(title)) || is_report(title)
}

/// Whether a title says that tasks are handed out: …任务分解表, …分工方案, …整改清单.
pub(crate) fn names_tasks(title: &str) -> bool {
    KINDS.ends("tasks", bare(title)) || KINDS.holds("task-title", title)
}

/// Whether a title is that of a notice to the public.
pub(crate) fn is_public(title: &str) -> bool {
    KINDS.ends("public", bare(title))
}

/// Whether a title tells that somebody holds a meeting, as news does: 区国资局召开整改推进会.
pub(crate) fn tells_of_event(title: &str) -> bool {
    let act = KINDS.words("news-act").iter().find_map(|act| title.find(act)).filter(|at| *at > 0);
    act.is_some_and(|at| !title.get(..at).unwrap_or_default().contains("关于")) && KINDS.ends("news-end", title)
}

/// Whether a title says that the public is told something: 关于公开招聘…的公告.
pub(crate) fn has_public_topic(title: &str) -> bool {
    KINDS.holds("topic", title)
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
        check("某县人民政府常务会议纪要", NoticeKind::Minutes);
        check("某县人民政府关于镇区规划的批复", NoticeKind::Reply);
        check("某市人民政府督查室督办通知单", NoticeKind::Card);
        check("2025年公开招聘社区工作者公告", NoticeKind::Notice);
        check("社区工作者招聘公告", NoticeKind::Information);
        check("某市水利局主要职责", NoticeKind::Information);
        check("督察反馈意见整改落实情况的报告", NoticeKind::Information);
        check("2025年政府工作报告重点任务责任分工", NoticeKind::Plan);
    }
}

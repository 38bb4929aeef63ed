//! What part of a notice a heading announces: action, safeguards, or background.

/// What the clauses below a heading are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Standing {
    /// They order what the notice is about.
    #[default]
    Action,
    /// They say how the notice itself is carried out.
    Safeguard,
    /// They order nothing: aims, principles, scope.
    Background,
}

/// Endings of headings whose text orders nothing.
const BACKGROUND: &[&str] = &[
    "总体要求",
    "指导思想",
    "原则",
    "目标",
    "总体思路",
    "工作思路",
    "基本思路",
    "基本要求",
    "总体安排",
    "总体考虑",
    "总体部署",
    "目标任务",
    "目标要求",
    "适用范围",
    "适用对象",
    "实施范围",
    "改革范围",
    "试点范围",
    "实施步骤",
    "工作步骤",
    "改革步骤",
    "方法步骤",
    "实施时间",
    "执行时间",
    "实施期限",
    "执行期限",
    "有效期",
    "有效期限",
    "附则",
    "其他事项",
    "名词解释",
    "术语解释",
    "职责分工",
    "工作职责",
    "部门职责",
    "组织机构",
    "组织架构",
    "进度安排",
    "时间安排",
    "制定依据",
    "制定背景",
    "工作背景",
    "起草背景",
    "重要意义",
    "总则",
    "定义",
    "指导思想和目标",
    "实施阶段",
    "活动主题",
    "活动时间",
];

/// Beginnings of clauses that order something even where they end like a heading of background: 扩大试点范围.
const VERBS: &[&str] = &[
    "扩大", "拓展", "扩展", "延长", "优化", "完善", "细化", "规范", "建立", "健全", "落实", "实现", "坚持", "强化",
    "加强", "推进", "推动", "压缩",
];

/// Whether a heading begins with a verb.
fn orders(words: &str) -> bool {
    VERBS.iter().any(|verb| words.starts_with(verb))
}

/// Endings of headings whose clauses are safeguards.
const SAFEGUARD: &[&str] = &[
    "保障措施",
    "组织保障",
    "组织实施",
    "工作保障",
    "工作要求",
    "有关要求",
    "相关要求",
    "组织领导",
    "保障机制",
    "实施保障",
    "组织推进",
    "组织落实",
    "落实保障",
    "实施要求",
    "工作落实",
    "推进落实",
    "措施保障",
    "组织领导和保障",
    "组织保障措施",
    "组织管理",
    "督导考核",
    "保障体系",
];

/// What a safeguard of a subject is not: it is the subject itself.
const SUBJECTS: &[&str] = &[
    "要素",
    "服务",
    "权益",
    "就业",
    "社会",
    "司法",
    "法治",
    "住房",
    "医疗",
    "供应",
    "用地",
    "能源",
    "人才",
    "资金",
    "营商环境",
];

/// Longest heading that is judged by its ending.
const LONGEST: usize = 24;

/// What a heading announces of the clauses below it.
pub(super) fn of_heading(words: &str) -> Standing {
    // 强化保障措施，确保改革任务落地见效
    let words = words.split('，').next().unwrap_or_default();
    let count = words.chars().count();
    if count == 0 || count > LONGEST {
        return Standing::Action;
    }
    if matches!(words, "其他" | "目的" | "背景" | "依据" | "引言" | "前言" | "结语")
        || (is_stage(words) && !orders(words))
        || ["充分认识", "深刻认识", "重要意义"].iter().any(|start| words.starts_with(start))
        || (count <= 12 && ends_with_any(words, BACKGROUND) && !orders(words))
    {
        return Standing::Background;
    }
    let subject = SUBJECTS.iter().any(|subject| words.contains(subject));
    if ends_with_any(words, SAFEGUARD) && !subject { Standing::Safeguard } else { Standing::Action }
}

/// Whether a heading names a stage of the work: 动员部署阶段（2023年3月）.
fn is_stage(words: &str) -> bool {
    words
        .split(['（', '('])
        .next()
        .is_some_and(|words| words.ends_with("阶段") && !words.starts_with("明确") && words.chars().count() <= 8)
}

/// Whether a clause only says what a word of the notice means: 本意见所称创新型产业是指….
pub(super) fn defines_a_word(text: &str) -> bool {
    text.starts_with('本')
        && text.split(['，', '。']).next().is_some_and(|words| words.contains("所称") || words.contains("所指"))
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
    const SURE: &[&str] = &["组织领导", "组织保障", "组织实施", "统筹领导"];
    const LIKELY: &[&str] = &[
        "宣传引导",
        "宣传推广",
        "宣传推介",
        "宣传力度",
        "宣传培训",
        "舆论引导",
        "浓厚氛围",
        "良好氛围",
        "工作氛围",
        "督促检查",
        "监督检查",
        "监督考核",
        "督查考核",
        "考核评价",
        "考核评估",
        "跟踪评估",
        "跟踪问效",
        "督导检查",
        "责任落实",
        "工作落实",
        "指导培训",
        "统筹协调",
        "协调联动",
        "落实责任",
        "压实责任",
        "督查督办",
        "督导问效",
        "体制机制保障",
        "经费保障",
        "协同推进",
        "协同配合",
        "工作保障",
        "监督力度",
        "评价评估",
    ];
    let count = title.chars().count();
    if count > LONGEST {
        Tail::No
    } else if count <= 8 && ends_with_any(title, SURE) {
        Tail::Sure
    } else if ends_with_any(title, LIKELY) {
        Tail::Likely
    } else {
        Tail::No
    }
}

fn ends_with_any(words: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| words.ends_with(ending))
}

//! What an expression of time means in its sentence: a deadline, the run of a policy, or neither.

use super::scan::{Found, Time};

/// What an expression means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// By then the measure must be done. The name is that of the rule.
    Deadline(&'static str),
    /// Until then the policy runs.
    Validity,
    /// Something else: a beginning, a condition, a year in a title.
    Nothing,
}

/// The words around an expression.
#[derive(Debug)]
pub(super) struct Surroundings {
    /// From the last comma or full stop up to the expression.
    pub(super) before: String,
    /// From the expression to the next comma or full stop.
    pub(super) after: String,
    /// From the last full stop or semicolon to the next.
    pub(super) sentence: String,
    /// From the expression to the end of the sentence.
    pub(super) rest: String,
    /// Whether it stands inside the title of another text: 《…》, 〔…〕.
    pub(super) in_title: bool,
}

/// Words that open a target and may stand before its time.
const OPENERS: &[&str] = &[
    "力争",
    "争取",
    "确保",
    "计划",
    "预计",
    "力求",
    "努力",
    "并",
    "且",
    "要",
    "须",
    "应",
    "全市",
    "全省",
    "全区",
    "同时",
    "其中",
    "原则上",
];

/// Words before a time up to which something that exists already runs on.
const RUNS_UNTIL: &[&str] = &[
    "延长至",
    "延长到",
    "延续至",
    "延续到",
    "延至",
    "延到",
    "顺延至",
    "执行至",
    "执行到",
    "实施至",
    "实施到",
    "有效期至",
    "有效至",
    "截至",
    "截止",
    "截止至",
    "截止到",
    "缓缴至",
    "保留至",
    "保持至",
    "期限至",
    "期至",
    "适用至",
    "政策至",
    "政策到",
    "措施至",
    "试行至",
    "持续至",
    "持续到",
];

/// Words that say a policy runs or applies: the time in their sentence is its run.
const RUN_OF_POLICY: &[&str] = &[
    "免征",
    "减征",
    "减按",
    "减半",
    "免收",
    "减免",
    "继续按",
    "继续执行",
    "继续实施",
    "继续免",
    "暂退",
    "暂缓",
    "征收",
    "可享受",
    "每年安排",
    "每年设立",
    "每年给予",
];

/// Words with which a finished thing is ordered.
const TARGET_VERBS: &[&str] = &[
    "完成",
    "实现",
    "建成",
    "达到",
    "达成",
    "超过",
    "突破",
    "形成",
    "建立",
    "出台",
    "印发",
    "发布",
    "公布",
    "上线",
    "启用",
    "投用",
    "投入使用",
    "投入运行",
    "开工",
    "竣工",
    "落地",
    "开通",
    "制定",
    "制订",
    "编制",
    "推出",
    "启动",
    "取得",
    "培育",
    "新增",
    "覆盖",
    "力争",
    "确保",
    "提升",
    "推动",
    "落实",
    "开展",
    "报送",
    "上报",
    "提交",
    "不少于",
    "不低于",
    "至少",
    "净增",
    "压缩",
    "压减",
    "降至",
    "降低",
    "引进",
    "打造",
    "创建",
    "改造",
    "推广",
    "全面",
    "基本",
    "清理",
    "整改",
    "举办",
    "组织",
    "争取",
    "计划",
];

/// Judges one expression.
pub(super) fn judge(found: &Found, around: &Surroundings) -> Meaning {
    let before = around.before.trim_end();
    if around.in_title || is_title_like(found, around) {
        return Meaning::Nothing;
    }
    if RUNS_UNTIL.iter().any(|words| before.ends_with(words)) || is_end_of_span(before) {
        return Meaning::Validity;
    }
    if is_beginning(found, before, around) {
        return Meaning::Nothing;
    }
    if let Some(stem) = before.strip_suffix('到').or_else(|| before.strip_suffix('至')) {
        return up_to(stem, around);
    }
    if before.ends_with('对') || before.ends_with("对于") || before.ends_with("截至") {
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

/// Years of editions, cohorts and plans: 2019年版, 2023届, 2022年度报告, 2023年春季.
fn is_title_like(found: &Found, around: &Surroundings) -> bool {
    let after = around.after.as_str();
    let ends = found.before || found.at_end;
    let edition = ["版", "届", "级", "修订", "春季", "秋季", "第", "同期", "基数", "基础上"];
    let past = ["以来", "以后", "之后", "后", "起", "的"];
    (!ends && edition.iter().any(|word| after.starts_with(word))) || past.iter().any(|word| after.starts_with(word))
}

/// "自X起", "X之日起", "从X开始", or the first half of "自X至Y".
fn is_beginning(found: &Found, before: &str, around: &Surroundings) -> bool {
    let _ = found;
    let after = around.after.as_str();
    ["自", "从", "由"].iter().any(|word| before.ends_with(word))
        || (["至", "到", "—", "－", "-"].iter().any(|word| after.starts_with(word)) && !after.starts_with("到位"))
}

/// The second half of "自X至Y", or "期限…至Y", "政策…至Y".
fn is_end_of_span(before: &str) -> bool {
    let Some(stem) = before.strip_suffix('至').or_else(|| before.strip_suffix('到')) else { return false };
    stem.contains('自')
        || stem.contains("期限")
        || stem.ends_with('日')
        || stem.ends_with("年")
        || stem.contains("政策")
        || stem.contains("延")
}

/// 到2025年, 至2023年底: a target.
fn up_to(stem: &str, around: &Surroundings) -> Meaning {
    let stem = stem.trim_end();
    if is_open(stem) || has_target(&around.rest) {
        return Meaning::Deadline("deadline.up-to");
    }
    Meaning::Nothing
}

/// 6月底前, 2025年底前, 年内: a limit, unless it limits a condition or the run of a policy.
fn limit(before: &str, around: &Surroundings) -> Meaning {
    if ["可在", "可于", "可", "在每年", "每年", "凡", "已"].iter().any(|word| before.ends_with(word)) {
        return Meaning::Nothing;
    }
    if runs_policy(around) || is_condition(around) {
        return Meaning::Validity;
    }
    let after = around.after.as_str();
    let condition = [
        "可", "已", "仍", "个人", "取得", "登记", "注册", "成立", "出生", "毕业", "签订", "投产", "购置", "购买",
        "有效",
    ];
    if condition.iter().any(|word| after.starts_with(word)) {
        return Meaning::Nothing;
    }
    Meaning::Deadline("deadline.limit")
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
        return Meaning::Deadline("deadline.annual-round");
    }
    if !is_open(before) || found.reckoned || qualifies_noun(around) {
        return Meaning::Nothing;
    }
    if runs_policy(around) && !around.rest.contains("力争") {
        return Meaning::Validity;
    }
    if around.rest.contains("每年") && !["力争", "确保", "达"].iter().any(|word| around.sentence.contains(word))
    {
        return Meaning::Validity;
    }
    let aimed = ["力争", "确保", "争取", "计划"].iter().any(|word| before.ends_with(word));
    let target = aimed || found.whole_year || has_target(&around.rest) || around.rest.contains("以上");
    // 争取全年增速不低于…: what is aimed at needs no figure.
    if target && (has_figure(&around.rest) || has_whole(&around.rest) || (aimed && has_target(&around.rest))) {
        return Meaning::Deadline("deadline.year-target");
    }
    Meaning::Nothing
}

/// Whether the time only says which things are meant: 2023年实施的政府采购项目.
fn qualifies_noun(around: &Surroundings) -> bool {
    let near: String = around.after.chars().take(9).collect();
    near.contains('的') && !has_figure(&around.after)
}

/// 2023年6月完成…, 上半年出台…: a deadline when a finished thing follows.
fn bare_month(before: &str, around: &Surroundings) -> Meaning {
    let opens = is_open(before.trim_end_matches(['于', '在']));
    if !opens || runs_policy(around) || is_condition(around) {
        return Meaning::Nothing;
    }
    if FINISHED.iter().any(|verb| around.after.contains(verb)) {
        return Meaning::Deadline("deadline.month-target");
    }
    Meaning::Nothing
}

/// Verbs of a thing that is finished at a point of time.
const FINISHED: &[&str] = &[
    "完成",
    "实现",
    "建成",
    "出台",
    "印发",
    "上线",
    "启用",
    "投用",
    "投入使用",
    "投入运行",
    "开工",
    "竣工",
    "落地",
    "开通",
    "推出",
    "启动",
    "形成",
    "达到",
];

/// Whether nothing stands before the time in its clause but words that open a target.
fn is_open(before: &str) -> bool {
    let before = before.trim();
    before.is_empty() || OPENERS.iter().any(|word| before.ends_with(word) && before.chars().count() <= 12)
}

/// Whether the time is that of a policy that runs.
fn runs_policy(around: &Surroundings) -> bool {
    RUN_OF_POLICY.iter().any(|words| around.rest.contains(words))
}

/// Whether the time belongs to a condition: "…的，给予…", "…的，可…".
fn is_condition(around: &Surroundings) -> bool {
    ["的，给予", "的，可", "的，按", "的，免", "的，予以", "的，享受", "的，每", "的，一次性"]
        .iter()
        .any(|words| around.rest.contains(words))
}

/// Whether something finished is ordered.
fn has_target(rest: &str) -> bool {
    TARGET_VERBS.iter().any(|verb| rest.contains(verb)) || rest.contains('达')
}

/// Whether a finished whole is ordered, without a figure.
fn has_whole(rest: &str) -> bool {
    ["全覆盖", "全面", "完成", "建成", "实现", "出台", "上线", "基本", "初步"].iter().any(|word| rest.contains(word))
}

/// Whether the words hold a figure with a unit.
fn has_figure(rest: &str) -> bool {
    let mut digits = false;
    for c in rest.chars() {
        if c.is_ascii_digit() {
            digits = true;
        } else if digits
            && "个家项次条户套件期例名间支座台辆班倍位类场所处人亿万千百%％元分天批门轮只种宗艘架小吨公平".contains(c)
        {
            return true;
        } else if c != '.' && c != ' ' && c != '余' && c != '多' {
            digits = false;
        }
    }
    ["一批", "两个", "三个", "五个", "十个", "至少"].iter().any(|words| rest.contains(words))
}

/// Whether the time names a year or more.
fn is_yearly(time: Time) -> bool {
    matches!(time, Time::Year(_) | Time::Plan(_))
}

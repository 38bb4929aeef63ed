//! The words by which a figure is known as a target.

/// Units of figures, longer before shorter. 年, 月 and 日 alone are times, not units of a target.
pub(super) const UNITS: &[&str] = &[
    "个百分点",
    "个工作日",
    "个月",
    "家次",
    "场次",
    "元",
    "美元",
    "%",
    "％",
    "平方公里",
    "平方千米",
    "平方米",
    "立方米",
    "公里",
    "千米",
    "米",
    "公顷",
    "亩",
    "吨",
    "千瓦时",
    "千瓦",
    "标箱",
    "人次",
    "户次",
    "小时",
    "分钟",
    "个",
    "家",
    "项",
    "条",
    "件",
    "所",
    "座",
    "张",
    "辆",
    "台",
    "名",
    "人",
    "场",
    "处",
    "类",
    "户",
    "宗",
    "倍",
    "床",
    "套",
    "根",
    "只",
    "支",
    "片",
    "批",
    "次",
    "天",
    "款",
    "例",
    "种",
    "篇",
];

/// What stands right before the figure and says where it should go, longer before shorter.
pub(super) const DIRECTIONS: &[&str] = &[
    "力争达到",
    "力争突破",
    "力争超过",
    "不低于",
    "不少于",
    "不高于",
    "不超过",
    "不小于",
    "达到",
    "突破",
    "超过",
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "增长到",
    "增加到",
    "增加至",
    "扩大到",
    "扩大至",
    "压缩到",
    "压缩至",
    "压减至",
    "缩短到",
    "缩短至",
    "降低到",
    "降低至",
    "降至",
    "降到",
    "控制在",
    "稳定在",
    "保持在",
    "年均增长",
    "年均增幅",
    "同比增长",
    "增长",
    "下降",
    "降低",
    "提高",
    "提升",
    "压缩",
    "压减",
    "缩短",
    "减少",
    "超",
    "达",
];

/// Verbs that order so many of something to be made, longer before shorter.
pub(super) const MAKING: &[&str] = &[
    "新增",
    "新建",
    "新培育",
    "新引进",
    "新认定",
    "新筹集",
    "新设立",
    "新设",
    "建成",
    "建设",
    "建立",
    "设立",
    "培育",
    "打造",
    "引进",
    "引育",
    "完成",
    "盘活",
    "改造",
    "举办",
    "组织",
    "开展",
    "创建",
    "创成",
    "争创",
    "认定",
    "评定",
    "选树",
    "培训",
    "推出",
    "形成",
    "实施",
    "布局",
    "招引",
    "启动",
    "编制",
    "发布",
    "筹集",
    "供应",
    "实现",
];

/// Of these, what is as often part of a name (工程建设项目, 技术改造补助): a verb only where a clause begins.
pub(super) const MAYBE_NOUNS: &[&str] = &[
    "建设", "改造", "组织", "认定", "评定", "培训", "布局", "开展", "启动", "编制", "发布", "筹集", "供应", "实现",
    "建立", "设立",
];

/// What may stand before the name and is no part of it.
pub(super) const LEADING: &[&str] = &[
    "力争", "确保", "推动", "实现", "将", "争取", "促进", "带动", "全年", "年内", "到", "其中", "并", "和", "累计",
    "持续", "高效", "每年", "计划", "成功", "支持", "加快", "完善", "提升", "提高", "降低", "在",
];

/// What may stand between name and direction.
pub(super) const TRAILING: &[&str] = &[
    "力争",
    "原则上",
    "总数",
    "要",
    "已",
    "至少",
    "一般",
    "将",
    "至",
    "在",
    "为",
    "实现",
    "保持",
    "相应",
    "的",
    "共",
    "每年",
];

/// What may follow a figure that names something before it: the next clause, joined.
pub(super) const JOINING: &[char] = &['并', '和', '及', '且', '而', '”', '；', '。', ' '];

/// A name that holds one of these is a threshold that others must meet, not a figure the office must reach.
pub(super) const THRESHOLDS: &[&str] =
    &["上限", "下限", "门槛", "限额", "起点", "调整为", "要求由", "注册资本", "单个", "申领"];

/// Words that open a clause on what others have: 近三年投入…, 首次….
pub(super) const GIVEN: &[&str] = &["近三年", "近两年", "现行", "原有", "符合", "采购限额"];

/// Verbs that are left alone when a noun was cut off.
pub(super) const VERBS_ALONE: &[&str] = &["建立", "形成", "设立", "组织", "完成", "不少于", "拓展延伸", "采购"];

/// Whether figures of this unit are spans of time.
pub(super) fn is_time(unit: &str) -> bool {
    matches!(unit, "个工作日" | "个月" | "小时" | "分钟" | "天")
}

/// Whether figures of this unit may be sums handed out rather than targets.
pub(super) fn is_money_or_share(unit: &str) -> bool {
    unit.contains('元') || matches!(unit, "%" | "％" | "倍")
}

/// Whether the words hand out money or grant relief; sums and shares beside them are then no targets, and figures
/// before them are conditions of the grant.
pub(super) fn grants(words: &str) -> bool {
    const WORDS: [&str; 17] = [
        "给予",
        "奖励",
        "补助",
        "补贴",
        "资助",
        "扶持",
        "贴息",
        "减按",
        "扣除",
        "抵扣",
        "抵免",
        "摊销",
        "征收率",
        "最高",
        "优惠",
        "减征",
        "罚款",
    ];
    WORDS.iter().any(|word| words.contains(word))
}

//! Rhythms: 每季度, 按月, and what is to be kept up without end: 长期, 持续推进.

/// Words of a rhythm.
const RHYTHMS: &[&str] = &[
    "每季度",
    "每个季度",
    "每半年",
    "每年",
    "每月",
    "每个月",
    "每周",
    "每旬",
    "每两月",
    "每双月",
    "按季度",
    "按月",
    "按季",
    "按年",
    "按周",
    "逐月",
    "逐季",
    "季度",
    "月度",
];

/// What is done in a rhythm when it is a rhythm of reporting or checking.
const REPORTING: &[&str] = &[
    "报送",
    "上报",
    "报告",
    "汇报",
    "通报",
    "评估",
    "评价",
    "核查",
    "考核",
    "检查",
    "督查",
    "例会",
    "会议",
    "现场会",
    "调度",
    "编制",
    "总结",
    "会商",
    "督导",
    "集中组织",
];

/// Words of what never ends.
const ENDLESS: &[&str] = &["长期", "持续", "常态化", "常年", "日常", "经常性", "不间断"];

/// The rhythm of reporting or checking that a clause states: 按季度汇报进展.
pub(super) fn of_reporting(text: &str) -> Option<&'static str> {
    text.split(['。', '；', '，', ',', ';', '\n']).find_map(|clause| {
        let rhythm = RHYTHMS.iter().find(|rhythm| clause.contains(**rhythm))?;
        let behind = clause.split_once(*rhythm).map_or("", |(_, behind)| behind);
        REPORTING.iter().any(|act| behind.contains(act)).then_some(*rhythm)
    })
}

/// Whether a stated time is a rhythm: 每季度, 每月25日前.
pub(super) fn is_rhythm(cell: &str) -> bool {
    RHYTHMS.iter().any(|rhythm| cell.starts_with(rhythm)) || cell.starts_with('每') || cell.starts_with("定期")
}

/// Whether a stated time says that the measure goes on without end.
pub(super) fn is_endless(cell: &str) -> bool {
    ENDLESS.iter().any(|word| cell.contains(word))
}

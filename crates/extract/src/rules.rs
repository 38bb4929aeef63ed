//! The rules by name, each with a sentence for the person who asks why a field says what it says.

/// What a rule does, in a Chinese sentence; `None` for a name that is no rule's.
pub fn rule_words(rule: &str) -> Option<&'static str> {
    RULES.iter().find(|(name, _)| *name == rule).map(|(_, words)| *words)
}

/// How often a doubt of this rule is right, in percent: what `cargo xtask score --doubts` last measured, in steps of ten.
/// A rule that the graded texts never called upon counts as even.
pub fn chance_of_doubt(rule: &str) -> u8 {
    match rule {
        "bracket.unclosed" | "table.number-gap" => 100,
        "units.odd-name" => 90,
        "table.no_units" | "units.missing-among-others" => 80,
        "sentence.other-subject" => 70,
        "clause.out-of-sequence" | "table.torn_co_units" | "table.torn_lead" => 60,
        "sentence.more-subjects" => 40,
        "clause.text-after-bracket" => 30,
        "deadline.before-issue" | "deadline.before-year" | "deadline.no-issue-date" => 10,
        _ => 50,
    }
}

/// Every rule that fills a field or raises a doubt.
pub const RULES: &[(&str, &str)] = &[
    // Units.
    ("bracket.labelled", "括号里写明了“牵头单位”“责任单位”等字样"),
    ("bracket.leading", "括号里写明由谁牵头、谁配合"),
    ("bracket.responsible", "括号里写明由谁负责，第一个为牵头单位"),
    ("bracket.list", "括号里只列了单位，第一个为牵头单位"),
    ("bracket.list-with-others", "括号里列了单位和别的名称，第一个为牵头单位"),
    ("bracket.division", "括号里分解了任务，列出各自的单位"),
    ("bracket.time", "括号里写明了时间"),
    ("heading.units", "本条没有写明单位，沿用上级标题写明的单位"),
    ("sentence.by", "句中写明“由”某单位办理"),
    ("sentence.subject", "句中以某单位为主语，要求其办理"),
    ("sentence.collective", "句首以各地、各部门等为主语，要求其办理"),
    ("sentence.asked", "句中“请”某单位在限期前办理"),
    ("table.lead_cell", "取自表格的牵头单位一栏"),
    ("table.column", "表格各栏按表头、单元格和位置判断含义"),
    ("table.co_unit_cell", "取自表格的责任、配合单位一栏"),
    // Extent and text.
    ("clause.to-bracket", "从编号起，到责任单位的括号为止"),
    ("clause.between-brackets", "一条内有几处责任单位，每处括号各结束一项举措"),
    ("clause.to-next-label", "从编号起，到下一个编号为止"),
    ("sentence.order-with-time", "条文之外要求某单位限期办理的一句话"),
    ("table.numbered_measure", "取自表格举措一栏中带编号的一项"),
    ("table.measure_cell", "取自表格的举措一栏"),
    ("title.own-line", "编号后独占一行的标题"),
    ("title.first-sentence", "条文的第一句较短，作为标题"),
    // Class.
    ("class.action-section", "位于任务、举措部分"),
    ("class.safeguard-section", "位于保障措施、组织实施等部分"),
    ("class.safeguard-at-end", "文末讲组织领导、宣传督查等的条款"),
    ("class.embedded", "正文中要求某单位限期办理"),
    // Deadlines.
    ("deadline.limit", "“…前”“年内”等限期"),
    ("deadline.up-to", "“到某年”“至某年底”要达到的目标"),
    ("deadline.year-target", "某年要达到的数量或完成的事"),
    ("deadline.month-target", "某月要完成的事"),
    ("deadline.annual-round", "某年度要开展的认定等工作"),
    ("deadline.from-issue", "从印发之日起算的期限"),
    ("deadline.rhythm", "按月、按季等定期报送"),
    ("table.time_cell", "取自表格的时间一栏"),
    // Doubts.
    ("bracket.unclosed", "括号没有闭合"),
    ("bracket.bare-name", "括号里只有一个简称"),
    ("bracket.unknown-names", "名单里有不像单位的名称"),
    ("claim.unmet", "文件自述的数目与读出的不符"),
    ("clause.out-of-sequence", "编号不连续"),
    ("clause.text-after-bracket", "责任单位之后还有文字"),
    ("deadline.before-issue", "时限早于印发日期"),
    ("deadline.before-year", "“某年前”有两种理解"),
    ("deadline.no-issue-date", "没有印发日期，推算不出时限"),
    ("deadline.no-year", "没有写年份"),
    ("deadline.not-understood", "时限一栏的文字不是能识别的时间"),
    ("deadline.unknown-holidays", "这一年的放假安排没有收录"),
    ("head.day", "标题与落款的日期不同"),
    ("head.day_of_publication", "没有成文日期，取网站的发布日期"),
    ("head.inferred_title", "原文没有标题行"),
    ("head.region_of_neighbours", "正文没有写明地区"),
    ("head.region_of_number", "正文没有写明地区，按发文字号的代字"),
    ("head.region_of_site", "正文没有写明地区，按网站名称或信息来源"),
    ("head.title_of_page", "正文没有标题行，取网页的名称"),
    ("notice.orders-nothing", "文件看来只是告知或汇报，没有读出事项"),
    ("sentence.more-subjects", "后面的句子以别的单位开头"),
    ("sentence.other-subject", "有句子以单位开头而没有读作牵头单位"),
    ("table.missing_row", "表格的序号不连续"),
    ("table.more_cells_than_captions", "单元格比表头多"),
    ("table.as_above", "单元格是空的，按同上读取"),
    ("table.no_captions", "表格没有读出表头"),
    ("table.thin_column", "一栏的含义依据不足"),
    ("table.no_rows", "像任务表的表头，下面没有读出行"),
    ("table.no_units", "表格的行里没有单位"),
    ("table.number-gap", "一格里的编号不连续"),
    ("table.row_without_measure", "表格的行里没有读出举措"),
    ("table.torn_co_units", "配合单位可能被换页或换行截断"),
    ("table.torn_lead", "牵头单位可能被换页或换行截断"),
    ("units.missing-among-others", "别的举措都写明了单位，这一条没有"),
    ("units.odd-name", "名称里有单位名称不会有的字"),
];

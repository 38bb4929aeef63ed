//! What a caption says of its column, read from its parts: a noun at the end says the family (单位, 人, 时限, 措施), the words
//! before it which of the family (牵头, 责任, 配合). Captions never met before are the normal case.
//!
//! The words are data: seeds/lexicon/captions.txt.

mod roles;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::captions::Column;
use crate::bracket_shapes::{Side, shapes};
use crate::letters::signs;
use crate::lexicon::tables::CAPTIONS;
use crate::lexicon::{WordFinder, WordSet};
use roles::{refined, role_alone, unit_role};

/// A kind of column that a caption may mean, and how clearly it says so: 6 in so many words, 3 by half a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Candidate {
    /// The kind.
    pub(in super::super) column: Column,
    /// From 1 to 6.
    pub(in super::super) weight: i32,
}

/// A caption is no longer than this, in characters; what is longer is a cell.
const LONGEST: usize = 24;

/// Families of endings with the column they mean by themselves.
const FAMILIES: &[(&str, Column)] = &[
    ("ordinal", Column::Number),
    ("code", Column::Code),
    ("group", Column::Group),
    ("name", Column::Name),
    ("task", Column::Task),
    ("measure", Column::Measures),
    ("content", Column::Content),
    ("goal", Column::Goal),
    ("result", Column::Result),
    ("problem", Column::Problem),
    ("cause", Column::Other),
    ("progress", Column::Progress),
    ("amount", Column::Amount),
    ("place", Column::Place),
    ("note", Column::Note),
    ("source", Column::Other),
    ("basis", Column::Basis),
    ("duty", Column::Duty),
    ("phone", Column::Phone),
    ("roster", Column::Roster),
    ("schedule", Column::Schedule),
    ("unit", Column::Units),
    ("person", Column::Responsible),
    ("time", Column::Time),
    ("other", Column::Other),
];

/// Every ending with its family, by its last character, longest first.
static ENDINGS: LazyLock<HashMap<char, Vec<(&'static str, Column)>>> = LazyLock::new(|| {
    let mut endings: HashMap<char, Vec<(&'static str, Column)>> = HashMap::new();
    for (kind, column) in FAMILIES {
        for word in CAPTIONS.words(kind) {
            let Some(last) = word.chars().next_back() else { continue };
            endings.entry(last).or_default().push((word, *column));
        }
    }
    endings.values_mut().for_each(|words| words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len())));
    endings
});

/// Captions that are one word, with what they mean.
static WHOLE: LazyLock<HashMap<&'static str, Column>> = LazyLock::new(|| {
    let column = |kind: &str| FAMILIES.iter().find(|(family, _)| *family == kind).map(|(_, column)| *column);
    CAPTIONS.words("whole").chunks_exact(2).filter_map(|pair| Some((*pair.first()?, column(pair.get(1)?)?))).collect()
});

/// Words that every line is asked for, since any line may be a caption.
struct Sets {
    time_first: WordSet,
    stage: WordSet,
    asks: WordFinder,
    lead: WordSet,
    assist: WordSet,
    answer: WordSet,
}

static SETS: LazyLock<Sets> = LazyLock::new(|| Sets {
    time_first: CAPTIONS.set("time-first"),
    stage: CAPTIONS.set("stage"),
    asks: CAPTIONS.finder(&["asks-when", "asks-how", "asks-who", "asks-what"]),
    lead: CAPTIONS.set("lead"),
    assist: CAPTIONS.set("assist"),
    answer: CAPTIONS.set("answer"),
});

/// What a caption may mean, the likeliest first; nothing for words that are no caption known by its parts.
pub(in super::super) fn read(caption: &str) -> Vec<Candidate> {
    if is_too_long(caption) {
        return Vec::new();
    }
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}');
    let bare: Cow<'_, str> =
        if signs(caption).any(|(_, c)| is_blank(c)) { caption.replace(is_blank, "").into() } else { caption.into() };
    let bare = bare.trim_end_matches(['：', ':', '*']);
    let (main, note) = without_note(bare);
    if main.is_empty() || main.chars().count() > LONGEST || signs(main).any(|(_, c)| matches!(c, '。' | '；' | '！'))
    {
        return Vec::new();
    }
    let certain = |column| vec![Candidate { column, weight: 6 }];
    if main.ends_with("职责分工") {
        // Duties, or who shares the task, as the cells say.
        return [Column::Duty, Column::Units]
            .map(|column| Candidate { column, weight: if column == Column::Duty { 6 } else { 3 } })
            .to_vec();
    }
    let words = &*SETS;
    if let Some(column) = WHOLE.get(main) {
        // 单位 alone is also what figures are counted in; 责任 alone leaves open what stands below it.
        let weight = if *column == Column::Units { 3 } else { 6 };
        return vec![Candidate { column: *column, weight }];
    }
    // 时间安排, 时间进度, 时间段: whatever follows, it is the time.
    if words.time_first.begins(main) && !main.contains(['及', '和', '、', '/']) {
        return certain(Column::Time);
    }
    if is_stage(main) {
        return certain(Column::Stage);
    }
    if let Some(asked) = asked(main) {
        return vec![Candidate { column: asked, weight: 5 }];
    }
    if is_figure_of_a_year(main) {
        return certain(Column::Figure);
    }
    // 问题清单 | 措施清单 | 责任清单: a column is no list of its own.
    if let Some(listed) = main.strip_suffix("清单").filter(|listed| !listed.is_empty() && ending(main).is_none()) {
        return read(listed);
    }
    let parts = main.split(['及', '和', '与', '、', '/', '／', '或', '\n']);
    let mut families = parts.filter_map(ending).map(|(_, column)| column);
    let Some(first) = families.next() else {
        // 责任处（单位）: the noun stands in the bracket.
        let closes_note = |c: char| shapes().of_statement(c) == Some(Side::Closes);
        let inner = note.trim_start_matches(opens_note).trim_end_matches(closes_note);
        let is_unit = ending(inner).is_some_and(|(word, column)| word == inner && column == Column::Units);
        let whole = is_unit.then(|| refined(Column::Units, &format!("{main}{inner}"), ""));
        return whole.map_or_else(|| role_alone(main), |one| vec![one]);
    };
    let last = families.next_back().unwrap_or(first);
    if is_text(first) == is_text(last) && (is_text(last) || first == last) {
        let column = refined(last, main, note);
        return vec![column];
    }
    // 责任单位及责任人, 任务及时限: the first is what the column begins with.
    let both = [(first, 5), (last, 4)].map(|(family, most)| {
        let found = refined(family, main, note);
        Candidate { weight: found.weight.min(most), ..found }
    });
    both.to_vec()
}

/// Whether words are too long for a caption, told without reading all of them: nearly every line is asked.
fn is_too_long(words: &str) -> bool {
    let counts = |c: &char| !c.is_whitespace() && !matches!(c, '\u{200B}'..='\u{200F}' | '：' | ':' | '*');
    words.chars().filter(counts).take_while(|c| !opens_note(*c)).nth(LONGEST).is_some()
}

/// What a caption means below another: 启动 and 完成 below 时间安排, 甲 below 分管领导.
pub(in super::super) fn below(above: &str, caption: &str) -> Vec<Candidate> {
    let begins = CAPTIONS.holds("begins", caption) && !CAPTIONS.holds("ends", caption);
    let taken = |one: Candidate| match one.column {
        Column::Time if begins => Candidate { column: Column::Start, weight: 6 },
        column if is_text(column) || column == Column::Time => one,
        column => Candidate { column, weight: one.weight.min(4) },
    };
    read(above).into_iter().map(taken).collect()
}

/// Whether a caption says that somebody answers for what stands below it, which is then what is to be done: 负责事项 beside 项目内容.
pub(in super::super) fn is_answered_for(caption: &str) -> bool {
    caption.ends_with("事项") && (SETS.answer.begins(caption) || SETS.lead.begins(caption))
}

/// How much a caption of a text speaks for the text that orders, from 0 to 100.
pub(in super::super) fn rank(column: Column, caption: &str) -> i32 {
    let base = match column {
        Column::Measures => 100,
        Column::Task if is_answered_for(caption) => 90,
        Column::Content => 60,
        Column::Task => 55,
        Column::Goal => 32,
        Column::Name => 25,
        Column::Stage | Column::Result => 12,
        Column::Problem => 10,
        _ => 0,
    };
    // 重点工作 beside 重点工作任务: the one that says more of what is to be done.
    let vague = i32::from(column == Column::Task && !caption.contains("任务")) * 8;
    base - vague + if CAPTIONS.holds("detailed", caption) { 8 } else { 0 }
}

/// Whether a caption says that the table lists what is to be done.
pub(in super::super) fn title_orders(title: &str) -> bool {
    CAPTIONS.holds("ordering-title", title)
}

/// Whether a title calls the table a list of tasks in so many words.
pub(in super::super) fn title_lists_tasks(title: &str) -> bool {
    CAPTIONS.holds("list-title", title)
}

/// Whether a title says that the table is about money: 项目支出表.
pub(in super::super) fn title_budgets(title: &str) -> bool {
    title.lines().any(|line| CAPTIONS.ends("budget-title", line))
}

/// Whether a title says that the table tells what happened: 大事记.
pub(in super::super) fn title_chronicles(title: &str) -> bool {
    CAPTIONS.holds("chronicle-title", title)
}

/// Whether a title says that the table reports what was done.
pub(in super::super) fn title_reports(title: &str) -> bool {
    CAPTIONS.holds("report-title", title)
}

/// Whether a column holds running text.
pub(in super::super) fn is_text(column: Column) -> bool {
    use Column::{Content, Goal, Measures, Name, Problem, Result, Task};
    matches!(column, Content | Goal | Measures | Name | Problem | Result | Task)
}

/// Whether a character opens a bracket that a note behind a caption stands in.
fn opens_note(c: char) -> bool {
    shapes().of_statement(c) == Some(Side::Opens)
}

/// A caption and the note in the bracket behind it.
fn without_note(caption: &str) -> (&str, &str) {
    match signs(caption).find(|(_, c)| opens_note(*c)) {
        Some((at, _)) if at > 0 => (caption.get(..at).unwrap_or(caption), caption.get(at..).unwrap_or("")),
        _ => (caption, ""),
    }
}

/// The longest ending that is listed.
fn ending(part: &str) -> Option<(&'static str, Column)> {
    let last = part.chars().next_back()?;
    ENDINGS.get(&last)?.iter().find(|(word, _)| part.ends_with(word)).copied()
}

/// 一季度, 第二季度目标, 3月, 1-6月, 第一阶段（3月）.
fn is_stage(main: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | '~' | '～' | '至');
    let rest = main.trim_start_matches(digits);
    let month =
        rest.len() < main.len() && matches!(rest, "月" | "月份" | "月底" | "月末" | "月目标" | "月计划" | "月进度");
    // 2025年第二季度目标: the year and 第 before it do not matter.
    let behind_year = main.split_once('年').map_or(main, |(_, rest)| rest);
    let is_stage = |words| SETS.stage.begins(words);
    let stage = is_stage(behind_year) || behind_year.strip_prefix('第').is_some_and(is_stage);
    month || stage && main.chars().count() <= 14
}

/// 谁来干, 干什么, 怎么干, 何时完成.
fn asked(main: &str) -> Option<Column> {
    if !SETS.asks.is_in(main) {
        return None;
    }
    let asks = |kind| CAPTIONS.holds(kind, main);
    if asks("asks-when") {
        return Some(Column::Time);
    }
    if asks("asks-how") {
        return Some(Column::Measures);
    }
    if asks("asks-who") {
        let (column, _) = unit_role(main, "");
        return Some(if column == Column::Roster { Column::Units } else { column });
    }
    asks("asks-what").then_some(Column::Task)
}

/// 2025年指标, 2023年目标值, 2025年.
fn is_figure_of_a_year(main: &str) -> bool {
    let Some((year, rest)) = main.split_once('年') else { return false };
    let is_year = year.chars().count() == 4 && year.chars().all(|c| c.is_ascii_digit());
    is_year && matches!(rest, "" | "指标" | "目标值" | "指标值")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_is_read_from_its_parts() {
        use Column::*;
        let check = |caption: &str, expected: &[Column]| {
            let found: Vec<Column> = read(caption).iter().map(|one| one.column).collect();
            assert_eq!(found, expected, "{caption}");
        };
        check("序 号", &[Number]);
        check("牵头科室", &[Lead]);
        check("牵头责任部门", &[Lead]);
        check("主责单位", &[Lead]);
        check("整改责任单位", &[Units]);
        check("责任单位（牵头）", &[Lead]);
        check("责任单位（排第一位的为牵头单位）", &[Units]);
        check("隐患内容", &[Problem]);
        check("隐患单位", &[OtherUnit]);
        check("承接股室", &[Units]);
        check("协同配合单位", &[CoUnits]);
        check("牵头及配合单位", &[Units]);
        check("责任单位及责任人", &[Units, Responsible]);
        check("责任分工", &[Units]);
        check("督导单位", &[OtherUnit]);
        check("包案领导", &[Leader]);
        check("牵头负责人", &[Leader]);
        check("具体责任人", &[Responsible]);
        check("联络员", &[Contact]);
        check("办结节点", &[Time]);
        check("启动时间", &[Start]);
        check("实际完成时间", &[Progress]);
        check("时间进度", &[Time]);
        check("存在问题及整改措施", &[Measures]);
        check("细化措施", &[Measures]);
        check("会议议定事项", &[Task]);
        check("建设内容", &[Content]);
        check("第二季度目标", &[Stage]);
        check("1-6月", &[Stage]);
        check("谁来牵头", &[Lead]);
        check("干什么", &[Task]);
        check("何时完成", &[Time]);
        check("所在乡镇", &[Place]);
        check("总投资（万元）", &[Amount]);
        check("编号", &[Code]);
        check("单位", &[Units]);
        check("责任主体", &[Units]);
        check("主体单位", &[Lead]);
        check("主办", &[Lead]);
        check("会办", &[CoUnits]);
        check("牵头落实", &[Lead]);
        check("协同推进", &[CoUnits]);
        check("协同一体", &[]);
        check("甲乙丙", &[]);
        check("推进城市更新，改造老旧小区。", &[]);
    }
}

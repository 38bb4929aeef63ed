//! What the columns of task tables hold, and the whole captions by which the head of a flattened table is put together.
//!
//! A PDF reader wraps captions at any character and runs them together, so that only whole wordings tell where one ends:
//! seeds/lexicon/wrapped-captions.txt. A caption may carry the name of the place before it (杭州市主要举措) and a note in brackets
//! behind it (完成时限（2022年）). All other tables are judged by the parts of their captions ([`super::columns`]).

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::head::compact::is_longer;
use crate::letters::{holds_blank, without_blanks};
use crate::lexicon::tables::WRAPPED_CAPTIONS;
use crate::lexicon::{CharacterBits, WordSet};

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Column {
    /// 序号.
    Number,
    /// 类别, 领域: a heading over several rows.
    Group,
    /// 改革事项, 工作任务: what a row is about.
    Name,
    /// 主要内容: what is meant, ordering nothing where a column of measures stands beside it.
    Content,
    /// 主要举措, 工作措施.
    Measures,
    /// 牵头单位.
    Lead,
    /// 责任单位: co-units beside a lead, else the first listed leads.
    Units,
    /// 配合单位.
    CoUnits,
    /// 完成时限.
    Time,
    /// 指标名称: the table counts, it orders nothing.
    Indicator,
    /// 计量单位 of an indicator.
    FigureUnit,
    /// 2025年指标.
    Figure,
    /// 重点任务, 督办事项: what is to be done, or what a row is about where another column says what is to be done.
    Task,
    /// 整改目标, 年度目标.
    Goal,
    /// 成果形式, 预期成效.
    Result,
    /// 存在问题, 反馈问题: what a rectification answers.
    Problem,
    /// 一季度, 第二阶段: what is to be done by then.
    Stage,
    /// 分管领导, 牵头领导.
    Leader,
    /// 责任人.
    Responsible,
    /// 联系人.
    Contact,
    /// 联系电话.
    Phone,
    /// 督导单位, 来文单位: a unit that does not answer for the task.
    OtherUnit,
    /// 开始时间: a time that is no deadline.
    Start,
    /// 完成情况: what is already reported.
    Progress,
    /// 编号 beside 序号.
    Code,
    /// 所在乡镇, 点位.
    Place,
    /// 总投资, 权重, 分值.
    Amount,
    /// 备注.
    Note,
    /// 设定依据: a list of powers and services.
    Basis,
    /// 职责: what a body is there for.
    Duty,
    /// 姓名, 职务: a list of people.
    Roster,
    /// 议程, 活动内容: a programme.
    Schedule,
    /// Whatever else offices add; kept as it is.
    Other,
}

/// The kinds of the lexicon with their columns.
const COLUMNS: [(&str, Column); 13] = [
    ("number", Column::Number),
    ("group", Column::Group),
    ("name", Column::Name),
    ("content", Column::Content),
    ("measures", Column::Measures),
    ("lead", Column::Lead),
    ("units", Column::Units),
    ("co-units", Column::CoUnits),
    ("time", Column::Time),
    ("indicator", Column::Indicator),
    ("figure-unit", Column::FigureUnit),
    ("figure", Column::Figure),
    ("other", Column::Other),
];

/// The longest caption of the lexicon in characters; longer runs need no look-up.
pub(crate) const LONGEST: usize = 24;

/// The column a caption names; `None` for words the lexicon does not hold.
pub(crate) fn column(caption: &str) -> Option<Column> {
    let caption = plain(caption);
    if !ends_like_caption(&caption) || is_longer(&caption, LONGEST) {
        return None;
    }
    look_up(&caption).or_else(|| without_place(&caption).and_then(look_up)).or_else(|| figure_of_a_year(&caption))
}

/// Every caption with its column.
static CAPTIONS: LazyLock<HashMap<&'static str, Column>> = LazyLock::new(|| {
    let captions = |(kind, column): &(&str, Column)| {
        let words = WRAPPED_CAPTIONS.words(kind).iter().map(|word| (*word, *column));
        words.collect::<Vec<_>>()
    };
    COLUMNS.iter().flat_map(captions).collect()
});

/// Every beginning of a caption, as wrapping leaves it.
static BEGINNINGS: LazyLock<WordSet> = LazyLock::new(|| {
    let beginnings =
        |caption: &'static str| caption.char_indices().filter_map(|(at, c)| caption.get(..at + c.len_utf8()));
    WordSet::of(CAPTIONS.keys().flat_map(|caption| beginnings(caption)))
});

/// Whether a caption may begin with a character; now and then `true` for one with which none does.
pub(crate) fn may_begin_caption(first: char) -> bool {
    static FIRST: LazyLock<CharacterBits> =
        LazyLock::new(|| CharacterBits::of(CAPTIONS.keys().filter_map(|caption| caption.chars().next())));
    FIRST.may_hold(first)
}

/// Whether the caption that ends with some words may be one, by its last character; now and then `true` for one that is none.
pub(crate) fn may_end_caption(words: &str) -> bool {
    words.ends_with(['）', ')']) || ends_like_caption(words)
}

/// The same of a caption without the bracket behind it.
fn ends_like_caption(caption: &str) -> bool {
    static LAST: LazyLock<CharacterBits> = LazyLock::new(|| {
        let captions = CAPTIONS.keys().chain(WRAPPED_CAPTIONS.words("behind-year")).copied();
        CharacterBits::of(captions.filter_map(|caption| caption.chars().next_back()).chain(['年']))
    });
    caption.chars().next_back().is_some_and(|last| LAST.may_hold(last))
}

/// Whether a header may begin with these words: they are the beginning of a caption, or begin with one.
pub(crate) fn may_begin_header(words: &str) -> bool {
    static WHOLE: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(CAPTIONS.keys().copied()));
    words.len() <= 4 * LONGEST && (BEGINNINGS.contains(words) || WHOLE.begins(words))
}

fn look_up(caption: &str) -> Option<Column> {
    CAPTIONS.get(caption).copied()
}

/// A caption without blanks and without the bracket behind it.
fn plain(caption: &str) -> Cow<'_, str> {
    let bare = if holds_blank(caption) { Cow::Owned(without_blanks(caption)) } else { Cow::Borrowed(caption) };
    if !bare.ends_with(['）', ')']) {
        return bare;
    }
    match bare.find(['（', '(']) {
        Some(at) if at > 0 => Cow::Owned(bare.get(..at).unwrap_or_default().to_owned()),
        _ => bare,
    }
}

/// A caption without the place before it: 杭州市主要举措. Not where another caption comes first.
fn without_place(caption: &str) -> Option<&str> {
    let (at, place) =
        caption.char_indices().take(6).find(|(at, c)| *at > 0 && matches!(c, '市' | '省' | '区' | '县'))?;
    let before = caption.get(..at)?;
    let starts = before.char_indices().filter_map(|(at, c)| before.get(..at + c.len_utf8()));
    let is_caption = starts.into_iter().any(|start| CAPTIONS.contains_key(start));
    (!is_caption).then(|| caption.get(at + place.len_utf8()..)).flatten()
}

/// 2025年指标, 2023年目标值, 2025年.
fn figure_of_a_year(caption: &str) -> Option<Column> {
    let (year, rest) = caption.split_once('年')?;
    let is_year = year.chars().count() == 4 && year.chars().all(|c| c.is_ascii_digit());
    (is_year && (rest.is_empty() || WRAPPED_CAPTIONS.is("behind-year", rest))).then_some(Column::Figure)
}

/// Whether columns are those of a table that orders something: measures, or tasks with units.
pub(crate) fn order_something(columns: &[Column]) -> bool {
    let has = |column: Column| columns.contains(&column);
    let tasks = has(Column::Name) || has(Column::Content) || has(Column::Measures);
    let owned = has(Column::Lead) || has(Column::Units);
    !has(Column::Indicator) && (has(Column::Measures) && (owned || has(Column::Time)) || tasks && owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_name_their_column_in_any_wording() {
        let check = |caption: &str, expected: Option<Column>| assert_eq!(column(caption), expected, "{caption}");
        check("序号", Some(Column::Number));
        check("序 号", Some(Column::Number));
        check("杭州市主要举措", Some(Column::Measures));
        check("取得阶段性成效时间", Some(Column::Time));
        check("完成时限（2022年）", Some(Column::Time));
        check("责任单位", Some(Column::Units));
        check("责任领导", Some(Column::Other));
        check("2025年指标", Some(Column::Figure));
        check("主要内容某市主要举措", None);
        check("法规规章规定", None);
        check("市", None);
        check("", None);
    }

    #[test]
    fn every_caption_may_end_as_it_does() {
        let known = CAPTIONS.keys().copied().chain(["2025年", "2025年目标值", "完成时限（2022年）"]);
        assert_eq!(known.filter(|caption| !may_end_caption(caption)).collect::<Vec<_>>(), Vec::<&str>::new());
        assert!(!may_end_caption("一") && !may_end_caption(""));
    }

    #[test]
    fn a_table_of_rules_or_figures_orders_nothing() {
        let check = |captions: &[&str], expected: bool| {
            let columns: Vec<Column> = captions.iter().map(|c| column(c).unwrap_or(Column::Other)).collect();
            assert_eq!(order_something(&columns), expected, "{captions:?}");
        };
        check(&["序号", "改革事项", "主要内容", "主要举措", "牵头单位", "责任单位", "时间"], true);
        check(&["序号", "工作任务", "责任单位"], true);
        check(&["序号", "改革事项", "改革事项内容", "法规规章规定", "调整适用情况"], false);
        check(&["指标类别", "序号", "指标名称", "单位", "2025年指标"], false);
        check(&["序号", "指标名称", "目标值", "责任单位"], false);
    }
}

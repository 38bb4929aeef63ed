//! What every column of a table holds, judged by a score from three evidences: the parts of its caption ([`parts`]), the
//! look of its cells ([`shape`]) and its neighbours ([`places`]).
//!
//! A caption that nobody has met before is the normal case: its cells and neighbours then decide, with a doubt.

pub(super) mod parts;
pub(super) mod places;
pub(super) mod shape;

pub(crate) use shape::{is_person, is_surely_person};

use super::captions::Column;
use parts::Candidate;
use shape::{Shape, Shares};

/// One column with what it was taken as, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Judged {
    /// What it holds.
    pub(super) column: Column,
    /// Its caption as printed, without blanks.
    pub(super) caption: String,
    /// Points for the caption.
    by_caption: i32,
    /// Points for the cells.
    by_cells: i32,
    /// Points for its place among the others.
    by_place: i32,
    /// Whether little speaks for it, so that a person should look.
    pub(super) thin: bool,
    /// Whether it holds times although another column holds the deadline.
    pub(super) further_time: Option<FurtherTime>,
    /// What its cells look like.
    pub(super) shares: Shares,
    /// How much its caption speaks for the text that orders.
    rank: i32,
}

/// What a column of times beside that of the deadline is to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FurtherTime {
    /// Its caption says as much of the deadline: a day of its own has to be looked at.
    Equal,
    /// Its caption or its cells say less: 进度要求, 每月报送.
    Lesser,
}

impl Judged {
    /// Why the column was taken as what it was, in a Chinese sentence.
    pub(super) fn why(&self) -> String {
        let caption = if self.caption.is_empty() { "无表头".to_owned() } else { format!("“{}”", self.caption) };
        let Self { by_caption, by_cells, by_place, .. } = self;
        format!("{caption}一栏读作{}：表头{by_caption}分，单元格{by_cells}分，位置{by_place}分", name(self.column))
    }
}

impl Judged {
    /// Whether the caption says who answers, in a role and not only by a noun.
    pub(super) fn has_stated_role(&self) -> bool {
        self.by_caption >= 4
    }

    /// Whether the caption only gives a name to what the row is about: 项目名称, 文件名称.
    pub(super) fn is_only_a_name(&self) -> bool {
        self.by_caption > 0 && self.rank < parts::rank(Column::Goal, "")
    }

    /// Whether the caption speaks of measures and not only of tasks.
    pub(super) fn is_stated_measure(&self) -> bool {
        self.by_caption >= 4 && parts::rank(Column::Measures, "") <= self.rank
    }
}

/// A column needs this many points to be taken for more than a further field.
const ENOUGH: i32 = 3;

/// Judges the columns of a table from their captions (outermost words first, as they stand over each other) and cells.
pub(super) fn judge(captions: &[Caption], shares: Vec<Shares>) -> Vec<Judged> {
    let judged = |(at, shares): (usize, Shares)| {
        let caption = captions.get(at).cloned().unwrap_or_default();
        judge_one(at, caption, shares)
    };
    let mut columns: Vec<Judged> = shares.into_iter().enumerate().map(judged).collect();
    places::settle(&mut columns);
    columns
}

/// The words over a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Caption {
    /// As the field is called.
    pub(super) words: String,
    /// What they may mean.
    pub(super) candidates: Vec<Candidate>,
}

/// The best reading of one column by itself.
fn judge_one(at: usize, caption: Caption, shares: Shares) -> Judged {
    let seen = [Column::Number, Column::Units, Column::Time, Column::Responsible, Column::Phone, Column::Task];
    let by_cells_only = seen.into_iter().map(|column| Candidate { column, weight: 0 });
    let mut best: Option<(i32, Candidate, i32, i32)> = None;
    for candidate in caption.candidates.iter().copied().chain(by_cells_only) {
        // A caption outweighs what cells happen to look like: a column of goals may hold units, one of places does.
        if candidate.weight == 0 && caption.candidates.iter().any(|known| is_closed(known.column)) {
            continue;
        }
        let by_cells = fit(candidate.column, &shares);
        let by_place = i32::from(candidate.column == Column::Number && at == 0) * 2;
        let score = candidate.weight + by_cells + by_place;
        if best.is_none_or(|(most, ..)| score > most) {
            best = Some((score, candidate, by_cells, by_place));
        }
    }
    let (column, by_caption, by_cells, by_place) = match best {
        Some((score, candidate, by_cells, by_place)) if score >= ENOUGH => {
            (candidate.column, candidate.weight, by_cells, by_place)
        }
        _ => (Column::Other, 0, 0, 0),
    };
    // 牵头 over names of people: they lead.
    let leads = caption.candidates.iter().any(|known| known.column == Column::Lead);
    let column = if column == Column::Responsible && by_caption == 0 && leads { Column::Leader } else { column };
    let thin = by_caption < ENOUGH && !matches!(column, Column::Number | Column::Other);
    let rank = parts::rank(column, &caption.words);
    Judged { column, caption: caption.words, by_caption, by_cells, by_place, thin, further_time: None, shares, rank }
}

/// Whether a caption closes the question, whatever the cells look like.
fn is_closed(column: Column) -> bool {
    use Column::{
        Amount, Basis, Code, Contact, Duty, Leader, Note, OtherUnit, Place, Progress, Result, Roster, Schedule, Stage,
        Start,
    };
    matches!(
        column,
        Amount
            | Basis
            | Code
            | Contact
            | Duty
            | Leader
            | Note
            | OtherUnit
            | Place
            | Progress
            | Result
            | Roster
            | Schedule
            | Stage
            | Start
    )
}

/// How well the cells fit a kind, from -6 to 6.
fn fit(column: Column, shares: &Shares) -> i32 {
    if shares.filled == 0 {
        return 0;
    }
    let share = |shape| shares.percent(shape);
    let (unit, time, person, ordinal) =
        (share(Shape::Unit), share(Shape::Time), share(Shape::Person), share(Shape::Ordinal));
    let (text, figures) = (share(Shape::Text), share(Shape::Amount) + share(Shape::Phone) + share(Shape::Clock));
    let points = match column {
        Column::Number => ordinal * 2 - 100,
        Column::Lead | Column::Units | Column::CoUnits => unit - time - ordinal - figures - person / 2 - text / 2,
        Column::Leader | Column::Responsible | Column::Contact => person - unit - time - ordinal - figures - text,
        // 12月31日完成试用，视情推广 is a time with what is done by then.
        Column::Time => (time + shares.scheduled()).min(100) - unit - person - ordinal / 2 - text / 4,
        Column::Phone => share(Shape::Phone) * 2 - 100,
        column if parts::is_text(column) => {
            let spoken = if shares.length() >= 8 || shares.are_orders() { share(Shape::Short) / 2 } else { 0 };
            // 6月：完成选址 is a time to some and a text to others.
            let only_time = (time - shares.scheduled()).max(0);
            text + spoken - (unit + only_time + person + ordinal + figures) * 2 / 3
        }
        _ => 0,
    };
    points.clamp(-100, 100) * 6 / 100
}

/// What a kind of column is called.
fn name(column: Column) -> &'static str {
    match column {
        Column::Number => "序号",
        Column::Group => "类别",
        Column::Name => "事项名称",
        Column::Task | Column::Measures => "任务或措施",
        Column::Content => "内容",
        Column::Lead => "牵头单位",
        Column::Units => "责任单位",
        Column::CoUnits => "配合单位",
        Column::OtherUnit => "其他单位",
        Column::Time => "完成时限",
        Column::Start => "其他时间",
        Column::Leader => "分管领导",
        Column::Responsible => "责任人",
        Column::Contact => "联系人",
        Column::Phone => "电话",
        Column::Goal => "目标",
        Column::Result => "成果",
        Column::Problem => "问题",
        Column::Stage => "阶段安排",
        Column::Progress => "进展",
        Column::Indicator => "指标",
        Column::Figure => "指标值",
        Column::FigureUnit => "计量单位",
        Column::Code | Column::Place | Column::Amount | Column::Note | Column::Basis | Column::Other => "其他栏目",
        Column::Duty => "职责",
        Column::Roster | Column::Schedule => "名单或日程",
    }
}

#[cfg(test)]
mod tests;

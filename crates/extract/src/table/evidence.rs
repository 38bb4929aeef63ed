//! What the steps that rebuild tables from text ask: whether words are a caption, and what a cell looks like.

use super::captions::Column;
use super::columns::parts;
use super::columns::shape::{self, Shape};

/// What a caption says of the cells below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CaptionKind {
    /// 序号.
    Number,
    /// 牵头单位.
    Unit,
    /// 完成时限.
    Time,
    /// 责任人.
    Person,
    /// 工作任务, 整改措施.
    Text,
    /// Any other.
    Other,
}

/// What words look like as a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CellKind {
    /// Nothing.
    Blank,
    /// 1, 二.
    Number,
    /// One or more units.
    Unit,
    /// 6月底前.
    Time,
    /// One or more people.
    Person,
    /// A clause or more.
    Text,
    /// Something else.
    Other,
}

/// What a caption says, where its parts are known.
pub(crate) fn caption(words: &str) -> Option<CaptionKind> {
    let column = parts::read(words).first()?.column;
    Some(match column {
        Column::Number => CaptionKind::Number,
        Column::Lead | Column::Units | Column::CoUnits | Column::OtherUnit => CaptionKind::Unit,
        Column::Time | Column::Start => CaptionKind::Time,
        Column::Leader | Column::Responsible | Column::Contact => CaptionKind::Person,
        column if parts::is_text(column) => CaptionKind::Text,
        _ => CaptionKind::Other,
    })
}

/// Whether a caption says that the units below it lead or answer.
pub(crate) fn leads(words: &str) -> bool {
    parts::read(words).first().is_some_and(|one| matches!(one.column, Column::Lead | Column::Units) && one.weight >= 5)
}

/// Whether a caption says that the units below it assist.
pub(crate) fn assists(words: &str) -> bool {
    parts::read(words).first().is_some_and(|one| one.column == Column::CoUnits)
}

/// What a cell looks like.
pub(crate) fn cell(words: &str) -> CellKind {
    match shape::shape(words) {
        Shape::Blank => CellKind::Blank,
        Shape::Ordinal => CellKind::Number,
        Shape::Unit => CellKind::Unit,
        Shape::Time => CellKind::Time,
        Shape::Person => CellKind::Person,
        Shape::Text => CellKind::Text,
        Shape::Phone | Shape::Amount | Shape::Clock | Shape::Short => CellKind::Other,
    }
}

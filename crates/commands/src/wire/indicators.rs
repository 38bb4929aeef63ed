//! Quantified targets.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A figure that must be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorInfo {
    /// What is counted.
    pub name: String,
    /// The figure as written, digits plain; empty where only words say what is to be reached.
    pub figure: String,
    /// Its unit: 个, %, 亿元.
    pub unit: String,
    /// The words around the figure: 不少于, 达到…以上.
    pub direction: String,
    /// at-least, at-most, about, exactly, up-by or down-by.
    #[ts(as = "super::codes::IndicatorAimCode")]
    pub aim: String,
    /// The figure as one reads it: 达到70%以上.
    pub stated: String,
    /// By when, where the same clause or the head of the column says so.
    pub by: Option<NaiveDate>,
}

/// A figure that must be reached, with where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorRow {
    /// The figure.
    pub indicator: IndicatorInfo,
    /// Id of the notice.
    pub notice: String,
    /// Title of the notice.
    pub notice_title: String,
    /// Id of the measure; absent for a figure from a table of the notice itself.
    pub measure: Option<String>,
    /// Id of the task made of the measure.
    pub task: Option<String>,
    /// Path of labels of the measure.
    pub number: String,
    /// Line of the measure.
    pub line: Option<u32>,
    /// Who answers for the measure, as written.
    pub leads: Vec<String>,
}

/// Which indicators are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct IndicatorQuery {
    /// Only of this notice.
    pub notice: Option<String>,
}

//! How the office works, and who works here.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{LightCode, StatusCode, TaskQuery};

/// What sort of place the register is worked with at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkplaceCode {
    /// 督查室: follows what all units owe.
    Supervision,
    /// One unit, which looks first at what it leads and assists.
    Unit,
}

/// Who works here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorkplaceInfo {
    /// What sort of place it is.
    pub kind: WorkplaceCode,
    /// What it is called: the unit, or 杭州市督查室.
    pub name: String,
    /// Its region.
    pub region: Option<String>,
    /// The name of its own unit.
    pub unit: Option<String>,
    /// Id of that unit; none as long as no notice and no task names it.
    pub unit_id: Option<String>,
}

/// Who is to work here from now on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct WorkplaceRequest {
    /// What sort of place it is; none takes back what was said.
    pub kind: Option<WorkplaceCode>,
    /// Its region.
    pub region: Option<String>,
    /// Name or another spelling of its own unit, which the register need not know.
    pub unit: Option<String>,
}

/// From where on lights change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Thresholds {
    /// A task is due soon when no more than this many days are left.
    pub due_soon_days: u16,
    /// A task is behind when the share reported is more than this many points below what the time passed asks for.
    pub behind_points: u8,
}

/// How the office works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// The optional steps that it takes.
    pub steps: Vec<StatusCode>,
    /// Who works here; none as long as nobody has said so.
    pub workplace: Option<WorkplaceInfo>,
    /// From where on lights change.
    pub thresholds: Thresholds,
}

/// What is to be set. What is not named stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SettingsRequest {
    /// The optional steps that it takes.
    #[serde(default)]
    #[ts(optional)]
    pub steps: Option<Vec<StatusCode>>,
    /// Who works here.
    #[serde(default)]
    #[ts(optional)]
    pub workplace: Option<WorkplaceRequest>,
    /// From where on lights change.
    #[serde(default)]
    #[ts(optional)]
    pub thresholds: Option<Thresholds>,
}

/// How many tasks a light has, and how many it would have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LightPreview {
    /// The light.
    pub light: LightCode,
    /// By the limits that hold.
    pub now: u32,
    /// By those that were asked about.
    pub then: u32,
}

/// What the register says from where one works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnFigures {
    /// Who works here; none as long as nobody has said so, and then there are no figures.
    pub workplace: Option<WorkplaceInfo>,
    /// The figures, each with the list that it counts.
    pub lists: Vec<CountedList>,
}

/// A figure and the list that it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CountedList {
    /// Never changes: led, assisted, open, overdue, due_soon, due_this_week.
    pub key: String,
    /// What it is called: 本周到期.
    pub name: String,
    /// What it counts, in a sentence.
    pub meaning: String,
    /// How many.
    pub count: u32,
    /// The list.
    pub query: TaskQuery,
}

/// Which documents that come with the program.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SampleCode {
    /// What an office of Hangzhou follows, with invented work on it.
    #[default]
    Office,
    /// The compilations of other provinces.
    Provinces,
}

/// Which sample is to be loaded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SampleRequest {
    /// Which documents.
    pub which: SampleCode,
}

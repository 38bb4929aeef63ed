//! Units that may be one body.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A unit that looks like another spelling of a second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitProposal {
    /// Id of the unit that would become a spelling.
    pub from: String,
    /// Its name.
    pub from_name: String,
    /// Tasks that name it.
    pub from_tasks: u32,
    /// Id of the unit that would stay.
    pub into: String,
    /// Its name.
    pub into_name: String,
    /// Tasks that name it.
    pub into_tasks: u32,
    /// Region of both.
    pub region: Option<String>,
    /// Why they look like one.
    pub reason: String,
}

/// Two units, by id or name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitPair {
    /// The unit that becomes a spelling, when they are one.
    pub from: String,
    /// The unit that stays.
    pub into: String,
    /// Where both are looked for by their names.
    #[serde(default)]
    pub region: Option<String>,
}

/// What became of a pair of units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitPairReport {
    /// Name of the one.
    pub from_name: String,
    /// Name of the other.
    pub into_name: String,
    /// Tasks that name another unit now.
    pub tasks: u32,
}

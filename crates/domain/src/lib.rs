//! The words of the trade as types: notices, measures, tasks, units, deadlines, states and lights.
//!
//! Nothing here reads a file or a clock. What depends on a day takes `today` as an argument, so that the
//! same register gives the same answer for the same day, whenever it is asked.

mod account;
mod day;
mod deadline;
mod duty;
mod first_day;
mod life;
mod light;
mod measure;
mod notice;
mod origin;
mod pace;
mod person;
mod provenance;
mod resemblance;
mod rhythm;
mod rollup;
mod steps;
mod task;
mod thresholds;
pub mod tree;
mod unit;
mod version;
mod workplace;

pub use account::{BackgroundReason, LineRole};
pub use day::{DayFault, parse_day};
pub use deadline::{Deadline, DeadlineKind, Milestone, Proposal, Validity};
pub use duty::{Duty, DutyStanding, OccurrenceState};
pub use first_day::{first_day, last_day};
pub use life::{MOVES, Move, MoveEntry, MoveKind, Need, PART_BEGINS, moves_from, refusal, refusal_of_part};
pub use light::{Light, Lights};
pub use measure::{ColumnField, Indicator, IndicatorAim, Measure, MeasureClass, People};
pub use notice::{Claim, ClaimSubject, NoticeFacts, NoticeKind};
pub use origin::{Origin, OriginKind};
pub use pace::{Course, Pace, PaceSeen};
pub use person::{PersonRole, name_and_telephone};
pub use provenance::{Doubt, DoubtState, Field, Provenance};
pub use resemblance::{full_name, resemblance};
pub use rhythm::{DueOn, Every, Occurrence, Rhythm};
pub use rollup::rollup;
pub use steps::Steps;
pub use task::{Standing, StatusEntry, TaskStatus};
pub use thresholds::Thresholds;
pub use unit::{UnitAssignment, UnitBasis, UnitRole};
pub use version::VersionKind;
pub use workplace::{Workplace, WorkplaceKind};

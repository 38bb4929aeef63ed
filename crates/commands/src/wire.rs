//! What crosses the wire: requests and responses, apart from the domain types, each field named.
//!
//! TypeScript types are made from these; a change here is a change for every front.

#![allow(clippy::wildcard_imports)] // the wire is one flat vocabulary

mod account;
mod backup;
mod by_hand;
mod calendar;
mod changes;
pub(crate) mod codes;
mod corrections;
mod due;
mod duties;
mod groups;
mod indicators;
mod life;
mod notices;
mod overview;
mod people;
mod progress;
mod proposals;
mod purge;
mod rereading;
mod review;
mod settings;
mod tasks;
mod tree;
mod versions;

pub use account::*;
pub use backup::*;
pub use by_hand::*;
pub use calendar::*;
pub use changes::*;
pub use codes::{MoveCode, StatusCode, UnknownMove, UnknownStatus};
pub use corrections::*;
pub use due::*;
pub use duties::*;
pub use groups::*;
pub use indicators::*;
pub use life::*;
pub use notices::*;
pub use overview::*;
pub use people::*;
pub use progress::*;
pub use proposals::*;
pub use purge::*;
pub use rereading::*;
pub use review::*;
pub use settings::*;
pub use tasks::*;
pub use tree::*;
pub use versions::*;

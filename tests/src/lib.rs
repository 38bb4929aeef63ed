//! What the acceptance tests share: where the built programs are, and how a person uses them.

// These are tests in all but name: when something is not as it should be, stopping is the answer.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

pub mod desk;
#[cfg(feature = "e2e")]
pub mod e2e;
pub mod facts;
pub mod programs;

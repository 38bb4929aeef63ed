//! The journal: the one way to write, and what it leaves behind.

mod changed;
mod history;
pub(crate) mod images;
pub(crate) mod seal;
#[cfg(test)]
mod tests;
mod triggers;
mod undo;
mod write;

pub use history::{Entry, HistoryFilter};
pub(crate) use triggers::{install as install_triggers, tables};
pub(crate) use write::newest_change;
pub use write::{Operation, Title, Writer};

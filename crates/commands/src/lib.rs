//! The one command layer every front goes through: the window, the browser, the command line.
//!
//! A front fills a [`Caller`] and calls [`dispatch`] with a name and an [`Envelope`]; [`COMMANDS`] tells which there are.

// The list calls every command alike: each owns its request, whether it needs to or not.
#![allow(clippy::needless_pass_by_value)]

mod account;
mod backup;
mod by_hand;
mod calendar;
mod changes;
mod checks;
mod columns;
mod context;
mod corrections;
mod definitions;
mod due;
mod ensure_exists;
mod entered;
mod error;
mod export;
mod figures;
mod groups;
mod history;
mod import;
mod in_short;
mod indicators;
mod ledger_rows;
mod life;
mod list;
mod looking_back;
mod notices;
mod office;
mod overview;
mod paths;
mod progress;
mod proposals;
mod purge;
mod rereading;
mod review;
mod search;
mod settings;
mod task_pages;
mod tasks;
#[cfg(test)]
mod testing;
mod trees;
mod typescript;
mod units;
mod versions;
mod views;
pub mod whole_file;
pub mod wire;
mod workplace;

pub use backup::{RecoveryCaller, back_up_if_due, unpack_all};
pub use context::{Caller, Envelope, PathAccess};
pub use definitions::{FIGURES, FigureDefinition};
pub use error::{CommandError, ErrorCode};
pub use export::{ExportError, write_export};
pub use list::{COMMANDS, Command, Effect, dispatch, dispatch_to_json, dispatch_without_register, find};
pub use office::{Asker, Office, Watched, account_name, usual_folder};
pub use paths::{PathUse, exchange_paths};
pub use task_pages::each_page_of_tasks;
pub use typescript::{GeneratedFile, TypeName, generated};

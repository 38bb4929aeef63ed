//! Backups: whole copies of a register, made while it is in use, verified, kept by a rule and put back.
//!
//! `copy` makes one, `name` says what its file is called, `folder` knows those of a register and which may go, `rule`
//! says how long they stay, `place` where a person may have one written, `verify` tells a whole one from a damaged one,
//! `restore` puts one back.
//!
//! A backup is made with `VACUUM INTO`: one consistent picture while others write, without the free pages (what was
//! deleted is in no backup that is made later), in a file that needs no log beside it. SQLite's backup interface is as
//! fast (1.7 s for 190 MB) and would copy free pages and the mark of the log as well; it is used to restore, because it
//! writes into a register that others have open.

mod copy;
mod error;
mod folder;
mod name;
mod place;
mod restore;
mod rule;
#[cfg(test)]
mod tests;
mod verify;

pub(crate) use copy::{Contents, aside_in, before_migration, persist, write as write_copy};
pub use error::BackupError;
pub use folder::Backups;
pub(crate) use folder::{FOLDER, PUT_ASIDE};
pub use name::{Backup, Reason};
pub use restore::{Candidate, Loss, Restored};
pub use rule::KeepRule;
pub use verify::Facts;
pub(crate) use verify::{counts, sha256};

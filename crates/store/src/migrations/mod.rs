//! From the schema of any released program to that of this one.
//!
//! A file's version is how many steps it has taken. Once released, a step never changes: a statement of another place that it
//! needs is written out in it, as it was then.

mod to_23;
mod to_5;
mod to_8;

use rusqlite::{Connection, TransactionBehavior};

use crate::{StoreError, journal, search};

/// "DUBN" in the header of every register, so that another program's database is not taken for one.
pub(crate) const APPLICATION_ID: i32 = 0x4455_424E;

/// One step.
#[derive(Clone, Copy)]
pub(crate) enum Step {
    /// Statements.
    Sql(&'static str),
    /// Statements that need the program beside them.
    Code(fn(&Connection) -> Result<(), StoreError>),
}

pub(crate) const STEPS: &[Step] = &[
    Step::Sql(include_str!("../../migrations/0001_first.sql")),
    Step::Sql(include_str!("../../migrations/0002_versions.sql")),
    Step::Sql(include_str!("../../migrations/0003_indicators_and_units.sql")),
    Step::Sql(include_str!("../../migrations/0004_people.sql")),
    Step::Code(to_5::convert),
    Step::Sql(include_str!("../../migrations/0006_working_day.sql")),
    Step::Sql(include_str!("../../migrations/0007_purges.sql")),
    Step::Code(to_8::convert),
    Step::Sql(include_str!("../../migrations/0009_lists.sql")),
    Step::Sql(include_str!("../../migrations/0010_corrections.sql")),
    Step::Sql(include_str!("../../migrations/0011_year_figures.sql")),
    Step::Sql(include_str!("../../migrations/0012_figures_by_values.sql")),
    Step::Sql(include_str!("../../migrations/0013_recognitions.sql")),
    Step::Sql(include_str!("../../migrations/0014_doubtful_by_due.sql")),
    Step::Sql(include_str!("../../migrations/0015_seals.sql")),
    Step::Sql(include_str!("../../migrations/0016_notice_pages.sql")),
    Step::Sql(include_str!("../../migrations/0017_large_lists.sql")),
    Step::Sql(include_str!("../../migrations/0018_steps.sql")),
    Step::Sql(include_str!("../../migrations/0019_task_origins.sql")),
    Step::Sql(include_str!("../../migrations/0020_progress.sql")),
    Step::Sql(include_str!("../../migrations/0021_review.sql")),
    Step::Sql(include_str!("../../migrations/0022_people_of_tasks.sql")),
    Step::Code(to_23::convert),
];

/// The first version whose search index is that of this program.
const WITH_THIS_INDEX: usize = 8;

/// The version of a register that this program writes.
pub(crate) const VERSION: usize = STEPS.len();

/// Brings a register to this program's version, all in one transaction.
pub(crate) fn migrate(connection: &mut Connection, steps: &[Step]) -> Result<(), StoreError> {
    if version(connection)? == steps.len() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Asked again inside: another program may have been quicker.
    let found = version(&transaction)?;
    let Some(pending) = steps.get(found..) else {
        return Err(StoreError::Newer { found, known: steps.len() });
    };
    for step in pending {
        match step {
            Step::Sql(sql) => transaction.execute_batch(sql)?,
            Step::Code(convert) => convert(&transaction)?,
        }
    }
    // What is indexed of a task is asked of the tables of this schema.
    if (1..WITH_THIS_INDEX).contains(&found) {
        search::rebuild(&transaction)?;
    }
    if !pending.is_empty() {
        journal::install_triggers(&transaction)?;
        // Images have other columns now, so that seals of before cannot be made again.
        journal::seal::make_anew(&transaction)?;
        transaction.pragma_update(None, "user_version", steps.len())?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    transaction.commit()?;
    Ok(())
}

pub(crate) fn version(connection: &Connection) -> Result<usize, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

#[cfg(test)]
mod tests;

//! Real deletion: a document that should never have been kept, above all a classified one, leaves no word in the register.
//!
//! Taking an import back keeps bytes and images, so that it can be done again. A purge removes rows, images in the journal,
//! contents and search entries, and the free pages they lay in; it stays in the history, with numbers and without names,
//! and cannot be taken back. `traces` finds what belongs to a file.

#[cfg(test)]
mod tests;
mod traces;

use rusqlite::{Connection, named_params};

use crate::backup::PUT_ASIDE;
use crate::open::FILE;
use crate::{Backup, BackupError, Backups, Operation, Reader, SourceId, Store, StoreError, Writer, immutable, search};
pub(crate) use traces::{Reference, Traces, references};

/// A file that is kept in some way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// Its id.
    pub id: SourceId,
    /// File name.
    pub name: String,
    /// When it was imported, RFC 3339 in UTC.
    pub imported_at: String,
    /// Its import was taken back: it is in no list, and yet in the register.
    pub is_undone: bool,
}

/// What a purge of some files removes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PurgePlan {
    /// Names of the files.
    pub files: Vec<String>,
    /// Notices.
    pub notices: u32,
    /// Tasks.
    pub tasks: u32,
    /// What people wrote on the tasks.
    pub progress: u32,
    /// Names of units that nothing else speaks of.
    pub units: Vec<String>,
    /// Other files in which the same document stands; they stay unless they are purged, too.
    pub repeats: Vec<String>,
}

/// What a purge did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Purged {
    /// What was removed.
    pub plan: PurgePlan,
    /// Why room that became free could not be swept: its pages are overwritten, but the log beside the register may still
    /// hold old ones until every program has closed it.
    pub not_swept: Option<String>,
}

impl Reader<'_> {
    /// Every file that the register holds in some way, the newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn kept_files(&self) -> Result<Vec<KeptFile>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("kept.sql"))?;
        let rows = statement.query_map([], |row| {
            Ok(KeptFile {
                id: row.get("uid")?,
                name: row.get("name")?,
                imported_at: row.get("imported_at")?,
                is_undone: row.get("is_undone")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What a purge of these files would remove.
    ///
    /// # Errors
    /// When one of them is not there, or the register cannot be read.
    pub fn purge_plan(&self, files: &[SourceId]) -> Result<PurgePlan, StoreError> {
        plan(self.connection, &Traces::of(self.connection, files)?)
    }
}

impl Backups {
    /// Those in which one of these files stands, or of which that cannot be said.
    ///
    /// # Errors
    /// When the register or the folder cannot be read.
    pub fn holding(&self, read: Reader<'_>, files: &[SourceId]) -> Result<Vec<Backup>, BackupError> {
        let digests = digests(read.connection, files)?;
        Ok(self.list()?.into_iter().filter(|backup| may_hold(&backup.file, &digests)).collect())
    }

    /// Other files in the folder of the register and in that of its backups: logs and registers that were put aside, copies
    /// that a person laid there, and folders of damaged registers that a restore put aside. The program does not know what
    /// they hold.
    pub fn other_files(&self) -> Vec<String> {
        let mut names = Vec::new();
        for folder in self.folder().parent().into_iter().chain([self.folder()]) {
            let Ok(entries) = std::fs::read_dir(folder) else { continue };
            for entry in entries.flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                if !entry.path().is_file() {
                    if name.starts_with(PUT_ASIDE) {
                        names.push(name);
                    }
                    continue;
                }
                let is_register = name.strip_prefix(FILE).is_some_and(|rest| ["", "-wal", "-shm"].contains(&rest));
                if !is_register && Backup::of(&entry.path(), 0).is_none() {
                    names.push(name);
                }
            }
        }
        names.sort();
        names
    }
}

/// By what the contents of these files are recognised.
fn digests(connection: &Connection, files: &[SourceId]) -> Result<Vec<Vec<u8>>, StoreError> {
    Traces::of(connection, files)?;
    let mut statement =
        connection.prepare("SELECT sha256 FROM contents WHERE id IN (SELECT id FROM trace_contents)")?;
    let digests = statement.query_map([], |row| row.get(0))?;
    Ok(digests.collect::<Result<_, _>>()?)
}

/// Whether one of the contents stands in a backup. One of another schema, or one that cannot be read, may hold anything.
fn may_hold(backup: &std::path::Path, digests: &[Vec<u8>]) -> bool {
    let look = || -> rusqlite::Result<bool> {
        let connection = immutable::open(backup)?;
        let mut statement = connection.prepare("SELECT EXISTS (SELECT 1 FROM contents WHERE sha256 = ?1)")?;
        for digest in digests {
            if statement.query_row([digest], |row| row.get(0))? {
                return Ok(true);
            }
        }
        Ok(false)
    };
    look().unwrap_or(true)
}

impl Store {
    /// Removes these files and everything that came from them, for good; `save` first saves what is to stay, as part of
    /// the same operation.
    ///
    /// # Errors
    /// When one of them is not there, or SQLite refuses; then everything is as it was.
    pub fn purge(
        &mut self,
        operation: &Operation<'_>,
        files: &[SourceId],
        save: impl FnOnce(&Writer<'_>) -> Result<(), StoreError>,
    ) -> Result<Purged, StoreError> {
        // Pages that become free are overwritten at once, should the sweep below fail.
        self.connection.pragma_update(None, "secure_delete", true)?;
        let plan = self.write(operation, |writer| {
            save(writer)?;
            let connection = writer.connection();
            let traces = Traces::of(connection, files)?;
            let plan = plan(connection, &traces)?;
            connection.pragma_update(None, "defer_foreign_keys", true)?;
            let seal = traces::last_seal(connection)?;
            let before = crate::journal::newest_change(connection)?;
            traces.remove_rows()?;
            search::follow(connection, before)?;
            search::sweep(connection)?;
            traces.remove_from_journal()?;
            traces.remove_contents()?;
            connection.execute(
                include_str!("record.sql"),
                named_params! {
                    ":files": plan.files.len(),
                    ":notices": plan.notices,
                    ":tasks": plan.tasks,
                    ":seal_before": seal,
                },
            )?;
            writer.summarise(format!(
                "{} 个文件、{} 份通知、{} 条督办事项",
                plan.files.len(),
                plan.notices,
                plan.tasks
            ));
            Ok::<_, StoreError>(plan)
        })?;
        Ok(Purged { plan, not_swept: sweep(&self.connection).err().map(|error| error.to_string()) })
    }
}

fn plan(connection: &Connection, traces: &Traces<'_>) -> Result<PurgePlan, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("repeats.sql"))?;
    let repeats = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut names = connection.prepare_cached(include_str!("file_names.sql"))?;
    let files = names.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(PurgePlan {
        files,
        notices: traces.count("notices")?,
        tasks: traces.count("tasks")?,
        progress: traces.count("progress_entries")?,
        units: traces.texts("units", "name")?,
        repeats,
    })
}

/// Gives free pages back and empties the log.
fn sweep(connection: &Connection) -> Result<(), StoreError> {
    // A copy of the register in memory would be too much.
    connection.pragma_update(None, "temp_store", "file")?;
    let done = connection.execute_batch("VACUUM");
    connection.pragma_update(None, "temp_store", "memory")?;
    done?;
    let somebody_reads = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if somebody_reads { Err(StoreError::in_use()) } else { Ok(()) }
}

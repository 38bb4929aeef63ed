//! Taking operations back, and doing again what was taken back: writing the images before, as a new operation.

use rusqlite::{Connection, ErrorCode, OptionalExtension as _, Row, named_params};

use super::history;
use super::images::Restoring;
use crate::units::normalised;
use crate::{Entry, Operation, OperationId, Store, StoreError};

/// So many later operations are named in a refusal, as in `depending.sql`.
const DEPENDING: usize = 5;

impl Store {
    /// Takes back the last operation that still stands, and says which it was.
    ///
    /// # Errors
    /// When there is none, or SQLite refuses.
    pub fn undo(&mut self, operation: Operation<'_>) -> Result<Entry, StoreError> {
        let target = self.find(include_str!("last_standing.sql"))?.ok_or(StoreError::NothingToUndo)?;
        self.take_back(operation, target)
    }

    /// Takes back one operation, wherever it stands in the history, and says which it was.
    ///
    /// # Errors
    /// When there is none under this id, it does not stand, later ones depend on it, or SQLite refuses.
    pub fn undo_one(&mut self, operation: Operation<'_>, id: &OperationId) -> Result<Entry, StoreError> {
        let find = "SELECT id FROM operations WHERE uid = ?1";
        let target: Option<i64> =
            self.connection.prepare_cached(find)?.query_row([id], |row| row.get("id")).optional()?;
        let target = target.ok_or_else(|| StoreError::NotFound { what: "操作", id: id.to_string() })?;
        let entry = history::operation(&self.connection, target)?;
        if entry.undone || entry.is_step_back {
            return Err(StoreError::NotStanding { label: entry.label });
        }
        self.take_back(operation, target)
    }

    /// Does again what was taken back last, as long as nothing new was done since; says which operation it was.
    ///
    /// # Errors
    /// When there is none, or SQLite refuses.
    pub fn redo(&mut self, operation: Operation<'_>) -> Result<Entry, StoreError> {
        let step = self.find(include_str!("last_step_back.sql"))?.ok_or(StoreError::NothingToRedo)?;
        let original = "SELECT undoes FROM operations WHERE id = ?1";
        let original: i64 = self.connection.prepare_cached(original)?.query_row([step], |row| row.get("undoes"))?;
        self.take_back(operation, step)?;
        history::operation(&self.connection, original)
    }

    fn find(&self, sql: &str) -> Result<Option<i64>, StoreError> {
        Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get("id")).optional()?)
    }

    fn take_back(&mut self, operation: Operation<'_>, target: i64) -> Result<Entry, StoreError> {
        let entry = history::operation(&self.connection, target)?;
        let purge = "SELECT EXISTS (SELECT 1 FROM purges WHERE operation = ?1)";
        if self.connection.prepare_cached(purge)?.query_row([target], |row| row.get(0))? {
            return Err(StoreError::Purged { label: entry.label });
        }
        let has_changes = "SELECT EXISTS (SELECT 1 FROM changes WHERE operation = ?1)";
        if !self.connection.prepare_cached(has_changes)?.query_row([target], |row| row.get::<_, bool>(0))? {
            return Err(StoreError::NothingLeft { label: entry.label });
        }
        let command = "SELECT command FROM operations WHERE id = ?1";
        let command: String = self.connection.prepare_cached(command)?.query_row([target], |row| row.get(0))?;
        match command.as_str() {
            "restore" | "import_all" => return Err(StoreError::Restored { label: entry.label }),
            "mend_store" => return Err(StoreError::Mending { label: entry.label }),
            _ => {}
        }
        let operation = operation.undoing(&entry.id);
        self.write(&operation, |writer| {
            let connection = writer.connection();
            refuse_if_depended_on(connection, target, &entry)?;
            refuse_if_merged_name_was_used(connection, target, &entry)?;
            connection.pragma_update(None, "defer_foreign_keys", true)?;
            restore(connection, target).map_err(|error| in_the_way(error, &entry))?;
            refuse_if_referred_to(connection, target, &entry)?;
            mark(connection, target, operation.id())?;
            writer.summarise(format!("{}：{}", entry.label, entry.summary));
            Ok(entry.clone())
        })
    }
}

/// Marks the target as taken back. What the target itself had taken back stands again.
fn mark(connection: &Connection, target: i64, by: &OperationId) -> Result<(), StoreError> {
    let undone = "UPDATE operations SET undone_by = (SELECT id FROM operations WHERE uid = ?2) WHERE id = ?1";
    connection.prepare_cached(undone)?.execute((target, by))?;
    let again = "UPDATE operations SET undone_by = NULL WHERE id = (SELECT undoes FROM operations WHERE id = ?1)";
    connection.prepare_cached(again)?.execute([target])?;
    Ok(())
}

fn restore(connection: &Connection, operation: i64) -> Result<(), StoreError> {
    let mut restoring = Restoring::new(connection);
    for step in steps_back(connection, operation)? {
        match step {
            StepBack::Remove { table, first, last } => restoring.remove(&table, first, last)?,
            StepBack::ChangeBack { table, row, image } => restoring.change_back(&table, row, &image)?,
            StepBack::PutBack { table, image } => restoring.put_back(&table, &image)?,
        }
    }
    Ok(())
}

/// What is to be done to take an operation back.
enum StepBack {
    /// Rows that were inserted one after another go together.
    Remove {
        table: String,
        first: i64,
        last: i64,
    },
    ChangeBack {
        table: String,
        row: i64,
        image: String,
    },
    PutBack {
        table: String,
        image: String,
    },
}

/// So many rows are removed at most by one statement, which keeps the pages it touches until it is done.
const ROWS_REMOVED_TOGETHER: i64 = 1_000;

/// The steps, read to the end: taking back writes into the table they are read from.
fn steps_back(connection: &Connection, operation: i64) -> Result<Vec<StepBack>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("changes_backwards.sql"))?;
    let mut changes = statement.query([operation])?;
    let mut steps = Vec::new();
    while let Some(change) = changes.next()? {
        let (action, place) = (change.get_ref("action")?.as_str().unwrap_or_default(), change.get_ref("place")?);
        let place = place.as_str().unwrap_or_default();
        let row: i64 = change.get("row")?;
        if action == "+" {
            match steps.last_mut() {
                Some(StepBack::Remove { table, first, last })
                    if table == place && row == *first - 1 && *last - row < ROWS_REMOVED_TOGETHER =>
                {
                    *first = row;
                }
                _ => steps.push(StepBack::Remove { table: place.to_owned(), first: row, last: row }),
            }
            continue;
        }
        let table = place.to_owned();
        match (action, change.get::<_, Option<String>>("before")?) {
            ("~", Some(image)) => steps.push(StepBack::ChangeBack { table, row, image }),
            ("-", Some(image)) => steps.push(StepBack::PutBack { table, image }),
            (other, _) => return Err(StoreError::UnknownValue(format!("changes: {other}"))),
        }
    }
    Ok(steps)
}

/// Later operations that stand and changed the same rows.
fn refuse_if_depended_on(connection: &Connection, target: i64, entry: &Entry) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(include_str!("depending.sql"))?;
    let later = statement.query_map(named_params! { ":operation": target }, in_words)?;
    let later = later.collect::<Result<Vec<String>, _>>()?;
    if later.is_empty() { Ok(()) } else { Err(StoreError::DependedOn { label: entry.label.clone(), later }) }
}

/// Later operations that stand and gave tasks to the unit which took over the name of another: parted again, the tasks
/// would stay with the wrong one.
fn refuse_if_merged_name_was_used(connection: &Connection, target: i64, entry: &Entry) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(include_str!("merged_name_used.sql"))?;
    let mut rows = statement.query(named_params! { ":operation": target })?;
    let mut later = Vec::new();
    while let Some(row) = rows.next()? {
        let (written, name): (String, String) = (row.get("written")?, row.get("name")?);
        let words = in_words(row)?;
        if normalised(&written) == name && !later.contains(&words) {
            later.push(words);
        }
    }
    later.truncate(DEPENDING);
    if later.is_empty() { Ok(()) } else { Err(StoreError::DependedOn { label: entry.label.clone(), later }) }
}

/// Rows of later operations that refer to a row which is gone. Only possible when anything was written later.
fn refuse_if_referred_to(connection: &Connection, target: i64, entry: &Entry) -> Result<(), StoreError> {
    let newest = "SELECT max(id) FROM operations WHERE undone_by IS NULL AND undoes IS NULL";
    let newest: Option<i64> = connection.prepare_cached(newest)?.query_row([], |row| row.get(0))?;
    if newest.is_none_or(|newest| newest <= target) {
        return Ok(());
    }
    let mut statement = connection.prepare("SELECT DISTINCT \"table\", rowid FROM pragma_foreign_key_check LIMIT 5")?;
    let dangling = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    let dangling = dangling.collect::<Result<Vec<_>, _>>()?;
    if dangling.is_empty() {
        return Ok(());
    }
    let mut later = Vec::new();
    for place in dangling {
        let words = connection.prepare_cached(include_str!("referring.sql"))?.query_row(place, in_words).optional()?;
        later.extend(words.filter(|words| !later.contains(words)));
    }
    Err(StoreError::DependedOn { label: entry.label.clone(), later })
}

/// An operation, told from others of its kind by what it was about.
fn in_words(row: &Row<'_>) -> rusqlite::Result<String> {
    let (label, summary): (String, String) = (row.get("label")?, row.get("summary")?);
    Ok(if summary.is_empty() { label } else { format!("{label}：{summary}") })
}

/// A name that was free when the operation ran may be taken now.
fn in_the_way(error: StoreError, entry: &Entry) -> StoreError {
    match &error {
        StoreError::Sqlite(source) if source.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            StoreError::DependedOn { label: entry.label.clone(), later: vec!["同名的新记录".to_owned()] }
        }
        _ => error,
    }
}

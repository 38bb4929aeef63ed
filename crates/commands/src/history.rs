//! The history of operations, taking them back, and doing again what was taken back.

use store::{Entry, OperationId};

use crate::context::Context;
use crate::error::CommandError;
use crate::wire;

/// How many entries are given when the request does not say.
const USUAL: u32 = 50;

pub(crate) fn history(
    context: &mut Context<'_, '_>,
    request: wire::HistoryRequest,
) -> Result<Vec<wire::JournalEntry>, CommandError> {
    let limit = if request.limit == 0 { USUAL } else { request.limit };
    let entries = context.read().history_until(request.about.as_deref(), context.end_of_past(), limit)?;
    Ok(entries.into_iter().map(entry).collect())
}

pub(crate) fn undo(
    context: &mut Context<'_, '_>,
    request: wire::UndoRequest,
) -> Result<wire::JournalEntry, CommandError> {
    let operation = context.operation();
    let store = &mut *context.caller.store;
    Ok(entry(match request.id {
        Some(id) => store.undo_one(operation, &OperationId::from(id.as_str()))?,
        None => store.undo(operation)?,
    }))
}

pub(crate) fn redo(context: &mut Context<'_, '_>, _: wire::Nothing) -> Result<wire::JournalEntry, CommandError> {
    let operation = context.operation();
    Ok(entry(context.caller.store.redo(operation)?))
}

pub(crate) fn entry(entry: Entry) -> wire::JournalEntry {
    let Entry { id, at, actor, label, summary, undone, is_step_back } = entry;
    wire::JournalEntry { id: id.to_string(), at, actor, label, summary, undone, is_step_back }
}

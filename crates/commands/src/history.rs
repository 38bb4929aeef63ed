//! The history of operations, taking them back, and doing again what was taken back.

use store::{Entry, HistoryFilter, OperationId};

use crate::context::Context;
use crate::error::CommandError;
use crate::looking_back::end_of;
use crate::wire;

/// How many entries are given when the request does not say.
const USUAL: u32 = 50;

pub(crate) fn history(
    context: &mut Context<'_, '_>,
    request: wire::HistoryRequest,
) -> Result<Vec<wire::JournalEntry>, CommandError> {
    let wire::HistoryRequest { about, label, words, from, to, after, limit } = request;
    let offset = context.caller.offset;
    let until = to.and_then(|day| end_of(day, offset)).into_iter().chain(context.end_of_past()).min();
    let filter = HistoryFilter {
        about,
        label,
        words: words.filter(|words| !words.is_empty()),
        from: from.and_then(|day| end_of(day.pred_opt()?, offset)),
        until,
        before: after.map(|id| OperationId::from(id.as_str())),
    };
    let entries = context.read().history_of(&filter, if limit == 0 { USUAL } else { limit })?;
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

//! The history of operations, and taking the last one back.

use store::Entry;

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
    let entries = context.read().history(request.about.as_deref(), limit)?;
    Ok(entries.into_iter().map(entry).collect())
}

pub(crate) fn undo(context: &mut Context<'_, '_>, _: wire::Nothing) -> Result<wire::JournalEntry, CommandError> {
    let operation = context.operation();
    Ok(entry(context.caller.store.undo(operation)?))
}

pub(crate) fn entry(entry: Entry) -> wire::JournalEntry {
    let Entry { id, at, actor, label, summary, undone } = entry;
    wire::JournalEntry { id: id.to_string(), at, actor, label, summary, undone }
}

//! Views of the ledger that are kept.

use commands::wire::{LedgerView, Nothing, SaveViewRequest, TaskQuery, ViewRequest};
use commands::{CommandError, ErrorCode};

use crate::arguments::{Reading, ViewsArguments};
use crate::session::{Failure, Session, json_text};

pub(crate) fn views(session: &mut Session, arguments: &ViewsArguments) -> Result<String, Failure> {
    let value = match &arguments.remove {
        Some(name) => session.ask("remove_view", &ViewRequest { name: name.clone() }, None, &|_| {})?,
        None => session.ask("list_views", &Nothing {}, None, &|_| {})?,
    };
    if arguments.json {
        return Ok(json_text(&value));
    }
    let views: Vec<LedgerView> = serde_json::from_value(value)?;
    let removed = arguments.remove.as_ref().map(|name| format!("已删除视图“{name}”。可用 duban undo 撤销。\n"));
    let names = views.iter().map(|view| format!("{}\n", view.name));
    let listed = if views.is_empty() { "没有保存的视图。\n".to_owned() } else { names.collect() };
    Ok(removed.unwrap_or(listed))
}

/// Keeps what was asked for as a view of this name.
pub(super) fn save(session: &mut Session, name: &str, query: TaskQuery, reading: Reading) -> Result<String, Failure> {
    let view = LedgerView { name: name.to_owned(), query, ..LedgerView::default() };
    let value = session.ask("save_view", &SaveViewRequest { view, replaces: None }, None, &|_| {})?;
    Ok(if reading.json {
        json_text(&value)
    } else {
        format!("已保存视图“{name}”。可用 duban undo 撤销。\n")
    })
}

/// The view with this name.
pub(super) fn called(session: &mut Session, name: &str) -> Result<LedgerView, Failure> {
    let views: Vec<LedgerView> = serde_json::from_value(session.ask("list_views", &Nothing {}, None, &|_| {})?)?;
    views.into_iter().find(|view| view.name == name).ok_or_else(|| {
        let sentence = format!("没有名为“{name}”的视图。用 duban views 列出全部视图。");
        Failure::Refused(CommandError::new(ErrorCode::NotFound, sentence))
    })
}

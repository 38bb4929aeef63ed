//! Views of the ledger that are kept under a name, in the register, so that they travel with it and can be undone.

use store::{Reader, Writer};

use crate::columns::COLUMNS;
use crate::context::Context;
use crate::error::{CommandError, ErrorCode};
use crate::wire::{LedgerView, Nothing, SaveViewRequest, TaskQuery, ViewRequest};

/// The names of such settings begin like this.
const KEPT_AS: &str = "view:";

const LONGEST_NAME: usize = 40;

pub(crate) fn list_views(context: &mut Context<'_, '_>, _: Nothing) -> Result<Vec<LedgerView>, CommandError> {
    kept(context.read())
}

fn kept(read: Reader<'_>) -> Result<Vec<LedgerView>, CommandError> {
    // What a newer program kept otherwise is left out, not lost.
    let views = read.settings_below(KEPT_AS)?.into_iter().filter_map(|(name, value)| {
        let view: LedgerView = serde_json::from_str(&value).ok()?;
        Some(LedgerView { name, ..view })
    });
    Ok(views.collect())
}

pub(crate) fn save_view(
    context: &mut Context<'_, '_>,
    request: SaveViewRequest,
) -> Result<Vec<LedgerView>, CommandError> {
    let SaveViewRequest { view, replaces } = request;
    let name = view.name.trim().to_owned();
    if name.is_empty() {
        return Err(CommandError::at("view.name", "请写视图的名称。"));
    }
    if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(CommandError::at("view.name", format!("视图的名称最多 {LONGEST_NAME} 个字，不能换行。")));
    }
    if let Some(unknown) = view.columns.iter().find(|key| COLUMNS.iter().all(|column| column.key != key.as_str())) {
        return Err(CommandError::at("view.columns", format!("没有“{unknown}”这一栏。")));
    }
    let known = kept(context.read())?;
    if replaces.as_ref().is_some_and(|old| known.iter().all(|view| view.name != *old)) {
        return Err(gone(replaces.as_deref().unwrap_or_default()));
    }
    if replaces.as_ref() != Some(&name) && known.iter().any(|view| view.name == name) {
        return Err(CommandError::at("view.name", format!("已经有名为“{name}”的视图，请换一个名称。")));
    }
    // Which tasks, not which page of them.
    let query = TaskQuery { after: None, limit: 0, ..view.query };
    let value = serde_json::to_string(&LedgerView { name: String::new(), query, ..view })
        .map_err(|error| CommandError::uncoded("视图无法保存。").with_detail(&error))?;
    let operation = context.operation();
    context.caller.store.write(&operation, |writer: &Writer<'_>| {
        if let Some(old) = replaces.as_ref().filter(|old| **old != name) {
            writer.forget_setting(&format!("{KEPT_AS}{old}"))?;
        }
        writer.keep_setting(&format!("{KEPT_AS}{name}"), &value)?;
        writer.summarise(format!("保存视图“{name}”"));
        Ok::<_, CommandError>(())
    })?;
    kept(context.read())
}

pub(crate) fn remove_view(
    context: &mut Context<'_, '_>,
    request: ViewRequest,
) -> Result<Vec<LedgerView>, CommandError> {
    let ViewRequest { name } = request;
    if kept(context.read())?.iter().all(|view| view.name != name) {
        return Err(gone(&name));
    }
    let operation = context.operation();
    context.caller.store.write(&operation, |writer: &Writer<'_>| {
        writer.forget_setting(&format!("{KEPT_AS}{name}"))?;
        writer.summarise(format!("删除视图“{name}”"));
        Ok::<_, CommandError>(())
    })?;
    kept(context.read())
}

fn gone(name: &str) -> CommandError {
    CommandError::new(ErrorCode::NotFound, format!("没有名为“{name}”的视图。"))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::testing::Office;

    fn names(views: &[LedgerView]) -> Vec<&str> {
        views.iter().map(|view| view.name.as_str()).collect()
    }

    #[test]
    fn a_view_is_kept_renamed_removed_and_taken_back() {
        let mut office = Office::new();
        let view = json!({ "name": "财政逾期", "query": { "lights": ["overdue"] }, "grouping": "lead", "columns": ["light", "matter"] });
        let views: Vec<LedgerView> = office.ask("save_view", json!({ "view": view }));
        assert_eq!(names(&views), ["财政逾期"]);
        assert_eq!(views[0].query.lights.len(), 1);
        let again = office.try_ask("save_view", json!({ "view": view })).unwrap_err();
        assert_eq!(again.field.as_deref(), Some("view.name"));
        let renamed = json!({ "view": { "name": "逾期" }, "replaces": "财政逾期" });
        assert_eq!(names(&office.ask::<Vec<LedgerView>>("save_view", renamed)), ["逾期"]);
        assert!(office.ask::<Vec<LedgerView>>("remove_view", json!({ "name": "逾期" })).is_empty());
        let _: Value = office.ask("undo", json!({}));
        assert_eq!(names(&office.ask::<Vec<LedgerView>>("list_views", json!({}))), ["逾期"]);
        let nameless = office.try_ask("save_view", json!({ "view": { "name": " " } })).unwrap_err();
        assert_eq!(nameless.field.as_deref(), Some("view.name"));
        assert!(office.try_ask("remove_view", json!({ "name": "没有" })).is_err());
    }
}

//! What the page may ask of the window.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Emitter as _, Manager as _};
use tauri_plugin_dialog::DialogExt as _;

use crate::bridge::{self, Office};
use crate::grants::Grants;
use crate::start_time;

/// A refusal as the page gets it.
#[derive(Debug, Serialize)]
pub(crate) struct Refusal {
    /// Something the page can act on.
    code: String,
    /// The sentence for the person.
    message: String,
    /// For the log.
    detail: Option<String>,
}

impl Refusal {
    /// A refusal without further detail.
    pub(crate) fn new(code: &str, message: String) -> Self {
        Self { code: code.to_owned(), message, detail: None }
    }

    fn fault(error: &dyn std::fmt::Display) -> Self {
        Self {
            code: "fault".to_owned(),
            message: "程序内部出错，这一步没有完成。请重试；若仍出错，请把详细信息告诉维护人员。".to_owned(),
            detail: Some(error.to_string()),
        }
    }
}

/// Calls a command of the command layer.
#[tauri::command]
pub(crate) async fn call(
    app: AppHandle,
    name: String,
    as_of: Option<NaiveDate>,
    args: Value,
) -> Result<Value, Refusal> {
    start_time::note(&app, &name);
    app.state::<Grants>().check(&args)?;
    // Commands read and write files: not on the thread that draws the window.
    spawn_blocking(move || {
        let office = app.state::<Office>();
        bridge::call(&office, &name, as_of, args, &|progress| {
            // A window that is closing hears nothing, which is no error.
            let _ = app.emit("progress", json!(progress));
        })
    })
    .await
    .map_err(|error| Refusal::fault(&error))?
}

/// Asks the person for files or a folder to import, and grants them.
#[tauri::command]
pub(crate) async fn pick_files(app: AppHandle, folders: bool) -> Result<Vec<String>, Refusal> {
    spawn_blocking(move || {
        let dialog = app.dialog().file().set_title("选择要导入的文件");
        let picked = if folders { dialog.blocking_pick_folders() } else { dialog.blocking_pick_files() };
        let paths: Vec<_> = picked.unwrap_or_default().into_iter().filter_map(|file| file.into_path().ok()).collect();
        app.state::<Grants>().add(&paths);
        paths.iter().map(|path| path.to_string_lossy().into_owned()).collect()
    })
    .await
    .map_err(|error| Refusal::fault(&error))
}

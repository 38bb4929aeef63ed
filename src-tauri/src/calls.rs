//! What the page may ask of the window.

use chrono::NaiveDate;
use commands::{CommandError, Office};
use serde::Deserialize;
use serde_json::{Value, json};
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Emitter as _, Manager as _};
use tauri_plugin_dialog::DialogExt as _;

use crate::bridge;
use crate::grants::Grants;
use crate::start_time;

/// Calls a command of the command layer.
#[tauri::command]
pub(crate) async fn call(
    app: AppHandle,
    name: String,
    as_of: Option<NaiveDate>,
    mut args: Value,
) -> Result<Value, CommandError> {
    start_time::note(&app, &name);
    app.state::<Grants>().check(&mut args)?;
    // Commands read and write files: not on the thread that draws the window.
    spawn_blocking(move || {
        let office = app.state::<Office>();
        bridge::call(&office, &name, as_of, args, &|progress| {
            // A window that is closing hears nothing, which is no error.
            let _ = app.emit("progress", json!(progress));
        })
    })
    .await
    .map_err(|error| fault(&error))?
}

/// What a person is asked for.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Pick {
    /// Any files, to import.
    Files,
    /// Whole folders, to import.
    Folders,
    /// One archive of everything.
    Archive,
}

/// Asks the person for files to read, and grants them.
#[tauri::command]
pub(crate) async fn pick_files(app: AppHandle, kind: Pick) -> Result<Vec<String>, CommandError> {
    spawn_blocking(move || {
        let dialog = app.dialog().file();
        let picked = match kind {
            Pick::Files => dialog.set_title("选择要导入的文件").blocking_pick_files(),
            Pick::Folders => dialog.set_title("选择要导入的文件夹").blocking_pick_folders(),
            Pick::Archive => {
                let dialog = dialog.set_title("选择导出包").add_filter("导出包", &["zip"]);
                dialog.blocking_pick_file().map(|file| vec![file])
            }
        };
        let paths: Vec<_> = picked.unwrap_or_default().into_iter().filter_map(|file| file.into_path().ok()).collect();
        app.state::<Grants>().add(&paths);
        paths.iter().map(|path| path.to_string_lossy().into_owned()).collect()
    })
    .await
    .map_err(|error| fault(&error))
}

/// Asks the person where to save a file, and grants writing it. None when the person thought better of it.
#[tauri::command]
pub(crate) async fn pick_place(app: AppHandle, name: String) -> Result<Option<String>, CommandError> {
    spawn_blocking(move || {
        let dialog = app.dialog().file().set_title("保存到").set_file_name(name).add_filter("导出包", &["zip"]);
        let path = dialog.blocking_save_file()?.into_path().ok()?;
        app.state::<Grants>().add_writable(&path);
        Some(path.to_string_lossy().into_owned())
    })
    .await
    .map_err(|error| fault(&error))
}

fn fault(error: &dyn std::fmt::Display) -> CommandError {
    CommandError::uncoded("程序内部出错，这一步没有完成。请重试；若仍出错，请把详细信息告诉维护人员。")
        .with_detail(error)
}

//! The window: what it shows, what it keeps out, what it hears.

use std::time::Duration;

use commands::Office;
use tauri::utils::config::Color;
use tauri::webview::NewWindowResponse;
use tauri::{App, AppHandle, DragDropEvent, Emitter as _, Manager as _, WebviewUrl, WebviewWindowBuilder, WindowEvent};

use crate::bridge;
use crate::calls;
use crate::first_size;
use crate::grants::Grants;
use crate::start::Options;
use crate::start_time::StartTime;

/// How often the store is looked at for writes of others, such as `duban import` beside the open window.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Opens the window and returns when it is closed.
pub(crate) fn open(options: Options) -> Result<(), String> {
    let start_time = StartTime::begin();
    let mut builder = tauri::Builder::default();
    // A second start on the usual store shows the window that is open; other stores have windows of their own.
    if options.store.is_none() {
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| show(app)));
    }
    builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .manage(Grants::default())
        .manage(start_time)
        .invoke_handler(tauri::generate_handler![calls::call, calls::pick_files, calls::pick_place])
        .on_window_event(|window, event| {
            if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
                window.state::<Grants>().add(paths);
            }
        })
        .setup(move |app| set_up(app, &options))
        .run(tauri::generate_context!())
        .map_err(|error| format!("窗口不能打开：{error}"))
}

fn set_up(app: &App, options: &Options) -> Result<(), Box<dyn std::error::Error>> {
    let office = bridge::open(options)?;
    app.manage(office);
    let (width, height) = first_size::first_size(app);
    let mut window = WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
        .title("督办台账")
        .inner_size(width, height)
        .min_inner_size(first_size::LEAST.0, first_size::LEAST.1)
        .center()
        .background_color(Color(245, 246, 248, 255))
        // The page never leaves: no address but its own, no second window.
        .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
        .on_new_window(|_, _| NewWindowResponse::Deny);
    if let Some(script) = app.state::<StartTime>().script() {
        window = window.initialization_script(script);
    }
    window.build()?;
    watch_store(app.handle().clone());
    Ok(())
}

fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// Tells the page every change of the store's revision.
fn watch_store(app: AppHandle) {
    std::thread::spawn(move || {
        let mut last = None;
        loop {
            std::thread::sleep(LOOK_EVERY);
            let now = app.state::<Office>().watched();
            if let Some(watched) = &now
                && last != now
            {
                let _ = app.emit("revision", watched.revision);
            }
            // After a time in which it could not be opened it is news that it can.
            last = now;
        }
    });
}

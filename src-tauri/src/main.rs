//! The desktop window.
//!
//! It translates and nothing more. What the page may ask of it (`invoke` of the Tauri API):
//!
//! | function | arguments | answer |
//! |---|---|---|
//! | `call` | `name` of the command, `args`, `asOf` (a day or null) | what the command returns, or an error `{code, message, detail, field}` |
//! | `pick_files` | `kind`: `files`, `folders` or `archive` | paths the person chose, to be used as `path` sources of `import` and `restore` |
//! | `pick_place` | `name` of a file | the path the person chose to save it, to be used as `to` of `export_all`, or null |
//!
//! and what it hears: the events `progress` (a `Progress`) and `revision` (a number, after any write to the
//! store, whoever made it), and Tauri's own `tauri://drag-drop` with the paths of dropped files.
//! Only paths that the person picked or dropped can be read, and only those named for saving written.

#![cfg_attr(all(not(debug_assertions), windows), windows_subsystem = "windows")]

mod bridge;
mod calls;
mod first_size;
mod grants;
mod renderer;
mod start;
mod start_time;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    renderer::choose();
    let options = match start::Options::from_words(std::env::args_os().skip(1)) {
        Ok(options) => options,
        Err(sentence) => return start::complain(&sentence),
    };
    match window::open(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => start::complain(&sentence),
    }
}

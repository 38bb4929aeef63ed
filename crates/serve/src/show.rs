//! Showing the interface in the browser of the desktop.

use std::io::Write as _;
use std::process::{Command, Stdio};

use tempfile::TempPath;

/// A page of one line that leads to an address. The address has a secret, and what a program is started with can be
/// read by every user of the machine; this file only by its owner.
#[derive(Debug)]
pub struct Doorway {
    _page: TempPath,
}

/// Opens the address in the browser of the desktop; the person can still copy it when there is none. The file that
/// leads there is gone when the returned doorway is dropped.
#[must_use]
pub fn show_in_browser(address: &str) -> Option<Doorway> {
    let opener = if cfg!(target_os = "windows") {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let mut file = tempfile::Builder::new().prefix("duban-").suffix(".html").tempfile().ok()?;
    write!(file, "<!doctype html><meta http-equiv=\"refresh\" content=\"0;url={address}\">").ok()?;
    let path = file.into_temp_path();
    let started =
        Command::new(opener).arg(&path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    started.is_ok().then_some(Doorway { _page: path })
}

//! The real window, on a screen nobody sees, through tauri-driver and WebKit's own driver.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use serde_json::{Map, Value, json};

use super::process::{Group, free_port};
use super::session::{Register, Session, prepare, store_in};
use crate::programs::desktop;

/// Opens the window on a screen of its own.
///
/// # Panics
/// When it cannot be opened.
pub async fn in_window(register: Register<'_>) -> Session {
    let folder = prepare(register);
    let (screen, display) = screen();
    let (port, native_port) = (free_port(), free_port());
    let mut driver = Group::start(
        Command::new("tauri-driver")
            .args(["--port", &port.to_string(), "--native-port", &native_port.to_string()])
            .env("DISPLAY", display)
            .env_remove("WAYLAND_DISPLAY")
            // Pictures through the driver hang when WebKit draws the older way; the program keeps what is set.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "0")
            .env_remove("WEBKIT_DISABLE_COMPOSITING_MODE")
            // Neither the settings nor the window position of the person who runs the test.
            .env("XDG_DATA_HOME", folder.path().join("data"))
            .env("XDG_CONFIG_HOME", folder.path().join("config"))
            .env("XDG_CACHE_HOME", folder.path().join("cache"))
            .stdout(Stdio::null())
            .stderr(Stdio::null()),
    );
    // tauri-driver answers before the driver behind it does.
    driver.wait_for_port(native_port);
    driver.wait_for_port(port);
    let wishes = wishes(&store_in(&folder).to_string_lossy());
    Session::start(folder, vec![driver, screen], port, wishes).await
}

/// An X server without a screen on a free number.
fn screen() -> (Group, String) {
    let mut server = Group::start(
        Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1360x860x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null()),
    );
    let output = server.leader.stdout.take().expect("the number is piped");
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number).expect("Xvfb says its number");
    (server, format!(":{}", number.trim()))
}

fn wishes(store: &str) -> Map<String, Value> {
    let mut wishes = Map::new();
    wishes.insert("browserName".to_owned(), json!("wry"));
    wishes.insert("tauri:options".to_owned(), json!({ "application": desktop(), "args": ["--store", store] }));
    wishes
}

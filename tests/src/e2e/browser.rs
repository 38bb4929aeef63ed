//! The interface in headless Chromium, against `duban serve`.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use serde_json::{Map, Value, json};

use super::process::{Group, free_port};
use super::session::{Register, Session, prepare, store_in};
use crate::programs::duban;

/// Starts a server and a browser of its own and opens the interface.
///
/// # Panics
/// When one of them cannot be started.
pub async fn in_browser(register: Register<'_>) -> Session {
    let folder = prepare(register);
    let (server, address) = serve(&store_in(&folder));
    let port = free_port();
    let mut driver = Group::start(
        Command::new("chromedriver").arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null()),
    );
    driver.wait_for_port(port);
    let profile = folder.path().join("profile");
    let session = Session::start(folder, vec![driver, server], port, wishes(&profile.to_string_lossy())).await;
    session.person.open(&address).await;
    session.keeping_complaints()
}

/// Starts `duban serve` and reads the address it prints.
fn serve(store: &std::path::Path) -> (Group, String) {
    let mut server = Group::start(
        Command::new(duban()).arg("serve").arg("--store").arg(store).stdout(Stdio::piped()).stderr(Stdio::inherit()),
    );
    let output = server.leader.stdout.take().expect("the server's output is piped");
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let address = lines
        .find_map(|line| line.find("http://127.0.0.1:").map(|start| line[start..].trim().to_owned()))
        .expect("the server prints its address");
    // A server that finds its output closed would end.
    std::thread::spawn(move || lines.for_each(drop));
    (server, address)
}

fn wishes(profile: &str) -> Map<String, Value> {
    let mut words: Vec<String> = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1360,860",
        "--lang=zh-CN",
    ]
    .map(str::to_owned)
    .to_vec();
    words.push(format!("--user-data-dir={profile}"));
    let mut wishes = Map::new();
    wishes.insert("goog:chromeOptions".to_owned(), json!({ "args": words }));
    wishes.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
    wishes
}

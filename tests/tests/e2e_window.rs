//! The real window, driven through tauri-driver and WebKitWebDriver on a screen nobody sees.

use acceptance::e2e::{Register, in_window};

acceptance::scenarios!(in_window);

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn the_page_may_do_no_more_than_it_needs() {
    let session = in_window(Register::Empty).await;
    let invoke = |command: &str, args: &str| format!("window.__TAURI_INTERNALS__.invoke('{command}', {args})");
    let unpicked = "{ name: 'import', asOf: null, args: { sources: [{ path: '/etc/passwd' }], rehearse: true } }";
    let refused = session.person.asks_page(&invoke("call", unpicked)).await;
    assert_eq!(refused["why"]["code"], "path_not_allowed", "a path nobody picked: {refused}");
    for (command, args) in [
        ("plugin:dialog|open", "{ options: {} }"),
        ("plugin:window|close", "{ label: 'main' }"),
        ("plugin:event|emit", "{ event: 'revision', payload: 1 }"),
        ("plugin:path|resolve_directory", "{ directory: 1 }"),
        ("plugin:window-state|restore_state", "{ label: 'main', flags: 0 }"),
    ] {
        let answer = session.person.asks_page(&invoke(command, args)).await;
        let why = answer["rejected"].as_str().unwrap_or_default();
        assert!(why.contains("not allowed"), "{command}: {answer}");
    }
    session.close().await;
}

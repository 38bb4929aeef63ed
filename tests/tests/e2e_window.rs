//! The real window, driven through tauri-driver and WebKitWebDriver on a screen nobody sees.

use acceptance::e2e::{Register, in_window, scenes};
use acceptance::programs::seed;

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn the_first_start_offers_the_sample() {
    let session = in_window(Register::Empty).await;
    scenes::the_first_start_offers_the_sample(&session.person).await;
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn from_a_figure_to_the_list_to_the_source() {
    let session = in_window(Register::Sample).await;
    scenes::a_figure_opens_the_list_behind_it(&session.person).await;
    scenes::a_task_shows_its_source(&session.person).await;
    scenes::the_source_opens_the_whole_notice(&session.person).await;
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn departments_search_and_dark_mode() {
    let session = in_window(Register::Sample).await;
    scenes::a_department_has_its_own_page(&session.person).await;
    scenes::a_search_finds_and_opens(&session.person, "采购").await;
    scenes::dark_mode_is_dark(&session.person).await;
    scenes::the_content_policy_holds(&session.person).await;
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn the_text_of_a_notice_is_never_markup() {
    let folder = tempfile::tempdir().unwrap();
    let hostile = scenes::hostile_document(folder.path());
    let session = in_window(Register::Documents(&[&hostile])).await;
    scenes::text_is_never_markup(&session.person).await;
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn a_write_of_the_command_line_appears() {
    let folder = tempfile::tempdir().unwrap();
    let first = scenes::hostile_document(folder.path());
    let session = in_window(Register::Documents(&[&first])).await;
    scenes::a_write_of_others_appears(&session.person, &session.store, &seed("001")).await;
    session.close().await;
}

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

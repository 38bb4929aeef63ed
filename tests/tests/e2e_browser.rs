//! The interface in headless Chromium against `duban serve`.

use acceptance::e2e::{Register, in_browser, scenes};
use acceptance::programs::seed;

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn the_first_start_offers_the_sample() {
    let session = in_browser(Register::Empty).await;
    scenes::the_first_start_offers_the_sample(&session.person).await;
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn from_a_figure_to_the_list_to_the_source() {
    let session = in_browser(Register::Sample).await;
    scenes::a_figure_opens_the_list_behind_it(&session.person).await;
    scenes::a_task_shows_its_source(&session.person).await;
    scenes::the_source_opens_the_whole_notice(&session.person).await;
    assert_eq!(session.person.complaints().await, Vec::<String>::new(), "the page keeps its own content policy");
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn departments_search_and_dark_mode() {
    let session = in_browser(Register::Sample).await;
    scenes::a_department_has_its_own_page(&session.person).await;
    scenes::a_search_finds_and_opens(&session.person, "采购").await;
    scenes::dark_mode_is_dark(&session.person).await;
    assert_eq!(session.person.complaints().await, Vec::<String>::new(), "the page keeps its own content policy");
    scenes::the_content_policy_holds(&session.person).await;
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn a_chosen_file_is_imported() {
    let session = in_browser(Register::Empty).await;
    let person = &session.person;
    person.sees("welcome").await;
    person.keeps_dialogs_shut().await;
    person.clicks("import-button").await;
    person.hands_over("file-input", &seed("003")).await;
    person.sees("import-summary").await;
    assert!(person.reads_number("import-measures").await > 100, "the summary says what was read");
    person.clicks("import-review").await;
    person.sees("notice-row").await;
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn the_text_of_a_notice_is_never_markup() {
    let folder = tempfile::tempdir().unwrap();
    let hostile = scenes::hostile_document(folder.path());
    let session = in_browser(Register::Documents(&[&hostile])).await;
    scenes::text_is_never_markup(&session.person).await;
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn a_write_of_the_command_line_appears() {
    let folder = tempfile::tempdir().unwrap();
    let first = scenes::hostile_document(folder.path());
    let session = in_browser(Register::Documents(&[&first])).await;
    scenes::a_write_of_others_appears(&session.person, &session.store, &seed("001")).await;
    session.close().await;
}

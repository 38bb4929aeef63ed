//! The interface in headless Chromium against `duban serve`.

use acceptance::e2e::{Register, in_browser};
use acceptance::programs::seed;

acceptance::scenarios!(in_browser);

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

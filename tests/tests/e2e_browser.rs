//! The interface in headless Chromium against `duban serve`.

use std::time::Duration;

use acceptance::e2e::{Register, in_browser, steps};
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
    person.sees("review-row").await;
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn an_import_is_reviewed_left_in_the_middle_finished_and_taken_back() {
    let folder = steps::folder();
    let plan = folder.path().join("方案.txt");
    std::fs::write(&plan, acceptance::desk::REVIEWED).expect("the document can be written");
    let session = in_browser(Register::Empty).await;
    let person = &session.person;
    person.sees("welcome").await;
    person.keeps_dialogs_shut().await;
    person.clicks("import-button").await;
    person.hands_over("file-input", &plan).await;
    assert_eq!(person.reads_number("import-measures").await, 5);
    person.clicks("import-review").await;

    // A time that is written so twice, put right in both; what is only said in passing, dropped.
    person.clicks_words("review-row", "降低成本").await;
    person.types_over("review-due", "2026年8月31日").await;
    // Enter accepted it and went on.
    person.clicks_words("review-row", "降低成本").await;
    person.clicks("review-alike-deadline").await;
    // The next doubtful one is open then.
    person.clicks("review-accept").await;
    person.clicks("review-drop").await;
    person.clicks_words("review-reason", "一般性要求").await;
    person.sees("review-dropped").await;
    tokio::time::sleep(Duration::from_millis(600)).await;

    person.finds_out("location.reload()").await;
    person.sees_words("review-row", "不列为事项").await;
    person.clicks("review-rest").await;
    assert_eq!(person.reads_number("review-tasks").await, 4);
    assert_eq!(person.reads_number("review-corrected").await, 2, "the one corrected and the one written alike");
    assert_eq!(person.reads_number("review-dropped-count").await, 1);
    person.clicks("review-finish").await;
    person.sees_words("toast", "新增 4 项").await;
    person.sees("task-row").await;
    person.clicks("toast-action").await;
    person.sees_words("toast", "已撤销").await;

    person.clicks("nav-notices").await;
    person.clicks("to-review").await;
    person.sees("review-begun").await;
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn axe_finds_no_fault_on_any_page_in_either_theme() {
    let axe = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js"));
    let axe = axe.expect("the packages of the interface are installed");
    let session = in_browser(Register::Sample).await;
    let person = &session.person;
    person.sees("figure-all").await;
    let faults = async |place: &str| {
        // It counts colours as they are painted, so what moves must have come to rest.
        tokio::time::sleep(Duration::from_millis(600)).await;
        person.finds_out(&axe).await;
        let found = person
            .asks_page(
                "axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))",
            )
            .await;
        assert_eq!(found, serde_json::json!([]), "{place}");
    };
    for theme in ["light", "dark"] {
        person.finds_out(&format!("localStorage.setItem('duban.theme', '{theme}'); location.reload()")).await;
        for page in ["overview", "units", "overdue", "ledger", "notices", "journal", "backups", "settings"] {
            person.clicks(&format!("nav-{page}")).await;
            person.sees(&format!("page-{page}")).await;
            faults(&format!("{page}, {theme}")).await;
        }
        person.clicks("nav-ledger").await;
        person.clicks("task-row").await;
        person.sees("task-text").await;
        faults(&format!("a task, {theme}")).await;
        person.clicks("open-reader").await;
        person.sees("page-reader").await;
        faults(&format!("a notice, {theme}")).await;
        person.clicks("nav-units").await;
        person.clicks_at("[data-testid=\"unit-row\"] a").await;
        person.sees("page-unit").await;
        faults(&format!("a unit, {theme}")).await;
        person.clicks("help-button").await;
        person.sees("help").await;
        faults(&format!("help, {theme}")).await;
    }
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn the_history_takes_back_the_latest_and_says_why_it_does_not_take_back_what_others_stand_on() {
    let folder = steps::folder();
    let plan = steps::plan_document(folder.path());
    let session = in_browser(Register::Documents(&[&plan])).await;
    let person = &session.person;
    let [_, _] = acceptance::facts::done_today(&session.store, &[("租金", acceptance::facts::Deed::Completed)]);
    person.clicks("nav-journal").await;
    person.sees_words("journal-entry", "办理").await;
    let undo_of = |label: &str| {
        format!("//tr[@data-testid='journal-entry'][contains(., '{label}')]//button[@data-testid='journal-undo']")
    };
    let agree = ".el-message-box__btns .el-button--primary";
    person.clicks_where(&undo_of("导入文件")).await;
    person.clicks_at(agree).await;
    assert!(person.reads("journal-refusal").await.contains("办理"), "the refusal names what stands on it");
    person.clicks_where(&undo_of("办理")).await;
    person.clicks_at(agree).await;
    person.sees_words("toast", "已撤销").await;
    person.sees_words("journal-entry", "已撤销").await;
    session.close().await;
}

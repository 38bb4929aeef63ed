//! What is done with tasks, in headless Chromium against `duban serve`: moved, extended, entered by hand, reported on.

use acceptance::e2e::{Person, Register, Session, in_browser, steps};

/// A register of three tasks in an office that takes no optional step, open at its ledger.
async fn at_the_ledger() -> (Session, tempfile::TempDir) {
    let folder = steps::folder();
    let plan = steps::plan_document(folder.path());
    let session = in_browser(Register::Documents(&[&plan])).await;
    session.person.clicks("nav-ledger").await;
    session.person.sees("task-row").await;
    (session, folder)
}

/// Writes into a box of several lines.
async fn writes(person: &Person, mark: &str, words: &str) {
    person.types_into(&format!("textarea[data-testid=\"{mark}\"]"), words).await;
}

/// Opens the task with these words and says that it is done.
async fn completes(person: &Person, words: &str) {
    person.clicks_words("task-row", words).await;
    person.clicks("move-complete").await;
    person.clicks("life-agreed").await;
    person.sees_words("toast", "已办结").await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn a_task_is_closed_sent_back_with_a_reason_and_the_return_taken_back() {
    let (session, _folder) = at_the_ledger().await;
    let person = &session.person;
    completes(person, "降低企业成本").await;
    person.sees_words("task-fact", "办理中 → 已办结").await;

    person.clicks("move-more").await;
    person.clicks("move-send_back").await;
    person.clicks("life-agreed").await;
    assert!(
        person.reads("fault-life-reason").await.contains("原因"),
        "a return without a reason is refused at its field"
    );
    person.clicks_words("life-reason-usual", "佐证材料不足").await;
    person.clicks("life-agreed").await;
    person.sees_words("toast", "已退回").await;
    person.sees_words("task-fact", "佐证材料不足").await;

    person.clicks("toast-action").await;
    person.sees_words("toast", "已撤销“退回”").await;
    assert!(person.reads_all_of("task-row", "降低企业成本").await.contains("已办结"));
    session.nothing_was_complained_of().await;
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn many_tasks_are_moved_at_once_those_that_refuse_told_before_and_taken_back_as_one() {
    let (session, _folder) = at_the_ledger().await;
    let person = &session.person;
    completes(person, "降低企业成本").await;
    person.clicks("task-close").await;
    person.sees_no_more("task-drawer").await;

    person.clicks("tick").await;
    person.clicks("batch-all").await;
    let all = person.reads_number("batch-count").await;
    person.clicks("move-complete").await;
    person.clicks("life-agreed").await;
    assert!(person.reads("life-refused").await.contains("已办结"), "one of them is done already");
    person.clicks("life-go-on").await;
    person.sees_words("toast", "1 项没有办").await;
    let told = person.reads_all_of("toast", "1 项没有办").await;
    assert!(told.contains(&format!("{} 项", all - 1)), "{told}");
    person.sees_no_more("batch-bar").await;

    person.clicks("toast-action").await;
    person.sees_words("toast", "已撤销“办结”").await;
    assert!(person.reads_all_of("task-row", "材料").await.contains("办理中"));
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn a_task_gets_more_time_and_its_first_deadline_stays_in_sight() {
    let (session, _folder) = at_the_ledger().await;
    let person = &session.person;
    person.clicks_words("task-row", "材料").await;
    person.clicks("move-extend").await;
    person.sees("life-agreed").await;
    person.types("life-due", "2022年2月1日").await;
    writes(person, "life-reason", "资金未到").await;
    person.clicks("life-agreed").await;
    assert!(person.reads("life-refused").await.contains("早于事项开始"));
    person.clicks("life-cancel").await;
    person.clicks("move-extend").await;
    person.types("life-due", "2099年6月30日").await;
    writes(person, "life-reason", "资金未到").await;
    person.types("life-day", "2099-01-01").await;
    person.clicks("life-agreed").await;
    assert!(person.reads("fault-life-day").await.contains("还没有到"), "the core refuses it at its field");
    person.types_over("life-day", "").await;
    person.clicks("life-agreed").await;
    person.sees_words("toast", "已延期到2099年6月30日").await;
    assert!(person.reads("task-original-due").await.contains("原时限 2022年6月30日，已延期 1 次"));
    person.sees_words("task-fact", "资金未到").await;
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn an_instruction_is_entered_by_hand_refused_at_its_field_and_put_right() {
    let (session, _folder) = at_the_ledger().await;
    let person = &session.person;
    let before = person.reads_number("ledger-total").await;
    person.clicks("new-task").await;
    writes(person, "task-origin-words", "请抓紧研究。").await;
    person.types("task-person", "李明").await;
    person.types("task-origin-day", "2099年1月2日").await;
    writes(person, "task-form-text", "完成东河清淤").await;
    person.types("task-form-due", "2099.6.30").await;
    person.clicks("task-form-save").await;
    assert!(person.reads("fault-task-origin-day").await.contains("2099-01-02 还没有到"), "the core refuses it there");
    person.types_over("task-origin-day", "2022-03-05").await;
    person.clicks("task-form-save").await;
    person.sees_words("toast", "已登记").await;

    assert_eq!(person.reads("task-text").await, "完成东河清淤");
    assert!(person.reads("task-drawer").await.contains("领导批示（李明，2022-03-05）"));
    assert_eq!(person.reads_number("ledger-total").await, before + 1);
    assert!(person.reads_all_of("task-row", "东河清淤").await.contains("2099-06-30"));

    person.clicks("edit-task").await;
    person.types("task-title", "东河").await;
    person.clicks("task-form-save").await;
    person.sees_words("toast", "已修改").await;
    person.sees_words("task-row", "东河").await;
    person.clicks("toast-action").await;
    person.sees_words("toast", "已撤销").await;
    session.close().await;
}

#[tokio::test]
#[ignore = "needs drivers and a built interface: cargo xtask test"]
async fn progress_is_recorded_with_evidence_and_put_right_by_a_later_entry() {
    let (session, folder) = at_the_ledger().await;
    let person = &session.person;
    let photograph = steps::written(folder.path(), "照片.jpg", b"\xff\xd8picture");
    person.clicks_words("task-row", "材料").await;
    person.clicks("add-progress").await;
    writes(person, "progress-words", "正在有序推进").await;
    person.types("progress-share", "60%").await;
    person.keeps_dialogs_shut().await;
    person.clicks("progress-evidence").await;
    person.hands_over("file-input", &photograph).await;
    person.sees_words("progress-form", "照片.jpg").await;
    person.types("progress-day", "2022-02-01").await;
    person.clicks("progress-save").await;
    assert!(person.reads("fault-progress-day").await.contains("早于事项开始"), "the core refuses it at its field");
    person.types_over("progress-day", "").await;
    person.sees_words("toast", "已登记进展").await;
    let entry = person.reads_all_of("progress-entry", "正在有序推进").await;
    assert!(entry.contains("完成 60%") && entry.contains("照片.jpg"), "{entry}");
    person.sees_words("hint", "没有写数量").await;

    person.clicks_where("//li[@data-testid='progress-entry']//button[text()[contains(., '更正')]]").await;
    writes(person, "progress-words", "：已公布清单12项").await;
    person.clicks("progress-save").await;
    person.sees_words("progress-entry", "已公布清单12项").await;
    assert!(person.reads_all_of("progress-entry", "后来已更正").await.contains("正在有序推进"), "the first one stays");
    assert_eq!(person.counts("progress-entry").await, 2);
    session.close().await;
}

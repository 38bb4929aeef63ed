//! Steps written once and run in both fronts.

use super::Person;
use crate::facts::{Deed, done_today, misread_by_an_older_reader};

/// The first start on an empty register offers the sample; one click fills the window.
///
/// # Panics
/// When it does not.
pub async fn the_first_start_offers_the_sample(person: &Person) {
    person.clicks("load-sample").await;
    person.sees("figure-overdue").await;
    let all = person.reads_number("figure-all").await;
    assert!(all > 1000, "the sample holds thousands of measures, not {all}");
    let day = person.reads("as-of-shown").await;
    assert!(day.contains("2022"), "the sample opens on a day in its own life, not on {day}");
}

/// A figure opens the list behind it, and the list is as long as the figure says.
///
/// # Panics
/// When it does not.
pub async fn a_figure_opens_the_list_behind_it(person: &Person) {
    let overdue = person.reads_number("figure-overdue").await;
    assert!(overdue > 0, "the sample has something overdue on its day");
    person.clicks("figure-overdue").await;
    person.sees("page-ledger").await;
    person.sees("task-row").await;
    assert_eq!(person.reads_number("ledger-total").await, overdue);
}

/// A task opens beside the list, with the words of the notice it came from.
///
/// # Panics
/// When it does not.
pub async fn a_task_shows_its_source(person: &Person) {
    person.clicks("task-row").await;
    let text = person.reads("task-text").await;
    let source = person.reads("task-source").await;
    let beginning: String = text.chars().take(6).collect();
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    assert!(plain(&source).contains(&plain(&beginning)), "“{beginning}” is in its source:\n{source}");
}

/// From a task's source to the whole notice, the reader open at its place.
///
/// # Panics
/// When the reader shows no text.
pub async fn the_source_opens_the_whole_notice(person: &Person) {
    person.clicks("open-reader").await;
    person.sees("page-reader").await;
    assert!(person.reads("reader-text").await.chars().count() > 100, "the text of the notice is shown");
    assert!(person.counts("measure").await > 0, "its measures are listed beside it");
}

/// A department has a page of its own with what it leads.
///
/// # Panics
/// When it has not.
pub async fn a_department_has_its_own_page(person: &Person) {
    person.clicks("nav-units").await;
    person.sees("page-units").await;
    person.clicks_at("[data-testid=\"unit-row\"] a").await;
    person.sees("page-unit").await;
    assert!(!person.reads("unit-name").await.is_empty());
    person.sees("task-row").await;
}

/// Two characters are enough to search, and a hit opens what it found.
///
/// # Panics
/// When nothing is found or nothing opens.
pub async fn a_search_finds_and_opens(person: &Person, words: &str) {
    person.types("search-input", words).await;
    let hit = person.sees_words("search-hit", words).await;
    hit.click().await.expect("a hit can be clicked");
    person.sees_either(&["task-drawer", "page-reader"]).await;
}

/// One button leads from light to dark, and the page is really dark then.
///
/// # Panics
/// When it is not.
pub async fn dark_mode_is_dark(person: &Person) {
    const BRIGHTNESS: &str = "return getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).slice(0, 3)
        .reduce((sum, part) => sum + Number(part), 0)";
    let is_dark = "return document.documentElement.classList.contains('dark')";
    let mut brightness = [0.0; 2];
    for wanted in [false, true] {
        let mut clicks = 0;
        while person.finds_out(is_dark).await != wanted || clicks == 0 {
            person.clicks("theme-button").await;
            clicks += 1;
            assert!(clicks < 5, "the button leads through all themes");
        }
        brightness[usize::from(wanted)] = person.finds_out(BRIGHTNESS).await.as_f64().unwrap_or_default();
    }
    assert!(brightness[0] > 600.0 && brightness[1] < 200.0, "light and dark paper: {brightness:?}");
}

/// What a notice says is shown as its characters, whatever it says.
///
/// # Panics
/// When it is taken for markup.
pub async fn text_is_never_markup(person: &Person) {
    person.clicks("nav-notices").await;
    person.clicks_at("[data-testid=\"notice-row\"] a").await;
    let text = person.reads("reader-text").await;
    assert!(text.contains("<script>") && text.contains("<img src=x onerror="), "shown as characters:\n{text}");
    let injected =
        person.finds_out("return [window.injected, document.querySelectorAll('img[src=\"x\"]').length]").await;
    assert_eq!(injected, serde_json::json!([null, 0]), "nothing of it ran or was built");
}

/// A write by the command line appears in the open window without a click.
///
/// # Panics
/// When it does not.
pub async fn a_write_of_others_appears(person: &Person, store: &std::path::Path, file: &std::path::Path) {
    let before = person.reads_number("figure-all").await;
    crate::programs::run_duban(store, &["import", "--yes", file.to_str().expect("a plain path")]);
    let started = std::time::Instant::now();
    while person.reads_number("figure-all").await <= before {
        assert!(started.elapsed().as_secs() < 20, "the figure stays at {before}");
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
}

/// Looking back: what is done today is open as of yesterday, and before issue there is nothing; nothing is changed from
/// there, and one click leads back.
///
/// # Panics
/// When it is otherwise.
pub async fn a_past_day_is_shown_as_it_stood(person: &Person, store: &std::path::Path) {
    let [yesterday, today] = done_today(store, &[("租金", Deed::Completed), ("材料", Deed::Extended("2099-06-30"))]);
    let figures = async || [person.reads_number("figure-done").await, person.reads_number("figure-overdue").await];
    person.sees("figure-done").await;
    let started = std::time::Instant::now();
    while figures().await != [1, 0] {
        assert!(started.elapsed().as_secs() < 20, "what was done appears");
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    person.types_over("as-of", &yesterday).await;
    assert!(person.reads("past-banner").await.contains("只能查看"));
    assert_eq!(figures().await, [0, 2], "as of {yesterday}");
    person.clicks("figure-overdue").await;
    assert_eq!(person.reads_number("ledger-total").await, 2);
    assert!(person.reads_all_of("task-row", "降低企业成本").await.contains("办理中"));
    assert!(person.reads_all_of("task-row", "材料").await.contains("2022-06-30"));
    person.finds_out("location.hash = '#/units/' + encodeURIComponent('市国资委')").await;
    person.sees("page-unit").await;
    assert!(person.reads_all_of("task-row", "降低企业成本").await.contains("办理中"));
    person.clicks("import-button").await;
    assert!(person.reads("toast").await.contains("没有作任何改动"));
    person.clicks("nav-ledger").await;
    person.types_over("as-of", "2022-02-28").await;
    assert!(person.reads("empty").await.contains("这一天还没有督办事项"));
    person.clicks("past-banner-return").await;
    person.sees_no_more("past-banner").await;
    assert!(person.reads_all_of("task-row", "降低企业成本").await.contains("已办结"), "{today}");
}

/// A lead that was misread is put right where the measure stands, by one of the co-units; the form opens in sight.
///
/// # Panics
/// When it is otherwise.
pub async fn a_misreading_is_corrected(person: &Person, store: &std::path::Path) {
    misread_by_an_older_reader(store, "市监管局");
    person.clicks("nav-notices").await;
    person.clicks_at("[data-testid=\"notice-row\"] a").await;
    person.clicks_words("measure", "压缩时间").await;
    person.clicks("correct").await;
    person.sees("correct-save").await;
    let in_sight =
        "const { top, bottom } = document.querySelector('[data-testid=\"correct-save\"]').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight";
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(person.finds_out(in_sight).await, true, "the form is in sight as a whole");
    // The field of the box shows only while somebody is in it.
    person.clicks("correct-leads").await;
    person.types("correct-leads", "\u{e003}市财政局\u{e007}\u{e004}").await;
    person.clicks("correct-save").await;
    let told = person.sees_words("toast", "改为牵头").await.text().await.expect("it has a text");
    assert!(told.contains("已更正牵头单位、配合单位") && told.contains("“市财政局”改为牵头"), "{told}");
    person.sees_words("read-as", "市监管局").await;
}

/// A doubt that is none is said to be none, and stays in sight as such.
///
/// # Panics
/// When it does not.
pub async fn a_doubt_is_judged(person: &Person) {
    person.clicks_words("measure", "降低费用").await;
    person.clicks("doubt-dismiss").await;
    person.sees_words("toast", "已记下").await;
    person.sees_words("doubt", "原读无误").await;
}

/// The file is read again: what would change is shown and taken over, and the correction stays.
///
/// # Panics
/// When it is otherwise.
pub async fn a_file_is_read_again(person: &Person) {
    person.clicks("open-reread").await;
    let change = person.sees_words("reread-measure", "市市场监管局").await.text().await.expect("it has a text");
    assert!(change.contains("保留更正"), "{change}");
    person.clicks("reread-agreed").await;
    person.sees_words("toast", "已采用新的识读").await;
    person.sees_words("read-as", "市市场监管局").await;
    person.sees_words("measure", "牵头市财政局").await;
}

/// One click takes the new reading back.
///
/// # Panics
/// When it does not.
pub async fn the_reading_is_taken_back(person: &Person) {
    person.clicks("toast-action").await;
    person.sees_words("toast", "已撤销").await;
    person.sees_words("read-as", "市监管局").await;
}

/// Lays something else in the place of the register, before [`a_lost_register_is_restored`].
///
/// # Panics
/// When the file cannot be written.
pub fn lose_the_register(store: &std::path::Path) {
    std::fs::write(store.join(REGISTER), "别的文字。".repeat(2000)).expect("the file can be written");
}

const REGISTER: &str = "duban.sqlite3";

/// A register that cannot be opened is told, with its folder and its backups; the newest is put back after it was said what
/// it holds, and work goes on in the same window.
///
/// # Panics
/// When it is otherwise.
pub async fn a_lost_register_is_restored(person: &Person, store: &std::path::Path) {
    let told = person.reads("closed-sentence").await;
    assert!(told.contains(REGISTER) && told.contains("不是数据库"), "{told}");
    assert_eq!(person.reads("closed-folder").await, store.display().to_string());
    assert_eq!(person.counts("backup").await, 1);
    person.clicks("restore-newest").await;
    person.sees_words("restore-sentence", "会找回：文件 1 份").await;
    let lost = std::fs::read(store.join(REGISTER)).expect("what was laid there is there");
    assert!(lost.starts_with("别的文字".as_bytes()), "nothing is replaced before the person agrees");
    person.clicks("restore-agreed").await;
    person.sees_words("toast", "已恢复").await;
    assert!(person.reads_number("figure-all").await > 0);
    person.clicks("nav-backups").await;
    person.clicks("back-up").await;
    person.sees_words("toast", "已备份").await;
}

/// A register that is moved away under the window closes the page at the next click, and is there again when it is moved
/// back.
///
/// # Panics
/// When it is otherwise.
pub async fn a_register_moved_away_is_told_until_it_is_back(person: &Person, store: &std::path::Path) {
    let aside = store.with_extension("aside");
    std::fs::rename(store, &aside).expect("it can be moved");
    person.clicks("nav-units").await;
    assert!(person.reads("closed-sentence").await.contains("没有台账"));
    person.clicks("closed-retry").await;
    person.sees_words("closed-register", "仍然打不开").await;
    assert!(!store.exists(), "no other is made in its place");
    std::fs::rename(&aside, store).expect("it can be moved back");
    person.clicks("closed-retry").await;
    person.sees("page-units").await;
    person.sees("unit-row").await;
}

/// The content policy holds: no code in the page's text, no style in it.
///
/// # Panics
/// When it does not.
pub async fn the_content_policy_holds(person: &Person) {
    let policy = "
        const found = {};
        const script = document.createElement('script');
        script.textContent = 'window.probed = true';
        document.body.append(script);
        script.remove();
        found.code = window.probed === true;
        document.body.insertAdjacentHTML('beforeend', '<p id=\"probe\" style=\"color: rgb(1, 2, 3)\">x</p>');
        const probe = document.getElementById('probe');
        found.style = getComputedStyle(probe).color === 'rgb(1, 2, 3)';
        probe.remove();
        return found;";
    let found = person.finds_out(policy).await;
    assert_eq!(found, serde_json::json!({ "code": false, "style": false }));
}

/// A folder for the documents of one scenario, gone when dropped.
///
/// # Panics
/// When none can be made.
#[must_use]
pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the documents")
}

/// Writes a file into a folder.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn written(folder: &std::path::Path, name: &str, content: impl AsRef<[u8]>) -> std::path::PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, content).expect("the folder can be written to");
    path
}

/// Writes the plan of three tasks ([`crate::desk::PLAN`]) into a folder.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn plan_document(folder: &std::path::Path) -> std::path::PathBuf {
    written(folder, "方案.txt", crate::desk::PLAN)
}

/// A document that tries to be markup, to be imported before [`text_is_never_markup`].
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn hostile_document(folder: &std::path::Path) -> std::path::PathBuf {
    let text = "关于印发《某市信息安全工作方案》的通知\n\n一、主要任务\n\
        1．开展排查<script>window.injected = 1</script>，由市教育局牵头，2022年6月底前完成。\n\
        2．清理图片<img src=x onerror=\"window.injected = 2\">，由市公安局牵头，2022年12月底前完成。\n";
    written(folder, "通知.txt", text)
}

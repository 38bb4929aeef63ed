//! Versions through the commands, on a register in memory.

use base64::Engine as _;
use serde_json::{Value, json};

use crate::testing::Office;
use crate::wire::{
    Comparison, ImportReport, JournalEntry, ProgressPage, RetireReport, TaskDetail, TaskInNewerVersion, TaskPage,
    VersionKindCode, Versions,
};

const DRAFT: &str = "滨江市城市更新行动方案（征求意见稿）
为推进城市更新，制定本方案。
一、重点任务
（一）编制更新规划。完成全市更新片区调查，编制专项规划。（市规划和自然资源局牵头，市建委配合，2023年6月底前完成）
（二）改造老旧小区。完成老旧小区改造150个。（市建委牵头，市财政局、市民政局配合，2023年12月底前完成）
（三）完善停车设施。新增公共停车泊位5000个。（市城管局牵头，2023年12月底前完成）
（四）打造示范街区。每个区打造示范街区1处。（各区政府负责，2023年12月底前完成）
滨江市住房和城乡建设委员会
2023年2月1日
";

const FINAL: &str = "滨江市城市更新行动方案
为推进城市更新，制定本方案。
一、重点任务
（一）编制更新规划。完成全市更新片区调查，编制专项规划。（市规划和自然资源局牵头，市建委配合，2023年9月底前完成）
（二）改造老旧小区。完成老旧小区改造180个，加装电梯100台。（市建委牵头，市财政局、市民政局配合，2023年12月底前完成）
（三）完善停车设施。新增公共停车泊位5000个。（市交通运输局牵头，市城管局配合，2023年12月底前完成）
（四）建立投融资机制。设立城市更新基金，引导社会资本参与。（市财政局牵头，2023年12月底前完成）
滨江市人民政府
2023年4月1日
";

fn import(office: &mut Office, name: &str, text: &str) -> ImportReport {
    let base64 = base64::engine::general_purpose::STANDARD.encode(text);
    let sources = json!([{ "content": { "name": name, "base64": base64 } }]);
    office.ask("import", json!({ "sources": sources, "confirm": true }))
}

fn pair(older: &str, newer: &str) -> Value {
    json!({ "older": older, "newer": newer })
}

/// The draft, then the text that became of it: the link, and the ids of both.
fn office() -> (Office, ImportReport, String, String) {
    let mut office = Office::new();
    let draft = import(&mut office, "征求意见稿.txt", DRAFT).files[0].notices[0].clone();
    let report = import(&mut office, "定稿.txt", FINAL);
    let newer = report.files[0].notices[0].clone();
    (office, report, draft, newer)
}

#[test]
fn an_import_says_which_known_notice_it_follows_and_what_changed() {
    let (_, report, draft, newer) = office();
    let [met] = &report.files[0].versions[..] else { panic!("one version: {report:?}") };
    assert_eq!((&met.known, &met.notice, met.is_newer), (&draft, &newer, true));
    assert_eq!(met.kind, VersionKindCode::Draft);
    let counts = met.counts;
    assert_eq!((counts.same, counts.changed, counts.added, counts.dropped), (0, 3, 1, 1), "{counts:?}");
    assert_eq!((counts.wording, counts.units, counts.deadline), (1, 1, 1), "{counts:?}");
}

/// Tasks of a notice, each as the beginning of its title with its status.
fn standing(office: &mut Office, notice: &str) -> Vec<(String, &'static str)> {
    let page: TaskPage = office.ask("list_tasks", json!({ "notice": notice, "sort": "notice" }));
    page.rows.into_iter().map(|row| (row.title.unwrap_or_default(), row.status.0.code())).collect()
}

#[test]
fn a_retired_version_gives_way_to_the_newer_one_as_one_operation_with_what_was_reported() {
    let (mut office, _, draft, newer) = office();
    let of = |office: &mut Office, notice: &str, at: usize| {
        office.ask::<TaskPage>("list_tasks", json!({ "notice": notice, "sort": "notice" })).rows.remove(at).id
    };
    let (housing, parking) = (of(&mut office, &draft, 1), of(&mut office, &draft, 2));
    let _: Value = office.ask("move_tasks", json!({ "tasks": [parking], "move": "complete" }));
    let _: Value = office.ask("add_progress", json!({ "task": housing, "words": "已改造60个小区", "share": 40 }));

    let chain: Versions = office.ask("list_versions", json!({ "notice": newer }));
    assert_eq!(chain.links[0].to_retire, 3, "what is done gives way to nothing");
    let request =
        |rehearse: bool| json!({ "older": draft, "newer": newer, "carry_progress": true, "rehearse": rehearse });
    let told: RetireReport = office.ask("retire_version", request(true));
    assert_eq!((told.retired, told.followed, told.left, told.progress), (3, 2, 0, 1));
    assert_eq!(standing(&mut office, &draft)[1].1, "in_progress", "a rehearsal keeps nothing");
    assert_eq!(office.ask::<RetireReport>("retire_version", request(false)), told);

    let states: Vec<_> = standing(&mut office, &draft).into_iter().map(|(_, status)| status).collect();
    assert_eq!(states, ["superseded", "superseded", "completed", "superseded"]);
    let successor = of(&mut office, &newer, 1);
    let detail: TaskDetail = office.ask("get_task", json!({ "id": housing }));
    assert_eq!(detail.life.related[0].task, successor, "kept, and linked with the one that corresponds");
    let carried: ProgressPage = office.ask("list_progress", json!({ "task": successor }));
    assert_eq!((carried.entries[0].words.as_str(), carried.entries[0].task.as_str()), ("已改造60个小区", &*housing));
    let wrong = json!({ "task": successor, "words": "70个", "replaces": carried.entries[0].id });
    assert!(office.try_ask("add_progress", wrong).is_err(), "it is put right where it was reported");

    let undone: JournalEntry = office.ask("undo", json!({}));
    assert!(undone.summary.contains("3 条事项，其中 2 条有对应的新事项，沿用原有进展"), "{}", undone.summary);
    assert_eq!(standing(&mut office, &draft)[1].1, "in_progress");
    assert_eq!(office.ask::<ProgressPage>("list_progress", json!({ "task": successor })).total, 0);
}

#[test]
fn only_what_has_a_newer_version_in_force_is_retired() {
    let (mut office, _, draft, newer) = office();
    let mut refusal =
        |older: &str, newer: &str| office.try_ask("retire_version", pair(older, newer)).unwrap_err().to_string();
    assert!(refusal(&newer, &draft).contains("请先把两份文件设为前后版本"));
    let mut office = Office::new();
    let older = import(&mut office, "征求意见稿.txt", DRAFT).files[0].notices[0].clone();
    let base64 = base64::engine::general_purpose::STANDARD.encode(FINAL);
    let request = json!({ "sources": [{ "content": { "name": "定稿.txt", "base64": base64 } }] });
    let newer = office.ask::<ImportReport>("import", request).files[0].notices[0].clone();
    let error = office.try_ask("retire_version", pair(&older, &newer)).unwrap_err().to_string();
    assert!(error.contains("还没有确认"), "{error}");
}

#[test]
fn a_draft_that_comes_late_is_still_the_older_one() {
    let mut office = Office::new();
    let newer = import(&mut office, "定稿.txt", FINAL).files[0].notices[0].clone();
    let report = import(&mut office, "征求意见稿.txt", DRAFT);
    let [met] = &report.files[0].versions[..] else { panic!("one version: {report:?}") };
    assert!(!met.is_newer);
    assert_eq!(met.known, newer);
    assert_eq!((met.counts.added, met.counts.dropped), (1, 1));
}

#[test]
fn a_comparison_shows_each_measure_beside_what_became_of_it() {
    let (mut office, _, draft, newer) = office();
    let comparison: Comparison = office.ask("compare_versions", pair(&draft, &newer));
    let told: Vec<(bool, bool, bool, bool, bool)> = (comparison.rows.iter())
        .map(|row| (row.older.is_some(), row.newer.is_some(), row.wording, row.units, row.deadline))
        .collect();
    let expected = [
        (true, true, false, false, true),
        (true, true, true, false, false),
        (true, true, false, true, false),
        (true, false, false, false, false),
        (false, true, false, false, false),
    ];
    assert_eq!(told, expected, "{comparison:?}");
    let marked = |measure: &crate::wire::ComparedMeasure| -> Vec<String> {
        measure.text.iter().filter(|run| run.marked).map(|run| run.text.clone()).collect()
    };
    let row = &comparison.rows[1];
    assert_eq!(marked(row.older.as_ref().unwrap()), ["5"]);
    assert_eq!(marked(row.newer.as_ref().unwrap()), ["8", "，加装电梯100台"]);
    assert!(row.older.as_ref().unwrap().task.is_some(), "the task of the older version stays");
}

#[test]
fn a_task_of_the_older_version_tells_what_the_newer_says() {
    let (mut office, _, draft, newer) = office();
    let comparison: Comparison = office.ask("compare_versions", pair(&draft, &newer));
    let mut told = |place: usize| -> Vec<TaskInNewerVersion> {
        let row = &comparison.rows[place];
        let task = row.older.as_ref().or(row.newer.as_ref()).and_then(|measure| measure.task.clone()).unwrap();
        office.ask("task_in_newer_versions", json!({ "id": task }))
    };
    let later = told(0);
    assert_eq!((later.len(), later[0].notice.id.as_str()), (1, newer.as_str()));
    assert!(later[0].row.deadline && !later[0].row.wording, "{later:?}");
    assert_eq!(later[0].row.newer.as_ref().unwrap().due.unwrap().to_string(), "2023-09-30");
    assert!(told(3)[0].row.newer.is_none(), "dropped");
    assert!(told(4).is_empty(), "a task of the newest version");
}

#[test]
fn a_link_is_taken_off_and_set_by_hand_and_undone() {
    let (mut office, _, draft, newer) = office();
    let links = |office: &mut Office| -> usize { office.ask::<Versions>("list_versions", json!({})).links.len() };
    let left: Versions = office.ask("unlink_versions", pair(&draft, &newer));
    assert!(left.links.is_empty() && left.notices.is_empty(), "{left:?}");
    let refused = office.try_ask("unlink_versions", pair(&draft, &newer)).unwrap_err();
    assert!(refused.message.contains("没有直接的版本关系"), "{refused:?}");
    let set: Versions = office.ask("link_versions", pair(&draft, &newer));
    assert_eq!(set.links.len(), 1);
    assert!(set.links[0].by_person && set.links[0].kind == VersionKindCode::Given);
    let titles: Vec<&str> = set.notices.iter().map(|notice| notice.title.as_str()).collect();
    assert_eq!(titles, ["滨江市城市更新行动方案（征求意见稿）", "滨江市城市更新行动方案"], "the older first");
    let _: Value = office.ask("undo", json!(null));
    assert_eq!(links(&mut office), 0);
    let _: Value = office.ask("undo", json!(null));
    assert_eq!(links(&mut office), 1, "the link of the rule is back");
    let _: Value = office.ask("undo", json!(null));
    assert_eq!(links(&mut office), 0, "and goes with the import that proposed it");
    let refused = office.try_ask("link_versions", pair(&draft, &draft)).unwrap_err();
    assert!(refused.message.contains("两份不同的文件"), "{refused:?}");
}

/// Three years in any order make a chain; batches of one year and plans of another place stay apart.
#[test]
fn the_plans_of_years_make_a_chain() {
    let plan = |title: &str| {
        format!(
            "{title}\n一、重点任务\n（一）公开政府信息。及时公开{title}。（市府办牵头，12月底前完成）\n滨江市人民政府办公室\n"
        )
    };
    for order in [[2022, 2023, 2024], [2024, 2022, 2023], [2023, 2024, 2022]] {
        let mut office = Office::new();
        for year in order {
            let text = plan(&format!("{year}年滨江市政务公开工作要点"));
            import(&mut office, &format!("{year}.txt"), &text);
        }
        for other in
            ["滨江市2023年第一批重点任务清单", "滨江市2023年第二批重点任务清单", "2023年临湖市政务公开工作要点"]
        {
            import(&mut office, &format!("{other}.txt"), &plan(other));
        }
        let found: Versions = office.ask("list_versions", json!({}));
        let titles: Vec<&str> = found.notices.iter().map(|notice| notice.title.as_str()).collect();
        let expected = ["2022年滨江市政务公开工作要点", "2023年滨江市政务公开工作要点", "2024年滨江市政务公开工作要点"];
        assert_eq!(titles, expected, "{order:?}");
        assert!(found.links.iter().all(|link| link.kind == VersionKindCode::Period), "{found:?}");
    }
}

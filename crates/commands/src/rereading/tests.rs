//! A file that an older reader read is read again.

use base64::Engine as _;
use domain::Measure;
use serde_json::{Value, json};
use store::{NewNotice, NoticeId, Operation, Title};

use crate::testing::Office;
use crate::wire::{
    CorrectReport, ImportReport, NoticeDetail, OutdatedReadings, RereadKind, RereadReport, Stays, TaskDetail, TaskPage,
};

const NOTICE: &str = "某市优化营商环境工作方案\n一、主要任务\n（一）压缩时间。2022年6月底前，办理时间压缩到3天。（市市场监管局牵头，市财政局配合）\n（二）降低费用。清理收费项目。（市财政局牵头）\n";

fn import(office: &mut Office) -> ImportReport {
    let base64 = base64::engine::general_purpose::STANDARD.encode(NOTICE);
    let content = json!({ "content": { "name": "方案.txt", "base64": base64 } });
    office.ask("import", json!({ "sources": [content], "confirm": true }))
}

/// An office whose notice was read by an older reader: it found another lead, and a heading where the second measure is.
fn of_an_older_reader() -> (Office, String) {
    let mut office = Office::new();
    let id = import(&mut office).files[0].notices[0].clone();
    let notice = NoticeId::from(id.as_str());
    let now = "2022-03-01T08:00:00Z".parse().unwrap();
    let operation = Operation::new(Title { command: "test", label: "旧版识读" }, "测试", now);
    let base = extract::extract(&reading::read(NOTICE.as_bytes()).unwrap());
    let document = &base.documents[0];
    let mut first = document.measures[0].clone();
    first.units.leads = vec!["市监管局".to_owned()];
    let heading = Measure { line: 2, last_line: 2, text: "主要任务".to_owned(), ..Measure::default() };
    office
        .store
        .write(&operation, |writer| {
            let tree = reading::read(NOTICE.as_bytes()).unwrap();
            let source = writer.notice(&notice)?.source;
            writer.put_lines(&source, &tree, &base.roles, "0.1.0")?;
            let known = writer.measures(&notice)?[0].id.clone();
            // Without its task the second measure would stay.
            let new = |measures| NewNotice {
                first_line: document.first_line,
                last_line: document.last_line,
                page: None,
                facts: &document.facts,
                measures,
                indicators: &[],
                claims: &[],
                doubts: &[],
                duplicate_of: None,
                fuller_than: None,
                fingerprint: &[],
            };
            let second = writer.measures(&notice)?[1].id.clone();
            writer.take_over(&notice, new(&[first.clone(), heading]), &[Some(known), Some(second)])
        })
        .unwrap();
    (office, id)
}

fn reread(office: &mut Office, args: Value) -> RereadReport {
    office.ask("reread", args)
}

#[test]
fn what_would_change_is_shown_first_and_taken_over_as_one_operation() {
    let (mut office, id) = of_an_older_reader();
    let outdated: OutdatedReadings = office.ask("outdated_readings", json!({}));
    assert_eq!((outdated.files.len(), outdated.files[0].reader.as_str()), (1, "0.1.0"));
    let before: NoticeDetail = office.ask("get_notice", json!({ "id": id }));
    assert!(before.outdated);

    let preview = reread(&mut office, json!({ "ids": [id], "rehearse": true }));
    let unchanged: NoticeDetail = office.ask("get_notice", json!({ "id": id }));
    assert_eq!(unchanged, before, "a rehearsal changes nothing");
    let notice = &preview.files[0].notices[0];
    assert_eq!((notice.same, notice.changed, notice.added, notice.gone_but_kept, notice.tasks_added), (0, 1, 1, 1, 1));
    let changed = notice.measures.iter().find(|measure| measure.kind == RereadKind::Changed).unwrap();
    let told: Vec<_> = changed.fields.iter().map(|field| (field.before.as_str(), field.after.as_str())).collect();
    assert_eq!(told, [("市监管局", "市市场监管局")]);
    assert!(notice.measures.iter().any(|measure| measure.kind == RereadKind::Kept && measure.text == "主要任务"));

    let taken = reread(&mut office, json!({ "all": true }));
    assert_eq!(taken.files[0].notices[0].changed, notice.changed);
    let after: NoticeDetail = office.ask("get_notice", json!({ "id": id }));
    assert!(!after.outdated);
    assert_eq!(after.measures[0].leads, ["市市场监管局"]);
    assert_eq!(after.measures[0].task, before.measures[0].task, "the task stays");
    let gone = after.measures.iter().find(|measure| measure.gone).unwrap();
    let task: TaskDetail = office.ask("get_task", json!({ "id": gone.task }));
    assert!(task.gone && task.task.doubts == 1, "a task whose measure is gone stays, with a mark");
    let tasks: TaskPage = office.ask("list_tasks", json!({}));
    assert_eq!(tasks.total, 3);
    let again: OutdatedReadings = office.ask("outdated_readings", json!({}));
    assert_eq!(again.files, []);

    let _: Value = office.ask("undo", json!({}));
    let back: NoticeDetail = office.ask("get_notice", json!({ "id": id }));
    assert_eq!(back, before);
    let _: Value = office.ask("redo", json!({}));
    let forward: NoticeDetail = office.ask("get_notice", json!({ "id": id }));
    assert_eq!(forward, after);
}

#[test]
fn a_correction_survives_and_is_named() {
    let (mut office, id) = of_an_older_reader();
    let before: NoticeDetail = office.ask("get_notice", json!({ "id": id }));
    let fields = json!([{ "field": "leads", "value": ["市数据局"] }]);
    let _: CorrectReport = office.ask("correct_measure", json!({ "measure": before.measures[0].id, "fields": fields }));
    let taken = reread(&mut office, json!({ "ids": [before.measures[0].id] }));
    let changed =
        taken.files[0].notices[0].measures.iter().find(|measure| measure.kind == RereadKind::Changed).unwrap();
    assert_eq!(changed.fields[0].stays, Some(Stays::Corrected));
    let after: NoticeDetail = office.ask("get_notice", json!({ "id": id }));
    assert_eq!(after.measures[0].leads, ["市数据局"]);
    assert_eq!(after.measures[0].corrections[0].read_words, "市市场监管局");
    let open: Vec<&str> = after.measures[0]
        .doubts
        .iter()
        .filter(|doubt| doubt.state == "open")
        .map(|doubt| doubt.rule.as_str())
        .collect();
    assert_eq!(open, ["reread.corrected"]);
}

#[test]
fn reading_again_with_the_same_reader_changes_nothing() {
    let mut office = Office::new();
    let _: ImportReport = office.ask("load_sample", json!({}));
    let notices = office.ask::<crate::wire::NoticePage>("list_notices", json!({})).rows;
    let ids: Vec<&str> = notices.iter().map(|notice| notice.id.as_str()).collect();
    let before: TaskPage = office.ask("list_tasks", json!({}));
    let taken = reread(&mut office, json!({ "ids": ids }));
    for file in &taken.files {
        assert_eq!(file.new_notices, [""; 0], "{}", file.file);
        for notice in &file.notices {
            assert_eq!(
                (&notice.measures, &notice.facts, &notice.left_alone),
                (&vec![], &vec![], &None),
                "{}",
                notice.title
            );
        }
    }
    let after: TaskPage = office.ask("list_tasks", json!({}));
    assert_eq!(after, before);
}

#[test]
fn the_same_file_met_again_says_that_it_can_be_read_again() {
    let (mut office, _) = of_an_older_reader();
    let again = import(&mut office);
    assert!(again.files[0].known);
    assert!(again.files[0].warnings[0].contains("重新识读"), "{:?}", again.files[0].warnings);
    assert!(office.try_ask("reread", json!({})).unwrap_err().message.contains("没有指明"));
    assert!(office.try_ask("reread", json!({ "ids": ["没有"] })).unwrap_err().message.contains("没有找到"));
}

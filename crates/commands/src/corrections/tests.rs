//! A person corrects what was read and judges doubts, through the commands.

use base64::Engine as _;
use serde_json::{Value, json};

use crate::ErrorCode;
use crate::testing::Office;
use crate::wire::{
    CorrectReport, ImportReport, JournalEntry, JudgeReport, MeasureField, NewUnitName, NoticeDetail, TaskDetail,
};

const NOTICE: &str = "某市优化营商环境工作方案\n一、主要任务\n（一）压缩时间。6月底前，办理时间压缩到3天。（市市场监管局牵头，市财政局配合）\n（二）降低费用。清理收费项目。（各有关部门按职责分工负责）\n";

/// An office that has imported and confirmed the notice.
fn office() -> (Office, NoticeDetail) {
    let mut office = Office::new();
    let base64 = base64::engine::general_purpose::STANDARD.encode(NOTICE);
    let content = json!({ "content": { "name": "方案.txt", "base64": base64 } });
    let import: ImportReport = office.ask("import", json!({ "sources": [content], "confirm": true }));
    let notice = office.ask("get_notice", json!({ "id": import.files[0].notices[0] }));
    (office, notice)
}

fn again(office: &mut Office, notice: &NoticeDetail) -> NoticeDetail {
    office.ask("get_notice", json!({ "id": notice.notice.id }))
}

#[test]
fn a_correction_is_shown_beside_what_was_read_and_goes_back_with_undo() {
    let (mut office, notice) = office();
    let measure = notice.measures[0].id.clone();
    let fields = json!([
        { "field": "leads", "value": [" 市政务办 ", "市政务办", ""] },
        { "field": "deadline", "value": { "due": "2022-09-30", "kind": "date" } },
    ]);
    let report: CorrectReport = office.ask("correct_measure", json!({ "measure": measure, "fields": fields }));
    assert_eq!(report.changed, ["leads", "deadline"]);
    let task: TaskDetail = office.ask("get_task", json!({ "id": report.task.unwrap() }));
    assert_eq!(task.task.leads[0].name, "市政务办");
    assert_eq!(task.task.due.unwrap().to_string(), "2022-09-30");
    assert_eq!(task.measure, Some(measure));
    assert_eq!(task.task.deadline_raw.as_deref(), Some("6月底前"), "the words of the notice stay");
    let shown = again(&mut office, &notice);
    let correction = &shown.measures[0].corrections[0];
    assert_eq!(correction.read, MeasureField::Leads(vec!["市市场监管局".to_owned()]));
    assert_eq!((correction.read_words.as_str(), correction.actor.as_str()), ("市市场监管局", "测试"));
    assert_eq!(shown.measures[0].corrections[1].read_words, "6月底前");
    let undone: JournalEntry = office.ask("undo", json!({}));
    assert!(undone.summary.contains("牵头单位、完成时限"), "{}", undone.summary);
    assert_eq!(again(&mut office, &notice).measures[0].leads, ["市市场监管局"]);
    let _: JournalEntry = office.ask("redo", Value::Null);
    assert_eq!(again(&mut office, &notice).measures[0].leads, ["市政务办"]);
}

#[test]
fn what_cannot_be_is_refused_with_a_sentence_about_the_field() {
    let (mut office, notice) = office();
    let mut refused = |field: Value, word: &str| {
        let request = json!({ "measure": notice.measures[0].id, "fields": [field] });
        let error = office.try_ask("correct_measure", request).unwrap_err();
        assert_eq!(error.code, Some(ErrorCode::Invalid));
        assert!(error.message.contains(word), "{}", error.message);
    };
    refused(json!({ "field": "text", "value": "  " }), "内容");
    refused(json!({ "field": "leads", "value": ["局".repeat(101)] }), "牵头单位");
    refused(json!({ "field": "leads", "value": ["市财政局、市审计局"] }), "是 2 个单位");
    refused(json!({ "field": "co_units", "value": ["市财政局，市审计局"] }), "“市财政局”“市审计局”");
    refused(json!({ "field": "title", "value": "题".repeat(501) }), "标题");
    refused(json!({ "field": "class", "value": "别的" }), "类别");
    refused(json!({ "field": "deadline", "value": { "kind": "date" } }), "完成时限");
    refused(json!({ "field": "deadline", "value": { "kind": "none", "due": "2022-09-30" } }), "2022-09-30");
    refused(json!({ "field": "deadline", "value": { "kind": "date", "due": "2022-02-30" } }), "2022年2月只有 28 天");
    let nothing = office.try_ask("correct_measure", json!({ "measure": notice.measures[0].id, "fields": [] }));
    assert!(nothing.is_err());
    let nobody =
        office.try_ask("correct_measure", json!({ "measure": "没有", "fields": [{ "field": "text", "value": "字" }] }));
    assert_eq!(nobody.unwrap_err().code, Some(ErrorCode::NotFound));
    assert_eq!(again(&mut office, &notice), notice, "nothing was changed");
}

#[test]
fn a_judged_doubt_counts_no_more_until_it_is_opened_again() {
    let (mut office, notice) = office();
    let doubted = notice.measures.iter().find(|measure| !measure.doubts.is_empty()).unwrap();
    let doubt = &doubted.doubts[0];
    assert_eq!(doubt.state, "open");
    let mut judge = |of: &str, state: &str| -> JudgeReport {
        office.ask("judge_doubt", json!({ "of": of, "field": doubt.field, "rule": doubt.rule, "state": state }))
    };
    let open = notice.notice.doubts;
    let judged = judge(&doubted.id, "dismissed");
    assert_eq!(judged.open, open - judged.judged);
    assert_eq!(judge(doubted.task.as_deref().unwrap(), "open").open, open, "a task names its measure");
    judge(&doubted.id, "accepted");
    let shown = again(&mut office, &notice);
    let states: Vec<&str> =
        shown.measures.iter().flat_map(|measure| &measure.doubts).map(|doubt| doubt.state.as_str()).collect();
    assert!(states.contains(&"accepted"), "{states:?}");
    let corrected = json!({ "of": doubted.id, "field": doubt.field, "rule": doubt.rule, "state": "corrected" });
    assert!(office.try_ask("judge_doubt", corrected).unwrap_err().message.contains("更正"));
}

#[test]
fn a_co_unit_that_leads_now_is_a_co_unit_no_more_and_a_lead_is_no_co_unit() {
    let (mut office, notice) = office();
    let measure = notice.measures[0].id.clone();
    let mut correct =
        |fields: Value| office.try_ask("correct_measure", json!({ "measure": measure, "fields": fields }));
    let refused = correct(json!([{ "field": "co_units", "value": ["市财政局", "市市场监管局"] }])).unwrap_err();
    assert!(refused.message.contains("“市市场监管局”已是牵头单位"), "{}", refused.message);
    let both = json!([
        { "field": "leads", "value": ["市财政局"] },
        { "field": "co_units", "value": ["市司法局", "市财政局"] },
    ]);
    let report: CorrectReport = serde_json::from_value(correct(both).unwrap()).unwrap();
    assert_eq!(report.taken_from_co_units, ["市财政局"]);
    let _: JournalEntry = office.ask("undo", Value::Null);
    let lead = json!([{ "field": "leads", "value": ["市财政局"] }]);
    let report: CorrectReport = office.ask("correct_measure", json!({ "measure": measure, "fields": lead }));
    assert_eq!(
        (report.changed, report.taken_from_co_units),
        (vec!["leads".into(), "co_units".into()], vec!["市财政局".into()])
    );
    let task: TaskDetail = office.ask("get_task", json!({ "id": report.task.unwrap() }));
    assert_eq!((task.task.leads.len(), task.task.co_units.len()), (1, 0));
    let shown = again(&mut office, &notice);
    assert_eq!((&*shown.measures[0].leads, &*shown.measures[0].co_units), (&["市财政局".to_owned()][..], &[][..]));
    let _: JournalEntry = office.ask("undo", Value::Null);
    assert_eq!(again(&mut office, &notice), notice, "one operation");
}

#[test]
fn a_unit_that_nobody_has_yet_is_said_to_be_new_with_the_nearest_known() {
    let (mut office, notice) = office();
    let measure = &notice.measures[0].id;
    let asked = json!({ "measure": measure, "names": ["市市场监管据", "市财政局", " ", "市市场监管据"] });
    let before: Vec<NewUnitName> = office.ask("new_unit_names", asked.clone());
    let [new] = before.as_slice() else { panic!("{before:?}") };
    assert_eq!((new.name.as_str(), new.nearest.first().map(String::as_str)), ("市市场监管据", Some("市市场监管局")));
    let leads = json!([{ "field": "leads", "value": ["市市场监管据"] }]);
    let report: CorrectReport = office.ask("correct_measure", json!({ "measure": measure, "fields": leads }));
    assert_eq!(report.new_units, before);
    let again: Vec<NewUnitName> = office.ask("new_unit_names", asked);
    assert_eq!(again, [], "there is a unit of this name now");
}

#[test]
fn people_are_corrected_role_by_role() {
    let (mut office, notice) = office();
    let measure = &notice.measures[0].id;
    let people =
        json!([{ "field": "people", "value": { "leader": ["张三"], "responsible": [], "contact": ["李四", " "] } }]);
    let report: CorrectReport = office.ask("correct_measure", json!({ "measure": measure, "fields": people }));
    assert_eq!(report.changed, ["people"]);
    let shown = again(&mut office, &notice);
    assert_eq!(
        (&*shown.measures[0].people.leader, &*shown.measures[0].people.contact),
        (&["张三".to_owned()][..], &["李四".to_owned()][..])
    );
    let none = json!({ "measure": measure, "as_read": ["people"] });
    let _: CorrectReport = office.ask("correct_measure", none);
    assert_eq!(again(&mut office, &notice), notice);
}

//! A person reviews what an import brought, through the commands.

use serde_json::{Value, json};

use crate::testing::{Office, base64};
use crate::wire::{ImportReport, JournalEntry, MeasureInfo, NoticeDetail, Review, ReviewReport, TaskPage};

const PLAN: &str = "滨江市优化营商环境行动方案
为进一步优化营商环境，制定本方案。
一、重点任务
（一）简化材料。公布材料清单。（市政务办牵头，市财政局配合，2022年6月底前完成）
（二）降低成本。减免租金。（市国资委牵头，收到通知后30日内完成）
（三）规范招标。清理不合理条款。（各有关部门按职责分工负责）
滨江市人民政府
2022年3月1日
";

struct Reviewing {
    office: Office,
    notice: String,
    measures: Vec<MeasureInfo>,
}

impl Reviewing {
    /// Somebody who has imported the plan and confirmed nothing.
    fn begin() -> Self {
        let mut office = Office::new();
        let content = json!({ "content": { "name": "方案.txt", "base64": base64(PLAN) } });
        let report: ImportReport = office.ask("import", json!({ "sources": [content] }));
        let notice = report.files[0].notices[0].clone();
        let measures = office.ask::<NoticeDetail>("get_notice", json!({ "id": notice })).measures;
        Self { office, notice, measures }
    }

    fn said(&self, of: usize, field: &str, value: Value) -> Value {
        json!({ "measure": self.measures[of].id, "fields": [{ "field": field, "value": value }] })
    }

    fn finish(&mut self, measures: &Value, rehearse: bool) -> ReviewReport {
        let request = json!({ "notices": [self.notice], "measures": measures, "confirm": true, "rehearse": rehearse });
        self.office.ask("finish_review", request)
    }

    fn refusal(&mut self, measures: &Value) -> (String, Option<String>) {
        let request = json!({ "notices": [self.notice], "measures": measures, "confirm": true });
        let error = self.office.try_ask("finish_review", request).unwrap_err();
        (error.message, error.field)
    }

    fn review(&mut self) -> Review {
        self.office.ask("get_review", json!({ "notices": [self.notice] }))
    }

    fn tasks(&mut self) -> Vec<String> {
        let page: TaskPage = self.office.ask("list_tasks", json!({ "sort": "notice" }));
        page.rows.into_iter().map(|row| row.leads.first().map(|unit| unit.name.clone()).unwrap_or_default()).collect()
    }
}

#[test]
fn a_rehearsal_tells_the_effect_and_changes_nothing_then_it_is_one_operation() {
    let mut person = Reviewing::begin();
    let measures =
        json!([person.said(0, "leads", json!(["市数据局"])), person.said(2, "dropped", json!("只是一般要求")),]);
    let told = person.finish(&measures, true);
    assert_eq!((told.tasks, told.corrected, told.dropped, told.notices), (2, 1, 1, 1));
    let leads: Vec<_> = told.leads.iter().map(|made| (made.lead.as_deref().unwrap(), made.tasks)).collect();
    assert_eq!(leads, [("市数据局", 1), ("市国资委", 1)]);
    assert_eq!(told.new_units[0].name, "市数据局");
    assert_eq!(person.tasks(), Vec::<String>::new(), "nothing is kept of a rehearsal");

    assert_eq!(person.finish(&measures, false), told, "the same code");
    assert_eq!(person.tasks(), ["市数据局", "市国资委"]);
    let undone: JournalEntry = person.office.ask("undo", json!({}));
    assert_eq!(undone.label, "审核导入");
    assert!(undone.summary.contains("生成督办事项 2 条，更正 1 条，不列入 1 条"), "{}", undone.summary);
    assert_eq!(person.tasks(), Vec::<String>::new());
    let detail: NoticeDetail = person.office.ask("get_notice", json!({ "id": person.notice }));
    assert_eq!(detail.measures, person.measures, "corrections and drops went back with it");
}

#[test]
fn what_was_accepted_is_doubted_no_more_and_the_rest_stays_in_doubt() {
    let mut person = Reviewing::begin();
    let doubtful: Vec<String> =
        person.measures.iter().filter(|measure| !measure.doubts.is_empty()).map(|measure| measure.id.clone()).collect();
    assert!(!doubtful.is_empty(), "the plan holds a doubt");
    let unsaid = person.finish(&json!([]), true);
    assert_eq!(unsaid.doubtful as usize, doubtful.len());
    let accepted: Vec<Value> = doubtful.iter().map(|id| json!({ "measure": id, "accepted": true })).collect();
    assert_eq!(person.finish(&json!(accepted), false).doubtful, 0);
}

#[test]
fn a_draft_is_found_again_and_after_the_review_is_taken_back_too() {
    let mut person = Reviewing::begin();
    let said = person.said(1, "deadline", json!({ "due": "2022-09-30", "kind": "date" }));
    let accepted = json!({ "measure": person.measures[0].id, "accepted": true });
    let _: Value = person.office.ask("keep_review", json!({ "measures": [said, accepted] }));
    let history: Vec<JournalEntry> = person.office.ask("history", json!({}));
    assert_eq!(history.len(), 1, "a draft is no operation");
    let draft = person.review().draft;
    assert_eq!(draft.len(), 2);
    let _: Value = person.office.ask("keep_review", json!({ "measures": [{ "measure": person.measures[0].id }] }));
    let draft = person.review().draft;
    assert_eq!(draft.len(), 1, "nothing is said of the other any more");
    assert_eq!(person.finish(&json!(draft), false).corrected, 1);
    let _: JournalEntry = person.office.ask("undo", json!({}));
    assert_eq!(person.review().draft, draft);
}

#[test]
fn what_cannot_stand_is_refused_with_the_name_of_its_measure_and_nothing_is_done() {
    let mut person = Reviewing::begin();
    let empty = json!([person.said(1, "text", json!("  "))]);
    let (message, field) = person.refusal(&empty);
    assert!(message.starts_with("“一/（二）") && message.contains("内容不能空着"), "{message}");
    assert_eq!(field.as_ref(), Some(&person.measures[1].id));
    let silent = json!([person.said(1, "dropped", json!(" "))]);
    assert!(person.refusal(&silent).0.contains("请写明为什么"));
    assert_eq!(person.tasks(), Vec::<String>::new());
    let _ = person.finish(&json!([]), false);
    assert!(person.refusal(&json!([])).0.contains("已经确认过了"));
}

#[test]
fn what_was_dropped_in_the_reader_is_taken_up_again_and_what_is_a_task_is_not_dropped() {
    let mut person = Reviewing::begin();
    let measures = json!([person.said(2, "dropped", json!("一般要求"))]);
    person.finish(&measures, false);
    let id = person.measures[2].id.clone();
    let back = json!({ "measure": id, "as_read": ["dropped"] });
    let report: crate::wire::CorrectReport = person.office.ask("correct_measure", back);
    assert!(report.task.is_some(), "the notice is confirmed, so a task is made");
    assert_eq!(person.tasks().len(), 3);
    let drop = json!({ "measure": id, "fields": [{ "field": "dropped", "value": "还是不列" }] });
    let error = person.office.try_ask("correct_measure", drop).unwrap_err();
    assert!(error.message.contains("已是督办事项"), "{}", error.message);
}

#[test]
fn the_first_page_tells_what_was_found_and_what_came_again() {
    let mut person = Reviewing::begin();
    let content = json!({ "content": { "name": "又一份.txt", "base64": base64(&PLAN.replace('。', "。 ")) } });
    let report: ImportReport = person.office.ask("import", json!({ "sources": [content] }));
    assert_eq!(report.files[0].repeats, [person.notice.clone()]);
    let request = json!({ "notices": [person.notice, "gone"], "repeats": report.files[0].repeats });
    let review: Review = person.office.ask("get_review", request);
    assert_eq!(review.notices.len(), 1, "what is not there any more is left out");
    assert_eq!(review.notices[0].notice.measures, 3);
    assert_eq!(review.notices[0].doubtful, 1);
    assert_eq!(review.repeats[0].id, person.notice);
    let waiting: Review = person.office.ask("get_review", json!({}));
    assert_eq!(waiting.notices.len(), 1, "all that wait, where none is named");
}

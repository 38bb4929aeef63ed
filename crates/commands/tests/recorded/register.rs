//! The register of the recording: which notices it holds, and what has happened to them.

use std::path::Path;

use commands::wire::{NoticePage, TaskPage};
use domain::TaskStatus;
use serde_json::{Value, json};
use store::{Happening, NewNotice, NoticeId, Operation, StoreError, TaskId, Title};

use crate::office::{Office, TODAY};

/// The notice that no person has confirmed.
pub(crate) const WAITING: &str = "滨江市优化营商环境工作方案";
/// The notice whose reading is out of date.
pub(crate) const READ_BY_AN_OLDER_READER: &str = "滨江市2023年民生实事分工表";

const FILES: [&str; 4] = ["城市更新（征求意见稿）.txt", "城市更新.txt", "营商环境.txt", "分工表.txt"];

/// What is imported into the empty register.
pub(crate) fn sources() -> Vec<Value> {
    FILES.iter().map(|file| source(file, &text(file))).collect()
}

/// What is imported later: one new notice, one known file, one that is no text.
pub(crate) fn more_sources() -> Vec<Value> {
    let known = "分工表.txt";
    let more = "补充通知.txt";
    vec![source(more, &text(more)), source(known, &text(known)), source("扫描件.pdf", "%PDF-1.4 ")]
}

/// A task that no notice gave, as the form sends it.
pub(crate) fn instruction() -> Value {
    json!({
        "title": null,
        "text": "完成东河清淤",
        "leads": [ENTERED_UNIT],
        "co_units": [],
        "deadline": { "raw": null, "due": "2023-12-20", "kind": "date" },
        "origin": { "kind": "instruction", "words": "请抓紧研究。", "person": "李明", "day": "2023-10-10" },
        "region": null,
    })
}

/// A unit that no notice names.
pub(crate) const ENTERED_UNIT: &str = "市水利局";

fn source(name: &str, text: &str) -> Value {
    use base64::Engine as _;
    json!({ "content": { "name": name, "base64": base64::engine::general_purpose::STANDARD.encode(text) } })
}

fn text(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded/notices");
    std::fs::read_to_string(folder.join(file)).unwrap()
}

pub(crate) fn confirm_all_but_one(office: &mut Office) {
    let notices = office.ask::<NoticePage>("list_notices", &json!({})).rows;
    let ids: Vec<String> =
        notices.into_iter().filter(|notice| notice.title != WAITING).map(|notice| notice.id).collect();
    let _: Value = office.ask("confirm_notices", &json!({ "ids": ids }));
}

/// Some tasks are under way or done.
pub(crate) fn work_on_tasks(office: &mut Office) {
    let page: TaskPage = office.ask("list_tasks", &json!({ "sort": "notice", "limit": 0 }));
    let operation = beside(office);
    let ways = [TaskStatus::InProgress, TaskStatus::Submitted, TaskStatus::Completed];
    office
        .store
        .write(&operation, |writer| {
            for (place, task) in page.rows.iter().enumerate() {
                let happening = Happening { day: TODAY - chrono::Days::new(30), reason: "" };
                let to = ways[place % ways.len()];
                if to != TaskStatus::InProgress {
                    writer.move_status(&TaskId::from(task.id.as_str()), to, happening)?;
                }
            }
            Ok::<(), StoreError>(())
        })
        .unwrap();
}

/// An older reader took the unit of the first measure for another.
pub(crate) fn read_as_an_older_reader(office: &mut Office) {
    let id = NoticeId::from(office.notice(READ_BY_AN_OLDER_READER).as_str());
    let text = text("分工表.txt");
    let tree = reading::read(text.as_bytes()).unwrap();
    let read = extract::extract(&tree);
    let document = &read.documents[0];
    let mut measures = document.measures.clone();
    measures[0].units.leads = vec!["市教育委员会".to_owned()];
    let operation = beside(office);
    office
        .store
        .write(&operation, |writer| {
            let source = writer.notice(&id)?.source;
            writer.put_lines(&source, &tree, &read.roles, "0.1.0")?;
            let known: Vec<_> = writer.measures(&id)?.into_iter().map(|measure| Some(measure.id)).collect();
            let new = NewNotice {
                first_line: document.first_line,
                last_line: document.last_line,
                page: None,
                facts: &document.facts,
                measures: &measures,
                indicators: &document.indicators,
                claims: &[],
                doubts: &[],
                duplicate_of: None,
                fuller_than: None,
                fingerprint: &[],
            };
            writer.take_over(&id, new, &known)
        })
        .unwrap();
}

/// What no command does is an operation all the same.
fn beside(office: &Office) -> Operation<'static> {
    Operation::new(Title { command: "test", label: "办理情况" }, "本机用户", office.now())
}

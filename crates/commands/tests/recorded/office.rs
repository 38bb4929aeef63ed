//! A register on the disk with somebody at it, on a fixed day, which can be copied to go on from it in several ways.

use chrono::{DateTime, NaiveDate, Offset as _, Utc};
use commands::wire::{NoticeDetail, NoticePage, Progress, UnitProposal, Versions};
use commands::{Caller, CommandError, Envelope, PathAccess, dispatch};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use store::Store;
use tempfile::TempDir;

/// The day of the recording: some of its tasks are overdue by then, some due soon, some later.
pub(crate) const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2023, 10, 16).unwrap();

pub(crate) struct Office {
    folder: TempDir,
    pub(crate) store: Store,
}

/// What a command answered, and what it said of its progress meanwhile.
pub(crate) struct Answered {
    pub(crate) answer: Result<Value, CommandError>,
    pub(crate) progress: Vec<Progress>,
}

/// A doubt that waits, with the measure it is about.
pub(crate) struct Doubt {
    pub(crate) of: String,
    pub(crate) field: Value,
    pub(crate) rule: String,
}

impl Office {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open_or_make(folder.path()).unwrap();
        Self { folder, store }
    }

    /// The same register once more.
    pub(crate) fn copy(&self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(self.folder.path()).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
            }
        }
        let store = Store::open(folder.path()).unwrap();
        Self { folder, store }
    }

    /// When everything is done: a minute for each operation, so that the history has an order to be seen.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        let begin: DateTime<Utc> = "2023-10-16T01:00:00Z".parse().unwrap();
        begin + chrono::TimeDelta::minutes(self.store.revision().unwrap())
    }

    pub(crate) fn call(&mut self, command: &str, args: &Value, as_of: Option<NaiveDate>) -> Answered {
        let told = std::cell::RefCell::new(Vec::new());
        let progress = |progress: &Progress| told.borrow_mut().push(progress.clone());
        let now = self.now();
        let mut caller = Caller {
            store: &mut self.store,
            now,
            today: TODAY,
            offset: Utc.fix(),
            actor: "本机用户",
            paths: PathAccess::Exchanged,
            backup_fault: None,
            progress: &progress,
        };
        let answer = dispatch(&mut caller, command, Envelope { as_of, args: args.clone() });
        Answered { answer, progress: told.into_inner() }
    }

    /// A question that must have an answer.
    pub(crate) fn ask<T: DeserializeOwned>(&mut self, command: &str, args: &Value) -> T {
        let answer = self.call(command, args, None).answer.unwrap_or_else(|error| panic!("{command}: {error:?}"));
        serde_json::from_value(answer).unwrap()
    }

    /// Id of the notice whose title begins so.
    pub(crate) fn notice(&mut self, title: &str) -> String {
        let notices = self.ask::<NoticePage>("list_notices", &json!({})).rows;
        let found = notices.iter().find(|notice| notice.title == title);
        found.unwrap_or_else(|| panic!("no notice is called {title}: {notices:?}")).id.clone()
    }

    pub(crate) fn first_doubt(&mut self, notice: &str) -> Doubt {
        let detail: NoticeDetail = self.ask("get_notice", &json!({ "id": notice }));
        let mut doubts = detail.measures.iter().flat_map(|measure| {
            measure.doubts.iter().map(|doubt| Doubt {
                of: measure.id.clone(),
                field: json!(doubt.field),
                rule: doubt.rule.clone(),
            })
        });
        doubts.next().expect("the notice has a measure with a doubt")
    }

    /// The first pair of units that may be one body.
    pub(crate) fn proposed_units(&mut self) -> Value {
        let proposals: Vec<UnitProposal> = self.ask("unit_proposals", &json!({}));
        let first = proposals.first().expect("a pair of units is proposed");
        json!({ "from": first.from, "into": first.into, "region": null })
    }

    /// The first two notices that are versions of one matter.
    pub(crate) fn version_link(&mut self) -> Value {
        let versions: Versions = self.ask("list_versions", &json!({ "notice": null }));
        let link = versions.links.first().expect("two notices are versions of one matter");
        json!({ "older": link.older, "newer": link.newer })
    }
}

//! What the pages of the interface ask as they are opened one after the other.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use commands::wire::{Dashboard, NoticePage, TaskPage, UnitFigures, Versions};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::office::Office;
use crate::register::ENTERED_UNIT;

/// How many rows a page of the window has.
const PAGE: u32 = 200;

/// The list of what is overdue has no pages.
const EVERYTHING: u32 = 0;

/// How many notices are offered where one is chosen.
const OFFERED: u32 = 50;

/// How many entries of progress are shown of a task at once.
const SHOWN: u32 = 20;

/// A past day that is looked at.
const PAST: NaiveDate = NaiveDate::from_ymd_opt(2023, 6, 1).unwrap();

/// A question and its answer; one that is refused is answered by the refusal.
pub(crate) struct Question {
    pub(crate) command: &'static str,
    pub(crate) args: Value,
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) answer: Value,
}

/// Opens every page on this register; `before` is where it stood before the last write.
pub(crate) fn ask_all(office: &mut Office, before: i64) -> Vec<Question> {
    let mut pages = Pages { office, asked: Vec::new() };
    pages.ask("app_status", json!({}));
    pages.ask("changed_since", json!({ "revision": before }));
    pages.overviews();
    pages.notices();
    pages.tasks();
    pages.units();
    for limit in [1, 50, PAGE] {
        pages.ask("history", json!({ "limit": limit }));
    }
    pages.ask("search", json!({ "words": "财政局", "limit": 20 }));
    pages.steps();
    pages.ask("list_backups", json!({}));
    pages.ask("list_kept_files", json!({}));
    pages.asked
}

/// A question for tasks, with the lists that narrow nothing as the window writes them.
fn tasks(asked: &Value) -> Value {
    let mut query = json!({ "units": [], "statuses": [], "lights": [], "notices": [] });
    query.as_object_mut().unwrap().extend(asked.as_object().unwrap().clone());
    query
}

struct Pages<'a> {
    office: &'a mut Office,
    asked: Vec<Question>,
}

impl Pages<'_> {
    fn overviews(&mut self) {
        for as_of in [None, Some(PAST)] {
            self.ask_on(as_of, "dashboard", json!({}));
            self.ask_on(as_of, "own_figures", json!({}));
            self.ask_on(as_of, "list_units", json!({}));
            self.ask_on(as_of, "list_notices", json!({}));
            self.ask_on(as_of, "list_notices", json!({ "sort": "added", "limit": PAGE }));
        }
        self.ask("list_tasks", tasks(&json!({ "sort": "due", "limit": PAGE })));
        let overview: Dashboard = self.given("dashboard", &json!({}));
        for region in overview.regions {
            self.ask("dashboard", json!({ "region": region }));
        }
        for by in ["lead", "notice", "light", "status", "month"] {
            self.ask("task_groups", json!({ "query": tasks(&json!({ "sort": "due" })), "by": by }));
        }
        self.ask("list_views", json!({}));
        self.ask("unit_proposals", json!({}));
        self.ask("outdated_readings", json!({}));
        self.ask("list_versions", json!({}));
    }

    fn notices(&mut self) {
        for sort in ["added", "issued", "measures"] {
            for show in [json!({}), json!({ "unconfirmed": true }), json!({ "overtaken": true })] {
                for descending in [false, true] {
                    let mut asked = json!({ "sort": sort, "limit": PAGE, "descending": descending });
                    asked.as_object_mut().unwrap().extend(show.as_object().unwrap().clone());
                    self.ask("list_notices", asked);
                }
            }
        }
        let NoticePage { rows: notices, .. } = self.given("list_notices", &json!({}));
        // What is offered where a notice is chosen.
        self.ask("list_notices", json!({ "sort": "added", "limit": OFFERED }));
        let regions: BTreeSet<String> = notices.iter().filter_map(|notice| notice.region.clone()).collect();
        for region in regions {
            self.ask("list_notices", json!({ "sort": "added", "region": region, "limit": OFFERED }));
        }
        for notice in notices {
            self.ask("list_notices", json!({ "sort": "added", "id": notice.id, "limit": 1 }));
            let itself = json!({ "sort": "added", "id": notice.id, "with_duplicates": true, "limit": 1 });
            self.ask("list_notices", itself);
            self.ask("get_notice", json!({ "id": notice.id }));
            self.ask("list_indicators", json!({ "notice": notice.id }));
            self.ask("list_versions", json!({ "notice": notice.id }));
        }
        let versions: Versions = self.given("list_versions", &json!({}));
        for link in versions.links {
            self.ask("compare_versions", json!({ "older": link.older, "newer": link.newer }));
        }
    }

    fn tasks(&mut self) {
        self.ask("list_tasks", tasks(&json!({ "lights": ["overdue"], "sort": "due", "limit": EVERYTHING })));
        self.ask("list_tasks", tasks(&json!({ "lights": ["overdue"], "sort": "due", "limit": PAGE })));
        self.ask("list_tasks", tasks(&json!({ "unassigned": true, "sort": "due", "limit": PAGE })));
        let page: TaskPage = self.given("list_tasks", &tasks(&json!({ "sort": "due", "limit": PAGE })));
        for task in page.rows {
            self.ask("get_task", json!({ "id": task.id }));
            self.ask("list_progress", json!({ "task": task.id, "limit": SHOWN }));
            self.ask("task_in_newer_versions", json!({ "id": task.id }));
        }
    }

    fn units(&mut self) {
        let units: Vec<UnitFigures> = self.given("list_units", &json!({}));
        self.ask("new_unit_names", json!({ "names": [ENTERED_UNIT] }));
        for unit in units {
            self.ask("get_unit", json!({ "id": unit.id }));
            for role in ["lead", "co"] {
                self.ask(
                    "list_tasks",
                    tasks(&json!({ "units": [unit.id], "role": role, "sort": "due", "limit": PAGE })),
                );
            }
        }
    }

    /// Each step that an office may do without, taken and not.
    fn steps(&mut self) {
        self.ask("get_settings", json!({}));
        self.ask("list_ways", json!({}));
        self.ask("list_ways", json!({ "steps": [] }));
        for step in ["proposed", "prepared", "issued", "submitted"] {
            self.ask("list_ways", json!({ "steps": [step] }));
        }
    }

    fn ask(&mut self, command: &'static str, args: Value) {
        self.ask_on(None, command, args);
    }

    fn ask_on(&mut self, as_of: Option<NaiveDate>, command: &'static str, args: Value) {
        let answer = self.office.call(command, &args, as_of).answer;
        let answer = answer.unwrap_or_else(|error| panic!("{command} {args}: {error:?}"));
        self.asked.push(Question { command, args, as_of, answer });
    }

    /// An answer that was given already.
    fn given<T: DeserializeOwned>(&self, command: &str, args: &Value) -> T {
        let mut asked = self.asked.iter();
        let found = asked.find(|asked| asked.command == command && asked.args == *args && asked.as_of.is_none());
        serde_json::from_value(found.expect("it was asked").answer.clone()).unwrap()
    }
}

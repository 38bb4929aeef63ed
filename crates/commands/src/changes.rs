//! What writes made stale: read from the journal, so that it holds for every write of every front, and for undo.

use std::collections::BTreeSet;

use crate::context::Context;
use crate::error::CommandError;
use crate::wire::{ChangedSince, ChangedSinceRequest, Noun};

pub(crate) fn changed_since(
    context: &mut Context<'_, '_>,
    request: ChangedSinceRequest,
) -> Result<ChangedSince, CommandError> {
    let tables = context.read().tables_changed_since(request.revision)?;
    let nouns = match &tables {
        Some(tables) => nouns(tables.iter().map(String::as_str)),
        None => Noun::ALL.to_vec(),
    };
    Ok(ChangedSince { revision: context.caller.store.revision()?, nouns })
}

fn nouns<'a>(tables: impl Iterator<Item = &'a str>) -> Vec<Noun> {
    let mut found = BTreeSet::new();
    for table in tables {
        // Every change belongs to an operation.
        found.insert(Noun::Operation);
        match noun(table) {
            Some(noun) => found.insert(noun),
            // A table nobody has thought of: all may be stale.
            None => return Noun::ALL.to_vec(),
        };
    }
    found.into_iter().collect()
}

/// What a recorded table speaks of.
fn noun(table: &str) -> Option<Noun> {
    Some(match table {
        "sources" | "notices" | "corrections" | "doubt_states" | "recognitions" => Noun::Notice,
        "tasks" | "task_units" | "task_origins" | "task_people" | "people_events" | "people" | "stages" | "duties"
        | "occurrences" | "status_events" | "deadline_events" | "unit_events" | "task_successions" => Noun::Task,
        "progress_entries" | "evidence_files" | "urgings" => Noun::Note,
        "units" | "unit_aliases" | "unit_distinctions" => Noun::Unit,
        "version_links" => Noun::Version,
        "settings" => Noun::Setting,
        "purges" => Noun::Operation,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::Office;
    use crate::wire::{AppStatus, NoticeDetail, NoticePage};

    const PLAN: &str = "滨江市优化营商环境行动方案
一、重点任务
（一）简化办事材料。整理公布材料清单。（市政务办牵头，市财政局配合，2022年6月底前完成）
滨江市人民政府
2022年3月1日
";

    #[test]
    fn every_recorded_table_speaks_of_something() {
        let office = Office::new();
        for table in office.store.read().recorded_tables().unwrap() {
            assert!(noun(&table).is_some(), "{table}: say in `noun` what it speaks of");
        }
    }

    #[test]
    fn each_write_says_what_it_made_stale() {
        let (folder, mut office) = Office::with_document(PLAN);
        let archive = folder.path().join("全部.zip");
        let revision = |office: &mut Office| office.ask::<AppStatus>("app_status", json!({})).revision;
        let mut stale_after = |command: &str, args: serde_json::Value| {
            let before = revision(&mut office);
            let _: serde_json::Value = office.ask(command, args);
            let changed: ChangedSince = office.ask("changed_since", json!({ "revision": before }));
            assert_eq!(changed.revision, revision(&mut office));
            changed.nouns
        };
        assert_eq!(stale_after("history", json!({ "about": null, "limit": 1 })), [], "nothing was written");
        let rule = json!({ "days": 3, "weeks": 2, "months": 1 });
        assert_eq!(stale_after("set_backup_rule", rule), [Noun::Setting, Noun::Operation]);
        assert_eq!(stale_after("undo", json!({})), [Noun::Setting, Noun::Operation], "as much as what it took back");
        let _: Vec<Noun> = stale_after("export_all", json!({ "to": archive }));
        let all = Noun::ALL.to_vec();
        assert_eq!(stale_after("restore", json!({ "source": { "path": archive } })), all, "another register");
        assert_eq!(stale_after("purge", json!({ "files": ["方案.txt"], "with_backups": false })), all);
        let changed: ChangedSince = office.ask("changed_since", json!({ "revision": i64::MAX }));
        assert_eq!(changed.nouns, all, "a revision that this register never had");
    }

    #[test]
    fn a_correction_leaves_units_and_versions_fresh() {
        let (_folder, mut office) = Office::with_document(PLAN);
        let notices = office.ask::<NoticePage>("list_notices", json!({})).rows;
        let notice: NoticeDetail = office.ask("get_notice", json!({ "id": notices[0].id }));
        let before = office.ask::<AppStatus>("app_status", json!({})).revision;
        let field = json!({ "field": "title", "value": "材料清单" });
        let _: serde_json::Value =
            office.ask("correct_measure", json!({ "measure": notice.measures[0].id, "fields": [field] }));
        let changed: ChangedSince = office.ask("changed_since", json!({ "revision": before }));
        assert_eq!(changed.nouns, [Noun::Notice, Noun::Task, Noun::Operation]);
    }
}

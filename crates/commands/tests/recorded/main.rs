//! The answers that the interface's own tests and `npm run dev:fake` are given instead of a core: asked of the core on a
//! small register of made notices and kept in ui/src/backend/recorded. `cargo xtask generate` keeps them anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test, though not all of it stands in functions marked so

mod ids;
mod office;
mod questions;
mod recording;
mod register;

use std::path::Path;

use recording::Recording;
use serde_json::json;

/// The states of the register that the interface is shown, and the writes that lead from one to another.
fn record() -> Recording {
    let mut recording = Recording::default();
    let mut office = office::Office::new();
    recording.state("empty", 0, &mut office);
    let import = json!({ "sources": register::sources(), "confirm": false, "rehearse": false });
    recording.write("empty", "import", &import, "imported", &mut office);

    // What no command does yet, and what no reader of today would do, is done beside them.
    let revision = office.store.revision().unwrap();
    register::confirm_all_but_one(&mut office);
    register::work_on_tasks(&mut office);
    register::read_as_an_older_reader(&mut office);
    recording.state("office", revision, &mut office);

    let more = json!({ "sources": register::more_sources(), "confirm": false, "rehearse": false });
    recording.branch("office", "import", &more, "more", &office);
    let waiting = office.notice(register::WAITING);
    let confirmed = recording.branch("office", "confirm_notices", &json!({ "ids": [waiting] }), "confirmed", &office);
    recording.branch("confirmed", "undo", &json!({}), "confirmed and undone", &confirmed);

    let read_again = office.notice(register::READ_BY_AN_OLDER_READER);
    let doubt = office.first_doubt(&read_again);
    let judge = |state: &str| json!({ "of": doubt.of, "field": doubt.field, "rule": doubt.rule, "state": state });
    let judged = recording.branch("office", "judge_doubt", &judge("dismissed"), "judged", &office);
    recording.branch("judged", "judge_doubt", &judge("open"), "judged and reopened", &judged);
    let rehearsed = json!({ "ids": [read_again], "all": false, "rehearse": true });
    recording.branch("office", "reread", &rehearsed, "office", &office);

    recording.branch("office", "add_task", &register::instruction(), "entered", &office);

    let pair = office.proposed_units();
    recording.branch("office", "tell_units_apart", &pair, "told apart", &office);
    let link = office.version_link();
    let unlinked = recording.branch("office", "unlink_versions", &link, "unlinked", &office);
    recording.branch("unlinked", "link_versions", &link, "linked", &unlinked);
    recording
}

#[test]
fn the_answers_kept_for_the_interface_are_those_of_the_core() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/backend/recorded/answers.json");
    let now = record().to_json();
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let other = now.lines().zip(kept.lines()).find(|(now, kept)| now != kept);
    let other = other.map(|(now, _)| now.chars().take(120).collect::<String>());
    assert!(now == kept, "the core answers otherwise: run `cargo xtask generate` and commit it; first: {other:?}");
}

//! Real deletion from the command line: no file below the register holds a word of what was purged.

#![allow(clippy::unwrap_used)] // helpers of tests, which the lints do not take for tests

use std::path::Path;

use acceptance::desk::{Desk, PLAN};

/// Stands in the plan that is purged and nowhere else.
const SECRET: &str = "绝密演训保障";

fn with_secret() -> Desk {
    let desk = Desk::new();
    let open = desk.document("公开.txt", PLAN);
    let secret = desk.document("涉密.txt", PLAN.replace("优化营商环境", SECRET).replace("滨江", "临海"));
    let _report = desk.import(&[&open, &secret]);
    desk
}

fn notices(desk: &Desk) -> usize {
    desk.json(&["notices"])["rows"].as_array().unwrap().len()
}

/// The files below the register in which the words can be read.
fn readable(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(readable(&path));
        } else if std::fs::read(&path).unwrap().windows(SECRET.len()).any(|part| part == SECRET.as_bytes()) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[test]
fn a_purge_is_told_agreed_to_and_leaves_nothing_in_register_and_backups() {
    let desk = with_secret();
    let register = desk.store();
    assert_eq!(desk.call(&["backup"]).code, 0);
    assert_eq!(notices(&desk), 2);

    let told = desk.call(&["purge", "涉密.txt"]);
    assert_eq!(told.code, 1, "nobody has agreed: {told:?}");
    assert!(told.out.contains("将彻底清除：涉密.txt") && told.out.contains("备份 1 份将删去"), "{told:?}");
    assert_ne!(readable(&register), Vec::<String>::new());

    let done = desk.call(&["purge", "涉密.txt", "--yes"]);
    assert!(done.code == 0 && done.out.contains("已彻底清除：涉密.txt"), "{done:?}");
    assert_eq!(readable(&register), Vec::<String>::new());
    assert_eq!(notices(&desk), 1);
    assert_eq!(desk.call(&["check"]).code, 0);
    assert_eq!(desk.json(&["backups", "--verify"])["backups"][0]["reason"], "purge");
    assert!(desk.call(&["history"]).out.contains("彻底清除文件"));

    let undo = desk.call(&["undo"]);
    assert!(undo.code == 1 && undo.err.contains("不能撤销"), "{undo:?}");
    let again = desk.call(&["purge", "涉密.txt", "--yes"]);
    assert!(again.code == 1 && again.err.contains("没有文件"), "{again:?}");
}

#[test]
fn an_import_that_was_taken_back_is_listed_and_purged() {
    let desk = with_secret();
    assert_eq!(desk.call(&["undo"]).code, 0);
    let listed = desk.call(&["purge", "--list"]);
    assert!(listed.out.contains("涉密.txt") && listed.out.contains("导入已撤销"), "{listed:?}");
    assert_eq!(desk.call(&["purge", "涉密.txt", "--yes"]).code, 0);
    assert_eq!(readable(&desk.store()), Vec::<String>::new());
    assert!(!desk.call(&["purge", "--list"]).out.contains("涉密.txt"));
    assert_eq!(desk.call(&["check"]).code, 0);
}

//! Importing from the command line: what is new, what is known, what cannot be read, what was interrupted.

#![allow(clippy::unwrap_used)] // helpers of tests, which the lints do not take for tests

use std::io::Write as _;
use std::time::Duration;

use acceptance::desk::{Desk, PLAN};
use acceptance::programs::seed;
use serde_json::Value;

fn sum(report: &Value, field: &str) -> u64 {
    report["files"].as_array().unwrap().iter().map(|file| file[field].as_u64().unwrap()).sum()
}

#[test]
fn a_plan_becomes_notices_tasks_and_units() {
    let desk = Desk::new();
    let plan = desk.document("方案.txt", PLAN);
    let report = desk.import(&[&plan]);
    assert_eq!(report["files"][0]["error"], Value::Null);
    assert!(sum(&report, "tasks") >= 2, "{report}");
    assert_eq!(desk.json(&["notices"])["rows"].as_array().unwrap().len(), 1);
    let tasks = desk.json(&["tasks", "--unit", "市财政局", "--role", "co"]);
    assert_eq!(tasks["total"], 2, "{tasks}");
    let led = desk.json(&["tasks", "--unit", "市国资委", "--role", "lead"]);
    assert_eq!(led["rows"][0]["due"], "2022-12-31", "{led}");
}

#[test]
fn without_yes_nothing_becomes_a_task_before_it_is_confirmed() {
    let desk = Desk::new();
    let plan = desk.document("方案.txt", PLAN);
    assert_eq!(desk.call(&["import", plan.to_str().unwrap()]).code, 0);
    assert_eq!(desk.json(&["tasks"])["total"], 0);
    assert_eq!(desk.call(&["confirm"]).code, 0);
    assert!(desk.json(&["tasks"])["total"].as_u64().unwrap() >= 2);
    assert_eq!(desk.call(&["undo"]).code, 0);
    assert_eq!(desk.json(&["tasks"])["total"], 0);
}

#[test]
fn a_rehearsal_tells_and_writes_nothing() {
    let desk = Desk::new();
    let plan = desk.document("方案.txt", PLAN);
    let report = desk.json(&["import", "--rehearse", plan.to_str().unwrap()]);
    assert!(sum(&report, "measures") >= 2, "{report}");
    assert!(!desk.store().exists(), "a rehearsal makes no register");
    let other = desk.document("别的.txt", PLAN.replace("滨江", "望海"));
    let _ = desk.import(&[&other]);
    let (notices, history) = (desk.json(&["notices"]), desk.json(&["history"]));
    let report = desk.json(&["import", "--rehearse", plan.to_str().unwrap()]);
    assert_eq!(sum(&report, "documents"), 1, "{report}");
    assert_eq!((desk.json(&["notices"]), desk.json(&["history"])), (notices, history));
}

#[test]
fn the_same_file_again_adds_nothing_and_says_so() {
    let desk = Desk::new();
    let plan = desk.document("方案.txt", PLAN);
    let again = desk.document("副本/另一个名字.txt", PLAN);
    let _ = desk.import(&[&plan]);
    let (before, history) = (desk.call(&["export", "--format", "jsonl"]).out, desk.json(&["history"]));
    let report = desk.import(&[&plan, &again]);
    for file in report["files"].as_array().unwrap() {
        assert_eq!(file["known"], true, "{report}");
        assert_eq!(file["measures"], 0);
    }
    assert_eq!(desk.call(&["export", "--format", "jsonl"]).out, before);
    assert_eq!(desk.json(&["history"]), history, "nothing happened, so nothing is recorded");
    let told = desk.call(&["import", plan.to_str().unwrap()]);
    assert!(told.out.contains("以前导入过"), "{told:?}");
}

#[test]
fn a_part_and_a_copy_of_a_seed_add_nothing_whichever_is_named_first() {
    for order in [["003", "004", "002", "000"], ["000", "004", "002", "003"]] {
        let desk = Desk::new();
        let report = desk.import(&order.map(seed).each_ref().map(AsRef::as_ref));
        let file = |seed: &str| &report["files"][order.iter().position(|name| *name == seed).unwrap()];
        for (source, new, duplicates) in [("003", 1, 0), ("004", 0, 1), ("002", 86, 0), ("000", 0, 11)] {
            assert_eq!(file(source)["new_documents"], new, "{source} in {order:?}: {report}");
            assert_eq!(file(source)["duplicates"], duplicates, "{source} in {order:?}: {report}");
        }
    }
}

/// The plan without its annexes came first: the fuller text brings the annexes' tasks and no second task for the rest.
#[test]
fn a_fuller_text_of_a_known_notice_adds_what_is_new_in_it() {
    let desk = Desk::new();
    let _ = desk.import(&[&seed("001")]);
    let before = desk.json(&["tasks"])["total"].as_u64().unwrap();
    let report = desk.import(&[&seed("003")]);
    assert_eq!(sum(&report, "measures"), 541, "{report}");
    assert_eq!(sum(&report, "tasks"), 344 + 165, "the rows of both annexes: {report}");
    assert_eq!(desk.json(&["tasks"])["total"], before + 344 + 165);
    assert_eq!(desk.call(&["check"]).code, 0);
}

#[test]
fn a_bad_file_is_named_with_what_to_do_and_the_others_are_imported() {
    let junk: Vec<u8> = (0..40_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let table: [(&str, Option<&[u8]>, &str); 4] = [
        ("没有这个文件.txt", None, "找不到"),
        ("空.txt", Some(b""), "空"),
        ("空白.txt", Some(b" \n\n\t\n"), "空"),
        ("图片.txt", Some(&junk), "不是文本"),
    ];
    for (name, bytes, reason) in table {
        let desk = Desk::new();
        let bad = match bytes {
            Some(bytes) => desk.document(name, bytes),
            None => desk.path(name),
        };
        let plan = desk.document("方案.txt", PLAN);
        let answer = desk.call(&["import", "--yes", bad.to_str().unwrap(), plan.to_str().unwrap()]);
        assert_eq!(answer.code, 1, "{name}: part of the files failed");
        assert!(answer.err.contains(name) && answer.err.contains(reason) && answer.err.contains('请'), "{answer:?}");
        assert_eq!(desk.json(&["notices"])["rows"].as_array().unwrap().len(), 1, "{name}: the other file is in");
        assert_eq!(desk.call(&["check"]).code, 0);
    }
}

#[test]
fn broken_characters_do_not_stop_a_file() {
    let cut = &PLAN.as_bytes()[..PLAN.len() - 2];
    let mut broken = PLAN.as_bytes().to_vec();
    broken.splice(90..90, [0xFF, 0xFE, 0x80]);
    for (name, bytes) in [("截断.txt", cut), ("乱码.txt", broken.as_slice())] {
        let desk = Desk::new();
        let report = desk.import(&[&desk.document(name, bytes)]);
        assert_eq!(report["files"][0]["error"], Value::Null, "{name}");
        assert!(sum(&report, "measures") >= 2, "{name}: {report}");
    }
}

#[test]
fn a_folder_is_walked_and_one_without_documents_is_an_error() {
    let desk = Desk::new();
    let _ = desk.document("来文/甲/方案.txt", PLAN);
    let _ = desk.document("来文/.缓存/方案.txt", PLAN);
    let _ = desk.document("来文/照片.jpg", [0xFF, 0xD8]);
    let report = desk.import(&[&desk.path("来文")]);
    assert_eq!(report["files"].as_array().unwrap().len(), 1, "{report}");
    let _ = desk.document("照片/照片.jpg", [0xFF, 0xD8]);
    let answer = desk.call(&["import", desk.path("照片").to_str().unwrap()]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("照片") && answer.err.contains("没有可导入的文件"), "{answer:?}");
}

#[test]
fn two_hundred_megabytes_are_refused() {
    let desk = Desk::new();
    let path = desk.document("巨大.txt", "");
    std::fs::File::options().write(true).open(&path).unwrap().set_len(200_000_000).unwrap();
    let answer = desk.call(&["import", path.to_str().unwrap()]);
    assert_eq!(answer.code, 1);
    assert!(
        answer.err.contains("巨大.txt") && answer.err.contains("200 MB") && answer.err.contains("拆分"),
        "{answer:?}"
    );
}

/// However soon or late the import is killed, each file is in the register whole or not at all, and the import can
/// be done again.
#[test]
fn a_killed_import_leaves_whole_files_only() {
    let text = std::fs::read_to_string(seed("001")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    for delay in [5, 40, 120, 300, 700, 1500] {
        let desk = Desk::new();
        for (index, part) in lines.chunks(lines.len() / 12).enumerate() {
            let _ = desk.document(&format!("来文/{index:02}.txt"), part.join("\n"));
        }
        let folder = desk.path("来文");
        let mut import = desk.command(&["import", "--yes", folder.to_str().unwrap()]).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(delay));
        let _ = import.kill();
        let _ = import.wait();

        // Killed early enough, it had not made the register yet.
        let check = desk.call(&["check"]);
        let made = desk.store().join("duban.sqlite3").exists();
        assert_eq!(check.code == 0, made, "after {delay} ms: {check:?}");
        let again = desk.import(&[&folder]);
        assert!(again["files"].as_array().unwrap().iter().all(|file| file["error"].is_null()), "{again}");
        let whole = ledger(&desk);

        let other = Desk::new();
        let _ = other.import(&[&folder]);
        assert_eq!(whole, ledger(&other), "after {delay} ms");
    }
}

/// The rows of the exported ledger without their last cell, the id: each register gives its own ids.
fn ledger(desk: &Desk) -> Vec<String> {
    let table = desk.call(&["export", "--format", "csv"]).out;
    let rows = table.split_terminator("\r\n");
    rows.map(|row| row.rsplit_once(',').unwrap().0.to_owned()).collect()
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let desk = Desk::new();
    let _ = desk.import(&[&desk.document("方案.txt", PLAN)]);
    let mut tasks = desk
        .command(&["export", "--format", "jsonl"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(tasks.stdout.take());
    let answer = acceptance::desk::Answer::from(tasks.wait_with_output().unwrap());
    assert!(!answer.err.contains("panicked"), "{answer:?}");
    std::io::stdout().flush().unwrap();
}

/// Names from old archives are bytes of GBK, which are no UTF-8.
#[cfg(target_os = "linux")]
#[test]
fn a_file_whose_name_is_no_unicode_is_imported() {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt as _;

    let desk = Desk::new();
    let plan = desk.document("方案.txt", PLAN);
    let strange = desk.path("").join(OsString::from_vec(b"\xb7\xbd\xb0\xb8.txt".to_vec()));
    std::fs::rename(plan, &strange).unwrap();
    let answer = desk.call(&[OsString::from("import"), OsString::from("--yes"), strange.into()]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(desk.json(&["tasks"])["total"].as_u64().unwrap() >= 2);
}

#[test]
fn a_first_import_that_fails_leaves_no_empty_register() {
    let desk = Desk::new();
    let answer = desk.call(&["import", "没有.txt", "--yes"]);
    assert!(answer.code == 1 && answer.err.contains("空台账已撤去"), "{answer:?}");
    assert!(!desk.store().exists(), "neither the register nor its folder");
    std::fs::create_dir(desk.store()).unwrap();
    std::fs::write(desk.store().join("便条.txt"), "别动").unwrap();
    assert_eq!(desk.call(&["import", "没有.txt"]).code, 1);
    let left: Vec<_> = std::fs::read_dir(desk.store()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["便条.txt"], "the folder and what lay in it stay");
}

#[test]
fn as_many_notices_wait_as_are_listed_as_waiting() {
    let desk = Desk::new();
    let empty = desk.document("致辞.txt", "市长在座谈会上的致辞\n各位来宾，大家好。\n今天很高兴与大家见面。\n");
    let plan = desk.document("方案.txt", PLAN);
    let words = ["import", empty.to_str().unwrap(), plan.to_str().unwrap()];
    assert_eq!(desk.call(&words).code, 0);
    let status = desk.call(&["status"]).out;
    assert!(status.contains("文件 2 份（待确认 1）"), "{status}");
    let listed = desk.call(&["notices"]).out;
    assert_eq!((listed.matches("待确认").count(), listed.matches("无举措").count()), (1, 1), "{listed}");
    assert_eq!(desk.json(&["notices", "--unconfirmed"])["rows"].as_array().unwrap().len(), 1);
}

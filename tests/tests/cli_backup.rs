//! Backups from the command line: made, listed, restored, and what a killed program, a full disk or a folder that may
//! only be read leaves.

#![allow(clippy::unwrap_used)] // helpers of tests, which the lints do not take for tests

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use acceptance::desk::{Desk, PLAN};
use serde_json::Value;

fn with_plans(cities: &[&str]) -> Desk {
    let desk = Desk::new();
    for city in cities {
        add(&desk, city);
    }
    desk
}

fn add(desk: &Desk, city: &str) {
    let plan = desk.document(&format!("{city}.txt"), PLAN.replace("滨江", city));
    let report = desk.import(&[&plan]);
    assert_eq!(report["files"][0]["error"], Value::Null, "{report}");
}

fn notices(desk: &Desk) -> usize {
    desk.json(&["notices"])["rows"].as_array().unwrap().len()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

#[test]
fn what_is_restored_is_what_was_backed_up_and_both_are_told() {
    let desk = with_plans(&["甲"]);
    assert_eq!(desk.call(&["backup"]).code, 0);
    add(&desk, "乙");
    let told = desk.call(&["restore", "latest"]);
    assert_eq!(told.code, 1, "nobody has agreed: {told:?}");
    assert!(told.out.contains("会失去备份之后的操作：导入文件 1 次") && told.out.contains("乙.txt"), "{told:?}");
    assert!(told.out.contains("文件 2 → 1 份"), "{told:?}");
    assert_eq!(notices(&desk), 2);
    let done = desk.call(&["restore", "latest", "--yes"]);
    assert!(done.code == 0 && done.out.contains("原来的台账保留在"), "{done:?}");
    assert_eq!((notices(&desk), desk.call(&["check"]).code), (1, 0));
    let list = desk.json(&["backups", "--verify"]);
    assert_eq!(list["backups"][0]["reason"], "restore", "{list}");
    assert_eq!(list["backups"][0]["notices"], 2);
    let summary = desk.json(&["history"])[0]["summary"].as_str().unwrap().to_owned();
    assert!(summary.contains("失去之后的操作：导入文件 1 次"), "{summary}");
    assert_eq!(desk.call(&["restore", list["backups"][0]["name"].as_str().unwrap(), "--yes"]).code, 0);
    assert_eq!(notices(&desk), 2, "back again");
}

#[test]
fn a_register_that_cannot_be_opened_says_so_and_is_restored() {
    for damage in [None, Some(""), Some("不是数据库")] {
        let desk = with_plans(&["甲"]);
        let copy = desk.path("U盘.sqlite3");
        assert_eq!(desk.call(&["backup", "--to", copy.to_str().unwrap()]).code, 0);
        let register = desk.store().join("duban.sqlite3");
        match damage {
            None => std::fs::remove_file(&register).unwrap(),
            Some(content) => std::fs::write(&register, content.repeat(2000)).unwrap(),
        }
        assert_eq!(desk.call(&["tasks"]).code, 1);
        assert_eq!(desk.call(&["backups"]).code, 0);
        let done = desk.call(&["restore", copy.to_str().unwrap(), "--yes"]);
        assert!(done.code == 0 && done.err.contains("台账"), "{damage:?}: {done:?}");
        assert_eq!((notices(&desk), desk.call(&["check"]).code), (1, 0), "{damage:?}");
    }
}

#[test]
fn what_cannot_be_restored_is_refused_and_nothing_is_touched() {
    let desk = with_plans(&["甲"]);
    let text = desk.document("文字.sqlite3", "不是数据库".repeat(2000));
    for (from, part) in [(text.to_str().unwrap(), "不是台账"), ("2020-01-01", "没有找到备份"), ("没有", "没有找到备份")]
    {
        let answer = desk.call(&["restore", from, "--yes"]);
        assert!(answer.code == 1 && answer.err.contains(part), "{from}: {answer:?}");
    }
    assert_eq!((notices(&desk), desk.call(&["check"]).code), (1, 0));
}

#[test]
fn the_first_change_of_a_day_makes_a_backup_and_a_question_makes_none() {
    let desk = with_plans(&["甲"]);
    assert_eq!(desk.call(&["tasks"]).code, 0);
    assert_eq!(files(&desk.store().join("backups")).len(), 0);
    assert_eq!(desk.call(&["undo"]).code, 0);
    let list = desk.json(&["backups"]);
    assert_eq!(list["backups"][0]["reason"], "daily", "{list}");
    assert_eq!(list["backups"][0]["notices"], 1, "from before the change");
}

#[test]
fn everything_goes_into_an_archive_and_comes_out_elsewhere() {
    let desk = with_plans(&["甲", "乙"]);
    let archive = desk.path("全部.zip");
    let packed = desk.json(&["export-all", archive.to_str().unwrap()]);
    assert_eq!(packed["originals"], 2, "{packed}");
    let over = desk.call(&["export-all", archive.to_str().unwrap()]);
    assert!(over.code == 1 && over.err.contains("已存在") && over.err.contains("--yes"), "{over:?}");
    assert_eq!(desk.json(&["export-all", archive.to_str().unwrap(), "--yes"])["originals"], 2);
    let elsewhere = Desk::new();
    let words = ["import-all", archive.to_str().unwrap()];
    assert_eq!(elsewhere.json(&words)["originals"], 2);
    for question in [["tasks"], ["notices"]] {
        assert_eq!(elsewhere.json(&question), desk.json(&question));
    }
    let mut history = elsewhere.json(&["history"]);
    let came = history.as_array_mut().unwrap().remove(0);
    assert_eq!(came["label"], "从导出包导入", "{came}");
    assert_eq!(history, desk.json(&["history"]), "and before it all that was done elsewhere");
    assert_eq!(elsewhere.call(&["check"]).code, 0);
    let missing = Desk::new().call(&["import-all", "没有.zip"]);
    assert!(missing.code == 1 && missing.err.contains("没有找到归档“没有.zip”"), "{missing:?}");
    let again = elsewhere.call(&words);
    assert!(again.code == 1 && again.err.contains("已经有台账"), "{again:?}");
    assert_eq!(desk.call(&["export-all", desk.store().join("duban.sqlite3").to_str().unwrap()]).code, 1);
    assert_eq!(notices(&desk), 2);
}

/// However soon or late a backup or a restore is killed: the register is the one from before or the one from the backup,
/// whole; each backup listed is whole; and it can be done again.
fn killed_at_random_moments(times: u64) {
    let desk = with_plans(&["甲", "乙", "丙"]);
    let copy = desk.path("一份.sqlite3");
    assert_eq!(desk.call(&["undo"]).code, 0);
    assert_eq!(desk.call(&["backup", "--to", copy.to_str().unwrap()]).code, 0);
    add(&desk, "丙");
    add(&desk, "丁");
    let restore = ["restore", copy.to_str().unwrap(), "--yes"];
    let started = Instant::now();
    assert_eq!(desk.call(&restore).code, 0);
    let whole_time = u64::try_from(started.elapsed().as_micros()).unwrap() * 5 / 4;
    for time in 0..times {
        // Both kinds of leftovers: a register whose log is applied, and one that was closed.
        add(&desk, &format!("第{time}"));
        let count = notices(&desk);
        let words: &[&str] = if time % 3 == 0 { &["backup"] } else { &restore };
        let mut program = desk.command(words);
        let mut program = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(time.wrapping_mul(2_654_435_761) % whole_time));
        let _ = program.kill();
        let _ = program.wait();
        let now = notices(&desk);
        assert!(now == count || (now == 2 && time % 3 != 0), "kill {time}: {count} before, {now} now");
        let check = desk.call(&["check"]);
        assert_eq!(check.code, 0, "kill {time}: {check:?}");
        let list = desk.json(&["backups", "--verify"]);
        assert!(list["backups"].as_array().unwrap().iter().all(|backup| backup["verified"] == true), "{list}");
    }
    assert_eq!(desk.call(&restore).code, 0);
    assert_eq!(notices(&desk), 2);
}

#[test]
fn a_killed_backup_or_restore_leaves_the_old_or_the_new() {
    killed_at_random_moments(24);
}

/// `cargo test -p acceptance --test cli_backup -- --ignored --nocapture hundreds`
#[test]
#[ignore = "takes minutes"]
fn hundreds_of_killed_backups_and_restores() {
    killed_at_random_moments(400);
}

/// A file system of a fixed size in memory, gone when dropped; none without the right to mount.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn new(place: &Path, kilobytes: u64) -> Option<Self> {
        std::fs::create_dir_all(place).unwrap();
        let size = format!("size={kilobytes}k");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(place).output();
        mounted.is_ok_and(|output| output.status.success()).then(|| Self(place.to_owned()))
    }

    fn again_with(&self, options: &str) {
        assert!(Command::new("mount").args(["-o", options]).arg(&self.0).status().unwrap().success());
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

/// `cargo test -p acceptance --test cli_backup -- --ignored --nocapture disk`
#[test]
#[ignore = "mounts file systems, for which it must be root"]
fn a_full_disk_leaves_no_half_backup_and_is_named() {
    let desk = Desk::new();
    let Some(disk) = SmallDisk::new(&desk.store(), 8000) else { return };
    add(&desk, "甲");
    let copy = desk.path("一份.sqlite3");
    assert_eq!(desk.call(&["backup", "--to", copy.to_str().unwrap()]).code, 0);
    add(&desk, "乙");
    let (mut refused, mut done) = (0, 0);
    for room in (0..1500).step_by(30) {
        let filler = disk.0.join("filler");
        let used: u64 =
            files(&disk.0).iter().map(|file| std::fs::metadata(file).unwrap().len().div_ceil(4096) * 4).sum();
        std::fs::write(&filler, vec![0; usize::try_from(8000 - used - room).unwrap() * 1000]).unwrap_or_default();
        for words in [&["backup"][..], &["restore", copy.to_str().unwrap(), "--yes"]] {
            let answer = desk.call(words);
            if answer.code == 0 {
                done += 1;
            } else {
                refused += 1;
                assert!(answer.err.contains("空间") || answer.err.contains("已满"), "{room} kB: {answer:?}");
            }
            let left = files(&disk.0.join("backups"));
            assert!(left.iter().all(|file| file.extension().is_some_and(|end| end == "sqlite3")), "{left:?}");
        }
        let _ = std::fs::remove_file(&filler);
        for backup in files(&disk.0.join("backups")) {
            let _ = std::fs::remove_file(backup);
        }
        assert_eq!(desk.call(&["check"]).code, 0, "{room} kB");
        assert!((1..=2).contains(&notices(&desk)));
        if notices(&desk) == 1 {
            add(&desk, "乙");
        }
    }
    println!("{refused} refused, {done} done");
    assert!(refused > 20 && done > 5, "{refused} refused, {done} done");
}

#[test]
#[ignore = "mounts file systems, for which it must be root"]
fn a_disk_that_may_only_be_read_is_read_and_not_written() {
    let desk = Desk::new();
    let Some(disk) = SmallDisk::new(&desk.store(), 8000) else { return };
    add(&desk, "甲");
    disk.again_with("remount,ro");
    let answer = desk.call(&["notices"]);
    assert!(answer.code == 0 && answer.err.contains("只能查看"), "{answer:?}");
    assert_eq!(desk.json(&["tasks"])["total"], 3);
    let answer = desk.call(&["undo"]);
    assert!(answer.code == 1 && answer.err.contains("不能写入"), "{answer:?}");
    let copy = desk.path("一份.sqlite3");
    assert_eq!(desk.call(&["backup", "--to", copy.to_str().unwrap()]).code, 0, "a copy elsewhere can be made");
    let answer = desk.call(&["backup"]);
    assert!(answer.code == 1 && answer.err.contains("没有权限"), "{answer:?}");
    disk.again_with("remount,rw");
    assert_eq!(desk.call(&["undo"]).code, 0);
}

//! What is packed comes out again, elsewhere, and what is not whole is refused.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::originals::harmless;
use super::unpack;
use crate::testing::{Given, now};
use crate::{BackupError, Operation, Store, Title};

fn coming_in() -> Operation<'static> {
    Operation::new(Title { command: "import_all", label: "从导出包导入" }, "测试", now())
}

fn archive(folder: &Path) -> PathBuf {
    let mut store = Store::open_or_make(&folder.join("store")).unwrap();
    for title in ["甲方案", "乙方案"] {
        let _ = Given::notice(title).with_lines(&["第一行", "第二行"]).in_force(&mut store);
    }
    let place = folder.join("全部.zip");
    let packed = store.pack(&place, now(), &|_, _| {}).unwrap();
    assert_eq!((packed.originals, packed.size), (2, std::fs::metadata(&place).unwrap().len()));
    place
}

#[test]
fn everything_comes_out_in_an_empty_place() {
    let folder = tempfile::tempdir().unwrap();
    let archive = archive(folder.path());
    let place = folder.path().join("别处");
    let unpacked = unpack(&archive, &place, &coming_in(), now()).unwrap();
    assert_eq!((unpacked.facts.notices, unpacked.originals), (Some(2), 2));
    let store = Store::open(&place).unwrap();
    assert!(store.read().check().unwrap().iter().all(|check| check.ok));
    let history = store.read().history(None, 10).unwrap();
    assert_eq!(history.len(), 3, "with its history, and where it comes from");
    assert_eq!(history[0].summary, "文件 2 份，事项 0 条，原文件 2 个");
    assert!(matches!(unpack(&archive, &place, &coming_in(), now()), Err(BackupError::NotEmpty(_))));
}

#[test]
fn the_files_lie_in_it_as_they_were_handed_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut parts = zip::ZipArchive::new(std::fs::File::open(archive(folder.path())).unwrap()).unwrap();
    let names: Vec<String> = parts.file_names().map(|name| name.unwrap().into_owned()).collect();
    let expected = ["register.sqlite3", "originals/00001/文件.txt", "originals/00002/文件.txt", "manifest.json"]
        .map(str::to_owned);
    assert_eq!(names, expected);
    let mut text = String::new();
    parts.by_name("originals/00001/文件.txt").unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "甲方案\n第一行\n第二行");
}

#[test]
fn a_flipped_bit_anywhere_is_refused_or_harmless_and_leaves_no_register() {
    let folder = tempfile::tempdir().unwrap();
    let archive = archive(folder.path());
    let bytes = std::fs::read(&archive).unwrap();
    let mut refused = 0;
    for place in (0..bytes.len()).step_by(bytes.len() / 40) {
        let mut flipped = bytes.clone();
        flipped[place] ^= 4;
        std::fs::write(&archive, flipped).unwrap();
        let register = folder.path().join(format!("{place}"));
        match unpack(&archive, &register, &coming_in(), now()) {
            // In what the archive says of itself and nobody needs.
            Ok(unpacked) => assert_eq!(unpacked.facts.notices, Some(2)),
            Err(error) => {
                refused += 1;
                assert!(error.to_string().contains("全部.zip"), "{error}");
                assert!(!Store::exists(&register));
            }
        }
    }
    assert!(refused > 30, "{refused}");
}

#[test]
fn no_name_leads_out_of_its_folder() {
    for (name, shown) in
        [("../../etc/passwd", "_.._etc_passwd"), ("..", "文件"), ("a\u{1b}[2J.txt", "a_[2J.txt"), ("", "文件")]
    {
        assert_eq!(harmless(name), shown);
    }
}

//! Progress on the command line.

#![allow(clippy::unwrap_used)] // helpers of tests, which the lints do not take for tests

use acceptance::desk::{DOUBTFUL, Desk};
use serde_json::json;

fn told(desk: &Desk, words: &[&str]) -> String {
    let call = desk.call(words);
    assert_eq!(call.code, 0, "{words:?}: {call:?}");
    call.out
}

#[test]
fn progress_is_added_listed_compared_and_its_evidence_taken_out_again() {
    let desk = Desk::new();
    let _ = desk.import(&[&desk.document("方案.txt", DOUBTFUL)]);
    let task = desk.json(&["tasks"])["rows"][0]["id"].as_str().unwrap().to_owned();
    let photo = desk.document("照片.jpg", [0_u8, 255, 1]);
    let photo = photo.to_str().unwrap();
    let words = ["progress", "add", &task, "已办3件，4月30日前办完。", "--share", "40", "--on", "2022-04-05"];
    let entry = desk.json(&[words.as_slice(), &["--evidence", photo]].concat());
    let hollow = told(&desk, &["progress", "add", &task, "正在推进", "--share", "30", "--on", "2022-05-05"]);
    assert!(hollow.contains("供参考：没有写数量") && hollow.contains("从 40% 降到了 30%"), "{hollow}");
    let listed = desk.json(&["progress", "list", "--task", &task]);
    assert_eq!(listed["total"], 2);
    let told_of = |at: usize| {
        let entry = &listed["entries"][at];
        json!([entry["task"], entry["day"], entry["words"], entry["share"]])
    };
    assert_eq!(told_of(0), json!([task, "2022-05-05", "正在推进", 30]));
    assert_eq!(told_of(1), json!([task, "2022-04-05", "已办3件，4月30日前办完。", 40]));
    assert_eq!(desk.json(&["progress", "list", "--as-of", "2022-04-30"])["total"], 1);
    let compared = told(&desk, &["progress", "compare", &task, "--month", "2022-05"]);
    assert!(compared.starts_with("2022-04　完成 40%\n") && compared.contains("2022-05　完成 30%"), "{compared}");
    let copy = desk.path("另存.jpg");
    told(&desk, &["progress", "save", entry["evidence"][0]["id"].as_str().unwrap(), copy.to_str().unwrap()]);
    assert_eq!(std::fs::read(copy).unwrap(), [0, 255, 1]);
    told(&desk, &["undo"]);
    assert_eq!(desk.json(&["progress", "list"])["total"], 1);
    told(&desk, &["check"]);
}

#[test]
fn what_cannot_be_kept_is_refused() {
    let desk = Desk::new();
    let _ = desk.import(&[&desk.document("方案.txt", DOUBTFUL)]);
    let task = desk.json(&["tasks"])["rows"][0]["id"].as_str().unwrap().to_owned();
    let large = desk.path("录像.mp4");
    std::fs::File::create(&large).unwrap().set_len(300 << 20).unwrap();
    let large = large.to_str().unwrap();
    for (words, said) in [
        (vec!["progress", "add", &task, ""], "进展不能空着"),
        (vec!["progress", "add", &task, "已办", "--share", "140"], "0 到 100"),
        (vec!["progress", "add", &task, "已办", "--evidence", large], "300 MB"),
        (vec!["progress", "add", "没有", "已办"], "没有找到督办事项"),
    ] {
        let refused = desk.call(&words);
        assert!(refused.code == 1 && refused.err.contains(said), "{words:?}: {refused:?}");
    }
    assert_eq!(desk.json(&["progress", "list"])["total"], 0);
}

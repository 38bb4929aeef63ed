//! What the command line answers, for people and for scripts.

use acceptance::desk::{Answer, Desk, PLAN};
use acceptance::programs::duban;
use serde_json::Value;

fn office() -> Desk {
    let desk = Desk::new();
    let report = desk.import(&[&desk.document("方案.txt", PLAN)]);
    assert_eq!(report["files"][0]["error"], Value::Null);
    desk
}

#[test]
fn every_reading_command_answers_in_words_and_in_json() {
    let desk = office();
    let id = desk.json(&["tasks"])["rows"][0]["id"].as_str().unwrap().to_owned();
    let table: [&[&str]; 12] = [
        &["notices"],
        &["tasks", "--due-before", "2023-01-01", "--status", "in_progress"],
        &["overdue"],
        &["overdue", "--by-unit"],
        &["overdue", "--by-unit", "--tasks"],
        &["dashboard"],
        &["show", &id],
        &["search", "租金"],
        &["units"],
        &["check"],
        &["history"],
        &["status"],
    ];
    for words in table {
        let words = [words, &["--as-of", "2022-07-01"]].concat();
        let answer = desk.call(&words);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{words:?}");
        assert!(!answer.out.trim().is_empty(), "{words:?} says something");
        assert!(!desk.json(&words).is_null(), "{words:?}");
    }
}

#[test]
fn overdue_depends_on_the_day_asked() {
    let desk = office();
    let check = |day: &str, overdue: u64| {
        let dashboard = desk.json(&["dashboard", "--as-of", day]);
        assert_eq!(dashboard["totals"]["overdue"], overdue, "{day}: {dashboard}");
        assert_eq!(desk.json(&["overdue", "--as-of", day])["total"], overdue, "{day}");
    };
    check("2022-06-30", 0);
    check("2022-07-01", 1);
    check("2023-01-01", 2);
}

#[test]
fn show_gives_the_lines_of_the_source() {
    let desk = office();
    let tasks = desk.json(&["tasks", "--unit", "市国资委"]);
    let id = tasks["rows"][0]["id"].as_str().unwrap();
    let shown = desk.call(&["show", id]);
    assert!(shown.out.contains("减免小微企业房屋租金") && shown.out.contains("方案.txt"), "{shown:?}");
    let detail = desk.json(&["show", id]);
    assert_eq!(detail["first_line"], 5, "{detail}");
}

#[test]
fn exit_codes_tell_what_kind_of_failure() {
    let desk = office();
    let check = |words: &[&str], code: i32, says: &str| {
        let answer = desk.call(words);
        assert_eq!(answer.code, code, "{words:?}: {answer:?}");
        assert!(answer.err.contains(says), "{words:?}: {answer:?}");
    };
    check(&["show", "没有这个编号"], 1, "没有这个编号");
    check(&["tasks", "--unit", "市不存在局"], 1, "市不存在局");
    check(&["tasks", "--due-before", "明天"], 2, "“明天”不是日期，请写成 2022-06-30 这样");
    check(&["dashboard", "--as-of", "2022-02-30"], 2, "没有“2022-02-30”这一天：2022年2月只有 28 天");
    check(&["correct", "没有", "--due", "2022-13-01"], 2, "一年只有 12 个月");
    check(&["飞"], 2, "飞");
    check(&["import"], 2, "FILE");
    check(&["export", "--format", "doc"], 2, "doc");
}

#[test]
fn a_name_of_several_regions_needs_the_region_or_the_id() {
    let desk = office();
    let other = PLAN.replace("滨江市", "临湖市").replace("房屋租金", "经营用房租金").replace("材料清单", "事项目录");
    let _ = desk.import(&[&desk.document("临湖.txt", other)]);
    for words in [&["tasks", "--unit", "市国资委"][..], &["unit", "市国资委"]] {
        let refused = desk.call(words);
        assert_eq!(refused.code, 1, "{refused:?}");
        for said in ["不止一个", "滨江市", "临湖市", "--region"] {
            assert!(refused.err.contains(said), "{said}: {refused:?}");
        }
        let chosen = desk.call(&[words, &["--region", "临湖市"]].concat());
        assert_eq!((chosen.code, chosen.err.as_str()), (0, ""), "{words:?}");
    }
    let tasks = desk.json(&["tasks", "--unit", "市国资委", "--region", "临湖市"]);
    assert_eq!(tasks["total"], 1, "{tasks}");
    assert!(tasks["rows"][0]["text"].as_str().unwrap().contains("经营用房租金"));
    let id = tasks["rows"][0]["leads"][0]["id"].as_str().unwrap();
    assert!(desk.call(&["units"]).out.contains(id));
    assert_eq!(desk.json(&["tasks", "--unit", id]), tasks);
    let overdue = desk.json(&["overdue", "--region", "临湖市", "--as-of", "2023-01-01"]);
    assert_eq!(overdue["total"], 2, "{overdue}");
}

#[test]
fn what_does_not_exist_is_not_taken_for_empty() {
    let desk = office();
    let table: [&[&str]; 9] = [
        &["tasks", "--notice", "火星"],
        &["tasks", "--region", "火星"],
        &["dashboard", "--notice", "火星"],
        &["dashboard", "--region", "火星"],
        &["overdue", "--region", "火星"],
        &["overdue", "--by-unit", "--region", "火星"],
        &["indicators", "--notice", "火星"],
        &["units", "--region", "火星"],
        &["unit", "市国资委", "--region", "火星"],
    ];
    for words in table {
        let answer = desk.call(words);
        assert_eq!((answer.code, answer.out.as_str()), (1, ""), "{words:?}: {answer:?}");
        assert!(answer.err.contains("没有找到") && answer.err.contains("火星"), "{words:?}: {answer:?}");
    }
}

#[test]
fn a_search_tells_what_it_lists_of_how_many() {
    let desk = office();
    let found = desk.call(&["search", "滨江市", "--limit", "1"]);
    assert!(found.out.starts_with("“滨江市”共 1 处\n文件  "), "{found:?}");
    let found = desk.call(&["search", "租金", "--limit", "1"]);
    assert!(found.out.contains("只列出前 1 处"), "{found:?}");
    assert!(desk.call(&["search", "租金"]).out.contains("\n事项  "));
    let refused = desk.call(&["search", " "]);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{refused:?}");
    assert!(refused.err.contains("没有写要找的字词"), "{refused:?}");
}

#[test]
fn the_table_for_spreadsheets_names_notice_region_and_id() {
    let desk = Desk::new();
    let text = PLAN.replacen("为进一步", "滨政发〔2022〕3号\n为进一步", 1).replace("，2022年6月底前完成", "");
    let _ = desk.import(&[&desk.document("方案.txt", text)]);
    let table = desk.call(&["export", "--format", "csv", "--as-of", "2022-03-01"]).out;
    let headings = table.lines().next().unwrap();
    assert!(headings.contains("文件,发文字号,地区,所在章节,条目,") && headings.ends_with(",编号"), "{headings}");
    let tasks = desk.json(&["tasks"]);
    for task in tasks["rows"].as_array().unwrap() {
        let id = task["id"].as_str().unwrap();
        let row = table.lines().find(|row| row.ends_with(id)).unwrap();
        let light = if task["due"].is_null() { "无期限" } else { "未到期" };
        assert!(row.contains(light) && row.contains("滨江市") && row.contains("滨政发〔2022〕3号"), "{row}");
    }
}

#[test]
fn the_export_is_one_object_a_line_with_documents_before_their_measures() {
    let desk = office();
    let export = desk.call(&["export", "--format", "jsonl"]);
    let lines: Vec<Value> = export.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["type"], "document");
    assert_eq!(lines[0]["source_file"], "方案.txt");
    for measure in &lines[1..] {
        assert_eq!(measure["type"], "measure");
        assert_eq!(measure["document"], lines[0]["id"]);
    }
    let rent = lines.iter().find(|line| line["text"].as_str().is_some_and(|text| text.contains("租金"))).unwrap();
    assert_eq!(rent["leads"], serde_json::json!(["市国资委"]));
    assert_eq!(rent["deadline"]["due"], "2022-12-31");

    let file = desk.path("台账.csv");
    assert_eq!(desk.call(&["export", "--format", "csv", "-o", file.to_str().unwrap()]).code, 0);
    let csv = std::fs::read(file).unwrap();
    assert!(csv.starts_with("\u{FEFF}序号,文件,".as_bytes()));
}

#[test]
fn markup_in_a_notice_stays_text() {
    let desk = Desk::new();
    let text = PLAN.replace("减免小微企业", "减免<script>alert(1)</script><img src=x onerror=alert(2)>小微企业");
    let _ = desk.import(&[&desk.document("方案.txt", text)]);
    let found = desk.call(&["search", "<script>alert(1)"]);
    assert!(found.out.contains("<script>alert(1)</script>"), "{found:?}");
    let export = desk.call(&["export", "--format", "jsonl"]).out;
    assert!(export.contains("<img src=x onerror=alert(2)>"), "{export}");
}

#[test]
fn the_account_lists_what_was_not_understood_and_stores_nothing() {
    let desk = Desk::new();
    let text = "滨江市工作方案\n市财政局要拨付资金，市审计局要加强监督。\n\n";
    let plan = desk.document("方案.txt", text);
    let account = desk.json(&["account", plan.to_str().unwrap()]);
    assert_eq!(account[0]["lines"], 3, "{account}");
    let shares = account[0]["shares"].as_array().unwrap();
    assert_eq!(shares.iter().map(|share| share["lines"].as_u64().unwrap()).sum::<u64>(), 3, "{account}");
    assert_eq!(account[0]["not_understood"][0]["number"], 2);
    let told = desk.call(&["account", plan.to_str().unwrap(), "没有.txt"]);
    assert_eq!(told.code, 1, "{told:?}");
    assert!(told.out.contains("市审计局要加强监督") && told.err.contains("没有.txt"), "{told:?}");
    assert!(!desk.store().exists(), "files are only read");
    let refused = desk.call(&["notices"]);
    assert_eq!((refused.code, refused.err.contains("没有台账")), (1, true), "{refused:?}");
    assert!(!desk.store().exists(), "a mistyped folder is not made a register");
}

/// Without `--store` too: the usual folder of a person who has not begun yet stays as it is.
#[test]
fn only_what_brings_something_makes_a_register() {
    let desk = Desk::new();
    let home = desk.path("home");
    let call = |words: &[&str]| {
        let mut command = std::process::Command::new(duban());
        command
            .args(words)
            .env("HOME", &home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("APPDATA", home.join("data"));
        Answer::from(command.output().expect("duban starts"))
    };
    for words in [&["tasks"][..], &["status"], &["check", "--mend"], &["undo"], &["export", "--format", "csv"]] {
        let refused = call(words);
        assert_eq!((refused.code, refused.err.contains("没有台账")), (1, true), "{words:?}: {refused:?}");
        assert!(!home.exists(), "{words:?}");
    }
    let plan = desk.document("方案.txt", PLAN);
    let rehearsed = desk.call(&["import", "--rehearse", plan.to_str().unwrap()]);
    assert!(rehearsed.code == 0 && rehearsed.err.contains("没有台账"), "a mistyped folder is told: {rehearsed:?}");
    assert!(!desk.store().exists());
}

#[test]
fn figures_to_be_reached_are_listed_and_shown_with_their_task() {
    let desk = Desk::new();
    let text = PLAN
        .replace("减免小微企业房屋租金。", "减免小微企业房屋租金，惠及企业不少于150家。对新认定企业给予100万元奖励。");
    let _ = desk.import(&[&desk.document("方案.txt", text)]);
    let rows = desk.json(&["indicators"]);
    assert_eq!(rows.as_array().unwrap().len(), 1, "the reward is no target: {rows}");
    let indicator = &rows[0]["indicator"];
    assert_eq!((&indicator["stated"], &indicator["aim"]), (&"不少于150家".into(), &"at-least".into()));
    assert!(desk.call(&["indicators"]).out.contains("惠及企业"));
    assert!(desk.call(&["show", rows[0]["task"].as_str().unwrap()]).out.contains("指标：惠及企业 不少于150家"));
    let notice = rows[0]["notice"].as_str().unwrap();
    assert_eq!(desk.json(&["indicators", "--notice", notice]), rows);
    let export = desk.call(&["export", "--format", "jsonl"]).out;
    assert!(export.contains(r#""indicators":[{"name":"惠及企业","figure":"150""#), "{export}");
}

#[test]
fn explain_tells_for_each_field_the_rule_the_words_and_the_line() {
    let desk = office();
    let tasks = desk.json(&["tasks", "--unit", "市财政局", "--role", "co"]);
    let id = tasks["rows"][0]["id"].as_str().unwrap();
    let told = desk.call(&["explain", id]);
    assert_eq!(told.code, 0, "{told:?}");
    for words in ["牵头单位：", "括号里写明由谁牵头", "完成时限：", "方案.txt 第", "配合单位：", "类别：举措"]
    {
        assert!(told.out.contains(words), "{words} in {}", told.out);
    }
    assert!(!told.out.contains("bracket."), "rules are told in words: {}", told.out);
    let detail = desk.json(&["explain", id]);
    let fields = detail["provenance"].as_array().unwrap();
    assert!(fields.iter().all(|field| field["rule_words"] != field["rule"]), "{detail}");
    assert_ne!(desk.call(&["explain", "没有这个编号"]).code, 0);
}

#[test]
fn spellings_of_one_unit_are_proposed_and_merged_by_a_person_and_undone() {
    let desk = Desk::new();
    let text = PLAN.replace("市司法局配合", "市财政局（国资办）配合");
    let _ = desk.import(&[&desk.document("方案.txt", text)]);
    assert!(desk.call(&["units", "--proposals"]).out.contains("牌子"));
    let proposals = desk.json(&["units", "--proposals"]);
    assert_eq!(proposals.as_array().unwrap().len(), 1, "{proposals}");
    let (from, into) = (proposals[0]["from_name"].as_str().unwrap(), proposals[0]["into_name"].as_str().unwrap());
    assert_eq!((from, into), ("市财政局（国资办）", "市财政局"));
    assert!(desk.call(&["merge-units", from, into]).out.contains("已并入"));
    assert_eq!(desk.json(&["units", "--proposals"]), serde_json::json!([]));
    assert!(desk.call(&["history"]).out.contains("合并单位"));
    assert_eq!(desk.call(&["undo"]).code, 0);
    assert_eq!(desk.json(&["units", "--proposals"]), proposals);
    assert_eq!(desk.call(&["merge-units", "--decline", from, into]).code, 0);
    assert_eq!(desk.json(&["units", "--proposals"]), serde_json::json!([]));
    assert_eq!(desk.call(&["merge-units", from, from]).code, 1);
}

#[test]
fn an_export_replaces_a_file_whole_and_never_the_register() {
    let desk = office();
    let file = desk.document("台账.csv", "旧的内容");
    let export = |path: &std::path::Path| desk.call(&["export", "--format", "csv", "-o", path.to_str().unwrap()]);
    let refused = export(&file);
    assert!(refused.code == 1 && refused.err.contains("已存在") && refused.err.contains("--yes"), "{refused:?}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "旧的内容", "nobody was there to be asked");
    assert_eq!(desk.call(&["export", "--format", "csv", "--yes", "-o", file.to_str().unwrap()]).code, 0);
    assert!(std::fs::read_to_string(&file).unwrap().contains("简化办事材料"));
    let tasks = desk.json(&["tasks"]);
    let register = desk.store().join("duban.sqlite3");
    let refused = export(&register);
    assert_eq!((refused.code, refused.err.contains("台账本身")), (1, true), "{}", refused.err);
    assert_eq!(desk.json(&["tasks"]), tasks, "the register is as it was");
}

#[cfg(unix)]
#[test]
fn an_export_that_finds_no_room_leaves_the_old_file() {
    let desk = office();
    let file = desk.document("台账.csv", "旧的内容");
    // The shell allows files of no size at all, which the system treats as a full disk.
    let mut shell = std::process::Command::new("bash");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "bash"]);
    shell.arg(desk.command(&["export"]).get_program());
    shell.args(["export", "--format", "csv", "--yes", "-o"]).arg(&file).arg("--store").arg(desk.store());
    let answer = acceptance::desk::Answer::from(shell.output().unwrap());
    assert_eq!(answer.code, 1, "{answer:?}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "旧的内容", "{answer:?}");
}

/// A full disk behind the output: a sentence, and no panic. The server goes on for those who know its address.
#[cfg(target_os = "linux")]
#[test]
fn an_output_that_takes_nothing_is_told() {
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let answer = office().command(&["tasks"]).stdout(full()).output().unwrap();
    let told = String::from_utf8_lossy(&answer.stderr).into_owned();
    assert_eq!(answer.status.code(), Some(1), "{told}");
    assert!(told.contains("写不出结果"), "{told}");

    let desk = Desk::new();
    let mut server = desk.command(&["serve"]).stdout(full()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    let mut told = String::new();
    let mut lines = std::io::BufReader::new(server.stderr.take().unwrap());
    while !told.contains("写不出结果") {
        assert_ne!(std::io::BufRead::read_line(&mut lines, &mut told).unwrap(), 0, "it ended: {told}");
    }
    assert!(server.try_wait().unwrap().is_none(), "the server ended");
    server.kill().unwrap();
    let _ = server.wait();
}

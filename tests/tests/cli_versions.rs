//! Versions on the command line: a draft, then the text that became of it.

#![allow(clippy::unwrap_used)] // helpers of tests, which the lints do not take for tests

use acceptance::desk::Desk;
use acceptance::programs::seed;
use serde_json::Value;

const DRAFT: &str = "滨江市营商环境提升行动方案（征求意见稿）
为进一步优化营商环境，制定本方案。
一、重点任务
（一）简化办事材料。整理公布材料清单，取消证明事项30项。（市政务办牵头，市财政局、市司法局配合，2023年6月底前完成）
（二）降低企业成本。减免小微企业房屋租金。（市国资委牵头，市财政局配合，2023年12月底前完成）
（三）畅通物流通道。新开通货运航线两条。（市交通运输局牵头，2023年12月底前完成）
（四）规范中介服务。公布中介服务事项清单。（市政务办牵头，2023年9月底前完成）
（五）组织开展评价。每年开展一次营商环境评价。（市发改委牵头，2023年12月底前完成）
滨江市发展和改革委员会
2023年1月10日
";

/// Of the five measures one stays, one has another deadline, one another lead, one other words; one goes, two come.
const FINAL: &str = "滨江市营商环境提升行动方案
为进一步优化营商环境，制定本方案。
一、重点任务
（一）简化办事材料。整理公布材料清单，取消证明事项50项。（市政务办牵头，市财政局、市司法局配合，2023年6月底前完成）
（二）降低企业成本。减免小微企业房屋租金。（市国资委牵头，市财政局配合，2023年9月底前完成）
（三）规范中介服务。公布中介服务事项清单。（市司法局牵头，市政务办配合，2023年9月底前完成）
（四）组织开展评价。每年开展一次营商环境评价。（市发改委牵头，2023年12月底前完成）
（五）强化用工保障。举办专场招聘会一百场，发放职业培训券。（市人力社保局牵头，2023年12月底前完成）
（六）建立诉求平台。开通企业诉求一键直达。（市工商联牵头，2023年12月底前完成）
滨江市人民政府
2023年3月1日
";

/// A register that has met the draft and then the final text, and their ids.
fn desk() -> (Desk, String, String) {
    let desk = Desk::new();
    let id = |report: &Value| report["files"][0]["notices"][0].as_str().unwrap().to_owned();
    let older = id(&desk.import(&[&desk.document("征求意见稿.txt", DRAFT)]));
    let newer = id(&desk.import(&[&desk.document("正式.txt", FINAL)]));
    (desk, older, newer)
}

#[test]
fn the_final_text_is_compared_with_its_draft() {
    let (desk, older, newer) = desk();
    let answer = desk.json(&["versions", &newer]);
    let comparison = &answer["comparison"];
    let counts = &comparison["counts"];
    for (field, expected) in
        [("same", 1), ("changed", 3), ("wording", 1), ("units", 1), ("deadline", 1), ("added", 2), ("dropped", 1)]
    {
        assert_eq!(counts[field], expected, "{field}: {counts}");
    }
    assert_eq!((&comparison["older"]["id"], &comparison["newer"]["id"]), (&older.into(), &newer.clone().into()));
    assert_eq!(answer["chain"]["links"][0]["kind"], "draft");
    let told = desk.call(&["versions", &newer]).out;
    for words in ["征求意见稿", "{+5+}", "时限：2023-12-31 → 2023-09-30", "牵头 市政务办 → 市司法局", "新增", "取消"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn the_tasks_of_the_draft_stay_as_they_are() {
    let (desk, older, _) = desk();
    let tasks = desk.json(&["tasks"]);
    let of_draft = tasks["rows"].as_array().unwrap().iter().filter(|task| task["notice"] == *older).count();
    assert_eq!(of_draft, 5, "{tasks}");
    assert_eq!(desk.call(&["check"]).code, 0);
}

#[test]
fn the_import_says_that_a_new_version_came() {
    let desk = Desk::new();
    let _ = desk.import(&[&desk.document("征求意见稿.txt", DRAFT)]);
    let path = desk.document("正式.txt", FINAL);
    let told = desk.call(&["import", "--yes", path.to_str().unwrap()]);
    assert!(told.out.contains("新版") && told.out.contains("调整 3 条") && told.out.contains("新增 2 条"), "{told:?}");
}

#[test]
fn a_person_takes_a_link_off_and_sets_it_again() {
    let (desk, older, newer) = desk();
    let links = || desk.json(&["versions"])["links"].as_array().unwrap().len();
    assert_eq!(links(), 1);
    assert_eq!(desk.call(&["versions", &newer, "--not", &older]).code, 0);
    assert_eq!(links(), 0);
    assert_eq!(desk.call(&["undo"]).code, 0);
    assert_eq!(links(), 1);
    assert_eq!(desk.call(&["versions", &newer, "--not", &older]).code, 0);
    assert_eq!(desk.call(&["versions", &newer, "--follows", &older]).code, 0);
    assert_eq!(desk.json(&["versions"])["links"][0]["by_person"], true);
    let wrong = desk.call(&["versions", &newer, "--follows", "没有这份"]);
    assert!(wrong.code == 1 && wrong.err.contains("没有找到文件"), "{wrong:?}");
}

/// Read by a person: of all the notices of the sample these are versions, and no others.
#[test]
fn the_versions_among_the_seeds_are_found_and_no_others() {
    let desk = Desk::new();
    let _ = desk.import(&["001", "002", "003"].map(seed).each_ref().map(AsRef::as_ref));
    let found = desk.json(&["versions"]);
    let title = |id: &Value| {
        let notices = found["notices"].as_array().unwrap();
        notices.iter().find(|notice| notice["id"] == *id).unwrap()["title"].as_str().unwrap().to_owned()
    };
    let links = found["links"].as_array().unwrap();
    let mut pairs: Vec<(String, String, &str)> = links
        .iter()
        .map(|link| (title(&link["older"]), title(&link["newer"]), link["kind"].as_str().unwrap()))
        .collect();
    pairs.sort_unstable();
    let pair = |older: &str, newer: &str, kind: &'static str| (older.to_owned(), newer.to_owned(), kind);
    let expected = [
        pair(
            "厦门市对标最优主动创新再创营商环境新优势行动方案（征求意见稿）",
            "厦门市再创营商环境新优势助力企业高质量发展行动方案",
            "draft",
        ),
        pair(
            "打造营商环境最优市赋能高质量发展实施意见（征求意见稿）",
            "关于全力打造营商环境最优市赋能经济高质量发展的实施意见",
            "draft",
        ),
        // Without its annexes, and with them.
        pair("杭州市国家营商环境创新试点实施方案", "杭州市国家营商环境创新试点实施方案", "fuller"),
    ];
    assert_eq!(pairs, expected);
}

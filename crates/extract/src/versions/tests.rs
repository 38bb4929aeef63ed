use chrono::NaiveDate;
use domain::{NoticeKind, VersionKind};

use super::*;
use crate::Fingerprint;

#[test]
fn a_title_is_taken_apart() {
    let check = |title: &str, region: &str, title_key: &str, years: &[u32], stage: Stage, revised: bool| {
        let found = Edition::of(title, Some(region));
        let expected = Edition {
            place: Some(region.to_owned()),
            title_key: title_key.to_owned(),
            years: years.to_vec(),
            stage,
            revised,
            release: found.release,
        };
        assert_eq!(found, expected, "{title}");
    };
    let (consultation, review, trial, last) = (Stage::Consultation, Stage::Review, Stage::Trial, Stage::Final);
    check("2023年滨江市政务公开工作要点", "滨江市", "政务公开工作要点", &[2023], last, false);
    check("滨江市二〇二四年政务公开工作要点", "滨江市", "政务公开工作要点", &[2024], last, false);
    check(
        "滨江市人民政府办公室关于印发《滨江市２０２５年政务公开工作要点》的通知",
        "滨江市",
        "政务公开工作要点",
        &[2025],
        last,
        false,
    );
    check("滨江市人民政府关于印发滨江市城市更新行动方案的通知", "滨江市", "城市更新行动方案", &[], last, false);
    check("滨江市优化营商环境条例（草案送审稿）", "滨江市", "优化营商环境条例", &[], review, false);
    check("滨江市城市更新行动方案（2021—2023年）", "滨江市", "城市更新行动方案", &[2021, 2023], last, false);
    check(
        "滨江市城市更新行动方案(2021-2023)（征求意见稿）",
        "滨江市",
        "城市更新行动方案",
        &[2021, 2023],
        consultation,
        false,
    );
    check("关于《滨江市城市更新管理办法》公开征求意见的公告", "滨江市", "城市更新管理办法", &[], consultation, false);
    check("滨江市科技计划管理办法（试行）", "滨江市", "科技计划管理办法", &[], trial, false);
    check("滨江市科技计划管理暂行办法", "滨江市", "科技计划管理办法", &[], trial, false);
    check("滨江市优化营商环境条例（2024年修订）", "滨江市", "优化营商环境条例", &[2024], last, true);
    check("关于修改《滨江市优化营商环境条例》的决定", "滨江市", "优化营商环境条例", &[], last, true);
    check("滨江市“十四五”时期优化营商环境规划", "滨江市", "优化营商环境规划", &[2021, 2025], last, false);
    check("上海市黄浦区2023年重点工作安排", "上海市黄浦区", "重点工作安排", &[2023], last, false);
    check("滨江市2023年第一批重点任务清单", "滨江市", "第一批重点任务清单", &[2023], last, false);
    // Numbers and words that are no marks of an edition.
    check("推进12345热线与110高效联动的实施意见", "滨江市", "推进12345热线与110高效联动实施意见", &[], last, false);
    check("滨江市修订工作规程指引", "滨江市", "修订工作规程指引", &[], last, false);
    check("滨江市（临港）综合试验区实施方案", "滨江市", "临港综合试验区实施方案", &[], last, false);
    check(
        "《滨江市优化营商环境条例》解读",
        "滨江市",
        "滨江市优化营商环境条例解读".trim_start_matches("滨江市"),
        &[],
        last,
        false,
    );
    let key = |title| Edition::of(title, None).key();
    assert_eq!(key("2023年杭州市政务公开工作要点").as_deref(), Some("杭州市/政务公开工作要点"));
    assert_eq!(key("2023年政务公开工作要点"), None, "of which place, nobody knows");
    assert_eq!(key("杭州市2023年工作方案"), None, "of which matter, nobody knows");
    assert_eq!(Edition::of("滨江市营商环境改革4.0版实施方案", Some("滨江市")).release, Some(4));
}

/// A notice with a text of so many samples, of which the first `shared` are those of every other such notice.
struct Given {
    title: &'static str,
    region: &'static str,
    issuers: Vec<String>,
    issued: Option<NaiveDate>,
    kind: NoticeKind,
    fingerprint: Fingerprint,
}

/// `issued` may be empty; `shared` is the share of its text, in percent, that all given notices hold.
fn given(title: &'static str, issuer: &str, issued: &str, shared: u32) -> Given {
    let own = title.chars().chain(issued.chars()).fold(7_u32, |sum, c| sum.wrapping_mul(31).wrapping_add(u32::from(c)));
    let samples = (0..100).map(|n| if n < shared { n } else { own.wrapping_mul(1_000).wrapping_add(n) }).collect();
    Given {
        title,
        region: "滨江市",
        issuers: if issuer.is_empty() { Vec::new() } else { vec![issuer.to_owned()] },
        issued: issued.parse().ok(),
        kind: NoticeKind::Plan,
        fingerprint: Fingerprint::from_hashes(samples),
    }
}

impl Given {
    fn version(&self) -> Version<'_> {
        let Self { title, region, issuers, issued, kind, fingerprint } = self;
        Version { title, region: Some(region), issuers, issued: *issued, kind: *kind, fingerprint }
    }
}

/// The kind of link, when `older` and `newer` are one, whichever came first into the register.
fn linked(older: &Given, newer: &Given) -> Option<VersionKind> {
    let (one, other) = (kinship(older.version(), newer.version()), kinship(newer.version(), older.version()));
    assert_eq!(one.as_ref().map(|found| found.kind), other.as_ref().map(|found| found.kind), "{}", older.title);
    if let (Some(one), Some(other)) = (&one, &other) {
        assert!(one.first_is_older && !other.first_is_older, "{} / {}: {one:?} {other:?}", older.title, newer.title);
        assert!(!one.reason.is_empty());
    }
    one.map(|found| found.kind)
}

#[test]
fn versions_are_told_from_neighbours() {
    let check = |older: Given, newer: Given, expected: Option<VersionKind>| {
        assert_eq!(linked(&older, &newer), expected, "{} / {}", older.title, newer.title);
    };
    let (city, bureau) = ("滨江市人民政府办公室", "滨江市发展和改革委员会");
    // Drafts.
    check(
        given("滨江市城市更新行动方案（征求意见稿）", bureau, "2023-03-01", 5),
        given("滨江市城市更新行动方案", city, "2023-06-01", 5),
        Some(VersionKind::Draft),
    );
    check(
        given("滨江市优化营商环境条例（征求意见稿）", "", "", 5),
        given("滨江市优化营商环境条例（草案）", "", "", 5),
        Some(VersionKind::Draft),
    );
    check(
        given("打造营商环境最优市赋能高质量发展实施意见（征求意见稿）", bureau, "2023-06-25", 35),
        given("关于全力打造营商环境最优市赋能经济高质量发展的实施意见", "", "", 35),
        Some(VersionKind::Draft),
    );
    check(
        given("打造营商环境最优市实施意见（征求意见稿）", bureau, "", 35),
        given("滨江市港口岸线管理实施意见", "", "", 35),
        None,
    );
    check(
        given("优化营商环境行动方案（征求意见稿）", bureau, "", 3),
        given("优化民营企业营商环境行动计划方案", city, "", 3),
        None,
    );
    // Titles whose marks are printed on two lines.
    check(
        given("滨江市节水行动方案（2024—2026年）（征求意见稿）", bureau, "2024-01-05", 5),
        given("滨江市节水行动方案（2024—2026年）", city, "2024-03-01", 5),
        Some(VersionKind::Draft),
    );
    check(
        given("滨江市节水行动方案（2021—2023年）", city, "2021-03-01", 5),
        given("滨江市节水行动方案（2024—2026年）", city, "2024-03-01", 5),
        Some(VersionKind::Period),
    );
    // Years.
    check(
        given("滨江市2022年政务公开工作要点", city, "2022-03-01", 0),
        given("2023年滨江市政务公开工作要点", "滨江市人民政府", "2023-03-01", 0),
        Some(VersionKind::Period),
    );
    check(
        given("滨江市城市更新行动方案（2021—2023年）", "", "", 0),
        given("滨江市城市更新行动方案（2024—2026年）", city, "", 0),
        Some(VersionKind::Period),
    );
    check(
        given("滨江市2022年优化营商环境工作要点", "滨江市税务局", "", 30),
        given("滨江市2023年优化营商环境工作要点", "滨江市海事局", "", 30),
        None,
    );
    check(
        given("滨江市2023年第一批重点任务清单", city, "2023-02-01", 5),
        given("滨江市2023年第二批重点任务清单", city, "2023-06-01", 5),
        None,
    );
    check(given("2022年工作要点", city, "", 5), given("2023年工作要点", city, "", 5), None);
    // Revisions.
    check(
        given("滨江市科技计划管理办法（试行）", city, "2020-01-01", 0),
        given("滨江市科技计划管理办法", city, "2023-01-01", 0),
        Some(VersionKind::Revision),
    );
    check(
        given("滨江市优化营商环境条例", "", "2020-01-01", 0),
        given("关于修改《滨江市优化营商环境条例》的决定", "", "2023-01-01", 0),
        Some(VersionKind::Revision),
    );
    check(
        given("滨江市科技计划管理办法", city, "2020-01-01", 40),
        given("滨江市科技计划管理办法", city, "2023-01-01", 40),
        Some(VersionKind::Revision),
    );
    check(
        given("关于做好节假日值班工作的通知", city, "2022-01-01", 2),
        given("关于做好节假日值班工作的通知", city, "2023-01-01", 2),
        None,
    );
}

#[test]
fn a_short_notice_revised_under_its_title_is_a_version() {
    let short = |issued: &str, shared: usize| {
        let long = given("关于做好汛期安全工作的通知", "滨江市水利局", issued, 50);
        let (common, own) = long.fingerprint.hashes().split_at(50);
        let samples = common.iter().take(shared).chain(own.iter().take(16 - shared)).copied().collect();
        Given { fingerprint: Fingerprint::from_hashes(samples), ..long }
    };
    let check = |older: Given, newer: Given, expected: Option<VersionKind>| {
        assert_eq!(linked(&older, &newer), expected, "{:?} / {:?}", older.issued, newer.issued);
    };
    check(short("2026-03-20", 13), short("2026-04-02", 13), Some(VersionKind::Revision));
    check(short("2026-03-20", 3), short("2026-04-02", 3), None);
    check(short("2025-03-20", 13), short("2026-04-02", 13), None);
}

#[test]
fn other_places_and_texts_about_a_text_are_no_versions() {
    let draft = given("优化营商环境行动方案（征求意见稿）", "", "2023-01-01", 60);
    let text = given("优化营商环境行动方案", "", "2023-03-01", 60);
    assert_eq!(linked(&draft, &text), Some(VersionKind::Draft));
    let elsewhere =
        Given { region: "滨江市江北区", ..given("优化营商环境行动方案", "", "2023-03-01", 60) };
    assert_eq!(linked(&draft, &elsewhere), None);
    let interpretation =
        Given { kind: NoticeKind::Interpretation, ..given("优化营商环境行动方案", "", "2023-03-01", 60) };
    assert_eq!(linked(&draft, &interpretation), None);
}

#[test]
fn editions_are_told_by_their_titles() {
    let check = |title: &str, other: &str, expected: bool| {
        assert_eq!(is_other_edition(title, other), expected, "{title} / {other}");
        assert_eq!(is_other_edition(other, title), expected, "{other} / {title}");
    };
    check("优化营商环境实施意见（征求意见稿）", "优化营商环境实施意见", true);
    check("2023年工作要点", "2024年工作要点", true);
    check("三年行动计划（2021-2023年）", "三年行动计划（2024—2026年）", true);
    check("三年行动计划（2021-2023年）", "三年行动计划（2021—2023年）", false);
    check("某市工作方案", "某市2023年工作方案", false);
    check("某市实施意见", "关于深化改革的实施意见", false);
}

#[test]
fn a_deadline_changes_with_its_words_and_its_day() {
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    let check = |one: (&'static str, &str), other: (&'static str, &str), expected: bool| {
        let clause = |(words, due): (&'static str, &str)| Clause {
            text: "组织开展评价",
            due: day(due),
            deadline: (!words.is_empty()).then_some(words),
            ..Clause::default()
        };
        let rows = compare(&[clause(one)], &[clause(other)]);
        assert_eq!(rows[0].deadline, expected, "{one:?} {other:?}");
    };
    check(("2022年6月底前", "2022-06-30"), ("2022年9月底前", "2022-09-30"), true);
    check(("2022年6月底前", "2022-06-30"), ("2022年上半年", "2022-06-30"), false);
    check(("12月底前", "2022-12-31"), ("12月底前", "2023-12-31"), false);
    check(("6月前", "2022-05-31"), ("6月前", "2022-06-30"), true);
    check(("印发后20日内", ""), ("印发后20日内", "2022-02-16"), false);
    check(("", ""), ("2022年6月底前", "2022-06-30"), true);
    check(("2022年6月底前", "2022-06-30"), ("", ""), true);
    check(("长期", ""), ("每季度", ""), true);
    check(("", ""), ("", ""), false);
}

/// `text | leads | co-units | deadline`, one measure a line.
fn clauses(rows: &'static str) -> Vec<Clause<'static>> {
    let units = |list: &'static str| list.split('、').filter(|unit| !unit.is_empty()).collect();
    let clause = |row: &'static str| {
        let mut fields = row.split('|').map(str::trim);
        let mut next = || fields.next().unwrap_or_default();
        let (text, leads, co_units, deadline) = (next(), units(next()), units(next()), next());
        let due = deadline.parse().ok();
        Clause { text, leads, co_units, due, deadline: (!deadline.is_empty()).then_some(deadline) }
    };
    rows.lines().map(str::trim).filter(|row| !row.is_empty()).map(clause).collect()
}

/// Each row as `older-newer` with what changed: w(ording), u(nits), d(eadline).
fn rows(older: &'static str, newer: &'static str) -> String {
    let place = |place: Option<usize>| place.map_or("x".to_owned(), |place| place.to_string());
    let found = compare(&clauses(older), &clauses(newer));
    let row = |row: Correspondence| {
        let marks = [(row.wording, 'w'), (row.units, 'u'), (row.deadline, 'd')];
        let marks: String = marks.iter().filter(|(holds, _)| *holds).map(|(_, mark)| *mark).collect();
        format!("{}-{}{marks}", place(row.older), place(row.newer))
    };
    found.into_iter().map(row).collect::<Vec<_>>().join(" ")
}

#[test]
fn measures_that_correspond_are_found_with_what_changed() {
    let check = |older, newer, expected: &str| assert_eq!(rows(older, newer), expected);
    let plan = "推进企业开办全程网办，压缩办理时间。 | 市市场监管局 | 市税务局、市公安局 | 2022-06-30
        建立惠企政策统一发布平台。 | 市发改委 | | 2022-12-31
        组织开展营商环境评价。 | 市发改委 | |";
    check(plan, plan, "0-0 1-1 2-2");
    // Order of co-units, wraps and punctuation are no change.
    check(
        "推进企业开办全程网办，压缩办理时间。 | 市市场监管局 | 市税务局、市公安局 | 2022-06-30",
        "推进企业开办全程网办,压缩办理时间 | 市市场监管局 | 市公安局、市税务局 | 2022-06-30",
        "0-0",
    );
    check(
        plan,
        "推进企业开办全程网办，进一步压缩办理时间至半天。 | 市市场监管局 | 市税务局、市公安局 | 2022-09-30
        推广电子印章在招投标领域应用。 | 市公管办 | |
        组织开展营商环境评价。 | 市统计局 | |",
        "0-0wd 1-x x-1 2-2u",
    );
    // What was dropped first stands first.
    check(plan, "组织开展营商环境评价。 | 市发改委 | |", "0-x 1-x 2-0");
    check("", "组织开展营商环境评价。 | | |", "x-0");
    check("组织开展营商环境评价。 | | |", "", "0-x");
    check("", "", "");
}

/// Rewritten all over, a clause is known by its opening, or by the place it holds; elsewhere it is another one.
#[test]
fn a_clause_that_was_rewritten_is_known_by_its_opening_or_its_place() {
    let check = |older, newer, expected: &str| assert_eq!(rows(older, newer), expected);
    check(
        "严格规范公正文明执法。深化综合行政执法改革，全面推广综合查一次，制定操作指南，实施裁量权基准。 | | |",
        "组织开展营商环境评价。 | | |
        严格规范公正文明执法。推广综合查一次，建立免罚清单，推行企业合规指导，公开执法文书和监督电话。 | | |",
        "x-0 0-1w",
    );
    let (kept, rewritten) = (
        "打响涉企服务品牌度。设立专席，迭代亲清在线平台，提供一站式政策服务。",
        "打响增值服务知名度。迭代亲清在线平台，推动政策兑现集成服务，提供一站式咨询。",
    );
    let plan = |before: &str, clause: &str| -> &'static str {
        Box::leak(format!("{before}\n{clause} | | |\n组织开展营商环境评价。 | | |").into_boxed_str())
    };
    let first = "推进企业开办全程网办。 | | |";
    check(plan(first, kept), plan(first, rewritten), "0-0 1-1w 2-2");
    check(
        plan(first, kept),
        plan("组织开展营商环境评价。 | | |\n推进企业开办全程网办。 | | |", "建立产业链供需对接平台。"),
        "2-0 0-1 1-x x-2 x-3",
    );
}

#[test]
fn sentences_that_recur_are_paired_in_their_order() {
    let check = |older, newer, expected: &str| assert_eq!(rows(older, newer), expected);
    check(
        "改革后，取消审批。 | 市文旅局 | |
        改革后，取消审批。 | 市教育局 | |",
        "改革后，取消审批。 | 市文旅局 | |
        改革后，取消审批。 | 市教育局 | |
        改革后，取消审批。 | 市体育局 | |",
        "0-0 1-1 x-2",
    );
    // Each has one partner: the better one.
    check(
        "开展电子发票改革试点工作并逐步推广。 | | |",
        "开展电子发票改革试点工作。 | | |
        开展电子发票改革试点工作并逐步推广应用。 | | |",
        "x-0 0-1w",
    );
}

/// Every text of one list is reworded in the other, and all share most of their words.
#[test]
fn long_lists_of_much_the_same_words_are_paired() {
    let text = |n: u32, word| format!("推进第{n}项改革，由牵头单位{}组织{word}第{}批试点任务。", n * 7, n * 13);
    let (old, new): (Vec<String>, Vec<String>) = (0..600).map(|n| (text(n, "实施"), text(n, "抓好"))).unzip();
    fn of(texts: &[String]) -> Vec<Clause<'_>> {
        texts.iter().map(|text| Clause { text, ..Clause::default() }).collect()
    }
    let found = compare(&of(&old), &of(&new));
    assert_eq!(found.len(), 600);
    assert!(found.iter().all(|row| row.older == row.newer && row.wording), "{found:?}");
}

#[test]
fn differences_are_marked_and_nothing_is_lost() {
    let check = |older: &str, newer: &str, expected: &str| {
        let (old, new) = differences(older, newer);
        let text = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
        assert_eq!((text(&old).as_str(), text(&new).as_str()), (older, newer), "joined, the runs are the text");
        let marked = |runs: &[Run]| -> String {
            runs.iter().map(|run| if run.differs { format!("[{}]", run.text) } else { run.text.clone() }).collect()
        };
        assert_eq!(format!("{} / {}", marked(&old), marked(&new)), expected);
    };
    check("推进改革", "推进改革", "推进改革 / 推进改革");
    check("", "推进", " / [推进]");
    check("压缩至1天", "压缩至半天", "压缩至[1]天 / 压缩至[半]天");
    check("整治乱收费的行为", "规范涉企的收费", "[整治乱]收费[的行为] / [规范涉企的]收费");
    check("甲乙的丙丁", "戊己的庚辛", "[甲乙的丙丁] / [戊己的庚辛]");
    check("加快推进落实", "加快落实", "加快[推进]落实 / 加快落实");
    check("推进改革；深化落实", "推进改革，深化抓落实。", "推进改革；深化落实 / 推进改革，深化[抓]落实。");
    check("aaab", "aab", "aa[a]b / aab");
}

//! No run of two characters or more is missed.

use proptest::prelude::*;

use super::pairs;
use crate::testing::{Given, measure, operate, operation};
use crate::{HitKind, Store};

/// Characters of the kinds that notices mix: words, full width, blanks, marks, what SQLite or a query treats specially.
const CHARACTERS: &str =
    "营商环境市财政局采购一网通办年月日〔〕（）、。；ＡＺａ１９AZaz09 \u{3000}\t\"'*()-+^:<>&%_\\𠮷𬭚İß";

fn text() -> impl Strategy<Value = String> {
    let characters: Vec<char> = CHARACTERS.chars().collect();
    prop::collection::vec(prop::sample::select(characters), 2..40).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_run_of_a_stored_text_is_found(first in text(), second in text(), task in text()) {
        let mut store = Store::in_memory().unwrap();
        let id = Given::notice("标题").with_lines(&[&first, &second]).with(measure(&task, "", "", "")).in_force(&mut store);
        let lines = format!("{first}{second}");
        for (whole, kind) in [(lines.as_str(), HitKind::Notice), (task.as_str(), HitKind::Task)] {
            let characters: Vec<char> = whole.chars().collect();
            for length in [2, 3, 7] {
                for run in characters.windows(length) {
                    let run: String = run.iter().collect();
                    // Blanks separate words; a word of one character is another question.
                    let is_question = run.chars().any(char::is_alphanumeric);
                    if run.split_whitespace().any(|word| pairs::fold(word).chars().count() < 2) || !is_question {
                        continue;
                    }
                    let found = store.read().search(&run, 50).unwrap();
                    prop_assert!(found.hits.iter().any(|hit| hit.kind == kind), "{run:?} in {whole:?}");
                    if kind == HitKind::Notice {
                        prop_assert!(found.hits.iter().any(|hit| hit.id == id.to_string()));
                    }
                }
            }
        }
    }
}

fn office() -> Store {
    let mut store = Store::in_memory().unwrap();
    Given::notice("关于进一步优化营商环境的行动方案")
        .with_lines(&[
            "关于进一步优化营商环境的行动方案",
            "一、规范政府采",
            "购，降低成本。",
            "<script>alert(1)</script>",
        ])
        .with(measure("统一政府采购标准", "市财政局", "", "2022-06-30"))
        .with(measure("由主办公司负责", "市国资委", "", ""))
        .in_force(&mut store);
    store
}

#[test]
fn what_is_asked_is_found_and_nothing_else() {
    let store = office();
    let check = |question: &str, expected: &[&str]| {
        let found = store.read().search(question, 10).unwrap();
        let mut titles: Vec<String> =
            found.hits.iter().map(|hit| hit.title.iter().map(|part| part.text.as_str()).collect()).collect();
        titles.sort();
        assert_eq!(titles, expected, "{question}");
        assert_eq!(found.total as usize, expected.len());
    };
    let (notice, purchase, company) = ("关于进一步优化营商环境的行动方案", "统一政府采购标准", "由主办公司负责");
    check("采购", &[notice, purchase]); // in the notice it stands across a line break
    check("政府 标准", &[purchase]);
    check("市财政局", &[purchase]); // units are searched with the task
    check("办公", &[company]);
    check("商", &[notice]); // a single character
    check("采 标准", &[purchase]);
    check("<script>", &[notice]);
    check("政府标准", &[purchase]); // no literal answer: cut into words
    check("", &[]);
    check(" \u{3000}", &[]);
    check("\"", &[]);
    check("，", &[]); // marks alone ask nothing, though they stand nearly everywhere
    check("。 ，", &[]);
    check("不存在的词语", &[]);
}

#[test]
fn a_hit_shows_the_words_and_their_line() {
    let store = office();
    let found = store.read().search("采购", 10).unwrap();
    let notice = found.hits.iter().find(|hit| hit.kind == HitKind::Notice).unwrap();
    assert_eq!(notice.line, Some(2));
    let marked: Vec<&str> = notice.excerpt.iter().filter(|part| part.marked).map(|part| part.text.as_str()).collect();
    assert_eq!(marked, ["采购"]);
}

#[test]
fn a_repetition_is_found_only_where_its_original_is_not() {
    let mut store = office();
    let original = store.read().search("降低成本", 10).unwrap().hits[0].id.clone();
    operate(&mut store, "导入文件", |writer| {
        let copy = Given::notice("营商环境方案（转载）").with_lines(&["规范政府采购", "转载者的话"]).keep(writer)?;
        let repeat = "UPDATE notices SET duplicate_of = ?2 WHERE id = ?1";
        let original = writer.notice_number(&crate::NoticeId::from(original.as_str()))?;
        writer.connection().execute(repeat, (writer.notice_number(&copy)?, original))?;
        Ok(())
    });
    let notices = |question| {
        store.read().search(question, 10).unwrap().hits.iter().filter(|hit| hit.kind == HitKind::Notice).count()
    };
    assert_eq!(notices("政府采购"), 1);
    assert_eq!(notices("转载者"), 1);
}

#[test]
fn the_index_follows_a_change_of_title() {
    let mut store = office();
    let retitle = |writer: &crate::Writer<'_>| {
        writer.connection().execute("UPDATE notices SET title = '数字政府方案'", [])?;
        Ok(())
    };
    operate(&mut store, "改标题", retitle);
    assert_eq!(store.read().search("数字政府", 10).unwrap().hits.len(), 1);
    store.undo(operation("撤销")).unwrap();
    assert!(store.read().search("数字政府方案", 10).unwrap().hits.is_empty());
}

#[test]
fn typing_offers_units_before_titles() {
    let offered = office().read().suggest("市", None, 8).unwrap();
    assert_eq!(offered, ["市国资委", "市财政局"]);
    assert_eq!(office().read().suggest("营商", None, 8).unwrap(), ["关于进一步优化营商环境的行动方案"]);
}

/// What is looked at is bounded, and what was not there yet must not use the bound up.
#[test]
fn a_past_day_finds_what_was_there_among_thousands_that_came_later() {
    let mut store = Store::in_memory().unwrap();
    let later: Vec<String> = (0..2_100).map(|number| format!("整理档案第{number}卷")).collect();
    let mut notice = Given::notice("后来的方案").issued("2024-05-01");
    for text in &later {
        notice = notice.with(measure(text, "市档案馆", "", ""));
    }
    notice.in_force(&mut store);
    let earlier = Given::notice("早先的方案").issued("2020-05-01");
    earlier.with(measure("整理档案目录", "市档案馆", "", "")).in_force(&mut store);
    let day = "2021-01-01".parse().unwrap();
    let found = store.read().search_as_of("整理档案", Some(day), 10).unwrap();
    assert_eq!((found.total, found.is_exact, found.hits.len()), (1, true, 1), "{found:?}");
}

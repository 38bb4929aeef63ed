use domain::VersionKind;

use super::{SetBy, VersionLink};
use crate::testing::{Given, operate, operation};
use crate::{NoticeId, Store, StoreError};

/// Four notices of one title, none linked.
fn office() -> (Store, Vec<NoticeId>) {
    let mut store = Store::in_memory().unwrap();
    let notices = operate(&mut store, "导入文件", |writer| {
        ["2021年要点", "2022年要点", "2023年要点", "别的方案"]
            .iter()
            .map(|title| {
                let id = Given::notice(title).recognised_by(vec![1, 2, 3]).keep(writer)?;
                writer.keep_title_key(&id, title.trim_start_matches(|c: char| c.is_ascii_digit()))?;
                Ok(id)
            })
            .collect()
    });
    (store, notices)
}

fn link(older: &NoticeId, newer: &NoticeId, set_by: SetBy) -> VersionLink {
    let (older, newer) = (older.clone(), newer.clone());
    VersionLink { older, newer, kind: VersionKind::Period, reason: "标题只差年份".to_owned(), set_by }
}

fn set(store: &mut Store, link: &VersionLink) -> bool {
    operate(store, "设为版本", |writer| writer.link_versions(link))
}

#[test]
fn a_chain_is_found_from_any_of_its_notices() {
    let (mut store, notices) = office();
    let [first, second, third, other] = &notices[..] else { panic!("four notices") };
    let (one, two) = (link(first, second, SetBy::Rule), link(second, third, SetBy::Rule));
    assert!(set(&mut store, &one) && set(&mut store, &two));
    for notice in [first, second, third] {
        assert_eq!(store.read().version_links_around(notice).unwrap(), [one.clone(), two.clone()]);
    }
    assert!(store.read().version_links_around(other).unwrap().is_empty());
    assert_eq!(store.read().version_links().unwrap(), [two, one], "the newest first");
}

#[test]
fn what_a_person_took_off_no_rule_sets_again() {
    let (mut store, notices) = office();
    let proposed = link(&notices[0], &notices[1], SetBy::Rule);
    assert!(set(&mut store, &proposed));
    assert!(!set(&mut store, &proposed), "known already");
    let taken_off = operate(&mut store, "取消版本关系", |writer| {
        Ok((
            writer.take_off_version_link(&notices[1], &notices[0])?,
            writer.take_off_version_link(&notices[0], &notices[1])?,
        ))
    });
    assert_eq!(taken_off, (true, false), "whichever is named first, and once");
    assert!(store.read().version_links_around(&notices[0]).unwrap().is_empty());
    assert!(!set(&mut store, &proposed), "a rule does not bring it back");
    let reversed = link(&notices[1], &notices[0], SetBy::Person);
    assert!(set(&mut store, &reversed), "a person may, the other way round too");
    assert_eq!(store.read().version_links().unwrap(), [reversed]);
}

#[test]
fn a_link_goes_with_the_operation_that_set_it() {
    let (mut store, notices) = office();
    let proposed = link(&notices[0], &notices[1], SetBy::Rule);
    set(&mut store, &proposed);
    operate(&mut store, "取消版本关系", |writer| writer.take_off_version_link(&notices[0], &notices[1]));
    store.undo(operation("撤销")).unwrap();
    assert_eq!(store.read().version_links().unwrap(), [proposed], "what was taken off is back");
    store.undo(operation("撤销")).unwrap();
    assert!(store.read().version_links().unwrap().is_empty());
    store.undo(operation("撤销")).unwrap();
    let error = store.read().notice(&notices[0]).unwrap_err();
    assert!(matches!(error, StoreError::NotFound { .. }), "the import too can be taken back: {error}");
    assert!(store.read().notices_titled("年要点").unwrap().is_empty());
}

#[test]
fn notices_are_found_by_what_their_titles_leave() {
    let (store, notices) = office();
    let found = |key| store.read().notices_titled(key).unwrap();
    assert_eq!(found("年要点"), [notices[2].clone(), notices[1].clone(), notices[0].clone()]);
    assert_eq!(found("别的方案"), [notices[3].clone()]);
    assert!(found("要点").is_empty());
    assert_eq!(store.read().hashes_of(&notices[0]).unwrap(), [1, 2, 3]);
    assert!(store.read().notices_without_title_key().unwrap().is_empty());
}

/// A notice that an older program kept has a row without a key of its title.
#[test]
fn what_an_older_program_kept_is_told_apart() {
    let (mut store, notices) = office();
    operate(&mut store, "导入文件", |writer| {
        let forget = "UPDATE title_keys SET title_key = NULL WHERE notice = (SELECT id FROM notices WHERE uid = ?1)";
        writer.connection().execute(forget, [&notices[3]])?;
        let untold = writer.notices_without_title_key()?;
        assert_eq!(untold, [(notices[3].clone(), "别的方案".to_owned(), Some("杭州市".to_owned()))]);
        writer.keep_title_key(&notices[3], "别的方案")?;
        assert!(writer.notices_without_title_key()?.is_empty());
        writer.keep_setting("颜色", "深")
    });
}

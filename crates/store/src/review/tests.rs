//! What is kept of a review under way, and what dropping and correcting many measures leaves.

use crate::testing::{Given, measure, operate, operation, texts};
use crate::{DraftEntry, FieldValue, MeasureId, NoticeId, Store, StoreError, TaskFilter};

/// A register with one notice of three measures that nobody has confirmed.
fn waiting() -> (Store, NoticeId, Vec<MeasureId>) {
    let mut store = Store::in_memory().unwrap();
    let notice = operate(&mut store, "导入文件", |writer| {
        Given::notice("滨江市方案")
            .with_lines(&["滨江市方案", "甲", "乙", "丙"])
            .with(measure("甲", "市财政局", "", "2022-06-30"))
            .with(measure("乙", "市财政局", "", ""))
            .with(measure("丙", "", "", ""))
            .keep(writer)
    });
    let ids = store.read().measures(&notice).unwrap().into_iter().map(|measure| measure.id).collect();
    (store, notice, ids)
}

fn drop_it(reason: &str) -> Vec<FieldValue> {
    vec![FieldValue::Dropped(Some(reason.to_owned()))]
}

#[test]
fn a_draft_is_found_again_is_in_no_journal_and_goes_with_its_notice() {
    let (mut store, notice, ids) = waiting();
    let before = store.revision().unwrap();
    let said = |words: Option<&str>| DraftEntry { measure: ids[0].clone(), said: words.map(str::to_owned) };
    store
        .keep_review_draft(&[said(Some("甲")), DraftEntry { measure: ids[1].clone(), said: Some("乙".into()) }])
        .unwrap();
    store.keep_review_draft(&[said(Some("甲一"))]).unwrap();
    assert_eq!(store.revision().unwrap(), before, "nothing that others would have to hear of");
    let kept = |store: &Store| {
        let mut said: Vec<_> =
            store.read().review_draft(&notice).unwrap().into_iter().filter_map(|entry| entry.said).collect();
        said.sort();
        said
    };
    assert_eq!(kept(&store), ["乙", "甲一"]);
    store.keep_review_draft(&[said(None)]).unwrap();
    assert_eq!(kept(&store), ["乙"]);
    store.undo(operation("撤销")).unwrap();
    assert_eq!(kept(&store), Vec::<String>::new());
}

#[test]
fn what_was_dropped_becomes_no_task_until_it_is_taken_up_again() {
    let (mut store, notice, ids) = waiting();
    operate(&mut store, "核对", |writer| {
        writer.correct_measure(&ids[2], &drop_it("只是说明"))?;
        writer.confirm_notice(&notice)
    });
    assert_eq!(texts(&store, &TaskFilter::default()), ["甲", "乙"]);
    let held = store.read().measure(&ids[2]).unwrap();
    assert_eq!(held.dropped.as_deref(), Some("只是说明"));
    assert!(store.read().check().unwrap().iter().all(|check| check.ok), "what was dropped is not missed");
    let corrected =
        operate(&mut store, "更正", |writer| writer.correct_measure(&ids[2], &[FieldValue::Dropped(None)]));
    assert!(corrected.task.is_some());
    assert_eq!(texts(&store, &TaskFilter::default()), ["甲", "乙", "丙"]);
}

#[test]
fn many_measures_of_a_notice_are_corrected_together_as_one_by_one() {
    let (mut store, notice, ids) = waiting();
    let leads = vec![FieldValue::Leads(vec!["市审计局".to_owned()])];
    let corrected = operate(&mut store, "核对", |writer| {
        writer.correct_measures(&notice, &[(&ids[0], &leads), (&ids[1], &leads)])
    });
    assert_eq!(corrected.len(), 2);
    let held = store.read().measures(&notice).unwrap();
    assert_eq!(held[0].leads, ["市审计局"]);
    assert_eq!(held[1].leads, ["市审计局"]);
    assert_eq!(held[2].leads, Vec::<String>::new());
    let of_another =
        Given::notice("别的").with_lines(&["别的", "丁"]).with(measure("丁", "", "", "")).in_force(&mut store);
    let refused: Result<_, StoreError> =
        store.write(&operation("核对"), |writer| writer.correct_measures(&of_another, &[(&ids[0], &leads)]));
    assert!(matches!(refused, Err(StoreError::NotFound { .. })));
}

#[test]
fn tasks_that_were_made_are_counted_by_their_lead() {
    let (mut store, notice, _) = waiting();
    let made = operate(&mut store, "确认文件", |writer| {
        let from = writer.next_task()?;
        writer.confirm_notice(&notice)?;
        writer.tasks_made(from)
    });
    let told: Vec<_> = made.iter().map(|made| (made.lead.as_deref(), made.tasks, made.undated)).collect();
    assert_eq!(told, [(Some("市财政局"), 2, 1), (None, 1, 1)]);
}

//! A better reader reads the same file again: tasks, progress and corrections survive.

use domain::tree::DocumentTree;
use domain::{Doubt, DoubtState, Field, Measure, NoticeFacts};

use super::TakenOver;
use crate::testing::{Given, day, measure, operate, operation};
use crate::{FieldValue, MeasureId, MeasureRecord, NewNotice, NoticeId, Order, Store, StoreError, TaskFilter};

fn on_line(line: u32, measure: Measure) -> Measure {
    Measure { line, last_line: line, ..measure }
}

fn office() -> (Store, NoticeId) {
    let mut store = Store::in_memory().unwrap();
    let notice = Given::notice("杭州方案")
        .with_lines(&["杭州方案", "简化材料", "降低费用", "总体要求"])
        .with(on_line(2, measure("简化材料", "市财政局", "", "2022-06-30")))
        .with(on_line(3, measure("降低费用", "市财政局", "", "2022-07-31")))
        .with(on_line(4, measure("总体要求", "", "", "")))
        .in_force(&mut store);
    (store, notice)
}

fn measures(store: &Store, notice: &NoticeId) -> Vec<MeasureRecord> {
    store.read().measures(notice).unwrap()
}

fn ledger(store: &Store) -> Vec<String> {
    let filter = TaskFilter { order: Order::Notice, ..TaskFilter::default() };
    let tasks = store.read().tasks(&filter).unwrap().tasks.into_iter();
    let line = |task: crate::TaskRecord| {
        let units: Vec<&str> = task.units.iter().map(|unit| unit.name.as_str()).collect();
        let due = task.due.map(|due| due.to_string()).unwrap_or_default();
        format!("{} {} {due} {} 疑{}", task.text, units.join("、"), task.status.code(), task.doubts)
    };
    tasks.map(line).collect()
}

/// Takes over these measures, each with the place of the measure it was.
fn take_over(store: &mut Store, notice: &NoticeId, found: &[(Option<usize>, Measure)]) -> TakenOver {
    let before = measures(store, notice);
    let known: Vec<Option<MeasureId>> =
        found.iter().map(|(place, _)| place.map(|place| before[place].id.clone())).collect();
    let new: Vec<Measure> = found.iter().map(|(_, measure)| measure.clone()).collect();
    let facts =
        NoticeFacts { title: "杭州方案".into(), region: Some("杭州市".into()), ..NoticeFacts::default() };
    operate(store, "重新识读", |writer| {
        let source = writer.notice(notice)?.source;
        writer.put_lines(&source, &DocumentTree::of_lines(["杭州方案"]), &[], "9")?;
        let new = NewNotice {
            first_line: 1,
            last_line: 4,
            page: None,
            facts: &facts,
            measures: &new,
            indicators: &[],
            claims: &[],
            doubts: &[],
            duplicate_of: None,
            fuller_than: None,
            fingerprint: &[],
        };
        writer.take_over(notice, new, &known)
    })
}

fn is_whole(store: &Store) {
    let broken: Vec<_> = store.read().check().unwrap().into_iter().filter(|check| !check.ok).collect();
    assert_eq!(broken, []);
}

#[test]
fn tasks_follow_keep_their_progress_and_what_is_gone_stays_with_a_mark() {
    let (mut store, notice) = office();
    let before = ledger(&store);
    let keys: Vec<String> = measures(&store, &notice).iter().map(|measure| measure.id.to_string()).collect();
    operate(&mut store, "办理", |writer| {
        writer.connection().execute("UPDATE tasks SET status = 'submitted' WHERE text = '简化材料'", [])?;
        Ok(())
    });
    let progressed = ledger(&store);
    let taken = take_over(
        &mut store,
        &notice,
        &[
            (Some(0), on_line(2, measure("简化材料，一次办好", "市数据局", "市财政局", "2022-06-30"))),
            (Some(1), on_line(3, measure("降低费用", "市财政局", "", "2022-08-31"))),
            (None, on_line(3, measure("公布清单", "市司法局", "", ""))),
        ],
    );
    assert_eq!(taken, TakenOver { tasks_added: 1, kept_on_tasks: vec![] });
    assert_eq!(
        ledger(&store),
        [
            "简化材料，一次办好 市数据局、市财政局 2022-06-30 submitted 疑0",
            "降低费用 市财政局 2022-08-31 in_progress 疑0",
            "总体要求   in_progress 疑1",
            "公布清单 市司法局  in_progress 疑0",
        ]
    );
    let now = measures(&store, &notice);
    let ids: Vec<String> = now.iter().map(|measure| measure.id.to_string()).collect();
    assert_eq!([&ids[0], &ids[1], &ids[3]], [&keys[0], &keys[1], &keys[2]], "known measures keep their keys");
    assert!(now[3].gone && now[3].task.is_some());
    assert_eq!(store.read().notice(&notice).unwrap().measures, 3);
    assert_eq!(store.read().files().unwrap()[0].reader, "9");
    assert_eq!(store.read().search("一次办好", 5).unwrap().total, 1);
    is_whole(&store);
    store.undo(operation("撤销")).unwrap();
    assert_eq!(ledger(&store), progressed);
    assert_ne!(ledger(&store), before);
    assert_eq!(store.read().files().unwrap()[0].reader, "test");
    is_whole(&store);
    store.redo(operation("重做")).unwrap();
    assert_eq!(ledger(&store).len(), 4);
    is_whole(&store);
}

#[test]
fn corrections_survive_and_a_doubt_says_where_they_fit_no_more() {
    let (mut store, notice) = office();
    let ids: Vec<MeasureId> = measures(&store, &notice).into_iter().map(|measure| measure.id).collect();
    let leads = |name: &str| FieldValue::Leads(vec![name.to_owned()]);
    operate(&mut store, "更正举措", |writer| {
        writer.correct_measure(&ids[0], &[leads("市数据局")])?;
        writer.correct_measure(&ids[1], &[leads("市司法局")])
    });
    take_over(
        &mut store,
        &notice,
        &[
            // The reader finds now what the person had said, and another thing for the second.
            (Some(0), on_line(2, measure("简化材料", "市数据局", "", "2022-06-30"))),
            (Some(1), on_line(3, measure("降低费用", "市商务局", "", "2022-07-31"))),
            (Some(2), on_line(4, measure("总体要求", "", "", ""))),
        ],
    );
    let now = measures(&store, &notice);
    assert_eq!((now[0].leads[0].as_str(), now[1].leads[0].as_str()), ("市数据局", "市司法局"));
    assert_eq!(now[1].as_read(Field::Leads), Some(leads("市商务局")));
    assert_eq!((now[0].open_doubts(), now[1].open_doubts()), (0, 1));
    assert_eq!(ledger(&store)[1], "降低费用 市司法局 2022-07-31 in_progress 疑1");
    operate(&mut store, "更正举措", |writer| writer.correct_measure(&ids[1], &[leads("市司法局")]));
    assert_eq!(ledger(&store)[1], "降低费用 市司法局 2022-07-31 in_progress 疑0", "saying it again answers the doubt");
    is_whole(&store);
}

#[test]
fn a_judgement_holds_as_long_as_the_same_words_are_doubted() {
    let mut store = Store::in_memory().unwrap();
    let doubting = |words: &str| Measure {
        doubts: vec![Doubt::new(Field::Leads, "unit.unknown", words, "也可能不是单位")],
        ..on_line(2, measure("简化材料", "市财政局", "", ""))
    };
    let notice = Given::notice("杭州方案").with(doubting("市财政")).in_force(&mut store);
    let id = measures(&store, &notice)[0].id.clone();
    operate(&mut store, "处理疑点", |writer| {
        writer.judge_doubt(&id, "leads", "unit.unknown", DoubtState::Dismissed)
    });
    take_over(&mut store, &notice, &[(Some(0), doubting("市财政"))]);
    assert_eq!(measures(&store, &notice)[0].doubts[0].state, DoubtState::Dismissed);
    take_over(&mut store, &notice, &[(Some(0), doubting("财政局"))]);
    assert_eq!(measures(&store, &notice)[0].doubts[0].state, DoubtState::Open);
    is_whole(&store);
}

#[test]
fn what_nothing_hangs_on_vanishes_and_comes_back_with_undo() {
    let mut store = Store::in_memory().unwrap();
    let notice = operate(&mut store, "导入文件", |writer| {
        Given::notice("方案").with(measure("简化材料", "", "", "")).with(measure("总体要求", "", "", "")).keep(writer)
    });
    take_over(&mut store, &notice, &[(Some(0), measure("简化材料", "", "", "2022-06-30"))]);
    assert_eq!(measures(&store, &notice).len(), 1);
    assert_eq!(measures(&store, &notice)[0].due, Some(day("2022-06-30")));
    assert_eq!(ledger(&store), [""; 0], "nothing becomes a task before a person confirms it");
    store.undo(operation("撤销")).unwrap();
    assert_eq!(measures(&store, &notice).len(), 2);
    let refused: Result<_, StoreError> = store.read().measure_called("没有");
    assert!(refused.is_err());
}

#[test]
fn what_a_notice_is_recognised_by_follows_the_reading_and_goes_back_with_it() {
    let mut store = Store::in_memory().unwrap();
    let (before, after) =
        ((0..40).map(|n| n * 7).collect::<Vec<u32>>(), (100..140).map(|n| n * 7).collect::<Vec<u32>>());
    let notice = operate(&mut store, "导入文件", |writer| {
        let notice =
            Given::notice("方案").with_lines(&["方案", "一", "二"]).recognised_by(before.clone()).keep(writer)?;
        writer.keep_title_key(&notice, "方案")?;
        Ok(notice)
    });
    let known = |store: &Store| {
        let read = store.read();
        let found = |hashes: &[u32]| read.alike(hashes).unwrap().len();
        let titled = ["方案", "细则"].map(|key| read.notices_titled(key).unwrap().len());
        (read.hashes_of(&notice).unwrap(), found(&before), found(&after), titled)
    };
    assert_eq!(known(&store), (before.clone(), 1, 0, [1, 0]));
    let facts = NoticeFacts { title: "细则".into(), region: Some("杭州市".into()), ..NoticeFacts::default() };
    operate(&mut store, "重新识读", |writer| {
        let new = NewNotice {
            first_line: 2,
            last_line: 3,
            page: None,
            facts: &facts,
            measures: &[],
            indicators: &[],
            claims: &[],
            doubts: &[],
            duplicate_of: None,
            fuller_than: None,
            fingerprint: &after,
        };
        writer.take_over(&notice, new, &[])?;
        writer.change_title_key(&notice, "细则")
    });
    assert_eq!(
        known(&store),
        (after.clone(), 1, 1, [0, 1]),
        "looked up by the old words still, and weighed by the new"
    );
    is_whole(&store);
    store.undo(operation("撤销")).unwrap();
    assert_eq!(known(&store), (before.clone(), 1, 1, [1, 0]));
    is_whole(&store);
    store.redo(operation("重做")).unwrap();
    assert_eq!(known(&store).0, after);
    is_whole(&store);
}

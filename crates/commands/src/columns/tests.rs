//! Each column stands once, and a new one needs nothing but its entry.

use std::collections::HashSet;

use serde_json::json;

use domain::Thresholds;

use super::*;
use crate::testing::Office;
use crate::{export, ledger_rows, typescript};

#[test]
fn a_column_has_a_key_and_a_place_of_its_own() {
    let keys: HashSet<&str> = COLUMNS.iter().map(|column| column.key).collect();
    assert_eq!(keys.len(), COLUMNS.len());
    let places: Vec<u8> = COLUMNS.iter().filter_map(|column| Some(column.list?.at)).collect();
    assert_eq!(places.iter().collect::<HashSet<_>>().len(), places.len());
    for column in COLUMNS {
        let LedgerColumn { list, in_drawer, is_exported, cell, heading, .. } = column;
        assert!(list.is_some() || *in_drawer || *is_exported, "{heading} is shown nowhere");
        let has_text = !matches!(cell, Cell::Drawn);
        assert!(
            has_text || list.is_none_or(|place| place.is_drawn) && !in_drawer && !is_exported,
            "{heading} is empty"
        );
    }
}

/// Columns that there are not: one of the task, one of its notice, one of its measure.
static MADE_UP: &[LedgerColumn] = &[
    column("length", "字数", Cell::Task(|task, _| task.text.chars().count().to_string()))
        .at(3, 60, 40, None)
        .in_drawer(),
    column("source", "来文", Cell::Notice(|notice| notice.title.clone())).at(1, 90, 60, None).in_drawer(),
    column("part", "部分", Cell::Measure(|measure| measure.section.join("、"))).at(2, 90, 60, None).in_drawer(),
];

#[test]
fn a_plain_column_is_one_entry_for_the_list_the_drawer_and_the_export() {
    let plan = "滨江市助企工作方案\n一、重点任务\n1.降低成本。（市国资委牵头，2022年12月底前完成）\n";
    let (_folder, mut office) = Office::with_document(plan);
    let lights = Lights { today: office.today, thresholds: Thresholds::default() };
    let [said_length, said_source, said_part] = office.with_caller(|caller| {
        let read = caller.store.read();
        let tasks = read.tasks(&store::TaskFilter::default()).unwrap().tasks;
        let task = tasks[0].clone();
        let cells = &ledger_rows::rows(MADE_UP, read, tasks, lights).unwrap()[0].cells;
        let told: Vec<&str> = ["length", "source", "part"].iter().map(|key| cells[*key].as_str()).collect();

        let of = task.notice.clone().unwrap();
        let notice = read.notice(&of).unwrap();
        let measures = read.packed_measures(&of).unwrap().unpack_beside_tasks().unwrap();
        let row = LedgerRow { number: 1, task: &task, notice: Some(&notice), measure: measures.get(&task.id), lights };
        let lines = drawer_lines(MADE_UP, row);
        let expected = ["字数", "来文", "部分"].iter().zip(&told);
        assert!(
            lines.iter().map(|(heading, text)| (heading.as_str(), text.as_str())).eq(expected.map(|(a, b)| (*a, *b)))
        );

        let mut table = Vec::new();
        export::csv::write(MADE_UP, read, lights, store::TaskFilter::default(), &mut table).unwrap();
        let table = String::from_utf8(table).unwrap();
        assert_eq!(table, format!("\u{FEFF}字数,来文,部分\r\n{}\r\n", told.join(",")));
        [0, 1, 2].map(|at| told[at].to_owned())
    });
    assert!(said_length.parse::<usize>().is_ok_and(|length| length > 3), "{said_length}");
    assert_eq!((said_source.as_str(), said_part.contains("重点任务")), ("滨江市助企工作方案", true), "{said_part}");

    let window = typescript::columns(MADE_UP);
    let listed = ["source", "part", "length"].map(|key| window.find(&format!("{{ key: '{key}'")).unwrap());
    assert!(listed.is_sorted(), "in the order of their places");
    assert_eq!(window.matches("drawn: false").count(), 3, "{window}");
}

#[test]
fn what_is_a_line_of_the_drawer_is_told_with_the_task() {
    let plan = "关于印发方案的通知\n滨政发〔2022〕3号\n一、任务\n1.降低成本。（市国资委牵头，2022年12月底前完成）\n";
    let (_folder, mut office) = Office::with_document(plan);
    let rows: crate::wire::TaskPage = office.ask("list_tasks", json!({}));
    assert_eq!(rows.rows[0].cells["status"], "办理中");
    let detail: crate::wire::TaskDetail = office.ask("get_task", json!({ "id": rows.rows[0].id }));
    assert_eq!(detail.lines, [("发文字号".to_owned(), "滨政发〔2022〕3号".to_owned())]);
}

//! Scenes told once and played in both fronts.

use super::Person;

/// The first start on an empty register offers the sample; one click fills the window.
///
/// # Panics
/// When it does not.
pub async fn the_first_start_offers_the_sample(person: &Person) {
    person.clicks("load-sample").await;
    person.sees("figure-overdue").await;
    assert!(person.reads_number("figure-all").await > 1000, "the sample holds thousands of measures");
    let day = person.reads("as-of-shown").await;
    assert!(day.contains("2022"), "the sample opens on a day in its own life, not on {day}");
}

/// A figure opens the list behind it, and the list is as long as the figure says.
///
/// # Panics
/// When it does not.
pub async fn a_figure_opens_the_list_behind_it(person: &Person) {
    let overdue = person.reads_number("figure-overdue").await;
    assert!(overdue > 0, "the sample has something overdue on its day");
    person.clicks("figure-overdue").await;
    person.sees("page-ledger").await;
    person.sees("task-row").await;
    assert_eq!(person.reads_number("ledger-total").await, overdue);
}

/// A task opens beside the list, with the words of the notice it came from.
///
/// # Panics
/// When it does not.
pub async fn a_task_shows_its_source(person: &Person) {
    person.clicks("task-row").await;
    let text = person.reads("task-text").await;
    let source = person.reads("task-source").await;
    let beginning: String = text.chars().take(6).collect();
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    assert!(plain(&source).contains(&plain(&beginning)), "“{beginning}” is in its source:\n{source}");
}

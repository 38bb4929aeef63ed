//! The answers of reading commands as lines of text.

mod account;
mod by_hand;
mod calendar;
mod corrections;
mod due;
mod duties;
mod explain;
mod history;
mod indicators;
mod life;
mod notices;
mod overview;
mod progress;
mod proposals;
mod rereading;
mod review;
mod settings;
mod tasks;
mod trees;
mod versions;
mod views;

pub(crate) use account::account;
pub(crate) use calendar::calendar;
pub(crate) use corrections::{correct, doubt};
pub(crate) use due::due;
pub(crate) use duties::duties;
pub(crate) use explain::explain;
pub(crate) use history::{check, history, redo, undo};
pub(crate) use indicators::indicators;
pub(crate) use life::task;
pub(crate) use notices::{confirm, notices};
pub(crate) use overview::{dashboard, search, status, suggest, unit, units};
pub(crate) use progress::progress;
pub(crate) use proposals::{merge_units, proposals};
pub(crate) use rereading::reread;
pub(crate) use review::review;
pub(crate) use settings::settings;
pub(crate) use tasks::{export, overdue, show, tasks};
pub(crate) use trees::read;
pub(crate) use versions::{counts_words, kind_word, versions};
pub(crate) use views::views;

use chrono::NaiveDate;
use commands::wire::UnitRef;

fn day(day: Option<NaiveDate>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

fn names(units: &[UnitRef]) -> String {
    units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join("、")
}

/// What is said beside a number of tasks of a past day, where nobody knows of some since when they are owed.
fn always_there(undated: u32) -> String {
    if undated == 0 {
        String::new()
    } else {
        format!("（其中 {undated} 项所依通知未载发文日期，按一直存在计）")
    }
}

#[cfg(test)]
mod tests {
    /// A command that this front does not give is noticed here, not by a person missing it.
    #[test]
    fn every_command_is_given_by_this_front() {
        let sources = [
            include_str!("answers/account.rs"),
            include_str!("answers/calendar.rs"),
            include_str!("answers/duties.rs"),
            include_str!("answers/by_hand.rs"),
            include_str!("answers/corrections.rs"),
            include_str!("answers/due.rs"),
            include_str!("answers/history.rs"),
            include_str!("answers/indicators.rs"),
            include_str!("answers/life.rs"),
            include_str!("answers/notices.rs"),
            include_str!("answers/progress.rs"),
            include_str!("answers/proposals.rs"),
            include_str!("answers/overview.rs"),
            include_str!("answers/rereading.rs"),
            include_str!("answers/settings.rs"),
            include_str!("answers/review.rs"),
            include_str!("answers/tasks.rs"),
            include_str!("answers/trees.rs"),
            include_str!("answers/versions.rs"),
            include_str!("answers/views.rs"),
            include_str!("backups.rs"),
            include_str!("import.rs"),
            include_str!("purge.rs"),
        ];
        for command in commands::COMMANDS {
            // Exports and lists of tasks are written as they are read and are no answers.
            let name = match command.name {
                "export" => "write_export".to_owned(),
                "list_tasks" => "each_page_of_tasks".to_owned(),
                name => format!("\"{name}\""),
            };
            assert!(sources.iter().any(|source| source.contains(&name)), "no words of the command line give {name}");
        }
    }
}

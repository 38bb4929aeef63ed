//! Imports on a register in memory.

use super::*;
use crate::testing::Office;

#[test]
fn the_sample_fills_an_empty_register() {
    let mut office = Office::new();
    let report: wire::ImportReport = office.ask("load_sample", serde_json::json!(null));
    for file in &report.files {
        assert_eq!(file.error, None, "{}", file.file);
    }
    let status: wire::AppStatus = office.ask("app_status", serde_json::json!(null));
    assert_eq!(status.sample_as_of.map(|day| day.to_string()).as_deref(), Some("2022-07-01"));
    assert_eq!(status.as_of.to_string(), "2022-07-01");
    assert!(status.tasks > 300, "{status:?}");
}

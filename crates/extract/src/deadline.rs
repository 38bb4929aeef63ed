//! By when: every kind of time a notice states for a measure.

use chrono::NaiveDate;
use domain::Deadline;

/// What a document says that its times rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DeadlineContext {
    /// Day of issue.
    pub issued: Option<NaiveDate>,
    /// The year a time without a year belongs to: the plan's own (2023年工作要点), else the year of issue.
    pub year: Option<i32>,
    /// Last year of the plan period in the title: 三年行动计划（2023—2025年）.
    pub period_end: Option<i32>,
    /// Last day of force.
    pub expires: Option<NaiveDate>,
}

/// The deadline that the sentences of a clause state.
pub fn read(text: &str, context: &DeadlineContext) -> Deadline {
    let _ = (text, context);
    Deadline::default()
}

/// The deadline in a stated time: a table cell, or the time in a unit bracket.
pub fn read_cell(text: &str, context: &DeadlineContext) -> Deadline {
    let _ = (text, context);
    Deadline::default()
}

/// Whether words are nothing but a statement of time: 9月底前完成, 年内持续推进, 长期.
pub fn states_time(words: &str) -> bool {
    let words = words.trim();
    let timed = ["月底", "年底", "年内", "月前", "年前", "日前", "季度", "半年", "长期", "持续", "常态化", "全年"]
        .iter()
        .any(|w| words.contains(w))
        || (words.contains('年') && words.contains('月'));
    timed && words.chars().count() <= 20
}

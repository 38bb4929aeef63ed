//! What a table is for: a list of tasks, figures to be reached, or something that orders nothing, for a named reason.

use super::captions::Column;
use super::columns::Judged;
use super::columns::parts::{title_budgets, title_chronicles, title_lists_tasks, title_orders, title_reports};
use super::columns::shape::Shape;
use crate::lexicon::tables::CAPTIONS;

/// What a table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Its rows order something.
    Tasks,
    /// Its rows are figures to be reached.
    Figures,
    /// It orders nothing.
    Nothing(Reason),
    /// It has neither captions nor cells that tell.
    Unknown,
}

/// Why a table orders nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// Names, duties, telephone numbers: 值班表, 通讯录, 成员名单.
    Roster,
    /// A programme: 日程, 议程.
    Programme,
    /// Powers, services and their legal bases: 权责清单, 收费目录.
    Powers,
    /// Prices, quotas, statistics.
    Statistics,
    /// What was done already.
    Report,
    /// What bodies are there for.
    Duties,
    /// No column says what is to be done, or none who or by when.
    NoTasks,
}

/// Judges a table from its columns and the words over it.
pub(super) fn of(columns: &[Judged], title: &str) -> Purpose {
    let has = |column| columns.iter().any(|one| one.column == column);
    let captioned = columns.iter().filter(|one| one.column != Column::Other && !one.thin).count();
    if has(Column::Indicator) && has(Column::Figure) {
        return Purpose::Figures;
    }
    let units = columns.iter().filter(|one| matches!(one.column, Column::Lead | Column::Units | Column::CoUnits));
    let sure_units = units.clone().any(|one| !one.thin && one.has_stated_role());
    let any_units = units.count() > 0;
    let measure = columns.iter().find(|one| one.column == Column::Measures);
    let indicator = columns.iter().any(|one| one.column == Column::Indicator);
    if columns.iter().filter(|one| one.column == Column::Roster).count() > usize::from(sure_units) {
        return Purpose::Nothing(Reason::Roster);
    }
    if has(Column::Schedule) && !sure_units || clocks(columns) {
        return Purpose::Nothing(Reason::Programme);
    }
    if has(Column::Place) && !any_units && !has(Column::Problem) {
        return Purpose::Nothing(Reason::Programme);
    }
    // 决策事项 | 承办单位 | 政策依据 | 计划完成时间: who does it by when; a power or a service has no day.
    let planned = sure_units && columns.iter().any(|one| one.column == Column::Time && one.has_stated_role());
    if has(Column::Basis)
        && !planned
        && !measure.is_some_and(|one| one.caption.contains("措施") || one.caption.contains("任务"))
    {
        return Purpose::Nothing(Reason::Powers);
    }
    // 办理时限 | 20个工作日: what a service takes.
    let serves = columns.iter().any(|one| one.column == Column::Time && one.shares.are_durations());
    if serves && !title_lists_tasks(title) {
        return Purpose::Nothing(Reason::Powers);
    }
    let Some(measure) = measure else {
        if indicator && sure_units {
            return Purpose::Tasks;
        }
        return if captioned >= 2 { Purpose::Nothing(reason_without_text(columns)) } else { Purpose::Unknown };
    };
    let spoken = !measure.thin || measure.shares.length() >= 8 && measure.shares.percent(Shape::Text) >= 50;
    let ordering = title_orders(title);
    let timed = has(Column::Time);
    // 实招 | 责任单位 | 完成时限: the cells say what to do by when, whatever they stand under.
    let spoken = spoken || sure_units && timed && measure.shares.are_orders();
    let reported = columns.iter().any(|one| one.column == Column::Progress && one.shares.is_mostly_filled());
    // 2024年度目标 | 1-9月份完成情况 | 取得成效: how far a period has come, row by row, and no day by which.
    let told = |one: &&Judged| one.shares.is_mostly_filled() && one.shares.length() >= 8;
    let of_a_period =
        columns.iter().filter(told).any(|one| one.column == Column::Progress && states_period(&one.caption));
    let reviewed = of_a_period && !timed && !title_lists_tasks(title);
    // 举报编号 | 办理单位 | 是否属实 | 办结意见: what citizens complained of and how it was answered.
    let answered = reported
        && !timed
        && !measure.is_stated_measure()
        && columns.iter().any(|one| CAPTIONS.begins("complaint", &one.caption));
    if reported && title_reports(title) || reviewed || answered {
        return Purpose::Nothing(Reason::Report);
    }
    // 工作落实情况（100分） | 扣分标准 | 责任单位: what is looked at and scored; nobody is told to do it.
    if measure.shares.are_situations() && !timed {
        return Purpose::Nothing(Reason::Statistics);
    }
    // 项目支出表: what money is meant for, whoever spends it.
    if has(Column::Amount) && title_budgets(title) && !title_lists_tasks(title) {
        return Purpose::Nothing(Reason::Statistics);
    }
    if has(Column::Duty) && (measure.thin || measure.is_only_a_name()) {
        return Purpose::Nothing(Reason::Duties);
    }
    // 3月：完成选址: the cells themselves say what is to be done by when.
    let scheduled = (!measure.thin || sure_units) && measure.shares.scheduled() >= 60 && !title_chronicles(title);
    // 文件名称 | 起草单位, 项目名称 | 金额 | 实施单位: names and who they belong to.
    let name_only = measure.is_only_a_name();
    // 整改措施 | 整改时限, whatever it costs.
    let mended = timed && measure.is_stated_measure();
    // 制度名称 | 字号 | 牵头部门 | 印发时间: what there is already.
    let issued = measure.is_only_a_name() && !timed && has(Column::Start) && has(Column::Code);
    if issued {
        return Purpose::Nothing(Reason::NoTasks);
    }
    let priced = has(Column::Amount) && !any_units && !scheduled && !mended;
    if name_only && (!sure_units || has(Column::Amount) && !timed) || priced {
        return Purpose::Nothing(reason_without_text(columns));
    }
    let answers = has(Column::Problem) || has(Column::Goal) || measure.is_stated_measure();
    // 政策举措 | 具体内容: a short name of the measure beside the column that says what is to be done.
    let is_text = |one: &Judged| one.shares.percent(Shape::Text) >= 50;
    let told = columns.iter().any(|one| matches!(one.column, Column::Measures | Column::Content) && is_text(one));
    let orders = scheduled
        || spoken && (any_units && (sure_units || ordering || told))
        || !measure.thin && timed && (answers || ordering)
        || !measure.thin && ordering && answers
        || !measure.thin && ordering && has(Column::Number) && measure.shares.percent(Shape::Text) >= 60;
    if orders {
        return Purpose::Tasks;
    }
    if captioned >= 2 { Purpose::Nothing(reason_without_text(columns)) } else { Purpose::Unknown }
}

fn reason_without_text(columns: &[Judged]) -> Reason {
    let has = |column| columns.iter().any(|one| one.column == column);
    if has(Column::Duty) {
        Reason::Duties
    } else if has(Column::Phone) || has(Column::Roster) {
        Reason::Roster
    } else if has(Column::Amount) || has(Column::Figure) || has(Column::FigureUnit) {
        Reason::Statistics
    } else {
        Reason::NoTasks
    }
}

/// Whether a caption says how far which months or quarters have come: 1-9月份工作完成情况, 上半年进展, 截至8月底落实情况.
fn states_period(caption: &str) -> bool {
    let months = caption.find('月').and_then(|at| caption.get(..at)).is_some_and(|before| {
        let from_to = before.contains(['-', '—', '－', '至', '~', '～']);
        from_to && before.ends_with(|c: char| c.is_ascii_digit())
    });
    months || CAPTIONS.begins("period", caption)
}

/// Whether a column gives the hours of a day.
fn clocks(columns: &[Judged]) -> bool {
    columns.iter().any(|one| one.shares.percent(Shape::Clock) >= 50)
}

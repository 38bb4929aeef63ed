//! The third evidence: what the columns of a table make of each other. A table has one column of ordinals, one of what is
//! to be done and one of the time; a unit without a caption counts only where no caption names units; lead stands left of co.

use super::super::captions::Column;
use super::parts::is_text;
use super::shape::Shape;
use super::{FurtherTime, Judged};
use crate::lexicon::tables::CAPTIONS;

/// Settles the columns of a table among each other.
pub(super) fn settle(columns: &mut [Judged]) {
    indicators(columns);
    one_ordinal(columns);
    units(columns);
    schedules(columns);
    one_time(columns);
    texts(columns);
}

/// 指标名称 beside figures: the table counts. 单位 is then what the figures are counted in.
fn indicators(columns: &mut [Judged]) {
    // 目标值 beside 指标名称 are figures, and goals whose cells are figures too.
    let names = columns.iter().any(|one| one.caption.ends_with("指标名称") || one.caption.ends_with("指标"));
    let figures = |one: &Judged| one.column == Column::Goal && one.shares.percent(Shape::Amount) >= 60;
    for one in columns.iter_mut().filter(|one| names && figures(one)) {
        one.column = Column::Figure;
    }
    let has_figures = columns.iter().any(|one| one.column == Column::Figure);
    for one in columns.iter_mut() {
        if one.caption.ends_with("指标名称")
            || one.caption.ends_with("指标") && has_figures && one.column != Column::Figure
        {
            one.column = Column::Indicator;
        }
        let counted = one.caption.contains("计量单位") || one.caption == "单位" && one.shares.percent(Shape::Unit) < 50;
        if counted {
            one.column = Column::FigureUnit;
        }
    }
}

/// Behind the first column of ordinals the others are numbers of something else.
fn one_ordinal(columns: &mut [Judged]) {
    let mut ordinals = columns.iter_mut().filter(|one| one.column == Column::Number);
    let Some(first) = ordinals.next() else { return };
    // Ordinals of the group may stand before those of the rows: the rows' differ most.
    let mut best = first;
    for other in ordinals {
        let differs_more =
            other.shares.distinct > best.shares.distinct && best.shares.distinct * 2 < best.shares.filled.max(2);
        if differs_more {
            best.column = Column::Code;
            best = other;
        } else {
            other.column = Column::Code;
        }
    }
}

/// Captioned units make further columns that look like units fields; without any caption the first leads.
fn units(columns: &mut [Judged]) {
    let is_unit = |one: &Judged| matches!(one.column, Column::Lead | Column::Units | Column::CoUnits);
    // 统领部门 beside 配合部门: where only those who assist are named, the other units answer for the task.
    let answers = |one: &Judged| matches!(one.column, Column::Lead | Column::Units) && one.by_caption >= 4;
    let assists = |one: &Judged| one.column == Column::CoUnits && one.by_caption >= 5;
    if columns.iter().any(assists) && !columns.iter().any(answers) {
        let looks = |one: &&mut Judged| one.column == Column::Units && one.shares.percent(Shape::Unit) >= 50;
        if let Some(lead) = columns.iter_mut().find(looks) {
            lead.column = Column::Lead;
            lead.by_place += 2;
            lead.thin = true;
            let by_caption = lead.by_caption.max(4);
            lead.by_place -= by_caption - lead.by_caption;
            lead.by_caption = by_caption;
        }
    }
    // 承办单位 beside 协办单位: those who handle a matter lead it, all of them; 责任单位 is led by its first.
    if columns.iter().any(assists) && !columns.iter().any(|one| one.column == Column::Lead) {
        let handles = |one: &&mut Judged| one.column == Column::Units && CAPTIONS.holds("handles", &one.caption);
        if let Some(lead) = columns.iter_mut().find(handles) {
            lead.column = Column::Lead;
        }
    }
    // 主要责任单位 with nobody beside it names all that answer: the first of them leads.
    if !columns.iter().any(|one| matches!(one.column, Column::Units | Column::CoUnits)) {
        let answers = |one: &&mut Judged| {
            one.column == Column::Lead && one.caption.contains("主要责任") && !one.caption.contains("牵头")
        };
        if let Some(only) = columns.iter_mut().find(answers) {
            only.column = Column::Units;
        }
    }
    let strongest = columns.iter().filter(|one| is_unit(one)).map(|one| one.by_caption).max().unwrap_or(0);
    if strongest >= 4 {
        let first = columns.iter().position(|one| is_unit(one) && one.by_caption >= 4).unwrap_or(0);
        for (at, one) in columns.iter_mut().enumerate() {
            if !is_unit(one) || one.by_caption >= 4 {
                continue;
            }
            // 搭手科室 behind 牵头科室: a caption of a unit in a role not known, whose cells are units.
            if at > first && one.by_caption > 0 && one.shares.percent(Shape::Unit) >= 50 {
                one.thin = true;
            } else {
                one.column = Column::Other;
            }
        }
    } else {
        // Two columns of units that nobody named: the left one leads, the next assists.
        let mut unnamed: Vec<&mut Judged> = columns.iter_mut().filter(|one| is_unit(one)).collect();
        if unnamed.len() > 1 && unnamed.iter().all(|one| one.column == Column::Units) {
            for (place, one) in unnamed.iter_mut().enumerate() {
                one.column = if place == 0 { Column::Lead } else { Column::CoUnits };
                one.by_place += 2;
                one.thin = true;
            }
        }
    }
    // 有关单位 alone is who answers.
    let others = columns.iter().any(|one| matches!(one.column, Column::Lead | Column::Units));
    if !others && let Some(only) = columns.iter_mut().find(|one| one.column == Column::CoUnits && one.by_caption <= 4) {
        only.column = Column::Units;
    }
}

/// Of several columns of times the one counts whose caption speaks of an end (完成时限 beside 进度要求), then the one whose cells are
/// no rhythms of reporting, then the clearer caption, of equals the last. The others stay fields.
fn one_time(columns: &mut [Judged]) {
    // 进度 over times that are still to come: where no other column has the time, they are the deadlines.
    let timed = columns.iter().any(|one| one.column == Column::Time);
    let planned = |one: &Judged| one.column == Column::Progress && is_plain_progress(&one.caption);
    // 进度安排 over 6月底前完成选址；年底前完工。
    let steps = |one: &Judged| is_plan(&one.caption) && one.shares.percent(Shape::Time) + one.shares.scheduled() >= 60;
    let times = |one: &&mut Judged| planned(one) && (one.shares.percent(Shape::Time) >= 60 || steps(one));
    if !timed && let Some(only) = columns.iter_mut().find(times) {
        only.column = Column::Time;
        only.by_place += 1;
    }
    let says = |one: &Judged| {
        let ends = one.by_caption > 0 && CAPTIONS.holds("ends", &one.caption);
        (ends, one.shares.rhythms() < 50, one.by_caption)
    };
    let times = columns.iter().enumerate().filter(|(_, one)| one.column == Column::Time);
    let Some((best, most)) = times.map(|(at, one)| (at, says(one))).max_by_key(|(at, said)| (*said, *at)) else {
        return;
    };
    for (_, one) in columns.iter_mut().enumerate().filter(|(at, one)| one.column == Column::Time && *at != best) {
        one.further_time = Some(if says(one) == most { FurtherTime::Equal } else { FurtherTime::Lesser });
        one.column = Column::Other;
    }
}

/// 工作任务 | 推进步骤, where several lines of the schedule stand beside one task: each line says what is to be done by when, and
/// the task is what it is about. A caption that speaks of the time alone keeps its column.
fn schedules(columns: &mut [Judged]) {
    const SURE: i32 = 5;
    if columns.iter().any(|one| one.column == Column::Time && one.by_caption >= SURE) {
        return;
    }
    let is_task =
        |one: &&Judged| matches!(one.column, Column::Task | Column::Name | Column::Measures | Column::Content);
    let tasks = columns.iter().filter(is_task).map(|one| one.shares.filled).max().unwrap_or(0);
    let says_when = |one: &&mut Judged| {
        let planned = match one.column {
            Column::Progress => is_plain_progress(&one.caption),
            Column::Time | Column::Schedule => true,
            _ => false,
        };
        planned && one.shares.scheduled() >= 60 && tasks > 0 && one.shares.filled * 2 >= tasks * 3
    };
    if let Some(schedule) = columns.iter_mut().find(says_when) {
        schedule.column = Column::Measures;
        schedule.rank = super::parts::rank(Column::Measures, "");
    }
}

/// 进度, 进度安排: not 进展情况 or 实际完成时间, which report.
fn is_plain_progress(caption: &str) -> bool {
    caption.contains("进度") && !CAPTIONS.holds("reported", caption)
}

/// 进度安排, 计划进度: what is still to come.
pub(in super::super) fn is_plan(caption: &str) -> bool {
    is_plain_progress(caption) && (caption.contains("安排") || caption.contains("计划"))
}

/// The text that says most clearly what is to be done is the measure; what stands left of it says what the row is about.
fn texts(columns: &mut [Judged]) {
    let longest = columns.iter().filter(|one| is_text(one.column)).map(|one| one.shares.length()).max().unwrap_or(0);
    let contents = columns.iter().filter(|one| one.column == Column::Content);
    let told = contents.map(|one| one.shares.length()).max().unwrap_or(0);
    let has_ordinals = columns.iter().any(|one| one.column == Column::Number);
    let most_differing = columns.iter().filter(|one| orders(one)).map(|one| one.shares.distinct).max().unwrap_or(0);
    let score = |one: &Judged| {
        let shares = &one.shares;
        let rows = shares.filled + shares.blank();
        let mostly_blank = if shares.filled * 2 < rows { 40 } else { 0 };
        let unknown = if one.by_caption == 0 { 20 } else { 0 };
        let repeated = if shares.filled >= 4 && shares.distinct * 2 <= shares.filled { 15 } else { 0 };
        let is_short = shares.length() < 8 && shares.length() * 2 < longest;
        // 3.公开抽查事项清单 beside 工作要求: in a table without ordinals the numbers stand with the tasks, but not where they stand with
        // their names only, beside sentences that say what is to be done.
        let is_name = shares.length() < 24 && shares.length() * 3 < longest;
        let clauses = if shares.has_clauses() && !(is_name && shares.labelled() >= 60) { 12 } else { 0 };
        let carries_numbers = if !has_ordinals && shares.labelled() >= 60 && !is_name { 30 } else { 0 };
        // 政策举措 of a few words beside 具体内容 of several sentences.
        let is_headline = shares.length() < 16 && shares.length() * 4 < told;
        let title = if one.column != Column::Goal && (is_short || is_headline) { 50 } else { 0 };
        let groups = if groups_rows(one, most_differing) { 50 } else { 0 };
        // However short, and the same in many rows.
        let odd = if super::parts::is_answered_for(&one.caption) { 0 } else { repeated + title + groups };
        one.rank - mostly_blank - unknown - odd + clauses + carries_numbers + shares.length().min(40) * 3 / 4
    };
    // Figures order nothing by themselves: 2025年目标 | 30.
    let figures = |one: &Judged| one.shares.percent(Shape::Amount) + one.shares.percent(Shape::Ordinal) >= 60;
    let spoken = columns.iter().any(|one| is_text(one.column) && !figures(one));
    let best = columns
        .iter()
        .enumerate()
        .filter(|(_, one)| is_text(one.column) && !(spoken && figures(one)))
        .max_by_key(|(at, one)| (score(one), std::cmp::Reverse(*at)));
    let Some((mut best, kind)) = best.map(|(at, one)| (at, one.column)) else { return };
    if kind == Column::Problem {
        best = beside_problems(columns).unwrap_or(best);
        if let Some(one) = columns.get_mut(best) {
            one.thin = true;
        }
    }
    let mut names = 0;
    for (at, one) in columns.iter_mut().enumerate() {
        if at == best {
            one.column = Column::Measures;
            one.by_place += 1;
        } else if matches!(one.column, Column::Task | Column::Name | Column::Measures) {
            let is_name = at < best && !(one.by_caption == 0 && kind != Column::Task);
            names += usize::from(is_name);
            one.column = if is_name { Column::Name } else { Column::Other };
        }
    }
    // 重点工作 | 具体任务 | 细化措施: the last name is the row's, those before it group the rows.
    for one in columns.iter_mut().filter(|one| one.column == Column::Name) {
        if names > 1 {
            one.column = Column::Group;
        }
        names -= 1;
    }
}

/// Whether a caption speaks of what is to be done, and the cells are longer than names.
fn orders(one: &Judged) -> bool {
    const SHORTEST: i32 = 8;
    let is_told = matches!(one.column, Column::Task | Column::Measures | Column::Content);
    is_told && one.by_caption > 0 && one.shares.length() >= SHORTEST
}

/// Whether the same words stand for several rows while another column that says what is to be done has others in most of
/// these: 主要举措 over several 工作任务.
fn groups_rows(one: &Judged, most_differing: usize) -> bool {
    one.shares.repeats() && one.shares.distinct * 3 <= most_differing * 2
}

/// The column that says what is done about the problems beside it, whatever its caption: 问题 | 下一步考虑. A problem orders nothing, so that a text under an
/// unknown caption is likelier to.
fn beside_problems(columns: &[Judged]) -> Option<usize> {
    const SHORTEST: i32 = 6;
    let may_order = |one: &Judged| {
        let shares = &one.shares;
        let unknown = one.column == Column::Other && one.by_caption == 0 && one.further_time.is_none();
        unknown && shares.percent(Shape::Text) >= 50 && shares.length() >= SHORTEST && shares.is_mostly_filled()
    };
    let candidates = columns.iter().enumerate().filter(|(_, one)| may_order(one));
    candidates.max_by_key(|(at, one)| (one.shares.length(), std::cmp::Reverse(*at))).map(|(at, _)| at)
}

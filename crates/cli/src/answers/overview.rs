//! Figures, units, search.

use commands::wire::{
    AppStatus, ChangedSince, ChangedSinceRequest, Dashboard, DashboardRequest, HitKind, Nothing, Noun, SearchRequest,
    SearchResult, Segment, SuggestRequest, UnitDetail, UnitFigures, UnitQuery, UnitRequest,
};

use super::{always_there, settings};
use crate::arguments::{
    DashboardArguments, Reading, SearchArguments, StatusArguments, SuggestArguments, UnitArguments, UnitsArguments,
};
use crate::session::{Failure, Session};
use crate::tables::{Column, shorten, table};

pub(crate) fn status(session: &mut Session, arguments: &StatusArguments) -> Result<String, Failure> {
    if let Some(revision) = arguments.since {
        return changed_since(session, revision, arguments.reading);
    }
    let status = session.read::<AppStatus>("app_status", &Nothing {}, arguments.reading)?;
    let own = if arguments.reading.json { String::new() } else { settings::own(session, arguments.reading)? };
    Ok(status.text(|status| {
        let sample = if status.sample { "（示例数据）" } else { "" };
        format!(
            "督办台账 {}\n台账 {}{sample}\n截至 {}：文件 {} 份（待确认 {}），督办事项 {} 条\n{own}",
            status.version, status.store, status.as_of, status.notices, status.unconfirmed, status.tasks
        )
    }))
}

fn changed_since(session: &mut Session, revision: i64, reading: Reading) -> Result<String, Failure> {
    let request = ChangedSinceRequest { revision };
    Ok(session.read::<ChangedSince>("changed_since", &request, reading)?.text(|changed| {
        let words = changed.nouns.iter().map(|noun| match noun {
            Noun::Notice => "文件",
            Noun::Task => "督办事项",
            Noun::Note => "办理记录",
            Noun::Unit => "单位",
            Noun::Version => "版本关系",
            Noun::Setting => "设置",
            Noun::Operation => "操作记录",
        });
        let words = words.collect::<Vec<_>>().join("、");
        if words.is_empty() { "没有改动。\n".to_owned() } else { format!("改动了：{words}\n") }
    }))
}

pub(crate) fn dashboard(session: &mut Session, arguments: DashboardArguments) -> Result<String, Failure> {
    let request = DashboardRequest { notice: arguments.notice, region: arguments.region };
    Ok(session.read::<Dashboard>("dashboard", &request, arguments.reading)?.text(|dashboard| {
        let totals = &dashboard.totals;
        let mut text = format!(
            "截至 {}：事项 {}{}，办结 {}，停办 {}，逾期 {}，临期 {}，未到期 {}，无期限 {}，未明确牵头单位 {}\n\n",
            dashboard.as_of,
            totals.led,
            always_there(dashboard.undated),
            totals.done,
            totals.ended,
            totals.overdue,
            totals.due_soon,
            totals.on_track,
            totals.no_deadline,
            dashboard.unassigned
        );
        text.push_str(&unit_table(dashboard.units));
        text
    }))
}

pub(crate) fn units(session: &mut Session, arguments: UnitsArguments) -> Result<String, Failure> {
    let request = UnitQuery { words: arguments.words, region: arguments.region };
    Ok(session.read::<Vec<UnitFigures>>("list_units", &request, arguments.reading)?.text(unit_table))
}

fn unit_table(units: Vec<UnitFigures>) -> String {
    let columns = [
        Column::Words("编号"),
        Column::Words("单位"),
        Column::Words("地区"),
        Column::Figures("牵头"),
        Column::Figures("配合"),
        Column::Figures("办结"),
        Column::Figures("停办"),
        Column::Figures("逾期"),
        Column::Figures("临期"),
        Column::Figures("未到期"),
        Column::Figures("无期限"),
    ];
    let rows = units.into_iter().map(|unit| {
        let figures = unit.figures;
        let mut row = vec![unit.id, unit.name, unit.region.unwrap_or_default()];
        let counts = [
            figures.led,
            figures.assisted,
            figures.done,
            figures.ended,
            figures.overdue,
            figures.due_soon,
            figures.on_track,
            figures.no_deadline,
        ];
        row.extend(counts.map(|count| count.to_string()));
        row
    });
    table(&columns, rows.collect(), "还没有单位：单位随文件导入而来。")
}

pub(crate) fn search(session: &mut Session, arguments: &SearchArguments) -> Result<String, Failure> {
    let words = arguments.words.join(" ").trim().to_owned();
    if words.is_empty() {
        return Err(Failure::NoWords);
    }
    let request = SearchRequest { words: words.clone(), limit: arguments.limit };
    Ok(session.read::<SearchResult>("search", &request, arguments.reading)?.text(|result| {
        let listed = result.hits.len();
        let part = if result.total as usize > listed { format!("，只列出前 {listed} 处") } else { String::new() };
        let about = if result.is_exact { "共" } else { "约" };
        let mut text = format!("“{words}”{about} {} 处{part}\n", result.total);
        for hit in &result.hits {
            let kind = match hit.kind {
                HitKind::Notice => "文件",
                HitKind::Task => "事项",
            };
            let (title, excerpt) = (shorten(&plain(&hit.title), 50), shorten(&plain(&hit.excerpt), 90));
            text.push_str(&format!("{kind}  {}  {title}\n    {excerpt}\n", hit.id));
        }
        if result.hits.is_empty() && !result.suggestions.is_empty() {
            text.push_str(&format!("可以试试：{}\n", result.suggestions.join("、")));
        }
        text
    }))
}

pub(crate) fn unit(session: &mut Session, arguments: UnitArguments) -> Result<String, Failure> {
    let request = UnitRequest { id: arguments.unit, region: arguments.region };
    Ok(session.read::<UnitDetail>("get_unit", &request, arguments.reading)?.text(|detail| {
        let mut text = unit_table(vec![detail.unit]);
        if detail.undated > 0 {
            text.push_str(&format!("{}\n", always_there(detail.undated)));
        }
        if !detail.aliases.is_empty() {
            text.push_str(&format!("\n又写作：{}\n", detail.aliases.join("、")));
        }
        let columns =
            [Column::Words("到期月份"), Column::Figures("牵头"), Column::Figures("办结"), Column::Figures("逾期")];
        let months = detail.months.into_iter();
        let rows = months
            .map(|month| vec![month.month, month.due.to_string(), month.done.to_string(), month.overdue.to_string()]);
        text.push('\n');
        text.push_str(&table(&columns, rows.collect(), "没有注明期限的牵头事项。"));
        text
    }))
}

pub(crate) fn suggest(session: &mut Session, arguments: SuggestArguments) -> Result<String, Failure> {
    let request = SuggestRequest { words: arguments.words };
    let answer = session.read::<Vec<String>>("suggest", &request, arguments.reading)?;
    Ok(answer.text(|offered| offered.into_iter().map(|text| format!("{text}\n")).collect()))
}

fn plain(segments: &[Segment]) -> String {
    segments.iter().map(|segment| segment.text.as_str()).collect()
}

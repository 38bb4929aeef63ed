//! Versions of notices.

use std::collections::HashMap;

use commands::wire::{
    ComparedMeasure, Comparison, ComparisonRow, IdRequest, RetireReport, RetireRequest, Segment, TaskInNewerVersion,
    VersionCounts, VersionKindCode, VersionLinkInfo, VersionNotice, VersionPair, Versions, VersionsQuery,
};

use super::day;
use crate::arguments::{RetireArguments, VersionsAction, VersionsArguments};
use crate::session::{Failure, Session, json_text};
use crate::tables::{Column, shorten, table};

/// The links of the register; the chain of a notice and its comparison with the version before; setting or taking off
/// a link.
pub(crate) fn versions(session: &mut Session, arguments: VersionsArguments) -> Result<String, Failure> {
    let VersionsArguments { action, notice, with, task, all, follows, not, reading } = arguments;
    if let Some(VersionsAction::Retire(retire)) = action {
        return self::retire(session, retire);
    }
    if let Some(id) = task {
        let answer = session.read::<Vec<TaskInNewerVersion>>("task_in_newer_versions", &IdRequest { id }, reading)?;
        return Ok(answer.text(|found| task_text(&found)));
    }
    let Some(notice) = notice else {
        let answer = session.read::<Versions>("list_versions", &VersionsQuery { notice: None }, reading)?;
        return Ok(answer.text(|versions| links_table(&versions)));
    };
    if let Some(older) = follows {
        return change(session, "link_versions", &VersionPair { older, newer: notice }, reading.json);
    }
    if let Some(other) = not {
        return change(session, "unlink_versions", &VersionPair { older: other, newer: notice }, reading.json);
    }
    let value = session.ask("list_versions", &VersionsQuery { notice: Some(notice.clone()) }, None, &|_| {})?;
    let chain: Versions = serde_json::from_value(value.clone())?;
    let pair = match with {
        Some(older) => Some(VersionPair { older, newer: notice }),
        None => pair_of(&chain, &notice),
    };
    let comparison = match &pair {
        Some(pair) => Some(session.ask("compare_versions", pair, None, &|_| {})?),
        None => None,
    };
    if reading.json {
        return Ok(json_text(&serde_json::json!({ "chain": value, "comparison": comparison })));
    }
    let mut text = links_table(&chain);
    if let Some(comparison) = comparison {
        text.push_str(&comparison_text(&serde_json::from_value(comparison)?, all));
    }
    Ok(text)
}

fn retire(session: &mut Session, arguments: RetireArguments) -> Result<String, Failure> {
    let RetireArguments { older, by, carry_progress, rehearse, json } = arguments;
    let request = RetireRequest { older, newer: by, carry_progress, rehearse };
    let value = session.ask("retire_version", &request, None, &|_| {})?;
    if json {
        return Ok(json_text(&value));
    }
    let RetireReport { retired, followed, left, progress } = serde_json::from_value(value)?;
    let will = if rehearse { "将列为被替代" } else { "已列为被替代" };
    let mut text = format!("旧版的 {retired} 条事项{will}，其中 {followed} 条有对应的新事项。\n");
    if progress > 0 {
        let carried = if carry_progress {
            "由新事项沿用"
        } else {
            "留在旧事项上（加 --carry-progress 由新事项沿用）"
        };
        text.push_str(&format!("这些事项的 {progress} 次进展{carried}。\n"));
    }
    if left > 0 {
        text.push_str(&format!("另有 {left} 条保持原状。\n"));
    }
    Ok(text)
}

fn task_text(found: &[TaskInNewerVersion]) -> String {
    if found.is_empty() {
        return "这条事项所在的文件没有新版。\n".to_owned();
    }
    let entry = |TaskInNewerVersion { notice, kind, row }: &TaskInNewerVersion| {
        let (change, place) = (change_words(row), place(row.newer.as_ref()));
        format!("新版《{}》（{}）{place}：{change}｜{}\n", notice.title, kind_word(*kind), content(row))
    };
    found.iter().map(entry).collect()
}

fn change(session: &mut Session, command: &str, pair: &VersionPair, json: bool) -> Result<String, Failure> {
    let value = session.ask(command, pair, None, &|_| {})?;
    if json {
        return Ok(json_text(&value));
    }
    Ok(links_table(&serde_json::from_value(value)?))
}

/// With the version before it; where there is none, with the one after.
fn pair_of(chain: &Versions, notice: &str) -> Option<VersionPair> {
    let before = chain.links.iter().rev().find(|link| link.newer == notice);
    let link = before.or_else(|| chain.links.iter().find(|link| link.older == notice))?;
    Some(VersionPair { older: link.older.clone(), newer: link.newer.clone() })
}

fn links_table(versions: &Versions) -> String {
    let notices: HashMap<&str, &VersionNotice> =
        versions.notices.iter().map(|notice| (notice.id.as_str(), notice)).collect();
    let title = |id: &str| {
        notices.get(id).map_or_else(String::new, |notice| match notice.issued {
            Some(issued) => format!("《{}》（{issued} 印发）", notice.title),
            None => format!("《{}》", notice.title),
        })
    };
    let entry = |link: &VersionLinkInfo| {
        let mut text = format!(
            "{}：{}\n  新版 {}  {}\n  旧版 {}  {}\n",
            kind_word(link.kind),
            link.reason,
            link.newer,
            title(&link.newer),
            link.older,
            title(&link.older)
        );
        if let Some(counts) = &link.counts {
            text.push_str(&format!("  {}\n", counts_words(counts)));
        }
        text
    };
    match versions.links.as_slice() {
        [] => "没有版本关系。可用 duban versions 新版编号 --follows 旧版编号 设定。\n".to_owned(),
        links => links.iter().map(entry).collect(),
    }
}

fn comparison_text(comparison: &Comparison, all: bool) -> String {
    let mut text = format!("\n对照（{}）\n", counts_words(&comparison.counts));
    let columns = [Column::Words("变化"), Column::Words("旧版"), Column::Words("新版"), Column::Words("内容")];
    let shown = comparison.rows.iter().filter(|row| all || !is_same(row));
    let rows =
        shown.map(|row| vec![change_words(row), place(row.older.as_ref()), place(row.newer.as_ref()), content(row)]);
    text.push_str(&table(&columns, rows.collect(), "两版的举措完全相同。"));
    text
}

fn is_same(row: &ComparisonRow) -> bool {
    row.older.is_some() && row.newer.is_some() && !(row.wording || row.units || row.deadline)
}

fn change_words(row: &ComparisonRow) -> String {
    if row.older.is_none() {
        return "新增".to_owned();
    }
    if row.newer.is_none() {
        return "取消".to_owned();
    }
    let marks = [(row.wording, "文字"), (row.units, "单位"), (row.deadline, "时限")];
    let changed: Vec<&str> = marks.iter().filter(|(holds, _)| *holds).map(|(_, word)| *word).collect();
    if changed.is_empty() { "相同".to_owned() } else { format!("{}变化", changed.join("、")) }
}

fn place(measure: Option<&ComparedMeasure>) -> String {
    measure.map_or_else(|| "—".to_owned(), |measure| format!("第{}行", measure.line))
}

/// One line: {+what only the newer says+}, [-what only the older said-].
fn content(row: &ComparisonRow) -> String {
    let said = |runs: &[Segment]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let mut parts = Vec::new();
    match (&row.older, &row.newer) {
        (Some(older), Some(newer)) => {
            parts.push(shorten(&said(&newer.text), BEGINNING));
            if row.wording {
                parts.extend([marked(&older.text, "[-", "-]"), marked(&newer.text, "{+", "+}")]);
            }
            if row.units {
                parts.push(units_change(older, newer));
            }
            if row.deadline {
                parts.push(format!("时限：{} → {}", deadline(older), deadline(newer)));
            }
        }
        (Some(only), None) | (None, Some(only)) => {
            let text = shorten(&said(&only.text), 2 * BEGINNING);
            parts.extend([text, format!("单位：{}", units(only)), format!("时限：{}", deadline(only))]);
        }
        (None, None) => {}
    }
    parts.retain(|part| !part.is_empty());
    parts.join("｜").replace('\n', " ")
}

/// How many characters tell which measure is meant.
const BEGINNING: usize = 24;

fn marked(runs: &[Segment], opens: &str, closes: &str) -> String {
    let marked = runs.iter().filter(|run| run.marked);
    marked.map(|run| format!("{opens}{}{closes}", run.text)).collect::<Vec<_>>().join("…")
}

/// 牵头 甲 → 乙；配合 增 丙、减 丁.
fn units_change(older: &ComparedMeasure, newer: &ComparedMeasure) -> String {
    let named = |units: &[String]| if units.is_empty() { "未写明".to_owned() } else { units.join("、") };
    let beyond = |units: &[String], others: &[String]| {
        units.iter().filter(|unit| !others.contains(unit)).cloned().collect::<Vec<_>>().join("、")
    };
    let mut parts = Vec::new();
    if older.leads != newer.leads {
        parts.push(format!("牵头 {} → {}", named(&older.leads), named(&newer.leads)));
    }
    for (word, units) in
        [("增", beyond(&newer.co_units, &older.co_units)), ("减", beyond(&older.co_units, &newer.co_units))]
    {
        if !units.is_empty() {
            parts.push(format!("配合{word} {units}"));
        }
    }
    parts.join("；")
}

fn units(measure: &ComparedMeasure) -> String {
    let names = [measure.leads.join("、"), measure.co_units.join("、")];
    match names {
        [leads, co_units] if leads.is_empty() && co_units.is_empty() => "未写明".to_owned(),
        [leads, co_units] if co_units.is_empty() => format!("{leads}牵头"),
        [leads, co_units] if leads.is_empty() => format!("{co_units}配合"),
        [leads, co_units] => format!("{leads}牵头，{co_units}配合"),
    }
}

fn deadline(measure: &ComparedMeasure) -> String {
    match (measure.due, &measure.deadline_raw) {
        (None, Some(raw)) => raw.clone(),
        (None, None) => "未载明".to_owned(),
        (due, _) => day(due),
    }
}

/// 相同 3 条，调整 12 条（文字 10、单位 2、时限 4），新增 3 条，取消 2 条.
pub(crate) fn counts_words(counts: &VersionCounts) -> String {
    let VersionCounts { same, changed, wording, units, deadline, added, dropped } = counts;
    let detail = if *changed == 0 {
        String::new()
    } else {
        format!("（文字 {wording}、单位 {units}、时限 {deadline}）")
    };
    format!("相同 {same} 条，调整 {changed} 条{detail}，新增 {added} 条，取消 {dropped} 条")
}

pub(crate) fn kind_word(kind: VersionKindCode) -> &'static str {
    match kind {
        VersionKindCode::Draft => "征求意见与定稿",
        VersionKindCode::Period => "历年接续",
        VersionKindCode::Revision => "修订",
        VersionKindCode::Fuller => "全文补齐",
        VersionKindCode::Given => "人工设定",
    }
}

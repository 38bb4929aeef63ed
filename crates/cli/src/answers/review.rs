//! Reviewing what an import brought: what was found, what is said of it, and the one operation at the end.

use std::io::Read as _;

use commands::wire::{
    FinishReviewRequest, IdRequest, ProvenanceInfo, Review, ReviewDraft, ReviewQuery, ReviewReport, ReviewedNotice,
    TasksMade, field_word,
};

use crate::arguments::ReviewArguments;
use crate::session::{Failure, Session, json_text};
use crate::tables::{Column, shorten, table};

/// So many units are named with the tasks they lead; the others are counted.
const NAMED: usize = 10;

pub(crate) fn review(session: &mut Session, arguments: ReviewArguments) -> Result<String, Failure> {
    let ReviewArguments { ids, said, finish, rehearse, sources, json } = arguments;
    if let Some(id) = sources {
        let value = session.ask("measure_sources", &IdRequest { id }, None, &|_| {})?;
        let places: Vec<ProvenanceInfo> = serde_json::from_value(value.clone())?;
        let line = |place: &ProvenanceInfo| {
            format!("{}　第 {} 行　“{}”　{}\n", field_word(&place.field), place.line, place.words, place.rule_words)
        };
        return Ok(if json { json_text(&value) } else { places.iter().map(line).collect() });
    }
    if let Some(path) = said {
        let draft: ReviewDraft = serde_json::from_str(&text_of(&path)?)?;
        session.ask("keep_review", &draft, None, &|_| {})?;
    }
    let query = ReviewQuery { notices: ids, repeats: Vec::new() };
    let value = session.ask("get_review", &query, None, &|_| {})?;
    let review: Review = serde_json::from_value(value.clone())?;
    if finish || rehearse {
        let waits = |found: &&ReviewedNotice| !found.notice.confirmed && found.notice.measures > 0;
        let notices = review.notices.iter().filter(waits).map(|found| found.notice.id.clone()).collect();
        let request = FinishReviewRequest { notices, measures: review.draft, confirm: true, rehearse };
        let value = session.ask("finish_review", &request, None, &|_| {})?;
        return Ok(if json { json_text(&value) } else { effect(&serde_json::from_value(value)?, rehearse) });
    }
    Ok(if json { json_text(&value) } else { found(review) })
}

fn text_of(path: &std::path::Path) -> Result<String, Failure> {
    let failed = |cause| Failure::Unread { path: path.to_owned(), cause };
    if path.as_os_str() == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(failed)?;
        return Ok(text);
    }
    std::fs::read_to_string(path).map_err(failed)
}

fn found(review: Review) -> String {
    let columns = [
        Column::Words("编号"),
        Column::Figures("举措"),
        Column::Figures("存疑"),
        Column::Figures("未读懂的行"),
        Column::Words("标题"),
    ];
    let row = |found: ReviewedNotice| {
        vec![
            found.notice.id,
            found.notice.measures.to_string(),
            found.doubtful.to_string(),
            found.not_understood.len().to_string(),
            shorten(&found.notice.title, 40),
        ]
    };
    let drafts = review.draft.len();
    let mut text = table(&columns, review.notices.into_iter().map(row).collect(), "没有等待审核的文件。");
    if drafts > 0 {
        text.push_str(&format!("已有 {drafts} 条举措记下了意见；用 --rehearse 看结果，用 --finish 确认。\n"));
    }
    text
}

fn effect(report: &ReviewReport, rehearse: bool) -> String {
    let ReviewReport { notices, tasks, leads, corrected, dropped, doubtful, undated, new_units } = report;
    let begin = if rehearse { "将确认" } else { "确认" };
    let mut text = format!(
        "{begin}文件 {notices} 份，督办事项 {tasks} 条；更正 {corrected} 条，不列入 {dropped} 条；其中存疑 {doubtful} 条，无期限 {undated} 条。\n"
    );
    for TasksMade { lead, tasks } in leads.iter().take(NAMED) {
        text.push_str(&format!("  {}　{tasks} 条\n", lead.as_deref().unwrap_or("未明确牵头单位")));
    }
    if leads.len() > NAMED {
        text.push_str(&format!("  另有 {} 个单位\n", leads.len() - NAMED));
    }
    text.extend(new_units.iter().map(super::corrections::new_unit));
    text
}

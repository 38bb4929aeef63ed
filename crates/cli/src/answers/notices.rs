//! Notices.

use commands::wire::{ConfirmReport, ConfirmRequest, NoticePage, NoticeQuery, NoticeRow, NoticeSort};

use super::day;
use crate::arguments::{ConfirmArguments, NoticeOrder, NoticesArguments};
use crate::session::{Failure, Session, json_text};
use crate::tables::{Column, shorten, table};

pub(crate) fn notices(session: &mut Session, arguments: NoticesArguments) -> Result<String, Failure> {
    let request = NoticeQuery {
        words: arguments.words,
        region: arguments.region,
        unconfirmed: arguments.unconfirmed,
        sort: match arguments.sort {
            NoticeOrder::Added => NoticeSort::Added,
            NoticeOrder::Issued => NoticeSort::Issued,
            NoticeOrder::Measures => NoticeSort::Measures,
        },
        descending: arguments.descending,
        after: arguments.after,
        limit: arguments.limit,
        ..NoticeQuery::default()
    };
    let is_narrowed = request.unconfirmed || request.words.is_some() || request.region.is_some();
    let answer = session.read::<NoticePage>("list_notices", &request, arguments.reading)?;
    Ok(answer.text(|NoticePage { total, rows: notices, next, .. }| {
        let shown = notices.len();
        let columns = [
            Column::Words("编号"),
            Column::Words("印发日期"),
            Column::Words("文号"),
            Column::Figures("举措"),
            Column::Figures("事项"),
            Column::Figures("疑点"),
            Column::Words("确认"),
            Column::Words("标题"),
        ];
        let rows = notices.into_iter().map(|notice| {
            let state = state(&notice).to_owned();
            vec![
                notice.id,
                day(notice.issued),
                notice.number.unwrap_or_default(),
                notice.measures.to_string(),
                notice.tasks.to_string(),
                notice.doubts.to_string(),
                state,
                shorten(&notice.title, 40),
            ]
        });
        let nothing = if is_narrowed {
            "没有符合条件的文件。"
        } else {
            "台账里还没有文件。用 duban import 导入，或用 duban sample 载入示例。"
        };
        let end = match next {
            Some(last) => format!("\n共 {total} 份，列出 {shown} 份。接着往下列：加上 --after {last}\n"),
            None => String::new(),
        };
        table(&columns, rows.collect(), nothing) + &end
    }))
}

/// A notice without measures waits for nobody, and is counted among those that do nowhere.
fn state(notice: &NoticeRow) -> &'static str {
    match notice {
        NoticeRow { confirmed: true, .. } => "已确认",
        NoticeRow { measures: 0, .. } => "无举措",
        _ => "待确认",
    }
}

pub(crate) fn confirm(session: &mut Session, arguments: ConfirmArguments) -> Result<String, Failure> {
    let value = session.ask("confirm_notices", &ConfirmRequest { ids: arguments.ids, words: None }, None, &|_| {})?;
    if arguments.json {
        return Ok(json_text(&value));
    }
    let report: ConfirmReport = serde_json::from_value(value)?;
    Ok(format!("确认文件 {} 份，新增督办事项 {} 条。\n", report.notices, report.tasks))
}

//! Notices.

use commands::wire::{ConfirmReport, ConfirmRequest, NoticeQuery, NoticeRow};

use super::day;
use crate::arguments::{ConfirmArguments, NoticesArguments};
use crate::session::{Failure, Session, json_text};
use crate::tables::{Column, shorten, table};

pub(crate) fn notices(session: &mut Session, arguments: NoticesArguments) -> Result<String, Failure> {
    let request = NoticeQuery { words: arguments.words, unconfirmed: arguments.unconfirmed, ..NoticeQuery::default() };
    let answer = session.read::<Vec<NoticeRow>>("list_notices", &request, arguments.reading)?;
    Ok(answer.text(|notices| {
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
        table(&columns, rows.collect(), "台账里还没有文件。用 duban import 导入，或用 duban sample 载入示例。")
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
    let value = session.ask("confirm_notices", &ConfirmRequest { ids: arguments.ids }, None, &|_| {})?;
    if arguments.json {
        return Ok(json_text(&value));
    }
    let report: ConfirmReport = serde_json::from_value(value)?;
    Ok(format!("确认文件 {} 份，新增督办事项 {} 条。\n", report.notices, report.tasks))
}

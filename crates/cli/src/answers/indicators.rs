//! Quantified targets.

use commands::wire::{IndicatorQuery, IndicatorRow};

use super::day;
use crate::arguments::IndicatorsArguments;
use crate::session::{Failure, Session};
use crate::tables::{Column, shorten, table};

pub(crate) fn indicators(session: &mut Session, arguments: IndicatorsArguments) -> Result<String, Failure> {
    let request = IndicatorQuery { notice: arguments.notice };
    let answer = session.read::<Vec<IndicatorRow>>("list_indicators", &request, arguments.reading)?;
    Ok(answer.text(|rows| {
        let columns = [
            Column::Words("指标"),
            Column::Words("目标"),
            Column::Words("时间"),
            Column::Words("牵头单位"),
            Column::Words("出处"),
        ];
        let total = rows.len();
        let cells = rows.into_iter().map(|row| {
            let place = row.line.map_or_else(|| "指标表".to_owned(), |line| format!("第 {line} 行 {}", row.number));
            vec![
                shorten(&row.indicator.name, 30),
                row.indicator.stated,
                day(row.indicator.by),
                shorten(&row.leads.join("、"), 16),
                format!("{} {place}", shorten(&row.notice_title, 24)),
            ]
        });
        let mut text = table(&columns, cells.collect(), "没有读出量化指标。");
        if total > 0 {
            text.push_str(&format!("共 {total} 个\n"));
        }
        text
    }))
}

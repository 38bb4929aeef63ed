//! Units that may be one body.

use commands::wire::{Nothing, UnitPair, UnitPairReport, UnitProposal};

use crate::arguments::{Reading, UnitPairArguments};
use crate::session::{Failure, Session, json_text};
use crate::tables::{Column, table};

pub(crate) fn proposals(session: &mut Session, reading: Reading) -> Result<String, Failure> {
    Ok(session.read::<Vec<UnitProposal>>("unit_proposals", &Nothing {}, reading)?.text(|proposals| {
        let columns = [
            Column::Words("写法"),
            Column::Figures("事项"),
            Column::Words("可能就是"),
            Column::Figures("事项"),
            Column::Words("地区"),
            Column::Words("理由"),
        ];
        let rows = proposals.into_iter().map(|proposal| {
            vec![
                proposal.from_name,
                proposal.from_tasks.to_string(),
                proposal.into_name,
                proposal.into_tasks.to_string(),
                proposal.region.unwrap_or_default(),
                proposal.reason,
            ]
        });
        let mut text = table(&columns, rows.collect(), "没有可能重复的单位。");
        text.push_str("合并：duban merge-units 写法 单位；不是同一单位：duban merge-units --decline 写法 单位\n");
        text
    }))
}

pub(crate) fn merge_units(session: &mut Session, arguments: UnitPairArguments) -> Result<String, Failure> {
    let UnitPairArguments { from, into, region, decline, json } = arguments;
    let pair = UnitPair { from, into, region };
    let name = if decline { "tell_units_apart" } else { "merge_units" };
    let value = session.ask(name, &pair, None, &|_| {})?;
    if json {
        return Ok(json_text(&value));
    }
    let UnitPairReport { from_name, into_name, tasks } = serde_json::from_value(value)?;
    Ok(if decline {
        format!("已记下：“{from_name}”和“{into_name}”不是同一单位，不再提示。\n")
    } else {
        format!("“{from_name}”已并入“{into_name}”，涉及 {tasks} 项。可用 duban undo 撤销。\n")
    })
}

//! `duban purge`: real deletion, after saying what goes and being told to.

use std::process::ExitCode;

use commands::wire::{KeptFile, Nothing, PurgeHeir, PurgePreview, PurgeReport, PurgeRequest};

use crate::arguments::PurgeArguments;
use crate::session::{Failure, Session, json_text};
use crate::tables::{Column, local, table};
use crate::terminal::{agreed, complain, print};

/// Lists what is kept, or purges files.
pub(crate) fn run(session: &mut Session, arguments: PurgeArguments) -> Result<ExitCode, Failure> {
    let PurgeArguments { files, list, keep_backups, yes, json } = arguments;
    if list {
        let kept = session.ask("list_kept_files", &Nothing {}, None, &|_| {})?;
        print(&if json { json_text(&kept) } else { listed(&serde_json::from_value::<Vec<KeptFile>>(kept)?) })?;
        return Ok(ExitCode::SUCCESS);
    }
    let request = PurgeRequest { files, with_backups: !keep_backups };
    let value = session.ask("preview_purge", &request, None, &|_| {})?;
    if !yes {
        let preview: PurgePreview = serde_json::from_value(value.clone())?;
        print(&if json { json_text(&value) } else { told(&preview, request.with_backups, "将") })?;
        if json || !agreed("彻底清除？不能撤销。")? {
            complain("没有清除，台账未作改动。确定清除请加 --yes。");
            return Ok(if json { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
    }
    let value = session.ask("purge", &request, None, &|_| {})?;
    let report: PurgeReport = serde_json::from_value(value.clone())?;
    print(&if json { json_text(&value) } else { told(&report.removed, report.with_backups, "已") })?;
    report.warnings.iter().for_each(|warning| complain(warning));
    Ok(if report.warnings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn listed(files: &[KeptFile]) -> String {
    let columns = [Column::Words("导入"), Column::Words("文件"), Column::Words("情况"), Column::Words("编号")];
    let rows = files.iter().map(|file| {
        let state = if file.is_undone { "导入已撤销，内容仍在台账里" } else { "" };
        vec![local(&file.imported_at), file.name.clone(), state.to_owned(), file.id.clone()]
    });
    table(&columns, rows.collect(), "台账里没有文件。")
}

/// What goes, in words; `when` is 将 or 已.
fn told(removed: &PurgePreview, with_backups: bool, when: &str) -> String {
    let PurgePreview { files, notices, tasks, progress, units, repeats, heirs, backups, other_files } = removed;
    let mut lines = vec![format!(
        "{when}彻底清除：{}。通知 {notices} 份、督办事项 {tasks} 条、进展记录 {progress} 条，连同原文、检索和操作记录中的内容。",
        files.join("、")
    )];
    if !units.is_empty() {
        lines.push(format!("只在其中出现的单位名称一并清除：{}。", units.join("、")));
    }
    for PurgeHeir { file, title, tasks } in heirs {
        lines.push(format!(
            "同一内容也在“{file}”里，不随之清除：《{title}》{when}由它承接，{tasks} 条督办事项连同进展和更正保留；如也要清除，请一并写上。"
        ));
    }
    if !repeats.is_empty() {
        lines.push(format!("同一内容还在这些文件里，不随之清除：{}。", repeats.join("、")));
        lines.push(
            "其中的举措要重新识读（duban reread 编号）并确认后才再成为督办事项；如也要清除，请一并写上。".to_owned(),
        );
    }
    if !backups.is_empty() {
        lines.push(if with_backups {
            format!("含有它的备份 {} 份{when}删去，另做一份新备份。", backups.len())
        } else {
            format!("含有它的备份 {} 份没有动：{}。", backups.len(), backups.join("、"))
        });
    }
    if !other_files.is_empty() {
        lines.push(format!(
            "台账文件夹里还有这些文件，程序不知道其中有没有它，请自行查看：{}。",
            other_files.join("、")
        ));
    }
    lines.push(
        "别处的副本（导入前的原文件、导出的报表和归档、拷走的备份）不在本程序管理之内，请自行处理。\n".to_owned(),
    );
    lines.join("\n")
}

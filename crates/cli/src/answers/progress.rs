//! Adding and listing progress.

use std::path::{Path, PathBuf};

use commands::wire::{
    AddProgressRequest, CompareProgressRequest, ComparedProgress, ImportSource, MonthProgress, ProgressEntry,
    ProgressPage, ProgressQuery, SaveEvidenceRequest,
};

use crate::arguments::{
    AddProgressArguments, CompareProgressArguments, ListProgressArguments, ProgressAction, SaveEvidenceArguments,
};
use crate::session::{Failure, Session, json_text};

pub(crate) fn progress(session: &mut Session, action: ProgressAction) -> Result<String, Failure> {
    match action {
        ProgressAction::Add(arguments) => add(session, arguments),
        ProgressAction::List(arguments) => list(session, arguments),
        ProgressAction::Compare(arguments) => compare(session, arguments),
        ProgressAction::Save(arguments) => save(session, arguments),
    }
}

fn add(session: &mut Session, arguments: AddProgressArguments) -> Result<String, Failure> {
    let AddProgressArguments { task, words, share, difficulty, next, on, unit, evidence, replaces, json } = arguments;
    let request = AddProgressRequest {
        task,
        unit,
        words,
        share,
        difficulty,
        next_step: next,
        day: on,
        replaces,
        evidence: evidence.iter().map(PathBuf::as_path).map(source).collect(),
    };
    let answer = session.ask("add_progress", &request, None, &|_| {})?;
    if json {
        return Ok(json_text(&answer));
    }
    let entry: ProgressEntry = serde_json::from_value(answer)?;
    let mut text = format!("已登记 {} 的进展，编号 {}。可用 duban undo 撤销。\n", entry.day, entry.id);
    text.extend(entry.hints.iter().map(|hint| format!("  供参考：{}\n", hint.words)));
    Ok(text)
}

fn source(path: &Path) -> ImportSource {
    ImportSource::Path(path.display().to_string())
}

fn list(session: &mut Session, arguments: ListProgressArguments) -> Result<String, Failure> {
    let ListProgressArguments { task, notice, unit, words, from, until, limit, reading } = arguments;
    let query = ProgressQuery { task, notice, unit, words, from, until, after: None, limit };
    Ok(session.read::<ProgressPage>("list_progress", &query, reading)?.text(|page| lay_out(&page)))
}

fn compare(session: &mut Session, arguments: CompareProgressArguments) -> Result<String, Failure> {
    let CompareProgressArguments { task, month, reading } = arguments;
    let request = CompareProgressRequest { task, month };
    let answer = session.read::<ComparedProgress>("compare_progress", &request, reading)?;
    Ok(answer.text(|compared| [compared.earlier, compared.later].iter().map(month_text).collect()))
}

/// What was said in a month; what the other month does not say stands in brackets.
fn month_text(of: &MonthProgress) -> String {
    let share = of.share.map_or_else(String::new, |share| format!("　完成 {share}%"));
    let words: String =
        of.text.iter().map(|part| if part.marked { format!("【{}】", part.text) } else { part.text.clone() }).collect();
    let words = if words.is_empty() { "没有进展。".to_owned() } else { words.replace('\n', "\n  ") };
    format!("{}{share}\n  {words}\n", of.month)
}

fn save(session: &mut Session, arguments: SaveEvidenceArguments) -> Result<String, Failure> {
    let SaveEvidenceArguments { id, to, yes } = arguments;
    crate::output::may_replace(&to, yes)?;
    let request = SaveEvidenceRequest { id, to: to.display().to_string() };
    session.ask("save_evidence", &request, None, &|_| {})?;
    Ok(format!("已写入“{}”。\n", to.display()))
}

fn lay_out(page: &ProgressPage) -> String {
    if page.entries.is_empty() {
        return "没有符合条件的进展。\n".to_owned();
    }
    let mut text = String::new();
    for entry in &page.entries {
        let share = entry.share.map_or_else(String::new, |share| format!("　完成 {share}%"));
        let by = entry.unit_name.as_deref().unwrap_or(&entry.actor);
        let replaced = if entry.replaced_by.is_some() { "（后来已更正）" } else { "" };
        text.push_str(&format!("{}　{}{share}　{by}{replaced}\n  {}\n", entry.day, entry.task_name, entry.words));
        let further = [("困难", entry.difficulty.as_str()), ("下一步", entry.next_step.as_str())];
        for (name, words) in further.into_iter().filter(|(_, words)| !words.is_empty()) {
            text.push_str(&format!("  {name}：{words}\n"));
        }
        if !entry.evidence.is_empty() {
            let names: Vec<&str> = entry.evidence.iter().map(|file| file.name.as_str()).collect();
            text.push_str(&format!("  佐证：{}\n", names.join("、")));
        }
        text.extend(entry.hints.iter().map(|hint| format!("  供参考：{}\n", hint.words)));
        text.push_str(&format!("  编号 {}　事项 {}\n", entry.id, entry.task));
    }
    let part = if page.next.is_some() { format!("，只列出前 {} 次", page.entries.len()) } else { String::new() };
    text.push_str(&format!("共 {} 次{part}\n", page.total));
    text
}

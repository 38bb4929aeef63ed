//! Real deletion: what would go, and doing it, in the register and in its backups.

use store::{BackupError, Backups, NoticeId, PurgePlan, Reader, Reason, SourceId, StoreError, Writer};

use crate::backup::backups;
use crate::context::Context;
use crate::error::CommandError;
use crate::rereading::heirs::{self, Successor};
use crate::wire::{KeptFile, Nothing, PurgePreview, PurgeReport, PurgeRequest};

pub(crate) fn list_kept_files(context: &mut Context<'_, '_>, _: Nothing) -> Result<Vec<KeptFile>, CommandError> {
    let row = |file: store::KeptFile| {
        let store::KeptFile { id, name, imported_at, is_undone } = file;
        KeptFile { id: id.to_string(), name, imported_at, is_undone }
    };
    Ok(context.read().kept_files()?.into_iter().map(row).collect())
}

pub(crate) fn preview_purge(
    context: &mut Context<'_, '_>,
    request: PurgeRequest,
) -> Result<PurgePreview, CommandError> {
    let files = named(context.read(), &request.files)?;
    let successors = heirs::successors(context, &files)?;
    preview(context, &files, &successors)
}

fn preview(
    context: &mut Context<'_, '_>,
    files: &[SourceId],
    successors: &[Successor],
) -> Result<PurgePreview, CommandError> {
    let mut preview = if successors.is_empty() {
        row(context.read().purge_plan(files)?)
    } else {
        // What a repetition keeps is known when it has taken it over: that is done, and taken back.
        let operation = context.operation();
        context.caller.store.rehearse(|store| {
            store.write(&operation, |writer| {
                let heirs = heirs::take_place(writer, successors)?;
                Ok::<_, StoreError>(PurgePreview { heirs, ..row(writer.purge_plan(files)?) })
            })
        })?
    };
    if let Ok(backups) = backups(context) {
        let holding = backups.holding(context.read(), files)?;
        preview.backups = holding.into_iter().map(|backup| backup.name).collect();
        preview.other_files = backups.other_files();
    }
    Ok(preview)
}

pub(crate) fn purge(context: &mut Context<'_, '_>, request: PurgeRequest) -> Result<PurgeReport, CommandError> {
    let with_backups = request.with_backups;
    let files = named(context.read(), &request.files)?;
    let successors = heirs::successors(context, &files)?;
    let removed = preview(context, &files, &successors)?;
    let operation = context.operation();
    let save = |writer: &Writer<'_>| heirs::take_place(writer, &successors).map(drop);
    let purged = context.caller.store.purge(&operation, &files, save)?;
    let mut warnings = Vec::new();
    if let Some(why) = purged.not_swept {
        warnings.push(format!(
            "内容已清除，但台账旁的日志文件没能清空，其中可能还有旧内容：{why}关闭所有正在使用台账的窗口后，它会自动删除。"
        ));
    }
    if let (true, Ok(backups)) = (with_backups, backups(context))
        && let Err(error) = remove_backups(context, &backups, &removed.backups)
    {
        warnings.push(format!("台账里的内容已清除，但备份没有全部删去：{error}请在备份文件夹里删除含有此文件的备份。"));
    }
    Ok(PurgeReport { removed, with_backups, warnings })
}

/// The new backup comes first: at no moment is there none.
fn remove_backups(context: &Context<'_, '_>, backups: &Backups, names: &[String]) -> Result<(), BackupError> {
    if names.is_empty() {
        return Ok(());
    }
    context.caller.store.back_up(Reason::Purge, context.caller.now)?;
    for name in names {
        backups.remove(&backups.find(name)?)?;
    }
    Ok(())
}

/// The files that are meant: by id, by the id of a notice in them, or by name where only one file has it.
fn named(read: Reader<'_>, words: &[String]) -> Result<Vec<SourceId>, CommandError> {
    let kept = read.kept_files()?;
    let mut files = Vec::new();
    for word in words {
        if let Some(file) = kept.iter().find(|file| file.id.to_string() == *word) {
            files.push(file.id.clone());
            continue;
        }
        if let Ok(notice) = read.notice(&NoticeId::from(word.as_str())) {
            files.push(notice.source.id);
            continue;
        }
        let mut called = kept.iter().filter(|file| file.name == *word);
        match (called.next(), called.next()) {
            (Some(file), None) => files.push(file.id.clone()),
            (Some(_), Some(_)) => {
                let sentence = format!("有几个文件都叫“{word}”，没有清除。请写编号；用 duban purge --list 查看。");
                return Err(CommandError::invalid(sentence));
            }
            (None, _) => {
                let sentence = format!("台账里没有文件“{word}”，没有清除。用 duban purge --list 查看台账里的文件。");
                return Err(CommandError::invalid(sentence));
            }
        }
    }
    if files.is_empty() {
        return Err(CommandError::invalid("没有写明要清除哪个文件。".to_owned()));
    }
    Ok(files)
}

fn row(plan: PurgePlan) -> PurgePreview {
    let PurgePlan { files, notices, tasks, progress, units, repeats } = plan;
    PurgePreview { files, notices, tasks, progress, units, repeats, ..PurgePreview::default() }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use serde_json::{Value, json};

    use crate::testing::Office;
    use crate::wire::{
        BackupList, BackupReason, CheckReport, ImportReport, KeptFile, NoticePage, PurgePreview, PurgeReport,
        TaskDetail, TaskPage,
    };

    const PLAN: &str = "滨江市涉密档案清退方案
一、清退范围
（一）清退第七号档案。逐份核对登记。（市档案馆牵头，2022年6月底前完成）
滨江市人民政府
2022年3月1日
";

    #[test]
    fn what_a_purge_removes_is_told_before_and_after() {
        let (_folder, mut office) = Office::with_document(PLAN);
        let _: serde_json::Value = office.ask("back_up", json!({}));
        let kept: Vec<KeptFile> = office.ask("list_kept_files", json!({}));
        let [file] = kept.as_slice() else { panic!("{kept:?}") };
        assert_eq!((file.name.as_str(), file.is_undone), ("方案.txt", false));
        let preview: PurgePreview = office.ask("preview_purge", json!({ "files": ["方案.txt"] }));
        assert_eq!((preview.notices, preview.tasks), (1, 1));
        assert_eq!(preview.units, ["市档案馆"]);
        assert_eq!((preview.backups.len(), preview.other_files.len()), (1, 0));

        let report: PurgeReport = office.ask("purge", json!({ "files": [file.id], "with_backups": true }));
        assert_eq!((report.removed, report.warnings), (preview, Vec::<String>::new()));
        let backups: BackupList = office.ask("list_backups", json!({ "verify": true }));
        let reasons: Vec<BackupReason> = backups.backups.iter().map(|backup| backup.reason).collect();
        assert_eq!(reasons, [BackupReason::Purge]);
        assert_eq!(office.ask::<Vec<KeptFile>>("list_kept_files", json!({})), []);
        let undo = office.try_ask("undo", json!({})).unwrap_err();
        assert!(undo.message.contains("不能撤销"), "{undo:?}");
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let (_folder, mut office) = Office::with_document(PLAN);
        for words in [json!([]), json!(["没有.txt"])] {
            let error = office.try_ask("purge", json!({ "files": words })).unwrap_err();
            assert!(error.message.contains("没有"), "{error:?}");
        }
        assert_eq!(office.ask::<Vec<KeptFile>>("list_kept_files", json!({})).len(), 1);
    }

    #[test]
    fn a_copy_in_another_file_takes_the_tasks_over_with_what_was_said_of_them() {
        let named = [
            ("清退第七号档案", "档案馆"),
            ("压减审批事项", "财政局"),
            ("整理历史台账", "审计局"),
            ("开展专项巡查", "公安局"),
            ("公布材料清单", "司法局"),
        ];
        let measures: String = "一二三四五"
            .chars()
            .zip(named)
            .map(|(number, (title, unit))| {
                format!("（{number}）{title}。逐份核对登记造册，按季度报送{title}进度。（市{unit}牵头，2022年6月底前完成）\n")
            })
            .collect();
        let plan =
            format!("滨江市档案工作方案\n为做好工作，制定本方案。\n一、范围\n{measures}滨江市人民政府\n2022年3月1日\n");
        let (_folder, mut office) = Office::with_document(&plan);
        // The same document, two lines further down in another file.
        let copy = base64::engine::general_purpose::STANDARD.encode(format!("\n\n{plan}"));
        let content = json!({ "content": { "name": "复印件.txt", "base64": copy } });
        let import: ImportReport = office.ask("import", json!({ "sources": [content], "confirm": true }));
        assert_eq!(import.files[0].duplicates, 1);
        let task = office.ask::<TaskPage>("list_tasks", json!({ "sort": "notice" })).rows.remove(0);
        let fields = json!([{ "field": "leads", "value": ["市档案局"] }]);
        let _: Value = office.ask("correct_measure", json!({ "measure": task.id, "fields": fields }));

        let preview: PurgePreview = office.ask("preview_purge", json!({ "files": ["方案.txt"] }));
        assert_eq!((preview.notices, preview.tasks, preview.repeats.len()), (1, 0, 0));
        assert_eq!(preview.units, Vec::<String>::new());
        let [heir] = preview.heirs.as_slice() else { panic!("{preview:?}") };
        assert_eq!((heir.file.as_str(), heir.tasks), ("复印件.txt", 5));
        let report: PurgeReport = office.ask("purge", json!({ "files": ["方案.txt"] }));
        assert_eq!((&report.removed.heirs, report.warnings), (&preview.heirs, Vec::new()));

        let detail: TaskDetail = office.ask("get_task", json!({ "id": task.id }));
        assert_eq!(
            (detail.source_file.as_deref().unwrap_or_default(), detail.task.leads[0].name.as_str()),
            ("复印件.txt", "市档案局")
        );
        assert_eq!(detail.first_line, 6, "it is shown where it stands in the copy");
        assert_eq!(detail.corrections[0].read_words, "市档案馆");
        let notices = office.ask::<NoticePage>("list_notices", json!({})).rows;
        assert!(matches!(notices.as_slice(), [notice] if notice.confirmed && notice.tasks == 5), "{notices:?}");
        let check: CheckReport = office.ask("check_store", json!({}));
        assert!(check.checks.iter().all(|check| check.ok), "{check:?}");
    }

    #[test]
    fn a_clause_that_the_copy_lacks_goes_with_the_file_and_nothing_of_it_is_left() {
        let secret = "甲号洞库";
        let clause = |number: usize, what: &str| {
            format!("{number}. {what}，逐份核对并登记造册。（市档案馆牵头，2022年6月底前完成）\n")
        };
        let rooms = ["一库", "二库", "三库", "四库", "五库", "六库", "七库", "八库", "九库", "十库"];
        let plan = |hidden: &str| {
            let mut number = 0;
            let mut list = String::new();
            for (room, kind) in rooms.iter().flat_map(|room| ["文书", "会计", "照片", "录音"].map(|kind| (room, kind)))
            {
                number += 1;
                let what = if number == 20 {
                    hidden.to_owned()
                } else {
                    format!("清点{room}{kind}档案并编制{room}的{kind}目录")
                };
                list += &clause(number, &what);
            }
            format!("滨江市档案工作方案\n为做好工作，制定本方案。\n一、任务\n{list}滨江市人民政府\n2022年3月1日\n")
        };
        let (folder, mut office) = Office::with_document(&plan(&format!("加固{secret}的防潮设施")));
        let copy = base64::engine::general_purpose::STANDARD.encode(plan("加固地面库房的防潮设施"));
        let content = json!({ "content": { "name": "复印件.txt", "base64": copy } });
        let import: ImportReport = office.ask("import", json!({ "sources": [content], "confirm": true }));
        assert_eq!(import.files[0].duplicates, 1);
        let tasks = office.ask::<TaskPage>("list_tasks", json!({ "sort": "notice" })).rows;
        let hidden = tasks.iter().find(|task| task.text.contains(secret)).unwrap();
        let fields = json!([{ "field": "leads", "value": ["市档案局"] }]);
        let _: Value = office.ask("correct_measure", json!({ "measure": hidden.id, "fields": fields }));

        let report: PurgeReport = office.ask("purge", json!({ "files": ["方案.txt"], "with_backups": true }));
        assert_eq!((report.removed.tasks, report.removed.heirs[0].tasks), (1, 39), "{report:?}");

        let texts: Vec<_> =
            office.ask::<TaskPage>("list_tasks", json!({})).rows.into_iter().map(|task| task.text).collect();
        assert_eq!(texts.len(), 40, "what the copy says in its place is a task of its own");
        assert!(texts.iter().all(|text| !text.contains(secret)), "{texts:?}");
        for entry in std::fs::read_dir(folder.path()).unwrap().flatten().filter(|entry| entry.path().is_file()) {
            let bytes = std::fs::read(entry.path()).unwrap();
            assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()), "{:?}", entry.path());
        }
        let check: CheckReport = office.ask("check_store", json!({}));
        assert!(check.checks.iter().all(|check| check.ok), "{check:?}");
    }
}

//! Looking whether the register is whole, and mending what can be mended.

use store::{Check, Mended, NoticeId, Reader, StoreError};

use crate::context::Context;
use crate::error::CommandError;
use crate::{backup, versions, wire};

/// What the check of title keys is called.
const TITLE_KEYS: &str = "认版本用的标题";
/// What the line is called that says why nothing could be mended.
const MENDING: &str = "修复";

pub(crate) fn check_store(context: &mut Context<'_, '_>, _: wire::Nothing) -> Result<wire::CheckReport, CommandError> {
    let read = context.read();
    let mut checks = read.check()?;
    checks.push(title_keys(read));
    Ok(report(checks, Vec::new()))
}

pub(crate) fn mend_store(context: &mut Context<'_, '_>, _: wire::Nothing) -> Result<wire::CheckReport, CommandError> {
    let backups = backup::backups(context).ok();
    let Mended { mut done, mut checks } = match context.caller.store.mend(backups.as_ref()) {
        Ok(mended) => mended,
        // Pages that cannot be read keep anything from being mended; what is wrong is told item by item all the same.
        Err(error) if error.is_about_content() => {
            let mut checks = context.read().check()?;
            checks.push(title_keys(context.read()));
            checks.push(Check::of(MENDING, Err(error), ""));
            return Ok(report(checks, Vec::new()));
        }
        Err(error) => return Err(error.into()),
    };
    let astray = title_keys_astray(context.read()).unwrap_or_default();
    if !astray.is_empty() {
        match context.caller.store.put_title_keys(&astray) {
            Err(error) if error.is_about_content() => checks.push(Check::of(MENDING, Err(error), "")),
            put => {
                put?;
                done.push(format!("{} 份文件{TITLE_KEYS}已重新生成", astray.len()));
            }
        }
    }
    let operation = context.operation();
    match context.caller.store.note_mending(&operation, &done) {
        Err(error) if error.is_about_content() => checks.push(Check::of(MENDING, Err(error), "")),
        noted => noted?,
    }
    checks.push(title_keys(context.read()));
    Ok(report(checks, done))
}

/// Whether the keys by which versions of a notice find each other are those of the titles.
fn title_keys(read: Reader<'_>) -> Check {
    let astray = title_keys_astray(read).map(|astray| astray.len());
    Check::of(
        TITLE_KEYS,
        astray,
        "份文件所记的标题缺失或与文件不符，新旧版本可能对不上。请用 duban check --mend 重新生成",
    )
}

fn title_keys_astray(read: Reader<'_>) -> Result<Vec<(NoticeId, String)>, StoreError> {
    read.title_keys_astray(versions::title_key)
}

fn report(checks: Vec<Check>, mended: Vec<String>) -> wire::CheckReport {
    let line = |Check { name, ok, detail }| wire::CheckLine { name: name.to_owned(), ok, detail };
    wire::CheckReport {
        ok: checks.iter().all(|check| check.ok),
        checks: checks.into_iter().map(line).collect(),
        mended,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::Office;
    use crate::wire::CheckReport;

    #[test]
    fn a_title_key_that_is_not_the_titles_is_seen_and_made_anew() {
        let plan = "某市优化营商环境行动方案\n一、简化材料。由市发改委牵头，2026年12月底前完成。\n";
        let (_folder, mut office) = Office::with_document(plan);
        let whole: CheckReport = office.ask("check_store", json!({}));
        assert!(whole.ok, "{:?}", whole.checks);
        let other = office.store.read().title_keys_astray(|_, _| "别的方案".to_owned()).unwrap();
        office.store.put_title_keys(&other).unwrap();
        let broken: CheckReport = office.ask("check_store", json!({}));
        let names: Vec<_> = broken.checks.iter().filter(|check| !check.ok).map(|check| check.name.as_str()).collect();
        assert_eq!(names, ["认版本用的标题"]);
        let mended: CheckReport = office.ask("mend_store", json!({}));
        assert!(mended.ok && mended.mended.len() == 1, "{mended:?}");
        let labels = |office: &Office| -> Vec<String> {
            office.store.read().history(None, 10).unwrap().into_iter().map(|entry| entry.label).collect()
        };
        assert_eq!(labels(&office)[0], "修复台账");
        let again: CheckReport = office.ask("mend_store", json!({}));
        assert!(again.mended.is_empty());
        assert_eq!(labels(&office).len(), 2, "nothing was mended, nothing is noted");
    }

    #[test]
    fn mending_answers_item_by_item_when_a_page_cannot_be_read() {
        const PAGE: usize = 4096;
        let plan = "某市优化营商环境行动方案\n一、简化材料。由市发改委牵头，2026年12月底前完成。\n";
        let (folder, office) = Office::with_document(plan);
        drop(office);
        let whole = std::fs::read(folder.path().join("duban.sqlite3")).unwrap();
        let (mut not_mended, mut refused) = (0, 0);
        for from in (PAGE..whole.len()).step_by(PAGE) {
            let folder = tempfile::tempdir().unwrap();
            let mut bytes = whole.clone();
            bytes[from..from + PAGE].fill(0xA5);
            std::fs::write(folder.path().join("duban.sqlite3"), bytes).unwrap();
            // Without these pages it cannot be opened, and is restored.
            let Ok(store) = store::Store::open(folder.path()) else { continue };
            let mut office = Office { store, ..Office::new() };
            // Where not even the settings can be read, no command begins.
            let Ok(told) = office.try_ask("mend_store", json!({})) else {
                refused += 1;
                continue;
            };
            let told: CheckReport = serde_json::from_value(told).unwrap();
            assert!(told.checks.len() > 10, "{:?}", told.checks);
            not_mended += usize::from(!told.ok);
        }
        assert!(not_mended > 10 * refused, "{not_mended} of {refused}");
    }
}

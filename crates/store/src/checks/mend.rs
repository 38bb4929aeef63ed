//! Mending what can be made anew from the rest of the register, or taken from a backup by its fingerprint. What a person
//! or a notice said is never guessed.

use domain::Measure;
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior};

use super::{Check, MakeAnew, RULES, Rule, contents, fingerprints, integrity};
use crate::contents::put_alone;
use crate::notices::packed_reading;
use crate::sources::packed_lines;
use crate::{Backup, Backups, NewSource, Operation, Reader, Store, StoreError, Title, Writer, immutable};

/// What was mended, and how the register stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// What was mended, in words.
    pub done: Vec<String>,
    /// Everything looked at again.
    pub checks: Vec<Check>,
}

impl Store {
    /// Mends what can be mended, all of it or nothing, and looks at everything again.
    ///
    /// # Errors
    /// When the register cannot be read or written.
    pub fn mend(&mut self, backups: Option<&Backups>) -> Result<Mended, StoreError> {
        let mut done = Vec::new();
        let copies = backups.map_or_else(Vec::new, |backups| backups.list().unwrap_or_default());
        let mut transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if !integrity(&transaction)?.ok {
            // Most damage that SQLite can name lies in an index, which it makes anew of the rows.
            transaction.execute_batch("REINDEX")?;
            if integrity(&transaction)?.ok {
                done.push("数据库的内部索引已重建".to_owned());
            }
        }
        let damaged = contents::damaged(Reader { connection: &transaction })?;
        let mut found = 0;
        for content in damaged {
            found += u32::from(take_from(&transaction, &copies, content)?);
        }
        if found > 0 {
            done.push(format!("{found} 段原文或识读结果已从备份找回"));
        }
        let damaged = fingerprints::damaged(&transaction)?;
        let found = fingerprints::mend(&transaction, &damaged, &copies)?;
        if found > 0 {
            done.push(format!("{found} 份文件查重用的指纹已修复"));
        }
        for rule in RULES {
            if rule.mend.is_some_and(|mend| mends(&mut transaction, rule, mend).unwrap_or_default()) {
                done.push(format!("{}已重新生成", rule.name));
            }
        }
        transaction.commit()?;
        Ok(Mended { done, checks: self.read().check()? })
    }
}

/// What a mending is called in the history.
const TITLE: Title<'_> = Title { command: "mend_store", label: "修复台账" };
/// Keeps which operation mended the register last.
const MENDED: &str = "mended_by";

impl Store {
    /// Records in the history what was mended; nothing when nothing was.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn note_mending(&mut self, operation: &Operation<'_>, done: &[String]) -> Result<(), StoreError> {
        if done.is_empty() {
            return Ok(());
        }
        self.write(operation, |writer| note(writer, operation, done.join("；")))
    }

    /// Mends what is damaged of a file that is kept, now that it has come again: its bytes, its lines, and the readings
    /// of its documents with these measures. An operation of its own, in the name of the one that brought the file; says
    /// how many contents were mended.
    ///
    /// # Errors
    /// When the register cannot be read or written.
    pub fn mend_file<'m>(
        &mut self,
        bringing: &Operation<'_>,
        file: NewSource<'_>,
        readings: impl Iterator<Item = &'m [Measure]>,
    ) -> Result<u32, StoreError> {
        if self.read().source_with_bytes(file.bytes)?.is_none() {
            return Ok(0);
        }
        let operation = bringing.as_another(TITLE);
        self.write(&operation, |writer| {
            // The bytes first: the others are packed beside them.
            let mut mended = u32::from(writer.mend_content(file.bytes)?);
            mended += u32::from(writer.mend_content(&packed_lines(&file)?)?);
            for measures in readings {
                mended += u32::from(writer.mend_content(&packed_reading(measures)?)?);
            }
            if mended > 0 {
                let sentence = format!("{mended} 段原文或识读结果，按重新导入的“{}”", file.name);
                note(writer, &operation, sentence)?;
            }
            Ok(mended)
        })
    }
}

fn note(writer: &Writer<'_>, operation: &Operation<'_>, sentence: String) -> Result<(), StoreError> {
    writer.summarise(sentence);
    writer.keep_setting(MENDED, &operation.id().to_string())
}

/// Whether something was broken and is whole now. What cannot be made anew, because what it is made of is damaged itself,
/// stays as it was.
fn mends(transaction: &mut Transaction<'_>, rule: &Rule, mend: MakeAnew) -> Result<bool, StoreError> {
    if rule.breaches(transaction)? == 0 {
        return Ok(false);
    }
    let attempt = transaction.savepoint()?;
    mend(&attempt)?;
    if rule.breaches(&attempt)? > 0 {
        return Ok(false);
    }
    attempt.commit()?;
    Ok(true)
}

/// Counts the figures of all units anew.
pub(super) fn count_anew(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.execute_batch(include_str!("count_anew.sql"))?)
}

/// Takes a content from the newest backup that still has it whole. What is whole by now, because what it is packed beside
/// was mended, stays.
fn take_from(connection: &Connection, copies: &[Backup], content: i64) -> Result<bool, StoreError> {
    let kept = "SELECT sha256 FROM contents WHERE id = ?1";
    let kept: Vec<u8> = connection.query_row(kept, [content], |row| row.get(0))?;
    if (Reader { connection }).content(content).is_ok() {
        return Ok(true);
    }
    let Some(bytes) = copies.iter().find_map(|copy| whole(copy, &kept)) else { return Ok(false) };
    put_alone(connection, content, &bytes)?;
    Ok(true)
}

/// The bytes of this fingerprint in a backup.
fn whole(copy: &Backup, kept: &[u8]) -> Option<Vec<u8>> {
    let connection = immutable::open(&copy.file).ok()?;
    let same = "SELECT id FROM contents WHERE sha256 = ?1";
    let id = connection.query_row(same, [kept], |row| row.get(0)).optional().ok()??;
    Reader { connection: &connection }.content(id).ok()
}

//! Whether the register is whole, told in words: far from any help, a person can see it here.

pub(crate) mod contents;
mod fingerprints;
mod index;
mod mend;
mod seals;
#[cfg(test)]
mod tests;
mod undone;

pub use mend::Mended;

use rusqlite::Connection;

use crate::{Reader, StoreError};

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What was looked at.
    pub name: &'static str,
    /// Whether it is as it should be.
    pub ok: bool,
    /// What was found.
    pub detail: String,
}

/// A rule that must hold.
struct Rule {
    name: &'static str,
    breaches: Breaches,
    /// What a breach means, after its number.
    meaning: &'static str,
    /// Makes anew what breaks it, where it can be derived from the rest.
    mend: Option<MakeAnew>,
}

/// How many things break a rule.
enum Breaches {
    /// A statement that counts them.
    Counted(&'static str),
    /// What finds them.
    Found(fn(&Connection) -> Result<usize, StoreError>),
}

impl Rule {
    fn breaches(&self, connection: &Connection) -> Result<usize, StoreError> {
        match self.breaches {
            Breaches::Counted(sql) => Ok(connection.query_row(sql, [], |row| row.get(0))?),
            Breaches::Found(find) => find(connection),
        }
    }
}

/// Makes anew what is derived from other rows.
type MakeAnew = fn(&Connection) -> Result<(), StoreError>;

const RULES: &[Rule] = &[
    Rule {
        name: "引用关系",
        breaches: Breaches::Counted("SELECT count(*) FROM pragma_foreign_key_check"),
        meaning: "处引用落空，可能有记录被外部程序删除。请用备份恢复",
        mend: None,
    },
    Rule {
        name: "已确认的文件都有督办事项",
        breaches: Breaches::Counted(include_str!("confirmed_without_tasks.sql")),
        meaning: "份文件已确认，但有举措没有督办事项。请用备份恢复",
        mend: None,
    },
    Rule {
        name: "单位的件数",
        breaches: Breaches::Counted(include_str!("figures.sql")),
        meaning: "项件数与督办事项不符。请用 duban check --mend 重新计数",
        mend: Some(mend::count_anew),
    },
    Rule {
        name: "搜索索引",
        breaches: Breaches::Found(index::astray),
        meaning: "条记录在搜索索引中缺失或与原文不符，搜索可能漏掉或错找它们。请用 duban check --mend 重建索引",
        mend: Some(crate::search::rebuild),
    },
    Rule {
        name: "每次改动都有操作记录",
        breaches: Breaches::Counted("SELECT count(*) FROM changes WHERE operation NOT IN (SELECT id FROM operations)"),
        meaning: "处改动没有操作记录。请联系维护人员",
        mend: None,
    },
    Rule {
        name: "每次改动都有封印",
        breaches: Breaches::Counted(include_str!("unsealed.sql")),
        meaning: "处改动没有封印，可能绕过了程序。请用备份恢复",
        mend: None,
    },
    Rule {
        name: "撤销过的操作",
        breaches: Breaches::Found(undone::astray),
        meaning: "次操作是否已撤销，与操作记录不符。请用 duban check --mend 修复",
        mend: Some(undone::mark_anew),
    },
    Rule {
        name: "没有未完成的操作",
        breaches: Breaches::Counted("SELECT count(*) FROM current_operation"),
        meaning: "个操作没有做完。请联系维护人员",
        mend: None,
    },
];

impl Reader<'_> {
    /// Looks at everything that can be looked at.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn check(&self) -> Result<Vec<Check>, StoreError> {
        let integrity = integrity(self.connection);
        let mut checks = vec![integrity.unwrap_or_else(|error| Check::of(FILE, Err(error), ""))];
        for rule in RULES {
            checks.push(Check::of(rule.name, rule.breaches(self.connection), rule.meaning));
        }
        checks.push(Check::of(
            "操作记录与台账内容相符",
            seals::broken(self.connection),
            "次操作的封印对不上：记录或台账内容在程序之外被改动，或磁盘出错。请用备份恢复",
        ));
        checks.push(contents::check(*self));
        checks.push(Check::of(
            "查重用的指纹",
            fingerprints::damaged(self.connection).map(|damaged| damaged.len()),
            "份文件的指纹缺失或已损坏，再导入同一文件时可能认不出来。请用 duban check --mend 从备份里找回",
        ));
        Ok(checks)
    }
}

impl Check {
    /// The answer to one question: how many things are not as they should be, and what that means (behind the number). What
    /// cannot be read is a finding too, and keeps nothing else from being looked at.
    pub fn of(name: &'static str, found: Result<usize, StoreError>, meaning: &str) -> Self {
        let (ok, detail) = match found {
            Ok(0) => (true, "正常".to_owned()),
            Ok(count) => (false, format!("{count} {meaning}。")),
            Err(error) => (false, format!("这一项无法检查：{error}")),
        };
        Self { name, ok, detail }
    }
}

/// What the check of the file as SQLite sees it is called.
const FILE: &str = "数据库文件";

fn integrity(connection: &Connection) -> Result<Check, StoreError> {
    let mut statement = connection.prepare("PRAGMA integrity_check(5)")?;
    let found = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    let ok = found == ["ok"];
    let detail = if ok {
        "正常".to_owned()
    } else {
        format!("文件已损坏：{}。请用 duban check --mend 试着修复，修不好的用备份恢复。", found.join("；"))
    };
    Ok(Check { name: FILE, ok, detail })
}

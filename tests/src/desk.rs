//! A desk with a register of its own and a folder for documents, used through the command line.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::programs::duban;

/// A register and a folder, gone when dropped.
#[derive(Debug)]
pub struct Desk {
    folder: tempfile::TempDir,
}

/// What a call of the command line gave.
#[derive(Debug)]
pub struct Answer {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

impl Desk {
    /// An empty register.
    #[must_use]
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder for the test") }
    }

    /// Where the register lies.
    #[must_use]
    pub fn store(&self) -> PathBuf {
        self.folder.path().join("store")
    }

    /// A place for a document.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a document.
    #[must_use]
    pub fn document(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders can be made");
        std::fs::write(&path, bytes).expect("the document can be written");
        path
    }

    /// A command line on this register, not yet started.
    #[must_use]
    pub fn command<W: AsRef<std::ffi::OsStr>>(&self, words: &[W]) -> Command {
        let mut command = Command::new(duban());
        command.args(words).arg("--store").arg(self.store());
        command
    }

    /// Calls the command line.
    #[must_use]
    pub fn call<W: AsRef<std::ffi::OsStr>>(&self, words: &[W]) -> Answer {
        Answer::from(self.command(words).output().expect("duban starts"))
    }

    /// Calls the command line and reads its JSON.
    #[must_use]
    pub fn json(&self, words: &[&str]) -> Value {
        let answer = self.call(&[words, &["--json"]].concat());
        serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{words:?}: {error}\n{answer:?}"))
    }

    /// Imports with `--yes` and reads the report.
    #[must_use]
    pub fn import(&self, paths: &[&Path]) -> Value {
        let mut words: Vec<&str> = vec!["import", "--yes"];
        words.extend(paths.iter().map(|path| path.to_str().expect("a plain path")));
        self.json(&words)
    }
}

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// A small plan with two measures.
pub const PLAN: &str = "滨江市优化营商环境行动方案
为进一步优化营商环境，制定本方案。
一、重点任务
（一）简化办事材料。整理公布材料清单。（市政务办牵头，市财政局、市司法局配合，2022年6月底前完成）
（二）降低企业成本。减免小微企业房屋租金。（市国资委牵头，市财政局配合，2022年12月底前完成）
二、保障措施
加强组织领导，各单位要高度重视。
滨江市人民政府
2022年3月1日
";

/// A plan to be reviewed: five measures, two with a time written alike, one that is said in passing.
pub const REVIEWED: &str = "滨江市优化营商环境行动方案
为进一步优化营商环境，制定本方案。
一、重点任务
（一）简化材料。公布材料清单。（市政务办牵头，市财政局、市司法局配合，2026年6月底前完成）
（二）降低成本。减免租金100家以上。（市国资委牵头，市税务局配合，收到通知后30日内完成）
（三）规范招标。清理不合理条款。（市住建局牵头，市发改委配合，2026年9月底前完成）
（四）加强监管。各有关部门按职责分工负责，长期坚持。
（五）推进集成服务。新增10个集成事项。（市政务办、市市场监管局负责，收到通知后30日内完成）
滨江市人民政府办公室
2026年3月1日
";

/// A plan that leaves doubts: a unit that is no unit, two times for one measure.
pub const DOUBTFUL: &str = "某市优化营商环境工作方案
一、主要任务
（一）压缩时间。6月底前，办理时间压缩到3天。（市市场监管局牵头，市财政局配合）
（二）降低费用。9月前清理收费项目，12月前公布。（县财政局、各有关部门按职责分工负责）
";

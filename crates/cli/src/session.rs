//! One call of the program: the register it opens and the commands it gives.

use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate, Utc};
use commands::wire::{AppStatus, Nothing, Progress};
use commands::{Caller, CommandError, Envelope, ErrorCode, PathAccess};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use store::{Store, StoreError};

use crate::arguments::{Reading, Register};
use crate::terminal::complain;

/// Why a call failed, in a sentence for the person.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("找不到本机的用户数据文件夹，请用 --store 指明台账所在的文件夹。")]
    NoDataFolder,
    #[error("{}{}", .0, advice(.0))]
    Store(#[from] StoreError),
    #[error("{}{}", .0, advice_to_refused(.0))]
    Refused(CommandError),
    #[error("程序内部出错：看不懂命令层的回答（{0}）。请把这句话告诉维护人员。")]
    Answer(#[from] serde_json::Error),
    #[error("没有写要找的字词。请写在 search 后面，如 duban search 一照多址。")]
    NoWords,
    #[error("没有找到编号为“{0}”的督办事项或文件。编号可用 duban tasks 或 duban notices 列出。")]
    NoSuchId(String),
    #[error("这里有 {doubts} 处疑点，没有第 {number} 处。请用 duban doubt 编号 列出后再写序号。")]
    NoSuchDoubt { number: usize, doubts: usize },
    #[error("没有更正，台账未作改动。")]
    NotCorrected,
    #[error("没有找到备份“{0}”：没有这个名称的备份，没有这个文件，那时以前也没有备份。备份用 duban backups 列出。")]
    NoSuchBackup(String),
    #[error("写不出结果：{0}")]
    Output(std::io::Error),
    #[error("写不进文件“{}”：{cause}。请换一个位置，或检查磁盘空间和权限。", path.display())]
    File { path: PathBuf, cause: std::io::Error },
    #[error("读不出文件“{}”：{cause}。请检查文件名和权限。", path.display())]
    Unread { path: PathBuf, cause: std::io::Error },
    #[error("“{}”已存在，没有覆盖它，文件未作改动。确定覆盖请加 --yes，或换一个文件名。", .0.display())]
    FileThere(PathBuf),
    #[error("“{}”是台账本身，不能用导出的内容覆盖它。请换一个文件名。", .0.display())]
    OwnFile(PathBuf),
    #[error("{0}")]
    Serve(serve::ServeError),
    /// The program that reads our output has gone.
    #[error("")]
    ReaderGone,
}

/// Which calls of this program help with a register that cannot be opened.
fn advice(error: &StoreError) -> &'static str {
    match error {
        StoreError::NoStore { .. } => {
            "台账在别处的，请用 --store 写明它的文件夹；要新建台账，请用 duban import 导入文件，或用 duban sample 载入示例。"
        }
        StoreError::Foreign { .. } | StoreError::Folder { .. } => "请检查 --store 写的文件夹。",
        StoreError::Gone { .. }
        | StoreError::Emptied { .. }
        | StoreError::NotAStore { .. }
        | StoreError::Damaged(_) => RESTORE,
        _ => "",
    }
}

fn advice_to_refused(error: &CommandError) -> &'static str {
    if error.code == Some(ErrorCode::RegisterUnreadable) { RESTORE } else { "" }
}

const RESTORE: &str = "备份用 duban backups 列出，用 duban restore 恢复。";

/// What a call needs of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// It must be there: a mistyped folder is not an empty register.
    Register,
    /// It must be there, and what it holds is about to change.
    Changing,
    /// It is made where there is none.
    Making,
    /// Nothing that is kept: files are only read, against the register where there is one.
    Text,
}

/// What the journal calls whoever runs the program.
pub(crate) const ACTOR: &str = "命令行";

/// The register, opened.
pub(crate) struct Session {
    store: Store,
    /// The register that this call made, if it did.
    made: Option<Made>,
}

/// A register that was not there before.
struct Made {
    folder: PathBuf,
    /// Neither was its folder.
    with_folder: bool,
}

impl Session {
    /// Opens the register for a call that needs one of this kind.
    pub(crate) fn open(register: &Register, need: Need) -> Result<Self, Failure> {
        let folder = folder(register)?;
        let (is_new, with_folder) = (!Store::exists(&folder), !folder.exists());
        // Opening and making are two things: what only asks or changes never leaves a register where there was none.
        let store = match need {
            Need::Text if is_new => {
                tell_if_absent(register, &folder);
                Store::in_memory()?
            }
            Need::Register | Need::Changing | Need::Text => Store::open(&folder)?,
            Need::Making => {
                let store = Store::open_or_make(&folder)?;
                if is_new {
                    tell_made(register, &folder);
                }
                store
            }
        };
        let made = (is_new && need == Need::Making).then_some(Made { folder, with_folder });
        tell_what_was_met(&store);
        let writes = matches!(need, Need::Making | Need::Changing);
        if writes && store.is_open_to_others() {
            complain(
                "台账文件对本机其他用户也可读，权限没能收紧（文件不属于当前用户，或这个磁盘不支持权限）。请移到自己的文件夹。",
            );
        }
        if writes && let Err(error) = commands::back_up_if_due(&store, Utc::now()) {
            complain(&format!("今天的备份没有做成，其他照常进行。{error}"));
        }
        Ok(Self { store, made })
    }

    /// Ends the session. A register that was made for a call that failed and holds nothing goes again.
    pub(crate) fn close(self, done: bool) {
        if done {
            return;
        }
        if let Some(Made { folder, with_folder }) = self.made
            && matches!(self.store.remove_if_unused(), Ok(true))
        {
            if with_folder {
                // What somebody laid there meanwhile stays, and the folder with it.
                let _ = std::fs::remove_dir(&folder);
            }
            complain(&format!("没有写入任何内容，新建的空台账已撤去：{}", folder.display()));
        }
    }

    /// Gives a command and takes its answer as it comes, for `--json`.
    pub(crate) fn ask(
        &mut self,
        name: &str,
        request: &impl Serialize,
        as_of: Option<NaiveDate>,
        progress: &dyn Fn(&Progress),
    ) -> Result<Value, Failure> {
        let envelope = Envelope { as_of, args: serde_json::to_value(request)? };
        commands::dispatch(&mut self.caller(progress), name, envelope).map_err(Failure::Refused)
    }

    /// The command line as it calls.
    pub(crate) fn caller<'a>(&'a mut self, progress: &'a dyn Fn(&Progress)) -> Caller<'a> {
        let now = Local::now();
        Caller {
            store: &mut self.store,
            now: now.to_utc(),
            today: now.date_naive(),
            offset: *now.offset(),
            actor: ACTOR,
            paths: PathAccess::Full,
            backup_fault: None,
            progress,
        }
    }

    /// The day an answer holds for, which is not always today.
    pub(crate) fn day(&mut self, reading: Reading) -> Result<NaiveDate, Failure> {
        let value = self.ask("app_status", &Nothing {}, reading.as_of, &|_| {})?;
        Ok(serde_json::from_value::<AppStatus>(value)?.as_of)
    }

    /// Gives a reading command: `Ok(Left)` is JSON to print, otherwise the typed answer.
    pub(crate) fn read<Answer: DeserializeOwned>(
        &mut self,
        name: &str,
        request: &impl Serialize,
        reading: Reading,
    ) -> Result<Answered<Answer>, Failure> {
        let value = self.ask(name, request, reading.as_of, &|_| {})?;
        Ok(if reading.json {
            Answered::Json(json_text(&value))
        } else {
            Answered::Typed(serde_json::from_value(value)?)
        })
    }
}

/// An answer as the person asked for it.
pub(crate) enum Answered<Answer> {
    /// As JSON text.
    Json(String),
    /// To be laid out.
    Typed(Answer),
}

impl<Answer> Answered<Answer> {
    /// The text to print, laid out by `lay_out` unless JSON was asked for.
    pub(crate) fn text(self, lay_out: impl FnOnce(Answer) -> String) -> String {
        match self {
            Self::Json(text) => text,
            Self::Typed(answer) => lay_out(answer),
        }
    }
}

/// A value as a JSON text that ends with a line break.
pub(crate) fn json_text(value: &Value) -> String {
    format!("{value:#}\n")
}

/// Says what a person should know of a register that was opened.
fn tell_what_was_met(store: &Store) {
    if store.is_read_only() {
        complain("台账或它的文件夹不能写入，这次只能查看。");
    }
    if let Some(log) = store.log_set_aside() {
        complain(&format!(
            "台账旁有一份不属于它的操作日志（换上备份之前留下的），没有并入，已移到“{}”。",
            log.display()
        ));
    }
}

/// Says that a register was made where a person named a folder without one: it may be mistyped.
pub(crate) fn tell_made(register: &Register, folder: &Path) {
    if register.store.is_some() {
        complain(&format!("“{}”里原来没有台账，已新建。", folder.display()));
    }
}

/// Says that files are read as if into an empty register, where a person named a folder without one.
fn tell_if_absent(register: &Register, folder: &Path) {
    if register.store.is_some() {
        complain(&format!("“{}”里没有台账，这次按空台账读，不新建。", folder.display()));
    }
}

/// The folder of the register.
pub(crate) fn folder(register: &Register) -> Result<PathBuf, Failure> {
    match &register.store {
        Some(folder) => Ok(folder.clone()),
        None => commands::usual_folder().ok_or(Failure::NoDataFolder),
    }
}

//! The only place of this front that knows the command layer.

use chrono::{Local, NaiveDate};
use commands::wire::Progress;
use commands::{Asker, CommandError, Envelope, Office, PathAccess};
use serde_json::Value;

use crate::start::Options;

/// Opens the register, making it when it is not there. One that cannot be opened is restored by the page.
pub(crate) fn open(options: &Options) -> Result<Office, String> {
    let folder = options
        .store
        .clone()
        .or_else(commands::usual_folder)
        .ok_or("不知道台账该放在哪个文件夹：系统没有给出个人数据目录。请用 --store 指定一个文件夹。")?;
    Ok(Office::open(&folder))
}

/// Calls a command.
pub(crate) fn call(
    office: &Office,
    command: &str,
    as_of: Option<NaiveDate>,
    args: Value,
    progress: &dyn Fn(&Progress),
) -> Result<Value, CommandError> {
    let now = Local::now();
    let asker = Asker {
        now: now.to_utc(),
        today: now.date_naive(),
        offset: *now.offset(),
        actor: &commands::account_name(),
        // Paths in the request were picked or dropped by the person; this has been checked before.
        paths: PathAccess::Full,
        progress,
    };
    office.call(asker, command, Envelope { as_of, args })
}

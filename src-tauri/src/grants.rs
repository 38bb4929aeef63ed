//! Paths that the person picked in a dialog or dropped on the window. The page can read these, write those named for saving,
//! and no others.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use commands::{CommandError, ErrorCode, PathUse};
use serde_json::Value;

/// The paths granted since the start.
#[derive(Debug, Default)]
pub(crate) struct Grants {
    /// Picked or dropped, to be read.
    readable: Mutex<HashSet<PathBuf>>,
    /// Named in a dialog for saving, to be written.
    writable: Mutex<HashSet<PathBuf>>,
}

impl Grants {
    /// Grants paths the person has just chosen.
    pub(crate) fn add<P: AsRef<Path>>(&self, paths: &[P]) {
        let mut granted = self.readable.lock().unwrap_or_else(PoisonError::into_inner);
        granted.extend(paths.iter().map(|path| path.as_ref().to_owned()));
    }

    /// Grants writing a file that the person has just named.
    pub(crate) fn add_writable(&self, path: &Path) {
        self.writable.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
    }

    /// Refuses a request that names a path nobody granted.
    pub(crate) fn check(&self, args: &mut Value) -> Result<(), CommandError> {
        commands::exchange_paths(args, |usage, path| {
            let granted = match usage {
                PathUse::Read => &self.readable,
                PathUse::Write => &self.writable,
            };
            if granted.lock().unwrap_or_else(PoisonError::into_inner).contains(Path::new(path)) {
                return Ok(path.to_owned());
            }
            Err(CommandError::new(
                ErrorCode::PathNotAllowed,
                format!("“{path}”不是您选择或拖入的文件，没有读写它。请用“选择文件”或把文件拖到窗口里。"),
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_was_picked_or_dropped_can_be_imported() {
        let grants = Grants::default();
        grants.add(&["/home/a/通知.txt"]);
        let allowed = |path: &str| grants.check(&mut json!({ "sources": [{ "path": path }] })).is_ok();
        assert!(allowed("/home/a/通知.txt"));
        assert!(!allowed("/etc/passwd"));
        assert!(!allowed("/home/a/../a/通知.txt"), "another spelling was not granted");
        assert!(grants.check(&mut json!({ "sources": [{ "path": 1 }] })).is_err(), "not even a path");
        assert!(grants.check(&mut json!({ "sources": [{ "content": { "name": "a", "base64": "" } }] })).is_ok());
        assert!(grants.check(&mut json!({ "to": "/home/a/通知.txt" })).is_err(), "what was picked is not written to");
        grants.add_writable(Path::new("/home/a/全部.zip"));
        assert!(grants.check(&mut json!({ "to": "/home/a/全部.zip" })).is_ok());
        assert!(!allowed("/home/a/全部.zip"), "what is to be written is not read");
        assert!(grants.check(&mut json!({ "source": { "path": "/etc/passwd" } })).is_err());
        assert!(grants.check(&mut json!({ "to": null, "source": { "backup": "a" } })).is_ok());
        assert!(grants.check(&mut json!(null)).is_ok(), "commands without sources");
    }
}

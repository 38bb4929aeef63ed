//! Paths that the person picked in a dialog or dropped on the window. The page can import these and no others.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use commands::{CommandError, ErrorCode};
use serde_json::Value;

/// The paths granted since the start.
#[derive(Debug, Default)]
pub(crate) struct Grants(Mutex<HashSet<PathBuf>>);

impl Grants {
    /// Grants paths the person has just chosen.
    pub(crate) fn add<P: AsRef<Path>>(&self, paths: &[P]) {
        let mut granted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        granted.extend(paths.iter().map(|path| path.as_ref().to_owned()));
    }

    /// Refuses a request that names a path nobody granted.
    pub(crate) fn check(&self, args: &Value) -> Result<(), CommandError> {
        let granted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let sources = args.get("sources").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        // What was picked may be read; nothing was picked to be written to.
        let written = args.get("to").filter(|path| !path.is_null());
        let restored = args.get("source").and_then(|source| source.get("path"));
        for path in sources.iter().filter_map(|source| source.get("path")).chain(restored).chain(written) {
            let path = path.as_str().unwrap_or_default();
            if written.is_some() || !granted.contains(Path::new(path)) {
                return Err(CommandError::new(
                    ErrorCode::PathNotAllowed,
                    format!("“{path}”不是您选择或拖入的文件，没有读写它。请用“选择文件”或把文件拖到窗口里。"),
                ));
            }
        }
        Ok(())
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
        let allowed = |path: &str| grants.check(&json!({ "sources": [{ "path": path }] })).is_ok();
        assert!(allowed("/home/a/通知.txt"));
        assert!(!allowed("/etc/passwd"));
        assert!(!allowed("/home/a/../a/通知.txt"), "another spelling was not granted");
        assert!(grants.check(&json!({ "sources": [{ "path": 1 }] })).is_err(), "not even a path");
        assert!(grants.check(&json!({ "sources": [{ "content": { "name": "a", "base64": "" } }] })).is_ok());
        assert!(grants.check(&json!({ "to": "/home/a/通知.txt" })).is_err(), "what was picked is not written to");
        assert!(grants.check(&json!({ "source": { "path": "/etc/passwd" } })).is_err());
        assert!(grants.check(&json!({ "to": null, "source": { "backup": "a" } })).is_ok());
        assert!(grants.check(&json!(null)).is_ok(), "commands without sources");
    }
}

//! Showing the interface in the browser of the desktop.

use std::io::Write as _;
use std::process::{Command, Stdio};

use tempfile::TempPath;

/// A page of one line that leads to an address. The address has a secret, and what a program is started with can be
/// read by every user of the machine; this file only by its owner.
#[derive(Debug)]
pub struct Doorway {
    _page: TempPath,
}

/// Opens the address in the browser of the desktop; the person can still copy it when there is none. The file that
/// leads there is gone when the returned doorway is dropped.
#[must_use]
pub fn show_in_browser(address: &str) -> Option<Doorway> {
    let opener = if cfg!(target_os = "windows") {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    show_with(opener, address)
}

fn show_with(opener: &str, address: &str) -> Option<Doorway> {
    let mut file = tempfile::Builder::new().prefix("duban-").suffix(".html").tempfile().ok()?;
    write!(file, "<!doctype html><meta http-equiv=\"refresh\" content=\"0;url={address}\">").ok()?;
    let path = file.into_temp_path();
    let started =
        Command::new(opener).arg(&path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    started.is_ok().then_some(Doorway { _page: path })
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_the_opener_is_started_with_holds_no_token() {
        let folder = tempfile::tempdir().unwrap();
        // Notes what it is started with, as a list of processes would show it, and what it was led to.
        let opener = folder.path().join("opener");
        let noted = folder.path().join("noted");
        let script = format!(
            "#!/bin/sh\n{{ echo \"$@\"; stat -c %a \"$1\"; cat \"$1\"; }} > '{0}.part'; mv '{0}.part' '{0}'\n",
            noted.display()
        );
        std::fs::write(&opener, script).unwrap();
        std::fs::set_permissions(&opener, std::fs::Permissions::from_mode(0o700)).unwrap();
        let address = "http://127.0.0.1:1/#enter=0123456789abcdef";
        let _doorway = show_with(opener.to_str().unwrap(), address).unwrap();
        let mut looks = std::iter::repeat_with(|| {
            std::thread::sleep(Duration::from_millis(20));
            std::fs::read_to_string(&noted).ok()
        });
        let text = looks.by_ref().take(500).flatten().next().expect("the opener has run");
        let lines: Vec<&str> = text.lines().collect();
        assert!(!lines[0].contains("enter="), "{text}");
        assert_eq!(lines[1], "600", "read by its owner alone");
        assert!(lines[2].contains(address), "and it leads there: {text}");
    }
}

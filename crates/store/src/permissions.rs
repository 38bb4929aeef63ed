//! A register is for its owner alone: what was kept readable for others is tightened when it is opened for writing.

use std::path::Path;

use crate::Store;

impl Store {
    /// Whether others of this machine may read the file: it belongs to somebody else, or lies on a disk that keeps no
    /// permissions.
    pub fn is_open_to_others(&self) -> bool {
        self.file().is_some_and(is_open)
    }
}

#[cfg(unix)]
fn is_open(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).is_ok_and(|facts| facts.permissions().mode() & 0o077 != 0)
}

/// Who may read a file is kept otherwise there, and a person's own folder is closed to others.
#[cfg(not(unix))]
fn is_open(_: &Path) -> bool {
    false
}

/// Takes from others what they may do with the register, with the files beside it, and with its folder unless other things
/// lie there too. What the system does not let change stays, and [`Store::is_open_to_others`] says so.
pub(crate) fn tighten(file: &Path) {
    let Some(folder) = file.parent() else { return };
    if !is_open(file) && !is_open(folder) {
        return;
    }
    let own = file.file_name().unwrap_or_default().to_string_lossy();
    let mut is_its_own = true;
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(&*own) || name == crate::backup::FOLDER {
            close(&entry.path());
        } else {
            is_its_own = false;
        }
    }
    if is_its_own {
        close(folder);
    }
}

/// Leaves to the owner what the owner may do.
fn close(path: &Path) {
    #[cfg(unix)]
    if let Ok(facts) = std::fs::symlink_metadata(path)
        && !facts.is_symlink()
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = facts.permissions().mode() & 0o7700;
        let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = path;
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    fn set(path: &Path, mode: u32) {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }

    /// A register that a release before this one, or a copying person, left open.
    #[test]
    fn a_register_that_others_may_read_is_closed_to_them_when_it_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("duban.sqlite3");
        let first = Store::open_or_make(folder.path()).unwrap();
        let log = crate::durability::log_of(&file);
        let backups = folder.path().join(crate::backup::FOLDER);
        std::fs::create_dir(&backups).unwrap();
        for (path, open) in [(folder.path(), 0o777), (&backups, 0o755), (&file, 0o666), (&log, 0o644)] {
            set(path, open);
        }
        assert!(first.is_open_to_others());
        let second = Store::open(folder.path()).unwrap();
        assert!(!second.is_open_to_others());
        assert_eq!([folder.path(), &backups, &file, &log].map(mode), [0o700, 0o700, 0o600, 0o600]);
    }

    #[test]
    fn a_folder_that_holds_other_things_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        drop(Store::open_or_make(folder.path()).unwrap());
        let (file, letter) = (folder.path().join("duban.sqlite3"), folder.path().join("来信.txt"));
        std::fs::write(&letter, "你好").unwrap();
        for (path, open) in [(folder.path(), 0o755), (&file, 0o644), (&letter, 0o644)] {
            set(path, open);
        }
        drop(Store::open(folder.path()).unwrap());
        assert_eq!([folder.path(), &file, &letter].map(mode), [0o755, 0o600, 0o644]);
    }
}

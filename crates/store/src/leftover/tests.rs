//! A backup put in the place of a register by hand, beside a log that a killed program has left.

use std::path::{Path, PathBuf};

use crate::Store;
use crate::durability::{beside, log_of};
use crate::open::FILE;
use crate::testing::{Given, operate};

/// A register whose program was killed: the last notice is in the log only.
fn killed(folder: &Path) -> PathBuf {
    let working = folder.join("working");
    let mut store = Store::open_or_make(&working).unwrap();
    let _ = Given::notice("甲方案").in_force(&mut store);
    store.copy_to(&folder.join("backup.sqlite3")).unwrap();
    store.connection.pragma_update(None, "wal_autocheckpoint", 0).unwrap();
    let _ = Given::notice("乙方案").in_force(&mut store);
    let killed = folder.join("killed");
    std::fs::create_dir(&killed).unwrap();
    for ending in ["", "-wal", "-shm"] {
        std::fs::copy(beside(&working.join(FILE), ending), beside(&killed.join(FILE), ending)).unwrap();
    }
    killed
}

fn notices(store: &Store) -> u32 {
    store.read().notice_counts().unwrap().0
}

#[test]
fn after_a_crash_the_log_is_the_registers_own() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&killed(folder.path())).unwrap();
    assert_eq!((notices(&store), store.log_set_aside()), (2, None));
}

#[test]
fn a_backup_put_in_place_is_not_mixed_with_the_log_that_lies_there() {
    let folder = tempfile::tempdir().unwrap();
    let killed = killed(folder.path());
    std::fs::copy(folder.path().join("backup.sqlite3"), killed.join(FILE)).unwrap();
    let mut store = Store::open(&killed).unwrap();
    assert_eq!(notices(&store), 1, "what the backup holds, not what the log would make of it");
    assert!(store.read().check().unwrap().iter().all(|check| check.ok));
    let aside = store.log_set_aside().expect("said").to_owned();
    assert!(std::fs::metadata(&aside).unwrap().len() > 0, "kept: it may hold what is nowhere else");
    // From now on it is a register like any other, and the log its own, however soon it is killed.
    operate(&mut store, "设置", |writer| writer.keep_setting("颜色", "深"));
    let again = folder.path().join("again");
    std::fs::create_dir(&again).unwrap();
    for ending in ["", "-wal", "-shm"] {
        std::fs::copy(beside(&killed.join(FILE), ending), beside(&again.join(FILE), ending)).unwrap();
    }
    let store = Store::open(&again).unwrap();
    assert_eq!(store.log_set_aside(), None);
    assert_eq!(store.read().setting("颜色").unwrap().as_deref(), Some("深"));
}

#[test]
fn a_new_register_is_not_mixed_with_the_log_of_one_that_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let killed = killed(folder.path());
    std::fs::remove_file(killed.join(FILE)).unwrap();
    let store = Store::open_or_make(&killed).unwrap();
    assert_eq!(notices(&store), 0);
    assert!(log_of(&killed.join(FILE)).exists() && store.log_set_aside().is_some());
}

/// The last connection to a file removes its log by name, and the name may belong to another file by then.
#[cfg(unix)]
#[test]
fn a_register_that_lost_its_name_leaves_the_log_of_the_new_one_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (place, aside) = (folder.path().join("place"), folder.path().join("aside"));
    let mut old = Store::open_or_make(&place).unwrap();
    let _ = Given::notice("甲方案").in_force(&mut old);
    std::fs::rename(&place, &aside).unwrap();
    let mut new = Store::open_or_make(&place).unwrap();
    new.connection.pragma_update(None, "wal_autocheckpoint", 0).unwrap();
    let _ = Given::notice("乙方案").in_force(&mut new);
    drop(old);
    assert!(log_of(&place.join(FILE)).exists());
    drop(new);
    assert_eq!(notices(&Store::open(&place).unwrap()), 1);
}

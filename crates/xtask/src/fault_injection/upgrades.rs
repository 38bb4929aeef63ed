//! The program is killed while it brings a register of an older release up to date.

use std::path::Path;
use std::time::Instant;

use super::kills::kill;
use super::operations::State;
use super::program::{copy_anew, run, succeed};
use super::tally::Tally;
use crate::chance::Chance;
use crate::steps::root;

const FAULT: &str = "killed upgrade";

/// So many kills, in turns over the registers of every released schema.
pub(super) fn all(folder: &Path, kills: u64, chance: &mut Chance, tally: &mut Tally) -> Result<(), String> {
    let kept = root().join("tests/registers");
    let told = |error: std::io::Error| format!("{}: {error}", kept.display());
    let mut registers = Vec::new();
    for entry in std::fs::read_dir(&kept).map_err(told)? {
        let path = entry.map_err(told)?.path();
        let Some(schema) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".sqlite3.zst")) else {
            continue;
        };
        let store = folder.join(schema);
        std::fs::create_dir_all(&store).map_err(told)?;
        let packed = std::fs::File::open(&path).map_err(told)?;
        let plain = std::fs::File::create(store.join("duban.sqlite3")).map_err(told)?;
        zstd::stream::copy_decode(packed, plain).map_err(told)?;
        let copy = folder.join("upgrade");
        copy_anew(&store, &copy)?;
        let started = Instant::now();
        succeed(&copy, &["status"])?;
        registers.push((schema.to_owned(), store, started.elapsed(), State::of(&copy)?));
    }
    if registers.is_empty() {
        return Err(format!("{}: no registers of older releases", kept.display()));
    }
    let copy = folder.join("upgrade");
    for (_, (schema, store, takes, upgraded)) in (0..kills).zip(registers.iter().cycle()) {
        copy_anew(store, &copy)?;
        let (killed, _) = kill(&copy, &["status"], *takes, chance)?;
        let same = State::of(&copy)? == *upgraded;
        let whole = run(&copy, &["check"])?.status.success();
        tally.count(FAULT, format!("{schema} {}", if killed { "killed" } else { "ended by itself" }));
        if !same || !whole {
            tally.wrong(FAULT, &format!("{schema}, the same: {same}, check: {whole}"), &copy)?;
        }
    }
    Ok(())
}

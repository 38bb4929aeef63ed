//! The disk of the register is full at a random point of an operation.

use std::path::Path;
use std::process::Command;

use super::operations::{Register, Side, State};
use super::program::{copy, run};
use super::tally::Tally;
use crate::chance::Chance;
use crate::steps::finish;

const FAULT: &str = "full disk";
/// Room that is left at most, in bytes: the largest operation here needs less.
const ROOM: usize = 3_500_000;
/// Room for the folders themselves, in bytes.
const FOLDERS: u64 = 64 * 1024;

/// So many full disks, each under a random operation. Disks of a certain size are parts of the memory, which only root mounts.
pub(super) fn all(register: &Register, disks: u64, chance: &mut Chance, tally: &mut Tally) -> Result<(), String> {
    let disk = register.copy.with_file_name("disk");
    std::fs::create_dir_all(&disk).map_err(|error| format!("{}: {error}", disk.display()))?;
    let base = bytes(&register.folder)?;
    for _ in 0..disks {
        let mounted = Mounted::new(&disk, base + FOLDERS + chance.below(ROOM) as u64)?;
        let at = chance.below(register.operations.len());
        let Some(operation) = register.operations.get(at) else { continue };
        let store = disk.join("store");
        copy(&register.folder, &store)?;
        let output = run(&store, &operation.words)?;
        mounted.enlarge()?;
        let done = output.status.success();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        let whole = run(&store, &["check"])?.status.success();
        let side = register.side(operation, &State::of(&store)?);
        tally.count(FAULT, format!("{} {}: {side:?}", operation.name, if done { "done" } else { "refused" }));
        // A refusal says that there is no room, and leaves everything as it was.
        let honest = done || told.contains("空间");
        let fits = if done { side != Side::Before } else { side != Side::After };
        if !whole || side == Side::Neither || !honest || !fits {
            let told = format!("{}, done: {done}, check: {whole}, {side:?}, said: {}", operation.name, told.trim());
            tally.wrong(FAULT, &told, &store)?;
        }
    }
    Ok(())
}

/// A disk that goes when it is dropped.
struct Mounted<'a> {
    place: &'a Path,
}

impl<'a> Mounted<'a> {
    fn new(place: &'a Path, bytes: u64) -> Result<Self, String> {
        mount(place, &format!("size={bytes}"))?;
        Ok(Self { place })
    }

    /// Gives it room again.
    fn enlarge(&self) -> Result<(), String> {
        mount(self.place, "remount,size=1g")
    }
}

impl Drop for Mounted<'_> {
    fn drop(&mut self) {
        if let Err(why) = finish(Command::new("umount").arg(self.place)) {
            eprintln!("{}: {why}", self.place.display());
        }
    }
}

fn mount(place: &Path, options: &str) -> Result<(), String> {
    finish(Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(place))
        .map_err(|why| format!("a small disk could not be mounted (--full-disks 0 leaves it out): {why}"))
}

fn bytes(folder: &Path) -> Result<u64, String> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut sum = 0;
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let entry = entry.map_err(told)?;
        let facts = entry.metadata().map_err(told)?;
        // A disk of the memory gives out whole pages.
        sum += if facts.is_dir() { bytes(&entry.path())? } else { facts.len().next_multiple_of(4096) };
    }
    Ok(sum)
}

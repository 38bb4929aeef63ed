//! Making a register of an archive: in an empty place, or as a candidate that can take the place of another.

use std::fs::File;
use std::io::{BufReader, ErrorKind, Read, Write as _};
use std::path::Path;

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use zip::ZipArchive;

use super::{Entry, FORMAT, MANIFEST, Manifest, VERSION};
use crate::backup::{BackupError, Backups, Candidate, Facts, aside_in, counts};
use crate::{Operation, Store, StoreError, immutable};

/// A manifest is some hundred bytes a file.
const LARGEST_MANIFEST: u64 = 256 * 1024 * 1024;

/// A register that was made of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unpacked {
    /// What it holds.
    pub facts: Facts,
    /// How many files as they were handed in; each is as the manifest says.
    pub originals: u32,
}

/// What an archive says of itself, found to be true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveFacts {
    /// When it was written, RFC 3339.
    pub made_at: String,
    /// How many files as they were handed in; each is as the manifest says.
    pub originals: u32,
}

type Archive = ZipArchive<BufReader<File>>;

/// Makes the register of this folder of an archive. The folder holds none.
///
/// # Errors
/// When there is a register already, or the archive is not whole: any part of it differs from what the manifest says.
pub fn unpack(
    archive: &Path,
    register: &Path,
    operation: &Operation<'_>,
    now: DateTime<Utc>,
) -> Result<Unpacked, BackupError> {
    if Store::exists(register) {
        return Err(BackupError::NotEmpty(register.to_owned()));
    }
    let mut candidate = Candidate::of_archive(&Backups::of(register), archive, &|_, _| {})?;
    let facts = candidate.facts()?;
    let originals = candidate.archive().map_or(0, |archive| archive.originals);
    let (notices, tasks) = (facts.notices.unwrap_or_default(), facts.tasks.unwrap_or_default());
    candidate.note(operation, format!("文件 {notices} 份，事项 {tasks} 条，原文件 {originals} 个"))?;
    candidate.put_into(register, now)?;
    Ok(Unpacked { facts, originals })
}

impl Candidate {
    /// A backup or register, as [`Self::of_file`], or an archive of everything: what the file is, it says itself. `step` is
    /// told how many files of an archive have been compared with its manifest, and of how many.
    ///
    /// # Errors
    /// As [`Self::of_file`], and when a part of the archive differs from what its manifest says.
    pub fn of_path(backups: &Backups, file: &Path, step: &dyn Fn(usize, usize)) -> Result<Self, BackupError> {
        if is_archive(file) { Self::of_archive(backups, file, step) } else { Self::of_file(backups, file) }
    }

    fn of_archive(backups: &Backups, archive: &Path, step: &dyn Fn(usize, usize)) -> Result<Self, BackupError> {
        let wrong = |found: &str| BackupError::not_whole(archive, found);
        let file = File::open(archive).map_err(|error| match error.kind() {
            ErrorKind::NotFound => BackupError::NoArchive(archive.to_owned()),
            _ => BackupError::of(archive, error),
        })?;
        let mut parts: Archive =
            ZipArchive::new(BufReader::new(file)).map_err(|_| wrong("它不是归档文件，或已经损坏"))?;
        let manifest = manifest(&mut parts).ok_or_else(|| wrong("里面没有督办台账的清单"))?;
        if manifest.format != FORMAT {
            return Err(wrong("它不是督办台账的归档"));
        }
        if manifest.version > VERSION {
            return Err(wrong("它由更新版本的程序写成，请升级本程序"));
        }
        let folder = backups.folder();
        crate::open::private_folder(folder).map_err(|error| BackupError::of(folder, error))?;
        let aside = aside_in(folder)?;
        let mut sink = aside.as_file();
        let total = manifest.originals.len() + 1;
        step(0, total);
        if !take(&mut parts, &manifest.register, &mut |part| sink.write_all(part))
            .map_err(|error| BackupError::of(aside.path(), error))?
        {
            return Err(wrong("其中的台账与清单不符，归档已损坏"));
        }
        for (index, original) in manifest.originals.iter().enumerate() {
            step(index + 1, total);
            if !take(&mut parts, original, &mut |_| Ok(())).map_err(|error| BackupError::of(archive, error))? {
                return Err(wrong(&format!("其中的“{}”与清单不符，归档已损坏", original.path)));
            }
        }
        step(total, total);
        let held =
            immutable::open(aside.path()).and_then(|connection| counts(&connection)).map_err(StoreError::from)?;
        if held != manifest.counts {
            return Err(wrong("其中台账的条数与清单不符"));
        }
        let originals = u32::try_from(manifest.originals.len()).unwrap_or(u32::MAX);
        Ok(Self::of_file(backups, aside.path())?.with_archive(ArchiveFacts { made_at: manifest.made_at, originals }))
    }
}

/// Whether the file begins as zip archives do. What cannot be read is told where it is opened.
fn is_archive(file: &Path) -> bool {
    let mut start = [0; 4];
    File::open(file).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == *b"PK\x03\x04"
}

fn manifest(parts: &mut Archive) -> Option<Manifest> {
    let mut text = Vec::new();
    parts.by_name(MANIFEST).ok()?.take(LARGEST_MANIFEST).read_to_end(&mut text).ok()?;
    serde_json::from_slice(&text).ok()
}

/// Hands on the bytes of a part and says whether they are those that the manifest names. Never takes more than it names.
fn take(
    parts: &mut Archive,
    entry: &Entry,
    hand_on: &mut dyn FnMut(&[u8]) -> std::io::Result<()>,
) -> std::io::Result<bool> {
    let Ok(part) = parts.by_name(&entry.path) else { return Ok(false) };
    let mut part = part.take(entry.size.saturating_add(1));
    let (mut hash, mut size, mut piece) = (Sha256::new(), 0, vec![0; 1 << 20]);
    loop {
        // A part that cannot be unpacked is not what was packed.
        let Ok(length) = part.read(&mut piece) else { return Ok(false) };
        let bytes = piece.get(..length).unwrap_or_default();
        if bytes.is_empty() {
            break;
        }
        size += bytes.len() as u64;
        hash.update(bytes);
        hand_on(bytes)?;
    }
    let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(size == entry.size && hash == entry.sha256)
}

//! Making a register of an archive, in an empty place.

use std::fs::File;
use std::io::{BufReader, Read, Write as _};
use std::path::Path;

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use zip::ZipArchive;

use super::{Entry, FORMAT, MANIFEST, Manifest, VERSION};
use crate::backup::{BackupError, Backups, Candidate, Facts, aside_in, counts};
use crate::{Store, StoreError, immutable};

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

type Archive = ZipArchive<BufReader<File>>;

/// Makes the register of this folder of an archive. The folder holds none.
///
/// # Errors
/// When there is a register already, or the archive is not whole: any part of it differs from what the manifest says.
pub fn unpack(archive: &Path, register: &Path, now: DateTime<Utc>) -> Result<Unpacked, BackupError> {
    if Store::exists(register) {
        return Err(BackupError::NotEmpty(register.to_owned()));
    }
    let wrong = |found: &str| BackupError::not_whole(archive, found);
    let file = File::open(archive).map_err(|error| BackupError::of(archive, error))?;
    let mut parts: Archive = ZipArchive::new(BufReader::new(file)).map_err(|_| wrong("它不是归档文件，或已经损坏"))?;
    let manifest = manifest(&mut parts).ok_or_else(|| wrong("里面没有督办台账的清单"))?;
    if manifest.format != FORMAT {
        return Err(wrong("它不是督办台账的归档"));
    }
    if manifest.version > VERSION {
        return Err(wrong("它由更新版本的程序写成，请升级本程序"));
    }
    crate::open::private_folder(register).map_err(|error| BackupError::of(register, error))?;
    let aside = aside_in(register)?;
    let mut sink = aside.as_file();
    if !take(&mut parts, &manifest.register, &mut |part| sink.write_all(part))
        .map_err(|error| BackupError::of(aside.path(), error))?
    {
        return Err(wrong("其中的台账与清单不符，归档已损坏"));
    }
    for original in &manifest.originals {
        if !take(&mut parts, original, &mut |_| Ok(())).map_err(|error| BackupError::of(archive, error))? {
            return Err(wrong(&format!("其中的“{}”与清单不符，归档已损坏", original.path)));
        }
    }
    let held = immutable::open(aside.path()).and_then(|connection| counts(&connection)).map_err(StoreError::from)?;
    if held != manifest.counts {
        return Err(wrong("其中台账的条数与清单不符"));
    }
    let candidate = Candidate::of_file(&Backups::of(register), aside.path())?;
    let facts = candidate.facts()?;
    candidate.put_into(register, now)?;
    Ok(Unpacked { facts, originals: u32::try_from(manifest.originals.len()).unwrap_or(u32::MAX) })
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

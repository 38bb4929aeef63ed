//! Writing an archive.

use std::fs::File;
use std::io::{BufWriter, Read as _, Write as _};
use std::path::Path;

use chrono::{DateTime, SecondsFormat, Utc};
use sha2::{Digest as _, Sha256};
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

use super::{Entry, FORMAT, MANIFEST, Manifest, ORIGINALS, REGISTER, VERSION, originals};
use crate::backup::{BackupError, Contents, aside_in, counts, persist, sha256, write_copy};
use crate::{Reader, Store, StoreError, immutable};

/// An archive that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Packed {
    /// Bytes.
    pub size: u64,
    /// How many files as they were handed in.
    pub originals: u32,
}

type Writer<'a> = ZipWriter<BufWriter<&'a File>>;

impl Store {
    /// Writes everything into an archive; a file that is there is replaced when the archive is whole. `step` is told how
    /// many of the parts are written, and of how many.
    ///
    /// # Errors
    /// When it cannot be written whole; then the place is as before.
    pub fn pack(&self, place: &Path, now: DateTime<Utc>, step: &dyn Fn(usize, usize)) -> Result<Packed, BackupError> {
        self.allow_place(place)?;
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let copy = aside_in(folder)?;
        write_copy(&self.connection, copy.path(), Contents::Compared)?;
        let aside = aside_in(folder)?;
        let failed = |error| BackupError::of(place, error);
        let mut archive = ZipWriter::new(BufWriter::new(aside.as_file()));
        let register = pack_file(&mut archive, copy.path()).map_err(failed)?;
        let register = Entry { sha256: sha256(copy.path())?, ..register };
        // From the copy: it does not change while it is read.
        let connection = immutable::open(copy.path()).map_err(StoreError::from)?;
        let reader = Reader { connection: &connection };
        let mut packed = Vec::new();
        let sources = originals::all(reader)?;
        let total = sources.len() + 1;
        for source in sources {
            step(packed.len() + 1, total);
            let bytes = reader.source_bytes(&source)?;
            let path = format!("{ORIGINALS}/{:05}/{}", packed.len() + 1, originals::harmless(&source.name));
            add(&mut archive, &path, &bytes).map_err(failed)?;
            packed.push(Entry { path, size: bytes.len() as u64, sha256: sha256_of(&bytes) });
        }
        let number = u32::try_from(packed.len()).unwrap_or(u32::MAX);
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            made_at: now.to_rfc3339_opts(SecondsFormat::Secs, true),
            register,
            originals: packed,
            counts: counts(&connection).map_err(StoreError::from)?,
        };
        drop(connection);
        let manifest = serde_json::to_vec_pretty(&manifest).map_err(StoreError::from)?;
        add(&mut archive, MANIFEST, &manifest).map_err(failed)?;
        let mut out = archive.finish().map_err(|error| failed(system(error)))?;
        out.flush().map_err(failed)?;
        drop(out);
        Ok(Packed { size: persist(aside, place)?, originals: number })
    }
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().unix_permissions(0o600)
}

fn add(archive: &mut Writer<'_>, path: &str, bytes: &[u8]) -> std::io::Result<()> {
    archive.start_file(path, options()).map_err(system)?;
    archive.write_all(bytes)
}

/// Adds the register; its sum is taken from the file afterwards.
fn pack_file(archive: &mut Writer<'_>, file: &Path) -> std::io::Result<Entry> {
    /// From here on the sizes in the archive need more bytes.
    const LARGE: u64 = u32::MAX as u64;
    let mut file = File::open(file)?;
    let size = file.metadata()?.len();
    archive.start_file(REGISTER, options().large_file(size >= LARGE)).map_err(system)?;
    let mut part = vec![0; 1 << 20];
    loop {
        let length = file.read(&mut part)?;
        if length == 0 {
            return Ok(Entry { path: REGISTER.to_owned(), size, sha256: String::new() });
        }
        archive.write_all(part.get(..length).unwrap_or_default())?;
    }
}

fn system(error: ZipError) -> std::io::Error {
    match error {
        ZipError::Io(error) => error,
        other => std::io::Error::other(other),
    }
}

fn sha256_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

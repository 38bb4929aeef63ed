//! Writing a file that a person named: whole, or the old one stays.

use std::io::{self, BufWriter, Read as _, Write};
use std::path::Path;

use commands::ExportError;
use tempfile::NamedTempFile;

use crate::session::Failure;
use crate::terminal;

/// Whether the place is free, or a person agrees that what lies there is replaced. What is not a regular file
/// (`/dev/stdout`) holds nothing that could be lost.
pub(crate) fn may_replace(path: &Path, agreed: bool) -> Result<(), Failure> {
    // A pipe is not opened to look into it.
    if !std::fs::metadata(path).is_ok_and(|facts| facts.is_file()) {
        return Ok(());
    }
    if is_register(path) {
        return Err(Failure::OwnFile(path.to_owned()));
    }
    may_replace_copy(path, agreed)
}

/// The same for a copy of the register, which may take the place of an older one; what it may not replace, the store knows.
pub(crate) fn may_replace_copy(path: &Path, agreed: bool) -> Result<(), Failure> {
    if !std::fs::metadata(path).is_ok_and(|facts| facts.is_file()) {
        return Ok(());
    }
    if agreed || terminal::agreed(&format!("“{}”已存在，覆盖它吗？", path.display()))? {
        return Ok(());
    }
    Err(Failure::FileThere(path.to_owned()))
}

/// Writes what `fill` gives beside its place and moves it there when all of it is on the disk, so that a full disk leaves
/// the old file as it was. Names that are not regular files (`/dev/stdout`) are written to directly.
pub(crate) fn write(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), ExportError>) -> Result<(), Failure> {
    let written = match std::fs::metadata(path) {
        Ok(facts) if !facts.is_file() => directly(path, fill),
        _ => replace(path, fill),
    };
    written.map_err(|error| match error {
        ExportError::Refused(error) => Failure::Refused(error),
        ExportError::Output(cause) => Failure::File { path: path.to_owned(), cause },
    })
}

fn directly(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), ExportError>) -> Result<(), ExportError> {
    let mut out = BufWriter::new(std::fs::File::create(path)?);
    fill(&mut out)?;
    Ok(out.flush()?)
}

fn replace(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), ExportError>) -> Result<(), ExportError> {
    // A link is kept and what it leads to is replaced.
    let place = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut aside = NamedTempFile::new_in(folder)?;
    let mut out = BufWriter::new(&mut aside);
    fill(&mut out)?;
    out.flush()?;
    drop(out);
    aside.as_file().sync_all()?;
    allow_like(&place, aside.as_file())?;
    aside.persist(&place).map_err(|error| error.error)?;
    Ok(())
}

/// Gives the new file the permissions of the old one; a file that was not there gets those that programs give here.
fn allow_like(place: &Path, file: &std::fs::File) -> io::Result<()> {
    if let Ok(old) = std::fs::metadata(place) {
        return file.set_permissions(old.permissions());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // Exports hold the register's text: for their owner alone, like the register.
        file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

/// Whether the file is a register: SQLite's first bytes are the same in each.
fn is_register(path: &Path) -> bool {
    const SQLITE: [u8; 16] = *b"SQLite format 3\0";
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let belongs_to_one = name.ends_with("-wal") || name.ends_with("-shm");
    let mut first = [0; SQLITE.len()];
    let starts = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut first)).is_ok();
    belongs_to_one || (starts && first == SQLITE)
}

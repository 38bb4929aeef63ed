//! Writing a file at a place that a person named: whole, or the old one stays.

use std::io::{self, BufWriter, Read as _, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Writes what `fill` gives beside its place and moves it there when all of it is on the disk, so that a full disk leaves
/// the old file as it was. Names that are not regular files (`/dev/stdout`) are written to directly.
///
/// # Errors
/// When `fill` fails, or the file cannot be written.
pub fn write<E: From<io::Error>>(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), E>) -> Result<(), E> {
    match std::fs::metadata(path) {
        Ok(facts) if !facts.is_file() => directly(path, fill),
        _ => replace(path, fill),
    }
}

fn directly<E: From<io::Error>>(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), E>) -> Result<(), E> {
    let mut out = BufWriter::new(std::fs::File::create(path)?);
    fill(&mut out)?;
    Ok(out.flush()?)
}

fn replace<E: From<io::Error>>(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), E>) -> Result<(), E> {
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

/// Gives the new file the permissions of the old one; a file that was not there is for its owner alone, like the register
/// whose text it holds.
fn allow_like(place: &Path, file: &std::fs::File) -> io::Result<()> {
    if let Ok(old) = std::fs::metadata(place) {
        return file.set_permissions(old.permissions());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

/// Whether the file is a register: SQLite's first bytes are the same in each.
pub fn is_register(path: &Path) -> bool {
    const SQLITE: [u8; 16] = *b"SQLite format 3\0";
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let belongs_to_one = name.ends_with("-wal") || name.ends_with("-shm");
    let mut first = [0; SQLITE.len()];
    let starts = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut first)).is_ok();
    belongs_to_one || (starts && first == SQLITE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_file_stays_when_the_new_one_cannot_be_written_whole() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("清单.xlsx");
        std::fs::write(&place, "旧").unwrap();
        let failed = write(&place, |out| {
            out.write_all(b"half")?;
            Err(io::Error::from(io::ErrorKind::StorageFull))
        });
        assert_eq!(failed.unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(std::fs::read_to_string(&place).unwrap(), "旧");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
        write(&place, |out| out.write_all("新".as_bytes())).unwrap();
        assert_eq!(std::fs::read_to_string(&place).unwrap(), "新");
    }
}

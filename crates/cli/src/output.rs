//! Writing a file that a person named, and asking before one is replaced.

use std::io::Write;
use std::path::Path;

use commands::{ExportError, whole_file};

use crate::session::Failure;
use crate::terminal;

/// Whether the place is free, or a person agrees that what lies there is replaced. What is not a regular file
/// (`/dev/stdout`) holds nothing that could be lost.
pub(crate) fn may_replace(path: &Path, agreed: bool) -> Result<(), Failure> {
    // A pipe is not opened to look into it.
    if !std::fs::metadata(path).is_ok_and(|facts| facts.is_file()) {
        return Ok(());
    }
    if whole_file::is_register(path) {
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

/// Writes what `fill` gives, whole, or the old file stays as it was.
pub(crate) fn write(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<(), ExportError>) -> Result<(), Failure> {
    whole_file::write(path, fill).map_err(|error| match error {
        ExportError::Refused(error) => Failure::Refused(error),
        ExportError::Output(cause) => Failure::File { path: path.to_owned(), cause },
    })
}

//! Files named on the command line, as the commands take them.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use commands::wire::ImportSource;

/// All files that were named.
pub(crate) fn sources(files: &[PathBuf]) -> Vec<ImportSource> {
    files.iter().map(|file| source(file)).collect()
}

/// A file by its path; by its content where the name is no text that a request can carry (an old archive's GBK name).
fn source(file: &Path) -> ImportSource {
    if file.to_str().is_none()
        && let Ok(bytes) = std::fs::read(file)
    {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let base64 = base64::engine::general_purpose::STANDARD.encode(bytes);
        return ImportSource::Content { name, base64 };
    }
    ImportSource::Path(file.to_string_lossy().into_owned())
}

//! Which file it is, whatever it is called.

use std::path::Path;

/// What tells a file from all others on the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileIdentity {
    device: u64,
    number: u64,
}

impl FileIdentity {
    /// The identity of the file that has this name now; none when there is no such file.
    #[cfg(unix)]
    pub(crate) fn of(file: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        let facts = std::fs::metadata(file).ok()?;
        Some(Self { device: facts.dev(), number: facts.ino() })
    }

    /// Elsewhere a file that is open cannot be moved or replaced.
    #[cfg(not(unix))]
    pub(crate) fn of(file: &Path) -> Option<Self> {
        file.exists().then_some(Self { device: 0, number: 0 })
    }
}

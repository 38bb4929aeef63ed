//! Everything of a register in one portable file: a zip archive with the register, the files as they were handed in
//! under their names, and a manifest with the SHA-256 of each. Anybody can open it; this program can make a register
//! of it again.

mod originals;
mod pack;
#[cfg(test)]
mod tests;
mod unpack;

use serde::{Deserialize, Serialize};

pub use pack::Packed;
pub use unpack::{ArchiveFacts, Unpacked, unpack};

/// What the manifest says it is.
const FORMAT: &str = "duban-archive";
/// Of the archive, not of the register in it.
const VERSION: u32 = 1;
const MANIFEST: &str = "manifest.json";
const REGISTER: &str = "register.sqlite3";
const ORIGINALS: &str = "originals";

#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    format: String,
    version: u32,
    /// Version of the program.
    program: String,
    /// RFC 3339.
    made_at: String,
    register: Entry,
    originals: Vec<Entry>,
    /// How many rows each table of the register has.
    counts: Vec<(String, i64)>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    /// Its place in the archive.
    path: String,
    size: u64,
    sha256: String,
}

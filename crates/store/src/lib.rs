//! SQLite: migrations, queries, journal, search index. All SQL of the program lives here.

/// The register: one SQLite file in a folder.
#[derive(Debug)]
pub struct Store {}

impl Store {
    /// Grows with every write, whoever made it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn revision(&self) -> Result<i64, StoreError> {
        Ok(0)
    }

    /// Opens the register in this folder, making it when it is not there.
    ///
    /// # Errors
    /// When the folder or the file cannot be made or read.
    pub fn open(_folder: &std::path::Path) -> Result<Self, StoreError> {
        Ok(Self {})
    }
}

/// Why the register could not be read or written, in a sentence for the person.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A newer program has written it.
    #[error("台账文件由更新版本的程序写成，请升级本程序后再打开")]
    Newer,
}

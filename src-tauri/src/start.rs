//! What the program is started with.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// How the window is to open.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// Folder of the store, where it is not the usual one.
    pub(crate) store: Option<PathBuf>,
}

impl Options {
    /// Reads the words after the program's name, and `DUBAN_STORE`.
    pub(crate) fn from_words(words: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let mut options = Self { store: std::env::var_os("DUBAN_STORE").map(PathBuf::from) };
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--store") => match words.next() {
                    Some(folder) => options.store = Some(folder.into()),
                    None => return Err("--store 后面要写台账所在的文件夹。".to_owned()),
                },
                // Desktops and test drivers add words of their own.
                _ => continue,
            }
        }
        Ok(options)
    }
}

/// Says why the window cannot open.
pub(crate) fn complain(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::FAILURE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_store_can_be_named() {
        let read = |words: &[&str]| Options::from_words(words.iter().map(OsString::from));
        assert_eq!(read(&["--store", "/tmp/台账"]).unwrap().store, Some("/tmp/台账".into()));
        assert!(read(&["--store"]).unwrap_err().contains("文件夹"));
    }
}

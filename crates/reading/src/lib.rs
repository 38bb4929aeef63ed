//! Bytes of a file to lines with positions.
//!
//! Text in whatever encoding an office sends, web pages and Markdown become one [`SourceText`]: lines with their
//! numbers and pages, markup gone, tables as cells. Nothing is interpreted here; that is `extract`.

use domain::source::SourceText;

/// Why a file could not be read as text.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ReadError {
    /// The file has no bytes, or nothing but blanks.
    #[error("文件是空的，没有可读的文字")]
    Empty,
    /// The file is not text.
    #[error("文件不是文本（可能是图片、压缩包或程序），请另存为文本、网页或 Markdown 后再导入")]
    NotText,
    /// The file is larger than [`MAX_BYTES`].
    #[error("文件有 {megabytes} MB，超过 {} MB 的上限，请拆分后再导入", MAX_BYTES / 1_000_000)]
    TooLarge {
        /// Size of the file in millions of bytes.
        megabytes: u64,
    },
}

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 64_000_000;

/// Reads the bytes of one file.
///
/// # Errors
/// When the bytes are no text, see [`ReadError`]. Broken characters are no error: they are read as U+FFFD.
pub fn read(bytes: &[u8]) -> Result<SourceText, ReadError> {
    let _ = bytes;
    Err(ReadError::Empty)
}

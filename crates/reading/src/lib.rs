//! Bytes of a file to a document tree.
//!
//! The format is told from the bytes; each reader makes a [`DocumentTree`]: paragraphs and tables that know where they
//! stand, markup gone. Nothing is interpreted here; that is `extract`.

mod blank;
mod decode;
mod format;
mod front_matter;
mod markdown;
mod markup;
mod numbering;
mod page_mark;
mod places;
mod plain;
mod plain_table;
mod source_lines;
mod tags;
mod text;

use domain::tree::DocumentTree;

/// Why a file could not be read as text.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ReadError {
    /// The file has no bytes, or nothing but blanks.
    #[error("文件是空的，没有可读的文字，请确认选对了文件")]
    Empty,
    /// The file is not text.
    #[error("文件不是文本（可能是图片、压缩包或程序），请另存为文本、网页或 Markdown 后再导入")]
    NotText,
    /// The file is of a format that is known and not read.
    #[error("文件是{format}，目前还不能直接读取，请在原来的软件中另存为文本、网页或 Markdown 后再导入")]
    Unread {
        /// What a person calls the format.
        format: &'static str,
    },
    /// The file is larger than [`MAX_BYTES`].
    #[error("文件有 {megabytes} MB，超过 {} MB 的上限，请拆分后再导入", MAX_BYTES / 1_000_000)]
    TooLarge {
        /// Size of the file in millions of bytes.
        megabytes: u64,
    },
}

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 64_000_000;

/// Refuses a file by its size, before a byte of it is loaded.
///
/// # Errors
/// [`ReadError::TooLarge`] above [`MAX_BYTES`].
pub fn check_size(bytes: u64) -> Result<(), ReadError> {
    if bytes > MAX_BYTES as u64 {
        return Err(ReadError::TooLarge { megabytes: bytes.div_ceil(1_000_000) });
    }
    Ok(())
}

/// Reads the bytes of one file.
///
/// # Errors
/// When the bytes are no text, see [`ReadError`]. Broken characters are no error: they are read as U+FFFD.
pub fn read(bytes: &[u8]) -> Result<DocumentTree, ReadError> {
    check_size(bytes.len() as u64)?;
    format::read(bytes)
}

#[cfg(test)]
mod tests;

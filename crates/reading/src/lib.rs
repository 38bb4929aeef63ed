//! Bytes of a file to lines with positions.
//!
//! Text in whatever encoding an office sends, web pages and Markdown become one [`SourceText`]: lines with their
//! numbers and pages, markup gone, tables as cells. Nothing is interpreted here; that is `extract`.

mod blank;
mod decode;
mod front_matter;
mod markdown;
mod markup;
mod page_mark;
mod plain;
mod plain_table;
mod source_lines;

use domain::source::SourceText;

use crate::source_lines::SourceLines;

/// Why a file could not be read as text.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ReadError {
    /// The file has no bytes, or nothing but blanks.
    #[error("文件是空的，没有可读的文字，请确认选对了文件")]
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
pub fn read(bytes: &[u8]) -> Result<SourceText, ReadError> {
    check_size(bytes.len() as u64)?;
    let text = decode::decode(bytes)?;
    if blank::is_blank(&text) {
        return Err(ReadError::Empty);
    }
    Ok(read_text(&text))
}

/// Reads text that is already decoded and not blank.
fn read_text(text: &str) -> SourceText {
    let lines = SourceLines::of(text);
    let front = front_matter::read(&lines);
    let from = lines.parts().get(front.parts).map_or(text.len(), |part| part.start);
    if markup::is_html(text.get(from..).unwrap_or("")) {
        markup::read(text, &lines, front, from)
    } else if markdown::is_markdown(&lines, front.parts) {
        markdown::read(&lines, front)
    } else {
        plain::read(&lines, front)
    }
}

#[cfg(test)]
mod tests;

//! The format of a file, told from its bytes before they are decoded.
//!
//! [`FORMATS`] is the one list: a format that gets a reader gets it there and nowhere else.

use domain::tree::DocumentTree;

use crate::{ReadError, text};

/// Reads the bytes of a file of one format.
type Reader = fn(&[u8]) -> Result<DocumentTree, ReadError>;

/// A format of files.
#[derive(Debug)]
struct Format {
    /// What a person calls it.
    name: &'static str,
    /// Whether bytes are of this format.
    is: fn(&[u8]) -> bool,
    /// What reads it; `None` for a format that is known and not read.
    reader: Option<Reader>,
}

/// Every format, the telling ones first. Text has no sign of its own and comes last.
const FORMATS: &[Format] = &[
    Format { name: "PDF 文件", is: |bytes| bytes.starts_with(b"%PDF-"), reader: None },
    Format { name: "Word 文档（docx）", is: |bytes| holds_member(bytes, b"word/document.xml"), reader: None },
    Format { name: "Excel 工作簿（xlsx）", is: |bytes| holds_member(bytes, b"xl/workbook.xml"), reader: None },
    Format {
        name: "PowerPoint 演示文稿（pptx）",
        is: |bytes| holds_member(bytes, b"ppt/presentation.xml"),
        reader: None,
    },
    Format { name: "OFD 版式文件", is: |bytes| holds_member(bytes, b"OFD.xml"), reader: None },
    Format {
        name: "OpenDocument 文档",
        is: |bytes| holds_member(bytes, b"application/vnd.oasis.opendocument"),
        reader: None,
    },
    Format { name: "zip 压缩包", is: is_zip, reader: None },
    Format {
        name: "Word 97–2003 文档（doc、wps）", is: |bytes| holds_stream(bytes, "WordDocument"), reader: None
    },
    Format {
        name: "Excel 97–2003 工作簿（xls、et）", is: |bytes| holds_stream(bytes, "Workbook"), reader: None
    },
    Format { name: "旧版 Office 文档", is: is_compound, reader: None },
    Format { name: "RTF 文档", is: |bytes| bytes.starts_with(b"{\\rtf"), reader: None },
    Format { name: "图片", is: is_picture, reader: None },
    Format { name: "压缩包", is: is_packed, reader: None },
    Format { name: "程序", is: |bytes| begins_with_any(bytes, &[b"MZ\x90\x00", b"\x7FELF"]), reader: None },
    Format { name: "数据库文件", is: |bytes| bytes.starts_with(b"SQLite format 3\0"), reader: None },
    Format { name: "文本", is: |_| true, reader: Some(text::read) },
];

/// Reads a file with the reader of its format.
pub(crate) fn read(bytes: &[u8]) -> Result<DocumentTree, ReadError> {
    let format = FORMATS.iter().find(|format| (format.is)(bytes)).ok_or(ReadError::NotText)?;
    match format.reader {
        Some(reader) => reader(bytes),
        None => Err(ReadError::Unread { format: format.name }),
    }
}

/// So much of an archive is searched for its members, at both ends: the names stand at the beginning and in the directory at
/// the end.
const ARCHIVE_END: usize = 64 * 1024;

fn begins_with_any(bytes: &[u8], signatures: &[&[u8]]) -> bool {
    signatures.iter().any(|signature| bytes.starts_with(signature))
}

fn is_zip(bytes: &[u8]) -> bool {
    begins_with_any(bytes, &[b"PK\x03\x04", b"PK\x05\x06"])
}

/// Whether a zip archive has a member of this name.
fn holds_member(bytes: &[u8], name: &[u8]) -> bool {
    let (head, tail) = (bytes.len().min(ARCHIVE_END), bytes.len().saturating_sub(ARCHIVE_END));
    let parts = [bytes.get(..head).unwrap_or_default(), bytes.get(tail..).unwrap_or_default()];
    is_zip(bytes) && parts.into_iter().any(|part| contains(part, name))
}

fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
}

/// Whether a compound file has a stream of this name; the directory spells it in UTF-16.
fn holds_stream(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    is_compound(bytes) && contains(bytes, &name)
}

fn is_picture(bytes: &[u8]) -> bool {
    begins_with_any(bytes, &[b"\x89PNG\r\n", b"\xFF\xD8\xFF", b"GIF8", b"II*\0", b"MM\0*"])
        || bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
        || bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4])
}

fn is_packed(bytes: &[u8]) -> bool {
    begins_with_any(bytes, &[b"Rar!\x1A", b"7z\xBC\xAF\x27\x1C", b"\x1F\x8B\x08"])
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_that_are_not_read_are_named() {
        let check = |bytes: &[u8], expected: &str| match read(bytes) {
            Err(ReadError::Unread { format }) => assert_eq!(format, expected),
            other => panic!("{expected}: {other:?}"),
        };
        check(b"%PDF-1.7\n1 0 obj", "PDF 文件");
        check(b"PK\x03\x04\x14\0\x06\0", "zip 压缩包");
        check(b"PK\x03\x04\x14\0\x06\0\0\0[Content_Types].xml\0word/document.xml\0", "Word 文档（docx）");
        check(b"PK\x03\x04\x14\0\x06\0\0\0xl/workbook.xml\0", "Excel 工作簿（xlsx）");
        check(b"PK\x03\x04\x14\0\x06\0\0\0OFD.xml\0", "OFD 版式文件");
        let name = "WordDocument".encode_utf16().flat_map(u16::to_le_bytes);
        let old: Vec<u8> = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain(name).collect();
        check(&old, "Word 97–2003 文档（doc、wps）");
        check(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "旧版 Office 文档");
        check(b"{\\rtf1\\ansi", "RTF 文档");
        check(b"\x89PNG\r\n\x1A\n", "图片");
        check(b"7z\xBC\xAF\x27\x1C\0\0", "压缩包");
    }

    #[test]
    fn words_that_begin_like_a_format_are_text() {
        for words in ["PK 赛", "BM 通知", "RIFF", "MZ", "II 总则"] {
            assert!(read(words.as_bytes()).is_ok(), "{words}");
        }
    }
}

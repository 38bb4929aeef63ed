//! What `read` makes of whole files.

use domain::tree::{Cell, PieceContent};

use super::*;

/// The pieces of a file, written out.
pub(crate) fn contents(bytes: &[u8]) -> Vec<String> {
    let tree = read(bytes).unwrap();
    let content = |content| match content {
        PieceContent::Text(words) => {
            format!("{}{}", words.level.map(|h| format!("h{h} ")).unwrap_or_default(), words.text)
        }
        PieceContent::Row { table, row } => {
            let cells: Vec<String> = table.rows[row].cells.iter().map(shown_cell).collect();
            cells.join("|")
        }
        PieceContent::Blank => "(blank)".to_owned(),
        PieceContent::PageBreak => "(page)".to_owned(),
        PieceContent::FrontMatter => "(front)".to_owned(),
        PieceContent::Furniture => "(furniture)".to_owned(),
    };
    tree.pieces().pieces.into_iter().map(|piece| content(piece.content)).collect()
}

/// A cell with its spans, its paragraphs parted by /.
pub(crate) fn shown_cell(cell: &Cell) -> String {
    let spans =
        if (cell.columns, cell.rows) == (1, 1) { String::new() } else { format!("[{}×{}]", cell.columns, cell.rows) };
    format!("{spans}{}", cell.text().replace('\n', "/"))
}

/// The pieces of a file with line and page.
pub(crate) fn shown(bytes: &[u8]) -> Vec<String> {
    let tree = read(bytes).unwrap();
    let place = |piece: &domain::tree::Piece<'_>| {
        let page = piece.page.map_or(String::new(), |page| format!("p{page} "));
        format!("{} {page}", piece.number)
    };
    let places: Vec<String> = tree.pieces().pieces.iter().map(place).collect();
    places.into_iter().zip(contents(bytes)).map(|(place, content)| place + &content).collect()
}

#[test]
fn plain_text_keeps_every_line_and_its_words() {
    let check = |text: &str, expected: &[&str]| assert_eq!(shown(text.as_bytes()), expected, "{text:?}");
    check("\u{FEFF}　　一、总则\n\n\u{00A0}二、 细则　\n", &["1 一、总则", "2 (blank)", "3 二、 细则"]);
    check("甲\r\n乙\r\n", &["1 甲", "2 乙"]);
    check("甲\r乙", &["1 甲", "2 乙"]);
    check("甲\r乙\n丙", &["1 甲", "1 乙", "2 丙"]);
    check("# Page 302:\n甲\n# Page 303:\n", &["1 p302 (page)", "2 p302 甲", "3 p303 (page)"]);
    check(
        "防止输入<script>alert(1)</script>和<img onerror=x>。",
        &["1 防止输入<script>alert(1)</script>和<img onerror=x>。"],
    );
    check("若 a < b & c > d\n则<p>不是标签", &["1 若 a < b & c > d", "2 则<p>不是标签"]);
    check("---\ntitle: 通知\n---\n正文", &["1 (front)", "2 (front)", "3 (front)", "4 正文"]);
}

/// The text of a file of one line.
fn only_line(bytes: &[u8]) -> String {
    shown(bytes).join("\n").trim_start_matches("1 ").to_owned()
}

#[test]
fn encodings_of_offices_are_recognised() {
    let long = "关于印发杭州市国家营商环境创新试点实施方案的通知，各区、县（市）人民政府：".repeat(8);
    for text in ["通知", "市财政局", "市政府 2022年6月", long.as_str(), "㙍䶮𠮷𬭚等生僻字"] {
        let gb = encoding_rs::GB18030.encode(text).0;
        assert_eq!(only_line(&gb), text, "GB18030");
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(only_line(&[&[0xFF, 0xFE], little.as_slice()].concat()), text, "UTF-16 LE");
        assert_eq!(only_line(&[&[0xFE, 0xFF], big.as_slice()].concat()), text, "UTF-16 BE");
        assert_eq!(only_line(text.as_bytes()), text, "UTF-8");
    }
    let spaced = "杭州市人民政府\n2022年1月27日\n";
    let bare: Vec<u8> = spaced.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(shown(&bare), ["1 杭州市人民政府", "2 2022年1月27日"], "UTF-16 without a mark");
}

#[test]
fn broken_utf8_is_still_utf8() {
    let whole = "一、总体要求。全面贯彻。".as_bytes();
    let cut = whole.get(..whole.len() - 1).unwrap();
    assert_eq!(only_line(cut), "一、总体要求。全面贯彻\u{FFFD}");
    let cut_at_both_ends = whole.get(1..whole.len() - 2).unwrap();
    assert_eq!(only_line(cut_at_both_ends), "\u{FFFD}\u{FFFD}、总体要求。全面贯彻\u{FFFD}");
    let mut damaged = "要求".repeat(50).into_bytes();
    damaged[30] = 0xFF;
    assert!(only_line(&damaged).starts_with("要求"));
}

#[test]
fn what_is_no_text_is_refused_in_words() {
    let check = |bytes: &[u8], expected: ReadError| assert_eq!(read(bytes), Err(expected));
    check(b"", ReadError::Empty);
    check(" \n\u{3000}\r\n\u{FEFF}".as_bytes(), ReadError::Empty);
    check(&[0; 4096], ReadError::NotText);
    check(b"%PDF-1.7\n1 0 obj", ReadError::Unread { format: "PDF 文件" });
    let junk: Vec<u8> = (0..20_000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    check(&junk, ReadError::NotText);
    check(&vec![b'a'; MAX_BYTES + 1], ReadError::TooLarge { megabytes: 65 });
    assert_eq!(check_size(200_000_000), Err(ReadError::TooLarge { megabytes: 200 }));
    assert_eq!(ReadError::TooLarge { megabytes: 200 }.to_string(), "文件有 200 MB，超过 64 MB 的上限，请拆分后再导入");
}

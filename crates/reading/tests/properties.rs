//! What holds for any bytes: reading never panics, every source line has an entry, and numbers never fall.

#![allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use domain::tree::{Paragraph, PieceContent};
use proptest::prelude::*;
use reading::{ReadError, read};

/// Pieces that pages, tables and encodings are made of, so that random files reach the odd corners.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("一、总则".to_owned()),
        Just("<p>".to_owned()),
        Just("</p>".to_owned()),
        Just("<table><tr>".to_owned()),
        Just("<td rowspan=3 colspan=2>".to_owned()),
        Just("</table>".to_owned()),
        Just("<script>".to_owned()),
        Just("<!--".to_owned()),
        Just("&amp;&#10;&#x4e2d;".to_owned()),
        Just("| a | b |".to_owned()),
        Just("|---|---|".to_owned()),
        Just("a\t\"b\tc".to_owned()),
        Just("┌─┬─┐".to_owned()),
        Just("│甲│├─┤乙│".to_owned()),
        Just("---\n".to_owned()),
        Just("title: x\n".to_owned()),
        Just("# Page 3:\n".to_owned()),
        Just("\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("\r".to_owned()),
        Just("\u{2028}\u{FEFF}\u{3000}".to_owned()),
        "\\PC{0,12}",
    ]
}

/// The paragraphs of a piece, those of its cells for a row.
fn paragraphs<'a>(piece: &domain::tree::Piece<'a>) -> Vec<&'a Paragraph> {
    match piece.content {
        PieceContent::Text(paragraph) => vec![paragraph],
        _ => piece.row().into_iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs).collect(),
    }
}

/// Checks what must hold for the reading of a file whose text is known.
fn check(text: &str) -> Result<(), TestCaseError> {
    let source = match read(text.as_bytes()) {
        Ok(source) => source,
        Err(error) => {
            prop_assert!(!matches!(error, ReadError::TooLarge { .. }), "{error}");
            return Ok(());
        }
    };
    let list = source.pieces();
    let numbers: Vec<u32> = list.pieces.iter().map(|piece| piece.number).collect();
    prop_assert!(numbers.windows(2).all(|pair| pair[0] <= pair[1]), "numbers fall: {numbers:?}");
    let end = if text.contains('\n') || !text.contains('\r') { '\n' } else { '\r' };
    let lines: Vec<&str> = text.strip_suffix(end).unwrap_or(text).split(end).collect();
    let covered: std::collections::BTreeSet<u32> =
        source.blocks.iter().flat_map(|block| block.anchor.line..=block.anchor.last_line).collect();
    prop_assert_eq!(covered, (1..=u32::try_from(lines.len()).unwrap()).collect());
    for paragraph in list.pieces.iter().flat_map(paragraphs) {
        prop_assert!(!paragraph.runs.is_empty() && paragraph.runs[0].start == 0, "{:?}", paragraph);
        prop_assert!(paragraph.runs.windows(2).all(|pair| pair[0].start < pair[1].start), "{:?}", paragraph);
        for run in &paragraph.runs {
            let word = paragraph.text[run.start..].chars().next();
            let line = lines.get(run.line as usize - 1).copied().unwrap_or("");
            let there = line.chars().nth(run.column as usize);
            prop_assert!(
                there == word || there == Some('&') || text.contains(['\0', '\u{FEFF}']),
                "{word:?} {there:?} {run:?}"
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn every_line_of_any_text_has_an_entry(pieces in proptest::collection::vec(piece(), 0..40)) {
        // The last line makes sure that a few foreign letters are not taken for two bytes of GB2312.
        check(&format!("{}\n办", pieces.concat()))?;
    }

    #[test]
    fn every_line_of_a_page_has_an_entry(pieces in proptest::collection::vec(piece(), 0..40)) {
        check(&format!("<div>\n{}\n办</div>", pieces.concat()))?;
    }
}

/// The sample documents in this repository.
fn seeds() -> Vec<(String, Vec<u8>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let mut seeds: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .filter_map(|entry| {
            let path = entry.unwrap().path();
            path.extension()
                .is_some_and(|e| e == "txt")
                .then(|| (path.display().to_string(), std::fs::read(&path).unwrap()))
        })
        .collect();
    seeds.sort();
    seeds
}

#[test]
fn every_line_of_the_seeds_has_an_entry() {
    assert_eq!(seeds().len(), 5);
    for (name, bytes) in seeds() {
        check(std::str::from_utf8(&bytes).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn a_seed_says_the_same_in_every_encoding() {
    for (name, bytes) in seeds() {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let expected = read(&bytes).unwrap();
        let gb18030 = encoding_rs::GB18030.encode(&text).0.into_owned();
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let crlf = text.replace('\n', "\r\n").into_bytes();
        for (encoding, bytes) in [("GB18030", gb18030), ("UTF-16", utf16), ("CRLF", crlf)] {
            assert!(read(&bytes).unwrap() == expected, "{name} differs in {encoding}");
        }
    }
}

#[test]
fn malformed_floods_are_read_in_linear_time() {
    // A quadratic reader would need minutes for any of these.
    for flood in [
        "<td>",
        "<table>",
        "<b",
        "&",
        "<!--",
        "a\tb\n",
        "|a|b\n",
        "│甲│乙│\n",
        "┌─┬─┐\n",
        "一、\t甲\n",
        "\"\tx\n",
        "---\n",
        "*",
        "[",
        "](",
        "《",
    ] {
        let text = format!("<div>\n{}", flood.repeat(300_000 / flood.len()));
        let start = std::time::Instant::now();
        let _ = read(text.as_bytes());
        let _ = read(text.get(5..).unwrap().as_bytes());
        assert!(start.elapsed().as_secs() < 10, "{flood:?} took {:?}", start.elapsed());
    }
}

//! Bytes to characters, whatever the encoding.
//!
//! In order: a byte order mark; UTF-8, even with a few broken bytes; UTF-16 without a mark; GB18030 (which reads GBK and
//! GB2312 too); and only then, for a longer text that GB18030 reads badly, a guess over all encodings of the web.
//! A guess over few bytes is wrong too often: the two characters 通知 in GBK pass for UTF-8 or Korean.

mod binary;
mod utf16;

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::ReadError;

/// Below this many bytes every text that is not UTF-8 is taken for GB18030.
const SHORT: usize = 100;
/// So much of a file is looked at to guess its encoding.
const SAMPLE: usize = 256 * 1024;

/// The characters of a file.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let text = decode_unchecked(bytes);
    if binary::is_junk(&text) { Err(ReadError::NotText) } else { Ok(text) }
}

/// The characters of a file that may turn out to be no text at all.
fn decode_unchecked(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling(body).0;
    }
    let has_nul = bytes.contains(&0);
    if !has_nul && let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return short_gb2312(bytes, &text).map_or(text, Cow::Owned);
    }
    if let Some(encoding) = utf16::guess(bytes) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    if is_mostly_utf8(bytes) {
        return UTF_8.decode_without_bom_handling(bytes).0;
    }
    let chinese = GB18030.decode_without_bom_handling(bytes).0;
    if bytes.len() < SHORT || broken_share(&chinese) < 0.01 {
        return chinese;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes.get(..SAMPLE).unwrap_or(bytes), bytes.len() <= SAMPLE);
    let guessed = detector.guess(Some(b"cn"), Utf8Detection::Allow);
    if guessed == UTF_16LE || guessed == UTF_16BE || guessed == GB18030 {
        return chinese;
    }
    let other = guessed.decode_without_bom_handling(bytes).0;
    // A single-byte encoding reads anything without complaint, so it proves nothing.
    if !guessed.is_single_byte() && broken_share(&other) < broken_share(&chinese) { other } else { chinese }
}

/// A few words of GB2312 whose bytes happen to be valid UTF-8, like 通知: as UTF-8 they would be nothing but letters of
/// two bytes (Greek, Hebrew …), which no Chinese office writes alone.
fn short_gb2312(bytes: &[u8], as_utf8: &str) -> Option<String> {
    let foreign = |c: char| c.is_ascii() || ('\u{0080}'..'\u{0800}').contains(&c);
    if bytes.len() >= SHORT || bytes.is_ascii() || !as_utf8.chars().all(foreign) {
        return None;
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    let chinese = |c: char| {
        c.is_ascii() || matches!(c, '\u{3000}'..='\u{303F}' | '\u{4E00}'..='\u{9FA5}' | '\u{FF00}'..='\u{FF5E}')
    };
    text.chars().all(chinese).then(|| text.into_owned())
}

/// Whether bytes are UTF-8 with a few broken places: a file cut in the middle of a character, a damaged block.
///
/// Text in another encoding has broken places nearly everywhere and hardly ever a whole character of three bytes.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| *c >= '\u{0800}').count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || whole > broken * 2
}

/// The share of characters that could not be decoded.
fn broken_share(text: &str) -> f64 {
    let (mut all, mut broken) = (0u32, 0u32);
    for c in text.chars() {
        all += 1;
        broken += u32::from(c == '\u{FFFD}');
    }
    f64::from(broken) / f64::from(all.max(1))
}

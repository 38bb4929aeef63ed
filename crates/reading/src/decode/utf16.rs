//! UTF-16 without a byte order mark.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// So many code units are looked at.
const SAMPLE: usize = 4096;

/// The byte order of a UTF-16 text without a mark, where it is plain: nearly every code unit is a character of Chinese
/// office writing, and some are line ends, blanks or letters, whose high byte is zero.
pub(super) fn guess(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 {
        return None;
    }
    [(UTF_16LE, u16::from_le_bytes as fn([u8; 2]) -> u16), (UTF_16BE, u16::from_be_bytes)]
        .into_iter()
        .find(|(_, unit)| is_plain(bytes, *unit))
        .map(|(encoding, _)| encoding)
}

/// Whether the code units are office writing.
fn is_plain(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> bool {
    let (mut all, mut known, mut latin) = (0usize, 0usize, 0usize);
    for pair in bytes.chunks_exact(2).take(SAMPLE) {
        let &[first, second] = pair else { continue };
        let unit = unit([first, second]);
        all += 1;
        match unit {
            0x09 | 0x0A | 0x0D | 0x20..=0x7E => {
                latin += 1;
                known += 1;
            }
            0x4E00..=0x9FFF | 0x3000..=0x303F | 0xFF00..=0xFF5E | 0x2010..=0x2027 | 0x00B7 => known += 1,
            _ => {}
        }
    }
    latin > 0 && known * 20 >= all * 19
}

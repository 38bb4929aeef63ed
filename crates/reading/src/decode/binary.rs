//! Files that are no text.

/// Whether what came out of decoding is no writing: control characters, characters that could not be decoded and
/// code points without a character make up more than a twentieth of it.
pub(super) fn is_junk(text: &str) -> bool {
    if !may_hold_odd(text.as_bytes()) {
        return false;
    }
    let (mut all, mut odd) = (0usize, 0usize);
    for c in text.chars() {
        all += 1;
        odd += usize::from(is_odd(c));
    }
    // A few broken characters do not condemn a few words.
    odd * 20 > all && (odd > 4 || odd * 2 > all)
}

/// Whether an odd character may stand among the bytes of a text. Most texts hold none, and their bytes tell much faster than
/// their characters.
fn may_hold_odd(bytes: &[u8]) -> bool {
    // Control characters of one byte, and the private area.
    let is_suspect = |byte: u8| {
        matches!(byte, 0xEE | 0x7F) || (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A))
    };
    // Control characters of two bytes (· begins like them), the rest of the private area, and U+FFFD.
    let is_pair = |first: u8, second: u8| {
        (first == 0xC2) & (second < 0xA0) | (first == 0xEF) & ((second <= 0xA3) | (second == 0xBF))
    };
    // Two slices side by side: of these the compiler takes many bytes in one step.
    let behind = bytes.get(1..).unwrap_or_default();
    bytes.iter().fold(false, |any, byte| any | is_suspect(*byte))
        || bytes.iter().zip(behind).fold(false, |any, (first, second)| any | is_pair(*first, *second))
}

/// Whether a character has no place in a text.
fn is_odd(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' | '\u{000B}' | '\u{000C}' | '\u{001A}' | '\u{0085}' => false,
        // Office fonts put their own signs into the private area of the first plane; a text has few of them.
        '\u{E000}'..='\u{F8FF}' | '\u{FFFD}' => true,
        _ => c.is_control(),
    }
}

//! Files that are no text.

/// First bytes of the formats that offices send by mistake: each is something else than text, whatever its bytes spell.
const SIGNATURES: [&[u8]; 14] = [
    b"%PDF-",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    b"\x89PNG\r\n",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"Rar!\x1A",
    b"7z\xBC\xAF\x27\x1C",
    b"\x1F\x8B\x08",
    b"MZ\x90\x00",
    b"\x7FELF",
    b"{\\rtf",
    b"SQLite format 3\0",
];

/// Whether a file begins like a format that is not text.
pub(super) fn has_signature(bytes: &[u8]) -> bool {
    SIGNATURES.iter().any(|signature| bytes.starts_with(signature))
}

/// Whether what came out of decoding is no writing: control characters, characters that could not be decoded and
/// code points without a character make up more than a twentieth of it.
pub(super) fn is_junk(text: &str) -> bool {
    let (mut all, mut odd) = (0usize, 0usize);
    for c in text.chars() {
        all += 1;
        odd += usize::from(is_odd(c));
    }
    // A few broken characters do not condemn a few words.
    odd * 20 > all && (odd > 4 || odd * 2 > all)
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

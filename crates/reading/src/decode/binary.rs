//! Files that are no text.

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

//! What a person reads on the terminal: answers and complaints.

use std::borrow::Cow;
use std::io::{BufWriter, ErrorKind, IsTerminal as _, Write};

use commands::ExportError;

use crate::session::Failure;

/// Writes an answer; a reader that has gone (`| head`) is no failure. On a terminal nothing in it is a command to the
/// terminal; a file or another program gets it to the letter.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let out = std::io::stdout();
    let text = if out.is_terminal() { harmless(text) } else { Cow::Borrowed(text) };
    let mut out = out.lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(not_taken)
}

/// Writes what `fill` gives as it comes, like [`print`].
pub(crate) fn stream(fill: impl FnOnce(&mut dyn Write) -> Result<(), ExportError>) -> Result<(), Failure> {
    let failed = |error| match error {
        ExportError::Refused(error) => Failure::Refused(error),
        ExportError::Output(cause) => not_taken(cause),
    };
    if std::io::stdout().is_terminal() {
        let mut bytes = Vec::new();
        fill(&mut bytes).map_err(failed)?;
        return print(&String::from_utf8_lossy(&bytes));
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    fill(&mut out).map_err(failed)?;
    out.flush().map_err(not_taken)
}

fn not_taken(error: std::io::Error) -> Failure {
    if error.kind() == ErrorKind::BrokenPipe { Failure::ReaderGone } else { Failure::Output(error) }
}

/// Tells the person what went wrong. Where that cannot be written, there is nobody to tell.
pub(crate) fn complain(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "{}", harmless(sentence));
}

/// Asks at a terminal; elsewhere nobody has agreed.
pub(crate) fn agreed(question: &str) -> Result<bool, Failure> {
    if !is_asked() {
        return Ok(false);
    }
    let mut out = std::io::stderr();
    let _ = write!(out, "{}输入 y 继续：", harmless(question)).and_then(|()| out.flush());
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).map_err(Failure::Output)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes" | "是"))
}

/// Whether somebody is there to answer a question.
pub(crate) fn is_asked() -> bool {
    std::io::stdin().is_terminal()
}

/// A text whose control characters are shown and not obeyed: documents and file names can hold sequences that move the
/// cursor, change the title or answer in the person's name.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    let obeyed = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if !text.contains(obeyed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if obeyed(c) { char::REPLACEMENT_CHARACTER } else { c }).collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_text_gives_no_orders_to_the_terminal() {
        let check = |text: &str, shown: &str| assert_eq!(super::harmless(text), shown, "{text:?}");
        check("甲\t乙\n", "甲\t乙\n");
        check("\u{1b}]0;标题\u{7}通知\r", "\u{fffd}]0;标题\u{fffd}通知\u{fffd}");
        check("\u{9b}2J", "\u{fffd}2J");
    }
}

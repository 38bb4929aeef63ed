//! The words around an expression of time.

use chrono::NaiveDate;

use super::time::Found;

/// No more than this many characters to either side are looked at, so that the cost stays linear in the text.
const REACH: usize = 160;

/// The words around an expression.
#[derive(Debug)]
pub(super) struct Surroundings {
    /// From the last comma or full stop up to the expression.
    pub(super) before: String,
    /// From the expression to the next comma or full stop.
    pub(super) after: String,
    /// From the last full stop or semicolon to the next.
    pub(super) sentence: String,
    /// From the last full stop or semicolon up to the clause of the expression.
    pub(super) earlier: String,
    /// From the expression to the end of the sentence.
    pub(super) rest: String,
    /// The label behind whose colon the expression stands: 完成时限.
    pub(super) label: Option<String>,
    /// Whether the expression is all that stands in a pair of brackets.
    pub(super) alone_in_bracket: bool,
    /// Whether it stands inside the title of another text: 《…》, 〔…〕.
    pub(super) in_title: bool,
    /// Its last day, where it can be told.
    pub(super) due: Option<NaiveDate>,
    /// The day of issue.
    pub(super) issued: Option<NaiveDate>,
}

impl Surroundings {
    /// Whether the time was over when the document was issued.
    pub(super) fn is_past(&self) -> bool {
        self.due.zip(self.issued).is_some_and(|(due, issued)| due < issued)
    }
}

/// The words around an expression.
pub(super) fn of(text: &[char], found: &Found, due: Option<NaiveDate>, issued: Option<NaiveDate>) -> Surroundings {
    let left = found.from.saturating_sub(REACH);
    let right = (found.to + REACH).min(text.len());
    let back = |stop: fn(char) -> bool| {
        (left..found.from).rev().find(|at| text.get(*at).is_some_and(|c| stop(*c))).map_or(left, |at| at + 1)
    };
    let forth =
        |stop: fn(char) -> bool| (found.to..right).find(|at| text.get(*at).is_some_and(|c| stop(*c))).unwrap_or(right);
    let words = |from: usize, to: usize| -> String {
        let mut words = String::with_capacity(to.saturating_sub(from) * '。'.len_utf8());
        words.extend(text.get(from..to).unwrap_or_default().iter().filter(|c| !c.is_whitespace()));
        words
    };
    let (clause, sentence) = (back(ends_clause), back(ends_sentence));
    let (clause_end, sentence_end) = (forth(ends_clause), forth(ends_sentence));
    let opened = |marks: [char; 2]| clause > 0 && text.get(clause - 1).is_some_and(|c| marks.contains(c));
    let label = opened(['：', ':']).then(|| {
        let label: Vec<char> = (left..clause - 1)
            .rev()
            .map_while(|at| text.get(at).copied().filter(|c| !ends_clause(*c) && !matches!(c, '、' | '】' | ']')))
            .take(12)
            .collect();
        label.into_iter().rev().filter(|c| !c.is_whitespace()).collect()
    });
    let (before, after) = (words(clause, found.from), words(found.to, clause_end));
    let closed = matches!(text.get(clause_end), Some('）' | ')'));
    Surroundings {
        alone_in_bracket: opened(['（', '(']) && closed && before.is_empty() && after.is_empty(),
        before,
        after,
        sentence: words(sentence, sentence_end),
        earlier: words(sentence, clause),
        rest: words(found.to, sentence_end),
        label,
        in_title: is_inside(text, found.from, left),
        due,
        issued,
    }
}

/// Whether a character stands inside 《…》 or 〔…〕 that opens within reach.
fn is_inside(text: &[char], at: usize, left: usize) -> bool {
    for c in text.get(left..at).unwrap_or_default().iter().rev() {
        match c {
            '《' | '〔' => return true,
            '》' | '〕' | '。' => return false,
            _ => {}
        }
    }
    false
}

/// Characters that end a clause.
fn ends_clause(c: char) -> bool {
    ends_sentence(c) || matches!(c, '，' | ',' | '：' | ':' | '（' | '(' | '）' | ')')
}

/// Characters that end a sentence.
fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '！' | '\n')
}

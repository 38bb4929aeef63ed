//! Lines of the source that the author of a page meant as paragraphs, although only tags part them.

use domain::tree::Paragraph;

use crate::blank::trim;
use crate::numbering::begins_with_number;

/// A paragraph whose source lines begin with numbers of clauses again and again was written line by line: each line is a
/// paragraph of its own. A page that is merely wrapped has a number at the beginning of a line by chance, once.
pub(super) fn meant(paragraph: Paragraph) -> Vec<Paragraph> {
    const SEVERAL: usize = 2;
    let mut starts: Vec<usize> = Vec::new();
    let mut line = 0;
    for run in &paragraph.runs {
        if run.line != line {
            line = run.line;
            starts.push(run.start);
        }
    }
    let behind_first = starts.iter().skip(1);
    let numbered = behind_first.filter(|start| paragraph.text.get(**start..).is_some_and(begins_with_number));
    if numbered.count() < SEVERAL {
        return vec![paragraph];
    }
    let ends = starts.iter().skip(1).copied().chain([paragraph.text.len()]);
    let line = |(start, end): (&usize, usize)| {
        let words = trim(paragraph.text.get(*start..end).unwrap_or_default());
        let runs = paragraph.runs_of(*start..*start + words.len());
        Paragraph { text: words.to_owned(), runs, ..paragraph.clone() }
    };
    starts.iter().zip(ends).map(line).filter(|line| !line.text.is_empty()).collect()
}

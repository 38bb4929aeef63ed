//! Task tables: real ones and those a PDF reader flattened column by column.

use std::ops::Range;

use domain::source::Line;
use domain::{Claim, Doubt, LineRole, Measure, NoticeFacts};

/// What was read from the tables of a document.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// Where the tables stand, as ranges of the document's lines; prose is read between them.
    pub(crate) extents: Vec<Range<usize>>,
    /// The measures of all tables.
    pub(crate) measures: Vec<Measure>,
    /// Counts stated above the tables.
    pub(crate) claims: Vec<Claim>,
    /// What a person should look at.
    pub(crate) doubts: Vec<Doubt>,
}

/// Reads the task tables among the lines of one document and marks their lines in `roles`.
pub(crate) fn read(lines: &[Line], facts: &NoticeFacts, roles: &mut [LineRole]) -> Tables {
    let _ = (lines, facts, roles);
    Tables::default()
}

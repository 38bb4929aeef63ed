//! Who is named: unit lists, the words inside a unit bracket, and sentences that order a unit.
//!
//! Everything here works on text whose hard wraps are already joined, and gives units as the notice writes them.

mod body;
pub(crate) mod bracket;
mod label;
mod labelled;
mod list;
mod name;
mod people;
pub(crate) mod sentence;

pub use body::looks_like_unit;
pub(crate) use body::{ends_like_office, is_bare_office, is_section_of_office, is_sure_unit, without_closing_bracket};
pub use bracket::{BracketReading, Confidence, read_bracket};
pub(crate) use bracket::{Segment as LabelledWords, names_role, read_labelled, says_only_roles};
pub(crate) use label::{LabelKind, behind_office, ends_with_office};
pub(crate) use label::{names_project, states_goal};
pub(crate) use labelled::{Labelled, Within, begins_with_label, is_core_label, labels};
pub(crate) use list::only_units;
pub use list::split_list;
pub use name::comparison_key;
pub(crate) use people::only_people;
pub use people::split_people;
pub(crate) use sentence::order::tells_to_report;
pub use sentence::{Opening, SentenceUnits, is_odd_name, is_strange_name, openings, sentence_units};
pub(crate) use sentence::{addressed_subject, is_addressee_word, is_role_word};

//! Sentences that order a unit: "由市财政局负责…", "各地各部门要…", "A会同B…".

/// The units that sentences of a clause order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SentenceUnits {
    /// Joint subjects of the first order.
    pub leads: Vec<String>,
    /// Subjects of further orders, and those to be consulted or to assist.
    pub co_units: Vec<String>,
    /// The words of the first order.
    pub words: String,
    /// Name of the rule; empty when no unit is ordered.
    pub rule: &'static str,
}

/// Units ordered in the sentences of a clause. Mere mentions, objects and persons are none.
pub fn sentence_units(text: &str) -> SentenceUnits {
    let _ = text;
    SentenceUnits::default()
}

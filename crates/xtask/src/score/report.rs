//! The figures of a part, how they are printed and how they are kept as a floor.

use std::fmt::Write;

use super::compare::{PredictedMeasure, head};
use super::golden::GoldMeasure;

/// So many right of so many.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ratio {
    right: u32,
    of: u32,
}

impl std::ops::AddAssign for Ratio {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.of += other.of;
    }
}

impl Ratio {
    pub(super) fn count(&mut self, right: bool) {
        self.right += u32::from(right);
        self.of += 1;
    }

    /// Of nothing, all is right: a text that orders nothing and gave no measure is read well.
    fn percent(self) -> f64 {
        if self.of == 0 { 100.0 } else { 100.0 * f64::from(self.right) / f64::from(self.of) }
    }
}

impl std::fmt::Display for Ratio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{} = {:.1}%", self.right, self.of, self.percent())
    }
}

/// The figures of one part of the graded truth.
#[derive(Debug, Default)]
pub(super) struct PartScore {
    pub(super) part: String,
    pub(super) documents: Ratio,
    pub(super) titles: Ratio,
    pub(super) recall: Ratio,
    pub(super) precision: Ratio,
    pub(super) leads: Ratio,
    pub(super) co_units: Ratio,
    pub(super) due: Ratio,
    pub(super) no_edit: Ratio,
    /// Safeguards and embedded orders found.
    pub(super) aside: Ratio,
    pub(super) misses: Vec<Miss>,
    pub(super) strays: Vec<String>,
}

/// A graded measure that was not found or not read right.
#[derive(Debug)]
pub(super) struct Miss {
    lines: Vec<String>,
}

impl Miss {
    pub(super) fn missed(gold: &GoldMeasure) -> Self {
        Self { lines: vec![Self::first_line("missed", gold)] }
    }

    pub(super) fn wrong(fields: &str, gold: &GoldMeasure, answer: &PredictedMeasure) -> Self {
        let lines = vec![
            Self::first_line(fields, gold),
            format!("    want {:?} | {:?} | {:?}", gold.leads, gold.co, gold.due),
            format!("    got  {:?} | {:?} | {:?}", answer.leads, answer.co_units, answer.due),
        ];
        Self { lines }
    }

    fn first_line(what: &str, gold: &GoldMeasure) -> String {
        format!(
            "{what}: {} line {} no {} | {}",
            gold.doc,
            gold.line,
            gold.no.as_deref().unwrap_or("-"),
            head(&gold.text, 40)
        )
    }
}

impl PartScore {
    /// The figures as lines of text, with the first `misses` of what is wrong.
    pub(super) fn describe(&self, misses: usize) -> String {
        let mut text = String::new();
        let _ = writeln!(text, "== {}: documents {}, titles {}", self.part, self.documents, self.titles);
        let _ = writeln!(text, "   measures: recall {}, precision {}", self.recall, self.precision);
        let _ = writeln!(text, "   of those found: leads {}, co-units {}, due {}", self.leads, self.co_units, self.due);
        let _ = writeln!(text, "   no edit: {}; safeguards and embedded found {}", self.no_edit, self.aside);
        for line in self.misses.iter().take(misses).flat_map(|miss| &miss.lines) {
            let _ = writeln!(text, "   - {line}");
        }
        for stray in self.strays.iter().take(misses) {
            let _ = writeln!(text, "   - stray: {stray}");
        }
        text
    }

    fn kept(&self) -> [(&'static str, f64); 4] {
        [
            ("documents", self.documents.percent()),
            ("titles", self.titles.percent()),
            ("precision", self.precision.percent()),
            ("no-edit", self.no_edit.percent()),
        ]
    }
}

/// The figures that are committed, one a line: `part figure percent`.
pub(super) fn floor(scores: &[PartScore]) -> String {
    let mut text =
        String::from("# Reading of the graded parts, in percent; written by `cargo xtask score --accept`.\n");
    for score in scores {
        for (name, percent) in score.kept() {
            let _ = writeln!(text, "{} {name} {percent:.2}", score.part);
        }
    }
    text
}

/// The figures that lie below the committed ones.
#[cfg(test)]
pub(super) fn below_floor(scores: &[PartScore], floor: &str) -> Vec<String> {
    let mut worse = Vec::new();
    for line in floor.lines().filter(|line| !line.starts_with('#')) {
        let [part, name, percent] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            worse.push(format!("unreadable line: {line}"));
            continue;
        };
        let reached = scores.iter().find(|score| score.part == part);
        let reached = reached.and_then(|score| score.kept().into_iter().find(|(kept, _)| *kept == name));
        let floor: f64 = percent.parse().unwrap_or(100.0);
        match reached {
            Some((_, now)) if now + 0.005 >= floor => {}
            Some((_, now)) => worse.push(format!("{part} {name}: {now:.2} now, {floor:.2} committed")),
            None => worse.push(format!("{part} {name} is no longer scored")),
        }
    }
    worse
}

//! How well doubts point: of the fields that are wrong, how many carry a doubt; of the doubts, how many are right.
//!
//! The seeds are read almost without a fault, so wrong fields are few there. Therefore the graded texts are
//! also read disturbed (see [`super::disturb`]), with the truth of the undisturbed text. All classes of measures are looked at,
//! and fields on which careful readers differ count as wrong where the reading differs: a person should look at them.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use super::Collection;
use super::compare::{self, Predicted, PredictedMeasure};
use super::disturb::{DISTURBANCES, Disturbance};
use super::golden::{GoldMeasure, Part};
use super::report::Ratio;

/// What the doubts of a reading are worth.
#[derive(Debug, Default)]
struct Worth {
    /// Wrong fields that carry a doubt.
    caught: Ratio,
    /// Doubts on fields that are wrong.
    right: Ratio,
    /// The same rule by rule.
    by_rule: BTreeMap<String, Ratio>,
}

/// Prints what doubts are worth, on the seeds as they are and disturbed.
pub(crate) fn run(root: &Path) -> Result<(), String> {
    let [seeds, made] = super::collections(root)?;
    let mut of_rules: BTreeMap<String, Ratio> = BTreeMap::new();
    let mut report = |collection: &Collection, disturb: Option<&Disturbance>| -> Result<(), String> {
        let mut rows = Vec::new();
        for path in &collection.files {
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
            let bytes = match (disturb, String::from_utf8(bytes)) {
                (Some(disturb), Ok(text)) => disturb.apply(&text).into_bytes(),
                (_, Ok(text)) => text.into_bytes(),
                // Text in another encoding is read as it is.
                (_, Err(error)) => error.into_bytes(),
            };
            rows.extend(crate::read::read_bytes(&file, &bytes)?);
        }
        let predicted = Predicted::from_rows(&rows);
        let mut worth = Worth::default();
        collection.parts.iter().for_each(|part| worth.weigh(part, &predicted));
        let name = disturb.map_or_else(|| format!("{} as they are", collection.name), |d| d.name.to_owned());
        println!("{name:<48} wrong fields doubted {:<22} doubts right {}", worth.caught.to_string(), worth.right);
        for (rule, ratio) in worth.by_rule {
            *of_rules.entry(rule).or_default() += ratio;
        }
        Ok(())
    };
    report(&made, None)?;
    report(&seeds, None)?;
    for disturbance in &DISTURBANCES {
        report(&seeds, Some(disturbance))?;
    }
    println!("\nright of all doubts of a rule, over all rows above");
    for (rule, ratio) in of_rules {
        println!("  {rule:<34} {ratio}");
    }
    Ok(())
}

impl Worth {
    fn weigh(&mut self, part: &Part, predicted: &Predicted) {
        let (measures, answers) = compare::answers(part, predicted);
        let answer = |index: usize| answers.get(&index).map(|answer| measures[*answer]);
        let missed = |index: Option<usize>| {
            index.is_some_and(|index| {
                part.measures.get(index).is_some_and(|m| m.class == "measure") && answer(index).is_none()
            })
        };
        for (index, gold) in part.measures.iter().enumerate() {
            let neighbours = [index.checked_sub(1), Some(index + 1)];
            let Some(found) = answer(index) else {
                // A measure that was not found is caught by a doubt about the extent of its neighbours.
                let doubted =
                    neighbours.iter().flatten().filter_map(|at| answer(*at)).any(|m| m.doubts_field("extent"));
                self.caught.count(doubted);
                continue;
            };
            let mut wrong = wrong_fields(gold, found);
            if neighbours.into_iter().any(missed) {
                // The missing neighbour is counted above; a doubt here points at it.
                self.doubts_of(found, &[wrong.as_slice(), &["extent"]].concat());
                wrong.iter().for_each(|field| self.caught.count(found.doubts_field(field)));
                continue;
            }
            wrong.extend(compare::differs(gold, found).then_some("extent"));
            self.measure(found, &wrong);
        }
        // A measure that answers no graded one has the wrong extent.
        let used: HashSet<usize> = answers.values().copied().collect();
        for (index, measure) in measures.iter().enumerate() {
            if !used.contains(&index) {
                self.measure(measure, &["extent"]);
            }
        }
    }

    fn measure(&mut self, answer: &PredictedMeasure, wrong: &[&str]) {
        wrong.iter().for_each(|field| self.caught.count(answer.doubts_field(field)));
        self.doubts_of(answer, wrong);
    }

    fn doubts_of(&mut self, answer: &PredictedMeasure, wrong: &[&str]) {
        for (field, rule) in &answer.doubts {
            let right = wrong.contains(&field.as_str());
            self.right.count(right);
            self.by_rule.entry(rule.clone()).or_default().count(right);
        }
    }
}

/// The fields of an answer that differ from what was graded.
fn wrong_fields(gold: &GoldMeasure, answer: &PredictedMeasure) -> Vec<&'static str> {
    let without_either = |names: &[String]| &compare::units(names) - &compare::units(&gold.co_also);
    let fields = [
        ("leads", compare::units(&gold.leads) != compare::units(&answer.leads)),
        ("co_units", without_either(&gold.co) != without_either(&answer.co_units)),
        ("deadline", gold.due != answer.due),
        ("class", gold.class != answer.class),
    ];
    fields.iter().filter(|(_, wrong)| *wrong).map(|(name, _)| *name).collect()
}

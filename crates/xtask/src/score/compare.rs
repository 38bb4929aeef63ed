//! Which measure of the reading answers which graded measure, and which of its fields are right.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::golden::{GoldMeasure, Part, seed_of};
use super::report::{Miss, PartScore, Ratio};

/// How far the first lines of two answers to each other may lie apart.
const LINE_REACH: u32 = 80;
/// How alike the texts of two answers to each other must be.
const LIKENESS: f64 = 0.80;

/// What was read, as far as it is compared.
pub(super) struct Predicted {
    documents: Vec<PredictedDocument>,
    measures: Vec<PredictedMeasure>,
}

struct PredictedDocument {
    seed: String,
    first_line: u32,
    title: String,
}

/// A measure that was read.
pub(super) struct PredictedMeasure {
    seed: String,
    pub(super) line: u32,
    pub(super) text: String,
    pub(super) leads: Vec<String>,
    pub(super) co_units: Vec<String>,
    pub(super) due: Option<String>,
    pub(super) class: String,
    /// The field of each doubt, and its rule.
    pub(super) doubts: Vec<(String, String)>,
    grams: Grams,
}

impl PredictedMeasure {
    /// Whether a doubt names this field.
    pub(super) fn doubts_field(&self, field: &str) -> bool {
        self.doubts.iter().any(|(doubted, _)| doubted == field)
    }
}

impl Predicted {
    /// Takes what is compared from rows of the export.
    pub(super) fn from_rows(rows: &[Value]) -> Self {
        let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let names = |row: &Value, key: &str| {
            row[key].as_array().into_iter().flatten().filter_map(|name| Some(name.as_str()?.to_owned())).collect()
        };
        let line = |row: &Value, key: &str| row[key].as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or_default();
        let mut documents = Vec::new();
        let mut measures = Vec::new();
        let mut seeds = HashMap::new();
        for row in rows {
            if row["type"] == "document" {
                let seed = seed_of(&text(row, "source_file"));
                seeds.insert(text(row, "id"), seed.clone());
                documents.push(PredictedDocument {
                    seed,
                    first_line: line(row, "first_line"),
                    title: clean(&text(row, "title")),
                });
            } else {
                let words = text(row, "text");
                measures.push(PredictedMeasure {
                    seed: seeds.get(&text(row, "document")).cloned().unwrap_or_default(),
                    line: line(row, "line"),
                    grams: Grams::of(&clean(&words)),
                    text: words,
                    leads: names(row, "leads"),
                    co_units: names(row, "co_units"),
                    due: row["deadline"]["due"].as_str().map(str::to_owned),
                    class: text(row, "class"),
                    doubts: names(row, "doubts").iter().filter_map(|doubt: &String| doubt_of(doubt)).collect(),
                });
            }
        }
        Self { documents, measures }
    }
}

/// The field and the rule of a doubt as it is written out: `leads: bracket.unclosed …`.
fn doubt_of(written: &str) -> Option<(String, String)> {
    let (field, rest) = written.split_once(": ")?;
    Some((field.to_owned(), rest.split(' ').next()?.to_owned()))
}

/// The measures read where a part was graded, and for each graded one the index of its answer.
pub(super) fn answers<'a>(part: &Part, predicted: &'a Predicted) -> (Vec<&'a PredictedMeasure>, HashMap<usize, usize>) {
    let extents: Vec<(&str, u32, u32)> = (part.documents.iter().filter(|document| document.duplicate_of.is_none()))
        .flat_map(|document| document.extents().into_iter().map(|(first, last)| (document.seed.as_str(), first, last)))
        .collect();
    let measures: Vec<&PredictedMeasure> = (predicted.measures.iter())
        .filter(|m| extents.iter().any(|(seed, first, last)| m.seed == *seed && (*first..=*last).contains(&m.line)))
        .collect();
    let answers = pair_up(part, &measures);
    (measures, answers)
}

/// Scores one part.
pub(super) fn score(part: &Part, predicted: &Predicted) -> PartScore {
    let (measures, answers) = answers(part, predicted);

    let mut score = PartScore { part: part.name.clone(), ..PartScore::default() };
    for (index, gold) in part.measures.iter().enumerate() {
        let answer = answers.get(&index).map(|answer| measures[*answer]);
        if gold.class != "measure" {
            score.aside.count(answer.is_some());
            continue;
        }
        if answer.is_none() && gold.is_soft("class") {
            continue;
        }
        score.recall.count(answer.is_some());
        let Some(answer) = answer else {
            score.no_edit.count(false);
            score.misses.push(Miss::missed(gold));
            continue;
        };
        let right = FieldsRight::of(gold, answer);
        score.leads.count(right.leads);
        score.co_units.count(right.co_units);
        score.due.count(right.due);
        score.no_edit.count(right.all());
        if !right.all() {
            score.misses.push(Miss::wrong(&right.describe(), gold, answer));
        }
    }
    let used: HashSet<usize> = answers.values().copied().collect();
    for (index, measure) in measures.iter().enumerate().filter(|(_, measure)| measure.class == "measure") {
        score.precision.count(used.contains(&index));
        if !used.contains(&index) {
            score.strays.push(format!("line {} | {}", measure.line, head(&measure.text, 50)));
        }
    }
    (score.documents, score.titles) = documents(part, predicted);
    score
}

/// Which fields of an answer are right.
struct FieldsRight {
    leads: bool,
    co_units: bool,
    due: bool,
}

impl FieldsRight {
    fn of(gold: &GoldMeasure, answer: &PredictedMeasure) -> Self {
        let soft_units = gold.is_soft("units");
        let either_way = units(&gold.co_also);
        let without = |names: BTreeSet<String>| -> BTreeSet<String> { &names - &either_way };
        Self {
            leads: soft_units || units(&gold.leads) == units(&answer.leads),
            co_units: soft_units || without(units(&gold.co)) == without(units(&answer.co_units)),
            due: gold.is_soft("deadline") || gold.due == answer.due,
        }
    }

    fn all(&self) -> bool {
        self.leads && self.co_units && self.due
    }

    fn describe(&self) -> String {
        let wrong = [("lead", self.leads), ("co", self.co_units), ("due", self.due)];
        wrong.iter().filter(|(_, right)| !right).map(|(name, _)| *name).collect::<Vec<_>>().join("+")
    }
}

/// Whether the text of an answer is clearly more or less than what was graded.
pub(super) fn differs(gold: &GoldMeasure, answer: &PredictedMeasure) -> bool {
    const SAME: f64 = 0.9;
    let with_title = Grams::of(&clean(&format!("{}{}", gold.title.as_deref().unwrap_or_default(), gold.text)));
    let likeness = with_title.dice(&answer.grams).max(Grams::of(&clean(&gold.text)).dice(&answer.grams));
    likeness < SAME
}

/// For each graded measure the index of its answer, best likeness first, each answer used once.
fn pair_up(part: &Part, measures: &[&PredictedMeasure]) -> HashMap<usize, usize> {
    let seeds = part.seeds();
    let mut candidates = Vec::new();
    for (gold_index, gold) in part.measures.iter().enumerate() {
        let seed = seeds.get(gold.doc.as_str()).copied().unwrap_or_default();
        let with_title = Grams::of(&clean(&format!("{}{}", gold.title.as_deref().unwrap_or_default(), gold.text)));
        let without = Grams::of(&clean(&gold.text));
        for (index, measure) in measures.iter().enumerate() {
            let apart = measure.line.abs_diff(gold.line);
            if measure.seed == seed && apart <= LINE_REACH {
                let likeness = with_title.dice(&measure.grams).max(without.dice(&measure.grams));
                if likeness >= LIKENESS {
                    candidates.push((likeness, apart, gold_index, index));
                }
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(b.2.cmp(&a.2)).then(b.3.cmp(&a.3)));
    let mut answers = HashMap::new();
    let mut used = HashSet::new();
    for (_, _, gold, answer) in candidates {
        if !answers.contains_key(&gold) && !used.contains(&answer) {
            answers.insert(gold, answer);
            used.insert(answer);
        }
    }
    answers
}

/// How many documents begin where they should, and how many of the printed titles are right.
fn documents(part: &Part, predicted: &Predicted) -> (Ratio, Ratio) {
    let mut found = Ratio::default();
    let mut titles = Ratio::default();
    for gold in part.documents.iter().filter(|document| document.duplicate_of.is_none()) {
        let near: Vec<&PredictedDocument> = (predicted.documents.iter())
            .filter(|document| document.seed == gold.seed && document.first_line.abs_diff(gold.first_line) <= 3)
            .collect();
        found.count(!near.is_empty());
        if !gold.title_inferred {
            let accepted = [clean(&gold.title), clean(gold.notice_title.as_deref().unwrap_or_default())];
            titles.count(near.iter().any(|document| accepted.contains(&document.title)));
        }
    }
    (found, titles)
}

/// The character bigrams of a text with how often each occurs.
struct Grams {
    counts: HashMap<(char, char), u32>,
    total: u32,
}

impl Grams {
    fn of(text: &str) -> Self {
        let characters: Vec<char> = text.chars().collect();
        let mut counts = HashMap::new();
        let mut total = 0;
        for pair in characters.windows(2) {
            *counts.entry((pair[0], pair[1])).or_default() += 1;
            total += 1;
        }
        if let [only] = characters[..] {
            counts.insert((only, '\0'), 1);
            total = 1;
        }
        Self { counts, total }
    }

    fn dice(&self, other: &Self) -> f64 {
        let both: u32 = (self.counts.iter())
            .map(|(gram, count)| other.counts.get(gram).map_or(0, |count_there| *count.min(count_there)))
            .sum();
        2.0 * f64::from(both) / f64::from((self.total + other.total).max(1))
    }
}

pub(super) fn units(names: &[String]) -> BTreeSet<String> {
    names.iter().map(|name| clean(name)).filter(|name| !name.is_empty()).collect()
}

/// Letters and digits only, in their plain width.
fn clean(text: &str) -> String {
    text.nfkc().filter(|character| character.is_alphanumeric()).collect()
}

/// The first characters of a text.
pub(super) fn head(text: &str, characters: usize) -> String {
    text.chars().take(characters).collect()
}

//! The graded truth as committed: `NAME.documents.jsonl` and `NAME.measures.jsonl`, one pair a part.

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// One part of the graded truth.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) name: String,
    pub(super) documents: Vec<GoldDocument>,
    pub(super) measures: Vec<GoldMeasure>,
}

#[derive(Debug, Deserialize)]
pub(super) struct GoldDocument {
    pub(super) doc: String,
    pub(super) seed: String,
    pub(super) first_line: u32,
    pub(super) last_line: u32,
    pub(super) scope: Option<Vec<(u32, u32)>>,
    pub(super) title: String,
    pub(super) notice_title: Option<String>,
    #[serde(default)]
    pub(super) title_inferred: bool,
    pub(super) duplicate_of: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct GoldMeasure {
    pub(super) doc: String,
    pub(super) line: u32,
    pub(super) no: Option<String>,
    pub(super) title: Option<String>,
    pub(super) text: String,
    pub(super) leads: Vec<String>,
    pub(super) co: Vec<String>,
    /// Co-units that may be there or not.
    #[serde(default)]
    pub(super) co_also: Vec<String>,
    pub(super) due: Option<String>,
    pub(super) class: String,
    /// Fields on which careful readers differ.
    #[serde(default)]
    pub(super) soft: Vec<String>,
}

impl Part {
    /// All parts in a folder, by name.
    pub(super) fn load_all(folder: &Path) -> Result<Vec<Self>, String> {
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .map_err(|error| format!("{}: {error}", folder.display()))?
            .filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".measures.jsonl").map(str::to_owned))
            .collect();
        names.sort();
        names.into_iter().map(|name| Self::load(folder, name)).collect()
    }

    fn load(folder: &Path, name: String) -> Result<Self, String> {
        let mut documents: Vec<GoldDocument> = json_lines(&folder.join(format!("{name}.documents.jsonl")))?;
        for document in &mut documents {
            document.seed = seed_of(&document.seed);
        }
        let measures = json_lines(&folder.join(format!("{name}.measures.jsonl")))?;
        Ok(Self { name, documents, measures })
    }

    /// The seed that each document of the part stands in.
    pub(super) fn seeds(&self) -> HashMap<&str, &str> {
        self.documents.iter().map(|document| (document.doc.as_str(), document.seed.as_str())).collect()
    }
}

impl GoldDocument {
    /// The lines in which readings are counted.
    pub(super) fn extents(&self) -> Vec<(u32, u32)> {
        self.scope.clone().unwrap_or_else(|| vec![(self.first_line, self.last_line)])
    }
}

impl GoldMeasure {
    pub(super) fn is_soft(&self, field: &str) -> bool {
        self.soft.iter().any(|soft| soft == field)
    }
}

/// What names a graded text: the first three characters of its file's name, in every collection.
pub(super) fn seed_of(file: &str) -> String {
    file.chars().take(3).collect()
}

fn json_lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    (text.lines().filter(|line| !line.trim().is_empty()))
        .map(|line| serde_json::from_str(line).map_err(|error| format!("{}: {error}", path.display())))
        .collect()
}

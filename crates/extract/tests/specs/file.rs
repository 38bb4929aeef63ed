//! A file of specifications: Markdown whose fenced blocks hold fragments and what must be read from them.

use std::path::Path;

use crate::expectation::Kind;

/// A file, in parts that can be written back as they stood.
pub(crate) struct SpecFile {
    pub(crate) name: String,
    pub(crate) parts: Vec<Part>,
}

/// A part of a file.
pub(crate) enum Part {
    /// The words of a heading: the rule.
    Heading(String),
    /// A line that is not looked at.
    Plain(String),
    /// A fragment of a notice; `fence` is the line that opens it.
    Notice { fence: String, text: String },
    /// What must be read from the fragment above. `text` is as it stands in the file, empty once `rows` are others.
    Block { kind: Kind, rows: Vec<Vec<String>>, text: String },
}

impl SpecFile {
    /// Reads a file; every fragment must have a block `expect`.
    pub(crate) fn read(path: &Path) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(path).expect("a specification");
        let mut parts: Vec<Part> = Vec::new();
        let mut awaits_expect = false;
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            let fence = line.trim_end();
            let word = fence.strip_prefix("```").unwrap_or_default();
            if word == "notice" || word.starts_with("notice ") {
                assert!(!awaits_expect, "{name}: a notice without its expect block: {:?}", last_heading(&parts));
                awaits_expect = true;
                parts.push(Part::Notice { fence: fence.to_owned(), text: block(&mut lines) });
            } else if let Some(kind) = Kind::of(word) {
                awaits_expect &= kind != Kind::Expect;
                let text = block(&mut lines);
                let rows = text.lines().filter(|row| kind.keeps_blank_rows() || !row.trim().is_empty()).map(fields);
                parts.push(Part::Block { kind, rows: rows.collect(), text });
            } else if line.starts_with('#') {
                parts.push(Part::Heading(line.to_owned()));
            } else {
                assert!(word.is_empty(), "{name}: no such block: {word}");
                parts.push(Part::Plain(line.to_owned()));
            }
        }
        assert!(!awaits_expect, "{name}: a notice without its expect block: {:?}", last_heading(&parts));
        Self { name, parts }
    }

    /// Writes the file back.
    pub(crate) fn write(&self, path: &Path) {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Heading(line) | Part::Plain(line) => text.push_str(line),
                Part::Notice { fence, text: notice } => text.push_str(&format!("{fence}\n{notice}```")),
                Part::Block { kind, text: written, .. } if !written.is_empty() => {
                    text.push_str(&format!("```{}\n{written}```", kind.name()));
                }
                Part::Block { kind, rows, .. } => {
                    let rows: String = rows.iter().map(|row| row_of(row)).collect();
                    text.push_str(&format!("```{}\n{rows}```", kind.name()));
                }
            }
            text.push('\n');
        }
        std::fs::write(path, text).expect("a file that can be written");
    }
}

fn last_heading(parts: &[Part]) -> Option<&str> {
    parts.iter().rev().find_map(|part| if let Part::Heading(words) = part { Some(words.as_str()) } else { None })
}

fn block<'a>(lines: &mut impl Iterator<Item = &'a str>) -> String {
    lines.take_while(|line| line.trim_end() != "```").flat_map(|line| [line, "\n"]).collect()
}

fn fields(row: &str) -> Vec<String> {
    row.split('|').map(|field| field.trim().to_owned()).collect()
}

/// A row as it is written: a | | b.
fn row_of(fields: &[String]) -> String {
    let row = fields.join(" | ").replace("|  |", "| |").replace("|  |", "| |");
    format!("{}\n", row.trim())
}

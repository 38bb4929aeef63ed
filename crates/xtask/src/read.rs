//! `cargo xtask read FILE…` prints what extraction finds in files, in the scored export format, without a store.
//!
//! It shows the work of `reading` and `extract` alone; `duban export` goes through the store.

use std::io::Write;
use std::path::Path;

use domain::{Measure, NoticeFacts};
use extract::{Document, Extraction};
use serde_json::{Value, json};

/// Reads every file and prints one JSON object a line.
pub(crate) fn run(files: &[String]) -> Result<(), String> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for file in files {
        for row in read_file(file)? {
            writeln!(out, "{row}").map_err(|error| error.to_string())?;
        }
    }
    out.flush().map_err(|error| error.to_string())
}

/// The rows of one file: each document before its measures.
pub(crate) fn read_file(file: &str) -> Result<Vec<Value>, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy().into_owned();
    read_bytes(&name, &bytes)
}

/// The rows of a file with this name and content.
pub(crate) fn read_bytes(name: &str, bytes: &[u8]) -> Result<Vec<Value>, String> {
    let source = reading::read(bytes).map_err(|error| format!("{name}: {error}"))?;
    Ok(rows(name, &extract::extract(&source)))
}

fn rows(file: &str, extraction: &Extraction) -> Vec<Value> {
    let id = |index: usize| format!("{file}#{index}");
    let mut rows = Vec::new();
    for (index, document) in extraction.documents.iter().enumerate() {
        rows.push(document_row(file, &id(index), document, document.duplicate_of.map(id).as_deref()));
        if document.duplicate_of.is_none() {
            let measures = document.measures.iter().enumerate();
            rows.extend(measures.map(|(n, measure)| measure_row(&format!("{}/{n}", id(index)), &id(index), measure)));
        }
    }
    rows
}

fn document_row(file: &str, id: &str, document: &Document, duplicate_of: Option<&str>) -> Value {
    let NoticeFacts {
        title,
        title_inferred,
        notice_title,
        number,
        issuers,
        region,
        issued,
        effective,
        expires,
        organizer,
        kind,
    } = &document.facts;
    let claims: Vec<Value> = (document.claims.iter())
        .map(|claim| json!({"what": claim.what.code(), "claimed": claim.claimed, "found": claim.found}))
        .collect();
    json!({
        "type": "document", "id": id, "source_file": file,
        "first_line": document.first_line, "last_line": document.last_line,
        "title": title, "title_inferred": title_inferred, "notice_title": notice_title, "number": number,
        "issuers": issuers, "region": region, "issued": issued.map(|day| day.to_string()),
        "effective": effective.map(|day| day.to_string()), "expires": expires.map(|day| day.to_string()),
        "organizer": organizer, "kind": kind.code(), "duplicate_of": duplicate_of, "claims": claims,
    })
}

fn measure_row(id: &str, document: &str, measure: &Measure) -> Value {
    let doubts: Vec<String> =
        measure.doubts.iter().map(|doubt| format!("{}: {} {}", doubt.field.code(), doubt.rule, doubt.words)).collect();
    json!({
        "type": "measure", "id": id, "document": document,
        "line": measure.line, "last_line": measure.last_line, "page": measure.page,
        "no": measure.number, "section": measure.section, "title": measure.title, "text": measure.text,
        "leads": measure.units.leads, "co_units": measure.units.co_units, "basis": measure.units.basis.code(),
        "deadline": {
            "raw": measure.deadline.raw, "due": measure.deadline.due.map(|day| day.to_string()),
            "kind": measure.deadline.kind.code(),
        },
        "class": measure.class.code(), "doubts": doubts,
    })
}

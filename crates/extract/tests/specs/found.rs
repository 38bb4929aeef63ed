//! What was read from a fragment, as the rows of a block.

use domain::tree::{DocumentTree, PieceContent, SourceRange};
use domain::{Doubt, Indicator, Measure};
use extract::{Document, Extraction};

use crate::expectation::Kind;

/// The rows of a kind of block.
pub(crate) fn rows(kind: Kind, source: &DocumentTree, extraction: &Extraction) -> Vec<Vec<String>> {
    let rows: Vec<Vec<String>> = match kind {
        Kind::Expect => measures(extraction).map(measure).collect(),
        Kind::Account => extraction.roles.iter().map(|role| vec![role.code().to_owned()]).collect(),
        Kind::Paragraphs => {
            let read = extract::as_read(source);
            let pieces = read.pieces().pieces.into_iter().filter(|piece| piece.content != PieceContent::Blank);
            pieces.map(|piece| vec![piece.number.to_string(), piece.words()]).collect()
        }
        Kind::Indicators => extraction.documents.iter().flat_map(indicators).collect(),
        Kind::Doubts => extraction.documents.iter().flat_map(doubts).collect(),
        Kind::Fields => measures(extraction).flat_map(fields).collect(),
        Kind::Deadlines => measures(extraction).map(deadline).collect(),
        Kind::Basis => {
            measures(extraction).map(|one| vec![one.number.clone(), one.units.basis.code().into()]).collect()
        }
        Kind::Anchors => measures(extraction).flat_map(anchors).collect(),
        Kind::Facts => extraction.documents.iter().flat_map(facts).collect(),
        Kind::Sources => measures(extraction).flat_map(sources).collect(),
        Kind::Places => extraction.documents.iter().flat_map(places).collect(),
    };
    let plain = |field: String| field.replace(['|', '\n'], " ").trim().to_owned();
    rows.into_iter().map(|row| row.into_iter().map(plain).collect()).collect()
}

fn measures(extraction: &Extraction) -> impl Iterator<Item = &Measure> {
    extraction.documents.iter().flat_map(|document| &document.measures)
}

fn measure(measure: &Measure) -> Vec<String> {
    vec![
        measure.number.clone(),
        measure.text.clone(),
        measure.units.leads.join("; "),
        measure.units.co_units.join("; "),
        measure.deadline.due.map(|day| day.to_string()).unwrap_or_default(),
        measure.class.code().to_owned(),
    ]
}

fn indicators(document: &Document) -> Vec<Vec<String>> {
    let all = document.indicators.iter().chain(document.measures.iter().flat_map(|measure| &measure.indicators));
    let row = |indicator: &Indicator| {
        let Indicator { name, direction, figure, unit, by } = indicator.clone();
        vec![name, direction, figure, unit, by.map(|day| day.to_string()).unwrap_or_default()]
    };
    all.map(row).collect()
}

/// Those of the notice first, without a number.
fn doubts(document: &Document) -> Vec<Vec<String>> {
    let row = |number: &str, doubt: &Doubt| {
        vec![number.to_owned(), doubt.field.code().to_owned(), doubt.rule.to_owned(), doubt.words.clone()]
    };
    let own = document.doubts.iter().map(|doubt| row("", doubt));
    let of_measures = document.measures.iter().flat_map(|one| one.doubts.iter().map(|doubt| row(&one.number, doubt)));
    own.chain(of_measures).collect()
}

/// Where doubts point: the first character and the one behind the last, counted from 0.
fn places(document: &Document) -> Vec<Vec<String>> {
    let row = |number: &str, doubt: &Doubt| {
        let line = doubt.line.map(|line| line.to_string()).unwrap_or_default();
        let characters = doubt.source.as_ref().map(characters);
        vec![number.to_owned(), doubt.rule.to_owned(), line, characters.unwrap_or_default()]
    };
    let own = document.doubts.iter().map(|doubt| row("", doubt));
    let of_measures = document.measures.iter().flat_map(|one| one.doubts.iter().map(|doubt| row(&one.number, doubt)));
    own.chain(of_measures).collect()
}

fn fields(measure: &Measure) -> Vec<Vec<String>> {
    let people = &measure.people;
    let named = [("leader", &people.leaders), ("responsible", &people.responsible), ("contact", &people.contacts)];
    let people = named.into_iter().filter(|(_, names)| !names.is_empty());
    let people = people.map(|(what, names)| vec![measure.number.clone(), what.to_owned(), names.join("; ")]);
    let columns = measure.columns.iter();
    let columns = columns.map(|column| vec![measure.number.clone(), column.heading.clone(), column.text.clone()]);
    people.chain(columns).collect()
}

fn deadline(measure: &Measure) -> Vec<String> {
    let deadline = &measure.deadline;
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let milestones: Vec<String> = deadline.milestones.iter().map(|one| one.due.to_string()).collect();
    vec![
        measure.number.clone(),
        deadline.kind.code().to_owned(),
        deadline.raw.clone().unwrap_or_default(),
        day(deadline.due),
        milestones.join("; "),
    ]
}

fn anchors(measure: &Measure) -> Vec<Vec<String>> {
    let row = |one: &domain::Provenance| {
        let field = one.field.code().to_owned();
        vec![measure.number.clone(), field, one.line.to_string(), one.rule.to_owned(), one.words.clone()]
    };
    measure.provenance.iter().map(row).collect()
}

fn facts(document: &Document) -> Vec<Vec<String>> {
    let facts = &document.facts;
    let words = |value: &Option<String>| value.clone().unwrap_or_default();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let rows = [
        ("title", facts.title.clone()),
        ("notice_title", words(&facts.notice_title)),
        ("number", words(&facts.number)),
        ("issuers", facts.issuers.join("; ")),
        ("region", words(&facts.region)),
        ("issued", day(facts.issued)),
        ("effective", day(facts.effective)),
        ("expires", day(facts.expires)),
        ("organizer", words(&facts.organizer)),
        ("kind", facts.kind.code().to_owned()),
        ("lines", format!("{}-{}", document.first_line, document.last_line)),
    ];
    rows.into_iter().map(|(fact, value)| vec![fact.to_owned(), value]).collect()
}

/// Where the fields of a measure stand.
fn sources(measure: &Measure) -> Vec<Vec<String>> {
    let row = |one: &domain::Provenance| {
        let source = one.source.as_ref()?;
        Some(vec![measure.number.clone(), one.field.code().to_owned(), source.line.to_string(), characters(source)])
    };
    measure.provenance.iter().filter_map(row).collect()
}

/// The first character and the one behind the last, counted from 0.
fn characters(source: &SourceRange) -> String {
    match source.last_line {
        last if last == source.line => format!("{}-{}", source.characters.start, source.characters.end),
        last => format!("{} to {} of line {last}", source.characters.start, source.characters.end),
    }
}

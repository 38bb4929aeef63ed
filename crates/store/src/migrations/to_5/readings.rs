//! Files and notices: what was rows of lines and measures is packed.

use std::collections::HashSet;

use domain::{DeadlineKind, MeasureClass, UnitBasis};
use rusqlite::{Connection, Row, named_params};
use serde::de::DeserializeOwned;

use crate::StoreError;
use crate::contents::{digest, pack};
use crate::notices::reading::{ReadMeasure, key};
use crate::sources::lines::PackedLine;

pub(super) fn convert(connection: &Connection) -> Result<(), StoreError> {
    sources(connection)?;
    notices(connection)
}

fn keep(connection: &Connection, bytes: &[u8]) -> Result<i64, StoreError> {
    let keep = "INSERT INTO contents (sha256, size, packed) VALUES (?1, ?2, ?3) ON CONFLICT (sha256) DO NOTHING";
    connection.prepare_cached(keep)?.execute((digest(bytes), bytes.len(), pack(bytes)?))?;
    let number = "SELECT id FROM contents WHERE sha256 = ?1";
    Ok(connection.prepare_cached(number)?.query_row([digest(bytes)], |row| row.get(0))?)
}

fn sources(connection: &Connection) -> Result<(), StoreError> {
    let mut all = connection.prepare(
        "SELECT s.seq, c.bytes FROM old_sources AS s JOIN old_source_contents AS c ON c.source = s.seq ORDER BY s.seq",
    )?;
    let mut rows = all.query([])?;
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let content = keep(connection, row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?)?;
        let lines = keep(connection, &lines(connection, seq)?)?;
        connection.prepare_cached(include_str!("source.sql"))?.execute((seq, content, lines))?;
    }
    Ok(())
}

fn lines(connection: &Connection, source: i64) -> Result<Vec<u8>, StoreError> {
    let lines = "SELECT number, page, role, text FROM old_source_lines WHERE source = ?1 ORDER BY entry";
    let mut statement = connection.prepare_cached(lines)?;
    let rows = statement.query_map([source], |row| {
        let (role, text): (String, String) = (row.get(2)?, row.get(3)?);
        Ok(PackedLine(row.get(0)?, row.get(1)?, role.into(), text.into()))
    })?;
    let lines: Vec<PackedLine<'static>> = rows.collect::<Result<_, _>>()?;
    Ok(serde_json::to_vec(&lines)?)
}

fn notices(connection: &Connection) -> Result<(), StoreError> {
    let mut all = connection.prepare("SELECT seq, id FROM old_notices ORDER BY seq")?;
    let mut rows = all.query([])?;
    while let Some(row) = rows.next()? {
        let (seq, id): (i64, String) = (row.get(0)?, row.get(1)?);
        let (measures, doubts) = measures(connection, seq, &id)?;
        let reading = if measures.is_empty() { None } else { Some(keep(connection, &serde_json::to_vec(&measures)?)?) };
        let values = named_params! { ":seq": seq, ":doubts": doubts, ":reading": reading };
        connection.prepare_cached(include_str!("notice.sql"))?.execute(values)?;
    }
    Ok(())
}

/// The measures of a notice and the number of their doubts. Their keys are kept for the tasks.
fn measures(connection: &Connection, notice: i64, id: &str) -> Result<(Vec<ReadMeasure>, i64), StoreError> {
    let mut all = connection.prepare_cached("SELECT * FROM old_measures WHERE notice = ?1 ORDER BY seq")?;
    let mut rows = all.query([id])?;
    let mut taken = HashSet::new();
    let (mut measures, mut doubts) = (Vec::new(), 0);
    while let Some(row) = rows.next()? {
        let (line, text): (u32, String) = (row.get("line")?, row.get("text")?);
        let key = (0_u32..).map(|place| key(line, &text, place)).find(|key| taken.insert(*key)).unwrap_or_default();
        let remember = "INSERT INTO temp.measure_keys (old, notice, key) VALUES (?1, ?2, ?3)";
        connection.prepare_cached(remember)?.execute((row.get::<_, String>("id")?, notice, key))?;
        doubts += row.get::<_, i64>("doubt_count")?;
        measures.push(measure(row, key, line, text)?);
    }
    Ok((measures, doubts))
}

fn measure(row: &Row<'_>, key: i64, line: u32, text: String) -> Result<ReadMeasure, StoreError> {
    // A code of another program is kept out here, where a person can still be told.
    let known = |column: &str, is_known: fn(&str) -> bool| -> Result<String, StoreError> {
        let code: String = row.get(column)?;
        if is_known(&code) { Ok(code) } else { Err(StoreError::UnknownValue(format!("{column}: {code}"))) }
    };
    Ok(ReadMeasure {
        key,
        line,
        last_line: row.get("last_line")?,
        page: row.get("page")?,
        number: row.get("number")?,
        section: json(row, "section")?,
        title: row.get("title")?,
        text,
        leads: json(row, "leads")?,
        co_units: json(row, "co_units")?,
        section_leads: json(row, "section_leads")?,
        unit_basis: known("unit_basis", |code| UnitBasis::from_code(code).is_some())?,
        deadline_raw: row.get("deadline_raw")?,
        due: row.get("due")?,
        deadline_kind: known("deadline_kind", |code| DeadlineKind::from_code(code).is_some())?,
        milestones: json(row, "milestones")?,
        validity_raw: row.get("validity_raw")?,
        validity_until: row.get("validity_until")?,
        proposal_raw: row.get("proposal_raw")?,
        proposal_due: row.get("proposal_due")?,
        class: known("class", |code| MeasureClass::from_code(code).is_some())?,
        indicators: json(row, "indicators")?,
        people: json(row, "people")?,
        columns: json(row, "columns")?,
        provenance: json(row, "provenance")?,
        doubts: json(row, "doubts")?,
        gone: false,
        dropped: None,
    })
}

fn json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<T, StoreError> {
    Ok(serde_json::from_str(row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?)?)
}

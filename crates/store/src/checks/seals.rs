//! Whether the journal and the rows belong together: every seal is made again, from the newest back.
//!
//! Going back, each row is given the image it had after the transaction that a seal covers. So a byte that was changed in a
//! row, in a change or in a seal breaks a seal, whoever changed it.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension as _};
use sha2::Digest as _;

use crate::StoreError;
use crate::journal::images;
use crate::journal::seal::{self, Span};

/// A seal, with the seal before.
struct Sealed {
    span: Span,
    before: Vec<u8>,
    summaries: Vec<u8>,
    seal: Vec<u8>,
}

/// How many seals do not hold.
pub(super) fn broken(connection: &Connection) -> Result<usize, StoreError> {
    let mut walk = Walk { connection, images: HashMap::new(), statements: HashMap::new(), later: HashSet::new() };
    let mut broken = 0;
    for sealed in seals(connection)? {
        broken += usize::from(!walk.holds(&sealed)?);
        // Before the first change there was nothing.
        if sealed.span.after > 0 {
            walk.go_back(&sealed)?;
        }
    }
    Ok(broken)
}

fn seals(connection: &Connection) -> Result<Vec<Sealed>, StoreError> {
    let mut statement = connection.prepare(include_str!("seals.sql"))?;
    let rows = statement.query_map([], |row| {
        Ok(Sealed {
            span: Span { after: row.get("after")?, last: row.get("last_change")? },
            before: row.get("before")?,
            summaries: row.get("summaries")?,
            seal: row.get("seal")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The register on its way back.
struct Walk<'a> {
    connection: &'a Connection,
    /// What rows were, where that is not what they are: by table and number; none for a row that was not there.
    images: HashMap<(i64, i64), Option<String>>,
    /// The statement that gives the image of a row of a table.
    statements: HashMap<i64, String>,
    /// Operations that a later seal covers, too: what is said of them now was said then.
    later: HashSet<i64>,
}

impl Walk<'_> {
    fn holds(&mut self, sealed: &Sealed) -> Result<bool, StoreError> {
        let covered = seal::operations(self.connection, sealed.span)?;
        let mut hash = seal::begin(&sealed.before, &sealed.summaries, &covered);
        seal::add_changes(self.connection, sealed.span, &mut hash)?;
        for (place, row) in self.rows_of(sealed.span)? {
            let image = self.image(place, row)?;
            seal::add_row(&mut hash, place, row, image.as_deref());
        }
        let goes_on = covered.numbers.iter().any(|number| self.later.contains(number));
        self.later.extend(covered.numbers);
        let says_the_same = goes_on || covered.summaries == *sealed.summaries;
        Ok(says_the_same && hash.finalize().as_slice() == sealed.seal)
    }

    fn rows_of(&self, span: Span) -> Result<Vec<(i64, i64)>, StoreError> {
        let rows = "SELECT DISTINCT place, row FROM changes WHERE seq > ?1 AND seq <= ?2 ORDER BY place, row";
        let mut statement = self.connection.prepare_cached(rows)?;
        let rows = statement.query_map((span.after, span.last), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn image(&mut self, place: i64, row: i64) -> Result<Option<String>, StoreError> {
        if let Some(image) = self.images.get(&(place, row)) {
            return Ok(image.clone());
        }
        if !self.statements.contains_key(&place) {
            let name = "SELECT name FROM recorded_tables WHERE number = ?1";
            let table: String = self.connection.prepare_cached(name)?.query_row([place], |row| row.get(0))?;
            let columns = images::columns(self.connection, &table)?;
            let sql = format!("SELECT {} FROM {table} AS t WHERE t.id = ?1", images::whole("t", &columns));
            self.statements.insert(place, sql);
        }
        let sql = self.statements.get(&place).map_or("", String::as_str);
        Ok(self.connection.prepare_cached(sql)?.query_row([row], |row| row.get(0)).optional()?)
    }

    /// Takes back what the transaction changed.
    fn go_back(&mut self, sealed: &Sealed) -> Result<(), StoreError> {
        let changes = "SELECT action, place, row, before FROM changes WHERE seq > ?1 AND seq <= ?2 ORDER BY seq DESC";
        let mut statement = self.connection.prepare_cached(changes)?;
        let mut rows = statement.query((sealed.span.after, sealed.span.last))?;
        while let Some(change) = rows.next()? {
            let (place, row): (i64, i64) = (change.get("place")?, change.get("row")?);
            let before: Option<String> = change.get("before")?;
            let image = match (change.get_ref("action")?.as_str().unwrap_or_default(), before) {
                ("~", Some(before)) => match self.image(place, row)? {
                    Some(image) => Some(self.with(&image, &before)?),
                    None => None,
                },
                ("-", before) => before,
                _ => None,
            };
            self.images.insert((place, row), image);
        }
        Ok(())
    }

    /// An image with some columns as they were. SQLite writes both, so that equal rows are equal texts.
    fn with(&self, image: &str, before: &str) -> Result<String, StoreError> {
        let mut columns = self.connection.prepare_cached("SELECT key FROM json_each(?1)")?;
        let columns = columns.query_map([before], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
        let set = "SELECT json_set(?1, '$.' || ?2, (SELECT value FROM json_each(?3) WHERE key = ?2))";
        let mut set = self.connection.prepare_cached(set)?;
        let mut image = image.to_owned();
        for column in columns {
            image = set.query_row((&image, &column, before), |row| row.get(0))?;
        }
        Ok(image)
    }
}

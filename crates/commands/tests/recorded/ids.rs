//! Ids of a recording: numbered in the order in which they are met, because the register draws them by chance.

use std::collections::HashMap;

use serde_json::Value;

/// The number of each id met so far.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    known: HashMap<String, String>,
}

impl Ids {
    /// The same value with numbered ids.
    pub(crate) fn numbered(&mut self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.number(text)),
            Value::Array(values) => values.iter().map(|value| self.numbered(value)).collect(),
            Value::Object(fields) => {
                Value::Object(fields.iter().map(|(name, value)| (name.clone(), self.numbered(value))).collect())
            }
            other => other.clone(),
        }
    }

    /// The id of a measure is that of its notice with a key behind it.
    fn number(&mut self, text: &str) -> String {
        let (id, key) = text.split_at(text.find('_').unwrap_or(text.len()));
        if !is_id(id) {
            return text.to_owned();
        }
        let next = self.known.len() + 1;
        let id = self.known.entry(id.to_owned()).or_insert_with(|| format!("00000000-0000-7000-8000-{next:012}"));
        format!("{id}{key}")
    }
}

fn is_id(text: &str) -> bool {
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    parts == [8, 4, 4, 4, 12] && text.chars().all(|c| c == '-' || c.is_ascii_hexdigit())
}

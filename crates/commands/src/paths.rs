//! Where requests name files of this machine. A front that must not let every path through goes over all of them here,
//! so that a place cannot be known to one front and forgotten by another.

use serde_json::Value;

/// What is done with a file that a request names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathUse {
    /// It is read: imported, accounted for, restored from.
    Read,
    /// It is written, and what was there is replaced.
    Write,
}

/// Puts in the place of every path of a request what `exchange` gives for it. What stands in such a place and is no text
/// comes as an empty path.
///
/// # Errors
/// What `exchange` says; the request is not to be carried out.
pub fn exchange_paths<E>(
    args: &mut Value,
    mut exchange: impl FnMut(PathUse, &str) -> Result<String, E>,
) -> Result<(), E> {
    let mut one = |path: &mut Value, usage| {
        *path = Value::String(exchange(usage, path.as_str().unwrap_or_default())?);
        Ok(())
    };
    for several in ["sources", "evidence"] {
        let files = args.get_mut(several).and_then(Value::as_array_mut).into_iter().flatten();
        for path in files.filter_map(|file| file.get_mut("path")) {
            one(path, PathUse::Read)?;
        }
    }
    if let Some(path) = args.get_mut("source").and_then(|source| source.get_mut("path")) {
        one(path, PathUse::Read)?;
    }
    match args.get_mut("to") {
        Some(path) if !path.is_null() => one(path, PathUse::Write),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_path_of_a_request_is_exchanged() {
        let mut args = json!({
            "sources": [{ "path": "a" }, { "content": { "name": "b" } }, { "path": 1 }],
            "evidence": [{ "path": "e" }],
            "source": { "path": "c" },
            "to": "d",
        });
        exchange_paths(&mut args, |usage, path| Ok::<_, ()>(format!("{usage:?} {path}"))).unwrap();
        let expected = json!({
            "sources": [{ "path": "Read a" }, { "content": { "name": "b" } }, { "path": "Read " }],
            "evidence": [{ "path": "Read e" }],
            "source": { "path": "Read c" },
            "to": "Write d",
        });
        assert_eq!(args, expected);
    }

    #[test]
    fn a_request_with_a_path_that_is_refused_is_refused() {
        for args in
            [json!({ "sources": [{ "path": "a" }] }), json!({ "source": { "path": 1 } }), json!({ "to": ["a"] })]
        {
            assert!(exchange_paths(&mut args.clone(), |_, _| Err(())).is_err(), "{args}");
        }
        for args in [json!(null), json!({ "to": null, "source": { "backup": "a" } })] {
            assert!(exchange_paths(&mut args.clone(), |_, _| Err(())).is_ok(), "{args}");
        }
    }
}

//! `cargo xtask generate`: writes the files that are made from others; `check` fails when one is out of date.

use crate::steps::root;

/// Path below the root, and what makes the content.
type Generated = (&'static str, fn() -> Result<String, String>);

const FILES: &[Generated] = &[];

/// Writes every generated file.
pub(crate) fn run() -> Result<(), String> {
    for (path, make) in FILES {
        std::fs::write(root().join(path), make()?).map_err(|error| format!("{path}: {error}"))?;
        println!("{path}");
    }
    Ok(())
}

/// Fails when a generated file is not what would be generated now.
pub(crate) fn check() -> Result<(), String> {
    for (path, make) in FILES {
        let kept = std::fs::read_to_string(root().join(path)).unwrap_or_default();
        if kept != make()? {
            return Err(format!("{path} is out of date; run cargo xtask generate and commit it"));
        }
    }
    Ok(())
}

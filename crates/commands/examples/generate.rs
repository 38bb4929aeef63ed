//! Writes the files that are made from the command list into the folder given; `cargo xtask generate` runs it.
//! With `--check` it writes nothing and fails when a file is out of date.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let Some(folder) = words.next() else {
        eprintln!("usage: generate FOLDER [--check]");
        return ExitCode::FAILURE;
    };
    let check = words.next().as_deref() == Some("--check");
    let mut result = ExitCode::SUCCESS;
    for file in commands::generated() {
        let path = Path::new(&folder).join(file.name);
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        if kept == file.content {
            continue;
        }
        if check {
            eprintln!("{} is out of date; run cargo xtask generate and commit it", path.display());
            result = ExitCode::FAILURE;
        } else if let Err(error) = std::fs::write(&path, &file.content) {
            eprintln!("{}: {error}", path.display());
            result = ExitCode::FAILURE;
        } else {
            eprintln!("{} written", path.display());
        }
    }
    result
}

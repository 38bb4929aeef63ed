//! Chores of the project: `cargo xtask NAME`.

mod read;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let result = match words.next().as_deref() {
        Some("read") => read::run(&words.collect::<Vec<_>>()),
        _ => Err("usage: cargo xtask read FILE…".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

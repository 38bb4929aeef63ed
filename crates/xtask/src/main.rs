//! Chores of the project: `cargo xtask NAME`.

#![allow(clippy::print_stdout)] // printing is what a chore does

mod read;
mod score;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let result = match words.next().as_deref() {
        Some("read") => read::run(&words.collect::<Vec<_>>()),
        Some("score") => score::run(&words.collect::<Vec<_>>()),
        _ => Err("usage: cargo xtask read FILE… | score".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

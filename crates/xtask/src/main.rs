//! Chores of the project: `cargo xtask NAME`.

#![allow(clippy::print_stdout)] // printing is what a chore does

mod bench;
mod build;
mod chance;
mod display;
mod fault_injection;
mod generate;
mod machine;
mod measure;
mod read;
mod run;
mod score;
mod screenshot;
mod steps;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask CHORE
  run [--debug]                 install what is missing, build, open the window on the sample data
  build [--cli]                 build the programs to hand on, without paths of this machine in them
  test                          install what the tests need and run them all
  generate                      write the files that are made from others
  bench [--no-window]           measure reading, length, malformed input, import, questions and the start of the window
  bench --reading               the first three of them
  bench --load [--tasks N]      fill a register with 100000 tasks, undo, export and ask it; each beside its limit
  inject-faults [--only OPERATION,…] [--kills N] [--upgrades N] [--full-disks N] [--flips N] [--seed N]
                                kill it, fill its disk, flip bits; is every operation there whole or not at all (needs root)
  notices FOLDER COUNT          write so many made notices, of twenty measures each, into a folder
  screenshot [FILE] [--debug]   take a picture of the real window
  read FILE…                    what extraction finds in files, without a store
  score                         compare the reading with graded truth";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let chore = words.next();
    let words: Vec<String> = words.collect();
    let result = match chore.as_deref() {
        Some("run") => run::run(&words),
        Some("build") => build::run(&words),
        Some("test") => test::run_all(),
        Some("generate") => generate::run(),
        Some("bench") => bench::run(&words),
        Some("inject-faults") => fault_injection::run(&words),
        Some("measure") => measure::run(&words),
        Some("notices") => bench::notices::run(&words),
        Some("screenshot") => screenshot::run(&words),
        Some("read") => read::run(&words),
        Some("score") => score::run(&words),
        _ => Err(USAGE.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

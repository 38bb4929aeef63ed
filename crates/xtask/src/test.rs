//! `cargo xtask test`: installs what the tests need and runs them all, in order; stops at the first failure.

use std::process::Command;

use crate::machine::{self, DRIVERS, WINDOW, npm};
use crate::steps::{Profile, Steps, built, cargo, finish, run};
use crate::{generate, score};

/// Features of the acceptance tests that need drivers and a built window.
const END_TO_END: &str = "acceptance/e2e";

/// Runs everything.
pub(crate) fn run_all() -> Result<(), String> {
    let cargo = cargo();
    let mut steps = Steps::new(17);
    steps.step("system packages", || machine::debian_packages(&[WINDOW, DRIVERS]))?;
    steps.step("npm packages", machine::npm_packages)?;
    steps.step("Rust is formatted", || run(&cargo, &["fmt", "--all", "--check"]))?;
    steps.step("interface: formatted", || npm(&["run", "format:check"]))?;
    steps.step("interface: lint", || npm(&["run", "lint"]))?;
    steps.step("interface: types", || npm(&["run", "typecheck"]))?;
    steps.step("interface: unit tests", || npm(&["test"]))?;
    // The window and the server take the built interface into themselves, so it comes before them.
    steps.step("interface: build", || npm(&["run", "build"]))?;
    steps.step("clippy", || {
        run(
            &cargo,
            &["clippy", "--locked", "--workspace", "--all-targets", "--features", END_TO_END, "--", "-D", "warnings"],
        )
    })?;
    steps.step("build the command line and the window", || Profile::Debug.build(&["cli", "shell"]))?;
    steps.step("generated files are up to date", generate::check)?;
    steps.step("unit, property and acceptance tests", || {
        run_tests(&["--workspace", "--exclude", "acceptance"])?;
        run_tests(&["--package", "acceptance"])
    })?;
    steps.step("reading score", || score::run(&[]))?;
    steps.step("build the end-to-end tests", || {
        run(&cargo, &["test", "--locked", "--package", "acceptance", "--features", END_TO_END, "--no-run"])
    })?;
    steps.step("tauri-driver", machine::tauri_driver)?;
    steps.step("the interface in a browser", || end_to_end("e2e_browser"))?;
    steps.step("the real window", || end_to_end("e2e_window"))?;
    println!("\n{}", steps.summary());
    Ok(())
}

fn run_tests(words: &[&str]) -> Result<(), String> {
    let mut all = vec!["test", "--locked"];
    all.extend(words);
    println!("$ cargo {}", all.join(" "));
    finish(&mut with_programs(Command::new(cargo()).args(all)))
}

fn end_to_end(test: &str) -> Result<(), String> {
    run_tests(&["--package", "acceptance", "--features", END_TO_END, "--test", test])
}

/// Tells the tests where the built programs are.
fn with_programs(command: &mut Command) -> Command {
    let mut prepared = Command::new(command.get_program());
    prepared
        .args(command.get_args())
        .current_dir(crate::steps::root())
        .env("DUBAN_BIN", built(Profile::Debug, "duban"))
        .env("DUBAN_DESKTOP_BIN", built(Profile::Debug, "duban-desktop"));
    prepared
}

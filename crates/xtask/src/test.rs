//! `cargo xtask test`: installs what the tests need and runs them all, in order; stops at the first failure.

use std::process::Command;

use crate::machine::{self, DRIVERS, WINDOW, npm};
use crate::steps::{Profile, Steps, built, cargo, finish, root, run};
use crate::{generate, score};

/// What is built, the same in every step: another selection would unify features otherwise and compile anew.
const EVERYTHING: &[&str] = &["--locked", "--workspace", "--features", "acceptance/e2e"];

/// Runs everything.
pub(crate) fn run_all() -> Result<(), String> {
    let mut steps = Steps::new(18);
    steps.step("system packages", || machine::debian_packages(&[WINDOW, DRIVERS]))?;
    steps.step("npm packages", machine::npm_packages)?;
    steps.step("Rust is formatted", || run(&cargo(), &["fmt", "--all", "--check"]))?;
    steps.step("interface: formatted", || npm(&["run", "format:check"]))?;
    steps.step("interface: lint", || npm(&["run", "lint"]))?;
    steps.step("interface: types", || npm(&["run", "typecheck"]))?;
    steps.step("interface: unit tests", || npm(&["test"]))?;
    // The window and the server take the built interface into themselves, so it comes before them.
    steps.step("interface: build", || npm(&["run", "build"]))?;
    steps.step("clippy", || on_everything("clippy", &["--all-targets", "--", "-D", "warnings"]))?;
    steps.step("build", || on_everything("build", &["--bins", "--examples"]))?;
    steps.step("generated files are up to date", || generate::check(&built(Profile::Debug, "examples/generate")))?;
    steps.step("licences and banned crates", deny)?;
    steps.step("unit, property and acceptance tests", || on_everything("test", &[]))?;
    steps.step("reading score", || score::run(&[]))?;
    steps.step("tauri-driver", machine::tauri_driver)?;
    steps.step("the interface in a browser", || end_to_end("e2e_browser"))?;
    steps.step("what is done with tasks, in a browser", || end_to_end("e2e_tasks"))?;
    steps.step("the real window", || end_to_end("e2e_window"))?;
    println!("\n{}", steps.summary());
    Ok(())
}

fn on_everything(what: &str, words: &[&str]) -> Result<(), String> {
    let all = [&[what], EVERYTHING, words].concat();
    println!("$ cargo {}", all.join(" "));
    // The tests ask for the built programs by these names.
    finish(
        Command::new(cargo())
            .args(all)
            .current_dir(root())
            .env("DUBAN_BIN", built(Profile::Debug, "duban"))
            .env("DUBAN_DESKTOP_BIN", built(Profile::Debug, "duban-desktop")),
    )
}

/// Needs a program that is not installed for it: it takes longer to build than all the rest.
fn deny() -> Result<(), String> {
    if Command::new("cargo-deny").arg("--version").output().is_err() {
        println!(
            "cargo-deny is not installed: licences and banned crates were NOT checked (cargo install cargo-deny)."
        );
        return Ok(());
    }
    // It also looks at what other systems build, which nothing else has fetched.
    run(&cargo(), &["fetch", "--locked"])?;
    run(&cargo(), &["deny", "--offline", "check", "licenses", "bans", "sources"])
}

/// Two at a time: each has a browser or a window of its own.
fn end_to_end(test: &str) -> Result<(), String> {
    on_everything("test", &["--test", test, "--", "--include-ignored", "--test-threads=2"])
}

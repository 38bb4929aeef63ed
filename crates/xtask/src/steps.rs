//! A row of steps, each announced; the first that fails ends the row.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::build;

/// Steps done so far.
pub(crate) struct Steps {
    started: Instant,
    planned: usize,
    passed: usize,
}

impl Steps {
    /// Nothing done yet.
    pub(crate) fn new(planned: usize) -> Self {
        Self { started: Instant::now(), planned, passed: 0 }
    }

    /// Does one step.
    pub(crate) fn step(&mut self, name: &str, work: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
        println!("\n━━ {}/{} {name}", self.passed + 1, self.planned);
        let started = Instant::now();
        match work() {
            Ok(()) => {
                self.passed += 1;
                println!("━━ ok: {name} ({})", in_words(started.elapsed()));
                Ok(())
            }
            Err(why) => Err(format!(
                "\n━━ FAILED: {name}: {why}\n{} passed, 1 failed, {} not run ({})",
                self.passed,
                self.planned - self.passed - 1,
                in_words(self.started.elapsed())
            )),
        }
    }

    /// The last line.
    pub(crate) fn summary(&self) -> String {
        format!("{} passed, 0 failed ({})", self.passed, in_words(self.started.elapsed()))
    }
}

/// Runs a program in the root of the repository and waits; its output goes where ours goes.
pub(crate) fn run(program: &str, words: &[&str]) -> Result<(), String> {
    run_in(&root(), program, words)
}

/// Runs a program in a folder and waits.
pub(crate) fn run_in(folder: &Path, program: &str, words: &[&str]) -> Result<(), String> {
    println!("$ {program} {}", words.join(" "));
    finish(Command::new(program).args(words).current_dir(folder))
}

/// Runs a prepared program and waits.
pub(crate) fn finish(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name} ended with {status}")),
        Err(error) => Err(format!("{name} could not be started: {error}")),
    }
}

/// Cargo, the one that runs us.
pub(crate) fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Where Cargo builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// A program that Cargo has built.
pub(crate) fn built(profile: Profile, name: &str) -> PathBuf {
    target().join(profile.folder()).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// How a program is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quickly.
    Debug,
    /// To be used and measured.
    Release,
}

impl Profile {
    /// Release, unless `--debug` is among the words.
    pub(crate) fn from_words(words: &[String]) -> Self {
        if words.iter().any(|word| word == "--debug") { Self::Debug } else { Self::Release }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }

    /// Builds packages; what is built to be used tells of no folder of this machine.
    pub(crate) fn build(self, packages: &[&str]) -> Result<(), String> {
        self.build_what(&packages.iter().flat_map(|package| ["--package", package]).collect::<Vec<_>>())
    }

    /// Builds an example of a package.
    pub(crate) fn build_example(self, package: &str, example: &str) -> Result<(), String> {
        self.build_what(&["--package", package, "--all-features", "--example", example])
    }

    fn build_what(self, what: &[&str]) -> Result<(), String> {
        let mut words = vec!["build", "--locked"];
        if self == Self::Release {
            words.push("--release");
        }
        words.extend(what);
        println!("$ cargo {}", words.join(" "));
        let mut cargo = Command::new(cargo());
        cargo.args(words).current_dir(root());
        if self == Self::Release {
            build::forget_folders(&mut cargo);
        }
        finish(&mut cargo)
    }
}

fn in_words(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

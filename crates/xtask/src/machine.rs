//! What the project needs of the machine, and how it gets there: Debian packages, npm packages, tauri-driver.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::steps::{cargo, finish, root, run, run_in};

/// To build the window.
pub(crate) const WINDOW: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "libgtk-3-dev",
    "librsvg2-dev",
    "libxdo-dev",
    "libssl-dev",
    "fonts-noto-cjk",
];

/// To build the command line and the browser mode: SQLite is compiled from C.
pub(crate) const CORE: &[&str] = &["build-essential", "pkg-config"];

/// To drive the window and a browser without a screen, and take pictures.
/// The driver and the library of WebKit must be of one release, so they are installed in one call.
pub(crate) const DRIVERS: &[&str] =
    &["webkit2gtk-driver", "xvfb", "xauth", "chromium", "chromium-driver", "imagemagick", "x11-utils"];

/// The release of tauri-driver that the tests were written against.
const TAURI_DRIVER: &str = "2.1.0";

/// Installs the Debian packages that are missing, or says how.
pub(crate) fn debian_packages(wanted: &[&[&str]]) -> Result<(), String> {
    if find("dpkg-query").is_none() {
        println!("This is not a Debian system; please see to it that these are there: {}", wanted.concat().join(" "));
        return Ok(());
    }
    let mut missing: Vec<&str> = wanted.concat().into_iter().filter(|name| !is_installed(name)).collect();
    missing.sort_unstable();
    missing.dedup();
    if missing.is_empty() {
        println!("All Debian packages are there.");
        return Ok(());
    }
    println!("Installing Debian packages: {}", missing.join(" "));
    let how = privileges().ok_or_else(|| {
        format!(
            "packages are missing and this is neither root nor a user with sudo without a password. Please run:\n  \
             sudo apt-get install --no-install-recommends {}",
            missing.join(" ")
        )
    })?;
    let apt = |words: &[&str]| {
        let all: Vec<&str> = how.iter().chain(["apt-get"].iter()).chain(words).copied().collect();
        let (program, rest) = all.split_first().ok_or("nothing to run")?;
        finish(Command::new(program).args(rest).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    apt(&["update", "-q"])?;
    let mut words = vec!["install", "-y", "-q", "--no-install-recommends"];
    words.extend(&missing);
    apt(&words)
}

/// Installs the npm packages of the interface, exactly those of the lock file.
pub(crate) fn npm_packages() -> Result<(), String> {
    if find("npm").is_none() {
        return Err("npm is not there. Please install Node 20.19 or later with npm (https://nodejs.org).".to_owned());
    }
    let ui = root().join("ui");
    if is_newer(&ui.join("node_modules/.package-lock.json"), &ui.join("package-lock.json")) {
        println!("All npm packages are there.");
        return Ok(());
    }
    npm(&["ci", "--no-audit", "--no-fund"])
}

/// Runs npm in the folder of the interface.
pub(crate) fn npm(words: &[&str]) -> Result<(), String> {
    run_in(&root().join("ui"), if cfg!(windows) { "npm.cmd" } else { "npm" }, words)
}

/// Installs tauri-driver, which translates between the tests and WebKit's own driver.
pub(crate) fn tauri_driver() -> Result<(), String> {
    let version = |program: &Path| {
        // It has no --version; cargo keeps the list of what it installed.
        let list = Command::new(cargo()).args(["install", "--list"]).output().ok()?;
        let wanted = format!("tauri-driver v{TAURI_DRIVER}:");
        (program.exists() && String::from_utf8_lossy(&list.stdout).contains(&wanted)).then_some(())
    };
    if find("tauri-driver").is_some_and(|program| version(&program).is_some()) {
        println!("tauri-driver {TAURI_DRIVER} is there.");
        return Ok(());
    }
    run(&cargo(), &["install", "--locked", "--version", TAURI_DRIVER, "tauri-driver"])
}

/// Whether a window can be shown.
pub(crate) fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Finds a program as the shell would, and among those that Cargo installs.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let cargo_home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    std::env::split_paths(&path)
        .chain(cargo_home.map(|home| home.join("bin")))
        .map(|folder| folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX)))
        .find(|place| place.is_file())
}

fn is_installed(package: &str) -> bool {
    Command::new("dpkg-query")
        .args(["-W", "-f=${Status}", package])
        .stderr(Stdio::null())
        .output()
        .is_ok_and(|answer| answer.stdout.ends_with(b" installed"))
}

/// What to put before a command that needs to be root: nothing, or sudo that does not ask.
fn privileges() -> Option<&'static [&'static str]> {
    let succeeds = |program: &str, words: &[&str]| {
        Command::new(program).args(words).stderr(Stdio::null()).output().ok().filter(|answer| answer.status.success())
    };
    if succeeds("id", &["-u"]).is_some_and(|answer| answer.stdout.trim_ascii() == b"0") {
        Some(&[])
    } else if succeeds("sudo", &["-n", "true"]).is_some() {
        Some(&["sudo", "-n"])
    } else {
        None
    }
}

fn is_newer(made: &Path, source: &Path) -> bool {
    let time = |path: &Path| std::fs::metadata(path).and_then(|data| data.modified());
    matches!((time(made), time(source)), (Ok(made), Ok(source)) if made >= source)
}

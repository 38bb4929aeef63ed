//! `cargo xtask build`: the programs as they are handed on, with no path of this machine in them.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::steps::{Profile, built, root};

/// The programs, by package.
const PROGRAMS: [(&str, &str); 2] = [("cli", "duban"), ("shell", "duban-desktop")];

/// Builds the programs and looks whether they tell where they were built. `--cli` leaves the window out.
pub(crate) fn run(words: &[String]) -> Result<(), String> {
    let only_cli = words.iter().any(|word| word == "--cli");
    let programs: Vec<_> = PROGRAMS.iter().filter(|(package, _)| *package == "cli" || !only_cli).collect();
    let packages: Vec<&str> = programs.iter().map(|(package, _)| *package).collect();
    Profile::Release.build(&packages)?;
    for (_, name) in programs {
        let program = built(Profile::Release, name);
        let bytes = std::fs::read(&program).map_err(|error| format!("{}: {error}", program.display()))?;
        if let Some((folder, _)) = folders().into_iter().find(|(folder, _)| holds(&bytes, folder)) {
            return Err(format!("{} tells of {}", program.display(), folder.display()));
        }
        println!("{}", program.display());
    }
    Ok(())
}

/// Makes a compiler that Cargo starts write these names in place of folders of this machine: messages of panics say in
/// which file they arose, and would tell who built the program and where.
pub(crate) fn forget_folders(cargo: &mut Command) {
    let given = std::env::var_os("CARGO_ENCODED_RUSTFLAGS").unwrap_or_else(|| {
        let plain = std::env::var("RUSTFLAGS").unwrap_or_default();
        plain.split_whitespace().collect::<Vec<_>>().join(SEPARATOR).into()
    });
    let mut flags = vec![given];
    for (folder, name) in folders() {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(folder);
        flag.push(format!("={name}"));
        flags.push(flag);
    }
    flags.retain(|flag| !flag.is_empty());
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join(SEPARATOR.as_ref()));
}

/// What Cargo parts flags with.
const SEPARATOR: &str = "\u{1f}";

/// Folders of this machine, and what is written in their place; where one lies in another the inner one last, for the
/// compiler takes the last that fits.
fn folders() -> Vec<(PathBuf, &'static str)> {
    let home = std::env::home_dir();
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(home.as_ref()?.join(".cargo")));
    let mut folders: Vec<(PathBuf, &'static str)> = Vec::new();
    folders.extend(home.map(|folder| (folder, "home")));
    folders.extend(cargo.map(|folder| (folder, "cargo")));
    folders.push((root(), "duban"));
    // A home that is the root of the disk names nothing.
    folders.retain(|(folder, _)| folder.components().count() > 1);
    folders
}

/// Whether bytes hold the path of a folder with something in it.
fn holds(bytes: &[u8], folder: &std::path::Path) -> bool {
    let mut words = folder.as_os_str().as_encoded_bytes().to_vec();
    words.push(std::path::MAIN_SEPARATOR as u8);
    bytes.windows(words.len()).any(|window| window == words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_is_told_to_forget_this_checkout_and_the_home_folder() {
        let mut cargo = Command::new("cargo");
        forget_folders(&mut cargo);
        let flags = cargo.get_envs().find(|(name, _)| *name == "CARGO_ENCODED_RUSTFLAGS");
        let flags = flags.and_then(|(_, value)| value?.to_str()).unwrap_or_default();
        for (folder, name) in folders() {
            assert!(flags.contains(&format!("--remap-path-prefix={}={name}", folder.display())), "{flags}");
        }
        assert!(flags.ends_with("=duban"), "{flags}");
    }

    #[test]
    fn a_path_in_a_program_is_seen() {
        let folder = std::path::Path::new("/home/somebody");
        assert!(holds(b"panicked at /home/somebody/x.rs", folder));
        assert!(!holds(b"panicked at home/x.rs", folder));
    }
}

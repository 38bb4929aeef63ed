//! A screen nobody sees, to open the real window on.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// An X server without a screen; it ends with this value.
pub(crate) struct Display {
    server: Child,
    /// What to set `DISPLAY` to.
    pub(crate) name: String,
}

impl Display {
    /// Starts one on a free number.
    pub(crate) fn start(size: &str) -> Result<Self, String> {
        let screen = format!("{size}x24");
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("Xvfb could not be started: {error} (cargo xtask test installs it)"))?;
        let mut number = String::new();
        let read = server.stdout.take().map(|pipe| BufReader::new(pipe).read_line(&mut number));
        let display = Self { server, name: format!(":{}", number.trim()) };
        match read {
            Some(Ok(length)) if length > 1 => Ok(display),
            _ => Err("Xvfb ended before it was ready".to_owned()),
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

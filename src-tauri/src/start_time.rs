//! How long after the start the window can be used, for the benchmark.

use std::time::Instant;

use tauri::{AppHandle, Manager as _};

/// Set to have the time printed and the program ended.
const VARIABLE: &str = "DUBAN_MEASURE_START";

/// Runs in the page: waits until the overview shows its figures, then for two turns of drawing.
const WAIT_UNTIL_USABLE: &str = r#"
(() => {
  const look = () => {
    if (document.querySelector('[data-testid="figure-overdue"]')) {
      requestAnimationFrame(() => requestAnimationFrame(() => {
        window.__TAURI_INTERNALS__.invoke('call', { name: 'window_usable', asOf: null, args: {} }).catch(() => {});
      }));
    } else {
      requestAnimationFrame(look);
    }
  };
  look();
})();
"#;

/// When the program started, where that is to be measured.
#[derive(Debug)]
pub(crate) struct StartTime(Option<Instant>);

impl StartTime {
    /// Begins to measure when asked to.
    pub(crate) fn begin() -> Self {
        Self(std::env::var_os(VARIABLE).map(|_| Instant::now()))
    }

    /// What the page is to run.
    pub(crate) fn script(&self) -> Option<&'static str> {
        self.0.map(|_| WAIT_UNTIL_USABLE)
    }
}

/// Prints the time and ends the program, when this call is the one that says the window is usable.
pub(crate) fn note(app: &AppHandle, command: &str) {
    if command == "window_usable"
        && let Some(start) = app.state::<StartTime>().0
    {
        eprintln!("usable after {} ms", start.elapsed().as_millis());
        app.exit(0);
    }
}

//! How large the window is before anybody has made it larger or smaller: the foot of the page is in sight on every screen.

use tauri::App;

/// Width and height in the pixels that the page counts in.
pub(crate) type Size = (f64, f64);

/// Room for a list with a task open beside it.
const ROOMY: Size = (1600.0, 960.0);
/// Below it the page does not fit.
pub(crate) const LEAST: Size = (960.0, 600.0);
/// What the title of the window takes of the height.
const TITLE: f64 = 40.0;

/// The size for the screen that the window will stand on.
pub(crate) fn first_size(app: &App) -> Size {
    let Ok(Some(screen)) = app.primary_monitor() else { return LEAST };
    let area = screen.work_area().size.to_logical::<f64>(screen.scale_factor());
    fitting((area.width, area.height))
}

/// The roomy size, or what the screen leaves of it.
fn fitting((width, height): Size) -> Size {
    (ROOMY.0.min(width).max(LEAST.0), ROOMY.1.min(height - TITLE).max(LEAST.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stays_on_the_screen() {
        for (screen, window) in [
            ((1366.0, 728.0), (1366.0, 688.0)),
            ((1920.0, 1040.0), ROOMY),
            // 1366 × 768 at 125 %: less than the page can do with.
            ((1093.0, 582.0), (1093.0, LEAST.1)),
        ] {
            assert_eq!(fitting(screen), window, "{screen:?}");
        }
    }
}

//! The interface as a person uses it, in a browser against `duban serve` and in the real window.
//!
//! Both are driven through WebDriver and share one vocabulary of gestures, so a step is written once.

mod browser;
mod gestures;
mod process;
mod scenarios;
mod session;
pub mod steps;
mod window;

pub use browser::in_browser;
pub use gestures::Person;
pub use session::{Register, Session};
pub use window::in_window;

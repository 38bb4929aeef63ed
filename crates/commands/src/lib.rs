//! The one command layer every front goes through: the window, the browser, the command line.

pub mod wire;

//! The same window in a browser, on the loopback address only.
//!
//! For desktops that have no WebKit for the window, and the door for browser tests. Everything a page may ask:
//!
//! | request | body | answer |
//! |---|---|---|
//! | `POST /api/enter` | the token of the start address | `{"session": …}`, to be sent as the header `X-Duban-Session` with all that follows |
//! | `POST /api/call/{command}` | `{"as_of": "2022-07-01" or null, "args": {…}}` | 200 and what the command returns, or an error |
//! | `POST /api/files?name=NAME` | the bytes of one file | `{"path": "upload:…"}`, to be used as a `path` source of the `import` command |
//! | `GET /api/events` | | server-sent events: `progress` with a `Progress`, `revision` with `{"revision": n}` after any write to the store, whoever made it |
//! | `GET /…` | | the built interface |
//!
//! An error is `{"code": …, "message": …, "detail": …, "field": …}` with the sentence for the person in `message` and the field of
//! the request that it is about, where it is about one;
//! status 404 for an unknown command, 413 for a body that is too large, 422 for everything a command refuses.
//! A `path` source that was not uploaded is refused: a page must not read this machine's disk.
//!
//! Who may ask is settled in [`guard`]; the content policy is in [`headers`] and is as strict as the window's:
//! no inline scripts, no inline `style` attributes from HTML text (styles set by script are fine), nothing remote.

mod bridge;
mod calls;
mod downloads;
mod events;
mod guard;
mod headers;
mod interface;
mod patience;
mod server;
mod show;
mod uploads;

pub use interface::is_built;
pub use server::{MOST_CALLS, Options, ServeError, Server, serve};
pub use show::{Doorway, show_in_browser};

use server::Shared;

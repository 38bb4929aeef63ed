//! `duban serve`: the window in a browser of this machine.

use std::process::ExitCode;

use crate::arguments::{Register, ServeArguments};
use crate::session::{Failure, folder, tell_made};
use crate::terminal::{complain, print};

/// Serves until asked to end.
pub(crate) fn run(register: &Register, arguments: &ServeArguments) -> Result<ExitCode, Failure> {
    let options = serve::Options { store: folder(register)?, port: arguments.port };
    let is_new = !store::Store::exists(&options.store);
    let mut doorway = None;
    serve::serve(&options, |address| {
        match store::Store::open(&options.store) {
            Ok(_) if is_new => tell_made(register, &options.store),
            Ok(_) => {}
            // The page says so too, and restores it.
            Err(error) => complain(&error.to_string()),
        }
        // With an output that takes nothing the address may still be shown by the browser.
        let said = print(&format!("界面地址（只在本机有效，只能打开一次）：{address}\n按 Ctrl+C 结束。\n"));
        if arguments.open {
            doorway = serve::show_in_browser(address);
            if doorway.is_none() {
                complain("没能打开浏览器，请把上面的地址复制到浏览器中。");
            }
        }
        if let (Err(failure), None) = (said, &doorway) {
            complain(&failure.to_string());
        }
    })
    .map_err(Failure::Serve)?;
    Ok(ExitCode::SUCCESS)
}

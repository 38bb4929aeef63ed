//! `duban serve`: the window in a browser of this machine.

use std::process::ExitCode;

use crate::arguments::{Register, ServeArguments};
use crate::session::{Failure, folder};

/// Serves until asked to end.
pub(crate) fn run(register: &Register, arguments: &ServeArguments) -> Result<ExitCode, Failure> {
    let options = serve::Options { store: folder(register)?, port: arguments.port };
    serve::serve(&options, |address| {
        println!("界面地址（只在本机有效，只能打开一次）：{address}");
        println!("按 Ctrl+C 结束。");
        if arguments.open && !serve::show_in_browser(address) {
            eprintln!("没能打开浏览器，请把上面的地址复制到浏览器中。");
        }
    })
    .map_err(Failure::Serve)?;
    Ok(ExitCode::SUCCESS)
}

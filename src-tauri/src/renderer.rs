//! Which way WebKit draws.
//!
//! On a machine without a graphics device the default way of WebKitGTK is slower, takes some 80 MB more and has
//! been seen to crash in virtual machines. There the older way is chosen, unless the person has said otherwise.

/// Starts the program again with the variable that WebKit looks at, when this machine needs it.
///
/// A variable cannot be set safely inside a running program, so the program replaces itself before it has
/// done anything; that costs about a millisecond.
pub(crate) fn choose() {
    #[cfg(target_os = "linux")]
    linux::choose();
}

#[cfg(target_os = "linux")]
mod linux {
    use std::os::unix::process::CommandExt as _;
    use std::process::Command;

    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

    pub(super) fn choose() {
        if std::env::var_os(VARIABLE).is_some() || has_render_node() {
            return;
        }
        if let Ok(program) = std::env::current_exe() {
            // Comes back only when it failed; then the window opens the default way.
            let error = Command::new(program).args(std::env::args_os().skip(1)).env(VARIABLE, "1").exec();
            eprintln!("{VARIABLE}=1: {error}");
        }
    }

    fn has_render_node() -> bool {
        std::fs::read_dir("/dev/dri").is_ok_and(|devices| {
            devices.flatten().any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
        })
    }
}

//! Lets the window call the commands named here and no others.

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&["call", "pick_files", "pick_place"]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    if let Err(error) = tauri_build::try_build(attributes) {
        eprintln!("{error:#}");
        std::process::exit(1);
    }
}

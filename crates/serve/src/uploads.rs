//! Files that the page hands over for import, kept in a private folder until they are imported.

use std::collections::VecDeque;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tokio::io::AsyncWriteExt as _;
use tokio_stream::StreamExt as _;

use crate::Shared;
use crate::calls::Refusal;
use crate::guard::secret;

/// Where a page sends files.
pub(crate) const PATH: &str = "/api/files";
/// The largest file taken. Policy documents have some megabytes; what is larger than this is something else.
const LARGEST: u64 = 256 * 1024 * 1024;
/// The largest archive of everything taken: a hundred thousand tasks with their files have some hundred megabytes.
const LARGEST_ARCHIVE: u64 = 16 * 1024 * 1024 * 1024;
/// How many files may wait; beyond it the oldest are dropped.
const MOST_WAITING: usize = 256;
/// What the folder of each server is called, before something random.
const FOLDER: &str = "duban-uploads-";
/// Held by a server for as long as it runs, so that another can tell a folder in use from one left behind.
const LOCK: &str = "lock";
/// A folder younger than this may still be about to be locked.
const YOUNG: Duration = Duration::from_secs(60);
/// What the name of an uploaded file starts with, so that it cannot be taken for a path on this machine.
const PREFIX: &str = "upload:";

/// The folder of uploaded files. Removed with all it holds when the server ends.
#[derive(Debug)]
pub(crate) struct Uploads {
    folder: PathBuf,
    _lock: fs::File,
    waiting: Mutex<VecDeque<(String, PathBuf)>>,
}

impl Uploads {
    /// Makes the folder, readable by this user only, and removes those of servers that were killed.
    pub(crate) fn new(parent: &Path) -> std::io::Result<Self> {
        remove_left_behind(parent);
        let secret = secret().map_err(std::io::Error::other)?;
        let folder = parent.join(format!("{FOLDER}{secret}"));
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder)?;
        let lock = fs::File::create(folder.join(LOCK))?;
        lock.lock()?;
        Ok(Self { folder, _lock: lock, waiting: Mutex::default() })
    }

    /// The file behind the name that `POST /api/files` gave.
    pub(crate) fn find(&self, name: &str) -> Option<PathBuf> {
        name.starts_with(PREFIX).then(|| self.known(name)).flatten()
    }

    /// The file behind any name that was given out.
    pub(crate) fn known(&self, name: &str) -> Option<PathBuf> {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.iter().find(|(known, _)| known == name).map(|(_, path)| path.clone())
    }

    /// Drops files that have been imported.
    pub(crate) fn forget(&self, paths: &[PathBuf]) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).retain(|(_, path)| !paths.contains(path));
        for path in paths {
            drop_file(path);
        }
    }

    /// The same, for the last time.
    pub(crate) fn take_out(&self, name: &str) -> Option<PathBuf> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let place = waiting.iter().position(|(known, _)| known == name)?;
        waiting.remove(place).map(|(_, path)| path)
    }

    /// Draws a name and makes a place for a file in a folder of its own.
    pub(crate) async fn make_place(&self, prefix: &str, name: &str) -> Result<(String, PathBuf), Refusal> {
        let id = secret().map_err(|error| Refusal::fault("upload", &error))?;
        let folder = self.folder.join(&id);
        tokio::fs::create_dir(&folder).await.map_err(|error| Refusal::fault("upload", &error))?;
        let path = folder.join(plain_name(name));
        self.keep(format!("{prefix}{id}"), path.clone());
        Ok((id, path))
    }

    fn keep(&self, name: String, path: PathBuf) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push_back((name, path));
        if waiting.len() > MOST_WAITING
            && let Some((_, oldest)) = waiting.pop_front()
        {
            drop_file(&oldest);
        }
    }

    async fn write(&self, name: &str, body: Body) -> Result<String, Refusal> {
        let (id, path) = self.make_place(PREFIX, name).await?;
        if let Err(refusal) = copy(body, &path, name).await {
            self.forget(&[path]);
            return Err(refusal);
        }
        Ok(format!("{PREFIX}{id}"))
    }
}

impl Drop for Uploads {
    fn drop(&mut self) {
        // Nothing to tell anyone at this point; the system clears its temporary folder too.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Removes folders whose server is gone. What cannot be removed belongs to someone else or is tried again next time.
fn remove_left_behind(parent: &Path) {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(FOLDER)) {
        let made = entry.metadata().and_then(|facts| facts.modified()).ok();
        if made.and_then(|made| made.elapsed().ok()).is_none_or(|age| age < YOUNG) {
            continue;
        }
        let is_in_use = match fs::File::open(entry.path().join(LOCK)) {
            Ok(lock) => lock.try_lock().is_err(),
            Err(error) => error.kind() != ErrorKind::NotFound,
        };
        if !is_in_use {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// What a file is called.
#[derive(Debug, Deserialize)]
pub(crate) struct Name {
    pub(crate) name: String,
}

/// `POST /api/files?name=NAME`
pub(crate) async fn take(State(shared): State<Shared>, Query(query): Query<Name>, body: Body) -> Response {
    match shared.uploads.write(&query.name, body).await {
        Ok(path) => axum::Json(serde_json::json!({ "path": path })).into_response(),
        Err(refusal) => refusal.into_response(),
    }
}

async fn copy(body: Body, path: &Path, name: &str) -> Result<(), Refusal> {
    let mut file = tokio::fs::File::create(path).await.map_err(|error| Refusal::fault("upload", &error))?;
    let mut stream = body.into_data_stream();
    let is_archive = Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    let largest = if is_archive { LARGEST_ARCHIVE } else { LARGEST };
    let mut size = 0_u64;
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|error| Refusal::fault("upload", &error))?;
        size += chunk.len() as u64;
        if size > largest {
            return Err(Refusal::too_large(format!(
                "“{name}”超过{} MB，没有读取。请只导入需要的部分。",
                largest / 1024 / 1024
            )));
        }
        file.write_all(&chunk).await.map_err(|error| Refusal::fault("upload", &error))?;
    }
    file.flush().await.map_err(|error| Refusal::fault("upload", &error))
}

/// The last part of what the browser says the file is called; never a path.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    // The longest name most file systems take is 255 bytes; a Chinese character has three.
    let plain: String = last.chars().filter(|c| !c.is_control()).take(80).collect();
    match plain.trim() {
        "" | "." | ".." => "upload".to_owned(),
        other => other.to_owned(),
    }
}

/// Removes a file with the folder of its own.
pub(crate) fn drop_file(path: &Path) {
    // A file that cannot be removed now goes with the folder at the end.
    if let Some(folder) = path.parent() {
        let _ = fs::remove_dir_all(folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_killed_servers_are_removed_and_no_others() {
        let parent = tempfile::tempdir().unwrap();
        let old = std::time::SystemTime::now() - 2 * YOUNG;
        let age = |folder: &Path| fs::File::open(folder).unwrap().set_modified(old).unwrap();
        let running = Uploads::new(parent.path()).unwrap();
        let killed = parent.path().join(format!("{FOLDER}killed"));
        let young = parent.path().join(format!("{FOLDER}young"));
        let other = parent.path().join("others");
        for folder in [&killed, &young, &other] {
            fs::create_dir(folder).unwrap();
            fs::write(folder.join(LOCK), "").unwrap();
        }
        for folder in [&killed, &other, &running.folder] {
            age(folder);
        }
        let _next = Uploads::new(parent.path()).unwrap();
        assert!(!killed.exists());
        assert!(young.exists() && other.exists() && running.folder.exists());
    }

    #[test]
    fn a_file_name_never_leads_out_of_the_folder() {
        for (given, kept) in [
            ("通知.txt", "通知.txt"),
            ("../../etc/passwd", "passwd"),
            ("C:\\文件\\通知.docx", "通知.docx"),
            ("..", "upload"),
            ("a/..", "upload"),
            ("", "upload"),
            ("a\0b.txt", "ab.txt"),
        ] {
            assert_eq!(plain_name(given), kept, "{given:?}");
        }
        let long = "长".repeat(300);
        assert!(plain_name(&long).len() <= 255, "fits a file system");
    }
}

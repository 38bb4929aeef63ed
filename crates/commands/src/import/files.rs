//! From what a person named to the files there are.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// Endings of the files that are taken from a folder. A file named by itself is tried whatever its ending.
const READABLE: [&str; 6] = ["txt", "text", "md", "markdown", "html", "htm"];

/// One file to be imported, or why it cannot be.
#[derive(Debug)]
pub(super) struct Input {
    /// File name, without folders: kept, and shown in lists.
    pub(super) name: String,
    /// As the person named it: shown in sentences.
    pub(super) shown: String,
    content: Content,
    /// How large it is, as far as is known.
    pub(super) size: u64,
}

#[derive(Debug)]
enum Content {
    Path(PathBuf),
    Bytes(Cow<'static, [u8]>),
    Refused(String),
}

impl Input {
    /// A file that has been handed over.
    pub(super) fn bytes(name: String, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        let bytes = bytes.into();
        Self { shown: name.clone(), name, size: bytes.len() as u64, content: Content::Bytes(bytes) }
    }

    /// A file that cannot be read, and why: a clause without a full stop.
    pub(super) fn refused(name: String, reason: String) -> Self {
        Self { shown: name.clone(), name, size: 0, content: Content::Refused(reason) }
    }

    /// Its bytes, or a clause that says why not.
    pub(super) fn load(&self) -> Result<Cow<'_, [u8]>, String> {
        match &self.content {
            Content::Bytes(bytes) => {
                reading::check_size(bytes.len() as u64).map_err(|error| error.to_string())?;
                Ok(Cow::Borrowed(bytes))
            }
            Content::Path(path) => load(path).map(Cow::Owned),
            Content::Refused(reason) => Err(reason.clone()),
        }
    }
}

fn load(path: &Path) -> Result<Vec<u8>, String> {
    let file = fs::File::open(path).map_err(|error| reason(&error))?;
    let size = file.metadata().map_err(|error| reason(&error))?.len();
    reading::check_size(size).map_err(|error| error.to_string())?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    // It may grow while it is read: never more than one byte beyond the limit.
    file.take(reading::MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    reading::check_size(bytes.len() as u64).map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// Adds the file, or the readable files of the folder, to `inputs`; what cannot be read is added with its reason.
pub(super) fn expand(path: &Path, inputs: &mut Vec<Input>) {
    let shown = path.display().to_string();
    let name = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
    let refuse = |reason: String| Input { shown: shown.clone(), ..Input::refused(name.clone(), reason) };
    match fs::metadata(path) {
        Ok(facts) if facts.is_dir() => {
            let mut found = Vec::new();
            if let Err(error) = walk(path, &mut found) {
                inputs.push(refuse(reason(&error)));
            } else if found.is_empty() {
                let endings = READABLE.join("、");
                inputs.push(refuse(format!("文件夹里没有可导入的文件（{endings}）。请把文件另存为其中一种后再导入")));
            }
            for file in found {
                expand(&file, inputs);
            }
        }
        Ok(facts) if facts.is_file() => {
            inputs.push(Input { name, shown, content: Content::Path(path.to_owned()), size: facts.len() });
        }
        Ok(_) => inputs.push(refuse("不是普通文件，没有读取。请选择文本文件".to_owned())),
        Err(error) => inputs.push(refuse(reason(&error))),
    }
}

/// The readable files below a folder in order of name; hidden ones and links to folders are passed over.
fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let (path, kind) = (entry.path(), entry.file_type()?);
        if kind.is_dir() {
            walk(&path, found)?;
        } else if is_readable(&path) && path.is_file() {
            found.push(path);
        }
    }
    Ok(())
}

fn is_readable(path: &Path) -> bool {
    path.extension().is_some_and(|ending| READABLE.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "找不到这个文件。请检查路径是否写对、文件是否已被移走".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "没有读取权限。请在文件属性中允许读取，或复制到自己的文件夹后再导入".to_owned()
        }
        _ => format!("读取失败（{error}）。请确认磁盘可用后重试"),
    }
}

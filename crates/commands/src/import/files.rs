//! From what a person named to the files there are.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// Endings of the files that are taken from a folder. A file named by itself is tried whatever its ending.
const READABLE: [&str; 6] = ["txt", "text", "md", "markdown", "html", "htm"];

/// Endings of documents that cannot be read yet: in a folder they are told of, where pictures and programs are not.
const DOCUMENTS: [&str; 14] =
    ["doc", "docx", "wps", "wpt", "pdf", "ofd", "rtf", "odt", "xls", "xlsx", "et", "ods", "csv", "zip"];

/// So many of them are named.
const NAMED: usize = 5;

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
            let (mut found, mut unread) = (Vec::new(), Vec::new());
            if let Err(error) = walk(path, &mut found, &mut unread) {
                inputs.push(refuse(reason(&error)));
            } else if !unread.is_empty() {
                let files = format!("{shown} 中的 {} 个文件", unread.len());
                inputs.push(Input { shown: files, ..refuse(not_read(&unread)) });
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

/// Says which documents of a folder were left out.
fn not_read(names: &[String]) -> String {
    let more = if names.len() > NAMED { "等" } else { "" };
    let named = names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join("、");
    let endings = READABLE.join("、");
    format!("这些类型还不能读：{named}{more}。请另存为 {endings} 中的一种后再导入")
}

/// The readable files below a folder in order of name, and the names of documents that cannot be read yet; hidden files and
/// links to folders are passed over.
fn walk(folder: &Path, found: &mut Vec<PathBuf>, unread: &mut Vec<String>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let (path, kind) = (entry.path(), entry.file_type()?);
        if kind.is_dir() {
            walk(&path, found, unread)?;
        } else if has_ending(&path, &READABLE) && path.is_file() {
            found.push(path);
        } else if has_ending(&path, &DOCUMENTS) && path.is_file() {
            unread.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(())
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_tells_of_the_documents_that_were_left_out() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("附件")).unwrap();
        for name in ["通知.txt", "方案.docx", "图.png", "附件/清单.PDF"] {
            fs::write(folder.path().join(name), "内容").unwrap();
        }
        let mut inputs = Vec::new();
        expand(folder.path(), &mut inputs);
        let [told, read] = inputs.as_slice() else { panic!("{inputs:?}") };
        let reason = told.load().unwrap_err();
        assert!(told.shown.ends_with("中的 2 个文件") && reason.contains("方案.docx、清单.PDF"), "{reason}");
        assert_eq!(read.name, "通知.txt");
        let mut inputs = Vec::new();
        fs::remove_file(folder.path().join("方案.docx")).unwrap();
        fs::remove_file(folder.path().join("附件/清单.PDF")).unwrap();
        expand(folder.path(), &mut inputs);
        assert_eq!(inputs.len(), 1, "a picture is no document");
    }
}

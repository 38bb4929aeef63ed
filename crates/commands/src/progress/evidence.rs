//! Files that show what was done: of any kind, up to a size, kept byte for byte and never executed. They leave as copies.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use base64::Engine as _;
use store::{EvidenceId, NewEvidence};

use crate::context::{Context, PathAccess};
use crate::entered::{self, LONGEST_NAME};
use crate::error::{CommandError, ErrorCode};
use crate::whole_file;
use crate::wire::{self, ImportSource};

entered::fields! {
    EVIDENCE "evidence" "佐证材料";
}

/// The largest file that is kept.
const LARGEST: u64 = 100 << 20;
const MEGABYTE: u64 = 1 << 20;
/// So many files at most go with one entry.
const MOST: usize = 50;

/// The files, read whole.
pub(super) fn load(sources: Vec<ImportSource>, paths: PathAccess) -> Result<Vec<NewEvidence>, CommandError> {
    if sources.len() > MOST {
        return Err(EVIDENCE.refused(format!("一次进展最多附 {MOST} 个佐证材料，现有 {} 个。", sources.len())));
    }
    // How large they are is asked before any is read.
    for source in &sources {
        match source {
            ImportSource::Path(path) => check_file(Path::new(path), paths)?,
            ImportSource::Content { name, base64 } => check_size(name, base64.len() as u64 / 4 * 3)?,
        }
    }
    sources.into_iter().map(load_one).collect()
}

fn load_one(source: ImportSource) -> Result<NewEvidence, CommandError> {
    match source {
        ImportSource::Content { name, base64 } => {
            let bytes = base64::engine::general_purpose::STANDARD.decode(base64);
            let bytes = bytes.map_err(|error| unreadable(&name, "传来的内容不完整").with_detail(&error))?;
            Ok(NewEvidence { name: named(&name)?, bytes })
        }
        ImportSource::Path(path) => {
            let path = Path::new(&path);
            let name = name_of(path);
            let file = fs::File::open(path).map_err(|error| failed(&name, &error))?;
            let mut bytes = Vec::new();
            // It may grow while it is read.
            file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| failed(&name, &error))?;
            check_size(&name, bytes.len() as u64)?;
            Ok(NewEvidence { name: named(&name)?, bytes })
        }
    }
}

fn check_file(path: &Path, paths: PathAccess) -> Result<(), CommandError> {
    if paths == PathAccess::None {
        let refused = EVIDENCE.refused("这里不能按路径读取文件。请选择文件上传。");
        return Err(CommandError { code: Some(ErrorCode::PathNotAllowed), ..refused });
    }
    let name = name_of(path);
    let facts = fs::metadata(path).map_err(|error| failed(&name, &error))?;
    if !facts.is_file() {
        return Err(unreadable(&name, "它不是一个文件；文件夹请先打成一个压缩包"));
    }
    check_size(&name, facts.len())
}

fn check_size(name: &str, size: u64) -> Result<(), CommandError> {
    if size <= LARGEST {
        return Ok(());
    }
    let (size, largest) = (size.div_ceil(MEGABYTE), LARGEST / MEGABYTE);
    Err(EVIDENCE.refused(format!("“{name}”有 {size} MB，佐证材料每个不超过 {largest} MB。请压缩或拆分后再附。")))
}

/// The name without folders; a long one is cut before its ending.
fn named(name: &str) -> Result<String, CommandError> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    EVIDENCE.needed(name, 2 * LONGEST_NAME)
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn unreadable(name: &str, reason: &str) -> CommandError {
    EVIDENCE.refused(format!("“{name}”没有附上：{reason}。"))
}

fn failed(name: &str, error: &std::io::Error) -> CommandError {
    let reason = match error.kind() {
        std::io::ErrorKind::NotFound => "没有这个文件",
        std::io::ErrorKind::PermissionDenied => "没有读取它的权限",
        _ => "读取时出错",
    };
    unreadable(name, reason).with_detail(error)
}

pub(crate) fn save_evidence(
    context: &mut Context<'_, '_>,
    request: wire::SaveEvidenceRequest,
) -> Result<wire::EvidenceInfo, CommandError> {
    let wire::SaveEvidenceRequest { id, to } = request;
    if context.caller.paths == PathAccess::None {
        return Err(CommandError::new(ErrorCode::PathNotAllowed, "这里不能按路径写文件。"));
    }
    let to = Path::new(&to);
    if whole_file::is_register(to) {
        return Err(CommandError::invalid("那是台账文件，不能用佐证材料覆盖它。请换一个文件名。"));
    }
    let (name, bytes) = context.read().evidence(&EvidenceId::from(id.as_str()))?;
    whole_file::write(to, |out| out.write_all(&bytes)).map_err(|error: io::Error| {
        CommandError::uncoded(format!("“{name}”没有写出。请换一个位置，或检查磁盘空间和权限。")).with_detail(&error)
    })?;
    Ok(wire::EvidenceInfo { id, name, size: bytes.len() as u64 })
}

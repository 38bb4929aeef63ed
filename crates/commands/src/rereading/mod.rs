//! Reading files again by today's reader, and taking over what it finds.
//!
//! The bytes of every file are kept, so a better reader can read them at any time. `pairing` says which document and which
//! measure was which, the store takes the new reading over, `changes` says what that changed. A rehearsal is the same,
//! taken back.

mod changes;
pub(crate) mod heirs;
mod pairing;
#[cfg(test)]
mod tests;

use domain::NoticeFacts;
use store::{NewNotice, NoticeId, NoticeRecord, Reader, SourceRecord, StoreError, Writer};

use crate::context::Context;
use crate::error::{CommandError, ErrorCode};
use crate::import::keep::{Kept, keep_document};
use crate::import::{self, Parsed};
use crate::versions::title_key;
use crate::{backup, wire};

/// How many files are held in memory at a time.
const AT_A_TIME: usize = 64;

/// The version of the reader as it is kept with a file.
pub(crate) fn reader() -> String {
    extract::READER_VERSION.to_string()
}

/// Whether a file that was read by this version may read otherwise today. Before readers had versions, the version of
/// the program was kept.
pub(crate) fn is_outdated(reader: &str) -> bool {
    reader.parse::<u32>().map_or(true, |version| version < extract::READER_VERSION)
}

pub(crate) fn outdated_readings(
    context: &mut Context<'_, '_>,
    _: wire::Nothing,
) -> Result<wire::OutdatedReadings, CommandError> {
    let files = context.read().files()?.into_iter().filter(|file| is_outdated(&file.reader));
    let file = |file: store::ReadFile| wire::OutdatedFile {
        id: file.source.id.to_string(),
        file: file.source.name,
        reader: file.reader,
        notices: file.notices,
    };
    Ok(wire::OutdatedReadings { reader: extract::READER_VERSION, files: files.map(file).collect() })
}

pub(crate) fn reread(
    context: &mut Context<'_, '_>,
    request: wire::RereadRequest,
) -> Result<wire::RereadReport, CommandError> {
    let sources = sources(context.read(), &request)?;
    let operation = context.operation();
    let (now, progress) = (context.caller.now, context.caller.progress);
    let store = &mut *context.caller.store;
    let bytes = sources.iter().map(|(_, size)| size).sum();
    let warning = if request.rehearse { None } else { backup::before_large_reread(store, bytes, now) };
    let mut files: Vec<wire::RereadFile> = Vec::new();
    for some in sources.chunks(AT_A_TIME) {
        let mut bytes = Vec::new();
        for (source, _) in some {
            bytes.push((source.name.clone(), store.read().source_bytes(source)?));
        }
        let mut waiting = some.iter();
        let mut failure = None;
        import::read_again(bytes, progress, &mut |read| {
            let Some((source, _)) = waiting.next() else { return };
            let taken = match read {
                Ok(parsed) if request.rehearse => {
                    store.rehearse(|store| store.write(&operation, |writer| take_over_file(writer, source, &parsed)))
                }
                Ok(parsed) => store.write(&operation, |writer| {
                    let file = take_over_file(writer, source, &parsed)?;
                    writer.summarise(changes::summary(files.iter().chain([&file])));
                    Ok(file)
                }),
                Err(sentence) => Ok(wire::RereadFile { error: Some(sentence), ..nothing(source) }),
            };
            match taken {
                Ok(file) => files.push(file),
                Err(error) => failure = failure.take().or(Some(error)),
            }
        });
        if let Some(error) = failure {
            return Err(partly(error, &files, &request));
        }
    }
    Ok(wire::RereadReport { files, warning })
}

/// The store refused in the middle: what was taken over before stands, and is one operation that can be taken back.
fn partly(error: StoreError, files: &[wire::RereadFile], request: &wire::RereadRequest) -> CommandError {
    let told = CommandError::from(error);
    if request.rehearse || files.is_empty() {
        return told;
    }
    let message = format!("{}在此之前已有 {} 个文件采用了新的识读，可以用“撤销”一并退回。", told.message, files.len());
    CommandError { message, ..told }
}

/// The files to be read, each once, with their sizes.
fn sources(read: Reader<'_>, request: &wire::RereadRequest) -> Result<Vec<(SourceRecord, u64)>, CommandError> {
    let files = read.files()?;
    let mut wanted: Vec<(SourceRecord, u64)> = Vec::new();
    if request.all {
        let outdated = files.into_iter().filter(|file| is_outdated(&file.reader));
        wanted.extend(outdated.map(|file| (file.source, file.size)));
        return Ok(wanted);
    }
    if request.ids.is_empty() {
        return Err(CommandError::invalid("没有指明要重新识读哪份文件。请给出文件编号，或选择全部由旧版识读的文件。"));
    }
    for id in &request.ids {
        let by_notice = match read.measure_called(id) {
            Ok(measure) => read.notice(measure.notice()),
            Err(_) => read.notice(&NoticeId::from(id.as_str())),
        };
        let of_notice = by_notice.ok().map(|notice| notice.source.id.to_string());
        let id = of_notice.as_deref().unwrap_or(id);
        let file = files.iter().find(|file| file.source.id.to_string() == id).ok_or_else(|| {
            CommandError::new(
                ErrorCode::NotFound,
                format!("没有找到文件“{id}”。请核对编号；编号用 duban notices 列出。"),
            )
        })?;
        if !wanted.iter().any(|(source, _)| source.id == file.source.id) {
            wanted.push((file.source.clone(), file.size));
        }
    }
    Ok(wanted)
}

fn nothing(source: &SourceRecord) -> wire::RereadFile {
    wire::RereadFile { file: source.name.clone(), error: None, notices: Vec::new(), new_notices: Vec::new() }
}

/// Takes over all that was found in a file now.
fn take_over_file(writer: &Writer<'_>, source: &SourceRecord, parsed: &Parsed) -> Result<wire::RereadFile, StoreError> {
    let documents = &parsed.extraction.documents;
    let notices = writer.notices_of_file(source)?;
    writer.put_lines(source, &parsed.tree, &parsed.extraction.roles, &reader())?;
    let pairs = pairing::documents(&notices, documents);
    let mut file = nothing(source);
    for notice in &notices {
        let document = pairs.iter().position(|pair| pair.as_ref() == Some(&notice.id));
        match document.and_then(|place| documents.get(place)) {
            Some(document) => file.notices.extend(take_over_notice(writer, notice, document)?),
            None => file.notices.extend(left_alone(writer, notice, "重新识读后，这里不再单独成为一份文件")?),
        }
    }
    // For each document the notice it is, so that a repetition within the file finds what it repeats.
    let mut known = pairs;
    for (place, document) in documents.iter().enumerate() {
        if known.get(place).is_some_and(Option::is_some) {
            continue;
        }
        let earlier = document.duplicate_of.and_then(|earlier| known.get(earlier)?.clone());
        let (Kept::New(id, _) | Kept::Repetition(id)) = keep_document(writer, source, document, earlier.as_ref())?;
        if let Some(slot) = known.get_mut(place) {
            *slot = Some(id);
        }
        file.new_notices.push(document.facts.title.clone());
    }
    Ok(file)
}

fn take_over_notice(
    writer: &Writer<'_>,
    notice: &NoticeRecord,
    document: &extract::Document,
) -> Result<Option<wire::RereadNotice>, StoreError> {
    let repeats = notice.duplicate_of.is_some();
    if document.duplicate_of.is_some() && !repeats {
        return left_alone(writer, notice, "重新识读后，它被认作同一文件里另一份的重复");
    }
    let before = writer.measures(&notice.id)?;
    let measures = if repeats { &[][..] } else { &document.measures };
    let known = pairing::measures(&before, measures);
    let new = NewNotice {
        first_line: document.first_line,
        last_line: document.last_line,
        page: document.page,
        facts: &document.facts,
        measures,
        indicators: if repeats { &[] } else { &document.indicators },
        claims: &document.claims,
        doubts: &document.doubts,
        duplicate_of: notice.duplicate_of.as_ref(),
        fuller_than: notice.fuller_than.as_ref(),
        fingerprint: document.fingerprint.hashes(),
    };
    let taken = writer.take_over(&notice.id, new, &known)?;
    if !repeats {
        let NoticeFacts { title, region, .. } = &document.facts;
        writer.change_title_key(&notice.id, &title_key(title, region.as_deref()))?;
    }
    let after = changes::Side { notice: writer.notice(&notice.id)?, measures: writer.measures(&notice.id)? };
    let before = changes::Side { notice: notice.clone(), measures: before };
    Ok((!repeats).then(|| changes::of_notice(&before, &after, &taken)))
}

/// A notice that is not touched, because what hangs on it would be lost; one that nothing hangs on is passed over.
fn left_alone(writer: &Writer<'_>, notice: &NoticeRecord, why: &str) -> Result<Option<wire::RereadNotice>, StoreError> {
    if notice.duplicate_of.is_some() {
        return Ok(None);
    }
    let side = changes::Side { notice: notice.clone(), measures: writer.measures(&notice.id)? };
    let unchanged = changes::of_notice(&side, &side, &store::TakenOver::default());
    let sentence = format!("{why}，它的 {} 条举措和事项保留原样，请人工核对。", notice.measures);
    Ok(Some(wire::RereadNotice { left_alone: Some(sentence), ..unchanged }))
}

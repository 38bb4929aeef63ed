//! Storing one file: its lines, its notices, what repeats what.

use domain::LineRole;
use extract::{Document, Fingerprint, is_other_edition};
use store::{NewNotice, NewSource, NoticeId, Operation, SourceRecord, Store, StoreError, Writer};

use super::pipeline::Parsed;
use super::{sample, versions};
use crate::rereading;
use crate::wire::{ClaimInfo, FileOutcome, VersionMet};

/// How files are kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keeping {
    /// Make tasks at once.
    pub(super) confirm: bool,
    /// They are the person's own: what is shown is no sample any more.
    pub(super) own_files: bool,
}

/// Keeps a file; one with the same bytes as a file that is kept adds nothing here: see [`mend`].
pub(super) fn keep(
    writer: &Writer<'_>,
    name: &str,
    file: &Parsed,
    keeping: Keeping,
) -> Result<FileOutcome, StoreError> {
    let mut outcome = super::nothing(name);
    outcome.documents = super::number(file.extraction.documents.len());
    if let Some(known) = writer.source_with_bytes(&file.bytes)? {
        outcome.known = true;
        outcome.duplicates = outcome.documents;
        for notice in writer.notices_of_file(&known)? {
            repeated(&mut outcome, notice.duplicate_of.as_ref().unwrap_or(&notice.id));
        }
        if rereading::is_outdated(&writer.reader_of(&known)?) {
            let advice =
                format!("“{name}”以前由旧版规则识读，现在也许能读得更准。请用“重新识读”预览变化，再决定是否采用。");
            outcome.warnings.push(advice);
        }
        return Ok(outcome);
    }
    if keeping.own_files {
        sample::is_sample_no_more(writer)?;
    }
    versions::catch_up(writer)?;
    let roles = &file.extraction.roles;
    outcome.not_understood = super::number(roles.iter().filter(|role| **role == LineRole::NotUnderstood).count());
    let reader = rereading::reader();
    let source = writer.add_source(new_source(name, file, &reader))?;
    // For each document the notice it is, or the one it repeats.
    let mut notices: Vec<NoticeId> = Vec::new();
    for document in &file.extraction.documents {
        let earlier = document.duplicate_of.and_then(|earlier| notices.get(earlier));
        match keep_document(writer, &source, document, earlier)? {
            Kept::Repetition(original) => {
                outcome.duplicates += 1;
                repeated(&mut outcome, &original);
                notices.push(original);
            }
            Kept::New(id, versions) => {
                count(&mut outcome, document);
                outcome.order_nothing.extend(orders_nothing(document, file));
                outcome.versions.extend(versions);
                if keeping.confirm {
                    outcome.tasks += writer.confirm_notice(&id)?;
                }
                outcome.notices.push(id.to_string());
                notices.push(id);
            }
        }
    }
    Ok(outcome)
}

/// Tells once that a known notice came again.
fn repeated(outcome: &mut FileOutcome, known: &NoticeId) {
    let known = known.to_string();
    if !outcome.repeats.contains(&known) && !outcome.notices.contains(&known) {
        outcome.repeats.push(known);
    }
}

/// Mends what is damaged of a file that is kept already, and says so in a sentence.
pub(super) fn mend(
    store: &mut Store,
    operation: &Operation<'_>,
    name: &str,
    file: &Parsed,
) -> Result<Option<String>, StoreError> {
    let reader = rereading::reader();
    let readings = file.extraction.documents.iter().map(|document| &*document.measures);
    let mended = store.mend_file(operation, new_source(name, file, &reader), readings)?;
    let sentence = || format!("“{name}”以前导入过，它在台账里损坏的 {mended} 段内容已按这次的文件修复。");
    Ok((mended > 0).then(sentence))
}

fn new_source<'a>(name: &'a str, file: &'a Parsed, reader: &'a str) -> NewSource<'a> {
    NewSource { name, bytes: &file.bytes, tree: &file.tree, roles: &file.extraction.roles, reader }
}

/// What a document was kept as.
pub(crate) enum Kept {
    /// It repeats this notice.
    Repetition(NoticeId),
    /// It is this new notice, and a version of these.
    New(NoticeId, Vec<VersionMet>),
}

/// Keeps a document of a file; `earlier` is the notice of the same file that it repeats.
pub(crate) fn keep_document(
    writer: &Writer<'_>,
    source: &SourceRecord,
    document: &Document,
    earlier: Option<&NoticeId>,
) -> Result<Kept, StoreError> {
    let (met, alike) = match earlier {
        Some(earlier) => (Met::Whole(earlier.clone()), Vec::new()),
        None => {
            let alike = alike(writer, document)?;
            (met(writer, document, &alike)?, alike)
        }
    };
    let id = writer.add_notice(source, new_notice(document, &met))?;
    let fuller_than = match met {
        Met::Whole(original) => return Ok(Kept::Repetition(original)),
        Met::InPart(known) => Some(known),
        Met::Never => None,
    };
    let versions = versions::link(writer, &id, document, &alike, fuller_than.as_ref())?;
    Ok(Kept::New(id, versions))
}

/// Whether a document has been met in an earlier file.
#[derive(Debug)]
pub(crate) enum Met {
    /// This notice holds all of it, give or take an end or a wrapper.
    Whole(NoticeId),
    /// This notice is a shorter text of it: a body without the annexes. Taking it for the same would lose the rest.
    InPart(NoticeId),
    /// It is new.
    Never,
}

/// The known notices whose texts share something with this one, the most alike first.
fn alike(writer: &Writer<'_>, document: &Document) -> Result<Vec<(NoticeId, Fingerprint)>, StoreError> {
    let found = writer.alike(document.fingerprint.hashes())?;
    Ok(found.into_iter().map(|(id, hashes)| (id, Fingerprint::from_hashes(hashes))).collect())
}

fn met(writer: &Writer<'_>, document: &Document, alike: &[(NoticeId, Fingerprint)]) -> Result<Met, StoreError> {
    let mut part = None;
    for (id, earlier) in alike {
        let other_edition = || Ok::<_, StoreError>(is_other_edition(&writer.notice(id)?.title, &document.facts.title));
        if earlier.repeats(&document.fingerprint) && !other_edition()? {
            if !document.fingerprint.is_fuller_than(earlier) {
                return Ok(Met::Whole(id.clone()));
            }
            part.get_or_insert(id.clone());
        }
    }
    Ok(part.map_or(Met::Never, Met::InPart))
}

/// A document as the register keeps it.
pub(crate) fn new_notice<'a>(document: &'a Document, met: &'a Met) -> NewNotice<'a> {
    let (duplicate_of, fuller_than) = match met {
        Met::Whole(id) => (Some(id), None),
        Met::InPart(id) => (None, Some(id)),
        Met::Never => (None, None),
    };
    NewNotice {
        first_line: document.first_line,
        last_line: document.last_line,
        page: document.page,
        facts: &document.facts,
        measures: &document.measures,
        indicators: &document.indicators,
        claims: &document.claims,
        doubts: &document.doubts,
        duplicate_of,
        fuller_than,
        fingerprint: document.fingerprint.hashes(),
    }
}

/// What a document without measures was taken for, in a sentence.
fn orders_nothing(document: &Document, file: &Parsed) -> Option<String> {
    if !document.measures.is_empty() {
        return None;
    }
    let facts = &document.facts;
    let pieces = file.tree.pieces();
    let own = pieces.pieces.iter().filter(|piece| (document.first_line..=document.last_line).contains(&piece.number));
    let why = extract::why_nothing_is_ordered(
        facts.kind,
        &facts.title,
        facts.number.as_deref(),
        own.map(domain::tree::Piece::text),
    )?;
    Some(format!("《{}》{why}", facts.title))
}

fn count(outcome: &mut FileOutcome, document: &Document) {
    outcome.new_documents += 1;
    outcome.measures += super::number(document.measures.len());
    let doubts = document.measures.iter().map(|measure| measure.doubts.len()).sum::<usize>();
    outcome.doubts += super::number(doubts + document.doubts.len());
    let few = document.doubts.iter().filter(|doubt| doubt.rule == extract::FEW_MEASURES);
    outcome.warnings.extend(few.map(|doubt| format!("《{}》{}", document.facts.title, doubt.alternative)));
    outcome.claims.extend(document.claims.iter().map(|claim| ClaimInfo {
        what: claim.what.code().to_owned(),
        claimed: claim.claimed,
        found: claim.found,
        raw: claim.raw.clone(),
    }));
}

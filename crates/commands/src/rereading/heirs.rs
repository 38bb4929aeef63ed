//! What is purged may stand in another file, too: that repetition takes tasks, progress and corrections over, with a
//! reading of its own text, so that no work is lost with the file.

use domain::NoticeFacts;
use extract::Document;
use store::{Heir, SourceId, StoreError, Writer};

use super::pairing;
use crate::context::Context;
use crate::error::CommandError;
use crate::import;
use crate::import::keep::Met;
use crate::versions::title_key;
use crate::wire;

/// A repetition with what is found in its text now.
pub(crate) struct Successor {
    pair: Heir,
    document: Document,
}

/// The repetitions of what stands in these files, read. One that is not found in its own file any more is left out.
pub(crate) fn successors(context: &Context<'_, '_>, files: &[SourceId]) -> Result<Vec<Successor>, CommandError> {
    let read = context.read();
    let pairs = read.heirs(files)?;
    let mut successors = Vec::new();
    for pair in pairs {
        let source = &pair.heir.source;
        let notices = read.notices_of_file(source)?;
        let bytes = vec![(source.name.clone(), read.source_bytes(source)?)];
        let mut found = None;
        import::read_again(bytes, context.caller.progress, &mut |parsed| {
            let Ok(parsed) = parsed else { return };
            let places = pairing::documents(&notices, &parsed.extraction.documents);
            let place = places.iter().position(|notice| notice.as_ref() == Some(&pair.heir.id));
            found = place.and_then(|place| parsed.extraction.documents.into_iter().nth(place));
        });
        successors.extend(found.map(|document| Successor { pair, document }));
    }
    Ok(successors)
}

/// Has them take the place of what goes.
pub(crate) fn take_place(writer: &Writer<'_>, successors: &[Successor]) -> Result<Vec<wire::PurgeHeir>, StoreError> {
    let mut told = Vec::new();
    for Successor { pair, document } in successors {
        let known = pairing::measures(&writer.measures(&pair.gone.id)?, &document.measures);
        let new = import::keep::new_notice(document, &Met::Never);
        let (tasks, _) = writer.inherit(pair, new, &known)?;
        let NoticeFacts { title, region, .. } = &document.facts;
        writer.change_title_key(&pair.heir.id, &title_key(title, region.as_deref()))?;
        told.push(wire::PurgeHeir { file: pair.heir.source.name.clone(), title: title.clone(), tasks });
    }
    Ok(told)
}

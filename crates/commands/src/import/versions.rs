//! Recognising that what came in is a version of what is known, and proposing the link.

use std::collections::HashMap;

use domain::{NoticeFacts, VersionKind};
use extract::versions::{Edition, Kinship, Version, kinship};
use extract::{Document, Fingerprint};
use store::{NoticeId, SetBy, StoreError, VersionLink, Writer};

use crate::versions::{counts_between, kind_code, title_key};
use crate::wire::VersionMet;

/// Makes the title keys of notices that an earlier program kept.
pub(super) fn catch_up(writer: &Writer<'_>) -> Result<(), StoreError> {
    for (id, title, region) in writer.notices_without_title_key()? {
        writer.keep_title_key(&id, &title_key(&title, region.as_deref()))?;
    }
    Ok(())
}

/// Links a new notice with the known ones that it is a version of. `alike` are notices whose texts share something with it,
/// `fuller_than` the one whose text it goes beyond.
pub(super) fn link(
    writer: &Writer<'_>,
    new: &NoticeId,
    document: &Document,
    alike: &[(NoticeId, Fingerprint)],
    fuller_than: Option<&NoticeId>,
) -> Result<Vec<VersionMet>, StoreError> {
    let edition = Edition::of(&document.facts.title, document.facts.region.as_deref());
    let mut met = Vec::new();
    if let Some(known) = fuller_than {
        let reason = "同一文件，正文多出此前没有的部分（如附件）".to_owned();
        let found = Kinship { kind: VersionKind::Fuller, first_is_older: true, reason };
        met.extend(propose(writer, new, &document.facts, known, found)?);
    }
    let key = edition.key();
    let titled = key.as_deref().map_or(Ok(Vec::new()), |key| writer.notices_titled(key))?;
    for (known, found) in nearest(writer, document, &titled, alike)? {
        if Some(&known) != fuller_than {
            met.extend(propose(writer, new, &document.facts, &known, found)?);
        }
    }
    writer.keep_title_key(new, &key.unwrap_or_default())?;
    Ok(met)
}

/// The known notices that are versions: of those that stand on one side in one way only the nearest, so that the plans of
/// ten years make a chain and not a net.
fn nearest(
    writer: &Writer<'_>,
    document: &Document,
    titled: &[NoticeId],
    alike: &[(NoticeId, Fingerprint)],
) -> Result<Vec<(NoticeId, Kinship)>, StoreError> {
    let facts = &document.facts;
    let mut found: HashMap<(VersionKind, bool), (Order, NoticeId, Kinship)> = HashMap::new();
    let by_text = alike.iter().map(|(id, _)| id).filter(|id| !titled.contains(id));
    for id in titled.iter().chain(by_text) {
        let notice = writer.notice(id)?;
        let kept = alike.iter().find(|(other, _)| other == id).map(|(_, fingerprint)| fingerprint.clone());
        let fingerprint = match kept {
            Some(fingerprint) => fingerprint,
            None => Fingerprint::from_hashes(writer.hashes_of(id)?),
        };
        let known = Version {
            title: &notice.title,
            region: notice.region.as_deref(),
            issuers: &notice.issuers,
            issued: notice.issued,
            kind: notice.kind,
            fingerprint: &fingerprint,
        };
        let new = Version {
            title: &facts.title,
            region: facts.region.as_deref(),
            issuers: &facts.issuers,
            issued: facts.issued,
            kind: facts.kind,
            fingerprint: &document.fingerprint,
        };
        let Some(kinship) = kinship(known, new) else { continue };
        let order = Order::of(&notice.title, notice.issued);
        let nearer = |other: &Order| if kinship.first_is_older { order > *other } else { order < *other };
        let side = (kinship.kind, kinship.first_is_older);
        if found.get(&side).is_none_or(|(other, ..)| nearer(other)) {
            found.insert(side, (order, id.clone(), kinship));
        }
    }
    let mut found: Vec<_> = found.into_values().collect();
    found.sort_by(|(one, ..), (other, ..)| one.cmp(other));
    Ok(found.into_iter().map(|(_, id, kinship)| (id, kinship)).collect())
}

/// Where an edition stands among others of the matter.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Order(Vec<u32>, Option<u32>, Option<chrono::NaiveDate>);

impl Order {
    fn of(title: &str, issued: Option<chrono::NaiveDate>) -> Self {
        let edition = Edition::of(title, None);
        Self(edition.years, edition.release, issued)
    }
}

fn propose(
    writer: &Writer<'_>,
    new: &NoticeId,
    facts: &NoticeFacts,
    known: &NoticeId,
    found: Kinship,
) -> Result<Option<VersionMet>, StoreError> {
    let (older, newer) = if found.first_is_older { (known, new) } else { (new, known) };
    let link = VersionLink {
        older: older.clone(),
        newer: newer.clone(),
        kind: found.kind,
        reason: found.reason,
        set_by: SetBy::Rule,
    };
    if !writer.link_versions(&link)? {
        return Ok(None);
    }
    Ok(Some(VersionMet {
        notice: new.to_string(),
        title: facts.title.clone(),
        known: known.to_string(),
        known_title: writer.notice(known)?.title,
        is_newer: found.first_is_older,
        kind: kind_code(link.kind),
        reason: link.reason,
        counts: counts_between(**writer, older, newer)?,
    }))
}

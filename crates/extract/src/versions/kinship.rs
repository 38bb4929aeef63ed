//! Whether two notices are versions of one another, and why.
//!
//! A false link is worse than a missing one, which a person can set: the regions must be the same, and either the
//! titles differ by marks of an edition alone, or one is marked a draft and the texts share much. Notices whose
//! titles merely sound alike, plans of a city and its districts, and two batches of one year are no versions.

use chrono::NaiveDate;
use domain::{NoticeKind, VersionKind};

use super::title::Edition;
use crate::Fingerprint;
use crate::lexicon::tables::KINDS;

/// What is looked at in a notice.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its region.
    pub region: Option<&'a str>,
    /// Its issuing bodies.
    pub issuers: &'a [String],
    /// Its day of issue.
    pub issued: Option<NaiveDate>,
    /// What sort of document it is.
    pub kind: NoticeKind,
    /// What its text is recognised by.
    pub fingerprint: &'a Fingerprint,
}

/// That two notices are versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kinship {
    /// How they follow one another.
    pub kind: VersionKind,
    /// Whether the first of the two is the older one.
    pub first_is_older: bool,
    /// Why, in a sentence for the person.
    pub reason: String,
}

/// Share of the shorter text, in percent, that two texts of one title must have in common when no mark tells them apart.
const SAME_TITLE_SHARE: usize = 10;
/// The same for a short text, whose few samples have to agree mostly.
const SHORT_SHARE: usize = 40;
/// The same for a draft whose title was changed with the text.
const DRAFT_SHARE: usize = 20;
/// How much of such titles must be the same, in percent.
const DRAFT_TITLE_SHARE: usize = 40;
/// Texts with fewer samples (some four hundred letters) tell nothing by what they share.
const FEWEST_SAMPLES: usize = 24;
/// With fewer samples (some sixty letters) nothing is told even of texts under one title.
const FEWEST_OF_SHORT: usize = 4;

/// Whether two notices, the first of which came first into the register, are versions of one another.
pub fn kinship(first: Version<'_>, second: Version<'_>) -> Option<Kinship> {
    let (one, other) = (Edition::of(first.title, first.region), Edition::of(second.title, second.region));
    if one.place.is_none() || one.place != other.place || speaks_of_a_text(first) || speaks_of_a_text(second) {
        return None;
    }
    let (kind, reason) = if one.title_key == other.title_key && one.names_a_matter() {
        by_marks((first, &one), (second, &other))?
    } else {
        by_text((first, &one), (second, &other))?
    };
    Some(Kinship { kind, first_is_older: is_older((first, &one), (second, &other)), reason })
}

type Titled<'a, 'b> = (Version<'a>, &'b Edition);

/// The titles are the same but for the marks of their editions.
fn by_marks((first, one): Titled<'_, '_>, (second, other): Titled<'_, '_>) -> Option<(VersionKind, String)> {
    let years = !one.years.is_empty() && !other.years.is_empty() && one.years != other.years;
    let releases = one.release.is_some() && other.release.is_some() && one.release != other.release;
    if one.stage != other.stage && (one.stage.is_draft() || other.stage.is_draft()) && !years && !releases {
        let reason = format!("同一地区，标题相同，一份是{}，一份是{}", one.stage.word(), other.stage.word());
        return Some((VersionKind::Draft, reason));
    }
    if !may_be_of_one_body(first.issuers, second.issuers) {
        return None;
    }
    if years {
        let reason = format!("发文单位相容，标题只差年份：{}、{}", span(&one.years), span(&other.years));
        return Some((VersionKind::Period, reason));
    }
    if let (Some(earlier), Some(later)) = (one.release, other.release)
        && releases
    {
        let reason = format!("发文单位相容，标题只差版次：{earlier}.0 版、{later}.0 版");
        return Some((VersionKind::Revision, reason));
    }
    if one.revised != other.revised {
        return Some((VersionKind::Revision, "发文单位相容，标题相同，其中一份注明修订或修改".to_owned()));
    }
    if one.stage != other.stage {
        return Some((VersionKind::Revision, "发文单位相容，标题相同，其中一份为试行".to_owned()));
    }
    let (share, least) = match shared(first.fingerprint, second.fingerprint) {
        Some(share) => (share, SAME_TITLE_SHARE),
        // A short text that comes again every year is another notice under the same words.
        None if !within_a_year(first.issued, second.issued) => return None,
        None => (shared_of_short(first.fingerprint, second.fingerprint)?, SHORT_SHARE),
    };
    (share >= least).then(|| (VersionKind::Revision, format!("标题相同，正文有 {share}% 相同，但不是同一文本")))
}

/// The title of a draft was changed with its text, of which much is left.
fn by_text((first, one): Titled<'_, '_>, (second, other): Titled<'_, '_>) -> Option<(VersionKind, String)> {
    let years_differ = !one.years.is_empty() && !other.years.is_empty() && one.years != other.years;
    if one.stage.is_draft() == other.stage.is_draft() || years_differ {
        return None;
    }
    let share = shared(first.fingerprint, second.fingerprint)?;
    let alike = super::compare::likeness(&one.title_key, &other.title_key);
    (share >= DRAFT_SHARE && alike >= DRAFT_TITLE_SHARE).then(|| {
        let draft = if one.stage.is_draft() { one.stage } else { other.stage };
        (VersionKind::Draft, format!("同一地区，标题相近，一份是{}，正文有 {share}% 相同", draft.word()))
    })
}

/// An interpretation or a news page speaks of a text and is no version of it.
fn speaks_of_a_text(version: Version<'_>) -> bool {
    version.kind.orders_nothing() || KINDS.holds("interpretation", version.title)
}

/// How much of the shorter text stands in the other, in percent; `None` for a text too short to tell.
fn shared(one: &Fingerprint, other: &Fingerprint) -> Option<usize> {
    share_of(one, other, FEWEST_SAMPLES)
}

/// The same of texts too short to be told by it alone: a notice of half a page, revised under its old title.
fn shared_of_short(one: &Fingerprint, other: &Fingerprint) -> Option<usize> {
    share_of(one, other, FEWEST_OF_SHORT)
}

fn share_of(one: &Fingerprint, other: &Fingerprint, fewest: usize) -> Option<usize> {
    let (small, large) = if one.hashes().len() <= other.hashes().len() { (one, other) } else { (other, one) };
    let count = small.hashes().len();
    (count >= fewest).then(|| small.overlap(large) * 100 / count)
}

/// Whether two days of issue lie less than ten months apart, or one is not known.
fn within_a_year(one: Option<NaiveDate>, other: Option<NaiveDate>) -> bool {
    const DAYS: i64 = 300;
    one.zip(other).is_none_or(|(one, other)| (one - other).num_days().abs() < DAYS)
}

/// Whether the issuers share a body, its office counting as itself. Where one notice names none, nothing speaks against.
fn may_be_of_one_body(one: &[String], other: &[String]) -> bool {
    let known = |issuers: &[String]| -> Vec<String> {
        issuers.iter().filter(|issuer| !issuer.is_empty()).map(|issuer| body(issuer)).collect()
    };
    let (one, other) = (known(one), known(other));
    // 市场监管局 and 杭州市市场监管局 are the same within a region.
    let same = |one: &String, other: &String| one.ends_with(other.as_str()) || other.ends_with(one.as_str());
    one.is_empty() || other.is_empty() || one.iter().any(|one| other.iter().any(|other| same(one, other)))
}

fn body(issuer: &str) -> String {
    let full = issuer.replace("发改委", "发展和改革委员会").replace("发展改革委", "发展和改革委员会");
    ["办公厅", "办公室"].iter().find_map(|office| full.strip_suffix(office)).unwrap_or(&full).to_owned()
}

/// By the years of the titles, the release, the days of issue, the stage; last by the order in which they came.
fn is_older((first, one): Titled<'_, '_>, (second, other): Titled<'_, '_>) -> bool {
    if !one.years.is_empty() && !other.years.is_empty() && one.years != other.years {
        return one.years < other.years;
    }
    if one.release != other.release
        && let (Some(earlier), Some(later)) = (one.release, other.release)
    {
        return earlier < later;
    }
    if first.issued != second.issued
        && let (Some(earlier), Some(later)) = (first.issued, second.issued)
    {
        return earlier < later;
    }
    if one.revised != other.revised {
        return other.revised;
    }
    one.stage <= other.stage
}

/// 2023年, 2021—2025年.
fn span(years: &[u32]) -> String {
    match years {
        [first, .., last] => format!("{first}—{last}年"),
        [year] => format!("{year}年"),
        [] => String::new(),
    }
}

//! Provinces and their cities, by which a document's region and the names of its issuers are told.
//!
//! Administrative divisions of the first two levels, in full names; districts and counties are read from the text.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::tables::PLACES;

/// A province or city.
#[derive(Debug, Clone, Copy)]
struct Division {
    name: &'static str,
    bare: &'static str,
    province: &'static str,
}

/// Every province and city.
static ALL: LazyLock<Vec<Division>> = LazyLock::new(|| {
    let division = |name, province| Division { name, bare: bare(name), province };
    let of_province = |names: Vec<&'static str>| {
        let province = names.first().copied().unwrap_or_default();
        names.into_iter().map(|name| division(name, province)).collect::<Vec<_>>()
    };
    PLACES.lines("province").flat_map(of_province).collect()
});

/// The provinces by the names they go by: 浙江, 上海, 内蒙古.
pub(crate) fn provinces() -> impl Iterator<Item = &'static str> {
    PLACES.lines("province").filter_map(|names| names.first().copied()).map(bare)
}

/// The divisions by the first character of their names.
static BY_FIRST: LazyLock<HashMap<char, Vec<Division>>> = LazyLock::new(|| grouped(|name| name.chars().next()));

/// The divisions by the last character of their bare names.
static BY_LAST: LazyLock<HashMap<char, Vec<Division>>> = LazyLock::new(|| grouped(|name| name.chars().next_back()));

fn grouped(key: impl Fn(&str) -> Option<char>) -> HashMap<char, Vec<Division>> {
    let mut groups: HashMap<char, Vec<Division>> = HashMap::new();
    for division in ALL.iter() {
        if let Some(key) = key(division.bare) {
            groups.entry(key).or_default().push(*division);
        }
    }
    groups
}

/// The divisions that share a text's first character.
fn beginning_like(text: &str) -> impl Iterator<Item = &'static Division> {
    text.chars().next().and_then(|first| BY_FIRST.get(&first)).into_iter().flatten()
}

/// The province or city whose full name a text begins with.
pub(crate) fn place_at(text: &str) -> Option<&'static str> {
    beginning_like(text).map(|division| division.name).find(|name| text.starts_with(name))
}

/// Whether a text begins with a place in its full or its bare name: 上海市…, 上海海关.
pub(crate) fn begins_with_place(text: &str) -> bool {
    beginning_like(text).any(|division| text.starts_with(division.bare))
}

/// Whether a text names a province or city anywhere, in its full or its bare name.
pub(crate) fn names_a_place(text: &str) -> bool {
    ALL.iter().any(|division| text.contains(division.bare))
}

/// The province that a city lies in; a municipality lies in itself.
pub(crate) fn province_of(city: &str) -> Option<&'static str> {
    beginning_like(city).find(|division| division.name == city).map(|division| division.province)
}

/// The full name that a name ends which lost its first character: 云港市 → 连云港市.
pub(crate) fn whole_name(name: &str) -> Option<&'static str> {
    if place_at(name).is_some() {
        return None;
    }
    ALL.iter().map(|division| division.name).find(|full| full.len() > name.len() && full.ends_with(name))
}

/// The place named most often in a text by its full name, of those that are asked for, with the number of times.
pub(crate) fn most_named(text: &str, of: impl Fn(&str) -> bool) -> Option<(&'static str, usize)> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for (at, _) in text.match_indices(['市', '省']) {
        let Some(name) = place_ending_at(text, at).filter(|name| of(name)) else { continue };
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name, 1)),
        }
    }
    // On equal counts the place named first.
    counts.into_iter().rev().max_by_key(|(_, count)| *count)
}

/// The place whose name ends with the 市 or 省 that stands at a byte.
fn place_ending_at(text: &str, at: usize) -> Option<&'static str> {
    let before = text.get(..at)?;
    let last = before.chars().next_back()?;
    let end = text.get(..at + '市'.len_utf8())?;
    BY_LAST.get(&last)?.iter().map(|division| division.name).find(|name| end.ends_with(name))
}

/// A place's name without its last word: 杭州市 → 杭州.
pub(crate) fn bare(name: &str) -> &str {
    ["壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区", "自治区", "省", "市"]
        .iter()
        .find_map(|word| name.strip_suffix(word))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_known_by_their_names() {
        assert_eq!(place_at("杭州市人民政府"), Some("杭州市"));
        assert_eq!(place_at("杭州海关"), None);
        assert!(begins_with_place("杭州海关"));
        assert!(!begins_with_place("市发展改革委"));
        assert_eq!(province_of("杭州市"), Some("浙江省"));
        assert_eq!(province_of("上海市"), Some("上海市"));
        assert_eq!(province_of("昆山市"), None);
    }

    #[test]
    fn the_place_named_most_is_told() {
        assert_eq!(most_named("浙江省杭州市各区，杭州市政府", |_| true), Some(("杭州市", 2)));
        assert_eq!(most_named("各市、全市和城市", |_| true), None);
    }
}

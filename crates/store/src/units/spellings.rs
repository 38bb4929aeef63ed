//! Spellings that are known to mean the same body: data of the program (seeds/units/aliases.csv), not code.
//!
//! A spelling enters a register as an alias when a notice first uses it, so that the register tells by itself what was
//! taken for what.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a spelling is known to mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spelling {
    /// The name that the ledger shows.
    pub(super) canonical: &'static str,
    /// Month in which a former name ended: 2019-01.
    pub(super) until: Option<&'static str>,
}

/// Spellings by region.
static KNOWN: LazyLock<HashMap<(&str, &str), Spelling>> = LazyLock::new(|| {
    let rows = include_str!("../../../../seeds/units/aliases.csv").lines().skip(1);
    rows.filter_map(|row| {
        let mut cells = row.split(',');
        let (region, canonical, alias) = (cells.next()?, cells.next()?, cells.next()?);
        let until = cells.nth(1).filter(|until| !until.is_empty());
        Some(((region, alias), Spelling { canonical, until }))
    })
    .collect()
});

/// What this spelling means in this region, when it is no canonical name itself.
pub(super) fn known(region: &str, spelling: &str) -> Option<Spelling> {
    let found = KNOWN.get(&(region, spelling)).or_else(|| KNOWN.get(&("", spelling))).copied();
    found.filter(|found| found.canonical != spelling)
}

#[cfg(test)]
mod tests {
    use super::KNOWN;

    #[test]
    fn a_spelling_holds_in_its_region() {
        let check = |region, spelling, expected| {
            assert_eq!(super::known(region, spelling).map(|known| known.canonical), expected);
        };
        check("杭州市", "市发展改革委", Some("市发改委"));
        check("杭州市", "市发改委", None);
        check("宁波市", "国家税务总局杭州市税务局", None);
        check("杭州市", "没有这个单位", None);
    }

    #[test]
    fn a_former_name_has_the_month_it_ended_in() {
        assert_eq!(super::known("杭州市", "市规划局").and_then(|known| known.until), Some("2019-01"));
        let months = KNOWN.values().filter_map(|known| known.until);
        for month in months {
            assert!(chrono::NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").is_ok(), "{month}");
        }
        for line in include_str!("../../../../seeds/units/aliases.csv").lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            assert_eq!(cells.len(), 6, "{line}");
            assert_eq!(cells[3] != "same", !cells[4].is_empty(), "only former names end, and all of them: {line}");
        }
    }
}

//! Spellings that are known to mean the same body: data of the program (seeds/units/aliases.csv), not code.
//!
//! A spelling enters a register as an alias when a notice first uses it, so that the register tells by itself what was
//! taken for what.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Canonical names by region and spelling.
static KNOWN: LazyLock<HashMap<(&str, &str), &str>> = LazyLock::new(|| {
    let rows = include_str!("../../../../seeds/units/aliases.csv").lines().skip(1);
    rows.filter_map(|row| {
        let mut cells = row.split(',');
        let (region, canonical, alias) = (cells.next()?, cells.next()?, cells.next()?);
        Some(((region, alias), canonical))
    })
    .collect()
});

/// The name that the ledger shows for this spelling in this region, when it is another one.
pub(super) fn canonical(region: &str, spelling: &str) -> Option<&'static str> {
    KNOWN.get(&(region, spelling)).or_else(|| KNOWN.get(&("", spelling))).copied().filter(|name| *name != spelling)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_spelling_holds_in_its_region() {
        let check = |region, spelling, expected| assert_eq!(super::canonical(region, spelling), expected);
        check("杭州市", "市发展改革委", Some("市发改委"));
        check("杭州市", "市发改委", None);
        check("宁波市", "国家税务总局杭州市税务局", None);
        check("杭州市", "没有这个单位", None);
    }
}

//! An ending that several names share: 财政、税务部门; 萧山区、余杭区、钱塘区政府.

use std::borrow::Cow;

use crate::lexicon::tables::BODIES;
use crate::units::body::{ends_like_body, ends_with_committee_area, without_closing_bracket};

/// Gives the ending of the last name to the names before it that have none of their own.
///
/// `ending` is the bare word behind 等 (发改、国土等部门). Not touched: names that are bodies already, and areas listed
/// before a body of another kind (浦东新区、市商务委).
pub(super) fn distribute(names: &mut [Cow<'_, str>], ending: Option<&'static str>) {
    if let Some(ending) = ending {
        if ending == "部门" && !names.is_empty() && names.iter().all(|name| is_trade(name)) {
            for name in names.iter_mut() {
                name.to_mut().push_str(ending);
            }
        }
        return;
    }
    for at in 1..names.len() {
        let (earlier, later) = names.split_at_mut(at);
        let Some((ending, shares)) = later.first().and_then(|last| ending_of(last)) else { continue };
        for name in earlier.iter_mut().rev().take_while(|name| shares(name)) {
            name.to_mut().push_str(ending);
        }
    }
}

/// Whether a name looks like those that share an ending.
type Shares = fn(&str) -> bool;

/// The ending of a name that names before it may share, and how those look.
fn ending_of(last: &str) -> Option<(&'static str, Shares)> {
    if let Some(stem) = last.strip_suffix("部门") {
        // 财政、税务部门: the last name, too, is nothing but a trade and its ending.
        return is_trade(stem).then_some(("部门", is_trade as Shares));
    }
    if let Some(stem) = last.strip_suffix("管委会") {
        return is_committee_area(stem).then_some(("管委会", is_committee_area as Shares));
    }
    ["人民政府", "政府"].into_iter().find_map(|body| {
        last.strip_suffix(body).filter(|stem| is_governed_area(stem)).map(|_| (body, is_governed_area as Shares))
    })
}

/// Whether a name is a trade without a body: 财政, 规划和自然资源.
fn is_trade(name: &str) -> bool {
    let length = name.chars().count();
    (2..=10).contains(&length)
        && !ends_like_body(name)
        && !name.starts_with(['各', '市', '区', '省', '县'])
        && !BODIES.holds("general", name)
}

/// Whether a name is one area with an administrative committee.
fn is_committee_area(name: &str) -> bool {
    is_single(name) && ends_with_committee_area(name)
}

/// Whether a name is one territory with a government.
fn is_governed_area(name: &str) -> bool {
    is_single(name) && (name.ends_with(['区', '县', '市']) || without_closing_bracket(name).ends_with("开发区"))
}

/// Whether a name is that of one place, not of all.
fn is_single(name: &str) -> bool {
    (3..=14).contains(&name.chars().count()) && !BODIES.begins("general", name)
}

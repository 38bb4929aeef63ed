//! Collectives that a sentence orders: what it names before them, a time or a thing (汛期各单位, 防汛物资各村居), and two side by side.

use crate::lexicon::tables::{BODIES, ORDERS};
use crate::units::body::{Likeness, likeness};

/// A collective without the time or the thing that the sentence names before it: 汛期各单位, 防汛物资各村居. What stands before is part of the name
/// where it says whose they are: 全市各单位, 镇直各部门.
pub(super) fn behind_topic(unit: &str) -> &str {
    let Some((before, collective)) = unit.find(['各', '全']).filter(|at| *at > 0).map(|at| unit.split_at(at)) else {
        return unit;
    };
    let is_all = collective.starts_with('各') || collective.starts_with("全体");
    let is_topic = is_all
        && (ORDERS.ends("when", before) || ORDERS.ends("what", before))
        && likeness(before) == Likeness::No
        && likeness(collective) > Likeness::No;
    if is_topic { collective } else { unit }
}

/// 各地各部门 is two collectives; 各级各有关部门 is one.
pub(super) fn apart(unit: &str) -> Vec<String> {
    let places = BODIES.words("collective-place").iter();
    let two = places.filter_map(|first| unit.strip_prefix(first).map(|second| (*first, second)));
    match two.into_iter().find(|(_, second)| second.starts_with('各')) {
        Some((first, second)) => vec![first.to_owned(), second.to_owned()],
        None => vec![unit.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_or_a_thing_is_no_part_of_a_collective() {
        let check = |unit: &str, expected: &str| assert_eq!(behind_topic(unit), expected, "{unit}");
        check("汛期各单位", "各单位");
        check("防汛物资各村居", "各村居");
        check("节后各镇街", "各镇街");
        check("整治方案各科室", "各科室");
        check("全市各单位", "全市各单位");
        check("镇各部门", "镇各部门");
        check("市直各部门", "市直各部门");
        check("沿线各乡镇", "沿线各乡镇");
        check("国务院各部门", "国务院各部门");
        check("安全局", "安全局");
    }
}

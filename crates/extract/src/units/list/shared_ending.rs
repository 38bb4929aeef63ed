//! An ending that several names share: 财政、税务部门; 萧山区、余杭区、钱塘区政府.

use crate::units::lexicon::ends_like_body;

/// Areas whose body is an administrative committee.
const COMMITTEE_AREAS: &[&str] = &["开发区", "集聚区", "园区", "高新区", "示范区", "产业区", "保税区"];

/// Gives the ending of the last name to the names before it that have none of their own.
///
/// `ending` is the bare word behind 等 (发改、国土等部门). Not touched: names that are bodies already, and areas listed
/// before a body of another kind (浦东新区、市商务委).
pub(super) fn distribute(names: &mut [String], ending: Option<&'static str>) {
    if let Some(ending) = ending {
        if ending == "部门" && !names.is_empty() && names.iter().all(|name| is_trade(name)) {
            for name in names.iter_mut() {
                name.push_str(ending);
            }
        }
        return;
    }
    let Some((last, earlier)) = names.split_last_mut() else { return };
    if let Some(stem) = last.strip_suffix("部门") {
        // 财政、税务部门: the last name, too, is nothing but a trade and its ending.
        if is_trade(stem) && earlier.iter().all(|name| is_trade(name)) {
            for name in earlier {
                name.push_str("部门");
            }
        }
        return;
    }
    for last in 1..names.len() {
        give_body_of(names, last);
    }
}

/// Gives the body of one name to the single areas right before it: 萧山区、余杭区、钱塘区政府.
fn give_body_of(names: &mut [String], last: usize) {
    let (earlier, rest) = names.split_at_mut(last);
    let Some(name) = rest.first() else { return };
    for body in ["人民政府", "政府", "管委会"] {
        let Some(stem) = name.strip_suffix(body) else { continue };
        if is_single_area(stem, body) {
            for area in earlier.iter_mut().rev().take_while(|area| is_single_area(area, body)) {
                area.push_str(body);
            }
        }
        return;
    }
}

/// Whether a name is a trade without a body: 财政, 规划和自然资源.
fn is_trade(name: &str) -> bool {
    let length = name.chars().count();
    (2..=10).contains(&length)
        && !ends_like_body(name)
        && !name.starts_with(['各', '市', '区', '省', '县'])
        && !["有关", "相关", "其他", "主管"].iter().any(|word| name.contains(word))
}

/// Whether a name is one territory (not "all territories") that has a body of this kind.
fn is_single_area(name: &str, body: &str) -> bool {
    let length = name.chars().count();
    if !(3..=14).contains(&length) || ["各", "有关", "相关", "所在", "属地"].iter().any(|word| name.starts_with(word))
    {
        return false;
    }
    if body == "管委会" {
        return COMMITTEE_AREAS.iter().any(|area| name.ends_with(area));
    }
    let bare = crate::units::lexicon::without_closing_bracket(name);
    name.ends_with(['区', '县', '市']) || bare.ends_with("开发区")
}

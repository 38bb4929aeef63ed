//! What the name of a unit looks like, so that notices of any city can be read.
//!
//! The words are data: seeds/units/shape.txt.

use std::sync::LazyLock;

/// How sure a run of characters is the name of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    /// No unit.
    No,
    /// Ends like a unit, but so do other words.
    Ending,
    /// Begins and ends like a unit.
    Whole,
}

/// The words of seeds/units/shape.txt, section by section.
struct Shape {
    endings: Vec<&'static str>,
    weak_endings: Vec<&'static str>,
    not_units: Vec<&'static str>,
    beginnings: Vec<&'static str>,
    not_beginnings: Vec<&'static str>,
    areas: Vec<&'static str>,
}

static SHAPE: LazyLock<Shape> = LazyLock::new(|| {
    let data = include_str!("../../../../seeds/units/shape.txt");
    let section = |name: &str| {
        data.lines()
            .skip_while(|line| line.trim_matches(['[', ']']) != name)
            .skip(1)
            .take_while(|line| !line.starts_with('['))
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .collect()
    };
    Shape {
        endings: section("endings"),
        weak_endings: section("weak-endings"),
        not_units: section("not-units"),
        beginnings: section("beginnings"),
        not_beginnings: section("not-beginnings"),
        areas: section("areas"),
    }
});

/// Whether a run of characters looks like the name of a unit or of a collective of units.
pub fn looks_like_unit(name: &str) -> bool {
    likeness(name) > Likeness::No
}

/// How much a run of characters looks like a unit.
pub(crate) fn likeness(name: &str) -> Likeness {
    let name = name.trim();
    let length = name.chars().count();
    if !(2..=40).contains(&length) || name.contains(is_foreign) {
        return Likeness::No;
    }
    let bare = without_closing_bracket(name);
    let shape = &*SHAPE;
    if shape.not_units.iter().any(|word| bare == *word || (length < 6 && bare.ends_with(word))) {
        return Likeness::No;
    }
    if shape.not_beginnings.iter().any(|word| bare.starts_with(word)) {
        return Likeness::No;
    }
    let begins = shape.beginnings.iter().any(|beginning| bare.starts_with(beginning));
    if shape.endings.iter().any(|ending| bare.ends_with(ending)) {
        let weak = !begins && shape.weak_endings.contains(&bare);
        return match (weak, begins) {
            (true, _) => Likeness::No,
            (_, true) => Likeness::Whole,
            (_, false) => Likeness::Ending,
        };
    }
    if is_area(name) {
        return if name.starts_with('各') || name.starts_with("有关") { Likeness::Whole } else { Likeness::Ending };
    }
    Likeness::No
}

/// Whether a name is that of a territory or of all territories: 各区、县（市）, 萧山区, 各地.
pub(crate) fn is_area(name: &str) -> bool {
    let length = name.chars().count();
    (2..=20).contains(&length) && SHAPE.areas.iter().any(|area| name.ends_with(area))
}

/// Whether a name ends like a body, apart from areas.
pub(crate) fn ends_like_body(name: &str) -> bool {
    let bare = without_closing_bracket(name);
    likeness(name) > Likeness::No && SHAPE.endings.iter().any(|ending| bare.ends_with(ending))
}

/// Whether a name begins with a place and ends like an office of its government: 温州市局.
pub(crate) fn ends_like_office(name: &str) -> bool {
    let office = without_closing_bracket(name);
    ["局", "委", "厅", "办", "政府"].iter().any(|ending| {
        office
            .strip_suffix(ending)
            .is_some_and(|place| place.ends_with(['市', '县', '区', '省']) && place.chars().count() > 1)
    })
}

/// A name without the bracket that closes it: 市商务局（杭州自贸片区管委会） is judged by 市商务局.
pub(crate) fn without_closing_bracket(name: &str) -> &str {
    if !name.ends_with(['）', ')', ']', '］']) {
        return name;
    }
    match name.rfind(['（', '(', '[', '［']) {
        Some(open) if open > 0 => {
            let outer = name.get(..open).unwrap_or(name);
            // 县（市） is itself the name; what stands before its bracket says nothing.
            if outer.ends_with(['县', '市', '区']) { name } else { outer }
        }
        _ => name,
    }
}

/// Characters that no name of a unit holds.
fn is_foreign(c: char) -> bool {
    matches!(c, '。' | '：' | ':' | '！' | '？' | '《' | '》' | '%' | '％' | '；' | ';' | '=' | '<' | '>' | '\u{FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_told_from_other_words() {
        let check = |name: &str, expected: Likeness| assert_eq!(likeness(name), expected, "{name}");
        check("市发展改革委", Likeness::Whole);
        check("市商务局（杭州自贸片区管委会）", Likeness::Whole);
        check("各区、县（市）政府", Likeness::Whole);
        check("各区、县（市）", Likeness::Whole);
        check("上海海关", Likeness::Whole);
        check("危化处", Likeness::Ending);
        check("萧山区", Likeness::Ending);
        check("远程检查", Likeness::No);
        check("涉密信息除外", Likeness::No);
        check("室", Likeness::No);
        check("布局", Likeness::No);
        check("下同", Likeness::No);
        check("2023版", Likeness::No);
        check("公司", Likeness::No);
        check("以下简称领导小组", Likeness::No);
    }
}

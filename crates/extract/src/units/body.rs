//! What the name of a body looks like, so that notices of any office can be read: whose it is, what it does, its ending.
//!
//! The words are data: seeds/lexicon/bodies.txt.

mod words;

use crate::letters::{holds_sign, signs, trimmed};
use crate::lexicon::tables::BODIES;
use words::WORDS;
pub(super) use words::{begins_with_territory, ends_with_committee_area, plain_word};

/// How sure a run of characters is the name of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    /// No unit.
    No,
    /// Ends like a unit, but so do other words.
    Ending,
    /// Says whose it is or what it does, and ends like a unit.
    Whole,
}

/// Whether a run of characters looks like the name of a unit or of a collective of units.
pub fn looks_like_unit(name: &str) -> bool {
    likeness(name) > Likeness::No
}

/// Whether a run of characters says whose body it is or what it does, and ends like one.
pub(crate) fn is_sure_unit(name: &str) -> bool {
    likeness(name) == Likeness::Whole
}

/// How much a run of characters looks like a unit.
pub(crate) fn likeness(name: &str) -> Likeness {
    let name = trimmed(name);
    // Most words that are asked about are no names, and their last character tells.
    if !name.chars().next_back().is_some_and(|last| WORDS.last.may_hold(last)) {
        return Likeness::No;
    }
    let length = name.chars().count();
    if !(2..=40).contains(&length) || signs(name).any(|(_, c)| is_foreign(c)) {
        return Likeness::No;
    }
    let bare = without_closing_bracket(name);
    let stem = WORDS.endings.before_suffix(bare);
    let may_be_area = is_area(name) || is_area(bare);
    let nothing = stem.is_none() && !may_be_area && bare.len() == name.len() && !WORDS.short_endings.ends(bare);
    if nothing || is_no_body(bare) {
        return Likeness::No;
    }
    let owned = owned(bare);
    if owned.is_none() && WORDS.weak_endings.contains(bare) {
        // 乡镇（街道） is a collective.
        let inner = name.get(bare.len()..).unwrap_or_default();
        let areas = inner.contains("街道") || inner.contains("社区") || inner.contains("开发区");
        return if areas { Likeness::Ending } else { Likeness::No };
    }
    if let Some(stem) = stem {
        let is_sure = owned.is_some() || is_function(bare, stem) || WORDS.organs.ends(bare);
        return if is_sure { Likeness::Whole } else { Likeness::Ending };
    }
    if owned.is_some_and(|rest| WORDS.short_endings.contains(rest)) {
        return Likeness::Whole;
    }
    if may_be_area {
        return if name.starts_with('各') || name.starts_with("有关") { Likeness::Whole } else { Likeness::Ending };
    }
    Likeness::No
}

/// Whether the last name in a list may be that of a unit, as its last character tells; where brackets stand in the list
/// it may always be.
pub(super) fn may_end_with_unit(list: &str) -> bool {
    let last = list.trim_end_matches(super::list::is_edge).chars().next_back();
    last.is_some_and(|last| WORDS.last.may_hold(last) || last == '等' || !last.is_alphabetic())
        || holds_sign(list, &['（', '(', '[', '［', '〔'])
}

/// Whether words are known to be none, or begin like an aside.
fn is_no_body(bare: &str) -> bool {
    const SHORT: usize = 6;
    let words = &*WORDS;
    let is_word = words.not_units.contains(bare) || (words.not_units.ends(bare) && bare.chars().count() < SHORT);
    let orders = words.verbs.begins(bare) && !words.not_verbs.begins(bare);
    let builds = words.built.begins(bare) && words.things.ends(bare);
    is_word
        || orders
        || builds
        || words.not_endings.ends(bare)
        || (words.not_beginnings.begins(bare) && !words.functions.begins(bare) && place(bare).is_none())
}

/// What stands behind the owner of a name: 财政局 of 市财政局, of 青岚县财政局, of 各财政局.
fn owned(name: &str) -> Option<&str> {
    let words = &*WORDS;
    let behind = words.owners.behind_prefix(name).or_else(|| words.provinces.behind_prefix(name));
    behind.or_else(|| place(name)).or_else(|| words.levels.behind_prefix(name)).filter(|rest| !rest.is_empty())
}

/// What stands behind the place that a name begins with: two to four characters and a level, 青岚县, 北海市, 五星街道.
fn place(name: &str) -> Option<&str> {
    const LEVELS: [char; 8] = ['省', '市', '县', '区', '州', '旗', '镇', '乡'];
    let mut chars = name.char_indices();
    let first = chars.next().map(|(_, c)| c)?;
    if LEVELS.contains(&first) || matches!(first, '各' | '全' | '本' | '该' | '我') {
        return None;
    }
    for (count, (at, c)) in chars.take(4).enumerate() {
        let behind = name.get(at + c.len_utf8()..)?;
        // 杭州, 徐州, and counties of one character: 蔚县.
        let is_short_place = count == 0 && matches!(c, '州' | '县') && !behind.starts_with('市');
        // 北京市场监管 names no place 北京市.
        if is_short_place || (count >= 1 && LEVELS.contains(&c) && !(c == '市' && behind.starts_with('场'))) {
            return (!behind.is_empty()).then_some(behind);
        }
        if matches!(c, '市' | '区') || !c.is_alphabetic() {
            return None;
        }
    }
    None
}

/// Whether a name is a function with an ending: 教务处, 规划财务司. An ending of several characters may begin with the
/// last ones of the function: 供电公司.
fn is_function(name: &str, stem: &str) -> bool {
    let words = &*WORDS;
    let last = name.char_indices().next_back().and_then(|(at, _)| name.get(..at));
    // 工程物业部 does two things.
    let two = || {
        let cuts = stem.char_indices().skip(1).map(|(at, _)| stem.split_at(at));
        stem.chars().count() <= 8
            && cuts.into_iter().any(|(one, other)| words.functions.contains(one) && words.functions.contains(other))
    };
    words.functions.contains(stem)
        || words.functions.contains(name)
        || two()
        || last.is_some_and(|stem| words.functions.contains(stem))
}

/// Whether a name is that of a section within an office: 养老服务科, 区划地名股.
pub(crate) fn is_section_of_office(name: &str) -> bool {
    const SHORTEST: usize = 3;
    WORDS.sections.ends(name) && name.chars().count() >= SHORTEST && looks_like_unit(name)
}

/// Whether a name says whose body it is.
pub(super) fn is_owned(name: &str) -> bool {
    owned(name).is_some()
}

/// Whether a name says whose it is and what it does: 市财政局.
pub(super) fn is_owned_office(name: &str) -> bool {
    owned(name).is_some_and(is_bare_office)
}

/// Whether a name is a function with an ending and no owner: 教务处.
pub(crate) fn is_bare_office(name: &str) -> bool {
    !is_no_body(name) && WORDS.endings.before_suffix(name).is_some_and(|stem| is_function(name, stem))
}

/// Whether a word says what bodies do and names none itself, whatever it ends with: 实验室, not 团委.
pub(super) fn is_only_function(name: &str) -> bool {
    WORDS.functions.contains(name) && !WORDS.endings.contains(name)
}

/// Whether a name is a sort of institution without an owner: 医院, 高校, 养老院.
pub(super) fn is_sort_of_institution(name: &str) -> bool {
    let is_sort = WORDS.institutions.before_suffix(name).is_some_and(|stem| stem.chars().count() <= 3);
    is_sort && owned(name).is_none() && !is_bare_office(name)
}

/// Whether a name is that of a sub-office of the organ before it: 宣传部 behind 县委.
pub(super) fn is_sub_office(name: &str) -> bool {
    WORDS.sub_offices.contains(name)
}

/// Whether a name is an organ with offices of its own: 县委, 区政府, 市人大常委会.
pub(super) fn has_sub_offices(name: &str) -> bool {
    BODIES.words("governing").iter().any(|organ| {
        name.strip_suffix(organ)
            .is_some_and(|owner| owner.ends_with(['省', '市', '县', '区', '州', '盟', '旗', '镇', '乡']))
    })
}

/// Whether a name is that of a territory or of all territories: 各区、县（市）, 萧山区, 各地.
pub(crate) fn is_area(name: &str) -> bool {
    WORDS.areas.ends(name) && (2..=20).contains(&name.chars().count())
}

/// Whether a name that [ends like a body](ends_like_body) may end with a character.
pub(super) fn may_end_body(last: char) -> bool {
    WORDS.endings.last_characters().may_hold(last) || BRACKETS.contains(&last)
}

/// Brackets that may close a name.
const BRACKETS: [char; 4] = ['）', ')', ']', '］'];

/// Whether a name ends like a body, apart from areas.
pub(crate) fn ends_like_body(name: &str) -> bool {
    WORDS.endings.ends(without_closing_bracket(name)) && likeness(name) > Likeness::No
}

/// Whether a name begins with a place and ends like an office of its government: 温州市局.
pub(crate) fn ends_like_office(name: &str) -> bool {
    let office = without_closing_bracket(name);
    BODIES.words("office").iter().any(|ending| {
        office
            .strip_suffix(ending)
            .is_some_and(|place| place.ends_with(['市', '县', '区', '省']) && place.chars().count() > 1)
    })
}

/// A name without the bracket that closes it: 市商务局（杭州自贸片区管委会） is judged by 市商务局.
pub(crate) fn without_closing_bracket(name: &str) -> &str {
    if !name.ends_with(BRACKETS) {
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
        let check = |names: &[&str], expected: Likeness| {
            let wrong: Vec<_> = names.iter().filter(|name| likeness(name) != expected).collect();
            assert!(wrong.is_empty(), "not {expected:?}: {wrong:?}");
        };
        // Whose it is, or what it does.
        check(
            &[
                "市发展改革委",
                "市商务局（杭州自贸片区管委会）",
                "各区、县（市）政府",
                "各区、县（市）",
                "上海海关",
                "浙江证监局",
                "海关总署",
                "自然资源部",
                "审计署",
                "国家发展改革委",
                "省供销社",
                "国网青岚县供电公司",
                "国网杭州供电公司",
                "各高校",
                "项目部",
                "各学院",
                "各村（社区）",
                "各车间",
                "学工部",
                "教务处",
                "学生处",
                "安全科",
                "综合科",
                "规划财务司",
                "应急管理办公室",
                "经济发展办公室",
                "经信局",
                "对外联络部",
                "县总工会",
                "团市委",
                "市妇联",
                "县残联",
                "市法院",
                "市中级人民法院",
                "浙江银保监局",
                "县纪委监委",
                "县委政法委",
                "县政府办",
                "市委宣传部",
                "开发区管委会",
                "防汛抗旱指挥部",
                "工作专班",
                "城市更新领导小组办公室",
                "交警大队",
                "镇卫生院",
                "南大街社区居委会",
                "如皋市财政局",
                "国务院各部门",
                "县电信",
                "县公安局城关派出所",
                "五星街道办事处",
                "青岚县中医院",
                "校团委",
                "院感科",
                "财政所",
                "市机关事务管理局",
                "县级各部门",
                "督查室",
                "建设局",
                "改革办",
                "组织部",
                "督查处",
            ],
            Likeness::Whole,
        );
        check(
            &["危化处", "萧山区", "五星街道", "二级学院", "东航集团", "白云乡", "监造处", "马克思主义学院"],
            Likeness::Ending,
        );
        check(
            &[
                "远程检查",
                "涉密信息除外",
                "室",
                "布局",
                "全局",
                "下同",
                "2023版",
                "公司",
                "以下简称领导小组",
                "部署",
                "一网通办",
                "全程网办",
                "党员干部",
                "推进会",
                "招聘会",
                "服务大厅",
                "不动产",
                "如有关部门",
                "对各单位",
                "责任",
                "经营场所",
                "政务服务大厅",
            ],
            Likeness::No,
        );
    }

    #[test]
    fn sorts_of_institutions_are_no_bodies_of_their_own() {
        let check = |name: &str, sort: bool| assert_eq!(is_sort_of_institution(name), sort, "{name}");
        check("医院", true);
        check("养老院", true);
        check("乡镇卫生院", false);
        check("县医院", false);
        check("教务处", false);
    }
}

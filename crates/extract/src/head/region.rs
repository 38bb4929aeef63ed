//! Which city, district or province the units of a document belong to.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::tables::{BODIES, ISSUERS, KINDS, NUMBER_LETTERS, PLACES};

use super::place::{most_named, place_at, province_of, whole_name};

rules! {
    HEAD_REGION_OF_NEIGHBOURS = "head.region_of_neighbours", "正文没有写明地区";
}

/// The region that a name or title begins with, districts and county towns included: 上海市黄浦区人民政府 → 上海市黄浦区.
pub(crate) fn region_at(name: &str) -> Option<String> {
    let in_front = ["organization", "before-place"].iter().find_map(|kind| ISSUERS.behind_prefix(kind, name));
    let name = in_front.unwrap_or(name);
    let Some(place) = place_at(name) else { return zone(name).or_else(|| own_name(name)).map(str::to_owned) };
    let rest = name.get(place.len()..).unwrap_or_default();
    // 泰安市委泰安市人民政府…: the party's committee, no district.
    if rest.starts_with('委') {
        return Some(place.to_owned());
    }
    if let Some(city) = place_at(rest) {
        return region_at(rest).or_else(|| Some(city.to_owned()));
    }
    Some(match district(rest) {
        Some(district) => format!("{place}{district}"),
        None => place.to_owned(),
    })
}

/// The region of a document, asked in turn of its issuers, its printed titles and its text.
///
/// `cells` are the words of its tables: they only show whether a title's first name is one of a place.
pub(crate) fn region(issuers: &[String], titles: &[&str], text: &str, cells: &str) -> Option<String> {
    if !has_region(issuers) {
        return None;
    }
    let named = issuers.iter().find_map(|name| {
        let township = township(name).map(str::to_owned);
        township.or_else(|| region_at(name)).or_else(|| anywhere(name))
    });
    if let Some(region) = named {
        return Some(with_branch_district(region, issuers));
    }
    let own = |name: &String| {
        if zone(name).is_some() {
            return PLACES.words("zone-office").iter().any(|office| text.contains(&format!("{name}{office}")));
        }
        place_at(name).is_some()
            || text.matches(name.as_str()).count() >= 2
            || speaks_as_level(name, text)
            || speaks_as_level(name, cells)
    };
    // 青石县2024年…: a year or the government behind the name says that the name is one.
    let named = |name: &String, title: &str| {
        title.strip_prefix(name.as_str()).is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with("人民政府") || rest.starts_with("政府")
        })
    };
    let titled = titles.iter().map(|title| without_year(title)).find_map(|title| {
        let own = region_at(title).filter(|name| !begins_with_verb(name) && (own(name) || named(name, title)));
        own.or_else(|| town_with_year(title)).or_else(|| anywhere(title))
    });
    if let Some(region) = titled {
        // A name that lost its first character in print is the end of a place's full name.
        return Some(whole_name(&region).map_or(region, str::to_owned));
    }
    let speaks_as_city = speaks_as_city(text);
    // A city counts when the text speaks of it, not when one cited document bears its name.
    let (place, times) = most_named(&without_cited_titles(text), |name| name.ends_with('市') || !speaks_as_city)?;
    if times < 2 {
        return None;
    }
    if speaks_as_province(text) {
        return province_of(place).map(str::to_owned);
    }
    Some(place.to_owned())
}

/// 加快青石市…发展: what a title begins with may be a verb.
fn begins_with_verb(name: &str) -> bool {
    place_at(name).is_none() && KINDS.begins("verb", name)
}

/// A title without the year it begins with: 2021年某县政府…, 2024年度….
fn without_year(title: &str) -> &str {
    let rest = title.trim_start_matches(|c: char| c.is_ascii_digit());
    let year = title.len() - rest.len();
    let rest = rest.strip_prefix("年度").or_else(|| rest.strip_prefix('年'));
    rest.filter(|_| year == 4).unwrap_or(title)
}

/// The township that a title begins with: 徐庄镇2017年度….
fn town_with_year(title: &str) -> Option<String> {
    let year = title.find(|c: char| c.is_ascii_digit())?;
    let town = title.get(..year).filter(|town| town.ends_with(['镇', '乡']) || town.ends_with("街道"))?;
    let is_name = (3..=6).contains(&town.chars().count()) && !town.starts_with(['各', '全', '本', '我', '该']);
    is_name.then(|| town.to_owned())
}

/// Whether the units of bodies like these belong to a region: those of the centre, of a school or a hospital do not.
pub(crate) fn has_region(issuers: &[String]) -> bool {
    let own_house = |name: &String| BODIES.ends("house", name);
    issuers.is_empty() || !issuers.iter().all(|name| is_national(name) || own_house(name))
}

/// Whether a body is one of the centre and no branch of it in a place.
fn is_national(name: &str) -> bool {
    let is_central = ISSUERS.begins("national", name) || ISSUERS.ends("ministry", name);
    let is_local = super::place::names_a_place(name)
        || own_name(name).is_some()
        || name.starts_with(['省', '市', '县', '区', '州', '镇', '乡'])
        || ISSUERS.holds("no-ministry", name);
    is_central && !is_local
}

/// The township or street whose own office a name is: 松阳县白云乡人民政府 → 白云乡.
fn township(name: &str) -> Option<&str> {
    let ends = BODIES.words("township-office").iter().filter_map(|office| {
        let level = if office.starts_with("街道") || office.starts_with("苏木") { 6 } else { 3 };
        name.find(office).map(|at| at + level)
    });
    let end = ends.min()?;
    let before = name.get(..end)?;
    let start = before.rfind(['市', '县', '区', '旗', '州', '盟']).map_or(0, |at| at + 3);
    let town = before.get(start..)?.trim_start_matches("中共");
    (3..=8).contains(&town.chars().count()).then_some(town)
}

/// Whether a text speaks of units of the level that a place's name ends with: 湖滨区, and 区财政局 in the text.
fn speaks_as_level(place: &str, text: &str) -> bool {
    let Some(level) = place.chars().next_back() else { return false };
    if ["我", "全", "本"].iter().any(|own| text.contains(&format!("{own}{level}"))) {
        return true;
    }
    let units = text.match_indices(level).filter(|(at, _)| {
        let rest = text.get(at + level.len_utf8()..).unwrap_or_default();
        PLACES.begins("behind-level", rest)
    });
    units.take(2).count() == 2
}

/// The place whose name for short opens the letters of a document number: 湘政发 → 湖南省. seeds/lexicon/number-letters.txt.
pub(crate) fn of_number(number: &str) -> Option<&'static str> {
    static LETTERS: LazyLock<HashMap<&'static str, &'static str>> =
        LazyLock::new(|| NUMBER_LETTERS.words("place").iter().filter_map(|entry| entry.split_once('=')).collect());
    let end = number.chars().next()?.len_utf8();
    LETTERS.get(number.get(..end)?).copied()
}

/// Whether a text speaks of its city as its own. Provinces write to 各市、县, cities to 各区、县.
fn speaks_as_city(text: &str) -> bool {
    // Of a long text each word is asked for faster than all in one pass.
    PLACES.words("own-city").iter().any(|word| text.contains(word))
}

/// Whether a text speaks of its province as its own.
pub(crate) fn speaks_as_province(text: &str) -> bool {
    PLACES.words("own-province").iter().any(|word| text.contains(word)) && !speaks_as_city(text)
}

/// A text without what stands in book title marks.
fn without_cited_titles(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .filter(|c| {
            match c {
                '《' => depth += 1,
                '》' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// 泾县人民政府: a county of one character is told by its government behind it.
fn short_county(name: &str) -> Option<usize> {
    let mut chars = name.chars();
    let (first, level) = (chars.next()?, chars.next()?);
    let rest = chars.as_str();
    let governs = ["人民政府", "政府", "委"].iter().any(|word| rest.starts_with(word));
    let general = matches!(first, '各' | '全' | '本' | '我' | '该' | '省' | '市' | '州' | '区' | '县' | '外' | '旧');
    (level == '县' && governs && !general).then_some(first.len_utf8() + level.len_utf8())
}

/// A zone with a name of its own, named at the beginning: 青岚综合实验区管委会 → 青岚综合实验区. Its kinds are in
/// seeds/lexicon/places.txt.
fn zone(name: &str) -> Option<&str> {
    const NAME: std::ops::RangeInclusive<usize> = 2..=4;
    let kinds = PLACES.words("own-zone").iter();
    let (at, kind) =
        kinds.filter_map(|kind| Some((name.find(*kind)?, *kind))).min_by_key(|(at, kind)| (*at, kind.len()))?;
    let own = name.get(..at)?;
    // 青石县经济开发区 lies in its county.
    let plain = own.chars().all(|c| c.is_alphabetic() && !matches!(c, '省' | '市' | '县' | '区'))
        && NAME.contains(&own.chars().count());
    (plain && !PLACES.begins("no-place", own)).then(|| name.get(..at + kind.len())).flatten()
}

/// A county, town or district that no list of cities holds, named at the beginning: 昆山市深化…, 湖滨区人民政府….
fn own_name(name: &str) -> Option<&str> {
    if let Some(end) = autonomous_end(name) {
        return name.get(..end);
    }
    // 怒江州, 兴安盟 behind the other levels: 州 stands inside many names of cities.
    let levels = || unit_end(name, &['省', '市', '县', '区', '旗']).or_else(|| unit_end(name, &['州', '盟']));
    let end = levels().or_else(|| short_county(name))?;
    let place = name.get(..end)?;
    // 区 ends many words that are no places.
    let is_zone = place.ends_with('区') && PLACES.ends("zone", place.trim_end_matches('区'));
    let general = PLACES.begins("no-place", place);
    (!general && !is_zone && !place.contains("关于")).then_some(place)
}

/// Where the name of an autonomous county or banner ends, which may be long: 鄂温克族自治旗.
fn autonomous_end(name: &str) -> Option<usize> {
    const LONGEST: usize = 12;
    let (at, level) = ["自治县", "自治旗", "自治州"].iter().find_map(|level| Some((name.find(level)?, level)))?;
    let before = name.get(..at)?;
    let plain = before.chars().all(char::is_alphabetic) && (2..=LONGEST).contains(&before.chars().count());
    (plain && !PLACES.begins("no-place", before)).then_some(at + level.len())
}

/// The first place named anywhere in a title by its full name.
fn anywhere(title: &str) -> Option<String> {
    title.char_indices().find_map(|(at, _)| {
        let rest = title.get(at..)?;
        place_at(rest).and_then(|_| region_at(rest))
    })
}

/// A district or county behind the name of its city: 黄浦区人民政府 → 黄浦区.
fn district(rest: &str) -> Option<&str> {
    rest.get(..unit_end(rest, &['区', '县', '市'])?)
}

/// Where a name of two to four characters that ends in one of `lasts` ends.
fn unit_end(text: &str, lasts: &[char]) -> Option<usize> {
    let (place, (at, last)) =
        text.char_indices().enumerate().find(|(_, (_, c))| lasts.contains(c) || !c.is_alphabetic())?;
    let is_name = (2..=4).contains(&place) && lasts.contains(&last);
    let end = at + last.len_utf8();
    // 城市区域, 园区管理: the word goes on.
    let goes_on = text.get(end..).is_some_and(|rest| rest.starts_with(['域', '块', '间', '场', '民']));
    let no_name =
        text.get(..at).is_some_and(|name| PLACES.ends("zone", name) || (last != '县' && name.ends_with('城')));
    (is_name && !goes_on && !no_name).then_some(end)
}

/// 上海市公安局奉贤分局 belongs to 上海市奉贤区. Only the districts of the four municipalities are told this way, and no
/// branch that is named for what it does.
fn with_branch_district(region: String, issuers: &[String]) -> String {
    let municipality = province_of(&region) == Some(region.as_str());
    let branch = issuers.first().and_then(|name| name.strip_suffix("分局")?.rsplit_once("公安局"));
    match branch {
        Some((_, branch))
            if municipality && (2..=3).contains(&branch.chars().count()) && !PLACES.is("branch-duty", branch) =>
        {
            format!("{region}{branch}区")
        }
        _ => region,
    }
}

/// The province that a region lies in, itself where no list knows it.
pub(crate) fn province(region: &str) -> &str {
    province_of(region).unwrap_or(region)
}

/// The region for which a document without one of its own is taken: that of most of its neighbours in the file.
pub(crate) fn of_neighbours<'a>(regions: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    let mut all = 0;
    for region in regions {
        all += 1;
        match counts.iter_mut().find(|(known, _)| *known == region) {
            Some((_, count)) => *count += 1,
            None => counts.push((region, 1)),
        }
    }
    let (region, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (all >= 3 && count * 4 >= all * 3).then_some(region)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_titles_begin_with_their_region() {
        let check = |name: &str, expected: Option<&str>| assert_eq!(region_at(name).as_deref(), expected, "{name}");
        check("杭州市人民政府办公厅", Some("杭州市"));
        check("上海市黄浦区人民政府办公室", Some("上海市黄浦区"));
        check("上海市市场监督管理局", Some("上海市"));
        check("上海市住房和城乡建设管理委员会", Some("上海市"));
        check("杭州市城市管理局", Some("杭州市"));
        check("中共扬州市委", Some("扬州市"));
        check("浙江省杭州市财政局", Some("杭州市"));
        check("昆山市深化改革行动方案", Some("昆山市"));
        check("上海市助力中小微企业稳增长若干措施", Some("上海市"));
        check("湖滨区人民政府办公室", Some("湖滨区"));
        check("青岚草原自治旗人民政府办公室", Some("青岚草原自治旗"));
        check("青岚综合实验区管委会办公室", Some("青岚综合实验区"));
        check("青岚高新技术产业开发区管理委员会", Some("青岚高新技术产业开发区"));
        check("青石县经济开发区管委会", Some("青石县"));
        check("国家级新区建设方案", None);
        check("社区工作者管理办法", None);
        check("自由贸易试验区建设方案", None);
        check("市应急管理局政策措施", None);
        check("全省税务系统工作方案", None);
        check("各区、县（市）人民政府", None);
    }

    #[test]
    fn numbers_begin_with_the_letters_of_their_place() {
        assert_eq!(of_number("湘政办发〔2024〕3号"), Some("湖南省"));
        assert_eq!(of_number("国办发〔2024〕3号"), None);
    }

    #[test]
    fn the_region_is_asked_of_issuers_titles_and_text() {
        let check = |issuers: &[&str], title: &str, text: &str, expected: Option<&str>| {
            let issuers: Vec<String> = issuers.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(region(&issuers, &[title], text, "").as_deref(), expected, "{issuers:?} {title}");
        };
        check(&["上海海关", "上海市财政局"], "若干措施", "", Some("上海市"));
        check(&["上海市公安局奉贤分局"], "工作要点", "", Some("上海市奉贤区"));
        check(&["松阳县白云乡人民政府"], "整治方案", "", Some("白云乡"));
        check(&["农业农村部办公厅"], "工作要点", "杭州市先行，杭州市负责", None);
        check(&["国家税务总局杭州市税务局"], "工作要点", "", Some("杭州市"));
        check(&["中共云溪区委宣传部"], "工作要点", "", Some("云溪区"));
        check(&["云溪县中医院"], "工作方案", "", None);
        check(&[], "湖滨区2024年任务分解表", "区财政局、区民政局", Some("湖滨区"));
        check(&[], "矿山区域整治方案", "区财政局、区民政局", None);
        check(&[], "云港市优化条例", "云港市各部门，云港市", Some("连云港市"));
        check(&[], "昆山市创新行动方案", "昆山市各部门，昆山市", Some("昆山市"));
        check(&[], "关于我市水务改革的意见", "全市各地", None);
        check(&[], "若干政策", "我市落实《浙江省政策》", None);
        check(&[], "深化改革的意见", "杭州市各区，加快杭州市发展", Some("杭州市"));
        check(&[], "优化条例", "本省实施，杭州市先行，杭州市负责", Some("浙江省"));
        check(&[], "深化改革的意见", "全市各地", None);
    }
}

//! Whether two names of one region may be one body, and why: a reason to ask a person, never to merge.
//!
//! Collectives (各部门, 相关单位) are left out: what they mean depends on the notice.

/// Why two names of the same region look like one body; none when they do not.
pub fn resemblance(one: &str, other: &str, region: &str) -> Option<String> {
    if one == other || [one, other].iter().any(|name| is_collective(name)) {
        return None;
    }
    let (short, long) = if one.chars().count() <= other.chars().count() { (one, other) } else { (other, one) };
    if let Some((body, _)) = long.split_once('（').filter(|_| long.ends_with('）')) {
        return (body == short).then(|| format!("“{long}”比“{short}”只多出括号中另挂的牌子"));
    }
    let (short_core, long_core) = (shortened(short), shortened(long));
    if short_core == long_core {
        return Some("只是全称与简称不同".to_owned());
    }
    let (bare_short, bare_long) = (without_place(&short_core, region), without_place(&long_core, region));
    if bare_short == bare_long && bare_short.chars().count() >= 3 {
        return Some("只是写没写地区或“市”“省”不同".to_owned());
    }
    if is_abbreviation(&short_core, &long_core) {
        return Some(format!("“{short}”像是“{long}”的缩写：各字依次取自全称，末字相同"));
    }
    is_slip(one, other).then(|| "只差一个字，可能是笔误".to_owned())
}

/// The name of a body with its place: 县教育局 of 云阳县 is 云阳县教育局, and so it is called where another place speaks of it.
pub fn full_name(name: &str, region: &str) -> String {
    let Some(level) = region.chars().next_back().filter(|_| !name.starts_with(region)) else {
        return name.to_owned();
    };
    let stem = region.strip_suffix(level).unwrap_or(region);
    if let Some(rest) = name.strip_prefix(level) {
        return format!("{region}{rest}");
    }
    match name.strip_prefix(stem) {
        Some(rest) if stem.chars().count() >= 2 => format!("{region}{rest}"),
        _ => name.to_owned(),
    }
}

fn is_collective(name: &str) -> bool {
    let opening = ["各", "相关", "有关", "市级", "省级", "市有关", "市相关", "省有关", "其他", "所有"];
    let holds = ["部门", "单位", "采购", "领导小组"];
    opening.iter().any(|word| name.starts_with(word)) || holds.iter().any(|word| name.contains(word))
}

/// The name with the short forms of endings: 委员会 is 委, 办公室 is 办, 人民政府 is 政府, 和 is left out.
fn shortened(name: &str) -> String {
    let endings = [("委员会", "委"), ("办公室", "办"), ("人民政府", "政府")];
    let cut = endings.iter().find_map(|(full, brief)| Some(format!("{}{brief}", name.strip_suffix(full)?)));
    cut.unwrap_or_else(|| name.to_owned()).replace('和', "")
}

fn without_place<'a>(name: &'a str, region: &str) -> &'a str {
    let city = region.trim_end_matches(['市', '省', '区', '县']);
    let name = if city.is_empty() { name } else { name.strip_prefix(city).unwrap_or(name) };
    let name = name.strip_prefix("市政府").unwrap_or(name);
    name.strip_prefix(['市', '省']).unwrap_or(name)
}

/// 市通发办 of 市通信发展办: same first and last character, the others taken in order. What only adds a part at the end
/// (市公安局交警局) is an organ of the other, and a single letter (市外办) says too little.
fn is_abbreviation(short: &str, long: &str) -> bool {
    let ends = |name: &str| name.ends_with(['委', '局', '办', '处', '厅', '会', '院', '行']);
    let (Some(first), Some(last)) = (short.chars().next(), short.chars().last()) else { return false };
    let core = short.strip_prefix(['市', '省']).unwrap_or(short).chars().count();
    if !ends(short)
        || core < 3
        || short.ends_with("政府办")
        || long.starts_with(short)
        || !long.starts_with(first)
        || !long.ends_with(last)
    {
        return false;
    }
    let begins = |name: &str| name.strip_prefix(['市', '省']).unwrap_or(name).chars().next();
    let mut rest = long.chars();
    begins(short) == begins(long) && short.chars().all(|wanted| rest.any(|character| character == wanted))
}

/// Six characters or more and one of them another; districts and counters differ by one character rightly.
fn is_slip(one: &str, other: &str) -> bool {
    let long = one.chars().count() >= 6 && one.chars().count() == other.chars().count();
    let is_place = |name: &str| {
        ["政府", "管委会", "区", "县", "支行", "分行", "分局", "公司"].iter().any(|word| name.ends_with(word))
    };
    let differing = one.chars().zip(other.chars()).filter(|(a, b)| a != b);
    let differing: Vec<(char, char)> = differing.collect();
    long && !is_place(one)
        && matches!(differing.as_slice(), [(a, b)] if !a.is_numeric() && !b.is_numeric() && !"省市区县".contains(*a))
}

#[cfg(test)]
mod tests {
    use super::{full_name, resemblance};

    #[test]
    fn a_name_stands_with_its_place() {
        let check = |name: &str, region: &str, full: &str| assert_eq!(full_name(name, region), full, "{name} {region}");
        check("县教育局", "云阳县", "云阳县教育局");
        check("云阳县教育局", "云阳县", "云阳县教育局");
        check("云阳教育局", "云阳县", "云阳县教育局");
        check("云阳县教育局", "滨江市", "云阳县教育局");
        check("市教育局", "云阳县", "市教育局");
        check("县教育局", "滨江市", "县教育局");
        check("县教育局", "", "县教育局");
    }

    fn check(one: &str, other: &str, reason: Option<&str>) {
        for (one, other) in [(one, other), (other, one)] {
            let found = resemblance(one, other, "杭州市");
            assert_eq!(found.is_some(), reason.is_some(), "{one} {other}: {found:?}");
            assert!(found.unwrap_or_default().contains(reason.unwrap_or_default()), "{one} {other}");
        }
    }

    #[test]
    fn names_of_one_body_have_a_reason() {
        check("市卫生健康委", "市卫生健康委员会", Some("全称与简称"));
        check("市发展改革委", "市发展和改革委员会", Some("全称与简称"));
        check("市商务局", "市商务局（自贸委）", Some("牌子"));
        check("市口岸办", "市政府口岸办", Some("地区"));
        check("市科创办", "杭州科创办", Some("地区"));
        check("市通发办", "市通信发展办公室", Some("缩写"));
        check("市发改委", "市发展和改革委员会", Some("缩写"));
        check("市应急局", "市应急管理局", Some("缩写"));
        check("市市场监督管理局", "市市场监督管埋局", Some("笔误"));
    }

    #[test]
    fn other_bodies_have_none() {
        check("市公安局", "市公安局交警局", None);
        check("临安区政府", "临平区政府", None);
        check("市财政局", "市审计局", None);
        check("市外办", "市外事侨务办", None);
        check("区政府办公室", "区政府新闻办", None);
        check("市委宣传部（市版权局）", "市委宣传部（市新闻出版局）", None);
        check("各部门", "各相关部门", None);
        check("市级相关部门", "市相关部门", None);
        check("市工商局", "市工商联", None);
        check("钱江海关", "杭州海关", None);
    }
}

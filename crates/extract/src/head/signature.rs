//! Names of issuing bodies, and signatures printed one behind the other without a separator.
//! Everything here reads [compact](super::compact) text.

use std::sync::LazyLock;

use super::compact::{is_longer, last_chars};
use super::place::begins_with_place;
use crate::lexicon::WordSet;
use crate::lexicon::tables::{BODIES, ISSUERS, PLACES};

/// Words that end the name of a body wherever it stands.
static LONG: LazyLock<WordSet> = LazyLock::new(|| ISSUERS.set("long"));

/// Words of one character that end a name standing on a line of its own: 农业农村部, 审计署.
static SHORT: LazyLock<WordSet> = LazyLock::new(|| ISSUERS.set("short"));

/// Names that are whole by themselves: 国务院, 财政部.
static WHOLE: LazyLock<WordSet> = LazyLock::new(|| ISSUERS.set("whole"));

/// Whether a line is the name of a body and nothing else.
pub(crate) fn is_body_name(line: &str) -> bool {
    let name = line.strip_suffix("代章").unwrap_or(line);
    if WHOLE.contains(name) {
        return true;
    }
    !is_longer(name, 45)
        && name.len() >= 9
        && (ends_like_body(name) || (SHORT.ends_behind_others(name) && is_longer(name, 2)))
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '（' | '）' | '(' | ')' | '、' | '·'))
        && name.matches(['（', '(']).count() == name.matches(['）', ')']).count()
        && !name.contains("关于")
        && !name.starts_with(['（', '(', '第'])
}

/// The bodies on the lines of a signature, in order.
pub(crate) fn bodies(lines: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut open = String::new();
    let mut in_bracket = false;
    for (at, line) in lines.iter().enumerate() {
        if line.starts_with(['（', '(']) {
            // The body that stamps for a leading group, or a note on publication.
            in_bracket = true;
        }
        if in_bracket {
            in_bracket = !line.ends_with(['）', ')']);
            continue;
        }
        // 某市发展和改革委员会 办公室: the second line is no body of its own.
        if open.is_empty()
            && BODIES.is("own-office", line)
            && let Some(last) = names.last_mut()
        {
            last.push_str(line);
            continue;
        }
        open.push_str(line);
        let next = lines.get(at + 1);
        let next_is_other = next.is_some_and(|next| {
            is_body_name(&open) && place_in_front(&open).is_some_and(|place| next.starts_with(place))
        });
        let has_branch = next.is_some_and(|next| is_head_of_branch(&open, next));
        if (ends_like_body(&open) && !has_branch) || next_is_other {
            names.extend(split_run(&open).into_iter().map(str::to_owned));
            open.clear();
        }
    }
    if !open.is_empty() {
        names.extend(split_run(&open).into_iter().map(str::to_owned));
    }
    names.retain(|name| !name.is_empty());
    let mut seen: Vec<String> = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}

/// Splits names that stand one behind the other: 上海市商务委员会上海海关 → 上海市商务委员会, 上海海关.
pub(crate) fn split_run(run: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = run;
    let place = place_in_front(run);
    while let Some(cut) = first_cut(rest, place) {
        let (name, behind) = rest.split_at(cut);
        names.push(name);
        rest = behind.trim_start_matches(['、', '，', ',']);
    }
    names.push(rest);
    names
}

/// Where the first name of a run ends and the next begins.
fn first_cut(run: &str, place: Option<&str>) -> Option<usize> {
    run.char_indices().map(|(at, _)| at).skip(2).find(|at| {
        let (name, rest) = run.split_at(*at);
        if rest.starts_with(['、', '，', ',']) {
            return ends_like_body(name);
        }
        let begins = begins_body(rest) || place.is_some_and(|place| rest.starts_with(place) && is_longer(rest, 4));
        let joint = name.ends_with('委') && is_office_of_government(rest);
        ends_like_body(name) && begins && !is_head_of_branch(name, rest) && !joint && goes_to_the_end(rest)
    })
}

fn ends_like_body(name: &str) -> bool {
    LONG.ends_behind_others(name)
}

/// What the names of zones end with that have a government of their own: the last characters of their kinds.
static ZONES: LazyLock<WordSet> = LazyLock::new(|| {
    const ENDING: usize = 3;
    WordSet::of(PLACES.words("own-zone").iter().map(|kind| last_chars(kind, ENDING)))
});
/// No name of a zone is longer, in characters.
const LONGEST_ZONE: usize = 10;

/// The place that the first name of a run begins with, whether or not a list knows it: 柳川区教育局… → 柳川区.
fn place_in_front(run: &str) -> Option<&str> {
    const LEVELS: [char; 8] = ['省', '市', '县', '区', '旗', '州', '镇', '乡'];
    let name = ISSUERS.behind_prefix("organization", run).unwrap_or(run);
    let (count, (at, level)) = name.char_indices().enumerate().find(|(_, (_, c))| LEVELS.contains(c))?;
    let place = name.get(..at + level.len_utf8())?;
    // 某某综合实验区: a zone has a longer name.
    let is_zone = || count <= LONGEST_ZONE && ZONES.ends(place);
    (2..=5).contains(&count).then_some(place).or_else(|| is_zone().then_some(place))
}

/// Whether a text begins as names of bodies begin: with a place, a body of the centre, or 市 and 省 for short.
fn begins_body(rest: &str) -> bool {
    let short = |word: &str| rest.strip_prefix(word).is_some_and(|name| name.chars().count() >= 2);
    ISSUERS.begins("central", rest) || begins_with_place(rest) || short("省")
}

/// Whether what stands behind a cut is a name too, and no office of the body in front.
fn goes_to_the_end(rest: &str) -> bool {
    rest.chars().count() >= 4
}

/// 某市人民政府某委员会办公室: behind 中共某市委 it is the office of both.
fn is_office_of_government(rest: &str) -> bool {
    rest.split_once("人民政府").is_some_and(|(_, office)| ISSUERS.ends("of-both", office))
}

/// Whether a name is that of a central body which its local branch, named behind it, puts in front of its own:
/// 国家税务总局 上海市税务局, 国家能源局 华东监管局. An office has no branches: 国家发展改革委办公厅 税务总局办公厅.
fn is_head_of_branch(name: &str, rest: &str) -> bool {
    let is_local = begins_with_place(rest) || PLACES.begins("part-of-country", rest);
    is_local
        && ISSUERS.begins("central", name)
        && !BODIES.ends("own-office", name)
        && !super::place::names_a_place(name)
        && place_in_front(name).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_that_run_together_are_split() {
        let check = |lines: &[&str], expected: &[&str]| assert_eq!(bodies(lines), expected, "{lines:?}");
        check(&["上海市商务委员会上海海关"], &["上海市商务委员会", "上海海关"]);
        check(
            &["上海市发展和改革委员会国家税务总局上海市税务局", "上海市财政局上海海事局"],
            &["上海市发展和改革委员会", "国家税务总局上海市税务局", "上海市财政局", "上海海事局"],
        );
        check(
            &["中国银行保险监督管理委员会上海监管局", "中华人民共和国上海海关"],
            &["中国银行保险监督管理委员会上海监管局", "中华人民共和国上海海关"],
        );
        check(&["国家发展改革委办公厅", "税务总局办公厅"], &["国家发展改革委办公厅", "税务总局办公厅"]);
        check(&["国家发展改革委办公厅国家能源局综合司"], &["国家发展改革委办公厅", "国家能源局综合司"]);
        check(&["国家税务总局", "上海市税务局"], &["国家税务总局上海市税务局"]);
        check(&["国家能源局", "华东监管局"], &["国家能源局华东监管局"]);
        check(&["上海市黄浦区人民政府办公室"], &["上海市黄浦区人民政府办公室"]);
        check(&["上海市公安局奉贤分局"], &["上海市公安局奉贤分局"]);
        check(&["中共扬州市委", "扬州市人民政府"], &["中共扬州市委", "扬州市人民政府"]);
        check(&["中共扬州市委扬州市人民政府"], &["中共扬州市委", "扬州市人民政府"]);
        check(&["中共扬州市委扬州市人民政府防汛委员会办公室"], &["中共扬州市委扬州市人民政府防汛委员会办公室"]);
        check(&["省知识产权局", "省发展改革委"], &["省知识产权局", "省发展改革委"]);
        check(&["上海市工程建设项目审批制度改革工作领", "导小组"], &["上海市工程建设项目审批制度改革工作领导小组"]);
        check(&["马鞍山市财政局马鞍山市公共资源交易监督管理局"], &["马鞍山市财政局", "马鞍山市公共资源交易监督管理局"]);
        check(&["山东省能源局国网山东省电力公司"], &["山东省能源局", "国网山东省电力公司"]);
        check(
            &["山东省社会信用体系建设领导小组办公室", "（山东省发展和改革委员会", "代章）"],
            &["山东省社会信用体系建设领导小组办公室"],
        );
    }

    #[test]
    fn names_of_bodies_are_told_from_sentences() {
        let check = |line: &str, expected: bool| assert_eq!(is_body_name(line), expected, "{line}");
        check("杭州市人民政府办公厅", true);
        check("杭州市商务局", true);
        check("推进有关工作。", false);
        check("杭州市财政局关于印发清单的通知", false);
        check("（此件公开发布）", false);
        check("市局", false);
    }
}

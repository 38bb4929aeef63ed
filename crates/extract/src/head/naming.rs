//! The title of a notice and the title of the plan it issues. Reads [compact](super::compact) text.

use crate::lexicon::tables::{BODIES, CLOSINGS, TITLES};

/// The plan named in the title of a notice: X关于印发《Y》的通知 → Y. `None` when the notice carries its own content.
pub(crate) fn issued_plan(notice_title: &str) -> Option<String> {
    let (_, named) = split_at_act(notice_title)?;
    let named = TITLES.before_suffix("wrapper", named).unwrap_or(named);
    let plan = match named.find('《') {
        Some(open) => {
            let close = closing_mark(named, open)?;
            let behind = named.get(close + '》'.len_utf8()..)?;
            // 《…》省级地方标准: what is issued is no document of this name alone.
            let ends_here = behind.is_empty() || behind.starts_with(['《', '和', '、', '及', '等', '意', '（', '(']);
            ends_here.then(|| named.get(open + '《'.len_utf8()..close)).flatten()?
        }
        None => named,
    };
    // 转发…有关文件: what is passed on has no title of its own here.
    let has_title = !notice_title.contains("转发") || super::title::ends_like_title(plan);
    (plan.chars().count() >= 6 && has_title).then(|| plan.to_owned())
}

/// Whether a title is another with words left out: 年度任务分工 of 某市年度任务分工. At least half of it must be there.
pub(crate) fn is_short_for(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    let in_order = short.chars().all(|c| rest.any(|other| other == c));
    in_order && short.len() < long.len() && short.len() * 2 >= long.len()
}

/// The title that a line names as the only annex: 附件：某县任务分解表.
pub(crate) fn only_annex(line: &str) -> Option<&str> {
    let named = CLOSINGS.behind_prefix("annexes", line)?;
    let named = named.trim_matches(['《', '》']);
    let is_title = super::title::ends_like_title(named) && super::title::may_be_title_line(named);
    (is_title && named.chars().count() >= 6).then_some(named)
}

/// The titles in book title marks of a text, outermost marks only.
pub(crate) fn cited_titles(text: &str) -> Vec<&str> {
    let mut titles = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('《') {
        let Some(close) = closing_mark(rest, open) else { break };
        titles.extend(rest.get(open + '《'.len_utf8()..close));
        rest = rest.get(close..).unwrap_or_default();
    }
    titles
}

/// Whether a title says that the text of others is passed on: …转发…的通知.
pub(super) fn passes_on(title: &str) -> bool {
    let front = title.split('《').next().unwrap_or_default();
    ["转发", "批转"].iter().any(|act| front.contains(act))
}

/// The bodies named in front of what a title says is done: 某市财政局某市公管局关于印发… → the two names run together.
pub(crate) fn bodies_in_title(title: &str) -> Option<&str> {
    let about = title.find("关于").filter(|at| *at > 0);
    let act = split_at_act(title).map(|(bodies, _)| bodies.len()).filter(|at| *at > 0);
    let end = about.into_iter().chain(act).min()?;
    let bodies = title.get(..end)?;
    // 上海海关等11部门
    let bodies = match bodies.rfind('等') {
        Some(at) if bodies.ends_with("部门") || at + '等'.len_utf8() == bodies.len() => bodies.get(..at)?,
        _ => bodies,
    };
    let bodies = bodies.strip_suffix("批准").unwrap_or(bodies);
    // 某县人民政府办公室《关于办理实事》的通知
    let bodies = bodies.strip_suffix('《').unwrap_or(bodies);
    let is_plain = !bodies.contains(['《', '“', '（', '(']);
    let is_body = bodies.chars().count() >= 4 || super::signature::is_body_name(bodies);
    (is_plain && is_body).then_some(bodies)
}

/// The body that a title begins with, before its year or the kind of its sheet: 云岭县水利局 of 云岭县水利局2024年…安排表, a firm's name
/// before 督办通知单.
pub(crate) fn body_before_year(title: &str) -> Option<&str> {
    let year = title.find("20").and_then(|at| title.get(..at));
    let before_year = year.filter(|body| body.chars().count() > 3 && super::signature::is_body_name(body));
    before_year.or_else(|| {
        let houses = BODIES.words("house").iter().chain(BODIES.words("firm"));
        let ends = houses.filter_map(|house| Some(title.find(house)? + house.len()));
        let body = ends.filter_map(|end| title.get(..end)).find(|body| super::signature::is_body_name(body))?;
        // 某市人民医院改扩建方案 is about a hospital as often as of it.
        let rest = title.get(body.len()..)?;
        (super::place::begins_with_place(body) || super::kind::kind_of(rest) == domain::NoticeKind::Card)
            .then_some(body)
    })
}

/// A title cut at the word that says what is done with a plan.
fn split_at_act(title: &str) -> Option<(&str, &str)> {
    let (at, act) = TITLES
        .words("act")
        .iter()
        .filter_map(|act| title.find(act).map(|at| (at, *act)))
        .min_by_key(|(at, act)| (*at, std::cmp::Reverse(act.len())))?;
    Some((title.get(..at)?, title.get(at + act.len()..)?))
}

/// Where the book title mark that opens at a byte closes; marks nest.
fn closing_mark(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at < open) {
        match c {
            '《' => depth += 1,
            '》' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether two titles are the same but for small words, punctuation and years written apart.
pub(crate) fn is_same_title(one: &str, other: &str) -> bool {
    if contains_title(one, other) || contains_title(other, one) {
        return true;
    }
    let (one, other) = (letters(one), letters(other));
    if one.is_empty() || other.is_empty() {
        return false;
    }
    let common = common_chars(&one, &other);
    common * 10 >= one.len().max(other.len()) * 8
}

/// Whether a long title is another with nothing but a body or place in front.
fn contains_title(long: &str, short: &str) -> bool {
    short.chars().count() >= 6
        && long.strip_suffix(short).is_some_and(|front| {
            // 某区年度任务分工 of 年度任务分工.
            let is_place = (2..=5).contains(&front.chars().count())
                && front.ends_with(['市', '县', '区', '旗', '州', '盟', '镇', '乡']);
            is_place
                || super::signature::is_body_name(front)
                || super::place::place_at(front).is_some_and(|place| place == front)
        })
}

/// The letters of a text in the order of their codes.
fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = crate::letters::letters(text).collect();
    letters.sort_unstable();
    letters
}

/// How many characters two sorted texts share.
fn common_chars(one: &[char], other: &[char]) -> usize {
    let (mut common, mut rest) = (0, other);
    for c in one {
        let skip = rest.partition_point(|d| d < c);
        rest = rest.get(skip..).unwrap_or_default();
        if rest.first() == Some(c) {
            common += 1;
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_of_a_notice_is_named_in_its_title() {
        let check =
            |title: &str, expected: Option<&str>| assert_eq!(issued_plan(title).as_deref(), expected, "{title}");
        check("某市财政局关于印发《工作实施方案》的通知", Some("工作实施方案"));
        check("某市人民政府关于印发某市优化营商环境行动方案的通知", Some("某市优化营商环境行动方案"));
        check(
            "某市办公厅关于转发市卫生健康委等四部门制订的《三年行动计划（2023—2025年）》的通知",
            Some("三年行动计划（2023—2025年）"),
        );
        check("某省政府办公厅印发关于促进发展若干措施的通知", Some("关于促进发展若干措施"));
        check("某省税务局印发《2023年工作方案》", Some("2023年工作方案"));
        check("某市发改委关于公开征求《实施意见（征求意见稿）》意见的公告", Some("实施意见（征求意见稿）"));
        check("关于印发《关于贯彻〈优化条例〉的意见》的通知", Some("关于贯彻〈优化条例〉的意见"));
        check("某市人民政府关于加快解决历史遗留问题的通知", None);
        check("某市优化营商环境条例", None);
    }

    #[test]
    fn a_notice_may_shorten_the_title_it_issues() {
        assert!(is_short_for("年度任务分工", "某市年度任务分工"));
        assert!(is_short_for("医院治本攻坚任务", "医院安全生产治本攻坚任务"));
        assert!(!is_short_for("年度任务分工", "年度任务分工"));
        assert!(!is_short_for("年度任务分工", "某市行动方案"));
    }

    #[test]
    fn titles_name_their_issuers_in_front() {
        let check = |title: &str, expected: Option<&str>| assert_eq!(bodies_in_title(title), expected, "{title}");
        check("某市财政局关于印发方案的通知", Some("某市财政局"));
        check("上海海关等11部门关于印发《措施》的通知", Some("上海海关"));
        check("国家税务总局某省税务局印发《方案》", Some("国家税务总局某省税务局"));
        check("关于推动发展的若干政策", None);
        check("某市优化营商环境条例", None);
    }

    #[test]
    fn small_differences_make_no_other_title() {
        let check =
            |one: &str, other: &str, expected: bool| assert_eq!(is_same_title(one, other), expected, "{one} / {other}");
        check("关于促进个体工商户高质量发展若干政策措施", "关于促进个体工商户高质量发展的若干政策措施", true);
        check("三年行动计划（2023—2025年）", "三年行动计划（2023-2025年）", true);
        check("优化营商环境行动方案", "某市财政局优化营商环境行动方案", true);
        check("优化营商环境行动方案", "2023年6月1日优化营商环境行动方案", false);
        check("优化营商环境行动方案", "加强公共卫生体系建设三年行动计划", false);
    }
}

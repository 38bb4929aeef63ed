//! Why a document orders nothing, in words for the person: what it was taken for, and by what.

use domain::{NoticeFacts, NoticeKind};

use super::Signs;
use crate::head::kind;

/// What a document without measures was taken for and by what; `None` for a kind that hands tasks out. `lines` are its own.
pub fn why_nothing_is_ordered<'a>(
    kind: NoticeKind,
    title: &str,
    number: Option<&str>,
    lines: impl Iterator<Item = &'a str>,
) -> Option<String> {
    let (what, end) = match kind {
        NoticeKind::Interpretation => ("解读", "没有要交办的事项"),
        NoticeKind::News => ("新闻报道或网页", "没有要交办的事项"),
        NoticeKind::Information => ("告知、汇报一类的文件", "没有要交办的事项"),
        NoticeKind::Regulation | NoticeKind::DetailedRules => {
            ("法规、办法一类的文件", "条文没有点名由谁办理，不逐条立项")
        }
        NoticeKind::List => ("目录、清单一类的文件", "没有写明由谁办理的事项"),
        _ => return None,
    };
    let by = match kind::ending_of(kind, title) {
        Some(word) => format!("标题以“{word}”结尾"),
        None => by_structure(title, number, lines).to_owned(),
    };
    Some(format!("看来是{what}（{by}），{end}"))
}

/// What in the text itself showed it.
fn by_structure<'a>(title: &str, number: Option<&str>, lines: impl Iterator<Item = &'a str>) -> &'static str {
    let facts = NoticeFacts {
        title: title.to_owned(),
        number: number.map(str::to_owned),
        kind: kind::kind_of(title),
        ..NoticeFacts::default()
    };
    let signs = Signs::of(lines);
    if signs.report {
        return "开头写明是通报、报告情况";
    }
    if signs.answers {
        return "开头写明是答复";
    }
    if signs.calls {
        return "开头写明是征求意见";
    }
    signs.only_tells(&facts).unwrap_or("没有写明由谁办什么事")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_orders_nothing_says_by_what() {
        let check = |title: &str, text: &str, kind, expected: Option<&str>| {
            let why = why_nothing_is_ordered(kind, title, None, text.lines());
            assert_eq!(why.as_deref(), expected, "{title}");
        };
        use NoticeKind::{Information, Plan, Regulation};
        check(
            "某镇社区工作者招聘公告",
            "1.报名时间为三天。\n",
            Information,
            Some("看来是告知、汇报一类的文件（标题以“招聘公告”结尾），没有要交办的事项"),
        );
        check(
            "某区召开防汛推进会",
            "各街道参加会议。\n",
            Information,
            Some("看来是告知、汇报一类的文件（标题是召开会议、举办活动的报道），没有要交办的事项"),
        );
        check(
            "某县绿化管理办法",
            "第一条 为加强绿化，制定本办法。\n",
            Regulation,
            Some("看来是法规、办法一类的文件（标题以“办法”结尾），条文没有点名由谁办理，不逐条立项"),
        );
        check("某县工作方案", "一、加强宣传。\n", Plan, None);
    }
}

//! The last word of a document: 本意见自2021年8月25日起施行，由市市场监管局负责牵头组织实施。

use crate::head::compact::is_longer;
use crate::head::title::{ends_like_title, may_be_title_line};
use crate::lexicon::tables::{CLOSINGS, VALIDITY};

/// The most characters of a last word.
const LONGEST: usize = 300;

/// Whether a line says when the document it stands in comes into force.
pub(crate) fn closes(line: &str) -> bool {
    if is_longer(line, LONGEST) {
        return false;
    }
    // 本办法, 本实施意见, 本行动计划, 本文件; not 本市, 本省, 本地.
    line.match_indices('本').any(|(at, _)| {
        let rest = line.get(at..).unwrap_or_default();
        !CLOSINGS.begins("own-place", rest) && VALIDITY.holds("last-word", rest)
    })
}

/// The title of the next document where it is glued to the last line of one: …组织实施。某市若干政策.
pub(crate) fn glued_title(line: &str) -> Option<&str> {
    let end = line.rfind('。')? + '。'.len_utf8();
    let (closing, title) = line.split_at_checked(end)?;
    (title.chars().count() >= 8 && ends_like_title(title) && may_be_title_line(title) && closes(closing))
        .then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_of_a_document_is_known() {
        let check = |line: &str, expected: bool| assert_eq!(closes(line), expected, "{line}");
        check("本意见自2021年8月25日起施行，由市市场监管局负责牵头组织实施。", true);
        check("四、本通知自2021年4月1日起执行。", true);
        check("本通知明确的各项政策除标明具体实施期限外，均为2025年全年实施有效。", true);
        check("（二十二）本意见自发布之日起30日后实施，实施期为3年。", true);
        check("除本市另有规定外，本办法自2021年4月1日起施行。", true);
        check("本市各类政策自2021年起施行。", false);
        check("推动各项任务落实。", false);
    }

    #[test]
    fn a_title_glued_to_the_last_word_is_found() {
        let check = |line: &str, expected: Option<&str>| assert_eq!(glued_title(line), expected, "{line}");
        check("本意见自2020年4月1日起施行。某市促进人工智能发展若干政策", Some("某市促进人工智能发展若干政策"));
        check("本意见自2020年4月1日起施行。原有政策", None);
        check("本意见自2020年4月1日起施行。", None);
        check("推进各项工作。某市促进人工智能发展若干政策", None);
    }
}

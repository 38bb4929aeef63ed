//! Texts that tell what was done: how they begin, in which tense their paragraphs stand, what their cells say.
//!
//! Must catch 现将上半年进展情况予以公示, paragraphs of what was set up and reached, columns of 已完工 and 80%. Must not catch a circular that goes on
//! to order (现将…情况通报如下), nor the success that the opening of a plan praises.

use domain::tree::{Cell, Piece};

use crate::head::compact::is_longer;
use crate::lexicon::tables::KINDS;

/// Whether a line announces a report: 现将实事项目进展情况予以公示, 现将有关情况函复如下.
pub(super) fn announces_report(line: &str) -> bool {
    line.split('。').any(|sentence| {
        let what = ["现将", "现就"].iter().find_map(|word| sentence.split_once(word)).map(|(_, what)| what);
        let what = what.and_then(|what| what.split_once("情况"));
        // 现就报送进展情况有关事宜函告如下 asks others to report.
        let asks = what.is_some_and(|(about, _)| KINDS.holds("asks-report", about));
        !asks
            && what.is_some_and(|(_, told)| {
                let told: String = told.chars().take(12).collect();
                KINDS.holds("report-verb", &told)
            })
    })
}

/// Whether a line begins an answer to a proposal or a letter of a citizen: 您提出的《…的建议》收悉，现答复如下. A request of an office that is granted
/// (你局《…的请示》收悉) orders.
pub(super) fn answers_proposal(line: &str) -> bool {
    KINDS.holds("answer", line)
        && KINDS.holds("received", line)
        && KINDS.holds("proposal", line)
        && !KINDS.holds("application", line)
}

/// Whether a line asks the public for ideas: 现面向社会公开征集民生实事项目.
pub(super) fn calls_for_ideas(line: &str) -> bool {
    let mut clauses = line.split(['，', '。', ',']);
    clauses.any(|clause| {
        let (who, what) = clause.split_once("征集").unwrap_or_default();
        KINDS.holds("public-at-large", who) && !what.is_empty()
    })
}

/// Whether a paragraph tells what is past: something was set up, reached, held.
pub(super) fn tells_past(paragraph: &str) -> bool {
    const LONG: usize = 40;
    let is_long = paragraph.chars().count() >= LONG;
    is_long && (perfective(paragraph) || KINDS.begins("past-time", paragraph) || KINDS.holds("past", paragraph))
}

/// Whether a verb is closed by 了: 制定了, 完善了. In 为了, 除了 and 了解 it closes none.
pub(crate) fn perfective(words: &str) -> bool {
    const NO_VERB: [char; 8] = ['为', '除', '不', '罢', '极', '好', '到', '得'];
    words.match_indices('了').any(|(at, le)| {
        let before = words.get(..at).and_then(|before| before.chars().next_back());
        let after = words.get(at + le.len()..).and_then(|after| after.chars().next());
        before.is_some_and(|c| c.is_alphabetic() && !NO_VERB.contains(&c)) && after.is_some_and(|c| c != '解')
    })
}

/// How many rows of the tables, or lines that are cells without a table, say how far they have come, or that they are done.
pub(crate) fn cells_of_progress(pieces: &[Piece<'_>]) -> usize {
    const CELL: usize = 14;
    let tells = |piece: &&Piece<'_>| match piece.row() {
        Some(row) => row.cells.iter().map(Cell::text).any(|cell| states_progress(&cell)),
        None => !is_longer(piece.text(), CELL) && states_progress(piece.text()),
    };
    pieces.iter().filter(tells).count()
}

/// 已完工, 正在施工, 98%, 完成80%.
fn states_progress(cell: &str) -> bool {
    let cell = cell.trim();
    let mut done = cell;
    while let Some(rest) = done.strip_prefix("完成") {
        done = rest;
    }
    let done = done.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let part = done.len() < cell.len() && done.starts_with(['%', '％']);
    part || KINDS.begins("state", cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_told_by_its_first_sentence() {
        let check = |line: &str, expected: bool| assert_eq!(announces_report(line), expected, "{line}");
        check("现将全县实事项目上半年进展情况予以公示，接受监督。", true);
        check("现将有关情况函复如下：", true);
        check("现将落实情况报告如下。", true);
        check("现将检查情况通报如下：", false);
        check("现将《青岚县节水方案》印发给你们。", false);
        check("现就报送落实情况有关事宜函告如下：", false);
        check("请将落实情况报县政府。", false);
    }

    #[test]
    fn answers_and_calls_are_told_by_how_they_open() {
        let check = |line: &str, answers: bool, calls: bool| {
            assert_eq!((answers_proposal(line), calls_for_ideas(line)), (answers, calls), "{line}");
        };
        check("您提出的《关于增设公厕的建议》（第8号）收悉，现答复如下：", true, false);
        check("贵会在全会上提出的第3号提案收悉。现将办理意见答复如下：", true, false);
        check("王强代表：你提出的关于修路的议案已收悉，经研究，答复如下：", true, false);
        check("你局《关于审批规划建议方案的请示》收悉，现批复如下：", false, false);
        check("现就征集提案办理意见的有关事项通知如下：", false, false);
        check("为编好明年实事项目，现面向社会公开征集项目建议。具体如下：", false, true);
        check("即日起向广大市民征集金点子，欢迎踊跃参与。", false, true);
        check("请各乡镇征集群众意见，于5月底前报送。", false, false);
    }

    #[test]
    fn what_is_past_is_told_from_what_is_ordered() {
        let check = |line: &str, expected: bool| assert_eq!(tells_past(line), expected, "{line}");
        check(
            "在充分听取各方面意见的基础上，制定了社区工作制度，明确了目标任务和运行机制，建成了十二个服务点，群众满意。",
            true,
        );
        check(
            "目前，全县共有三十六个村正在推进这项工作，共建立服务站四十二个，帮助群众办理事项一千余件，受到好评。",
            true,
        );
        check(
            "为了做好节水工作，各单位要了解用水情况，除了更换器具以外，还要加强宣传，定期检查，确保用水总量逐年下降。",
            false,
        );
    }
}

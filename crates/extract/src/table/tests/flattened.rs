//! Tables that a PDF reader flattened column by column.

use super::super::*;

/// The lines of a document, blank lines between them as PDF readers leave them.
pub(super) fn document(text: &str) -> Vec<Line> {
    let line = |(at, text): (usize, &str)| Line {
        number: u32::try_from(at).unwrap_or_default() + 1,
        page: None,
        content: match text.trim() {
            "" => LineContent::Blank,
            text => LineContent::Text(text.to_owned()),
        },
    };
    text.trim_matches('\n').split('\n').enumerate().map(line).collect()
}

/// Each measure on one line: number, text, leads, co-units, time.
pub(super) fn measures(tables: &Tables) -> Vec<String> {
    let one = |m: &Measure| {
        let time = m.deadline.raw.clone().unwrap_or_default();
        format!("{} {} | {} | {} | {time}", m.number, m.text, m.units.leads.join(" "), m.units.co_units.join(" "))
    };
    tables.measures.iter().map(one).collect()
}

pub(super) fn read_text(text: &str) -> (Tables, Vec<LineRole>) {
    let lines = document(text);
    let mut roles = vec![LineRole::NotUnderstood; lines.len()];
    let tables = read(&lines, &NoticeFacts::default(), &mut roles);
    (tables, roles)
}

#[track_caller]
pub(super) fn check(text: &str, expected: &[&str]) {
    assert_eq!(measures(&read_text(text).0), expected);
}

/// A header as flattened, in front of rows.
fn under_header(rows: &str) -> String {
    format!(
        "附件1\n某市改革事项清单\n序\n号\n改革\n事项\n主要内容 主要举措 牵头单位 责任单位\n取得阶段性\n成效时间\n{rows}"
    )
}

/// Two plain rows from which the widths can be learned.
const PLAIN: &str = "
一、优化准入
1
优化企业
登记服务
通过线上平台办理企业登记，缩短
办理时间。
1.推进企业登记全程网上办理，材料能够共享的不再要求提
交。
2.改革后，加强登记事项事后核查。
市市场
监管局
市数据资源局，各区、
县（市）政府
2022年6月
2
推行电子
印章
在政务服务中推广使用电子印章，
方便企业办事。
1.建设统一的电子印章平台，实现印章制发和使用全程留痕
可查。
市审管办 各区、县（市）政府 2022年3月
";

const PLAIN_MEASURES: [&str; 3] = [
    "1/1 推进企业登记全程网上办理，材料能够共享的不再要求提交。 | 市市场监管局 | 市数据资源局 各区、县（市）政府 | 2022年6月",
    "1/2 改革后，加强登记事项事后核查。 | 市市场监管局 | 市数据资源局 各区、县（市）政府 | 2022年6月",
    "2/1 建设统一的电子印章平台，实现印章制发和使用全程留痕可查。 | 市审管办 | 各区、县（市）政府 | 2022年3月",
];

/// Checks the rows that follow the two plain ones.
#[track_caller]
fn check_rows(rows: &str, expected: &[&str]) {
    let all: Vec<&str> = PLAIN_MEASURES.iter().chain(expected).copied().collect();
    check(&under_header(&format!("{PLAIN}{rows}")), &all);
}

#[test]
fn plain_rows_give_their_numbered_measures() {
    check_rows("", &[]);
    let (tables, roles) = read_text(&under_header(PLAIN));
    let first = &tables.measures[0];
    assert_eq!(first.section, ["附件1", "一、优化准入", "1 优化企业登记服务"]);
    assert_eq!((first.line, first.last_line), (17, 18));
    assert!(!roles.contains(&LineRole::NotUnderstood), "every line of the table is accounted for: {roles:?}");
}

//! Labels and values on one line of a head table: 索引号：000/2024-1　发文机关：某市人民政府, 【发文字号】某政发〔2024〕3号.

use super::labels::{self, HeadField, Label};
use crate::head::compact::{first_chars, is_longer};
use crate::letters::{signs, without_blanks};

/// A label with what stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair {
    /// What the value says.
    pub(crate) field: HeadField,
    /// Whether the label is seldom met elsewhere.
    pub(crate) certain: bool,
    /// The value; empty where it stands on the next line or is missing.
    pub(crate) value: String,
    /// Whether a colon or bracket marks the label.
    pub(crate) marked: bool,
}

/// A label found on a line.
struct Found {
    label: Label,
    start: usize,
    end: usize,
}

/// The pairs of a line that begins with a label; none where it does not.
pub(crate) fn of_line(line: &str) -> Vec<Pair> {
    let line = without_bullet(line);
    if !may_begin_with_label(line) {
        return Vec::new();
    }
    let mut found = marked_labels(line);
    if found.first().is_none_or(|first| first.start > 0) {
        return of_blanks(line);
    }
    found.dedup_by(|later, earlier| later.start < earlier.end);
    let ends = found.iter().skip(1).map(|next| next.start).chain([line.len()]).collect::<Vec<_>>();
    let pair = |(found, end): (&Found, usize)| Pair {
        field: found.label.field,
        certain: found.label.certain,
        value: value(line.get(found.end..end).unwrap_or_default()),
        marked: true,
    };
    found.iter().zip(ends).map(pair).collect()
}

/// The pairs of a table's row: label, value, label, value; merged cells repeat and count once.
pub(crate) fn of_cells(cells: &[String]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut cells = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).peekable();
    while let Some(cell) = cells.next() {
        let own = of_line(cell);
        if own.iter().any(|pair| !pair.value.is_empty()) {
            pairs.extend(own);
            continue;
        }
        let Some(label) = bare_label(cell) else {
            // The value of the cell before, repeated, or a cell of another table.
            if pairs.last().is_some_and(|pair| pair.value == value(cell)) {
                continue;
            }
            return Vec::new();
        };
        let marked = cell.ends_with(['：', ':', '】', ']']);
        let value_cell = cells.next_if(|next| bare_label(next).is_none());
        let value = value_cell.map(value).unwrap_or_default();
        pairs.push(Pair { field: label.field, certain: label.certain, value, marked });
    }
    pairs
}

/// The label that a whole text is, with or without its colon: 发 文 机 关：.
pub(crate) fn bare_label(text: &str) -> Option<Label> {
    if text.len() > labels::LONGEST * 8 || !may_begin_with_label(text.trim_start()) {
        return None;
    }
    let bare = without_blanks(text);
    let bare = bare.trim_end_matches(['：', ':']).trim_start_matches(['【', '[']).trim_end_matches(['】', ']']);
    labels::label(bare)
}

/// Whether words may begin with a label, perhaps in brackets, as their first character tells.
fn may_begin_with_label(words: &str) -> bool {
    words.chars().next().is_some_and(|first| matches!(first, '【' | '[') || labels::may_begin_with(first))
}

/// Labels followed by a colon or standing in brackets.
fn marked_labels(line: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (at, mark) in signs(line).filter(|(_, c)| matches!(c, '：' | ':' | '】' | ']')) {
        let from = found.last().map_or(0, |found| found.end);
        let before = line.get(from..at).unwrap_or_default();
        if let Some((label, start)) = label_ending(before, matches!(mark, '】' | ']')) {
            found.push(Found { label, start: from + start, end: at + mark.len_utf8() });
        }
    }
    found
}

/// The label that a text ends with and where it starts; blanks inside are passed over.
fn label_ending(text: &str, in_bracket: bool) -> Option<(Label, usize)> {
    if !labels::may_end_with(text.trim_end().chars().next_back()?) {
        return None;
    }
    let mut word = String::new();
    let mut best = None;
    for (at, c) in text.char_indices().rev() {
        if c.is_whitespace() {
            continue;
        }
        if in_bracket && matches!(c, '【' | '[') {
            return labels::label(&word).map(|label| (label, at));
        }
        word.insert(0, c);
        if word.chars().nth(labels::LONGEST).is_some() {
            break;
        }
        if !in_bracket && let Some(label) = labels::label(&word) {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let stands_free = before.is_none_or(|c| !c.is_alphanumeric());
            if stands_free || label.certain {
                best = Some((label, at));
            }
        }
    }
    best
}

/// Labels and values parted by blanks alone: 索引号 000/2024-1. The first must be a certain label.
fn of_blanks(line: &str) -> Vec<Pair> {
    // A line without a blank near its beginning begins with no label.
    if !first_chars(line, labels::LONGEST + 1).contains(char::is_whitespace) && is_longer(line, labels::LONGEST) {
        return Vec::new();
    }
    let mut words = line.split_whitespace();
    let Some(first) = words.next().and_then(labels::label).filter(|label| label.certain) else { return Vec::new() };
    let mut pairs = vec![Pair { field: first.field, certain: true, value: String::new(), marked: false }];
    for word in words {
        if let Some(label) = labels::label(word).filter(|label| label.certain) {
            pairs.push(Pair { field: label.field, certain: true, value: String::new(), marked: false });
        } else if let Some(open) = pairs.last_mut() {
            if !open.value.is_empty() {
                open.value.push(' ');
            }
            open.value.push_str(word);
        }
    }
    pairs
}

/// A value without what parts it from the next label.
pub(super) fn value(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '｜' | ';' | '；' | '：' | ':' | '∙' | '•'))
        .to_owned()
}

fn without_bullet(line: &str) -> &str {
    // 放大字体缩小字体发布日期：…: buttons without a gap.
    let line = ["放大字体缩小字体", "放大字体 缩小字体"]
        .iter()
        .find_map(|word| line.trim_start().strip_prefix(word))
        .unwrap_or(line);
    line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '∙' | '•' | '·' | '▪' | '◆' | '■' | '●' | '|'))
}

#[cfg(test)]
mod tests {
    use super::HeadField::*;
    use super::*;

    #[test]
    fn labels_and_values_are_told_apart() {
        let check = |line: &str, expected: &[(HeadField, &str)]| {
            let found = of_line(line);
            let found: Vec<_> = found.iter().map(|pair| (pair.field, pair.value.as_str())).collect();
            assert_eq!(found, expected, "{line}");
        };
        check("发文字号：云政发〔2024〕3号", &[(Number, "云政发〔2024〕3号")]);
        check("成文日期：", &[(Signed, "")]);
        check(
            "索 引 号：01/2024-1　发文机关: 云溪区人民政府 | 成文日期：2024-03-01 10:20",
            &[(Other, "01/2024-1"), (Issuer, "云溪区人民政府"), (Signed, "2024-03-01 10:20")],
        );
        check("∙【制定机关】望川市人民政府", &[(Issuer, "望川市人民政府")]);
        check("[ 索 引 号 ] 01/2024 [ 发布日期 ] 2024-03-02", &[(Other, "01/2024"), (Published, "2024-03-02")]);
        check("索引号 01/2024 主题分类 综合政务", &[(Other, "01/2024"), (Other, "综合政务")]);
        check("索引号：01/2024主题分类：综合政务", &[(Other, "01/2024"), (Other, "综合政务")]);
        check(
            "发布时间：2024-03-02 09:30　来源：区政府办　字体：[大 中 小]",
            &[(Published, "2024-03-02 09:30"), (Source, "区政府办"), (Other, "[大 中 小]")],
        );
        // Labels of tasks and sentences are none.
        check("责任单位：区财政局", &[]);
        check("现将有关事项通知如下：", &[]);
        check("完成时间：2024年6月底前", &[]);
    }

    #[test]
    fn a_row_of_a_head_table_is_read_cell_by_cell() {
        let check = |cells: &[&str], expected: &[(HeadField, &str)]| {
            let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
            let found = of_cells(&cells);
            let found: Vec<_> = found.iter().map(|pair| (pair.field, pair.value.as_str())).collect();
            assert_eq!(found, expected, "{cells:?}");
        };
        check(&["索引号：", "01", "主题分类", "综合"], &[(Other, "01"), (Other, "综合")]);
        check(&["标题：", "方案", "方案", "方案"], &[(Title, "方案")]);
        check(
            &["文号：云政〔2024〕3号", "发布日期：2024-1-1"],
            &[(Number, "云政〔2024〕3号"), (Published, "2024-1-1")],
        );
        check(&["序号", "任务", "牵头单位"], &[]);
    }
}

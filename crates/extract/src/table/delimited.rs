//! Rows of a table on one line: cells between tabs, | or the verticals of a drawn frame.

/// The cells of a line, trimmed; `None` where the line is no row. A line of frame only gives no cells.
pub(super) fn cells(line: &str) -> Option<Vec<&str>> {
    if is_rule(line) {
        return Some(Vec::new());
    }
    let is_vertical = |c: char| matches!(c, '│' | '┃' | '║' | '|' | '｜');
    if line.contains('\t') {
        return Some(line.split('\t').map(str::trim).collect());
    }
    let framed = line.starts_with(is_vertical) && line.ends_with(is_vertical);
    if line.matches(is_vertical).count() < 2 {
        return None;
    }
    let inner = if framed { line.strip_prefix(is_vertical).unwrap_or(line) } else { line };
    let inner = if framed { inner.strip_suffix(is_vertical).unwrap_or(inner) } else { inner };
    Some(inner.split(is_vertical).map(str::trim).collect())
}

/// Whether a line draws the frame between rows: ├──┼──┤, |---|---|, +---+.
pub(super) fn is_rule(line: &str) -> bool {
    let drawn = |c: char| matches!(c, '\u{2500}'..='\u{257F}') && !matches!(c, '│' | '┃' | '║');
    let dashes = line.chars().filter(|c| drawn(*c) || *c == '-').count();
    dashes >= 3
        && line.chars().all(|c| matches!(c, '\u{2500}'..='\u{257F}' | '-' | '|' | '+' | ':' | ' '))
        && line.chars().any(|c| drawn(c) || matches!(c, '|' | '+'))
        && !line.chars().all(|c| c == '─')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_between_tabs_bars_and_frames() {
        let check = |line: &str, expected: Option<&[&str]>| assert_eq!(cells(line).as_deref(), expected, "{line}");
        check("1\t优化审批\t市政务办", Some(&["1", "优化审批", "市政务办"]));
        check("| 1 | 优化审批 |  |", Some(&["1", "优化审批", ""]));
        check("│1│优化审批│市政务办│", Some(&["1", "优化审批", "市政务办"]));
        check("1|优化审批|市政务办", Some(&["1", "优化审批", "市政务办"]));
        check("|---|:--|---|", Some(&[]));
        check("├──┼──┤", Some(&[]));
        check("A|B", None);
        check("—", None);
        check("---", None);
        check("优化审批。", None);
    }
}

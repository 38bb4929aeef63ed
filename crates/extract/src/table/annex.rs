//! What stands over a table: the label of the annex, its title and the counts it states of itself.

use domain::{Claim, ClaimSubject};

use super::cells::{Entry, bare_number, ends_sentence};
use crate::letters::without_blanks;
use crate::lexicon::tables::CLAIMS;
use crate::numerals::number;

/// What was read above a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Caption {
    /// 附件1, without blanks.
    pub(super) label: Option<String>,
    /// Place of the first line above the table that belongs to it.
    pub(super) from: usize,
    /// Counts stated, with nothing found yet.
    pub(super) claims: Vec<Claim>,
}

/// No annex has more lines of title than this.
const MOST_TITLE_LINES: usize = 6;

/// The label of an annex: a line that is nothing but 附件, 附件1, 附件 2：, 附表.
pub(crate) fn label(text: &str) -> Option<String> {
    if !text.starts_with('附') || text.len() > 60 {
        return None;
    }
    let bare = without_blanks(text);
    let bare = bare.trim_end_matches(['：', ':', '.', '．']);
    let rest = bare.strip_prefix("附件").or_else(|| bare.strip_prefix("附表"))?;
    let rest = rest.trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
    let numbered = rest
        .split(['-', '—', '.'])
        .all(|part| part.is_empty() || bare_number(part).is_some() || number(part).is_some());
    (numbered && rest.chars().count() <= 4).then(|| bare.to_owned())
}

/// Reads the lines above the header at `entries[header]`; lines before `after` belong to another table.
pub(super) fn above(entries: &[Entry<'_>], header: usize, after: usize) -> Caption {
    let mut caption = Caption { label: None, from: header, claims: Vec::new() };
    let mut counts_at = None;
    for at in (after.max(header.saturating_sub(MOST_TITLE_LINES))..header).rev() {
        let Some(entry) = entries.get(at) else { break };
        if let Some(found) = label(entry.text) {
            caption.label = Some(found);
            caption.from = at;
            break;
        }
        if ends_sentence(entry.text) || entry.text.chars().count() > 60 {
            break;
        }
        if caption.claims.is_empty() {
            caption.claims = claims(entry.text, entry.number);
            counts_at = (!caption.claims.is_empty()).then_some(at).or(counts_at);
        }
    }
    if caption.label.is_none() {
        // 任务分解表（责任单位：各社区） directly over the table is its title and no task.
        let titled = header.checked_sub(1).filter(|at| *at >= after).filter(|at| {
            let text = entries.get(*at).map_or("", |entry| entry.text);
            text.ends_with(['）', ')'])
                && text.contains(['：', ':'])
                && text.chars().count() <= 60
                && !text.contains(['。', '；'])
        });
        caption.from = counts_at.or(titled).unwrap_or(header);
    }
    caption
}

/// The counts in words such as 共10个方面101项 344条改革举措.
pub(super) fn claims(text: &str, line: u32) -> Vec<Claim> {
    let bare = without_blanks(text);
    let Some(start) = bare.find('共').or_else(|| bare.find('计')) else { return Vec::new() };
    let raw = text.trim_matches(['（', '）', '(', ')']).to_owned();
    let mut claims: Vec<Claim> = Vec::new();
    let mut digits = String::new();
    let mut rest = bare.get(start..).unwrap_or_default().chars().skip(1).peekable();
    while let Some(c) = rest.next() {
        if c.is_ascii_digit() || "一二三四五六七八九十百千".contains(c) {
            digits.push(c);
            continue;
        }
        let claimed = number(&digits);
        digits.clear();
        let Some(claimed) = claimed else { continue };
        let measured = if c == '个' || c == '大' { rest.clone().take(2).collect::<String>() } else { c.to_string() };
        let what = match measured.as_str() {
            noun if CLAIMS.is("aspects", noun) => ClaimSubject::Aspects,
            noun if CLAIMS.is("items", noun) => ClaimSubject::Items,
            noun if CLAIMS.is("measures", noun) => ClaimSubject::Measures,
            _ => continue,
        };
        if claims.iter().all(|claim| claim.what != what) {
            claims.push(Claim { what, claimed, found: 0, line, raw: raw.clone() });
        }
    }
    claims
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_annexes_stand_alone() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(label(text).as_deref(), expected, "{text}");
        check("附件1", Some("附件1"));
        check("附件 2：", Some("附件2"));
        check("附件", Some("附件"));
        check("附件3-1", Some("附件3-1"));
        check("附件：1.某清单", None);
        check("附件所列事项", None);
    }

    #[test]
    fn counts_are_read_with_their_subject() {
        let check = |text: &str, expected: &[(ClaimSubject, u32)]| {
            let found: Vec<(ClaimSubject, u32)> = claims(text, 1).iter().map(|c| (c.what, c.claimed)).collect();
            assert_eq!(found, expected, "{text}");
        };
        use ClaimSubject::{Aspects, Items, Measures};
        check("（共10个方面101项 344条改革举措）", &[(Aspects, 10), (Items, 101), (Measures, 344)]);
        check("（共十个方面52项165条改革举措）", &[(Aspects, 10), (Items, 52), (Measures, 165)]);
        check("共25条措施", &[(Measures, 25)]);
        check("某市改革事项清单", &[]);
    }
}

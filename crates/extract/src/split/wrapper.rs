//! The notice that issues a plan: 现将《…》印发给你们. The plan that follows under its own title belongs to it, and so do the
//! annexes it lists.

use crate::head::compact::is_longer;
use crate::letters::letters_of;
use crate::lexicon::tables::CLOSINGS;

/// So many titles are remembered of one notice.
const MOST_TITLES: usize = 400;

/// What the document being read has said so far about a plan it issues.
#[derive(Debug, Default)]
pub(crate) struct Wrapper {
    issues: bool,
    plan_taken: bool,
    /// Titles in book title marks, without punctuation.
    named: Vec<String>,
    /// Letters of the titles in a list of annexes.
    annexes: Vec<String>,
    /// Whether the line before is of a list of annexes.
    in_annex_list: bool,
    read: usize,
}

impl Wrapper {
    /// Reads one more line of the document.
    pub(crate) fn read(&mut self, text: &str) {
        self.read_annexes(text);
        // What is issued is named at the beginning.
        if self.read > 40 {
            return;
        }
        self.read += 1;
        self.plan_taken |= self.issues && !self.named.is_empty() && self.names(text);
        self.issues |= super::opening::issues(text);
        for part in text.split('《').skip(1) {
            if self.named.len() < MOST_TITLES
                && let Some(title) = part.split('》').next()
                && !is_longer(title, 100)
            {
                self.named.push(letters_without_years(title));
            }
        }
    }

    /// Reads a line of a list of annexes: 附件：1.某方案 2.某清单, each perhaps on a line of its own.
    fn read_annexes(&mut self, text: &str) {
        let opens = CLOSINGS.behind_prefix("annexes", text);
        let goes_on = self.in_annex_list && text.starts_with(|c: char| c.is_ascii_digit());
        self.in_annex_list = (opens.is_some() || goes_on) && !is_longer(text, 200);
        if !self.in_annex_list {
            return;
        }
        for title in annexes_in(opens.unwrap_or(text)) {
            let title = letters_of(title);
            if self.annexes.len() < MOST_TITLES && is_longer(&title, 3) {
                self.annexes.push(title);
            }
        }
    }

    /// Whether a title is that of an annex the document lists; the list may break a title at the end of its line.
    pub(crate) fn lists_annex(&self, title: &str) -> bool {
        let title = letters_of(title);
        self.annexes.iter().any(|annex| *annex == title || (is_longer(annex, 9) && title.starts_with(annex.as_str())))
    }

    /// Whether a plan has been announced whose title has not come yet.
    pub(crate) fn awaits_plan(&self) -> bool {
        self.issues && !self.plan_taken
    }

    /// Whether a title is that of a plan the notice issues; the plan then counts as found.
    pub(crate) fn takes_plan(&mut self, title: &str) -> bool {
        let named = self.issues && self.names(title);
        let only_candidate = self.awaits_plan() && self.named.is_empty();
        self.plan_taken |= named || only_candidate;
        named || only_candidate
    }

    /// Whether a line is one of the titles named so far.
    fn names(&self, line: &str) -> bool {
        if is_longer(line, 100) {
            return false;
        }
        self.named.contains(&letters_without_years(line))
    }
}

/// The letters of a title, whether it says 年 behind its years or not: （2021—2025年）, （2021—2025）.
fn letters_without_years(title: &str) -> String {
    letters_of(title).replace('年', "")
}

/// The titles in a list of annexes: 1.某方案2.某清单 → 某方案, 某清单. A number is a label where a point follows it.
fn annexes_in(list: &str) -> Vec<&str> {
    let mut titles = Vec::new();
    let mut start = 0;
    let bytes = list.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let digits = list.get(at..).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
        if digits == 0 {
            at += list.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            continue;
        }
        let behind = list.get(at + digits..).unwrap_or_default();
        if digits <= 2 && behind.starts_with(['.', '．', '、']) {
            titles.push(list.get(start..at).unwrap_or_default());
            start = at + digits;
        }
        at += digits;
    }
    titles.push(list.get(start..).unwrap_or_default());
    titles.retain(|title| !title.is_empty());
    titles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annexes_are_listed_by_their_titles() {
        let mut wrapper = Wrapper::default();
        wrapper.read("附件：1.某县校车安全管理工作方案2.某县2024年任务清单");
        wrapper.read("3.某县驾驶人守则");
        wrapper.read("某县教育局");
        let check = |title: &str, expected: bool| assert_eq!(wrapper.lists_annex(title), expected, "{title}");
        check("某县校车安全管理工作方案", true);
        check("某县2024年任务清单", true);
        check("《某县驾驶人守则》", true);
        check("某县教育局", false);
        check("某县禁毒工作方案", false);
    }
}

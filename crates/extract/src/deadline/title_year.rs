//! The years that a title names: the document's own (2026年工作要点), or that of something it speaks of (落实2021年督察反馈意见).

use super::scan;
use super::time::{Time, Year};
use crate::lexicon::tables::TIMES;

/// A year in a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TitleYear {
    pub(super) year: i32,
    /// Whether it closes a range: 2023—2025年.
    pub(super) closes_range: bool,
    /// Whether it is said of something that the document only speaks of.
    pub(super) is_cited: bool,
}

impl TitleYear {
    /// Whether the times of a document issued in a year may be of this one: of the same, or, where the document speaks of
    /// no other thing, of the next.
    pub(super) fn may_be_of(&self, issued: i32) -> bool {
        self.year == issued || (self.year == issued + 1 && !self.is_cited)
    }
}

/// The years a title names; numbers of cited texts are none.
pub(super) fn years(title: &str) -> Vec<TitleYear> {
    let chars: Vec<char> = title.chars().collect();
    let year = |found: super::time::Found| {
        let (year, closes_range) = match found.time {
            Time::Year(Year::Given(year)) => (year, found.during),
            Time::Plan(year) => (year, true),
            _ => return None,
        };
        let words = |range: &[char]| range.iter().collect::<String>();
        let before = words(chars.get(..found.from).unwrap_or_default());
        let behind = words(chars.get(found.to..).unwrap_or_default());
        Some(TitleYear { year, closes_range, is_cited: is_cited(&before, &behind) })
    };
    scan::scan(&chars, false).into_iter().filter_map(year).collect()
}

/// Whether a year belongs to what is carried out, prepared for or was found, and not to the document: 迎接2028年省运会,
/// 2020年《节水条例》, 2024年度审计查出问题.
fn is_cited(before: &str, behind: &str) -> bool {
    let behind = behind.trim_start();
    TIMES.ends("title-refers", before.trim_end()) || behind.starts_with('《') || TIMES.holds("title-found", behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_its_own_year_or_that_of_something_else() {
        let check = |title: &str, expected: &[(i32, bool, bool)]| {
            let found: Vec<_> = years(title).iter().map(|one| (one.year, one.closes_range, one.is_cited)).collect();
            assert_eq!(found, expected, "{title}");
        };
        check("青岚县2026年城市更新实施方案", &[(2026, false, false)]);
        check("关于做好2026年防汛工作的通知", &[(2026, false, false)]);
        check("青岚县节水行动方案（2023—2025年）", &[(2025, true, false)]);
        check("青岚县贯彻落实2021年督察反馈意见整改方案", &[(2021, false, true)]);
        check("青岚县2024年度审计查出问题整改方案", &[(2024, false, true)]);
        check("青岚县迎接2028年省运会场馆建设方案", &[(2028, false, true)]);
        check("关于宣传2020年《节水条例》的通知", &[(2020, false, true)]);
    }
}

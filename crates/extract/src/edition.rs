//! Titles that name another edition: a draft beside its final text, the plan of another year.

/// Words that mark a text as not final.
const DRAFT: [&str; 6] = ["征求意见", "草案", "送审稿", "讨论稿", "修订稿", "审议稿"];

/// Whether two titles name different editions: one is marked a draft and the other is not, or both name years and not
/// the same.
pub fn is_other_edition(title: &str, other: &str) -> bool {
    let is_draft = |title: &str| DRAFT.iter().any(|word| title.contains(word));
    let (years, other_years) = (years_in(title), years_in(other));
    is_draft(title) != is_draft(other) || (!years.is_empty() && !other_years.is_empty() && years != other_years)
}

/// The years a title names, in order: 2023年, （2024—2026年）, 2025年版.
fn years_in(title: &str) -> Vec<u32> {
    title
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|year| (1949..=2199).contains(year))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editions_are_told_by_their_titles() {
        let check = |title: &str, other: &str, expected: bool| {
            assert_eq!(is_other_edition(title, other), expected, "{title} / {other}");
            assert_eq!(is_other_edition(other, title), expected, "{other} / {title}");
        };
        check("优化营商环境实施意见（征求意见稿）", "优化营商环境实施意见", true);
        check("2023年工作要点", "2024年工作要点", true);
        check("三年行动计划（2021-2023年）", "三年行动计划（2024—2026年）", true);
        check("三年行动计划（2021-2023年）", "三年行动计划（2021—2023年）", false);
        check("某市工作方案", "某市2023年工作方案", false);
        check("某市实施意见", "关于深化改革的实施意见", false);
    }
}

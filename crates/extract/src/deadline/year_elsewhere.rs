//! The year of times without one, in a document that states neither a day of issue nor a year of its own.

use std::collections::BTreeMap;

use domain::{DeadlineKind, Measure};

use super::{DeadlineContext, YearSource, doubts, read_cell};

rules! {
    DEADLINE_YEAR_ELSEWHERE = "deadline.year-elsewhere", "年份取自文件别处";
    DEADLINE_NO_YEAR = "deadline.no-year", "没有写年份";
}

/// Gives deadlines that lack nothing but the year the year the document names most often; each carries a doubt.
pub fn supply_year<'a>(measures: &mut [Measure], context: &DeadlineContext, lines: impl Iterator<Item = &'a str>) {
    let mut waiting = measures.iter_mut().filter(|measure| lacks_year(measure)).peekable();
    if context.year.is_some() || waiting.peek().is_none() {
        return;
    }
    let Some(year) = most_named(lines) else { return };
    let context = DeadlineContext { year: Some(year), year_source: YearSource::Elsewhere, ..*context };
    for measure in waiting {
        let Some(raw) = measure.deadline.raw.clone() else { continue };
        let found = read_cell(&raw, &context);
        if found.due.is_none() {
            continue;
        }
        measure.deadline.due = found.due;
        measure.deadline.milestones = found.milestones;
        measure.doubts.retain(|doubt| doubt.rule != DEADLINE_NO_YEAR);
        measure.doubts.extend(doubts(&measure.deadline, &context));
    }
}

/// Whether a measure states a time that lacks its year.
fn lacks_year(measure: &Measure) -> bool {
    let dated = matches!(
        measure.deadline.kind,
        DeadlineKind::Date | DeadlineKind::Month | DeadlineKind::Quarter | DeadlineKind::Year
    );
    dated && measure.deadline.due.is_none() && measure.deadline.raw.is_some()
}

/// The year named most often, of several the latest.
fn most_named<'a>(lines: impl Iterator<Item = &'a str>) -> Option<i32> {
    let mut named: BTreeMap<i32, usize> = BTreeMap::new();
    for line in lines {
        for (at, _) in line.match_indices(['年', '届', '〕']) {
            let before = line.get(..at).unwrap_or_default().trim_end();
            let digits: String = before.chars().rev().take_while(char::is_ascii_digit).take(5).collect();
            let year = digits.chars().rev().collect::<String>().parse::<i32>().ok();
            if let Some(year) = year.filter(|year| digits.len() == 4 && (2000..=2099).contains(year)) {
                *named.entry(year).or_default() += 1;
            }
        }
    }
    named.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year)
}

#[cfg(test)]
mod tests {
    use super::super::read_cell;
    use super::*;

    #[test]
    fn a_missing_year_is_taken_from_the_text_with_a_doubt() {
        let unknown = DeadlineContext::default();
        let mut measures = vec![Measure { deadline: read_cell("6月22日前", &unknown), ..Measure::default() }];
        measures.push(Measure { deadline: read_cell("长期", &unknown), ..Measure::default() });
        supply_year(&mut measures, &unknown, ["做好2018届毕业设计", "2018年工作", "依据2015年办法"].into_iter());
        let found: Vec<_> = measures.iter().map(|one| one.deadline.due.map(|day| day.to_string())).collect();
        assert_eq!(found, [Some("2018-06-22".to_owned()), None]);
        let rules: Vec<_> = measures.iter().flat_map(|one| &one.doubts).map(|doubt| doubt.rule).collect();
        assert_eq!(rules, ["deadline.year-elsewhere"]);
    }
}

//! Texts made worse in the ways that scanning, copying and typing make them worse, always the same places in the same text.
//! Lines keep their numbers.

/// One way of making a text worse.
pub(super) struct Disturbance {
    /// What is done.
    pub(super) name: &'static str,
    /// Each so-many-th place where it can be done.
    every: usize,
    /// The line made worse; `None` where it cannot be done.
    line: fn(&str) -> Option<String>,
}

/// All of them.
pub(super) const DISTURBANCES: [Disturbance; 7] = [
    Disturbance { name: "every 5th closing bracket at a line's end lost", every: 5, line: lose_closing_bracket },
    Disturbance { name: "every 5th row of 、 typed as blanks", every: 5, line: blanks_for_marks },
    Disturbance { name: "every 5th opening bracket lost", every: 5, line: lose_opening_bracket },
    Disturbance { name: "every 5th year before a month lost", every: 5, line: lose_year },
    Disturbance { name: "every 5th numeral of a clause lost", every: 5, line: lose_number },
    Disturbance { name: "every 5th 牵头 or 责任 misread", every: 5, line: misread_role },
    Disturbance { name: "every 20th line of text lost", every: 20, line: lose_line },
];

impl Disturbance {
    /// The text made worse.
    pub(super) fn apply(&self, text: &str) -> String {
        let mut met = 0;
        let lines = text.split('\n').map(|line| {
            let worse = (self.line)(line);
            met += usize::from(worse.is_some());
            worse.filter(|_| met % self.every == 0).unwrap_or_else(|| line.to_owned())
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn lose_closing_bracket(line: &str) -> Option<String> {
    let end = line.trim_end();
    end.contains('、').then(|| end.strip_suffix(['）', ')', '］', '〕']).map(str::to_owned)).flatten()
}

fn blanks_for_marks(line: &str) -> Option<String> {
    (line.matches('、').count() >= 2).then(|| line.replace('、', " "))
}

fn lose_opening_bracket(line: &str) -> Option<String> {
    let at = line.rfind(['（', '［', '〔'])?;
    let (before, bracket) = line.split_at(at);
    let mut inside = bracket.chars();
    let _ = inside.next();
    inside.as_str().contains('、').then(|| format!("{before}{}", inside.as_str()))
}

fn lose_year(line: &str) -> Option<String> {
    let at = line.find("年").filter(|at| line.get(*at..).is_some_and(|rest| rest.contains('月')))?;
    let (before, after) = line.split_at(at);
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
    (before.len() - digits.len() == 4).then(|| format!("{digits}{}", after.strip_prefix('年').unwrap_or(after)))
}

fn lose_number(line: &str) -> Option<String> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line.len() - rest.len();
    (1..=2).contains(&number).then(|| rest.strip_prefix(['.', '．', '、'])).flatten().map(str::to_owned)
}

fn misread_role(line: &str) -> Option<String> {
    let worse = line.replacen("牵头", "率头", 1).replacen("责任", "贵任", 1);
    (worse != line).then_some(worse)
}

fn lose_line(line: &str) -> Option<String> {
    (line.chars().count() > 4).then(String::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_disturbance_changes_its_places_and_keeps_the_lines() {
        let table = [
            "（市发改委、市财政局）",
            "由市发改委、市财政局、市司法局负责",
            "加强服务（市发改委、市财政局）。",
            "2022年6月底前完成",
            "3.加强服务。",
            "牵头单位：市发改委",
            "一行文字在这里",
        ];
        for (disturbance, line) in DISTURBANCES.iter().zip(table) {
            assert!((disturbance.line)(line).is_some_and(|worse| worse != line), "{}", disturbance.name);
            assert_eq!((disturbance.line)(""), None, "{}", disturbance.name);
            let text = [line; 40].join("\n");
            let worse = disturbance.apply(&text);
            let changed = worse.split('\n').filter(|changed| *changed != line).count();
            assert_eq!((changed, worse.split('\n').count()), (40 / disturbance.every, 40), "{}", disturbance.name);
        }
    }
}

//! What is asked when a task is handed in, done or struck off: what its own words demand.

use crate::lexicon::tables::PROGRESS;

/// A figure that a task must reach: 新增集成事项 and 10个.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demanded {
    /// What is counted.
    pub name: String,
    /// The figure with its unit and direction.
    pub stated: String,
}

/// What is asked of each kind of result that a text promises: seeds/lexicon/progress.txt.
const RESULTS: [(&str, &str); 4] = [
    ("issued", "印发没有？文号、日期？"),
    ("built", "建成投用没有？日期、佐证？"),
    ("online", "上线没有？日期、佐证？"),
    ("signed", "签订没有？日期、佐证？"),
];

/// The questions of a task with this text and these figures. One that demands nothing of its own is asked how it came out.
pub fn closing_questions(text: &str, figures: &[Demanded]) -> Vec<String> {
    let mut questions: Vec<String> =
        figures.iter().map(|Demanded { name, stated }| format!("{name}{stated}：完成数？佐证？")).collect();
    for clause in text.split(['。', '；', ';', '，']) {
        let asked = RESULTS.iter().find(|(kind, _)| PROGRESS.holds(kind, clause));
        if let Some((_, question)) = asked {
            questions.push(format!("{}：{question}", clause.trim()));
        }
    }
    if questions.is_empty() {
        questions.push("办理结果是什么？佐证？".to_owned());
    }
    questions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_and_promised_results_are_asked_for() {
        let figure = Demanded { name: "集成事项".into(), stated: "新增10个".into() };
        let asked = closing_questions("新增10个集成事项，6月底前出台管理办法；加强宣传。", &[figure]);
        assert_eq!(asked, ["集成事项新增10个：完成数？佐证？", "6月底前出台管理办法：印发没有？文号、日期？"]);
    }

    #[test]
    fn a_task_that_demands_nothing_of_its_own_is_asked_how_it_came_out() {
        assert_eq!(closing_questions("加强宣传。", &[]), ["办理结果是什么？佐证？"]);
    }
}

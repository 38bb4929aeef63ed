//! A measure: the smallest clause of a notice that orders something.

use chrono::NaiveDate;

use crate::{Deadline, Doubt, Provenance, UnitAssignment};

/// What part a clause plays in its notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MeasureClass {
    /// 举措: a clause of the action part or of a task table.
    #[default]
    Measure,
    /// 保障措施, 组织实施, 工作要求.
    Safeguard,
    /// An order with a time, found in a sentence elsewhere.
    Embedded,
}

impl MeasureClass {
    /// Every class.
    pub const ALL: [Self; 3] = [Self::Measure, Self::Safeguard, Self::Embedded];

    /// The word used in exports and in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Safeguard => "safeguard",
            Self::Embedded => "embedded",
        }
    }

    /// What an office calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Measure => "举措",
            Self::Safeguard => "保障措施",
            Self::Embedded => "文中要求",
        }
    }

    /// The class a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }
}

/// What a notice says of a measure beyond text, units, people and time, under the heading it prints: 整改目标, 进度安排,
/// 成果形式, 备注. It stands in a column of a table or behind a label in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnField {
    /// The heading or label as printed, without its colon.
    pub heading: String,
    /// The words under it.
    pub text: String,
}

/// The people a notice names on a measure. They are never units.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    /// 牵头领导, 分管领导, 责任领导: the leader in charge.
    pub leaders: Vec<String>,
    /// 责任人: the person responsible.
    pub responsible: Vec<String>,
    /// 联系人: the contact, with the telephone number where it is printed with the name.
    pub contacts: Vec<String>,
}

impl People {
    /// Whether nobody is named.
    pub fn is_empty(&self) -> bool {
        self.leaders.is_empty() && self.responsible.is_empty() && self.contacts.is_empty()
    }
}

/// A quantified target: 不少于150个, 达到70%以上.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// What is counted.
    pub name: String,
    /// The figure as written, digits normalised: 150, 70, 1.5万.
    pub figure: String,
    /// The unit of the figure: 个, %, 亿元.
    pub unit: String,
    /// The words that give the direction: 不少于, 以上, 压缩至.
    pub direction: String,
    /// By when, where the same clause says so.
    pub by: Option<NaiveDate>,
}

/// Which way a figure should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IndicatorAim {
    /// 不少于, 达到…以上, 突破.
    AtLeast,
    /// 不超过, 压缩至, 以内.
    AtMost,
    /// 左右.
    About,
    /// 增长, 提高: by this much.
    UpBy,
    /// 下降, 压缩: by this much.
    DownBy,
    /// 达到, 新增, 建成: this very figure.
    Exactly,
}

impl IndicatorAim {
    /// Every aim.
    pub const ALL: [Self; 6] = [Self::AtLeast, Self::AtMost, Self::About, Self::UpBy, Self::DownBy, Self::Exactly];

    /// The aim that the words around a figure state. What limits it stands behind 到 and 至; without one, a verb of change
    /// says by how much.
    pub fn of(direction: &str) -> Self {
        let has = |words: &[&str]| words.iter().any(|word| direction.contains(word));
        if has(&["左右"]) {
            Self::About
        } else if has(&["以上", "不低于", "不少于", "不小于", "超", "突破", "高于"]) && !has(&["不超过"])
        {
            Self::AtLeast
        } else if has(&[
            "以内",
            "以下",
            "内",
            "不高于",
            "不超过",
            "低于",
            "压缩至",
            "压缩到",
            "压减至",
            "缩短",
            "降低至",
            "降低到",
            "降至",
            "降到",
            "控制在",
        ]) && !matches!(direction, "缩短")
        {
            Self::AtMost
        } else if has(&["下降", "降低", "压缩", "压减", "缩短", "减少"]) {
            Self::DownBy
        } else if has(&["增长", "增幅"]) || matches!(direction, "提高" | "提升") {
            Self::UpBy
        } else {
            Self::Exactly
        }
    }

    /// The word used in exports and on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::AtLeast => "at-least",
            Self::AtMost => "at-most",
            Self::About => "about",
            Self::UpBy => "up-by",
            Self::DownBy => "down-by",
            Self::Exactly => "exactly",
        }
    }
}

/// The smallest clause that orders something to be done, with who, by when and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measure {
    /// First line in the source file, counted from 1.
    pub line: u32,
    /// Last line in the source file that belongs to the text.
    pub last_line: u32,
    /// Printed page, where the source marks pages.
    pub page: Option<u32>,
    /// Path of labels: 二/（一）/3.
    pub number: String,
    /// Enclosing headings, outermost first.
    pub section: Vec<String>,
    /// Title, where the clause has one.
    pub title: Option<String>,
    /// The clause without its label and without its closing unit bracket, hard wraps joined.
    pub text: String,
    /// Who answers and who assists.
    pub units: UnitAssignment,
    /// By when.
    pub deadline: Deadline,
    /// What part it plays.
    pub class: MeasureClass,
    /// Quantified targets stated in the clause.
    pub indicators: Vec<Indicator>,
    /// Leaders and persons named.
    pub people: People,
    /// Further columns of a task table and further labels of a clause, in their order.
    pub columns: Vec<ColumnField>,
    /// For each field, the rule and the words it came from.
    pub provenance: Vec<Provenance>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
}

#[cfg(test)]
mod tests {
    use super::IndicatorAim;

    #[test]
    fn the_words_around_a_figure_say_which_way_it_should_go() {
        use IndicatorAim::{About, AtLeast, AtMost, DownBy, Exactly, UpBy};
        let check = |direction, aim| assert_eq!(IndicatorAim::of(direction), aim, "{direction}");
        check("不少于", AtLeast);
        check("达到…以上", AtLeast);
        check("增长…以上", AtLeast);
        check("超过", AtLeast);
        check("不超过", AtMost);
        check("压缩至…内", AtMost);
        check("缩短至", AtMost);
        check("降低至…以下", AtMost);
        check("培育…左右", About);
        check("同比增长", UpBy);
        check("缩短", DownBy);
        check("新增", Exactly);
        check("", Exactly);
    }
}

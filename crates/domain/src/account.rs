//! The account of a source file: what every line of it turned out to be.

/// What a line of a source file was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LineRole {
    /// Part of a measure.
    Measure,
    /// A heading or caption.
    Heading,
    /// Title, number, issuers, dates, addressees, signature.
    Metadata,
    /// Text that orders nothing, for a named reason.
    Background(BackgroundReason),
    /// Page marks, repeated table headers, page numbers, web furniture.
    Furniture,
    /// Nothing but blanks.
    Blank,
    /// Not understood: a person should look.
    NotUnderstood,
}

/// Why a line orders nothing. No line is background without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BackgroundReason {
    /// Read by a version that kept no reasons.
    Unstated,
    /// The occasion and purpose before the first clause.
    Opening,
    /// The words between a heading and its first clause.
    Preamble,
    /// 总体要求, 指导思想, 基本原则, 主要目标.
    Aims,
    /// 适用范围, 执行时间, 有效期, 附则.
    Scope,
    /// 参会人员, 会议时间, 报名条件: what a reader has to know.
    Particulars,
    /// 实施步骤, 时间安排: the stages of the work.
    Stages,
    /// 职责分工, 组织机构: who is there for what.
    Duties,
    /// What a word means.
    Definition,
    /// Conditions to be met, cases, papers to bring: 符合下列条件：…, 未按规定报批的。
    Cases,
    /// What the office that speaks is going to do itself: 市政府将对…开展抽查。
    Announcement,
    /// An article of a regulation, or a clause of a policy without a unit.
    Article,
    /// What was done already, found or thought.
    Report,
    /// What a notice asks of everybody when it passes a plan on, without a unit and a time.
    Wrapper,
    /// The whole document is of a kind that orders nothing.
    Kind,
    /// A call on everybody that names no unit.
    Call,
    /// A row that says that its item is no matter of this place.
    NotApplicable,
    /// A cell of a task table that describes, beside those that order.
    Description,
    /// A table that lists no tasks.
    OtherTable,
    /// A table of names, duties, telephone numbers.
    Roster,
    /// A programme of hours and places.
    Programme,
    /// A list of powers and services with their legal bases.
    Powers,
    /// Prices, quotas, figures.
    Figures,
    /// The sums of a table.
    Sums,
    /// A remark below a table.
    Remark,
}

impl BackgroundReason {
    /// Every reason, with the word used in the store and a sentence for the person who asks.
    const TABLE: [(Self, &'static str, &'static str); 25] = [
        (Self::Unstated, "background", "由旧版程序读入，没有记下理由"),
        (Self::Opening, "background.opening", "正文开头，说明缘由和目的"),
        (Self::Preamble, "background.preamble", "标题与第一条之间的引言"),
        (Self::Aims, "background.aims", "总体要求、原则、目标，不交办具体事项"),
        (Self::Scope, "background.scope", "适用范围、期限、附则等说明"),
        (Self::Particulars, "background.particulars", "时间、地点、人员、材料等告知事项"),
        (Self::Stages, "background.stages", "实施步骤、时间安排"),
        (Self::Duties, "background.duties", "机构和职责的说明"),
        (Self::Definition, "background.definition", "名词的解释"),
        (Self::Cases, "background.cases", "条件、情形、材料的列举"),
        (Self::Announcement, "background.announcement", "发文单位告知自己将要做的事"),
        (Self::Article, "background.article", "法规、办法或政策的条文，没有写明责任单位"),
        (Self::Report, "background.report", "已经做了的事、情况和看法"),
        (Self::Wrapper, "background.wrapper", "印发、转发通知自身的一般要求"),
        (Self::Kind, "background.kind", "这一类文件不交办事项"),
        (Self::Call, "background.call", "对各方的一般要求，没有点名单位"),
        (Self::NotApplicable, "background.not-applicable", "写明该事项不涉及本地"),
        (Self::Description, "background.description", "任务表里说明情况的一栏"),
        (Self::OtherTable, "background.other-table", "不列任务的表格"),
        (Self::Roster, "background.roster", "名单、值班表、通讯录"),
        (Self::Programme, "background.programme", "日程、议程"),
        (Self::Powers, "background.powers", "权责、办事、收费事项及其依据"),
        (Self::Figures, "background.figures", "指标、价目、统计数字"),
        (Self::Sums, "background.sums", "表格的合计行"),
        (Self::Remark, "background.remark", "表格下的注"),
    ];

    /// The word used in exports and in the store.
    pub fn code(self) -> &'static str {
        self.entry().map_or("background", |(_, code, _)| code)
    }

    /// Why, in a Chinese sentence.
    pub fn words(self) -> &'static str {
        self.entry().map_or("", |(_, _, words)| words)
    }

    /// Every reason.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::TABLE.into_iter().map(|(reason, ..)| reason)
    }

    fn entry(self) -> Option<(Self, &'static str, &'static str)> {
        Self::TABLE.into_iter().find(|(reason, ..)| *reason == self)
    }
}

impl LineRole {
    /// Every role that needs no reason.
    const PLAIN: [Self; 6] =
        [Self::Measure, Self::Heading, Self::Metadata, Self::Furniture, Self::Blank, Self::NotUnderstood];
    /// The groups of roles, in the order in which they are shown.
    pub const GROUPS: [&'static str; 7] =
        ["measure", "heading", "metadata", "background", "furniture", "blank", "not_understood"];

    /// The word used in the store; that of background says why.
    pub fn code(self) -> &'static str {
        match self {
            Self::Background(reason) => reason.code(),
            plain => plain.group(),
        }
    }

    /// The role without its reason: one of [`Self::GROUPS`].
    pub fn group(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Heading => "heading",
            Self::Metadata => "metadata",
            Self::Background(_) => "background",
            Self::Furniture => "furniture",
            Self::Blank => "blank",
            Self::NotUnderstood => "not_understood",
        }
    }

    /// The role a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        let background = || BackgroundReason::all().find(|reason| reason.code() == code).map(Self::Background);
        Self::PLAIN.into_iter().find(|role| role.group() == code).or_else(background)
    }

    /// Why the line orders nothing; `None` for a line that is no background.
    pub fn reason(self) -> Option<BackgroundReason> {
        match self {
            Self::Background(reason) => Some(reason),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_is_found_by_its_code() {
        let roles = LineRole::PLAIN.into_iter().chain(BackgroundReason::all().map(LineRole::Background));
        for role in roles {
            assert_eq!(LineRole::from_code(role.code()), Some(role));
            assert!(LineRole::GROUPS.contains(&role.group()));
        }
        assert_eq!(LineRole::from_code("?"), None);
    }
}

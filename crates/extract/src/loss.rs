//! What a document seems to order and did not give: a doubt, so that no loss goes unseen.
//!
//! Two questions of the whole document. Does it call itself a list of tasks, or name units and times, and gave no or few
//! measures? Is there a row or a numbered paragraph among the background that names a unit or a time by which something
//! must be done?

use domain::tree::Piece;
use domain::{BackgroundReason, DeadlineKind, Doubt, Field, LineRole, Measure, NoticeFacts, NoticeKind};

use crate::deadline::{self, DeadlineContext};
use crate::head::kind;
use crate::ordering;
use crate::outline::label;
use crate::units::{looks_like_unit, sentence_units, split_list};

rules! {
    NOTICE_FEW_MEASURES = "notice.few-measures", "看来是部署任务的文件，读出的举措很少";
    ACCOUNT_NOT_UNDERSTOOD = "account.not-understood", "有编号的段落或表格的行没有读懂";
    ACCOUNT_ORDER_IN_BACKGROUND = "account.order-in-background", "读作背景的行里写有单位或完成时间";
}

/// The rule of the first question; an import tells of its doubts first of all.
pub const FEW_MEASURES: &str = NOTICE_FEW_MEASURES;

/// The doubts of a document whose lines have their roles; `told` are those that it has.
pub(crate) fn doubts(
    facts: &NoticeFacts,
    pieces: &[Piece<'_>],
    roles: &[LineRole],
    measures: &[Measure],
    told: &[Doubt],
) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    if facts.kind.orders_nothing() {
        return doubts;
    }
    let found = Found::of(pieces, roles, &DeadlineContext::of(facts));
    doubts.extend(few_measures(facts, &found, measures.len()));
    // A table says of its own rows that they were not read, and a document that gave few measures how many lines are left.
    let is_told = |line: &u32| !doubts.is_empty() || told.iter().any(|doubt| doubt.line == Some(*line));
    let unread: Vec<u32> = found.not_understood.iter().copied().filter(|line| !is_told(line)).collect();
    if let Some(first) = unread.first() {
        let alternative = "这些行有编号或在表格里，没有读成事项，也没有读懂，请对照原文";
        let doubt = Doubt::new(Field::Extent, ACCOUNT_NOT_UNDERSTOOD, lines(&unread), alternative);
        doubts.push(doubt.on_line(*first));
    }
    if let Some(first) = found.hidden.first() {
        let alternative = "这些行读作背景，但写有单位或完成时间，像是交办的事项，请对照原文";
        let doubt = Doubt::new(Field::Extent, ACCOUNT_ORDER_IN_BACKGROUND, lines(&found.hidden), alternative);
        doubts.push(doubt.on_line(*first));
    }
    doubts
}

/// What the account of a document leaves beside its measures.
#[derive(Debug, Default)]
struct Found {
    /// Lines that give a clause its unit or its time, or tell units to do something, outside measures.
    orders_left: u32,
    /// Lines of rows and numbered paragraphs that no rule has understood.
    not_understood: Vec<u32>,
    /// Lines of rows and numbered paragraphs that are background and name units or a time.
    hidden: Vec<u32>,
}

impl Found {
    fn of(pieces: &[Piece<'_>], roles: &[LineRole], context: &DeadlineContext) -> Self {
        let mut found = Self::default();
        for (piece, role) in pieces.iter().zip(roles).filter(|(piece, _)| piece.is_content()) {
            let is_unit_of_account = piece.row().is_some() || label::read(piece.text()).is_some();
            match role {
                LineRole::NotUnderstood => {
                    found.orders_left += u32::from(ordering::states_units(piece.text()));
                    if is_unit_of_account {
                        found.not_understood.push(piece.number);
                    }
                }
                LineRole::Background(reason) => {
                    found.orders_left += u32::from(ordering::states_units(piece.text()));
                    let hides = || is_unit_of_account && may_hide(*reason) && names_units(piece);
                    if hides()
                        || hides_a_day(*reason, piece, is_unit_of_account, context)
                        || *reason == BackgroundReason::Particulars && tells_all(piece.text())
                    {
                        found.hidden.push(piece.number);
                    }
                }
                _ => {}
            }
        }
        found
    }
}

/// A document that looks like an ordering one and gave no measures, or fewer than it left unread.
fn few_measures(facts: &NoticeFacts, found: &Found, measures: usize) -> Option<Doubt> {
    const FEW: usize = 2;
    let titles = [Some(facts.title.as_str()), facts.notice_title.as_deref()];
    let called = titles.into_iter().flatten().any(kind::names_tasks);
    let kind = matches!(facts.kind, NoticeKind::Plan | NoticeKind::Measures | NoticeKind::Minutes | NoticeKind::Card);
    let left = found.not_understood.len().max(found.orders_left as usize);
    let looks = called || kind || found.orders_left > 0;
    let few = measures == 0 || (measures <= FEW && left > measures) || left > measures * 2;
    (looks && few).then(|| {
        Doubt::new(
            Field::Extent,
            FEW_MEASURES,
            facts.title.clone(),
            if left > 0 {
                format!("看来是部署任务的文件，只读出 {measures} 条举措，另有 {left} 行没有读成，请对照原文")
            } else {
                format!("看来是部署任务的文件，只读出 {measures} 条举措，请对照原文")
            },
        )
    })
}

/// Reasons of single pieces; those of whole documents and of regulations are judged with the document.
fn may_hide(reason: BackgroundReason) -> bool {
    use BackgroundReason::{Aims, Description, Figures, Opening, OtherTable, Particulars, Preamble, Scope};
    matches!(reason, Aims | Description | Figures | Opening | OtherTable | Particulars | Preamble | Scope)
}

/// Whether a paragraph that orders nothing by its heading says by which day something must be done: 5月底前上线一窗系统.
/// What a goal is to reach by the end of a year is no such day, nor what a label gives: 报名时间：5月30日前.
fn hides_a_day(reason: BackgroundReason, piece: &Piece<'_>, numbered: bool, context: &DeadlineContext) -> bool {
    use BackgroundReason::{Aims, Article, Description, Duties, Particulars, Preamble, Scope, Stages};
    let by_heading = matches!(reason, Aims | Description | Duties | Particulars | Preamble | Scope | Stages);
    if !by_heading && reason != Article || piece.row().is_some() {
        return false;
    }
    // An article says who may apply by which day, and words below a number may tell anything; what tells units to do something is an order.
    let told = |sentence: &str| by_heading && numbered || !sentence_units(sentence).leads.is_empty();
    let sentences = piece.text().split(['。', '；']).filter(|sentence| !sentence.contains(['：', ':']));
    sentences.filter(|sentence| sentence.contains('前')).any(|sentence| {
        let deadline = deadline::read(sentence, context);
        let within_year = matches!(deadline.kind, DeadlineKind::Date | DeadlineKind::Month | DeadlineKind::Quarter);
        (within_year || reason != Aims && by_heading)
            && deadline.raw.is_some_and(|raw| raw.ends_with('前'))
            && told(sentence)
    })
}

/// Whether a row has a cell that is a unit and one with words to do, or a paragraph tells units to do something.
fn names_units(piece: &Piece<'_>) -> bool {
    const LONG: usize = 8;
    match piece.row() {
        Some(row) => {
            let cells: Vec<String> = row.cells.iter().map(domain::tree::Cell::text).collect();
            let is_list = |cell: &String| split_list(cell).first().is_some_and(|unit| looks_like_unit(unit));
            let units = cells.iter().filter(|cell| is_list(cell)).count();
            units > 0 && cells.iter().any(|cell| cell.chars().count() >= LONG && !is_list(cell))
        }
        None => ordering::states_units(piece.text()) && !sentence_units(piece.text()).leads.is_empty(),
    }
}

/// 各单位需成立排查小组, also behind a heading of its own: 集中检查配合：各单位需….
fn tells_all(text: &str) -> bool {
    let named = text.starts_with('各') || text.contains("：各") || text.contains("，各");
    named && !sentence_units(text).leads.is_empty()
}

/// 第3、7、12行
fn lines(numbers: &[u32]) -> String {
    const MOST: usize = 12;
    let shown: Vec<String> = numbers.iter().take(MOST).map(u32::to_string).collect();
    let more = if numbers.len() > MOST { "等" } else { "" };
    format!("第{}{more}行", shown.join("、"))
}

//! Whether a document orders anything at all, where its title does not settle it.
//!
//! Judged by structure: who is addressed, who acts in the clauses, and in which mood they stand. A plan orders by its
//! title; an announcement, a speech or a list of duties looks like one clause by clause and orders nothing. Where a
//! document is found to order nothing although some clause reads like an order, a doubt says so.

pub(crate) mod report;
pub(crate) mod why;

use domain::{Doubt, Field, NoticeFacts, NoticeKind};

use crate::head::addressee::is_addressee;
use crate::head::kind;
use crate::letters::{is_letter, signs};
use crate::lexicon::tables::{KINDS, ROLES};
use crate::outline::label::{self, Shape};
use crate::units::{Within, begins_with_label, labels};

rules! {
    NOTICE_ORDERS_NOTHING = "notice.orders-nothing", "文件看来只是告知或汇报，没有读出事项";
}

/// What was judged: the kind the document is taken for, with a doubt where a person should look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Judgement {
    /// The kind.
    pub(crate) kind: NoticeKind,
    /// What speaks against it.
    pub(crate) doubt: Option<Doubt>,
}

/// What the tables of a document show.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tables {
    /// Whether they name units that do something.
    pub(crate) order: bool,
    /// How many of their rows say how far they have come.
    pub(crate) progress: usize,
}

/// Judges a document by its title, its lines and its tables.
pub(crate) fn judge<'a>(facts: &NoticeFacts, lines: impl Iterator<Item = &'a str>, tables: Tables) -> Judgement {
    if !facts.title_inferred && settled_by_title(facts.kind) {
        return Judgement { kind: facts.kind, doubt: None };
    }
    let signs = Signs::of(lines);
    let reply = facts.kind == NoticeKind::Reply && !facts.title_inferred && !signs.answers;
    let kind = if reply && !signs.answers_only() { facts.kind } else { kind(facts, &signs, tables) };
    let turned = kind.orders_nothing()
        && (signs.statements > 0 || signs.to_units > 0 || signs.to_all > 0 || signs.commands || tables.order);
    let doubt = turned.then(|| {
        Doubt::new(
            Field::Extent,
            NOTICE_ORDERS_NOTHING,
            facts.title.clone(),
            "这份文件看来只是告知或汇报，没有读出事项；文中有写明单位或交办语气的句子，请核对",
        )
    });
    Judgement { kind, doubt }
}

/// Whether a kind orders by its title, however its clauses sound.
fn settled_by_title(kind: NoticeKind) -> bool {
    let open = matches!(
        kind,
        NoticeKind::Notice | NoticeKind::Letter | NoticeKind::Reply | NoticeKind::Other | NoticeKind::Information
    );
    !open && !kind.orders_nothing()
}

fn kind(facts: &NoticeFacts, signs: &Signs, tables: Tables) -> NoticeKind {
    let title = signs.printed.as_deref().filter(|_| facts.title_inferred).unwrap_or(&facts.title);
    let named = if facts.title_inferred { kind::kind_of(title) } else { facts.kind };
    // Minutes without a title are told by how they open.
    if signs.minutes && (facts.title_inferred || named == NoticeKind::Other) {
        return NoticeKind::Minutes;
    }
    // What stands in the columns and behind the labels of a report was ordered before.
    let calls = signs.calls && signs.statements == 0 && !signs.addressed && !tables.order;
    if signs.report || signs.answers || calls || (kind::is_of_progress(title) && tables.progress > 1) {
        return NoticeKind::Information;
    }
    match if named == NoticeKind::Information { named } else { facts.kind } {
        // Clauses that name their units order, whatever the paper is called; a report only repeats what was ordered.
        NoticeKind::Information if signs.statements > 1 && !kind::is_report(title) => NoticeKind::Other,
        // 工作安排表: the table itself is the document, and its columns say who does what.
        NoticeKind::Information if tables.order && title.ends_with(['表', '榜', '单']) && !kind::is_report(title) => {
            NoticeKind::Other
        }
        // A page of a site is taken for news only because its title tells no kind.
        NoticeKind::News
            if kind::kind_of(&facts.title) == NoticeKind::Other && (tables.order || signs.statements > 1) =>
        {
            NoticeKind::Other
        }
        NoticeKind::Notice | NoticeKind::Letter | NoticeKind::Other if signs.statements == 0 && !tables.order => {
            if signs.tells_only(facts) {
                NoticeKind::Information
            } else {
                facts.kind
            }
        }
        kind => kind,
    }
}

/// What in the lines of a document shows whether it orders.
#[derive(Debug, Default)]
struct Signs {
    /// Lines that give a clause its unit or its time: 责任单位：…
    statements: usize,
    /// Clauses that tell units to do something.
    to_units: usize,
    /// Clauses that begin with all bodies of a kind: 各班组织….
    to_all: usize,
    /// Numbered clauses.
    clauses: usize,
    /// Clauses that begin like an order.
    orders: usize,
    /// Clauses in which applicants, bidders or readers act.
    outsiders: usize,
    /// Clauses that say what an office is there for.
    duties: usize,
    /// Whether the list of duties ends as such lists do.
    ends_duties: bool,
    /// Clauses that ask.
    questions: usize,
    /// Whether units are addressed above the text.
    addressed: bool,
    /// Clauses that name a circumstance of an event: 名称：…, 地点：…, 主办单位.
    circumstances: usize,
    /// Whether an audience is spoken to.
    speech: bool,
    /// Whether the text closes as those to a higher office do.
    request: bool,
    /// The first line, where it may be a title.
    printed: Option<String>,
    /// Whether the text begins as a news report does.
    news: bool,
    /// Whether the opening announces a report, or minutes.
    report: bool,
    minutes: bool,
    /// Whether it answers a proposal, or asks the public for ideas.
    answers: bool,
    calls: bool,
    /// Long paragraphs, and those among them that tell what is past.
    paragraphs: usize,
    past: usize,
    /// Whether a party is made to do something: 责令你公司….
    commands: bool,
    /// Characters, and the Chinese ones among them.
    characters: usize,
    han: usize,
}

/// The head of a document, in lines: salutation and first sentence stand there.
const HEAD: usize = 24;
/// So much of a clause is looked at, in characters.
const REACH: usize = 60;

impl Signs {
    fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut signs = Self::default();
        let lines: Vec<&str> = lines.map(str::trim).filter(|line| !line.is_empty()).collect();
        for (at, line) in lines.iter().enumerate() {
            signs.count_letters(line);
            if at < HEAD {
                signs.addressed |= is_addressee(line);
                signs.news |= begins_news(line);
                signs.report |= report::announces_report(line);
                signs.answers |= report::answers_proposal(line);
                signs.calls |= report::calls_for_ideas(line);
                signs.minutes |= KINDS.holds("minutes-opening", line);
            }
            if at == 0 && !line.ends_with(['。', '：', ':']) {
                signs.printed = Some((*line).to_owned());
            }
            signs.commands |= KINDS.holds("command", line);
            signs.request |= is_short(line) && KINDS.begins("request", line);
            signs.speech |= is_short(line) && KINDS.begins("speech", line);
            signs.paragraphs += usize::from(!is_short(line));
            signs.past += usize::from(report::tells_past(line));
            signs.statements += usize::from(states_units(line));
            signs.to_units += usize::from(tells_units(line));
            if let Some(words) = clause(line, lines.get(at + 1).copied()) {
                signs.add_clause(words);
            }
        }
        signs
    }

    fn count_letters(&mut self, line: &str) {
        for c in line.chars() {
            let is_han = ('\u{4e00}'..='\u{9fff}').contains(&c);
            self.han += usize::from(is_han);
            self.characters += usize::from(is_han || is_letter(c));
        }
    }

    fn add_clause(&mut self, words: &str) {
        let near: String = words.chars().take(REACH).collect();
        self.clauses += 1;
        let outsider = KINDS.holds("outsider", &beginning(&near));
        self.orders += usize::from(!outsider && begins_like_an_order(&near));
        self.outsiders += usize::from(outsider);
        self.duties += usize::from(KINDS.begins("duty", &near));
        self.to_all += usize::from(begins_with_all(&near));
        self.ends_duties |= KINDS.holds("duty-last", words);
        self.circumstances += usize::from(is_circumstance(&near));
        self.questions += usize::from(near.contains(['？', '?']));
    }

    /// Whether a reply tells how things are and asks nobody for anything.
    fn answers_only(&self) -> bool {
        self.report && self.statements == 0 && self.to_units == 0
    }

    /// Whether a notice only tells something.
    fn tells_only(&self, facts: &NoticeFacts) -> bool {
        self.only_tells(facts).is_some()
    }

    /// What shows that a notice only tells something, in words for the person.
    fn only_tells(&self, facts: &NoticeFacts) -> Option<&'static str> {
        let most = |count: usize| count * 2 >= self.clauses && count >= 2;
        let third = |count: usize| count * 3 >= self.clauses && count >= 2;
        let from_office = facts.number.is_some() || self.addressed;
        let public = kind::is_public(&facts.title);
        let few_orders = self.orders * 2 < self.clauses;
        if self.han * 3 < self.characters {
            return Some("正文多为外文");
        }
        if self.speech {
            return Some("是对听众的讲话、致辞");
        }
        if self.request {
            return Some("结尾是请示、报告的用语");
        }
        if self.ends_duties && most(self.duties) {
            return Some("各条是机构的职责");
        }
        if kind::has_public_topic(&facts.title) && (public || (!from_office && few_orders)) {
            return Some("标题是招聘、招标、征集一类");
        }
        if most(self.circumstances) && self.to_units == 0 && self.circumstances >= 4 {
            return Some("各条写的是活动的时间、地点等");
        }
        if third(self.outsiders) && few_orders {
            return Some("各条写的是申请人、投标人等自己办的事");
        }
        if third(self.questions) {
            return Some("各条是问答");
        }
        // What an office sends to others, with its number or an address, is more than news.
        if from_office {
            return None;
        }
        if public && self.to_units == 0 {
            return Some("是面向公众的公告，没有点名单位");
        }
        if self.news {
            return Some("开头是新闻报道的写法");
        }
        if kind::tells_of_event(&facts.title) {
            return Some("标题是召开会议、举办活动的报道");
        }
        if self.past > 1 && self.past * 2 > self.paragraphs {
            return Some("多为已经做过的事");
        }
        (self.clauses >= 2 && self.orders * 3 < self.clauses).then_some("各条多不是要求办的事")
    }
}

/// The words of a numbered clause; `None` for other lines and for headings.
fn clause<'a>(line: &'a str, next: Option<&str>) -> Option<&'a str> {
    const HEADING: usize = 20;
    let own = label::read(line)?;
    let words = line.get(own.length..)?;
    let shape = next.and_then(label::read).map(|label| label.shape);
    let outermost = matches!(own.shape, Shape::Chapter | Shape::ChapterSection | Shape::Han);
    let plain = words.chars().count() <= HEADING && !words.contains(['。', '，', '；']);
    let heads = outermost && plain && shape != Some(own.shape) && next.is_some();
    (!heads && !words.is_empty()).then_some(words)
}

/// 推进…, 进一步优化…: an official verb stands at the beginning and is not past.
pub(crate) fn begins_like_an_order(clause: &str) -> bool {
    let beginning = beginning(clause);
    let verb = KINDS.holds("verb", &beginning) || KINDS.holds("modal", clause);
    let past = ["了", "已", "过"].iter().any(|word| beginning.contains(word));
    (verb && !past) || tells_units(clause)
}

/// Whether those who act in a sentence are no offices: 请同学们做好准备, 请家长签字.
pub(crate) fn speaks_to_outsiders(sentence: &str) -> bool {
    KINDS.holds("outsider", &beginning(sentence))
}

/// So much of a clause as its subject and verb take.
fn beginning(clause: &str) -> String {
    const NEAR: usize = 14;
    clause.chars().take(NEAR).collect()
}

/// 责任单位：…, （牵头单位：…）, （…负责）, 由…牵头.
pub(crate) fn states_units(line: &str) -> bool {
    let has_colon = signs(line).any(|(_, c)| matches!(c, '：' | ':'));
    let labelled = has_colon
        && (labels(line, &[0], Within::Text).iter().any(|one| one.label.complete && one.label.kind.names_units())
            || (KINDS.holds("statement", line) && begins_with_label(line)));
    let closing = line.trim_end_matches(['。', '；']).trim_end_matches(['）', ')']);
    let bracket = line.trim_end_matches(['。', '；']).ends_with(['）', ')']);
    labelled || (bracket && ROLES.ends("spelled", closing))
}

/// 各单位要…, 请各县区于…前…, 由…牵头: offices are told to do something.
fn tells_units(line: &str) -> bool {
    let begins = |at: &usize| line.get(at + '各'.len_utf8()..).is_some_and(|rest| KINDS.begins("behind-all", rest));
    let subject = line.match_indices('各').map(|(at, _)| at).find(begins);
    let modal = |rest: &str| ["要", "应", "须", "请", "前"].iter().any(|word| rest.contains(word));
    let told = subject.and_then(|at| line.get(at..)).is_some_and(|rest| {
        let near: String = rest.chars().take(REACH).collect();
        modal(&near)
    });
    told || line.find('由').and_then(|at| line.get(at..)).is_some_and(|rest| {
        let near: String = rest.chars().take(REACH).collect();
        near.contains("牵头") || near.contains("会同")
    })
}

/// 地点：某会展中心; 主办单位: what there is to know of an event, and who holds it.
fn is_circumstance(clause: &str) -> bool {
    let name = clause.split(['：', ':']).next().unwrap_or_default();
    KINDS.is("event-label", name.trim())
}

/// 各班发动同学参加…: all bodies of a kind do something, whoever else is named; 各位, 各类 name no bodies.
fn begins_with_all(clause: &str) -> bool {
    const NO_BODIES: [char; 8] = ['位', '类', '种', '项', '界', '有', '式', '自'];
    let rest = clause.strip_prefix('各');
    rest.is_some_and(|rest| !rest.starts_with(NO_BODIES))
}

/// 3月11日，…, 本报讯, （记者 …）: the first words of a report.
fn begins_news(line: &str) -> bool {
    let reported = KINDS.begins("news", line);
    let day = line.char_indices().take(14).find(|(_, c)| *c == '日').map(|(at, c)| at + c.len_utf8());
    let dated = day.is_some_and(|at| {
        let (date, rest) = line.split_at(at);
        let is_date = date.contains('月') && date.chars().all(|c| c.is_numeric() || "年月日 至".contains(c));
        is_date && rest.starts_with(['，', '上', '下']) && line.contains('。')
    });
    reported || dated
}

fn is_short(line: &str) -> bool {
    const SHORT: usize = 24;
    line.chars().count() <= SHORT
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(title: &str, text: &str) -> NoticeKind {
        let facts = NoticeFacts { title: title.to_owned(), kind: kind::kind_of(title), ..NoticeFacts::default() };
        judge(&facts, text.lines(), Tables::default()).kind
    }

    #[test]
    fn moods_tell_what_orders_nothing() {
        let check =
            |title: &str, text: &str, expected: NoticeKind| assert_eq!(judged(title, text), expected, "{title}");
        check("关于做好防汛工作的通知", "1.加强值班值守。\n2.排查隐患。\n", NoticeKind::Notice);
        check("某中心服务事项", "1.开放时间为九点。\n2.周一闭馆。\n3.凭证入场。\n", NoticeKind::Information);
        check(
            "某局",
            "（一）负责规划。\n（二）指导建设。\n（三）完成市政府交办的其他任务。\n",
            NoticeKind::Information,
        );
        check("常见事项", "1.怎样申请？\n2.多久办好？\n3.向谁咨询？\n", NoticeKind::Information);
        check("值班电话", "1.调试设备。（市应急局负责）\n", NoticeKind::Other);
        check("Opening hours", "1. Rooms close at six.\n2. Books may be renewed.\n", NoticeKind::Information);
    }
}

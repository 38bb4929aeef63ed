//! What may be done with a task, and where it leads: the one table that buttons, menus, the command line and the journal
//! are made from.

use crate::{Standing, Steps, TaskStatus};

/// Whether a move asks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It has no place for it.
    No,
    /// It may be given.
    May,
    /// Without it the move is refused.
    Must,
}

impl Need {
    /// The word on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::May => "may",
            Self::Must => "must",
        }
    }
}

/// Which way a move goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveKind {
    /// Along the steps. A step that the office does without is passed over.
    Forward,
    /// To an earlier step.
    Back,
    /// Off the way: nothing is owed any more.
    Aside,
    /// Back on the way.
    Again,
}

impl MoveKind {
    /// The word on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Forward => "forward",
            Self::Back => "back",
            Self::Aside => "aside",
            Self::Again => "again",
        }
    }
}

/// Where a move begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beginning {
    Status(TaskStatus),
    /// Every status of this standing.
    Every(Standing),
}

/// From where to where a move leads.
#[derive(Debug, Clone, Copy)]
struct Way {
    from: Beginning,
    to: TaskStatus,
    /// Only in an office that does without this step.
    without: Option<TaskStatus>,
}

const fn way(from: TaskStatus, to: TaskStatus) -> Way {
    Way { from: Beginning::Status(from), to, without: None }
}

const fn from_every(from: Standing, to: TaskStatus) -> Way {
    Way { from: Beginning::Every(from), to, without: None }
}

/// All there is to say of a move.
#[derive(Debug, Clone, Copy)]
pub struct MoveEntry {
    /// The move.
    pub name: Move,
    /// The word on the wire and on the command line.
    pub code: &'static str,
    /// What a button and a menu call it.
    pub word: &'static str,
    /// What the journal calls it.
    pub journal: &'static str,
    /// Which way it goes.
    pub kind: MoveKind,
    /// Whether it asks why.
    pub reason: Need,
    /// What offices usually say, to choose from.
    pub reasons: &'static [&'static str],
    /// Whether it asks for the task that takes this one's place.
    pub successor: Need,
    /// Whether a unit's own part is moved by it, too.
    pub moves_parts: bool,
    ways: &'static [Way],
}

macro_rules! moves {
    ($($(#[$about:meta])+ $name:ident $code:literal $word:literal, journal $journal:literal, $kind:ident, reason $reason:ident $reasons:expr, successor $successor:ident, parts $parts:literal, $ways:expr;)+) => {
        /// What is done with a task.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Move {
            $($(#[$about])+ $name,)+
        }

        /// Every move with its words and ways, as menus list them.
        pub const MOVES: [MoveEntry; [$($code),+].len()] = [$(MoveEntry {
            name: Move::$name,
            code: $code,
            word: $word,
            journal: $journal,
            kind: MoveKind::$kind,
            reason: Need::$reason,
            reasons: &$reasons,
            successor: Need::$successor,
            moves_parts: $parts,
            ways: &$ways,
        }),+];
    };
}

use TaskStatus as S;

moves! {
    /// A task that was thought of is agreed to.
    Prepare "prepare" "报批", journal "报批", Forward, reason No [], successor No, parts false,
        [way(S::Proposed, S::Prepared)];
    /// It is handed to its units.
    Issue "issue" "交办", journal "交办", Forward, reason No [], successor No, parts false,
        [way(S::Proposed, S::Issued), way(S::Prepared, S::Issued)];
    /// Its lead unit acknowledges it.
    Sign "sign" "签收", journal "签收", Forward, reason No [], successor No, parts false,
        [way(S::Issued, S::InProgress)];
    /// Its lead unit says that it is done.
    Submit "submit" "报送审核", journal "报送审核", Forward, reason May [], successor No, parts true,
        [way(S::InProgress, S::Submitted)];
    /// The office agrees that it is done.
    Complete "complete" "办结", journal "办结", Forward, reason May [], successor No, parts true,
        [
            way(S::Submitted, S::Completed),
            Way { without: Some(S::Submitted), ..way(S::InProgress, S::Completed) },
        ];
    /// It is struck off the ledger.
    Close "close" "销号", journal "销号", Forward, reason May [], successor No, parts false,
        [way(S::Completed, S::Closed)];
    /// It goes back to whom it came from.
    SendBack "send_back" "退回", journal "退回", Back,
        reason Must ["佐证材料不足", "未达到目标要求", "数据不实", "内容空泛", "职责不符", "其他"], successor No, parts true,
        [way(S::Issued, S::Prepared), way(S::Submitted, S::InProgress), way(S::Completed, S::InProgress)];
    /// It is stopped until further notice.
    Suspend "suspend" "中止", journal "中止", Aside,
        reason Must ["上级政策调整", "前置条件不具备", "资金未落实", "其他"], successor No, parts false,
        [from_every(Standing::Open, S::Suspended)];
    /// It does not concern the office.
    NotApplicable "not_applicable" "不涉及", journal "列为不涉及", Aside,
        reason Must ["本地无此事项", "不属本级权限", "职责已划出", "其他"], successor No, parts false,
        [from_every(Standing::Open, S::NotApplicable), way(S::Suspended, S::NotApplicable)];
    /// It is followed as part of another task.
    Merge "merge" "撤并", journal "撤并", Aside,
        reason May ["事项重复", "合并推进"], successor Must, parts false,
        [from_every(Standing::Open, S::Merged), way(S::Suspended, S::Merged)];
    /// A later order takes its place.
    Supersede "supersede" "被替代", journal "列为被替代", Aside,
        reason May ["正式文件已印发", "新一年度方案已印发", "文件已修订", "文件已废止"], successor May, parts false,
        [from_every(Standing::Open, S::Superseded), way(S::Suspended, S::Superseded)];
    /// It goes on after it was stopped.
    Resume "resume" "恢复办理", journal "恢复办理", Again, reason May [], successor No, parts false,
        [way(S::Suspended, S::InProgress)];
    /// It is to be done after all.
    Reopen "reopen" "重新办理", journal "重新办理", Again,
        reason Must ["整改不到位", "问题反弹", "误操作", "其他"], successor No, parts false,
        [from_every(Standing::Done, S::InProgress), from_every(Standing::Ended, S::InProgress)];
}

impl Move {
    /// Its entry.
    pub const fn entry(self) -> &'static MoveEntry {
        const TABLE: &[MoveEntry] = &MOVES;
        &TABLE[self as usize]
    }

    /// The word on the wire and on the command line.
    pub const fn code(self) -> &'static str {
        self.entry().code
    }

    /// What a button and a menu call it.
    pub const fn word(self) -> &'static str {
        self.entry().word
    }

    /// The move a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        MOVES.iter().find(|entry| entry.code == code).map(|entry| entry.name)
    }

    /// Where it leads from a status in an office that takes these steps; `None` when it is not done from there.
    pub fn leads(self, from: TaskStatus, steps: Steps) -> Option<TaskStatus> {
        moves_from(from, steps).into_iter().find(|(name, _)| *name == self).map(|(_, to)| to)
    }

    /// Where it leads a unit's own part. What a unit reports is received (已报) whether or not the office has a step for
    /// looking at it.
    pub fn leads_part(self, from: TaskStatus) -> Option<TaskStatus> {
        if !self.entry().moves_parts || from < PART_BEGINS {
            return None;
        }
        self.entry().ways.iter().find(|way| way.begins_at(from)).map(|way| way.to)
    }
}

/// Where the part of a unit stands that has reported nothing of its own.
pub const PART_BEGINS: TaskStatus = TaskStatus::InProgress;

impl MoveEntry {
    /// Every status it may be done from in some office, with where it leads when no step is passed over.
    pub fn ways(&self) -> impl Iterator<Item = (TaskStatus, TaskStatus)> {
        let from = |from: TaskStatus| self.ways.iter().find(|way| way.begins_at(from)).map(|way| (from, way.to));
        TaskStatus::ALL.into_iter().filter_map(from)
    }
}

impl Way {
    fn begins_at(&self, status: TaskStatus) -> bool {
        match self.from {
            Beginning::Status(from) => from == status,
            Beginning::Every(standing) => status.standing() == standing && status != self.to,
        }
    }
}

/// What may be done with a task in this status, in an office that takes these steps, and where it leads.
pub fn moves_from(status: TaskStatus, steps: Steps) -> Vec<(Move, TaskStatus)> {
    let mut found: Vec<(&MoveEntry, TaskStatus, TaskStatus)> = Vec::new();
    for entry in &MOVES {
        let open = |way: &&Way| way.begins_at(status) && !way.without.is_some_and(|step| steps.take(step));
        let Some(Way { to, .. }) = entry.ways.iter().find(open) else { continue };
        let reached = if entry.kind == MoveKind::Forward { steps.from(*to) } else { *to };
        // Of two moves forward that lead to one place, that one counts which was to lead furthest: 交办, and not 报批,
        // where nothing is prepared; 办结, and not 报送审核, where nothing is looked at.
        found.retain(|(other, to_other, reached_other)| {
            *reached_other != reached || other.kind != MoveKind::Forward || *to_other >= *to
        });
        let is_nearer = |(other, to_other, reached_other): &(&MoveEntry, TaskStatus, TaskStatus)| {
            entry.kind == MoveKind::Forward
                && other.kind == MoveKind::Forward
                && *reached_other == reached
                && *to_other > *to
        };
        if !found.iter().any(is_nearer) {
            found.push((entry, *to, reached));
        }
    }
    found.into_iter().map(|(entry, _, reached)| (entry.name, reached)).collect()
}

/// Why a move is not done from a status, for the person.
pub fn refusal(name: Move, status: TaskStatus, steps: Steps) -> String {
    let words: Vec<&str> = moves_from(status, steps).into_iter().map(|(name, _)| name.word()).collect();
    format!("现在是“{}”，不能“{}”；可以：{}", status.word(), name.word(), words.join("、"))
}

/// The same of a unit's own part.
pub fn refusal_of_part(name: Move, status: TaskStatus) -> String {
    let possible = |entry: &&MoveEntry| entry.name.leads_part(status).is_some();
    let words: Vec<&str> = MOVES.iter().filter(possible).map(|entry| entry.word).collect();
    format!("该单位的部分现在是“{}”，不能“{}”；可以：{}", status.word(), name.word(), words.join("、"))
}

#[cfg(test)]
mod tests;

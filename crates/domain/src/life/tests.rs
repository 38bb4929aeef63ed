//! Every move from every status, in offices with few and with all steps.

use super::*;

/// The moves from a status as “move→status”, in the order of the table.
fn told(status: TaskStatus, steps: Steps) -> String {
    let one = |(name, to): (Move, TaskStatus)| format!("{}→{}", name.word(), to.word());
    moves_from(status, steps).into_iter().map(one).collect::<Vec<_>>().join(" ")
}

const ASIDE: &str = "中止→已中止 不涉及→不涉及 撤并→已撤并 被替代→已被替代";

#[test]
fn every_entry_stands_in_the_place_of_its_move() {
    for (at, entry) in MOVES.iter().enumerate() {
        assert_eq!(entry.name as usize, at, "{}", entry.word);
        assert_eq!(Move::from_code(entry.code), Some(entry.name));
        assert!(entry.reasons.is_empty() || entry.reason != Need::No, "{}", entry.word);
        assert!(entry.ways().next().is_some(), "{}", entry.word);
        for (from, to) in entry.ways() {
            assert_ne!(from, to, "{}", entry.word);
            let ends = to.standing() == Standing::Ended;
            assert_eq!(ends, entry.kind == MoveKind::Aside, "{} leads to {}", entry.word, to.word());
        }
    }
}

#[test]
fn an_office_without_optional_steps_has_three() {
    let none = Steps::default();
    let check = |status: TaskStatus, expected: String| assert_eq!(told(status, none), expected, "{}", status.word());
    check(S::InProgress, format!("办结→已办结 {ASIDE}"));
    check(S::Completed, "销号→已销号 退回→办理中 重新办理→办理中".to_owned());
    check(S::Closed, "重新办理→办理中".to_owned());
    check(S::Suspended, "不涉及→不涉及 撤并→已撤并 被替代→已被替代 恢复办理→办理中 重新办理→办理中".to_owned());
    for ended in [S::Merged, S::NotApplicable, S::Superseded] {
        check(ended, "重新办理→办理中".to_owned());
    }
    // Steps that were switched off while tasks stood in them are left as from any other.
    check(S::Proposed, format!("交办→办理中 {ASIDE}"));
    check(S::Prepared, format!("交办→办理中 {ASIDE}"));
    check(S::Issued, format!("签收→办理中 退回→待交办 {ASIDE}"));
    check(S::Submitted, format!("办结→已办结 退回→办理中 {ASIDE}"));
}

#[test]
fn an_office_with_all_steps_takes_them_one_by_one() {
    let check =
        |status: TaskStatus, expected: String| assert_eq!(told(status, Steps::EVERY), expected, "{}", status.word());
    check(S::Proposed, format!("报批→待交办 交办→待签收 {ASIDE}"));
    check(S::Prepared, format!("交办→待签收 {ASIDE}"));
    check(S::Issued, format!("签收→办理中 退回→待交办 {ASIDE}"));
    check(S::InProgress, format!("报送审核→待审核 {ASIDE}"));
    check(S::Submitted, format!("办结→已办结 退回→办理中 {ASIDE}"));
    check(S::Completed, "销号→已销号 退回→办理中 重新办理→办理中".to_owned());
}

#[test]
fn a_step_that_is_switched_off_is_passed_over() {
    let without = |step: TaskStatus| -> Steps { Steps::EVERY.optional().filter(|other| *other != step).collect() };
    assert_eq!(Move::Issue.leads(S::Prepared, without(S::Issued)), Some(S::InProgress));
    assert_eq!(Move::Issue.leads(S::Proposed, without(S::Issued)), Some(S::InProgress));
    assert_eq!(Move::Prepare.leads(S::Proposed, without(S::Prepared)), None, "交办 leads there");
    assert_eq!(Move::Issue.leads(S::Proposed, without(S::Prepared)), Some(S::Issued));
    assert_eq!(Move::Complete.leads(S::InProgress, without(S::Submitted)), Some(S::Completed));
    assert_eq!(Move::Complete.leads(S::InProgress, without(S::Proposed)), None, "it is to be looked at first");
}

#[test]
fn every_status_is_reached_and_left_in_an_office_with_all_steps() {
    for status in TaskStatus::ALL {
        assert!(!moves_from(status, Steps::EVERY).is_empty(), "nothing leads out of {}", status.word());
        let reached = MOVES.iter().any(|entry| entry.ways().any(|(_, to)| to == status));
        assert!(reached || status == Steps::EVERY.first(), "nothing leads to {}", status.word());
    }
}

#[test]
fn a_unit_reports_its_part_whatever_steps_the_office_takes() {
    let check = |name: Move, from: TaskStatus, to| assert_eq!(name.leads_part(from), to, "{name:?} {from:?}");
    check(Move::Submit, PART_BEGINS, Some(S::Submitted));
    check(Move::Complete, S::InProgress, Some(S::Completed));
    check(Move::Complete, S::Submitted, Some(S::Completed));
    check(Move::SendBack, S::Submitted, Some(S::InProgress));
    check(Move::SendBack, S::Completed, Some(S::InProgress));
    check(Move::SendBack, S::InProgress, None);
    check(Move::Close, S::Completed, None);
    check(Move::Suspend, S::InProgress, None);
}

#[test]
fn a_refusal_says_what_can_be_done_instead() {
    assert_eq!(
        refusal(Move::Sign, S::Completed, Steps::default()),
        "现在是“已办结”，不能“签收”；可以：销号、退回、重新办理"
    );
    assert_eq!(
        refusal_of_part(Move::SendBack, S::InProgress),
        "该单位的部分现在是“办理中”，不能“退回”；可以：报送审核、办结"
    );
}

//! What the units of a task have reported of their own parts, in a sentence.

use crate::life::PART_BEGINS;
use crate::{TaskStatus, UnitRole};

/// “牵头已报，5 个配合单位中 2 个未报”. None as long as no unit has a state of its own.
pub fn rollup(parts: &[(UnitRole, Option<TaskStatus>)]) -> Option<String> {
    if parts.iter().all(|(_, status)| status.is_none()) {
        return None;
    }
    let of = |wanted: UnitRole| -> Vec<TaskStatus> {
        let parts = parts.iter().filter(|(role, _)| *role == wanted);
        parts.map(|(_, status)| status.unwrap_or(PART_BEGINS)).collect()
    };
    let told =
        [sentence("牵头", "牵头单位", &of(UnitRole::Lead)), sentence("配合单位", "配合单位", &of(UnitRole::CoUnit))];
    let told: Vec<String> = told.into_iter().flatten().collect();
    Some(told.join("，"))
}

/// What is said of the units of one role.
fn sentence(alone: &str, many: &str, parts: &[TaskStatus]) -> Option<String> {
    let missing = parts.iter().filter(|status| **status == PART_BEGINS).count();
    let done = parts.iter().filter(|status| **status == TaskStatus::Completed).count();
    let all = parts.len();
    Some(match all {
        0 => return None,
        1 if missing == 1 => format!("{alone}未报"),
        1 if done == 1 => format!("{alone}已办结"),
        1 => format!("{alone}已报"),
        _ if missing == all => format!("{all} 个{many}均未报"),
        _ if missing > 0 => format!("{all} 个{many}中 {missing} 个未报"),
        _ if done == all => format!("{all} 个{many}均已办结"),
        _ => format!("{all} 个{many}均已报"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_who_has_reported_and_who_has_not() {
        let check = |leads: &[&str], co_units: &[&str], expected: Option<&str>| {
            let of = |role: UnitRole, codes: &[&str]| -> Vec<(UnitRole, Option<TaskStatus>)> {
                codes.iter().map(|code| (role, TaskStatus::from_code(code))).collect()
            };
            let parts = [of(UnitRole::Lead, leads), of(UnitRole::CoUnit, co_units)].concat();
            assert_eq!(rollup(&parts).as_deref(), expected, "{leads:?} {co_units:?}");
        };
        check(&[""], &["", ""], None);
        let five = ["submitted", "submitted", "completed", "", ""];
        check(&["submitted"], &five, Some("牵头已报，5 个配合单位中 2 个未报"));
        check(&[""], &["submitted"], Some("牵头未报，配合单位已报"));
        check(&["completed"], &[], Some("牵头已办结"));
        check(&["submitted", ""], &["completed", "completed"], Some("2 个牵头单位中 1 个未报，2 个配合单位均已办结"));
        check(&["in_progress"], &["submitted", "completed"], Some("牵头未报，2 个配合单位均已报"));
        check(&["submitted"], &["", ""], Some("牵头已报，2 个配合单位均未报"));
        check(&[], &["submitted"], Some("配合单位已报"));
    }
}

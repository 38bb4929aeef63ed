//! The groups of a list of tasks, counted.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use domain::{Light, TaskStatus};
use store::{GroupCount, GroupCounts, Grouping};

use crate::context::Context;
use crate::error::CommandError;
use crate::wire::{TaskGroup, TaskGrouping, TaskGroups, TaskGroupsRequest};
use crate::{tasks, wire};

const NO_LEAD: &str = "未明确牵头单位";
const NO_NOTICE: &str = "自行登记、批示和议定的";
const NO_DUE: &str = "没有到期日";

pub(crate) fn task_groups(
    context: &mut Context<'_, '_>,
    request: TaskGroupsRequest,
) -> Result<TaskGroups, CommandError> {
    let TaskGroupsRequest { query, by } = request;
    let filter = tasks::filter(context, query)?;
    let lights = context.lights()?;
    let read = context.read();
    let total = read.count_tasks(&filter)?;
    let kept = match by {
        TaskGrouping::Lead => Grouping::Lead,
        TaskGrouping::Notice => Grouping::Notice,
        TaskGrouping::Light | TaskGrouping::Status | TaskGrouping::Month => Grouping::Whole,
    };
    let GroupCounts { groups: names, counts } = read.group_counts(&filter, kept)?;
    // In the order of the first of each pair.
    let mut groups: BTreeMap<(usize, String), TaskGroup> = BTreeMap::new();
    for count in counts {
        let light = lights.of(count.status, count.due);
        let (place, key, name, region) = match by {
            TaskGrouping::Lead | TaskGrouping::Notice => match count.group.and_then(|at| names.get(at)) {
                Some(group) => (0, Some(group.id.clone()), group.name.clone(), group.region.clone()),
                None => (1, None, nameless(by).to_owned(), None),
            },
            TaskGrouping::Light => {
                let place = Light::ALL.iter().position(|each| *each == light).unwrap_or_default();
                (place, Some(light.code().to_owned()), light.word().to_owned(), None)
            }
            TaskGrouping::Status => {
                let place = TaskStatus::ALL.iter().position(|each| *each == count.status).unwrap_or_default();
                (place, Some(count.status.code().to_owned()), count.status.word().to_owned(), None)
            }
            TaskGrouping::Month => match count.due {
                Some(due) => {
                    let month = format!("{:04}-{:02}", due.year(), due.month());
                    (0, Some(month), format!("{}年{}月到期", due.year(), due.month()), None)
                }
                None => (1, None, nameless(by).to_owned(), None),
            },
        };
        let group = groups.entry((place, key.clone().unwrap_or_default())).or_insert_with(|| TaskGroup {
            key,
            name,
            region,
            count: 0,
            overdue: 0,
            done: 0,
            ended: 0,
        });
        add(group, &count, light);
    }
    let mut groups: Vec<TaskGroup> = groups.into_values().collect();
    if matches!(by, TaskGrouping::Lead | TaskGrouping::Notice) {
        groups.sort_by(|a, b| {
            let rank = |group: &TaskGroup| (group.key.is_none(), std::cmp::Reverse((group.overdue, group.count)));
            rank(a).cmp(&rank(b)).then_with(|| a.name.cmp(&b.name))
        });
    }
    Ok(TaskGroups { total, groups })
}

fn nameless(by: TaskGrouping) -> &'static str {
    match by {
        TaskGrouping::Lead => NO_LEAD,
        TaskGrouping::Notice => NO_NOTICE,
        TaskGrouping::Light | TaskGrouping::Status | TaskGrouping::Month => NO_DUE,
    }
}

fn add(group: &mut wire::TaskGroup, count: &GroupCount, light: Light) {
    group.count += count.tasks;
    match light {
        Light::Overdue => group.overdue += count.tasks,
        Light::Done => group.done += count.tasks,
        Light::Ended => group.ended += count.tasks,
        Light::DueSoon | Light::OnTrack | Light::NoDeadline => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::Office;
    use crate::wire::TaskPage;

    const PLAN: &str = "滨江市优化营商环境行动方案
一、重点任务
（一）简化办事材料。整理公布材料清单。（市政务办、市财政局牵头，2022年6月底前完成）
（二）降低收费。清理收费项目。（市财政局牵头，市发改委配合，2022年9月底前完成）
（三）改进服务。开展一次调查。（市发改委配合）
滨江市人民政府
2022年3月1日
";

    fn on<T: serde::de::DeserializeOwned>(office: &mut Office, command: &str, args: serde_json::Value) -> T {
        serde_json::from_value(office.try_ask_on(Some("2022-07-15"), command, args).unwrap()).unwrap()
    }

    fn of(office: &mut Office, by: &str) -> Vec<(Option<String>, String, u32, u32)> {
        let groups: TaskGroups = on(office, "task_groups", json!({ "by": by }));
        groups.groups.into_iter().map(|group| (group.key, group.name, group.count, group.overdue)).collect()
    }

    #[test]
    fn each_group_counts_what_the_list_of_it_shows() {
        let (_folder, mut office) = Office::with_document(PLAN);
        for (by, narrows) in [("light", "lights"), ("status", "statuses"), ("notice", "notices"), ("lead", "lead")] {
            for (key, name, count, _) in of(&mut office, by) {
                let query = match (key, narrows) {
                    (None, "lead") => json!({ "unassigned": true }),
                    (None, _) => json!({ "by_hand": true }),
                    (Some(key), _) => json!({ narrows: key }),
                };
                let page: TaskPage = on(&mut office, "list_tasks", query);
                assert_eq!(page.total, count, "{by} {name}");
            }
        }
        let months: Vec<_> =
            of(&mut office, "month").into_iter().map(|(key, _, count, over)| (key, count, over)).collect();
        assert_eq!(months, [(Some("2022-06".into()), 1, 1), (Some("2022-09".into()), 1, 0), (None, 1, 0)]);
    }

    #[test]
    fn a_task_of_two_leads_stands_under_both_and_the_worst_come_first() {
        let (_folder, mut office) = Office::with_document(PLAN);
        let names: Vec<_> =
            of(&mut office, "lead").into_iter().map(|(_, name, count, over)| (name, count, over)).collect();
        assert_eq!(names, [("市财政局".into(), 2, 1), ("市政务办".into(), 1, 1), (NO_LEAD.into(), 1, 0)]);
    }
}
